//! Commands on roles of a team's own, over those that there are.

use roster_core::Command;
use roster_core::access::RoleKey;
use roster_core::command::RoleCommand;
use roster_core::id::{RoleId, TeamId};
use roster_core::text::Name;

use super::super::act::{Chosen, Pick, What};
use super::super::world::World;
use super::{Cast, closed, nth};

impl Cast {
    pub(super) fn role(&self, world: &World, team: TeamId, pick: Pick) -> RoleId {
        let ours = world.rows.roles.values().filter(|r| r.team == team && r.replaced.is_none());
        let roles: Vec<RoleId> = ours.map(|role| role.id).collect();
        // One that is not there: a deleted one, or another team's, if there is one.
        let other = world.rows.roles.values().find(|r| r.team != team || r.replaced.is_some());
        nth(&roles, pick).or(other.map(|role| role.id)).unwrap_or(RoleId(9_999))
    }

    pub(super) fn chosen(&self, world: &World, team: TeamId, role: Chosen) -> RoleKey {
        match role {
            Chosen::BuiltIn(role) => RoleKey::BuiltIn(role),
            Chosen::Own(pick) => RoleKey::Own(self.role(world, team, pick)),
        }
    }

    pub(super) fn of_roles(&mut self, world: &World, team: TeamId, what: &What) -> Option<Command> {
        let called = |name: u8| Name::parse(&format!("Role {name}")).expect("a name");
        let cap = |raise: &Option<u8>| raise.map(u32::from);
        let command = match what {
            What::MakeRole { name, bits } => {
                RoleCommand::Make { role: RoleId(self.fresh()), name: called(*name), set: closed(*bits) }
            }
            What::ChangeRole { role, name, bits, raise } => RoleCommand::Change {
                role: self.role(world, team, *role),
                name: name.map(called),
                set: bits.map(closed),
                raise_cap: cap(raise),
            },
            What::DeleteRole { role, to, raise } => RoleCommand::Delete {
                role: self.role(world, team, *role),
                replacement: self.chosen(world, team, *to),
                raise_cap: cap(raise),
            },
            _ => return None,
        };
        Some(Command::Role(team, command))
    }
}
