//! Doors that secrets open (invariant 5).

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

use super::{Seen, actor, check, redeemed_by, team_of};

pub(super) fn secrets(seen: &Seen<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    let Ok(Answer::Joined { person, .. }) = seen.outcome else { return wrong };
    match seen.command {
        Command::Accept { invitation, counter, .. } => {
            let before = seen.before.rows.invitations.get(invitation);
            let address = seen.after.rows.people.get(person).map(|p| p.address.clone());
            accepted(seen, before, *counter, address, &mut wrong);
        }
        Command::Join { team, link, generation, .. } => {
            if let Some(invitation) = redeemed_by(seen, *person) {
                let address = seen.after.rows.people.get(person).map(|p| p.address.clone());
                accepted(seen, Some(invitation), None, address, &mut wrong);
            } else {
                joined(seen, *team, *link, *generation, *person, &mut wrong);
            }
        }
        _ => wrong.push("5: somebody came in by a command that lets nobody in".to_owned()),
    }
    wrong
}

fn accepted(
    seen: &Seen<'_>,
    before: Option<&Invitation>,
    counter: Option<u32>,
    address: Option<Address>,
    wrong: &mut Vec<String>,
) {
    let Some(before) = before else {
        wrong.push("5: an invitation that is not there was accepted".to_owned());
        return;
    };
    check(wrong, naive::pending(before), || "5: an invitation opened that was closed".to_owned());
    check(wrong, seen.now < before.expires_at, || "5: an invitation opened after its time".to_owned());
    check(wrong, counter.is_none_or(|c| c == before.counter), || "5: an older mail opened".to_owned());
    check(wrong, address.as_ref() == Some(&before.address), || "5: the wrong person came in".to_owned());
    check(wrong, !before.places.iter().any(|p| p.orphaned), || "5: it opened without a sender".to_owned());
    for place in &before.places {
        sender_still_gives(seen, before.team, place.sender, place.place, &place.grant, wrong);
    }
}

fn joined(
    seen: &Seen<'_>,
    team: TeamId,
    link: roster_core::id::LinkId,
    generation: u32,
    person: PersonId,
    wrong: &mut Vec<String>,
) {
    let Some(before) = seen.before.rows.links.get(&link) else {
        wrong.push("5: a link that is not there opened".to_owned());
        return;
    };
    let uses = seen.after.rows.links.get(&link).map(|link| link.uses);
    let barred = seen.before.rows.members.get(&(team, person)).is_some_and(|m| m.barred);
    let domain = seen.after.rows.people.get(&person).map(|p| p.address.as_str().to_owned());
    let fits = |wanted: &String| domain.as_ref().is_some_and(|d| d.ends_with(&format!("@{wanted}")));
    check(wrong, before.state == LinkState::On, || "5: a link opened that was off".to_owned());
    check(wrong, before.generation == generation, || "5: an older link opened".to_owned());
    check(wrong, before.expires_at.is_none_or(|end| seen.now < end), || {
        "5: a link opened after its time".to_owned()
    });
    check(wrong, before.max_uses.is_none_or(|most| before.uses < most), || {
        "5: a link opened too often".to_owned()
    });
    check(wrong, uses == Some(before.uses + 1), || "5: a use was not counted".to_owned());
    check(wrong, before.domain.as_ref().is_none_or(fits), || "5: a link opened to another domain".to_owned());
    check(wrong, !barred, || "S2: a removed person came back by a link".to_owned());
    check(wrong, !before.orphaned, || "5: a link opened without a sender".to_owned());
    sender_still_gives(seen, team, before.sender, before.place, &before.grant(), wrong);
}

pub(super) fn sender_still_gives(
    seen: &Seen<'_>,
    team: TeamId,
    sender: Sender,
    place: Place,
    grant: &Grant,
    wrong: &mut Vec<String>,
) {
    let Sender::Member(giver) = sender else { return };
    let invites = naive::holds(seen.before, team, giver, place, Permission::TeamInvite, seen.now);
    check(wrong, invites, || {
        let name = tell::person(seen.before, giver);
        format!("5: {name} could no longer invite at {}", tell::place(place))
    });
    if !naive::unended(grant, seen.now) {
        return;
    }
    let until = grant.until.map_or(Until::Ever, Until::At);
    let held = naive::held(seen.before, team, giver, place, seen.now);
    for permission in Permission::ALL.iter().filter(|p| naive::names(grant, **p)) {
        let matters = permission.scope() == Scope::Project || place == Place::Team;
        let enough = held.get(permission).is_some_and(|has| *has >= until);
        check(wrong, !matters || enough, || {
            let name = tell::person(seen.before, giver);
            format!("5: {name} could no longer give {} at {}", permission.id(), tell::place(place))
        });
    }
}
