//! Many invitations at once, colleagues by who they are, and editing what waits (RULES.md, "Inviting"; I2, I5, I7).

use super::*;
use crate::command::{InviteRow, Inviting, Whom};
use crate::email::AddressError;
use crate::limits::ROWS_PER_COMMAND;
use crate::model::{InvitationState, Sender};
use BuiltInRole::{Editor, Manager, Viewer};

const OTHER: TeamId = TeamId(2);

fn row(world: &mut World, whom: Whom, places: &[(Place, Grant)]) -> InviteRow {
    InviteRow { invitation: InvitationId(world.fresh()), whom, places: places.to_vec() }
}

fn many(
    world: &mut World,
    who: u64,
    rows: Vec<InviteRow>,
    raise_cap: Option<u32>,
) -> Result<Vec<Result<Answer, Denial>>, Denial> {
    let answer = world.run(who, Command::Inviting(TEAM, Inviting::Many { rows, raise_cap }))?;
    let Answer::Many(answers) = answer else { panic!("{answer:?}") };
    Ok(answers)
}

fn one(world: &mut World, who: u64, whom: Whom, place: Place, grant: Grant) -> Result<Answer, Denial> {
    let row = row(world, whom, &[(place, grant)]);
    many(world, who, vec![row], None).unwrap().remove(0)
}

fn edit(
    world: &mut World,
    who: u64,
    invitation: InvitationId,
    edits: &[Edit],
    raise_cap: Option<u32>,
) -> Result<Answer, Denial> {
    let edit = Inviting::Edit { invitation, edits: edits.to_vec(), raise_cap };
    world.run(who, Command::Inviting(TEAM, edit))
}

/// A second team of the owner's with these people.
fn other_team(world: &mut World, people: &[u64]) {
    let name = Name::parse("Elsewhere").unwrap();
    world.run(OWNER, Command::CreateTeam { team: OTHER, name }).unwrap();
    for person in people {
        let invitation = InvitationId(world.fresh());
        let (address, places) = (address(*person), vec![(Place::Team, role(Viewer))]);
        let invite = Command::Invite { team: OTHER, invitation, address, places, raise_cap: None };
        world.run(OWNER, invite).unwrap();
        let newcomer = newcomer(*person);
        let shown = world.shown(*person, OTHER);
        world
            .run(*person, Command::Accept { team: OTHER, invitation, counter: None, newcomer, shown })
            .unwrap();
    }
}

#[test]
fn each_row_has_its_own_answer_and_a_refused_one_costs_the_others_nothing() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Viewer));
    let mut rows = Vec::new();
    for whom in [
        Whom::Address(address(70)),
        Whom::Unreadable(AddressError::Malformed),
        Whom::Address(address(ANA)),
        Whom::Address(address(71)),
    ] {
        rows.push(row(&mut world, whom, &[(Place::Team, role(Viewer))]));
    }
    let answers = many(&mut world, OWNER, rows, None).unwrap();
    assert!(matches!(answers[0], Ok(Answer::Invited { .. })));
    assert_eq!(answers[1], Err(Denial::BadAddress(AddressError::Malformed)));
    assert_eq!(answers[2], Err(Denial::AlreadyMember));
    assert!(matches!(answers[3], Ok(Answer::Invited { .. })));
    assert_eq!(world.mails().len(), 2);
    assert_eq!(world.facts.invitations.values().filter(|i| i.is_pending()).count(), 2);
}

#[test]
fn the_cap_holds_row_by_row_and_one_confirmed_price_is_enough_for_all() {
    let mut world = World::on(Plan::Plus, 1);
    let place = [(P1, role(Editor))];
    let rows: Vec<_> = (70..74).map(|n| row(&mut world, Whom::Address(address(n)), &place)).collect();
    let answers = many(&mut world, OWNER, rows.clone(), None).unwrap();
    let refused: Vec<bool> = answers.iter().map(Result::is_err).collect();
    assert_eq!(refused, [false, false, true, true]);
    assert!(matches!(answers[2], Err(Denial::SeatsFull { needed_cap: 2, .. })), "{:?}", answers[2]);
    let answers = many(&mut world, OWNER, rows[2..].to_vec(), Some(3)).unwrap();
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    assert_eq!(world.team().cap, 3);
}

#[test]
fn who_may_invite_nowhere_sends_nothing_and_no_command_is_too_long() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Viewer));
    let one = row(&mut world, Whom::Address(address(70)), &[(P1, role(Viewer))]);
    assert_eq!(many(&mut world, ANA, vec![one.clone()], None), missing(Permission::TeamInvite, Place::Team));
    assert_eq!(many(&mut world, STRANGER, vec![one.clone()], None), Err(Denial::NotFound));
    let limit = Err(Denial::LimitReached { limit: "rows_per_command" });
    assert_eq!(many(&mut world, OWNER, vec![], None), limit);
    assert_eq!(many(&mut world, OWNER, vec![one; ROWS_PER_COMMAND + 1], None), limit);
}

