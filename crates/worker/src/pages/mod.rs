//! Pages: every route that only reads. Each is one round trip: who asks, their standing, and the thing itself. What of it
//! is shown, core's views decide; rows become the contract's shapes here.

mod asks;
mod cards;
mod cursor;
mod export;
mod handover;
mod history;
mod images;
mod join;
mod known;
pub mod look;
mod me;
pub mod members;
mod roles;
pub mod team;
mod ways_in;
mod work;

use roster_core::Permission;
use roster_core::generated::catalogue;
use roster_core::id::TeamId;
use roster_wire::answers::Health;
use roster_wire::json::Shape;
use roster_wire::problem::{Fault, Problem};
use roster_wire::{Route, convert};

use crate::answer::{Outcome, Refusal, Reply};
use crate::ctx::Ctx;

pub use ways_in::link;

/// Answers a route that reads. A denial names who can grant what is missing.
pub async fn answer(ctx: &Ctx) -> Outcome {
    let outcome = of_route(ctx).await;
    let Err(mut refusal) = outcome else { return outcome };
    if refusal.problem.missing.is_some() {
        let team: TeamId = ctx.params.id("team")?;
        name_granters(ctx, team, &mut refusal.problem).await?;
    }
    Err(refusal)
}

async fn of_route(ctx: &Ctx) -> Outcome {
    match ctx.route {
        Route::Health => shaped(Ok(Health { ok: true, catalogue: catalogue::DIGEST.to_owned() })),
        Route::GetMe => shaped(me::me(ctx).await),
        Route::ExportMe => shaped(export::page(ctx).await),
        Route::ListSessions => shaped(me::sessions(ctx).await),
        Route::GetSnapshot => shaped(team::snapshot(ctx).await),
        Route::Check => shaped(team::check(ctx).await),
        Route::GetPlan => shaped(team::plan(ctx).await),
        Route::ListMembers => shaped(members::list(ctx).await),
        Route::GetMember => shaped(members::one(ctx).await),
        Route::ListAsks => shaped(asks::list(ctx).await),
        Route::ListRoles => shaped(roles::list(ctx).await),
        Route::GetRole => shaped(roles::one(ctx).await),
        Route::ListInvitations => shaped(ways_in::invitations(ctx).await),
        Route::CheckInvitees => shaped(known::invitees(ctx).await),
        Route::ListJoiners => shaped(known::joiners(ctx).await),
        Route::ListColleagues => shaped(known::colleagues(ctx).await),
        Route::ListLinks => shaped(ways_in::links(ctx).await),
        Route::PreviewJoin => shaped(join::preview(ctx).await),
        Route::GetHandover => shaped(handover::of_project(ctx).await),
        Route::PreviewHandover => shaped(handover::preview(ctx).await),
        Route::ListCards => shaped(cards::list(ctx).await),
        Route::ListProjects => shaped(work::projects(ctx).await),
        Route::GetProject => shaped(work::project(ctx).await),
        Route::ListPosts => shaped(work::posts(ctx).await),
        Route::GetPost => shaped(work::post(ctx).await),
        Route::ListImages => shaped(images::list(ctx).await),
        Route::ListHistory => shaped(history::list(ctx).await),
        // The others change something, and do not come here.
        _ => Err(Fault::NotFound.into()),
    }
}

/// The longest text that is searched for, in characters.
const LONGEST_SEARCH: usize = 100;

/// What a list is searched for; empty: nothing.
fn search(ctx: &Ctx) -> Result<&str, Refusal> {
    let search = ctx.query("search").unwrap_or_default().trim();
    let short = search.chars().count() <= LONGEST_SEARCH;
    short.then_some(search).ok_or_else(|| Refusal::bad_value("search"))
}

fn shaped<T: Shape>(result: Result<T, Refusal>) -> Outcome {
    result.and_then(|shape| Reply::json(200, &shape))
}

/// Names who can grant what is missing in a problem of this team, if the asker is a member of it.
///
/// # Errors
/// When the database cannot be read.
pub async fn name_granters(ctx: &Ctx, team: TeamId, problem: &mut Problem) -> Result<(), Refusal> {
    let Some(missing) = &problem.missing else { return Ok(()) };
    let Some(permission) = Permission::from_id(&missing.permission) else { return Ok(()) };
    let place = convert::place(missing.project.as_deref())?;
    problem.granters = Some(team::name_granters(ctx, team, permission, place).await?);
    Ok(())
}
