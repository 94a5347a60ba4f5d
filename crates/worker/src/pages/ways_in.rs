//! The ways into a team, for those who may invite: pending invitations, and invite links with their addresses.

use roster_core::access::{Place, RoleKey};
use roster_core::id::{LinkId, TeamId};
use roster_core::model::{InviteLink, LinkState};
use roster_core::view;
use roster_core::{Denial, Permission};
use roster_store::pages::{self, InvitationRow, MailState, PAGE, Page, Pending};
use roster_wire::answers::{Invitation, Invitations, Link, Links};
use roster_wire::convert;
use roster_wire::shapes::Named;

use super::cursor;
use super::look::{Look, look};
use super::reading::Reading;
use crate::answer::Refusal;
use crate::ctx::Ctx;
use crate::token::Token;

pub fn may_invite(look: &Look) -> Result<(), Refusal> {
    if view::invites_somewhere(look.standing(), look.now) {
        return Ok(());
    }
    Err(look.refused(&Denial::Missing { permission: Permission::TeamInvite, place: Place::Team }))
}

/// `GET /teams/{team}/invitations`.
pub fn invitations(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let after = cursor::read_at(ctx.query("after"))?;
    let seats = ctx.query("seats").is_some();
    let which = if seats { Pending::Seats } else { Pending::All };
    Reading::of_team(ctx, team, vec![pages::invitations(team, after, which)], move |look| {
        may_invite(look)?;
        if seats && !view::sees_plan(look.standing()) {
            return Err(look.refused(&Denial::OwnerOnly));
        }
        let page = Page::of(pages::invitation_rows(look.rows(0))?, PAGE);
        let last = page.rows.last().filter(|_| page.more);
        let next = last.map(|row| cursor::write_at(row.invitation.sent_at, row.invitation.id));
        let shown = page.rows.iter().filter_map(|row| invitation(look, row));
        Ok(Invitations { invitations: shown.collect(), next })
    })
}

fn invitation(look: &Look, row: &InvitationRow) -> Option<Invitation> {
    let seen = view::invitation_as_seen(look.standing(), &row.invitation, look.now)?;
    let waits = seen.sent_at > look.now;
    Some(Invitation {
        id: seen.id.to_string(),
        address: seen.colleague.is_none().then(|| seen.address.as_str().to_owned()),
        name: row.colleague_name.clone(),
        access: seen.places.iter().map(|place| convert::placed(place.place, &place.grant)).collect(),
        sent_by: Named { id: seen.sent_by.to_string(), name: row.sender_name.clone() },
        sent_at: seen.sent_at.0,
        expires_at: seen.expires_at.0,
        expired: seen.has_expired(look.now),
        needs_sender: row.invitation.needs_sender(),
        seat: seen.seat,
        mail_at: waits.then_some(seen.sent_at.0),
        undelivered: matches!(row.mail, Some(MailState::Failed)),
    })
}

/// `GET /teams/{team}/links`.
pub fn links(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    Reading::of_team(ctx, team, vec![pages::links(team)], move |look| {
        may_invite(look)?;
        let rows = pages::link_rows(look.rows(0))?;
        let seen = rows.iter().filter(|row| view::sees_link(look.standing(), &row.link, look.now));
        Ok(Links { links: seen.map(|row| shape(ctx, &row.link)).collect() })
    })
}

/// One link with its address, for whoever may see it.
pub async fn link(ctx: &Ctx, team: TeamId, link: LinkId) -> Result<Link, Refusal> {
    let look = look(ctx, team, vec![pages::link_preview(team, link)]).await?;
    let rows = pages::link_rows(look.rows(0))?;
    let seen = rows.first().filter(|row| view::sees_link(look.standing(), &row.link, look.now));
    seen.map(|row| shape(ctx, &row.link)).ok_or_else(|| look.refused(&Denial::NotFound))
}

/// The token in a link's address is derived each time it is shown.
fn shape(ctx: &Ctx, link: &InviteLink) -> Link {
    let token = Token::Link { team: link.team, link: link.id, generation: link.generation }.sign(&ctx.keys);
    Link {
        id: link.id.to_string(),
        project: convert::project_id(link.place),
        role: link.role.role().map(RoleKey::id).unwrap_or_default(),
        on: link.state == LinkState::On,
        url: format!("{}/join#{token}", ctx.origin),
        expires_at: link.expires_at.map(|at| at.0),
        max_uses: link.max_uses,
        uses: link.uses,
        domain: link.domain.clone(),
        needs_sender: link.orphaned,
    }
}
