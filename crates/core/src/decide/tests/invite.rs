//! Inviting, sending again, taking back (RULES.md, "Inviting"; I2, I3).

use super::*;
use crate::change::TallyKey;
use crate::limits::{INVITATION_MILLIS, INVITATIONS_PER_SENDER_AND_DAY, RESEND_MILLIS};
use crate::model::{InvitationState, Sender};
use crate::time::MINUTE;
use BuiltInRole::{Editor, Manager, Viewer, Writer};

fn resend(world: &mut World, who: u64, invitation: InvitationId) -> Result<Answer, Denial> {
    world.run(who, Command::Resend { team: TEAM, invitation, raise_cap: None })
}

fn withdraw(world: &mut World, who: u64, invitation: InvitationId) -> Result<Answer, Denial> {
    world.run(who, Command::Withdraw { team: TEAM, invitation })
}

fn decline(world: &mut World, who: u64, invitation: InvitationId) -> Result<Answer, Denial> {
    world.run(who, Command::Decline { team: TEAM, invitation, counter: None })
}

#[test]
fn anyone_else_registered_or_not_is_pending_until_they_accept() {
    let mut world = World::new();
    for whom in [ANA, 77] {
        let id = world.invited(OWNER, whom, P1, role(Editor));
        assert!(world.invitation(id).is_pending());
        assert_eq!(world.invitation(id).expires_at, START.plus(INVITATION_MILLIS));
        let [mail] = world.mails()[..] else { panic!("one mail") };
        assert_eq!((mail.template, &mail.to), (Template::Invitation, &Recipient::Address(address(whom))));
        assert_eq!((mail.counter, mail.due_at), (1, START));
    }
    assert!(!world.facts.members.contains_key(&(TEAM, PersonId(ANA))));
}

#[test]
fn nobody_gives_what_they_do_not_hold_when_it_is_sent() {
    let mut world = World::new();
    let end = START.plus(5 * DAY);
    let some = custom(&[Permission::PostsView, Permission::TeamInvite]);
    world.with(ANA, P1, Grant { until: Some(end), ..some });
    world.with(TOMAS, Place::Team, role(Editor));
    let until = |until| Grant { until: Some(until), ..role(Viewer) };
    let table = [
        (ANA, P1, until(end), None),
        (ANA, P1, until(end.plus(1)), Some(not_held(Permission::PostsView, P1))),
        (ANA, P1, role(Viewer), Some(not_held(Permission::PostsView, P1))),
        (ANA, P1, Grant { until: Some(end), ..role(Editor) }, Some(not_held(Permission::PostsCreate, P1))),
        (ANA, P2, until(end), Some(Err(Denial::NotFound))),
        (ANA, Place::Team, until(end), Some(missing(Permission::TeamInvite, Place::Team))),
        (TOMAS, P1, role(Viewer), Some(missing(Permission::TeamInvite, P1))),
        (STRANGER, P1, role(Viewer), Some(Err(Denial::NotFound))),
    ];
    for (who, place, grant, refused) in table {
        let answer = world.invite(who, EVA, place, grant);
        match refused {
            Some(refused) => assert_eq!(answer, refused, "{who} {place:?} {grant:?}"),
            None => assert!(matches!(answer, Ok(Answer::Invited { .. })), "{answer:?}"),
        }
    }
}

#[test]
fn an_invitation_that_makes_no_sense_is_refused() {
    let mut world = World::new();
    let table: [(Vec<(Place, Grant)>, Denial); 4] = [
        (vec![], Denial::BadPlaces),
        (vec![(P1, Grant::NOTHING)], Denial::BadPlaces),
        (vec![(P1, role(Viewer)), (P1, role(Editor))], Denial::BadPlaces),
        (vec![(Place::Project(ProjectId(99)), role(Viewer))], Denial::NotFound),
    ];
    for (places, denial) in table {
        assert_eq!(world.invite_paying(OWNER, ANA, &places, None), Err(denial), "{places:?}");
    }
}

#[test]
fn someone_already_in_the_team_is_added_to_a_project_at_once_and_told() {
    let mut world = World::new();
    world.with(ANA, P1, role(Viewer));
    let included = Ok(Answer::Included { person: PersonId(ANA) });
    assert_eq!(world.invite(OWNER, ANA, P2, role(Editor)), included);
    assert!(world.held(ANA, P2).has(Permission::PostsEdit));
    assert!(world.told(ANA, Template::Included));
    assert_eq!(world.invite(OWNER, ANA, P2, role(Viewer)), Err(Denial::AlreadyMember));
    assert_eq!(world.invite(OWNER, ANA, P2, role(Editor)), Err(Denial::AlreadyMember));
    assert_eq!(world.invite(OWNER, ANA, Place::Team, role(Editor)), Err(Denial::AlreadyMember));
    assert_eq!(world.invite(OWNER, OWNER, P1, role(Editor)), Err(Denial::AlreadyMember));
}

