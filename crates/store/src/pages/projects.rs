//! The projects of a team, by name.

use roster_core::id::TeamId;
use roster_core::limits::PROJECTS_PER_TEAM;
use roster_core::model::Project;

use crate::row::{Corrupt, Row};
use crate::select::{self, PROJECT};
use crate::statement::{Statement, Value};

/// All projects: there are few enough of them.
#[must_use]
pub fn list(team: TeamId) -> Statement {
    Statement::new(
        format!(
            "SELECT {PROJECT} FROM projects r WHERE r.team = ?1 ORDER BY r.name_key, r.id LIMIT CAST(?2 AS INTEGER)"
        ),
        vec![team.into(), Value::from(PROJECTS_PER_TEAM)],
    )
}

/// The projects that were read.
///
/// # Errors
/// When a row makes no sense.
pub fn listed(rows: &[Row]) -> Result<Vec<Project>, Corrupt> {
    rows.iter().map(select::project).collect()
}
