//! Messages and web archives.

use crate::{article_of, shown};

#[test]
fn a_message_with_an_encoded_subject() {
    let text = "From: =?ISO-8859-1?Q?Andr=E9_Lee?= <a@example.org>\r\nTo: b@example.org\r\n\
        Subject: =?utf-8?B?S3Jhbg==?= =?utf-8?Q?_f=C3=A4llt?=\r\nDate: Wed, 04 Mar 2026 20:21:00 +0400\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/alternative; boundary=zz\r\n\r\n--zz\r\nContent-Type: text/plain\r\n\r\nPlain.\r\n--zz\r\n\
        Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        <p>It fell =97 so=\r\ndid the caf=E9.</p>\r\n--zz--\r\n";
    let loaded = article_of("a", text.as_bytes());
    assert_eq!(shown(&loaded), ["title: Kran fällt", "paragraph: It fell — sodid the café."]);
    let meta = loaded.article.meta();
    assert_eq!(meta.authors, ["André Lee".into()]);
    assert_eq!(meta.published.map(|moment| moment.to_string()).as_deref(), Some("2026-03-04T20:21:00+04:00"));
}

#[test]
fn plain_text_in_its_own_encoding() {
    let bytes = b"From: a@example.org\nSubject: Hi\nContent-Type: text/plain; charset=iso-8859-1\n\nDas gef\xE4llt mir.\n\n> Und dir?\n";
    assert_eq!(shown(&article_of("a.eml", bytes)), ["title: Hi", "paragraph: Das gefällt mir.", "quote: Und dir?"]);
}

#[test]
fn a_letter_is_no_message() {
    let loaded = article_of("a.txt", b"To: the mayor\n\nDear Sir, the crane is in the water.");
    assert!(loaded.article.text().contains("To: the mayor"));
}

#[test]
fn a_page_in_a_web_archive() {
    let page =
        "<p>The harbour of the small town was closed on Monday after a crane fell into the water, they said.</p>"
            .repeat(8);
    let text = format!(
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://example.org/crane\nSubject: Crane falls\nMIME-Version: 1.0\n\
         Content-Type: multipart/related; type=\"text/html\"; boundary=\"zz\"\n\n--zz\nContent-Type: text/html\n\
         Content-Location: https://example.org/crane\n\n<html><body><article>{page}</article></body></html>\n--zz--\n"
    );
    let loaded = article_of("a.mhtml", text.as_bytes());
    assert_eq!(loaded.article.meta().url, Some("https://example.org/crane".into()));
    assert!(loaded.article.text().starts_with("The harbour"), "{}", loaded.article.text());
}
