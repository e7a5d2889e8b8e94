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
    parse(page, Some("https://paper.example/news/bridge.html")).article
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
fn headings_stay_whatever_their_anchors_are_called() {
    let article = article(&format!(
        "{}<h2><a class=toc-backref href=#x>Costs</a><a class=headerlink href=#costs>¶</a></h2>",
        prose(2)
    ));
    assert_eq!(blocks(&article), [(BlockKind::Heading(2), "Costs")]);
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
        parse(page.to_owned(), None);
    }
}

#[test]
fn deep_pages_are_cut_down() {
    for tag in ["div", "b", "span", "ul><li", "table><tr><td", "blockquote", "p><font><a", "marquee><div", "b><div></b"]
    {
        let page = format!("<body>{}{}", format!("<{tag}>").repeat(20_000), prose(5));
        let loaded = parse(page, None);
        assert!(loaded.article.text().contains("The council met"), "{tag}");
    }
}

#[test]
fn metadata_comes_from_linked_data_first() {
    let page = format!(
        r##"<html lang="en-GB"><head><title>Bridge closed | The Paper</title><meta property="og:site_name" content="The Paper">
        <link rel="canonical" href="/news/bridge"><script type="application/ld+json">
        {{"@context":"https://schema.org","@graph":[{{"@type":"Person","@id":"#p","name":"Ana Lima"}},
        {{"@type":"NewsArticle","headline":"Bridge closed","author":[{{"@id":"#p"}},{{"@type":"Person","name":"Tom Okoro"}}],
        "datePublished":"2026-03-04T20:21:00+0400","dateModified":"2026-03-05","image":[{{"url":"/img/bridge.jpg"}}],"publisher":{{"@type":"Organization","name":"The Paper"}}}}]}}</script>
        </head><body><article><h1>Bridge closed</h1>{}</article></body></html>"##,
        prose(5)
    );
    let loaded = parse(page, Some("https://paper.example/x?y=1"));
    let meta = loaded.article.meta();
    let text = |clean: &Option<byline::text::Clean>| clean.as_ref().map(ToString::to_string).unwrap_or_default();
    assert_eq!(text(&meta.title), "Bridge closed");
    assert_eq!(meta.authors.iter().map(ToString::to_string).collect::<Vec<_>>(), ["Ana Lima", "Tom Okoro"]);
    assert_eq!(meta.published.map(|date| date.to_string()).unwrap_or_default(), "2026-03-04T20:21:00+04:00");
    assert_eq!(text(&meta.publisher), "The Paper");
    assert_eq!(text(&meta.language), "en-GB");
    assert_eq!(text(&meta.url), "https://paper.example/news/bridge");
    assert_eq!(meta.modified.map(|date| date.to_string()).as_deref(), Some("2026-03-05"));
    assert_eq!(meta.image.as_ref().map(|image| image.url.as_str()), Some("https://paper.example/img/bridge.jpg"));
}

#[test]
fn what_is_to_be_seen_stands_in_for_metadata() {
    let page = format!(
        "<html><head><title>Bridge closed until autumn - Paper</title></head><body><h1>Bridge closed until autumn</h1>\
         <p>By <b>Ana Lima</b></p><p>4 March 2026</p><article>{}</article></body></html>",
        prose(5)
    );
    let loaded = parse(page, Some("https://paper.example/bridge"));
    let meta = loaded.article.meta();
    assert_eq!(meta.title.as_ref().map(ToString::to_string).as_deref(), Some("Bridge closed until autumn"));
    assert_eq!(meta.authors.iter().map(ToString::to_string).collect::<Vec<_>>(), ["Ana Lima"]);
    assert_eq!(meta.published.map(|date| date.to_string()).as_deref(), Some("2026-03-04"));
}

/// The title, the authors and the date of a page with `head` and what stands before its article.
fn told(head: &str, before: &str) -> (String, Vec<String>, String) {
    let page = format!("<html><head>{head}</head><body>{before}<article>{}</article></body></html>", prose(4));
    let loaded = parse(page, Some("https://paper.example/bridge"));
    let meta = loaded.article.meta();
    (
        meta.title.as_ref().map(ToString::to_string).unwrap_or_default(),
        meta.authors.iter().map(ToString::to_string).collect(),
        meta.published.map(|date| date.to_string()).unwrap_or_default(),
    )
}

#[test]
fn the_only_headline_tells_where_the_title_ends() {
    let title = |title: &str, headings: &str| told(&format!("<title>{title}</title>"), headings).0;
    assert_eq!(title("Bridges | The Atlas of Rivers", "<h1>Bridges</h1>"), "Bridges");
    assert_eq!(
        title("Bridges of iron: a...", "<h1>Bridges of iron: a short history</h1>"),
        "Bridges of iron: a short history"
    );
    assert_eq!(title("Bridges of iron | Atlas", "<h1>BRIDGES OF IRON</h1>"), "Bridges of iron");
    assert_eq!(title("Bridges of iron", "<h1>Bridges</h1><h1>Towers</h1>"), "Bridges of iron");
    assert_eq!(title("Ten bridges of 2025", "<h1>Ten bridges of 2026</h1>"), "Ten bridges of 2026");
    assert_eq!(title("Bridges old and new | Opinion | North", ""), "Bridges old and new");
    assert_eq!(title("Opinion | Bridges old and new", ""), "Bridges old and new");
    assert_eq!(
        title("Samples", "<h1>Ten<br>old bridges</h1><meta name=og:title content='Ten old bridges'>"),
        "Ten old bridges"
    );
}

