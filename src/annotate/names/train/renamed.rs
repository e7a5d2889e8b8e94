//! Copies of texts in which other people, places and organizations act: so that a model leans on what stands around a
//! name, and on the lists, more than on names it knows.

use std::collections::HashMap;

use super::super::super::crf::{feature, hash};
use super::super::lexicon::Lists;
use super::super::tagger::Tag;
use super::corpus::Sample;

/// Names to choose from.
#[derive(Clone, Debug, Default)]
pub struct Stock {
    first_names: Vec<String>,
    surnames: Vec<String>,
    places: Vec<String>,
    organizations: Vec<String>,
    acronyms: Vec<String>,
}

impl Stock {
    /// Adds a name that stands on `lists`.
    pub fn add(&mut self, name: &str, lists: Lists) {
        let single = name.chars().all(char::is_alphabetic) && name.chars().count() > 2;
        let organizations = Lists::OUTLET | Lists::PARTY | Lists::CLUB | Lists::COMPANY | Lists::INSTITUTION;
        if lists.any(organizations) && name.starts_with(char::is_uppercase) {
            let acronym = single && name.chars().all(char::is_uppercase);
            (if acronym { &mut self.acronyms } else { &mut self.organizations }).push(name.into());
        } else if single {
            let list = match lists {
                Lists::FIRST_NAME => &mut self.first_names,
                Lists::SURNAME => &mut self.surnames,
                Lists::CITY => &mut self.places,
                _ => return,
            };
            list.push(capitalized(name));
        }
    }
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A copy of `sample` with other names; the same name becomes the same all through.
pub fn renamed(sample: &Sample, stock: &Stock, chance: u32) -> Sample {
    let mut copy = Sample { text: String::with_capacity(sample.text.len()), names: Vec::new() };
    let mut done = 0;
    let mut cast: HashMap<String, String> = HashMap::new();
    for (range, tag) in &sample.names {
        if range.start < done {
            continue;
        }
        copy.text.push_str(&sample.text[done..range.start]);
        let start = copy.text.len();
        copy.text.push_str(&other(&sample.text[range.clone()], *tag, stock, chance, &mut cast));
        copy.names.push((start..copy.text.len(), *tag));
        done = range.end;
    }
    copy.text.push_str(&sample.text[done..]);
    copy
}

/// Another name of the same make.
fn other(name: &str, tag: Tag, stock: &Stock, chance: u32, cast: &mut HashMap<String, String>) -> String {
    let pick = |list: &[String]| {
        let choice = feature(chance, hash(name.as_bytes())) as usize;
        list.get(choice % list.len().max(1)).cloned()
    };
    let simple = name.chars().all(char::is_alphabetic);
    let plain = simple && name.chars().filter(|c| c.is_uppercase()).count() == 1;
    let acronym = simple && name.chars().count() > 1 && name.chars().all(char::is_uppercase);
    let keeps = feature(chance ^ 1, hash(name.as_bytes())).is_multiple_of(2);
    let found = match tag {
        Tag::Person => return person(name, stock, chance, cast),
        Tag::Place if plain && !keeps => pick(&stock.places),
        Tag::Organization if acronym => pick(&stock.acronyms),
        Tag::Organization if !keeps => pick(&stock.organizations),
        _ => None,
    };
    found.unwrap_or_else(|| name.into())
}

/// Another person: each capitalized word of the name becomes another, the first of several a given name.
fn person(name: &str, stock: &Stock, chance: u32, cast: &mut HashMap<String, String>) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let cast_word = |(at, word): (usize, &&str)| {
        let plain = word.chars().all(char::is_alphabetic) && word.chars().count() > 2;
        if !plain || !word.starts_with(char::is_uppercase) {
            return (*word).to_owned();
        }
        let list = if at == 0 && words.len() > 1 { &stock.first_names } else { &stock.surnames };
        let choice = feature(chance, hash(word.as_bytes())) as usize % list.len().max(1);
        let chosen = cast.entry((*word).to_owned()).or_insert_with(|| list.get(choice).cloned().unwrap_or_default());
        if word.chars().all(char::is_uppercase) { chosen.to_uppercase() } else { chosen.clone() }
    };
    words.iter().enumerate().map(cast_word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_becomes_the_same_other() {
        let mut stock = Stock::default();
        stock.add("amara", Lists::FIRST_NAME);
        stock.add("okafor", Lists::SURNAME);
        stock.add("NTF", Lists::COMPANY);
        let text = "Sam Vance left GHJ. VANCE, of GHJ, smiled.";
        let names =
            vec![(0..9, Tag::Person), (15..18, Tag::Organization), (20..25, Tag::Person), (30..33, Tag::Organization)];
        let copy = renamed(&Sample { text: text.into(), names }, &stock, 4);
        assert_eq!(copy.text, "Amara Okafor left NTF. OKAFOR, of NTF, smiled.");
        let found: Vec<_> = copy.names.iter().map(|(range, _)| &copy.text[range.clone()]).collect();
        assert_eq!(found, ["Amara Okafor", "NTF", "OKAFOR", "NTF"]);
    }
}
