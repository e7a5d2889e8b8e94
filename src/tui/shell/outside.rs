//! The browser: an address is handed over as an argument of its own, never through a shell.

use std::io;
use std::process::{Command, Stdio};
use std::thread;

/// What opens an address where nobody said otherwise.
const USUAL: &str = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };

/// Opens `address` with `browser`, which is as in `$BROWSER`: a program with arguments, or several parted by colons, of
/// which the first is taken. Nothing of what it prints reaches the screen.
///
/// # Errors
/// Where the address is none that a browser or mail program should get, or the program cannot be started.
pub fn open(address: &str, browser: Option<&str>) -> io::Result<()> {
    let is = |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if !["http://", "https://", "mailto:"].into_iter().any(is) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "only web and mail addresses are opened"));
    }
    let mut words = browser.unwrap_or(USUAL).split(':').next().unwrap_or_default().split_whitespace();
    let program = words.next().unwrap_or(USUAL);
    let mut command = Command::new(program);
    command.args(words.filter(|word| *word != "%s")).arg(address);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|error| io::Error::new(error.kind(), format!("{program}: {error}")))?;
    // Somebody has to hear that it has ended, or it stays in the table of processes.
    thread::spawn(move || child.wait());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_addresses_go_out() {
        for address in ["file:///etc/passwd", "javascript:alert(1)", "-rf", "", "https", "/bin/sh"] {
            assert_eq!(open(address, Some("true")).map_err(|error| error.kind()), Err(io::ErrorKind::InvalidInput));
        }
        assert!(open("https://example.org/;touch x", Some("true")).is_ok());
    }

    #[test]
    fn a_browser_that_is_not_there_is_named() {
        let error = open("https://example.org/", Some("no-such-browser -x:other")).expect_err("no such program");
        assert!(error.to_string().starts_with("no-such-browser:"), "{error}");
    }
}
