//! What must not be refused: a judge that only looks for what is given wrongly would be content with a house whose
//! doors never open.

use roster_core::access::{Grant, Holds, Place};
use roster_core::command::Inviting;
use roster_core::id::{PersonId, TeamId};
use roster_core::limits::{DECLINED_MILLIS, FURTHEST_END_MILLIS, RESTORE_MILLIS, TEAMS_PER_OWNER};
use roster_core::model::{InvitationState, JoinMode, MemberState, Proof, Sender, Shown};
use roster_core::permission::Scope;
use roster_core::{Answer, Asker, Command, Permission, Plan, Timestamp};

use super::handover;
use super::judge::{Seen, actor};
use super::naive;
use super::run::team_of;
use super::world::World;

/// What was refused though nothing stands against it.
pub fn judge(seen: &Seen<'_>) -> Vec<String> {
    let refused = seen.outcome.is_err() || *seen.outcome == Ok(Answer::SeatRefused);
    if refused && must(seen).unwrap_or(false) {
        vec![format!("it was refused for no reason: {:?}", seen.outcome)]
    } else {
        Vec::new()
    }
}

fn must(seen: &Seen<'_>) -> Option<bool> {
    let Seen { before, now, .. } = *seen;
    let who = actor(before, seen.asker, now)?;
    if let Command::ChangeSelf { .. } | Command::SignOut | Command::SignOutEverywhere = seen.command {
        return Some(true);
    }
    if let Some((from, offer, into)) = handover::teams(seen.command) {
        let may = handover::may_take(before, into, who, now) && from != into;
        return Some(may && handover::opens(before, offer, Some(who), now));
    }
    let id = team_of(seen.command)?;
    let team = before.rows.teams.get(&id)?;
    let owner = team.owner == who;
    if naive::parked(before, id, who, now) {
        return Some(false);
    }
    // Where seats have a price, the answer hangs on more than is looked at here.
    let free = team.plan == Plan::Start;
    let by_code = proof(before, seen.asker) == Some(Proof::Code);
    Some(match seen.command {
        Command::RenameTeam { .. } | Command::CreateProject { .. } => owner,
        Command::ArchiveProject { project, .. } | Command::ReopenProject { project, .. } => {
            owner && of(before, id, Place::Project(*project))
        }
        Command::ChangeAccess { person, edits, .. } => {
            let sound = edits.iter().all(|(place, grant)| {
                of(before, id, *place)
                    && grant.is_none_or(|grant| sound(grant, *place, now) && is_there(before, id, grant))
            });
            owner && free && *person != who && naive::is_in(before, id, *person) && sound && differ(edits)
        }
        Command::Invite { address, places, .. } => {
            let person = before.rows.people.values().find(|p| p.address == *address);
            let inside = person.is_some_and(|p| naive::is_in(before, id, p.id));
            let is_sound = |(place, grant): &(Place, Grant)| {
                of(before, id, *place) && sound(*grant, *place, now) && is_there(before, id, *grant)
            };
            let gives = places.iter().any(|(_, grant)| !grant.holds.set().is_empty());
            owner
                && free
                && !inside
                && places.iter().all(is_sound)
                && differ(places)
                && gives
                && !declined(before, id, address, now)
                && !mailed_often(before, address)
        }
        Command::Inviting(_, Inviting::Edit { invitation, edits, .. }) => {
            let found = before.rows.invitations.get(invitation).filter(|i| i.team == id)?;
            let sound = edits.iter().all(|(place, grant)| {
                let gives = |grant: Grant| sound(grant, *place, now) && is_there(before, id, grant);
                of(before, id, *place) && grant.is_some_and(gives)
            });
            let gives = edits.iter().flat_map(|(_, grant)| grant).any(|grant| !grant.holds.set().is_empty());
            owner && free && naive::pending(found) && sound && differ(edits) && gives
        }
        Command::Withdraw { invitation, .. } => {
            let found = before.rows.invitations.get(invitation).filter(|i| i.team == id)?;
            owner && naive::pending(found)
        }
        Command::Accept { invitation, counter, shown, .. } => {
            let found = before.rows.invitations.get(invitation).filter(|i| i.team == id)?;
            let theirs = before.rows.people.get(&who)?.address == found.address;
            let team_gives = found.places.iter().all(|p| matches!(p.sender, Sender::Team(_)));
            free && theirs
                && may_merge(before, id, who, shown, now)
                && team_gives
                && naive::pending(found)
                && now < found.expires_at
                && counter.is_none_or(|c| c == found.counter)
        }
        Command::Remove { person, .. } => owner && *person != who && naive::is_in(before, id, *person),
        Command::Leave { .. } => !owner && naive::is_in(before, id, who),
        Command::Restore { person, .. } => owner && free && restorable(before, id, *person, now)?,
        Command::Transfer { to, .. } => {
            let live = naive::places(before, id)
                .into_iter()
                .any(|place| !naive::held(before, id, *to, place, now).is_empty());
            let room = before.rows.people.get(to).is_some_and(|p| p.owns < TEAMS_PER_OWNER)
                && naive::merged(before, *to, now).is_none();
            owner && by_code && *to != who && live && room
        }
        Command::CreatePost { project, .. } => {
            let open =
                before.rows.projects.get(project).is_some_and(|p| p.team == id && p.archived_at.is_none());
            open && naive::holds(before, id, who, Place::Project(*project), Permission::PostsCreate, now)
        }
        _ => false,
    })
}

