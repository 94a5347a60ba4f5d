//! One's own account: sessions elsewhere, another address, mails (DESIGN.md, "Secrets and sign-in"; RULES.md, "Mails").

use super::*;
use crate::command::AccountCommand;
use crate::id::{ChallengeId, ImageId};
use crate::limits::AVATARS_PER_PERSON_AND_DAY;
use crate::model::{MailSwitch, Muted};

const BROWSER: Digest = Digest([200; 32]);

fn own(world: &mut World, who: u64, command: AccountCommand) -> Result<Answer, Denial> {
    world.run(who, Command::Account(command))
}

fn start(world: &mut World, who: u64, id: u64, to: &str) -> Result<Answer, Denial> {
    let address = Address::stored(to.to_owned());
    own(world, who, AccountCommand::StartAddress { challenge: ChallengeId(id), address, browser: BROWSER })
}

fn finish(world: &mut World, who: u64, id: u64, right: bool) -> Result<Answer, Denial> {
    let challenge = ChallengeId(id);
    own(world, who, AccountCommand::FinishAddress { challenge, browser: Some(BROWSER), right })
}

#[test]
fn the_new_address_is_taken_with_its_code_and_the_old_one_is_told() {
    let mut world = World::new();
    start(&mut world, ANA, 7, "new@example.com").unwrap();
    assert_eq!(world.mails()[0].to, Recipient::Address(Address::stored("new@example.com".to_owned())));
    assert_eq!(finish(&mut world, ANA, 7, false), Ok(Answer::WrongCode));
    assert_eq!(finish(&mut world, TOMAS, 7, true), Ok(Answer::WrongCode), "another's challenge");
    assert_eq!(finish(&mut world, ANA, 7, true), Ok(Answer::Done));
    assert_eq!(world.facts.people[&PersonId(ANA)].address.as_str(), "new@example.com");
    let [told] = world.mails()[..] else { panic!("one mail") };
    assert_eq!((told.template, &told.to), (Template::AddressChanged, &Recipient::Address(address(ANA))));
    assert_eq!(finish(&mut world, ANA, 7, true), Ok(Answer::WrongCode), "used");
}

#[test]
fn one_account_one_address_and_only_who_reads_the_mail_learns_of_it() {
    let mut world = World::new();
    let taken = address(TOMAS);
    let free = start(&mut world, ANA, 7, "free@example.com");
    assert_eq!(start(&mut world, ANA, 8, taken.as_str()), Ok(Answer::Mailed { challenge: ChallengeId(8) }));
    assert_eq!(free, Ok(Answer::Mailed { challenge: ChallengeId(7) }));
    assert_eq!(finish(&mut world, ANA, 8, false), Ok(Answer::WrongCode));
    assert_eq!(finish(&mut world, ANA, 8, true), Err(Denial::AddressTaken));
    assert_eq!(start(&mut world, ANA, 9, address(ANA).as_str()), Err(Denial::AlreadyHeld));
    world.without_code(ANA);
    assert_eq!(start(&mut world, ANA, 9, "other@example.com"), Err(Denial::CodeNeeded));
}

/// Ana takes the address of the 77th, who has no account.
fn take_the_77th(world: &mut World) {
    start(world, ANA, 7, address(77).as_str()).unwrap();
    finish(world, ANA, 7, true).unwrap();
}

#[test]
fn a_team_that_one_is_in_and_that_invited_the_new_address_has_its_seat_back() {
    let mut world = World::on(Plan::Pro, 2);
    world.with(ANA, Place::Team, role(BuiltInRole::Viewer));
    let invitation = world.invited(OWNER, 77, P1, role(BuiltInRole::Editor));
    let held = world.member(ANA).access.clone();
    assert_eq!(world.team().seats.reserved, 1);
    take_the_77th(&mut world);
    assert_eq!(world.team().seats.reserved, 0);
    assert_eq!(world.member(ANA).access, held, "it gave nothing");
    assert!(!world.invitation(invitation).is_pending());
    assert_eq!(world.history(), [HistoryKind::InvitationClosed]);
    assert!(world.told(OWNER, Template::NothingNew));
}

