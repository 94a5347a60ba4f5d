//! What has to happen without anybody asking: owed mails go out, what time has ended is committed, and rows that have
//! served their time are deleted.

use roster_core::Timestamp;
use roster_core::id::TeamId;
use roster_store::upkeep::{clean, teams};
use roster_store::{Corrupt, Statement};
use worker::Env;

use crate::answer::log;
use crate::d1::{Database, Failed};

/// Sweeps of a team in one run; one with more that is due than a sweep takes is swept again.
const SWEEPS: u32 = 100;
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
    note(clear_teams(env, now).await);
    note(sweep(env, now).await);
}

fn note(done: Result<(), Failed>) {
    if let Err(failed) = done {
        log(&failed.message);
    }
}

async fn sweep(env: &Env, now: Timestamp) -> Result<(), Failed> {
    let db = Database::of(env)?;
    let mut left = SWEEPS;
    while left > 0 {
        let due = read_teams(&db, clean::teams_due(now, left)).await?;
        let mut swept = false;
        for team in due {
            left = left.saturating_sub(1);
            swept |= crate::forward::sweep(env, &db, team, now).await.is_some_and(|rows| rows > 0);
        }
        if !swept {
            break;
        }
    }
    Ok(())
}

async fn clear_teams(env: &Env, now: Timestamp) -> Result<(), Failed> {
    let db = Database::of(env)?;
    for team in read_teams(&db, teams::deleted(now, DELETED)).await? {
        // One that cannot be cleared does not keep the others.
        note(db.batch(&teams::clear(team, now)).await.map(drop));
    }
    Ok(())
}

async fn read_teams(db: &Database, which: Statement) -> Result<Vec<TeamId>, Failed> {
    let read = db.batch(&[which]).await?;
    let damaged = |corrupt: Corrupt| Failed { message: format!("column {} makes no sense", corrupt.column) };
    clean::teams(read.first().map_or(&[], Vec::as_slice)).map_err(damaged)
}

async fn clean_up(env: &Env, now: Timestamp) -> Result<(), Failed> {
    Database::of(env)?.batch(&clean::outdated(now)).await.map(drop)
}
