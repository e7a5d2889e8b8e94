//! Knows elements that are no part of an article by their name, role and class.

use dom_query::NodeRef;

/// Whether the element and all in it can be left out of an article.
pub fn is_junk(node: &NodeRef<'_>) -> bool {
    node.element_ref()
        .is_some_and(|element| matches!(&*element.name.local, "nav" | "aside" | "footer" | "form" | "dialog"))
}
