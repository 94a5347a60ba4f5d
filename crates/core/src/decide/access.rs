//! Changing what a member holds (A3, A6): edits at places, each within what the asker holds there themselves.

use crate::access::{Access, Grant, Place, Standing};
use crate::change::{Answer, Decision, HistoryKind, Template};
use crate::command::Edit;
use crate::denial::Denial;
use crate::generated::catalogue::Permission;
use crate::id::PersonId;
use crate::model::Member;
use crate::permission::PermissionSet;

use super::act::{Act, unchanged};
use super::common::Asking;
use super::giving::{check_grant, check_held, check_places, same};
use super::{orphan, seat};

/// Changes a member's access.
pub fn change(
    asking: &Asking<'_>,
    person: PersonId,
    edits: &[Edit],
    raise_cap: Option<u32>,
) -> Result<Decision, Denial> {
    check_places(edits.iter().map(|(place, _)| *place))?;
    for (place, _) in edits {
        asking.see(*place)?;
        asking.require(Permission::TeamAccess, *place)?;
    }
    let member = asking.other_member(person)?;
    let access = edited(asking, &member.access, edits)?;
    if access == member.access {
        return Ok(unchanged(Answer::Done));
    }
    for (place, _) in edits {
        check_edit(asking, *place, member.access.grant_at(*place), access.grant_at(*place))?;
    }
    let mut act = asking.act();
    seat::give_access(&mut act, member, access.clone(), seat::payer(asking, raise_cap))?;
    orphan::given_by(&mut act, person, Standing::Member(&member.access), Standing::Member(&access));
    record(&mut act, member, &access, edits);
    act.tell(Template::AccessChanged, person);
    Ok(act.finish(Answer::Done))
}

/// The access after the edits, each of which makes sense. A grant that stays as it is may have ended.
fn edited(asking: &Asking<'_>, access: &Access, edits: &[Edit]) -> Result<Access, Denial> {
    edits.iter().try_fold(access.clone(), |access, (place, grant)| {
        let stays = own_grant(&access, *place) == *grant;
        if let (Some(grant), false) = (grant, stays) {
            check_grant(*place, *grant, asking.now)?;
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
/// what is given more, or for longer, is held for as long.
fn check_edit(
    asking: &Asking<'_>,
    place: Place,
    before: Option<Grant>,
    after: Option<Grant>,
) -> Result<(), Denial> {
    if asking.is_owner() || same(before, after, asking.now) {
        return Ok(());
    }
    let (old, new) = (given(asking, place, before), given(asking, place, after));
    let held = asking.standing.held_throughout(place, asking.now);
    let untouchable = if held.has(Permission::TeamAccess) {
        old.difference(new).minus(held)
    } else {
        std::iter::once(Permission::TeamAccess).collect()
    };
    if !untouchable.is_empty() {
        let permission = untouchable.first().unwrap_or(Permission::TeamAccess);
        return Err(Denial::NotHeld { permission, place });
    }
    let until = after.and_then(|grant| grant.until);
    let longer = before.is_some_and(|grant| !grant.lasts(until));
    check_held(asking, place, if longer { new } else { new.minus(old) }, until)
}

/// What a grant gives at a place now.
fn given(asking: &Asking<'_>, place: Place, grant: Option<Grant>) -> PermissionSet {
    let live = grant.map_or(PermissionSet::EMPTY, |grant| grant.live(asking.now));
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
