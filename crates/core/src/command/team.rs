//! What its owner does with a whole team.

use crate::text::Name;

/// A command on the team itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TeamCommand {
    /// Delete it, with all that is in it.
    Delete {
        /// The team's name, as the owner typed it to confirm.
        confirmed: Name,
    },
}
