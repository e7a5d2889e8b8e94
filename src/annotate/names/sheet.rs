//! A document laid out for the tagger: its distinct words, the casing of its sentences, where names may stand.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use super::super::Document;
use super::lexicon::{Lexicon, Lists, key};
use super::word::{Form, Word};
use crate::text::TokenKind;

/// How a sentence uses capitals.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Casing {
    /// For names and beginnings.
    #[default]
    Plain,
    /// In Most of Its Words, as Headlines Do.
    Headline,
    /// IN ALL LETTERS.
    Capitals,
}

/// A stretch of tokens of one sentence that may hold names: from capital to capital, over small joints.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    /// The tokens.
    pub tokens: Range<usize>,
    /// The index of its sentence.
    pub sentence: usize,
}

/// A document as the tagger sees it.
pub struct Sheet<'d> {
    /// The document itself.
    pub document: &'d Document<'d>,
    /// Its distinct words; the first is [`Word::EDGE`].
    pub words: Vec<Word>,
    /// How each distinct word is used.
    pub uses: Vec<Uses>,
    /// For each token, its word.
    ids: Vec<u32>,
    /// For each sentence, its casing.
    casings: Vec<Casing>,
    /// Where names may stand, in order.
    pub runs: Vec<Run>,
    /// For each token in a run, the longest listed name of several words that covers it.
    pub listed: Vec<Listed>,
}

/// How a word is used in the document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Uses {
    /// The word that reads the same in small letters.
    pub small: u32,
    /// How often it is written small (kept at that word).
    pub as_small: u32,
    /// How often it has a capital inside a sentence of plain casing (kept at that word).
    pub as_name: u32,
    /// The first few tokens that are counted in `as_name` (kept at that word); [`NOWHERE`] where there are fewer.
    pub seen_at: [u32; 4],
}

/// No token.
pub const NOWHERE: u32 = u32::MAX;

impl Uses {
    const fn new(small: u32) -> Self {
        Self { small, as_small: 0, as_name: 0, seen_at: [NOWHERE; 4] }
    }
}

/// The longest listed name of several words over a token.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Listed {
    /// Its lists; none where there is no such name.
    pub lists: Lists,
    /// How many tokens it has.
    pub length: u8,
    /// Which of them this one is.
    pub at: u8,
}

/// The most words that a listed name may have to be found.
const LONGEST_LISTED: usize = 7;

/// How long a run may grow: no name is longer, and a page of capitals is read in pieces.
const LONGEST_RUN: usize = 250;

/// How many small tokens may join two capitalized ones.
const LONGEST_JOINT: usize = 3;

/// How many tokens of a firm's partners are looked through for the `&` before the last.
const MOST_PARTNER_TOKENS: usize = 8;

/// Small words that stand inside names. Sorted: searched by halves.
const JOINTS: &[&str] = &[
    "'s", "a", "abu", "al", "an", "and", "as", "at", "ath", "aux", "bin", "bint", "by", "d'", "da", "dal", "das", "de",
    "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "ed", "el", "en", "et", "for", "from", "i",
    "ibn", "in", "la", "las", "le", "les", "lo", "los", "of", "on", "or", "out", "over", "per", "san", "ter", "the",
    "to", "u", "und", "v", "van", "vom", "von", "vs", "with", "y", "zu", "zur", "’s",
];

/// Small words that may open a name. Sorted: searched by halves.
const PARTICLES: &[&str] = &[
    "abu", "al", "an", "as", "ash", "at", "ath", "az", "bin", "bint", "d'", "da", "dal", "de", "del", "della", "den",
    "der", "di", "dos", "du", "el", "ibn", "la", "le", "o", "os", "sub", "ter", "ul", "van", "von",
];

impl<'d> Sheet<'d> {
    /// Lays out `document`.
    pub fn new(document: &'d Document<'d>, lexicon: &Lexicon) -> Self {
        let mut sheet = Self {
            document,
            words: vec![Word::EDGE],
            uses: vec![Uses::new(0)],
            ids: Vec::with_capacity(document.tokens().len()),
            casings: Vec::with_capacity(document.sentences().len()),
            runs: Vec::new(),
            listed: vec![Listed::default(); document.tokens().len()],
        };
        sheet.collect_words(lexicon);
        for index in 0..document.sentences().len() {
            sheet.casings.push(sheet.casing_of(index));
            sheet.count_uses(index);
            sheet.find_runs(index);
        }
        sheet.look_up_names(lexicon);
        sheet
    }

