//! "Ask for access" (S3): a member asks for one checkmark; those who can give it are mailed, and one click of theirs
//! gives just that, as a change of access by whoever clicks.

use crate::access::{Access, Grant, Holds, Place};
use crate::change::{Answer, Decision, HistoryKind, Recipient, Template};
use crate::command::AskCommand;
use crate::denial::Denial;
use crate::generated::catalogue::Permission;
use crate::id::{AskId, PersonId, ProjectId};
use crate::limits::{ASK_REPEAT_MILLIS, ASKS_PER_PERSON_AND_DAY};
use crate::model::{Ask, AskState};
use crate::permission::{PermissionSet, Scope};
use crate::time::{DAY, Timestamp};
use crate::view;

use super::access;
use super::act::{Act, unchanged};
use super::common::Asking;

/// Carries a command about an ask out.
pub fn decide(asking: &Asking<'_>, command: AskCommand) -> Result<Decision, Denial> {
    match command {
        AskCommand::Send { ask, permission, place } => send(asking, ask, permission, place),
        AskCommand::Grant { ask, raise_cap } => grant(asking, ask, raise_cap),
        AskCommand::Decline { ask } => decline(asking, ask),
    }
}

/// Asks whom a denial would name. An open ask of the last day answers that it was asked already.
fn send(asking: &Asking<'_>, id: AskId, permission: Permission, place: Place) -> Result<Decision, Denial> {
    check_place(asking, place)?;
    let place = where_held(permission, place);
    match view::explain(asking.standing, permission, place, asking.now) {
        Ok(()) => return Err(Denial::AlreadyHeld),
        Err(Denial::Missing { .. }) => {}
        Err(denial) => return Err(denial),
    }
    let open = own(asking).find(|ask| ask.is_open() && (ask.permission, ask.place) == (permission, place));
    if let Some(open) = open.filter(|ask| is_recent(ask, asking.now, ASK_REPEAT_MILLIS)) {
        return Ok(unchanged(Answer::Asked { ask: open.id, at: open.asked_at }));
    }
    check_often(asking, permission, place)?;
    let id = open.map_or(id, |ask| ask.id);
    let mut act = asking.act();
    act.write_ask(Ask {
        id,
        team: asking.team.id,
        person: asking.person.id,
        place,
        permission,
        state: AskState::Open,
        asked_at: asking.now,
    });
    record(&mut act, HistoryKind::AccessAsked, asking.person.id, permission, place);
    tell_granters(&mut act, asking, id, permission, place);
    Ok(act.finish(Answer::Asked { ask: id, at: asking.now }))
}

/// Gives what is asked for. Whoever clicks second finds it done.
fn grant(asking: &Asking<'_>, id: AskId, raise_cap: Option<u32>) -> Result<Decision, Denial> {
    let ask = asked(asking, id)?;
    match ask.state {
        AskState::Granted { .. } => return Ok(unchanged(Answer::Done)),
        AskState::Declined { .. } | AskState::Closed { .. } => return Err(Denial::Answered),
        AskState::Open if !ask.is_live(asking.now) => return Err(Denial::Expired),
        AskState::Open => {}
    }
    check_place(asking, ask.place)?;
    let member = asking.other_member(ask.person)?;
    if !view::is_missed(ask, asking.facts.standing(asking.team.id, ask.person, asking.now), asking.now) {
        // They have it otherwise, by a role that was edited: there is nothing to give.
        return Ok(unchanged(Answer::Done));
    }
    let state = AskState::Granted { by: asking.person.id, at: asking.now };
    let granted = Ask { state, ..ask.clone() };
    let edit = (ask.place, Some(granting(&member.access, ask.permission, ask.place, asking.now)));
    access::give(asking, member, &[edit], raise_cap, Some(granted))
}

/// "Not now": the asker reads it beside what they asked for.
fn decline(asking: &Asking<'_>, id: AskId) -> Result<Decision, Denial> {
    let ask = asked(asking, id)?;
    match ask.state {
        AskState::Declined { .. } => return Ok(unchanged(Answer::Done)),
        AskState::Granted { .. } | AskState::Closed { .. } => return Err(Denial::Answered),
        AskState::Open => {}
    }
    if ask.person == asking.person.id {
        return Err(Denial::OwnAccess);
    }
    let mut act = asking.act();
    let state = AskState::Declined { by: asking.person.id, at: asking.now };
    act.write_ask(Ask { state, ..ask.clone() });
    record(&mut act, HistoryKind::AccessAskDeclined, ask.person, ask.permission, ask.place);
    Ok(act.finish(Answer::Done))
}