/// The page said what is so, and the account belongs to no other team.
fn may_merge(world: &World, team: TeamId, who: PersonId, shown: &Shown, now: Timestamp) -> bool {
    let mode = world.rows.teams[&team].join_mode;
    let owned = world.rows.teams.values().filter(|team| team.owner == who).map(|team| team.id);
    let parks: Vec<TeamId> = if mode == JoinMode::Merge { owned.collect() } else { Vec::new() };
    let elsewhere = naive::merged(world, who, now).is_some_and(|into| into != team);
    shown.mode == mode && shown.parks == parks && !(mode == JoinMode::Merge && elsewhere)
}

fn proof(world: &World, asker: Asker) -> Option<Proof> {
    let Asker::Session(digest) = asker else { return None };
    world.rows.sessions.get(&digest).map(|session| session.proof)
}

fn of(world: &World, team: TeamId, place: Place) -> bool {
    match place {
        Place::Team => true,
        Place::Project(project) => {
            world.rows.projects.get(&project).is_some_and(|p| p.team == team && p.archived_at.is_none())
        }
    }
}

/// Closed under what each checkmark needs, of this place, and with an end to come if any.
fn sound(grant: Grant, place: Place, now: Timestamp) -> bool {
    let in_time = grant.until.is_none_or(|end| now < end && end <= now.plus(FURTHEST_END_MILLIS));
    let in_place = |p: &Permission| {
        !naive::names(&grant, *p)
            || (p.needs().is_none_or(|needed| naive::names(&grant, needed))
                && (p.scope() == Scope::Project || place == Place::Team))
    };
    let role = matches!(grant.holds, Holds::Role(_) | Holds::Own(..));
    in_time && (role || Permission::ALL.iter().all(in_place))
}

/// A role of the team's own is one, and was not deleted.
fn is_there(world: &World, team: TeamId, grant: Grant) -> bool {
    match grant.holds {
        Holds::Role(_) | Holds::Custom(_) => true,
        Holds::Own(role, _) => {
            world.rows.roles.get(&role).is_some_and(|role| role.team == team && role.replaced.is_none())
        }
    }
}

fn differ<T>(places: &[(Place, T)]) -> bool {
    !places.is_empty()
        && places.iter().enumerate().all(|(i, (place, _))| places.iter().skip(i + 1).all(|(p, _)| p != place))
}

fn declined(world: &World, team: TeamId, address: &roster_core::email::Address, now: Timestamp) -> bool {
    world.rows.invitations.values().any(|i| {
        let recent = matches!(i.state, InvitationState::Declined { at } if now.since(at) < DECLINED_MILLIS);
        i.team == team && i.address == *address && recent
    })
}

/// Mails to one address are limited by the day; a story that sends many is not looked at here.
fn mailed_often(world: &World, address: &roster_core::email::Address) -> bool {
    let sent: u32 =
        world.rows.invitations.values().filter(|i| i.address == *address).map(|i| i.counter).sum();
    sent >= 4
}

fn restorable(world: &World, team: TeamId, person: PersonId, now: Timestamp) -> Option<bool> {
    let member = world.rows.members.get(&(team, person))?;
    Some(matches!(member.state, MemberState::Removed { at, .. } if now.since(at) < RESTORE_MILLIS))
}
