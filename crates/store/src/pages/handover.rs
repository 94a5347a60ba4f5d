//! Offers of projects: as the project's owner sees them, as their recipient does, and those to one's own address.

use roster_core::id::{HandoverId, PersonId, ProjectId, TeamId};
use roster_core::model::{Digest, Handover};

use crate::row::{Corrupt, Row, all};
use crate::select::{self, HANDOVER, LOAD, PROJECT};
use crate::statement::Statement;

/// An offer with the names around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverRow {
    /// The offer.
    pub handover: Handover,
    /// What the team is called that offers.
    pub team_name: String,
    /// Who owns that team now.
    pub owner: PersonId,
    /// What the project is called.
    pub project_name: String,
    /// What the sender is called.
    pub sender_name: String,
}

const AROUND: &str =
    "v.name AS h_team_name, v.owner AS h_owner, r.name AS h_project_name, n.name AS h_sender_name";
const NAMES: &str = "CROSS JOIN projects r ON r.id = h.project CROSS JOIN teams v ON v.id = h.team AND v.deleted_at IS NULL \
    CROSS JOIN people n ON n.id = h.sent_by";

/// A project, what hangs on it, and the latest offer of it, if there is one. Read it with [`crate::facts`].
#[must_use]
pub fn offered_project(team: TeamId, project: ProjectId) -> Statement {
    Statement::new(
        format!(
            "SELECT {PROJECT}, {LOAD}, {HANDOVER}, (SELECT o.state FROM outbox o WHERE o.handover = h.id \
             AND o.template = 'handover' ORDER BY o.id DESC LIMIT 1) AS h_mail FROM projects r LEFT JOIN handovers h ON h.id = \
             (SELECT x.id FROM handovers x WHERE x.project = ?2 AND +x.team = ?1 ORDER BY x.sent_at DESC LIMIT 1) \
             WHERE +r.team = ?1 AND r.id = ?2"
        ),
        vec![team.into(), project.into()],
    )
}

/// Whether the latest mail of the offer in that row could not be delivered.
///
/// # Errors
/// When the row makes no sense.
pub fn is_undelivered(rows: &[Row]) -> Result<bool, Corrupt> {
    let Some(row) = rows.first() else { return Ok(false) };
    row.read("h_", |h| h.text_or_null("mail") == Some("failed"))
}

/// One offer, with what hangs on its project: what the holder of its token is shown.
#[must_use]
pub fn handover_preview(team: TeamId, handover: HandoverId) -> Statement {
    Statement::new(
        format!(
            "SELECT {HANDOVER}, {AROUND}, {LOAD} FROM handovers h {NAMES} WHERE +h.team = ?1 AND h.id = ?2"
        ),
        vec![team.into(), handover.into()],
    )
}

/// The open offers to the address of the session's person, 50 at most.
#[must_use]
pub fn my_handovers(session: Digest) -> Statement {
    Statement::new(
        format!(
            "SELECT {HANDOVER}, {AROUND} FROM sessions s CROSS JOIN people q ON q.id = s.person \
             CROSS JOIN handovers h ON h.address = q.address AND h.state = 'open' {NAMES} \
             WHERE s.digest = ?1 ORDER BY h.sent_at DESC LIMIT 50"
        ),
        vec![session.into()],
    )
}

/// The rows of the two statements above.
///
/// # Errors
/// When a row makes no sense.
pub fn handover_rows(rows: &[Row]) -> Result<Vec<HandoverRow>, Corrupt> {
    let one = |row: &Row| {
        let handover = select::handover(row)?;
        row.read("h_", |h| HandoverRow {
            handover,
            team_name: h.string("team_name"),
            owner: h.id("owner"),
            project_name: h.string("project_name"),
            sender_name: h.string("sender_name"),
        })
    };
    all(rows, one)
}
