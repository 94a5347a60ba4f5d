//! Asks for access: those of a team that wait, and one's own of late.

use roster_core::Timestamp;
use roster_core::id::TeamId;
use roster_core::limits::ASK_MILLIS;
use roster_core::model::{Ask, Digest, Member};
use roster_core::text::Name;

use crate::row::{Corrupt, Row};
use crate::select::{self, ASK, MEMBER};
use crate::statement::Statement;

/// An ask as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskRow {
    /// The ask.
    pub ask: Ask,
    /// The membership of who asks, with access.
    pub member: Member,
    /// What they are called.
    pub name: Name,
    /// The name of the picture that they show of themselves.
    pub avatar: Option<String>,
    /// Whether the project that it is about is put away.
    pub archived: bool,
}

/// The open asks of a team that are not too old, the latest first, 100 at most.
#[must_use]
pub fn asks(team: TeamId, now: Timestamp) -> Statement {
    Statement::new(
        format!(
            "SELECT {ASK}, {MEMBER}, m.name AS m_name, m.avatar AS m_avatar, r.archived_at IS NOT NULL AS q_archived FROM asks q \
             CROSS JOIN members m ON m.team = ?1 AND m.person = q.person LEFT JOIN projects r ON r.id = q.place \
             WHERE q.team = ?1 AND q.state = 'open' AND q.asked_at > ?2 ORDER BY q.asked_at DESC, q.id LIMIT 100"
        ),
        vec![team.into(), now.plus(ASK_MILLIS.saturating_neg()).into()],
    )
}

/// The rows of [`asks`]. One for a checkmark that this build does not know is left out.
///
/// # Errors
/// When a row makes no sense.
pub fn ask_rows(rows: &[Row]) -> Result<Vec<AskRow>, Corrupt> {
    let one = |row: &Row| {
        let Some(ask) = select::ask(row)? else { return Ok(None) };
        let (name, avatar) = row.read("m_", |m| (m.name_of("name"), m.string_or_null("avatar")))?;
        let archived = row.read("q_", |q| q.flag("archived"))?;
        Ok(Some(AskRow { ask, member: select::member(row)?, name, avatar, archived }))
    };
    let mut asks = Vec::new();
    for row in rows {
        if let Some(ask) = one(row)? {
            asks.push(ask);
        }
    }
    Ok(asks)
}

/// The asks of the session's person in a team that are not too old, the latest first, 100 at most. Read the rows
/// with [`crate::facts`].
#[must_use]
pub fn my_asks(team: TeamId, session: Digest, now: Timestamp) -> Statement {
    Statement::new(
        format!(
            "SELECT {ASK} FROM sessions s CROSS JOIN asks q ON q.team = ?1 AND q.person = s.person \
             WHERE s.digest = ?2 AND q.asked_at > ?3 ORDER BY q.asked_at DESC LIMIT 100"
        ),
        vec![team.into(), session.into(), now.plus(ASK_MILLIS.saturating_neg()).into()],
    )
}