#[test]
fn persons_sign_before_logins_and_outlets() {
    let linked = |author: &str| {
        format!("<script type='application/ld+json'>{{\"@type\":\"Article\",\"author\":{author}}}</script>")
    };
    let outlet = linked("{\"@type\":\"Organization\",\"name\":\"Span Ltd\"}");
    let link = "<a href='/authors/ana-lima'>Ana Lima</a>";
    assert_eq!(told(&outlet, "").1, ["Span Ltd"]);
    assert_eq!(told(&outlet, link).1, ["Ana Lima"]);
    assert_eq!(told("<meta name=author content=alima7>", link).1, ["Ana Lima"]);
    assert_eq!(told("<meta name=author content=alima7>", "").1, ["alima7"]);
    let card = "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ana Lima'>";
    assert_eq!(told(card, "").1, ["Ana Lima"]);
    let author = |name: &str| told(&format!("<meta name=author content='{name}'>"), link).1;
    assert_eq!(author("Tom Okoro, MD, Bridge Editor"), ["Tom Okoro, MD"]);
    assert_eq!(author("Tom Okoro - Span Daily, Ana Lima"), ["Tom Okoro", "Ana Lima"]);
    assert_eq!(author("TO1906"), ["Ana Lima"]);
}

#[test]
fn a_date_that_every_change_renews_gives_way_to_the_one_shown() {
    let head = |modified: &str| {
        format!(
            "<script type='application/ld+json'>{{\"@type\":\"Article\",\"datePublished\":\"2026-03-04T20:21:00Z\",\
         \"dateModified\":\"{modified}\"}}</script>"
        )
    };
    let shown = "<time datetime=2025-11-02>2 November 2025</time>";
    assert_eq!(told(&head("2026-03-04T20:21:00Z"), shown).2, "2025-11-02");
    assert_eq!(told(&head("2026-03-05T08:00:00Z"), shown).2, "2026-03-04T20:21:00+00:00");
}

#[test]
fn how_a_word_is_pronounced_is_no_part_of_the_text() {
    let article =
        article("<p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>都は十日、新しい計画を発表した。</p>");
    assert!(article.text().contains("東京都は"), "{}", article.text());
}

#[test]
fn invitations_and_credits_are_left_out() {
    let article = article(&format!(
        "<p>Published 4 March 2026</p>{}<p>Advertisement</p><p>Related: <a href=/tower>The tower leans again, and more</a></p>\
         {}<h2>Read next</h2><ul><li><a href=/a>A tunnel for the frogs of the valley</a></ul>\
         <div class=newsletter-signup><h3>Our letter</h3><p>Every morning, five stories about bridges in your inbox.</p></div>",
        prose(2),
        prose(2)
    ));
    assert_eq!(blocks(&article), []);
}

#[test]
fn what_a_player_says_is_no_text() {
    let player = "<div class='vjs-control-bar'><p>Loaded: 0%</p></div><p>Play Video</p><p>Remaining Time -0:00</p>";
    assert_eq!(blocks(&article(&format!("{}{player}{}", prose(2), prose(2)))), []);
}

#[test]
fn a_class_never_costs_most_of_the_text() {
    let page = format!("<body><div class='social-page'>{}</div></body>", prose(6));
    assert!(parse(page, None).article.text().contains("The council met"));
}

#[test]
fn parts_that_react_streams_are_found() {
    let page = format!("<body><main></main><div hidden id='S:0'><div>{}</div></div></body>", prose(6));
    assert!(parse(page, None).article.text().contains("The council met"));
}

#[test]
fn what_readability_misses_is_taken_from_what_the_page_calls_its_content() {
    let section = |n: usize| format!("<section class=part-{n}><h2>Part {n}</h2>{}</section>", prose(1));
    let sections: String = (1..20).map(section).collect();
    let page = format!("<body><main><article>{sections}</article></main></body>");
    let loaded = parse(page, None);
    assert_eq!(loaded.article.text().matches("Part ").count(), 19);
}

#[test]
fn stubs_are_named() {
    let paid =
        format!("<body><article>{}<p>Subscribe to continue reading this article.</p></article></body>", prose(1));
    let scripts = "<body><noscript>Please enable JavaScript to view this page.</noscript><div id=app></div></body>";
    for (page, word) in [(paid.as_str(), "subscription"), (scripts, "JavaScript")] {
        let warnings: Vec<String> = parse(page.to_owned(), None).warnings.iter().map(ToString::to_string).collect();
        assert!(warnings.iter().any(|warning| warning.contains(word)), "{warnings:?}");
    }
}

#[test]
fn an_empty_title_element_does_not_swallow_an_xml_page() {
    let page = format!(
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>{}</body></html>",
        prose(4)
    );
    assert!(parse(page, None).article.text().contains("The council met"));
}

#[test]
fn hostile_linked_data_is_harmless() {
    let deep = "[".repeat(200_000);
    let page = format!(
        r#"<head><script type="application/ld+json">{deep}</script><script type="application/ld+json">
        {{"@type":"NewsArticle","headline":"\u001b]0;pwn\u0007","author":[{{"name":["a"]}},null,3],"datePublished":{{"x":1}}}}
        </script></head><body><article>{}</article></body>"#,
        prose(4)
    );
    let title = parse(page, None).article.meta().title.as_ref().map(ToString::to_string).unwrap_or_default();
    assert!(!title.contains('\u{1b}'), "{title:?}");
}
