//! Roles of a team's own, and who holds one.

use roster_core::id::{RoleId, TeamId};
use roster_core::model::Role;
use roster_core::{Need, limits};

use super::{limit, people::SHOWN};
use crate::read::{self, following};
use crate::row::{Corrupt, Row, all};
use crate::select::{self, ROLE};
use crate::statement::Statement;

/// The living roles of a team by name, [`limits::ROLES_PER_TEAM`] at most.
#[must_use]
pub fn roles(team: TeamId) -> Statement {
    Statement::new(
        format!(
            "SELECT {ROLE} FROM roles u WHERE u.replaced_by IS NULL AND u.team = ?1 \
             ORDER BY u.name_key LIMIT CAST(?2 AS INTEGER)"
        ),
        vec![team.into(), limit(limits::ROLES_PER_TEAM)],
    )
}

/// The 200 roles that were deleted last: history goes on calling them by their names.
#[must_use]
pub fn deleted_roles(team: TeamId) -> Statement {
    Statement::new(
        format!(
            "SELECT {ROLE} FROM roles u WHERE u.replaced_by IS NOT NULL AND u.team = ?1 \
             ORDER BY u.replaced_at DESC LIMIT 200"
        ),
        vec![team.into()],
    )
}

/// The rows of the two statements above.
///
/// # Errors
/// When a row makes no sense.
pub fn role_rows(rows: &[Row]) -> Result<Vec<Role>, Corrupt> {
    all(rows, select::role)
}

/// Members who hold a role, as a list shows them: one more than [`limits::ROLE_HOLDERS`].
#[must_use]
pub fn role_holders(team: TeamId, role: RoleId) -> Statement {
    following::holders(team, role, &format!(", {SHOWN}"))
}

/// What hangs on a role but its holders. Read the rows with [`crate::facts`].
#[must_use]
pub fn role_ways(team: TeamId, role: RoleId) -> Vec<Statement> {
    read::reads(&[Need::Role(team, role), Need::RoleWays(team, role)])
}
