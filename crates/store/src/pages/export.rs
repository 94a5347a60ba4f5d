//! What the product keeps about whoever asks, part by part, for the file that they take along. Each part goes by an
//! index of theirs and carries their membership, so that a shell can ask core whether they still see a name.

use roster_core::Timestamp;
use roster_core::access::Place;
use roster_core::change::History;
use roster_core::id::TeamId;
use roster_core::model::{Digest, Invitation};

use super::limit;
use crate::codec::place_from_text;
use crate::row::{Corrupt, Row, all};
use crate::select::{self, BARE_INVITATION, MEMBER, PLACES, TEAM};
use crate::statement::{Statement, Value};

/// Rows on a page of an export.
pub const EXPORTED: usize = 100;

/// What is kept, by kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The teams that one is or was in, with one's access there.
    Memberships,
    /// Invitations to one's address.
    Received,
    /// Invitations that one sent.
    Sent,
    /// Offers of projects to one's address.
    OffersReceived,
    /// Offers of projects that one made.
    OffersMade,
    /// Asks for access.
    Requests,
    /// Posts that one wrote.
    Posts,
    /// Images that one uploaded.
    Images,
    /// What was done to one.
    History,
    /// What one did.
    Deeds,
}

impl Kept {
    /// Every part.
    pub const ALL: [Self; 10] = [
        Self::Memberships,
        Self::Received,
        Self::Sent,
        Self::OffersReceived,
        Self::OffersMade,
        Self::Requests,
        Self::Posts,
        Self::Images,
        Self::History,
        Self::Deeds,
    ];

    /// Its name in the API.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Memberships => "memberships",
            Self::Received => "invitationsReceived",
            Self::Sent => "invitationsSent",
            Self::OffersReceived => "offersReceived",
            Self::OffersMade => "offersMade",
            Self::Requests => "requests",
            Self::Posts => "posts",
            Self::Images => "images",
            Self::History => "history",
            Self::Deeds => "deeds",
        }
    }

    /// Its columns, the table with what makes a row one's own, and the prefix of that table's columns.
    const fn parts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Memberships => (
                "m.team AS x_key, m.team AS x_team, '' AS x_place, m.joined_at AS x_at, m.ended_at AS x_until, \
                 m.state AS x_state",
                "members m ON m.person = s.person AND m.team > ?2",
                "m",
            ),
            Self::Received => ("", "invitations i ON i.address = p.address AND i.id > ?2", "i"),
            Self::Sent => ("", "invitations i ON i.sent_by = s.person AND i.id > ?2", "i"),
            Self::OffersReceived => (
                OFFER,
                "people p ON p.id = s.person CROSS JOIN handovers h ON h.address = p.address AND h.id > ?2 \
                 CROSS JOIN teams w ON w.id = h.team",
                "h",
            ),
            Self::OffersMade => (
                OFFER,
                "handovers h ON h.sent_by = s.person AND h.id > ?2 CROSS JOIN teams w ON w.id = h.team",
                "h",
            ),
            Self::Requests => (
                "q.id AS x_key, q.id AS x_id, q.team AS x_team, q.place AS x_place, q.permission AS x_kind, \
                 q.state AS x_state, q.asked_at AS x_at, q.closed_at AS x_until",
                "asks q ON q.person = s.person AND q.id > ?2",
                "q",
            ),
            Self::Posts => (
                "o.id AS x_key, o.id AS x_id, o.team AS x_team, o.project AS x_place, o.title AS x_name, \
                 o.stage AS x_state, o.changed_at AS x_at",
                "posts o ON o.author = s.person AND o.id > ?2",
                "o",
            ),
            Self::Images => (
                "g.id AS x_key, g.id AS x_id, g.team AS x_team, g.place AS x_place, g.name AS x_name, \
                 g.media_type AS x_kind, g.state AS x_state, g.at AS x_at, g.bytes AS x_bytes",
                "images g ON g.uploaded_by = s.person AND g.id > ?2",
                "g",
            ),
            Self::History => ("", "h.person = z.person", "h"),
            Self::Deeds => ("", "h.by = z.person AND h.person IS NOT z.person", "h"),
        }
    }
}

/// Where a part goes on: the key of its last row, and of a line of history its number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct After {
    /// An id: of the row, or of the line's team.
    pub key: String,
    /// The line's number.
    pub number: i64,
}

/// A row of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportRow {
    /// Where the part goes on after it.
    pub after: After,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// Of which team.
    pub team: TeamId,
    /// The team's name, whether or not they still see it.
    pub team_name: Option<String>,
    /// Where in the team.
    pub place: Place,
    /// The project's name, whether or not they still see it.
    pub project_name: Option<String>,
    /// What it is called, whether or not they still see it.
    pub name: Option<String>,
    /// What kind it is.
    pub kind: Option<String>,
    /// How far it has come.
    pub state: Option<String>,
    /// When it began, or was changed.
    pub at: Option<Timestamp>,
    /// When it ended.
    pub until: Option<Timestamp>,
    /// How long its file is.
    pub bytes: Option<u32>,
    /// Of an offer: to whom.
    pub address: Option<String>,
    /// The invitation, of which nothing else is said.
    pub invitation: Option<Invitation>,
    /// The line of history, of which nothing else is said.
    pub line: Option<History>,
}

