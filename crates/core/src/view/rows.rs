//! What the row of a member, and each checkmark of the access dialog, may do: yes, or why not. A courtesy of the
//! page's; the same rules decide the commands.

use super::people::Seen;
use crate::access::{Grant, Place, Standing};
use crate::denial::Denial;
use crate::generated::catalogue::Permission;
use crate::permission::Scope;
use crate::time::Timestamp;

/// A row: who looks, at whom, on which page.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Who looks.
    pub viewer: Seen<'a>,
    /// Whose row it is.
    pub member: Seen<'a>,
    /// The team's page, or a project's.
    pub place: Place,
}

/// What a row may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowActions {
    /// "Edit access", the pencil: on the team's page, at any place.
    pub edit: Result<(), Denial>,
    /// "Remove from team", or from the project on a project's page.
    pub remove: Result<(), Denial>,
    /// "Transfer ownership".
    pub transfer: Result<(), Denial>,
    /// "Leave team", or the project; `None`: it is not one's own row.
    pub leave: Option<Result<(), Denial>>,
}

/// A checkmark of the access dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkmark {
    /// Which.
    pub permission: Permission,
    /// Its true state.
    pub ticked: bool,
    /// Whether it can be changed, or why not.
    pub changeable: Result<(), Denial>,
}

/// What the row may do.
#[must_use]
pub fn row_actions(row: Row<'_>, now: Timestamp) -> RowActions {
    let own = row.viewer.person == row.member.person;
    RowActions {
        edit: edit(row, now).and_then(|()| touch(row)),
        remove: holds(row.viewer.standing, Permission::TeamRemove, row.place, now).and_then(|()| touch(row)),
        transfer: transfer(row, now),
        leave: own.then(|| leave(row.viewer.standing)),
    }
}

/// Nobody edits or removes themselves, and nobody the owner.
fn touch(row: Row<'_>) -> Result<(), Denial> {
    if row.viewer.person == row.member.person {
        return Err(Denial::OwnAccess);
    }
    if matches!(row.member.standing, Standing::Owner) {
        return Err(Denial::OwnerUntouchable);
    }
    if matches!(row.member.standing, Standing::Outsider) {
        return Err(Denial::NotMember);
    }
    Ok(())
}

fn edit(row: Row<'_>, now: Timestamp) -> Result<(), Denial> {
    let anywhere = match (row.viewer.standing, row.place) {
        (Standing::Member(access), Place::Team) => {
            access.grants().any(|(_, grant)| grant.live(now).has(Permission::TeamAccess))
        }
        (Standing::Member(_) | Standing::Owner | Standing::Outsider, _) => false,
    };
    if anywhere { Ok(()) } else { holds(row.viewer.standing, Permission::TeamAccess, row.place, now) }
}

fn holds(viewer: Standing<'_>, permission: Permission, place: Place, now: Timestamp) -> Result<(), Denial> {
    super::explain(viewer, permission, place, now)
}

fn transfer(row: Row<'_>, now: Timestamp) -> Result<(), Denial> {
    match (row.viewer.standing, row.member.standing) {
        (Standing::Outsider, _) => Err(Denial::NotFound),
        (Standing::Member(_), _) => Err(Denial::OwnerOnly),
        (Standing::Owner, Standing::Owner) => Err(Denial::OwnAccess),
        (Standing::Owner, Standing::Member(access)) if access.is_live(now) => Ok(()),
        (Standing::Owner, Standing::Member(_) | Standing::Outsider) => Err(Denial::NotMember),
    }
}

const fn leave(viewer: Standing<'_>) -> Result<(), Denial> {
    match viewer {
        Standing::Owner => Err(Denial::OwnerUntouchable),
        Standing::Member(_) => Ok(()),
        Standing::Outsider => Err(Denial::NotFound),
    }
}

/// Every checkmark of the catalogue as the dialog shows it at `place`, where the member holds `grant`: one that
/// the viewer does not hold in that whole scope stands in its true state and cannot be changed; one to be ticked
/// must also be held for as long as the grant lasts.
#[must_use]
pub fn checkmarks(
    viewer: Standing<'_>,
    grant: Option<Grant>,
    place: Place,
    now: Timestamp,
) -> Vec<Checkmark> {
    let mark = |permission: Permission| {
        let ticked = grant.is_some_and(|grant| grant.holds.set().has(permission));
        Checkmark { permission, ticked, changeable: changeable(viewer, permission, grant, place, now) }
    };
    Permission::ALL.iter().copied().map(mark).collect()
}

fn changeable(
    viewer: Standing<'_>,
    permission: Permission,
    grant: Option<Grant>,
    place: Place,
    now: Timestamp,
) -> Result<(), Denial> {
    holds(viewer, Permission::TeamAccess, place, now)?;
    if matches!((permission.scope(), place), (Scope::Team, Place::Project(_))) {
        return Err(Denial::TeamOnly { permission });
    }
    let held = viewer.held_throughout(place, now);
    if !held.has(Permission::TeamAccess) {
        return Err(Denial::NotHeld { permission: Permission::TeamAccess, place });
    }
    let unticks = grant.is_some_and(|grant| grant.live(now).has(permission));
    let until = grant.and_then(|grant| grant.until);
    let alone = std::iter::once(permission).collect();
    if held.has(permission) && (unticks || viewer.holds_for(alone, until, place, now)) {
        Ok(())
    } else {
        Err(Denial::NotHeld { permission, place })
    }
}
