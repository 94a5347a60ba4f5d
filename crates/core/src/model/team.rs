//! A team: an account with an owner, a plan, members and projects.

use crate::generated::catalogue::Plan;
use crate::id::{PersonId, ProjectId, TeamId};
use crate::model::JoinMode;
use crate::text::Name;
use crate::time::Timestamp;

/// How many editor seats are in use. Counters equal what counting would give (invariant 3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    /// By members.
    pub taken: u32,
    /// By pending invitations.
    pub reserved: u32,
}

/// A team. It has exactly one owner by its shape (invariant 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Its name.
    pub name: Name,
    /// Who owns it and its plan. The owner is an active member who holds no grant and takes no seat.
    pub owner: PersonId,
    /// What becomes of the accounts of those who accept from now on.
    pub join_mode: JoinMode,
    /// The plan.
    pub plan: Plan,
    /// How many paid seats the owner allows.
    pub cap: u32,
    /// Seats in use.
    pub seats: Seats,
    /// Active members, the owner included.
    pub members: u32,
    /// Projects, archived ones included.
    pub projects: u32,
    /// Images that have a row, and so room for their files: those on their way and those deleted of late included.
    pub images: u32,
    /// The bytes of their files, thumbnails included.
    pub image_bytes: u64,
    /// Grows with every command on the team.
    pub version: u64,
    /// The version of the last change to anybody's access.
    pub epoch: u64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When its owner deleted it. From then on it is there for nobody: what was read never holds such a team.
    pub deleted_at: Option<Timestamp>,
}

impl Team {
    /// How many seats may be taken and reserved together; `None`: any number.
    #[must_use]
    pub fn seat_limit(&self) -> Option<u32> {
        self.plan.seat_limit(self.cap)
    }
}

/// A project of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Its id.
    pub id: ProjectId,
    /// Whose it is.
    pub team: TeamId,
    /// Its name.
    pub name: Name,
    /// When it was put away; its posts can be read and not changed.
    pub archived_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
}
