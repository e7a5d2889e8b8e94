//! Agencies and outlets by the signatures they use.

/// One agency a line: the name shown, then its signatures, parted by tabs.
const AGENCIES: &str = include_str!("../../../assets/lexicon/agencies.tsv");

/// The longest signature, in bytes; anything longer is not looked up.
const LONGEST: usize = 40;

/// The name of the agency that signs as `text`, letter case aside; `None` where no agency does.
pub(super) fn named(text: &str) -> Option<&'static str> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    let mut agencies = AGENCIES.lines().filter(|line| !line.starts_with('#'));
    let line = agencies.find(|line| line.split('\t').any(|signature| signature.eq_ignore_ascii_case(text)))?;
    line.split('\t').next()
}
