//! What the head of a name says about it: the Ministry of Health is an organization whatever stands around it.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::{Document, EntityKind};
use super::word::small;

/// What a head says of its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Said {
    /// It is of this kind.
    Is(EntityKind),
    /// It is nothing that is looked for: an award, a survey.
    IsNothing,
}

static HEADS: LazyLock<Vec<(&str, Said)>> = LazyLock::new(|| {
    let list = include_str!("../../../assets/lexicon/names/heads.tsv");
    list.lines().filter_map(|line| line.split_once('\t')).map(|(word, kind)| (word, said(kind))).collect()
});

/// What a kind's name, or `nothing`, stands for.
fn said(kind: &str) -> Said {
    EntityKind::ALL.into_iter().find(|other| other.name() == kind).map_or(Said::IsNothing, Said::Is)
}

/// What the head of the name at `tokens` says, where it says something. Names of one word have no head.
pub fn said_by_head(document: &Document, tokens: &Range<usize>) -> Option<Said> {
    let link = |at: &usize| matches!(document.word(*at), "of" | "for" | "in" | "on" | "at");
    let end = tokens.clone().skip(1).find(link).unwrap_or(tokens.end);
    if tokens.len() < 2 {
        return None;
    }
    let head = small(document.word(end - 1));
    let at = HEADS.binary_search_by(|(word, _)| (*word).cmp(head.as_str())).ok()?;
    Some(HEADS[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleBuilder, Meta};

    fn head(name: &str) -> Option<Said> {
        let article = ArticleBuilder::verbatim(Meta::default(), name.into());
        let document = Document::new(&article);
        said_by_head(&document, &(0..document.tokens().len()))
    }

    #[test]
    fn heads_stand_last_or_before_a_preposition() {
        assert_eq!(head("Central Bank of Malta"), Some(Said::Is(EntityKind::Organization)));
        assert_eq!(head("Acme Tools Ltd."), Some(Said::Is(EntityKind::Organization)));
        assert_eq!(head("Clean Rivers Act"), Some(Said::Is(EntityKind::Law)));
        assert_eq!(head("Riverside Film Prize"), Some(Said::IsNothing));
        assert_eq!(head("Sam Altman"), None);
        assert_eq!(head("Bank"), None);
    }

    #[test]
    fn the_list_is_sorted_and_every_kind_in_it_is_known() {
        assert!(HEADS.is_sorted_by(|(a, _), (b, _)| a < b));
        let list = include_str!("../../../assets/lexicon/names/heads.tsv");
        let kinds = list.lines().filter_map(|line| Some(line.split_once('\t')?.1));
        assert!(kinds.into_iter().all(|kind| kind == "nothing" || said(kind) != Said::IsNothing));
    }
}
