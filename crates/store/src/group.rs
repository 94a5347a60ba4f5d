//! Commands that one writer carries out together: one batch read, each decided in turn, one batch written.

use roster_core::command::AccountCommand;
use roster_core::facts::Actor;
use roster_core::model::Digest;
use roster_core::table::Table;
use roster_core::{Answer, Asker, Change, Command, Decision, Denial, Facts, Lane, Timestamp, needs};

use crate::json;
use crate::read::{facts, reads};
use crate::row::{Corrupt, Row};
use crate::statement::{Statement, Value};
use crate::tables::Record;
use crate::write::{WriteSet, writes};

/// An idempotency key: the request's own, or a random one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(pub String);

/// One command that waits to be carried out.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What is asked.
    pub command: Command,
    /// Who asks.
    pub asker: Asker,
    /// Under which key.
    pub key: Key,
    /// The SHA-256 of what was sent, so that a key is not used for two things.
    pub body: Digest,
}

/// An answer as it is sent, and kept for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The status of HTTP.
    pub status: u16,
    /// The body. It holds no cookies and no secrets.
    pub body: String,
}

/// What became of one command. Those that were done, are so only once the batch of writes has succeeded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Carried out.
    Done(Answer, Reply),
    /// It had been carried out before, under the same key.
    Replayed(Reply),
    /// The key was used for something else.
    KeyReused,
    /// Refused; it left no trace.
    Denied(Denial),
    /// Deciding it broke; it left no trace, and cost its neighbours nothing.
    Broke,
}

/// What a group comes to.
#[derive(Clone, Debug)]
pub struct Decided {
    /// One for each command, in order.
    pub outcomes: Vec<Outcome>,
    /// One batch; empty when nothing changes.
    pub writes: Vec<Statement>,
    /// What was read.
    pub before: Facts,
    /// What stands once the writes are done.
    pub after: Facts,
    /// What the accepted commands changed, in order.
    pub changes: Vec<Change>,
}

/// Commands of one lane.
#[derive(Clone, Debug)]
pub struct Group {
    lane: Lane,
    asked: Vec<Asked>,
    now: Timestamp,
}

/// The scope in which the key of somebody who is not signed in is unique; `None`: no reply is kept.
fn anonymous_scope(command: &Command) -> Option<String> {
    match command {
        Command::Accept { invitation, .. }
        | Command::Decline { invitation, .. }
        | Command::AskAgain { invitation, .. } => Some(invitation.to_string()),
        Command::StartSignIn { browser, .. } => Some(browser.to_string()),
        Command::FinishSignIn { challenge, .. } => Some(challenge.to_string()),
        _ => None,
    }
}

const LOOK_UP: &str = "c.scope AS k_scope, c.key AS k_key, c.digest AS k_digest, c.status AS k_status, \
    c.answer AS k_answer";

/// Reads the kept replies of these scopes and keys: one by its own parameters, several as a list.
fn look_up(mut rows: Vec<Vec<Value>>, one: &str, several: &str) -> Option<Statement> {
    let (from, params) = match rows.pop() {
        None => return None,
        Some(row) if rows.is_empty() => (one, row),
        Some(row) => {
            rows.push(row);
            (several, vec![json::rows(rows.iter().map(Vec::as_slice))])
        }
    };
    Some(Statement::new(format!("SELECT {LOOK_UP} FROM {from}"), params))
}

impl Group {
    /// The commands `asked`, all of `lane`, decided at `now`. Lanes other than a team's take one command.
    #[must_use]
    pub const fn new(lane: Lane, asked: Vec<Asked>, now: Timestamp) -> Self {
        Self { lane, asked, now }
    }

    /// The same commands, each on its own: what is left to do when a group's batch was refused.
    #[must_use]
    pub fn split(self) -> Vec<Self> {
        let Self { lane, asked, now } = self;
        asked.into_iter().map(|one| Self { lane, asked: vec![one], now }).collect()
    }

    /// The same commands at another time, to be decided again.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Self {
        Self { now, ..self }
    }

    /// The commands, in order.
    #[must_use]
    pub fn asked(&self) -> &[Asked] {
        &self.asked
    }

    /// One batch of reads: what is needed to decide, and the replies kept under the commands' keys.
    #[must_use]
    pub fn reads(&self) -> Vec<Statement> {
        let needs: Vec<_> =
            self.asked.iter().flat_map(|one| needs(&one.command, one.asker, self.now)).collect();
        let mut statements = reads(&needs);
        statements.extend(self.look_up_signed_in());
        statements.extend(self.look_up_anonymous());
        statements
    }

    fn look_up_signed_in(&self) -> Option<Statement> {
        let rows: Vec<Vec<Value>> = self
            .asked
            .iter()
            .filter_map(|one| match one.asker {
                Asker::Session(digest) => Some(vec![digest.into(), one.key.0.as_str().into()]),
                Asker::Nobody | Asker::Clock => None,
            })
            .collect();
        look_up(
            rows,
            "sessions s CROSS JOIN commands c ON c.scope = s.person AND c.key = ?2 WHERE s.digest = ?1",
            "json_each(?1) j CROSS JOIN sessions s ON s.digest = j.value ->> 0 \
             CROSS JOIN commands c ON c.scope = s.person AND c.key = j.value ->> 1",
        )
    }

    fn look_up_anonymous(&self) -> Option<Statement> {
        let rows: Vec<Vec<Value>> = self
            .asked
            .iter()
            .filter_map(|one| Some(vec![anonymous_scope(&one.command)?.into(), one.key.0.as_str().into()]))
            .collect();
        look_up(
            rows,
            "commands c WHERE c.scope = ?1 AND c.key = ?2",
            "json_each(?1) j CROSS JOIN commands c ON c.scope = j.value ->> 0 AND c.key = j.value ->> 1",
        )
    }

    /// Decides each command in turn over what [`Self::reads`] gave. `judge` asks core; `None` says that it broke,
    /// for a shell that catches a panic. `encode` turns an answer into what is sent.
    ///
    /// # Errors
    /// When a row makes no sense.
    pub fn decide(
        &self,
        results: &[Vec<Row>],
        judge: impl Fn(&Command, &Facts, Asker, Timestamp) -> Option<Result<Decision, Denial>>,
        encode: impl Fn(&Answer) -> Reply,
    ) -> Result<Decided, Corrupt> {
        let before = facts(results)?;
        let kept = kept_replies(results)?;
        let mut run = Run {
            group: self,
            after: before.clone(),
            before,
            kept,
            changes: vec![],
            replies: vec![],
            askers: vec![],
        };
        let outcomes = self.asked.iter().map(|one| run.decide(one, &judge, &encode)).collect();
        Ok(run.finish(outcomes))
    }
}

