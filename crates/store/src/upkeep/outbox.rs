//! The outbox: claiming mails that are due, reading what they speak of, and saying how each one went.
//!
//! A claim is a lease: it moves `next_try_at` past the time that a sender may take, so that of two senders one gets
//! the row, and a sender that dies leaves it to the next.

use std::str::FromStr;

use roster_core::change::Template;
use roster_core::email::Address;
use roster_core::id::{AskId, ChallengeId, HandoverId, InvitationId, PostId, ProjectId, TeamId};
use roster_core::model::{Language, Muted};
use roster_core::{Permission, Timestamp};

use crate::codec::template_from_id;
use crate::json;
use crate::row::{Blank, Corrupt, Part, Row, all};
use crate::statement::{Statement, Value};

/// The invitation that a mail speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwedInvitation {
    /// Its id.
    pub id: InvitationId,
    /// To whom it is.
    pub address: Address,
    /// What the team reads instead of the address: the name of a colleague who was invited by who they are.
    pub name: Option<String>,
    /// Whether it is pending.
    pub pending: bool,
    /// Which of its mails is the valid one.
    pub counter: u32,
    /// Until when it can be accepted.
    pub expires_at: Timestamp,
}

/// The challenge whose code a mail brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwedChallenge {
    /// Its id.
    pub id: ChallengeId,
    /// When it was made.
    pub created_at: Timestamp,
    /// Whether it was used.
    pub used: bool,
}

/// The ask for access that a mail speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwedAsk {
    /// Its id.
    pub id: AskId,
    /// What is asked for.
    pub permission: Permission,
    /// Whether it waits for an answer.
    pub open: bool,
}

/// The offer of a project that a mail speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwedHandover {
    /// Its id.
    pub id: HandoverId,
    /// To whom it is.
    pub address: Address,
    /// Whether it waits for its recipient.
    pub open: bool,
    /// Until when it can be accepted.
    pub expires_at: Timestamp,
}

/// A mail that is owed, with the names that it speaks of as they are now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// Its number, never given twice.
    pub id: i64,
    /// Which mail it is.
    pub template: Template,
    /// Where it goes, as of now.
    pub to: Address,
    /// Whether an account has that address.
    pub registered: bool,
    /// In which language it is written.
    pub language: Language,
    /// The mails that the recipient turned off.
    pub muted: Muted,
    /// The counter of the token in it.
    pub counter: u32,
    /// Since when it is owed.
    pub due_at: Timestamp,
    /// How often it was tried, this time included.
    pub tries: u32,
    /// The name of who did it, or is spoken of.
    pub who: Option<String>,
    /// The team.
    pub team: Option<(TeamId, String)>,
    /// What the project is called; of one that went to another team, what it was called then.
    pub project: Option<String>,
    /// The project, while it is the team's.
    pub opens: Option<ProjectId>,
    /// The post, while it is the team's.
    pub post: Option<(PostId, String)>,
    /// The invitation.
    pub invitation: Option<OwedInvitation>,
    /// The challenge.
    pub challenge: Option<OwedChallenge>,
    /// The ask for access.
    pub ask: Option<OwedAsk>,
    /// The offer of a project.
    pub handover: Option<OwedHandover>,
}

/// Claims up to `most` mails that are due, until `lease`, and gives their numbers. The first claim settles the language:
/// the recipient's; of an address without an account the asking page's, or the sender's.
#[must_use]
pub fn claim(now: Timestamp, lease: Timestamp, most: u32) -> Statement {
    Statement::new(
        "UPDATE outbox SET next_try_at = ?2, tries = tries + 1, language = COALESCE(language,
           (SELECT p.language FROM people p WHERE p.id = outbox.person),
           (SELECT p.language FROM people p WHERE p.address = outbox.address),
           (SELECT p.language FROM people p WHERE p.id = outbox.about AND outbox.template = 'account_ended'),
           (SELECT c.language FROM challenges c WHERE c.id = outbox.challenge),
           (SELECT p.language FROM invitations i JOIN people p ON p.id = i.sent_by WHERE i.id = outbox.invitation),
           (SELECT p.language FROM people p WHERE p.id = outbox.about AND outbox.template = 'handover'))
         WHERE state = 'due' AND next_try_at <= ?1 AND id IN (
           SELECT id FROM outbox WHERE state = 'due' AND next_try_at <= ?1
           ORDER BY next_try_at LIMIT CAST(?3 AS INTEGER))
         RETURNING id AS id",
        vec![Value::from(now), Value::from(lease), Value::from(most)],
    )
}

/// The numbers that [`claim`] gave.
///
/// # Errors
/// When a row makes no sense.
pub fn claimed(rows: &[Row]) -> Result<Vec<i64>, Corrupt> {
    all(rows, |row| row.read("", |o| o.integer("id")))
}

