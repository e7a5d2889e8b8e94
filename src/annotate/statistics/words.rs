//! Sets of words that the rules lean on, read from `assets/lexicon` the first time that one is asked for.

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt};

use super::statistic::Change;

const WORDS: &str = include_str!("../../../assets/lexicon/quantity-words.tsv");

/// Declares the sets with their names in the lexicon.
macro_rules! sets {
    ($($(#[$doc:meta])* $set:ident = $name:literal,)*) => {
        /// A set of words; a word may be in several.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(super) enum Set { $($(#[$doc])* $set,)* }

        impl Set {
            const ALL: &[(&'static str, Self)] = &[$(($name, Self::$set)),*];
        }
    };
}

sets! {
    Preposition = "preposition",
    Conjunction = "conjunction",
    Relative = "relative",
    Pronoun = "pronoun",
    Determiner = "determiner",
    Auxiliary = "auxiliary",
    Adverb = "adverb",
    Verb = "verb",
    UpVerb = "up-verb",
    DownVerb = "down-verb",
    UpNoun = "up-noun",
    DownNoun = "down-noun",
    UpAdverb = "up-adverb",
    DownAdverb = "down-adverb",
    /// Words that may follow "she was six".
    AfterAge = "after-age",
    /// Words for one person, who has an age.
    Somebody = "somebody",
    /// What a price may be for: "$2 a share".
    PerNoun = "per-noun",
    /// Words near which `m` stands for metres.
    Size = "size",
    /// Words that may open the name of a period: "the same quarter".
    PeriodLead = "period-lead",
    PeriodNoun = "period-noun",
    PeriodAdjective = "period-adjective",
    /// Things of which a verb of change takes a plain count: "shed 300 jobs".
    Tradable = "tradable",
    /// Words of change that take any plain number: "fell 300".
    PlainChange = "plain-change",
    /// Words between a verb of change and its amount.
    BoundWord = "bound-word",
    /// Words that bound a number, so that it is no year.
    Bounding = "bounding",
    /// What may be tied to a number by a hyphen without making a name of it: "sub-7".
    PrefixWord = "prefix-word",
    /// Words behind a time of day.
    Clock = "clock",
    Month = "month",
    /// Words and marks before a year.
    BeforeYear = "before-year",
    /// Things that are counted in thousands, so that "2000 people" is no year.
    Countable = "countable",
    /// Words before a number that only labels: "page 7".
    Label = "label",
    /// The same where nothing plural follows: "week 5".
    TimedLabel = "timed-label",
    Street = "street",
    /// Names of things that go by number.
    Series = "series",
    BeforePronounOne = "before-pronoun-one",
    OneHyphen = "one-hyphen",
    AfterPronounOne = "after-pronoun-one",
    /// Words of weather and heat, near which degrees are of temperature.
    Warmth = "warmth",
    /// Words of games and votes, near which `3-1` is a score.
    Contest = "contest",
    /// Plurals that stand as the first part of a compound: "sports clubs".
    CompoundPlural = "compound-plural",
    /// Nouns that are plural without an s.
    Collective = "collective",
    /// Words behind an ordinal that make a name of it: "Fifth Avenue".
    OrdinalName = "ordinal-name",
    /// Words tied to an ordinal in an idiom: "second-hand".
    OrdinalIdiom = "ordinal-idiom",
    AfterPart = "after-part",
    BeforePart = "before-part",
    BeforeNotHalf = "before-not-half",
    AfterHalf = "after-half",
    BeforeDouble = "before-double",
    AfterTimes = "after-times",
    Modal = "modal",
    /// Verbs whose form is a noun's as well: "vote".
    NounToo = "noun-too",
    /// Words near which pounds are money.
    Payment = "payment",
    /// What is brought to people: "cut power to 300 homes".
    Supplied = "supplied",
    /// Words that an amount may begin with; those that end in "th" and "fold" besides.
    NumberWord = "number-word",
    /// Words that make a moment of "a year": "a year ago".
    AfterMoment = "after-moment",
}

/// What a word does in a sentence, as far as the rules tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    Preposition,
    Conjunction,
    Relative,
    Pronoun,
    Determiner,
    Auxiliary,
    Adverb,
    Verb,
}

/// A word's part of speech as a word of change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// "rose", "cut".
    Verb,
    /// "increase", "drop".
    Noun,
    /// "up", "lower".
    Adverb,
}

/// The sets that a word is in.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Sets(u64);

impl Sets {
    /// Whether the word is in `set`.
    pub fn has(self, set: Set) -> bool {
        self.0 & (1 << set as u64) != 0
    }

    /// The word's class; nouns, adjectives and whatever is unknown have none.
    pub fn class(self) -> Option<Class> {
        const CLASSES: [(Set, Class); 8] = [
            (Set::Preposition, Class::Preposition),
            (Set::Conjunction, Class::Conjunction),
            (Set::Relative, Class::Relative),
            (Set::Pronoun, Class::Pronoun),
            (Set::Determiner, Class::Determiner),
            (Set::Auxiliary, Class::Auxiliary),
            (Set::Adverb, Class::Adverb),
            (Set::Verb, Class::Verb),
        ];
        CLASSES.iter().find(|(set, _)| self.has(*set)).map(|&(_, class)| class)
    }

    /// Which way the word says that something went when it stands as a `part`.
    pub fn change(self, part: Part) -> Option<Change> {
        let (up, down) = match part {
            Part::Verb => (Set::UpVerb, Set::DownVerb),
            Part::Noun => (Set::UpNoun, Set::DownNoun),
            Part::Adverb => (Set::UpAdverb, Set::DownAdverb),
        };
        match () {
            () if self.has(up) => Some(Change::Up),
            () if self.has(down) => Some(Change::Down),
            () => None,
        }
    }
}

/// The sets of `word`, made small, one bit each in the order of [`Set`].
pub(super) fn sets_of(word: &str) -> Sets {
    static SETS: OnceLock<HashMap<&'static str, u64>> = OnceLock::new();
    let sets = SETS.get_or_init(|| {
        let mut sets: HashMap<&'static str, u64> = HashMap::with_capacity(2048);
        for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, words)) = line.split_once('\t') else { continue };
            let set = Set::ALL.iter().find(|(known, _)| *known == name).map_or(0, |&(_, set)| 1 << set as u64);
            for word in words.split(' ') {
                *sets.entry(word).or_default() |= set;
            }
        }
        sets
    });
    let known = if word.contains('’') { sets.get(word.replace('’', "'").as_str()) } else { sets.get(word) };
    Sets(known.copied().unwrap_or_default())
}

/// Whether `word`, made small, is in `set`.
pub(super) fn is(word: &str, set: Set) -> bool {
    sets_of(word).has(set)
}

/// Which way `word`, made small, says that something went when it stands as a `part`.
pub(super) fn change(word: &str, part: Part) -> Option<Change> {
    sets_of(word).change(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lexicon_is_a_known_set() {
        for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
            let name = line.split('\t').next().unwrap_or_default();
            assert!(Set::ALL.iter().any(|(known, _)| *known == name), "{name}");
        }
        assert!(Set::ALL.len() <= 64, "one bit a set");
    }

    #[test]
    fn words_have_their_class_and_direction() {
        assert_eq!(sets_of("between").class(), Some(Class::Preposition));
        assert_eq!(sets_of("voter").class(), None);
        assert_eq!(change("fell", Part::Verb), Some(Change::Down));
        assert_eq!(change("increase", Part::Noun), Some(Change::Up));
    }
}
