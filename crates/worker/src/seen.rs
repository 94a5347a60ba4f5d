//! When a member was last here ("Last active"): noted beside the answer, never waited for, and lost without harm.

use roster_core::Asker;
use roster_core::id::TeamId;
use roster_core::time::MINUTE;
use roster_store::pages;
use worker::Context;

use crate::answer::log;
use crate::ctx::Ctx;
use crate::d1::Database;

/// Once in this time is often enough.
const EVERY: i64 = 10 * MINUTE;

/// Notes that the asker opened a page of the team.
pub fn note(ctx: &Ctx, context: &Context) {
    let Asker::Session(digest) = ctx.asker else { return };
    let Ok(team) = ctx.params.id::<TeamId>("team") else { return };
    let (env, statement) = (ctx.env.clone(), pages::seen(team, digest, ctx.now, EVERY));
    context.wait_until(async move {
        let Ok(db) = Database::of(&env) else { return };
        if let Err(failed) = db.batch(&[statement]).await {
            log(&failed.message);
        }
    });
}
