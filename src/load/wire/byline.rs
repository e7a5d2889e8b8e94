//! `By Jane Doe and John Roe, Reuters`: who wrote it. Taken only where all of the line is such a thing.

use crate::text::Clean;

use super::agency;

/// Authors, and the outlet or place told with them.
#[derive(PartialEq, Eq, Debug, Default)]
pub(super) struct Byline {
    /// One by one, without "By".
    pub authors: Vec<Clean>,
    /// `…, Reuters`, `… for The Daily Planet`.
    pub publisher: Option<Clean>,
    /// `… in London`.
    pub place: Option<Clean>,
}

/// How a byline begins, lower case, with the space behind it.
const OPENINGS: &[&str] =
    &["by ", "by: ", "written by ", "words by ", "story by ", "reported by ", "author: ", "authors: "];
/// Words that no name holds, so that `By Train Through Europe` stays a title.
const NO_NAMES: &str = "the a an all any this that these those through with without from to into over under after before \
    against between during until since via land sea air train car bus force law law order default design accident \
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september \
    october november december";
/// Small words within names, lower case.
const PARTICLES: &str =
    "de del della di da das dos do du des la le van von der den ten ter zu y e bin bint ibn al el af av";
/// Words that show that what stands behind a comma is a job, not a name.
const JOBS: &str = "editor editors reporter reporters correspondent correspondents writer writers staff columnist \
    contributor contributors producer journalist journalists analyst bureau chief desk team author guest opinion";

/// Reads a line that is a byline as a whole.
pub(super) fn read(line: &str) -> Option<Byline> {
    let rest = opened(line)?;
    let mut byline = Byline::default();
    let parts = rest.split([',', ';', '&']).flat_map(|part| part.split(" and ")).map(str::trim);
    for part in parts.filter(|part| !part.is_empty()) {
        byline.take(part)?;
    }
    (!byline.authors.is_empty() || byline.publisher.is_some()).then_some(byline)
}

/// What follows `By `.
fn opened(line: &str) -> Option<&str> {
    let line = line.trim().trim_end_matches('.');
    OPENINGS.iter().find_map(|opening| {
        let begins = line.get(..opening.len())?.eq_ignore_ascii_case(opening);
        // A line that begins with a small "by" is the rest of a sentence.
        (begins && line.starts_with(char::is_uppercase)).then(|| line[opening.len()..].trim())
    })
}

impl Byline {
    /// Takes one part between commas; `None` where it is nothing that a byline tells.
    fn take(&mut self, part: &str) -> Option<()> {
        if !self.authors.is_empty() && is_job(part) {
            return Some(());
        }
        if let Some(agency) = agency::named(part) {
            self.publisher = Some(agency.into());
        } else if let Some((name, agency)) = signed(part) {
            self.authors.push(name.into());
            self.publisher = Some(agency.into());
        } else if let Some((name, outlet)) = part.split_once(" for ").or_else(|| part.split_once(" of "))
            && is_name(name)
            && outlet.starts_with(char::is_uppercase)
        {
            self.authors.push(name.into());
            self.publisher = Some(agency::named(outlet).unwrap_or(outlet).into());
        } else if let Some((name, place)) = part.split_once(" in ")
            && is_name(name)
            && place.starts_with(char::is_uppercase)
        {
            self.authors.push(name.into());
            self.place = Some(place.into());
        } else if is_name(part) {
            self.authors.push(part.into());
        } else {
            return None;
        }
        Some(())
    }
}

/// `JANE DOE Associated Press`: a name with an agency behind it.
fn signed(part: &str) -> Option<(&str, &'static str)> {
    part.match_indices(' ').find_map(|(at, _)| {
        let (name, rest) = (&part[..at], &part[at + 1..]);
        let agency = agency::named(rest)?;
        is_name(name).then_some((name, agency))
    })
}

/// Two to five capitalised words, initials and particles.
pub(super) fn is_name(text: &str) -> bool {
    let mut words = 0;
    let shaped = text.split_whitespace().all(|word| {
        words += 1;
        let lower = word.to_lowercase();
        let is_one_of = |list: &str| list.split(' ').any(|entry| entry == lower);
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
        letters && !is_one_of(NO_NAMES) && (word.starts_with(char::is_uppercase) || (words > 1 && is_one_of(PARTICLES)))
    });
    shaped && (2..=5).contains(&words)
}

/// Whether a text says what somebody does rather than who it is: `political editor`.
pub(in crate::load) fn is_job(text: &str) -> bool {
    text.split_whitespace().any(|word| JOBS.split(' ').any(|job| job.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authors(line: &str) -> Option<Vec<String>> {
        read(line).map(|byline| byline.authors.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn names_one_by_one() {
        for line in [
            "By Jane Doe and Ludwig van der Berg",
            "BY Jane Doe, Ludwig van der Berg",
            "By Jane Doe, Political Editor, and Ludwig van der Berg in Brussels",
            "Written by Jane Doe & Ludwig van der Berg",
            "By: Jane Doe; Ludwig van der Berg, Reuters",
        ] {
            assert_eq!(authors(line), Some(vec!["Jane Doe".into(), "Ludwig van der Berg".into()]), "{line}");
        }
    }

    #[test]
    fn outlets_and_places() {
        let byline = read("By JANE DOE Associated Press").expect("a byline");
        assert_eq!(byline.publisher, Some("Associated Press".into()));
        assert_eq!(byline.authors, ["JANE DOE".into()]);
        let byline = read("By Jane Doe for The Daily Planet").expect("a byline");
        assert_eq!(byline.publisher, Some("The Daily Planet".into()));
        assert_eq!(read("By Reuters").and_then(|b| b.publisher), Some("Reuters".into()));
        assert_eq!(read("By Jane Doe in London").and_then(|b| b.place), Some("London".into()));
    }

    #[test]
    fn titles_and_sentences_stay() {
        for line in [
            "By Train Through Europe",
            "By Sea and Land",
            "By Monday evening the army had left.",
            "by Jane Doe",
            "By the Sea",
            "By",
            "By 2030, Half of Cars Will Be Electric",
            "By Jane Doe the river was crossed",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
