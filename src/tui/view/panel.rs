//! The panel: entities with their counts and strips, statistics, claims.

use ratatui::layout::Rect;

use crate::annotate::{Change, Claim, ClaimKind, Entity, EntityId, MarkId, Note, Statistic};
use crate::text::{TextRange, columns};
use crate::tui::areas::Areas;
use crate::tui::findings::{Findings, Item, Section};
use crate::tui::panel::PanelRow;
use crate::tui::state::{Mode, State};
use crate::tui::theme::Role;

use super::paint::Brush;
use super::strip::{cell_of, counts, strip};
use super::verb::verb;

/// Columns for the number at the end of a row.
const COUNT: u16 = 4;

/// Draws the list with its tabs.
pub fn draw(state: &State, areas: &Areas, brush: &mut Brush) {
    let area = inset(areas.panel);
    draw_tabs(state, area, brush);
    let Some(findings) = &state.findings else {
        brush.line(area.x, area.y + 2, area.width, "Reading…", Role::Faint);
        return;
    };
    if state.panel.rows().is_empty() {
        brush.line(area.x, area.y + 2, area.width, "Nothing found to list.", Role::Faint);
    }
    let list = List { state, findings, area, most: fullest(state, findings, area) };
    let rows = state.panel.rows().iter().skip(state.panel.top());
    for (y, &row) in (area.top() + 1..area.bottom()).zip(rows) {
        list.draw_row(row, y, brush);
    }
}

/// The panel without the column next to the divider and the one at the edge.
const fn inset(panel: Rect) -> Rect {
    Rect { x: panel.x + 1, width: panel.width.saturating_sub(2), ..panel }
}

fn draw_tabs(state: &State, area: Rect, brush: &mut Brush) {
    let title = match (state.panel.tab(), state.panel.filter().written()) {
        (None, "") => "In this article".to_owned(),
        (Some(section), "") => section.title().to_owned(),
        (None, filter) => format!("/{filter}"),
        (Some(section), filter) => format!("{} /{filter}", section.title()),
    };
    if matches!(state.mode, Mode::Panel | Mode::Filter(_)) {
        let end = brush.line(area.x, area.y, area.width, &format!(" ‹ {title} › "), Role::Tab);
        let hint = "h l: kinds";
        if usize::from(area.right().saturating_sub(end)) > columns(hint) {
            brush.right(area.right(), area.y, area.width, hint, Role::Faint);
        }
    } else {
        brush.line(area.x, area.y, area.width, &title, Role::Faint);
    }
}

/// Columns of a strip in a panel this wide.
const fn strip_width(width: u16) -> u16 {
    match width {
        0..26 => 0,
        26..34 => 6,
        34..46 => 12,
        _ => 16,
    }
}

/// The most mentions of one entity in one cell of a strip, over all entities: what a full bar means.
fn fullest(state: &State, findings: &Findings, area: Rect) -> usize {
    let width = usize::from(strip_width(area.width));
    let fullest = |item: &Item| density(state, findings, *item, width).into_iter().max().unwrap_or(0);
    // The first of each section are the ones named most.
    Section::ALL.iter().flat_map(|&section| findings.items(section).iter().take(3)).map(fullest).max().unwrap_or(1)
}

/// How many mentions of `item` fall in each of `width` cells.
fn density(state: &State, findings: &Findings, item: Item, width: usize) -> Vec<usize> {
    let start = |&mark: &MarkId| state.range_of(mark).map_or(0, TextRange::start);
    counts(findings.marks(&item), start, state.text().len(), width)
}

/// What drawing a row needs.
struct List<'a> {
    state: &'a State,
    findings: &'a Findings,
    area: Rect,
    /// The mentions that fill a cell of a strip.
    most: usize,
}