#[test]
fn a_colleague_is_invited_by_who_they_are_and_nobody_else_exists() {
    let mut world = World::new();
    other_team(&mut world, &[ANA, EVA]);
    let by_id =
        |world: &mut World, person| one(world, OWNER, Whom::Person(PersonId(person)), P1, role(Viewer));
    let Ok(Answer::Invited { invitation, .. }) = by_id(&mut world, ANA) else { panic!("a colleague") };
    let found = world.invitation(invitation).clone();
    assert_eq!((found.colleague, &found.address), (Some(PersonId(ANA)), &address(ANA)));
    let line = world.last.iter().find_map(|c| if let Change::History(line) = c { Some(line) } else { None });
    let line = line.unwrap();
    assert_eq!((line.person, &line.address), (Some(PersonId(ANA)), &None), "history names no address");
    for nobody in [STRANGER, OWNER, 999] {
        assert_eq!(by_id(&mut world, nobody), Err(Denial::NotFound), "{nobody}");
    }
}

#[test]
fn a_teammate_is_added_to_a_project_at_once_by_who_they_are() {
    let mut world = World::new();
    world.with(ANA, P1, role(Viewer));
    let ana = Whom::Person(PersonId(ANA));
    let included = one(&mut world, OWNER, ana, P2, role(Viewer));
    assert_eq!(included, Ok(Answer::Included { person: PersonId(ANA) }));
    world.with(TOMAS, P2, role(Manager));
    world.with(EVA, P1, role(Viewer));
    let unseen = one(&mut world, TOMAS, Whom::Person(PersonId(EVA)), P2, role(Viewer));
    assert_eq!(unseen, Err(Denial::NotFound), "somebody of the team whom one does not see");
}

#[test]
fn a_pending_invitation_is_edited_and_gives_what_it_says_now() {
    let mut world = World::on(Plan::Plus, 0);
    let id = world.invited(OWNER, ANA, P1, role(Viewer));
    let before = world.invitation(id).clone();
    edit(&mut world, OWNER, id, &[(P1, None), (P2, Some(role(Editor)))], None).unwrap();
    assert!(world.mails().is_empty(), "no new mail");
    let after = world.invitation(id).clone();
    let stands = (before.counter, before.expires_at, true);
    assert_eq!((after.counter, after.expires_at, after.seat), stands);
    world.accept(ANA, id).unwrap();
    let access = &world.member(ANA).access;
    assert_eq!((access.grant_at(P1), access.grant_at(P2)), (None, Some(role(Editor))));
    assert_eq!(edit(&mut world, OWNER, id, &[(P1, None)], None), Err(Denial::Used));
}

#[test]
fn an_edit_gives_only_what_the_editor_holds_and_leaves_the_rest_to_its_senders() {
    let mut world = World::new();
    world.with(TOMAS, P1, role(Manager));
    let id = world.invited(OWNER, ANA, P1, role(Manager));
    edit(&mut world, OWNER, id, &[(P2, Some(role(Viewer)))], None).unwrap();
    assert_eq!(edit(&mut world, TOMAS, id, &[(P2, None)], None), Err(Denial::NotFound));
    assert_eq!(edit(&mut world, EVA, id, &[(P1, None)], None), Err(Denial::NotFound));
    edit(&mut world, TOMAS, id, &[(P1, Some(role(Editor)))], None).unwrap();
    let senders: Vec<Sender> = world.invitation(id).places.iter().map(|place| place.sender).collect();
    assert_eq!(senders, [Sender::Member(PersonId(TOMAS)), Sender::Team(PersonId(OWNER))]);
    let nothing = edit(&mut world, OWNER, id, &[(P1, None), (P2, Some(Grant::NOTHING))], None);
    assert_eq!(nothing, Err(Denial::BadPlaces));
}

#[test]
fn an_edit_reserves_and_frees_the_seat_that_it_says() {
    let mut world = World::on(Plan::Plus, 0);
    world.invited(OWNER, EVA, P1, role(Editor));
    let id = world.invited(OWNER, ANA, P1, role(Viewer));
    let wider = [(P1, Some(role(Editor)))];
    let full = edit(&mut world, OWNER, id, &wider, None);
    assert!(matches!(full, Err(Denial::SeatsFull { needed_cap: 1, .. })), "{full:?}");
    edit(&mut world, OWNER, id, &wider, Some(1)).unwrap();
    assert_eq!(world.team().seats.reserved, 2);
    edit(&mut world, OWNER, id, &[(P1, Some(role(Viewer)))], None).unwrap();
    assert_eq!(world.team().seats.reserved, 1);
    world.wait(8 * DAY);
    edit(&mut world, OWNER, id, &wider, None).unwrap();
    assert!(!world.invitation(id).seat, "an expired one reserves nothing until it is sent again");
    assert!(matches!(world.invitation(id).state, InvitationState::Pending));
}
