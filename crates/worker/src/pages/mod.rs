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
mod reading;
mod roles;
pub mod team;
mod ways_in;
mod work;

use roster_core::Permission;
use roster_core::generated::catalogue;
use roster_core::id::TeamId;
use roster_wire::answers::Health;
use roster_wire::problem::{Fault, Problem};
use roster_wire::{Route, convert};

use crate::answer::{Outcome, Refusal};
use crate::ctx::Ctx;

use reading::Reading;
pub use ways_in::link;

/// Answers a route that reads. A denial names who can grant what is missing.
pub async fn answer(ctx: &Ctx) -> Outcome {
    let outcome = match reading(ctx) {
        Ok(reading) => reading.answer(ctx).await,
        Err(refusal) => Err(refusal),
    };
    let Err(mut refusal) = outcome else { return outcome };
    if refusal.problem.missing.is_some() {
        let team: TeamId = ctx.params.id("team")?;
        name_granters(ctx, team, &mut refusal.problem).await?;
    }
    Err(refusal)
}

/// What each route reads and shows.
fn reading(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    match ctx.route {
        Route::Health => {
            Reading::of(Vec::new(), |_| Ok(Health { ok: true, catalogue: catalogue::DIGEST.to_owned() }))
        }
        Route::GetMe => me::me(ctx),
        Route::ExportMe => export::page(ctx),
        Route::ListSessions => me::sessions(ctx),
        Route::GetSnapshot => team::snapshot(ctx),
        Route::Check => team::check(ctx),
        Route::GetPlan => team::plan(ctx),
        Route::ListMembers => members::list(ctx),
        Route::GetMember => members::one(ctx),
        Route::ListAsks => asks::list(ctx),
        Route::ListRoles => roles::list(ctx),
        Route::GetRole => roles::one(ctx),
        Route::ListInvitations => ways_in::invitations(ctx),
        Route::CheckInvitees => known::invitees(ctx),
        Route::ListJoiners => known::joiners(ctx),
        Route::ListColleagues => known::colleagues(ctx),
        Route::ListLinks => ways_in::links(ctx),
        Route::PreviewJoin => join::preview(ctx),
        Route::GetHandover => handover::of_project(ctx),
        Route::PreviewHandover => handover::preview(ctx),
        Route::ListCards => cards::list(ctx),
        Route::ListProjects => work::projects(ctx),
        Route::GetProject => work::project(ctx),
        Route::ListPosts => work::posts(ctx),
        Route::GetPost => work::post(ctx),
        Route::ListImages => images::list(ctx),
        Route::ListHistory => history::list(ctx),
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
