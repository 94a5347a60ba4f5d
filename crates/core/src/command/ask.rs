//! Commands about asking for access (S3).

use crate::access::Place;
use crate::generated::catalogue::Permission;
use crate::id::AskId;

/// What is done about an ask of a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskCommand {
    /// Ask those who can give it for a checkmark that is missing.
    Send {
        /// The id of a new ask.
        ask: AskId,
        /// What is missing.
        permission: Permission,
        /// Where.
        place: Place,
    },
    /// Give just that.
    Grant {
        /// Which ask.
        ask: AskId,
        /// The owner confirmed the price of this cap.
        raise_cap: Option<u32>,
    },
    /// "Not now".
    Decline {
        /// Which ask.
        ask: AskId,
    },
}
