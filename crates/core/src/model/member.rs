//! A member: a person in a team. Ended, never deleted, so that removal and undo are one row and access hangs on it.

use crate::access::Access;
use crate::id::{PersonId, TeamId};
use crate::time::Timestamp;

/// Whether a membership holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberState {
    /// In the team.
    Active,
    /// Left by themselves.
    Left {
        /// When.
        at: Timestamp,
    },
    /// Removed by somebody. Their access is kept as it was, for "Restore".
    Removed {
        /// When.
        at: Timestamp,
        /// By whom.
        by: PersonId,
    },
}

/// A person in a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// In which team.
    pub team: TeamId,
    /// Who.
    pub person: PersonId,
    /// Whether it holds.
    pub state: MemberState,
    /// What they hold; of an ended membership, what they held. The owner's is empty.
    pub access: Access,
    /// Whether they take an editor seat, as counted in [`crate::model::Seats::taken`].
    pub seat: bool,
    /// The earliest end date among their grants that no sweep has committed yet: the sweep's work list.
    pub next_end: Option<Timestamp>,
    /// Whether the team's links are closed to them, since a removal.
    pub barred: bool,
    /// The team's version at the last change of state or access. Content writes guard it.
    pub stamp: u64,
    /// When they last came in.
    pub joined_at: Timestamp,
    /// Whether their account is deleted: they hold nothing any more, and the sweep ends the membership.
    pub gone: bool,
}

impl Member {
    /// Whether they are in the team.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        match self.state {
            MemberState::Active => true,
            MemberState::Left { .. } | MemberState::Removed { .. } => false,
        }
    }
}
