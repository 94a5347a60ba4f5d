//! Roles of the team's own: made, changed and deleted.

use roster_core::access::{Holds, RoleKey};
use roster_core::command::RoleCommand;
use roster_core::id::RoleId;
use roster_core::model::Role;
use roster_core::text::Name;
use roster_core::{BuiltInRole, Command, Facts, PermissionSet};

use crate::fixture::{self, NOW, TEAM};

use super::{Section, given, section};

const LIGHT: RoleId = RoleId(1);
const FULL: RoleId = RoleId(2);
const FOREIGN: RoleId = RoleId(3);

fn add_roles(facts: &mut Facts) {
    for (id, team, name, set) in [
        (LIGHT, TEAM, "Light", BuiltInRole::Writer.set()),
        (FULL, TEAM, "Full", BuiltInRole::Manager.set()),
        (FOREIGN, fixture::OTHER_TEAM, "Foreign", BuiltInRole::Viewer.set()),
    ] {
        let name = Name::parse(name).expect("a name");
        facts.roles.insert(id, Role { id, team, name, set, replaced: None, created_at: NOW });
    }
}

/// Every member who holds anything of the team holds the light role there, besides what else they hold.
fn all_hold(facts: &mut Facts) {
    add_roles(facts);
    for member in facts.members.values_mut().filter(|m| m.team == TEAM && m.person != fixture::OLGA) {
        let place = super::AUTUMN;
        let light = Holds::Own(LIGHT, BuiltInRole::Writer.set());
        let grant = roster_core::access::Grant { holds: light, until: None };
        member.access = core::mem::take(&mut member.access).with(place, Some(grant));
    }
}

fn change(role: RoleId, set: BuiltInRole) -> Command {
    Command::Role(TEAM, RoleCommand::Change { role, name: None, set: Some(set.set()), raise_cap: None })
}

fn rename(role: RoleId, name: &str) -> Command {
    let name = Some(Name::parse(name).expect("a name"));
    Command::Role(TEAM, RoleCommand::Change { role, name, set: None, raise_cap: None })
}

fn make(name: &str, set: PermissionSet) -> Command {
    let name = Name::parse(name).expect("a name");
    Command::Role(TEAM, RoleCommand::Make { role: RoleId(9), name, set })
}

fn delete(role: RoleId, replacement: RoleKey) -> Command {
    Command::Role(TEAM, RoleCommand::Delete { role, replacement, raise_cap: None })
}

pub(super) fn roles() -> Vec<Section> {
    let viewer = RoleKey::BuiltIn(BuiltInRole::Viewer);
    vec![
        section(
            "Make and change a role of the team's own: `Light` creates posts, `Full` holds all",
            vec![
                given("make one that views", add_roles, make("New", BuiltInRole::Viewer.set())),
                given("make a manager's", add_roles, make("New", BuiltInRole::Manager.set())),
                given("called Editor", add_roles, make("EDITOR", BuiltInRole::Viewer.set())),
                given("Light to viewing", add_roles, change(LIGHT, BuiltInRole::Viewer)),
                given("Light to SMM", add_roles, change(LIGHT, BuiltInRole::SmmSpecialist)),
                given("Full to viewing", add_roles, change(FULL, BuiltInRole::Viewer)),
            ],
        ),
        section(
            "Rename and delete a role of the team's own",
            vec![
                given("rename Full", add_roles, rename(FULL, "Fuller")),
                given("Light for Viewer", add_roles, delete(LIGHT, viewer)),
                given("Light for Full", add_roles, delete(LIGHT, RoleKey::Own(FULL))),
                given("rename one's own", all_hold, rename(LIGHT, "Lighter")),
                given("of another team", add_roles, rename(FOREIGN, "Mine")),
                given("for another team's", add_roles, delete(LIGHT, RoleKey::Own(FOREIGN))),
            ],
        ),
    ]
}
