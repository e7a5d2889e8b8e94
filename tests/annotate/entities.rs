//! Entities: marked articles of our own, scored as a whole, and the wire article's cast.
//!
//! A label is `ID KIND` for a name, `ID ref` for a reference such as "he" or "the company", `ID is` for a role; `ID is TEXT` where the
//! role's text begins before the mark.

use std::collections::{BTreeMap, BTreeSet};

use byline::annotate::{Document, EntityId, EntityKind, Mention, Name, Note, Resolved, Why, resolve};
use byline::article::{Article, ArticleBuilder, Meta};
use byline::text::TextRange;

use crate::marked;

/// What a marked article says should be found.
struct Gold {
    article: Article,
    names: Vec<Name>,
    /// Names: range → id.
    owners: BTreeMap<TextRange, String>,
    /// References: range → id.
    references: BTreeMap<TextRange, String>,
    /// Roles: id and text.
    roles: BTreeSet<(String, String)>,
}

/// Right, proposed and expected, summed over articles.
#[derive(Default, Clone, Copy, Debug)]
struct Tally {
    right: f64,
    proposed: f64,
    expected: f64,
}

impl Tally {
    fn add(&mut self, right: usize, proposed: usize, expected: usize) {
        self.right += right as f64;
        self.proposed += proposed as f64;
        self.expected += expected as f64;
    }

    fn precision(self) -> f64 {
        self.right / self.proposed.max(1.0)
    }

    fn recall(self) -> f64 {
        self.right / self.expected.max(1.0)
    }
}

