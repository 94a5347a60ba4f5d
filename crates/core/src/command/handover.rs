//! Commands about handing one project over to another team (A8).

use crate::email::Address;
use crate::id::{HandoverId, ProjectId, TeamId};

/// How the recipient came to an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By the link in its mail.
    Mail,
    /// From the list after sign-in.
    List,
}

/// What is done about handing over a project of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandoverCommand {
    /// Offer it to an address.
    Offer {
        /// The id of a new offer.
        handover: HandoverId,
        /// Which project.
        project: ProjectId,
        /// To whom.
        address: Address,
    },
    /// Mail it again, for another full time.
    Resend {
        /// Which offer.
        handover: HandoverId,
    },
    /// Take the offer back.
    Withdraw {
        /// Which offer.
        handover: HandoverId,
    },
    /// Refuse it.
    Decline {
        /// Which offer.
        handover: HandoverId,
        /// How the recipient came to it.
        way: Way,
    },
    /// Take the project into a team of one's own.
    Accept {
        /// Which offer.
        handover: HandoverId,
        /// How the recipient came to it.
        way: Way,
        /// Into which team.
        into: TeamId,
    },
}
