//! What the tagger looks at around a token, as hashes.
//!
//! The templates follow the literature on names (Ratinov and Roth 2009, "Design challenges and misconceptions in named
//! entity recognition"; Finkel et al. 2005): words, affixes, shapes, lists, clusters, and what the rest of the document
//! knows. They come in three kinds: of the word by itself, of its neighbours by themselves — both are the same wherever
//! the word stands, so their weights are added up once a document — and of what stands together here.

use super::super::crf::{feature, hash};
use super::sheet::{Casing, NOWHERE, Run, Sheet};
use super::word::{Form, Word};

/// What a feature looks at. Features of different templates never mean the same.
#[derive(Clone, Copy, Debug)]
#[repr(u32)]
enum Template {
    Bias,
    Exact,
    Small,
    SmallCasing,
    Shape,
    Form,
    Prefix,
    Suffix,
    Smallness,
    Cluster,
    Coarse,
    CoarseForm,
    Lists,
    ListsSmallness,
    Length,
    Pair,
    PairAcross,
    Triple,
    CoarsePair,
    FormPair,
    FormTriple,
    Listed,
    ListedWord,
    Opening,
    Usage,
    SegmentFirst,
    SegmentLast,
    SegmentHead,
    SegmentSize,
    SegmentBefore,
    SegmentAfter,
    SegmentAfterCluster,
    SegmentListed,
    Enclosed,
    OtherBefore,
    OtherAfter,
}

/// How far the neighbours are that are looked at by themselves, in the order of [`NEIGHBOURS`].
pub const NEIGHBOURS: [isize; 4] = [-2, -1, 1, 2];

const HYPHEN: u32 = hash(b"-");
const BRACKET: u32 = hash(b"(");
const CLOSING_BRACKET: u32 = hash(b")");

fn put(template: Template, value: u32, emit: &mut (impl FnMut(u32) + ?Sized)) {
    emit(feature(template as u32, value));
}

fn pair(a: u32, b: u32) -> u32 {
    feature(a ^ 0x5bd1_e995, b)
}

/// Features of the word by itself, in a sentence of some casing.
pub fn own(word: &Word, casing: Casing, emit: &mut (impl FnMut(u32) + ?Sized)) {
    let cased = |value: u32| pair(value, casing as u32);
    put(Template::Bias, casing as u32, emit);
    put(Template::Small, word.small, emit);
    if casing == Casing::Plain {
        put(Template::Exact, word.exact, emit);
    } else {
        put(Template::SmallCasing, cased(word.small), emit);
    }
    put(Template::Shape, cased(word.shape), emit);
    put(Template::Form, cased(word.form as u32), emit);
    for (length, affix) in (1..).zip(word.prefixes) {
        put(Template::Prefix, pair(affix, length), emit);
    }
    for (length, affix) in (1..).zip(word.suffixes) {
        put(Template::Suffix, pair(affix, length), emit);
    }
    let smallness = cased(u32::from(word.habits.smallness));
    put(Template::Smallness, pair(smallness, word.form as u32), emit);
    put(Template::Cluster, u32::from(word.habits.cluster), emit);
    put(Template::Coarse, cased(u32::from(word.coarse)), emit);
    put(Template::CoarseForm, pair(cased(u32::from(word.coarse)), word.form as u32), emit);
    put(Template::Lists, cased(u32::from(word.lists.0)), emit);
    put(Template::ListsSmallness, pair(u32::from(word.lists.0), smallness), emit);
    put(Template::Length, cased(pair(u32::from(word.length.min(12)), word.form as u32)), emit);
}

/// Features of a neighbour by itself, `distance` tokens away.
pub fn near(word: &Word, distance: isize, emit: &mut (impl FnMut(u32) + ?Sized)) {
    let side = distance as u32;
    put(Template::Small, pair(word.small, side), emit);
    put(Template::Cluster, pair(u32::from(word.habits.cluster), side), emit);
    put(Template::Coarse, pair(u32::from(word.coarse), side), emit);
    if distance.abs() == 1 {
        put(Template::Suffix, pair(word.suffixes[2], side), emit);
        put(Template::Form, pair(word.form as u32, side), emit);
        put(Template::Lists, pair(u32::from(word.lists.0), side), emit);
        put(Template::Smallness, pair(pair(u32::from(word.habits.smallness), word.form as u32), side), emit);
    }
}

/// Features of what stands together around the token at `at`.
pub fn here(sheet: &Sheet, run: &Run, at: usize, segment: &Segment, emit: &mut impl FnMut(u32)) {
    let word = |offset: isize| sheet.word(run, at.wrapping_add_signed(offset));
    let casing = sheet.casing(run);
    together(&[word(-2), word(-1), word(0), word(1), word(2)], casing, emit);
    lists(sheet, at, word(0), emit);
    usage(sheet, run, at, emit);
    elsewhere(sheet, at, emit);
    if casing == Casing::Plain {
        around(sheet, run, at, segment, emit);
    }
}

fn together(words: &[&Word; 5], casing: Casing, emit: &mut impl FnMut(u32)) {
    let [second_before, before, own, after, second_after] = *words;
    put(Template::Pair, pair(before.small, own.small), emit);
    put(Template::Pair, pair(pair(own.small, after.small), 1), emit);
    put(Template::Pair, pair(pair(second_before.small, before.small), 2), emit);
    put(Template::Pair, pair(pair(after.small, second_after.small), 3), emit);
    put(Template::PairAcross, pair(before.small, after.small), emit);
    let coarse = |word: &Word| u32::from(word.coarse);
    put(Template::CoarsePair, pair(coarse(before), coarse(own)), emit);
    put(Template::CoarsePair, pair(pair(coarse(own), coarse(after)), 1), emit);
    let form = |word: &Word| word.form as u32;
    let forms = pair(form(before), form(own));
    put(Template::FormPair, pair(forms, casing as u32), emit);
    put(Template::FormPair, pair(pair(form(own), form(after)), 4 + casing as u32), emit);
    put(Template::FormTriple, pair(pair(forms, form(after)), casing as u32), emit);
    put(Template::Triple, pair(pair(before.small, forms), form(after)), emit);
    put(Template::Triple, pair(pair(pair(after.small, forms), form(after)), 1), emit);
}

