//! The command line, run as a program: what goes in, what comes out, and how it ends.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// Runs byline with `input` on standard input.
fn byline(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_byline"))
        .args(arguments)
        .env("BYLINE_CONFIG", "/dev/null")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("byline starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_owned();
    let feeder = std::thread::spawn(move || {
        // It may have ended without reading on, which is its right.
        let _ = stdin.write_all(input.as_bytes());
    });
    let output = child.wait_with_output().expect("byline ends");
    feeder.join().expect("the input was fed");
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

fn records(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// A file of its own for a test, in the folder that cargo keeps for that.
fn file(name: &str, content: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("written");
    path.to_str().expect("UTF-8").to_owned()
}

#[test]
fn a_line_in_is_a_line_out_in_order() {
    let output = byline(
        &["annotate", "--input", "jsonl"],
        "{\"id\": \"b\", \"text\": \"Rents rose 4%.\", \"more\": 1}\n\n{\"id\": 7, \"text\": \"\"}\n",
    );
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let records = records(&output);
    assert_eq!(records.len(), 2);
    assert_eq!(records[0]["schema"], "byline/1");
    assert_eq!(records[0]["id"], "b");
    assert_eq!(records[0]["text"], "Rents rose 4%.");
    assert_eq!(records[1]["id"], 7);
}

#[test]
fn a_broken_line_is_told_and_the_others_are_done() {
    let output = byline(
        &["annotate", "--input", "jsonl"],
        "{\"id\": \"a\", \"text\": \"One.\"}\nnonsense\n{\"id\": \"c\", \"text\": \"Two.\"}\n",
    );
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(records(&output).iter().map(|record| record["id"].clone()).collect::<Vec<_>>(), ["a", "c"]);
    assert!(stderr(&output).starts_with("byline: -, line 2: "), "{}", stderr(&output));
    assert_eq!(stderr(&output).lines().count(), 1);
}

#[test]
fn text_is_kept_to_the_byte() {
    let text = " Ärzte\r\n\n\tsay\u{1b} 5% \n";
    let path = file("verbatim.txt", text);
    let output = byline(&["annotate", "--input", "text", &path], "");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(records(&output)[0]["text"], text);
    assert_eq!(records(&output)[0]["id"], path);
}

#[test]
fn a_missing_article_does_not_stop_the_others() {
    let path = file("there.txt", "Ada Lovelace wrote it.\n");
    let output = byline(&["annotate", "no-such-file\u{1b}[31m", &path], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(records(&output).len(), 1);
    assert_eq!(stderr(&output).lines().count(), 1);
    assert!(stderr(&output).starts_with("byline: no-such-file␛[31m: "), "{}", stderr(&output));
}

#[test]
fn json_is_the_same_record_indented() {
    let line = byline(&["annotate", "-"], "Rents rose 4%.");
    let indented = byline(&["annotate", "--format", "json"], "Rents rose 4%.");
    assert!(stdout(&indented).starts_with("{\n  \"schema\": \"byline/1\""));
    let parsed: Value = serde_json::from_str(stdout(&indented)).expect("JSON");
    assert_eq!(parsed, records(&line)[0]);
}

#[test]
fn text_prints_the_article() {
    let output = byline(&["text"], "A title\n\nOne   two.\r\n\r\nThree.\n");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).ends_with("One two.\n\nThree.\n"), "{}", stdout(&output));
}

#[test]
fn text_takes_pages_line_by_line() {
    let path = file("page.txt", "Plain words of a page.\n");
    let input = format!(
        "{}\n{{\"id\": \"h\", \"html\": \"<p>Words of a page.</p>\", \"url\": \"https://example.org/a\"}}\n{{\"id\": 3}}\n",
        serde_json::json!({"id": "p", "path": path})
    );
    let output = byline(&["text", "--input", "jsonl", "--format", "json"], &input);
    assert_eq!(output.status.code(), Some(1));
    let records = records(&output);
    assert_eq!(records.len(), 2, "{}", stderr(&output));
    assert_eq!((&records[0]["id"], &records[0]["text"]), (&"p".into(), &"Plain words of a page.".into()));
    assert_eq!((&records[1]["id"], &records[1]["url"]), (&"h".into(), &"https://example.org/a".into()));
    assert_eq!(stderr(&output), "byline: -, line 3: it needs either \"path\" or \"html\"\n");
}

#[test]
fn without_a_screen_the_article_is_printed() {
    let output = byline(&["-"], "Just words.\n");
    assert_eq!((output.status.code(), stdout(&output)), (Some(0), "Just words.\n"));
}

#[test]
fn all_faults_of_the_arguments_are_told_at_once() {
    let output = byline(&["annotate", "--format", "xml", "--frmat=csv", "--input", "pdf"], "");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "");
    let told = stderr(&output);
    for fault in ["'xml'", "'--frmat'", "'pdf'", "try 'byline --help'"] {
        assert!(told.contains(fault), "{fault} is missing in:\n{told}");
    }
}

#[test]
fn help_and_version_are_no_fault() {
    assert!(stdout(&byline(&["--help"], "")).contains("annotate"));
    assert!(stdout(&byline(&["--version"], "")).starts_with("byline "));
    assert!(stdout(&byline(&["completions", "bash"], "")).contains("byline"));
    assert!(stdout(&byline(&["man"], "")).contains(".TH byline"));
}

#[test]
fn the_printed_settings_can_be_used() {
    let printed = byline(&["config"], "");
    let path = file("printed.toml", stdout(&printed));
    let keys = byline(&["keys", "--config", &path], "");
    assert_eq!((keys.status.code(), stderr(&keys)), (Some(0), ""));
    assert!(stdout(&keys).contains("  j  Down  "));
    let uncommented = stdout(&printed).replace("\n# ", "\n");
    let (_, commands) = uncommented.split_once("[keys]\n").expect("keys");
    let path = file("all-keys.toml", &format!("[keys]\n{commands}"));
    let same = byline(&["keys", "--config", &path], "");
    assert_eq!((same.status.code(), stdout(&same)), (Some(0), stdout(&keys)), "{}", stderr(&same));
}

#[test]
fn wrong_settings_are_told_with_file_and_line() {
    let path = file("wrong.toml", "measure = 5\nmouze = true\n");
    let output = byline(&["--config", &path, "-"], "Words.");
    assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""));
    let told = format!(
        "byline: {path}:1: measure is to be a whole number from 20 to 400\n\
         byline: {path}:2: mouze is no setting; did you mean mouse?\n"
    );
    assert_eq!(stderr(&output), told);
}

