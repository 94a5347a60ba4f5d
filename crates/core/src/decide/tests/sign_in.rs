//! Signing in and out (DESIGN.md, "Secrets and sign-in").

use super::*;
use crate::command::SignInProof;
use crate::id::ChallengeId;
use crate::limits::CHALLENGE_MILLIS;
use crate::time::HOUR;

const CHALLENGE: ChallengeId = ChallengeId(1);
const HERE: Option<Digest> = Some(Digest([1; 32]));
const ELSEWHERE: Option<Digest> = Some(Digest([2; 32]));
const RIGHT: SignInProof = SignInProof::Code { right: true };
const WRONG: SignInProof = SignInProof::Code { right: false };

fn start(world: &mut World, whom: u64, known: bool) -> Result<Answer, Denial> {
    let browser = Digest([1; 32]);
    let (challenge, language) = (CHALLENGE, Language::Russian);
    let command = Command::StartSignIn { challenge, address: address(whom), browser, language, known };
    world.ask(Asker::Nobody, &command)
}

fn finish(world: &mut World, browser: Option<Digest>, proof: SignInProof) -> Answer {
    let command = Command::FinishSignIn { challenge: CHALLENGE, browser, proof, newcomer: newcomer(88) };
    world.ask(Asker::Nobody, &command).unwrap()
}

#[test]
fn the_answer_is_the_same_whether_or_not_the_address_has_an_account() {
    let mut world = World::new();
    for whom in [ANA, 88] {
        assert_eq!(start(&mut world, whom, false), Ok(Answer::Mailed { challenge: CHALLENGE }));
        assert_eq!(world.mails()[0].to, Recipient::Address(address(whom)));
    }
}

#[test]
fn a_right_code_opens_a_session_once_and_makes_the_account_if_there_is_none() {
    for (whom, person, new) in [(ANA, ANA, false), (88, 88, true)] {
        let mut world = World::new();
        start(&mut world, whom, false).unwrap();
        let signed_in = Answer::SignedIn { person: PersonId(person), newcomer: new };
        assert_eq!(finish(&mut world, HERE, RIGHT), signed_in);
        assert_eq!(world.facts.sessions[&digest(88)].proof, Proof::Code);
        let language = if new { Language::Russian } else { Language::English };
        assert_eq!(world.facts.people[&PersonId(person)].language, language, "whose page asked for the code");
        assert_eq!(finish(&mut world, HERE, RIGHT), Answer::WrongCode);
    }
}

#[test]
fn five_guesses_per_challenge() {
    let mut world = World::new();
    start(&mut world, ANA, false).unwrap();
    for guesses in 1..=5 {
        assert_eq!(finish(&mut world, HERE, WRONG), Answer::WrongCode);
        assert_eq!(world.facts.challenges[&CHALLENGE].guesses, guesses);
    }
    assert_eq!(finish(&mut world, HERE, RIGHT), Answer::WrongCode);
    assert!(world.last.is_empty());
}

#[test]
fn a_code_is_for_the_browser_that_asked_and_for_ten_minutes() {
    let mut world = World::new();
    assert_eq!(finish(&mut world, HERE, RIGHT), Answer::WrongCode, "unknown");
    start(&mut world, ANA, false).unwrap();
    for browser in [ELSEWHERE, None] {
        assert_eq!(finish(&mut world, browser, RIGHT), Answer::WrongCode);
        assert!(world.last.is_empty());
    }
    world.wait(CHALLENGE_MILLIS);
    assert_eq!(finish(&mut world, HERE, RIGHT), Answer::WrongCode);
}

#[test]
fn a_link_opened_in_another_browser_asks_for_confirmation() {
    let link = |confirmed| SignInProof::Link { confirmed };
    let mut world = World::new();
    start(&mut world, ANA, false).unwrap();
    let confirm = Answer::Confirm { masked: "p…@e….com".to_owned() };
    assert_eq!(finish(&mut world, ELSEWHERE, link(false)), confirm);
    assert_eq!(finish(&mut world, None, link(false)), confirm);
    assert!(matches!(finish(&mut world, ELSEWHERE, link(true)), Answer::SignedIn { .. }));
    start(&mut world, ANA, false).unwrap();
    assert!(matches!(finish(&mut world, HERE, link(false)), Answer::SignedIn { .. }));
}

#[test]
fn twenty_challenges_a_day_and_an_allowance_of_its_own_for_a_known_browser() {
    let mut world = World::new();
    for _ in 0..20 {
        start(&mut world, ANA, false).unwrap();
    }
    let again_at = START.next_day();
    assert_eq!(start(&mut world, ANA, false), Err(Denial::TooOften { again_at }));
    assert!(start(&mut world, ANA, true).is_ok());
    world.wait(DAY);
    assert!(start(&mut world, ANA, false).is_ok());
}

#[test]
fn signing_out_ends_the_session_or_all_of_them() {
    let mut world = World::new();
    world.run(ANA, Command::SignOut).unwrap();
    assert_eq!(world.run(ANA, Command::SignOut), Err(Denial::SignInNeeded));
    world.run(EVA, Command::SignOutEverywhere).unwrap();
    assert_eq!(world.run(EVA, Command::SignOut), Err(Denial::SignInNeeded));
    world.facts.sessions.get_mut(&digest(TOMAS)).unwrap().expires_at = START.plus(HOUR);
    world.now = START.plus(HOUR);
    let name = Name::parse("Tom").unwrap();
    assert_eq!(
        world.run(TOMAS, Command::ChangeSelf { name: Some(name), language: None }),
        Err(Denial::SignInNeeded)
    );
}

#[test]
fn ones_own_name_is_ones_own() {
    let mut world = World::new();
    let name = Name::parse("Ana").unwrap();
    world.run(ANA, Command::ChangeSelf { name: Some(name.clone()), language: None }).unwrap();
    let person = &world.facts.people[&PersonId(ANA)];
    assert_eq!((&person.name, person.version), (&name, 2));
    world.run(ANA, Command::ChangeSelf { name: Some(name), language: None }).unwrap();
    assert!(world.last.is_empty());
}

#[test]
fn ones_own_language_changes_alone() {
    let mut world = World::new();
    let before = world.facts.people[&PersonId(ANA)].clone();
    world.run(ANA, Command::ChangeSelf { name: None, language: Some(Language::Russian) }).unwrap();
    let person = world.facts.people[&PersonId(ANA)].clone();
    assert_eq!(person, Person { language: Language::Russian, version: 2, ..before });
    world.run(ANA, Command::ChangeSelf { name: None, language: Some(Language::Russian) }).unwrap();
    assert!(world.last.is_empty());
}
