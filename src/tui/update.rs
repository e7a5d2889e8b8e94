//! How a session changes: what happened goes in, and the shell is told what it has to do.

use crate::text::Clean;

use super::areas::fits_both;
use super::command::{Command, Context};
use super::effect::Effect;
use super::help;
use super::key::Key;
use super::keymap::Typed;
use super::message::Message;
use super::mouse;
use super::state::{Help, Mode, Screen, State};

/// Characters that a line to type into takes: more than anybody searches for, less than a pasted book.
const LONGEST_LINE: usize = 256;

/// Takes what happened into `state`, and says what the shell has to do about it.
pub fn update(state: &mut State, message: Message) -> Option<Effect> {
    match message {
        Message::Key(key) => press(state, key),
        Message::Mouse { action, column, row } => mouse::mouse(state, action, column, row),
        Message::Paste(text) => {
            type_in(state, text.chars());
            None
        }
        Message::Resize { width, height } => {
            reshape(state, |screen| (screen.width, screen.height) = (width, height));
            None
        }
        Message::Annotated(annotations) => {
            state.annotated(*annotations);
            None
        }
        Message::Warned(warning) => {
            state.loaded.warnings.push(warning);
            None
        }
        Message::Came(bytes) => {
            state.came(bytes);
            None
        }
        Message::Opened(id, loaded) => {
            state.opened(id, *loaded);
            None
        }
        Message::Unfolded { id, title, entries, warnings } => {
            state.unfolded(id, title, entries, warnings);
            None
        }
        Message::Followed { from, to } => {
            state.followed(from, to);
            None
        }
        Message::Told(what) => {
            state.notice = Some(what.to_string());
            None
        }
        Message::NotOpened(id, why) => {
            state.not_opened(id, why);
            None
        }
    }
}

/// Where keys go in a mode.
pub const fn context(mode: &Mode) -> Context {
    match mode {
        Mode::Text => Context::Text,
        Mode::Panel => Context::Panel,
        Mode::Card { .. } => Context::Card,
        Mode::Contents => Context::Contents,
        Mode::Search(_) => Context::Search,
        Mode::Filter(_) => Context::Filter,
        Mode::Help(_) => Context::Help,
    }
}

fn press(state: &mut State, key: Key) -> Option<Effect> {
    state.notice = None;
    let context = context(&state.mode);
    match state.keys.map.press(context, &mut state.keys.pending, key) {
        Typed::Command(command, count) => perform(state, command, count),
        Typed::Pending => None,
        Typed::Unbound(key) => {
            match key.typed() {
                Some(c) => type_in(state, std::iter::once(c)),
                None => edit(state, key),
            }
            None
        }
    }
}

/// Does what a command says. `count` is the number typed before it.
fn perform(state: &mut State, command: Command, count: Option<usize>) -> Option<Effect> {
    match command {
        Command::Quit => return Some(Effect::Quit),
        Command::Suspend => return Some(Effect::Suspend),
        Command::Redraw => return Some(Effect::Redraw),
        Command::ToggleMouse => {
            state.screen.mouse = !state.screen.mouse;
            let who = if state.screen.mouse { "byline has the mouse" } else { "the terminal has the mouse" };
            state.notice = Some(who.to_owned());
            return Some(Effect::Mouse(state.screen.mouse));
        }
        Command::Open => return state.open_chosen(),
        Command::NextArticle => return state.open_beside(count.unwrap_or(1).cast_signed()),
        Command::PreviousArticle => return state.open_beside(-count.unwrap_or(1).cast_signed()),
        Command::Cancel if state.give_up() => return Some(Effect::GiveUp),
        Command::Contents => state.open_contents(),
        Command::Cancel => cancel(state),
        Command::Help => open_help(state),
        Command::Search => state.begin_search(),
        Command::Next(target) => state.jump(target, true, count.unwrap_or(1)),
        Command::Previous(target) => state.jump(target, false, count.unwrap_or(1)),
        Command::Again => state.walk_on(true, count.unwrap_or(1)),
        Command::Back => state.walk_on(false, count.unwrap_or(1)),
        Command::Pin => state.pin(),
        Command::Card if state.reading.link.is_some() => return state.follow_link(),
        Command::Outside => return state.open_outside(),
        Command::Card => state.open_card(),
        Command::Go => state.go(),
        Command::SwitchPane => switch_pane(state),
        Command::TogglePanel => toggle_panel(state),
        Command::NextTab => turn(state, true),
        Command::PreviousTab => turn(state, false),
        Command::Filter => state.mode = Mode::Filter(state.panel.filter().clone()),
        Command::ClaimsBy => state.claims_by(),
        Command::Sort => state.sort(),
        Command::WidenPanel => share(state, |share| share + 4),
        Command::NarrowPanel => share(state, |share| share.saturating_sub(4)),
        Command::WidenText => measure(state, |measure| measure + 4),
        Command::NarrowText => measure(state, |measure| measure.saturating_sub(4)),
        Command::ResetText => measure(state, |_| 0),
        _ => scroll(state, command, count),
    }
    None
}