/// An ask that whoever answers may know of: they are one of those who can give it.
fn asked<'a>(asking: &Asking<'a>, id: AskId) -> Result<&'a Ask, Denial> {
    let found = asking.facts.asks.get(&id).filter(|ask| ask.team == asking.team.id);
    let ask = found.ok_or(Denial::NotFound)?;
    asking.see(ask.place)?;
    asking.require(Permission::TeamAccess, ask.place)?;
    asking.require(ask.permission, ask.place)?;
    Ok(ask)
}

/// The place is there for them, and work goes on in it.
fn check_place(asking: &Asking<'_>, place: Place) -> Result<(), Denial> {
    match place {
        Place::Team => Ok(()),
        Place::Project(project) if asking.project(project)?.archived_at.is_some() => Err(Denial::Archived),
        Place::Project(_) => Ok(()),
    }
}

/// A checkmark that only the team can give is missing at the team.
pub const fn where_held(permission: Permission, place: Place) -> Place {
    match permission.scope() {
        Scope::Team => Place::Team,
        Scope::Project => place,
    }
}

fn own<'a>(asking: &Asking<'a>) -> impl Iterator<Item = &'a Ask> {
    let (team, person) = (asking.team.id, asking.person.id);
    asking.facts.asks.values().filter(move |ask| ask.team == team && ask.person == person)
}

fn is_recent(ask: &Ask, now: Timestamp, millis: i64) -> bool {
    now.since(ask.asked_at) < millis
}

/// Not again so soon after a "Not now", and only so many a day.
fn check_often(asking: &Asking<'_>, permission: Permission, place: Place) -> Result<(), Denial> {
    let refused = own(asking).find(|ask| {
        matches!(ask.state, AskState::Declined { .. })
            && (ask.permission, ask.place) == (permission, place)
            && is_recent(ask, asking.now, ASK_REPEAT_MILLIS)
    });
    if let Some(refused) = refused {
        return Err(Denial::TooOften { again_at: refused.asked_at.plus(ASK_REPEAT_MILLIS) });
    }
    let today = || own(asking).filter(|ask| is_recent(ask, asking.now, DAY));
    match today().map(|ask| ask.asked_at).min() {
        Some(first) if today().count() >= ASKS_PER_PERSON_AND_DAY => {
            Err(Denial::TooOften { again_at: first.plus(DAY) })
        }
        Some(_) | None => Ok(()),
    }
}

/// What stands at the place, with just that checkmark and what it needs, until when it stands now.
pub fn granting(access: &Access, permission: Permission, place: Place, now: Timestamp) -> Grant {
    let stands = access.grant_at(place).filter(|grant| !grant.has_ended(now));
    let held = stands.map_or(PermissionSet::EMPTY, |grant| grant.holds.set());
    let held = match place {
        Place::Team => held,
        Place::Project(_) => held.minus(PermissionSet::team_only()),
    };
    Grant { holds: Holds::Custom(held.tick(permission)), until: stands.and_then(|grant| grant.until) }
}

fn record(act: &mut Act<'_>, kind: HistoryKind, person: PersonId, permission: Permission, place: Place) {
    let mut line = act.line(kind);
    line.person = Some(person);
    line.note = Some(permission.id().to_owned());
    line.project = project_of(place);
    act.record(line);
}

const fn project_of(place: Place) -> Option<ProjectId> {
    match place {
        Place::Team => None,
        Place::Project(project) => Some(project),
    }
}

/// Those whom the denial names: nobody else learns of it by mail.
fn tell_granters(act: &mut Act<'_>, asking: &Asking<'_>, id: AskId, permission: Permission, place: Place) {
    let ours = asking.facts.members.values().filter(|m| m.team == asking.team.id && m.is_active());
    let candidates = ours.map(|member| (member.person, &member.access));
    for granter in view::granters(permission, place, asking.team.owner, candidates, asking.now) {
        let mut mail = act.letter(Template::AccessAsked, Recipient::Person(granter));
        mail.ask = Some(id);
        mail.project = project_of(place);
        act.owe(mail);
    }
}
