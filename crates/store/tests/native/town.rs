//! A town to test in: people who signed in, and a team with a project, put in by SQL so that no command is needed.

use roster_core::email::Address;
use roster_core::id::{PersonId, ProjectId, TeamId};
use roster_core::model::Digest;
use roster_core::{Asker, Timestamp};

use super::Db;

pub const NOW: Timestamp = Timestamp(1_700_000_000_000);
pub const TEAM: TeamId = TeamId(1_000);
pub const PROJECT: ProjectId = ProjectId(2_000);
pub const OWNER: PersonId = PersonId(1);

pub fn digest(person: PersonId) -> Digest {
    let mut bytes = [7; 32];
    for (to, from) in bytes.iter_mut().zip(person.0.to_be_bytes()) {
        *to = from;
    }
    Digest(bytes)
}

pub fn session(person: PersonId) -> Asker {
    Asker::Session(digest(person))
}

pub fn address(person: PersonId) -> Address {
    Address::from_parts(&format!("p{}", person.0), "example.com").unwrap()
}

impl Db {
    /// A person with a live session.
    pub fn person(&self, person: PersonId) {
        self.connection
            .execute(
                "INSERT INTO people (id, address, name, owns, version, created_at) VALUES (?1, ?2, ?3, 0, 1, 0)",
                (person.to_string(), address(person).as_str(), format!("Person {}", person.0)),
            )
            .unwrap();
        self.connection
            .execute(
                "INSERT INTO sessions (digest, id, person, proof, created_at, expires_at, ended_at) VALUES (?1, ?2, ?3, 'code', 0, 4000000000000, NULL)",
                (digest(person).to_string(), person.to_string(), person.to_string()),
            )
            .unwrap();
    }

    /// A membership, with a role at the team or none.
    pub fn member(&self, team: TeamId, person: PersonId, role: Option<&str>) {
        let seat = i64::from(role.is_some_and(|role| role != "viewer" && role != "approver"));
        let name = format!("Person {}", person.0);
        let email = address(person);
        self.connection
            .execute(
                "INSERT INTO members VALUES (?1, ?2, 'active', NULL, NULL, ?3, NULL, 0, 1, 5, 0, ?4, ?5, ?6, ?5, NULL, NULL)",
                (team.to_string(), person.to_string(), seat, &name, email.as_str(), name.to_lowercase()),
            )
            .unwrap();
        if let Some(role) = role {
            self.connection
                .execute(
                    "INSERT INTO access VALUES (?1, ?2, '', ?3, NULL, NULL)",
                    (team.to_string(), person.to_string(), role),
                )
                .unwrap();
        }
    }

    /// A team with its owner, a project, and `members` viewers more, the persons 100 and up.
    pub fn team(&self, members: u64, limit: Option<i64>) {
        self.person(OWNER);
        let plan = if limit.is_some() { "plus" } else { "start" };
        self.connection
            .execute(
                "INSERT INTO teams (id, name, owner, plan, cap, seat_limit, seats_taken, seats_reserved, members, projects, \
                 version, epoch, created_at) VALUES (?1, 'Team', ?2, ?3, ?4, ?5, 0, 0, ?6, 1, 1, 1, 0)",
                (
                    TEAM.to_string(),
                    OWNER.to_string(),
                    plan,
                    limit.map_or(0, |limit| limit - 1),
                    limit,
                    i64::try_from(members).unwrap() + 1,
                ),
            )
            .unwrap();
        self.connection.execute("UPDATE people SET owns = 1 WHERE id = ?1", [OWNER.to_string()]).unwrap();
        self.member(TEAM, OWNER, None);
        self.connection
            .execute(
                "INSERT INTO projects VALUES (?1, ?2, 'Spring', 'spring', NULL, 0)",
                (PROJECT.to_string(), TEAM.to_string()),
            )
            .unwrap();
        self.connection.execute_batch("BEGIN").unwrap();
        for person in (100..).take(usize::try_from(members).unwrap()).map(PersonId) {
            self.person(person);
            self.member(TEAM, person, Some("viewer"));
        }
        self.connection.execute_batch("COMMIT").unwrap();
    }
}
