//! The columns of an ask for access in a read, and their way back.

use roster_core::Permission;
use roster_core::model::{Ask, AskState};

use super::place;
use crate::row::{Corrupt, Row};

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
/// `None`: it is for a checkmark that this build does not know, and nobody can answer it.
pub fn ask(row: &Row) -> Result<Option<Ask>, Corrupt> {
    let q = row.part("q_");
    let Some(permission) = Permission::from_id(q.text("permission")?) else { return Ok(None) };
    let state = match q.text("state")? {
        "open" => AskState::Open,
        "granted" => AskState::Granted { by: q.id("closed_by")?, at: q.time("closed_at")? },
        "declined" => AskState::Declined { by: q.id("closed_by")?, at: q.time("closed_at")? },
        "closed" => AskState::Closed { at: q.time("closed_at")? },
        _ => return Err(q.corrupt("state")),
    };
    Ok(Some(Ask {
        id: q.id("id")?,
        team: q.id("team")?,
        person: q.id("person")?,
        place: place(q, "place")?,
        permission,
        state,
        asked_at: q.time("asked_at")?,
    }))
}
