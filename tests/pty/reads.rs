//! Reading: keys, sizes, streams, and terminals that are slow or do not answer.

use crate::session::{BYLINE, Session, article};

/// What the terminal is asked at the start.
const QUESTION: &[u8] = b"\x1b]11;?\x07";

#[test]
fn an_article_opens_scrolls_and_closes() {
    let mut session = Session::reading(&article("opens.txt", 60));
    session.wait_for("Paragraph 1 begins.");
    session.type_in("G");
    session.wait_for("Paragraph 60 begins.");
    session.type_in("g");
    session.wait_for("Paragraph 1 begins.");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_as_it_was();
    assert_eq!(session.contents().trim(), "", "the main screen is untouched");
}

#[test]
fn a_new_size_is_filled() {
    let mut session = Session::reading(&article("resized.txt", 60));
    session.wait_for("Paragraph 1 begins.");
    session.resize(50, 120);
    session.wait("a last line at the new bottom", |screen| {
        screen.rows(0, 120).nth(49).is_some_and(|row| !row.trim().is_empty())
    });
    session.resize(12, 40);
    session.wait_for("Paragraph 1 begins.");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
}

#[test]
fn a_terminal_can_be_one_cell_and_grow() {
    for size in [(1, 1), (1, 80), (24, 1)] {
        let mut session = Session::sized(size, BYLINE, &[&article("tiny.txt", 9)], &[]);
        session.wait_for_bytes(b"\x1b[?1049h");
        session.type_in("jG]e*");
        session.resize(24, 80);
        session.wait_for("begins. The river");
        session.resize(1, 1);
        session.type_in("q");
        assert_eq!(session.end().exit_code(), 0, "{size:?}");
    }
}

#[test]
fn a_terminal_that_does_not_know_its_size_is_usual() {
    let mut session = Session::sized((0, 0), BYLINE, &[&article("unsized.txt", 9)], &[]);
    session.wait_for("Paragraph 1 begins.");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
}

#[test]
fn text_comes_through_a_pipe_and_keys_from_the_terminal() {
    let script = format!("cat '{}' | '{BYLINE}'", article("piped.txt", 60));
    let mut session = Session::new("sh", &["-c", &script]);
    session.wait_for("Paragraph 1 begins.");
    session.type_in("G");
    session.wait_for("Paragraph 60 begins.");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_as_it_was();
}

#[test]
fn a_terminal_that_cannot_move_its_cursor_gets_the_text() {
    let mut session = Session::sized((24, 80), BYLINE, &[&article("dumb.txt", 3)], &[("TERM", "dumb")]);
    session.wait_for("Paragraph 3 begins.");
    assert_eq!(session.end().exit_code(), 0);
    assert!(!session.written.contains(&0x1b), "no escape sequence");
}

#[test]
fn a_stalled_terminal_loses_nothing() {
    let mut session = Session::reading(&article("stalled.txt", 500));
    session.wait_for("Paragraph 1 begins.");
    // Nothing of what these paint is read before all of them are typed.
    session.type_in(&"jk ".repeat(2000));
    session.type_in("g/Paragraph 321 begins\r");
    session.wait_for("Paragraph 321 begins.");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_as_it_was();
}

#[test]
fn a_flood_of_keys_is_painted_in_few_frames() {
    let mut session = Session::reading(&article("flood.txt", 3000));
    session.wait_for("Paragraph 1 begins.");
    let before = frames(&session);
    session.type_in(&" ".repeat(300));
    session.type_in("/Paragraph 7 begins\r");
    session.wait_for("Paragraph 7 begins.");
    let painted = frames(&session) - before;
    assert!(painted < 100, "{painted} frames for 300 pages");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
}

