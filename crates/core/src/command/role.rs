//! What people ask of the roles of a team's own (A4).

use crate::access::RoleKey;
use crate::id::RoleId;
use crate::permission::PermissionSet;
use crate::text::Name;

/// A command on a role of the team's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoleCommand {
    /// Make a role.
    Make {
        /// The new role's id.
        role: RoleId,
        /// What it is called.
        name: Name,
        /// What it holds.
        set: PermissionSet,
    },
    /// Change its name, its checkmarks, or both. Whoever holds it follows at once.
    Change {
        /// Which role.
        role: RoleId,
        /// The new name; `None`: as it is.
        name: Option<Name>,
        /// The new checkmarks; `None`: as they are.
        set: Option<PermissionSet>,
        /// The owner confirmed the price of this cap.
        raise_cap: Option<u32>,
    },
    /// Delete it: its members, invitations and links get another role.
    Delete {
        /// Which role.
        role: RoleId,
        /// The role in its place.
        replacement: RoleKey,
        /// The owner confirmed the price of this cap.
        raise_cap: Option<u32>,
    },
}
