//! Who was mentioned lately, and how prominently.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::annotate::EntityId;

use super::super::roles::Description;
use super::super::scene::Scene;
use super::super::title::Gender;
use super::super::words::{Word, is_clitic, is_determiner, is_preposition};

/// How many sentences back a candidate may stand.
const REACH: usize = 3;
/// How many mentions back are looked at, at most.
const MENTIONS: usize = 48;

/// How many words of its own phrase may stand before a mention.
const PHRASE: usize = 8;

/// Somebody or something mentioned.
pub(super) struct Seen {
    /// The entity; `None` for people without a name.
    pub entity: Option<EntityId>,
    /// What the words tell of a person without a name.
    pub gender: Option<Gender>,
    /// Where.
    pub tokens: Range<usize>,
    /// The number of the sentence.
    pub sentence: usize,
    /// Whether it is what the sentence is about, as far as order tells.
    pub subject: bool,
    /// The quotation it stands in; 0 outside.
    pub quote: u32,
}

/// The mentions so far.
pub(super) struct Chain<'s> {
    scene: &'s Scene<'s>,
    quotes: &'s [u32],
    seen: Vec<Seen>,
    /// For each entity, the sentence of its last mention.
    last: HashMap<EntityId, usize>,
    /// The end of a description before a name → its first token.
    described: HashMap<usize, usize>,
    /// The nouns of all descriptions.
    heads: HashSet<usize>,
    sentence: usize,
    start: usize,
    has_subject: bool,
}

impl<'s> Chain<'s> {
    /// An empty chain.
    pub fn new(scene: &'s Scene<'s>, descriptions: &[Description], quotes: &'s [u32]) -> Self {
        let described = descriptions.iter().map(|found| (found.tokens.end, found.tokens.start)).collect();
        Self {
            scene,
            quotes,
            seen: Vec::new(),
            last: HashMap::new(),
            described,
            heads: descriptions.iter().map(|found| found.head).collect(),
            sentence: 0,
            start: 0,
            has_subject: false,
        }
    }

    /// Goes on to the sentence `number`.
    pub fn begin(&mut self, number: usize, tokens: Range<usize>) {
        (self.sentence, self.start, self.has_subject) = (number, tokens.start, false);
    }

    /// Notes a mention.
    pub fn push(&mut self, entity: Option<EntityId>, gender: Option<Gender>, tokens: Range<usize>) {
        let opens = !self.has_subject || self.opens_clause(&tokens);
        let subject = opens && self.can_be_subject(&tokens);
        self.has_subject |= subject;
        let quote = self.quote(tokens.start);
        if let Some(entity) = entity {
            self.last.insert(entity, self.sentence);
        }
        self.seen.push(Seen { entity, gender, tokens, sentence: self.sentence, subject, quote });
    }

    /// How many sentences ago `entity` was last mentioned.
    pub fn distance(&self, entity: EntityId) -> Option<usize> {
        Some(self.sentence - self.last.get(&entity)?)
    }

    /// The quotation that the token stands in; 0 outside.
    pub fn quote(&self, token: usize) -> u32 {
        self.quotes.get(token).copied().unwrap_or_default()
    }

    /// The number of the sentence that is being read.
    pub fn sentence(&self) -> usize {
        self.sentence
    }

    /// The first token of the sentence that is being read.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Whether the token at `at` is the noun of a description of somebody named.
    pub fn is_described(&self, at: usize) -> bool {
        self.heads.contains(&at)
    }

    /// The latest mentions, the last first, as far back as a reference reaches.
    pub fn recent(&self) -> impl Iterator<Item = &Seen> {
        let first = self.sentence.saturating_sub(REACH);
        self.seen.iter().rev().take(MENTIONS).take_while(move |seen| seen.sentence >= first)
    }

    /// Whether a clause begins with the mention: "said that Voltara".
    fn opens_clause(&self, tokens: &Range<usize>) -> bool {
        let before = tokens.start.checked_sub(1).map_or("", |before| self.scene.word(before));
        matches!(before, "that" | "said" | "says" | "because" | "while" | "although" | "but" | "when" | "if" | "as")
    }

    /// Not in a prepositional phrase, and not somebody's: the first such mention of a sentence is its subject.
    fn can_be_subject(&self, tokens: &Range<usize>) -> bool {
        let next = self.scene.word(tokens.end);
        // Behind a dateline stands a dash or colon.
        if is_clitic(next) || matches!(next, ":" | "—" | "–" | "--" | "-") {
            return false;
        }
        // "The UN agency says": the agency does.
        if matches!(self.scene.class(tokens.end), Word::Person(_) | Word::Thing(_)) {
            return false;
        }
        let mut at = self.described.get(&tokens.start).copied().unwrap_or(tokens.start);
        let floor = self.start.max(at.saturating_sub(PHRASE));
        while at > floor {
            let word = self.scene.word(at - 1);
            let within = is_determiner(word) || self.scene.class(at - 1) != Word::Other || is_title_word(word);
            if !within {
                return !is_preposition(word) && word != "to";
            }
            at -= 1;
        }
        true
    }
}

fn is_title_word(word: &str) -> bool {
    super::super::title::is_title(&super::super::fold::folded_word(word))
}
