//! Invitations and invite links: the team's lists, those to oneself, and what the holder of a token is shown.

use roster_core::Timestamp;
use roster_core::id::{InvitationId, LinkId, ProjectId, RoleId, TeamId};
use roster_core::model::{Digest, Invitation, InviteLink, JoinMode};

use super::{PAGE, limit, packed_names};
use crate::row::{Corrupt, Part, Row, all};
use crate::select::{self, BARE_INVITATION, LINK, PLACES};
use crate::statement::Statement;

/// How the latest mail of an invitation fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailState {
    /// It is owed.
    Due,
    /// It went out.
    Sent,
    /// It could not be delivered.
    Failed,
}

/// An invitation as lists and previews show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationRow {
    /// The invitation, with its places.
    pub invitation: Invitation,
    /// The team's name.
    pub team_name: String,
    /// What becomes of the account of whoever accepts it.
    pub join_mode: JoinMode,
    /// What its sender is called.
    pub sender_name: String,
    /// What its colleague is called, if it invites one by who they are.
    pub colleague_name: Option<String>,
    /// The names of the projects that it gives.
    pub projects: Vec<(ProjectId, String)>,
    /// The names of the roles of the team's own that it gives.
    pub roles: Vec<(RoleId, String)>,
    /// Its latest mail; `None`: none is kept any more.
    pub mail: Option<MailState>,
}

/// Where a list of invitations goes on: the last row's `sent_at` and id.
pub type InvitationsAfter = Option<(Timestamp, InvitationId)>;

const AROUND: &str = "w.name AS i_team_name, w.join_mode AS i_join_mode, n.name AS i_sender_name, \
    g.name AS i_colleague_name, \
    (SELECT group_concat(r.id || char(31) || r.name, char(30)) FROM invitation_places x \
    JOIN projects r ON r.id = x.place AND r.team = i.team WHERE x.invitation = i.id) AS i_names, \
    (SELECT group_concat(g.id || char(31) || g.name, char(30)) FROM invitation_places x \
    JOIN roles f ON f.id = x.role JOIN roles g ON g.id = ifnull(f.replaced_by, f.id) \
    WHERE x.invitation = i.id AND length(x.role) = 13) AS i_roles, \
    (SELECT o.state FROM outbox o WHERE o.invitation = i.id AND o.template = 'invitation' \
    ORDER BY o.id DESC LIMIT 1) AS i_mail";
const NAMES: &str = "JOIN teams w ON w.id = i.team LEFT JOIN people n ON n.id = i.sent_by \
    LEFT JOIN people g ON g.id = i.colleague";

/// Which pending invitations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pending {
    /// All of them.
    All,
    /// Those that reserve a seat.
    Seats,
}

/// One more than a page of a team's pending invitations, the latest sent first.
#[must_use]
pub fn invitations(team: TeamId, after: InvitationsAfter, which: Pending) -> Statement {
    let seats = match which {
        Pending::All => "",
        Pending::Seats => " AND i.seat = 1",
    };
    let (at, id) = after.map_or((Timestamp(i64::MAX >> 11), "~".to_owned()), |(at, id)| (at, id.to_string()));
    Statement::new(
        format!(
            "SELECT {BARE_INVITATION}, {PLACES}, {AROUND} FROM invitations i {NAMES} WHERE i.team = ?1 AND i.state = 'pending'{seats} \
             AND (i.sent_at, i.id) < (?2, ?3) ORDER BY i.sent_at DESC, i.id DESC LIMIT CAST(?4 AS INTEGER)"
        ),
        vec![team.into(), at.into(), id.into(), limit(PAGE)],
    )
}

/// The pending invitations to the address of the session's person, 50 at most.
#[must_use]
pub fn my_invitations(session: Digest) -> Statement {
    Statement::new(
        format!(
            "SELECT {BARE_INVITATION}, {PLACES}, {AROUND} FROM sessions s JOIN people q ON q.id = s.person \
             JOIN invitations i ON i.address = q.address AND i.state = 'pending' {NAMES} \
             WHERE s.digest = ?1 AND w.deleted_at IS NULL ORDER BY i.sent_at DESC LIMIT 50"
        ),
        vec![session.into()],
    )
}

