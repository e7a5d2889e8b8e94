//! The house stands: who may know whom, who may touch the world, and how long a file may be.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms a room may import from; a room is a module at the top, or one of those within `tui` and `load` that
/// stand here by themselves. What is not listed is not allowed, and the list has no circles.
const ALLOWED: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("article", &["text"]),
    ("load", &["text", "article"]),
    ("annotate", &["text", "article"]),
    ("export", &["text", "article", "annotate"]),
    ("library", &["text", "article", "load", "annotate"]),
    // The ground of the screen: plain data.
    ("tui::key", &[]),
    ("tui::command", &[]),
    ("tui::effect", &[]),
    ("tui::areas", &[]),
    ("tui::keymap", &["text", "tui::key", "tui::command"]),
    ("tui::layout", &["text", "article"]),
    (
        "tui",
        &[
            "text",
            "article",
            "annotate",
            "tui::key",
            "tui::command",
            "tui::effect",
            "tui::areas",
            "tui::keymap",
            "tui::layout",
        ],
    ),
    ("tui::theme", &["text", "annotate", "tui"]),
    (
        "tui::view",
        &[
            "text",
            "article",
            "annotate",
            "tui",
            "tui::key",
            "tui::command",
            "tui::areas",
            "tui::keymap",
            "tui::layout",
            "tui::theme",
        ],
    ),
    (
        "tui::shell",
        &[
            "text",
            "article",
            "annotate",
            "load",
            "library",
            "tui",
            "tui::key",
            "tui::effect",
            "tui::areas",
            "tui::keymap",
            "tui::theme",
            "tui::view",
        ],
    ),
    ("config", &["text", "tui::key", "tui::keymap", "tui::theme"]),
    (
        "cli",
        &[
            "text",
            "article",
            "load",
            "annotate",
            "export",
            "library",
            "config",
            "tui",
            "tui::command",
            "tui::areas",
            "tui::keymap",
            "tui::theme",
            "tui::shell",
        ],
    ),
    ("main", &["cli"]),
    ("bin", &["text", "article", "annotate"]),
];

/// Where files, the environment and the network may be touched, by the beginning of the path.
const WORLDLY: &[&str] =
    &["load/source", "annotate/names/train", "config", "library", "cli", "main", "bin", "tui/shell"];

/// The most lines of code, tests apart, that a file may have.
const LONGEST: usize = 500;

/// A source file of the program.
struct Source {
    /// Its path below `src`, with slashes and without the ending.
    path: String,
    /// The whole text.
    text: String,
    /// The code: no comments, no unit tests.
    code: String,
}

impl Source {
    /// Its module: `tui::view::panel`; of `mod.rs`, the folder's.
    fn module(&self) -> String {
        let path = self.path.strip_suffix("/mod").unwrap_or(&self.path);
        path.replace('/', "::")
    }

    /// The modules and items it imports, each as a whole path: `crate::text::TextRange`, `std::fs`.
    fn imports(&self) -> Vec<String> {
        let mut found = Vec::new();
        for tree in uses(&self.code) {
            expand(tree, "", &mut found);
        }
        found.extend(inline_paths(&self.code));
        found.into_iter().map(|path| absolute(&path, &self.module())).collect()
    }
}

/// The sources below `folder`, in order.
fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let source = |file: PathBuf| {
        let text = fs::read_to_string(&file).expect("text");
        let path = file.strip_prefix(&root).expect("below").with_extension("");
        let path = path.to_str().expect("UTF-8").replace('\\', "/");
        Source { path, code: code(&text), text }
    };
    files.into_iter().map(source).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// `text` without comments on lines of their own and without the unit tests at its end.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = before_tests.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The trees of the `use` statements in `code`, without `use` and the semicolon.
fn uses(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in code.split_inclusive('\n') {
        let inner = line.trim_start();
        let public = ["pub ", "pub(super) ", "pub(crate) "].iter().find_map(|mark| inner.strip_prefix(mark));
        if let Some(rest) = public.unwrap_or(inner).strip_prefix("use ") {
            let start = at + line.len() - rest.len();
            let end = code[start..].find(';').map_or(code.len(), |end| start + end);
            found.push(&code[start..end]);
        }
        at += line.len();
    }
    found
}