fn gold(source: &str) -> Gold {
    let marked = marked::parse(source);
    let (mut names, mut owners, mut references, mut roles) =
        (Vec::new(), BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
    for (range, label) in &marked.marks {
        let (id, what) = label.split_once(' ').unwrap_or_else(|| panic!("a label is an id and a word: {label}"));
        match what {
            "ref" => drop(references.insert(*range, id.to_owned())),
            role if role.starts_with("is ") => drop(roles.insert((id.to_owned(), role[3..].to_owned()))),
            "is" => drop(roles.insert((id.to_owned(), range.of(&marked.text).to_owned()))),
            kind => {
                let kind = EntityKind::ALL.into_iter().find(|known| known.name() == kind);
                let kind = kind.unwrap_or_else(|| panic!("no such kind: {label}"));
                names.push(Name { range: *range, kind, why: Why::rule("marked by hand") });
                owners.insert(*range, id.to_owned());
            }
        }
    }
    names.sort_by_key(|name| name.range);
    Gold { article: ArticleBuilder::verbatim(Meta::default(), marked.text), names, owners, references, roles }
}

fn mentions(resolved: &Resolved) -> impl Iterator<Item = (TextRange, Mention)> {
    resolved.mentions.iter().filter_map(|mark| match &mark.note {
        Note::Mention(mention) => Some((mark.range, *mention)),
        _ => None,
    })
}

/// For each resolved entity, the id that most of its names bear.
fn ids(gold: &Gold, resolved: &Resolved) -> BTreeMap<EntityId, String> {
    let mut votes: BTreeMap<EntityId, BTreeMap<&str, usize>> = BTreeMap::new();
    for (range, mention) in mentions(resolved).filter(|(_, mention)| mention.how.is_name()) {
        *votes.entry(mention.entity).or_default().entry(&gold.owners[&range]).or_default() += 1;
    }
    let most = |votes: BTreeMap<&str, usize>| {
        let (id, _) = votes.into_iter().max_by_key(|(_, count)| *count).expect("a vote");
        id.to_owned()
    };
    votes.into_iter().map(|(entity, votes)| (entity, most(votes))).collect()
}

/// The share of each name's entity that belongs with it (B³): right sum, names.
fn b_cubed(gold: &Gold, resolved: &Resolved) -> (f64, f64, usize) {
    let named: Vec<_> = mentions(resolved).filter(|(_, mention)| mention.how.is_name()).collect();
    let (mut precision, mut recall) = (0.0, 0.0);
    for (range, mention) in &named {
        let together: Vec<_> = named.iter().filter(|(_, other)| other.entity == mention.entity).collect();
        let right = together.iter().filter(|(other, _)| gold.owners[other] == gold.owners[range]).count() as f64;
        let expected = gold.owners.values().filter(|id| **id == gold.owners[range]).count() as f64;
        precision += right / together.len() as f64;
        recall += right / expected;
    }
    (precision, recall, named.len())
}

fn exact_entities(gold: &Gold, resolved: &Resolved) -> Tally {
    let mut found: BTreeMap<EntityId, BTreeSet<TextRange>> = BTreeMap::new();
    for (range, mention) in mentions(resolved).filter(|(_, mention)| mention.how.is_name()) {
        found.entry(mention.entity).or_default().insert(range);
    }
    let mut expected: BTreeMap<&str, BTreeSet<TextRange>> = BTreeMap::new();
    for (range, id) in &gold.owners {
        expected.entry(id).or_default().insert(*range);
    }
    let right = expected.values().filter(|ranges| found.values().any(|found| found == *ranges)).count();
    let mut tally = Tally::default();
    tally.add(right, found.len(), expected.len());
    tally
}

/// The references that differ are reported on standard output, each with the text around it.
fn references(file: &str, gold: &Gold, resolved: &Resolved) -> Tally {
    let ids = ids(gold, resolved);
    let text = gold.article.text();
    let found: BTreeMap<TextRange, &str> = mentions(resolved)
        .filter(|(_, mention)| !mention.how.is_name())
        .map(|(range, mention)| (range, ids.get(&mention.entity).map_or("?", String::as_str)))
        .collect();
    let right = found.iter().filter(|(range, id)| gold.references.get(range).is_some_and(|gold| gold == *id)).count();
    for (range, id) in &found {
        if gold.references.get(range).map(String::as_str) != Some(*id) {
            println!("{file}: wrong: {} → {id}, not {:?}", around(text, *range), gold.references.get(range));
        }
    }
    for (range, id) in gold.references.iter().filter(|(range, _)| !found.contains_key(range)) {
        println!("{file}: unresolved: {} → {id}", around(text, *range));
    }
    let mut tally = Tally::default();
    tally.add(right, found.len(), gold.references.len());
    tally
}

fn roles(file: &str, gold: &Gold, resolved: &Resolved) -> Tally {
    let ids = ids(gold, resolved);
    let of = |(at, entity): (usize, &byline::annotate::Entity)| -> Vec<(String, String)> {
        let id = ids.get(&EntityId(at as u32)).cloned().unwrap_or_default();
        entity.roles.iter().map(|role| (id.clone(), role.text.clone())).collect()
    };
    let found: BTreeSet<_> = resolved.entities.iter().enumerate().flat_map(of).collect();
    for role in found.difference(&gold.roles) {
        println!("{file}: wrong role: {role:?}");
    }
    for role in gold.roles.difference(&found) {
        println!("{file}: missed role: {role:?}");
    }
    let mut tally = Tally::default();
    tally.add(found.intersection(&gold.roles).count(), found.len(), gold.roles.len());
    tally
}

fn around(text: &str, range: TextRange) -> String {
    let before: Vec<char> = text[..range.start()].chars().rev().take(40).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[range.end()..].chars().take(20).collect();
    format!("{before}[{}]{after}", range.of(text)).replace('\n', "¶")
}

fn sum(total: &mut Tally, tally: Tally) {
    total.right += tally.right;
    total.proposed += tally.proposed;
    total.expected += tally.expected;
}

#[test]
fn marked_articles_resolve_as_measured() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/annotate/articles");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("the articles").map(|file| file.expect("a file")).collect();
    files.sort_by_key(std::fs::DirEntry::file_name);
    let (mut exact, mut reference, mut role) = (Tally::default(), Tally::default(), Tally::default());
    let (mut precision, mut recall, mut names) = (0.0, 0.0, 0);
    for file in &files {
        let source = std::fs::read_to_string(file.path()).expect("an article");
        let gold = gold(&source);
        let resolved = resolve(&Document::new(&gold.article), &gold.names);
        let file = file.file_name().to_string_lossy().into_owned();
        let (p, r, n) = b_cubed(&gold, &resolved);
        assert_eq!(n, gold.names.len(), "{file}: every name is one mention");
        (precision, recall, names) = (precision + p, recall + r, names + n);
        let entities = exact_entities(&gold, &resolved);
        if entities.right < entities.expected {
            report_entities(&file, &gold, &resolved);
        }
        sum(&mut exact, entities);
        sum(&mut reference, references(&file, &gold, &resolved));
        sum(&mut role, roles(&file, &gold, &resolved));
    }
    let (precision, recall) = (precision / names as f64, recall / names as f64);
    println!("{} articles, {names} names: B³ precision {precision:.3}, recall {recall:.3}", files.len());
    println!("exact entities {:.3} of {}", exact.recall(), exact.expected);
    println!(
        "references: precision {:.3}, recall {:.3} of {}",
        reference.precision(),
        reference.recall(),
        reference.expected
    );
    println!("roles: precision {:.3}, recall {:.3} of {}", role.precision(), role.recall(), role.expected);
    assert!(precision >= 0.99 && recall >= 0.99, "B³ {precision:.3} {recall:.3}");
    assert!(exact.recall() >= 0.98, "exact entities {exact:?}");
    assert!(reference.precision() >= 0.97 && reference.recall() >= 0.84, "references {reference:?}");
    assert!(role.precision() >= 0.95 && role.recall() >= 0.95, "roles {role:?}");
}

