//! The invite links of a team.

use roster_core::id::TeamId;
use roster_core::model::InviteLink;

use crate::row::{Corrupt, Row};
use crate::select::{self, LINK};
use crate::statement::Statement;

/// Up to `most` links, those of the team itself first.
#[must_use]
pub fn list(team: TeamId, most: u32) -> Statement {
    Statement::new(
        format!(
            "SELECT {LINK} FROM links l WHERE l.team = ?1 ORDER BY l.team, l.place, l.role LIMIT CAST(?2 AS INTEGER)"
        ),
        vec![team.into(), most.into()],
    )
}

/// The links that were read.
///
/// # Errors
/// When a row makes no sense.
pub fn listed(rows: &[Row]) -> Result<Vec<InviteLink>, Corrupt> {
    rows.iter().map(select::link).collect()
}
