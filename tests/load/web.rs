//! Fetching, against servers that the tests start themselves on this machine.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread;

use byline::article::{Loaded, Warning};
use byline::load::{LoadError, Opened, Options, Source, load};

/// A server that answers each request, given as its lines, by what `answer` makes of it.
struct Server {
    address: String,
    requests: Arc<Mutex<Vec<Vec<String>>>>,
}

impl Server {
    fn new(answer: impl Fn(&str, &[String]) -> Vec<u8> + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { continue };
                let lines = BufReader::new(&stream).lines().map_while(Result::ok);
                let lines: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
                let path = lines.first().and_then(|line| line.split(' ').nth(1)).unwrap_or_default().to_owned();
                let response = answer(&path, &lines);
                seen.lock().expect("a lock").push(lines);
                let _ = stream.write_all(&response);
            }
        });
        Self { address, requests }
    }

    fn open(&self, path: &str, options: &Options) -> Result<Loaded, LoadError> {
        match load(&Source::Url { url: format!("{}{path}", self.address), is_typed: true }, options)? {
            Opened::Article(loaded) => Ok(*loaded),
            Opened::Collection(list) => panic!("a list: {list:?}"),
        }
    }

    fn count(&self) -> usize {
        self.requests.lock().expect("a lock").len()
    }
}

fn response(head: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len()).as_bytes(), body]
        .concat()
}

/// A folder for the cache of one test, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("byline-web-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        Self(path)
    }

    fn options(&self) -> Options {
        Options { cache: Some(self.0.clone()), ..Options::default() }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_header_tells_the_encoding() {
    let server = Server::new(|_, _| {
        response("200 OK\r\nContent-Type: text/plain; charset=\"windows-1251\"", b"\xCC\xEE\xF1\xEA\xE2\xE0.")
    });
    let loaded = server.open("/a", &Options::default()).expect("a page");
    assert_eq!(loaded.article.text(), "Москва.");
    let url = format!("{}/a", server.address);
    assert_eq!(loaded.article.meta().url.as_ref().map(AsRef::as_ref), Some(url.as_str()));
    let requests = server.requests.lock().expect("a lock");
    assert!(requests[0].iter().any(|line| line.to_lowercase().starts_with("user-agent: byline/")), "{requests:?}");
}

#[test]
fn redirects_are_followed_on_the_same_host_and_counted() {
    let server = Server::new(|path, _| match path {
        "/a" => response("302 Found\r\nLocation: b?c", b""),
        "/b?c" => response("200 OK", b"It fell."),
        path => response(&format!("302 Found\r\nLocation: {path}x"), b""),
    });
    let loaded = server.open("/a", &Options::default()).expect("a page");
    assert_eq!(loaded.article.text(), "It fell.");
    let error = server.open("/loop", &Options::default()).expect_err("a loop");
    assert!(error.to_string().contains("without an end"), "{error}");
    assert_eq!(server.count(), 2 + 9);
}

#[test]
fn redirects_lead_neither_to_files_nor_into_the_machine() {
    let server = Server::new(|path, _| match path {
        "/file" => response("302 Found\r\nLocation: file:///etc/passwd", b""),
        _ => response("302 Found\r\nLocation: http://127.0.0.2:9/", b""),
    });
    let error = server.open("/file", &Options::default()).expect_err("refused");
    assert!(error.to_string().contains("no page"), "{error}");
    let error = server.open("/other", &Options::default()).expect_err("refused");
    assert!(error.to_string().contains("within this machine"), "{error}");
}

#[test]
fn what_was_read_opens_offline_and_is_asked_for_only_if_it_changed() {
    let folder = Folder::new("cache");
    let server = Server::new(|_, lines| {
        let known = lines.iter().any(|line| line.eq_ignore_ascii_case("if-none-match: \"v1\""));
        if known { response("304 Not Modified", b"") } else { response("200 OK\r\nETag: \"v1\"", b"It fell.") }
    });
    let offline = Options { is_offline: true, ..folder.options() };
    let error = server.open("/a", &offline).expect_err("never read");
    assert!(error.to_string().contains("--offline"), "{error}");
    for _ in 0..2 {
        assert_eq!(server.open("/a", &folder.options()).expect("a page").article.text(), "It fell.");
    }
    assert_eq!(server.count(), 2);
    assert_eq!(server.open("/a", &offline).expect("kept").article.text(), "It fell.");
    assert_eq!(server.count(), 2);
}

#[test]
fn what_the_server_says_is_told() {
    let server = Server::new(|_, _| response("404 Not Found", b"no"));
    let error = server.open("/a", &Options::default()).expect_err("not there");
    assert!(error.to_string().contains("404 Not Found; check the address"), "{error}");
}

#[test]
fn no_more_than_the_limit_is_read_of_what_comes_unpacked() {
    let server = Server::new(|_, _| {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packer.write_all(&vec![b'x'; 10 << 20]).expect("memory");
        response("200 OK\r\nContent-Encoding: gzip", &packer.finish().expect("memory"))
    });
    let options = Options { limit: 1000, ..Options::default() };
    let loaded = server.open("/a", &options).expect("a page");
    assert_eq!((loaded.article.text().len(), loaded.warnings), (1000, vec![Warning::Truncated { kept: 1000 }]));
}

#[test]
fn a_page_that_breaks_off_shows_what_came() {
    let server = Server::new(|_, _| b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nIt fell.".to_vec());
    let loaded = server.open("/a", &Options::default()).expect("a page");
    assert_eq!(loaded.article.text(), "It fell.");
    assert!(
        matches!(&loaded.warnings[..], [Warning::Other(why)] if why.as_str().contains("broke off")),
        "{:?}",
        loaded.warnings
    );
}

/// A server that never ends is given up by whoever watches.
#[test]
fn a_fetch_can_be_given_up() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a reader");
        let _ = stream.read(&mut [0; 1024]);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        while stream.write_all(&[b'x'; 16]).is_ok() {}
    });
    let options = Options::default();
    let progress = Arc::clone(&options.progress);
    thread::spawn(move || {
        while progress.bytes.load(std::sync::atomic::Ordering::Relaxed) == 0 {
            thread::yield_now();
        }
        progress.is_cancelled.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    let outcome = load(&Source::Url { url, is_typed: true }, &options);
    assert!(outcome.is_err_and(|error| error.to_string().contains("given up")));
}
