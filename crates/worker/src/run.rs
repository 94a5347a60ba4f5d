//! Commands: from a request to an answer.

use roster_wire::problem::Fault;
use worker::Context;

use crate::answer::Outcome;
use crate::ctx::Ctx;

/// Answers a route that changes something.
pub async fn answer(_ctx: &Ctx, _context: &Context) -> Outcome {
    Err(Fault::NotFound.into())
}
