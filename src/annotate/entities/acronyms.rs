//! Initials and signs of shares: "North Atlantic Treaty Organization (NATO)", "ANC" where the long name stands
//! elsewhere, "Keel Foods (NYSE: KEEL)".

use foldhash::{HashMap, HashMapExt};

use crate::annotate::{EntityKind, Method};
use crate::text::TextRange;

use super::fold::{folded_word, folded_words};
use super::gathering::Gathering;

/// The longest acronym, in letters.
const MAX_LETTERS: usize = 8;

/// Joins acronyms to what they are short for.
pub(super) fn link(gathering: &mut Gathering) {
    defined_in_brackets(gathering);
    by_shares(gathering);
    by_initials(gathering);
}

/// Whether `short` looks like an acronym: one word, at least two capitals, hardly anything else.
pub(super) fn is_acronym(short: &str) -> bool {
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    let letters = short.chars().filter(|c| c.is_alphabetic()).count();
    (2..=MAX_LETTERS).contains(&letters) && capitals * 2 > letters && !short.contains(char::is_whitespace)
}

/// Joins the two names in "Long Name (LN)" and "LN (Long Name)".
fn defined_in_brackets(gathering: &mut Gathering) {
    let owner = forms_of_names(gathering);
    for inner in 1..gathering.names.len() {
        let outer = inner - 1;
        if !is_bracketed(gathering, outer, inner) {
            continue;
        }
        let (a, b) = (gathering.text_of(outer), gathering.text_of(inner));
        let pair = if spells(b, a) {
            (inner, outer)
        } else if spells(a, b) {
            (outer, inner)
        } else {
            continue;
        };
        gathering.join(owner[pair.0], owner[pair.1], Method::Rule, "short name given in brackets");
    }
}

/// Joins the sign of a company's shares to the company before the bracket: "Keel Foods (NYSE: KEEL)".
fn by_shares(gathering: &mut Gathering) {
    let owner = forms_of_names(gathering);
    for sign in 1..gathering.names.len() {
        // The exchange may be a name itself.
        let mut before = [1, 2].into_iter().filter_map(|back| sign.checked_sub(back));
        if let Some(company) = before.find(|&company| has_shares(gathering, company, sign)) {
            gathering.join(owner[sign], owner[company], Method::Rule, "the sign of its shares");
        }
    }
}

/// Whether the organization `sign` stands behind an exchange in a bracket right behind the organization `company`.
fn has_shares(gathering: &Gathering, company: usize, sign: usize) -> bool {
    let names = [company, sign].map(|name| &gathering.names[name]);
    let between = TextRange::new(names[0].range.end(), names[1].range.start());
    let between = between.map_or("", |between| between.of(gathering.document.text()));
    let exchange = between.trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(':')).unwrap_or_default();
    let is_exchange = exchange.split(' ').all(|word| word == "Other" || is_acronym(word) || word == "Nasdaq");
    names.iter().all(|name| name.kind == EntityKind::Organization) && is_exchange
}

/// For each name, its form.
fn forms_of_names(gathering: &Gathering) -> Vec<usize> {
    let mut owner = vec![0; gathering.names.len()];
    for (form, names) in gathering.forms.iter().map(|form| &form.names).enumerate() {
        for &name in names {
            owner[name] = form;
        }
    }
    owner
}

/// Whether the name `inner` stands alone in brackets right behind the name `outer`.
fn is_bracketed(gathering: &Gathering, outer: usize, inner: usize) -> bool {
    let text = gathering.document.text();
    let (outer, inner) = (gathering.names[outer].range, gathering.names[inner].range);
    let between = TextRange::new(outer.end(), inner.start()).map_or("", |between| between.of(text));
    let between = between.trim_start_matches(['"', '”', '’', '\'', ',']).trim();
    let closed = text[inner.end()..].trim_start_matches(['"', '”', '’', '\'']);
    matches!(between, "(" | "(“" | "(\"" | "(the" | "[" | "(‘") && closed.starts_with([')', ']', ',', ';'])
}

