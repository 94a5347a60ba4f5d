//! Signing in and out, and what an account and a session are made of (DESIGN.md, "Secrets and sign-in"). Whether a
//! code is the right one is the shell's to compare; how often it may be tried, and by whom, is decided here.

use crate::change::{Answer, Change, Decision, Mail, Recipient, Tally, TallyKey, Template};
use crate::command::{Asker, NewSession, Newcomer, SignInProof};
use crate::denial::Denial;
use crate::email::Address;
use crate::facts::{Actor, Facts};
use crate::id::{ChallengeId, PersonId};
use crate::limits::{
    CHALLENGE_MILLIS, CHALLENGES_PER_ADDRESS_AND_DAY, CHALLENGES_PER_KNOWN_BROWSER_AND_DAY,
    GUESSES_PER_CHALLENGE, SESSION_MILLIS,
};
use crate::model::{Challenge, Digest, Language, Muted, Person, Proof, Session};
use crate::text::Name;
use crate::time::Timestamp;

use super::act::unchanged;

/// Under which key sign-in mails to an address are counted: a browser that signed in before has an allowance of its
/// own, so that a stranger locks nobody out.
pub fn tally_key(address: &Address, known: bool) -> TallyKey {
    if known { TallyKey::KnownChallengesOf(address.clone()) } else { TallyKey::ChallengesOf(address.clone()) }
}

/// Mails a code. The answer is the same whether or not the address has an account.
pub fn start(facts: &Facts, challenge: Challenge, known: bool) -> Result<Decision, Denial> {
    let now = challenge.created_at;
    let key = tally_key(&challenge.address, known);
    let limit = if known { CHALLENGES_PER_KNOWN_BROWSER_AND_DAY } else { CHALLENGES_PER_ADDRESS_AND_DAY };
    let tally = counted(facts, key, now, limit)?;
    let to = Recipient::Address(challenge.address.clone());
    let mail = Mail { challenge: Some(challenge.id), ..Mail::new(Template::SignIn, to, now) };
    let answer = Answer::Mailed { challenge: challenge.id };
    let changes = vec![Change::Challenge(challenge), Change::Tally(tally), Change::Mail(mail)];
    Ok(Decision { changes, answer })
}

/// One more of what may be done so often a day, by whoever has no team.
pub fn counted(facts: &Facts, key: TallyKey, now: Timestamp, most: u32) -> Result<Tally, Denial> {
    let day = now.day();
    let count = facts.tallies.get(&(key.clone(), day)).map_or(0, |tally| tally.count);
    if count >= most {
        return Err(Denial::TooOften { again_at: now.next_day() });
    }
    Ok(Tally { key, day, count: count.saturating_add(1), last_at: now })
}

/// A challenge as it begins.
pub fn new_challenge(
    id: ChallengeId,
    address: &Address,
    (browser, language): (Digest, Language),
    now: Timestamp,
) -> Challenge {
    Challenge {
        id,
        address: address.clone(),
        browser,
        language,
        person: None,
        created_at: now,
        guesses: 0,
        used_at: None,
    }
}

/// Signs in by code or link. A challenge that is unknown, used, over or another browser's answers like a wrong code.
pub fn finish(
    facts: &Facts,
    challenge: ChallengeId,
    browser: Option<Digest>,
    proof: SignInProof,
    newcomer: Newcomer,
    now: Timestamp,
) -> Decision {
    let Some(challenge) =
        facts.challenges.get(&challenge).filter(|it| is_open(it, now) && it.person.is_none())
    else {
        return unchanged(Answer::WrongCode);
    };
    let asked_here = browser == Some(challenge.browser);
    match proof {
        SignInProof::Code { .. } if !asked_here || challenge.guesses >= GUESSES_PER_CHALLENGE => {
            unchanged(Answer::WrongCode)
        }
        SignInProof::Code { right: false } => wrong_guess(challenge),
        SignInProof::Link { confirmed: false } if !asked_here => {
            unchanged(Answer::Confirm { masked: challenge.address.masked() })
        }
        SignInProof::Code { right: true } | SignInProof::Link { .. } => {
            sign_in(facts, challenge, newcomer, now)
        }
    }
}

pub fn is_open(challenge: &Challenge, now: Timestamp) -> bool {
    challenge.used_at.is_none() && now < challenge.created_at.plus(CHALLENGE_MILLIS)
}

pub fn wrong_guess(challenge: &Challenge) -> Decision {
    let guesses = challenge.guesses.saturating_add(1);
    let changes = vec![Change::Challenge(Challenge { guesses, ..challenge.clone() })];
    Decision { changes, answer: Answer::WrongCode }
}

fn sign_in(facts: &Facts, challenge: &Challenge, newcomer: Newcomer, now: Timestamp) -> Decision {
    let known = facts.person_at(&challenge.address).map(|person| person.id);
    let person = known.unwrap_or(newcomer.person);
    let account = match known {
        Some(_) => None,
        None => Some(Change::Person(new_person(person, &challenge.address, challenge.language, now))),
    };
    let mut changes: Vec<Change> = account.into_iter().collect();
    changes.push(Change::Challenge(Challenge { used_at: Some(now), ..challenge.clone() }));
    changes.push(Change::Session(new_session(newcomer.session, person, Proof::Code, now)));
    Decision { changes, answer: Answer::SignedIn { person, newcomer: known.is_none() } }
}

/// An account for an address, called by its local part until the person says otherwise.
pub fn new_person(id: PersonId, address: &Address, language: Language, now: Timestamp) -> Person {
    Person {
        id,
        address: address.clone(),
        name: Name::of_address(address),
        avatar: None,
        language,
        muted: Muted::default(),
        merge: None,
        owns: 0,
        version: 1,
        created_at: now,
    }
}

/// A session as it begins.
pub const fn new_session(new: NewSession, person: PersonId, proof: Proof, now: Timestamp) -> Session {
    Session {
        id: new.id,
        digest: new.digest,
        person,
        proof,
        created_at: now,
        expires_at: now.plus(SESSION_MILLIS),
        ended_at: None,
    }
}

/// Ends this session.
pub fn sign_out(facts: &Facts, asker: Asker, now: Timestamp) -> Result<Decision, Denial> {
    let Actor::Person(_, session) = facts.actor(asker, now) else {
        return Err(Denial::SignInNeeded);
    };
    let changes = vec![Change::Session(Session { ended_at: Some(now), ..session })];
    Ok(Decision { changes, answer: Answer::Done })
}

/// Ends all sessions of this person.
pub fn sign_out_everywhere(facts: &Facts, asker: Asker, now: Timestamp) -> Result<Decision, Denial> {
    let person = facts.signed_in(asker, now)?.id;
    Ok(Decision { changes: vec![Change::EndSessions { person, at: now }], answer: Answer::Done })
}

/// Changes one's own name or language.
pub fn change_self(
    facts: &Facts,
    name: Option<&Name>,
    language: Option<Language>,
    asker: Asker,
    now: Timestamp,
) -> Result<Decision, Denial> {
    let person = facts.signed_in(asker, now)?;
    let name = name.unwrap_or(&person.name).clone();
    let language = language.unwrap_or(person.language);
    if person.name == name && person.language == language {
        return Ok(unchanged(Answer::Done));
    }
    let version = person.version.saturating_add(1);
    let changed = Person { name, language, version, ..person.clone() };
    Ok(Decision { changes: vec![Change::Person(changed)], answer: Answer::Done })
}
