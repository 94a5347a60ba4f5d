//! The names that an accept page speaks of, beside the needs of accepting itself.

use roster_core::id::{InvitationId, LinkId, PersonId, ProjectId, TeamId};

use crate::row::{Corrupt, Row};
use crate::statement::Statement;

/// The names of an invitation or link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// Who gives it.
    pub inviter: (PersonId, String),
    /// The projects that it gives.
    pub projects: Vec<(ProjectId, String)>,
}

/// Who sent an invitation, and the projects that it gives: a row for each of its places.
#[must_use]
pub fn of_invitation(team: TeamId, invitation: InvitationId) -> Statement {
    Statement::new(
        "SELECT q.id AS id, q.name AS name, j.id AS project, j.name AS project_name \
         FROM invitations i JOIN people q ON q.id = i.sent_by \
         JOIN invitation_places x ON x.invitation = i.id \
         LEFT JOIN projects j ON j.id = x.place WHERE i.id = ?2 AND i.team = ?1",
        vec![team.into(), invitation.into()],
    )
}

/// Who gives a link, and its project.
#[must_use]
pub fn of_link(team: TeamId, link: LinkId) -> Statement {
    Statement::new(
        "SELECT q.id AS id, q.name AS name, j.id AS project, j.name AS project_name \
         FROM links l JOIN people q ON q.id = l.sender LEFT JOIN projects j ON j.id = l.place \
         WHERE l.id = ?2 AND l.team = ?1",
        vec![team.into(), link.into()],
    )
}

/// The names that were read; `None`: there is no such thing.
///
/// # Errors
/// When a row makes no sense.
pub fn names(rows: &[Row]) -> Result<Option<Names>, Corrupt> {
    let Some(first) = rows.first() else { return Ok(None) };
    let part = first.part("");
    let inviter = (part.id("id")?, part.text("name")?.to_owned());
    let mut projects = Vec::new();
    for row in rows {
        let part = row.part("");
        if let Some(id) = part.id_or_null("project")? {
            projects.push((id, part.text("project_name")?.to_owned()));
        }
    }
    Ok(Some(Names { inviter, projects }))
}