/// The commands that move, each in the way of the pane that has the keys.
fn scroll(state: &mut State, command: Command, count: Option<usize>) {
    let times = count.unwrap_or(1).cast_signed();
    let page = match &state.mode {
        Mode::Panel => usize::from(state.screen.areas().panel.height) / 2,
        Mode::Contents => usize::from(state.screen.areas().list.height),
        _ => state.page_height(),
    };
    // A page keeps two rows of the last one, where it has more to show.
    let page = (if page > 6 { page - 2 } else { page.max(1) }).cast_signed();
    match command {
        Command::LineDown => by_rows(state, times),
        Command::LineUp => by_rows(state, -times),
        Command::HalfPageDown => by_rows(state, times * (page / 2).max(1)),
        Command::HalfPageUp => by_rows(state, -times * (page / 2).max(1)),
        Command::PageDown => by_rows(state, times * page),
        Command::PageUp => by_rows(state, -times * page),
        Command::Top => to_end(state, false, count),
        Command::Bottom => to_end(state, true, count),
        Command::ParagraphDown => state.go_to_paragraph(state.paragraph() + times.unsigned_abs()),
        Command::ParagraphUp => {
            let begun =
                state.top_row() > 0 && state.layout.rows()[state.top_row() - 1].block as usize == state.paragraph();
            let back = times.unsigned_abs() - usize::from(begun);
            state.go_to_paragraph(state.paragraph().saturating_sub(back));
        }
        _ => (),
    }
}

pub(super) fn by_rows(state: &mut State, rows: isize) {
    match &mut state.mode {
        Mode::Text | Mode::Search(_) => state.scroll(rows),
        Mode::Panel | Mode::Filter(_) => {
            if let Some(item) = state.panel.step(state.reading.chosen, rows) {
                state.choose(item);
            }
        }
        Mode::Card { top, .. } => *top = top.saturating_add_signed(rows),
        Mode::Contents => {
            let height = usize::from(state.screen.areas().list.height);
            if let Some(contents) = &mut state.contents {
                contents.step(rows, height);
            }
        }
        Mode::Help(help) => help.top = help.top.saturating_add_signed(rows),
    }
    bound(state);
}

fn to_end(state: &mut State, end: bool, count: Option<usize>) {
    match (&state.mode, count) {
        (Mode::Text, Some(paragraph)) => state.go_to_paragraph(paragraph - 1),
        (Mode::Text, None) => state.scroll_to(if end { usize::MAX } else { 0 }),
        (Mode::Panel, _) => {
            if let Some(item) = if end { state.panel.last() } else { state.panel.first() } {
                state.choose(item);
            }
        }
        _ => by_rows(state, if end { isize::MAX } else { isize::MIN }),
    }
}

/// Keeps help and card from scrolling past their end.
fn bound(state: &mut State) {
    let areas = state.screen.areas();
    let rows = usize::from(areas.status.y.saturating_sub(2));
    match &mut state.mode {
        Mode::Help(help) => {
            let most = help::rows(&state.keys.map, &help.filter).len().saturating_sub(rows);
            help.top = help.top.min(most);
        }
        Mode::Card { top, .. } => *top = (*top).min(64),
        _ => (),
    }
}

pub(super) fn cancel(state: &mut State) {
    match std::mem::take(&mut state.mode) {
        // With nothing left to back out of, the list is one step back.
        Mode::Text if state.walk.is_none() && state.reading == state.reading.unmarked() && state.contents.is_some() => {
            state.open_contents();
        }
        Mode::Text => {
            state.walk = None;
            state.reading = state.reading.unmarked();
        }
        Mode::Panel => state.leave_panel(),
        Mode::Card { from_panel, .. } => state.mode = if from_panel { Mode::Panel } else { Mode::Text },
        Mode::Search(typing) => state.reading = typing.before,
        Mode::Filter(before) => {
            state.mode = Mode::Panel;
            state.narrow(before);
        }
        // The filter goes first, then the help.
        Mode::Help(help) if !help.filter.is_empty() => state.mode = Mode::Help(Help::default()),
        Mode::Help(_) | Mode::Contents => state.close_contents(),
    }
}

fn open_help(state: &mut State) {
    state.mode = Mode::Help(Help::default());
}

