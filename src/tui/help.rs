//! The help as rows, made from the table with the keys as they are bound.

use super::command::{Entry, Group, TABLE};
use super::keymap::Keymap;

/// One row of the help.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum HelpRow {
    /// A group begins.
    Heading(&'static str),
    /// A command: its keys, parted by spaces, and what it does.
    Keys(String, &'static str),
    /// Air.
    Blank,
}

/// The rows with every word of `filter` in their keys, name or text.
pub fn rows(keymap: &Keymap, filter: &str) -> Vec<HelpRow> {
    let words: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
    let mut rows = Vec::new();
    for group in Group::ALL {
        let entries = TABLE.iter().filter(|entry| entry.group == group);
        let found: Vec<_> = entries.filter_map(|entry| row(keymap, entry, &words)).collect();
        if !found.is_empty() {
            if !rows.is_empty() {
                rows.push(HelpRow::Blank);
            }
            rows.push(HelpRow::Heading(group.title()));
            rows.extend(found);
        }
    }
    rows
}

fn row(keymap: &Keymap, entry: &Entry, words: &[String]) -> Option<HelpRow> {
    let keys = keymap.keys(entry.name).join(" ");
    let all = format!("{keys} {} {} {}", entry.name, entry.help, entry.group.title()).to_lowercase();
    words.iter().all(|word| all.contains(word.as_str())).then_some(HelpRow::Keys(keys, entry.help))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_in_the_help() {
        let listed = rows(&Keymap::default(), "").iter().filter(|row| matches!(row, HelpRow::Keys(..))).count();
        assert_eq!(listed, TABLE.len());
    }

    #[test]
    fn the_filter_takes_every_word() {
        let found = rows(&Keymap::default(), "next person");
        assert_eq!(found, [HelpRow::Heading("Jump"), HelpRow::Keys("]p".into(), "next person")]);
        assert_eq!(rows(&Keymap::default(), "xyzzy"), []);
    }
}
