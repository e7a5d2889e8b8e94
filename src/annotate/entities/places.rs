//! Places: "Paris, Texas" is one place and not the Paris of France.

use crate::annotate::EntityKind;
use crate::text::TextRange;

use super::aliases::meanings;
use super::fold::folded_words;
use super::gathering::Gathering;

/// Parts the mentions of towns that share a name by the state or country behind the comma.
pub(super) fn link(gathering: &mut Gathering) {
    for form in 0..gathering.forms.len() {
        if gathering.forms[form].kind == EntityKind::Place {
            part_by_qualifier(gathering, form);
        }
    }
}

/// Splits `form` by what stands behind the comma. A mention without it goes with the one before; in the title, with the
/// first; in the text before any, it is another place.
fn part_by_qualifier(gathering: &mut Gathering, form: usize) {
    let names = &gathering.forms[form].names;
    let Some(first) = names.iter().find_map(|&name| qualifier(gathering, name)) else { return };
    let mut parts: Vec<(Option<String>, Vec<usize>)> = Vec::new();
    let mut last = None;
    for &name in names {
        last = qualifier(gathering, name).or(last);
        let part = last.clone().or_else(|| gathering.in_heading(name).then(|| first.clone()));
        match parts.iter_mut().find(|(other, _)| *other == part) {
            Some((_, names)) => names.push(name),
            None => parts.push((part, vec![name])),
        }
    }
    for (_, names) in parts.into_iter().skip(1) {
        gathering.split(form, names);
    }
}

/// The folded name of the place that follows `name` behind a comma, as in "Paris, Texas".
fn qualifier(gathering: &Gathering, name: usize) -> Option<String> {
    let (this, next) = (&gathering.names[name], gathering.names.get(name + 1)?);
    let between = TextRange::new(this.range.end(), next.range.start())?.of(gathering.document.text());
    if between != ", " || next.kind != EntityKind::Place {
        return None;
    }
    let key = folded_words(next.range.of(gathering.document.text())).join(" ");
    meanings(&key).any(|meaning| matches!(meaning.class, "state" | "country" | "province")).then_some(key)
}
