//! The lexicon from its sources: lists of names, clusters and counts of the data folder, and this project's own lists.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::super::super::crf::hash;
use super::super::lexicon::{Habits, Lexicon, Lists, key};
use super::super::word::small;
use super::renamed::Stock;
use crate::text::{TextRange, tokens};

/// This project's own lists of names, one a line, and the list that each becomes.
const OWN: [(&str, Lists); 10] = [
    (include_str!("../../../../assets/lexicon/names/groups.txt"), Lists::GROUP),
    (include_str!("../../../../assets/lexicon/names/institutions.txt"), Lists::INSTITUTION),
    (include_str!("../../../../assets/lexicon/names/outlets.txt"), Lists::OUTLET),
    (include_str!("../../../../assets/lexicon/names/parties.txt"), Lists::PARTY),
    (include_str!("../../../../assets/lexicon/names/clubs.txt"), Lists::CLUB),
    (include_str!("../../../../assets/lexicon/names/companies.txt"), Lists::COMPANY),
    (include_str!("../../../../assets/lexicon/names/events.txt"), Lists::EVENT),
    (include_str!("../../../../assets/lexicon/names/products.txt"), Lists::PRODUCT),
    (include_str!("../../../../assets/lexicon/names/laws.txt"), Lists::LAW),
    (include_str!("../../../../assets/lexicon/names/landmarks.txt"), Lists::LANDMARK),
];

/// The lexicon as a file, and its names to choose from, from the tables in `folder`: `gaz.tsv`, `clus.tsv`, `lowr.tsv`.
pub fn build(folder: &Path) -> Result<(Vec<u8>, Stock), String> {
    let mut stock = Stock::default();
    let mut names: BTreeMap<u32, u16> = BTreeMap::new();
    for row in rows(&folder.join("gaz.tsv"))? {
        *names.entry(name_key(&row.word)).or_default() |= row.value(0)?;
        stock.add(&row.word, Lists(row.value(0)?));
    }
    for (list, bit) in OWN {
        for name in list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            *names.entry(name_key(name.trim())).or_default() |= bit.0;
            stock.add(name.trim(), bit);
        }
    }
    let mut words: BTreeMap<u32, Habits> = BTreeMap::new();
    let mut coarse = [0; 512];
    for row in rows(&folder.join("clus.tsv"))? {
        let (cluster, parent) = (row.value(0)? + 1, row.value(1)?);
        if let Some(slot) = coarse.get_mut(usize::from(cluster)) {
            *slot = parent as u8 + 1;
            words.entry(hash(small(&row.word).as_bytes())).or_insert(Habits { cluster, ..Habits::UNKNOWN });
        }
    }
    let counted = rows(&folder.join("lowr.tsv"))?;
    // A word with full stops gives its counts to the one without only where that has none.
    let (dotted, plain): (Vec<&Row>, Vec<&Row>) = counted.iter().partition(|row| row.word.contains('.'));
    for row in plain.into_iter().chain(dotted) {
        let habits = words.entry(hash(small(&row.word).as_bytes())).or_insert(Habits::UNKNOWN);
        if habits.smallness == Habits::UNKNOWN.smallness {
            habits.smallness = row.value(0)? as u8;
        }
    }
    let names: Vec<(u32, u16)> = names.into_iter().collect();
    let words: Vec<(u32, u16)> = words.into_iter().map(|(word, habits)| (word, habits.pack())).collect();
    Ok((Lexicon::write(&names, &words, &coarse), stock))
}

/// A line of a table: a word or name, and numbers behind tabs.
struct Row {
    word: String,
    values: Vec<String>,
    at: String,
}

impl Row {
    fn value(&self, column: usize) -> Result<u16, String> {
        let value = self.values.get(column).and_then(|value| value.trim().parse().ok());
        value.ok_or_else(|| format!("{}: column {} is to be a small number", self.at, column + 2))
    }
}

fn rows(path: &Path) -> Result<Vec<Row>, String> {
    let file = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let row = |(at, line): (usize, &str)| {
        let mut columns = line.split('\t').map(str::to_owned);
        let word = columns.next().unwrap_or_default();
        Row { word, values: columns.collect(), at: format!("{}:{}", path.display(), at + 1) }
    };
    Ok(file.lines().enumerate().map(row).collect())
}

/// The key of a name, by the tokens it falls into.
pub fn name_key(name: &str) -> u32 {
    let whole = TextRange::new(0, name.len()).unwrap_or_default();
    let words = tokens(name, whole).into_iter().map(|token| small(token.of(name)));
    // `inc.` in small letters falls into two tokens, `Inc.` in a text is one.
    words.filter(|word| word != ".").fold(0, |before, word| key(before, hash(word.as_bytes())))
}
