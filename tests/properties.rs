//! Laws that hold for any text, any keys and any size.

use byline::annotate::annotate;
use byline::article::{Article, ArticleBuilder, BlockKind, Loaded, Meta};
use byline::text::{Clean, columns, graphemes};
use byline::tui::contents::{Contents, Entry, Status};
use byline::tui::effect::EntryId;
use byline::tui::key::{Key, KeyCode};
use byline::tui::layout::Layout;
use byline::tui::message::{Message, MouseAction};
use byline::tui::state::State;
use byline::tui::theme::{Depth, Theme};
use byline::tui::update::update;
use byline::tui::view::view;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::CellWidth;

/// Words in several scripts, with what makes widths hard.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-zA-Z]{1,12}",
        "[’“”—,.;%$0-9]{1,4}",
        Just("東京都庁の".to_owned()),
        Just("ｶﾞﾊﾟ".to_owned()),
        Just("e\u{301}tude".to_owned()),
        Just("👩\u{200D}👩\u{200D}👧🇯🇵".to_owned()),
        Just("สวัสดี".to_owned()),
        Just("שלום".to_owned()),
        Just("\u{1b}[31m\t\u{202E}x".to_owned()),
        "\\PC{0,6}",
    ];
    prop::collection::vec(word, 0..40).prop_map(|words| words.join(" "))
}

fn kind() -> impl Strategy<Value = BlockKind> {
    prop_oneof![
        4 => Just(BlockKind::Paragraph),
        1 => Just(BlockKind::Title),
        1 => Just(BlockKind::Heading(2)),
        1 => Just(BlockKind::Quote),
        1 => (0..9_u8, prop::option::of(1..200_u32)).prop_map(|(depth, number)| BlockKind::Item { depth, number }),
        1 => Just(BlockKind::Code),
    ]
}

fn article() -> impl Strategy<Value = Loaded> {
    prop::collection::vec((kind(), words()), 0..12).prop_map(|blocks| {
        let mut builder = ArticleBuilder::new(Meta::default());
        for (kind, text) in blocks {
            builder.block(kind, &text);
        }
        builder.finish()
    })
}

fn message() -> impl Strategy<Value = Message> {
    let code = prop_oneof![
        12 => prop::char::any().prop_map(KeyCode::Char),
        40 => "[jkdubfgG{}nNp*/?<>+=MqwhlR0-9 \\-\\[\\]epolscqdhao]".prop_map(|c| KeyCode::Char(c.chars().next().unwrap_or('j'))),
        8 => prop::sample::select(vec![
            KeyCode::Enter, KeyCode::Esc, KeyCode::Tab, KeyCode::BackTab, KeyCode::Backspace, KeyCode::Up, KeyCode::Down,
            KeyCode::Home, KeyCode::End, KeyCode::PageUp, KeyCode::PageDown, KeyCode::F(1),
        ]),
    ];
    let action = prop::sample::select(vec![
        MouseAction::Press,
        MouseAction::Drag,
        MouseAction::Release,
        MouseAction::WheelUp,
        MouseAction::WheelDown,
    ]);
    prop_oneof![
        20 => (code, prop::bool::weighted(0.05)).prop_map(|(code, ctrl)| Message::Key(Key { code, ctrl, alt: false })),
        3 => (action, 0..220_u16, 0..70_u16).prop_map(|(action, column, row)| Message::Mouse { action, column, row }),
        2 => (0..220_u16, 0..70_u16).prop_map(|(width, height)| Message::Resize { width, height }),
        1 => words().prop_map(Message::Paste),
        2 => listed(),
    ]
}

/// What becomes of articles of a list.
fn listed() -> impl Strategy<Value = Message> {
    let id = (0..6_u32).prop_map(EntryId);
    prop_oneof![
        (id.clone(), article()).prop_map(|(id, loaded)| Message::Opened(id, Box::new(loaded))),
        (id.clone(), words()).prop_map(|(id, why)| Message::NotOpened(id, Clean::new(&why))),
        id.prop_map(|id| Message::Unfolded { id, title: None, entries: entries(4..6), warnings: Vec::new() }),
        (0..usize::MAX).prop_map(Message::Came),
    ]
}

fn entries(ids: std::ops::Range<u32>) -> Vec<Entry> {
    let entry =
        |id| Entry {
            id: EntryId(id), title: Clean::new("東京 tide tables"), depth: id as u8, status: Status::Unread
        };
    ids.map(entry).collect()
}

