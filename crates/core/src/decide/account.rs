//! One's own account: ending a session elsewhere, another address, the mails one does without, and one's picture.

use crate::change::{Answer, Change, Decision, Mail, Recipient, TallyKey, Template};
use crate::command::{AccountCommand, Asker};
use crate::denial::Denial;
use crate::email::Address;
use crate::facts::{Actor, Facts};
use crate::id::{ChallengeId, ImageId, PersonId, SessionId};
use crate::limits::{AVATARS_PER_PERSON_AND_DAY, CHALLENGES_PER_ADDRESS_AND_DAY, GUESSES_PER_CHALLENGE};
use crate::model::{Challenge, Digest, Member, Muted, Person, Proof, Session};
use crate::time::Timestamp;

use super::act::{Act, unchanged};
use super::ending;
use super::redeem::close;
use super::sign_in::{counted, is_open, wrong_guess};

/// Carries a command about one's account out.
pub fn decide(
    facts: &Facts,
    command: &AccountCommand,
    asker: Asker,
    now: Timestamp,
) -> Result<Decision, Denial> {
    let Actor::Person(_, session) = facts.actor(asker, now) else { return Err(Denial::SignInNeeded) };
    let person = facts.signed_in(asker, now)?;
    match command {
        AccountCommand::EndSession { session } => end_session(facts, person, *session, now),
        AccountCommand::StartAddress { challenge, address, browser } => {
            let challenge = Challenge {
                id: *challenge,
                address: address.clone(),
                browser: *browser,
                language: person.language,
                person: Some(person.id),
                created_at: now,
                guesses: 0,
                used_at: None,
            };
            start_address(facts, person, session, challenge)
        }
        AccountCommand::FinishAddress { challenge, browser, right } => {
            finish_address(facts, person, (*challenge, *browser), *right, now)
        }
        AccountCommand::End { confirmed } => ending::end_account(person, session, confirmed, now),
        AccountCommand::Mute { muted } => Ok(change(person, *muted, person.avatar)),
        AccountCommand::Bring => bring(facts, person, now),
        AccountCommand::Show { avatar } => Ok(change(person, person.muted, *avatar)),
    }
}

/// A session of somebody else's is not there.
fn end_session(facts: &Facts, person: &Person, id: SessionId, now: Timestamp) -> Result<Decision, Denial> {
    let own = |session: &&Session| session.id == id && session.person == person.id;
    let session = facts.sessions.values().find(own).ok_or(Denial::NotFound)?;
    if session.ended_at.is_some() {
        return Ok(unchanged(Answer::Done));
    }
    let changes = vec![Change::Session(Session { ended_at: Some(now), ..*session })];
    Ok(Decision { changes, answer: Answer::Done })
}

/// Mails a code to the new address. The answer is the same whether or not it has an account.
fn start_address(
    facts: &Facts,
    person: &Person,
    session: Session,
    challenge: Challenge,
) -> Result<Decision, Denial> {
    if session.proof == Proof::Invitation {
        return Err(Denial::CodeNeeded);
    }
    if challenge.address == person.address {
        return Err(Denial::AlreadyHeld);
    }
    let now = challenge.created_at;
    let tally = counted(facts, tally_key(&challenge.address), now, CHALLENGES_PER_ADDRESS_AND_DAY)?;
    let to = Recipient::Address(challenge.address.clone());
    let mail = Mail { challenge: Some(challenge.id), ..Mail::new(Template::AddressCode, to, now) };
    let answer = Answer::Mailed { challenge: challenge.id };
    let changes = vec![Change::Challenge(challenge), Change::Tally(tally), Change::Mail(mail)];
    Ok(Decision { changes, answer })
}

/// Under which key codes to a new address are counted: with those of signing in.
pub fn tally_key(address: &Address) -> TallyKey {
    super::sign_in::tally_key(address, false)
}

/// One account, one address. Whoever has the code reads that mailbox, and may learn that it has an account already.
fn finish_address(
    facts: &Facts,
    person: &Person,
    (challenge, browser): (ChallengeId, Option<Digest>),
    right: bool,
    now: Timestamp,
) -> Result<Decision, Denial> {
    let open = |challenge: &&Challenge| {
        challenge.person == Some(person.id)
            && browser == Some(challenge.browser)
            && challenge.guesses < GUESSES_PER_CHALLENGE
            && is_open(challenge, now)
    };
    let Some(challenge) = facts.challenges.get(&challenge).filter(open) else {
        return Ok(unchanged(Answer::WrongCode));
    };
    if !right {
        return Ok(wrong_guess(challenge));
    }
    if facts.person_at(&challenge.address).is_some() {
        return Err(Denial::AddressTaken);
    }
    let version = person.version.saturating_add(1);
    let moved = Person { address: challenge.address.clone(), version, ..person.clone() };
    let to = Recipient::Address(person.address.clone());
    let mut mail = Mail { challenge: Some(challenge.id), ..Mail::new(Template::AddressChanged, to, now) };
    mail.about = Some(person.id);
    let used = Challenge { used_at: Some(now), ..challenge.clone() };
    let mut changes = vec![Change::Person(moved), Change::Challenge(used), Change::Mail(mail)];
    changes.extend(close_invitations(facts, person.id, &challenge.address, now));
    Ok(Decision { changes, answer: Answer::Done })
}

/// A team that one is in has invited that address: as if it were accepted and gave nothing, so that its seat is free
/// and the sender knows.
fn close_invitations(facts: &Facts, person: PersonId, address: &Address, now: Timestamp) -> Vec<Change> {
    let mut changes = Vec::new();
    for invitation in facts.invitations.values().filter(|it| it.is_pending() && it.address == *address) {
        let is_in = facts.members.get(&(invitation.team, person)).is_some_and(Member::is_active);
        if let Some(team) = facts.teams.get(&invitation.team).filter(|_| is_in) {
            changes.extend(close(Act::new(facts, team, Some(person), now), invitation, person).changes);
        }
    }
    changes
}

/// Counts a file that shall be their picture: so many a day, so that nobody fills the store of files.
fn bring(facts: &Facts, person: &Person, now: Timestamp) -> Result<Decision, Denial> {
    let tally = counted(facts, TallyKey::PicturesBy(person.id), now, AVATARS_PER_PERSON_AND_DAY)
        .map(Change::Tally)?;
    Ok(Decision { changes: vec![tally], answer: Answer::Done })
}

/// What is the person's alone, and needs no more than the person.
fn change(person: &Person, muted: Muted, avatar: Option<ImageId>) -> Decision {
    if (person.muted, person.avatar) == (muted, avatar) {
        return unchanged(Answer::Done);
    }
    let version = person.version.saturating_add(1);
    let changes = vec![Change::Person(Person { muted, avatar, version, ..person.clone() })];
    Decision { changes, answer: Answer::Done }
}
