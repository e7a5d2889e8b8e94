//! Knows by an element's name, role and class whether it is content, or no part of an article.

use std::sync::LazyLock;

use dom_query::NodeRef;

use super::draft::Role;
use super::words::Words;

/// A word of a class that speaks against an element.
struct Word {
    text: &'static str,
    /// Whether the word of the class must end with it.
    whole: bool,
}

/// The words by their first letter.
static WORDS: LazyLock<[Vec<Word>; 26]> = LazyLock::new(|| {
    let mut words = [const { Vec::new() }; 26];
    let lines = include_str!("../../../assets/lexicon/page-classes.txt").lines();
    for line in lines.filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
        let text = line.strip_suffix('$').unwrap_or(line);
        words[usize::from(line.as_bytes()[0] - b'a')].push(Word { text, whole: text != line });
    }
    words
});

/// Words of classes that name what surrounds the content of a page.
const FRAME: [&str; 8] = ["footer", "header", "menu", "nav", "navbar", "banner", "masthead", "search"];

/// Parts of classes, without separators, that name the content of a page.
static CONTENT: LazyLock<Words> = LazyLock::new(|| {
    Words::new(&[
        "articlebody",
        "articlecontent",
        "articletext",
        "bodycontent",
        "contentbody",
        "contentmain",
        "entrycontent",
        "maincontent",
        "pagecontent",
        "postbody",
        "postcontent",
        "posttext",
        "storybody",
        "storycontent",
        "storytext",
        "textbody",
    ])
});

/// Whole classes that name the content of a page.
const CONTENT_WORDS: [&str; 7] = ["article", "content", "entry", "hentry", "main", "post", "story"];

/// What an element says it is.
#[derive(Clone, Copy, Default, Debug)]
pub struct Signs {
    /// Never part of an article: navigation, comments, what is hidden.
    pub junk: bool,
    /// By its name or class no part of an article.
    pub doubtful: bool,
    /// What surrounds the content of a page: its head, foot and menus.
    pub frame: bool,
    /// The content of the page, or an article.
    pub called: Option<Role>,
}

impl Signs {
    /// Notes what the element is called; an article stays one.
    fn call(&mut self, role: Role) {
        if self.called != Some(Role::Article) {
            self.called = Some(role);
        }
    }
}

/// Reads the element's name, role, class and id.
pub fn signs(node: &NodeRef<'_>) -> Signs {
    let Some(element) = node.element_ref() else { return Signs::default() };
    let mut signs = Signs::default();
    match &*element.name.local {
        "nav" | "dialog" => signs.junk = true,
        "aside" | "footer" | "form" => signs.doubtful = true,
        "header" => signs.frame = true,
        "main" => signs.call(Role::Content),
        "article" => signs.call(Role::Article),
        _ => {}
    }
    let mut words = String::new();
    for attribute in &element.attrs {
        let value = &*attribute.value;
        match &*attribute.name.local {
            "class" => push_words(value, &mut words),
            // Longer ones are anchors made of a heading's words.
            "id" if value.split(['-', '_']).count() <= 2 => push_words(value, &mut words),
            "itemprop" if value.contains("articleBody") => signs.call(Role::Article),
            "role" => role(value, &mut signs),
            "hidden" => signs.junk = true,
            "aria-hidden" => signs.doubtful |= value == "true",
            "style" => signs.junk |= is_hiding(value),
            _ => {}
        }
    }
    if !words.is_empty() {
        classes(&words, &mut signs);
    }
    signs
}

fn role(value: &str, signs: &mut Signs) {
    match value {
        "main" => signs.call(Role::Content),
        "article" => signs.call(Role::Article),
        "navigation" | "search" | "dialog" | "alert" => signs.junk = true,
        "complementary" | "banner" | "contentinfo" => signs.doubtful = true,
        _ => {}
    }
}

fn classes(words: &str, signs: &mut Signs) {
    signs.junk |= words.split(' ').any(holds_comments);
    signs.doubtful |= has_word(words);
    signs.frame |= words.split([' ', '-']).any(|word| FRAME.contains(&word));
    let flat = words.replace('-', "");
    if CONTENT.are_in(&flat) || flat.split(' ').any(|word| CONTENT_WORDS.contains(&word)) {
        signs.call(Role::Content);
    }
}

/// Whether a class names a list of comments, and not a page that may have some.
fn holds_comments(class: &str) -> bool {
    const LISTS: [&str; 7] =
        ["comment", "comments", "commentlist", "commentlinks", "commentform", "commentsection", "disqus"];
    const STATES: [&str; 7] = ["open", "closed", "enabled", "disabled", "allowed", "off", "on"];
    let mut words = class.split('-');
    words.next().is_some_and(|first| LISTS.contains(&first)) && !words.any(|word| STATES.contains(&word))
}

/// Whether an inline style hides the element.
fn is_hiding(style: &str) -> bool {
    let flat: String = style.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    flat.contains("display:none") || flat.contains("visibility:hidden")
}

/// Appends class names in lower case with `-` between their words and a space before each name.
fn push_words(names: &str, to: &mut String) {
    for name in names.split_ascii_whitespace() {
        to.push(' ');
        let mut lower = false;
        for c in name.chars() {
            if c.is_ascii_uppercase() && lower {
                to.push('-');
            }
            lower = c.is_ascii_lowercase();
            to.push(if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
        }
    }
}

fn has_word(words: &str) -> bool {
    let mut rest = words;
    while let Some(at) = rest.find([' ', '-']) {
        rest = &rest[at + 1..];
        let matches = |word: &Word| {
            rest.strip_prefix(word.text)
                .is_some_and(|after| !word.whole || after.is_empty() || after.starts_with([' ', '-']))
        };
        let first = rest.as_bytes().first().and_then(|first| first.checked_sub(b'a'));
        let words = first.and_then(|first| WORDS.get(usize::from(first)));
        if words.is_some_and(|words| words.iter().any(matches)) {
            return true;
        }
    }
    false
}
