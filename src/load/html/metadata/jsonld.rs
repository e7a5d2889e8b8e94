//! Reads the article that a page describes in JSON-LD with the vocabulary of schema.org.

use serde_json::{Map, Value};

use super::sources::unescaped;

/// How many objects of the graphs are looked at.
const MOST: usize = 2_000;

/// What JSON-LD says about the article.
#[derive(Debug, Default)]
pub struct Linked {
    /// What it is called.
    pub headline: Option<String>,
    /// Names of persons that wrote it.
    pub authors: Vec<String>,
    /// Names of organizations that sign it as its authors.
    pub outlets: Vec<String>,
    /// As written.
    pub published: Option<String>,
    /// As written.
    pub modified: Option<String>,
    /// The address of its picture.
    pub image: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// As written.
    pub language: Option<String>,
    /// Whether it says that not everyone may read it.
    pub paid: bool,
    /// Its whole text, where the page gives it.
    pub body: Option<String>,
}

impl Linked {
    /// Reads the scripts of a page and keeps what the object says that is an article most clearly.
    pub fn read(scripts: &[String]) -> Self {
        let roots: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
        let mut objects = Vec::new();
        for root in &roots {
            collect(root, &mut objects);
        }
        let best = objects.iter().filter_map(|object| Some((rank(object)?, *object))).min_by_key(|(rank, _)| *rank);
        let mut linked = best.map(|(_, object)| Self::of(object, &objects)).unwrap_or_default();
        if linked.publisher.is_none() {
            let organization = objects.iter().find(|object| has_type(object, &["NewsMediaOrganization", "WebSite"]));
            linked.publisher = organization.and_then(|object| string(object, "name"));
        }
        linked
    }

    fn of(object: &Map<String, Value>, objects: &[&Map<String, Value>]) -> Self {
        let signed = ["author", "creator"].iter().find_map(|key| {
            let mut signed = Signed::default();
            signed.read(object.get(*key)?, objects);
            (!signed.persons.is_empty() || !signed.outlets.is_empty()).then_some(signed)
        });
        let Signed { persons, outlets } = signed.unwrap_or_default();
        Self {
            headline: string(object, "headline"),
            authors: persons,
            outlets,
            published: string(object, "datePublished")
                .or_else(|| string(object, "dateCreated"))
                .or_else(|| string(object, "uploadDate")),
            modified: string(object, "dateModified"),
            image: object.get("image").and_then(address),
            publisher: object.get("publisher").and_then(|value| named(value, objects)),
            language: string(object, "inLanguage"),
            paid: object.get("isAccessibleForFree").is_some_and(is_false),
            body: string(object, "articleBody"),
        }
    }
}

/// The address of a picture: by itself, as an object with one, or the first of several.
fn address(value: &Value) -> Option<String> {
    match value {
        Value::String(url) => Some(url.clone()),
        Value::Object(image) => string(image, "url").or_else(|| string(image, "contentUrl")),
        Value::Array(images) => match images.first()? {
            Value::Array(_) => None,
            first => address(first),
        },
        _ => None,
    }
}

/// The script as JSON. Raw line breaks within strings, which many pages have, are let pass.
fn parse(script: &str) -> Option<Value> {
    let text = script.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>").trim().trim_end_matches(';');
    let text = text.trim_start_matches("<!--").trim_end_matches("-->").trim();
    serde_json::from_str(text).ok().or_else(|| {
        let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&spaced).ok()
    })
}

/// All objects, outer ones before inner ones.
fn collect<'a>(value: &'a Value, to: &mut Vec<&'a Map<String, Value>>) {
    if to.len() >= MOST {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, to)),
        Value::Object(object) => {
            to.push(object);
            object.values().filter(|value| value.is_array() || value.is_object()).for_each(|value| collect(value, to));
        }
        _ => {}
    }
}

/// How clearly an object is the page's article, 0 the most.
fn rank(object: &Map<String, Value>) -> Option<u8> {
    let ranks: [&[&str]; 4] = [
        &[
            "NewsArticle",
            "ReportageNewsArticle",
            "AnalysisNewsArticle",
            "OpinionNewsArticle",
            "ReviewNewsArticle",
            "BackgroundNewsArticle",
            "LiveBlogPosting",
        ],
        &[
            "Article",
            "BlogPosting",
            "TechArticle",
            "ScholarlyArticle",
            "SocialMediaPosting",
            "DiscussionForumPosting",
            "Report",
            "AdvertiserContentArticle",
            "MedicalScholarlyArticle",
            "SatiricalArticle",
        ],
        &["Recipe", "Review", "Book", "HowTo", "Product", "VideoObject"],
        &["WebPage", "ItemPage", "MedicalWebPage", "AboutPage", "FAQPage", "QAPage", "CollectionPage", "ProfilePage"],
    ];
    let rank = ranks.iter().position(|types| has_type(object, types))? as u8;
    let telling = ["headline", "author", "datePublished"].iter().filter(|key| object.contains_key(**key)).count() as u8;
    Some(rank * 4 + (3 - telling))
}

fn has_type(object: &Map<String, Value>, types: &[&str]) -> bool {
    let is = |value: &Value| {
        value.as_str().is_some_and(|name| types.contains(&name.rsplit(['/', ':']).next().unwrap_or(name)))
    };
    match object.get("@type") {
        Some(Value::Array(values)) => values.iter().any(is),
        Some(value) => is(value),
        None => false,
    }
}

fn string(object: &Map<String, Value>, key: &str) -> Option<String> {
    let value = match object.get(key)? {
        Value::Array(values) => values.first()?,
        value => value,
    };
    let text = unescaped(value.as_str()?.trim());
    (!text.is_empty()).then_some(text)
}

/// Who signs as author.
#[derive(Default)]
struct Signed {
    persons: Vec<String>,
    outlets: Vec<String>,
}

impl Signed {
    /// Reads a name, an object, a reference to one, or a list of these.
    fn read(&mut self, value: &Value, objects: &[&Map<String, Value>]) {
        match value {
            Value::Array(values) => values.iter().take(MOST).for_each(|value| self.read(value, objects)),
            Value::Object(object) if has_type(object, &["Organization", "NewsMediaOrganization", "Corporation"]) => {
                self.outlets.extend(named(value, objects));
            }
            value => self.persons.extend(named(value, objects)),
        }
    }
}

/// The name of a thing.
fn named(value: &Value, objects: &[&Map<String, Value>]) -> Option<String> {
    match value {
        Value::String(name) => Some(unescaped(name.trim())).filter(|name| !name.is_empty()),
        Value::Array(values) => values.iter().find_map(|value| named(value, objects)),
        Value::Object(object) => string(object, "name").or_else(|| {
            let id = object.get("@id")?.as_str()?;
            let other = objects
                .iter()
                .find(|other| other.contains_key("name") && other.get("@id").and_then(Value::as_str) == Some(id))?;
            string(other, "name")
        }),
        _ => None,
    }
}

fn is_false(value: &Value) -> bool {
    value.as_bool() == Some(false) || value.as_str().is_some_and(|text| text.eq_ignore_ascii_case("false"))
}
