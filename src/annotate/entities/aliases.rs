//! Other names that everybody knows: "the Pentagon" for the Department of Defense.

use foldhash::{HashMap, HashMapExt};

use crate::annotate::{EntityKind, Method};

use super::gathering::Gathering;
use super::lexicon::ALIASES;

/// A meaning that the list gives to a name.
#[derive(Clone, Copy)]
pub(in crate::annotate) struct Meaning {
    /// What kind of thing: "company", "country".
    pub class: &'static str,
    /// The name that all names of the thing share in the list.
    pub canonical: &'static str,
}

/// What the list knows by the folded name `key`.
pub(super) fn meanings(key: &str) -> impl Iterator<Item = Meaning> + use<> {
    ALIASES.all(key).filter_map(|value| value.split_once('\t')).map(|(class, canonical)| Meaning { class, canonical })
}

/// Joins the forms that the list knows as names of one thing.
pub(super) fn link(gathering: &mut Gathering) {
    let mut index: HashMap<&'static str, Vec<usize>> = HashMap::new();
    for (at, form) in gathering.forms.iter().enumerate() {
        for meaning in meanings(&form.key()).filter(|meaning| is_of_kind(meaning.class, form.kind)) {
            index.entry(meaning.canonical).or_default().push(at);
        }
    }
    let mut groups: Vec<(&'static str, Vec<usize>)> = index.into_iter().collect();
    groups.sort_by(|(a, x), (b, y)| x[0].cmp(&y[0]).then(a.cmp(b)));
    for (canonical, forms) in groups {
        let sure: Vec<usize> = forms.iter().copied().filter(|&form| is_sure(gathering, form, canonical)).collect();
        let Some(&first) = sure.first() else { continue };
        // Forms of the same words have been told apart before.
        for form in forms {
            if !same_words(gathering, form, first) {
                gathering.join(form, first, Method::Lexicon, "list of well-known other names");
            }
        }
    }
}

fn same_words(gathering: &Gathering, a: usize, b: usize) -> bool {
    gathering.forms[a].words == gathering.forms[b].words
}

/// Whether a form means nothing in the list but `canonical`.
fn is_sure(gathering: &Gathering, form: usize, canonical: &str) -> bool {
    meanings(&gathering.forms[form].key()).all(|meaning| meaning.canonical == canonical)
}

/// Whether a thing of `class` can be what the tagger took for `kind`.
fn is_of_kind(class: &str, kind: EntityKind) -> bool {
    match kind {
        EntityKind::Organization => !is_place(class),
        EntityKind::Place => {
            is_place(class) || matches!(class, "department" | "body" | "parliament" | "bloc" | "court")
        }
        EntityKind::Group => class == "party" || class == "militia" || class == "country",
        EntityKind::Product => matches!(class, "company" | "product"),
        EntityKind::Person | EntityKind::Event | EntityKind::Work | EntityKind::Law => false,
    }
}

/// Whether `class` is one of places.
pub(super) fn is_place(class: &str) -> bool {
    matches!(
        class,
        "country"
            | "city"
            | "town"
            | "village"
            | "state"
            | "province"
            | "region"
            | "island"
            | "continent"
            | "county"
            | "river"
    )
}
