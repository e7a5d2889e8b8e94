//! Keys → commands: the table's keys with the user's over them, and what has been typed so far.

use std::collections::BTreeMap;

use crate::text::near;

use super::command::{Command, Context, Entry, TABLE, named};
use super::key::{Key, KeyCode};

/// One or more keys pressed one after another: `j`, `]e`, `Ctrl-x s`.
pub type Sequence = Vec<Key>;

/// Which keys give which command, in each context.
#[derive(Clone, Debug)]
pub struct Keymap {
    bound: BTreeMap<(Context, Sequence), Command>,
    /// The keys of each row of the table, by its name, as they are shown.
    shown: BTreeMap<&'static str, Vec<String>>,
}

/// Something wrong with the keys that a user gave to commands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The names of the commands it is about, as they were written.
    pub commands: Vec<String>,
    /// What is wrong.
    pub message: String,
}

/// What a key led to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Typed {
    /// A whole command, and the count typed before it.
    Command(Command, Option<usize>),
    /// The beginning of one.
    Pending,
    /// Nothing that is bound.
    Unbound(Key),
}

/// The keys of an unfinished command, and the count before it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pending {
    count: Option<usize>,
    keys: Sequence,
}

/// No count goes beyond this: more would only be a slip.
const MOST: usize = 99_999;

impl Default for Keymap {
    fn default() -> Self {
        Self::new(&BTreeMap::new()).unwrap_or_else(|_| Self { bound: BTreeMap::new(), shown: BTreeMap::new() })
    }
}

impl Keymap {
    /// The table's keys, with those of `changed`, a command's name → its keys, in their place.
    ///
    /// # Errors
    /// Every fault: names that are no command, keys that are no key, keys bound twice in a context or hidden by another.
    pub fn new(changed: &BTreeMap<String, Vec<String>>) -> Result<Self, Vec<Fault>> {
        let mut faults: Vec<Fault> = changed.keys().filter_map(|name| unknown(name)).collect();
        let mut keymap = Self { bound: BTreeMap::new(), shown: BTreeMap::new() };
        for entry in TABLE {
            let keys: Vec<String> = match changed.get(entry.name) {
                Some(keys) => keys.clone(),
                None => entry.keys.iter().map(ToString::to_string).collect(),
            };
            for key in &keys {
                match sequence(key) {
                    Ok(sequence) => keymap.bind(entry, &sequence, &mut faults),
                    Err(part) => faults.push(Fault {
                        commands: vec![entry.name.to_owned()],
                        message: format!("{}: \"{part}\" is no key (j, Ctrl-d, PageDown, ]e)", entry.name),
                    }),
                }
            }
            keymap.shown.insert(entry.name, keys);
        }
        faults.extend(keymap.hidden());
        if faults.is_empty() { Ok(keymap) } else { Err(faults) }
    }

    fn bind(&mut self, entry: &'static Entry, sequence: &Sequence, faults: &mut Vec<Fault>) {
        let mut taken: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
        for &context in entry.contexts {
            if context.takes_text() && sequence[0].typed().is_some() {
                continue;
            }
            let before = self.bound.insert((context, sequence.clone()), entry.command);
            if let Some(command) = before.filter(|&command| command != entry.command) {
                taken.entry(name_in(command, context)).or_default().push(context.name());
            }
        }
        for (other, contexts) in taken {
            let (keys, contexts) = (shown(sequence), contexts.join(", "));
            faults.push(Fault {
                commands: vec![entry.name.to_owned(), other.to_owned()],
                message: format!("{keys} is bound twice, in {contexts}: {other} and {}", entry.name),
            });
        }
    }

    /// A fault for each sequence that can never be typed, because a shorter one takes its first keys.
    fn hidden(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (((context, short), first), ((other, long), second)) in self.bound.iter().zip(self.bound.iter().skip(1)) {
            if context == other && long.starts_with(short) {
                let (first, second) = (name_in(*first, *context), name_in(*second, *context));
                let fault = Fault {
                    commands: vec![first.to_owned(), second.to_owned()],
                    message: format!("{} ({second}) cannot be typed: {} is {first}", shown(long), shown(short)),
                };
                if !faults.contains(&fault) {
                    faults.push(fault);
                }
            }
        }
        faults
    }

    /// The keys of a row of the table, as they are shown.
    pub fn keys(&self, name: &str) -> &[String] {
        self.shown.get(name).map_or(&[], Vec::as_slice)
    }

    /// The first key of the command in `context`, as it is shown.
    pub fn key_of(&self, command: Command, context: Context) -> Option<&str> {
        let entry = command.entries().find(|entry| entry.contexts.contains(&context))?;
        self.keys(entry.name).first().map(String::as_str)
    }

    /// Takes one key into `pending`. A command comes with its count and empties it; so does a key that leads nowhere.
    pub fn press(&self, context: Context, pending: &mut Pending, key: Key) -> Typed {
        if let Some(digit) = key.typed().and_then(|c| c.to_digit(10)).filter(|_| counts(context, pending)) {
            let count = pending.count.unwrap_or(0) * 10 + digit as usize;
            if count > 0 {
                pending.count = Some(count.min(MOST));
                return Typed::Pending;
            }
        }
        pending.keys.push(key);
        let wanted = (context, pending.keys.clone());
        if let Some(&command) = self.bound.get(&wanted) {
            let count = pending.count;
            *pending = Pending::default();
            return Typed::Command(command, count);
        }
        let begins = |(bound, keys): &(Context, Sequence)| *bound == context && keys.starts_with(&wanted.1);
        if self.bound.range(wanted.clone()..).next().is_some_and(|(bound, _)| begins(bound)) {
            return Typed::Pending;
        }
        let alone = pending.keys.len() == 1;
        *pending = Pending::default();
        // A key that breaks off a sequence may still be a way out by itself.
        if alone || key.code != KeyCode::Esc { Typed::Unbound(key) } else { self.press(context, pending, key) }
    }
}

