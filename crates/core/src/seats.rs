//! Who takes an editor seat, and whether one is free (features P1 and P3).

use crate::access::Access;
use crate::permission::PermissionSet;
use crate::time::Timestamp;

/// Whether a member with this access takes a seat: some grant of theirs that has not ended holds a checkmark
/// that takes one. The owner takes none.
#[must_use]
pub fn takes_seat(access: &Access, now: Timestamp) -> bool {
    access.grants().any(|(_, grant)| !grant.has_ended(now) && grant.holds.set().takes_seat())
}

/// The same for what an invitation would give.
#[must_use]
pub fn sets_take_seat(mut sets: impl Iterator<Item = PermissionSet>) -> bool {
    sets.any(PermissionSet::takes_seat)
}
