//! Settings: the defaults from the commented file that is their manual, and the user's file over them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fmt, fs, io};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::text::near;
use crate::tui::keymap::Keymap;
use crate::tui::theme::Theme;

/// The defaults with their explanation: what `byline config` prints.
pub const MANUAL: &str = include_str!("../assets/config.toml");

/// What can be set.
#[derive(Clone, Debug)]
pub struct Config {
    /// The name of the theme.
    pub theme: String,
    /// How wide the text is set, in columns.
    pub measure: u16,
    /// Whether the mouse is taken from the terminal.
    pub mouse: bool,
    /// Whether the panel is shown at the start.
    pub panel_shown: bool,
    /// How much of the screen the panel takes, in percent.
    pub panel_width: u16,
    /// Which keys give which command.
    pub keymap: Keymap,
}

/// Something wrong in a settings file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1; `None` where the whole file is meant.
    pub line: Option<usize>,
    /// What is wrong, and what to do about it.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(out, ":{line}")?;
        }
        write!(out, ": {}", self.message)
    }
}

/// A setting by its name, and what takes its value; a value that will not do is answered with what is wanted.
type Setting = (&'static str, fn(&mut Config, &DeValue) -> Result<(), String>);

/// All settings but the keys.
const SETTINGS: &[Setting] = &[
    ("theme", |config, value| one_of(value, &themes()).map(|name| config.theme = name)),
    ("measure", |config, value| whole(value, 20, 400).map(|columns| config.measure = columns)),
    ("mouse", |config, value| yes_or_no(value).map(|mouse| config.mouse = mouse)),
    ("panel.shown", |config, value| yes_or_no(value).map(|shown| config.panel_shown = shown)),
    ("panel.width", |config, value| whole(value, 15, 70).map(|share| config.panel_width = share)),
];

impl Default for Config {
    fn default() -> Self {
        let bare = Self {
            theme: "auto".to_owned(),
            measure: 72,
            mouse: true,
            panel_shown: true,
            panel_width: 36,
            keymap: Keymap::default(),
        };
        bare.clone().with(Path::new("assets/config.toml"), MANUAL).unwrap_or(bare)
    }
}

impl Config {
    /// The defaults with the settings in `named` over them, or in the user's own file, if there is one.
    ///
    /// # Errors
    /// Everything that is wrong with the file, in the order of its lines. A file that was asked for must be there.
    pub fn load(named: Option<&Path>) -> Result<Self, Vec<Fault>> {
        let (file, asked_for) = match named.map(Path::to_owned).or_else(|| variable("BYLINE_CONFIG")) {
            Some(file) => (file, true),
            None => match home_file() {
                Some(file) => (file, false),
                None => return Ok(Self::default()),
            },
        };
        match fs::read_to_string(&file) {
            Ok(text) => Self::default().with(&file, &text),
            Err(error) if error.kind() == io::ErrorKind::NotFound && !asked_for => Ok(Self::default()),
            Err(error) => {
                let message = format!("the settings cannot be read: {error}");
                Err(vec![Fault { file, line: None, message }])
            }
        }
    }

    /// These settings with those in `text` over them; `file` is what faults call it.
    ///
    /// # Errors
    /// Everything that is wrong with `text`, in the order of its lines.
    pub fn with(mut self, file: &Path, text: &str) -> Result<Self, Vec<Fault>> {
        let mut read = Reading { file, text, faults: Vec::new() };
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            read.fault(error.span().map(|span| span.start), error.message().to_owned());
        }
        read.table(&mut self, table.get_ref(), "");
        read.faults.sort_by_key(|fault| fault.line);
        if read.faults.is_empty() { Ok(self) } else { Err(read.faults) }
    }
}

/// A path from the environment; empty is none.
fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Where the user's settings are by the XDG base directory specification, which lets a relative path count as none.
fn home_file() -> Option<PathBuf> {
    let base = variable("XDG_CONFIG_HOME").filter(|path| path.is_absolute());
    let base = base.or_else(|| variable("HOME").map(|home| home.join(".config")))?;
    Some(base.join("byline").join("config.toml"))
}

