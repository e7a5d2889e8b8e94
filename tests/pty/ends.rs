//! Ends: whatever ends or stops the reader, the terminal is as it was.

use rustix::process::Signal;

use crate::session::{BYLINE, Session, article};

#[test]
fn fatal_signals_give_the_terminal_back() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let mut session = Session::reading(&article("signal.txt", 60));
        session.wait_for("Paragraph 1 begins.");
        session.signal(signal);
        assert_eq!(session.end().exit_code(), 128 + signal.as_raw().cast_unsigned(), "{signal:?}");
        session.assert_as_it_was();
    }
}

#[test]
fn a_signal_ends_a_reader_that_is_stuck_in_a_stalled_terminal() {
    let mut session = Session::reading(&article("stuck.txt", 3000));
    session.wait_for("Paragraph 1 begins.");
    // Far more frames than any terminal holds unread.
    for _ in 0..200 {
        session.resize(60, 200);
        session.type_in(" ");
        session.resize(59, 199);
        session.type_in("j");
    }
    session.signal(Signal::TERM);
    assert_eq!(session.end_unread().exit_code(), 143);
}

#[test]
fn a_stopped_reader_has_given_the_terminal_back_and_takes_it_again() {
    let mut session = Session::reading(&article("stopped.txt", 60));
    session.wait_for("Paragraph 1 begins.");
    session.signal(Signal::TSTP);
    session.wait("main screen", |screen| !screen.alternate_screen());
    session.wait_stopped();
    session.assert_as_it_was();
    session.resize(30, 90);
    session.signal(Signal::CONT);
    session.wait_for("Paragraph 1 begins.");
    session.wait("a last line at the new bottom", |screen| {
        screen.rows(0, 90).nth(29).is_some_and(|row| !row.trim().is_empty())
    });
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_as_it_was();
}

#[test]
fn a_shell_gets_its_line_on_ctrl_z_and_brings_the_reader_back() {
    let script = format!("set -m; '{BYLINE}' '{}'; echo the shell is back; fg", article("job.txt", 60));
    let mut session = Session::new("sh", &["-c", &script]);
    session.wait_for("Paragraph 1 begins.");
    session.type_in("\x1a");
    session.wait_for_bytes(b"\x1b[?1049lthe shell is back\r\n");
    session.wait("the reader", |screen| screen.alternate_screen() && screen.contents().contains("Paragraph 1 begins."));
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_as_it_was();
}

#[test]
fn ctrl_z_does_nothing_where_nobody_could_bring_the_reader_back() {
    let mut session = Session::reading(&article("leader.txt", 60));
    session.wait_for("Paragraph 1 begins.");
    session.type_in("\x1aG");
    session.wait_for("Paragraph 60 begins.");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
}

#[test]
fn ctrl_c_leaves_the_reader_open_and_the_terminal_whole() {
    let mut session = Session::reading(&article("interrupt.txt", 60));
    session.wait_for("Paragraph 1 begins.");
    session.type_in("\x03G");
    session.wait_for("Paragraph 60 begins.");
    session.type_in("q");
    assert_eq!(session.end().exit_code(), 0);
    session.assert_as_it_was();
}

#[test]
fn a_terminal_that_goes_away_ends_the_reader() {
    let mut session = Session::reading(&article("closed.txt", 60));
    session.wait_for("Paragraph 1 begins.");
    session.hang_up();
    assert_eq!(session.end_unread().exit_code(), 129);
}

#[test]
fn a_terminal_that_goes_away_without_a_signal_ends_the_reader() {
    // The signal goes to the leader of the session, and this one keeps it for itself.
    let status = format!("{}/silent.status", env!("CARGO_TARGET_TMPDIR"));
    let script = format!("trap '' HUP; '{BYLINE}' '{}'; echo $? >'{status}'", article("silent.txt", 60));
    let _ = std::fs::remove_file(&status);
    let mut session = Session::new("sh", &["-c", &script]);
    session.wait_for("Paragraph 1 begins.");
    session.hang_up();
    session.end_unread();
    assert_eq!(std::fs::read_to_string(&status).unwrap().trim(), "129");
}

#[test]
fn a_reader_without_a_terminal_for_its_keys_says_so() {
    // `setsid` takes the terminal away from the keys; what is written still goes to it.
    let script = format!("setsid --wait '{BYLINE}' '{}' </dev/null", article("keyless.txt", 3));
    let mut session = Session::new("sh", &["-c", &script]);
    session.wait_for("no terminal");
    assert_eq!(session.end().exit_code(), 1);
    session.assert_as_it_was();
}
