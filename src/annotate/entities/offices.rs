//! Ministries, courts and the like: every country has its own, and the country often stands before the name.

use foldhash::{HashMap, HashMapExt};

use crate::annotate::{EntityKind, Method};
use crate::text::TextRange;

use super::aliases::meanings;
use super::fold::folded_words;
use super::gathering::Gathering;
use super::lexicon::DEMONYMS;
use super::organizations::sorted_key;

/// Parts "Defence Ministry" by whose it is, and joins it with "Russian Defence Ministry".
pub(super) fn link(gathering: &mut Gathering) {
    for form in 0..gathering.forms.len() {
        if is_office(gathering, form) {
            part_by_country(gathering, form);
        }
    }
    let mut index: HashMap<(&'static str, String), usize> = HashMap::new();
    for form in 0..gathering.forms.len() {
        if !is_office(gathering, form) {
            continue;
        }
        let words = &gathering.forms[form].words;
        let (own, length) = leading_country(words);
        let Some(country) = own.or(gathering.forms[form].country) else { continue };
        let key = (country, sorted_key(&words[length..]));
        gathering.forms[form].country = Some(country);
        match index.get(&key) {
            Some(&first) => gathering.join(form, first, Method::Rule, "the same office of the same country"),
            None => drop(index.insert(key, form)),
        }
    }
}

/// Whether the form names an organization of a sort that every country has.
fn is_office(gathering: &Gathering, form: usize) -> bool {
    const OFFICES: [&str; 16] = [
        "army",
        "assembly",
        "cabinet",
        "congress",
        "court",
        "department",
        "embassy",
        "government",
        "guard",
        "ministry",
        "navy",
        "office",
        "parliament",
        "police",
        "senate",
        "treasury",
    ];
    let form = &gathering.forms[form];
    let central_bank = || form.words.ends_with(&["central".to_owned(), "bank".to_owned()]);
    form.kind == EntityKind::Organization
        && (form.words.iter().any(|word| OFFICES.binary_search(&word.as_str()).is_ok()) || central_bank())
}

/// The country that the words begin with, as its canonical name, and how many words name it.
fn leading_country(words: &[String]) -> (Option<&'static str>, usize) {
    for length in [2, 1] {
        if words.len() > length
            && let Some(country) = country(&words[..length].join(" "))
        {
            return (Some(country), length);
        }
    }
    (None, 0)
}

/// The canonical name of the country that a folded name or adjective means.
fn country(key: &str) -> Option<&'static str> {
    let name = DEMONYMS.get(key);
    let known =
        meanings(name.unwrap_or(key)).find(|meaning| meaning.class == "country").map(|meaning| meaning.canonical);
    known.or(name)
}

/// Splits `form` by the country before each name; a name without one goes with the one before.
fn part_by_country(gathering: &mut Gathering, form: usize) {
    if leading_country(&gathering.forms[form].words).0.is_some() {
        return;
    }
    let names = &gathering.forms[form].names;
    let owners: Vec<_> = names.iter().map(|&name| owner(gathering, name)).collect();
    let Some(first) = owners.iter().copied().flatten().next() else { return };
    let mut parts: Vec<(&'static str, Vec<usize>)> = vec![(first, Vec::new())];
    let mut last = first;
    for (&name, owner) in names.iter().zip(owners) {
        last = owner.unwrap_or(last);
        match parts.iter_mut().find(|(country, _)| *country == last) {
            Some((_, names)) => names.push(name),
            None => parts.push((last, vec![name])),
        }
    }
    gathering.forms[form].country = Some(first);
    for (country, names) in parts.into_iter().skip(1) {
        let part = gathering.split(form, names);
        gathering.forms[part].country = Some(country);
    }
}

/// The country named right before `name`: "Russia’s", "German".
fn owner(gathering: &Gathering, name: usize) -> Option<&'static str> {
    let before = name.checked_sub(1)?;
    let (first, second) = (gathering.names[before].range, gathering.names[name].range);
    let between = TextRange::new(first.end(), second.start())?.of(gathering.document.text());
    if !matches!(between.trim(), "" | "'s" | "’s" | "'" | "’") {
        return None;
    }
    country(&folded_words(gathering.text_of(before)).join(" "))
}
