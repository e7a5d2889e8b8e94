//! Pages from the web: fetched once, each step of the way checked, bounded in time and size, kept for the next time.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use rustls::crypto::CryptoProvider;
use ureq::http::{Response, Uri};
use ureq::tls::{TlsConfig, TlsProvider};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body};

use crate::article::Warning;
use crate::load::html::links::Links;
use crate::load::{LoadError, Options};

use super::cache::{self, Headers, Page};
use super::guard::{Guard, REFUSED};
use super::{Content, Raw};

/// Redirects that are followed.
const HOPS: usize = 8;
/// What one step of the way may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// Who asks.
const USER_AGENT: &str =
    concat!("byline/", env!("CARGO_PKG_VERSION"), " (a terminal reader; one page at a reader's request)");
/// What is asked for.
const ACCEPT: &str = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, */*;q=0.8";

/// Reads the page at `url`; `is_typed` tells that the reader asked for it, so that it may lie on this machine.
///
/// A page that was read before is asked for only if it has changed, and opens from the cache where the server cannot be
/// reached.
///
/// # Errors
/// When it cannot be reached, is not there, or leads where it must not, and was not read before.
pub(super) fn read(url: &str, is_typed: bool, options: &Options) -> Result<Raw, LoadError> {
    let kept = options.cache.as_deref().and_then(|folder| cache::get(folder, url, options.limit));
    if options.is_offline {
        let missing = || LoadError::new(url, "it was not read before", "open it once without --offline");
        return kept.map(|page| raw(page, Vec::new(), false)).ok_or_else(missing);
    }
    match fetch(url, is_typed, kept.as_ref(), options) {
        Ok(Answer::Unchanged) => {
            kept.map(|page| raw(page, Vec::new(), false)).ok_or_else(|| fault(url, "no page came"))
        }
        Ok(Answer::Page { page, mut warnings, is_cut }) => {
            if !is_cut
                && warnings.is_empty()
                && let Some(folder) = &options.cache
                && let Err(error) = cache::put(folder, &page)
            {
                warnings.push(Warning::other(&format!("it could not be kept for reading offline: {error}")));
            }
            Ok(raw(page, warnings, is_cut))
        }
        Err(error) => match kept {
            Some(page) => {
                Ok(raw(page, vec![Warning::other(&format!("this is the copy kept of it ({})", error.why))], false))
            }
            None => Err(error),
        },
    }
}

fn raw(page: Page, warnings: Vec<Warning>, truncated: bool) -> Raw {
    Raw {
        name: page.headers.asked,
        content: Content::Bytes(page.body),
        url: Some(page.headers.url),
        charset: page.headers.charset,
        media: page.headers.media,
        truncated,
        warnings,
    }
}

/// What a server answers.
enum Answer {
    Page {
        page: Page,
        warnings: Vec<Warning>,
        is_cut: bool,
    },
    /// The page is the one that is kept.
    Unchanged,
}

/// Asks for `url` and follows where it leads.
fn fetch(url: &str, is_typed: bool, kept: Option<&Page>, options: &Options) -> Result<Answer, LoadError> {
    let mut at = url.to_owned();
    for _ in 0..=HOPS {
        let is_open = is_typed && host(&at) == host(url);
        if at.starts_with("https://") && crypto().is_none() {
            let advice = "save the page in a browser and open the file";
            return Err(LoadError::new(url, "secure connections are not possible on this processor", advice));
        }
        let response = ask(&at, is_open, kept).map_err(|error| fault(url, &reason(&error)))?;
        let status = response.status();
        if status == 304 {
            return Ok(Answer::Unchanged);
        }
        if !status.is_redirection() {
            return if status.is_success() { page(url, at, response, options) } else { Err(refused(url, status)) };
        }
        let location = response.headers().get("location").and_then(|value| value.to_str().ok());
        let next = location.and_then(|location| Links::new(Some(&at), None).target(location));
        let next = next.filter(|next| next.starts_with("http://") || next.starts_with("https://"));
        let next = next.ok_or_else(|| fault(url, "it leads to something that is no page"))?;
        if at.starts_with("https://") && next.starts_with("http://") {
            return Err(fault(url, "it leads from a secure address to one that is not"));
        }
        at = next;
    }
    Err(fault(url, "it leads from one address to the next without an end"))
}

fn host(url: &str) -> Option<String> {
    url.parse::<Uri>().ok()?.host().map(str::to_ascii_lowercase)
}

/// What encrypts. It is written in Rust and assembly that Rust compiles, so no C compiler is needed; it runs on
/// processors since about 2014 and on no Raspberry Pi before the fifth.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
fn crypto() -> Option<CryptoProvider> {
    graviola::util::is_cpu_supported().then(rustls_graviola::default_provider)
}

/// No provider that needs no C compiler has code for this processor.
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
fn crypto() -> Option<CryptoProvider> {
    None
}

/// Asks for one address, following nothing.
fn ask(url: &str, is_open: bool, kept: Option<&Page>) -> Result<Response<Body>, ureq::Error> {
    let mut tls = TlsConfig::builder().provider(TlsProvider::Rustls);
    if let Some(crypto) = crypto() {
        tls = tls.unversioned_rustls_crypto_provider(Arc::new(crypto));
    }
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(PATIENCE))
        .timeout_connect(Some(PATIENCE / 3))
        .user_agent(USER_AGENT)
        .accept(ACCEPT)
        .tls_config(tls.build())
        .build();
    let agent = Agent::with_parts(config, DefaultConnector::default(), Guard::new(is_open));
    let mut request = agent.get(url);
    if let Some(headers) = kept.map(|page| &page.headers) {
        for (name, value) in [("if-none-match", &headers.etag), ("if-modified-since", &headers.modified)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
    }
    request.call()
}

/// Reads the page that came.
fn page(asked: &str, url: String, response: Response<Body>, options: &Options) -> Result<Answer, LoadError> {
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let headers = Headers {
        asked: asked.to_owned(),
        url,
        charset: header("content-type").and_then(|kind| charset(&kind)),
        media: header("content-type")
            .and_then(|kind| kind.split(';').next().map(|kind| kind.trim().to_ascii_lowercase())),
        etag: header("etag"),
        modified: header("last-modified"),
    };
    let mut reader = response.into_body().into_with_config().limit(u64::MAX).reader();
    let (mut body, mut warnings) = (Vec::new(), Vec::new());
    let mut chunk = vec![0; 16 << 10];
    while body.len() <= options.limit {
        if options.progress.is_cancelled.load(Ordering::Relaxed) {
            return Err(fault(asked, "it was given up"));
        }
        match reader.read(&mut chunk) {
            Ok(0) => break,
            Ok(count) => body.extend_from_slice(&chunk[..count]),
            Err(error) if body.is_empty() => return Err(fault(asked, &error.to_string())),
            Err(error) => {
                warnings.push(Warning::other(&format!("it broke off: {error}")));
                break;
            }
        }
        options.progress.bytes.store(body.len(), Ordering::Relaxed);
    }
    let is_cut = body.len() > options.limit;
    body.truncate(options.limit);
    Ok(Answer::Page { page: Page { headers, body }, warnings, is_cut })
}

/// The encoding in `text/html; charset="utf-8"`.
fn charset(kind: &str) -> Option<String> {
    let told = kind.split(';').skip(1).find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']).to_owned())
    });
    told.filter(|told| !told.is_empty())
}

fn refused(url: &str, status: ureq::http::StatusCode) -> LoadError {
    let advice = match status.as_u16() {
        401 | 402 | 403 | 451 => "save the page in a browser and open the file",
        404 | 410 => "check the address",
        429 | 500..=599 => "try again later",
        _ => "",
    };
    LoadError::new(url, &format!("the server answers {status}"), advice)
}

fn fault(url: &str, why: &str) -> LoadError {
    let advice = if why.contains(REFUSED) { "open that address itself if it is meant" } else { "" };
    LoadError::new(url, why, advice)
}

/// What went wrong, in words.
fn reason(error: &ureq::Error) -> String {
    match error {
        ureq::Error::BadUri(why) if why == REFUSED => format!("it leads to {REFUSED}"),
        ureq::Error::HostNotFound => "there is no such host".to_owned(),
        ureq::Error::Timeout(_) => "the server does not answer".to_owned(),
        ureq::Error::ConnectionFailed => "no connection".to_owned(),
        other => other.to_string(),
    }
}
