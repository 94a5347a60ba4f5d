//! Oneself: the teams that one is in, and pending invitations to one's own address.

use roster_core::Timestamp;
use roster_core::id::{PersonId, ProjectId, TeamId};
use roster_core::model::{Digest, Invitation};

use crate::row::{Corrupt, Row};
use crate::select::{self, INVITATION};
use crate::statement::Statement;

/// The most teams, and the most invitations, that are listed.
const MOST: u32 = 200;

/// A team that one is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// Who owns it.
    pub owner: PersonId,
}

/// A pending invitation to one's own address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The invitation.
    pub invitation: Invitation,
    /// The team's name.
    pub team: String,
    /// What its sender is called.
    pub sender: String,
}

/// The active memberships of the session's person, the latest joined first.
#[must_use]
pub fn teams(session: Digest) -> Statement {
    Statement::new(
        "SELECT t.id AS id, t.name AS name, t.owner AS owner FROM sessions s \
         JOIN members m ON m.person = s.person AND m.state = 'active' JOIN teams t ON t.id = m.team \
         WHERE s.digest = ?1 ORDER BY m.joined_at DESC LIMIT CAST(?2 AS INTEGER)",
        vec![session.into(), MOST.into()],
    )
}

/// The teams that were read.
///
/// # Errors
/// When a row makes no sense.
pub fn teams_listed(rows: &[Row]) -> Result<Vec<Team>, Corrupt> {
    let one = |row: &Row| {
        let part = row.part("");
        Ok(Team { id: part.id("id")?, name: part.text("name")?.to_owned(), owner: part.id("owner")? })
    };
    rows.iter().map(one).collect()
}

/// Pending invitations to the address of the session's person that have not expired, the latest first.
#[must_use]
pub fn invitations(session: Digest, now: Timestamp) -> Statement {
    Statement::new(
        format!(
            "SELECT {INVITATION}, g.name AS i_team_name, \
             (SELECT q.name FROM people q WHERE q.id = i.sent_by) AS i_sender \
             FROM sessions s JOIN people p ON p.id = s.person \
             JOIN invitations i ON i.address = p.address AND i.state = 'pending' JOIN teams g ON g.id = i.team \
             WHERE s.digest = ?1 AND i.expires_at > ?2 ORDER BY i.sent_at DESC LIMIT CAST(?3 AS INTEGER)"
        ),
        vec![session.into(), now.into(), MOST.into()],
    )
}

/// The invitations that were read.
///
/// # Errors
/// When a row makes no sense.
pub fn invitations_listed(rows: &[Row]) -> Result<Vec<Invited>, Corrupt> {
    let one = |row: &Row| {
        let part = row.part("i_");
        Ok(Invited {
            invitation: select::invitation(row)?,
            team: part.text("team_name")?.to_owned(),
            sender: part.text("sender")?.to_owned(),
        })
    };
    rows.iter().map(one).collect()
}

/// The projects that those invitations speak of.
#[must_use]
pub fn invited_projects(session: Digest) -> Statement {
    Statement::new(
        "SELECT DISTINCT j.id AS id, j.name AS name FROM sessions s JOIN people p ON p.id = s.person \
         JOIN invitations i ON i.address = p.address AND i.state = 'pending' \
         JOIN invitation_places x ON x.invitation = i.id AND x.place <> '' JOIN projects j ON j.id = x.place \
         WHERE s.digest = ?1",
        vec![session.into()],
    )
}

/// Ids and names of projects.
///
/// # Errors
/// When a row makes no sense.
pub fn projects(rows: &[Row]) -> Result<Vec<(ProjectId, String)>, Corrupt> {
    let one = |row: &Row| {
        let part = row.part("");
        Ok((part.id("id")?, part.text("name")?.to_owned()))
    };
    rows.iter().map(one).collect()
}
