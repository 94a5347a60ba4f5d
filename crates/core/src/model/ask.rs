//! Asking for access (S3): a member asks for one checkmark at one place, and who can give it answers.

use crate::access::Place;
use crate::generated::catalogue::Permission;
use crate::id::{AskId, PersonId, TeamId};
use crate::limits::ASK_MILLIS;
use crate::time::Timestamp;

/// How far an ask has come. That it is too old is a comparison with `asked_at`, not a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskState {
    /// Waits for an answer.
    Open,
    /// It was given.
    Granted {
        /// By whom.
        by: PersonId,
        /// When.
        at: Timestamp,
    },
    /// "Not now".
    Declined {
        /// By whom.
        by: PersonId,
        /// When.
        at: Timestamp,
    },
    /// It closed by itself: the person has it otherwise, left, or does not see the place any more.
    Closed {
        /// When.
        at: Timestamp,
    },
}

/// An ask. One is open for a person, place and checkmark at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Its id.
    pub id: AskId,
    /// In which team.
    pub team: TeamId,
    /// Who asks.
    pub person: PersonId,
    /// Where they would hold it; of a checkmark that only the team can give: the team.
    pub place: Place,
    /// What is missing.
    pub permission: Permission,
    /// How far it has come.
    pub state: AskState,
    /// When it was asked last.
    pub asked_at: Timestamp,
}

impl Ask {
    /// Whether nobody has answered it and it has not closed.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        match self.state {
            AskState::Open => true,
            AskState::Granted { .. } | AskState::Declined { .. } | AskState::Closed { .. } => false,
        }
    }

    /// Whether it can still be answered: it is open, and not too old.
    #[must_use]
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.is_open() && now.since(self.asked_at) < ASK_MILLIS
    }
}
