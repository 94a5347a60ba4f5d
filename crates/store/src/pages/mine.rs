//! One's own: teams and sessions.

use roster_core::Timestamp;
use roster_core::id::{PersonId, TeamId};
use roster_core::model::{Digest, Session};

use crate::row::{Corrupt, Row};
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
         JOIN members m ON m.person = s.person AND m.state = 'active' JOIN teams t ON t.id = m.team \
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
        let part = row.part("");
        Ok(MyTeam {
            team: part.id("id")?,
            name: part.text("name")?.to_owned(),
            owner: part.id("owner")?,
            joined_at: part.time("joined_at")?,
        })
    };
    rows.iter().map(one).collect()
}

/// The sessions of the same person that have not ended, the latest first, 50 at most.
#[must_use]
pub fn my_sessions(session: Digest) -> Statement {
    Statement::new(
        format!(
            "SELECT {SESSION} FROM sessions q JOIN sessions s ON s.person = q.person AND s.ended_at IS NULL \
             WHERE q.digest = ?1 ORDER BY s.created_at DESC LIMIT 50"
        ),
        vec![session.into()],
    )
}

/// The rows of [`my_sessions`].
///
/// # Errors
/// When a row makes no sense.
pub fn session_rows(rows: &[Row]) -> Result<Vec<Session>, Corrupt> {
    rows.iter().map(select::session).collect()
}