#[test]
fn a_megabyte_can_be_pasted() {
    let mut session = Session::reading(&article("pasted.txt", 60));
    session.wait_for("Paragraph 1 begins.");
    session.type_in("/");
    session.type_in(&format!("\x1b[200~{}\x1b[201~", "pasted ".repeat(150_000)));
    session.wait_for("/pasted pasted");
    session.type_in("\x1b");
    session.wait("end of the search", |screen| !screen.contents().contains("/pasted pasted"));
    session.type_in("G");
    session.wait_for("Paragraph 60 begins.");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
}

#[test]
fn a_flood_of_the_wheel_and_of_drags_is_survived() {
    let mut session = Session::reading(&article("wheel.txt", 60));
    session.wait_for("Paragraph 1 begins.");
    session.type_in(&"\x1b[<65;5;5M\x1b[<32;70;9M".repeat(20_000));
    session.wait_for("Paragraph 60 begins.");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_as_it_was();
}

#[test]
fn an_answer_to_the_question_is_no_key_however_late() {
    let mut session = Session::reading(&article("answer.txt", 60));
    session.wait_for("Paragraph 1 begins.");
    session.wait_for_bytes(QUESTION);
    // As keys this would search, jump and leave a count behind.
    session.type_in("\x1b]11;rgb:ffff/ffff/ffff\x07");
    session.type_in("/Paragraph 9 begins\r");
    session.wait_for("Paragraph 9 begins.");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
}

#[test]
fn a_stranger_is_not_asked() {
    let mut session = Session::sized((24, 80), BYLINE, &[&article("stranger.txt", 3)], &[("TERM", "nosuchterm-9")]);
    session.wait_for("Paragraph 1 begins.");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
    assert!(!session.written.windows(QUESTION.len()).any(|window| window == QUESTION));
}

/// How many frames have been painted.
fn frames(session: &Session) -> usize {
    session.written.windows(8).filter(|window| *window == b"\x1b[?2026h").count()
}

#[test]
fn several_articles_open_as_a_list_and_one_that_is_missing_stops_nothing() {
    let (first, second) = (article("listed-1.txt", 3), article("listed-2.txt", 40));
    let mut session = Session::new(BYLINE, &[&first, "/nowhere/at-all.txt", &second]);
    session.wait_for("3 articles");
    session.type_in("j\r");
    session.wait_for("cannot be opened");
    session.wait_for("at-all.txt:");
    session.type_in("j\r");
    session.wait_for("article 3 of 3");
    session.type_in("G");
    session.wait_for("Paragraph 40 begins.");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_as_it_was();
}

#[test]
fn a_page_that_cannot_be_had_ends_with_a_message() {
    // Nobody listens on the discard port of this machine.
    let mut session = Session::new(BYLINE, &["http://127.0.0.1:9/none.html"]);
    assert_eq!(session.end().exit_code(), 1);
    assert!(session.contents().contains("http://127.0.0.1:9/none.html"), "{}", session.contents());
    session.assert_as_it_was();
}

#[test]
fn a_page_that_comes_slowly_can_be_given_up() {
    let server = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let address = format!("http://{}/slow.html", server.local_addr().expect("an address"));
    // Takes the question and never ends its answer.
    std::thread::spawn(move || {
        let (mut stream, _) = server.accept().expect("a reader");
        let begin = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n<p>The quay";
        std::io::Write::write_all(&mut stream, begin).expect("the reader listens");
        std::thread::sleep(std::time::Duration::from_secs(60));
    });
    let mut session = Session::new(BYLINE, &[&address]);
    session.wait_for("opening… 1 kB");
    session.type_in("\x1b");
    session.wait_for("1 of 1");
    session.wait("nothing that is opened", |screen| !screen.contents().contains("opening…"));
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_as_it_was();
}

#[test]
fn without_an_article_one_that_comes_with_the_program_is_open() {
    let mut session = Session::new(BYLINE, &[]);
    session.wait_for("Marta Lindqvist");
    session.wait_for("article 1 of 4");
    session.type_in("]a");
    session.wait_for("Noor Haddad");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_as_it_was();
}
