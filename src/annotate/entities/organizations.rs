//! Organizations: long names with the short ones that the text goes on with.

use foldhash::{HashMap, HashMapExt};

use crate::annotate::{EntityKind, Method};

use super::gathering::Gathering;
use super::lexicon::{ALIASES, DEMONYMS, ROLES};

/// Longer names than this are not looked into for shorter ones.
const MAX_WORDS: usize = 10;
/// So many organizations that share a word are told apart; of more, the last ones.
const MAX_NAMESAKES: usize = 32;

/// Joins the forms that name one organization by their words alone.
pub(super) fn link(gathering: &mut Gathering) {
    let mut forms: Vec<usize> =
        (0..gathering.forms.len()).filter(|&form| gathering.forms[form].kind == EntityKind::Organization).collect();
    same_words(gathering, &forms);
    forms.sort_by_key(|&form| (std::cmp::Reverse(gathering.forms[form].words.len()), form));
    let mut pieces: HashMap<String, Vec<(bool, usize)>> = HashMap::new();
    for form in forms {
        let words = gathering.forms[form].words.clone();
        shorten(gathering, &pieces, form, &words);
        for at in 1..words.len().min(MAX_WORDS) {
            pieces.entry(words[..at].join(" ")).or_default().push((true, form));
            pieces.entry(words[at..].join(" ")).or_default().push((false, form));
        }
    }
}

