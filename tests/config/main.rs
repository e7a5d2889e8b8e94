//! Settings files that are right and wrong, one file a case: a new case is a new file in `valid/` or `invalid/`.

use std::fs;
use std::path::{Path, PathBuf};

use byline::config::{Config, MANUAL};
use byline::tui::command::TABLE;

/// The settings files in a folder beside this one, by name.
fn cases(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/config").join(folder);
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    assert!(!files.is_empty());
    files.into_iter().map(|file| (file.clone(), fs::read_to_string(&file).expect("text"))).collect()
}

#[test]
fn right_settings_are_taken() {
    for (file, text) in cases("valid") {
        if let Err(faults) = Config::default().with(&file, &text) {
            panic!("{faults:#?}");
        }
    }
}

/// A wrong file begins with the faults that are to be told, each behind `#! `, as `line: message`.
#[test]
fn wrong_settings_are_told_all_at_once() {
    for (file, text) in cases("invalid") {
        let expected: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("#! ")).collect();
        let faults = Config::default().with(&file, &text).err().unwrap_or_default();
        let told: Vec<_> =
            faults.iter().map(|fault| format!("{}: {}", fault.line.expect("a line"), fault.message)).collect();
        assert_eq!(told, expected, "{}", file.display());
    }
}

#[test]
fn the_manual_is_right_and_holds_every_setting() {
    let config = Config::default().with(Path::new("assets/config.toml"), MANUAL).expect("sound");
    assert_eq!((config.theme.as_str(), config.measure, config.mouse), ("auto", 72, true));
    assert_eq!((config.panel_shown, config.panel_width), (true, 36));
}

#[test]
fn settings_are_taken_over_the_defaults() {
    let config = Config::default().with(Path::new("c.toml"), "measure = 60\n[keys]\nquit = \"Q\"").expect("sound");
    assert_eq!((config.measure, config.mouse), (60, true));
    assert_eq!(config.keymap.keys("quit"), ["Q"]);
    assert_eq!(config.keymap.keys("top"), TABLE.iter().find(|entry| entry.name == "top").expect("a row").keys);
}

#[test]
fn a_file_that_was_asked_for_must_be_there() {
    let faults = Config::load(Some(Path::new("/no/such/file.toml"))).expect_err("missing");
    assert!(faults[0].to_string().starts_with("/no/such/file.toml: the settings cannot be read"), "{}", faults[0]);
}
