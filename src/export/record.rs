//! The record: one JSON object an article, as scripts rely on it (schema `byline/1`).

use serde::Serialize;

use crate::annotate::{Annotations, Claim, Date, Entity, EntityId, Mark, Note, Statistic, Why};
use crate::article::{Block, BlockKind, Image, Loaded};
use crate::text::TextRange;

use super::offsets::Offsets;
use super::{Finding, Id};

/// Everything about one article. Offsets are Unicode scalar values into `text`, end exclusive.
#[derive(Serialize, Debug)]
pub struct Record<'a> {
    schema: &'static str,
    id: &'a Id,
    meta: MetaRecord<'a>,
    text: &'a str,
    blocks: Vec<BlockRecord>,
    entities: Vec<EntityRecord<'a>>,
    statistics: Vec<StatisticRecord<'a>>,
    dates: Vec<DateRecord<'a>>,
    claims: Vec<ClaimRecord>,
}

#[derive(Serialize, Debug)]
struct MetaRecord<'a> {
    title: Option<&'a str>,
    authors: Vec<&'a str>,
    published: Option<String>,
    modified: Option<String>,
    publisher: Option<&'a str>,
    place: Option<&'a str>,
    url: Option<&'a str>,
    image: Option<ImageRecord<'a>>,
    language: Option<&'a str>,
    words: usize,
    warnings: Vec<String>,
}

/// A picture in the record.
#[derive(Serialize, Debug)]
pub(super) struct ImageRecord<'a> {
    url: &'a str,
    alt: Option<&'a str>,
}

impl<'a> ImageRecord<'a> {
    /// `image` as the record tells it.
    pub(super) fn new(image: &'a Image) -> Self {
        Self { url: image.url.as_ref(), alt: image.alt.as_ref().map(AsRef::as_ref) }
    }
}

#[derive(Serialize, Debug)]
struct BlockRecord {
    start: usize,
    end: usize,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
}

#[derive(Serialize, Debug)]
struct Span<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize, Debug)]
struct NumberRecord {
    start: usize,
    end: usize,
}

#[derive(Serialize, Debug)]
struct WhyRecord<'a> {
    method: &'static str,
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<Span<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
}

#[derive(Serialize, Debug)]
struct EntityRecord<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'a str,
    aliases: Vec<&'a str>,
    roles: Vec<&'a str>,
    mentions: Vec<MentionRecord<'a>>,
}

#[derive(Serialize, Debug)]
struct MentionRecord<'a> {
    #[serde(flatten)]
    span: Span<'a>,
    how: &'static str,
    score: f64,
    why: WhyRecord<'a>,
}

#[derive(Serialize, Debug)]
struct StatisticRecord<'a> {
    id: String,
    #[serde(flatten)]
    span: Span<'a>,
    number: NumberRecord,
    kind: &'static str,
    value: f64,
    high: Option<f64>,
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<&'static str>,
    bound: Option<&'static str>,
    change: Option<&'static str>,
    change_kind: Option<&'static str>,
    from: Option<f64>,
    of: Option<Span<'a>>,
    since: Option<Span<'a>>,
    period: Option<Span<'a>>,
    claim: Option<String>,
    why: WhyRecord<'a>,
}

#[derive(Serialize, Debug)]
struct DateRecord<'a> {
    #[serde(flatten)]
    span: Span<'a>,
    value: Option<&'a str>,
    high: Option<&'a str>,
    why: WhyRecord<'a>,
}

#[derive(Serialize, Debug)]
struct ClaimRecord {
    id: String,
    source: Vec<(usize, usize)>,
    cue: Vec<(usize, usize)>,
    content: Vec<(usize, usize)>,
    speaker: Option<String>,
    kind: &'static str,
    stance: &'static str,
    hedged: bool,
    within: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrects: Option<String>,
    why: ClaimWhy,
}

#[derive(Serialize, Debug)]
struct ClaimWhy {
    method: &'static str,
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
}

impl<'a> Record<'a> {
    /// The record of an article and what was found in it.
    pub fn new(finding: &Finding<'a>) -> Self {
        let Finding { id, loaded, annotations } = *finding;
        let article = &loaded.article;
        let scribe = Scribe { text: article.text(), offsets: Offsets::new(article.text()) };
        Self {
            schema: "byline/1",
            id,
            meta: MetaRecord::new(loaded),
            text: article.text(),
            blocks: article.blocks().iter().map(|block| scribe.block(block)).collect(),
            entities: scribe.entities(annotations),
            statistics: scribe.statistics(annotations),
            dates: annotations.dates().map(|(_, mark, date)| scribe.date(mark, date)).collect(),
            claims: scribe.claims(annotations),
        }
    }
}

impl<'a> MetaRecord<'a> {
    fn new(loaded: &'a Loaded) -> Self {
        let meta = loaded.article.meta();
        Self {
            title: meta.title.as_ref().map(AsRef::as_ref),
            authors: meta.authors.iter().map(AsRef::as_ref).collect(),
            published: meta.published.map(|published| published.to_string()),
            modified: meta.modified.map(|modified| modified.to_string()),
            publisher: meta.publisher.as_ref().map(AsRef::as_ref),
            place: meta.place.as_ref().map(AsRef::as_ref),
            url: meta.url.as_ref().map(AsRef::as_ref),
            image: meta.image.as_ref().map(ImageRecord::new),
            language: meta.language.as_ref().map(AsRef::as_ref),
            words: loaded.article.words(),
            warnings: loaded.warnings.iter().map(ToString::to_string).collect(),
        }
    }
}

