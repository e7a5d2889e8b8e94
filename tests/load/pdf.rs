//! PDF, where byline is built with it.

use byline::article::{BlockKind, Warning};

use crate::article_of;

/// A document of one page for each of `contents`, which draw in Helvetica.
fn document(contents: &[String]) -> Vec<u8> {
    let pages: Vec<String> = (0..contents.len()).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", pages.join(" "), contents.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    for content in contents {
        let stream = objects.len() + 2;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {stream} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let mut text = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(format!("{:010} 00000 n \n", text.len()));
        text.extend([format!("{} 0 obj\n{object}\nendobj\n", at + 1)]);
    }
    let (count, table) = (objects.len() + 1, text.len());
    text.extend([format!("xref\n0 {count}\n0000000000 65535 f \n{}", places.concat())]);
    text.extend([format!("trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF")]);
    text.into_bytes()
}

/// Draws `lines` one below the other from `top` on, each column at its place.
fn drawn(lines: &[[&str; 2]], top: usize) -> String {
    let line = |(at, [left, right]): (usize, &[&str; 2])| {
        let y = top - 14 * at;
        format!("1 0 0 1 50 {y} Tm ({left}) Tj 1 0 0 1 320 {y} Tm ({right}) Tj ")
    };
    format!("BT /F1 10 Tf {}ET", lines.iter().enumerate().map(line).collect::<Vec<_>>().concat())
}

#[test]
fn two_columns_are_read_one_after_the_other_though_drawn_by_rows() {
    let rows = [
        ["The harbour of the small town was", "Prices of fish rose by a tenth in the"],
        ["closed on Monday after a crane fell", "markets of the region within a week,"],
        ["into the water, officials said. No one", "traders reported, and two factories"],
        ["was hurt, and ships were sent to the", "sent their workers home for lack of"],
        ["next port along the coast until the", "anything to pack. The ministry spoke"],
        ["wreck could be lifted by a barge that", "of a passing shortage and promised"],
    ];
    let loaded = article_of("a.pdf", &document(&[drawn(&rows.repeat(5), 760)]));
    let text = loaded.article.text();
    assert!(text.contains("after a crane fell into the water"), "{text}");
    assert!(text.contains("within a week, traders reported"), "{text}");
    assert_eq!(loaded.warnings, []);
}

#[test]
fn a_paragraph_goes_on_over_the_page() {
    let first = drawn(&[["The harbour of the small town was closed on Monday after a crane", ""]], 60);
    let second = drawn(&[["fell into the water, officials of the port said in the evening.", ""]], 760);
    let loaded = article_of("a.pdf", &document(&[first, second]));
    assert!(loaded.article.text().contains("after a crane fell into"), "{}", loaded.article.text());
    assert!(loaded.article.blocks().iter().all(|block| block.kind == BlockKind::Paragraph));
}

#[test]
fn what_is_damaged_says_so() {
    let whole = document(&[drawn(&[["It fell.", ""]], 760)]);
    for bytes in [&whole[..9], b"%PDF-1.7 and no more"] {
        assert!(matches!(article_of("a.pdf", bytes).warnings[..], [Warning::Other(_) | Warning::Empty]));
    }
}
