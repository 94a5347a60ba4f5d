//! The members of a team, by name: keyset pages over one index, and a search by the beginning of name or address.

use roster_core::id::{PersonId, TeamId};
use roster_core::model::Member;
use roster_core::Timestamp;

use crate::codec::search_key;
use crate::row::{Corrupt, Row};
use crate::select::{self, MEMBER};
use crate::statement::{Statement, Value};

/// A member, with what their row repeats of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The membership.
    pub member: Member,
    /// What they are called.
    pub name: String,
    /// Their address.
    pub address: String,
    /// The form of the name by which lists are sorted.
    pub name_key: String,
    /// When they were last here.
    pub seen_at: Option<Timestamp>,
}

const SHOWN: &str = "m.name AS m_name, m.address AS m_address, m.name_key AS m_name_key, m.seen_at AS m_seen_at";

/// The end of every range of texts that begin in one way.
const LAST: char = '\u{10ffff}';

/// Up to `most` active members after that key, whose name begins with `search`.
#[must_use]
pub fn by_name(team: TeamId, after: Option<(&str, PersonId)>, search: &str, most: u32) -> Statement {
    let from = search_key(search);
    let (key, person) = after.map_or((from.clone(), String::new()), |(key, id)| (key.to_owned(), id.to_string()));
    Statement::new(
        format!(
            "SELECT {MEMBER}, {SHOWN} FROM members m WHERE m.team = ?1 AND m.state = 'active' \
             AND (m.name_key, m.person) > (?2, ?3) AND m.name_key < ?4 \
             ORDER BY m.name_key, m.person LIMIT CAST(?5 AS INTEGER)"
        ),
        vec![team.into(), key.into(), person.into(), format!("{from}{LAST}").into(), most.into()],
    )
}

/// Up to `most` active members whose address begins with `search`.
#[must_use]
pub fn by_address(team: TeamId, search: &str, most: u32) -> Statement {
    let from = search_key(search);
    let end = format!("{from}{LAST}");
    Statement::new(
        format!(
            "SELECT {MEMBER}, {SHOWN} FROM members m WHERE m.team = ?1 AND m.state = 'active' \
             AND m.email_key >= ?2 AND m.email_key < ?3 ORDER BY m.email_key LIMIT CAST(?4 AS INTEGER)"
        ),
        vec![team.into(), from.into(), end.into(), most.into()],
    )
}

/// One member, ended or not.
#[must_use]
pub fn one(team: TeamId, person: PersonId) -> Statement {
    Statement::new(
        format!("SELECT {MEMBER}, {SHOWN} FROM members m WHERE m.team = ?1 AND m.person = ?2"),
        vec![team.into(), person.into()],
    )
}

/// The members that were read.
///
/// # Errors
/// When a row makes no sense.
pub fn listed(rows: &[Row]) -> Result<Vec<Listed>, Corrupt> {
    rows.iter().map(of_row).collect()
}

fn of_row(row: &Row) -> Result<Listed, Corrupt> {
    let m = row.part("m_");
    Ok(Listed {
        member: select::member(row)?,
        name: m.text("name")?.to_owned(),
        address: m.text("address")?.to_owned(),
        name_key: m.text("name_key")?.to_owned(),
        seen_at: m.time_or_null("seen_at")?,
    })
}
