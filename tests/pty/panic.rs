//! Panics of a reader, in its loop and in its annotator. This program is test and reader in one: without a harness, so
//! that it can run itself in a terminal, and in its main thread.

#[path = "session.rs"]
#[expect(dead_code, reason = "these tests need the half of it")]
mod session;

use byline::annotate::Annotations;
use byline::article::{Article, ArticleBuilder, Loaded, Meta};
use byline::load::{Opened, Options};
use byline::tui::shell::{Background, Settings, read};
use byline::tui::state::State;
use byline::tui::theme::Theme;

use session::Session;

/// Says which part of the reader has to fail; without it this is the test.
const FAILING: &str = "FAILING_PART";

fn main() {
    match std::env::var(FAILING).as_deref() {
        Ok("annotator") => reader(|_| Theme::default(), |_| panic!("the annotator was made to fail")),
        Ok(_) => reader(|_| panic!("the loop was made to fail"), |_| Annotations::default()),
        Err(_) => {
            a_panic_in_the_loop_gives_the_terminal_back_and_is_told();
            a_panic_of_the_annotator_is_a_warning();
            println!("2 tests of panics passed");
        }
    }
}

fn reader(theme: impl Fn(Background) -> Theme, annotate: fn(&Article) -> Annotations) {
    let article = ArticleBuilder::verbatim(Meta::default(), "The river was calm.".to_owned());
    let loaded = Loaded { article, warnings: Vec::new() };
    let options = Options::default();
    let settings = Settings {
        theme: &theme,
        background: Background::Dark,
        asks: false,
        mouse: true,
        annotate,
        options,
        browser: None,
        begins: false,
    };
    read(Opened::Article(Box::new(loaded)), State::new, &settings).expect("a terminal");
}

fn failing(part: &str) -> Session {
    let this = std::env::current_exe().expect("a path");
    Session::sized((24, 80), this.to_str().expect("UTF-8"), &[], &[(FAILING, part)])
}

fn a_panic_in_the_loop_gives_the_terminal_back_and_is_told() {
    let mut session = failing("loop");
    assert_eq!(session.end().exit_code(), 101);
    assert!(session.contents().contains("the loop was made to fail"), "{}", session.contents());
    session.assert_as_it_was();
}

fn a_panic_of_the_annotator_is_a_warning() {
    let mut session = failing("annotator");
    session.wait_for("The river was calm.");
    session.wait_for("the annotator was made to fail");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_as_it_was();
}
