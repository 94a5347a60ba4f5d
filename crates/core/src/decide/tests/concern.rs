//! Whose open pages a change concerns (S2).

use super::*;
use crate::command::RoleCommand;
use crate::id::RoleId;
use crate::room::{Concern, concern};
use BuiltInRole::{Editor, Viewer};

/// Whom a command concerns, once it is carried out.
fn of(world: &mut World, who: u64, command: Command) -> Concern {
    let before = world.facts.clone();
    world.run(who, command).unwrap();
    concern(&before, &world.last)
}

fn people(ids: &[u64]) -> Concern {
    Concern { people: ids.iter().copied().map(PersonId).collect(), ..Concern::default() }
}

fn team() -> Vec<TeamId> {
    vec![TEAM]
}

#[test]
fn a_change_of_access_concerns_whoever_it_is_of_and_nobody_else() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Viewer)).with(TOMAS, Place::Team, role(Editor));
    let edits = vec![(P1, Some(role(Editor)))];
    let change = Command::ChangeAccess { team: TEAM, person: PersonId(ANA), edits, raise_cap: None };
    assert_eq!(of(&mut world, OWNER, change), people(&[ANA]));
    assert_eq!(of(&mut world, OWNER, Command::Remove { team: TEAM, person: PersonId(ANA) }), people(&[ANA]));
    assert_eq!(of(&mut world, TOMAS, Command::Leave { team: TEAM }), people(&[TOMAS]));
}

#[test]
fn a_role_and_a_transfer_concern_the_team_and_a_name_nobody() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Viewer));
    let name = |text: &str| Name::parse(text).unwrap();
    let (press, set) = (RoleId(501), custom(&[Permission::PostsView]).holds.set());
    let make = RoleCommand::Make { role: press, name: name("Press"), set };
    assert!(of(&mut world, OWNER, Command::Role(TEAM, make)).is_empty());
    let wider: PermissionSet = [Permission::PostsView, Permission::CommentsWrite].into_iter().collect();
    let change = RoleCommand::Change { role: press, name: None, set: Some(wider), raise_cap: None };
    assert_eq!(of(&mut world, OWNER, Command::Role(TEAM, change)).teams, team());
    let rename = RoleCommand::Change { role: press, name: Some(name("Desk")), set: None, raise_cap: None };
    assert!(of(&mut world, OWNER, Command::Role(TEAM, rename)).is_empty());
    assert_eq!(of(&mut world, OWNER, Command::Transfer { team: TEAM, to: PersonId(ANA) }).teams, team());
}

#[test]
fn signing_out_concerns_oneself() {
    let mut world = World::new();
    assert_eq!(of(&mut world, ANA, Command::SignOut), people(&[ANA]));
    assert_eq!(of(&mut world, TOMAS, Command::SignOutEverywhere), people(&[TOMAS]));
}
