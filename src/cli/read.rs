//! `byline ARTICLE`: the reader on the screen, or the text where there is no screen.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::thread;

use crate::annotate::{annotate, warm_up};
use crate::config::Config;
use crate::export::TextFormat;
use crate::load::{Collection, LoadError, Opened, Options, Source, bundled, load};
use crate::tui::areas::Look;
use crate::tui::shell::{self, Background, Capabilities, Ended, Settings};
use crate::tui::state::State;
use crate::tui::theme::{Depth, Theme};

use super::args::Web;
use super::output::Failures;
use super::{input, text};

/// Reads the article that is named, else what comes on standard input, else an article that comes with the program.
/// Without a screen it is printed, as all that are named are.
pub fn run(
    articles: &[OsString],
    web: Web,
    config: &Config,
    out: &mut impl Write,
    failures: &mut Failures,
) -> io::Result<Ended> {
    let options = input::options(web);
    let capabilities = Capabilities::of(|name| env::var(name).ok());
    if !io::stdout().is_terminal() || !capabilities.addressable {
        return text::print(articles, TextFormat::Text, &options, out, failures).map(|()| Ended::Quit);
    }
    // The article is opened and the terminal prepared meanwhile. Nobody waits for the thread: what it has not read yet,
    // the annotator reads.
    thread::spawn(warm_up);
    // Who names nothing wants to see the program at work, not a list.
    let begins = articles.is_empty() && io::stdin().is_terminal();
    match open(articles, &options) {
        Ok(opened) => screen(opened, options, begins, config, capabilities),
        Err(error) => {
            failures.note(&error);
            Ok(Ended::Quit)
        }
    }
}

/// Opens what is named: a file at once, so that the first frame has it; what is fetched, and what there are several of,
/// later from the screen.
fn open(articles: &[OsString], options: &Options) -> Result<Opened, LoadError> {
    let sources: Vec<Source> = articles.iter().map(|article| Source::from_argument(article)).collect();
    match sources.as_slice() {
        [] if io::stdin().is_terminal() => Ok(bundled()),
        [] => load(&Source::Stdin, options),
        [source] if !source.is_fetched() => load(source, options),
        _ => Ok(Opened::Collection(Collection::of(sources.into_iter()))),
    }
}

/// Opens the screen on what was opened.
fn screen(
    opened: Opened,
    options: Options,
    begins: bool,
    config: &Config,
    capabilities: Capabilities,
) -> io::Result<Ended> {
    let asks = config.theme == "auto" && capabilities.background == Background::Unknown && capabilities.answers;
    let settings = Settings {
        theme: &|background| theme(&config.theme, background, capabilities.colours),
        background: capabilities.background,
        asks,
        mouse: config.mouse,
        annotate,
        options,
        begins,
        browser: env::var("BROWSER").ok().filter(|browser| !browser.trim().is_empty()),
    };
    let look =
        Look { measure: config.measure, panel: config.panel_shown, share: config.panel_width, ..Look::default() };
    let session =
        |loaded, width, height| State::new(loaded, width, height).with(look, config.keymap.clone(), config.mouse);
    shell::read(opened, session, &settings)
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
