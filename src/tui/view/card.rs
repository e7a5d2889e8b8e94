//! The card: what the chosen thing is, what else is known of it, and why it is marked.

use ratatui::layout::Rect;

use crate::annotate::{
    Annotations, Bound, Change, ChangeKind, Claim, Date, EntityId, Mark, MarkId, Note, Statistic, StatisticKind, Why,
};
use crate::text::{TextRange, sentences, tokens};
use crate::tui::areas::Areas;
use crate::tui::findings::{Findings, Item};
use crate::tui::layout::lines;
use crate::tui::state::State;
use crate::tui::theme::Role;

use super::paint::Brush;
use super::panel::one_line;
use super::verb::verb;

/// Draws the card below the panel's list.
pub fn draw_below(state: &State, area: Rect, brush: &mut Brush) {
    brush.fill(Rect { height: 1, ..area }, "─", Role::Rule);
    brush.line(area.x.saturating_sub(1), area.y, 1, "├", Role::Rule);
    let inner = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height - 1 };
    let facts = facts(state);
    if facts.is_empty() {
        let hint = "Choose something: its card is here, its mentions light up in the text.";
        draw(&[Fact { label: "", text: hint.to_owned(), role: Role::Faint }], 0, inner, brush);
    } else {
        draw(&facts, 0, inner, brush);
    }
}

/// Draws the card over the text, scrolled down by `top` rows.
pub fn draw_over(state: &State, top: usize, areas: &Areas, brush: &mut Brush) {
    let screen = brush.area();
    let width = screen.width.saturating_sub(4).min(68);
    let facts = facts(state);
    let rows = set(&facts, width.saturating_sub(4)).len() as u16;
    let height = (rows + 2).min(areas.status.y.saturating_sub(2)).max(3);
    let area =
        Rect { x: (screen.width - width) / 2, y: (areas.status.y.saturating_sub(height)) / 2 + 1, width, height };
    let inner = brush.frame(area, "Why is this marked?");
    let most = usize::from(rows.saturating_sub(inner.height));
    draw(&facts, top.min(most), inner, brush);
}

/// One thing that a card says.
struct Fact {
    /// What it is about; empty for the name itself.
    label: &'static str,
    text: String,
    role: Role,
}

impl Fact {
    fn new(label: &'static str, text: impl Into<String>) -> Self {
        Self { label, text: text.into(), role: Role::Text }
    }
}

/// Columns that labels take at least.
const LABELS: u16 = 10;

/// Columns that the labels of `facts` take, with a space behind the longest.
fn label_columns(facts: &[Fact]) -> u16 {
    facts.iter().map(|fact| fact.label.len() as u16 + 1).max().unwrap_or(0).max(LABELS)
}

/// The facts broken into rows: a label where a fact begins, and a piece of its text.
fn set(facts: &[Fact], width: u16) -> Vec<(&'static str, String, Role)> {
    let mut rows = Vec::new();
    let columns = label_columns(facts);
    for fact in facts {
        let indent = if fact.label.is_empty() { 0 } else { columns };
        for (at, range) in lines(&fact.text, usize::from(width.saturating_sub(indent).max(8))).into_iter().enumerate() {
            rows.push((if at == 0 { fact.label } else { "" }, range.of(&fact.text).to_owned(), fact.role));
            if indent > 0 && at > 0 {
                let last = rows.len() - 1;
                rows[last].0 = " ";
            }
        }
    }
    rows
}

fn draw(facts: &[Fact], top: usize, area: Rect, brush: &mut Brush) {
    let (rows, columns) = (set(facts, area.width), label_columns(facts));
    for (y, (label, text, role)) in (area.top()..area.bottom()).zip(rows.iter().skip(top)) {
        let indent = if label.is_empty() { 0 } else { columns };
        brush.line(area.x, y, indent, label, Role::Faint);
        brush.line(area.x + indent, y, area.width.saturating_sub(indent), text, *role);
    }
}

/// All that is known of what is chosen, most telling first.
fn facts(state: &State) -> Vec<Fact> {
    let Some(findings) = &state.findings else { return Vec::new() };
    let teller = Teller { state, findings, annotations: findings.annotations() };
    let selected = state.reading.selected;
    match (state.reading.chosen, selected) {
        (Some(Item::Entity(id)), _) => teller.entity(id, selected),
        (Some(Item::Statistic(id) | Item::Claim(id)), _) | (None, Some(id)) => teller.mark(id),
        (None, None) => Vec::new(),
    }
}

/// Tells facts in words.
struct Teller<'a> {
    state: &'a State,
    findings: &'a Findings,
    annotations: &'a Annotations,
}