/// Whether the letters of `short` appear in `long` in order, the first at the beginning of a word.
fn spells(short: &str, long: &str) -> bool {
    let one_word = short.len() <= MAX_LETTERS && short.starts_with(char::is_uppercase) && !short.contains(' ');
    if !(is_acronym(short) || one_word) {
        return false;
    }
    let words = folded_words(long);
    let letters: Vec<char> = folded_word(short).chars().collect();
    let Some(first) = letters.first().filter(|_| words.len() > 1) else { return false };
    let Some(start) = words.iter().position(|word| word.starts_with(*first)) else { return false };
    let mut rest = letters.iter().peekable();
    for c in words[start..].iter().flat_map(|word| word.chars()) {
        if rest.peek() == Some(&&c) {
            rest.next();
        }
    }
    rest.peek().is_none()
}

/// Joins acronyms to the one long name with these initials.
fn by_initials(gathering: &mut Gathering) {
    let mut index: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, form) in gathering.forms.iter().enumerate() {
        if form.kind != EntityKind::Person && form.words.len() > 1 {
            for initials in initials_of(&form.words) {
                index.entry(initials).or_default().push(at);
            }
        }
    }
    for at in 0..gathering.forms.len() {
        let form = &gathering.forms[at];
        let [word] = &form.words[..] else { continue };
        let Some(&name) = form.names.first() else { continue };
        if form.kind == EntityKind::Person || form.link.is_some() || !is_acronym(gathering.text_of(name)) {
            continue;
        }
        if form.kind == EntityKind::Place && word.len() < 3 {
            continue;
        }
        let Some(long) = index.get(word) else { continue };
        let root = gathering.root(long[0]);
        if long.iter().all(|&long| gathering.root(long) == root)
            && may_abbreviate(form.kind, gathering.forms[long[0]].kind)
        {
            gathering.join(at, root, Method::Rule, "initials of a longer name");
        }
    }
}

/// Initials never cross from a place to a company.
fn may_abbreviate(short: EntityKind, long: EntityKind) -> bool {
    short == long || long == EntityKind::Organization || !matches!(short, EntityKind::Place | EntityKind::Group)
}

/// The initials of a long name: of all words, and of all but the small ones, each also without its country.
fn initials_of(words: &[String]) -> Vec<String> {
    let large: Vec<&String> = words.iter().filter(|word| !is_small(word)).collect();
    let all: Vec<&String> = words.iter().collect();
    let mut found = Vec::new();
    for list in [&all[..], &large[..], all.get(1..).unwrap_or_default(), large.get(1..).unwrap_or_default()] {
        let initials: String = list.iter().flat_map(|word| word.chars().take(letters_of(word))).collect();
        if initials.chars().count() > 1 && !found.contains(&initials) {
            found.push(initials);
        }
    }
    found
}

/// How many letters of a word go into the initials: all of one that is an abbreviation itself, so that the U.S.
/// Geological Survey is the USGS and the U.S. Navy is no U.N.
fn letters_of(word: &str) -> usize {
    if matches!(word, "us" | "uk" | "eu" | "un") { 2 } else { 1 }
}

fn is_small(word: &str) -> bool {
    matches!(
        word,
        "of" | "the"
            | "for"
            | "and"
            | "in"
            | "on"
            | "at"
            | "to"
            | "a"
            | "an"
            | "against"
            | "with"
            | "de"
            | "la"
            | "le"
            | "les"
            | "des"
            | "du"
            | "et"
            | "der"
            | "die"
            | "und"
            | "del"
            | "y"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_gives_all_its_letters() {
        let initials = |name: &str| initials_of(&folded_words(name));
        assert!(initials("U.S. Geological Survey").contains(&"usgs".to_owned()));
        assert!(!initials("U.S. Navy").contains(&"un".to_owned()));
        assert!(initials("National Bank of Denmark").contains(&"nbd".to_owned()));
    }

    #[test]
    fn letters_in_order_spell_a_name() {
        assert!(spells("NATO", "North Atlantic Treaty Organization"));
        assert!(!spells("Rostrud", "Federal Service for Labour and Employment"));
        assert!(spells("CDC", "Centers for Disease Control and Prevention"));
        assert!(!spells("FBI", "Ministry of Defence"));
        assert!(!spells("the union", "Trade Union"));
    }
}
