//! The text between the tags of a piece of HTML, where no tree of it is needed.

/// `html` without its tags; character references stay as they are.
pub(super) fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for (at, piece) in html.split('<').enumerate() {
        let behind = if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, behind)| behind) };
        text.push_str(behind);
    }
    text
}

/// The text of the first of `names` that `html` has an element of, white space folded.
pub(super) fn first_text(html: &str, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        let (_, behind) = html.split_once(&format!("<{name}"))?;
        let (_, behind) = behind.split_once('>')?;
        let (inner, _) = behind.split_once(&format!("</{name}"))?;
        let text = without_tags(inner).split_whitespace().collect::<Vec<_>>().join(" ");
        Some(text).filter(|text| !text.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_text_stays() {
        assert_eq!(without_tags("a <b class='x'>c</b> <!-- d --> e <f"), "a c  e ");
        assert_eq!(first_text("<h1 id=a>One <i>two</i></h1>", &["h2", "h1"]).as_deref(), Some("One two"));
    }
}
