//! The status line: where one is, and the two or three keys that matter now.

use ratatui::layout::Rect;

use crate::annotate::Note;
use crate::text::columns;
use crate::tui::command::{Command, Context, Target};
use crate::tui::findings::Item;
use crate::tui::state::{Mode, State, Walk};
use crate::tui::theme::Role;
use crate::tui::update::context;

use super::paint::Brush;

/// Draws the line.
pub fn draw(state: &State, area: Rect, brush: &mut Brush) {
    brush.fill(area, " ", Role::Status);
    let end = brush.line(area.x + 1, area.y, area.width.saturating_sub(2), &left(state), Role::Status);
    // What is typed and told comes first; hints take what is left, the most useful first.
    let room = area.right().saturating_sub(end + 2);
    let width = |(key, hint): &(String, &str)| (columns(key) + columns(hint) + 3) as u16;
    let mut used = 0;
    let fitting = hints(state).into_iter().take_while(|hint| {
        used += width(hint);
        used <= room
    });
    let hints: Vec<_> = fitting.collect();
    let mut x = area.right() - hints.iter().map(width).sum::<u16>();
    for hint in &hints {
        let behind = brush.line(x, area.y, area.right() - x, &hint.0, Role::Key);
        brush.line(behind + 1, area.y, area.right().saturating_sub(behind + 1), hint.1, Role::Status);
        x += width(hint);
    }
}

/// The column of the terminal's cursor, where a line is typed.
pub fn cursor(state: &State, area: Rect) -> Option<u16> {
    let typed = match &state.mode {
        Mode::Search(typing) => typed_search(&typing.line),
        Mode::Help(help) => typed_filter(&help.filter),
        Mode::Filter(_) => typed_filter(state.panel.filter().written()),
        _ => return None,
    };
    Some((area.x + 1 + columns(&typed) as u16).min(area.right().saturating_sub(1)))
}

fn typed_search(line: &str) -> String {
    format!("/{line}")
}

fn typed_filter(filter: &str) -> String {
    format!("filter: {filter}")
}

/// What is being typed, told, or where one is.
fn left(state: &State) -> String {
    match &state.mode {
        Mode::Search(typing) if typing.line.is_empty() => "/".to_owned(),
        Mode::Search(typing) => format!("{}   {}", typed_search(&typing.line), matches(typing.search.matches().len())),
        Mode::Help(help) => typed_filter(&help.filter),
        Mode::Filter(_) => typed_filter(state.panel.filter().written()),
        _ if !state.keys.pending.is_empty() => state.keys.pending.shown(),
        _ => state.notice.clone().or_else(|| fetching(state)).unwrap_or_else(|| place(state)),
    }
}

/// What is being opened.
fn fetching(state: &State) -> Option<String> {
    let contents = state.contents.as_ref()?;
    let fetching = contents.fetching?;
    let entry = contents.entries().iter().find(|entry| entry.id == fetching.entry)?;
    Some(format!("{} {}", opening(fetching.bytes), entry.title))
}

