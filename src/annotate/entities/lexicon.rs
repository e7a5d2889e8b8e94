//! The word lists that entities need. Each is a sorted text searched by halves, so that nothing is parsed at the start.

/// Lines of `key TAB value`, sorted by key as bytes; a line that begins with `#` is a comment and sorts before all.
pub(super) struct Lexicon(&'static str);

/// Well-known other names: folded name → class and canonical name.
pub(super) const ALIASES: Lexicon = Lexicon(include_str!("../../../assets/lexicon/aliases.tsv"));
/// Given names: folded name → `m`, `f` or `u` (either).
pub(super) const GIVEN_NAMES: Lexicon = Lexicon(include_str!("../../../assets/lexicon/given_names.tsv"));
/// Short forms of given names: folded short form → folded given name.
pub(super) const NICKNAMES: Lexicon = Lexicon(include_str!("../../../assets/lexicon/nicknames.tsv"));
/// Nouns that say what somebody or something is: noun → class.
pub(super) const ROLES: Lexicon = Lexicon(include_str!("../../../assets/lexicon/roles.tsv"));
/// Adjectives of countries: folded adjective → folded country.
pub(super) const DEMONYMS: Lexicon = Lexicon(include_str!("../../../assets/lexicon/demonyms.tsv"));

impl Lexicon {
    /// The values of every line whose key is `key`, in the order of the file.
    pub fn all(&self, key: &str) -> impl Iterator<Item = &'static str> + use<> {
        let mut rest = &self.0[self.lower_bound(key)..];
        let key = key.to_owned();
        std::iter::from_fn(move || {
            let (line, after) = rest.split_once('\n')?;
            rest = after;
            let (found, value) = line.split_once('\t')?;
            (found == key).then_some(value)
        })
    }

    /// The value of the first line whose key is `key`.
    pub fn get(&self, key: &str) -> Option<&'static str> {
        self.all(key).next()
    }

    /// Every line, comments left out.
    pub fn lines(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.0.lines().filter(|line| !line.starts_with('#'))
    }

    /// The byte at which the first line begins whose key is not less than `key`.
    fn lower_bound(&self, key: &str) -> usize {
        let text = self.0;
        let (mut low, mut high) = (0, text.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = text.as_bytes()[..middle].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
            let end =
                text.as_bytes()[start..].iter().position(|&byte| byte == b'\n').map_or(text.len(), |at| start + at);
            let line = &text.as_bytes()[start..end];
            let found = line.split(|&byte| byte == b'\t').next().unwrap_or_default();
            if found < key.as_bytes() || line.starts_with(b"#") {
                low = (end + 1).min(text.len());
            } else {
                high = start;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: [&Lexicon; 5] = [&ALIASES, &GIVEN_NAMES, &NICKNAMES, &ROLES, &DEMONYMS];

    #[test]
    fn lists_are_sorted_and_every_line_is_found() {
        for list in LISTS {
            let lines: Vec<_> = list.lines().collect();
            assert!(lines.is_sorted_by_key(|line| line.split('\t').next()), "not sorted");
            for line in lines {
                let (key, value) = line.split_once('\t').expect("a tab");
                assert!(list.all(key).any(|found| found == value), "{line}");
            }
            assert!(list.0.starts_with('#') && list.0.ends_with('\n'), "a source named first, a line feed last");
            assert_eq!(list.get("no such key"), None);
        }
    }

    #[test]
    fn a_key_may_stand_for_several() {
        let short = Lexicon("# a list\nbill\twilliam\nchris\tchristian\nchris\tchristopher\n");
        assert_eq!(short.all("chris").collect::<Vec<_>>(), ["christian", "christopher"]);
        assert_eq!(short.get("bill"), Some("william"));
        assert_eq!(short.get("zed"), None);
        assert_eq!(short.get(""), None);
    }
}
