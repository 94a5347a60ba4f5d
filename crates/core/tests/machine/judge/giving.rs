//! Who gave what was gained, and who took what was lost (invariant 2).

use std::collections::{BTreeMap, BTreeSet};

use roster_core::access::{Grant, Place};
use roster_core::command::{AskCommand, Inviting, RoleCommand, Step};
use roster_core::email::Address;
use roster_core::id::{AskId, PersonId, PostId, ProjectId, TeamId};
use roster_core::model::{
    Digest, Invitation, InvitationState, LinkState, Member, MemberState, Sender, Stage,
};
use roster_core::permission::{Group, Scope};
use roster_core::{Answer, Asker, Command, Denial, Lane, Permission, PermissionSet, Timestamp};

use super::super::naive::{self, Held, Until};
use super::super::tell;
use super::super::world::World;

use super::{Seen, actor, check, team_of};

pub(super) fn givers(seen: &Seen<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(team) = team_of(seen.command) else { return wrong };
    let Some(team_before) = seen.before.rows.teams.get(&team) else { return wrong };
    let people: BTreeSet<PersonId> =
        seen.after.rows.members.keys().filter(|(of, _)| *of == team).map(|(_, who)| *who).collect();
    for person in people {
        for place in naive::places(seen.after, team) {
            let mut before = naive::held(seen.before, team, person, place, seen.now);
            let mut after = naive::held(seen.after, team, person, place, seen.now);
            if place != Place::Team {
                before.retain(|permission, _| permission.scope() == Scope::Project);
                after.retain(|permission, _| permission.scope() == Scope::Project);
            }
            for (permission, until) in &after {
                if before.get(permission).is_none_or(|had| had < until) {
                    let change = Moved { team, person, place, permission: *permission, until: *until };
                    wrong.extend(gained(seen, &change));
                }
            }
            for (permission, until) in &before {
                if after.get(permission).is_none_or(|has| has < until) {
                    let change = Moved { team, person, place, permission: *permission, until: *until };
                    wrong.extend(lost(seen, &change, team_before.owner));
                }
            }
        }
    }
    wrong
}

/// A checkmark that somebody has now for longer, or no more for as long.
struct Moved {
    team: TeamId,
    person: PersonId,
    place: Place,
    permission: Permission,
    until: Until,
}

impl Moved {
    fn tell(&self, world: &World, verb: &str) -> String {
        let Self { place, permission, .. } = self;
        format!(
            "2: {} {verb} {} at {}",
            tell::person(world, self.person),
            permission.id(),
            tell::place(*place)
        )
    }
}

/// Whether somebody holds what moved, for as long, and may give it by this right.
fn gives(seen: &Seen<'_>, giver: PersonId, moved: &Moved, right: Permission) -> Result<(), String> {
    let held = naive::held(seen.before, moved.team, giver, moved.place, seen.now);
    let name = tell::person(seen.before, giver);
    match held.get(&moved.permission) {
        None => return Err(format!("{name} does not hold it")),
        Some(until) if *until < moved.until => return Err(format!("{name} does not hold it for so long")),
        Some(_) => {}
    }
    let at_team = naive::held(seen.before, moved.team, giver, Place::Team, seen.now);
    if held.contains_key(&right) || at_team.contains_key(&right) {
        Ok(())
    } else {
        Err(format!("{name} lacks {}", right.id()))
    }
}

/// Whether an open ask of that person is for what they gained, or for what needs it.
fn asked_for(seen: &Seen<'_>, moved: &Moved, ask: AskId) -> Result<(), String> {
    let ask = seen.before.rows.asks.get(&ask).ok_or("there is no such ask")?;
    let needed = PermissionSet::EMPTY.tick(ask.permission).has(moved.permission);
    let there = ask.place == moved.place || ask.place == Place::Team;
    if ask.is_open() && ask.person == moved.person && needed && there {
        return Ok(());
    }
    Err("it was not asked for".to_owned())
}

fn gained(seen: &Seen<'_>, moved: &Moved) -> Option<String> {
    let asks = actor(seen.before, seen.asker, seen.now);
    let by = |right: Permission, person: Option<PersonId>| {
        person.map_or_else(|| Err("nobody gave it".to_owned()), |giver| gives(seen, giver, moved, right))
    };
    let verdict = match seen.command {
        Command::ChangeAccess { person, .. } | Command::Restore { person, .. } => {
            if *person == moved.person {
                by(Permission::TeamAccess, asks)
            } else {
                Err("it speaks of somebody else".to_owned())
            }
        }
        Command::Ask(_, AskCommand::Grant { ask, .. }) => asked_for(seen, moved, *ask)
            .and_then(|()| by(moved.permission, asks))
            .and_then(|()| by(Permission::TeamAccess, asks)),
        Command::Ask(_, AskCommand::Send { .. } | AskCommand::Decline { .. }) => {
            Err("asking and declining give nothing".to_owned())
        }
        Command::Invite { .. } | Command::Inviting(_, Inviting::Many { .. }) => {
            by(Permission::TeamInvite, asks)
        }
        // Editing a role is giving to all its holders, and nobody edits one of their own.
        Command::Role(_, RoleCommand::Change { .. } | RoleCommand::Delete { .. }) => {
            if asks == Some(moved.person) {
                Err("it is their own access".to_owned())
            } else {
                by(Permission::TeamAccess, asks)
            }
        }
        Command::Accept { invitation, .. } => {
            by_invitation(seen, moved, seen.before.rows.invitations.get(invitation))
        }
        Command::Join { link, .. } => by_link_or_invitation(seen, moved, *link),
        Command::Transfer { to, .. } if *to == moved.person => Ok(()),
        Command::StartSignIn { .. }
        | Command::FinishSignIn { .. }
        | Command::SignOut
        | Command::SignOutEverywhere
        | Command::ChangeSelf { .. }
        | Command::Account(_)
        | Command::CreateTeam { .. }
        | Command::RenameTeam { .. }
        | Command::Team(..)
        | Command::CreateProject { .. }
        | Command::RenameProject { .. }
        | Command::ArchiveProject { .. }
        | Command::ReopenProject { .. }
        | Command::Inviting(_, Inviting::Edit { .. })
        | Command::Role(_, RoleCommand::Make { .. })
        | Command::Resend { .. }
        | Command::Withdraw { .. }
        | Command::Decline { .. }
        | Command::AskAgain { .. }
        | Command::SetLink { .. }
        | Command::RegenerateLink { .. }
        | Command::Remove { .. }
        | Command::RemoveFromProject { .. }
        | Command::Leave { .. }
        | Command::LeaveProject { .. }
        | Command::SetJoinMode { .. }
        | Command::ChangePlan { .. }
        | Command::SetCap { .. }
        | Command::Transfer { .. }
        | Command::Handover(..)
        | Command::Image(..)
        | Command::Sweep { .. }
        | Command::CreatePost { .. }
        | Command::EditPost { .. }
        | Command::SetTime { .. }
        | Command::MovePost { .. } => Err("this command gives nothing".to_owned()),
    };
    verdict.err().map(|why| format!("{}: {why}", moved.tell(seen.after, "gained")))
}

