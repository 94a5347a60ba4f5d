//! Whom somebody knows: their colleagues (I5), what an import's addresses are to the team (I7), and who came by a link
//! (I4).

use roster_core::email::Address;
use roster_core::id::{LinkId, PersonId, ProjectId, TeamId};
use roster_core::limits::{COLLEAGUE_LEAVERS, COLLEAGUE_MEMBERS, COLLEAGUE_TEAMS};
use roster_core::model::{Digest, Invitation, Member};
use roster_core::view::{newest_first, shared_since};
use roster_core::{Facts, Timestamp};

use super::people::{MemberRow, SHOWN, member_row};
use super::{PAGE, limit};
use crate::codec::{place_text, search_key};
use crate::json;
use crate::row::{Corrupt, Row, all};
use crate::select::{self, BARE_INVITATION, MEMBER, PLACES, TEAM, absorb};
use crate::statement::{Statement, Value};

/// Somebody who may be a colleague, as a row of [`colleagues`] tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColleagueRow {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// Through which team they are known.
    pub team: TeamId,
    /// The name of the picture that they show of themselves, while they are in that team.
    pub avatar: Option<String>,
    /// Whether they are in the asked team.
    pub here: bool,
    /// Whether they were invited to the place by who they are, and it waits.
    pub invited: bool,
}

/// One's latest teams: the teams, and one's own memberships in them.
const MINE: &str = "(SELECT x.team, x.person FROM sessions s JOIN members x ON x.person = s.person WHERE s.digest = ?1 \
    ORDER BY x.joined_at DESC LIMIT ";

/// Two statements: one's own latest teams with one's membership in each, and who came to them and left them last.
/// Read both with [`colleague_rows`].
#[must_use]
pub fn colleagues(session: Digest, team: TeamId, project: Option<ProjectId>) -> [Statement; 2] {
    let place =
        project.map_or_else(String::new, |project| place_text(roster_core::access::Place::Project(project)));
    let mine = format!("{MINE}{COLLEAGUE_TEAMS}) mine CROSS JOIN teams t ON t.id = mine.team");
    let latest = |state: &str, by: &str, most: u32| {
        format!(
            "SELECT y.person FROM members y WHERE y.team = mine.team AND y.state {state} 'active' ORDER BY y.{by} DESC LIMIT {most}"
        )
    };
    let (members, leavers) =
        (latest("=", "joined_at", COLLEAGUE_MEMBERS), latest("<>", "ended_at", COLLEAGUE_LEAVERS));
    let of = |those: &str| {
        format!(
            "SELECT {MEMBER}, m.name AS m_name, m.avatar AS m_avatar, EXISTS (SELECT 1 FROM members h WHERE h.team = ?2 \
             AND h.person = m.person AND h.state = 'active') AS m_here, \
             EXISTS (SELECT 1 FROM invitations i JOIN invitation_places v ON v.invitation = i.id \
             WHERE i.team = ?2 AND i.colleague = m.person AND i.state = 'pending' AND v.place IN ('', ?3)) AS m_invited \
             FROM {mine} CROSS JOIN members m ON m.team = mine.team AND m.person IN ({those}) AND m.address NOT LIKE 'gone:%'"
        )
    };
    [
        Statement::new(
            format!(
                "SELECT {TEAM}, {MEMBER} FROM {mine} CROSS JOIN members m ON m.team = mine.team AND m.person = mine.person"
            ),
            vec![session.into()],
        ),
        Statement::new(
            format!("{} UNION ALL {}", of(&members), of(&leavers)),
            vec![session.into(), team.into(), place.into()],
        ),
    ]
}