/// A settings file that is being read, and what was wrong in it so far.
struct Reading<'t> {
    file: &'t Path,
    text: &'t str,
    faults: Vec<Fault>,
}

impl Reading<'_> {
    /// Notes a fault at the byte `offset`.
    fn fault(&mut self, offset: Option<usize>, message: String) {
        let line = offset.map(|offset| {
            let before = &self.text.as_bytes()[..offset.min(self.text.len())];
            memchr::memchr_iter(b'\n', before).count() + 1
        });
        self.faults.push(Fault { file: self.file.to_owned(), line, message });
    }

    /// Takes every setting of `table`, whose name begins with `prefix`, into `config`.
    fn table(&mut self, config: &mut Config, table: &DeTable, prefix: &str) {
        for (key, value) in table {
            let name = format!("{prefix}{}", key.get_ref());
            let inner = format!("{name}.");
            let is_table = SETTINGS.iter().any(|(known, _)| known.starts_with(&inner));
            match (value.get_ref(), SETTINGS.iter().find(|(known, _)| *known == name)) {
                (DeValue::Table(keys), _) if name == "keys" => self.keys(config, keys),
                (DeValue::Table(table), None) if is_table => self.table(config, table, &inner),
                (value_here, Some((_, set))) => {
                    if let Err(wanted) = set(config, value_here) {
                        self.fault(Some(value.span().start), format!("{name} is to be {wanted}"));
                    }
                }
                _ => self.fault(Some(key.span().start), unknown(&name, is_table || name == "keys")),
            }
        }
    }

    /// Takes the keys that `table` gives to commands.
    fn keys(&mut self, config: &mut Config, table: &DeTable) {
        let mut changed = BTreeMap::new();
        let mut offsets = BTreeMap::new();
        for (name, value) in table {
            offsets.insert(name.get_ref().to_string(), name.span().start);
            match keys_of(value.get_ref()) {
                Some(keys) => {
                    changed.insert(name.get_ref().to_string(), keys);
                }
                None => self.fault(
                    Some(value.span().start),
                    format!("{} is to be a list of keys, such as [\"j\", \"Down\"]", name.get_ref()),
                ),
            }
        }
        match Keymap::new(&changed) {
            Ok(keymap) => config.keymap = keymap,
            Err(faults) => {
                for fault in faults {
                    let offset = fault.commands.iter().find_map(|name| offsets.get(name.as_str()));
                    self.fault(offset.copied(), fault.message);
                }
            }
        }
    }
}

/// The keys in a value: a string, or a list of them.
fn keys_of(value: &DeValue) -> Option<Vec<String>> {
    let text = |value: &DeValue| value.as_str().map(str::to_owned);
    match value {
        DeValue::Array(keys) => keys.iter().map(Spanned::get_ref).map(text).collect(),
        _ => text(value).map(|key| vec![key]),
    }
}

/// What to say of a name that is no setting.
fn unknown(name: &str, is_table: bool) -> String {
    if is_table {
        return format!("{name} is a table: write its settings below [{name}]");
    }
    let known = SETTINGS.iter().map(|(known, _)| *known).chain(["keys"]);
    match near(name, known).first() {
        Some(meant) => format!("{name} is no setting; did you mean {meant}?"),
        None => format!("{name} is no setting; `byline config` lists them"),
    }
}

/// The themes that can be named.
fn themes() -> Vec<&'static str> {
    ["auto"].into_iter().chain(Theme::names()).collect()
}

fn one_of(value: &DeValue, names: &[&str]) -> Result<String, String> {
    let name = value.as_str().filter(|name| names.contains(name));
    name.map(str::to_owned).ok_or_else(|| format!("one of \"{}\"", names.join("\", \"")))
}

fn yes_or_no(value: &DeValue) -> Result<bool, String> {
    value.as_bool().ok_or_else(|| "true or false".to_owned())
}

fn whole(value: &DeValue, low: u16, high: u16) -> Result<u16, String> {
    let number = value.as_integer().and_then(|number| u16::from_str_radix(number.as_str(), number.radix()).ok());
    let number = number.filter(|number| (low..=high).contains(number));
    number.ok_or_else(|| format!("a whole number from {low} to {high}"))
}
