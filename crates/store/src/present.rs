//! Who is in which room: written by the rooms themselves, read by whoever has news for them.

use roster_core::Timestamp;
use roster_core::id::{PersonId, ProjectId, TeamId};
use roster_core::room::Concern;

use crate::json;
use crate::row::{Corrupt, Row, all};
use crate::statement::{Statement, Value};

/// A room, by the id of its project or team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoomId(pub u64);

impl From<ProjectId> for RoomId {
    fn from(project: ProjectId) -> Self {
        Self(project.0)
    }
}

impl From<TeamId> for RoomId {
    fn from(team: TeamId) -> Self {
        Self(team.0)
    }
}

impl core::fmt::Display for RoomId {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        TeamId(self.0).fmt(f)
    }
}

fn list<T: Copy + Into<Value>>(ids: &[T]) -> Value {
    let values: Vec<Value> = ids.iter().map(|id| (*id).into()).collect();
    json::list(&values)
}

/// People of a team are in a room: those who are not noted are.
#[must_use]
pub fn come(room: RoomId, team: TeamId, people: &[PersonId], now: Timestamp) -> Statement {
    Statement::new(
        "INSERT OR IGNORE INTO present (room, person, team, since) SELECT ?1, j.value, ?2, ?4 FROM json_each(?3) j",
        vec![room.to_string().into(), team.into(), list(people), now.into()],
    )
}

/// Nobody but these people is in a room.
#[must_use]
pub fn only(room: RoomId, people: &[PersonId]) -> Statement {
    Statement::new(
        "DELETE FROM present WHERE room = ?1 AND person NOT IN (SELECT j.value FROM json_each(?2) j)",
        vec![room.to_string().into(), list(people)],
    )
}

/// The rooms in which somebody is whom a change concerns; `None`: it concerns nobody.
#[must_use]
pub fn rooms(concern: &Concern) -> Option<Statement> {
    match (concern.teams.as_slice(), concern.people.as_slice()) {
        ([], []) => None,
        // By far the most frequent, and nothing is read where nobody is.
        ([], [person]) => {
            let sql = "SELECT p.room AS room FROM present p WHERE p.person = ?1";
            Some(Statement::new(sql, vec![(*person).into()]))
        }
        (teams, people) => Some(Statement::new(
            "SELECT p.room AS room FROM json_each(?1) j CROSS JOIN present p ON p.team = j.value \
             UNION SELECT p.room FROM json_each(?2) j CROSS JOIN present p ON p.person = j.value",
            vec![list(teams), list(people)],
        )),
    }
}

/// The rows of [`rooms`].
///
/// # Errors
/// When a row makes no sense.
pub fn room_rows(rows: &[Row]) -> Result<Vec<RoomId>, Corrupt> {
    all(rows, |row| row.read("", |part| RoomId::from(part.id::<TeamId>("room"))))
}

/// Who is in which room of a team, the teams' own rooms included: 1,000 at most.
#[must_use]
pub fn inside(team: TeamId) -> Statement {
    Statement::new(
        "SELECT p.room AS room, p.person AS person FROM present p WHERE p.team = ?1 LIMIT 1000",
        vec![team.into()],
    )
}

/// The rows of [`inside`].
///
/// # Errors
/// When a row makes no sense.
pub fn inside_rows(rows: &[Row]) -> Result<Vec<(RoomId, PersonId)>, Corrupt> {
    let one = |row: &Row| row.read("", |part| (RoomId::from(part.id::<TeamId>("room")), part.id("person")));
    all(rows, one)
}
