//! Inviting beyond one address: many at once, colleagues by who they are, and changing what waits (I5, I7).

use crate::access::{Grant, Place};
use crate::email::{Address, AddressError};
use crate::id::{InvitationId, PersonId};

use super::Edit;

/// Whom a row invites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// An address.
    Address(Address),
    /// A colleague, whose address the asker does not learn.
    Person(PersonId),
    /// What was typed is no address, and why: its row is refused, the others go on.
    Unreadable(AddressError),
}

/// One row of many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteRow {
    /// The id of a new invitation.
    pub invitation: InvitationId,
    /// Whom.
    pub whom: Whom,
    /// What it gives.
    pub places: Vec<(Place, Grant)>,
}

/// What is done about invitations beside sending a single one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inviting {
    /// Invite up to [`crate::limits::ROWS_PER_COMMAND`], each row with an answer of its own.
    Many {
        /// Whom, and to what.
        rows: Vec<InviteRow>,
        /// The owner confirmed the price of this cap.
        raise_cap: Option<u32>,
    },
    /// Change what a pending invitation gives, with no new mail.
    Edit {
        /// Which one.
        invitation: InvitationId,
        /// The edits, each place once.
        edits: Vec<Edit>,
        /// The owner confirmed the price of this cap.
        raise_cap: Option<u32>,
    },
}
