//! Whom one may invite, and whom one knows: what addresses are to the team, colleagues, and who came by a link.

use roster_core::access::{Place, Standing};
use roster_core::email::{Address, AddressError};
use roster_core::id::{LinkId, ProjectId, TeamId};
use roster_core::limits::ROWS_PER_IMPORT;
use roster_core::{Denial, Permission, view};
use roster_store::pages::{self, ColleagueRow, KnownAddress, MemberRow, PAGE, Page};
use roster_wire::answers::{Colleague, Colleagues, Invitee, Invitees, Joiner, Joiners};
use roster_wire::problem::Fault;
use roster_wire::requests::CheckInvitees;

use super::look::{Look, session};
use super::reading::Reading;
use super::ways_in::may_invite;
use crate::answer::Refusal;
use crate::command::address_of;
use crate::ctx::Ctx;
use crate::text::ascii_domain;

/// `POST /teams/{team}/invitations/check`.
pub fn invitees(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let body: CheckInvitees = ctx.shape()?;
    if body.addresses.len() > ROWS_PER_IMPORT {
        return Err(Refusal::bad_value("addresses"));
    }
    let typed: Vec<_> = body.addresses.iter().map(|typed| address_of(typed, ascii_domain)).collect();
    let addresses: Vec<Address> = typed.iter().flatten().cloned().collect();
    Reading::of_team(ctx, team, vec![pages::known_addresses(team, &addresses)], move |look| {
        may_invite(look)?;
        let known = pages::known_address_rows(look.rows(0))?;
        Ok(Invitees { invitees: typed.iter().map(|typed| invitee(look, &known, typed)).collect() })
    })
}

/// Of members and invitations, only those that the one who looks sees anyway.
fn invitee(look: &Look, known: &[KnownAddress], typed: &Result<Address, AddressError>) -> Invitee {
    let address = typed.as_ref().ok();
    let row = known.iter().find(|row| Some(&row.address) == address);
    let seen = |row: &&MemberRow| view::sees_member(look.seen(), look.seen_of(&row.member), look.now);
    let member = row.and_then(|row| row.member.as_ref()).filter(seen);
    let pending = row.and_then(|row| row.invitation.as_ref()).filter(|invitation| {
        invitation.colleague.is_none() && view::sees_invitation(look.standing(), invitation, look.now)
    });
    Invitee {
        address: address.map(|address| address.as_str().to_owned()),
        code: typed.as_ref().err().map(|error| error.code().to_owned()),
        member: member.is_some(),
        pending: pending.is_some(),
        seat: member.is_some_and(|row| row.member.seat) || pending.is_some_and(|invitation| invitation.seat),
    }
}

/// `GET /teams/{team}/colleagues`.
pub fn colleagues(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let project = ctx.query("project").map(str::parse::<ProjectId>).transpose();
    let project = project.map_err(|_| Refusal::from(Fault::NotFound))?;
    let mut statements = Vec::from(pages::colleagues(session(ctx)?, team, project));
    if let Some(project) = project {
        let search = ctx.query("search").unwrap_or_default().trim();
        statements.push(pages::project(team, project));
        statements.push(pages::members(team, None, search, pages::Among::Everybody));
    }
    Reading::of_team(ctx, team, statements, move |look| {
        let mut colleagues = match project {
            None => {
                may_invite(look)?;
                Vec::new()
            }
            Some(project) => teammates(look, project)?,
        };
        let rows = pages::colleague_rows(look.person.id, look.rows(0), look.rows(1))?;
        colleagues.extend(rows.into_iter().filter(|row| !row.here).map(colleague));
        Ok(Colleagues { colleagues })
    })
}

fn colleague(row: ColleagueRow) -> Colleague {
    Colleague {
        id: row.person.to_string(),
        name: row.name,
        seen_in: row.avatar.is_some().then(|| row.team.to_string()),
        avatar: row.avatar,
        member: false,
        invited: row.invited,
    }
}

/// Those of the team who hold nothing in the project, as far as the one who looks sees them.
fn teammates(look: &Look, project: ProjectId) -> Result<Vec<Colleague>, Refusal> {
    let place = Place::Project(project);
    if pages::project_rows(look.rows(2))?.is_empty() || !look.standing().sees(place, look.now) {
        return Err(look.refused(&Denial::NotFound));
    }
    if !look.standing().can(Permission::TeamInvite, place, look.now) {
        return Err(look.refused(&Denial::Missing { permission: Permission::TeamInvite, place }));
    }
    let outside = |row: &&MemberRow| match look.standing_of(&row.member) {
        Standing::Member(access) => access.held_at(place, look.now).is_empty(),
        Standing::Owner | Standing::Outsider => false,
    };
    let seen = |row: &&MemberRow| view::sees_member(look.seen(), look.seen_of(&row.member), look.now);
    let one = |row: &MemberRow| Colleague {
        id: row.member.person.to_string(),
        name: row.name.as_str().to_owned(),
        avatar: row.avatar.clone(),
        seen_in: None,
        member: true,
        invited: false,
    };
    let rows = Page::of(pages::member_rows(look.rows(3))?, PAGE).rows;
    Ok(rows.iter().filter(outside).filter(seen).map(one).collect())
}

/// `GET /teams/{team}/links/{link}/joiners`.
pub fn joiners(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let (team, link): (TeamId, LinkId) = (ctx.params.id("team")?, ctx.params.id("link")?);
    Reading::of_team(
        ctx,
        team,
        vec![pages::link_preview(team, link), pages::joiners(team, link)],
        move |look| {
            let rows = pages::link_rows(look.rows(0))?;
            let seen = rows.first().is_some_and(|row| view::sees_link(look.standing(), &row.link, look.now));
            if !seen {
                may_invite(look)?;
                return Err(look.refused(&Denial::NotFound));
            }
            let rows = Page::of(pages::joiner_rows(look.rows(1))?, PAGE).rows;
            let one = |row: pages::Joiner| Joiner {
                id: row.person.to_string(),
                name: row.name,
                avatar: row.avatar.filter(|_| !row.left),
                at: row.at.0,
                left: row.left,
            };
            Ok(Joiners { joiners: rows.into_iter().map(one).collect() })
        },
    )
}