/// Every path of a tree: `a::{b, c::d}` → `a::b`, `a::c::d`.
fn expand(tree: &str, prefix: &str, found: &mut Vec<String>) {
    let tree = tree.trim();
    let Some((head, rest)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default().trim();
        if !path.is_empty() {
            found.push(format!("{prefix}{path}").trim_end_matches("::self").to_owned());
        }
        return;
    };
    let inner = rest.rfind('}').map_or(rest, |end| &rest[..end]);
    let prefix = format!("{prefix}{}", head.trim());
    let mut depth = 0;
    let mut start = 0;
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&inner[start..at], &prefix, found);
                start = at + 1;
            }
            _ => (),
        }
    }
    expand(&inner[start..], &prefix, found);
}

/// Paths in the code itself that begin with `crate::` or `std::`.
fn inline_paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for mark in ["crate::", "std::"] {
        for (at, _) in code.match_indices(mark) {
            let end = code[at..]
                .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
                .map_or(code.len(), |end| at + end);
            found.push(code[at..end].trim_end_matches(':').to_owned());
        }
    }
    found
}

/// `super::` and `self::` of `module` resolved.
fn absolute(path: &str, module: &str) -> String {
    let mut base: Vec<&str> = module.split("::").collect();
    let mut rest = path;
    if !rest.starts_with("super::") && !rest.starts_with("self::") {
        return rest.to_owned();
    }
    rest = rest.strip_prefix("self::").unwrap_or(rest);
    while let Some(inner) = rest.strip_prefix("super::") {
        base.pop();
        rest = inner;
    }
    let parts: Vec<&str> = ["crate"].into_iter().chain(base).chain([rest]).collect();
    parts.join("::")
}

/// The room that holds the module or item at `path`, without `crate::`.
fn room(path: &str) -> Option<&'static str> {
    let fits = |room: &str| path == room || path.strip_prefix(room).is_some_and(|rest| rest.starts_with("::"));
    ALLOWED.iter().map(|(room, _)| *room).filter(|room| fits(room)).max_by_key(|room| room.len())
}

#[test]
fn rooms_know_only_whom_they_may() {
    let mut wrong = Vec::new();
    for source in sources("src") {
        if source.path == "lib" {
            continue;
        }
        let Some(from) = room(&source.module()) else {
            wrong.push(format!("{}: this room is not in the table", source.path));
            continue;
        };
        let allowed = ALLOWED.iter().find(|(room, _)| *room == from).map_or(&[][..], |(_, allowed)| allowed);
        for path in source.imports() {
            let Some(inner) = path.strip_prefix("crate::").or_else(|| path.strip_prefix("byline::")) else { continue };
            if let Some(to) = room(inner).filter(|to| *to != from && !allowed.contains(to)) {
                wrong.push(format!("{}: {from} may not import from {to} ({path})", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_table_has_no_circles() {
    let mut done: BTreeSet<&str> = BTreeSet::new();
    let mut left: Vec<_> = ALLOWED.iter().collect();
    while !left.is_empty() {
        let before = left.len();
        left.retain(|(room, allowed)| {
            let ready = allowed.iter().all(|room| done.contains(room));
            if ready {
                done.insert(room);
            }
            !ready
        });
        assert!(left.len() < before, "a circle among {:?}", left.iter().map(|(room, _)| room).collect::<Vec<_>>());
    }
}

#[test]
fn only_the_shell_knows_the_terminal() {
    for source in sources("src") {
        let may = source.path.starts_with("tui/shell") || source.path.starts_with("tui/key");
        assert!(may || !source.code.contains("crossterm"), "{} speaks of crossterm", source.path);
    }
}

#[test]
fn only_the_theme_names_a_colour() {
    for source in sources("src") {
        let may = source.path.starts_with("tui/theme");
        assert!(may || !source.code.contains("Color::"), "{} names a colour", source.path);
    }
}

#[test]
fn few_touch_the_world() {
    let worldly = ["std::fs", "std::env", "std::net", "std::process", "ureq", "rustix"];
    for source in sources("src") {
        if WORLDLY.iter().any(|may| source.path.starts_with(may)) {
            continue;
        }
        for path in source.imports() {
            let touched = worldly.iter().find(|world| path == **world || path.starts_with(&format!("{world}::")));
            assert!(touched.is_none(), "{} imports {path}", source.path);
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in ["src", "tests", "benches"] {
        for source in sources(folder) {
            assert!(source.text.starts_with("//! "), "{folder}/{} does not open with a sentence", source.path);
        }
    }
}

#[test]
fn no_file_is_too_long() {
    for source in sources("src") {
        let lines = source.code.lines().filter(|line| !line.trim().is_empty()).count();
        assert!(lines <= LONGEST, "{} has {lines} lines of code: it is two thoughts", source.path);
    }
}
