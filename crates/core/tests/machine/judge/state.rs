//! What must hold of the rows at any time.

use std::collections::{BTreeMap, BTreeSet};

use roster_core::access::{Grant, Holds, Place};
use roster_core::command::Step;
use roster_core::email::Address;
use roster_core::id::{PersonId, PostId, ProjectId, TeamId};
use roster_core::model::{
    Digest, Invitation, InvitationState, LinkState, Member, MemberState, Sender, Stage,
};
use roster_core::permission::{Group, Scope};
use roster_core::{Answer, Asker, Command, Denial, Lane, Permission, Timestamp};

use super::super::handover;
use super::super::images;
use super::super::naive::{self, Held, Until};
use super::super::tell;
use super::super::world::World;

use super::check;

/// What must hold of the rows at any time: invariants 1, 3, 4, and the counters.
pub fn state(world: &World, now: Timestamp) -> Vec<String> {
    let mut wrong = Vec::new();
    for team in world.rows.teams.keys() {
        state_of_team(world, *team, now, &mut wrong);
    }
    for person in world.rows.people.values() {
        if let Some(into) = naive::merged(world, person.id, now) {
            let member = world.rows.members.get(&(into, person.id)).filter(|member| naive::active(member));
            let held = member.and_then(|member| naive::until_when(member, now));
            let said = person.merge.and_then(|merge| merge.until).map_or(Until::Ever, Until::At);
            check(&mut wrong, held == Some(said), || {
                let name = tell::person(world, person.id);
                format!("9: {name} is merged until {said:?}, and holds something there until {held:?}")
            });
        }
    }
    let mut addresses = BTreeSet::new();
    for person in world.rows.people.values() {
        let name = tell::person(world, person.id);
        check(&mut wrong, addresses.insert(&person.address), || format!("two accounts for {name}"));
        let owned = world.rows.teams.values().filter(|team| team.owner == person.id).count();
        check(&mut wrong, owned == person.owns as usize, || {
            format!("{name} owns {owned} teams, and the counter says {}", person.owns)
        });
    }
    wrong
}

fn state_of_team(world: &World, id: TeamId, now: Timestamp, wrong: &mut Vec<String>) {
    let team = &world.rows.teams[&id];
    let members: Vec<&Member> = world.rows.members.values().filter(|m| m.team == id).collect();
    let in_it: Vec<&&Member> = members.iter().filter(|m| naive::active(m)).collect();
    let owner = in_it.iter().find(|m| m.person == team.owner);
    check(wrong, owner.is_some(), || format!("1: team {} has no owner among its members", id.0));
    check(wrong, owner.is_none_or(|o| o.access == Default::default() && !o.seat), || {
        format!("1: the owner of {} holds a grant or a seat", id.0)
    });
    check(wrong, in_it.len() == team.members as usize, || {
        format!("3: {} members, counted {}", team.members, in_it.len())
    });
    let projects = world.rows.projects.values().filter(|p| p.team == id).count();
    check(wrong, projects == team.projects as usize, || {
        format!("{} projects, counted {projects}", team.projects)
    });
    for member in &members {
        state_of_member(world, member, team.owner, team.version, now, wrong);
    }
    let open = world.rows.asks.values().filter(|ask| ask.team == id && ask.is_open());
    let mut asked = BTreeSet::new();
    for ask in open {
        let once = asked.insert((ask.person, ask.place, ask.permission));
        check(wrong, once, || format!("two open asks of {}", tell::person(world, ask.person)));
        let holds = naive::holds(world, id, ask.person, ask.place, ask.permission, now);
        let is_in = naive::is_in(world, id, ask.person);
        check(wrong, is_in && !holds, || {
            format!("an open ask of {}, who has it or is gone", tell::person(world, ask.person))
        });
    }
    wrong.extend(images::counters(world, id));
    wrong.extend(handover::state(world, id));
    state_of_seats(world, id, &members, wrong);
    state_of_invitations(world, id, now, wrong);
    for link in world.rows.links.values().filter(|link| link.team == id) {
        let team_mark =
            Permission::ALL.iter().any(|p| p.group() == Group::Team && naive::names(&link.grant(), *p));
        // A role that got one later keeps its links, turned off.
        let shut = link.state == LinkState::Off && matches!(link.role, Holds::Own(..));
        check(wrong, !team_mark || shut, || format!("link {} carries a Team checkmark", link.id.0));
    }
    state_of_roles(world, id, wrong);
    check(wrong, team.epoch <= team.version, || "the epoch is ahead of the version".to_owned());
}

