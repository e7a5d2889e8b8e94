//! References: "he", "the company", "the president", resolved where it is safe and left alone where it is not.
//!
//! The method is that of a salience list (Lappin and Leass 1994, "An algorithm for pronominal anaphora resolution"),
//! with few factors and a margin: the best candidate must be clearly ahead of the next, or nothing is resolved.

mod chain;
mod facts;
mod nouns;
mod pronouns;
mod quotes;

use crate::annotate::{Mark, Note, Why};
use crate::article::BlockKind;

use super::roles::Description;
use super::scene::Scene;
use super::words::{Word, is_clitic, is_determiner};
use super::{EntityId, How, Mention, Resolved};
use chain::Chain;
use facts::Facts;
use nouns::Nouns;

/// What a reference was resolved to.
struct Found {
    /// The first token after the reference.
    end: usize,
    entity: EntityId,
    how: How,
    score: f32,
    rule: &'static str,
    /// Where the evidence stands, in tokens.
    evidence: std::ops::Range<usize>,
}

/// The marks of all references in the running text, in order.
pub(super) fn refer(scene: &Scene, descriptions: &[Description], resolved: &Resolved) -> Vec<Mark> {
    let quotes = quotes::find(scene.document);
    let mut facts = Facts::new(scene, descriptions, resolved);
    let nouns = Nouns::new(scene, descriptions);
    let mut chain = Chain::new(scene, descriptions, &quotes);
    let mut marks = Vec::new();
    for (number, sentence) in scene.document.sentences().iter().enumerate() {
        if !is_running_text(scene, sentence.range.start()) {
            continue;
        }
        chain.begin(number, sentence.tokens.clone());
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if let Some(named) = scene.named_at(at) {
                chain.push(Some(named.entity), None, named.tokens.clone());
                at = named.tokens.end;
            } else if let Some(found) =
                pronouns::resolve(scene, &chain, &mut facts, at).or_else(|| nouns.resolve(scene, &chain, &facts, at))
            {
                chain.push(Some(found.entity), None, at..found.end);
                marks.push(mark(scene, at, &found));
                at = found.end;
            } else {
                note_unnamed(scene, &mut chain, at);
                note_unresolved(scene, &mut chain, at);
                at += 1;
            }
        }
    }
    marks
}

/// Whether the sentence at `offset` stands in a paragraph, quotation, item or caption.
fn is_running_text(scene: &Scene, offset: usize) -> bool {
    let blocks = scene.document.blocks();
    let at = blocks.partition_point(|block| block.range.start() <= offset);
    let kind = at.checked_sub(1).map(|at| blocks[at].kind);
    matches!(kind, Some(BlockKind::Paragraph | BlockKind::Quote | BlockKind::Item { .. } | BlockKind::Caption))
}

/// Somebody without a name, "a spokesman", stands between a pronoun and whoever was named before.
fn note_unnamed(scene: &Scene, chain: &mut Chain, at: usize) {
    let Word::Person(gender) = scene.class(at) else { return };
    let opened =
        (at.saturating_sub(8)..at).any(|before| is_determiner(scene.word(before)) || is_clitic(scene.word(before)));
    if opened && !chain.is_described(at) {
        chain.push(None, gender, at..at + 1);
    }
}

/// A pronoun that was not resolved stands for somebody, and the next pronoun may stand for the same.
fn note_unresolved(scene: &Scene, chain: &mut Chain, at: usize) {
    if let Some(gender) = pronouns::gender(scene.word(at)) {
        chain.push(None, Some(gender), at..at + 1);
    }
}

fn mark(scene: &Scene, at: usize, found: &Found) -> Mark {
    let why = Why { score: Some(found.score), ..Why::reference(found.rule) };
    Mark {
        range: scene.range(at..found.end),
        note: Note::Mention(Mention { entity: found.entity, how: found.how, score: found.score }),
        why: why.seen_at(scene.range(found.evidence.clone())),
    }
}
