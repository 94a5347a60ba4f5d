//! What is kept of a step (invariant 8).

use std::collections::{BTreeMap, BTreeSet};

use roster_core::access::{Grant, Place};
use roster_core::command::Step;
use roster_core::email::Address;
use roster_core::id::{PersonId, PostId, ProjectId, TeamId};
use roster_core::model::{
    Digest, Invitation, InvitationState, LinkState, Member, MemberState, Sender, Stage,
};
use roster_core::permission::{Group, Scope};
use roster_core::{Answer, Asker, Command, Denial, Lane, Permission, Timestamp};

use super::super::naive::{self, Held, Until};
use super::super::tell;
use super::super::world::World;

use super::{Seen, actor, check, of, same, team_of};

/// Every change has its row of history and its version (invariant 8); what was taken keeps its giver's things shut.
pub(super) fn traces(seen: &Seen<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(team) = team_of(seen.command) else { return wrong };
    let (Some(before), Some(after)) = (seen.before.rows.teams.get(&team), seen.after.rows.teams.get(&team))
    else {
        return wrong;
    };
    let lines = |world: &World| world.history.get(&team).copied().unwrap_or(0);
    let told_only = matches!(seen.outcome, Ok(Answer::SeatRefused));
    // An image that was announced is nobody's to see until its file is there.
    let announced = matches!(seen.outcome, Ok(Answer::Image(_)));
    let same = same(seen.before, seen.after, team);
    check(&mut wrong, same || told_only || announced || lines(seen.after) > lines(seen.before), || {
        "8: a change without a line of history".to_owned()
    });
    let rows = |world: &World| {
        let ours = world.rows.members.values().filter(|m| m.team == team);
        ours.map(|m| (m.person, m.state, m.access.clone())).collect::<Vec<_>>()
    };
    let access_changed = rows(seen.before) != rows(seen.after) || before.owner != after.owner;
    check(&mut wrong, !access_changed || after.epoch == after.version, || {
        "access changed, and the epoch did not follow".to_owned()
    });
    if matches!(seen.command.lane(), Lane::Team(_)) {
        check(&mut wrong, same || after.version == before.version + 1, || {
            format!("the version went from {} to {}", before.version, after.version)
        });
    }
    for member in seen.after.rows.members.values().filter(|m| m.team == team) {
        let old = seen.before.rows.members.get(&(team, member.person));
        // Who left keeps what they had, and it follows its role without them.
        let moved = |old: &Member| naive::active(member) && old.access != member.access;
        let changed = old.is_none_or(|old| old.state != member.state || moved(old));
        check(&mut wrong, !changed || member.stamp == after.version, || {
            format!("{} changed, and their stamp did not follow", tell::person(seen.after, member.person))
        });
    }
    wrong.extend(orphans(seen, team));
    wrong.extend(finished(seen, team));
    wrong
}

/// What was swept is swept, and what was sent again opens again.
fn finished(seen: &Seen<'_>, team: TeamId) -> Vec<String> {
    let mut wrong = Vec::new();
    if let Command::Sweep { .. } = seen.command {
        let members = seen.after.rows.members.values().filter(|m| m.team == team && naive::active(m));
        for member in members.filter(|m| m.next_end.is_some_and(|end| end <= seen.now)) {
            wrong.push(format!("{}'s end is still to be swept", tell::person(seen.after, member.person)));
        }
        let invitations = seen.after.rows.invitations.values().filter(|i| i.team == team && i.seat);
        for invitation in invitations.filter(|i| i.expires_at <= seen.now) {
            wrong.push(format!("the seat of {} is still to be swept", invitation.address.as_str()));
        }
    }
    if let Command::Resend { invitation, .. } = seen.command {
        let after = seen.after.rows.invitations.get(invitation);
        let opens = after.is_some_and(|i| !i.needs_sender() && i.expires_at > seen.now);
        check(&mut wrong, opens, || "an invitation was sent again, and does not open".to_owned());
    }
    wrong
}

/// From the commit that takes it away on, what a sender gave is shut, for good.
fn orphans(seen: &Seen<'_>, team: TeamId) -> Vec<String> {
    let mut wrong = Vec::new();
    let could_not = |giver: PersonId, place: Place, grant: &Grant| {
        let held = naive::held(seen.after, team, giver, place, seen.now);
        let until = grant.until.map_or(Until::Ever, Until::At);
        let lacks = |p: &&Permission| {
            let matters = p.scope() == Scope::Project || place == Place::Team;
            matters && naive::names(grant, **p) && held.get(p).is_none_or(|has| *has < until)
        };
        !held.contains_key(&Permission::TeamInvite)
            || (naive::unended(grant, seen.now) && Permission::ALL.iter().find(lacks).is_some())
    };
    let moved = |giver: PersonId| {
        // A sweep of theirs takes nothing away: what time ended was over by comparison.
        let of = |world: &World| world.rows.members.get(&(team, giver)).map(|m| (m.state, m.access.clone()));
        of(seen.before) != of(seen.after) && !naive::owns(seen.after, team, giver)
    };
    for invitation in seen.after.rows.invitations.values().filter(|i| i.team == team && naive::pending(i)) {
        for place in invitation.places.iter().filter(|p| !p.orphaned) {
            let Sender::Member(giver) = place.sender else { continue };
            check(&mut wrong, !(moved(giver) && could_not(giver, place.place, &place.grant)), || {
                format!(
                    "5: what {} gives to {} should be shut",
                    tell::person(seen.after, giver),
                    invitation.address.as_str()
                )
            });
        }
    }
    for link in seen.after.rows.links.values().filter(|l| l.team == team && !l.orphaned) {
        let Sender::Member(giver) = link.sender else { continue };
        check(&mut wrong, !(moved(giver) && could_not(giver, link.place, &link.grant())), || {
            format!("5: the link of {} should be shut", tell::person(seen.after, giver))
        });
    }
    let reopened = seen.after.rows.invitations.values().filter(|after| {
        let before = seen.before.rows.invitations.get(&after.id);
        let by_hand =
            matches!(seen.command, Command::Invite { .. } | Command::Inviting(..) | Command::Resend { .. });
        before.is_some_and(|b| b.needs_sender()) && !after.needs_sender() && !by_hand
    });
    for invitation in reopened {
        wrong.push(format!("5: the invitation to {} opened again by itself", invitation.address.as_str()));
    }
    wrong
}