impl List<'_> {
    fn draw_row(&self, row: PanelRow, y: u16, brush: &mut Brush) {
        match row {
            PanelRow::Blank => (),
            PanelRow::Heading(section, count) => self.draw_heading(section, count, y, brush),
            PanelRow::Item(item) => self.draw_item(item, y, brush),
            PanelRow::Gist(item) => self.draw_gist(item, y, brush),
        }
        if row.item().is_some() && row.item() == self.state.reading.chosen {
            let area = Rect { x: self.area.x - 1, y, width: self.area.width + 2, height: 1 };
            brush.tint(area, Role::Cursor);
            brush.line(area.x, y, 1, "▌", Role::Key);
        }
    }

    fn draw_heading(&self, section: Section, count: usize, y: u16, brush: &mut Brush) {
        let area = self.area;
        let end = brush.line(area.x, y, area.width, section.title(), Role::heading(section));
        let start = brush.right(area.right(), y, COUNT, &count.to_string(), Role::Faint);
        let gap = Rect { x: end + 1, y, width: start.saturating_sub(end + 2), height: 1 };
        brush.fill(gap, "─", Role::Rule);
    }

    fn draw_item(&self, item: Item, y: u16, brush: &mut Brush) {
        match (item, self.note(item)) {
            (Item::Entity(id), _) => self.draw_entity(id, y, brush),
            (_, Some(Note::Statistic(statistic))) => self.draw_statistic(statistic, y, brush),
            (_, Some(Note::Claim(claim))) => self.draw_claim(claim, y, brush),
            (_, Some(Note::Assertion)) => self.draw_assertion(y, brush),
            _ => (),
        }
    }

    fn note(&self, item: Item) -> Option<&Note> {
        match item {
            Item::Statistic(mark) | Item::Claim(mark) => Some(&self.findings.annotations().mark(mark)?.note),
            Item::Entity(_) => None,
        }
    }

    fn draw_entity(&self, id: EntityId, y: u16, brush: &mut Brush) {
        let Some(entity) = self.findings.annotations().entity(id) else { return };
        let area = self.area;
        let cells = strip_width(area.width);
        let room = area.width.saturating_sub(COUNT + if cells > 0 { cells + 1 } else { 0 }).saturating_sub(2);
        brush.line(area.x + 1, y, room, &entity.name, Role::of(entity.kind));
        let item = Item::Entity(id);
        // A body that bears no name is there for what it is called.
        let count = match self.findings.named(item) {
            0 => self.findings.marks(&item).len(),
            named => named,
        };
        brush.right(area.right(), y, COUNT, &count.to_string(), Role::Text);
        self.draw_strip(item, Rect { x: area.right() - COUNT - cells, y, width: cells, height: 1 }, brush);
    }

    /// Where the entity is mentioned; the cell that the reader is in stands out.
    fn draw_strip(&self, item: Item, area: Rect, brush: &mut Brush) {
        let (length, width) = (self.state.text().len(), usize::from(area.width));
        let counts = density(self.state, self.findings, item, width);
        brush.line(area.x, area.y, area.width, &strip(&counts, self.most), Role::Strip);
        let view = self.state.in_view();
        let here = cell_of(usize::midpoint(view.start(), view.end()), length, width) as u16;
        brush.tint(Rect { x: area.x + here, width: area.width.min(1), ..area }, Role::StripHere);
    }

    fn draw_statistic(&self, statistic: &Statistic, y: u16, brush: &mut Brush) {
        let (area, text) = (self.area, self.state.text());
        let arrow = match statistic.change {
            Some(Change::Up) => "▲",
            Some(Change::Down) => "▼",
            None => " ",
        };
        brush.line(area.x, y, 1, arrow, Role::Warning);
        let value = one_line(statistic.range.of(text));
        brush.line(area.x + 2, y, area.width.saturating_sub(2), &value, Role::Statistic);
    }

    fn draw_claim(&self, claim: &Claim, y: u16, brush: &mut Brush) {
        let area = self.area;
        brush.line(area.x, y, 1, glyph(claim), Role::Claim);
        let verb = verb(claim, self.state.text());
        let room = area.width.saturating_sub(columns(&verb) as u16 + 4);
        let end = brush.line(area.x + 2, y, room, &self.speaker(claim), Role::Strong);
        brush.line(end + 1, y, area.right().saturating_sub(end + 1), &verb, Role::Claim);
    }

    fn draw_assertion(&self, y: u16, brush: &mut Brush) {
        let area = self.area;
        brush.line(area.x, y, 1, UNATTRIBUTED, Role::Claim);
        brush.line(area.x + 2, y, area.width.saturating_sub(2), NOBODY, Role::Strong);
    }

    /// Who says it: the entity where one is known, else the words of the text.
    fn speaker(&self, claim: &Claim) -> String {
        let entity = claim.speaker.and_then(|id| self.findings.annotations().entity(id));
        let words = || claim.source.iter().map(|range| range.of(self.state.text())).collect::<Vec<_>>().join(" ");
        let name = entity.map_or_else(words, |entity: &Entity| entity.name.clone());
        if name.is_empty() { NOBODY.to_owned() } else { one_line(&name) }
    }

    fn draw_gist(&self, item: Item, y: u16, brush: &mut Brush) {
        let gist = match self.note(item) {
            Some(Note::Claim(claim)) => self.claim_gist(claim),
            Some(Note::Statistic(statistic)) => self.statistic_gist(statistic),
            Some(Note::Assertion) => self.words(item),
            _ => return,
        };
        brush.line(self.area.x + 2, y, self.area.width.saturating_sub(2), &gist, Role::Faint);
    }

    /// What is measured, and who says so; failing both, the words around it.
    fn statistic_gist(&self, statistic: &Statistic) -> String {
        let text = self.state.text();
        let of = statistic.of.filter(|of| !statistic.range.covers(*of)).map(|of| one_line(of.of(text)));
        let claim = statistic.claim.and_then(|id| self.findings.annotations().claim_mark(id));
        let speaker = match claim.and_then(|mark| self.note(Item::Claim(mark))) {
            Some(Note::Claim(claim)) => Some(self.speaker(claim)),
            _ => None,
        };
        match (of, speaker) {
            (Some(of), Some(speaker)) => format!("{of} — {speaker}"),
            (Some(of), None) => of,
            (None, Some(speaker)) => format!("— {speaker}"),
            (None, None) => one_line(sentence_before(text, statistic.range.start())),
        }
    }

    /// The words of an item in one line.
    fn words(&self, item: Item) -> String {
        let range = self.findings.marks(&item).first().and_then(|&mark| self.state.range_of(mark));
        range.map(|range| one_line(range.of(self.state.text()))).unwrap_or_default()
    }

    fn claim_gist(&self, claim: &Claim) -> String {
        let gist = claim.content.iter().map(|range| range.of(self.state.text())).collect::<Vec<_>>().join(" … ");
        let gist = one_line(&gist);
        // "that" leads into the content; in a row of its own it says nothing.
        gist.strip_prefix("that ").unwrap_or(&gist).to_owned()
    }
}

/// Before a claim or an assertion that nobody is named for.
const UNATTRIBUTED: &str = "?";

/// In place of a speaker.
const NOBODY: &str = "(nobody named)";

/// How a claim comes to the reader: it corrects another `↺`, nobody is named for it `?`, it is told at a distance `~`,
/// quoted `“`, or in the teller's words `›`.
const fn glyph(claim: &Claim) -> &'static str {
    match (claim.corrects, claim.kind) {
        (Some(_), _) => "↺",
        _ if claim.source.is_empty() && claim.speaker.is_none() => UNATTRIBUTED,
        _ if claim.hedged => "~",
        (None, ClaimKind::Direct | ClaimKind::Mixed) => "“",
        (None, ClaimKind::Indirect) => "›",
    }
}

/// `text` with its line breaks as spaces.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last words before the byte at `at`, of the same line.
fn sentence_before(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let start = line.char_indices().rev().nth(40).map_or(0, |(start, _)| start);
    let from = line[start..].find(' ').map_or(start, |space| start + space + 1);
    line.get(if start == 0 { 0 } else { from }..).unwrap_or_default()
}