impl Teller<'_> {
    fn words(&self, range: TextRange) -> String {
        one_line(range.of(self.state.text()))
    }

    fn all_words(&self, ranges: &[TextRange]) -> String {
        ranges.iter().map(|&range| self.words(range)).collect::<Vec<_>>().join(" … ")
    }

    fn name(&self, id: EntityId) -> Option<&str> {
        Some(&self.annotations.entity(id)?.name)
    }

    fn entity(&self, id: EntityId, selected: Option<MarkId>) -> Vec<Fact> {
        let Some(entity) = self.annotations.entity(id) else { return Vec::new() };
        let item = Item::Entity(id);
        let mut facts = vec![Fact { label: "", text: entity.name.clone(), role: Role::of(entity.kind) }];
        for role in &entity.roles {
            facts.push(Fact::new("is", role.text.clone()));
        }
        if !entity.aliases.is_empty() {
            facts.push(Fact::new("also", entity.aliases.join(", ")));
        }
        let (named, all) = (self.findings.named(item), self.findings.marks(&item).len());
        let referred = if all > named { format!(", referred to {}", times(all - named)) } else { String::new() };
        facts.push(Fact::new(entity.kind.name(), format!("named {}{referred}", times(named))));
        let claims = self.annotations.claims().filter(|(_, _, claim)| claim.speaker == Some(id)).count();
        if claims > 0 {
            facts.push(Fact::new("claims", format!("{claims} (c in the panel lists them)")));
        }
        let first = self.findings.marks(&item).first().copied();
        if let Some(mark) = selected.or(first).and_then(|id| self.annotations.mark(id)) {
            facts.push(Fact::new("marked", self.why(&mark.why)));
        }
        facts
    }

    fn mark(&self, id: MarkId) -> Vec<Fact> {
        let Some(mark) = self.annotations.mark(id) else { return Vec::new() };
        let mut facts = match &mark.note {
            Note::Statistic(statistic) => self.statistic(mark, statistic),
            Note::Claim(claim) => self.claim(id, claim),
            Note::Assertion => self.assertion(mark),
            Note::Date(date) => self.date(mark, date),
            Note::Mention(mention) => return self.entity(mention.entity, Some(id)),
        };
        facts.push(Fact::new("marked", self.why(&mark.why)));
        facts
    }

    fn statistic(&self, mark: &Mark, statistic: &Statistic) -> Vec<Fact> {
        let mut facts = vec![Fact { label: "", text: self.words(mark.range), role: Role::Statistic }];
        facts.push(Fact::new(label(statistic.kind), value(statistic)));
        facts.extend(statistic.converted().map(|other| Fact::new("that is", other)));
        facts.extend(statistic.of.map(|of| Fact::new("of", self.words(of))));
        facts.extend(statistic.since.map(|since| Fact::new("base", self.words(since))));
        facts.extend(statistic.period.map(|period| Fact::new("period", self.period(period))));
        let claim = statistic.claim.and_then(|id| self.annotations.mark(self.annotations.claim_mark(id)?));
        if let Some(Note::Claim(claim)) = claim.map(|mark| &mark.note) {
            facts.push(Fact::new("says who", self.speaker(claim)));
        }
        facts.extend(self.sentence(mark.range).map(|sentence| Fact::new("sentence", sentence)));
        facts
    }

    /// The words of a period, with the days that they mean where that is sure: "last year (2025)".
    fn period(&self, range: TextRange) -> String {
        let words = self.words(range);
        let date = self.annotations.touching(range).find_map(|(_, mark)| match &mark.note {
            Note::Date(date) if mark.range == range => Some(days(date)),
            _ => None,
        });
        match date.flatten() {
            Some(days) if days != words => format!("{words} ({days})"),
            _ => words,
        }
    }

    /// The sentence that `range` begins in.
    fn sentence(&self, range: TextRange) -> Option<String> {
        let article = self.state.article();
        let block = &article.blocks()[article.block_at(range.start())?];
        let tokens = tokens(article.text(), block.range);
        let sentences = sentences(article.text(), &tokens, 0..tokens.len());
        let holding = sentences.iter().find(|sentence| sentence.range.contains(range.start()))?;
        Some(self.words(holding.range))
    }

    fn speaker(&self, claim: &Claim) -> String {
        let name = claim.speaker.and_then(|id| self.name(id)).unwrap_or_default().to_owned();
        match (name.is_empty(), self.all_words(&claim.source)) {
            (true, words) if words.is_empty() => "nobody named".to_owned(),
            (true, words) => words,
            (false, words) if words.is_empty() || words == name => name,
            (false, words) => format!("{name} (“{words}”)"),
        }
    }

    fn assertion(&self, mark: &Mark) -> Vec<Fact> {
        let title = "Nobody is named who says so".to_owned();
        vec![Fact { label: "", text: title, role: Role::Strong }, Fact::new("sentence", self.words(mark.range))]
    }

    fn claim(&self, id: MarkId, claim: &Claim) -> Vec<Fact> {
        let mut facts = vec![Fact {
            label: "",
            text: format!("{} {}", self.speaker(claim), verb(claim, self.state.text())),
            role: Role::Strong,
        }];
        let roles = claim.speaker.and_then(|id| self.annotations.entity(id)).map(|entity| &entity.roles);
        facts.extend(roles.and_then(|roles| roles.first()).map(|role| Fact::new("who is", role.text.clone())));
        facts.push(Fact::new(claim.kind.name(), self.all_words(&claim.content)));
        let other = |id| self.annotations.mark(self.annotations.claim_mark(id)?).map(|mark| &mark.note);
        if let Some(Note::Claim(teller)) = claim.within.and_then(other) {
            facts.push(Fact::new("told by", self.speaker(teller)));
        }
        let numbers: Vec<_> = self.numbers(claim).collect();
        if !numbers.is_empty() {
            facts.push(Fact::new("numbers", numbers.join(", ")));
        }
        if let Some(Note::Claim(earlier)) = claim.corrects.and_then(other) {
            facts.push(Fact::new(
                "corrects",
                format!("{}: {}", self.speaker(earlier), self.all_words(&earlier.content)),
            ));
        }
        facts.extend(self.correction(id).map(|text| Fact::new("corrected", text)));
        facts.extend(self.others(id, claim).map(|text| Fact::new("also says", text)));
        facts.extend(claim.cue.first().and_then(|&cue| self.sentence(cue)).map(|text| Fact::new("sentence", text)));
        facts
    }

    /// Who corrects the claim at `id`, and how.
    fn correction(&self, id: MarkId) -> Option<String> {
        let mut claims = self.annotations.claims();
        let corrects = |claim: &Claim| claim.corrects.and_then(|earlier| self.annotations.claim_mark(earlier));
        let (_, _, later) = claims.find(|(_, _, claim)| corrects(claim) == Some(id))?;
        Some(format!("by {}: {}", self.speaker(later), self.all_words(&later.content)))
    }

    /// What else the speaker of the claim at `id` says, each in a few words.
    fn others(&self, id: MarkId, claim: &Claim) -> impl Iterator<Item = String> {
        const MOST: usize = 3;
        const LENGTH: usize = 60;
        let same = move |other: &Claim| claim.speaker.is_some() && other.speaker == claim.speaker;
        let claims = self.annotations.claims().filter(move |(_, mark, other)| *mark != id && same(other)).take(MOST);
        claims.map(|(_, _, other)| {
            let words = self.all_words(&other.content);
            let cut = words.char_indices().nth(LENGTH).map(|(at, _)| words[..at].rfind(' ').unwrap_or(at));
            let gist = cut.map_or_else(|| words.clone(), |at| format!("{} …", &words[..at]));
            format!("{}: {gist}", verb(other, self.state.text()))
        })
    }

    /// The statistics in what is said.
    fn numbers(&self, claim: &Claim) -> impl Iterator<Item = String> {
        let marks = claim.content.iter().flat_map(|&content| self.annotations.touching(content));
        marks.filter(|(_, mark)| matches!(mark.note, Note::Statistic(_))).map(|(_, mark)| self.words(mark.range))
    }

    fn date(&self, mark: &Mark, date: &Date) -> Vec<Fact> {
        let mut facts = vec![Fact { label: "", text: self.words(mark.range), role: Role::Date }];
        facts.push(Fact::new("date", days(date).unwrap_or_else(|| "not sure which day".to_owned())));
        facts
    }

    fn why(&self, why: &Why) -> String {
        let score = why.score.map(|score| format!(", {:.0} % sure", score * 100.0)).unwrap_or_default();
        let evidence = why.evidence.map(|range| format!(": “{}”", self.words(range))).unwrap_or_default();
        format!("{} ({}{score}){evidence}", why.rule, why.method.name())
    }
}