#[test]
fn an_invitation_to_a_team_that_one_is_not_in_waits_at_the_new_address() {
    let mut world = World::new();
    let invitation = world.invited(OWNER, 77, P1, role(BuiltInRole::Viewer));
    take_the_77th(&mut world);
    assert!(world.invitation(invitation).is_pending());
    world.accept(ANA, invitation).unwrap();
}

#[test]
fn a_code_for_an_address_signs_nobody_in_and_is_guessed_five_times() {
    let mut world = World::new();
    start(&mut world, ANA, 7, "new@example.com").unwrap();
    let sign_in = Command::FinishSignIn {
        challenge: ChallengeId(7),
        browser: Some(BROWSER),
        proof: crate::command::SignInProof::Code { right: true },
        newcomer: newcomer(50),
    };
    assert_eq!(world.ask(Asker::Nobody, &sign_in), Ok(Answer::WrongCode));
    for _ in 0..5 {
        finish(&mut world, ANA, 7, false).unwrap();
    }
    assert_eq!(finish(&mut world, ANA, 7, true), Ok(Answer::WrongCode));
}

#[test]
fn one_ends_ones_own_sessions_and_nobody_elses() {
    let mut world = World::new();
    let end = |session| AccountCommand::EndSession { session: SessionId(session) };
    assert_eq!(own(&mut world, ANA, end(TOMAS)), Err(Denial::NotFound));
    assert_eq!(own(&mut world, ANA, end(999)), Err(Denial::NotFound));
    own(&mut world, ANA, end(ANA)).unwrap();
    assert_eq!(own(&mut world, ANA, end(ANA)), Err(Denial::SignInNeeded));
}

#[test]
fn a_picture_of_oneself_is_replaced_and_taken_away_and_the_same_one_changes_nothing() {
    let mut world = World::new();
    let shown = |world: &World| {
        let person = &world.facts.people[&PersonId(ANA)];
        (person.avatar, person.version)
    };
    let (none, version) = shown(&world);
    assert_eq!(none, None);
    for (avatar, grown) in
        [(Some(ImageId(1)), 1), (Some(ImageId(1)), 1), (Some(ImageId(2)), 2), (None, 3), (None, 3)]
    {
        own(&mut world, ANA, AccountCommand::Show { avatar }).unwrap();
        assert_eq!(shown(&world), (avatar, version + grown));
    }
    let refused = world.ask(Asker::Nobody, &Command::Account(AccountCommand::Show { avatar: None }));
    assert_eq!(refused, Err(Denial::SignInNeeded));
}

#[test]
fn pictures_are_brought_so_often_a_day_and_no_oftener() {
    let mut world = World::new();
    for _ in 0..AVATARS_PER_PERSON_AND_DAY {
        own(&mut world, ANA, AccountCommand::Bring).unwrap();
    }
    let again_at = world.now.next_day();
    assert_eq!(own(&mut world, ANA, AccountCommand::Bring), Err(Denial::TooOften { again_at }));
    own(&mut world, TOMAS, AccountCommand::Bring).unwrap();
    // What is there can be taken away whenever one wants.
    own(&mut world, ANA, AccountCommand::Show { avatar: None }).unwrap();
    world.now = again_at;
    own(&mut world, ANA, AccountCommand::Bring).unwrap();
    assert_eq!(world.ask(Asker::Nobody, &Command::Account(AccountCommand::Bring)), Err(Denial::SignInNeeded));
}

#[test]
fn what_is_turned_off_is_only_what_can_be() {
    let mut world = World::new();
    let muted: Muted = MailSwitch::ALL.into_iter().collect();
    own(&mut world, ANA, AccountCommand::Mute { muted }).unwrap();
    let muted = world.facts.people[&PersonId(ANA)].muted;
    assert!(muted.mutes(Template::AccessAsked) && muted.mutes(Template::Approved));
    for always in [Template::SignIn, Template::Invitation, Template::Removed, Template::OwnershipReceived] {
        assert!(!muted.mutes(always), "{always:?}");
    }
}
