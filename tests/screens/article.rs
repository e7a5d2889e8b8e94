//! The article of the screen tests: marked by hand, so that its screens change only when the screen does.

use byline::annotate::{
    Annotations, Change, ChangeKind, Claim, ClaimId, ClaimKind, Entity, EntityId, EntityKind, How, Mark, Mention, Note,
    Role, Stance, Statistic, StatisticKind, Why,
};
use byline::article::{Article, ArticleBuilder, BlockKind, Loaded, Meta};
use byline::text::TextRange;

use super::marked::parse;

const TITLE: &str = "Harbour tolls to rise in {Port Ellis|e3}";
const FIRST: &str = "{{Ana Reyes|e1}|source1}, harbour master of {Port Ellis|e3}, {said|cue1} \
    {tolls would rise by {12 percent|s1} from May|content1}. {She|r1} blamed the cost of dredging.";
const SECOND: &str = "{The {Seafarers’ Union of {Ellisland|e4}|e2} ({SUE|a2})|source2} {denied|cue2} \
    {that its members had been asked|content2}. “{Nobody called us|content3},” {{Tomas Lund|e5}|source3} {said|cue3}.";
const THIRD: &str = "The tolls were last raised in 2019, when {Reyes|a1} took office. Dredging the northern basin has cost \
    {4.1 million crowns|s2} since then, and the {SUE|a2} wants the state to pay for it. {Port Ellis|e3} handles more \
    timber than any other harbour in {Ellisland|e4}, and {Reyes|a1} expects the new quay to open in the autumn.";

/// The article, with an invisible character in it for a warning.
pub fn loaded() -> Loaded {
    let mut meta = Meta { id: "tests/harbour.md".into(), publisher: Some("The Ellis Post".into()), ..Meta::default() };
    meta.authors = vec!["Mia Holm".into()];
    meta.published = Some(byline::article::Published::Day(jiff::civil::date(2026, 3, 4)));
    let mut builder = ArticleBuilder::new(meta);
    builder.block(BlockKind::Title, &parse(TITLE).text);
    builder.block(BlockKind::Paragraph, &parse(FIRST).text);
    builder.block(BlockKind::Heading(2), "What the union says");
    builder.block(BlockKind::Paragraph, &parse(SECOND).text);
    builder.block(BlockKind::Paragraph, &parse(THIRD).text);
    builder.block(BlockKind::Quote, "東京 and 👩\u{200D}👩\u{200D}👧 are as wide as they look.");
    builder.finish()
}

/// What is marked in it.
pub fn marks() -> Annotations {
    let article = loaded().article;
    let labels = labels(&article);
    let mut marks: Vec<Mark> = labels.iter().filter_map(|(range, label)| mention(*range, label)).collect();
    marks.extend(["1", "2", "3"].map(|number| claim(&labels, number)));
    marks.extend([statistic(&labels, "s1"), statistic(&labels, "s2")]);
    Annotations::from_marks(entities(&article), marks)
}

/// Every labelled range, in bytes of the article.
fn labels(article: &Article) -> Vec<(TextRange, String)> {
    let mut all = Vec::new();
    for source in [TITLE, FIRST, SECOND, THIRD] {
        let marked = parse(source);
        let base = article.text().find(&marked.text).expect("the text as it was built");
        let moved = |range: TextRange| TextRange::new(base + range.start(), base + range.end()).expect("in order");
        all.extend(marked.marks.into_iter().map(|(range, label)| (moved(range), label)));
    }
    all
}

fn mention(range: TextRange, label: &str) -> Option<Mark> {
    let entity = EntityId(label.get(1..)?.parse::<u32>().ok()?.checked_sub(1)?);
    let how = match label.chars().next()? {
        'e' => How::Name,
        'a' => How::Alias,
        'r' => How::Pronoun,
        _ => return None,
    };
    let note = Note::Mention(Mention { entity, how, score: 0.9 });
    Some(Mark { range, note, why: Why::model("names model", 0.9) })
}

fn entities(article: &Article) -> Vec<Entity> {
    let entity = |kind, name: &str, aliases: &[&str], roles: Vec<Role>| Entity {
        kind,
        name: name.into(),
        aliases: aliases.iter().map(ToString::to_string).collect(),
        roles,
    };
    let role = "harbour master of Port Ellis";
    let at = article.text().find(role).expect("it is there");
    let role = Role { text: role.into(), range: TextRange::new(at, at + role.len()).expect("in order"), of: None };
    vec![
        entity(EntityKind::Person, "Ana Reyes", &["Reyes"], vec![role]),
        entity(EntityKind::Organization, "Seafarers’ Union of Ellisland", &["SUE"], vec![]),
        entity(EntityKind::Place, "Port Ellis", &[], vec![]),
        entity(EntityKind::Place, "Ellisland", &[], vec![]),
        entity(EntityKind::Person, "Tomas Lund", &[], vec![]),
    ]
}

fn find(labels: &[(TextRange, String)], label: &str) -> TextRange {
    labels.iter().find(|(_, known)| known == label).expect("labelled").0
}

fn claim(labels: &[(TextRange, String)], number: &str) -> Mark {
    let part = |name: &str| vec![find(labels, &format!("{name}{number}"))];
    let (speaker, kind, stance) = match number {
        "1" => (0, ClaimKind::Indirect, Stance::Announces),
        "2" => (1, ClaimKind::Indirect, Stance::Denies),
        _ => (4, ClaimKind::Direct, Stance::Says),
    };
    let (source, cue, content) = (part("source"), part("cue"), part("content"));
    let speaker = Some(EntityId(speaker));
    let claim = Claim { source, cue, content, speaker, kind, stance, hedged: false, within: None, corrects: None };
    Mark { range: claim.hull(), note: Note::Claim(Box::new(claim)), why: Why::rule("a verb of saying and its subject") }
}

fn statistic(labels: &[(TextRange, String)], label: &str) -> Mark {
    let range = find(labels, label);
    let number = TextRange::new(range.start(), range.start() + if label == "s1" { 2 } else { 11 }).expect("in order");
    let up = label == "s1";
    let statistic = Statistic {
        range,
        number,
        kind: if up { StatisticKind::Percent } else { StatisticKind::Money },
        value: if up { 12.0 } else { 4_100_000.0 },
        high: None,
        unit: Some(if up { "percentage" } else { "crown" }.into()),
        currency: None,
        bound: None,
        change: up.then_some(Change::Up),
        change_kind: up.then_some(ChangeKind::By),
        from: None,
        of: None,
        since: None,
        period: None,
        claim: up.then_some(ClaimId(0)),
    };
    Mark { range, note: Note::Statistic(Box::new(statistic)), why: Why::rule("a number and its unit") }
}
