//! What the words beside a name tell, all through the document: storms, peoples, shares on an exchange.

use foldhash::{HashMap, HashSet};

use super::super::Document;
use super::{EntityKind, Name, Why, kinds};
use crate::text::{TextRange, TokenKind};

/// Exchanges, as they stand before the sign of a share: `(NYSE: KEEL)`. Sorted: searched by halves.
const EXCHANGES: &[&str] = &[
    "AIM", "AMEX", "AMS", "ASX", "BIT", "BME", "BSE", "CSE", "EPA", "ETR", "FRA", "FTSE", "HKEX", "HKG", "HKSE", "JSE",
    "KRX", "LSE", "NASDAQ", "NSE", "NYSE", "NZX", "Nasdaq", "OTC", "OTCBB", "OTCQB", "OTCQX", "SGX", "SIX", "SSE",
    "SZSE", "TSE", "TSX", "TSXV", "TYO",
];

/// The most tokens that the name of a company may have before its share.
const MOST_ISSUER_TOKENS: usize = 6;

/// What stands behind the name of a people. Sorted: searched by halves.
const PEOPLES: &[&str] = &["chieftain", "elders", "ethnic", "people", "peoples", "tribe", "tribes", "tribesmen"];

/// Adds the names that rules alone find, and changes the kinds that a word beside one place tells for all.
pub fn apply(document: &Document, peoples: impl Fn(&Name) -> bool, names: &mut Vec<Name>) {
    let rule = |kind, why: &'static str| move |range| Name { range, kind, why: Why::rule(why) };
    let storms = storms(document).map(rule(EntityKind::Event, "behind \"Hurricane\""));
    let shares = shares(document).map(rule(EntityKind::Organization, "a share on an exchange"));
    let issuers = issuers(document).map(rule(EntityKind::Organization, "a company with shares on an exchange"));
    let issuers: Vec<Name> = issuers.collect();
    add(storms.chain(shares).chain(issuers.iter().cloned()).collect(), names);
    let again = again(document, names);
    add(again.into_iter().map(rule(EntityKind::Organization, "named more than once elsewhere")).collect(), names);
    spread(document, peoples, names);
    spread_companies(document.text(), &issuers, names);
}

/// Where the one word that names an organization twice or more, and mostly, stands once more outside all names;
/// words with a capital right behind it go with it: "Keel Foods" where "Keel" is known.
fn again(document: &Document, names: &[Name]) -> Vec<TextRange> {
    let text = document.text();
    let mut seen: HashMap<&str, [usize; 2]> = HashMap::default();
    for name in names.iter().filter(|name| name.range.len() > 3 && !name.range.of(text).contains(' ')) {
        let [organization, other] = seen.entry(name.range.of(text)).or_default();
        *if name.kind == EntityKind::Organization { organization } else { other } += 1;
    }
    let known = |at: usize| seen.get(document.word(at)).is_some_and(|&[is, other]| is >= 2 && is > other);
    let outside = |range: TextRange| {
        let at = names.partition_point(|name| name.range.end() <= range.start());
        names.get(at).is_none_or(|name| !name.range.overlaps(range))
    };
    let tokens = document.tokens();
    let goes_on = |at: usize| {
        let beside = tokens.get(at).is_some_and(|token| {
            tokens[at - 1].range.end() + 1 == token.range.start()
                && token.kind == TokenKind::Word
                && outside(token.range)
        });
        beside && document.word(at).starts_with(char::is_uppercase)
    };
    let mut found = Vec::new();
    let mut free = 0;
    for at in 0..tokens.len() {
        if at >= free && known(at) && outside(tokens[at].range) {
            let last = (at + 1..at + 3).take_while(|&next| goes_on(next)).last().unwrap_or(at);
            found.push(tokens[at].range.hull(tokens[last].range));
            free = last + 1;
        }
    }
    found
}

/// Adds those names that overlap no other.
fn add(found: Vec<Name>, names: &mut Vec<Name>) {
    let taken = |range: TextRange| {
        let at = names.partition_point(|name| name.range.end() <= range.start());
        names.get(at).is_some_and(|name| name.range.overlaps(range))
    };
    let missed: Vec<Name> = found.into_iter().filter(|name| !taken(name.range)).collect();
    names.extend(missed);
    names.sort_by_key(|name| name.range);
}

/// Names of storms: "Cyclone Olga".
fn storms<'d>(document: &'d Document) -> impl Iterator<Item = TextRange> + use<'d> {
    let tokens = document.tokens().windows(2);
    let found = tokens.filter(|pair| kinds::is_storm(pair[0].of(document.text())));
    found
        .map(|pair| pair[1])
        .filter(|token| token.of(document.text()).starts_with(char::is_uppercase))
        .map(|it| it.range)
}

/// The tokens that open the sign of a share with its exchange: "NYSE" in "(NYSE: KEEL)".
fn exchanges<'d>(document: &'d Document) -> impl Iterator<Item = usize> + use<'d> {
    let text = document.text();
    let found = document.tokens().windows(3).enumerate().filter(|(_, three)| {
        three[1].of(text) == ":" && EXCHANGES.binary_search(&three[0].of(text)).is_ok() && is_sign(three[2].of(text))
    });
    found.map(|(at, _)| at)
}

