//! Texts whose names were marked by hand, and copies of them in other casing.

use std::fs;
use std::ops::Range;
use std::path::Path;

use super::super::tagger::Tag;

/// A text with its names.
#[derive(Clone, PartialEq, Debug)]
pub struct Sample {
    /// The text.
    pub text: String,
    /// Its names in order, as ranges of bytes.
    pub names: Vec<(Range<usize>, Tag)>,
}

/// A folder's file of texts.
pub struct Corpus {
    /// The file's name without its ending.
    pub name: String,
    /// The texts, in the order of the file.
    pub samples: Vec<Sample>,
}

#[derive(serde::Deserialize)]
struct Line {
    text: String,
    entities: Vec<Entity>,
}

#[derive(serde::Deserialize)]
struct Entity {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
}

/// Reads a file of one JSON object a line: `{"text", "entities": [{"start", "end", "type"}]}`, offsets in Unicode
/// scalar values. The error says which file and line is at fault.
pub fn read(path: &Path) -> Result<Corpus, String> {
    let file = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let sample = |(at, line): (usize, &str)| {
        let line: Line =
            serde_json::from_str(line).map_err(|error| format!("{}:{}: {error}", path.display(), at + 1))?;
        Ok(sample(line))
    };
    let samples = file.lines().enumerate().map(sample).collect::<Result<_, String>>()?;
    let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    Ok(Corpus { name, samples })
}

fn sample(line: Line) -> Sample {
    let starts: Vec<usize> = line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).collect();
    let byte = |at: usize| starts.get(at).copied().unwrap_or(line.text.len());
    let tag = |kind: &str| match kind {
        "PER" => Tag::Person,
        "ORG" => Tag::Organization,
        "LOC" => Tag::Place,
        _ => Tag::Other,
    };
    let mut names: Vec<_> =
        line.entities.iter().map(|entity| (byte(entity.start)..byte(entity.end), tag(&entity.kind))).collect();
    names.sort_by_key(|(range, _)| range.start);
    Sample { text: line.text, names }
}

/// How to change the casing of a stretch of text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Recase {
    /// As it is.
    Keep,
    /// ALL LETTERS.
    Upper,
    /// Every Word.
    Title,
    /// As most headlines have it: Every Word but the Little Ones.
    Headline,
}

impl Sample {
    /// The same text with each line, or else each name, cased as `line` and `name` say for its index.
    pub fn recased(&self, line: impl Fn(usize) -> Recase, name: impl Fn(usize) -> Recase) -> Self {
        let mut copy = Self { text: String::with_capacity(self.text.len()), names: Vec::new() };
        let mut names = self.names.iter().enumerate().peekable();
        let mut lines = 0;
        let mut how = line(0);
        let mut before = ' ';
        for (at, c) in self.text.char_indices() {
            while names.peek().is_some_and(|(_, (range, _))| range.end <= at) {
                names.next();
            }
            let inside = names.peek().filter(|(_, (range, _))| range.contains(&at));
            if let Some((_, (range, tag))) = inside.filter(|(_, (range, _))| range.start == at) {
                copy.names.push((copy.text.len()..copy.text.len() + range.len(), *tag));
            }
            let own = inside.map_or(Recase::Keep, |&(index, _)| name(index));
            let how_here = if how == Recase::Keep { own } else { how };
            copy.text.push(recase(c, before, &self.text[at..], how_here));
            let ends = inside.is_some_and(|(_, (range, _))| range.end == at + c.len_utf8());
            if let Some((copied, _)) = copy.names.last_mut().filter(|_| ends) {
                copied.end = copy.text.len();
            }
            if c == '\n' {
                lines += 1;
                how = line(lines);
            }
            before = c;
        }
        copy
    }
}

/// `c`, which stands behind `before` and begins `rest`, in another casing.
fn recase(c: char, before: char, rest: &str, how: Recase) -> char {
    let inside = before.is_alphanumeric() || matches!(before, '\'' | '’');
    let rises = match how {
        Recase::Keep => false,
        Recase::Upper => true,
        Recase::Title => !inside,
        Recase::Headline => !inside && rest.chars().take_while(|c| c.is_alphanumeric()).count() > 3,
    };
    let mut upper = c.to_uppercase();
    match (rises, upper.next(), upper.next()) {
        (true, Some(upper), None) => upper,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recasing_keeps_names_in_place() {
        let text = "é saw Zoë.\nIn Kırşehir it rained on her.";
        let names = vec![(7..11, Tag::Person), (16..26, Tag::Place)];
        let sample = Sample { text: text.into(), names };
        let of = |sample: &Sample| {
            sample.names.iter().map(|(range, _)| sample.text[range.clone()].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(of(&sample), ["Zoë", "Kırşehir"]);
        let upper = sample.recased(|_| Recase::Upper, |_| Recase::Keep);
        assert_eq!(of(&upper), ["ZOË", "KIRŞEHIR"]);
        let title = sample.recased(|line| if line == 1 { Recase::Headline } else { Recase::Keep }, |_| Recase::Keep);
        assert_eq!(title.text, "é saw Zoë.\nIn Kırşehir it Rained on her.");
        let name = sample.recased(|_| Recase::Keep, |name| if name == 0 { Recase::Upper } else { Recase::Keep });
        assert_eq!(name.text, "é saw ZOË.\nIn Kırşehir it rained on her.");
    }
}
