//! One's own: teams and sessions.

use roster_core::Timestamp;
use roster_core::id::{PersonId, TeamId};
use roster_core::model::{Digest, Session};

use super::RECORD;
use crate::row::{Corrupt, Row, all};
use crate::select::{self, SESSION};
use crate::statement::Statement;

/// A team that one is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyTeam {
    /// Its id.
    pub team: TeamId,
    /// Its name.
    pub name: String,
    /// Who owns it.
    pub owner: PersonId,
    /// When one joined.
    pub joined_at: Timestamp,
}

/// The teams that the session's person is in, the latest joined first, 200 at most.
#[must_use]
pub fn my_teams(session: Digest) -> Statement {
    Statement::new(
        "SELECT t.id AS id, t.name AS name, t.owner AS owner, m.joined_at AS joined_at FROM sessions s \
         JOIN members m ON m.person = s.person AND m.state = 'active' JOIN teams t ON t.id = m.team AND t.deleted_at IS NULL \
         WHERE s.digest = ?1 ORDER BY m.joined_at DESC LIMIT 200",
        vec![session.into()],
    )
}

/// The rows of [`my_teams`].
///
/// # Errors
/// When a row makes no sense.
pub fn my_teams_rows(rows: &[Row]) -> Result<Vec<MyTeam>, Corrupt> {
    let one = |row: &Row| {
        row.read("", |part| MyTeam {
            team: part.id("id"),
            name: part.string("name"),
            owner: part.id("owner"),
            joined_at: part.time("joined_at"),
        })
    };
    all(rows, one)
}

/// A team that one owns, with what there is in it: for the page that says that it would be parked, or is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedTeam {
    /// Its id.
    pub team: TeamId,
    /// Its name.
    pub name: String,
    /// Its first few projects.
    pub projects: Vec<String>,
    /// How many there are, archived ones included.
    pub project_count: u32,
    /// How many others are in it.
    pub others: u32,
}

/// The teams that the session's person owns, by their ids.
#[must_use]
pub fn owned_teams(session: Digest, whose: Whose) -> Statement {
    let merged = match whose {
        Whose::Anybodys => "",
        Whose::OfTheMerged => " AND p.merged_into IS NOT NULL",
    };
    Statement::new(
        format!(
            "SELECT t.id AS id, t.name AS name, t.members - 1 AS others, t.projects AS project_count, \
             (SELECT group_concat(name, char(30)) FROM (SELECT q.name FROM projects q WHERE q.team = t.id \
             ORDER BY q.name_key LIMIT 5)) AS projects FROM sessions s JOIN people p ON p.id = s.person{merged} \
             JOIN teams t ON t.owner = p.id AND t.deleted_at IS NULL WHERE s.digest = ?1 ORDER BY t.id"
        ),
        vec![session.into()],
    )
}

/// Whose teams [`owned_teams`] reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Whoever asks.
    Anybodys,
    /// Whoever asks, if their account is merged; nothing is read for all others.
    OfTheMerged,
}

/// The rows of [`owned_teams`].
///
/// # Errors
/// When a row makes no sense.
pub fn owned_teams_rows(rows: &[Row]) -> Result<Vec<OwnedTeam>, Corrupt> {
    let one = |row: &Row| {
        row.read("", |part| OwnedTeam {
            team: part.id("id"),
            name: part.string("name"),
            projects: listed(part.text_or_null("projects").unwrap_or("")),
            project_count: part.number("project_count"),
            others: part.number("others"),
        })
    };
    all(rows, one)
}

fn listed(names: &str) -> Vec<String> {
    names.split(RECORD).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// A session of one's own, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// The session.
    pub session: Session,
    /// Roughly which browser it is.
    pub device: Option<String>,
    /// When it was last used.
    pub seen_at: Option<Timestamp>,
}

/// Notes that a session was used, and roughly by which browser; at most once in `every` milliseconds.
#[must_use]
pub fn session_seen(session: Digest, device: &str, now: Timestamp, every: i64) -> Statement {
    Statement::new(
        "UPDATE sessions SET seen_at = ?2, device = ?3 WHERE digest = ?1 AND (seen_at IS NULL OR seen_at < ?4)",
        vec![session.into(), now.into(), device.into(), now.plus(every.saturating_neg()).into()],
    )
}

/// The sessions of the same person that have not ended, the latest first, 50 at most.
#[must_use]
pub fn my_sessions(session: Digest) -> Statement {
    Statement::new(
        format!(
            "SELECT {SESSION}, s.device AS s_device, s.seen_at AS s_seen_at FROM sessions q JOIN sessions s ON s.person = q.person AND s.ended_at IS NULL \
             WHERE q.digest = ?1 ORDER BY s.created_at DESC LIMIT 50"
        ),
        vec![session.into()],
    )
}

/// The rows of [`my_sessions`].
///
/// # Errors
/// When a row makes no sense.
pub fn session_rows(rows: &[Row]) -> Result<Vec<SessionRow>, Corrupt> {
    let one = |row: &Row| {
        let session = select::session(row)?;
        row.read("s_", |s| SessionRow {
            session,
            device: s.string_or_null("device"),
            seen_at: s.time_or_null("seen_at"),
        })
    };
    all(rows, one)
}