    /// The word of the token at `at`, wherever; [`Word::EDGE`] past either end.
    pub fn word_at(&self, at: usize) -> &Word {
        &self.words[self.ids.get(at).map_or(0, |&id| id as usize)]
    }

    /// The word of the token at `at` in the sentence of `run`; [`Word::EDGE`] outside that sentence.
    pub fn word(&self, run: &Run, at: usize) -> &Word {
        &self.words[self.id(run, at) as usize]
    }

    /// The index of that word.
    pub fn id(&self, run: &Run, at: usize) -> u32 {
        if self.document.sentences()[run.sentence].tokens.contains(&at) { self.ids[at] } else { 0 }
    }

    /// The index of the word of the token at `at`.
    pub fn id_at(&self, at: usize) -> u32 {
        self.ids[at]
    }

    /// How the sentence of `run` uses capitals.
    pub fn casing(&self, run: &Run) -> Casing {
        self.casings[run.sentence]
    }

    /// How the word at `id` is used, whatever its casing.
    pub fn uses_of(&self, id: u32) -> Uses {
        self.uses[self.uses[id as usize].small as usize]
    }

    fn collect_words(&mut self, lexicon: &Lexicon) {
        let mut seen: HashMap<&str, u32> = HashMap::new();
        let mut small: HashMap<u32, u32> = HashMap::new();
        for token in self.document.tokens() {
            let text = token.of(self.document.text());
            let id = *seen.entry(text).or_insert_with(|| {
                let id = self.words.len() as u32;
                let word = Word::new(text, token.kind, lexicon);
                self.uses.push(Uses::new(*small.entry(word.small).or_insert(id)));
                self.words.push(word);
                id
            });
            self.ids.push(id);
        }
    }

    fn sentence_words(&self, index: usize) -> impl Iterator<Item = &Word> {
        self.document.sentences()[index].tokens.clone().map(|at| &self.words[self.ids[at] as usize])
    }

    /// Words that one writes small tell: where most of them have capitals, capitals say nothing.
    fn casing_of(&self, index: usize) -> Casing {
        let (mut small, mut capitalized, mut capitals, mut others) = (0, 0, 0, 0);
        for word in self.sentence_words(index).filter(|word| word.length >= 3) {
            match word.form {
                Form::Small if word.length >= 4 => small += 1,
                Form::Capitalized if word.is_usually_small() && word.length >= 4 => capitalized += 1,
                Form::Capitals if word.is_usually_small() => capitals += 1,
                Form::Capitals => others += 1,
                _ => {}
            }
        }
        if capitals >= 1 && capitals + others >= 3 && capitals + others > 2 * (small + capitalized) {
            Casing::Capitals
        } else if capitalized >= 2 && capitalized > small {
            Casing::Headline
        } else {
            Casing::Plain
        }
    }

    fn count_uses(&mut self, index: usize) {
        let plain = self.casings[index] == Casing::Plain;
        for (place, at) in self.document.sentences()[index].tokens.clone().enumerate() {
            let id = self.ids[at] as usize;
            let small = self.uses[id].small as usize;
            if self.words[id].form == Form::Small {
                self.uses[small].as_small += 1;
            } else if plain && place > 0 && self.words[id].form.has_capital() {
                let uses = &mut self.uses[small];
                if let Some(slot) = uses.seen_at.get_mut(uses.as_name as usize) {
                    *slot = at as u32;
                }
                uses.as_name += 1;
            }
        }
    }

    fn find_runs(&mut self, index: usize) {
        let sentence = self.document.sentences()[index].tokens.clone();
        let mut at = sentence.start;
        while at < sentence.end {
            if !self.form(at).has_capital() {
                at += 1;
                continue;
            }
            let floor = self.runs.last().map_or(sentence.start, |run| run.tokens.end.max(sentence.start));
            let start = self.opening(at, floor);
            let end = self.closing(at, sentence.end.min(at + LONGEST_RUN));
            self.runs.push(Run { tokens: start..end, sentence: index });
            at = end;
        }
    }

    fn form(&self, at: usize) -> Form {
        self.words[self.ids[at] as usize].form
    }

    fn is_one_of(&self, at: usize, list: &[&str]) -> bool {
        list.binary_search(&self.document.word(at)).is_ok()
    }

