//! People: full names with their last names, given names and nicknames; two of one surname stay two.

use foldhash::{HashMap, HashSet};

use crate::annotate::{EntityKind, Method};

use super::fold::folded_words;
use super::gathering::Gathering;
use super::lexicon::{GIVEN_NAMES, NICKNAMES};
use super::title::{Gender, is_title};

/// Longer names than this are cut: what stands behind is hardly a name any more.
const MAX_WORDS: usize = 7;
/// So many people of one surname are told apart; of more, the last ones.
const MAX_NAMESAKES: usize = 32;

/// How a short name lies in a full one; the better comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Last,
    First,
    Middle,
    Nickname,
}

impl Fit {
    const fn rule(self) -> &'static str {
        match self {
            Self::Last => "last name of a person named in full",
            Self::First => "first name of a person named in full",
            Self::Middle => "part of a person's full name",
            Self::Nickname => "nickname of a person named in full",
        }
    }
}

/// The people found so far, by every piece of their names.
#[derive(Default)]
struct People {
    /// A run of words of a full name → the full forms it lies in.
    pieces: HashMap<String, Vec<(Fit, usize)>>,
    /// Last name → full forms.
    surnames: HashMap<String, Vec<usize>>,
    /// Single words that name somebody.
    single: HashSet<String>,
}

/// Joins the forms that name one person.
pub(super) fn link(gathering: &mut Gathering) {
    let mut forms: Vec<usize> =
        (0..gathering.forms.len()).filter(|&form| gathering.forms[form].kind == EntityKind::Person).collect();
    forms.sort_by_key(|&form| (std::cmp::Reverse(bare(&gathering.forms[form].words).len()), form));
    let single = forms.iter().map(|&form| bare(&gathering.forms[form].words)).filter(|words| words.len() == 1);
    let mut people = People { single: single.map(|words| words[0].clone()).collect(), ..People::default() };
    for form in forms {
        let words = bare(&gathering.forms[form].words).to_vec();
        if words.len() > 1
            && let Some(same) = people.same_person(gathering, &words)
        {
            gathering.join(form, same, Method::Rule, "the same person's name with more or fewer given names");
            people.add(form, &words);
            continue;
        }
        let candidates = people.candidates(&words);
        if candidates.is_empty() {
            if words.len() > 1 {
                people.add(form, &words);
            } else {
                part_by_gender(gathering, form);
            }
        } else {
            share_out(gathering, &people, form, &candidates);
        }
    }
}

/// The words of a person's name without titles before and "Jr" behind.
pub(super) fn bare(words: &[String]) -> &[String] {
    let titles = words.iter().take_while(|word| is_title(word)).count().min(words.len().saturating_sub(1));
    let rest = &words[titles..];
    let behind = rest.iter().rev().take_while(|word| is_generation(word)).count().min(rest.len().saturating_sub(1));
    &rest[..(rest.len() - behind).min(MAX_WORDS)]
}

fn is_generation(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv" | "junior" | "senior" | "mbe" | "obe" | "cbe" | "kc" | "qc" | "mp")
}

impl People {
    /// Makes a full name known by all its pieces.
    fn add(&mut self, form: usize, words: &[String]) {
        for start in 0..words.len() {
            for end in start + 1..=words.len() {
                if end - start == words.len() {
                    continue;
                }
                let fit = match (start, end) {
                    (_, end) if end == words.len() => Fit::Last,
                    (0, _) => Fit::First,
                    _ => Fit::Middle,
                };
                self.pieces.entry(words[start..end].join(" ")).or_default().push((fit, form));
            }
        }
        if let Some(last) = words.last() {
            self.surnames.entry(last.clone()).or_default().push(form);
        }
    }

    /// Whether somebody is called by the first name alone elsewhere: the surname alone then means another.
    fn goes_by_first_name(&self, gathering: &Gathering, form: usize) -> bool {
        bare(&gathering.forms[form].words).first().is_some_and(|first| self.single.contains(first))
    }

