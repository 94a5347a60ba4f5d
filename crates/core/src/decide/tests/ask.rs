//! "Ask for access" (RULES.md; S3): who is told, what one click gives, and when an ask closes by itself.

use super::*;
use crate::command::AskCommand;
use crate::id::AskId;
use crate::limits::{ASK_MILLIS, ASKS_PER_PERSON_AND_DAY};
use crate::model::AskState;
use BuiltInRole::{Editor, Manager, SmmSpecialist, Viewer, Writer};
use Permission::{PostsApprove, PostsPublish, PostsView, ProjectsManage, TeamAccess};

fn send(world: &mut World, who: u64, permission: Permission, place: Place) -> Result<AskId, Denial> {
    let ask = AskId(world.fresh());
    let answer = world.run(who, Command::Ask(TEAM, AskCommand::Send { ask, permission, place }))?;
    match answer {
        Answer::Asked { ask, .. } => Ok(ask),
        other => panic!("not asked: {other:?}"),
    }
}

fn grant(world: &mut World, who: u64, ask: AskId) -> Result<Answer, Denial> {
    world.run(who, Command::Ask(TEAM, AskCommand::Grant { ask, raise_cap: None }))
}

fn decline(world: &mut World, who: u64, ask: AskId) -> Result<Answer, Denial> {
    world.run(who, Command::Ask(TEAM, AskCommand::Decline { ask }))
}

fn is_open(world: &World, ask: AskId) -> bool {
    world.facts.asks[&ask].is_open()
}

fn team() -> World {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Writer)).with(TOMAS, Place::Team, role(Manager));
    world
}

#[test]
fn exactly_those_whom_the_denial_names_are_mailed() {
    let mut world = team();
    world.with(EVA, Place::Team, role(SmmSpecialist));
    send(&mut world, ANA, PostsPublish, P1).unwrap();
    let told: Vec<u64> = [OWNER, ANA, TOMAS, EVA, STRANGER]
        .into_iter()
        .filter(|id| world.told(*id, Template::AccessAsked))
        .collect();
    // Eva may change access, but does not hold Publish herself.
    assert_eq!(told, [OWNER, TOMAS]);
    assert_eq!(world.history(), [HistoryKind::AccessAsked]);
}

#[test]
fn one_click_gives_just_that_there_and_what_it_needs() {
    let mut world = team();
    let ask = send(&mut world, ANA, PostsPublish, P1).unwrap();
    grant(&mut world, TOMAS, ask).unwrap();
    assert_eq!(world.held(ANA, P1), Writer.set().tick(PostsPublish));
    assert_eq!(world.held(ANA, P2), Writer.set());
    assert!(world.told(ANA, Template::AccessChanged));
    assert_eq!(world.history(), [HistoryKind::AccessChanged]);
    // The second click finds it done.
    let version = world.team().version;
    assert_eq!(grant(&mut world, OWNER, ask), Ok(Answer::Done));
    assert_eq!(world.team().version, version);
    assert_eq!(decline(&mut world, OWNER, ask), Err(Denial::Answered));
}

#[test]
fn what_is_needed_comes_with_it_and_the_end_is_kept() {
    let mut world = World::new();
    let until = Some(START.plus(DAY));
    world.with(ANA, Place::Team, Grant { until, ..custom(&[Permission::CommentsWrite]) });
    let ask = send(&mut world, ANA, PostsApprove, Place::Team).unwrap();
    let view = send(&mut world, ANA, PostsView, Place::Team).unwrap();
    grant(&mut world, OWNER, ask).unwrap();
    let held = world.member(ANA).access.team.unwrap();
    assert_eq!(held.until, until);
    assert_eq!(held, Grant { until, ..custom(&[Permission::CommentsWrite, PostsApprove, PostsView]) });
    assert!(!is_open(&world, view), "it came with the other");
}

#[test]
fn nobody_gives_what_they_do_not_hold_or_hold_no_more() {
    let mut world = team();
    world.with(EVA, Place::Team, role(SmmSpecialist));
    let ask = send(&mut world, ANA, PostsPublish, P1).unwrap();
    assert_eq!(grant(&mut world, EVA, ask), missing(PostsPublish, P1));
    world.change(OWNER, TOMAS, &[(Place::Team, Some(role(Editor)))]).unwrap();
    assert_eq!(grant(&mut world, TOMAS, ask), missing(TeamAccess, P1));
    assert_eq!(decline(&mut world, TOMAS, ask), missing(TeamAccess, P1));
    assert_eq!(grant(&mut world, STRANGER, ask), Err(Denial::NotFound));
    assert_eq!(grant(&mut world, ANA, ask), missing(TeamAccess, P1));
    assert_eq!(grant(&mut world, OWNER, AskId(1)), Err(Denial::NotFound));
    assert!(is_open(&world, ask));
}

