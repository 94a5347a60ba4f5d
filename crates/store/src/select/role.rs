//! The columns of a role of a team's own, and their way back.

use roster_core::PermissionSet;
use roster_core::access::RoleKey;
use roster_core::model::Role;

use crate::row::{Corrupt, Row};

/// A role of a team's own, as `g`.
pub const ROLE: &str =
    columns!("g", "id", "team", "name", "bits", "replaced_by", "replaced_at", "created_at");

pub fn role(row: &Row) -> Result<Role, Corrupt> {
    let g = row.part("g_");
    let replaced = match (g.text_or_null("replaced_by")?, g.time_or_null("replaced_at")?) {
        (Some(by), Some(at)) => Some((RoleKey::from_id(by).ok_or_else(|| g.corrupt("replaced_by"))?, at)),
        (None, _) | (_, None) => None,
    };
    Ok(Role {
        id: g.id("id")?,
        team: g.id("team")?,
        name: g.name_of("name")?,
        set: PermissionSet::from_bits(g.number("bits")?),
        replaced,
        created_at: g.time("created_at")?,
    })
}
