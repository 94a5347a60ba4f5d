//! What somebody is doing in a room, as their page says it: facts, from which others' pages make a sentence.

use crate::id::{PersonId, PostId};

/// How far down a page is scrolled, at its end.
pub const SCROLL_END: u16 = 1_000;

/// Reading, writing, or looking elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Act {
    /// The page is in view.
    #[default]
    Reading,
    /// They are writing in a part of a post.
    Editing,
    /// The page is open, and another is in view.
    Away,
}

/// A part of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its title.
    Title,
    /// Its text.
    Text,
}

/// What somebody is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Doing {
    /// Reading, writing or away.
    pub act: Act,
    /// In which post; none: with the project as a whole.
    pub post: Option<PostId>,
    /// In which part of it.
    pub part: Option<Part>,
    /// Whom they follow (T3).
    pub following: Option<PersonId>,
    /// How far down they are: 0 is the top, [`SCROLL_END`] the end.
    pub scroll: u16,
}

impl Act {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Reading, Self::Editing, Self::Away];

    /// Its name in the contract.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Editing => "editing",
            Self::Away => "away",
        }
    }
}

impl Part {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Title, Self::Text];

    /// Its name in the contract.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Text => "text",
        }
    }
}

impl Doing {
    /// Whether it differs in more than in how far down somebody is: then everybody is told, else their followers.
    #[must_use]
    pub fn is_other_than(self, before: Self) -> bool {
        Self { scroll: 0, ..self } != Self { scroll: 0, ..before }
    }
}