#[test]
fn one_pending_invitation_per_address_and_team_and_inviting_again_changes_it() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Manager));
    let id = world.invited(OWNER, EVA, P1, role(Viewer));
    world.wait(MINUTE);
    world.invite(ANA, EVA, P2, role(Editor)).unwrap();
    assert_eq!(world.history(), [HistoryKind::InvitationChanged]);
    let senders: Vec<_> = world.invitation(id).places.iter().map(|p| (p.place, p.sender)).collect();
    let (owner, ana) = (Sender::Team(PersonId(OWNER)), Sender::Member(PersonId(ANA)));
    assert_eq!(senders, [(P1, owner), (P2, ana)]);
    assert_eq!(world.invitation(id).counter, 2);
    world.wait(MINUTE);
    world.invite(ANA, EVA, P1, role(Editor)).unwrap();
    assert_eq!(world.invitation(id).places.iter().filter(|p| p.sender == ana).count(), 2);
    assert_eq!(world.facts.invitations.len(), 1);
}

#[test]
fn a_pending_invitation_that_would_take_a_seat_reserves_one() {
    let mut world = World::on(Plan::Plus, 0);
    let id = world.invited(OWNER, ANA, P1, role(Editor));
    assert_eq!((world.team().seats.taken, world.team().seats.reserved), (0, 1));
    let full = Denial::SeatsFull { needed_cap: 1, total_cents: 800 };
    assert_eq!(world.invite(OWNER, EVA, P1, role(Editor)), Err(full));
    world.invite(OWNER, EVA, P1, role(Viewer)).unwrap();
    world.wait(MINUTE);
    world.invite(OWNER, ANA, P1, role(Viewer)).unwrap();
    assert!(!world.invitation(id).seat);
    assert_eq!(world.team().seats.reserved, 0);
}

#[test]
fn the_owners_confirming_of_a_price_raises_the_cap_in_the_same_act() {
    let mut world = World::on(Plan::Plus, 0);
    world.with(ANA, Place::Team, role(Manager));
    let places = [(P1, role(Editor))];
    let full = Err(Denial::SeatsFull { needed_cap: 1, total_cents: 800 });
    assert_eq!(world.invite_paying(ANA, EVA, &places, Some(1)), full);
    assert_eq!(world.invite_paying(OWNER, EVA, &places, Some(0)), full);
    assert_eq!(world.invite_paying(OWNER, EVA, &places, Some(u32::MAX)), Err(Denial::CapTooHigh));
    world.without_code(OWNER);
    assert_eq!(world.invite_paying(OWNER, EVA, &places, Some(1)), Err(Denial::CodeNeeded));
    let mut world = World::on(Plan::Plus, 0);
    world.with(ANA, Place::Team, role(Manager));
    world.invite_paying(OWNER, EVA, &places, Some(1)).unwrap();
    assert_eq!(world.team().cap, 1);
    assert!(world.history().contains(&HistoryKind::CapChanged));
}

#[test]
fn a_cap_is_not_raised_while_a_seat_is_free() {
    let mut world = World::on(Plan::Plus, 0);
    world.invite_paying(OWNER, EVA, &[(P1, role(Editor))], Some(7)).unwrap();
    assert_eq!(world.team().cap, 0);
}

#[test]
fn resend_makes_a_new_token_full_expiry_and_a_new_sender() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Manager));
    world.with(TOMAS, Place::Team, custom(&[Permission::TeamInvite]));
    let id = world.invited(OWNER, EVA, P1, role(Editor));
    world.wait(DAY);
    assert_eq!(resend(&mut world, TOMAS, id), not_held(Permission::PostsView, P1));
    resend(&mut world, ANA, id).unwrap();
    let invitation = world.invitation(id);
    assert_eq!((invitation.counter, invitation.sent_by), (2, PersonId(ANA)));
    assert_eq!(invitation.places[0].sender, Sender::Member(PersonId(ANA)));
    assert_eq!(invitation.expires_at, START.plus(DAY).plus(INVITATION_MILLIS));
}

