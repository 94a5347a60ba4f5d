//! Removing, leaving, taking back (RULES.md, "Access" and "Undo"; A7, S2, S7).

use super::*;
use BuiltInRole::{Editor, Manager, Viewer};

fn remove_from(world: &mut World, who: u64, whom: u64, project: u64) -> Result<Answer, Denial> {
    let (person, project) = (PersonId(whom), ProjectId(project));
    world.run(who, Command::RemoveFromProject { team: TEAM, person, project })
}

fn restore(world: &mut World, who: u64, whom: u64) -> Result<Answer, Denial> {
    world.run(who, Command::Restore { team: TEAM, person: PersonId(whom), raise_cap: None })
}

#[test]
fn team_remove_removes_anyone_but_the_owner() {
    let mut world = World::new();
    world.with(ANA, Place::Team, custom(&[Permission::TeamRemove]));
    world.with(TOMAS, Place::Team, role(Manager)).with(EVA, Place::Team, role(Editor));
    assert_eq!(world.remove(EVA, TOMAS), missing(Permission::TeamRemove, Place::Team));
    assert_eq!(world.remove(STRANGER, TOMAS), Err(Denial::NotFound));
    assert_eq!(world.remove(ANA, OWNER), Err(Denial::OwnerUntouchable));
    assert_eq!(world.remove(ANA, ANA), Err(Denial::OwnAccess));
    assert_eq!(world.remove(ANA, STRANGER), Err(Denial::NotMember));
    assert_eq!(world.remove(ANA, TOMAS), Ok(Answer::Done));
    assert!(world.told(TOMAS, Template::Removed));
    assert_eq!(world.change(TOMAS, EVA, &[(P1, None)]), Err(Denial::NotFound), "from the next request on");
}

#[test]
fn held_for_one_project_it_removes_from_that_project_only() {
    let mut world = World::new();
    world.with(ANA, P1, role(Manager)).with(TOMAS, Place::Team, role(Editor));
    assert_eq!(world.remove(ANA, TOMAS), missing(Permission::TeamRemove, Place::Team));
    assert_eq!(remove_from(&mut world, ANA, TOMAS, 2), Err(Denial::NotFound));
    assert_eq!(remove_from(&mut world, ANA, TOMAS, 1), Ok(Answer::Done));
    assert!(world.held(TOMAS, P1).is_empty());
    assert!(!world.held(TOMAS, P2).is_empty());
    assert_eq!(remove_from(&mut world, ANA, TOMAS, 1), Err(Denial::NotMember));
}

#[test]
fn at_the_last_of_only_these_projects_the_person_leaves_the_team() {
    let mut world = World::new();
    let both = Access::default().with(P1, Some(role(Editor))).with(P2, Some(role(Editor)));
    world.join(ANA, both.clone()).join(TOMAS, both);
    remove_from(&mut world, OWNER, ANA, 1).unwrap();
    assert!(world.member(ANA).is_active());
    remove_from(&mut world, OWNER, ANA, 2).unwrap();
    assert!(matches!(world.member(ANA).state, MemberState::Removed { .. }));
    let leave = |project| Command::LeaveProject { team: TEAM, project: ProjectId(project) };
    world.run(TOMAS, leave(1)).unwrap();
    world.run(TOMAS, leave(2)).unwrap();
    assert!(matches!(world.member(TOMAS).state, MemberState::Left { .. }));
    assert_eq!(world.team().seats.taken, 0);
}

#[test]
fn anyone_but_the_owner_may_leave() {
    let mut world = World::new();
    world.with(ANA, P1, Grant::NOTHING);
    assert_eq!(world.run(OWNER, Command::Leave { team: TEAM }), Err(Denial::OwnerUntouchable));
    let project = ProjectId(1);
    let from_project = Command::LeaveProject { team: TEAM, project };
    assert_eq!(world.run(OWNER, from_project.clone()), Err(Denial::OwnerUntouchable));
    assert_eq!(world.run(ANA, from_project), Err(Denial::NotFound));
    assert_eq!(world.run(ANA, Command::Leave { team: TEAM }), Ok(Answer::Done));
    assert_eq!(world.run(ANA, Command::Leave { team: TEAM }), Err(Denial::NotFound));
}

#[test]
fn removal_withdraws_the_pending_invitations_to_that_address() {
    let mut world = World::on(Plan::Pro, 0);
    let invitation = world.invited(OWNER, ANA, P2, role(Editor));
    world.with(ANA, P1, role(Editor));
    world.remove(OWNER, ANA).unwrap();
    assert!(!world.invitation(invitation).is_pending());
    assert_eq!((world.team().seats.taken, world.team().seats.reserved), (0, 0));
    assert_eq!(world.accept(ANA, invitation), Err(Denial::Withdrawn));
}

#[test]
fn restore_gives_back_exactly_what_was_there() {
    let mut world = World::new();
    let access = Access::default().with(P1, Some(role(Editor))).with(P2, Some(role(Viewer)));
    world.join(ANA, access.clone());
    world.remove(OWNER, ANA).unwrap();
    assert!(world.member(ANA).barred);
    restore(&mut world, OWNER, ANA).unwrap();
    let member = world.member(ANA);
    assert_eq!((&member.access, member.barred, member.seat), (&access, false, true));
    assert_eq!(restore(&mut world, OWNER, ANA), Err(Denial::AlreadyMember));
}

#[test]
fn restore_is_checked_like_a_new_grant() {
    let mut world = World::on(Plan::Plus, 0);
    world.with(TOMAS, Place::Team, custom(&[Permission::PostsView, Permission::TeamAccess]));
    world.remove(OWNER, TOMAS).unwrap();
    world.with(ANA, P1, role(Editor));
    world.remove(OWNER, ANA).unwrap();
    restore(&mut world, OWNER, TOMAS).unwrap();
    assert_eq!(restore(&mut world, TOMAS, ANA), not_held(Permission::PostsCreate, P1));
    let full = Denial::SeatsFull { needed_cap: 1, total_cents: 800 };
    assert_eq!(restore(&mut world, OWNER, ANA), Err(full));
    world.with(EVA, P1, role(Viewer));
    assert_eq!(restore(&mut world, EVA, ANA), missing(Permission::TeamAccess, P1));
}

#[test]
fn a_removal_is_taken_back_within_30_days_and_leaving_never() {
    for (wait, answer) in [(30 * DAY - 1, Ok(Answer::Done)), (30 * DAY, Err(Denial::TooLate))] {
        let mut world = World::new();
        world.with(ANA, P1, role(Editor)).with(EVA, P1, role(Viewer));
        world.run(EVA, Command::Leave { team: TEAM }).unwrap();
        world.remove(OWNER, ANA).unwrap();
        world.wait(wait);
        assert_eq!(restore(&mut world, OWNER, ANA), answer);
        assert_eq!(restore(&mut world, OWNER, EVA), Err(Denial::TooLate));
        assert_eq!(restore(&mut world, OWNER, STRANGER), Err(Denial::NotMember));
    }
}