/// Writes ranges of one text as spans.
struct Scribe<'a> {
    text: &'a str,
    offsets: Offsets<'a>,
}

impl<'a> Scribe<'a> {
    fn pair(&self, range: TextRange) -> (usize, usize) {
        (self.offsets.chars(range.start()), self.offsets.chars(range.end()))
    }

    fn pairs(&self, ranges: &[TextRange]) -> Vec<(usize, usize)> {
        ranges.iter().map(|&range| self.pair(range)).collect()
    }

    fn span(&self, range: TextRange) -> Span<'a> {
        let (start, end) = self.pair(range);
        Span { start, end, text: range.of(self.text) }
    }

    fn why(&self, why: &Why) -> WhyRecord<'a> {
        WhyRecord {
            method: why.method.name(),
            rule: why.rule,
            evidence: why.evidence.map(|range| self.span(range)),
            score: why.score.map(rounded),
        }
    }

    fn block(&self, block: &Block) -> BlockRecord {
        let (start, end) = self.pair(block.range);
        let level = if let BlockKind::Heading(level) = block.kind { Some(level) } else { None };
        BlockRecord { start, end, kind: block.kind.name(), level }
    }

    fn entities(&self, annotations: &'a Annotations) -> Vec<EntityRecord<'a>> {
        let mut records: Vec<_> =
            annotations.entities().iter().enumerate().map(|(at, entity)| entity_record(at, entity)).collect();
        for (_, mark) in annotations.iter() {
            let Note::Mention(mention) = &mark.note else { continue };
            if let Some(record) = records.get_mut(mention.entity.0 as usize) {
                record.mentions.push(MentionRecord {
                    span: self.span(mark.range),
                    how: mention.how.name(),
                    score: rounded(mention.score),
                    why: self.why(&mark.why),
                });
            }
        }
        records
    }

    fn statistics(&self, annotations: &'a Annotations) -> Vec<StatisticRecord<'a>> {
        let numbered = annotations.statistics().enumerate();
        numbered.map(|(at, (_, mark, statistic))| self.statistic(at, mark, statistic)).collect()
    }

    fn statistic(&self, at: usize, mark: &'a Mark, statistic: &'a Statistic) -> StatisticRecord<'a> {
        let (start, end) = self.pair(statistic.number);
        StatisticRecord {
            id: format!("s{}", at + 1),
            span: self.span(statistic.range),
            number: NumberRecord { start, end },
            kind: statistic.kind.name(),
            value: statistic.value,
            high: statistic.high,
            unit: statistic.unit.as_deref(),
            currency: statistic.currency,
            bound: statistic.bound.map(crate::annotate::Bound::name),
            change: statistic.change.map(crate::annotate::Change::name),
            change_kind: statistic.change_kind.map(crate::annotate::ChangeKind::name),
            from: statistic.from,
            of: statistic.of.map(|range| self.span(range)),
            since: statistic.since.map(|range| self.span(range)),
            period: statistic.period.map(|range| self.span(range)),
            claim: statistic.claim.map(|claim| format!("c{}", claim.0 + 1)),
            why: self.why(&mark.why),
        }
    }

    fn date(&self, mark: &'a Mark, date: &'a Date) -> DateRecord<'a> {
        DateRecord {
            span: self.span(date.range),
            value: date.value.as_deref(),
            high: date.high.as_deref(),
            why: self.why(&mark.why),
        }
    }

    fn claims(&self, annotations: &Annotations) -> Vec<ClaimRecord> {
        annotations
            .claims()
            .filter_map(|(id, mark, claim)| Some(self.claim(id.0, claim, &annotations.mark(mark)?.why)))
            .collect()
    }

    fn claim(&self, at: u32, claim: &Claim, why: &Why) -> ClaimRecord {
        ClaimRecord {
            id: format!("c{}", at + 1),
            source: self.pairs(&claim.source),
            cue: self.pairs(&claim.cue),
            content: self.pairs(&claim.content),
            speaker: claim.speaker.map(entity_id),
            kind: claim.kind.name(),
            stance: claim.stance.name(),
            hedged: claim.hedged,
            within: claim.within.map(|id| format!("c{}", id.0 + 1)),
            corrects: claim.corrects.map(|id| format!("c{}", id.0 + 1)),
            why: ClaimWhy { method: why.method.name(), rule: why.rule, score: why.score.map(rounded) },
        }
    }
}

fn entity_id(id: EntityId) -> String {
    format!("e{}", id.0 + 1)
}

fn entity_record(at: usize, entity: &Entity) -> EntityRecord<'_> {
    EntityRecord {
        id: entity_id(EntityId(at as u32)),
        kind: entity.kind.name(),
        name: &entity.name,
        aliases: entity.aliases.iter().map(String::as_str).collect(),
        roles: entity.roles.iter().map(|role| role.text.as_str()).collect(),
        mentions: Vec::new(),
    }
}

/// A score with two decimals, the same on every machine.
fn rounded(score: f32) -> f64 {
    (f64::from(score) * 100.0).round() / 100.0
}
