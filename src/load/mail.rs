//! E-mail and web archives (MHTML): the text of a message, and what its head tells.

use jiff::civil::DateTime;
use jiff::tz::Offset;
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use crate::article::{ArticleBuilder, BlockKind, Loaded, Meta, Published};
use crate::text::Clean;

use super::{html, text};

/// Reads a message; `None` where it cannot be read as one.
pub(super) fn parse(bytes: &[u8]) -> Option<Loaded> {
    let message = MessageParser::default().parse(bytes)?;
    if let Some(address) = archived(&message) {
        return page(&message, &address);
    }
    let meta = Meta {
        title: message.subject().map(Clean::new).filter(|subject| !subject.is_empty()),
        authors: authors(&message),
        published: message.date().and_then(published),
        ..Meta::default()
    };
    let mut builder = ArticleBuilder::new(meta);
    if let Some(subject) = builder.meta().title.clone() {
        builder.block(BlockKind::Title, subject.as_str());
    }
    match body(&message) {
        Some(PartType::Html(body)) => html::fragment(body, None, &mut builder),
        Some(PartType::Text(body)) => text::body(body, &mut builder),
        _ => {}
    }
    Some(builder.finish())
}

/// The part to read: the first HTML one, or else the first of plain text.
fn body<'m>(message: &'m Message) -> Option<&'m PartType<'m>> {
    let bodies = || message.html_bodies().chain(message.text_bodies()).map(|part| &part.body);
    let of_html = bodies().find(|body| matches!(body, PartType::Html(_)));
    of_html.or_else(|| bodies().find(|body| matches!(body, PartType::Text(_))))
}

/// Who it is from, by name where one is told.
fn authors(message: &Message) -> Vec<Clean> {
    let from = message.from().into_iter().flat_map(|from| from.iter());
    from.filter_map(|person| person.name().or(person.address())).map(Clean::new).collect()
}

fn published(told: &mail_parser::DateTime) -> Option<Published> {
    let small = |value: u8| i8::try_from(value).ok();
    let (year, month, day) = (i16::try_from(told.year).ok()?, small(told.month)?, small(told.day)?);
    let moment =
        DateTime::new(year, month, day, small(told.hour)?, small(told.minute)?, small(told.second)?, 0).ok()?;
    let seconds = (i32::from(told.tz_hour) * 60 + i32::from(told.tz_minute)) * 60;
    let offset = Offset::from_seconds(if told.tz_before_gmt { -seconds } else { seconds }).ok()?;
    Some(Published::Zoned(moment, offset))
}

/// The address of the page that a browser saved in this message.
fn archived(message: &Message) -> Option<String> {
    let told = message.header_raw("Snapshot-Content-Location").map(|told| told.trim().to_owned());
    let of_part = || {
        let is_related = message.is_content_type("multipart", "related");
        let part = message.html_bodies().find(|part| matches!(part.body, PartType::Html(_)))?;
        part.content_location().filter(|_| is_related).map(str::to_owned)
    };
    told.or_else(of_part)
}

/// The page in a web archive, read as if it came from its address.
fn page(message: &Message, address: &str) -> Option<Loaded> {
    let Some(PartType::Html(page)) = body(message) else { return None };
    let mut loaded = html::parse(page.to_string(), Some(address));
    let meta = loaded.article.meta_mut();
    meta.url = meta.url.take().or_else(|| Some(Clean::new(address)));
    meta.title = meta.title.take().or_else(|| message.subject().map(Clean::new));
    Some(loaded)
}
