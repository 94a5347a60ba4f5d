//! The routes that change something: a command is made and carried out, by the Worker itself or by the team's object, and
//! what it came to goes out with its cookies. For a team's command the Worker reads nothing before.

use roster_core::email::Address;
use roster_core::id::TeamId;
use roster_core::model::Digest;
use roster_core::{Asker, Command, Denial, Facts, Lane, decide};
use roster_store::{Asked, Key};
use roster_wire::json;
use roster_wire::problem::{Fault, Problem};
use roster_wire::shapes::Missing;
use roster_wire::{Route, convert};
use worker::Context;

use crate::answer::{Outcome, Refusal, Reply};
use crate::command::{Browser, Source, build};
use crate::crypto::sha256;
use crate::ctx::Ctx;
use crate::encode::LinkStands;
use crate::forward::{Forwarded, to_object};
use crate::guard::after_answer;
use crate::random::Seed;
use crate::run::{Ran, Settled, run};
use crate::{cookies, cron, live, mail, pages, parse, text};

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
    let minted = mint(ctx);
    let command = command(ctx, &minted)?;
    needs_nobody(ctx, &command)?;
    let lane = command.lane();
    let settled = match lane {
        Lane::Account | Lane::Content(_) => here(ctx, context, &minted, command).await,
        Lane::Team(team) => to_object(&ctx.env, &ctx.db, team, &forwarded(ctx, &minted)).await,
    };
    if settled.mails && !matches!(lane, Lane::Team(_)) {
        let (env, now) = (ctx.env.clone(), ctx.now);
        after_answer(context, async move { mail::send_due(&env, now).await });
    }
    if settled.status >= 400 {
        return Ok(refusal(ctx, lane, settled).await);
    }
    if matches!(ctx.route, Route::EndAccount | Route::DeleteTeam) {
        let (env, now) = (ctx.env.clone(), ctx.now);
        after_answer(context, async move {
            cron::clear_up(&env, now).await;
            mail::send_due(&env, now).await;
        });
    }
    reply(ctx, &minted, lane, settled).await
}

fn mint(ctx: &Ctx) -> Minted {
    let fresh = ctx.seed;
    let body = body_digest(ctx);
    let mut browser = ctx.cookies.browser(&ctx.keys);
    let new_browser = (browser.is_none() && matches!(ctx.route, Route::StartSignIn | Route::StartAddress))
        .then(|| fresh.secret("browser"));
    if let Some(secret) = &new_browser {
        browser = Some(Digest(sha256(secret.as_bytes())));
    }
    let seed = match &ctx.key {
        Some(key) => fresh.with_session(session_secret(ctx, key, body, browser)),
        None => fresh,
    };
    let key = ctx.key.clone().unwrap_or_else(|| fresh.secret("key"));
    Minted { seed, key: Key(key), body, new_browser, browser }
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
async fn here(ctx: &Ctx, context: &Context, minted: &Minted, command: Command) -> Settled {
    let lane = command.lane();
    let asked = Asked { command, asker: ctx.asker, key: minted.key.clone(), body: minted.body };
    let Ran { settled, news } = run(&ctx.db, lane, vec![asked], ctx.now).await;
    if !news.is_empty() {
        let env = ctx.env.clone();
        after_answer(context, async move { live::tell(&env, news).await });
    }
    settled.into_iter().next().unwrap_or_else(|| Settled::refused(Fault::Broken))
}

fn forwarded(ctx: &Ctx, minted: &Minted) -> Forwarded {
    Forwarded {
        route: Some(ctx.route.id().to_owned()),
        params: ctx.params.clone(),
        body: ctx.body.clone(),
        session: match ctx.asker {
            Asker::Session(digest) => Some(digest.to_string()),
            Asker::Nobody | Asker::Clock => None,
        },
        key: minted.key.0.clone(),
        digest: minted.body.to_string(),
        seed: minted.seed.to_text(),
        now: ctx.now.0,
    }
}

async fn reply(ctx: &Ctx, minted: &Minted, lane: Lane, good: Settled) -> Outcome {
    let mut reply = Reply { status: ctx.route.status(), body: good.body, cookies: Vec::new() };
    match ctx.route {
        Route::StartSignIn | Route::StartAddress => {
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
        Route::SignOut | Route::SignOutEverywhere | Route::EndAccount => {
            reply.cookies.push(cookies::no_session())
        }
        Route::SetLink | Route::RegenerateLink => return with_address(ctx, lane, &reply.body).await,
        _ => {}
    }
    Ok(reply)
}

/// Whether an answer of signing in names the person, and does not ask for confirmation.
fn signs_in(body: &str) -> bool {
    body.starts_with(r#"{"person":"#)
}

/// Whether an answer of joining says that the account is new.
fn made_account(body: &str) -> bool {
    body.contains(r#""newcomer":true"#)
}

/// A link's address is derived when it is shown, and kept nowhere.
async fn with_address(ctx: &Ctx, lane: Lane, body: &str) -> Outcome {
    let stands: LinkStands = parse::read(body)?;
    let link = stands.link.parse().map_err(|_| Refusal::broken("a link without an id"))?;
    let team = team_of(lane).ok_or_else(|| Refusal::broken("a link without a team"))?;
    Reply::json(ctx.route.status(), &pages::link(ctx, team, link).await?)
}

/// The refusal as it was decided, with who can grant what is missing. That read may fail: the refusal stands without.
async fn refusal(ctx: &Ctx, lane: Lane, settled: Settled) -> Reply {
    let mut body = settled.body;
    if let (Some(missing), Some(team)) = (settled.missing, team_of(lane)) {
        body = with_granters(ctx, team, missing, &body).await.unwrap_or(body);
    }
    Reply { status: settled.status, body, cookies: Vec::new() }
}

async fn with_granters(ctx: &Ctx, team: TeamId, missing: Missing, body: &str) -> Option<String> {
    let mut problem = Problem::new(0, "", "");
    problem.missing = Some(missing);
    pages::name_granters(ctx, team, &mut problem).await.ok()?;
    let granters = json::text(&problem.granters?);
    Some(format!("{},\"granters\":{granters}}}", body.strip_suffix('}')?))
}

const fn team_of(lane: Lane) -> Option<TeamId> {
    match lane {
        Lane::Team(team) | Lane::Content(team) => Some(team),
        Lane::Account => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roster_wire::answers::{Joined, SignedIn};

    #[test]
    fn a_session_is_opened_by_what_the_answers_say() {
        let json = |answer: &SignedIn| json::text(answer);
        let person = Some("0000000000001".to_owned());
        assert!(signs_in(&json(&SignedIn { person, newcomer: false, confirm: None })));
        let masked = Some(r#"{"person":"x"}"#.to_owned());
        assert!(!signs_in(&json(&SignedIn { person: None, newcomer: false, confirm: masked })));
        for newcomer in [true, false] {
            let joined = Joined { team: "0000000000001".to_owned(), newcomer, nothing_new: !newcomer };
            assert_eq!(made_account(&json::text(&joined)), newcomer);
        }
    }
}
