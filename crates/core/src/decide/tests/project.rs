//! Making, naming and archiving projects (`projects.manage`).

use super::*;
use BuiltInRole::{Editor, Manager};

#[test]
fn projects_are_managed_at_the_team_alone() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Manager)).with(TOMAS, P1, role(Manager));
    world.with(EVA, Place::Team, role(Editor));
    let project = ProjectId(3);
    let name = || Name::parse("New").unwrap();
    let create = || Command::CreateProject { team: TEAM, project, name: name() };
    let refused = missing(Permission::ProjectsManage, Place::Team);
    assert_eq!(world.run(TOMAS, create()), refused);
    assert_eq!(world.run(STRANGER, create()), Err(Denial::NotFound));
    assert_eq!(world.run(ANA, create()), Ok(Answer::Project(project)));
    assert_eq!(world.team().projects, 3);
    let rename = |id| Command::RenameProject { team: TEAM, project: ProjectId(id), name: name() };
    assert_eq!(world.run(EVA, rename(1)), missing(Permission::ProjectsManage, P1));
    assert_eq!(world.run(TOMAS, rename(2)), Err(Denial::NotFound));
    assert_eq!(world.run(ANA, rename(9)), Err(Denial::NotFound));
    assert_eq!(world.run(ANA, rename(1)), Ok(Answer::Done));
}

#[test]
fn an_archived_project_comes_back() {
    let mut world = World::new();
    let project = ProjectId(1);
    world.run(OWNER, Command::ArchiveProject { team: TEAM, project }).unwrap();
    assert_eq!(world.facts.projects[&project].archived_at, Some(START));
    world.run(OWNER, Command::ArchiveProject { team: TEAM, project }).unwrap();
    assert!(world.last.is_empty());
    world.run(OWNER, Command::ReopenProject { team: TEAM, project }).unwrap();
    assert_eq!(world.facts.projects[&project].archived_at, None);
}

#[test]
fn a_team_has_so_many_projects() {
    let mut world = World::new();
    world.facts.teams.get_mut(&TEAM).unwrap().projects = 1_000;
    let name = Name::parse("One more").unwrap();
    let create = Command::CreateProject { team: TEAM, project: ProjectId(3), name };
    assert_eq!(world.run(OWNER, create), Err(Denial::LimitReached { limit: "projects_per_team" }));
}