#[test]
fn a_closed_pipe_is_no_error() {
    let long = "Rents rose 4% in Paris. ".repeat(20_000);
    let path = file("long.txt", &long);
    let mut child = Command::new(env!("CARGO_BIN_EXE_byline"))
        .args(["text", &path, &path])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("byline starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("byline ends");
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a full device");
    let output = Command::new(env!("CARGO_BIN_EXE_byline"))
        .args(["text", &file("short.txt", "Words.")])
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .expect("byline ends");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with("byline: standard output: "), "{}", stderr(&output));
}

#[test]
fn answers_come_while_the_input_pauses() {
    use std::io::{BufRead, BufReader};
    let mut child = Command::new(env!("CARGO_BIN_EXE_byline"))
        .args(["annotate", "--input", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("byline starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut answers = BufReader::new(child.stdout.take().expect("a pipe"));
    for id in 0..3 {
        writeln!(stdin, "{{\"id\": {id}, \"text\": \"One.\"}}").expect("written");
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("an answer");
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        assert_eq!(answer["id"], id);
    }
    drop(stdin);
    assert!(child.wait().expect("byline ends").success());
}

#[test]
fn nothing_is_fetched_offline() {
    let output = byline(&["text", "--offline", "http://127.0.0.1:9/never-read"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("it was not read before"), "{}", stderr(&output));
}
