//! Plain text to blocks, and bytes to text.

use byline::article::Warning;

use crate::{article_of, blocks_of, warnings_of};

const LONG: &str = "The harbour of the small town was closed on Monday after a crane fell into the water, they said.";

#[test]
fn paragraphs_by_empty_lines_or_one_a_line() {
    assert_eq!(
        blocks_of("One is here.\n\n\n Two is there.\n"),
        ["paragraph: One is here.", "paragraph: Two is there."]
    );
    let long = LONG.repeat(2);
    assert_eq!(blocks_of(&format!("{long}\n{long}")), [format!("paragraph: {long}"), format!("paragraph: {long}")]);
}

#[test]
fn hard_wrapped_lines_are_joined() {
    let text = "The harbour of the small town was closed on Monday after a crane fell\n\
                into the water, the port authority said. Nobody was hurt, but two boats\n\
                were damaged and a third one sank.\n\n\
                Divers will look for the crane today.";
    assert_eq!(
        blocks_of(text),
        [
            "paragraph: The harbour of the small town was closed on Monday after a crane fell into the water, the port \
             authority said. Nobody was hurt, but two boats were damaged and a third one sank.",
            "paragraph: Divers will look for the crane today."
        ]
    );
    assert_eq!(blocks_of(&text.replace('\n', "\r\n")), blocks_of(text));
    assert_eq!(blocks_of(&text.replace('\n', "\r")), blocks_of(text));
}

#[test]
fn headings_lists_and_quotations() {
    let text = format!(
        "Intro it is.\n\nWhat happened\n\n{LONG}\n\nDamage\n------\nThe port lists:\n- a boat\n- a crane\n  and its hook\n2. no item\n\n> All of it\n> is gone.\n"
    );
    assert_eq!(
        blocks_of(&text),
        [
            "paragraph: Intro it is.".into(),
            "heading: What happened".into(),
            format!("paragraph: {LONG}"),
            "heading: Damage".into(),
            "paragraph: The port lists:".into(),
            "item: a boat".into(),
            "item: a crane and its hook".into(),
            "item: no item".into(),
            "quote: All of it".into(),
            "quote: is gone.".into(),
        ]
    );
}

#[test]
fn paragraphs_by_indentation() {
    let text = "  The harbour of the small town was closed on Monday after a crane fell\n\
                into the water, the port authority said. Nobody was hurt.\n\
                \x20 Divers will look for the crane today, if the weather lets them, and the\n\
                port will open again at the end of the week.";
    let blocks = blocks_of(text);
    assert_eq!(blocks.len(), 2, "{blocks:?}");
    assert!(blocks[1].starts_with("paragraph: Divers will"));
}

#[test]
fn verse_and_programs_keep_their_lines() {
    let verse = "The river took the bridge away\nAnd with it went the mill,\nThe miller sings it to this day\nAnd says he hears it still";
    assert_eq!(blocks_of(&format!("Yes.\n\n{verse}")), ["paragraph: Yes.".into(), format!("code: {verse}")]);
    let program = "fn main() {\n    let x = [1, 2];\n}";
    assert_eq!(blocks_of(&format!("Yes.\n\n{program}")), ["paragraph: Yes.".into(), format!("code: {program}")]);
}

#[test]
fn control_characters_are_seen_and_counted() {
    let loaded = article_of("a.txt", b"It is \x1b[31mred\x1b[0m\x07 here.");
    assert_eq!(loaded.article.text(), "It is ␛[31mred␛[0m␇ here.");
    assert_eq!(loaded.warnings, [Warning::Controls(3)]);
    assert_eq!(warnings_of("a\u{202E}b".as_bytes()), [Warning::Invisible(1)]);
}

#[test]
fn encodings() {
    let text = "Über die Brücke gehen täglich viele Bürger, sagte der Bürgermeister am Montag.";
    let wide: Vec<u8> = format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect();
    let narrow: Vec<u8> = text.chars().map(|c| c as u32 as u8).collect();
    for bytes in [text.as_bytes(), format!("\u{FEFF}{text}").as_bytes(), &wide, &narrow] {
        assert_eq!(article_of("a.txt", bytes).article.text(), text);
    }
    assert_eq!(warnings_of(&narrow), [Warning::GuessedEncoding("windows-1252")]);
}

#[test]
fn nothing_at_all() {
    assert_eq!(warnings_of(b""), [Warning::Empty]);
    assert_eq!(warnings_of(b" \n\t\n"), [Warning::Empty]);
}