const OFFER: &str = "h.id AS x_key, h.id AS x_id, h.team AS x_team, h.project AS x_place, h.state AS x_state, \
    h.address AS x_address, h.sent_at AS x_at, h.expires_at AS x_until, \
    CASE WHEN w.deleted_at IS NULL AND w.owner = h.sent_by AND h.state = 'open' THEN w.name END AS x_team_name";
const OWN: &str = "LEFT JOIN members m ON m.person = s.person AND m.team = ";
const INVITATION: &str = "i.id AS x_key, i.id AS x_id, i.team AS x_team, '' AS x_place, i.state AS x_state, CASE WHEN w.deleted_at IS NULL THEN w.name END AS x_team_name";
const LINE: &str = "h.team AS x_key, h.id AS x_number, h.team AS x_team, ifnull(h.project, '') AS x_place, \
    h.id AS e_id, h.team AS e_team, h.at AS e_at, h.by AS e_by, h.kind AS e_kind, h.person AS e_person, \
    h.address AS e_address, h.project AS e_project, h.post AS e_post, h.before AS e_before, h.after AS e_after, \
    h.note AS e_note";

/// One more than a page of a part, of what is kept about the session's person.
#[must_use]
pub fn export(session: Digest, part: Kept, after: &After) -> Statement {
    let (columns, from, table) = part.parts();
    let place = match part {
        Kept::Posts | Kept::OffersReceived | Kept::OffersMade => "project",
        _ => "place",
    };
    let mut params: Vec<Value> = vec![session.into(), after.key.as_str().into(), limit(EXPORTED)];
    let sql = match part {
        Kept::Memberships => format!(
            "SELECT {columns}, {MEMBER}, {TEAM} FROM sessions s CROSS JOIN {from} \
             CROSS JOIN teams t ON t.id = m.team WHERE s.digest = ?1 ORDER BY m.team LIMIT CAST(?3 AS INTEGER)"
        ),
        Kept::Received | Kept::Sent => format!(
            "SELECT {INVITATION}, {BARE_INVITATION}, {PLACES}, {MEMBER}, {TEAM} FROM sessions s \
             CROSS JOIN people p ON p.id = s.person CROSS JOIN {from} CROSS JOIN teams w ON w.id = i.team \
             {OWN}i.team LEFT JOIN teams t ON t.id = m.team \
             WHERE s.digest = ?1 ORDER BY {table}.id LIMIT CAST(?3 AS INTEGER)"
        ),
        Kept::OffersReceived | Kept::OffersMade | Kept::Requests | Kept::Posts | Kept::Images => format!(
            "SELECT {columns}, r.name AS x_project_name, {MEMBER}, {TEAM} FROM sessions s CROSS JOIN {from} \
             {OWN}{table}.team LEFT JOIN teams t ON t.id = m.team LEFT JOIN projects r ON r.id = {table}.{place} \
             AND r.team = {table}.team WHERE s.digest = ?1 ORDER BY {table}.id LIMIT CAST(?3 AS INTEGER)"
        ),
        Kept::History | Kept::Deeds => {
            params.push(after.number.into());
            format!(
                "SELECT {LINE}, r.name AS x_project_name, {MEMBER}, {TEAM} FROM sessions s \
                 CROSS JOIN members z ON z.person = s.person AND z.team >= ?2 \
                 CROSS JOIN history h ON h.team = z.team AND {from} \
                 AND h.id > CASE WHEN z.team = ?2 THEN CAST(?4 AS INTEGER) ELSE 0 END \
                 CROSS JOIN members m ON m.team = z.team AND m.person = z.person \
                 CROSS JOIN teams t ON t.id = z.team LEFT JOIN projects r ON r.id = h.project AND r.team = h.team \
                 WHERE s.digest = ?1 ORDER BY z.team, h.id LIMIT CAST(?3 AS INTEGER)"
            )
        }
    };
    Statement::new(sql, params)
}

/// The rows of [`export`].
///
/// # Errors
/// When a row makes no sense.
pub fn export_rows(rows: &[Row]) -> Result<Vec<ExportRow>, Corrupt> {
    all(rows, export_row)
}

fn export_row(row: &Row) -> Result<ExportRow, Corrupt> {
    let invitation = row.has("i_id").then(|| select::invitation(row)).transpose()?;
    let line = row.has("e_id").then(|| row.read("e_", super::history::line)).transpose()?;
    row.read("x_", |x| ExportRow {
        after: After { key: x.string("key"), number: x.number_or_null("number").unwrap_or(0) },
        id: x.string_or_null("id"),
        team: x.id("team"),
        team_name: x.string_or_null("team_name"),
        place: x.named("place", place_from_text),
        project_name: x.string_or_null("project_name"),
        name: x.string_or_null("name"),
        kind: x.string_or_null("kind"),
        state: x.string_or_null("state"),
        at: x.time_or_null("at"),
        until: x.time_or_null("until"),
        bytes: x.number_or_null("bytes"),
        address: x.string_or_null("address"),
        invitation,
        line,
    })
}
