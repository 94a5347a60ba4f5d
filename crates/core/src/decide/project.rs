//! Making, naming and archiving projects.

use crate::access::Place;
use crate::change::{Answer, Decision, HistoryKind};
use crate::denial::Denial;
use crate::generated::catalogue::Permission;
use crate::id::ProjectId;
use crate::limits::PROJECTS_PER_TEAM;
use crate::model::Project;
use crate::text::Name;
use crate::time::Timestamp;

use super::act::unchanged;
use super::common::Asking;

/// Makes a project.
pub fn create(asking: &Asking<'_>, id: ProjectId, name: &Name) -> Result<Decision, Denial> {
    asking.require(Permission::ProjectsManage, Place::Team)?;
    if asking.team.projects >= PROJECTS_PER_TEAM {
        return Err(Denial::LimitReached { limit: "projects_per_team" });
    }
    let project =
        Project { id, team: asking.team.id, name: name.clone(), archived_at: None, created_at: asking.now };
    let mut act = asking.act();
    act.team.projects = act.team.projects.saturating_add(1);
    let mut line = act.line(HistoryKind::ProjectCreated);
    line.project = Some(id);
    line.note = Some(name.as_str().to_owned());
    act.record(line);
    act.write_project(project);
    Ok(act.finish(Answer::Project(id)))
}

/// Changes a project's name.
pub fn rename(asking: &Asking<'_>, id: ProjectId, name: &Name) -> Result<Decision, Denial> {
    let project = managed(asking, id)?;
    let renamed = Project { name: name.clone(), ..project.clone() };
    Ok(write(asking, project, renamed, HistoryKind::ProjectRenamed))
}

/// Puts a project away.
pub fn archive(asking: &Asking<'_>, id: ProjectId) -> Result<Decision, Denial> {
    let project = managed(asking, id)?;
    let archived_at: Option<Timestamp> = project.archived_at.or(Some(asking.now));
    let archived = Project { archived_at, ..project.clone() };
    Ok(write(asking, project, archived, HistoryKind::ProjectArchived))
}

/// Takes a project out again.
pub fn reopen(asking: &Asking<'_>, id: ProjectId) -> Result<Decision, Denial> {
    let project = managed(asking, id)?;
    let reopened = Project { archived_at: None, ..project.clone() };
    Ok(write(asking, project, reopened, HistoryKind::ProjectReopened))
}

fn managed<'a>(asking: &Asking<'a>, id: ProjectId) -> Result<&'a Project, Denial> {
    let project = asking.project(id)?;
    asking.require(Permission::ProjectsManage, Place::Project(id))?;
    Ok(project)
}

fn write(asking: &Asking<'_>, old: &Project, new: Project, kind: HistoryKind) -> Decision {
    if *old == new {
        return unchanged(Answer::Done);
    }
    let mut act = asking.act();
    let mut line = act.line(kind);
    line.project = Some(new.id);
    line.note = Some(new.name.as_str().to_owned());
    act.record(line);
    act.write_project(new);
    act.finish(Answer::Done)
}
