//! Makes the targets of links absolute and lets only those pass that a reader may open.

/// Where relative links start from.
#[derive(Debug, Default)]
pub struct Links {
    page: Option<String>,
    base: Option<String>,
}

impl Links {
    /// Links of a page at `url`, which may itself say another `base`.
    pub fn new(url: Option<&str>, base: Option<&str>) -> Self {
        let url = url.filter(|url| is_web(url)).map(str::to_owned);
        let base = match (base, &url) {
            (Some(base), Some(url)) => resolve(url, base),
            (Some(base), None) => Some(base.to_owned()),
            (None, _) => None,
        };
        Self { base: base.filter(|base| is_web(base)).or_else(|| url.clone()), page: url }
    }

    /// The address of the page, if it is one of the web.
    pub fn page(&self) -> Option<String> {
        self.page.clone()
    }

    /// The host of the page.
    pub fn host(&self) -> Option<&str> {
        let (_, rest) = self.page.as_deref()?.split_once("://")?;
        rest.split(['/', '?', '#', ':']).next()
    }

    /// The absolute target; `None` for places on the same page and for schemes that are not opened.
    pub fn target(&self, href: &str) -> Option<String> {
        let href = href.trim();
        if href.is_empty() || href.starts_with('#') {
            return None;
        }
        let page = href.split('#').next();
        if href.contains('#') && page == self.base.as_deref().and_then(|base| base.split('#').next()) {
            return None;
        }
        match scheme(href) {
            Some(scheme) => is_opened(scheme).then(|| href.to_owned()),
            None => resolve(self.base.as_deref()?, href),
        }
    }
}

/// The schemes that a reader may open.
fn is_opened(scheme: &str) -> bool {
    ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

fn is_web(url: &str) -> bool {
    url.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("http://"))
        || url.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"))
}

/// What stands before the colon of an absolute URL.
fn scheme(url: &str) -> Option<&str> {
    let (scheme, _) = url.split_once(':')?;
    let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    named.then_some(scheme)
}

/// Resolves a reference against an absolute web address, after RFC 3986, section 5.2.
fn resolve(base: &str, reference: &str) -> Option<String> {
    if scheme(reference).is_some() {
        return Some(reference.to_owned());
    }
    let (scheme, rest) = base.split_once("://")?;
    if let Some(rest) = reference.strip_prefix("//") {
        return Some(format!("{scheme}://{rest}"));
    }
    let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(host_end);
    let path = &path[..path.find(['?', '#']).unwrap_or(path.len())];
    if reference.starts_with(['?', '#']) {
        return Some(format!("{scheme}://{host}{path}{reference}"));
    }
    let full = if reference.starts_with('/') {
        reference.to_owned()
    } else {
        format!("{}/{reference}", &path[..path.rfind('/').unwrap_or(0)])
    };
    Some(format!("{scheme}://{host}{}", without_dots(&full)))
}

/// The path with its `.` and `..` segments worked out.
fn without_dots(path: &str) -> String {
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let (path, rest) = path.split_at(end);
    let mut kept: Vec<&str> = Vec::new();
    let mut open = false;
    for segment in path.split('/').skip(1) {
        open = matches!(segment, "." | "..");
        match segment {
            "." => {}
            ".." => drop(kept.pop()),
            _ => kept.push(segment),
        }
    }
    let slash = if open && !kept.is_empty() { "/" } else { "" };
    format!("/{}{slash}{rest}", kept.join("/"))
}