fn switch_pane(state: &mut State) {
    if state.mode == Mode::Panel {
        return state.leave_panel();
    }
    state.mode = Mode::Panel;
    reshape(state, |screen| (screen.look.panel, screen.look.panel_first) = (true, true));
    if let Some(item) = state.reading.chosen.or_else(|| state.panel.first()) {
        state.choose(item);
    }
}

fn toggle_panel(state: &mut State) {
    let shown = state.screen.areas().has_panel();
    state.mode = if shown || fits_both(state.screen.width) { Mode::Text } else { Mode::Panel };
    reshape(state, |screen| (screen.look.panel, screen.look.panel_first) = (!shown, !shown));
}

fn turn(state: &mut State, forward: bool) {
    let Some(findings) = &state.findings else { return };
    state.panel.turn(findings, state.loaded.article.text(), forward);
    if let Some(item) = state.panel.first() {
        state.choose(item);
    }
}

pub(super) fn share(state: &mut State, change: impl Fn(u16) -> u16) {
    reshape(state, |screen| screen.look.share = change(screen.look.share).clamp(15, 75));
}

fn measure(state: &mut State, change: impl Fn(u16) -> u16) {
    reshape(state, |screen| {
        screen.look.measure = match change(screen.look.measure) {
            0 => screen.measure,
            measure => measure.clamp(20, 200),
        };
    });
}

/// Changes the panes: the text is set for its new width, and what is selected stays in view if it was.
fn reshape(state: &mut State, change: impl FnOnce(&mut Screen)) {
    let nothing_in_view = state.page_height() == 0;
    let selected = state.selected_in_view().or(state.reading.selected.filter(|_| nothing_in_view));
    change(&mut state.screen);
    state.set();
    state.scroll(0);
    if let Some(range) = selected.and_then(|mark| state.range_of(mark)) {
        state.show(range.start());
    }
    state.follow();
    bound(state);
}

/// Characters typed, or pasted, where no command takes them. What a terminal must not be shown is not taken, nor what
/// the line has no room for.
fn type_in(state: &mut State, typed: impl Iterator<Item = char>) {
    let line = match &state.mode {
        Mode::Search(typing) => &typing.line,
        Mode::Filter(_) => state.panel.filter().written(),
        Mode::Help(help) => &help.filter,
        Mode::Text | Mode::Panel | Mode::Card { .. } | Mode::Contents => return,
    };
    let room = LONGEST_LINE.saturating_sub(line.chars().count());
    let typed: String = typed.filter(|c| is_shown(*c)).take(room).collect();
    match &mut state.mode {
        Mode::Search(typing) => {
            typing.line.push_str(&typed);
            state.search_typed();
        }
        Mode::Filter(_) => state.filter_typed(|line| line.push_str(&typed)),
        Mode::Help(help) => {
            help.filter.push_str(&typed);
            help.top = 0;
        }
        Mode::Text | Mode::Panel | Mode::Card { .. } | Mode::Contents => (),
    }
}

/// Whether a terminal may be shown `c` as it stands.
fn is_shown(c: char) -> bool {
    c == ' ' || Clean::new(c.encode_utf8(&mut [0; 4])).as_str().contains(c)
}

/// A key that edits or ends a line.
fn edit(state: &mut State, key: Key) {
    use super::key::KeyCode::{Backspace, Down, End, Enter, Home, PageDown, PageUp, Up};
    match (&mut state.mode, key.code) {
        (Mode::Search(typing), Backspace) => {
            // Nothing left to delete: the search ends, as in less.
            if typing.line.pop().is_none() {
                cancel(state);
            } else {
                state.search_typed();
            }
        }
        (Mode::Search(_), Enter) => state.end_search(),
        (Mode::Filter(_), Backspace) if state.panel.filter().written().is_empty() => cancel(state),
        (Mode::Filter(_), Backspace) => {
            state.filter_typed(|line| line.truncate(line.char_indices().last().map_or(0, |(at, _)| at)));
        }
        (Mode::Filter(_), Enter) => state.mode = Mode::Panel,
        (Mode::Help(help), Backspace) => {
            help.filter.pop();
            help.top = 0;
        }
        (Mode::Help(_), Enter) => state.close_contents(),
        (Mode::Filter(_) | Mode::Help(_), Up) => by_rows(state, -1),
        (Mode::Filter(_) | Mode::Help(_), Down) => by_rows(state, 1),
        (Mode::Help(_), PageUp) => by_rows(state, -10),
        (Mode::Help(_), PageDown) => by_rows(state, 10),
        (Mode::Help(_), Home) => by_rows(state, isize::MIN),
        (Mode::Help(_), End) => by_rows(state, isize::MAX),
        _ => (),
    }
}