impl Pending {
    /// What has been typed, as the status line shows it.
    pub fn shown(&self) -> String {
        let count = self.count.map(|count| count.to_string()).unwrap_or_default();
        format!("{count}{}", shown(&self.keys))
    }

    /// Whether nothing has been typed.
    pub const fn is_empty(&self) -> bool {
        self.count.is_none() && self.keys.is_empty()
    }
}

/// Whether digits count here: not where text is typed, nor within a sequence.
fn counts(context: Context, pending: &Pending) -> bool {
    !context.takes_text() && pending.keys.is_empty()
}

/// A sequence from how it is written: one key's name, keys parted by spaces, or characters one after another.
///
/// # Errors
/// The part that names no key.
pub fn sequence(written: &str) -> Result<Sequence, String> {
    if let Ok(key) = written.parse() {
        return Ok(vec![key]);
    }
    if written.trim().contains(' ') {
        return written.split_whitespace().map(str::parse).collect();
    }
    let plain = (2..=3).contains(&written.chars().count())
        && !written.chars().all(char::is_alphabetic)
        && !written.contains(char::is_whitespace);
    if plain { Ok(written.chars().map(Key::char).collect()) } else { Err(written.to_owned()) }
}

/// The name of a command's row for `context`.
fn name_in(command: Command, context: Context) -> &'static str {
    command.entries().find(|entry| entry.contexts.contains(&context)).map_or("", |entry| entry.name)
}

/// What to say of a name that is no command, with the names nearest to it.
fn unknown(name: &str) -> Option<Fault> {
    if named(name).is_some() {
        return None;
    }
    let near = near(name, TABLE.iter().map(|entry| entry.name));
    let hint =
        if near.is_empty() { "`byline keys` lists them".to_owned() } else { format!("near: {}", near.join(", ")) };
    Some(Fault { commands: vec![name.to_owned()], message: format!("{name} is no command ({hint})") })
}

/// A sequence as it is shown.
fn shown(sequence: &[Key]) -> String {
    sequence.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::super::command::Target;
    use super::*;

    fn press(keys: &str) -> Typed {
        let keymap = Keymap::default();
        let mut pending = Pending::default();
        keys.chars().map(|c| keymap.press(Context::Text, &mut pending, Key::char(c))).last().expect("a key")
    }

    #[test]
    fn the_table_binds_no_key_twice() {
        assert_eq!(Keymap::new(&BTreeMap::new()).err(), None);
    }

    #[test]
    fn every_context_has_a_way_out() {
        let keymap = Keymap::default();
        for context in [Context::Text, Context::Panel, Context::Card, Context::Search, Context::Help] {
            let typed = keymap.press(context, &mut Pending::default(), Key::plain(KeyCode::Esc));
            assert_eq!(typed, Typed::Command(Command::Cancel, None), "{}", context.name());
        }
    }

    #[test]
    fn every_name_is_unique_and_found() {
        for entry in TABLE {
            assert!(std::ptr::eq(named(entry.name).expect("named"), entry), "{}", entry.name);
        }
    }

    #[test]
    fn counts_and_sequences() {
        assert_eq!(press("12j"), Typed::Command(Command::LineDown, Some(12)));
        assert_eq!(press("]"), Typed::Pending);
        assert_eq!(press("3]e"), Typed::Command(Command::Next(Target::Entity), Some(3)));
        assert_eq!(press("]x"), Typed::Unbound(Key::char('x')));
        assert_eq!(press("10j"), Typed::Command(Command::LineDown, Some(10)));
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let changed = [("line-dwn", "j"), ("quit", "k"), ("help", "Ctrl-nope")];
        let changed = changed.map(|(name, key)| (name.to_owned(), vec![key.to_owned()])).into();
        let faults = Keymap::new(&changed).expect_err("three faults");
        let told: Vec<_> = faults.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(
            told,
            [
                "line-dwn is no command (near: line-down, line-up)",
                "help: \"Ctrl-nope\" is no key (j, Ctrl-d, PageDown, ]e)",
                "k is bound twice, in text, panel, card, contents: line-up and quit",
            ]
        );
    }

    #[test]
    fn a_key_that_hides_another_is_a_fault() {
        let faults = Keymap::new(&[("quit".to_owned(), vec!["[".to_owned()])].into()).expect_err("hidden");
        assert_eq!(faults[0].message, "[a (previous-article) cannot be typed: [ is quit");
    }

    #[test]
    fn blanks_are_no_key() {
        assert!(sequence("").is_err() && sequence("  ").is_err());
    }

    #[test]
    fn the_users_keys_take_the_place_of_the_tables() {
        let changed = [("quit".to_owned(), vec!["Q".to_owned(), "Z Z".to_owned()])].into();
        let keymap = Keymap::new(&changed).expect("sound");
        let mut pending = Pending::default();
        assert_eq!(keymap.press(Context::Text, &mut pending, Key::char('q')), Typed::Unbound(Key::char('q')));
        assert_eq!(keymap.press(Context::Text, &mut pending, Key::char('Z')), Typed::Pending);
        assert_eq!(keymap.press(Context::Text, &mut pending, Key::char('Z')), Typed::Command(Command::Quit, None));
        assert_eq!(keymap.keys("quit"), ["Q", "Z Z"]);
    }
}
