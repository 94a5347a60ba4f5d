//! Roles of a team's own (A4): made, changed and deleted by whoever changes access for the whole team, with no end
//! date, and holds all that the role has, before and after. Editing a role is giving to all its holders, so nobody
//! edits or deletes one that they hold themselves. What follows the role is moved next door.

use crate::access::{Grant, Holds, Place, RoleKey, Standing};
use crate::change::{Answer, Decision, HistoryKind};
use crate::command::RoleCommand;
use crate::denial::Denial;
use crate::generated::catalogue::{BuiltInRole, Permission};
use crate::id::RoleId;
use crate::limits::ROLES_PER_TEAM;
use crate::model::Role;
use crate::permission::PermissionSet;
use crate::text::{Name, likeness};

use super::act::{Act, unchanged};
use super::common::Asking;
use super::following::{Turn, follow};
use super::giving::check_set;
use super::seat;

/// Carries out a command on a role.
pub fn carry_out(asking: &Asking<'_>, command: &RoleCommand) -> Result<Decision, Denial> {
    asking.require(Permission::TeamAccess, Place::Team)?;
    match command {
        RoleCommand::Make { role, name, set } => make(asking, *role, name, *set),
        RoleCommand::Change { role, name, set, raise_cap } => {
            let old = editable(asking, *role)?;
            let name = name.as_ref().unwrap_or(&old.name);
            let new = Role { name: name.clone(), set: set.unwrap_or(old.set), ..old.clone() };
            change(asking, old, new, *raise_cap)
        }
        RoleCommand::Delete { role, replacement, raise_cap } => {
            delete(asking, editable(asking, *role)?, *replacement, *raise_cap)
        }
    }
}

/// They hold all of it in the whole team, and the right to give it, for good.
fn check_held(asking: &Asking<'_>, set: PermissionSet) -> Result<(), Denial> {
    let access: PermissionSet = std::iter::once(Permission::TeamAccess).collect();
    asking.giver().check_held(Place::Team, set.union(access), None)
}

/// A living role of the team that the asker does not hold themselves.
fn editable<'a>(asking: &Asking<'a>, id: RoleId) -> Result<&'a Role, Denial> {
    let role = asking.facts.roles.get(&id).filter(|role| role.team == asking.team.id && role.is_living());
    let role = role.ok_or(Denial::NotFound)?;
    match asking.standing {
        Standing::Member(access) if access.follows(id) => Err(Denial::OwnAccess),
        Standing::Owner | Standing::Member(_) | Standing::Outsider => Ok(role),
    }
}

fn living<'a>(asking: &Asking<'a>) -> impl Iterator<Item = &'a Role> {
    let team = asking.team.id;
    asking.facts.roles.values().filter(move |role| role.team == team && role.is_living())
}

/// No other role of the team is called so, nor looks so, and no built-in one.
fn check_name(asking: &Asking<'_>, id: RoleId, name: &Name) -> Result<(), Denial> {
    let like = likeness(name.as_str());
    let built_in = BuiltInRole::ALL.iter().flat_map(|role| [role.id(), role.label()]);
    let reserved = built_in.chain(["Owner", "Custom", "No access"]).any(|known| likeness(known) == like);
    if reserved || living(asking).any(|role| role.id != id && likeness(role.name.as_str()) == like) {
        return Err(Denial::NameTaken);
    }
    Ok(())
}

fn check_checkmarks(set: PermissionSet) -> Result<(), Denial> {
    check_set(Place::Team, set)?;
    if set.known().count() == 0 { Err(Denial::EmptyRole) } else { Ok(()) }
}

fn make(asking: &Asking<'_>, id: RoleId, name: &Name, set: PermissionSet) -> Result<Decision, Denial> {
    check_held(asking, set)?;
    check_checkmarks(set)?;
    check_name(asking, id, name)?;
    if living(asking).count() >= ROLES_PER_TEAM {
        return Err(Denial::LimitReached { limit: "roles_per_team" });
    }
    let role =
        Role { id, team: asking.team.id, name: name.clone(), set, replaced: None, created_at: asking.now };
    let mut act = asking.act();
    record(&mut act, HistoryKind::RoleMade, name.as_str(), None, Some(Holds::Custom(set)));
    act.write_role(role);
    Ok(act.finish(Answer::Role(id)))
}

fn change(asking: &Asking<'_>, old: &Role, new: Role, raise_cap: Option<u32>) -> Result<Decision, Denial> {
    check_held(asking, old.set.union(new.set))?;
    check_checkmarks(new.set)?;
    check_name(asking, new.id, &new.name)?;
    if *old == new {
        return Ok(unchanged(Answer::Done));
    }
    let mut act = asking.act();
    if old.name != new.name {
        let names = [old.name.as_str(), new.name.as_str()].join(" → ");
        record(&mut act, HistoryKind::RoleRenamed, &names, None, None);
    }
    if old.set != new.set {
        follow(&mut act, Turn { role: old, to: new.holds() }, seat::payer(asking, raise_cap))?;
        let (before, after) = (Holds::Custom(old.set), Holds::Custom(new.set));
        record(&mut act, HistoryKind::RoleChanged, new.name.as_str(), Some(before), Some(after));
    }
    act.write_role(new);
    Ok(act.finish(Answer::Done))
}

fn delete(
    asking: &Asking<'_>,
    role: &Role,
    replacement: RoleKey,
    raise_cap: Option<u32>,
) -> Result<Decision, Denial> {
    let to = asking.facts.holds_of(asking.team.id, replacement)?;
    if replacement == RoleKey::Own(role.id) {
        return Err(Denial::NoSuchRole);
    }
    check_held(asking, role.set.union(to.set()))?;
    let mut act = asking.act();
    follow(&mut act, Turn { role, to }, seat::payer(asking, raise_cap))?;
    record(&mut act, HistoryKind::RoleDeleted, role.name.as_str(), Some(Holds::Custom(role.set)), Some(to));
    let replaced = Some((replacement, asking.now));
    act.write_role(Role { set: to.set(), replaced, ..role.clone() });
    Ok(act.finish(Answer::Done))
}

fn record(act: &mut Act<'_>, kind: HistoryKind, note: &str, before: Option<Holds>, after: Option<Holds>) {
    let at_team = |holds| (Place::Team, Grant { holds, until: None });
    let mut line = act.line(kind);
    line.note = Some(note.to_owned());
    line.before = before.map(at_team).into_iter().collect();
    line.after = after.map(at_team).into_iter().collect();
    act.record(line);
}