/// The days that a date means, where that is sure.
fn days(date: &Date) -> Option<String> {
    let value = date.value.clone()?;
    Some(date.high.as_ref().map_or(value.clone(), |high| format!("{value} to {high}")))
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{count} times"),
    }
}

/// What kind of number it is, short enough for a label.
const fn label(kind: StatisticKind) -> &'static str {
    match kind {
        StatisticKind::PercentagePoint => "points",
        StatisticKind::Temperature => "degrees",
        kind => kind.name(),
    }
}

/// The value with its bound and direction: "rose by about 295 %", "fell to 4.2 % from 4.9 %".
fn value(statistic: &Statistic) -> String {
    let multiple = statistic.kind == StatisticKind::Multiple;
    let change = statistic.change.map(|change| match (change, statistic.change_kind) {
        (Change::Up, Some(_)) if multiple => "up,",
        (Change::Down, Some(_)) if multiple => "down,",
        (Change::Up, Some(ChangeKind::By)) => "rose by",
        (Change::Up, Some(ChangeKind::To)) => "rose to",
        (Change::Down, Some(ChangeKind::By)) => "fell by",
        (Change::Down, Some(ChangeKind::To)) => "fell to",
        (change, None) => change.name(),
    });
    let bound = match statistic.bound {
        Some(Bound::About) => Some("about"),
        Some(Bound::More) => Some("more than"),
        Some(Bound::Less) => Some("at most"),
        None => None,
    };
    let earlier = |from| Statistic { value: from, high: None, ..statistic.clone() };
    let from = statistic.from.map(|from| format!("from {}", earlier(from)));
    let words = [change, bound].into_iter().flatten().map(str::to_owned);
    words.chain([statistic.to_string()]).chain(from).collect::<Vec<_>>().join(" ")
}
