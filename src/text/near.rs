//! Names that were meant: what to say of a name that is not known.

/// The most edits by which a name that was meant may differ.
const FAR: usize = 3;

/// The up to three of `known` that are nearest to `name`, the nearest first; none is more than three edits away.
pub fn near<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let mut found: Vec<_> = known.into_iter().map(|other| (distance(name, other), other)).collect();
    found.sort_unstable();
    found.into_iter().take_while(|(far, _)| *far <= FAR).take(3).map(|(_, other)| other).collect()
}

/// Levenshtein's distance in bytes: how many insertions, deletions and replacements part two names.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.bytes().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_comes_first_and_the_far_are_left_out() {
        assert_eq!(near("mesure", ["mouse", "measure", "theme"]), ["measure", "mouse"]);
        assert_eq!(near("quux", ["measure"]), [""; 0]);
    }
}
