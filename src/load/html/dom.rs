//! Small readings of the tree that several rooms need.

use dom_query::{NodeData, NodeRef};
use html5ever::LocalName;

/// Elements that begin a line within a heading or a cell.
const BREAKS: [&str; 6] = ["br", "div", "p", "li", "ul", "ol"];

/// The element's name, in lower case.
pub fn name(node: &NodeRef<'_>) -> Option<LocalName> {
    node.element_ref().map(|element| element.name.local.clone())
}

/// Whether the node is an element of one of these names.
pub fn is_any(node: &NodeRef<'_>, names: &[&str]) -> bool {
    node.element_ref().is_some_and(|element| names.contains(&&*element.name.local))
}

/// Calls `look` with the node's own text, if it is a text node.
pub fn with_text<T>(node: &NodeRef<'_>, look: impl FnOnce(&str) -> T) -> Option<T> {
    node.query(|tree_node| match &tree_node.data {
        NodeData::Text { contents } => Some(look(contents)),
        _ => None,
    })
    .flatten()
}

/// The text of the node and all below it, white space folded; where a line breaks stands a space.
pub fn text(node: &NodeRef<'_>) -> String {
    let mut text = String::new();
    for inner in node.descendants_it() {
        if with_text(&inner, |own| text.push_str(own)).is_none() && is_any(&inner, &BREAKS) {
            text.push(' ');
        }
    }
    folded(&text)
}

/// The text with every run of white space as one space and none at the ends.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
