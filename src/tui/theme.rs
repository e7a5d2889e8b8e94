//! Roles and how they look: the only file that names a colour.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use crate::annotate::EntityKind;

use super::findings::Section;

/// What a thing on the screen is; a theme says how it looks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The themes' files say what each is.
pub enum Role {
    Text,
    Faint,
    Title,
    Heading,
    Rule,
    Emphasis,
    Strong,
    Code,
    Link,
    Quote,
    Person,
    Organization,
    Place,
    Other,
    Statistic,
    Date,
    Claim,
    Reference,
    Source,
    Cue,
    Content,
    Base,
    Chosen,
    Selected,
    Match,
    Here,
    Cursor,
    Strip,
    StripHere,
    Tab,
    Status,
    Key,
    Warning,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 33] = [
        Self::Text,
        Self::Faint,
        Self::Title,
        Self::Heading,
        Self::Rule,
        Self::Emphasis,
        Self::Strong,
        Self::Code,
        Self::Link,
        Self::Quote,
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Other,
        Self::Statistic,
        Self::Date,
        Self::Claim,
        Self::Reference,
        Self::Source,
        Self::Cue,
        Self::Content,
        Self::Base,
        Self::Chosen,
        Self::Selected,
        Self::Match,
        Self::Here,
        Self::Cursor,
        Self::Strip,
        Self::StripHere,
        Self::Tab,
        Self::Status,
        Self::Key,
        Self::Warning,
    ];

    /// The role of an entity's names.
    pub const fn of(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person,
            EntityKind::Organization => Self::Organization,
            EntityKind::Place => Self::Place,
            _ => Self::Other,
        }
    }

    /// The role of a section's heading: that of what it lists, so that the panel is the legend of the text.
    pub const fn heading(section: Section) -> Self {
        match section {
            Section::People => Self::Person,
            Section::Organizations => Self::Organization,
            Section::Places => Self::Place,
            Section::Others => Self::Other,
            Section::Statistics => Self::Statistic,
            Section::Claims => Self::Claim,
        }
    }
}

/// How many colours the terminal has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Depth {
    /// None, or the reader wants none.
    Plain,
    /// The terminal's own sixteen.
    #[default]
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// Red, green and blue.
    True,
}

/// How every role looks.
#[derive(Clone, PartialEq, Debug)]
pub struct Theme {
    /// By [`Role`] as a number.
    styles: [Style; Role::ALL.len()],
}

/// The themes that come with the program, by name.
const BUNDLED: &[(&str, &str)] = &[
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
    ("neutral", include_str!("../../assets/themes/neutral.toml")),
];

/// How a role looks, as a file says it.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
struct Appearance {
    fg: Option<String>,
    bg: Option<String>,
    ansi: Option<String>,
    ansi_bg: Option<String>,
    #[serde(default)]
    style: Vec<String>,
    #[serde(default)]
    plain: Vec<String>,
}

/// Every role in the terminal's own style.
impl Default for Theme {
    fn default() -> Self {
        Self { styles: [Style::new(); Role::ALL.len()] }
    }
}

impl Theme {
    /// The names of the themes that come with the program.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUNDLED.iter().map(|(name, _)| *name)
    }

    /// One of the themes that come with the program, for a terminal with so many colours.
    pub fn bundled(name: &str, depth: Depth) -> Option<Self> {
        let (_, file) = BUNDLED.iter().find(|(known, _)| *known == name)?;
        Self::parse(file, depth).ok()
    }

    /// A theme from its file.
    ///
    /// # Errors
    /// What is wrong with it: TOML, a role that is none, a colour or style that is none.
    pub fn parse(file: &str, depth: Depth) -> Result<Self, String> {
        let all: BTreeMap<Role, Appearance> = toml::from_str(file).map_err(|error| error.to_string())?;
        let mut theme = Self::default();
        for (role, appearance) in all {
            theme.styles[role as usize] = appearance.style(depth).map_err(|fault| format!("{role:?}: {fault}"))?;
        }
        Ok(theme)
    }

    /// How `role` looks.
    pub const fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }
}

impl Appearance {
    fn style(&self, depth: Depth) -> Result<Style, String> {
        let mut style = Style::new().add_modifier(modifiers(&self.style)?);
        let plain = modifiers(&self.plain)?;
        let (fg, bg) = match depth {
            Depth::Plain => return Ok(style.add_modifier(plain)),
            Depth::Sixteen => (named(self.ansi.as_deref())?, named(self.ansi_bg.as_deref())?),
            Depth::Indexed | Depth::True => (colour(self.fg.as_deref(), depth)?, colour(self.bg.as_deref(), depth)?),
        };
        // Where sixteen colours cannot say it, the plain way does.
        if depth == Depth::Sixteen && self.bg.is_some() && bg.is_none() {
            style = style.add_modifier(plain);
        }
        (style.fg, style.bg) = (fg, bg);
        Ok(style)
    }
}

