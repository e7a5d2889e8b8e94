//! The list of articles: choosing, opening, going on, and what cannot be opened.

use byline::article::{ArticleBuilder, Loaded, Meta};
use byline::text::Clean;
use byline::tui::contents::{Contents, Entry, Status};
use byline::tui::effect::EntryId;
use byline::tui::message::{Message, MouseAction};
use insta::assert_snapshot;

use super::Session;

fn entry(id: u32, title: &str, depth: u8) -> Entry {
    Entry { id: EntryId(id), title: Clean::new(title), depth, status: Status::Unread }
}

fn book() -> Contents {
    let entries = [(0, "The harbour", 0), (1, "Low water", 1), (2, "High water", 1), (3, "The lighthouse", 0)];
    let entries = entries.map(|(id, title, depth)| entry(id, title, depth)).to_vec();
    Contents::new(Some(Clean::new("Tides and other times")), entries, Vec::new())
}

fn opened(id: u32, text: &str) -> Message {
    let article = ArticleBuilder::verbatim(Meta::default(), text.to_owned());
    Message::Opened(EntryId(id), Box::new(Loaded { article, warnings: Vec::new() }))
}

fn listing() -> Session {
    Session::listing(80, 24, book())
}

#[test]
fn a_book_opens_as_the_list_of_its_chapters() {
    assert_snapshot!(listing().keys("j").screen());
}

#[test]
fn what_was_read_what_is_opened_and_what_cannot_be() {
    let session = listing().keys("<Enter>").message(opened(0, "The quay was empty.")).keys("oj<Enter>");
    let session = session.message(Message::NotOpened(EntryId(1), Clean::new("ch2.xhtml: not there"))).keys("j<Enter>");
    assert_snapshot!(session.message(Message::Came(34_000)).screen());
}

#[test]
fn an_article_of_the_list_says_which_it_is() {
    assert_snapshot!(listing().keys("jj<Enter>").message(opened(2, "The water came at nine.")).screen());
}

#[test]
fn a_list_in_the_list_takes_its_place() {
    let inner = vec![entry(4, "Spring tide", 0), entry(5, "Neap tide", 0)];
    let title = Some(Clean::new("High water"));
    let unfolded = Message::Unfolded { id: EntryId(2), title, entries: inner, warnings: Vec::new() };
    assert_snapshot!(listing().keys("jj<Enter>").message(unfolded).screen());
}

#[test]
fn going_on_asks_for_the_next_and_back_for_the_one_before() {
    let (state, _) = listing().keys("<Enter>").message(opened(0, "One.")).keys("]a").run();
    let asked = |state: &byline::tui::state::State| {
        state.contents.as_ref().and_then(|contents| contents.fetching).map(|fetching| fetching.entry)
    };
    assert_eq!(asked(&state), Some(EntryId(1)));
    let (state, _) = listing().keys("jj<Enter>").message(opened(2, "Three.")).keys("2[a").run();
    assert_eq!(asked(&state), Some(EntryId(0)));
    let (state, _) = listing().keys("G<Enter>").message(opened(3, "Four.")).keys("]a").run();
    assert_eq!((asked(&state), state.notice.as_deref()), (None, Some("this is the last article")));
}

#[test]
fn what_is_being_opened_can_be_given_up() {
    let (state, _) = listing().keys("<Enter><Esc>").run();
    assert!(state.contents.is_some_and(|contents| contents.fetching.is_none()));
}

#[test]
fn escape_goes_back_to_the_list_and_from_there_to_the_article() {
    let (state, _) = listing().keys("<Enter>").message(opened(0, "One.")).keys("<Esc>").run();
    assert!(state.shows_contents());
    let (state, _) = listing().keys("<Enter>").message(opened(0, "One.")).keys("<Esc><Esc>").run();
    assert!(!state.shows_contents());
}

#[test]
fn a_click_on_a_row_opens_it() {
    let click = Message::Mouse { action: MouseAction::Press, column: 9, row: 5 };
    let (state, _) = listing().message(click).run();
    let fetching = state.contents.and_then(|contents| contents.fetching);
    assert_eq!(fetching.map(|fetching| fetching.entry), Some(EntryId(2)));
}

#[test]
fn the_place_in_an_article_is_kept_while_another_is_read() {
    let long = "A line of the tide table.\n\n".repeat(80);
    let session = listing().keys("<Enter>").message(opened(0, &long)).keys("20j");
    let session = session.keys("]a").message(opened(1, "Short.")).keys("[a").message(opened(0, &long));
    assert_eq!(session.run().0.top_row(), 20);
}

#[test]
fn a_list_of_one_is_no_list() {
    let only = Contents::new(None, vec![entry(0, "https://example.org/", 0)], Vec::new());
    let (state, _) = Session::listing(80, 24, only).keys("<Enter>").message(opened(0, "One.")).run();
    assert!(state.contents.is_none() && !state.shows_contents());
}
