//! What has to happen without anybody asking: owed mails go out, what time has ended is committed, and rows that have
//! served their time are deleted.

use roster_core::id::TeamId;
use roster_core::model::Digest;
use roster_core::{Asker, Command, Lane, Timestamp};
use roster_store::upkeep::clean;
use roster_store::{Asked, Key};
use worker::Env;

use crate::answer::log;
use crate::crypto::sha256;
use crate::d1::{Database, Failed};
use crate::random::Seed;
use crate::run::run;

/// Teams that one run sweeps.
const TEAMS: u32 = 100;

/// What cron does every minute. Each part is tried, whatever became of the others.
pub async fn every_minute(env: &Env, now: Timestamp) {
    note(sweep(env, now).await);
    crate::mail::send_due(env, now).await;
    note(clean_up(env, now).await);
}

fn note(done: Result<(), Failed>) {
    if let Err(failed) = done {
        log(&failed.message);
    }
}

async fn sweep(env: &Env, now: Timestamp) -> Result<(), Failed> {
    let db = Database::of(env)?;
    let read = db.batch(&[clean::teams_due(now, TEAMS)]).await?;
    let teams = clean::teams(read.first().map_or(&[], Vec::as_slice));
    let damaged = |corrupt: roster_store::Corrupt| Failed {
        message: format!("column {} makes no sense", corrupt.column),
    };
    for team in teams.map_err(damaged)? {
        let settled = run(&db, Lane::Team(team), vec![sweep_of(team)?], now).await;
        if settled.iter().any(|settled| settled.result.is_err()) {
            log(&format!("team {team} is swept again later"));
        }
    }
    Ok(())
}

fn sweep_of(team: TeamId) -> Result<Asked, Failed> {
    let seed = Seed::draw().map_err(|_| Failed { message: "no randomness".to_owned() })?;
    Ok(Asked {
        command: Command::Sweep { team },
        asker: Asker::Clock,
        key: Key(seed.secret("key")),
        body: Digest(sha256(b"sweep")),
    })
}

async fn clean_up(env: &Env, now: Timestamp) -> Result<(), Failed> {
    Database::of(env)?.batch(&clean::outdated(now)).await.map(drop)
}
