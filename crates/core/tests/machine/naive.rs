//! The rules once more, as simple and slow as can be: who holds what, until when, and how many there are. Nothing
//! here calls the functions that it checks: only rows, the catalogue's table and comparisons.

use std::collections::BTreeMap;

use roster_core::access::{Grant, Holds, Place};
use roster_core::id::{PersonId, ProjectId, TeamId};
use roster_core::model::{Invitation, InvitationState, Member, MemberState};
use roster_core::permission::Scope;
use roster_core::{Permission, Timestamp};

use super::world::World;

/// Until when something is held: for ever, or until an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Until {
    /// Up to this instant.
    At(Timestamp),
    /// With no end.
    Ever,
}

/// Each checkmark that is held, and until when.
pub type Held = BTreeMap<Permission, Until>;

fn until(grant: &Grant) -> Until {
    grant.until.map_or(Until::Ever, Until::At)
}

fn bits(grant: &Grant) -> u64 {
    match grant.holds {
        Holds::Role(role) => role.set().bits(),
        Holds::Own(_, set) | Holds::Custom(set) => set.bits(),
    }
}

/// Whether a grant names this checkmark, ended or not.
pub fn names(grant: &Grant, permission: Permission) -> bool {
    bits(grant) & (1_u64 << permission.bit()) != 0
}

/// Whether a grant's end has not come.
pub fn unended(grant: &Grant, now: Timestamp) -> bool {
    match grant.until {
        None => true,
        Some(end) => now < end,
    }
}

/// Whether somebody is in the team.
pub fn is_in(world: &World, team: TeamId, person: PersonId) -> bool {
    world.rows.members.get(&(team, person)).is_some_and(active)
}

/// Whether a membership holds.
pub fn active(member: &Member) -> bool {
    member.state == MemberState::Active
}

/// Whether somebody owns the team.
pub fn owns(world: &World, team: TeamId, person: PersonId) -> bool {
    world.rows.teams.get(&team).is_some_and(|team| team.owner == person)
}

/// Whether the team is out of its owner's reach: their account belongs to another one by now.
pub fn parked(world: &World, team: TeamId, person: PersonId, now: Timestamp) -> bool {
    owns(world, team, person) && merged(world, person, now).is_some_and(|into| into != team)
}

/// The team to which somebody's account belongs.
pub fn merged(world: &World, person: PersonId, now: Timestamp) -> Option<TeamId> {
    let merge = world.rows.people.get(&person)?.merge?;
    let over = merge.until.is_some_and(|end| end <= now);
    (!over).then_some(merge.into)
}

/// Until when a member holds anything at all; none: they hold nothing.
pub fn until_when(member: &Member, now: Timestamp) -> Option<Until> {
    let grants = member.access.projects.values().chain(member.access.team.as_ref());
    grants.filter(|grant| unended(grant, now) && bits(grant) != 0).map(until).max()
}

/// All that somebody holds at a place.
pub fn held(world: &World, team: TeamId, person: PersonId, place: Place, now: Timestamp) -> Held {
    let mut held = Held::new();
    if !is_in(world, team, person) {
        return held;
    }
    for permission in Permission::ALL.iter().copied() {
        if owns(world, team, person) {
            held.insert(permission, Until::Ever);
            continue;
        }
        let access = &world.rows.members[&(team, person)].access;
        let own = match place {
            Place::Team => None,
            Place::Project(project) => access.projects.get(&project),
        };
        let decides = match permission.scope() {
            Scope::Team => access.team.as_ref(),
            Scope::Project => own.or(access.team.as_ref()),
        };
        if let Some(grant) = decides
            && unended(grant, now)
            && names(grant, permission)
        {
            held.insert(permission, until(grant));
        }
    }
    held
}

/// Whether somebody holds one checkmark at a place.
pub fn holds(
    world: &World,
    team: TeamId,
    person: PersonId,
    place: Place,
    permission: Permission,
    now: Timestamp,
) -> bool {
    held(world, team, person, place, now).contains_key(&permission)
}

/// The team and all its projects.
pub fn places(world: &World, team: TeamId) -> Vec<Place> {
    let ours = world.rows.projects.values().filter(|project| project.team == team);
    std::iter::once(Place::Team).chain(ours.map(|project| Place::Project(project.id))).collect()
}

/// Whether the project is there for somebody: they hold anything at all in it.
pub fn sees_project(
    world: &World,
    team: TeamId,
    person: PersonId,
    project: ProjectId,
    now: Timestamp,
) -> bool {
    if owns(world, team, person) {
        return true;
    }
    // Unknown bits count too: something is held, even if this build has no name for it.
    world.rows.members.get(&(team, person)).is_some_and(|member| {
        let decides = member.access.projects.get(&project).or(member.access.team.as_ref());
        active(member) && decides.is_some_and(|grant| unended(grant, now) && bits(grant) != 0)
    })
}

/// Whether some unended access of a member takes a seat.
pub fn needs_seat(member: &Member, now: Timestamp) -> bool {
    let mut grants: Vec<Grant> = member.access.projects.values().copied().collect();
    grants.extend(member.access.team);
    grants.iter().any(|grant| unended(grant, now) && takes_seat(grant))
}

/// Whether a grant names a checkmark that takes a seat.
pub fn takes_seat(grant: &Grant) -> bool {
    Permission::ALL.iter().any(|permission| permission.takes_seat() && names(grant, *permission))
}

/// Whether an invitation waits.
pub fn pending(invitation: &Invitation) -> bool {
    invitation.state == InvitationState::Pending
}