fn report_entities(file: &str, gold: &Gold, resolved: &Resolved) {
    let mut pairs: BTreeSet<(&str, EntityId, &str)> = BTreeSet::new();
    for (range, mention) in mentions(resolved).filter(|(_, mention)| mention.how.is_name()) {
        pairs.insert((&gold.owners[&range], mention.entity, range.of(gold.article.text())));
    }
    for (id, entity, text) in &pairs {
        let parted = pairs.iter().any(|(other, found, _)| (other == id) != (found == entity));
        if parted {
            println!("{file}: {text}: {id} is in {entity:?}");
        }
    }
}

/// The name of the entity that the phrase marked `?` is about, among names marked with their kind.
fn about(source: &str) -> Option<String> {
    let marked = marked::parse(source);
    let read = |(range, label): &(TextRange, String)| {
        let kind = EntityKind::ALL.into_iter().find(|kind| kind.name() == label)?;
        Some(Name { range: *range, kind, why: Why::rule("marked by hand") })
    };
    let names: Vec<Name> = marked.marks.iter().filter_map(read).collect();
    let phrase = marked.marks.iter().find(|(_, label)| label == "?").expect("a phrase").0;
    let article = ArticleBuilder::verbatim(Meta::default(), marked.text);
    let document = Document::new(&article);
    let resolved = resolve(&document, &names);
    let entity = resolved.entity_in(&document, phrase)?;
    Some(resolved.entities[entity.0 as usize].name.clone())
}

#[test]
fn a_phrase_is_about_its_head() {
    let cases = [
        ("{{OpenAI|organization} chief executive {Sam Altman|person}|?} said no.", Some("Sam Altman")),
        ("{{Sam Altman|person}, CEO of {OpenAI|organization},|?} said no.", Some("Sam Altman")),
        ("{The {OpenAI|organization} boss, {Sam Altman|person}|?}, said no.", Some("Sam Altman")),
        ("{an {OpenAI|organization} spokesperson|?} said no.", Some("OpenAI")),
        ("{A spokesman for the {Pentagon|organization}|?} said no.", Some("Pentagon")),
        ("{{Sam Altman|person}’s lawyer|?} said no.", None),
        ("{analysts|?} at {Barclays|organization} said no.", None),
        ("{Sam Altman|person} smiled. {He|?} said no.", Some("Sam Altman")),
    ];
    for (source, expected) in cases {
        assert_eq!(about(source).as_deref(), expected, "{source}");
    }
}

#[test]
fn nothing_in_any_text_makes_it_fail() {
    let long = "Smith said he ".repeat(2_000);
    for text in ["", "\u{1F600}\u{200D}", "，。日本語", "'s 's , , the the", "the company", "He", "“", &long] {
        let article = ArticleBuilder::verbatim(Meta::default(), text.to_owned());
        let document = Document::new(&article);
        let names = document.tokens().iter().step_by(2).zip(EntityKind::ALL.into_iter().cycle());
        let names: Vec<Name> =
            names.map(|(token, kind)| Name { range: token.range, kind, why: Why::rule("every other word") }).collect();
        let resolved = resolve(&document, &names);
        assert!(mentions(&resolved).filter(|(_, mention)| mention.how.is_name()).count() == names.len());
        assert!(resolved.mentions.is_sorted_by_key(|mark| mark.range));
    }
}
