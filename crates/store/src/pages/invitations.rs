//! The pending invitations of a team, the latest sent first, expired ones included.

use roster_core::Timestamp;
use roster_core::id::{InvitationId, TeamId};
use roster_core::model::Invitation;

use crate::row::{Corrupt, Row};
use crate::select::{self, INVITATION};
use crate::statement::Statement;

/// A pending invitation, with what is said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The invitation.
    pub invitation: Invitation,
    /// What its sender is called.
    pub sender: String,
    /// Whether the mail of its counter was given up.
    pub undelivered: bool,
}

/// Up to `most` pending invitations sent before that one.
#[must_use]
pub fn list(team: TeamId, after: Option<(Timestamp, InvitationId)>, most: u32) -> Statement {
    let (at, id) = after.map_or((Timestamp(i64::MAX >> 11), None), |(at, id)| (at, Some(id)));
    Statement::new(
        format!(
            "SELECT {INVITATION}, (SELECT p.name FROM people p WHERE p.id = i.sent_by) AS i_sender, \
             EXISTS (SELECT 1 FROM outbox b WHERE b.invitation = i.id AND b.template = 'invitation' \
               AND b.counter = i.counter AND b.state = 'failed') AS i_undelivered \
             FROM invitations i WHERE i.team = ?1 AND i.state IN ('pending', 'declined') AND i.state = 'pending' \
             AND (i.sent_at, i.id) < (CAST(?2 AS INTEGER), ?3) \
             ORDER BY i.sent_at DESC, i.id DESC LIMIT CAST(?4 AS INTEGER)"
        ),
        vec![team.into(), at.into(), id.map_or_else(|| "".into(), Into::into), most.into()],
    )
}

/// The invitations that were read.
///
/// # Errors
/// When a row makes no sense.
pub fn listed(rows: &[Row]) -> Result<Vec<Listed>, Corrupt> {
    let one = |row: &Row| {
        let part = row.part("i_");
        Ok(Listed {
            invitation: select::invitation(row)?,
            sender: part.text("sender")?.to_owned(),
            undelivered: part.flag("undelivered")?,
        })
    };
    rows.iter().map(one).collect()
}
