//! Members: the list by name, the search, one member, and who can grant what is missing.

use roster_core::access::Place;
use roster_core::email::Address;
use roster_core::id::{PersonId, ProjectId, TeamId};
use roster_core::model::{Digest, Member};
use roster_core::text::Name;
use roster_core::{BuiltInRole, Permission, Timestamp};

use super::{PAGE, limit};
use crate::codec::{place_text, search_key};
use crate::row::{Corrupt, Row, all};
use crate::select::{self, MEMBER};
use crate::statement::{Statement, Value};

/// A member as a list shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberRow {
    /// The membership, with access.
    pub member: Member,
    /// What the person is called.
    pub name: Name,
    /// Their address; for those who may see it.
    pub address: Address,
    /// The name of the picture that they show of themselves.
    pub avatar: Option<String>,
    /// When they were last here.
    pub seen_at: Option<Timestamp>,
}

pub(super) const SHOWN: &str =
    "m.name AS m_name, m.address AS m_address, m.avatar AS m_avatar, m.seen_at AS m_seen_at";

/// After every text that begins with `prefix`, and before every other later one.
pub(super) fn past(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

/// Among whom a list looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// All of the team.
    Everybody,
    /// Those who hold something of the team's or the project's own, and the owner.
    Project(ProjectId),
    /// Those who take a seat.
    Seats,
}

/// One more than a page of active members by name, after a member of the team, whose name begins with `search` (empty:
/// all).
#[must_use]
pub fn members(team: TeamId, after: Option<PersonId>, search: &str, among: Among) -> Statement {
    let search = search_key(search);
    let mut params =
        vec![team.into(), after.into(), limit(PAGE), search.as_str().into(), past(&search).into()];
    let there = match among {
        Among::Everybody => "",
        Among::Seats => " AND m.seat = 1",
        Among::Project(project) => {
            params.push(project.into());
            " AND (EXISTS (SELECT 1 FROM access a WHERE a.team = m.team AND a.person = m.person \
             AND a.place IN ('', ?6)) OR m.person = (SELECT t.owner FROM teams t WHERE t.id = ?1))"
        }
    };
    // One lower bound that the index can begin at: of two, and of a comparison of rows, it takes the first it meets.
    let (from, on) = if after.is_some() {
        const LAST: &str = "(SELECT l.name_key FROM members l WHERE l.team = ?1 AND l.person = ?2)";
        (format!("max(?4, {LAST})"), format!(" AND (m.name_key > {LAST} OR m.person > ?2)"))
    } else {
        ("?4".to_owned(), String::new())
    };
    Statement::new(
        format!(
            "SELECT {MEMBER}, {SHOWN} FROM members m WHERE m.team = ?1 AND m.state = 'active' \
             AND m.name_key >= {from} AND m.name_key < ?5{on}{there} \
             ORDER BY m.name_key, m.person LIMIT CAST(?3 AS INTEGER)"
        ),
        params,
    )
}

/// Active members whose address begins with `search`, 20 at most: for the first page, and for those who see
/// addresses.
#[must_use]
pub fn members_by_address(team: TeamId, search: &str) -> Statement {
    let search = search_key(search);
    Statement::new(
        format!(
            "SELECT {MEMBER}, {SHOWN} FROM members m WHERE m.team = ?1 AND m.state = 'active' \
             AND m.email_key >= ?2 AND m.email_key < ?3 ORDER BY m.email_key, m.person LIMIT 20"
        ),
        vec![team.into(), search.as_str().into(), past(&search).into()],
    )
}

/// One member, active or not.
#[must_use]
pub fn member(team: TeamId, person: PersonId) -> Statement {
    Statement::new(
        format!("SELECT {MEMBER}, {SHOWN} FROM members m WHERE m.team = ?1 AND m.person = ?2"),
        vec![team.into(), person.into()],
    )
}

/// The rows of the statements above and of [`granters`].
///
/// # Errors
/// When a row makes no sense.
pub fn member_rows(rows: &[Row]) -> Result<Vec<MemberRow>, Corrupt> {
    all(rows, member_row)
}

pub(super) fn member_row(row: &Row) -> Result<MemberRow, Corrupt> {
    let member = select::member(row)?;
    row.read("m_", |m| MemberRow {
        name: m.name_of("name"),
        address: m.address("address"),
        avatar: m.string_or_null("avatar"),
        seen_at: m.time_or_null("seen_at"),
        member,
    })
}

/// Candidates for [`roster_core::view::granters`], read only after a denial and for a snapshot: the owner, and at most
/// twelve others who were given team.access at `place` or at the team. Without the names of the indexes, a planner that
/// knows no statistics reads everybody's access.
#[must_use]
pub fn granters(team: TeamId, place: Place) -> Statement {
    let granting = BuiltInRole::ALL.iter().filter(|role| role.set().has(Permission::TeamAccess));
    let mut params = vec![team.into(), place_text(place).into()];
    params.extend(granting.map(|role| Value::from(role.id())));
    let roles: Vec<String> = (3..=params.len()).map(|at| format!("?{at}")).collect();
    let roles = roles.join(", ");
    Statement::new(
        format!(
            "SELECT {MEMBER}, {SHOWN} FROM members m WHERE m.team = ?1 AND m.state = 'active' AND m.person IN (\
             SELECT t.owner FROM teams t WHERE t.id = ?1 \
             UNION SELECT person FROM (SELECT h.person FROM access h INDEXED BY access_role \
             WHERE h.team = ?1 AND h.place IN ('', ?2) AND h.role IS NOT NULL AND h.role IN ({roles}) LIMIT 4) \
             UNION SELECT person FROM (SELECT h.person FROM access h INDEXED BY access_granter \
             WHERE h.team = ?1 AND h.place IN ('', ?2) AND (h.bits & 32768) <> 0 LIMIT 4) \
             UNION SELECT person FROM (SELECT h.person FROM access h INDEXED BY access_own \
             WHERE h.team = ?1 AND h.role IN (SELECT g.id FROM roles g INDEXED BY roles_granting \
             WHERE g.team = ?1 AND (g.bits & 32768) <> 0) AND h.place IN ('', ?2) AND length(h.role) = 13 LIMIT 4))"
        ),
        params,
    )
}

/// Notes that a session's person was here; at most once in `every` milliseconds.
#[must_use]
pub fn seen(team: TeamId, session: Digest, now: Timestamp, every: i64) -> Statement {
    Statement::new(
        "UPDATE members SET seen_at = ?3 WHERE team = ?1 AND person = (SELECT person FROM sessions WHERE digest = ?2) \
         AND (seen_at IS NULL OR seen_at < ?4)",
        vec![team.into(), session.into(), now.into(), now.plus(every.saturating_neg()).into()],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_of_granters_is_by_the_right_bit() {
        assert_eq!(1_u32 << Permission::TeamAccess.bit(), 32_768);
    }
}
