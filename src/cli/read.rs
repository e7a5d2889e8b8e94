//! `byline ARTICLE`: the reader on the screen, or the text where there is no screen.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal, Write};
use std::thread;

use crate::annotate::{annotate, warm_up};
use crate::article::Loaded;
use crate::config::Config;
use crate::export::TextFormat;
use crate::load::{Options, bundled};
use crate::tui::areas::Look;
use crate::tui::shell::{self, Background, Capabilities, Ended, Settings};
use crate::tui::state::State;
use crate::tui::theme::{Depth, Theme};

use super::output::Failures;
use super::{input, text};

/// Reads the article that is named, else what comes on standard input, else an article that comes with the program.
/// Without a screen it is printed, as all that are named are.
pub fn run(articles: &[OsString], config: &Config, out: &mut impl Write, failures: &mut Failures) -> io::Result<Ended> {
    let capabilities = Capabilities::of(|name| env::var(name).ok());
    if !io::stdout().is_terminal() || !capabilities.addressable {
        return text::print(articles, TextFormat::Text, out, failures).map(|()| Ended::Quit);
    }
    // The article is opened and the terminal prepared meanwhile. Nobody waits for the thread: what it has not read yet,
    // the annotator reads.
    thread::spawn(warm_up);
    let options = Options::default();
    let opened = match articles.first() {
        Some(article) => input::open_article(article, &options),
        None if io::stdin().is_terminal() => Ok(bundled()),
        None => input::open_article(OsStr::new("-"), &options),
    };
    match opened.and_then(|opened| input::first(opened, &options)) {
        Ok(loaded) => screen(loaded, config, capabilities),
        Err(error) => {
            failures.note(&error);
            Ok(Ended::Quit)
        }
    }
}

/// Opens the screen on `loaded`.
fn screen(loaded: Loaded, config: &Config, capabilities: Capabilities) -> io::Result<Ended> {
    let asks = config.theme == "auto" && capabilities.background == Background::Unknown && capabilities.answers;
    let settings = Settings {
        theme: &|background| theme(&config.theme, background, capabilities.colours),
        background: capabilities.background,
        asks,
        mouse: config.mouse,
    };
    let look =
        Look { measure: config.measure, panel: config.panel_shown, share: config.panel_width, ..Look::default() };
    // The annotator works on a copy: the session, which owns the article, may end before it does.
    let article = loaded.article.clone();
    let open = |width, height| State::new(loaded, width, height).with(look, config.keymap.clone(), config.mouse);
    shell::read(open, move || annotate(&article), &settings)
}

/// The theme of that name, or the one for the background.
fn theme(name: &str, background: Background, depth: Depth) -> Theme {
    let name = match (name, background) {
        ("auto", Background::Unknown) => "neutral",
        ("auto", Background::Dark) => "dark",
        ("auto", Background::Light) => "light",
        (name, _) => name,
    };
    Theme::bundled(name, depth).unwrap_or_default()
}
