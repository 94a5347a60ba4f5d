//! Plan and cap (RULES.md, "Seats and plans"; P1, P3).

use super::*;
use crate::time::HOUR;
use BuiltInRole::{Editor, Manager};

fn set_cap(world: &mut World, who: u64, cap: u32) -> Result<Answer, Denial> {
    world.run(who, Command::SetCap { team: TEAM, cap })
}

#[test]
fn plan_and_cap_are_the_owners_alone_by_a_mailed_code() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Manager));
    let change = Command::ChangePlan { team: TEAM, plan: Plan::Pro, cap: 2 };
    assert_eq!(world.run(ANA, change.clone()), Err(Denial::OwnerOnly));
    assert_eq!(world.run(STRANGER, change.clone()), Err(Denial::NotFound));
    assert_eq!(set_cap(&mut world, ANA, 1), Err(Denial::OwnerOnly));
    assert_eq!(set_cap(&mut world, OWNER, 100_001), Err(Denial::CapTooHigh));
    assert_eq!(world.run(OWNER, change.clone()), Ok(Answer::Done));
    assert_eq!(world.history(), [HistoryKind::PlanChanged]);
    assert_eq!(world.run(OWNER, change), Ok(Answer::Done));
    assert!(world.last.is_empty());
    world.without_code(OWNER);
    assert_eq!(set_cap(&mut world, OWNER, 1), Err(Denial::CodeNeeded));
}

#[test]
fn lowering_below_what_is_taken_and_reserved_is_refused() {
    let mut world = World::on(Plan::Plus, 2);
    world.with(ANA, P1, role(Editor));
    world.invite(OWNER, EVA, P1, role(Editor)).unwrap();
    let in_use = |limit| Err(Denial::SeatsInUse { taken: 1, reserved: 1, limit });
    assert_eq!(set_cap(&mut world, OWNER, 0), in_use(1));
    assert_eq!(set_cap(&mut world, OWNER, 1), Ok(Answer::Done));
    let mut world = World::new();
    world.with(ANA, P1, role(Editor));
    world.invite(OWNER, EVA, P1, role(Editor)).unwrap();
    let to_plus = Command::ChangePlan { team: TEAM, plan: Plan::Plus, cap: 0 };
    assert_eq!(world.run(OWNER, to_plus), in_use(1));
}

#[test]
fn seats_that_are_due_do_not_stand_in_the_way() {
    let mut world = World::on(Plan::Plus, 1);
    world.with(TOMAS, P1, role(Editor));
    world.with(ANA, P1, Grant { until: Some(START.plus(HOUR)), ..role(Editor) });
    world.wait(HOUR);
    assert_eq!(set_cap(&mut world, OWNER, 0), Ok(Answer::Done));
    assert_eq!(world.history(), [HistoryKind::AccessEnded, HistoryKind::CapChanged]);
}
