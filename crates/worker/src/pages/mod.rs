//! Pages: every route that only reads. Rows become answers through core's view.

use roster_core::id::{LinkId, TeamId};
use roster_wire::answers::Link;
use roster_wire::problem::{Fault, Problem};

use crate::answer::{Outcome, Refusal};
use crate::ctx::Ctx;

/// Answers a route that reads.
pub async fn answer(_ctx: &Ctx) -> Outcome {
    Err(Fault::NotFound.into())
}

/// One invite link with its address, after a command made or changed it.
pub async fn link(_ctx: &Ctx, _team: TeamId, _link: LinkId) -> Result<Link, Refusal> {
    Err(Fault::NotFound.into())
}

/// Names who can grant what is missing in a problem of this team, if the asker is a member of it.
pub async fn name_granters(_ctx: &Ctx, _team: TeamId, _problem: &mut Problem) -> Result<(), Refusal> {
    Ok(())
}
