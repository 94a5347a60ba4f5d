//! A role of a team's own: a named set of checkmarks that its holders follow (A4).

use crate::access::{Holds, RoleKey};
use crate::id::{RoleId, TeamId};
use crate::permission::PermissionSet;
use crate::text::Name;
use crate::time::Timestamp;

/// A role of a team's own. A deleted one stays, and points at the role in its place: who held it is not rewritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// Whose it is.
    pub team: TeamId,
    /// What it is called: no two of a team are called the same.
    pub name: Name,
    /// What it holds; of a deleted one, what the role in its place holds.
    pub set: PermissionSet,
    /// Once it is deleted: the role in its place, which is never a deleted one itself, and when.
    pub replaced: Option<(RoleKey, Timestamp)>,
    /// When it was made.
    pub created_at: Timestamp,
}

impl Role {
    /// Whether it can be given.
    #[must_use]
    pub const fn is_living(&self) -> bool {
        self.replaced.is_none()
    }

    /// What its holders hold.
    #[must_use]
    pub fn holds(&self) -> Holds {
        self.replaced.map_or(RoleKey::Own(self.id), |(role, _)| role).holds(self.set)
    }
}
