//! Commands on projects.

use roster_core::Command;
use roster_core::id::{ProjectId, TeamId};
use roster_wire::Route;
use roster_wire::requests::Empty;

use super::Source;
use crate::answer::Refusal;

/// The command of a route that makes, names, puts away or leaves a project.
pub fn of_project(source: &Source<'_>, team: TeamId) -> Result<Command, Refusal> {
    if source.route == Route::CreateProject {
        let project = ProjectId(source.seed.id("project"));
        return Ok(Command::CreateProject { team, project, name: source.name()? });
    }
    let project = source.params.id("project")?;
    match source.route {
        Route::RenameProject => Ok(Command::RenameProject { team, project, name: source.name()? }),
        Route::ArchiveProject => source.shape::<Empty>().map(|_| Command::ArchiveProject { team, project }),
        Route::ReopenProject => source.shape::<Empty>().map(|_| Command::ReopenProject { team, project }),
        _ => source.shape::<Empty>().map(|_| Command::LeaveProject { team, project }),
    }
}
