//! The offer of one project to an address (A8): whoever has that address takes it into a team of theirs, or does not.

use crate::email::Address;
use crate::id::{HandoverId, PersonId, ProjectId, TeamId};
use crate::time::Timestamp;

/// How far an offer has come. That it is too old is a comparison with `expires_at`, not a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandoverState {
    /// Waits for its recipient, or is expired.
    Open,
    /// The project was taken.
    Accepted {
        /// By whom.
        by: PersonId,
        /// When.
        at: Timestamp,
    },
    /// Refused by the recipient.
    Declined {
        /// When.
        at: Timestamp,
    },
    /// Taken back.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

/// An offer. One is open for a project at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Its id.
    pub id: HandoverId,
    /// Which team offers.
    pub team: TeamId,
    /// Which project.
    pub project: ProjectId,
    /// To whom.
    pub address: Address,
    /// How far it has come.
    pub state: HandoverState,
    /// The owner who offered: once they own the team no more, it opens no more.
    pub sent_by: PersonId,
    /// When.
    pub sent_at: Timestamp,
    /// Until when it can be accepted.
    pub expires_at: Timestamp,
}

impl Handover {
    /// The same, answered or taken back. A mail that waits never goes out then: the next offer is the later one.
    #[must_use]
    pub fn closed(&self, state: HandoverState, now: Timestamp) -> Self {
        Self { state, sent_at: self.sent_at.min(now), ..self.clone() }
    }

    /// Whether nobody has answered it or taken it back.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        match self.state {
            HandoverState::Open => true,
            HandoverState::Accepted { .. }
            | HandoverState::Declined { .. }
            | HandoverState::Withdrawn { .. } => false,
        }
    }

    /// Whether its time is over.
    #[must_use]
    pub fn has_expired(&self, now: Timestamp) -> bool {
        now >= self.expires_at
    }
}

/// What hangs on a project, in numbers: what moves with it, and what ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// Which project.
    pub project: ProjectId,
    /// Members with access of its own there; counted up to one more than a hand-over can move, as all of these.
    pub people: u32,
    /// Pending invitations to it.
    pub invitations: u32,
    /// Its posts.
    pub posts: u32,
    /// Its images: those on their way and those deleted of late included.
    pub images: u32,
    /// The bytes of their files, thumbnails included.
    pub image_bytes: u64,
}

/// A project that goes from one team to another: all that hangs on it follows, or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Which project.
    pub project: ProjectId,
    /// Out of which team.
    pub from: TeamId,
    /// Into which team.
    pub into: TeamId,
    /// When.
    pub at: Timestamp,
}
