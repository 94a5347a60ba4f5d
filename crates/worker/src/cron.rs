//! What has to happen without anybody asking: owed mails go out, what time has ended is committed, and rows that have
//! served their time are deleted.

use roster_core::Timestamp;
use roster_store::upkeep::{clean, teams};
use worker::Env;

use crate::answer::log;
use crate::d1::{Database, Failed};

/// Teams that one run sweeps.
const TEAMS: u32 = 100;
/// Deleted teams that one run clears up after.
const DELETED: u32 = 20;

/// What cron does every minute. Each part is tried, whatever became of the others.
pub async fn every_minute(env: &Env, now: Timestamp) {
    clear_up(env, now).await;
    crate::mail::send_due(env, now).await;
    note(clean_up(env, now).await);
    note(crate::images::clear(env, now).await);
}

/// What an account or a team that was deleted leaves behind, and what time has ended.
pub async fn clear_up(env: &Env, now: Timestamp) {
    note(sweep(env, now).await);
    note(clear_teams(env, now).await);
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
        // What remains is swept the next time.
        crate::forward::sweep(env, &db, team, now).await;
    }
    Ok(())
}

async fn clear_teams(env: &Env, now: Timestamp) -> Result<(), Failed> {
    let db = Database::of(env)?;
    let read = db.batch(&[teams::deleted(now, DELETED)]).await?;
    let deleted = clean::teams(read.first().map_or(&[], Vec::as_slice));
    for team in deleted.map_err(|_| Failed { message: "deleted teams make no sense".to_owned() })? {
        db.batch(&teams::clear(team, now)).await?;
    }
    Ok(())
}

async fn clean_up(env: &Env, now: Timestamp) -> Result<(), Failed> {
    Database::of(env)?.batch(&clean::outdated(now)).await.map(drop)
}