#[test]
fn an_expired_invitation_comes_alive_again_with_its_seat() {
    let mut world = World::on(Plan::Plus, 0);
    let id = world.invited(OWNER, ANA, P1, role(Editor));
    world.wait(INVITATION_MILLIS);
    world.sweep().unwrap();
    assert_eq!(world.team().seats.reserved, 0);
    resend(&mut world, OWNER, id).unwrap();
    assert_eq!(world.team().seats.reserved, 1);
    assert!(!world.invitation(id).has_expired(world.now));
}

#[test]
fn send_again_by_someone_who_may_adopts_what_lost_its_sender() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Manager));
    let id = world.invited(ANA, EVA, P1, role(Editor));
    world.remove(OWNER, ANA).unwrap();
    assert!(world.invitation(id).needs_sender());
    assert_eq!(world.accept(EVA, id), Err(Denial::NeedsSender));
    resend(&mut world, OWNER, id).unwrap();
    assert!(matches!(world.accept(EVA, id), Ok(Answer::Joined { .. })));
}

#[test]
fn at_most_once_a_minute_the_mail_waits() {
    let mut world = World::new();
    let id = world.invited(OWNER, EVA, P1, role(Viewer));
    for _ in 0..3 {
        let answer = resend(&mut world, OWNER, id);
        assert_eq!(answer, Ok(Answer::Invited { invitation: id, mail_at: START.plus(RESEND_MILLIS) }));
    }
    assert_eq!(world.invitation(id).counter, 4);
    let mails = world.facts.tallies[&(TallyKey::MailsTo(address(EVA)), START.day())].count;
    assert_eq!(mails, 2, "a mail that waits is replaced, not added");
}

#[test]
fn at_most_five_a_day_per_address_the_invitation_stands() {
    let mut world = World::new();
    let id = world.invited(OWNER, EVA, P1, role(Viewer));
    for _ in 0..4 {
        world.wait(MINUTE);
        resend(&mut world, OWNER, id).unwrap();
        assert_eq!(world.invitation(id).sent_at, world.now);
    }
    world.wait(MINUTE);
    resend(&mut world, OWNER, id).unwrap();
    assert_eq!(world.invitation(id).sent_at, START.next_day());
    assert!(world.invitation(id).is_pending());
}

#[test]
fn a_sender_has_so_many_invitations_a_day() {
    let mut world = World::new();
    let key = (TallyKey::InvitationsBy(PersonId(OWNER)), START.day());
    world.invite(OWNER, ANA, P1, role(Viewer)).unwrap();
    world.facts.tallies.get_mut(&key).unwrap().count = INVITATIONS_PER_SENDER_AND_DAY;
    let again_at = START.next_day();
    assert_eq!(world.invite(OWNER, EVA, P1, role(Viewer)), Err(Denial::TooOften { again_at }));
}

#[test]
fn a_mistaken_invitation_is_taken_back_with_its_seat() {
    let mut world = World::on(Plan::Plus, 0);
    let id = world.invited(OWNER, ANA, P1, role(Editor));
    withdraw(&mut world, OWNER, id).unwrap();
    assert_eq!(world.team().seats.reserved, 0);
    assert_eq!(world.accept(ANA, id), Err(Denial::Withdrawn));
    assert_eq!(withdraw(&mut world, OWNER, id), Err(Denial::Withdrawn));
    assert_eq!(resend(&mut world, OWNER, id), Err(Denial::Withdrawn));
}

#[test]
fn pending_invitations_are_seen_for_team_invite_within_their_places() {
    let mut world = World::new();
    world.with(TOMAS, P2, role(Manager)).with(EVA, P1, role(Manager));
    world.with(ANA, Place::Team, role(Viewer));
    let places = [(P1, role(Viewer)), (Place::Team, role(Viewer))];
    let answer = world.invite_paying(OWNER, STRANGER, &places, None);
    let Ok(Answer::Invited { invitation: id, .. }) = answer else { panic!("{answer:?}") };
    let table = [
        (TOMAS, Err(Denial::NotFound)),
        (STRANGER, Err(Denial::NotFound)),
        (ANA, Err(Denial::NotFound)),
        (EVA, missing(Permission::TeamInvite, Place::Team)),
        (OWNER, Ok(Answer::Done)),
    ];
    for (who, answer) in table {
        assert_eq!(withdraw(&mut world, who, id), answer, "{who}");
    }
}

