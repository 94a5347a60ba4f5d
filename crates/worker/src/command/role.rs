//! Commands on roles of a team's own.

use roster_core::Command;
use roster_core::access::RoleKey;
use roster_core::command::RoleCommand;
use roster_core::id::{RoleId, TeamId};
use roster_core::text::Name;
use roster_wire::requests::{ChangeRole, DeleteRole, MakeRole};
use roster_wire::{Route, convert};

use super::{Source, bad_text, in_field};
use crate::answer::Refusal;

/// The command of a route that changes a role.
pub fn of_role(source: &Source<'_>, team: TeamId) -> Result<Command, Refusal> {
    let command = match source.route {
        Route::MakeRole => make(source)?,
        Route::ChangeRole => change(source, source.params.id("role")?)?,
        _ => delete(source, source.params.id("role")?)?,
    };
    Ok(Command::Role(team, command))
}

fn name(text: &str) -> Result<Name, Refusal> {
    Name::parse(text).map_err(|error| bad_text(error, "name"))
}

fn make(source: &Source<'_>) -> Result<RoleCommand, Refusal> {
    let body: MakeRole = source.shape()?;
    let set = convert::permissions(&body.permissions).map_err(in_field("permissions"))?;
    Ok(RoleCommand::Make { role: RoleId(source.seed.id("role")), name: name(&body.name)?, set })
}

fn change(source: &Source<'_>, role: RoleId) -> Result<RoleCommand, Refusal> {
    let ChangeRole { name: text, permissions, raise_cap } = source.shape()?;
    let set = permissions.as_deref().map(convert::permissions).transpose();
    let set = set.map_err(in_field("permissions"))?;
    Ok(RoleCommand::Change { role, name: text.as_deref().map(name).transpose()?, set, raise_cap })
}

fn delete(source: &Source<'_>, role: RoleId) -> Result<RoleCommand, Refusal> {
    let DeleteRole { replacement, raise_cap } = source.shape()?;
    let replacement = RoleKey::from_id(&replacement).ok_or_else(|| Refusal::bad_value("replacement"))?;
    Ok(RoleCommand::Delete { role, replacement, raise_cap })
}
