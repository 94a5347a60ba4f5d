//! The edge's shell over `roster-core`: routes, sign-in, D1, the team's object, mail, the clock and randomness. Every
//! rule is left to core, every statement to store, every shape to wire.

use d1::Counts;
use worker::{Context, Env, Request, Response, Result, ScheduleContext, ScheduledEvent, event};

mod act;
mod answer;
mod auth;
mod avatars;
mod body;
mod clock;
mod command;
mod config;
mod cookies;
mod cron;
mod crypto;
mod ctx;
mod d1;
#[cfg(feature = "dev")]
mod dev;
mod encode;
mod forward;
mod guard;
mod http;
mod images;
mod limits;
mod live;
mod mail;
mod pages;
mod parse;
mod random;
mod run;
mod seen;
mod team;
mod text;
mod token;

/// Answers every request that is not a file of the page.
#[event(fetch)]
async fn fetch(request: Request, env: Env, context: Context) -> Result<Response> {
    match guard::guard(http::serve(request, env, context)).await {
        Some(response) => response,
        None => answer::respond(Err(answer::Refusal::broken("a request panicked")), Counts::default()),
    }
}

/// What has to happen without anybody asking: owed mails, ended access, old rows.
#[event(scheduled)]
async fn scheduled(_event: ScheduledEvent, env: Env, _context: ScheduleContext) {
    if guard::guard(cron::every_minute(&env, clock::now())).await.is_none() {
        answer::log("what happens every minute panicked");
    }
}