fn by_sender(seen: &Seen<'_>, moved: &Moved, sender: Sender) -> Result<(), String> {
    match sender {
        Sender::Team(_) => Ok(()),
        Sender::Member(giver) => gives(seen, giver, moved, Permission::TeamInvite),
    }
}

fn by_invitation(seen: &Seen<'_>, moved: &Moved, invitation: Option<&Invitation>) -> Result<(), String> {
    let invitation = invitation.ok_or("there was no invitation")?;
    let own = invitation.places.iter().find(|p| p.place == moved.place);
    let given = own.or(invitation.places.iter().find(|p| p.place == Place::Team));
    let given = given.ok_or("the invitation does not speak of that place")?;
    if !naive::names(&given.grant, moved.permission) || given.orphaned {
        return Err("the invitation does not give it".to_owned());
    }
    by_sender(seen, moved, given.sender)
}

fn by_link_or_invitation(
    seen: &Seen<'_>,
    moved: &Moved,
    link: roster_core::id::LinkId,
) -> Result<(), String> {
    let link = seen.before.rows.links.get(&link).ok_or("there was no link")?;
    if let Some(invitation) = redeemed_by(seen, moved.person) {
        return by_invitation(seen, moved, Some(invitation));
    }
    if !naive::names(&link.grant(), moved.permission) || link.orphaned {
        return Err("the link does not give it".to_owned());
    }
    by_sender(seen, moved, link.sender)
}

/// The invitation that somebody redeemed in this step.
pub(super) fn redeemed_by<'a>(seen: &Seen<'a>, person: PersonId) -> Option<&'a Invitation> {
    seen.before.rows.invitations.values().filter(|i| naive::pending(i)).find(|before| {
        let after = seen.after.rows.invitations.get(&before.id).map(|after| after.state);
        matches!(after, Some(InvitationState::Accepted { by, .. }) if by == person)
    })
}

fn lost(seen: &Seen<'_>, moved: &Moved, owner: PersonId) -> Option<String> {
    let asks = actor(seen.before, seen.asker, seen.now);
    let itself = asks == Some(moved.person);
    let has = |right: Permission, place: Place| {
        asks.is_some_and(|who| naive::holds(seen.before, moved.team, who, place, right, seen.now))
    };
    let at_or_team = |right| has(right, moved.place) || has(right, Place::Team);
    let allowed = match seen.command {
        Command::Leave { .. } => itself && moved.person != owner,
        Command::LeaveProject { project, .. } => {
            itself && moved.person != owner && (moved.place == Place::Project(*project) || ended(seen, moved))
        }
        Command::Transfer { .. } => itself && moved.person == owner,
        Command::ChangeAccess { person, .. } => {
            *person == moved.person
                && !itself
                && moved.person != owner
                && at_or_team(Permission::TeamAccess)
                && has(moved.permission, moved.place)
        }
        Command::Role(..) => {
            !itself
                && moved.person != owner
                && has(Permission::TeamAccess, Place::Team)
                && has(moved.permission, moved.place)
        }
        Command::Remove { person, .. } => {
            *person == moved.person
                && !itself
                && moved.person != owner
                && has(Permission::TeamRemove, Place::Team)
        }
        Command::RemoveFromProject { person, project, .. } => {
            let there = Place::Project(*project);
            *person == moved.person
                && !itself
                && moved.person != owner
                && has(Permission::TeamRemove, there)
                && (moved.place == there || ended(seen, moved))
        }
        _ => false,
    };
    (!allowed).then(|| moved.tell(seen.after, "lost"))
}

/// Whether the membership ended with the last project, at which nothing else was held.
fn ended(seen: &Seen<'_>, moved: &Moved) -> bool {
    let (Command::LeaveProject { project, .. } | Command::RemoveFromProject { project, .. }) = seen.command
    else {
        return false;
    };
    let elsewhere =
        naive::places(seen.before, moved.team).into_iter().filter(|place| *place != Place::Project(*project));
    let mut held = elsewhere.map(|place| naive::held(seen.before, moved.team, moved.person, place, seen.now));
    held.all(|held: Held| held.is_empty())
}