struct Kept {
    digest: Digest,
    reply: Reply,
}

type KeptReplies = Table<(String, Key), Kept>;

fn kept_replies(results: &[Vec<Row>]) -> Result<KeptReplies, Corrupt> {
    let mut kept = KeptReplies::new();
    for row in results.iter().flatten() {
        if row.has("k_scope") {
            let (key, reply) = row.read("k_", |k| {
                let reply = Reply { status: k.number("status"), body: k.string("answer") };
                ((k.string("scope"), Key(k.string("key"))), Kept { digest: k.digest("digest"), reply })
            })?;
            kept.insert(key, reply);
        }
    }
    Ok(kept)
}

/// A group while it is decided.
struct Run<'a> {
    group: &'a Group,
    before: Facts,
    after: Facts,
    kept: KeptReplies,
    changes: Vec<Change>,
    replies: Vec<Record>,
    askers: Vec<Digest>,
}

impl Run<'_> {
    fn decide(
        &mut self,
        one: &Asked,
        judge: &impl Fn(&Command, &Facts, Asker, Timestamp) -> Option<Result<Decision, Denial>>,
        encode: &impl Fn(&Answer) -> Reply,
    ) -> Outcome {
        let scope = self.scope(one);
        if let Some(outcome) = self.replay(one, scope.as_deref()) {
            return outcome;
        }
        match judge(&one.command, &self.after, one.asker, self.group.now) {
            None => Outcome::Broke,
            Some(Err(denial)) => Outcome::Denied(denial),
            Some(Ok(decision)) => {
                let reply = encode(&decision.answer);
                self.accept(one, scope, &decision, &reply);
                Outcome::Done(decision.answer, reply)
            }
        }
    }

    /// Whose key it is: the signed-in person's, or, for those who need not be, the thing's that they come with. Who
    /// signed out may ask again whether that was done.
    fn scope(&self, one: &Asked) -> Option<String> {
        match self.before.actor(one.asker, self.group.now) {
            Actor::Person(person, _) => Some(person.to_string()),
            Actor::Nobody => match (&one.command, one.asker) {
                (
                    Command::SignOut
                    | Command::SignOutEverywhere
                    | Command::Account(AccountCommand::End { .. }),
                    Asker::Session(digest),
                ) => self.before.sessions.get(&digest).map(|session| session.person.to_string()),
                _ => anonymous_scope(&one.command),
            },
            Actor::Clock => None,
        }
    }

    fn replay(&self, one: &Asked, scope: Option<&str>) -> Option<Outcome> {
        let scopes = [scope.map(str::to_owned), anonymous_scope(&one.command)];
        let found = |scope: String| self.kept.get(&(scope, one.key.clone()));
        let kept = scopes.into_iter().flatten().find_map(found)?;
        Some(if kept.digest == one.body { Outcome::Replayed(kept.reply.clone()) } else { Outcome::KeyReused })
    }

    fn accept(&mut self, one: &Asked, scope: Option<String>, decision: &Decision, reply: &Reply) {
        if decision.changes.is_empty() {
            return;
        }
        self.after.apply(&decision.changes);
        self.changes.extend(decision.changes.iter().cloned());
        if let (Asker::Session(digest), Actor::Person(..)) =
            (one.asker, self.before.actor(one.asker, self.group.now))
        {
            self.askers.push(digest);
        }
        if let Some(scope) = scope {
            self.keep(one, scope, reply);
        }
    }

    /// A key that comes twice in one group is found by the second command too.
    fn keep(&mut self, one: &Asked, scope: String, reply: &Reply) {
        let mut row = Record::new("commands", 2);
        row.put("scope", scope.clone());
        row.put("key", one.key.0.as_str());
        row.put("digest", one.body);
        row.put("status", i64::from(reply.status));
        row.put("answer", reply.body.clone());
        row.put("at", self.group.now);
        self.replies.push(row);
        self.kept.insert((scope, one.key.clone()), Kept { digest: one.body, reply: reply.clone() });
    }

    fn finish(mut self, outcomes: Vec<Outcome>) -> Decided {
        self.askers.sort_unstable();
        self.askers.dedup();
        let statements = if self.changes.is_empty() {
            Vec::new()
        } else {
            writes(WriteSet {
                lane: self.group.lane,
                before: &self.before,
                after: &self.after,
                changes: &self.changes,
                askers: &self.askers,
                replies: self.replies,
                now: self.group.now,
            })
        };
        Decided {
            outcomes,
            writes: statements,
            before: self.before,
            after: self.after,
            changes: self.changes,
        }
    }
}
