//! Accepting, declining, asking again (RULES.md, "Inviting" and "Seats and plans"; I2, I6).

use super::*;
use crate::limits::INVITATION_MILLIS;
use crate::time::{HOUR, MINUTE};
use BuiltInRole::{Editor, Manager, Viewer};

fn accept_mail(
    world: &mut World,
    asker: Asker,
    invitation: InvitationId,
    counter: u32,
) -> Result<Answer, Denial> {
    let newcomer = newcomer(77);
    let (counter, shown) = (Some(counter), Shown::default());
    world.ask(asker, &Command::Accept { team: TEAM, invitation, counter, newcomer, shown })
}

fn signed_in(id: u64) -> Asker {
    Asker::Session(digest(id))
}

#[test]
fn accepting_turns_the_reserved_seat_into_a_taken_one() {
    let mut world = World::on(Plan::Plus, 0);
    let id = world.invited(OWNER, ANA, P1, role(Editor));
    let joined = Ok(Answer::Joined { person: PersonId(ANA), newcomer: false });
    assert_eq!(accept_mail(&mut world, signed_in(ANA), id, 1), joined);
    assert_eq!((world.team().seats.taken, world.team().seats.reserved), (1, 0));
    assert!(world.held(ANA, P1).has(Permission::PostsEdit));
    assert!(world.held(ANA, P2).is_empty());
    assert!(world.told(OWNER, Template::Joined));
    assert_eq!(accept_mail(&mut world, signed_in(ANA), id, 1), Err(Denial::Used));
}

#[test]
fn following_the_mail_makes_the_account_of_an_address_that_has_none() {
    let mut world = World::new();
    let id = world.invited(OWNER, 77, Place::Team, role(Viewer));
    let joined = Ok(Answer::Joined { person: PersonId(77), newcomer: true });
    assert_eq!(accept_mail(&mut world, Asker::Nobody, id, 1), joined);
    let person = &world.facts.people[&PersonId(77)];
    assert_eq!((person.name.as_str(), person.owns), ("p77", 0));
    assert_eq!(world.facts.sessions[&digest(77)].proof, Proof::Invitation);
    assert!(world.held(77, P2).has(Permission::PostsView));
}

#[test]
fn it_never_signs_into_an_account_that_exists_nor_switches_a_browser() {
    let mut world = World::new();
    let id = world.invited(OWNER, ANA, P1, role(Viewer));
    let masked = "p…@e….com".to_owned();
    let sign_in = Err(Denial::SignInAs { masked: masked.clone() });
    assert_eq!(accept_mail(&mut world, Asker::Nobody, id, 1), sign_in);
    assert_eq!(accept_mail(&mut world, signed_in(EVA), id, 1), Err(Denial::WrongPerson { masked }));
    assert_eq!(world.accept(EVA, id), Err(Denial::NotFound));
    assert!(world.invitation(id).is_pending());
}

#[test]
fn the_old_mail_says_that_a_newer_one_was_sent() {
    let mut world = World::new();
    let id = world.invited(OWNER, ANA, P1, role(Viewer));
    world.wait(MINUTE);
    world.run(OWNER, Command::Resend { team: TEAM, invitation: id, raise_cap: None }).unwrap();
    assert_eq!(accept_mail(&mut world, signed_in(ANA), id, 1), Err(Denial::Replaced));
    assert_eq!(accept_mail(&mut world, signed_in(ANA), id, 3), Err(Denial::NotFound));
    assert!(accept_mail(&mut world, signed_in(ANA), id, 2).is_ok());
}

#[test]
fn an_expired_invitation_stays_listed_and_opens_no_more() {
    let mut world = World::new();
    let id = world.invited(OWNER, ANA, P1, role(Viewer));
    world.wait(INVITATION_MILLIS - 1);
    let mut last_moment = World { facts: world.facts.clone(), last: vec![], ..world };
    assert!(last_moment.accept(ANA, id).is_ok());
    let mut world = World::new();
    let id = world.invited(OWNER, ANA, P1, role(Viewer));
    world.wait(INVITATION_MILLIS);
    assert_eq!(world.accept(ANA, id), Err(Denial::Expired));
    assert!(world.invitation(id).is_pending());
}

#[test]
fn nobody_gives_what_they_do_not_hold_when_it_is_redeemed() {
    let mut world = World::new();
    let until = Some(START.plus(HOUR));
    world.with(TOMAS, Place::Team, Grant { until, ..role(Manager) });
    let id = world.invited(TOMAS, ANA, P1, Grant { until, ..role(Viewer) });
    world.wait(HOUR);
    assert_eq!(world.accept(ANA, id), Err(Denial::NeedsSender));
}

#[test]
fn what_the_owner_sent_survives_a_transfer() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Viewer));
    let id = world.invited(OWNER, EVA, P1, role(Editor));
    world.run(OWNER, Command::Transfer { team: TEAM, to: PersonId(ANA) }).unwrap();
    assert!(matches!(world.accept(EVA, id), Ok(Answer::Joined { .. })));
    assert!(world.told(ANA, Template::Joined), "the owner of today is told");
}

