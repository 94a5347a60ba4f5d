//! The routes that change something: a command is made and carried out, by the Worker itself or by the team's object, and
//! what it came to goes out with its cookies. For a team's command the Worker reads nothing before.

use roster_core::email::Address;
use roster_core::id::TeamId;
use roster_core::model::Digest;
use roster_core::{Asker, Command, Denial, Facts, Lane, decide};
use roster_store::{Asked, Key};
use roster_wire::answers::{Joined, SignedIn};
use roster_wire::problem::Fault;
use roster_wire::{Route, convert};
use worker::Context;

use crate::answer::{Outcome, Refusal, Reply};
use crate::command::{Browser, Source, build};
use crate::crypto::sha256;
use crate::ctx::Ctx;
use crate::encode::LinkStands;
use crate::forward::{Forwarded, to_object};
use crate::random::Seed;
use crate::run::{Good, Settled, run};
use crate::{cookies, mail, pages, text};

/// What one request mints, and under which key it asks.
struct Minted {
    seed: Seed,
    key: Key,
    body: Digest,
    /// A browser's secret that it does not have yet.
    new_browser: Option<String>,
    browser: Option<Digest>,
}

/// Answers a route that changes something.
pub async fn answer(ctx: &Ctx, context: &Context) -> Outcome {
    let minted = mint(ctx)?;
    let command = command(ctx, &minted)?;
    needs_nobody(ctx, &command)?;
    let lane = command.lane();
    let settled = match lane {
        Lane::Account | Lane::Content(_) => here(ctx, &minted, command).await,
        Lane::Team(team) => to_object(&ctx.env, &ctx.db, team, &forwarded(ctx, &minted)).await,
    };
    if settled.mails && !matches!(lane, Lane::Team(_)) {
        let (env, now) = (ctx.env.clone(), ctx.now);
        context.wait_until(async move { mail::send_due(&env, now).await });
    }
    match settled.result {
        Ok(good) => reply(ctx, &minted, lane, good).await,
        Err(refusal) => Err(explained(ctx, lane, refusal).await),
    }
}

fn mint(ctx: &Ctx) -> Result<Minted, Refusal> {
    let fresh = Seed::draw().map_err(|_| Refusal::broken("no randomness"))?;
    let body = body_digest(ctx);
    let mut browser = ctx.cookies.browser(&ctx.keys);
    let new_browser = (browser.is_none() && ctx.route == Route::StartSignIn).then(|| fresh.secret("browser"));
    if let Some(secret) = &new_browser {
        browser = Some(Digest(sha256(secret.as_bytes())));
    }
    let seed = match &ctx.key {
        Some(key) => fresh.with_session(session_secret(ctx, key, body, browser)),
        None => fresh,
    };
    let key = ctx.key.clone().unwrap_or_else(|| fresh.secret("key"));
    Ok(Minted { seed, key: Key(key), body, new_browser, browser })
}

/// What was asked, path and all: a key stands for one thing.
fn body_digest(ctx: &Ctx) -> Digest {
    let params = ctx.params.0.iter().map(|(_, value)| value.as_str());
    let all: Vec<&str> = std::iter::once(ctx.route.id()).chain(params).chain([ctx.body.as_str()]).collect();
    Digest(sha256(all.join("\n").as_bytes()))
}

/// The same browser that repeats the same request under the same key gets the same session.
fn session_secret(ctx: &Ctx, key: &str, body: Digest, browser: Option<Digest>) -> [u8; 32] {
    let browser = browser.map(|digest| digest.to_string()).unwrap_or_default();
    let message = format!("{key}\n{body}\n{browser}");
    ctx.keys.newest("session secret").map_or([0; 32], |(_, secret)| secret.mac(message.as_bytes()))
}

fn command(ctx: &Ctx, minted: &Minted) -> Result<Command, Refusal> {
    let knows = |address: &Address| ctx.cookies.knows(address, &ctx.keys);
    build(&Source {
        route: ctx.route,
        params: &ctx.params,
        body: &ctx.body,
        keys: &ctx.keys,
        seed: minted.seed,
        browser: Browser { digest: minted.browser, knows: &knows },
        ascii_domain: text::ascii_domain,
    })
}

