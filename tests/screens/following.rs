//! Links: walking them, what is said before one is opened, following one and coming back.

use byline::article::{ArticleBuilder, BlockKind, InlineKind, Loaded, Meta};
use byline::text::Clean;
use byline::tui::contents::{Entry, Status};
use byline::tui::effect::{Effect, EntryId};
use byline::tui::key::Key;
use byline::tui::message::Message;
use byline::tui::state::State;
use byline::tui::update::update;
use insta::assert_snapshot;

use super::Session;

fn page() -> Loaded {
    let mut builder = ArticleBuilder::new(Meta::default());
    builder.begin(BlockKind::Paragraph);
    builder.push("The port published ");
    link(&mut builder, "its report", "https://port.example/report");
    builder.push(" and a letter from ");
    link(&mut builder, "bank.example", "https://thief.example/login");
    builder.push("; write to ");
    link(&mut builder, "the editor", "mailto:desk@paper.example");
    builder.push(".");
    builder.end();
    builder.finish()
}

fn link(builder: &mut ArticleBuilder, words: &str, target: &str) {
    builder.begin_inline(InlineKind::Link(Clean::new(target)));
    builder.push(words);
    builder.end_inline();
}

fn reading() -> Session {
    Session::on(80, 24, page())
}

/// What the last of `keys` asks for.
fn asked(keys: &[char]) -> Option<Effect> {
    let mut state = State::new(page(), 80, 24);
    keys.iter().map(|&key| update(&mut state, Message::Key(Key::char(key)))).last().flatten()
}

#[test]
fn a_link_says_where_it_goes() {
    assert_snapshot!(reading().keys("]u").screen());
}

#[test]
fn a_link_whose_words_name_another_host_says_so() {
    assert_snapshot!(reading().keys("2]u").screen());
}

#[test]
fn following_asks_for_the_page_and_a_letter_goes_outside() {
    let enter = |links: usize| {
        let mut state = State::new(page(), 80, 24);
        for key in "]u".repeat(links).chars() {
            update(&mut state, Message::Key(Key::char(key)));
        }
        update(&mut state, Message::Key("Enter".parse().expect("a key's name")))
    };
    assert_eq!(enter(1), Some(Effect::Follow("https://port.example/report".into())));
    assert_eq!(enter(3), Some(Effect::Outside("mailto:desk@paper.example".into())));
    assert_eq!(asked(&[']', 'u', 'O']), Some(Effect::Outside("https://port.example/report".into())));
    assert_eq!(asked(&['O']), None);
}

#[test]
fn where_a_link_leads_is_listed_behind_the_article_and_the_article_is_there_to_come_back_to() {
    let entry = |id, title: &str| Entry { id: EntryId(id), title: Clean::new(title), depth: 0, status: Status::Unread };
    let followed = Message::Followed { from: entry(0, "The port"), to: entry(1, "https://port.example/report") };
    let there = Message::Opened(EntryId(1), Box::new(page()));
    assert_snapshot!(reading().keys("]u<Enter>").message(followed).message(there).keys("o").screen());
}