#[test]
fn a_seat_must_be_free_or_paid_for_by_the_owner() {
    let mut world = World::on(Plan::Plus, 0);
    world.with(ANA, Place::Team, role(Viewer)).with(TOMAS, Place::Team, role(Manager));
    let ask = send(&mut world, ANA, PostsPublish, P1).unwrap();
    let full = Err(Denial::SeatsFull { needed_cap: 1, total_cents: 800 });
    assert_eq!(grant(&mut world, TOMAS, ask), full);
    assert_eq!(grant(&mut world, OWNER, ask), full);
    let paying = Command::Ask(TEAM, AskCommand::Grant { ask, raise_cap: Some(1) });
    world.run(OWNER, paying).unwrap();
    assert!(world.member(ANA).seat);
}

#[test]
fn outsiders_and_those_who_have_it_cannot_ask() {
    let mut world = team();
    assert_eq!(send(&mut world, STRANGER, PostsPublish, P1), Err(Denial::NotFound));
    assert_eq!(send(&mut world, OWNER, PostsPublish, P1), Err(Denial::AlreadyHeld));
    assert_eq!(send(&mut world, ANA, PostsView, P1), Err(Denial::AlreadyHeld));
    world.change(OWNER, ANA, &[(P1, Some(Grant::NOTHING))]).unwrap();
    assert_eq!(send(&mut world, ANA, PostsPublish, P1), Err(Denial::NotFound));
    world.run(OWNER, Command::ArchiveProject { team: TEAM, project: ProjectId(2) }).unwrap();
    assert_eq!(send(&mut world, ANA, PostsPublish, P2), Err(Denial::Archived));
}

#[test]
fn the_same_ask_within_a_day_sends_nothing_and_so_many_a_day_are_enough() {
    let mut world = team();
    let first = send(&mut world, ANA, PostsPublish, P1).unwrap();
    assert_eq!(send(&mut world, ANA, PostsPublish, P1), Ok(first));
    world.wait(DAY);
    assert_eq!(send(&mut world, ANA, PostsPublish, P1), Ok(first));
    assert!(world.told(OWNER, Template::AccessAsked));
    let lacking = Permission::ALL.iter().copied().filter(|p| !Writer.set().has(*p) && *p != PostsPublish);
    let asked: Vec<_> = lacking.map(|permission| send(&mut world, ANA, permission, P1)).collect();
    assert_eq!(asked.iter().filter(|asked| asked.is_ok()).count(), ASKS_PER_PERSON_AND_DAY - 1);
    let again_at = world.now.plus(DAY);
    assert_eq!(asked.last(), Some(&Err(Denial::TooOften { again_at })));
}

#[test]
fn not_now_is_told_and_holds_for_a_day() {
    let mut world = team();
    let ask = send(&mut world, ANA, PostsPublish, P1).unwrap();
    decline(&mut world, TOMAS, ask).unwrap();
    assert_eq!(world.history(), [HistoryKind::AccessAskDeclined]);
    assert_eq!(grant(&mut world, OWNER, ask), Err(Denial::Answered));
    let again_at = world.now.plus(DAY);
    assert_eq!(send(&mut world, ANA, PostsPublish, P1), Err(Denial::TooOften { again_at }));
    world.wait(DAY);
    assert_ne!(send(&mut world, ANA, PostsPublish, P1), Ok(ask));
}

#[test]
fn an_ask_closes_by_itself() {
    let cases: [fn(&mut World); 4] = [
        |world| drop(world.change(OWNER, ANA, &[(Place::Team, Some(role(Manager)))]).unwrap()),
        |world| drop(world.change(OWNER, ANA, &[(P1, Some(Grant::NOTHING))]).unwrap()),
        |world| drop(world.remove(OWNER, ANA).unwrap()),
        |world| drop(world.run(ANA, Command::Leave { team: TEAM }).unwrap()),
    ];
    for happen in cases {
        let mut world = team();
        let ask = send(&mut world, ANA, PostsPublish, P1).unwrap();
        happen(&mut world);
        assert!(matches!(world.facts.asks[&ask].state, AskState::Closed { .. }));
        assert_eq!(grant(&mut world, OWNER, ask), Err(Denial::Answered));
    }
    let mut world = team();
    let ask = send(&mut world, ANA, PostsPublish, P1).unwrap();
    world.change(OWNER, ANA, &[(P1, Some(role(Editor)))]).unwrap();
    assert!(is_open(&world, ask), "what is asked for is still missing");
    world.wait(ASK_MILLIS);
    assert_eq!(grant(&mut world, OWNER, ask), Err(Denial::Expired));
}

#[test]
fn what_only_the_team_gives_is_asked_for_at_the_team() {
    let mut world = team();
    let ask = send(&mut world, ANA, ProjectsManage, P1).unwrap();
    assert_eq!(world.facts.asks[&ask].place, Place::Team);
    grant(&mut world, OWNER, ask).unwrap();
    assert_eq!(world.held(ANA, Place::Team), Writer.set().tick(ProjectsManage));
}
