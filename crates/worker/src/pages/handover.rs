//! Handing a project over: what its owner is told before and after offering it, and what the recipient is.

use roster_core::command::{HandoverCommand, Way};
use roster_core::decide::{Offered, check_fits};
use roster_core::denial::Kind;
use roster_core::id::{ProjectId, TeamId};
use roster_core::model::{self, HandoverState};
use roster_core::{Command, Denial, needs};
use roster_store::pages::{self, HandoverRow};
use roster_wire::answers::{self, HandoverPreview, MyHandover, Offer};
use roster_wire::convert;
use roster_wire::problem::Fault;
use roster_wire::shapes::TeamName;

use super::join::signed;
use super::look::refused;
use super::reading::Reading;
use crate::answer::Refusal;
use crate::command::taken;
use crate::ctx::Ctx;

/// `GET /teams/{team}/projects/{project}/handover`: for the owner alone.
pub fn of_project(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let (team, project): (TeamId, ProjectId) = (ctx.params.id("team")?, ctx.params.id("project")?);
    Reading::of_team(ctx, team, vec![pages::offered_project(team, project)], move |look| {
        if !look.is_owner() {
            return Err(look.refused(&Denial::OwnerOnly));
        }
        let facts = roster_store::facts(look.read.first())?;
        let load = *facts.loads.get(&project).ok_or_else(|| look.refused(&Denial::NotFound))?;
        let limit = check_fits(load).err().and_then(|denial| convert::problem(&denial, true).field);
        let undelivered = pages::is_undelivered(look.rows(0))?;
        let offer = facts.handovers.values().next().and_then(|offer| {
            let state = match offer.state {
                HandoverState::Declined { .. } => "declined",
                HandoverState::Accepted { .. } | HandoverState::Withdrawn { .. } => return None,
                HandoverState::Open if offer.has_expired(ctx.now) => "expired",
                HandoverState::Open if offer.sent_by != look.team.owner => "needs_sender",
                HandoverState::Open => "open",
            };
            Some(Offer {
                mail_at: (offer.sent_at > ctx.now).then_some(offer.sent_at.0),
                undelivered,
                ..shown(offer, state)
            })
        });
        Ok(answers::Handover {
            people: load.people,
            invitations: load.invitations,
            posts: load.posts,
            images: load.images,
            limit,
            offer,
        })
    })
}

fn shown(offer: &model::Handover, state: &str) -> Offer {
    Offer {
        id: offer.id.to_string(),
        address: offer.address.as_str().to_owned(),
        state: state.to_owned(),
        sent_at: offer.sent_at.0,
        expires_at: offer.expires_at.0,
        mail_at: None,
        undelivered: false,
    }
}

/// `POST /handover/preview`: what declining would be allowed to see, and no more.
pub fn preview(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let (team, handover, way) = taken(&ctx.shape()?, &ctx.keys)?;
    let command = Command::Handover(team, HandoverCommand::Decline { handover, way });
    let mut batch = roster_store::reads(&needs(&command, ctx.asker, ctx.now));
    batch.push(pages::handover_preview(team, handover));
    Reading::of(batch, move |read| {
        let (last, facts) = read.split_last().ok_or(Fault::NotFound)?;
        let facts = roster_store::facts(facts)?;
        let closed = match Offered::new(&facts, (team, handover), way, ctx.asker, ctx.now) {
            Ok(_) => None,
            Err(Denial::NotFound) => return Err(refused(&Denial::NotFound)),
            Err(Denial::SignInNeeded) if way == Way::List || facts.handovers.is_empty() => {
                return Err(refused(&Denial::SignInNeeded));
            }
            Err(denial) => Some(denial),
        };
        let rows = pages::handover_rows(last)?;
        let row = rows.first().ok_or(Fault::NotFound)?;
        let load = *roster_store::facts([last])?.loads.get(&row.handover.project).ok_or(Fault::NotFound)?;
        let you = facts.signed_in(ctx.asker, ctx.now).ok();
        let own = you.is_some_and(|person| person.address == row.handover.address);
        let gone = closed.as_ref().is_some_and(|denial| denial.kind() == Kind::Gone);
        let told = |text: &str| if gone { String::new() } else { text.to_owned() };
        let address = &row.handover.address;
        Ok(HandoverPreview {
            team: TeamName { id: team.to_string(), name: told(&row.team_name) },
            project_name: told(&row.project_name),
            sender: told(&row.sender_name),
            address: if own { address.as_str().to_owned() } else { address.masked() },
            posts: if gone { 0 } else { load.posts },
            images: if gone { 0 } else { load.images },
            expires_at: row.handover.expires_at.0,
            you: you.map(signed),
            closed: closed.map(|denial| denial.code().to_owned()),
        })
    })
}

/// An offer to one's own address, if it opens as far as can be seen.
pub fn mine(ctx: &Ctx, row: HandoverRow) -> Option<MyHandover> {
    let offer = &row.handover;
    let opens = !offer.has_expired(ctx.now) && row.owner == offer.sent_by;
    opens.then(|| MyHandover {
        id: offer.id.to_string(),
        team: TeamName { id: offer.team.to_string(), name: row.team_name },
        project_name: row.project_name,
        sender: row.sender_name,
        expires_at: offer.expires_at.0,
    })
}