    /// The one full form with the same surname and given names that agree with `words`.
    fn same_person(&self, gathering: &Gathering, words: &[String]) -> Option<usize> {
        let (last, given) = words.split_last()?;
        let namesakes = self.surnames.get(last)?.iter().rev().take(MAX_NAMESAKES);
        let agree = namesakes.filter(|&&form| {
            let other = bare(&gathering.forms[form].words);
            let same_generation = generation(&gathering.forms[form].words) == generation(words);
            same_generation && other.split_last().is_some_and(|(_, theirs)| given_agree(theirs, given))
        });
        let mut roots: Vec<usize> = agree.map(|&form| gathering.root(form)).collect();
        roots.dedup();
        match roots[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// The full forms that `words` may be short for: those of the best fit.
    fn candidates(&self, words: &[String]) -> Vec<(Fit, usize)> {
        let found = self.pieces.get(&words.join(" ")).map_or(&[][..], Vec::as_slice);
        let Some(best) = found.iter().map(|&(fit, _)| fit).min() else { return self.by_nickname(words) };
        last_of(found.iter().filter(|(fit, _)| *fit == best).copied())
    }

    /// The full forms whose given name the single word `words` is a nickname for.
    fn by_nickname(&self, words: &[String]) -> Vec<(Fit, usize)> {
        let [word] = words else { return Vec::new() };
        let formal = NICKNAMES.all(word).filter_map(|formal| self.pieces.get(formal)).flatten();
        last_of(formal.filter(|(fit, _)| *fit == Fit::First).map(|&(_, form)| (Fit::Nickname, form)))
    }
}

/// The last of `candidates`, as many as are told apart.
fn last_of(candidates: impl Iterator<Item = (Fit, usize)>) -> Vec<(Fit, usize)> {
    let mut all: Vec<_> = candidates.collect();
    all.drain(..all.len().saturating_sub(MAX_NAMESAKES));
    all
}

fn generation(words: &[String]) -> Option<&str> {
    words.last().map(String::as_str).filter(|word| is_generation(word))
}

/// Whether two lists of given names can be one person's: `Joe`, `Joseph R`; not `George H W`, `George W`.
fn given_agree(a: &[String], b: &[String]) -> bool {
    let (Some(first_a), Some(first_b)) = (a.first(), b.first()) else { return true };
    if !given_name_agrees(first_a, first_b) {
        return false;
    }
    let (rest_a, rest_b) = (&a[1..], &b[1..]);
    rest_a.is_empty()
        || rest_b.is_empty()
        || (rest_a.len() == rest_b.len() && rest_a.iter().zip(rest_b).all(|(a, b)| given_name_agrees(a, b)))
}

fn given_name_agrees(a: &str, b: &str) -> bool {
    let is_initials = |word: &str, of: &str| word.len() <= 2 && word.starts_with(|c| of.starts_with(c));
    a == b
        || is_initials(a, b)
        || is_initials(b, a)
        || NICKNAMES.all(a).any(|formal| formal == b)
        || NICKNAMES.all(b).any(|formal| formal == a)
}

/// The gender that titles and the given name of the full form `form` tell.
pub(super) fn gender_of(gathering: &Gathering, form: usize) -> Option<Gender> {
    let form = &gathering.forms[form];
    let titled = form.names.iter().find_map(|&name| gathering.titles[name]?.gender);
    titled.or_else(|| {
        let words = bare(&form.words);
        given_name_gender(words.first().filter(|_| words.len() > 1)?)
    })
}

/// The gender of a person's given name; of a single word, nothing.
pub(super) fn gender_of_name(name: &str) -> Option<Gender> {
    let words = folded_words(name);
    let words = bare(&words);
    given_name_gender(words.first().filter(|_| words.len() > 1)?)
}

/// The gender of a folded given name, where the list knows it for one.
pub(super) fn given_name_gender(name: &str) -> Option<Gender> {
    match GIVEN_NAMES.get(name)? {
        "f" => Some(Gender::Female),
        "m" => Some(Gender::Male),
        _ => None,
    }
}

/// Joins a short form to the person it is short for, name by name where there are several.
fn share_out(gathering: &mut Gathering, people: &People, form: usize, candidates: &[(Fit, usize)]) {
    let genders: Vec<_> = candidates.iter().map(|&(_, full)| gender_of(gathering, full)).collect();
    let mut shares: Vec<(Option<usize>, Vec<usize>)> = Vec::new();
    for &name in &gathering.forms[form].names {
        let title = gathering.titles[name].and_then(|title| title.gender);
        let fits = |gender: Option<Gender>| title.is_none() || gender.is_none() || title == gender;
        let agreeing = candidates.iter().zip(&genders).filter(|&(_, &gender)| fits(gender));
        let mut agreeing: Vec<usize> = agreeing.map(|(&(_, full), _)| full).collect();
        let known = agreeing.iter().any(|&full| gender_of(gathering, full) == title);
        if title.is_some() && known {
            agreeing.retain(|&full| gender_of(gathering, full) == title);
        }
        if title.is_none() {
            prefer(&mut agreeing, |full| !is_relative(gathering, full));
            prefer(&mut agreeing, |full| !people.goes_by_first_name(gathering, full));
        }
        let owner = gathering.nearest(&agreeing, name).map(|full| gathering.root(full));
        match shares.iter_mut().find(|(other, _)| *other == owner) {
            Some((_, names)) => names.push(name),
            None => shares.push((owner, vec![name])),
        }
    }
    let rule = candidates.first().map_or(Fit::Last, |&(fit, _)| fit).rule();
    for (at, (owner, names)) in shares.into_iter().enumerate() {
        let part = if at == 0 { form } else { gathering.split(form, names) };
        match owner {
            Some(owner) => gathering.join(part, owner, Method::Reference, rule),
            None => part_by_gender(gathering, part),
        }
    }
}

/// Keeps only those of `forms` that are `better`, where there are any.
fn prefer(forms: &mut Vec<usize>, better: impl Fn(usize) -> bool) {
    if forms.len() > 1 && forms.iter().any(|&form| better(form)) {
        forms.retain(|&form| better(form));
    }
}

/// Whether the full name is brought in as somebody's relative: the bare surname then goes on meaning the other.
fn is_relative(gathering: &Gathering, form: usize) -> bool {
    let Some(&name) = gathering.forms[form].names.first() else { return false };
    let tokens = gathering.document.tokens_in(gathering.names[name].range);
    let word = |at: usize| gathering.document.word(at);
    let before = tokens.start.saturating_sub(2)..tokens.start;
    let behind = if word(tokens.end) == "," { tokens.end + 1..tokens.end + 3 } else { 0..0 };
    before.chain(behind).any(|at| is_kin(word(at)))
}

fn is_kin(word: &str) -> bool {
    matches!(
        word,
        "father"
            | "mother"
            | "wife"
            | "husband"
            | "brother"
            | "sister"
            | "son"
            | "daughter"
            | "widow"
            | "widower"
            | "uncle"
            | "aunt"
            | "cousin"
            | "nephew"
            | "niece"
            | "grandfather"
            | "grandmother"
            | "grandson"
            | "granddaughter"
            | "partner"
            | "parents"
            | "children"
            | "sons"
            | "daughters"
            | "twin"
            | "stepson"
            | "stepdaughter"
            | "ex-wife"
            | "fiancée"
    )
}

/// Parts "Mr Clinton" from "Mrs Clinton" where nobody is named in full.
fn part_by_gender(gathering: &mut Gathering, form: usize) {
    let mut last = None;
    let mut women = Vec::new();
    let mut men = 0;
    for &name in &gathering.forms[form].names {
        last = gathering.titles[name].and_then(|title| title.gender).or(last);
        match last {
            Some(Gender::Female) => women.push(name),
            Some(Gender::Male) => men += 1,
            None => {}
        }
    }
    if men > 0 && !women.is_empty() {
        gathering.split(form, women);
    }
}
