//! Who might grant what is missing: the owner, and a few members who may change access. Read for snapshots, and after
//! a denial; which of them can, core says.

use roster_core::id::{PersonId, ProjectId, TeamId};
use roster_core::model::Member;
use roster_core::{BuiltInRole, Permission};

use crate::json;
use crate::row::{Corrupt, Row};
use crate::select::{self, MEMBER};
use crate::statement::{Statement, Value};

/// How many members are read beside the owner.
const MOST: u32 = 4;

/// Somebody who might grant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Their membership.
    pub member: Member,
    /// What they are called.
    pub name: String,
}

fn roles() -> Value {
    let granting = BuiltInRole::ALL.iter().filter(|role| role.set().has(Permission::TeamAccess));
    json::list(&granting.map(|role| Value::from(role.id())).collect::<Vec<_>>())
}

/// Up to four members who may change access at the team, or at `project`, where it is given.
#[must_use]
pub fn candidates(team: TeamId, project: Option<ProjectId>) -> Statement {
    let held = "SELECT h.person FROM access h INDEXED BY";
    let person = format!(
        "SELECT person FROM (\
         SELECT person FROM ({held} access_role WHERE h.team = ?1 AND h.place IN ('', ?2) AND h.role IS NOT NULL \
           AND h.role IN (SELECT value FROM json_each(?3)) LIMIT CAST(?4 AS INTEGER)) \
         UNION SELECT person FROM ({held} access_granter WHERE h.team = ?1 AND h.place IN ('', ?2) \
           AND (h.bits & 32768) <> 0 LIMIT CAST(?4 AS INTEGER))) LIMIT CAST(?4 AS INTEGER)"
    );
    let place = project.map_or_else(String::new, |project| project.to_string());
    Statement::new(
        format!(
            "SELECT {MEMBER}, m.name AS m_name FROM members m \
             WHERE m.team = ?1 AND m.state = 'active' AND m.person IN ({person})"
        ),
        vec![team.into(), place.into(), roles(), MOST.into()],
    )
}

/// The candidates that were read.
///
/// # Errors
/// When a row makes no sense.
pub fn found(rows: &[Row]) -> Result<Vec<Candidate>, Corrupt> {
    let one = |row: &Row| {
        Ok(Candidate { member: select::member(row)?, name: row.part("m_").text("name")?.to_owned() })
    };
    rows.iter().map(one).collect()
}

/// The owner of a team, with what they are called.
#[must_use]
pub fn owner(team: TeamId) -> Statement {
    Statement::new(
        "SELECT p.id AS id, p.name AS name FROM teams t JOIN people p ON p.id = t.owner WHERE t.id = ?1",
        vec![team.into()],
    )
}

/// A person's id and name, of the first row of [`owner`].
///
/// # Errors
/// When the row makes no sense.
pub fn named(rows: &[Row]) -> Result<Option<(PersonId, String)>, Corrupt> {
    rows.first()
        .map(|row| {
            let part = row.part("");
            Ok((part.id("id")?, part.text("name")?.to_owned()))
        })
        .transpose()
}
