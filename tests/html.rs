//! Web pages become articles: blocks, inlines, and nothing that is not part of the article.

use byline::article::{Article, BlockKind, InlineKind};
use byline::load::html::parse;

/// Running text long enough to be taken for an article.
fn prose(paragraphs: usize) -> String {
    let sentence =
        "The council met on Tuesday, heard three engineers, and put the repair of the old bridge to a vote. ";
    format!("<p>{}</p>", sentence.repeat(3)).repeat(paragraphs)
}

fn article(body: &str) -> Article {
    let page = format!("<html><body><nav><a href=/>Home</a></nav><article>{body}{}</article></body></html>", prose(6));
    parse(&page, Some("https://paper.example/news/bridge.html")).article
}

/// Kind and text of every block but the running text.
fn blocks(article: &Article) -> Vec<(BlockKind, &str)> {
    let all = article.blocks().iter().map(|block| (block.kind, block.range.of(article.text())));
    all.filter(|(_, text)| !text.starts_with("The council met")).collect()
}

#[test]
fn lists_quotations_and_code_keep_their_kind() {
    let article = article(&format!(
        "{}<h2>Costs</h2><ol start=3><li>steel<ul><li>beams</li></ul></li><li>paint</li></ol>\
         <blockquote><p>It will hold.</p></blockquote><pre>a\n  b</pre>",
        prose(2)
    ));
    assert_eq!(
        blocks(&article),
        [
            (BlockKind::Heading(2), "Costs"),
            (BlockKind::Item { depth: 0, number: Some(3) }, "steel"),
            (BlockKind::Item { depth: 1, number: None }, "beams"),
            (BlockKind::Item { depth: 0, number: Some(4) }, "paint"),
            (BlockKind::Quote, "It will hold."),
            (BlockKind::Code, "a\n  b"),
        ]
    );
}

#[test]
fn a_table_of_data_is_set_row_by_row() {
    let article = article(&format!(
        "{}<table><tr><th>Year<th>Cost<tr><td>2024<td>3 million<tr><td>2025<td>4 million</table>",
        prose(2)
    ));
    assert_eq!(blocks(&article), [(BlockKind::Table, "Year │ Cost\n2024 │ 3 million\n2025 │ 4 million")]);
}

#[test]
fn links_are_absolute_and_only_of_schemes_that_are_opened() {
    let links = "See <a href='../plan.pdf'>the plan</a>, <a href='javascript:x()'>this</a>, <a href='mailto:a@b.example'>\
                 write</a> or <a href='file:///etc/passwd'>that</a>, as the engineers told the council on Tuesday.";
    let article = article(&format!("{}<p>{links}</p>", prose(2)));
    let targets: Vec<&str> = article
        .inlines()
        .iter()
        .filter_map(|inline| match &inline.kind {
            InlineKind::Link(target) => Some(target.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(targets, ["https://paper.example/plan.pdf", "mailto:a@b.example"]);
}

#[test]
fn scripts_styles_and_navigation_are_no_text() {
    let article = article("<script>var a = 'evil'</script><style>p { color: red }</style><nav>Sections</nav>");
    assert_eq!(blocks(&article), []);
}

#[test]
fn nothing_and_nonsense_do_not_panic() {
    for page in ["", " \n", "\0\0", "<", "<!--", "<title>x", "<frameset><frame src=a>", "a < b > c & d"] {
        parse(page, None);
    }
}

#[test]
fn deep_pages_are_cut_down() {
    for tag in ["div", "b", "span", "ul><li", "table><tr><td", "blockquote", "p><font><a", "marquee><div", "b><div></b"]
    {
        let page = format!("<body>{}{}", format!("<{tag}>").repeat(20_000), prose(5));
        let loaded = parse(&page, None);
        assert!(loaded.article.text().contains("The council met"), "{tag}");
    }
}
