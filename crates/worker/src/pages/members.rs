//! Members: the list by name, the search, and one of them, as far as the one who looks may see.

use roster_core::Denial;
use roster_core::access::{Place, Standing};
use roster_core::id::{PersonId, ProjectId, TeamId};
use roster_core::view::{self, Row};
use roster_store::pages::{self, Among, MemberRow, PAGE, Page};
use roster_wire::answers::{Member, Members};
use roster_wire::convert;
use roster_wire::problem::Fault;

use super::look::{Look, look};
use super::reading::Reading;
use super::{cursor, search};
use crate::answer::Refusal;
use crate::ctx::Ctx;

/// `GET /teams/{team}/members`.
pub fn list(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let after = ctx
        .query("after")
        .map(|text| cursor::read_signed(&ctx.keys, cursor::MEMBERS, team, text))
        .transpose()?;
    let search = search(ctx)?;
    let project: Option<ProjectId> =
        ctx.query("project").map(str::parse).transpose().map_err(|_| Refusal::from(Fault::NotFound))?;
    let seats = ctx.query("seats").is_some();
    let among = match project {
        Some(project) => Among::Project(project),
        None if seats => Among::Seats,
        None => Among::Everybody,
    };
    let mut statements = vec![pages::members(team, after, search, among)];
    if let Some(project) = project {
        statements.push(pages::project(team, project));
    }
    if !search.is_empty() && after.is_none() && !seats {
        statements.push(pages::members_by_address(team, search));
    }
    Reading::of_team(ctx, team, statements, move |look| {
        if seats && !view::sees_plan(look.standing()) {
            return Err(look.refused(&Denial::OwnerOnly));
        }
        if !view::sees_members(look.standing(), look.now) {
            return Ok(Members { members: Vec::new(), total: None, next: None });
        }
        if let Some(project) = project {
            let there = !pages::project_rows(look.rows(1))?.is_empty();
            if !there || !view::sees_project(look.standing(), project, look.now) {
                return Err(look.refused(&Denial::NotFound));
            }
        }
        page(ctx, look, project)
    })
}

fn page(ctx: &Ctx, look: &Look, project: Option<ProjectId>) -> Result<Members, Refusal> {
    let found = Page::of(pages::member_rows(look.rows(0))?, PAGE);
    let last = found.rows.last().filter(|_| found.more);
    let next = last.map(|row| {
        cursor::write_signed(&ctx.keys, cursor::MEMBERS, look.team.id, &row.member.person.to_string())
    });
    let mut rows = found.rows;
    if view::sees_addresses(look.standing(), look.now) {
        let known: Vec<PersonId> = rows.iter().map(|row| row.member.person).collect();
        let by_address = pages::member_rows(look.rows(if project.is_some() { 2 } else { 1 }))?;
        rows.extend(by_address.into_iter().filter(|row| !known.contains(&row.member.person)));
    }
    let place = project.map_or(Place::Team, Place::Project);
    let shown = |row: &&MemberRow| view::sees_member(look.seen(), look.seen_of(&row.member), look.now);
    let there = |row: &&MemberRow| project.is_none_or(|project| is_in(look, row, project));
    let members = rows.iter().filter(shown).filter(there).map(|row| shape(look, row, place)).collect();
    let total = view::sees_member_count(look.standing(), look.now).then_some(look.team.members);
    Ok(Members { members, total, next })
}

/// Whether they hold something in the project, even if it has ended.
fn is_in(look: &Look, row: &MemberRow, project: ProjectId) -> bool {
    match look.standing_of(&row.member) {
        Standing::Owner => true,
        Standing::Outsider => false,
        Standing::Member(access) => {
            access.grant_at(Place::Project(project)).is_some_and(|grant| !grant.holds.set().is_empty())
        }
    }
}

/// `GET /teams/{team}/members/{person}`.
pub fn one(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let person: PersonId = ctx.params.id("person")?;
    Reading::of_team(ctx, team, vec![pages::member(team, person)], |look| {
        Ok(shape(look, &seen(look)?, Place::Team))
    })
}

/// The picture of the member whom a path names, as far as the one who asks sees the member.
pub async fn avatar(ctx: &Ctx) -> Result<Option<String>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let person: PersonId = ctx.params.id("person")?;
    let look = look(ctx, team, vec![pages::member(team, person)]).await?;
    Ok(seen(&look)?.avatar)
}

/// The one member who was read, if they are seen.
fn seen(look: &Look) -> Result<MemberRow, Refusal> {
    let rows = pages::member_rows(look.rows(0))?.into_iter();
    let mut seen = rows.filter(|row| view::sees_member(look.seen(), look.seen_of(&row.member), look.now));
    seen.next().ok_or_else(|| look.refused(&Denial::NotFound))
}

/// A member as the one who looks may read them, with what the row may do on the team's page or a project's.
fn shape(look: &Look, row: &MemberRow, place: Place) -> Member {
    let standing = look.standing_of(&row.member);
    let (access, live) = match standing {
        Standing::Owner => (Vec::new(), true),
        Standing::Outsider => (Vec::new(), false),
        Standing::Member(access) => {
            let seen = view::seen_access(look.standing(), access, look.now);
            let grants = seen.grants().map(|(place, grant)| convert::placed(place, &grant)).collect();
            (grants, access.is_live(look.now))
        }
    };
    let whole = Row { viewer: look.seen(), member: look.seen_of(&row.member), place };
    let actions = view::row_actions(whole, look.now);
    let why_not = |result: Result<(), Denial>| result.err().map(|denial| convert::reason(&denial));
    Member {
        id: row.member.person.to_string(),
        name: row.name.as_str().to_owned(),
        avatar: row.avatar.clone(),
        address: look.reads_address(row.member.person).then(|| row.address.as_str().to_owned()),
        owner: matches!(standing, Standing::Owner),
        access,
        live,
        joined_at: row.member.joined_at.0,
        seen_at: row.seen_at.map(|at| at.0),
        edit: why_not(actions.edit),
        remove: why_not(actions.remove),
    }
}
