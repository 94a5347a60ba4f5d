//! The columns of an ask for access in a read, and their way back.

use roster_core::model::{Ask, AskState};
use roster_core::{Permission, Timestamp};

use super::place;
use crate::row::{Corrupt, Part, Row};

/// An ask for access, as `q`.
pub const ASK: &str = columns!(
    "q",
    "id",
    "team",
    "person",
    "place",
    "permission",
    "state",
    "closed_by",
    "closed_at",
    "asked_at"
);
fn state(q: &mut Part<'_>) -> AskState {
    let state = match q.text("state") {
        "open" => Some(AskState::Open),
        "granted" => Some(AskState::Granted { by: q.id("closed_by"), at: q.time("closed_at") }),
        "declined" => Some(AskState::Declined { by: q.id("closed_by"), at: q.time("closed_at") }),
        "closed" => Some(AskState::Closed { at: q.time("closed_at") }),
        _ => None,
    };
    q.or_refuse("state", state, AskState::Closed { at: Timestamp(0) })
}

/// `None`: it is for a checkmark that this build does not know, and nobody can answer it.
pub fn ask(row: &Row) -> Result<Option<Ask>, Corrupt> {
    row.read("q_", |q| {
        let permission = Permission::from_id(q.text("permission"));
        permission.map(|permission| Ask {
            id: q.id("id"),
            team: q.id("team"),
            person: q.id("person"),
            place: place(q, "place"),
            permission,
            state: state(q),
            asked_at: q.time("asked_at"),
        })
    })
}
