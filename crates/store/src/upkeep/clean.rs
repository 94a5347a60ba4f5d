//! What time does: which teams have something that ended, and which rows nobody needs any more.

use roster_core::Timestamp;
use roster_core::id::TeamId;
use roster_core::limits::{CHALLENGE_MILLIS, KEY_MILLIS, MAIL_RETRY_MILLIS};
use roster_core::time::DAY;

use crate::row::{Corrupt, Row, all};
use crate::statement::{Statement, Value};

/// How long a mail that was sent, or given up, can be looked up.
const MAILS_KEPT_MILLIS: i64 = 30 * DAY;

/// Rows that are looked through for the teams they are of, so that one team with many does not hide the others.
const LOOKED_THROUGH: u32 = 5_000;

/// Up to `most` teams in which an end date or an invitation's expiry waits to be committed.
#[must_use]
pub fn teams_due(now: Timestamp, most: u32) -> Statement {
    Statement::new(
        "SELECT t.id AS team FROM (
           SELECT team FROM (SELECT team FROM members WHERE next_end IS NOT NULL AND next_end <= ?1
             ORDER BY next_end LIMIT CAST(?3 AS INTEGER))
           UNION
           SELECT team FROM (SELECT team FROM invitations WHERE state = 'pending' AND seat = 1 AND expires_at <= ?1
             ORDER BY expires_at LIMIT CAST(?3 AS INTEGER))) page
         CROSS JOIN teams t ON t.id = page.team AND t.deleted_at IS NULL LIMIT CAST(?2 AS INTEGER)",
        vec![Value::from(now), Value::from(most), Value::from(LOOKED_THROUGH)],
    )
}

/// The teams that [`teams_due`] read.
///
/// # Errors
/// When a row makes no sense.
pub fn teams(rows: &[Row]) -> Result<Vec<TeamId>, Corrupt> {
    all(rows, |row| row.read("", |m| m.id("team")))
}

/// Deletes what has served its time: answers under keys, challenges, counters, sessions that are over, and mails
/// that are done with, but for the newest, so that no mail's number is given again.
#[must_use]
pub fn outdated(now: Timestamp) -> Vec<Statement> {
    let before = |sql: &'static str, at: i64| Statement::new(sql, vec![Value::Integer(at)]);
    vec![
        before("DELETE FROM commands WHERE at < ?1", now.plus(-KEY_MILLIS).0),
        before("DELETE FROM challenges WHERE created_at < ?1", now.plus(-CHALLENGE_MILLIS).plus(-DAY).0),
        before("DELETE FROM tallies WHERE day < ?1", now.plus(-DAY).day()),
        before("DELETE FROM sessions WHERE expires_at < ?1", now.0),
        before(
            "DELETE FROM outbox WHERE state <> 'due' AND done_at < ?1 AND id < (SELECT max(id) FROM outbox)",
            now.plus(-MAILS_KEPT_MILLIS).plus(-MAIL_RETRY_MILLIS).0,
        ),
        Statement::new("DELETE FROM guard", Vec::new()),
    ]
}
