//! Handing the team over (RULES.md, "Merging and transfer"; A8, invariant 1).

use super::*;
use BuiltInRole::{Editor, Manager, Viewer};

fn transfer(world: &mut World, who: u64, to: u64) -> Result<Answer, Denial> {
    world.run(who, Command::Transfer { team: TEAM, to: PersonId(to) })
}

#[test]
fn the_old_owner_holds_nothing_until_given_a_role() {
    let mut world = World::on(Plan::Plus, 0);
    world.with(ANA, Place::Team, role(Editor));
    transfer(&mut world, OWNER, ANA).unwrap();
    assert_eq!((world.team().owner, world.team().seats.taken), (PersonId(ANA), 0));
    assert!(world.held(OWNER, P1).is_empty() && world.held(OWNER, Place::Team).is_empty());
    assert!(world.told(ANA, Template::OwnershipReceived));
    assert!(world.told(OWNER, Template::OwnershipHandedOver));
    let owns = |world: &World, id| world.facts.people[&PersonId(id)].owns;
    assert_eq!((owns(&world, OWNER), owns(&world, ANA)), (0, 1));
    let stamp = world.team().version;
    assert_eq!((world.member(OWNER).stamp, world.member(ANA).stamp), (stamp, stamp));
    assert_eq!(transfer(&mut world, OWNER, ANA), Err(Denial::OwnerOnly));
    world.change(ANA, OWNER, &[(Place::Team, Some(role(Viewer)))]).unwrap();
    assert!(world.held(OWNER, P1).has(Permission::PostsView));
    world.run(OWNER, Command::Leave { team: TEAM }).unwrap();
}

#[test]
fn only_the_owner_by_a_mailed_code_to_a_member_with_live_access() {
    let mut world = World::new();
    let ended = Grant { until: Some(START.plus(1)), ..role(Manager) };
    world.with(ANA, Place::Team, role(Manager)).with(TOMAS, P1, ended).with(EVA, P1, Grant::NOTHING);
    world.wait(1);
    let table = [
        (STRANGER, ANA, Denial::NotFound),
        (ANA, TOMAS, Denial::OwnerOnly),
        (OWNER, OWNER, Denial::OwnAccess),
        (OWNER, STRANGER, Denial::NotMember),
        (OWNER, TOMAS, Denial::NotMember),
        (OWNER, EVA, Denial::NotMember),
    ];
    for (who, to, denial) in table {
        assert_eq!(transfer(&mut world, who, to), Err(denial), "{who} to {to}");
    }
    world.without_code(OWNER);
    assert_eq!(transfer(&mut world, OWNER, ANA), Err(Denial::CodeNeeded));
}

#[test]
fn while_merged_one_cannot_make_or_receive_a_team() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Manager));
    world.facts.people.get_mut(&PersonId(ANA)).unwrap().merge =
        Some(crate::model::Merge { into: TEAM, until: None });
    assert_eq!(transfer(&mut world, OWNER, ANA), Err(Denial::RecipientMerged));
    let name = Name::parse("Own").unwrap();
    let make = Command::CreateTeam { team: TeamId(5), name };
    assert_eq!(world.run(ANA, make), Err(Denial::Merged { team: TEAM }));
}

#[test]
fn a_person_owns_so_many_teams() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Manager));
    world.facts.people.get_mut(&PersonId(ANA)).unwrap().owns = 50;
    let limit = Err(Denial::LimitReached { limit: "teams_per_owner" });
    assert_eq!(transfer(&mut world, OWNER, ANA), limit);
    let name = Name::parse("One more").unwrap();
    assert_eq!(world.run(ANA, Command::CreateTeam { team: TeamId(5), name }), limit);
}

#[test]
fn what_the_old_owner_gave_as_a_member_loses_its_sender() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Manager));
    let invitation = world.invited(ANA, EVA, P1, role(Viewer));
    transfer(&mut world, OWNER, ANA).unwrap();
    assert!(!world.invitation(invitation).needs_sender());
    world.change(ANA, OWNER, &[(Place::Team, Some(role(Viewer)))]).unwrap();
    transfer(&mut world, ANA, OWNER).unwrap();
    assert!(world.invitation(invitation).needs_sender());
}
