//! What hangs on a role of the team's own, as whoever may change it is shown before they do.

use crate::access::{Holds, RoleKey};
use crate::facts::Facts;
use crate::id::RoleId;
use crate::limits::ROLE_HOLDERS;
use crate::model::{Invitation, LinkState};
use crate::permission::PermissionSet;
use crate::seats::{sets_take_seat, takes_seat};
use crate::time::Timestamp;

/// What hangs on a role, of what was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleUse {
    /// Pending invitations that give it.
    pub invitations: usize,
    /// Whether an invite link gives it and is on.
    pub linked: bool,
    /// Members who take a seat by it, or would if it took one: by nothing else of theirs.
    pub member_seats: usize,
    /// Pending invitations, in the same way.
    pub invitation_seats: usize,
    /// Whether there is more than a change that moves seats may move.
    pub many: bool,
}

/// What hangs on the role, of the facts that its change needs.
#[must_use]
pub fn role_use(facts: &Facts, role: RoleId, now: Timestamp) -> RoleUse {
    let without = Holds::Custom(PermissionSet::EMPTY);
    let holders = || facts.members.values().filter(|member| member.access.follows(role));
    let own = Some(RoleKey::Own(role));
    let gives = |one: &&Invitation| {
        one.is_pending() && one.places.iter().any(|place| place.grant.holds.role() == own)
    };
    let invitations = || facts.invitations.values().filter(gives);
    let live = |one: &&Invitation| {
        let others = one.places.iter().map(|place| place.grant.holds.following(role, without).set());
        !one.has_expired(now) && !sets_take_seat(others)
    };
    let by_it_alone = |access: &crate::access::Access| {
        let lasts = access.grants().any(|(_, grant)| grant.holds.role() == own && !grant.has_ended(now));
        lasts && !takes_seat(&access.clone().following(role, without), now)
    };
    RoleUse {
        invitations: invitations().count(),
        linked: facts.links.values().any(|link| link.role.role() == own && link.state == LinkState::On),
        member_seats: holders().filter(|one| one.is_active() && by_it_alone(&one.access)).count(),
        invitation_seats: invitations().filter(live).count(),
        many: holders().count() > ROLE_HOLDERS || invitations().count() > ROLE_HOLDERS,
    }
}
