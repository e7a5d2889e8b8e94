//! Choosing and jumping: from mark to mark, from item to item, and through what is searched or pinned.

use crate::annotate::{MarkId, Note};

use super::command::Target;
use super::filter::Filter;
use super::findings::{Item, heading};
use super::search::Search;
use super::state::{Mode, Reading, State, Typing, Walk};

impl State {
    /// Jumps to the next or previous `target`, `times` over.
    pub fn jump(&mut self, target: Target, forward: bool, times: usize) {
        let moved = (0..times).take_while(|_| self.jump_once(target, forward)).count();
        if moved == 0 {
            let way = if forward { "further down" } else { "further up" };
            let what = if self.findings.is_none() && !matches!(target, Target::Heading | Target::Link) {
                "still reading: no marks yet".to_owned()
            } else {
                format!("no {} {way}", name(target))
            };
            self.notice = Some(what);
        }
    }

    fn jump_once(&mut self, target: Target, forward: bool) -> bool {
        if target == Target::Heading {
            return self.jump_to_heading(forward);
        }
        if target == Target::Link {
            return self.jump_to_link(forward);
        }
        let from = self.mark_index(forward);
        let found = self.findings.as_ref().and_then(|findings| findings.jump(target, from, forward));
        if let Some(mark) = found {
            self.select(mark);
        }
        found.is_some()
    }

    fn jump_to_heading(&mut self, forward: bool) -> bool {
        let top = self.layout.offset_of(self.top_row());
        let before = self.top_row();
        if let Some(start) = heading(self.article(), top, forward) {
            self.scroll_to(self.layout.row_at(start));
        }
        self.top_row() != before
    }

    /// The index that a jump looks from: the selected mark where it is in view, else the top of the page.
    fn mark_index(&self, forward: bool) -> usize {
        let Some(findings) = &self.findings else { return 0 };
        match self.selected_in_view() {
            Some(mark) => mark.0 as usize + usize::from(forward),
            None => findings.before(self.in_view().start()),
        }
    }

    /// Selects a mark: it comes into view, and its item is chosen.
    pub fn select(&mut self, mark: MarkId) {
        (self.reading.selected, self.reading.link) = (Some(mark), None);
        self.reading.chosen = self.findings.as_ref().and_then(|findings| findings.item_of(mark));
        if let Some(range) = self.range_of(mark) {
            self.show(range.start());
        }
        if let (Some(findings), Some(item)) = (&self.findings, self.reading.chosen) {
            self.panel.reveal(item, findings, self.loaded.article.text());
        }
        self.follow();
    }

    /// Selects the innermost mark at a byte of the text; where there is none, nothing is selected any more.
    pub fn select_at(&mut self, offset: usize) {
        let innermost = self.findings.as_ref().and_then(|findings| {
            let marks = findings.annotations().iter().filter(|(_, mark)| {
                // Assertions without a source are whole sentences, and off until they are asked for.
                mark.range.contains(offset) && mark.note != Note::Assertion
            });
            marks.min_by_key(|(_, mark)| mark.range.len()).map(|(id, _)| id)
        });
        self.reading = self.reading.unmarked();
        if let Some(mark) = innermost {
            self.select(mark);
        } else {
            self.select_link_at(offset);
        }
    }

    /// Chooses an item of the panel. The text stays where it is.
    pub fn choose(&mut self, item: Item) {
        if self.reading.chosen != Some(item) {
            self.reading = Reading { chosen: Some(item), ..self.reading.unmarked() };
        }
        self.follow();
    }

    /// Scrolls the panel to what is chosen.
    pub fn follow(&mut self) {
        let height = usize::from(self.screen.areas().panel.height).saturating_sub(1);
        if let Some(item) = self.reading.chosen {
            self.panel.follow(item, height);
        }
    }

