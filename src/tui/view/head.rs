//! The head: title, outlet, authors, date and reading time.

use crate::article::{Article, Block, BlockKind, Published};
use crate::text::columns;
use crate::tui::areas::Areas;
use crate::tui::state::State;
use crate::tui::theme::Role;

use super::paint::Brush;

/// Words a minute that people read, silently, of English non-fiction: Brysbaert 2019, "How many words do we read per
/// minute?", Journal of Memory and Language 109.
const WORDS_A_MINUTE: usize = 238;

/// Draws the head and the rule below it.
pub fn draw(state: &State, areas: &Areas, brush: &mut Brush) {
    let area = areas.head;
    let inner = area.width.saturating_sub(2);
    let article = state.article();
    if area.height > 1 {
        let time = reading_time(article);
        let room = inner.saturating_sub(columns(&time) as u16 + 2);
        let (name, facts) = lines(state);
        brush.line(1, area.y, room, &name, Role::Title);
        brush.right(area.right() - 1, area.y, inner, &time, Role::Faint);
        brush.line(1, area.y + 1, inner, &facts, Role::Faint);
    } else {
        let short = short_facts(article);
        let room = inner.saturating_sub(columns(&short) as u16 + 2).max(inner / 2);
        let end = brush.line(1, area.y, room, &title(article), Role::Title);
        brush.right(area.right() - 1, area.y, (area.right() - 1).saturating_sub(end + 2), &short, Role::Faint);
    }
    brush.fill(areas.rule, "─", Role::Rule);
    if areas.side_by_side() {
        brush.line(areas.divider.x, areas.rule.y, 1, "┬", Role::Rule);
        brush.fill(areas.divider, "│", Role::Rule);
    }
}

/// The two lines: the title, and what else is known. A title in view is not said twice: the outlet takes its place.
fn lines(state: &State) -> (String, String) {
    let article = state.article();
    let mut facts = facts(article);
    let in_view = title_block(article).is_some_and(|block| state.in_view().overlaps(block.range));
    let name = match (in_view, facts.is_empty()) {
        (false, _) => title(article),
        (true, true) => opened_as(article),
        (true, false) => facts.remove(0),
    };
    if facts.is_empty() && !in_view {
        facts.push(article.meta().id.to_string());
    }
    (name, facts.join(" · "))
}

fn title_block(article: &Article) -> Option<&Block> {
    article.blocks().iter().take(4).find(|block| block.kind == BlockKind::Title)
}

/// The last part of the path or URL.
fn opened_as(article: &Article) -> String {
    article.meta().id.as_str().rsplit('/').next().unwrap_or_default().to_owned()
}

/// The article's title; without one, what it was opened as.
pub fn title(article: &Article) -> String {
    let meta = article.meta();
    let written = meta.title.as_ref().map(ToString::to_string);
    let title = written.or_else(|| title_block(article).map(|block| block.range.of(article.text()).to_owned()));
    title.unwrap_or_else(|| opened_as(article))
}

/// Outlet, authors, place and date: what there is of them.
fn facts(article: &Article) -> Vec<String> {
    let meta = article.meta();
    let authors: Vec<&str> = meta.authors.iter().map(AsRef::as_ref).collect();
    let authors = (!authors.is_empty()).then(|| format!("By {}", joined(&authors)));
    let date = meta.published.map(|published| match meta.modified.map(day) {
        Some(changed) if changed != day(published) => format!("{} (changed {changed})", long_date(published)),
        _ => long_date(published),
    });
    [meta.publisher.as_ref().map(ToString::to_string), authors, meta.place.as_ref().map(ToString::to_string), date]
        .into_iter()
        .flatten()
        .collect()
}

/// Outlet, day and reading time, for a head of one line.
fn short_facts(article: &Article) -> String {
    let meta = article.meta();
    let date = meta.published.map(day);
    let outlet = meta.publisher.as_ref().map(ToString::to_string);
    [outlet, date, Some(reading_time(article))].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn joined(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn day(published: Published) -> String {
    published.date().strftime("%-d %b %Y").to_string()
}

fn long_date(published: Published) -> String {
    let day = published.date().strftime("%A, %-d %B %Y").to_string();
    let Some(time) = published.time() else { return day };
    let zone = match published {
        Published::Zoned(_, offset) => format!(" (UTC{})", zone(offset.seconds() / 60)),
        _ => String::new(),
    };
    format!("{day}, {}{zone}", time.strftime("%H:%M"))
}

/// Minutes from UTC as `+04:00`; UTC itself as nothing.
fn zone(minutes: i32) -> String {
    let sign = if minutes < 0 { '−' } else { '+' };
    match minutes.abs() {
        0 => String::new(),
        minutes => format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60),
    }
}

fn reading_time(article: &Article) -> String {
    format!("{} min read", article.words().div_ceil(WORDS_A_MINUTE).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_are_joined_as_people_write_them() {
        assert_eq!(joined(&["Ann"]), "Ann");
        assert_eq!(joined(&["Ann", "Bo", "Cy"]), "Ann, Bo and Cy");
    }

    #[test]
    fn zones_are_told_but_for_utc() {
        assert_eq!((zone(240), zone(-330), zone(0)), ("+04:00".into(), "−05:30".into(), String::new()));
    }
}
