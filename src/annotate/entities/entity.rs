//! What an entity is: a thing with its names and roles, and the mentions that point to it.

use crate::annotate::EntityKind;
use crate::text::TextRange;

/// The place of an entity in [`Annotations::entities`](crate::annotate::Annotations::entities).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EntityId(pub u32);

/// A person, organization, place or other thing that the article names.
#[derive(Clone, PartialEq, Debug)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest good name.
    pub name: String,
    /// The other names the text gives it, each once, in order of appearance.
    pub aliases: Vec<String>,
    /// What the text says it is: "CEO of OpenAI".
    pub roles: Vec<Role>,
}

/// What somebody or something is, in the text's own words.
#[derive(Clone, PartialEq, Debug)]
pub struct Role {
    /// The words, folded to one line: "CEO of OpenAI".
    pub text: String,
    /// Where the text says so, in bytes.
    pub range: TextRange,
    /// The organization or place that the role is in, where it is an entity.
    pub of: Option<EntityId>,
}

/// A place in the text that names an entity or refers to it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Mention {
    /// Which entity.
    pub entity: EntityId,
    /// In which way.
    pub how: How,
    /// How sure, 0 to 1.
    pub score: f32,
}

/// In which way a mention points to its entity.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum How {
    /// By its name.
    Name,
    /// By a shorter or another name.
    Alias,
    /// By initials.
    Acronym,
    /// By what it is: "the company".
    Role,
    /// By a pronoun.
    Pronoun,
    /// The reader said so.
    User,
}

impl How {
    /// The name of the way in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Alias => "alias",
            Self::Acronym => "acronym",
            Self::Role => "role",
            Self::Pronoun => "pronoun",
            Self::User => "user",
        }
    }

    /// Whether it is a name of the thing, not a reference such as "he" or "the company".
    pub const fn is_name(self) -> bool {
        !matches!(self, Self::Role | Self::Pronoun)
    }
}
