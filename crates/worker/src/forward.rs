//! From the Worker to a team's object and back: what travels, and how long it may take.

use std::pin::pin;
use std::time::Duration;

use futures_util::future::{Either, select};
use roster_core::Timestamp;
use roster_core::id::TeamId;
use roster_wire::problem::Fault;
use roster_wire::shapes::Missing;
use worker::{Delay, Env};

use crate::answer::log;
use crate::crypto::hex;
use crate::ctx::Params;
use crate::d1::{Counts, Database, message_of};
use crate::parse;
use crate::random::Seed;
use crate::run::Settled;

/// How long a call to an object may take before it is answered "busy", under the same key.
const PATIENCE: Duration = Duration::from_secs(10);

/// A command on its way to the object, which makes it of the same source. It travels as lines, the body last.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// What comes back, as lines too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// What became of the command.
    pub settled: Settled,
    /// What its group asked of the database.
    pub counts: Counts,
}

/// An empty line stands for nothing.
fn some(line: &str) -> Option<String> {
    (!line.is_empty()).then(|| line.to_owned())
}

impl Forwarded {
    /// As lines. None of the parts but the body can hold a line's end: a path and a header have none.
    fn to_lines(&self) -> String {
        let params: Vec<String> =
            self.params.0.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let (route, session) = (self.route.as_deref(), self.session.as_deref());
        [
            route.unwrap_or_default(),
            session.unwrap_or_default(),
            &self.key,
            &self.digest,
            &self.seed,
            &self.now.to_string(),
            &params.join("/"),
            &self.body,
        ]
        .join("\n")
    }

    /// Of such lines.
    pub fn of_lines(text: &str) -> Option<Self> {
        let mut lines = text.splitn(8, '\n');
        let mut next = || lines.next();
        let (route, session, key) = (some(next()?), some(next()?), next()?.to_owned());
        let (digest, seed, now) = (next()?.to_owned(), next()?.to_owned(), next()?.parse().ok()?);
        let pair = |pair: &str| pair.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
        let params = Params(next()?.split('/').filter_map(pair).collect());
        Some(Self { route, params, body: next()?.to_owned(), session, key, digest, seed, now })
    }
}

impl Returned {
    /// As lines. What a challenge proved is not among them: no team's command proves an address.
    pub fn to_lines(&self) -> String {
        let Self { settled, counts } = self;
        let missing = settled.missing.as_ref();
        [
            settled.status.to_string().as_str(),
            if settled.mails { "mails" } else { "" },
            missing.map_or("", |missing| &missing.permission),
            missing.and_then(|missing| missing.project.as_deref()).unwrap_or_default(),
            &counts.round_trips.to_string(),
            &counts.rows_read.to_string(),
            &settled.body,
        ]
        .join("\n")
    }

    fn of_lines(text: &str) -> Option<Self> {
        let mut lines = text.splitn(7, '\n');
        let mut next = || lines.next();
        let (status, mails) = (next()?.parse().ok()?, next()? == "mails");
        let (permission, project) = (some(next()?), some(next()?));
        let counts = Counts { round_trips: next()?.parse().ok()?, rows_read: next()?.parse().ok()? };
        let missing = permission.map(|permission| Missing { permission, project });
        let settled = Settled { status, body: next()?.to_owned(), proved: None, missing, mails };
        Some(Self { settled, counts })
    }
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
    db.add(returned.counts);
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
    init.set_body(&forwarded.to_lines().into());
    let request = web_sys::Request::new_with_str_and_init("https://team/", &init)?;
    let response = stub.fetch_with_request(request.into()).await?;
    if response.status_code() != 200 {
        return Err(worker::Error::RustError(format!("the object answered {}", response.status_code())));
    }
    let lines = crate::body::text(&response).await?;
    Returned::of_lines(&lines)
        .ok_or_else(|| worker::Error::RustError("the object answered otherwise".to_owned()))
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
    parse::read::<crate::encode::Swept>(&settled.body).ok().map(|swept| swept.rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_travels_whole() {
        let params = Params(vec![("team".to_owned(), "t".to_owned()), ("post".to_owned(), "p".to_owned())]);
        let mut forwarded = Forwarded {
            route: Some("Join".to_owned()),
            params,
            body: "{\n \"a\": 1\n}\n".to_owned(),
            session: None,
            key: " a key ".to_owned(),
            digest: "d".to_owned(),
            seed: "s".to_owned(),
            now: -5,
        };
        assert_eq!(Forwarded::of_lines(&forwarded.to_lines()).as_ref(), Some(&forwarded));
        forwarded.params = Params::default();
        forwarded.session = Some("x".to_owned());
        assert_eq!(Forwarded::of_lines(&forwarded.to_lines()).as_ref(), Some(&forwarded));
        assert_eq!(Forwarded::of_lines("a\nb"), None);
    }

    #[test]
    fn an_answer_travels_whole() {
        let missing = Missing { permission: "posts.publish".to_owned(), project: None };
        let settled = Settled {
            status: 403,
            body: "{\n}".to_owned(),
            proved: None,
            missing: Some(missing),
            mails: true,
        };
        let returned = Returned { settled, counts: Counts { round_trips: 2, rows_read: 20 } };
        assert_eq!(Returned::of_lines(&returned.to_lines()), Some(returned));
        assert_eq!(Returned::of_lines(""), None);
    }
}
