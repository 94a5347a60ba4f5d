//! An invitation: to one address, perhaps with several places, each with who gives it (I2).

use crate::access::{Grant, Place};
use crate::change::History;
use crate::email::Address;
use crate::id::{InvitationId, PersonId, TeamId};
use crate::time::Timestamp;

/// Who gives a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sender {
    /// The owner of the time: it is the team's own, and survives a transfer.
    Team(PersonId),
    /// A member, who must still be able to give it when it is redeemed.
    Member(PersonId),
}

impl Sender {
    /// Who it was, to be named and told.
    #[must_use]
    pub const fn person(self) -> PersonId {
        match self {
            Self::Team(person) | Self::Member(person) => person,
        }
    }
}

/// One place that an invitation gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvitedPlace {
    /// Where.
    pub place: Place,
    /// What.
    pub grant: Grant,
    /// By whom.
    pub sender: Sender,
    /// The sender lost what they give here: it opens no more until somebody adopts it ("Needs a new sender").
    pub orphaned: bool,
}

/// How far an invitation has come. Expiry is a comparison with `expires_at`, not a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationState {
    /// Waits for the person, or is expired.
    Pending,
    /// Redeemed, or closed because it would have given nothing.
    Accepted {
        /// By whom.
        by: PersonId,
        /// When.
        at: Timestamp,
    },
    /// Refused by the person.
    Declined {
        /// When.
        at: Timestamp,
    },
    /// Taken back by the team.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

/// An invitation. One is pending for an address and team at most (invariant 4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// Into which team.
    pub team: TeamId,
    /// To whom.
    pub address: Address,
    /// Whom it invites, if by who they are: the team then reads their name, and not the address.
    pub colleague: Option<PersonId>,
    /// How far it has come.
    pub state: InvitationState,
    /// What it gives. Never empty, and in the order of the places, so that one answer is the same everywhere.
    pub places: Vec<InvitedPlace>,
    /// Whether it reserves a seat, as counted in [`crate::model::Seats::reserved`].
    pub seat: bool,
    /// Which mail is the valid one: resending raises it, and older tokens die.
    pub counter: u32,
    /// Who sent the valid mail.
    pub sent_by: PersonId,
    /// When its valid mail goes out; later than now while the mail waits, since the address had enough of them.
    pub sent_at: Timestamp,
    /// From this instant on it cannot be accepted.
    pub expires_at: Timestamp,
    /// When the invitee last asked for a new one.
    pub asked_at: Option<Timestamp>,
}

impl Invitation {
    /// Whether it waits for the person, expired or not.
    #[must_use]
    pub const fn is_pending(&self) -> bool {
        match self.state {
            InvitationState::Pending => true,
            InvitationState::Accepted { .. }
            | InvitationState::Declined { .. }
            | InvitationState::Withdrawn { .. } => false,
        }
    }

    /// Says in a line of history for whom it is, as the team may read it.
    pub fn name_in(&self, line: &mut History) {
        match self.colleague {
            Some(person) => line.person = Some(person),
            None => line.address = Some(self.address.clone()),
        }
    }

    /// Whether its time is over.
    #[must_use]
    pub fn has_expired(&self, now: Timestamp) -> bool {
        self.expires_at <= now
    }

    /// Whether some place of it lost its sender.
    #[must_use]
    pub fn needs_sender(&self) -> bool {
        self.places.iter().any(|place| place.orphaned)
    }
}
