//! Commands about asking for access.

use roster_core::Command;
use roster_core::command::AskCommand;
use roster_core::id::{AskId, TeamId};
use roster_wire::requests::{Empty, Question, WithCap};
use roster_wire::{Route, convert};

use super::{Source, in_field};
use crate::answer::Refusal;

/// The command of a route that asks, or answers who asked.
pub fn of_ask(source: &Source<'_>, team: TeamId) -> Result<Command, Refusal> {
    let command = match source.route {
        Route::AskAccess => {
            let body: Question = source.shape()?;
            let (permission, place) = convert::question(&body).map_err(in_field("permission"))?;
            AskCommand::Send { ask: AskId(source.seed.id("ask")), permission, place }
        }
        Route::GrantAsk => {
            let body: WithCap = source.shape()?;
            AskCommand::Grant { ask: source.params.id("ask")?, raise_cap: body.raise_cap }
        }
        _ => {
            source.shape::<Empty>()?;
            AskCommand::Decline { ask: source.params.id("ask")? }
        }
    };
    Ok(Command::Ask(team, command))
}