fn text_of<'a>(article: &'a Article, layout: &'a Layout) -> impl Iterator<Item = (usize, &'a str)> {
    layout.rows().iter().map(|row| (row.range.start(), row.range.of(article.text())))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn rows_fit_or_are_one_grapheme(loaded in article(), width in 1..90_u16) {
        let layout = Layout::new(&loaded.article, width);
        for row in layout.rows() {
            let text = row.range.of(loaded.article.text());
            let fits = columns(text) + usize::from(row.indent) <= usize::from(width);
            prop_assert!(fits || graphemes(text).count() == 1, "{width}: {text:?}");
        }
    }

    #[test]
    fn between_rows_only_white_space_is_lost(loaded in article(), width in 1..90_u16) {
        let (text, layout) = (loaded.article.text(), Layout::new(&loaded.article, width));
        let mut seen = 0;
        for (start, row) in text_of(&loaded.article, &layout) {
            prop_assert!(text[seen.min(start)..start].trim().is_empty());
            seen = start + row.len();
        }
        prop_assert!(text[seen..].trim().is_empty());
    }

    #[test]
    fn offsets_and_cells_are_inverse(loaded in article(), width in 2..60_u16) {
        let (text, layout) = (loaded.article.text(), Layout::new(&loaded.article, width));
        for (at, row) in layout.rows().iter().enumerate() {
            for (inner, _, wide) in graphemes(row.range.of(text)).filter(|(_, _, wide)| *wide > 0) {
                let offset = row.range.start() + inner;
                let (row, column) = (layout.row_at(offset), layout.column_of(text, at, offset));
                prop_assert_eq!((row, layout.offset_at(text, row, column)), (at, Some(offset)), "{} columns", wide);
            }
        }
    }

    #[test]
    fn the_ruler_measures_what_is_drawn(text in words()) {
        let clean = Clean::new(&text);
        let drawn: usize = graphemes(clean.as_str()).map(|(_, grapheme, _)| usize::from(grapheme.cell_width())).sum();
        prop_assert_eq!(columns(clean.as_str()), drawn);
    }

    #[test]
    fn touching_finds_what_a_plain_filter_finds(loaded in article(), start in 0..400_usize, length in 0..90_usize) {
        let annotations = annotate(&loaded.article);
        let range = byline::text::TextRange::new(start, start + length).expect("in order");
        let quick: Vec<_> = annotations.touching(range).map(|(id, _)| id).collect();
        let plain: Vec<_> = annotations.iter().filter(|(_, mark)| mark.range.overlaps(range)).map(|(id, _)| id).collect();
        prop_assert_eq!(quick, plain);
    }

    #[test]
    fn marks_lie_on_characters_and_annotating_is_deterministic(loaded in article()) {
        let (text, annotations) = (loaded.article.text(), annotate(&loaded.article));
        for mark in annotations.marks() {
            prop_assert!(text.get(mark.range.start()..mark.range.end()).is_some_and(|text| !text.is_empty()));
        }
        prop_assert_eq!(annotate(&loaded.article), annotations);
    }

    #[test]
    fn no_keys_and_no_size_break_a_session(
        loaded in article(),
        list in 0..4_u32,
        messages in prop::collection::vec(message(), 0..60),
    ) {
        let annotations = annotate(&loaded.article);
        let mut state = State::new(loaded, 80, 24);
        if list > 0 {
            state = state.listing(Contents::new(None, entries(0..list), Vec::new()));
        }
        let theme = Theme::bundled("dark", Depth::True).expect("bundled");
        update(&mut state, Message::Annotated(Box::new(annotations)));
        for message in messages {
            update(&mut state, message);
            let (width, height) = (state.screen.width.max(1), state.screen.height.max(1));
            let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
            terminal.draw(|frame| view(&state, &theme, frame)).expect("no error");
        }
    }

    #[test]
    fn a_size_there_and_back_keeps_the_place(loaded in article(), rows in 0..60_usize, width in 40..200_u16, height in 12..60_u16) {
        let mut state = State::new(loaded, 80, 24);
        state.scroll_to(rows);
        let top = state.reading.top;
        update(&mut state, Message::Resize { width, height: 24 });
        update(&mut state, Message::Resize { width: 80, height: 24 });
        let seen = state.layout.row_at(top as usize);
        prop_assert!(state.top_row() <= seen && seen < state.top_row() + state.page_height());
        update(&mut state, Message::Resize { width: 80, height });
    }
}
