//! The panel as data: its rows, which of them are in view, and which kind of finding it shows.

use super::findings::{Findings, Item, Section};

/// The list beside the text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Panel {
    /// The only section shown; `None` shows all.
    tab: Option<Section>,
    rows: Vec<PanelRow>,
    /// The first row in view.
    top: usize,
}

/// One row of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PanelRow {
    /// A section begins.
    Heading(Section),
    /// An item; a claim's speaker and verb.
    Item(Item),
    /// What the claim in the row above says.
    Gist(Item),
    /// Air.
    Blank,
}

impl PanelRow {
    /// The item that the row is about.
    pub const fn item(self) -> Option<Item> {
        match self {
            Self::Item(item) | Self::Gist(item) => Some(item),
            Self::Heading(_) | Self::Blank => None,
        }
    }
}

impl Panel {
    /// Lists `findings` anew.
    pub fn list(&mut self, findings: &Findings) {
        self.rows.clear();
        let shown = Section::ALL.into_iter().filter(|section| self.tab.is_none_or(|tab| tab == *section));
        for section in shown.filter(|section| !findings.items(*section).is_empty()) {
            if !self.rows.is_empty() {
                self.rows.push(PanelRow::Blank);
            }
            self.rows.push(PanelRow::Heading(section));
            for &item in findings.items(section) {
                self.rows.push(PanelRow::Item(item));
                if section == Section::Claims {
                    self.rows.push(PanelRow::Gist(item));
                }
            }
        }
        self.top = 0;
    }

    /// All rows.
    pub fn rows(&self) -> &[PanelRow] {
        &self.rows
    }

    /// The first row in view.
    pub const fn top(&self) -> usize {
        self.top
    }

    /// The only section shown.
    pub const fn tab(&self) -> Option<Section> {
        self.tab
    }

    /// Shows only the next kind that has findings, or the one before; behind the last, all again.
    pub fn turn(&mut self, findings: &Findings, forward: bool) {
        let tabs: Vec<_> = Self::tabs(findings).collect();
        let at = tabs.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        let step = if forward { 1 } else { tabs.len() - 1 };
        self.tab = tabs[(at + step) % tabs.len()];
        self.list(findings);
    }

    /// The tabs: all, then each section that has findings.
    pub fn tabs(findings: &Findings) -> impl Iterator<Item = Option<Section>> {
        let sections = Section::ALL.into_iter().filter(|section| !findings.items(*section).is_empty());
        std::iter::once(None).chain(sections.map(Some))
    }

    /// Shows all sections again where the one shown does not list `item`.
    pub fn reveal(&mut self, findings: &Findings, item: Item) {
        if self.row_of(item).is_none() && self.tab.take().is_some() {
            self.list(findings);
        }
    }

    /// The item `by` items away from `from`, and no further than the first or last.
    pub fn step(&self, from: Option<Item>, by: isize) -> Option<Item> {
        let items: Vec<Item> = self.items().collect();
        let at = from.and_then(|from| items.iter().position(|&item| item == from));
        let to = at.map_or(0, |at| at.saturating_add_signed(by));
        items.get(to.min(items.len().checked_sub(1)?)).copied()
    }

    /// The first item listed.
    pub fn first(&self) -> Option<Item> {
        self.items().next()
    }

    /// The last item listed.
    pub fn last(&self) -> Option<Item> {
        self.rows.iter().rev().find_map(|row| row.item())
    }

    fn items(&self) -> impl Iterator<Item = Item> {
        self.rows.iter().filter_map(|row| if let PanelRow::Item(item) = row { Some(*item) } else { None })
    }

    fn row_of(&self, item: Item) -> Option<usize> {
        self.rows.iter().position(|row| *row == PanelRow::Item(item))
    }

    /// Scrolls so that `item`, with its heading where it is the first, is among `height` rows.
    pub fn follow(&mut self, item: Item, height: usize) {
        let Some(row) = self.row_of(item) else { return };
        let first = if row > 0 && matches!(self.rows[row - 1], PanelRow::Heading(_)) { row - 1 } else { row };
        let last = row + usize::from(matches!(self.rows.get(row + 1), Some(PanelRow::Gist(_))));
        if first < self.top {
            self.top = first;
        } else if last >= self.top + height {
            self.top = last + 1 - height.min(last + 1);
        }
    }

    /// Scrolls by `by` rows of `height`.
    pub fn scroll(&mut self, by: isize, height: usize) {
        self.top = self.top.saturating_add_signed(by).min(self.rows.len().saturating_sub(height));
    }
}