    /// Goes to the first mention of what is chosen in the panel; done again, to the next.
    pub fn go(&mut self) {
        let (Some(findings), Some(item)) = (&self.findings, self.reading.chosen) else { return };
        let marks = findings.marks(&item);
        let next = match self.reading.selected.and_then(|mark| marks.iter().position(|&other| other == mark)) {
            Some(at) => marks.get((at + 1) % marks.len()),
            None => marks.first(),
        };
        if let Some(&mark) = next {
            self.select(mark);
        }
        if !self.screen.areas().side_by_side() {
            self.leave_panel();
        }
    }

    /// Gives the keys back to the text.
    pub fn leave_panel(&mut self) {
        self.mode = Mode::Text;
        self.screen.look.panel_first = false;
        self.set();
        self.scroll(0);
        if let Some(range) = self.reading.selected.and_then(|mark| self.range_of(mark)) {
            self.show(range.start());
        }
    }

    /// Lists only what `filter` takes, and chooses the first of it.
    pub fn narrow(&mut self, filter: Filter) {
        let Some(findings) = &self.findings else { return };
        self.panel.narrow(filter, findings, self.loaded.article.text());
        let listed = self.reading.chosen.filter(|&item| self.panel.lists(item));
        if let Some(item) = listed.or_else(|| self.panel.first()) {
            self.choose(item);
        } else {
            (self.reading.chosen, self.reading.selected) = (None, None);
        }
    }

    /// Changes the line of the filter, and lists what it takes.
    pub fn filter_typed(&mut self, edit: impl FnOnce(&mut String)) {
        let mut line = self.panel.filter().written().to_owned();
        edit(&mut line);
        self.narrow(Filter::new(&line));
    }

    /// Lists only the claims of the entity that is chosen, or of who says what is chosen.
    pub fn claims_by(&mut self) {
        let speaker = self.findings.as_ref().and_then(|findings| {
            let annotations = findings.annotations();
            let id = match self.reading.chosen? {
                Item::Entity(id) => id,
                Item::Claim(mark) | Item::Statistic(mark) => match &annotations.mark(mark)?.note {
                    Note::Claim(claim) => claim.speaker?,
                    _ => return None,
                },
            };
            Some(annotations.entity(id)?.name.clone())
        });
        match speaker {
            Some(name) => self.narrow(Filter::by(&name)),
            None => self.notice = Some("choose somebody, or a claim of somebody".to_owned()),
        }
    }

    /// Lists the section of what is chosen in its next order.
    pub fn sort(&mut self) {
        let (Some(findings), Some(item)) = (&self.findings, self.reading.chosen) else { return };
        let section = findings.section_of(item);
        self.panel.reorder(section, findings, self.loaded.article.text());
        self.notice = Some(format!("{} {}", section.title(), self.panel.order(section).name()));
        self.follow();
    }

    /// Opens the card of what is chosen, or of the first mark in view.
    pub fn open_card(&mut self) {
        if self.reading.chosen.is_none() && self.reading.selected.is_none() {
            self.jump_once(Target::Entity, true);
        }
        let from_panel = self.mode == Mode::Panel;
        if self.reading.chosen.is_some() || self.reading.selected.is_some() {
            self.mode = Mode::Card { top: 0, from_panel };
        } else {
            self.notice = Some("nothing is marked here".to_owned());
        }
    }

    /// Pins the entity that is chosen, or the next one in view; pinned already, it is let go.
    pub fn pin(&mut self) {
        let chosen = self.reading.chosen.or_else(|| {
            let findings = self.findings.as_ref()?;
            let mark = findings.jump(Target::Entity, findings.before(self.in_view().start()), true)?;
            findings.item_of(mark)
        });
        let Some(item) = chosen else {
            self.notice = Some("no entity to pin".to_owned());
            return;
        };
        if self.walk == Some(Walk::Pinned(item)) {
            self.walk = None;
            return;
        }
        self.choose(item);
        self.walk = Some(Walk::Pinned(item));
        if self.reading.selected.is_none() {
            self.walk_on(true, 1);
        }
    }

