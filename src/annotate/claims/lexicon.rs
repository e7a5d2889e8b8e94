//! What words mean to the claims reader: verbs that make a claim, and the small words that build a clause.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt, HashSet};

use super::claim::Stance;

/// A verb that makes a claim.
#[derive(Debug)]
pub struct Verb {
    /// The lemma; of a verb with a particle, the verb alone.
    pub lemma: &'static str,
    /// The particle that must follow: "point *out*".
    pub particle: Option<&'static str>,
    /// What its source does with the content.
    pub stance: Stance,
    /// Prepositions that join the cue: "call *for*".
    pub prepositions: Vec<&'static str>,
    frames: &'static str,
}

/// What a verb takes as its content.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Frame {
    /// "said that …".
    Clause,
    /// "… ," she said.
    Quotation,
    /// "told reporters that …".
    Addressee,
    /// "denied any involvement".
    Phrase,
    /// "promised to …".
    Infinitive,
    /// Only with "that" or a quotation: the word has other common senses.
    Weak,
    /// Speech and nothing else.
    Strong,
    /// Belief or wish; never a claim by itself.
    Belief,
}

/// The form of a verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// "say".
    Base,
    /// "says".
    Third,
    /// "said": past, and mostly the participle too.
    Past,
    /// "shown" where it differs from the past.
    Participle,
    /// "saying".
    Gerund,
}

/// A reading of a word as a verb that makes a claim.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The verb.
    pub verb: &'static Verb,
    /// Its form.
    pub form: Form,
}

impl Verb {
    /// The letters of the frames, as the list writes them.
    pub const fn frames(&self) -> &'static str {
        self.frames
    }

    /// Whether the verb takes content in this way.
    pub fn takes(&self, frame: Frame) -> bool {
        let letter = match frame {
            Frame::Clause => 'c',
            Frame::Quotation => 'q',
            Frame::Addressee => 't',
            Frame::Phrase => 'n',
            Frame::Infinitive => 'i',
            Frame::Weak => 'w',
            Frame::Strong => 's',
            Frame::Belief => 'b',
        };
        self.frames.contains(letter)
    }
}

/// The readings of `word`, which is in lower case: first those with a particle.
pub fn readings(word: &str) -> &'static [Reading] {
    static FORMS: LazyLock<HashMap<String, Vec<Reading>>> = LazyLock::new(inflect);
    FORMS.get(word).map_or(&[], Vec::as_slice)
}

fn verbs() -> &'static [(Verb, &'static str)] {
    static VERBS: LazyLock<Vec<(Verb, &'static str)>> =
        LazyLock::new(|| entries(include_str!("../../../assets/lexicon/claims/verbs.tsv")).map(verb).collect());
    &VERBS
}

/// The lines of a list without its comments.
fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn verb(line: &'static str) -> (Verb, &'static str) {
    let mut fields = line.split('\t');
    let mut next = || fields.next().unwrap_or_default();
    let (words, frames, stance, prepositions, irregular) = (next(), next(), next(), next(), next());
    let (lemma, particle) = words.split_once(' ').map_or((words, None), |(verb, rest)| (verb, Some(rest)));
    let prepositions = prepositions.split(',').filter(|word| !word.is_empty()).collect();
    let stance = Stance::parse(stance).unwrap_or(Stance::Says);
    (Verb { lemma, particle, stance, prepositions, frames }, irregular)
}

fn inflect() -> HashMap<String, Vec<Reading>> {
    let mut forms: HashMap<String, Vec<Reading>> = HashMap::new();
    let (with, without): (Vec<_>, Vec<_>) = verbs().iter().partition(|(verb, _)| verb.particle.is_some());
    for (verb, irregular) in with.into_iter().chain(without) {
        for (word, form) in paradigm(verb.lemma, irregular) {
            forms.entry(word).or_default().push(Reading { verb, form });
        }
    }
    forms
}

/// The forms of a verb: the irregular ones as given, the others by rule.
fn paradigm(lemma: &str, irregular: &str) -> Vec<(String, Form)> {
    let given: Vec<&str> = irregular.split(' ').filter(|word| !word.is_empty()).collect();
    let mut forms = vec![(lemma.to_owned(), Form::Base)];
    if let [past, participle, gerund, third] = given[..] {
        let all = [(past, Form::Past), (participle, Form::Participle), (gerund, Form::Gerund), (third, Form::Third)];
        forms.extend(all.map(|(word, form)| (word.to_owned(), form)));
    } else {
        let stem = lemma.strip_suffix('e').unwrap_or(lemma);
        let consonant_y = lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
        let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| lemma.ends_with(end));
        forms.push((format!("{}ing", if lemma.ends_with("ee") { lemma } else { stem }), Form::Gerund));
        forms.push((consonant_y.map_or_else(|| format!("{stem}ed"), |stem| format!("{stem}ied")), Form::Past));
        let third = match consonant_y {
            Some(stem) => format!("{stem}ies"),
            None if hisses => format!("{lemma}es"),
            None => format!("{lemma}s"),
        };
        forms.push((third, Form::Third));
    }
    let mut seen: Vec<String> = Vec::new();
    forms.retain(|(word, _)| {
        !seen.contains(word) && {
            seen.push(word.clone());
            true
        }
    });
    forms
}

