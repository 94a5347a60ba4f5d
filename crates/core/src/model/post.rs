//! A post: the work itself, with the stage that it has reached.

use crate::id::{PersonId, PostId, ProjectId, TeamId};
use crate::text::{Body, Title};
use crate::time::Timestamp;

/// How far a post has come (T5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Being written.
    Draft,
    /// Waits for approval.
    InReview,
    /// Approved.
    Approved,
    /// Confirmed for its time by somebody who may publish.
    Scheduled,
    /// Public.
    Published,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: &'static [Self] =
        &[Self::Draft, Self::InReview, Self::Approved, Self::Scheduled, Self::Published];

    /// The name that the API and the database use.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InReview => "in_review",
            Self::Approved => "approved",
            Self::Scheduled => "scheduled",
            Self::Published => "published",
        }
    }

    /// The stage with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|stage| stage.id() == id)
    }
}

/// A post of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Its id.
    pub id: PostId,
    /// Of which team.
    pub team: TeamId,
    /// Of which project.
    pub project: ProjectId,
    /// Who wrote it.
    pub author: PersonId,
    /// Its title.
    pub title: Title,
    /// Its text.
    pub body: Body,
    /// How far it has come.
    pub stage: Stage,
    /// When it should go out. Setting it publishes nothing (A5).
    pub planned_at: Option<Timestamp>,
    /// Who approved it, while it is approved or further.
    pub approved_by: Option<PersonId>,
    /// Who published it, and when.
    pub published: Option<(PersonId, Timestamp)>,
    /// Grows with every write to it.
    pub version: u64,
    /// When it was last written to.
    pub changed_at: Timestamp,
}