fn lists(sheet: &Sheet, at: usize, word: &Word, emit: &mut impl FnMut(u32)) {
    let listed = sheet.listed[at];
    if listed.length == 0 {
        return;
    }
    let place = match listed.at {
        0 => 0,
        last if last + 1 == listed.length => 2,
        _ => 1,
    };
    let name = pair(u32::from(listed.lists.0), place);
    put(Template::Listed, name, emit);
    put(Template::Listed, pair(name, 16 + u32::from(listed.length.min(4))), emit);
    put(Template::ListedWord, pair(name, u32::from(word.lists.0)), emit);
}

/// Whether the document writes the word small or as a name elsewhere, and whether its capital may be due to its place.
fn usage(sheet: &Sheet, run: &Run, at: usize, emit: &mut impl FnMut(u32)) {
    let tokens = &sheet.document.sentences()[run.sentence].tokens;
    let word = sheet.word(run, at);
    let before = sheet.word(run, at.wrapping_sub(1));
    let opens = if at == tokens.start { 2 } else { u32::from(before.form == Form::Mark && before.small != HYPHEN) };
    let opens = pair(opens, sheet.casing(run) as u32);
    put(Template::Opening, pair(opens, word.form as u32), emit);
    put(Template::Opening, pair(pair(opens, u32::from(word.habits.smallness)), 1), emit);
    let uses = sheet.uses_of(sheet.id_at(at));
    let usage = pair(uses.as_small.min(2), uses.as_name.min(3));
    put(Template::Usage, pair(usage, opens), emit);
    put(Template::Usage, pair(pair(usage, u32::from(word.habits.smallness)), 1), emit);
}

/// The piece of a run that reads like one name: capitals joined by nothing but what joins within names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Segment {
    /// Its first token.
    pub start: usize,
    /// The token after its last.
    pub end: usize,
    /// The token that says what it is: the last before `of` or `for`.
    pub head: usize,
}

/// The segments of a run, in order; joints between them belong to the one before.
pub fn segments(sheet: &Sheet, run: &Run) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut open = false;
    let mut head_found = false;
    for at in run.tokens.clone() {
        let joins = matches!(sheet.document.word(at), "of" | "for" | "-" | "&" | "de" | "the" | "al" | "del");
        let capital = sheet.word(run, at).form.has_capital();
        if !(capital || joins && open) {
            open = false;
            continue;
        }
        if !open {
            segments.push(Segment { start: at, end: at + 1, head: at });
            (open, head_found) = (true, false);
        }
        if let Some(segment) = segments.last_mut() {
            head_found |= matches!(sheet.document.word(at), "of" | "for");
            if capital {
                segment.end = at + 1;
                segment.head = if head_found { segment.head } else { at };
            }
        }
    }
    segments
}

/// Features of the segment that holds the token at `at`, and of what stands before and behind it.
fn around(sheet: &Sheet, run: &Run, at: usize, segment: &Segment, emit: &mut impl FnMut(u32)) {
    let word = |at: usize| sheet.word(run, at);
    let (first, last, head) = (word(segment.start), word(segment.end - 1), word(segment.head));
    let size = (segment.end - segment.start).min(6) as u32;
    let place = (at.wrapping_sub(segment.start)).min(3) as u32;
    let left = (segment.end.wrapping_sub(at)).min(4) as u32;
    put(Template::SegmentSize, pair(size, pair(place, left)), emit);
    put(Template::SegmentFirst, first.small, emit);
    put(Template::SegmentLast, last.small, emit);
    put(Template::SegmentLast, pair(pair(last.small, left), 1), emit);
    put(Template::SegmentHead, head.small, emit);
    put(Template::SegmentHead, pair(pair(u32::from(head.habits.cluster), size), 1), emit);
    let (before, after) = (word(segment.start.wrapping_sub(1)), word(segment.end));
    let second_after = word(segment.end + 1);
    put(Template::SegmentBefore, before.small, emit);
    put(Template::SegmentBefore, pair(pair(u32::from(before.habits.cluster), size), 1), emit);
    put(Template::SegmentAfter, after.small, emit);
    put(Template::SegmentAfter, pair(pair(after.small, second_after.small), 1), emit);
    put(Template::SegmentAfterCluster, pair(u32::from(after.habits.cluster), size), emit);
    let listed = pair(u32::from(first.lists.0), u32::from(last.lists.0));
    put(Template::SegmentListed, pair(listed, size), emit);
    let brackets = u32::from(before.small == BRACKET) + 2 * u32::from(after.small == CLOSING_BRACKET);
    put(Template::Enclosed, pair(brackets, pair(word(at).form as u32, size)), emit);
}

/// What stands beside the same word elsewhere in the document.
fn elsewhere(sheet: &Sheet, at: usize, emit: &mut impl FnMut(u32)) {
    let seen = sheet.uses_of(sheet.id_at(at)).seen_at;
    for other in seen.into_iter().filter(|&other| other != NOWHERE && other as usize != at) {
        let other = other as usize;
        put(Template::OtherBefore, sheet.word_at(other.wrapping_sub(1)).small, emit);
        put(Template::OtherAfter, sheet.word_at(other + 1).small, emit);
    }
}