/// How far the opening is, where bytes have come that were counted.
pub fn opening(bytes: usize) -> String {
    match bytes {
        0 => "opening…".to_owned(),
        1..1_000_000 => format!("opening… {} kB", bytes.div_ceil(1000)),
        _ => format!("opening… {}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

/// How far one is, and which of how many.
fn place(state: &State) -> String {
    let contents = state.contents.as_ref();
    if let Some(contents) = contents.filter(|_| state.shows_contents()) {
        return format!("{} of {}", (contents.chosen() + 1).min(contents.entries().len()), contents.entries().len());
    }
    let percent = match state.percent() {
        100 if state.top_row() == 0 => "all".to_owned(),
        100 => "end".to_owned(),
        percent => format!("{percent} %"),
    };
    let mut parts = vec![percent];
    if let Some((contents, at)) = contents.and_then(|contents| Some((contents, contents.place()?))) {
        parts.insert(0, format!("article {} of {}", at + 1, contents.entries().len()));
    }
    match &state.walk {
        Some(Walk::Search(search, at)) => {
            let number = at.and_then(|at| search.number(at)).map(|number| format!("{number} of ")).unwrap_or_default();
            parts.push(format!("/{} {number}{}", search.query(), matches(search.matches().len())));
        }
        Some(Walk::Pinned(_)) => parts.push(format!("pinned {}", chosen(state).unwrap_or_default())),
        None => parts.extend(chosen(state)),
    }
    parts.extend(state.link().map(|link| match link.says {
        Some(says) => format!("goes to {}, not to {says}", link.target),
        None => format!("→ {}", link.target),
    }));
    if state.findings.is_none() {
        parts.push("looking for names, numbers and claims…".to_owned());
    }
    if !state.loaded.warnings.is_empty() && parts.len() == 1 + usize::from(contents.is_some()) {
        parts.extend(state.loaded.warnings.iter().map(ToString::to_string));
    }
    parts.join("  ·  ")
}

fn matches(count: usize) -> String {
    match count {
        0 => "no match".to_owned(),
        1 => "1 match".to_owned(),
        _ => format!("{count} matches"),
    }
}

/// The chosen item in a few words: "NATO 3 of 7".
fn chosen(state: &State) -> Option<String> {
    let findings = state.findings.as_ref()?;
    let step = state.step_of().map(|(at, all)| format!(" {at} of {all}")).unwrap_or_default();
    match state.reading.chosen {
        Some(Item::Entity(id)) => Some(format!("{}{step}", findings.annotations().entity(id)?.name)),
        Some(Item::Statistic(_)) => Some("statistic".to_owned()),
        Some(Item::Claim(_)) => Some("claim".to_owned()),
        None => match state.selected_note()? {
            Note::Date(date) => date.value.clone(),
            _ => None,
        },
    }
}

/// The keys that matter now, the most useful first, each with what it does.
fn hints(state: &State) -> Vec<(String, &'static str)> {
    let is_opening = state.contents.as_ref().is_some_and(|contents| contents.fetching.is_some());
    let commands: &[Command] = match (&state.mode, &state.walk, state.reading.chosen) {
        (Mode::Contents | Mode::Text, ..) if is_opening => &[Command::Cancel],
        (Mode::Contents, ..) => &[Command::Open, Command::Help, Command::Quit],
        (Mode::Help(_) | Mode::Card { .. }, ..) => &[Command::Cancel],
        (Mode::Search(_) | Mode::Filter(_), ..) => {
            return vec![("Enter".to_owned(), "keep"), ("Esc".to_owned(), "back")];
        }
        (Mode::Text, ..) if state.reading.link.is_some() => {
            let commands = [(Command::Card, "follow"), (Command::Outside, "browser"), (Command::Cancel, "back")];
            let key = |command| state.keys.map.key_of(command, Context::Text);
            return commands.into_iter().filter_map(|(command, does)| Some((key(command)?.to_owned(), does))).collect();
        }
        (Mode::Panel, ..) => &[Command::Go, Command::Filter, Command::Sort, Command::SwitchPane, Command::Help],
        (Mode::Text, Some(_), _) => &[Command::Again, Command::Cancel, Command::Help],
        (Mode::Text, None, Some(_)) => &[Command::Card, Command::Pin, Command::Cancel, Command::Help],
        (Mode::Text, None, None) if state.contents.is_some() => {
            &[Command::Help, Command::SwitchPane, Command::Contents, Command::NextArticle, Command::Quit]
        }
        (Mode::Text, None, None) => &[
            Command::Help,
            Command::SwitchPane,
            Command::Next(Target::Entity),
            Command::Next(Target::Claim),
            Command::Quit,
        ],
    };
    let context = context(&state.mode);
    let hint = |&command: &Command| {
        let entry = command.entries().find(|entry| entry.contexts.contains(&context))?;
        Some((state.keys.map.key_of(command, context)?.to_owned(), entry.hint))
    };
    commands.iter().filter_map(hint).collect()
}