/// How often `word`, in lower case, stands in a cue: 0 to 9 tenths, or `None` where that is rare or unknown.
pub fn cue_share(word: &str) -> Option<u8> {
    static SHARES: LazyLock<HashMap<&'static str, u8>> = LazyLock::new(|| {
        let lines = entries(include_str!("../../../assets/lexicon/claims/cue-words.tsv"));
        lines
            .filter_map(|line| line.split_once('\t'))
            .filter_map(|(word, share)| Some((word, share.parse().ok()?)))
            .collect()
    });
    SHARES.get(word).copied()
}

/// Whether `word`, in lower case, is a noun for those who say something: "spokesman", "report".
pub fn is_source_noun(word: &str) -> bool {
    static NOUNS: LazyLock<HashSet<&'static str>> =
        LazyLock::new(|| entries(include_str!("../../../assets/lexicon/claims/source-nouns.txt")).collect());
    NOUNS.contains(word)
}

/// Whether `word`, in lower case, is a noun for a body that may speak without a name ("ministry"), and if so, whether
/// only with a capital before it ("Nigerian police").
pub fn body(word: &str) -> Option<bool> {
    static NOUNS: LazyLock<HashMap<&'static str, bool>> = LazyLock::new(|| {
        let lines = entries(include_str!("../../../assets/lexicon/claims/bodies.tsv"));
        lines.map(|line| line.split_once('\t').map_or((line, false), |(noun, _)| (noun, true))).collect()
    });
    NOUNS.get(word).copied()
}

/// The names, separated by tabs, of the country whose government sits in `city`, which is in lower case.
pub fn countries_of_seat(city: &str) -> Option<&'static str> {
    static SEATS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
        entries(include_str!("../../../assets/lexicon/claims/seats.tsv"))
            .filter_map(|line| line.split_once('\t'))
            .collect()
    });
    SEATS.get(city).copied()
}

/// What a small word does in a clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// Any other word.
    Open,
    /// "the", "his", "some".
    Determiner,
    /// "he", "they", "who" is not one.
    Pronoun,
    /// "them", "reporters" is not one.
    ObjectPronoun,
    /// Forms of be, have, do, and modals.
    Auxiliary,
    /// "of", "in".
    Preposition,
    /// "and", "or", "but".
    Conjunction,
    /// "that", "because", "when".
    Subordinator,
    /// "who", "which", "whose".
    Relative,
    /// "also", "later", and words in -ly.
    Adverb,
    /// "not", "never".
    Negation,
    /// "Tuesday", "yesterday".
    Day,
    /// "to".
    To,
}

/// The class of `word`, which is in lower case.
pub fn class(word: &str) -> Class {
    static CLASSES: LazyLock<HashMap<&'static str, Class>> = LazyLock::new(classes);
    if let Some(&class) = CLASSES.get(word) {
        return class;
    }
    let adverb = word.len() > 4
        && word.ends_with("ly")
        && !matches!(
            word,
            "family"
                | "italy"
                | "july"
                | "reply"
                | "supply"
                | "rally"
                | "ally"
                | "assembly"
                | "elderly"
                | "early"
                | "daily"
                | "weekly"
                | "likely"
                | "friendly"
                | "deadly"
                | "monthly"
                | "apply"
                | "imply"
                | "comply"
                | "only"
        );
    let contracted = word.ends_with("n't") || word.ends_with("n’t");
    match (adverb, contracted) {
        (true, _) => Class::Adverb,
        (_, true) => Class::Auxiliary,
        _ => Class::Open,
    }
}

fn classes() -> HashMap<&'static str, Class> {
    let lists = [
        (
            Class::Determiner,
            "the a an this these those his her its their our my your some any no each every several many few most all both another other one two three four five six seven eight nine ten whose",
        ),
        (Class::Pronoun, "he she it they we i you"),
        (Class::ObjectPronoun, "him them us me himself herself themselves itself myself ourselves"),
        (
            Class::Auxiliary,
            "has have had having is was were are am be been being did does do will would could may might must should can cannot shall 's ’s 'd ’d 've ’ve 'll ’ll 're ’re",
        ),
        (
            Class::Preposition,
            "of in on at for from with by about against into over after before during between among under through without within amid toward towards across near outside inside behind beyond around upon per via despite including regarding concerning alongside throughout",
        ),
        (Class::Conjunction, "and or but nor yet"),
        (
            Class::Subordinator,
            "that because although though while when whenever since if unless until whether as whereas where why how what once so than",
        ),
        (Class::Relative, "who which whom"),
        (
            Class::Adverb,
            "also later then now again still already just only even ever often soon once instead further however meanwhile too first initially early earlier recently previously ago back so far yesterday today tonight nonetheless nevertheless therefore thus moreover furthermore once has-since since-then long always sometimes rather quite very twice almost nearly perhaps maybe indeed otherwise merely simply itself elsewhere",
        ),
        (Class::Negation, "not never neither"),
        (Class::Day, "monday tuesday wednesday thursday friday saturday sunday"),
        (Class::To, "to"),
    ];
    let mut classes = HashMap::new();
    for (class, words) in lists {
        for word in words.split(' ') {
            classes.entry(word).or_insert(class);
        }
    }
    classes
}
