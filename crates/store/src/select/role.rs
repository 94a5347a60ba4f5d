//! The columns of a role of a team's own, and their way back.

use roster_core::PermissionSet;
use roster_core::access::RoleKey;
use roster_core::model::Role;

use crate::row::{Corrupt, Row};

/// A role of a team's own, as `u`.
pub const ROLE: &str =
    columns!("u", "id", "team", "name", "bits", "replaced_by", "replaced_at", "created_at");

pub fn role(row: &Row) -> Result<Role, Corrupt> {
    let u = row.part("u_");
    let replaced = match (u.text_or_null("replaced_by")?, u.time_or_null("replaced_at")?) {
        (Some(by), Some(at)) => Some((RoleKey::from_id(by).ok_or_else(|| u.corrupt("replaced_by"))?, at)),
        (None, _) | (_, None) => None,
    };
    Ok(Role {
        id: u.id("id")?,
        team: u.id("team")?,
        name: u.name_of("name")?,
        set: PermissionSet::from_bits(u.number("bits")?),
        replaced,
        created_at: u.time("created_at")?,
    })
}
