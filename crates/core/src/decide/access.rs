//! Changing what a member holds (A3, A6): edits at places, each within what the asker holds there themselves.

use crate::access::{Access, Grant, Place, Standing};
use crate::change::{Answer, Decision, HistoryKind, Template};
use crate::command::Edit;
use crate::denial::Denial;
use crate::generated::catalogue::Permission;
use crate::id::PersonId;
use crate::model::{Ask, Member};
use crate::permission::PermissionSet;
use crate::time::Timestamp;

use super::act::{Act, unchanged};
use super::common::Asking;
use super::giving::{Giver, check_grant, check_places, same};
use super::{orphan, seat};

/// Changes a member's access.
pub fn change(
    asking: &Asking<'_>,
    person: PersonId,
    edits: &[Edit],
    raise_cap: Option<u32>,
) -> Result<Decision, Denial> {
    check_places(edits.iter().map(|(place, _)| *place))?;
    // Who may not change access at a place learns nothing of who is in the team.
    for (place, _) in edits {
        asking.see(*place)?;
        asking.require(Permission::TeamAccess, *place)?;
    }
    let member = asking.other_member(person)?;
    let edits = &asking.edits(edits)?;
    give(asking, member, edits, raise_cap, None)
}

/// Carries edits out that the asker may make; of an ask that they answer, it is written too.
pub fn give(
    asking: &Asking<'_>,
    member: &Member,
    edits: &[Edit],
    raise_cap: Option<u32>,
    answered: Option<Ask>,
) -> Result<Decision, Denial> {
    let access = judge(asking.giver(), &member.access, edits)?;
    let person = member.person;
    if access == member.access {
        return Ok(unchanged(Answer::Done));
    }
    let mut act = asking.act();
    if let Some(ask) = answered {
        act.write_ask(ask);
    }
    seat::give_access(&mut act, member, access.clone(), seat::payer(asking, raise_cap))?;
    orphan::given_by(&mut act, person, Standing::Member(&member.access), Standing::Member(&access));
    record(&mut act, member, &access, edits);
    act.tell(Template::AccessChanged, person);
    Ok(act.finish(Answer::Done))
}

/// Whether the giver may make the edits, and the access afterwards. Seats are left aside.
pub fn judge(giver: Giver<'_>, before: &Access, edits: &[Edit]) -> Result<Access, Denial> {
    check_places(edits.iter().map(|(place, _)| *place))?;
    for (place, _) in edits {
        giver.require(Permission::TeamAccess, *place)?;
    }
    let after = edited(before, edits, giver.now)?;
    if after != *before {
        for (place, _) in edits {
            check_edit(giver, *place, before.grant_at(*place), after.grant_at(*place))?;
            check_pinned(giver, *place, own_grant(before, *place), own_grant(&after, *place))?;
        }
    }
    Ok(after)
}

/// The access after the edits, each of which makes sense. A grant that stays as it is may have ended.
fn edited(access: &Access, edits: &[Edit], now: Timestamp) -> Result<Access, Denial> {
    edits.iter().try_fold(access.clone(), |access, (place, grant)| {
        let stays = own_grant(&access, *place) == *grant;
        if let (Some(grant), false) = (grant, stays) {
            check_grant(*place, *grant, now)?;
        }
        Ok(access.with(*place, *grant))
    })
}

fn own_grant(access: &Access, place: Place) -> Option<Grant> {
    match place {
        Place::Team => access.team,
        Place::Project(project) => access.projects.get(&project).copied(),
    }
}

/// From `before` to `after` at a place: every checkmark that changes is held by the asker in that whole scope, and
/// what is given more, or for longer, is held for as long. An earlier end takes all of it away, only later.
fn check_edit(
    giver: Giver<'_>,
    place: Place,
    before: Option<Grant>,
    after: Option<Grant>,
) -> Result<(), Denial> {
    if matches!(giver.standing, Standing::Owner) || same(before, after, giver.now) {
        return Ok(());
    }
    let (old, new) = (given(place, before, giver.now), given(place, after, giver.now));
    let held = giver.standing.held_throughout(place, giver.now);
    let shorter = after.is_some_and(|grant| !grant.lasts(before.and_then(|grant| grant.until)));
    let changed = if shorter { old.union(new) } else { old.difference(new) };
    let untouchable = if held.has(Permission::TeamAccess) {
        changed.minus(held)
    } else {
        std::iter::once(Permission::TeamAccess).collect()
    };
    if !untouchable.is_empty() {
        let permission = untouchable.first().unwrap_or(Permission::TeamAccess);
        return Err(Denial::NotHeld { permission, place });
    }
    let until = after.and_then(|grant| grant.until);
    let longer = before.is_some_and(|grant| !grant.lasts(until));
    giver.check_held(place, if longer { new } else { new.minus(old) }, until)
}

/// An access of a project's own outlasts the team's, even where it changes nothing today: it is given whole.
fn check_pinned(
    giver: Giver<'_>,
    place: Place,
    before: Option<Grant>,
    after: Option<Grant>,
) -> Result<(), Denial> {
    match (before, after) {
        (None, Some(pinned)) => giver.check_held(place, given(place, after, giver.now), pinned.until),
        (Some(_), _) | (None, None) => Ok(()),
    }
}

/// What a grant gives at a place now.
fn given(place: Place, grant: Option<Grant>, now: Timestamp) -> PermissionSet {
    let live = grant.map_or(PermissionSet::EMPTY, |grant| grant.live(now));
    match place {
        Place::Team => live,
        Place::Project(_) => live.minus(PermissionSet::team_only()),
    }
}

fn record(act: &mut Act<'_>, member: &Member, access: &Access, edits: &[Edit]) {
    let at_edits = |access: &Access| {
        let edited = |place: &Place| edits.iter().any(|(edit, _)| edit == place);
        access.grants().filter(|(place, _)| edited(place)).collect()
    };
    let mut line = act.line(HistoryKind::AccessChanged);
    line.person = Some(member.person);
    line.before = at_edits(&member.access);
    line.after = at_edits(access);
    act.record(line);
}