/// The colleagues of `me`, the newest first, of what the statements of [`colleagues`] gave.
///
/// # Errors
/// When a row makes no sense.
pub fn colleague_rows(me: PersonId, mine: &[Row], theirs: &[Row]) -> Result<Vec<ColleagueRow>, Corrupt> {
    let mut facts = Facts::default();
    mine.iter().try_for_each(|row| absorb(&mut facts, row))?;
    let mut rows = Vec::new();
    let mut shared = Vec::new();
    for row in theirs {
        let member = select::member(row)?;
        if let Some(since) = since(&facts, me, &member) {
            shared.push((member.person, since));
            rows.push(row.read("m_", |m| ColleagueRow {
                person: member.person,
                name: m.string("name"),
                team: member.team,
                avatar: m.string_or_null("avatar").filter(|_| member.is_active()),
                here: m.flag("here"),
                invited: m.flag("invited"),
            })?);
        }
    }
    let named = |person| rows.iter().find(|row| row.person == person).cloned();
    Ok(newest_first(shared.into_iter()).into_iter().filter_map(named).collect())
}

fn since(facts: &Facts, me: PersonId, theirs: &Member) -> Option<Timestamp> {
    let team = facts.teams.get(&theirs.team)?;
    shared_since(team.owner, facts.members.get(&(team.id, me))?, theirs)
}

/// What an address is to a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownAddress {
    /// The address.
    pub address: Address,
    /// Who of the team has it.
    pub member: Option<MemberRow>,
    /// What waits for it.
    pub invitation: Option<Invitation>,
}

/// Of these addresses, those of the team's active members and those with a pending invitation. Nothing is read of who
/// has an account.
#[must_use]
pub fn known_addresses(team: TeamId, addresses: &[Address]) -> Statement {
    let rows: Vec<[Value; 2]> =
        addresses.iter().map(|address| [address.into(), search_key(address.as_str()).into()]).collect();
    Statement::new(
        format!(
            "SELECT j.value ->> 0 AS k_address, {MEMBER}, {SHOWN}, {BARE_INVITATION}, {PLACES} FROM json_each(?2) j \
             LEFT JOIN members m ON m.team = ?1 AND m.email_key = j.value ->> 1 AND m.state = 'active' \
             LEFT JOIN invitations i ON i.team = ?1 AND i.address = j.value ->> 0 AND i.state = 'pending' \
             WHERE m.person IS NOT NULL OR i.id IS NOT NULL"
        ),
        vec![team.into(), json::rows(rows.iter().map(<[Value; 2]>::as_slice))],
    )
}

/// The rows of [`known_addresses`].
///
/// # Errors
/// When a row makes no sense.
pub fn known_address_rows(rows: &[Row]) -> Result<Vec<KnownAddress>, Corrupt> {
    let one = |row: &Row| {
        Ok(KnownAddress {
            address: row.read("k_", |k| k.address("address"))?,
            member: row.has("m_team").then(|| member_row(row)).transpose()?,
            invitation: row.has("i_id").then(|| select::invitation(row)).transpose()?,
        })
    };
    all(rows, one)
}

/// Somebody who came by a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joiner {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// The name of the picture that they show of themselves.
    pub avatar: Option<String>,
    /// When they came.
    pub at: Timestamp,
    /// Whether they are in the team no more.
    pub left: bool,
}

/// The latest who came by a link, one page.
#[must_use]
pub fn joiners(team: TeamId, link: LinkId) -> Statement {
    Statement::new(
        "SELECT h.person AS person, h.at AS at, n.name AS name, n.avatar AS avatar, \
         ifnull(m.state, '') <> 'active' AS gone \
         FROM history h JOIN people n ON n.id = h.person \
         LEFT JOIN members m ON m.team = ?1 AND m.person = h.person \
         WHERE h.team = ?1 AND h.kind = 'joined' AND h.note = ?2 ORDER BY h.id DESC LIMIT CAST(?3 AS INTEGER)",
        vec![team.into(), link.into(), limit(PAGE)],
    )
}

/// The rows of [`joiners`].
///
/// # Errors
/// When a row makes no sense.
pub fn joiner_rows(rows: &[Row]) -> Result<Vec<Joiner>, Corrupt> {
    let one = |row: &Row| {
        row.read("", |part| Joiner {
            person: part.id("person"),
            name: part.string("name"),
            avatar: part.string_or_null("avatar"),
            at: part.time("at"),
            left: part.flag("gone"),
        })
    };
    all(rows, one)
}