/// Living roles have different names and closed sets; whoever holds one, or is to get one, has what it holds.
fn state_of_roles(world: &World, id: TeamId, wrong: &mut Vec<String>) {
    let living = || world.rows.roles.values().filter(|role| role.team == id && role.replaced.is_none());
    let names: BTreeSet<String> = living().map(|role| role.name.as_str().to_lowercase()).collect();
    check(wrong, names.len() == living().count(), || "two roles are called the same".to_owned());
    let mut follows = |what: &str, holds: Holds| {
        let Holds::Own(role, set) = holds else { return };
        let same = living().any(|living| living.id == role && living.set == set);
        check(wrong, same, || format!("{what} does not follow role {}", role.0));
    };
    for member in world.rows.members.values().filter(|member| member.team == id) {
        member.access.grants().for_each(|(_, grant)| follows("a member", grant.holds));
    }
    for invitation in world.rows.invitations.values().filter(|i| i.team == id && naive::pending(i)) {
        invitation.places.iter().for_each(|place| follows("an invitation", place.grant.holds));
    }
    for link in world.rows.links.values().filter(|l| l.team == id && l.state == LinkState::On) {
        follows("a link", link.role);
    }
}

fn state_of_member(
    world: &World,
    member: &Member,
    owner: PersonId,
    version: u64,
    now: Timestamp,
    wrong: &mut Vec<String>,
) {
    let name = tell::person(world, member.person);
    let takes = naive::active(member) && member.person != owner && naive::needs_seat(member, now);
    check(wrong, !takes || member.seat, || format!("3: {name} works without a seat"));
    let due = member.next_end.is_some_and(|end| end <= now);
    check(wrong, !member.seat || takes || due, || format!("3: {name} keeps a seat that no sweep will free"));
    check(wrong, member.stamp <= version, || format!("{name} is stamped ahead of the version"));
    for (place, grant) in member.access.grants() {
        if let Place::Project(project) = place {
            let ours = world.rows.projects.get(&project).is_some_and(|p| p.team == member.team);
            check(wrong, ours, || format!("{name} holds something at a project of another team"));
        }
        let closed = |p: &Permission| {
            !naive::names(&grant, *p) || p.needs().is_none_or(|needed| naive::names(&grant, needed))
        };
        check(wrong, Permission::ALL.iter().all(closed), || format!("{name} holds a set that is not closed"));
        let to_come = naive::active(member) && grant.until.is_some_and(|end| end > now);
        check(wrong, !to_come || member.next_end.is_some_and(|end| Some(end) <= grant.until), || {
            format!("the sweep would miss an end of {name}'s")
        });
    }
}

fn state_of_seats(world: &World, id: TeamId, members: &[&Member], wrong: &mut Vec<String>) {
    let team = &world.rows.teams[&id];
    let taken = members.iter().filter(|member| member.seat).count();
    let ours = world.rows.invitations.values().filter(|i| i.team == id);
    let reserved = ours.filter(|i| i.seat).count();
    check(wrong, taken == team.seats.taken as usize, || {
        format!("3: {} seats taken, counted {taken}", team.seats.taken)
    });
    check(wrong, reserved == team.seats.reserved as usize, || {
        format!("3: {} seats reserved, counted {reserved}", team.seats.reserved)
    });
    if let Some(free) = team.plan.terms().free_seats {
        let paid = (taken + reserved).saturating_sub(free as usize);
        check(wrong, paid <= team.cap as usize, || {
            format!("3: {paid} paid seats above a cap of {}", team.cap)
        });
    }
}

fn state_of_invitations(world: &World, id: TeamId, now: Timestamp, wrong: &mut Vec<String>) {
    let mut addresses = BTreeSet::new();
    for invitation in world.rows.invitations.values().filter(|i| i.team == id) {
        let to = invitation.address.as_str();
        check(wrong, !invitation.places.is_empty(), || format!("the invitation to {to} gives nothing"));
        check(wrong, !invitation.seat || naive::pending(invitation), || {
            format!("3: the closed invitation to {to} reserves a seat")
        });
        if naive::pending(invitation) {
            check(wrong, addresses.insert(&invitation.address), || {
                format!("4: two invitations to {to} are pending")
            });
            let takes = invitation
                .places
                .iter()
                .any(|p| naive::unended(&p.grant, now) && naive::takes_seat(&p.grant));
            let waits = now < invitation.expires_at;
            check(wrong, !(takes && waits) || invitation.seat, || {
                format!("3: the invitation to {to} reserves no seat")
            });
        }
    }
}
