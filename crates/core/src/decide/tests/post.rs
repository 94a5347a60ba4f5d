//! Posts (RULES.md, "Work"; A5, T5).

use super::*;
use crate::command::Step;
use crate::id::PostId;
use crate::model::{Post, Stage};
use crate::text::{Body, Title};
use crate::time::HOUR;
use BuiltInRole::{Approver, CommunityManager, Editor, SmmSpecialist, Viewer, Writer};
use Step::{Approve, Publish, Return, SendForReview};

const POST: PostId = PostId(1);

fn create(world: &mut World, who: u64) -> Result<Answer, Denial> {
    let (title, body) = (Title::parse("Spring").unwrap(), Body::parse("Hello").unwrap());
    let project = ProjectId(1);
    world.run(who, Command::CreatePost { team: TEAM, project, post: POST, title, body })
}

fn post(world: &World) -> &Post {
    &world.facts.posts[&POST]
}

fn edit(world: &mut World, who: u64) -> Result<Answer, Denial> {
    let version = post(world).version;
    let body = Body::parse(&format!("text {version}")).unwrap();
    let title = Title::parse("Summer").unwrap();
    world.run(who, Command::EditPost { team: TEAM, post: POST, version, title, body })
}

fn step(world: &mut World, who: u64, step: Step) -> Result<Answer, Denial> {
    let version = post(world).version;
    world.run(who, Command::MovePost { team: TEAM, post: POST, version, step })
}

fn at_stage(world: &mut World, stage: Stage) {
    let approved_by = (stage == Stage::Approved).then_some(PersonId(OWNER));
    let row = world.facts.posts.get_mut(&POST).unwrap();
    (row.stage, row.approved_by) = (stage, approved_by);
}

/// Ana writes; her post stands at a stage.
fn world() -> World {
    let mut world = World::new();
    world.with(ANA, P1, role(Writer)).with(TOMAS, P1, role(SmmSpecialist));
    create(&mut world, ANA).unwrap();
    world
}

#[test]
fn creating_needs_posts_create_there() {
    let mut world = World::new();
    world.with(ANA, P1, role(Viewer)).with(TOMAS, P2, role(Editor)).with(EVA, P1, role(Writer));
    assert_eq!(create(&mut world, ANA), missing(Permission::PostsCreate, P1));
    assert_eq!(create(&mut world, TOMAS), Err(Denial::NotFound));
    assert_eq!(create(&mut world, STRANGER), Err(Denial::NotFound));
    let team = world.team().clone();
    assert_eq!(create(&mut world, EVA), Ok(Answer::Post { post: POST, version: 1 }));
    assert_eq!(*world.team(), team, "content changes no team");
    assert_eq!(world.history(), [HistoryKind::PostCreated]);
}

#[test]
fn ones_own_post_is_edited_until_review_and_everyones_with_posts_edit() {
    let no_edit = || missing(Permission::PostsEdit, P1);
    let table = [
        (ANA, Stage::Draft, Ok(())),
        (ANA, Stage::InReview, no_edit()),
        (EVA, Stage::Draft, no_edit()),
        (TOMAS, Stage::InReview, Ok(())),
        (TOMAS, Stage::Published, Err(Denial::WrongStage)),
        (OWNER, Stage::Approved, Ok(())),
        (STRANGER, Stage::Draft, Err(Denial::NotFound)),
    ];
    for (who, stage, expected) in table {
        let mut world = world();
        world.with(EVA, P1, role(Writer));
        at_stage(&mut world, stage);
        assert_eq!(edit(&mut world, who).map(|_| ()), expected, "{who} {stage:?}");
    }
}

#[test]
fn an_edit_after_approval_returns_the_post_to_review() {
    let mut world = world();
    at_stage(&mut world, Stage::Approved);
    edit(&mut world, TOMAS).unwrap();
    assert_eq!((post(&world).stage, post(&world).approved_by), (Stage::InReview, None));
}

#[test]
fn posts_are_absent_for_those_who_may_not_see_them() {
    let mut world = world();
    world.with(EVA, P1, role(CommunityManager));
    assert_eq!(edit(&mut world, EVA), Err(Denial::NotFound));
    assert_eq!(step(&mut world, EVA, Publish), Err(Denial::NotFound));
}

#[test]
fn setting_a_time_needs_posts_schedule_and_publishes_nothing() {
    let mut world = world();
    let at = Some(START.plus(HOUR));
    let set = |version, at| Command::SetTime { team: TEAM, post: POST, version, at };
    assert_eq!(world.run(ANA, set(1, at)), missing(Permission::PostsSchedule, P1));
    assert_eq!(world.run(TOMAS, set(1, Some(START))), Err(Denial::BadEnd));
    assert_eq!(world.run(TOMAS, set(1, at)), Ok(Answer::Post { post: POST, version: 2 }));
    assert_eq!((post(&world).stage, post(&world).planned_at), (Stage::Draft, at));
    assert_eq!(world.run(TOMAS, set(1, None)), Err(Denial::Changed));
}

#[test]
fn each_step_has_its_checkmark() {
    let table = [
        (ANA, Stage::Draft, SendForReview, Ok(Stage::InReview)),
        (ANA, Stage::InReview, Approve, missing(Permission::PostsApprove, P1)),
        (ANA, Stage::InReview, Return, missing(Permission::PostsApprove, P1)),
        (ANA, Stage::Approved, Publish, missing(Permission::PostsPublish, P1)),
        (TOMAS, Stage::Approved, Publish, missing(Permission::PostsPublish, P1)),
        (EVA, Stage::Draft, SendForReview, missing(Permission::PostsEdit, P1)),
        (EVA, Stage::InReview, Approve, Ok(Stage::Approved)),
        (EVA, Stage::Approved, Return, Ok(Stage::Draft)),
        (EVA, Stage::Draft, Approve, Err(Denial::WrongStage)),
        (OWNER, Stage::Draft, Publish, Ok(Stage::Published)),
        (OWNER, Stage::Published, Publish, Err(Denial::WrongStage)),
        (OWNER, Stage::Published, Return, Err(Denial::WrongStage)),
    ];
    for (who, stage, taken, expected) in table {
        let mut world = world();
        world.with(EVA, P1, role(Approver));
        at_stage(&mut world, stage);
        let answer = step(&mut world, who, taken).map(|_| post(&world).stage);
        assert_eq!(answer, expected, "{who} {stage:?} {taken:?}");
    }
}

#[test]
fn the_author_is_told_of_approval_and_return_while_they_see_the_post() {
    let mut world = world();
    at_stage(&mut world, Stage::InReview);
    step(&mut world, OWNER, Approve).unwrap();
    assert!(world.told(ANA, Template::Approved));
    assert_eq!(post(&world).approved_by, Some(PersonId(OWNER)));
    step(&mut world, OWNER, Return).unwrap();
    assert!(world.told(ANA, Template::Returned));
    world.remove(OWNER, ANA).unwrap();
    at_stage(&mut world, Stage::InReview);
    step(&mut world, OWNER, Approve).unwrap();
    assert!(world.mails().is_empty());
}

#[test]
fn an_archived_project_is_read_and_not_changed() {
    let mut world = world();
    world.run(OWNER, Command::ArchiveProject { team: TEAM, project: ProjectId(1) }).unwrap();
    assert_eq!(edit(&mut world, OWNER), Err(Denial::Archived));
    assert_eq!(step(&mut world, OWNER, Publish), Err(Denial::Archived));
    assert_eq!(create(&mut world, OWNER), Err(Denial::Archived));
}