#[test]
fn an_invitation_applies_only_where_it_gives_at_least_all_that_they_hold() {
    let end = Some(START.plus(3 * DAY));
    let ending = Grant { until: end, ..role(Editor) };
    let table = [
        (role(Viewer), role(Editor), true),
        (role(Editor), role(Viewer), false),
        (role(Editor), ending, false),
        (ending, role(Editor), true),
        (role(Editor), role(Editor), false),
    ];
    for (held, invited, applies) in table {
        let mut world = World::on(Plan::Pro, 0);
        let id = world.invited(OWNER, ANA, P1, invited);
        world.with(ANA, P1, held);
        let answer = world.accept(ANA, id).unwrap();
        assert_eq!(answer != Answer::NothingNew, applies, "{held:?} {invited:?}");
        assert_eq!(world.member(ANA).access.projects[&ProjectId(1)] == invited, applies || held == invited);
        assert_eq!(world.told(OWNER, Template::NothingNew), !applies);
        assert_eq!(world.team().seats.reserved, 0);
        assert!(!world.invitation(id).is_pending());
    }
}

#[test]
fn redemption_is_all_or_nothing() {
    let mut world = World::new();
    let places = [(P1, role(Editor)), (P2, role(Viewer))];
    let answer = world.invite_paying(OWNER, ANA, &places, None);
    let Ok(Answer::Invited { invitation: id, .. }) = answer else { panic!("{answer:?}") };
    world.with(ANA, P2, role(Editor));
    assert_eq!(world.accept(ANA, id), Ok(Answer::NothingNew));
    assert!(world.held(ANA, P1).is_empty());
}

#[test]
fn an_ended_membership_comes_back_with_what_was_given_and_no_more() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Manager));
    world.remove(OWNER, ANA).unwrap();
    let id = world.invited(OWNER, ANA, P1, role(Viewer));
    world.accept(ANA, id).unwrap();
    assert_eq!(world.member(ANA).access, Access::default().with(P1, Some(role(Viewer))));
    assert!(!world.member(ANA).barred, "inviting by mail lifts the bar");
}

#[test]
fn a_seat_refused_is_told_to_the_owner_once_a_day() {
    let mut world = World::on(Plan::Plus, 0);
    let ending = Grant { until: Some(START.plus(DAY)), ..role(Editor) };
    let id = world.invited(OWNER, ANA, P1, ending);
    // The seat was swept away and given to somebody else; then the invitation lives on without one.
    let invitation = world.facts.invitations.get_mut(&id).unwrap();
    invitation.seat = false;
    world.facts.teams.get_mut(&TEAM).unwrap().seats.reserved = 0;
    world.with(EVA, P1, role(Editor));
    assert_eq!(world.accept(ANA, id), Ok(Answer::SeatRefused));
    assert!(world.told(OWNER, Template::SeatRefused));
    assert_eq!(world.accept(ANA, id), Ok(Answer::SeatRefused));
    assert!(world.last.is_empty());
    assert!(world.invitation(id).is_pending());
    world.wait(DAY - 1);
    assert_eq!(world.accept(ANA, id), Ok(Answer::SeatRefused));
}

#[test]
fn a_refused_invitation_opens_no_more() {
    let mut world = World::on(Plan::Plus, 0);
    let id = world.invited(OWNER, ANA, P1, role(Editor));
    let decline = |counter| Command::Decline { team: TEAM, invitation: id, counter };
    assert_eq!(world.run(EVA, decline(None)), Err(Denial::NotFound));
    world.ask(Asker::Nobody, &decline(Some(1))).unwrap();
    assert_eq!(world.team().seats.reserved, 0);
    let until = START.plus(30 * DAY);
    assert_eq!(world.accept(ANA, id), Err(Denial::Declined { until }));
    assert_eq!(accept_mail(&mut world, Asker::Nobody, id, 1), Err(Denial::Withdrawn));
}

#[test]
fn ask_for_a_new_one_once_a_day_to_the_sender_or_the_owner() {
    let mut world = World::new();
    world.with(TOMAS, Place::Team, role(Manager));
    let id = world.invited(TOMAS, ANA, P1, role(Viewer));
    world.wait(INVITATION_MILLIS);
    let ask = Command::AskAgain { team: TEAM, invitation: id, counter: 1 };
    world.ask(Asker::Nobody, &ask).unwrap();
    assert!(world.told(TOMAS, Template::AskedAgain));
    let again_at = world.now.plus(DAY);
    assert_eq!(world.ask(Asker::Nobody, &ask), Err(Denial::TooOften { again_at }));
    world.remove(OWNER, TOMAS).unwrap();
    world.wait(DAY);
    world.ask(Asker::Nobody, &ask).unwrap();
    assert!(world.told(OWNER, Template::AskedAgain));
    let masked = "p…@e….com".to_owned();
    world.wait(DAY);
    assert_eq!(world.run(EVA, ask), Err(Denial::WrongPerson { masked }));
}
