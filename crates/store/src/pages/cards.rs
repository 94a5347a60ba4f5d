//! The dashboard's cards: a page of projects, each with some of those who write in it.

use roster_core::id::{ProjectId, TeamId};
use roster_core::model::{Digest, Project};
use roster_core::{BuiltInRole, Permission};

use super::people::{SHOWN, member_row, past};
use super::{MemberRow, limit};
use crate::codec::search_key;
use crate::row::{Corrupt, Row, all};
use crate::select::{self, MEMBER, PROJECT};
use crate::statement::{Statement, Value};

/// Cards on a page.
pub const CARDS: usize = 24;

/// Which projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Those in use.
    Open,
    /// Those put away.
    Archived,
}

/// A project, with one of those who may write in it by an access of the project's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardRow {
    /// The project.
    pub project: Project,
    /// Somebody with access of their own there; `None`: nobody has any that writes.
    pub editor: Option<MemberRow>,
}

/// Who holds something that writes at `place`, at most `most` by a built-in role, as many by one of the team's own, and as many by a set: inside `IN (…)`. `roles` are numbers of
/// parameters.
fn writers(place: &str, most: u32, roles: &str) -> String {
    format!(
        "SELECT person FROM (SELECT h.person FROM access h INDEXED BY access_role WHERE h.team = ?1 \
         AND h.place = {place} AND h.role IS NOT NULL AND h.role IN ({roles}) LIMIT {most}) \
         UNION ALL SELECT person FROM (SELECT h.person FROM access h INDEXED BY access_writer WHERE h.team = ?1 \
         AND h.place = {place} AND (h.bits & 6) <> 0 LIMIT {most}) \
         UNION ALL SELECT person FROM (SELECT h.person FROM access h INDEXED BY access_own WHERE h.team = ?1 \
         AND h.role IN (SELECT g.id FROM roles g INDEXED BY roles_writing WHERE g.team = ?1 AND (g.bits & 6) <> 0) \
         AND h.place = {place} AND length(h.role) = 13 LIMIT {most})"
    )
}

/// Roles that write, appended to the parameters, as a list of their numbers.
fn writing_roles(params: &mut Vec<Value>) -> String {
    let begin = params.len();
    let writes = |role: &&BuiltInRole| {
        role.set().has(Permission::PostsCreate) || role.set().has(Permission::PostsEdit)
    };
    params.extend(BuiltInRole::ALL.iter().filter(writes).map(|role| Value::from(role.id())));
    let numbers: Vec<String> =
        (begin.saturating_add(1)..=params.len()).map(|at| ["?", &at.to_string()].concat()).collect();
    numbers.join(", ")
}

/// One more than a page of the projects whose name begins with `search` (empty: all), by name, after a project. Somebody
/// without anything at the team is given only those at which something of their own stands; what they see of it is core's
/// to say. Each project comes once for each of those, 48 at most, who write there by an access of its own.
#[must_use]
pub fn cards(
    team: TeamId,
    session: Digest,
    shelf: Shelf,
    after: Option<ProjectId>,
    search: &str,
) -> Statement {
    let search = search_key(search);
    let mut params = vec![
        team.into(),
        session.into(),
        after.into(),
        search.as_str().into(),
        past(&search).into(),
        limit(CARDS),
    ];
    let roles = writing_roles(&mut params);
    let shelf = match shelf {
        Shelf::Open => "IS NULL",
        Shelf::Archived => "IS NOT NULL",
    };
    let (from, on) = if after.is_some() {
        const LAST: &str = "(SELECT l.name_key FROM projects l WHERE l.id = ?3 AND l.team = ?1)";
        (format!("max(?4, {LAST})"), format!(" AND (r.name_key > {LAST} OR r.id > ?3)"))
    } else {
        ("?4".to_owned(), String::new())
    };
    let writers = writers("page.r_id", 24, &roles);
    Statement::new(
        format!(
            "SELECT page.*, {MEMBER}, {SHOWN} FROM (SELECT {PROJECT}, r.name_key AS r_name_key FROM projects r \
             WHERE r.team = ?1 AND r.archived_at {shelf} AND r.name_key >= {from} AND r.name_key < ?5{on} \
             AND ((SELECT s.person FROM sessions s WHERE s.digest = ?2) = (SELECT t.owner FROM teams t WHERE t.id = ?1) \
             OR EXISTS (SELECT 1 FROM access a WHERE a.team = ?1 \
             AND a.person = (SELECT s.person FROM sessions s WHERE s.digest = ?2) AND a.place IN ('', r.id))) \
             ORDER BY r.name_key, r.id LIMIT CAST(?6 AS INTEGER)) page \
             LEFT JOIN members m ON m.team = ?1 AND m.state = 'active' AND m.person IN ({writers}) \
             ORDER BY page.r_name_key, page.r_id, +m.name_key, m.person"
        ),
        params,
    )
}

/// The owner, and at most 96 of those who write in every project, by name.
#[must_use]
pub fn writers_everywhere(team: TeamId) -> Statement {
    let mut params = vec![team.into()];
    let roles = writing_roles(&mut params);
    let writers = writers("''", 48, &roles);
    Statement::new(
        format!(
            "SELECT {MEMBER}, {SHOWN} FROM members m WHERE m.team = ?1 AND m.state = 'active' AND m.person IN (\
             SELECT t.owner FROM teams t WHERE t.id = ?1 UNION {writers}) ORDER BY +m.name_key, m.person"
        ),
        params,
    )
}

/// The rows of [`cards`].
///
/// # Errors
/// When a row makes no sense.
pub fn card_rows(rows: &[Row]) -> Result<Vec<CardRow>, Corrupt> {
    let one = |row: &Row| {
        let editor = row.has("m_team").then(|| member_row(row)).transpose()?;
        Ok(CardRow { project: select::project(row)?, editor })
    };
    all(rows, one)
}
