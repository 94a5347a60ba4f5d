//! From the Worker to a team's object and back: what travels, and how long it may take.

use std::pin::pin;
use std::time::Duration;

use futures_util::future::{Either, select};
use roster_core::Timestamp;
use roster_core::id::TeamId;
use roster_wire::problem::Fault;
use serde::{Deserialize, Serialize};
use worker::{Delay, Env};

use crate::answer::log;
use crate::crypto::hex;
use crate::ctx::Params;
use crate::d1::{Counts, Database, message_of};
use crate::random::Seed;
use crate::run::Settled;

/// How long a call to an object may take before it is answered "busy", under the same key.
const PATIENCE: Duration = Duration::from_secs(10);

/// A command on its way to the object, which makes it of the same source.
#[derive(Clone, Serialize, Deserialize)]
pub struct Forwarded {
    /// The route's name; none: the sweep, asked by time itself.
    pub route: Option<String>,
    /// What its braces stood for.
    pub params: Params,
    /// The body as it came.
    pub body: String,
    /// The digest of the session's secret.
    pub session: Option<String>,
    /// The key.
    pub key: String,
    /// The digest of what was asked.
    pub digest: String,
    /// What new things are drawn from.
    pub seed: String,
    /// The instant of the request.
    pub now: i64,
}

/// What comes back.
#[derive(Serialize, Deserialize)]
pub struct Returned {
    /// What became of the command.
    pub settled: Settled,
    /// What its group asked of the database: batches, and rows read.
    pub counts: (u32, u32),
}

/// Has the team's object carry a command out.
pub async fn to_object(env: &Env, db: &Database, team: TeamId, forwarded: &Forwarded) -> Settled {
    let call = pin!(call(env, team, forwarded));
    let returned = match select(call, pin!(Delay::from(PATIENCE))).await {
        Either::Left((Ok(returned), _)) => returned,
        Either::Left((Err(error), _)) => {
            log(&message_of(&error));
            return Settled::refused(Fault::Busy);
        }
        Either::Right(_) => return Settled::refused(Fault::Busy),
    };
    let (round_trips, rows_read) = returned.counts;
    db.add(Counts { round_trips, rows_read });
    returned.settled
}

async fn call(env: &Env, team: TeamId, forwarded: &Forwarded) -> worker::Result<Returned> {
    let namespace = env.durable_object("TEAM")?;
    let stub = match env.var("LOCATION_HINT") {
        Ok(hint) => namespace.get_by_name_with_location_hint(&team.to_string(), &hint.to_string())?,
        Err(_) => namespace.get_by_name(&team.to_string())?,
    };
    let init = web_sys::RequestInit::new();
    init.set_method("POST");
    init.set_body(&serde_json::to_string(forwarded)?.into());
    let request = web_sys::Request::new_with_str_and_init("https://team/", &init)?;
    let mut response = stub.fetch_with_request(request.into()).await?;
    if response.status_code() != 200 {
        return Err(worker::Error::RustError(format!("the object answered {}", response.status_code())));
    }
    Ok(serde_json::from_str(&response.text().await?)?)
}

/// Has the team's object commit what time has ended: how many rows it did, if it could.
pub async fn sweep(env: &Env, db: &Database, team: TeamId, now: Timestamp) -> Option<u32> {
    let seed = Seed::draw().ok()?;
    let forwarded = Forwarded {
        route: None,
        params: Params(vec![("team".to_owned(), team.to_string())]),
        body: String::new(),
        session: None,
        key: seed.secret("key"),
        digest: hex(&[0; 32]),
        seed: seed.to_text(),
        now: now.0,
    };
    let settled = to_object(env, db, team, &forwarded).await;
    serde_json::from_str::<crate::encode::Swept>(&settled.body).ok().map(|swept| swept.rows)
}
