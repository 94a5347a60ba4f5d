//! The giving rule (invariant 2): nobody gives what they do not hold, in permission, scope and time, neither when
//! it is sent nor when it is redeemed; and what is given makes sense.

use crate::access::{Grant, Holds, Place, Standing};
use crate::denial::Denial;
use crate::facts::Facts;
use crate::generated::catalogue::Permission;
use crate::id::TeamId;
use crate::limits::{FURTHEST_END_MILLIS, PLACES_PER_COMMAND};
use crate::model::Sender;
use crate::permission::{PermissionSet, Scope};
use crate::table::Table;
use crate::time::Timestamp;

use super::common::Asking;

/// A list of places: not empty, not too long, each once.
pub fn check_places(places: impl Iterator<Item = Place> + Clone) -> Result<(), Denial> {
    let count = places.clone().count();
    let different: Table<Place, ()> = places.map(|place| (place, ())).collect();
    if count == 0 || count > PLACES_PER_COMMAND || different.len() != count {
        return Err(Denial::BadPlaces);
    }
    Ok(())
}

/// A grant that makes sense at a place, whoever gives it.
pub fn check_grant(place: Place, grant: Grant, now: Timestamp) -> Result<(), Denial> {
    check_end(grant.until, now)?;
    match grant.holds {
        Holds::Role(_) | Holds::Own(..) => Ok(()),
        Holds::Custom(set) => check_set(place, set),
    }
}

/// An end is to come, and not too far away.
pub fn check_end(until: Option<Timestamp>, now: Timestamp) -> Result<(), Denial> {
    match until {
        Some(end) if end <= now || end > now.plus(FURTHEST_END_MILLIS) => Err(Denial::BadEnd),
        Some(_) | None => Ok(()),
    }
}

/// A set that makes sense at a place.
pub fn check_set(place: Place, set: PermissionSet) -> Result<(), Denial> {
    let lacks_need = |p: &Permission| p.needs().is_some_and(|needed| !set.has(needed));
    if let Some(permission) = set.known().find(lacks_need) {
        return Err(Denial::NotClosed { permission });
    }
    let team_only = set.known().find(|p| p.scope() == Scope::Team);
    match (place, team_only) {
        (Place::Project(_), Some(permission)) => Err(Denial::TeamOnly { permission }),
        (Place::Project(_), None) | (Place::Team, _) => Ok(()),
    }
}

/// Somebody who gives access: what they are in the team, and when they ask.
#[derive(Clone, Copy)]
pub struct Giver<'a> {
    pub standing: Standing<'a>,
    pub now: Timestamp,
}

impl Giver<'_> {
    /// They hold the checkmark at the place. Where nothing exists for them, nothing is missing either.
    pub fn require(&self, permission: Permission, place: Place) -> Result<(), Denial> {
        if self.standing.can(permission, place, self.now) {
            return Ok(());
        }
        if self.standing.sees(place, self.now) {
            Err(Denial::Missing { permission, place })
        } else {
            Err(Denial::NotFound)
        }
    }

    /// They hold all of `set` at the place, for at least as long.
    pub fn check_held(
        &self,
        place: Place,
        set: PermissionSet,
        until: Option<Timestamp>,
    ) -> Result<(), Denial> {
        let holds = |set| self.standing.holds_for(set, until, place, self.now);
        if holds(set) {
            return Ok(());
        }
        let lacking = set.known().find(|p| !holds(std::iter::once(*p).collect()));
        Err(Denial::NotHeld { permission: lacking.unwrap_or(Permission::TeamAccess), place })
    }
}

/// Whether somebody may invite to a place with a grant.
pub fn may_invite(standing: Standing<'_>, place: Place, grant: Grant, now: Timestamp) -> bool {
    standing.can(Permission::TeamInvite, place, now)
        && standing.holds_for(grant.live(now), grant.until, place, now)
}

/// The asker may invite to a place with a grant.
pub fn check_may_invite(asking: &Asking<'_>, place: Place, grant: Grant) -> Result<(), Denial> {
    asking.require(Permission::TeamInvite, place)?;
    asking.giver().check_held(place, grant.live(asking.now), grant.until)
}

/// Whether the sender can still give what they sent. What the owner sent is the team's own, and a member's who has
/// become the owner since is good too, even while their account is merged elsewhere.
pub fn sender_gives(
    facts: &Facts,
    team: TeamId,
    sender: Sender,
    place: Place,
    grant: Grant,
    now: Timestamp,
) -> bool {
    match sender {
        Sender::Team(_) => true,
        Sender::Member(person) => {
            facts.teams.get(&team).is_some_and(|team| team.owner == person)
                || may_invite(facts.standing(team, person, now), place, grant, now)
        }
    }
}

/// As whom the asker gives.
pub const fn sender_of(asking: &Asking<'_>) -> Sender {
    if asking.is_owner() { Sender::Team(asking.person.id) } else { Sender::Member(asking.person.id) }
}

/// Whether a new grant gives at least all that an old one gives at a place now, and for at least as long (accepting
/// never lowers). What only the team can give counts at the team.
pub fn covers(place: Place, new: Grant, old: Option<Grant>, now: Timestamp) -> bool {
    old.is_none_or(|old| {
        let held = match place {
            Place::Team => old.live(now),
            Place::Project(_) => old.live(now).minus(PermissionSet::team_only()),
        };
        held.is_empty() || (new.live(now).covers(held) && new.lasts(old.until))
    })
}

/// Whether two grants give the same now, until the same instant.
pub fn same(a: Option<Grant>, b: Option<Grant>, now: Timestamp) -> bool {
    let live = |grant: Option<Grant>| grant.map_or(PermissionSet::EMPTY, |g| g.live(now));
    let end = |grant: Option<Grant>| grant.and_then(|g| g.until);
    live(a) == live(b) && (live(a).is_empty() || end(a) == end(b))
}
