//! The panel as data: which kinds of findings it shows, filtered and in which order, and which rows are in view.

use super::filter::Filter;
use super::findings::{Findings, Item, Section};
use super::order::Order;

/// The list beside the text.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Panel {
    /// The only section shown; `None` shows all.
    tab: Option<Section>,
    /// What an item has to be to be listed.
    filter: Filter,
    /// The order of each section, by [`Section`] as a number: an index into [`Order::of`].
    orders: [usize; 6],
    rows: Vec<PanelRow>,
    /// The first row in view.
    top: usize,
}

/// One row of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PanelRow {
    /// A section begins, with how many items are listed of it.
    Heading(Section, usize),
    /// An item; of a claim, speaker and verb; of a statistic, the value.
    Item(Item),
    /// What the claim in the row above says, or what the statistic there measures.
    Gist(Item),
    /// Air.
    Blank,
}

impl PanelRow {
    /// The item that the row is about.
    pub const fn item(self) -> Option<Item> {
        match self {
            Self::Item(item) | Self::Gist(item) => Some(item),
            Self::Heading(..) | Self::Blank => None,
        }
    }
}

impl Panel {
    /// Lists `findings`, which are those of `text`, anew.
    pub fn list(&mut self, findings: &Findings, text: &str) {
        self.rows.clear();
        let tab = self.tab;
        for section in Section::ALL.into_iter().filter(|section| tab.is_none_or(|tab| tab == *section)) {
            let asked = section == Section::Claims && self.filter.asks_for_unattributed();
            let unattributed = if asked { findings.unattributed() } else { &[] };
            let all = findings.items(section).iter().chain(unattributed).copied();
            let taken = all.filter(|&item| self.filter.takes(item, findings, text));
            let mut items: Vec<Item> = taken.collect();
            if items.is_empty() {
                continue;
            }
            self.order(section).sort(&mut items, findings);
            self.list_section(section, &items);
        }
        self.top = 0;
    }

    fn list_section(&mut self, section: Section, items: &[Item]) {
        if !self.rows.is_empty() {
            self.rows.push(PanelRow::Blank);
        }
        self.rows.push(PanelRow::Heading(section, items.len()));
        for &item in items {
            self.rows.push(PanelRow::Item(item));
            if matches!(section, Section::Claims | Section::Statistics) {
                self.rows.push(PanelRow::Gist(item));
            }
        }
    }

    /// Lists nothing until there are findings again; tab, filter and orders stay.
    pub fn empty(&mut self) {
        self.rows.clear();
        self.top = 0;
    }

    /// The order that a section is listed in.
    pub fn order(&self, section: Section) -> Order {
        let orders = Order::of(section);
        orders[self.orders[section as usize] % orders.len()]
    }

    /// Lists a section in its next order.
    pub fn reorder(&mut self, section: Section, findings: &Findings, text: &str) {
        self.orders[section as usize] += 1;
        self.list(findings, text);
    }

    /// What an item has to be to be listed.
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Lists only what `filter` takes.
    pub fn narrow(&mut self, filter: Filter, findings: &Findings, text: &str) {
        self.filter = filter;
        self.list(findings, text);
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
    pub fn turn(&mut self, findings: &Findings, text: &str, forward: bool) {
        let tabs: Vec<_> = Self::tabs(findings).collect();
        let at = tabs.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        let step = if forward { 1 } else { tabs.len() - 1 };
        self.tab = tabs[(at + step) % tabs.len()];
        self.list(findings, text);
    }

    /// The tabs: all, then each section that has findings.
    pub fn tabs(findings: &Findings) -> impl Iterator<Item = Option<Section>> {
        let sections = Section::ALL.into_iter().filter(|section| !findings.items(*section).is_empty());
        std::iter::once(None).chain(sections.map(Some))
    }

    /// Shows everything again where what is shown does not list `item`.
    pub fn reveal(&mut self, item: Item, findings: &Findings, text: &str) {
        let narrowed = self.tab.is_some() || !self.filter.written().is_empty();
        if narrowed && self.row_of(item).is_none() {
            (self.tab, self.filter) = (None, Filter::default());
            self.list(findings, text);
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

    /// Whether `item` is listed.
    pub fn lists(&self, item: Item) -> bool {
        self.row_of(item).is_some()
    }

    fn row_of(&self, item: Item) -> Option<usize> {
        self.rows.iter().position(|row| *row == PanelRow::Item(item))
    }

    /// Scrolls so that `item`, with its heading where it is the first, is among `height` rows.
    pub fn follow(&mut self, item: Item, height: usize) {
        let Some(row) = self.row_of(item) else { return };
        let first = if row > 0 && matches!(self.rows[row - 1], PanelRow::Heading(..)) { row - 1 } else { row };
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