/// Reads these mails with all that they speak of.
#[must_use]
pub fn read(ids: &[i64]) -> Statement {
    let ids: Vec<Value> = ids.iter().copied().map(Value::Integer).collect();
    Statement::new(
        "SELECT o.id AS id, o.template AS template, o.counter AS counter, o.due_at AS due_at, o.tries AS tries,
           COALESCE(o.address, p.address) AS receiver, COALESCE(p.muted, 0) AS muted, COALESCE(o.language, 'en') AS language,
           (o.person IS NOT NULL OR EXISTS (SELECT 1 FROM people r WHERE r.address = o.address)) AS registered,
           COALESCE(a.name, s.name) AS who,
           t.id AS t_id, t.name AS t_name, CASE WHEN j.team = o.team THEN j.id END AS j_id,
           CASE WHEN j.team = o.team THEN j.name ELSE (
             SELECT n.note FROM handovers x JOIN history n ON n.team = x.team AND n.kind = 'project_handed_over'
               AND n.at = x.closed_at AND n.address = x.address
             WHERE x.project = j.id AND x.team = o.team AND x.state = 'accepted'
             ORDER BY x.sent_at DESC LIMIT 1) END AS j_name, b.id AS b_id, b.title AS b_name,
           i.id AS i_id, i.address AS i_address, g.name AS i_name, (i.state = 'pending' AND t.deleted_at IS NULL) AS i_pending, i.counter AS i_counter,
           i.expires_at AS i_expires_at,
           c.id AS c_id, c.created_at AS c_created_at, c.used_at IS NOT NULL AS c_used,
           q.id AS q_id, q.permission AS q_permission, q.state = 'open' AS q_open,
           h.id AS h_id, h.address AS h_address, (h.state = 'open' AND t.deleted_at IS NULL AND t.owner = h.sent_by) AS h_open, h.expires_at AS h_expires_at
         FROM outbox o
         LEFT JOIN people p ON p.id = o.person
         LEFT JOIN people a ON a.id = o.about
         LEFT JOIN teams t ON t.id = o.team
         LEFT JOIN projects j ON j.id = o.project
         LEFT JOIN posts b ON b.id = o.post AND b.team = o.team
         LEFT JOIN invitations i ON i.id = o.invitation
         LEFT JOIN people g ON g.id = i.colleague
         LEFT JOIN people s ON o.template = 'invitation' AND s.id = i.sent_by
         LEFT JOIN challenges c ON c.id = o.challenge
         LEFT JOIN asks q ON q.id = o.ask
         LEFT JOIN handovers h ON h.id = o.handover
         WHERE o.id IN (SELECT value FROM json_each(?1))
         ORDER BY o.id",
        vec![json::list(&ids)],
    )
}

/// The mail in a row that [`read`] gave.
///
/// # Errors
/// When the row makes no sense.
pub fn owed(row: &Row) -> Result<Owed, Corrupt> {
    row.read("", |o| Owed {
        id: o.integer("id"),
        template: o.named("template", template_from_id),
        to: o.address("receiver"),
        registered: o.flag("registered"),
        language: o.named("language", Language::of_tag),
        muted: Muted(o.number("muted")),
        counter: o.number("counter"),
        due_at: o.time("due_at"),
        tries: o.number("tries"),
        who: o.string_or_null("who"),
        team: named(o, "t_id", "t_name"),
        project: o.string_or_null("j_name"),
        opens: o.id_or_null("j_id"),
        post: named(o, "b_id", "b_name"),
        invitation: invitation(o),
        challenge: challenge(o),
        ask: ask(o),
        handover: handover(o),
    })
}

fn named<T: FromStr + Blank>(o: &mut Part<'_>, id: &str, name: &str) -> Option<(T, String)> {
    Some((o.id_or_null(id)?, o.string(name)))
}

fn invitation(o: &mut Part<'_>) -> Option<OwedInvitation> {
    Some(OwedInvitation {
        id: o.id_or_null("i_id")?,
        address: o.address("i_address"),
        name: o.string_or_null("i_name"),
        pending: o.flag("i_pending"),
        counter: o.number("i_counter"),
        expires_at: o.time("i_expires_at"),
    })
}

fn challenge(o: &mut Part<'_>) -> Option<OwedChallenge> {
    let id = o.id_or_null("c_id")?;
    Some(OwedChallenge { id, created_at: o.time("c_created_at"), used: o.flag("c_used") })
}

fn ask(o: &mut Part<'_>) -> Option<OwedAsk> {
    let id = o.id_or_null("q_id")?;
    let permission = Permission::from_id(o.text("q_permission"))?;
    Some(OwedAsk { id, permission, open: o.flag("q_open") })
}

fn handover(o: &mut Part<'_>) -> Option<OwedHandover> {
    Some(OwedHandover {
        id: o.id_or_null("h_id")?,
        address: o.address("h_address"),
        open: o.flag("h_open"),
        expires_at: o.time("h_expires_at"),
    })
}

/// How a try went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A sender took it.
    Sent,
    /// It is tried again at this instant; a word about why.
    Later(Timestamp, String),
    /// It is given up, or need not be sent any more; a word about why.
    Over(String),
}

/// Notes how a mail went.
#[must_use]
pub fn settle(id: i64, outcome: Outcome, now: Timestamp) -> Statement {
    let (state, done_at, next, reason) = match outcome {
        Outcome::Sent => ("sent", Some(now), now, None),
        Outcome::Later(at, reason) => ("due", None, at, Some(reason)),
        Outcome::Over(reason) => ("failed", Some(now), now, Some(reason)),
    };
    Statement::new(
        "UPDATE outbox SET state = ?2, done_at = ?3, next_try_at = ?4, reason = ?5 WHERE id = ?1 AND state = 'due'",
        vec![
            Value::Integer(id),
            Value::from(state),
            Value::from(done_at),
            Value::from(next),
            Value::from(reason),
        ],
    )
}