/// Joins forms that are one but for suffixes, spelling, and the order in "Department of Defense".
fn same_words(gathering: &mut Gathering, forms: &[usize]) {
    let mut index: HashMap<(Option<&'static str>, String), usize> = HashMap::new();
    for &form in forms {
        let key = (gathering.forms[form].country, sorted_key(&gathering.forms[form].words));
        match index.get(&key) {
            Some(&first) => gathering.join(form, first, Method::Rule, "the same name but for suffixes and word order"),
            None => {
                index.insert(key, form);
            }
        }
    }
}

/// The words of an organization's name without suffixes, one spelling for two, and "X Department" for "Department of X".
pub(super) fn sorted_key(words: &[String]) -> String {
    let core = without_suffixes(words);
    let head = core.iter().position(|word| is_office(word));
    let mut parts: Vec<&str> = core.iter().map(|word| american(word)).collect();
    if let Some(at) = head
        && parts.get(at + 1).is_some_and(|next| matches!(*next, "of" | "for"))
    {
        let office = parts.remove(at);
        parts.remove(at);
        parts.push(office);
        parts.retain(|&word| word != "the");
    }
    parts.join(" ")
}

/// Words that take "of" before or stand behind what they are for: "Ministry of Health", "Health Ministry".
fn is_office(word: &str) -> bool {
    matches!(word, "department" | "ministry" | "university" | "bureau" | "institute" | "office")
}

/// American spelling for British.
fn american(word: &str) -> &str {
    match word {
        "defence" => "defense",
        "labour" => "labor",
        "organisation" => "organization",
        "programme" => "program",
        "centre" => "center",
        word => word,
    }
}

/// `words` without "Inc", "& Co", "Group" and the like behind.
fn without_suffixes(words: &[String]) -> &[String] {
    let mut core = words;
    while let Some((last, rest)) = core.split_last()
        && !rest.is_empty()
        && is_suffix(last)
    {
        core = match rest.split_last() {
            Some((and, before)) if and == "and" && !before.is_empty() => before,
            _ => rest,
        };
    }
    core
}

fn is_suffix(word: &str) -> bool {
    matches!(
        word,
        "inc"
            | "incorporated"
            | "corp"
            | "corporation"
            | "co"
            | "company"
            | "ltd"
            | "limited"
            | "plc"
            | "llc"
            | "llp"
            | "lp"
            | "ag"
            | "sa"
            | "nv"
            | "se"
            | "gmbh"
            | "spa"
            | "ab"
            | "asa"
            | "oyj"
            | "bv"
            | "pty"
            | "pte"
            | "kk"
            | "holding"
            | "holdings"
            | "group"
    )
}

/// Joins `form` to the longer name that it is the beginning or end of.
fn shorten(gathering: &mut Gathering, pieces: &HashMap<String, Vec<(bool, usize)>>, form: usize, words: &[String]) {
    let found = pieces.get(&words.join(" ")).map_or(&[][..], Vec::as_slice);
    let recent = &found[found.len().saturating_sub(MAX_NAMESAKES)..];
    let longer = |begins: bool| -> Vec<usize> {
        let side = recent.iter().filter(|&&(side, _)| side == begins).map(|&(_, long)| long);
        side.filter(|&long| may_be_short_for(gathering, form, long, begins)).collect()
    };
    let (rule, candidates) = match longer(true) {
        none if none.is_empty() => ("the end of a longer name", longer(false)),
        some => ("the beginning of a longer name", some),
    };
    let Some(&first) = candidates.first() else { return };
    let root = gathering.root(first);
    if candidates.iter().all(|&long| gathering.root(long) == root) {
        gathering.join(form, first, Method::Reference, rule);
    }
}

/// Whether the name `short`, which `long` begins with (or else ends with), can stand for it.
fn may_be_short_for(gathering: &Gathering, short: usize, long: usize, begins: bool) -> bool {
    let (short_words, long_words) = (&gathering.forms[short].words, &gathering.forms[long].words);
    let (Some(first), Some(last)) = (short_words.first(), short_words.last()) else { return false };
    let (country, other) = (gathering.forms[short].country, gathering.forms[long].country);
    if country.is_some() && other.is_some() && country != other {
        return false;
    }
    if differ_in_lexicon(&short_words.join(" "), &long_words.join(" ")) || DEMONYMS.get(first).is_some() {
        return false;
    }
    if !begins {
        return !matches!(first.as_str(), "of" | "for" | "and") && !is_too_common(last, short_words.len());
    }
    let rest = &long_words[short_words.len()..];
    let rest_names_form =
        without_suffixes(long_words).len() <= short_words.len() || rest.iter().all(|word| names_a_form(word));
    let introduced = gathering.first_in_body(long) < gathering.first_in_body(short);
    let unfinished = matches!(last.as_str(), "of" | "for" | "and" | "the");
    let vague = short_words.len() == 1 && is_opening(first);
    // "Meridian Health Systems" is all of Meridian.
    let whole = rest_names_form || rest.last().is_some_and(|last| is_firm(last));
    let unit = is_unit(&rest[0]) && !(introduced && whole);
    // "BP Gas Marketing" is not BP.
    let known_alone = is_known(&short_words.join(" ")) && !is_known(&long_words.join(" "));
    !(unfinished || vague || unit) && (rest_names_form || (introduced && !known_alone))
}

/// Whether the list of other names has the folded name `key`.
fn is_known(key: &str) -> bool {
    ALIASES.get(key).is_some()
}

/// Whether the list of other names knows both and gives them to different things.
fn differ_in_lexicon(a: &str, b: &str) -> bool {
    let canonical = |key: &str| ALIASES.all(key).filter_map(|value| value.split('\t').nth(1)).collect::<Vec<_>>();
    let (a, b) = (canonical(a), canonical(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|name| b.contains(name))
}

/// Words that end the name of a whole company, never of a part.
fn is_firm(word: &str) -> bool {
    is_suffix(word) || matches!(word, "systems" | "partners" | "technologies" | "industries")
}

/// Words that say what kind of organization it is, and so can be left off.
fn names_a_form(word: &str) -> bool {
    is_suffix(word)
        || ROLES.get(word).is_some_and(|class| !class.starts_with("person") && class != "modifier")
        || matches!(
            word,
            "motor"
                | "motors"
                | "airlines"
                | "airways"
                | "technologies"
                | "industries"
                | "systems"
                | "partners"
                | "fc"
                | "united"
                | "city"
                | "hotspur"
                | "rovers"
                | "wanderers"
                | "albion"
                | "athletic"
                | "town"
                | "county"
                | "electronics"
                | "pharmaceuticals"
                | "energy"
                | "and"
                | "of"
                | "football"
                | "news"
                | "sons"
                | "international"
        )
}

/// Words that begin too many names to stand for one.
fn is_opening(word: &str) -> bool {
    matches!(
        word,
        "national"
            | "royal"
            | "united"
            | "general"
            | "first"
            | "new"
            | "international"
            | "federal"
            | "central"
            | "supreme"
            | "state"
            | "world"
            | "global"
            | "north"
            | "south"
            | "east"
            | "west"
            | "european"
            | "american"
            | "us"
            | "uk"
            | "british"
            | "association"
            | "federation"
            | "university"
            | "bank"
            | "ministry"
            | "department"
            | "institute"
            | "house"
            | "high"
            | "great"
            | "public"
            | "social"
            | "free"
            | "union"
            | "city"
            | "the"
            | "saint"
            | "st"
            | "san"
    )
}

/// Words that make a part or another thing of what they follow: "Google Cloud", "Harvard Business School".
const UNITS: &[&str] = &[
    "research",
    "web",
    "ventures",
    "cloud",
    "foundation",
    "europe",
    "uk",
    "america",
    "americas",
    "japan",
    "china",
    "india",
    "asia",
    "africa",
    "labs",
    "lab",
    "pay",
    "studios",
    "television",
    "tv",
    "radio",
    "sport",
    "sports",
    "business",
    "school",
    "law",
    "medical",
    "hospital",
    "press",
    "institute",
    "women",
    "ladies",
    "youth",
    "workers",
    "watch",
    "music",
    "pictures",
    "books",
    "prime",
    "health",
    "ai",
    "deepmind",
    "supporters",
    "fans",
    "trust",
    "north",
    "south",
    "east",
    "west",
    "two",
    "ii",
    "employees",
    "reserve",
    "academy",
    "security",
    "general",
    "human",
    "children",
    "refugee",
    "development",
];

fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

/// Words that end so many names that alone they stand for none.
fn is_too_common(word: &str, count: usize) -> bool {
    count == 1
        && matches!(
            word,
            "inc"
                | "corp"
                | "co"
                | "ltd"
                | "plc"
                | "group"
                | "holdings"
                | "news"
                | "fc"
                | "city"
                | "town"
                | "county"
                | "states"
                | "nations"
                | "international"
                | "america"
                | "england"
                | "world"
                | "europe"
                | "india"
                | "china"
                | "africa"
        )
}