/// Exchanges and the signs of shares on them. What is traded over the counter has no exchange.
fn shares<'d>(document: &'d Document) -> impl Iterator<Item = TextRange> + use<'d> {
    exchanges(document).flat_map(|at| {
        let exchange = (!document.word(at).starts_with("OTC")).then(|| document.tokens()[at].range);
        exchange.into_iter().chain([sign(document, at + 2)])
    })
}

/// The companies whose shares are named in brackets behind them: "Keel Foods (NYSE: KEEL)".
fn issuers<'d>(document: &'d Document) -> impl Iterator<Item = TextRange> + use<'d> {
    exchanges(document).filter_map(|at| {
        let before = at.checked_sub(1)?;
        let open = if document.word(before) == "Other" { before.checked_sub(1)? } else { before };
        let inner = |at: &usize| document.word(*at) == "&" || document.word(*at).starts_with(char::is_uppercase);
        let first = (0..open).rev().take(MOST_ISSUER_TOKENS).take_while(inner).last()?;
        let first = first + usize::from(matches!(document.word(first), "The" | "&"));
        let tokens = document.tokens().get(first..open).filter(|_| document.word(open) == "(")?;
        Some(tokens.first()?.range.hull(tokens.last()?.range))
    })
}

/// Whether the word may be the sign of a share, or begin it.
fn is_sign(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase()) && word.len() <= 7 && !word.contains(char::is_lowercase)
}

/// The sign that begins with the token at `at`, with its exchange behind a full stop: "KEEL.L".
fn sign(document: &Document, at: usize) -> TextRange {
    let tokens = document.tokens();
    let start = tokens[at].range;
    let (Some(stop), Some(tail)) = (tokens.get(at + 1), tokens.get(at + 2)) else { return start };
    let close = stop.range.start() == start.end() && tail.range.start() == stop.range.end();
    if close && document.word(at + 1) == "." && is_sign(document.word(at + 2)) { start.hull(tail.range) } else { start }
}

/// A storm or people in one place is no person, place or organization elsewhere in the document.
fn spread(document: &Document, is_people: impl Fn(&Name) -> bool, names: &mut [Name]) {
    let text = document.text();
    let mut told: HashMap<&str, EntityKind> = HashMap::default();
    for name in names.iter() {
        let behind = document.tokens_in(name.range).end;
        if name.kind == EntityKind::Event {
            told.insert(name.range.of(text), EntityKind::Event);
        } else if name.kind != EntityKind::Person
            && PEOPLES.binary_search(&document.word(behind)).is_ok()
            && is_people(name)
        {
            told.entry(name.range.of(text)).or_insert(EntityKind::Group);
        }
    }
    for name in names {
        let kind = told.get(name.range.of(text)).copied();
        let changes = match kind {
            Some(EntityKind::Event) => matches!(name.kind, EntityKind::Person | EntityKind::Place),
            Some(EntityKind::Group) => matches!(name.kind, EntityKind::Organization | EntityKind::Place),
            _ => false,
        };
        if let Some(kind) = kind.filter(|_| changes) {
            become_of(name, kind, "a storm or people elsewhere in the article");
        }
    }
}

/// What has shares, or a company's form behind its name, is a company wherever it is named, if nobody bears its name.
fn spread_companies(text: &str, issuers: &[Name], names: &mut [Name]) {
    let mut companies: HashSet<&str> = HashSet::default();
    for name in names.iter().filter(|name| name.kind == EntityKind::Organization) {
        companies.extend(name.range.of(text).rsplit_once(' ').filter(|(_, form)| is_form(form)).map(|(base, _)| base));
    }
    companies.extend(issuers.iter().map(|issuer| issuer.range.of(text)));
    let people = names.iter().filter(|name| name.kind == EntityKind::Person);
    let surnames = people.filter_map(|name| name.range.of(text).rsplit_once(' ')).map(|(_, surname)| surname);
    for surname in surnames {
        companies.remove(surname);
    }
    for name in names {
        let other = matches!(name.kind, EntityKind::Person | EntityKind::Place);
        if other && companies.contains(name.range.of(text)) {
            become_of(name, EntityKind::Organization, "a company elsewhere in the article");
        }
    }
}

/// Makes `name` one of `kind`, and says why.
const fn become_of(name: &mut Name, kind: EntityKind, rule: &'static str) {
    name.kind = kind;
    name.why.rule = rule;
}

/// Whether the word says that the name before it is a company's.
fn is_form(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.').to_ascii_lowercase().as_str(),
        "plc" | "inc" | "ltd" | "limited" | "llc" | "corp" | "ag" | "gmbh" | "holdings"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleBuilder, Meta};

    #[test]
    fn a_word_that_names_an_organization_twice_names_it_again_with_the_capitals_behind_it() {
        let text = "Zorvat said so. Zorvat did it. In all, Zorvat Energy paid.";
        let article = ArticleBuilder::verbatim(Meta::default(), text.to_owned());
        let document = Document::new(&article);
        let name = |start: usize| {
            let range = TextRange::new(start, start + 6).expect("in order");
            Name { range, kind: EntityKind::Organization, why: Why::rule("told") }
        };
        let found = |names: &[Name]| again(&document, names).iter().map(|range| range.of(text)).collect::<Vec<_>>();
        assert_eq!(found(&[name(0), name(16)]), ["Zorvat Energy"]);
        assert_eq!(found(&[name(0)]), [""; 0]);
    }

    #[test]
    fn the_lists_are_sorted() {
        assert!(EXCHANGES.is_sorted() && PEOPLES.is_sorted());
    }
}
