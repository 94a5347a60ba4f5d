//! Carrying a group of commands out against D1: read once, decide each in turn, write once. What is decided is core's,
//! what is read and written is store's; here is only what happens when that goes wrong.

use roster_core::facts::Actor;
use roster_core::room::concern;
use roster_core::{Asker, Change, Command, Decision, Denial, Facts, Lane, Timestamp, decide};
use roster_store::present::rooms;
use roster_store::{Asked, Decided, Failure, Group, Outcome, Reply};
use roster_wire::convert;
use roster_wire::problem::Fault;
use roster_wire::shapes::Missing;

use crate::answer::{Refusal, log};
use crate::d1::{Database, pause};
use crate::encode::encode;
use crate::guard::guarded;
use crate::live::News;

/// Tries before a command is answered "busy".
const TRIES: u32 = 5;

/// What became of one command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The status of HTTP; [`crate::encode::GOOD`] stands for the route's own.
    pub status: u16,
    /// What is sent, before a cookie, a link's address or granters are added: an answer, or a problem.
    pub body: String,
    /// The address that a challenge proved.
    pub proved: Option<String>,
    /// What the asker lacks, if that is why.
    pub missing: Option<Missing>,
    /// Whether mails are owed since.
    pub mails: bool,
}

impl Settled {
    fn of(reply: Reply) -> Self {
        Self { status: reply.status, body: reply.body, proved: None, missing: None, mails: false }
    }

    /// A refusal, with nothing done.
    pub fn refused(refusal: impl Into<Refusal>) -> Self {
        let refusal: Refusal = refusal.into();
        Self::of(crate::encode::problem(&refusal.problem))
    }

    /// A refusal of core's. Members are told who can grant what they lack.
    fn denied(denial: &Denial, is_owner: bool) -> Self {
        let problem = convert::problem(denial, is_owner);
        let missing = denial.missing().and(problem.missing.clone());
        Self { missing, ..Self::of(crate::encode::problem(&problem)) }
    }
}

/// What became of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ran {
    /// What became of each command, in their order.
    pub settled: Vec<Settled>,
    /// Which rooms have to hear of it.
    pub news: News,
}

impl Ran {
    /// With nothing done.
    fn refused(group: &Group, refusal: impl Into<Refusal>) -> Self {
        let refused = Settled::refused(refusal);
        Self { settled: vec![refused; group.asked().len()], news: News::default() }
    }
}

/// Carries commands of one lane out.
pub async fn run(db: &Database, lane: Lane, asked: Vec<Asked>, now: Timestamp) -> Ran {
    let group = Group::new(lane, asked, now);
    match tries(db, &group, now).await {
        Some(ran) => ran,
        None if group.asked().len() > 1 => one_by_one(db, group, now).await,
        None => Ran::refused(&group, Fault::Busy),
    }
}

async fn one_by_one(db: &Database, group: Group, now: Timestamp) -> Ran {
    let mut all = Ran::default();
    for one in group.split() {
        let ran = tries(db, &one, now).await.unwrap_or_else(|| Ran::refused(&one, Fault::Busy));
        all.settled.extend(ran.settled);
        all.news = all.news.and(ran.news);
    }
    all
}

/// What one try came to.
enum Tried {
    /// It is done.
    Settled(Ran),
    /// Something changed in between: again, at once.
    Stale,
    /// The database could not be reached, or nobody knows what was written: again after a pause. A reply that was
    /// kept is found then.
    Unknown,
    /// The database refused what core had allowed: one command of the group is at fault.
    Refused,
}

/// Reads, decides and writes until it holds; `None` when it never did.
async fn tries(db: &Database, group: &Group, now: Timestamp) -> Option<Ran> {
    for attempt in 0..TRIES {
        match once(db, group, now).await {
            Tried::Settled(ran) => return Some(ran),
            Tried::Stale => {}
            Tried::Unknown => pause(attempt).await,
            Tried::Refused if group.asked().len() > 1 => return None,
            Tried::Refused => return Some(Ran::refused(group, Fault::Broken)),
        }
    }
    None
}

async fn once(db: &Database, group: &Group, now: Timestamp) -> Tried {
    let rows = match db.batch(&group.reads()).await {
        Ok(rows) => rows,
        Err(failed) => {
            log(&failed.message);
            return Tried::Unknown;
        }
    };
    let mut decided = match group.decide(&rows, judge, |answer| reply(group, now, answer)) {
        Ok(decided) => decided,
        Err(corrupt) => return Tried::Settled(Ran::refused(group, corrupt)),
    };
    let concern = concern(&decided.before, &decided.changes);
    // Read by the batch that writes: no round trip of its own, and nobody who is there then is missed.
    decided.writes.extend(rooms(&concern));
    match db.write(&decided.writes).await {
        Ok(rows) => {
            let news = News::of(&concern, rows.last().map_or(&[], Vec::as_slice));
            Tried::Settled(Ran { settled: settle(group, decided, now), news })
        }
        Err(failed) => again(&failed.message),
    }
}

fn again(message: &str) -> Tried {
    match Failure::of(message) {
        Failure::Stale => Tried::Stale,
        Failure::Unknown => {
            log(message);
            Tried::Unknown
        }
        Failure::Refused => {
            log(message);
            Tried::Refused
        }
    }
}

/// Asks core. A panic costs its own command and nothing else.
fn judge(command: &Command, facts: &Facts, asker: Asker, now: Timestamp) -> Option<Result<Decision, Denial>> {
    guarded(|| {
        #[cfg(feature = "dev")]
        crate::dev::faults::of_decision(command);
        decide(command, facts, asker, now)
    })
}

/// Every answer of a group is of one lane, and those that speak of more stand alone in theirs.
fn reply(group: &Group, now: Timestamp, answer: &roster_core::Answer) -> Reply {
    match group.asked().first() {
        Some(one) => encode(&one.command, now, answer),
        None => Reply { status: crate::encode::GOOD, body: String::new() },
    }
}

fn settle(group: &Group, decided: Decided, now: Timestamp) -> Vec<Settled> {
    let mails = decided.changes.iter().any(|change| matches!(change, Change::Mail(_)));
    let Decided { outcomes, before, after, .. } = decided;
    let pairs = group.asked().iter().zip(outcomes);
    pairs
        .map(|(one, outcome)| match outcome {
            Outcome::Done(_, reply) | Outcome::Replayed(reply) => {
                Settled { proved: proved(one, &after), mails, ..Settled::of(reply) }
            }
            Outcome::KeyReused => Settled::refused(Fault::KeyReused),
            Outcome::Broke => Settled::refused(Refusal::broken("a decision panicked")),
            Outcome::Denied(denial) => Settled::denied(&denial, is_owner(one, &before, now)),
        })
        .collect()
}

fn proved(one: &Asked, facts: &Facts) -> Option<String> {
    let Command::FinishSignIn { challenge, .. } = &one.command else { return None };
    facts.challenges.get(challenge).map(|challenge| challenge.address.as_str().to_owned())
}

/// Whether the asker owns the team, and may see numbers and prices.
fn is_owner(one: &Asked, facts: &Facts, now: Timestamp) -> bool {
    let Lane::Team(team) = one.command.lane() else { return false };
    match facts.actor(one.asker, now) {
        Actor::Person(person, _) => facts.teams.get(&team).is_some_and(|team| team.owner == person),
        Actor::Nobody | Actor::Clock => false,
    }
}
