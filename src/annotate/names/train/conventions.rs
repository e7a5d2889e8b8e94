//! Brings the corpora to one convention: names without titles, peoples are no places.

use super::super::lexicon::{Lexicon, Lists};
use super::super::tagger::Tag;
use super::super::titles::leading_titles;
use super::corpus::Sample;
use super::resources::name_key;

/// What a word must not be to count as a people's name alone.
const PLACES: Lists = Lists(Lists::CITY.0 | Lists::REGION.0 | Lists::LANDMARK.0);

/// Takes titles out of people's names, and calls nationalities neither places nor organizations.
pub fn apply(sample: &mut Sample, lexicon: &Lexicon) {
    for (range, tag) in &mut sample.names {
        let name = &sample.text[range.clone()];
        match tag {
            Tag::Person => {
                let words: Vec<&str> = name.split_whitespace().collect();
                let titles = leading_titles(words.iter().copied());
                if let Some(first) = words.get(titles).filter(|_| titles > 0) {
                    range.start += first.as_ptr().addr() - name.as_ptr().addr();
                }
            }
            Tag::Place | Tag::Organization => {
                let lists = lexicon.lists(name_key(name));
                if lists.any(Lists::GROUP) && !lists.any(PLACES) && !lists.any(Lists::PARTY) {
                    *tag = Tag::Other;
                }
            }
            Tag::Other => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_go_and_peoples_are_no_places() {
        let text = "Gen. Kim met the French in Paris";
        let names = vec![(0..8, Tag::Person), (17..23, Tag::Place), (27..32, Tag::Place)];
        let mut sample = Sample { text: text.into(), names };
        let group = [(name_key("French"), Lists::GROUP.0), (name_key("Paris"), Lists::CITY.0)];
        let bytes = Lexicon::write(&group, &[], &[0; 512]);
        apply(&mut sample, &Lexicon::read(&bytes).expect("a lexicon"));
        let found: Vec<_> = sample.names.iter().map(|(range, tag)| (&text[range.clone()], *tag)).collect();
        assert_eq!(found, [("Kim", Tag::Person), ("French", Tag::Other), ("Paris", Tag::Place)]);
    }
}
