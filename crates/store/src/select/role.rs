//! The columns of a role of a team's own, and their way back.

use roster_core::access::RoleKey;
use roster_core::id::RoleId;
use roster_core::model::Role;
use roster_core::{PermissionSet, Timestamp};

use crate::row::{Corrupt, Part, Row};

/// A role of a team's own, as `u`.
pub const ROLE: &str =
    columns!("u", "id", "team", "name", "bits", "replaced_by", "replaced_at", "created_at");

fn replaced(u: &mut Part<'_>) -> Option<(RoleKey, Timestamp)> {
    let (by, at) = (u.text_or_null("replaced_by")?, u.time_or_null("replaced_at")?);
    let by = RoleKey::from_id(by);
    Some((u.or_refuse("replaced_by", by, RoleKey::Own(RoleId(0))), at))
}

pub fn role(row: &Row) -> Result<Role, Corrupt> {
    row.read("u_", |u| Role {
        id: u.id("id"),
        team: u.id("team"),
        name: u.name_of("name"),
        set: PermissionSet::from_bits(u.number("bits")),
        replaced: replaced(u),
        created_at: u.time("created_at"),
    })
}
