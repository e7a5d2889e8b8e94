//! Names on their way into entities: which forms of an article's names name one thing.

use foldhash::{HashMap, HashMapExt};

use crate::annotate::{Document, Method, Name};
use crate::article::BlockKind;

use super::fold::folded_words;
use super::form::{Form, Link};
use super::kinds;
use super::title::{Title, title_before};

/// All forms of an article and how far they have been joined.
pub(super) struct Gathering<'d> {
    /// The article.
    pub document: &'d Document<'d>,
    /// Its names, sorted.
    pub names: &'d [Name],
    /// For each name, the title before it.
    pub titles: Vec<Option<Title>>,
    /// The forms, in order of first mention; forms split off later follow.
    pub forms: Vec<Form>,
    /// Union-find: the parent of each form.
    parents: Vec<usize>,
}

impl<'d> Gathering<'d> {
    /// Groups `names` by spelling and kind; nothing is joined yet.
    pub fn new(document: &'d Document<'d>, names: &'d [Name]) -> Self {
        let titles: Vec<_> = names.iter().map(|name| title_before(document, name.range)).collect();
        let mut spellings: Vec<(Vec<String>, Vec<usize>)> = Vec::new();
        let mut index: HashMap<String, usize> = HashMap::new();
        for (at, name) in names.iter().enumerate() {
            let words = form_words(name.range.of(document.text()));
            let spelling = *index.entry(words.join(" ")).or_insert_with(|| {
                spellings.push((words, Vec::new()));
                spellings.len() - 1
            });
            spellings[spelling].1.push(at);
        }
        let forms = kinds::reconcile(names, &titles, &spellings);
        let parents = (0..forms.len()).collect();
        Self { document, names, titles, forms, parents }
    }

    /// The form that stands for all that `form` was joined with.
    pub fn root(&self, mut form: usize) -> usize {
        while self.parents[form] != form {
            form = self.parents[form];
        }
        form
    }

    /// Joins `form` to `to`, and notes why on `form` unless it has a reason already.
    pub fn join(&mut self, form: usize, to: usize, method: Method, rule: &'static str) {
        let (root, to_root) = (self.root(form), self.root(to));
        if root == to_root {
            return;
        }
        // The smaller number stays the root: it was mentioned first, and chains stay short.
        self.parents[root.max(to_root)] = root.min(to_root);
        self.compress(form);
        self.compress(to);
        if self.forms[form].link.is_none() {
            self.forms[form].link = Some(Link { method, rule, to });
        }
    }

    /// Points everything on the way from `form` straight at its root.
    fn compress(&mut self, form: usize) {
        let root = self.root(form);
        let mut at = form;
        while self.parents[at] != root {
            at = std::mem::replace(&mut self.parents[at], root);
        }
    }

    /// Moves the names `moved` out of `form` into a form of their own, and returns it.
    pub fn split(&mut self, form: usize, moved: Vec<usize>) -> usize {
        self.forms[form].names.retain(|name| moved.binary_search(name).is_err());
        let (words, kind) = (self.forms[form].words.clone(), self.forms[form].kind);
        self.forms.push(Form { words, kind, names: moved, country: None, link: None });
        self.parents.push(self.forms.len() - 1);
        self.forms.len() - 1
    }

    /// The text of the name at index `name`.
    pub fn text_of(&self, name: usize) -> &'d str {
        self.names[name].range.of(self.document.text())
    }

    /// The first name of `form` outside titles and headings; past the end where there is none.
    pub fn first_in_body(&self, form: usize) -> usize {
        let mut names = self.forms[form].names.iter().copied();
        names.find(|&name| !self.in_heading(name)).unwrap_or(usize::MAX)
    }

    /// Whether the name at index `name` stands in a title or heading.
    pub fn in_heading(&self, name: usize) -> bool {
        let blocks = self.document.blocks();
        let start = self.names[name].range.start();
        let at = blocks.partition_point(|block| block.range.start() <= start);
        at.checked_sub(1).is_some_and(|at| matches!(blocks[at].kind, BlockKind::Title | BlockKind::Heading(_)))
    }

    /// Of `candidates`, the one named last before `name`; where none is, the one named first.
    pub fn nearest(&self, candidates: &[usize], name: usize) -> Option<usize> {
        let before = |&form: &usize| {
            let names = &self.forms[form].names;
            names.partition_point(|&other| other < name).checked_sub(1).map(|at| names[at])
        };
        let preceding = candidates.iter().copied().filter_map(|form| Some((before(&form)?, form))).max();
        let first = || candidates.iter().copied().min_by_key(|&form| self.forms[form].names.first().copied());
        preceding.map(|(_, form)| form).or_else(first)
    }
}

/// The folded words of a name without a leading "the".
fn form_words(name: &str) -> Vec<String> {
    let mut words = folded_words(name);
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    words
}