/// The colour that text or background has by itself, in place of the one below.
const DEFAULT: &str = "default";

fn modifiers(names: &[String]) -> Result<Modifier, String> {
    names.iter().try_fold(Modifier::empty(), |all, name| Ok(all | modifier(name)?))
}

fn modifier(name: &str) -> Result<Modifier, String> {
    match name {
        "bold" => Ok(Modifier::BOLD),
        "dim" => Ok(Modifier::DIM),
        "italic" => Ok(Modifier::ITALIC),
        "underlined" => Ok(Modifier::UNDERLINED),
        "reversed" => Ok(Modifier::REVERSED),
        "crossed-out" => Ok(Modifier::CROSSED_OUT),
        _ => Err(format!("\"{name}\" is no style (bold, dim, italic, underlined, reversed, crossed-out)")),
    }
}

/// One of the sixteen colours.
fn named(name: Option<&str>) -> Result<Option<Color>, String> {
    const NAMES: [&str; 16] = [
        "black",
        "red",
        "green",
        "yellow",
        "blue",
        "magenta",
        "cyan",
        "white",
        "bright-black",
        "bright-red",
        "bright-green",
        "bright-yellow",
        "bright-blue",
        "bright-magenta",
        "bright-cyan",
        "bright-white",
    ];
    const COLOURS: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let Some(name) = name else { return Ok(None) };
    if name == DEFAULT {
        return Ok(Some(Color::Reset));
    }
    let at = NAMES.iter().position(|known| *known == name);
    at.map(|at| Some(COLOURS[at])).ok_or_else(|| format!("\"{name}\" is no colour ({})", NAMES.join(", ")))
}

/// A colour given as `#rrggbb`.
fn colour(hex: Option<&str>, depth: Depth) -> Result<Option<Color>, String> {
    let Some(hex) = hex else { return Ok(None) };
    if hex == DEFAULT {
        return Ok(Some(Color::Reset));
    }
    let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii());
    let value = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let value = value.ok_or_else(|| format!("\"{hex}\" is no colour (#rrggbb)"))?;
    let [_, red, green, blue] = value.to_be_bytes();
    Ok(Some(if depth == Depth::True {
        Color::Rgb(red, green, blue)
    } else {
        Color::Indexed(nearest(red, green, blue))
    }))
}

/// The nearest of xterm's colours: 16–231 are a cube of six steps, 232–255 a ramp of greys.
fn nearest(red: u8, green: u8, blue: u8) -> u8 {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let step = |value: u8| (0..6).min_by_key(|&at| STEPS[at].abs_diff(value)).unwrap_or(0);
    let (r, g, b) = (step(red), step(green), step(blue));
    let mean = (u16::from(red) + u16::from(green) + u16::from(blue)) / 3;
    let grey = (mean.saturating_sub(3) / 10).min(23) as u8;
    let shade = 8 + 10 * grey;
    let far = |r: u8, g: u8, b: u8| {
        let square = |one: u8, other: u8| u32::from(one.abs_diff(other)).pow(2);
        square(r, red) + square(g, green) + square(b, blue)
    };
    if far(shade, shade, shade) < far(STEPS[r], STEPS[g], STEPS[b]) {
        232 + grey
    } else {
        16 + (36 * r + 6 * g + b) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_theme_is_sound_at_every_depth_and_names_every_role() {
        for (name, file) in BUNDLED {
            for depth in [Depth::Plain, Depth::Sixteen, Depth::Indexed, Depth::True] {
                assert!(Theme::bundled(name, depth).is_some(), "{name}");
            }
            let all: BTreeMap<Role, Appearance> = toml::from_str(file).expect("sound");
            assert_eq!(all.len(), Role::ALL.len(), "{name}");
        }
    }

    #[test]
    fn without_colours_the_kinds_still_differ() {
        for (name, _) in BUNDLED {
            let theme = Theme::bundled(name, Depth::Plain).expect("bundled");
            let kinds = [Role::Person, Role::Organization, Role::Place, Role::Other, Role::Statistic];
            let styles: Vec<_> = kinds.iter().map(|role| theme.style(*role)).collect();
            for (at, style) in styles.iter().enumerate() {
                assert!(style.fg.is_none() && style.bg.is_none());
                assert!(!styles[at + 1..].contains(style), "{name}: {:?}", kinds[at]);
            }
        }
    }

    #[test]
    fn faults_say_what_and_where() {
        let fault = |file: &str| Theme::parse(file, Depth::True).expect_err("a fault");
        assert_eq!(fault("text = { fg = \"red\" }"), "Text: \"red\" is no colour (#rrggbb)");
        assert!(fault("txt = {}").contains("unknown variant `txt`"));
        assert!(fault("text = { style = [\"fat\"] }").contains("\"fat\" is no style"));
    }

    #[test]
    fn the_nearest_of_256() {
        assert_eq!((nearest(255, 0, 0), nearest(0, 0, 0), nearest(128, 128, 128)), (196, 16, 244));
    }
}