/// One invitation, whatever its state: what the holder of its token is shown.
#[must_use]
pub fn invitation_preview(team: TeamId, invitation: InvitationId) -> Statement {
    Statement::new(
        format!(
            "SELECT {BARE_INVITATION}, {PLACES}, {AROUND} FROM invitations i {NAMES} WHERE i.team = ?1 AND i.id = ?2"
        ),
        vec![team.into(), invitation.into()],
    )
}

/// The rows of the statements above.
///
/// # Errors
/// When a row makes no sense.
pub fn invitation_rows(rows: &[Row]) -> Result<Vec<InvitationRow>, Corrupt> {
    all(rows, invitation_row)
}

fn mail_state(i: &mut Part<'_>) -> Option<MailState> {
    let state = match i.text_or_null("mail")? {
        "due" => Some(MailState::Due),
        "sent" => Some(MailState::Sent),
        "failed" => Some(MailState::Failed),
        _ => None,
    };
    Some(i.or_refuse("mail", state, MailState::Due))
}

fn invitation_row(row: &Row) -> Result<InvitationRow, Corrupt> {
    let invitation = select::invitation(row)?;
    row.read("i_", |i| InvitationRow {
        invitation,
        team_name: i.string("team_name"),
        join_mode: i.named("join_mode", JoinMode::from_id),
        sender_name: i.text_or_null("sender_name").unwrap_or("").to_owned(),
        colleague_name: i.string_or_null("colleague_name"),
        projects: packed_names(i, "names"),
        roles: packed_names(i, "roles"),
        mail: mail_state(i),
    })
}

/// A link as lists and previews show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    /// The link.
    pub link: InviteLink,
    /// The team's name.
    pub team_name: String,
    /// What its sender is called.
    pub sender_name: String,
    /// The project's name, if it lets in to one.
    pub project_name: Option<String>,
    /// The role's name, if it is one of the team's own.
    pub role_name: Option<String>,
}

const LINK_AROUND: &str = "w.name AS l_team_name, n.name AS l_sender_name, r.name AS l_project_name, \
    g.name AS l_role_name";
const LINK_NAMES: &str = "JOIN teams w ON w.id = l.team LEFT JOIN people n ON n.id = l.sender \
    LEFT JOIN projects r ON r.id = l.place LEFT JOIN roles g ON length(l.role) = 13 AND g.id = l.role";

/// The team's links, 200 at most, but those that a deleted role left behind, the team's own before the projects'.
#[must_use]
pub fn links(team: TeamId) -> Statement {
    Statement::new(
        format!(
            "SELECT {LINK}, {LINK_AROUND} FROM links l {LINK_NAMES} WHERE l.team = ?1 \
             AND g.replaced_by IS NULL ORDER BY l.place, l.role LIMIT 200"
        ),
        vec![team.into()],
    )
}

/// One link: what the holder of its address is shown.
#[must_use]
pub fn link_preview(team: TeamId, link: LinkId) -> Statement {
    Statement::new(
        format!("SELECT {LINK}, {LINK_AROUND} FROM links l {LINK_NAMES} WHERE l.team = ?1 AND l.id = ?2"),
        vec![team.into(), link.into()],
    )
}

/// The rows of the two statements above.
///
/// # Errors
/// When a row makes no sense.
pub fn link_rows(rows: &[Row]) -> Result<Vec<LinkRow>, Corrupt> {
    all(rows, link_row)
}

fn link_row(row: &Row) -> Result<LinkRow, Corrupt> {
    let link = select::link(row)?;
    row.read("l_", |l| LinkRow {
        link,
        team_name: l.string("team_name"),
        sender_name: l.text_or_null("sender_name").unwrap_or("").to_owned(),
        project_name: l.string_or_null("project_name"),
        role_name: l.string_or_null("role_name"),
    })
}