#[test]
fn no_new_invitation_for_30_days_after_a_refusal_unless_the_person_asks() {
    let mut world = World::new();
    let id = world.invited(OWNER, ANA, P1, role(Writer));
    decline(&mut world, ANA, id).unwrap();
    assert!(world.told(OWNER, Template::Declined));
    let until = START.plus(30 * DAY);
    world.wait(29 * DAY);
    assert_eq!(world.invite(OWNER, ANA, P1, role(Viewer)), Err(Denial::Declined { until }));
    world.run(ANA, Command::AskAgain { team: TEAM, invitation: id, counter: 1 }).unwrap();
    assert!(world.told(OWNER, Template::AskedAgain));
    world.invite(OWNER, ANA, P1, role(Viewer)).unwrap();
    let mut world = World::new();
    let id = world.invited(OWNER, ANA, P1, role(Writer));
    decline(&mut world, ANA, id).unwrap();
    assert!(matches!(world.invitation(id).state, InvitationState::Declined { .. }));
    world.wait(30 * DAY);
    world.invite(OWNER, ANA, P1, role(Viewer)).unwrap();
}

#[test]
fn what_only_the_team_can_give_is_not_asked_for_at_a_project() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Manager));
    let end = Some(START.plus(DAY));
    let all: PermissionSet = PermissionSet::at_project();
    let included = Ok(Answer::Included { person: PersonId(ANA) });
    assert_eq!(
        world.invite(OWNER, ANA, P1, Grant { until: end, ..Grant::custom(all) }),
        Err(Denial::AlreadyMember)
    );
    assert_eq!(world.invite(OWNER, ANA, P1, Grant::custom(all)), included);
    world.with(TOMAS, Place::Team, Grant::custom(all));
    let manager_there = world.invite(TOMAS, EVA, P1, role(Manager));
    assert!(manager_there.is_ok(), "a role's team part gives nothing at a project, so nobody has to hold it");
    let at_team = world.invite(TOMAS, STRANGER, Place::Team, role(Manager));
    assert_eq!(at_team, not_held(Permission::ProjectsManage, Place::Team));
}

/// Eva may invite to one project only; the owner invited the same address to the whole team.
fn inviter_of_one_project() -> (World, InvitationId) {
    let mut world = World::new();
    world.with(EVA, P1, custom(&[Permission::PostsView, Permission::TeamInvite]));
    let id = world.invited(OWNER, ANA, Place::Team, role(Manager));
    (world, id)
}

#[test]
fn inviting_again_does_not_revive_what_one_could_not_send() {
    let (mut world, id) = inviter_of_one_project();
    world.wait(INVITATION_MILLIS + 1);
    assert!(matches!(world.invite(EVA, ANA, P1, role(Viewer)), Ok(Answer::Invited { .. })));
    let places: Vec<Place> = world.invitation(id).places.iter().map(|place| place.place).collect();
    assert_eq!(places, [P1]);
    assert!(matches!(world.accept(ANA, id), Ok(Answer::Joined { .. })));
    assert_eq!(world.held(ANA, P1), Viewer.set());
    assert!(world.held(ANA, Place::Team).is_empty());
}

#[test]
fn inviting_again_does_not_lengthen_what_one_could_not_send() {
    let (mut world, id) = inviter_of_one_project();
    let ends = world.invitation(id).expires_at;
    world.wait(DAY);
    assert!(matches!(world.invite(EVA, ANA, P1, role(Viewer)), Ok(Answer::Invited { .. })));
    assert_eq!(world.invitation(id).expires_at, ends);
    assert_eq!(world.invitation(id).places.len(), 2);
    assert!(matches!(world.invite(OWNER, ANA, P2, role(Viewer)), Ok(Answer::Invited { .. })));
    assert!(world.invitation(id).expires_at > ends);
}

#[test]
fn inviting_again_sends_nothing_that_cannot_be_accepted() {
    let mut world = World::new();
    world.with(TOMAS, Place::Team, role(Manager));
    world.with(EVA, P1, custom(&[Permission::PostsView, Permission::TeamInvite]));
    let id = world.invited(TOMAS, ANA, P2, role(Editor));
    world.remove(OWNER, TOMAS).unwrap();
    assert!(world.invitation(id).needs_sender());
    assert_eq!(world.invite(EVA, ANA, P1, role(Viewer)), Err(Denial::NeedsSender));
    assert!(matches!(world.invite(OWNER, ANA, P1, role(Viewer)), Ok(Answer::Invited { .. })));
    assert!(matches!(world.accept(ANA, id), Ok(Answer::Joined { .. })));
}