    /// Where a run begins whose first capital stands at `at`: particles, hyphens and numbers before it belong to it.
    fn opening(&self, at: usize, floor: usize) -> usize {
        let mut start = at;
        while start > floor && at - start < LONGEST_JOINT {
            let before = start - 1;
            let belongs = self.form(before) == Form::Number
                || self.is_one_of(before, PARTICLES)
                || (matches!(self.document.word(before), "-" | "'" | "’" | "‘")
                    && before > floor
                    && self.touches(before)
                    && (self.is_one_of(before - 1, PARTICLES) || self.form(before - 1) == Form::Number));
            if !belongs {
                break;
            }
            start = before;
        }
        start
    }

    /// Where a run ends whose first capital stands at `at`.
    fn closing(&self, at: usize, limit: usize) -> usize {
        let mut end = at + 1;
        loop {
            let reach = (end + LONGEST_JOINT + 1).min(limit);
            let next = (end..reach).find(|&next| self.form(next).has_capital());
            match next {
                Some(next) if (end..next).all(|joint| self.joins(joint)) => end = next + 1,
                // `IMST Distributors, LLC`.
                Some(next)
                    if next == end + 1
                        && self.document.word(end) == ","
                        && (self.is_company_form(next) || self.is_partner(next, limit)) =>
                {
                    end = next + 1;
                }
                _ => break,
            }
        }
        // `Al-shabaab`, `Channel 4`, `Covid-19`.
        while end < limit {
            let hyphened = self.document.word(end) == "-" && self.touches(end) && end + 1 < limit;
            if hyphened && matches!(self.form(end + 1), Form::Small | Form::Number) {
                end += 2;
            } else if self.form(end) == Form::Number {
                end += 1;
            } else {
                break;
            }
        }
        end
    }

    /// Whether the word at `at` says what kind of company the name before it is.
    fn is_company_form(&self, at: usize) -> bool {
        matches!(
            self.document.word(at),
            "Inc." | "Inc" | "LLC" | "Ltd." | "Ltd" | "LLP" | "LP" | "PLC" | "Corp." | "Co."
        )
    }

    /// Whether the name at `at` is one of several partners that end in `& Partner`: `Keel, Marsh & Vance`.
    fn is_partner(&self, at: usize, limit: usize) -> bool {
        let inner = |at: &usize| self.form(*at).has_capital() || self.document.word(*at) == ",";
        let end = (at..limit.min(at + MOST_PARTNER_TOKENS)).find(|at| !inner(at));
        end.is_some_and(|end| self.document.word(end) == "&" && end + 1 < limit && self.form(end + 1).has_capital())
    }

    fn joins(&self, at: usize) -> bool {
        let token = self.document.tokens()[at];
        match token.kind {
            TokenKind::Number => true,
            TokenKind::Word => self.is_one_of(at, JOINTS),
            TokenKind::Mark => {
                matches!(self.document.word(at), "-" | "–" | "&" | "'" | "’" | "‘" | "." | "/" | "+" | "!" | "@")
            }
        }
    }

    /// Whether nothing stands between the token at `at` and the next.
    fn touches(&self, at: usize) -> bool {
        let tokens = self.document.tokens();
        tokens.get(at + 1).is_some_and(|next| next.range.start() == tokens[at].range.end())
    }

    fn look_up_names(&mut self, lexicon: &Lexicon) {
        for index in 0..self.runs.len() {
            let tokens = self.runs[index].tokens.clone();
            for first in tokens.clone() {
                self.look_up_from(first, tokens.end, lexicon);
            }
        }
    }

    /// Notes the longest listed name of several words that begins at `first`, where no longer one covers it.
    fn look_up_from(&mut self, first: usize, limit: usize, lexicon: &Lexicon) {
        let mut name = key(0, self.words[self.ids[first] as usize].small);
        let mut longest = None;
        for at in first + 1..limit.min(first + LONGEST_LISTED) {
            name = key(name, self.words[self.ids[at] as usize].small);
            let lists = lexicon.lists(name);
            if lists != Lists::default() {
                longest = Some((at + 1 - first, lists));
            }
        }
        let Some((length, lists)) = longest else { return };
        for at in 0..length {
            let slot = &mut self.listed[first + at];
            if usize::from(slot.length) < length {
                *slot = Listed { lists, length: length as u8, at: at as u8 };
            }
        }
    }
}