/// What core refuses to a browser that is not signed in, whatever there is to know, is refused before anything is read.
fn needs_nobody(ctx: &Ctx, command: &Command) -> Result<(), Refusal> {
    if ctx.asker != Asker::Nobody {
        return Ok(());
    }
    match decide(command, &Facts::default(), Asker::Nobody, ctx.now) {
        Err(denial @ Denial::SignInNeeded) => Err(convert::problem(&denial, false).into()),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Account and content: the Worker carries it out itself.
async fn here(ctx: &Ctx, minted: &Minted, command: Command) -> Settled {
    let lane = command.lane();
    let asked = Asked { command, asker: ctx.asker, key: minted.key.clone(), body: minted.body };
    let settled = run(&ctx.db, lane, vec![asked], ctx.now).await;
    settled.into_iter().next().unwrap_or_else(|| Settled::refused(Fault::Broken))
}

fn forwarded(ctx: &Ctx, minted: &Minted) -> Forwarded {
    Forwarded {
        route: Some(ctx.route.id().to_owned()),
        params: ctx.params.clone(),
        body: ctx.body.clone(),
        session: match ctx.asker {
            Asker::Session(digest) => Some(digest.0),
            Asker::Nobody | Asker::Clock => None,
        },
        key: minted.key.0.clone(),
        digest: minted.body.0,
        seed: minted.seed,
        now: ctx.now.0,
    }
}

async fn reply(ctx: &Ctx, minted: &Minted, lane: Lane, good: Good) -> Outcome {
    let mut reply = Reply { status: ctx.route.status(), body: good.body, cookies: Vec::new() };
    match ctx.route {
        Route::StartSignIn => {
            reply.cookies.extend(minted.new_browser.as_deref().map(|new| cookies::browser(new, &ctx.keys)));
        }
        Route::SignInByCode | Route::SignInByLink if signs_in(&reply.body) => {
            reply.cookies.push(cookies::session(&minted.seed.session_secret(), &ctx.keys));
            let proved = good.proved.map(Address::stored);
            reply.cookies.extend(proved.and_then(|it| ctx.cookies.known_too(&it, &ctx.keys)));
        }
        Route::Join if made_account(&reply.body) => {
            reply.cookies.push(cookies::session(&minted.seed.session_secret(), &ctx.keys));
        }
        Route::SignOut | Route::SignOutEverywhere => reply.cookies.push(cookies::no_session()),
        Route::SetLink | Route::RegenerateLink => return with_address(ctx, lane, &reply.body).await,
        _ => {}
    }
    Ok(reply)
}

fn signs_in(body: &str) -> bool {
    serde_json::from_str::<SignedIn>(body).is_ok_and(|answer| answer.person.is_some())
}

fn made_account(body: &str) -> bool {
    serde_json::from_str::<Joined>(body).is_ok_and(|answer| answer.newcomer)
}

/// A link's address is derived when it is shown, and kept nowhere.
async fn with_address(ctx: &Ctx, lane: Lane, body: &str) -> Outcome {
    let stands: LinkStands =
        serde_json::from_str(body).map_err(|error| Refusal::broken(&error.to_string()))?;
    let link = stands.link.parse().map_err(|_| Refusal::broken("a link without an id"))?;
    let team = team_of(lane).ok_or_else(|| Refusal::broken("a link without a team"))?;
    Reply::json(ctx.route.status(), &pages::link(ctx, team, link).await?)
}

/// Names who can grant what is missing. That read may fail: the refusal stands without it.
async fn explained(ctx: &Ctx, lane: Lane, mut refusal: Refusal) -> Refusal {
    let asks = matches!(refusal.problem.code.as_str(), "missing_permission" | "not_held");
    if let (true, Some(team)) = (asks, team_of(lane)) {
        // The reason of a failure was logged where it happened.
        let _ = pages::name_granters(ctx, team, &mut refusal.problem).await;
    }
    refusal
}

const fn team_of(lane: Lane) -> Option<TeamId> {
    match lane {
        Lane::Team(team) | Lane::Content(team) => Some(team),
        Lane::Account => None,
    }
}
