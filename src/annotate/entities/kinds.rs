//! One spelling, several kinds: where the names of one spelling disagree about what they name.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::annotate::{EntityKind, Name};

use super::form::Form;
use super::is_woman;
use super::lexicon::ALIASES;
use super::title::Title;

/// A kind that holds less than this share of a spelling's score is an error of the tagger, not another thing.
const SHARE: f32 = 0.25;

/// Makes forms of spellings, each a list of words with its names: one form, or one each for things that share a name.
pub(super) fn reconcile(
    names: &[Name],
    titles: &[Option<Title>],
    spellings: &[(Vec<String>, Vec<usize>)],
) -> Vec<Form> {
    let known = Support::new(names, spellings);
    let mut forms = Vec::new();
    for (words, members) in spellings {
        for (kind, names) in parts(names, titles, words, members, &known) {
            forms.push(Form { words: words.clone(), kind, names, country: None, link: None });
        }
    }
    forms.sort_by_key(|form| form.names.first().copied());
    forms
}

/// Words that stand at the edge of longer names of a kind: "Ford" of a person in "Henry Ford".
struct Support<'w> {
    edges: HashSet<(&'w str, EntityKind)>,
    /// Last names of people named in full → the first such name.
    surnames: HashMap<&'w str, usize>,
    /// First words of organizations with longer names → the first such name.
    firms: HashMap<&'w str, usize>,
}

impl<'w> Support<'w> {
    fn new(names: &[Name], spellings: &'w [(Vec<String>, Vec<usize>)]) -> Self {
        let mut known = Self { edges: HashSet::new(), surnames: HashMap::new(), firms: HashMap::new() };
        for (words, members) in spellings.iter().filter(|(words, _)| words.len() > 1) {
            for &member in members {
                let last = words[words.len() - 1].as_str();
                known.edges.insert((words[0].as_str(), names[member].kind));
                known.edges.insert((last, names[member].kind));
                let (index, word) = match names[member].kind {
                    EntityKind::Person => (&mut known.surnames, last),
                    EntityKind::Organization => (&mut known.firms, words[0].as_str()),
                    _ => continue,
                };
                index.entry(word).and_modify(|first| *first = member.min(*first)).or_insert(member);
            }
        }
        known
    }

    /// Whether a person with the last name `word` was named in full before the name at index `name`.
    fn is_surname(&self, word: &str, name: usize) -> bool {
        self.surnames.get(word).is_some_and(|&full| full < name)
    }

    /// Whether an organization whose name begins with `word` was named before the name at index `name`.
    fn is_firm(&self, word: &str, name: usize) -> bool {
        self.firms.get(word).is_some_and(|&full| full < name)
    }
}

/// The kinds that the spelling `words` really has, each with its names.
fn parts(
    names: &[Name],
    titles: &[Option<Title>],
    words: &[String],
    members: &[usize],
    known: &Support,
) -> Vec<(EntityKind, Vec<usize>)> {
    let is_titled = |name: &usize| titles[*name].is_some() && names[*name].kind == EntityKind::Person;
    let weight = |kind: EntityKind| -> f32 {
        let of_kind = members.iter().filter(|&&name| names[name].kind == kind);
        of_kind.map(|&name| names[name].why.score.unwrap_or(1.0)).sum()
    };
    let total: f32 = EntityKind::ALL.into_iter().map(weight).sum();
    let supported = |kind: EntityKind| match words {
        [word] => known.edges.contains(&(word.as_str(), kind)),
        _ => false,
    };
    let Some(main) = EntityKind::ALL.into_iter().max_by(|&a, &b| {
        let strength = |kind| weight(kind) * if supported(kind) { 1.5 } else { 1.0 };
        // The first of equals wins: `max_by` takes the last.
        strength(a).total_cmp(&strength(b)).then(b.cmp(&a))
    }) else {
        return Vec::new();
    };
    let own_thing = |kind: EntityKind| kind != main && supported(kind) && weight(kind) >= SHARE * total;
    let surname = matches!(main, EntityKind::Organization | EntityKind::Place)
        && !supported(main)
        && matches!(words, [word] if known.is_surname(word, members[0]) && ALIASES.get(word).is_none());
    // Nobody is named in full, but "Keel Lines" was before "Keel".
    let firm = main == EntityKind::Person
        && !supported(main)
        && matches!(words, [word] if known.is_firm(word, members[0]) && is_woman(word).is_none());
    let mut parts: Vec<(EntityKind, Vec<usize>)> = Vec::new();
    for &name in members {
        let kind = names[name].kind;
        let kept = if is_titled(&name) || own_thing(kind) { kind } else { main };
        let kept = if kept != EntityKind::Person && surname { EntityKind::Person } else { kept };
        let kept = if firm && !is_titled(&name) { EntityKind::Organization } else { kept };
        match parts.iter_mut().find(|(part, _)| *part == kept) {
            Some((_, names)) => names.push(name),
            None => parts.push((kept, vec![name])),
        }
    }
    parts
}
