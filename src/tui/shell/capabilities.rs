//! What the terminal can show, as far as its environment says, and whether it is dark or light.

use crate::tui::theme::Depth;

/// What the text stands on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Background {
    /// Nobody said: what is shown has to be legible on either.
    #[default]
    Unknown,
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
}

/// What is known of a terminal before it is asked anything.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Capabilities {
    /// How many colours there are; none where none are wanted.
    pub colours: Depth,
    /// The background, as far as the environment says it.
    pub background: Background,
    /// Whether the cursor can be moved: without that there is no screen, only lines.
    pub addressable: bool,
    /// Whether the terminal is of a family that answers, or at least swallows, a question after its background.
    pub answers: bool,
}

/// Families whose `TERM` says nothing of 24 bits although all of them show it. `COLORTERM` is lost on the way through
/// ssh and sudo, `TERM` is not.
const TRUE_COLOUR: &[&str] =
    &["alacritty", "contour", "foot", "ghostty", "kitty", "wezterm", "xterm-ghostty", "xterm-kitty"];

/// Families that can be asked for their background. A stranger is not asked: the question could show as text.
const ANSWERING: &[&str] = &[
    "alacritty",
    "contour",
    "foot",
    "ghostty",
    "kitty",
    "mlterm",
    "rxvt",
    "screen",
    "st-",
    "tmux",
    "wezterm",
    "xterm",
];

impl Capabilities {
    /// What the variables of the environment say; `variable` gives the value of one. `NO_COLOR` is that of
    /// <https://no-color.org>, `COLORFGBG` that of rxvt and Konsole.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let term = variable("TERM").unwrap_or_default();
        let no_colour = variable("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            colours: if no_colour { Depth::Plain } else { depth(&term, variable("COLORTERM").as_deref()) },
            background: variable("COLORFGBG").as_deref().map_or(Background::Unknown, from_palette),
            addressable: term != "dumb",
            answers: begins_with(&term, ANSWERING),
        }
    }
}

fn depth(term: &str, colorterm: Option<&str>) -> Depth {
    if matches!(colorterm, Some("truecolor" | "24bit")) || term.contains("direct") || begins_with(term, TRUE_COLOUR) {
        Depth::True
    } else if term.contains("256color") {
        Depth::Indexed
    } else if term == "dumb" || term.starts_with("vt") && term.as_bytes().get(2).is_some_and(u8::is_ascii_digit) {
        Depth::Plain
    } else {
        Depth::Sixteen
    }
}

fn begins_with(term: &str, families: &[&str]) -> bool {
    families.iter().any(|family| term.starts_with(family))
}

/// `COLORFGBG` is `15;0` or `15;default;0`: the last field is the background's place in the palette, of which Vim's
/// rule takes 0 to 6 and 8 as dark.
fn from_palette(value: &str) -> Background {
    match value.rsplit(';').next().and_then(|place| place.parse().ok()) {
        Some(0..=6 | 8) => Background::Dark,
        Some(7 | 9..=15) => Background::Light,
        _ => Background::Unknown,
    }
}

/// The background in a terminal's answer to OSC 11, such as `11;rgb:1e1e/1e1e/2e2e`: light from half of the luminance
/// of ITU-R BT.709 on. `None` if it is not such an answer.
pub fn from_answer(answer: &str) -> Option<Background> {
    let colours = answer.strip_prefix("11;rgb")?.trim_start_matches('a').strip_prefix(':')?;
    let mut channels = colours.split('/').map(channel);
    let (red, green, blue) = (channels.next()??, channels.next()??, channels.next()??);
    let luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    Some(if luminance < 0.5 { Background::Dark } else { Background::Light })
}

/// One to four hexadecimal digits, of which all set is 1.
fn channel(digits: &str) -> Option<f32> {
    if digits.len() > 4 {
        return None;
    }
    let value = u16::from_str_radix(digits, 16).ok()?;
    Some(f32::from(value) / ((1_u32 << (4 * digits.len())) - 1) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Capabilities {
        Capabilities::of(|name| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn the_depth_is_that_of_the_family() {
        for (term, depth) in [
            ("xterm", Depth::Sixteen),
            ("linux", Depth::Sixteen),
            ("", Depth::Sixteen),
            ("screen-256color", Depth::Indexed),
            ("xterm-kitty", Depth::True),
            ("xterm-direct", Depth::True),
            ("vt220", Depth::Plain),
            ("vte-256color", Depth::Indexed),
            ("dumb", Depth::Plain),
        ] {
            assert_eq!(of(&[("TERM", term)]).colours, depth, "{term}");
        }
        assert_eq!(of(&[("TERM", "xterm"), ("COLORTERM", "truecolor")]).colours, Depth::True);
    }

    #[test]
    fn no_colour_is_no_colour_unless_it_is_empty() {
        let wished = |value| of(&[("TERM", "xterm-kitty"), ("NO_COLOR", value)]).colours;
        assert_eq!(wished("1"), Depth::Plain);
        assert_eq!(wished(""), Depth::True);
    }

    #[test]
    fn strangers_and_lines_are_not_asked() {
        assert!(of(&[("TERM", "tmux-256color")]).answers);
        for term in ["", "dumb", "linux", "eterm-color", "nosuchterm-9"] {
            assert!(!of(&[("TERM", term)]).answers, "{term}");
        }
        assert!(!of(&[("TERM", "dumb")]).addressable);
    }

    #[test]
    fn the_palette_says_dark_or_light() {
        assert_eq!(from_palette("15;0"), Background::Dark);
        assert_eq!(from_palette("0;default;15"), Background::Light);
        assert_eq!(from_palette("0;default"), Background::Unknown);
        assert_eq!(from_palette(""), Background::Unknown);
    }

    #[test]
    fn an_answer_says_dark_or_light() {
        assert_eq!(from_answer("11;rgb:1e1e/1e1e/2e2e"), Some(Background::Dark));
        assert_eq!(from_answer("11;rgb:ff/ff/ee"), Some(Background::Light));
        assert_eq!(from_answer("11;rgba:f/f/f/f"), Some(Background::Light));
        for nonsense in ["", "11;", "11;rgb:", "11;rgb:1/2", "11;rgb:/1/2", "11;rgb:fffff/0/0", "10;rgb:0/0/0"] {
            assert_eq!(from_answer(nonsense), None, "{nonsense}");
        }
    }
}