    /// Goes on through what is searched or pinned, `times` over.
    pub fn walk_on(&mut self, forward: bool, times: usize) {
        for _ in 0..times.min(1000) {
            match self.walk.take() {
                Some(Walk::Search(search, at)) => self.walk_search(search, at, forward),
                Some(Walk::Pinned(item)) => self.walk_pinned(item, forward),
                None => {
                    self.notice = Some("nothing to walk through: / searches, * pins".to_owned());
                    return;
                }
            }
        }
    }

    fn walk_search(&mut self, search: Search, at: Option<crate::text::TextRange>, forward: bool) {
        let view = self.in_view();
        let from = match at.filter(|at| view.overlaps(*at)) {
            Some(at) => at.start() + usize::from(forward),
            None => {
                if forward {
                    view.start()
                } else {
                    view.end()
                }
            }
        };
        let found = search.from(from, forward);
        if let Some(found) = found {
            self.show(found.start());
        }
        self.walk = Some(Walk::Search(search, found.or(at)));
    }

    fn walk_pinned(&mut self, item: Item, forward: bool) {
        self.walk = Some(Walk::Pinned(item));
        let from = self.mark_index(forward);
        let Some(findings) = &self.findings else { return };
        let marks = findings.marks(&item);
        let at = marks.partition_point(|mark| (mark.0 as usize) < from);
        let next = if forward {
            marks.get(at).or(marks.first())
        } else {
            at.checked_sub(1).and_then(|at| marks.get(at)).or(marks.last())
        };
        if let Some(&mark) = next {
            self.select(mark);
        }
    }

    /// Opens the line that a search is typed into.
    pub fn begin_search(&mut self) {
        let typing = Typing { line: String::new(), search: Search::default(), before: self.reading };
        if self.mode == Mode::Panel {
            self.leave_panel();
        }
        self.mode = Mode::Search(typing);
    }

    /// After the line has changed: its matches are shown, and the first after the reader's place comes into view.
    pub fn search_typed(&mut self) {
        let Mode::Search(typing) = &self.mode else { return };
        let search = Search::new(&typing.line, self.text());
        let before = typing.before;
        self.reading = before;
        if let Some(found) = search.from(before.top as usize, true) {
            self.show(found.start());
        }
        if let Mode::Search(typing) = &mut self.mode {
            typing.search = search;
        }
    }

    /// Ends typing: `n` and `N` walk the matches from now on.
    pub fn end_search(&mut self) {
        let Mode::Search(typing) = std::mem::take(&mut self.mode) else { return };
        let found = typing.search.from(typing.before.top as usize, true);
        if typing.line.is_empty() {
            return;
        }
        if found.is_none() {
            self.notice = Some(format!("not found: {}", typing.line));
        }
        self.walk = Some(Walk::Search(typing.search, found));
    }

    /// Which of how many marks of the chosen item is selected, counting from 1.
    pub fn step_of(&self) -> Option<(usize, usize)> {
        let (findings, item) = (self.findings.as_ref()?, self.reading.chosen?);
        let marks = findings.marks(&item);
        let at = marks.iter().position(|&mark| Some(mark) == self.reading.selected)?;
        Some((at + 1, marks.len()))
    }

    /// What is noted at the selected mark.
    pub fn selected_note(&self) -> Option<&Note> {
        let mark = self.findings.as_ref()?.annotations().mark(self.reading.selected?)?;
        Some(&mark.note)
    }
}

const fn name(target: Target) -> &'static str {
    match target {
        Target::Entity => "entity",
        Target::Person => "person",
        Target::Organization => "organization",
        Target::Place => "place",
        Target::Statistic => "statistic",
        Target::Claim => "claim",
        Target::Quotation => "quotation",
        Target::Date => "date",
        Target::Heading => "heading",
        Target::Link => "link",
    }
}
