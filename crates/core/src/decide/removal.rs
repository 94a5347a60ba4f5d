//! Removing, leaving, and taking a removal back (A7, S2, S7). A membership ends and is never deleted; what the
//! person held is kept, so that it can be given back exactly.

use crate::access::{Access, Grant, Place, Standing};
use crate::change::{Answer, Decision, HistoryKind, Recipient, Template};
use crate::denial::Denial;
use crate::generated::catalogue::Permission;
use crate::id::{PersonId, ProjectId};
use crate::limits::{MEMBERS_PER_TEAM, RESTORE_MILLIS};
use crate::model::{Invitation, InvitationState, Member, MemberState};
use crate::time::Timestamp;

use super::act::Act;
use super::common::Asking;
use super::{orphan, seat};

/// Removes a member from the team.
pub fn remove(asking: &Asking<'_>, person: PersonId) -> Result<Decision, Denial> {
    asking.require(Permission::TeamRemove, Place::Team)?;
    let member = asking.other_member(person)?;
    let mut act = asking.act();
    end_as_removed(&mut act, member);
    Ok(act.finish(Answer::Done))
}

/// Removes a member from one project; of the last of "only these projects", from the team.
pub fn remove_from_project(
    asking: &Asking<'_>,
    person: PersonId,
    project: ProjectId,
) -> Result<Decision, Denial> {
    asking.project(project)?;
    asking.require(Permission::TeamRemove, Place::Project(project))?;
    let member = asking.other_member(person)?;
    if member.access.held_at(Place::Project(project), asking.now).is_empty() {
        return Err(Denial::NotMember);
    }
    let mut act = asking.act();
    match remaining(&member.access, project, asking.now) {
        Some(access) => {
            take_project(&mut act, member, access, project, HistoryKind::RemovedFromProject);
            let mut mail = act.letter(Template::Removed, Recipient::Person(member.person));
            mail.project = Some(project);
            act.owe(mail);
        }
        None => end_as_removed(&mut act, member),
    }
    Ok(act.finish(Answer::Done))
}

/// Leaves the team.
pub fn leave(asking: &Asking<'_>) -> Result<Decision, Denial> {
    let member = asking.own_member()?;
    let mut act = asking.act();
    end_as_left(&mut act, member);
    Ok(act.finish(Answer::Done))
}

/// Leaves one project; with the last of "only these projects", the team.
pub fn leave_project(asking: &Asking<'_>, project: ProjectId) -> Result<Decision, Denial> {
    let member = asking.own_member()?;
    asking.project(project)?;
    let mut act = asking.act();
    match remaining(&member.access, project, asking.now) {
        Some(access) => take_project(&mut act, member, access, project, HistoryKind::LeftProject),
        None => end_as_left(&mut act, member),
    }
    Ok(act.finish(Answer::Done))
}

/// Takes a removal back: exactly what was there, checked like a new grant.
pub fn restore(asking: &Asking<'_>, person: PersonId, raise_cap: Option<u32>) -> Result<Decision, Denial> {
    let member = asking.facts.members.get(&(asking.team.id, person));
    let places: Vec<_> = member.into_iter().flat_map(|member| member.access.grants()).collect();
    if places.is_empty() {
        asking.require(Permission::TeamAccess, Place::Team)?;
    }
    for (place, grant) in &places {
        asking.require(Permission::TeamAccess, *place)?;
        asking.giver().check_held(*place, grant.live(asking.now), grant.until)?;
    }
    let member = restorable(asking, member)?;
    let mut act = asking.act();
    let access = member.access.clone();
    let back = Member { state: MemberState::Active, barred: false, ..member.clone() };
    seat::give_access(&mut act, &back, access, seat::payer(asking, raise_cap))?;
    let mut line = act.line(HistoryKind::Restored);
    line.person = Some(person);
    line.after = places;
    act.record(line);
    act.tell(Template::AccessChanged, person);
    Ok(act.finish(Answer::Done))
}

fn restorable<'a>(asking: &Asking<'_>, member: Option<&'a Member>) -> Result<&'a Member, Denial> {
    let member = member.ok_or(Denial::NotMember)?;
    if asking.facts.people.get(&member.person).is_some_and(|person| person.address.is_gone()) {
        return Err(Denial::TooLate);
    }
    match member.state {
        MemberState::Active => Err(Denial::AlreadyMember),
        MemberState::Removed { at, .. } if asking.now.since(at) < RESTORE_MILLIS => {
            if asking.team.members >= MEMBERS_PER_TEAM {
                return Err(Denial::LimitReached { limit: "members_per_team" });
            }
            Ok(member)
        }
        MemberState::Removed { .. } | MemberState::Left { .. } => Err(Denial::TooLate),
    }
}

/// The access with "No access" at the project; `None`: it was the last, and they leave the team with it.
#[must_use]
pub fn remaining(access: &Access, project: ProjectId, now: Timestamp) -> Option<Access> {
    let without = access.clone().with(Place::Project(project), Some(Grant::NOTHING));
    without.is_live(now).then_some(without)
}

fn take_project(act: &mut Act<'_>, member: &Member, access: Access, project: ProjectId, kind: HistoryKind) {
    let place = Place::Project(project);
    let mut line = act.line(kind);
    line.person = Some(member.person);
    line.project = Some(project);
    // What stood there, at its own place: of what the team gives, nothing stood at the project.
    let own = member.access.projects.get(&project).map(|grant| (place, *grant));
    line.before = own.or(member.access.team.map(|grant| (Place::Team, grant))).into_iter().collect();
    line.after = vec![(place, Grant::NOTHING)];
    act.record(line);
    orphan::given_by(act, member.person, Standing::Member(&member.access), Standing::Member(&access));
    act.write_member(Member { access, ..member.clone() });
}

/// Ends a membership at the wish of the member, who is told nothing.
pub fn end_as_left(act: &mut Act<'_>, member: &Member) {
    end(act, member, MemberState::Left { at: act.now }, HistoryKind::Left);
}

/// Ends a membership, closes every way back in but a new invitation or "Restore", and tells the person.
fn end_as_removed(act: &mut Act<'_>, member: &Member) {
    let by = act.by.unwrap_or(member.person);
    let barred = Member { barred: true, ..member.clone() };
    end(act, &barred, MemberState::Removed { at: act.now, by }, HistoryKind::Removed);
    withdraw_invitations_to(act, member.person);
    act.tell(Template::Removed, member.person);
}

fn end(act: &mut Act<'_>, member: &Member, state: MemberState, kind: HistoryKind) {
    let mut line = act.line(kind);
    line.person = Some(member.person);
    if matches!(state, MemberState::Left { .. }) {
        line.by = line.person;
    }
    line.before = member.access.grants().collect();
    act.record(line);
    orphan::given_by(act, member.person, Standing::Member(&member.access), Standing::Outsider);
    act.write_member(Member { state, ..member.clone() });
}

fn withdraw_invitations_to(act: &mut Act<'_>, person: PersonId) {
    let Some(address) = act.facts.people.get(&person).map(|person| person.address.clone()) else {
        return;
    };
    let theirs = |invitation: &Invitation| invitation.is_pending() && invitation.address == address;
    for invitation in act.invitations().into_iter().filter(theirs) {
        let mut line = act.line(HistoryKind::InvitationWithdrawn);
        invitation.name_in(&mut line);
        act.record(line);
        let state = InvitationState::Withdrawn { at: act.now };
        act.write_invitation(Invitation { state, ..invitation });
    }
}
