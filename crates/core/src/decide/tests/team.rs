//! Making and naming a team.

use super::*;

#[test]
fn a_new_team_has_one_owner_the_smallest_plan_and_no_paid_seat() {
    let world = World::new();
    let team = world.team();
    assert_eq!((team.owner, team.plan, team.cap, team.members), (PersonId(OWNER), Plan::Start, 0, 1));
    assert_eq!(world.facts.people[&PersonId(OWNER)].owns, 1);
}

#[test]
fn the_name_is_the_owners_alone() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(BuiltInRole::Manager));
    let rename = |text: &str| Command::RenameTeam { team: TEAM, name: Name::parse(text).unwrap() };
    assert_eq!(world.run(ANA, rename("Hers")), Err(Denial::OwnerOnly));
    assert_eq!(world.run(STRANGER, rename("Hers")), Err(Denial::NotFound));
    let before = (world.team().version, world.team().epoch);
    assert_eq!(world.run(OWNER, rename("Studio")), Ok(Answer::Done));
    assert_eq!(
        (world.team().version, world.team().epoch),
        (before.0 + 1, before.1),
        "nobody's access changed"
    );
    world.run(OWNER, rename("Studio")).unwrap();
    assert!(world.last.is_empty());
}
