//! Deleting an account and a team: what is true at once, and what is left for the sweep.

use super::*;
use crate::command::{AccountCommand, TeamCommand};
use crate::decide::act::Act;
use BuiltInRole::{Editor, Manager, Viewer};

fn end(world: &mut World, who: u64, typed: u64) -> Result<Answer, Denial> {
    world.run(who, Command::Account(AccountCommand::End { confirmed: address(typed) }))
}

fn delete(world: &mut World, who: u64, typed: &str) -> Result<Answer, Denial> {
    let confirmed = Name::parse(typed).unwrap();
    world.run(who, Command::Team(TEAM, TeamCommand::Delete { confirmed }))
}

#[test]
fn an_account_that_ends_leaves_no_name_no_address_and_no_session() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Editor));
    let avatar = Some(crate::id::ImageId(1));
    world.run(ANA, Command::Account(AccountCommand::Show { avatar })).unwrap();
    assert_eq!(end(&mut world, ANA, TOMAS), Err(Denial::NotConfirmed));
    assert_eq!(end(&mut world, OWNER, OWNER), Err(Denial::OwnsTeams));
    assert_eq!(end(&mut world, ANA, ANA), Ok(Answer::Done));
    let [told] = world.mails()[..] else { panic!("one mail") };
    assert_eq!((told.template, &told.to), (Template::AccountEnded, &Recipient::Address(address(ANA))));
    let person = &world.facts.people[&PersonId(ANA)];
    assert!(person.address.is_gone() && person.address != Address::gone(PersonId(TOMAS)));
    assert_eq!((person.name.as_str(), person.avatar, person.merge), ("Deleted account", None, None));
    assert!(world.facts.person_at(&address(ANA)).is_none(), "the address is free");
    assert_eq!(end(&mut world, ANA, ANA), Err(Denial::SignInNeeded));
    world.without_code(TOMAS);
    assert_eq!(end(&mut world, TOMAS, TOMAS), Err(Denial::CodeNeeded));
}

#[test]
fn the_sweep_ends_its_memberships_frees_the_seat_and_orphans_what_it_gave() {
    let mut world = World::on(Plan::Plus, 0);
    world.with(ANA, Place::Team, role(Manager));
    let invitation = world.invited(ANA, 70, Place::Team, role(Viewer));
    end(&mut world, ANA, ANA).unwrap();
    // What the store writes beside the new name.
    world.facts.members.get_mut(&(TEAM, PersonId(ANA))).unwrap().next_end = Some(world.now);
    assert_eq!(world.sweep(), Ok(Answer::Swept { rows: 1 }));
    assert!(matches!(world.member(ANA).state, MemberState::Left { .. }));
    assert_eq!((world.team().seats.taken, world.team().members), (0, 1));
    assert!(world.facts.invitations[&invitation].places[0].orphaned);
    assert_eq!(world.history(), [HistoryKind::Left, HistoryKind::SenderLost]);
    assert!(world.mails().is_empty(), "nobody is there to be told");
}

#[test]
fn before_the_sweep_it_holds_nothing_gives_nothing_and_stays_on_the_list() {
    let mut world = World::on(Plan::Plus, 0);
    world.with(ANA, Place::Team, role(Manager)).sign_up(70);
    let invitation = world.invited(ANA, 70, Place::Team, role(Viewer));
    end(&mut world, ANA, ANA).unwrap();
    world.facts.members.get_mut(&(TEAM, PersonId(ANA))).unwrap().next_end = Some(world.now);
    assert_eq!(world.accept(70, invitation), Err(Denial::NeedsSender));
    assert_eq!(world.change(OWNER, ANA, &[(Place::Team, Some(role(Viewer)))]), Err(Denial::NotMember));
    // Whatever else writes the row, such as an edit of a role, leaves it to the sweep.
    let mut act = Act::new(&world.facts, world.team(), None, world.now);
    act.write_member(world.member(ANA).clone());
    assert_eq!(act.member(PersonId(ANA)).unwrap().next_end, Some(world.now));
    assert_eq!(world.sweep(), Ok(Answer::Swept { rows: 1 }));
    assert_eq!(world.team().seats.taken, 0);
}

#[test]
fn nobody_hands_a_team_over_to_or_takes_back_who_is_gone() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Viewer)).with(TOMAS, Place::Team, role(Viewer));
    world.run(OWNER, Command::Remove { team: TEAM, person: PersonId(TOMAS) }).unwrap();
    for who in [ANA, TOMAS] {
        end(&mut world, who, who).unwrap();
    }
    let transfer = Command::Transfer { team: TEAM, to: PersonId(ANA) };
    assert_eq!(world.run(OWNER, transfer), Err(Denial::NotMember));
    let restore = Command::Restore { team: TEAM, person: PersonId(TOMAS), raise_cap: None };
    assert_eq!(world.run(OWNER, restore), Err(Denial::TooLate));
}

#[test]
fn a_deleted_team_is_there_for_nobody_and_costs_nothing() {
    let mut world = World::on(Plan::Pro, 3);
    world.with(ANA, Place::Team, role(Manager));
    let name = world.team().name.as_str().to_owned();
    assert_eq!(delete(&mut world, ANA, &name), Err(Denial::OwnerOnly));
    assert_eq!(delete(&mut world, STRANGER, &name), Err(Denial::NotFound));
    assert_eq!(delete(&mut world, OWNER, "Another name"), Err(Denial::NotConfirmed));
    delete(&mut world, OWNER, &name).unwrap();
    assert_eq!(world.history(), [HistoryKind::TeamDeleted]);
    assert_eq!((world.team().plan, world.team().cap), (Plan::Start, 0));
    assert_eq!(world.facts.people[&PersonId(OWNER)].owns, 0);
    assert_eq!(world.team().epoch, world.team().version);
    // Also for the commands of the same group.
    for who in [OWNER, ANA] {
        assert_eq!(
            world.run(who, Command::RenameTeam { team: TEAM, name: Name::parse("x").unwrap() }),
            Err(Denial::NotFound)
        );
        assert_eq!(world.run(who, Command::Leave { team: TEAM }), Err(Denial::NotFound));
        assert_eq!(world.invite(who, 70, Place::Team, role(Viewer)), Err(Denial::NotFound));
    }
    assert_eq!(world.sweep(), Err(Denial::NotFound));
}

#[test]
fn deleting_a_team_asks_for_a_mailed_code() {
    let mut world = World::new();
    let name = world.team().name.as_str().to_owned();
    world.without_code(OWNER);
    assert_eq!(delete(&mut world, OWNER, &name), Err(Denial::CodeNeeded));
}
