//! Roles of a team's own: the list, for whoever holds anything in the team, and one of them, for those who may change it.

use roster_core::access::Place;
use roster_core::id::{RoleId, TeamId};
use roster_core::limits::ROLE_HOLDERS;
use roster_core::{Denial, Permission, view};
use roster_store::Row;
use roster_store::pages::{self, MemberRow};
use roster_wire::answers::{RoleUse, Roles};
use roster_wire::convert;
use roster_wire::shapes::{Named, Role};

use super::look::Look;
use super::reading::Reading;
use crate::answer::Refusal;
use crate::ctx::Ctx;

/// The roles among these rows, as far as the one who looks may see them.
pub fn seen(look: &Look, rows: &[Row]) -> Result<Vec<Role>, Refusal> {
    if !view::sees_members(look.standing(), look.now) {
        return Ok(Vec::new());
    }
    Ok(pages::role_rows(rows)?.iter().map(convert::role).collect())
}

/// `GET /teams/{team}/roles`.
pub fn list(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    Reading::of_team(ctx, team, vec![pages::roles(team)], move |look| {
        Ok(Roles { roles: seen(look, look.rows(0))? })
    })
}

/// `GET /teams/{team}/roles/{role}`.
pub fn one(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let id: RoleId = ctx.params.id("role")?;
    let mut statements = vec![pages::role_holders(team, id)];
    statements.extend(pages::role_ways(team, id));
    Reading::of_team(ctx, team, statements, move |look| {
        if !look.standing().can(Permission::TeamAccess, Place::Team, look.now) {
            let missing = Denial::Missing { permission: Permission::TeamAccess, place: Place::Team };
            return Err(look.refused(&missing));
        }
        let facts = roster_store::facts(look.read.iter())?;
        let role = facts.roles.get(&id).filter(|role| role.is_living());
        let role = role.ok_or_else(|| look.refused(&Denial::NotFound))?;
        let holders = pages::member_rows(look.rows(0))?;
        let named =
            |row: &MemberRow| Named { id: row.member.person.to_string(), name: row.name.as_str().to_owned() };
        let used = view::role_use(&facts, id, look.now);
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Ok(RoleUse {
            role: convert::role(role),
            holders: holders
                .iter()
                .filter(|row| row.member.is_active())
                .take(ROLE_HOLDERS)
                .map(named)
                .collect(),
            many: used.many,
            invitations: number(used.invitations),
            linked: used.linked,
            member_seats: number(used.member_seats),
            invitation_seats: number(used.invitation_seats),
        })
    })
}
