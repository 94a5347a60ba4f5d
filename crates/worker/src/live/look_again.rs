//! A room asks the database what its people may do now, tells them, and closes to whoever may not be there.

use roster_core::Timestamp;
use roster_core::access::Place;
use roster_core::id::{PersonId, TeamId};
use roster_core::model::Digest;
use roster_store::{Row, Statement, pages, present};
use roster_wire::answers::{Heard, Snapshot};
use roster_wire::json;
use worker::Env;

use super::Room;
use super::push::EVERYBODY;
use super::room::{people_of, settle, shapes_of};
use super::sockets::{Ending, Opened, Sockets, nothing, say};
use crate::answer::{Refusal, log};
use crate::d1::Database;
use crate::pages::look::Look;
use crate::pages::team::of_look;

/// Who is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// These people, who are told even if nothing of theirs seems new.
    These(Vec<PersonId>),
    /// Everybody, who is told in any case.
    Everybody,
    /// Everybody, who is told what they do not know yet.
    InCase,
}

impl Whom {
    /// As a room is told: everybody, or people by their ids.
    pub fn of_line(line: &str) -> Self {
        match line {
            EVERYBODY => Self::Everybody,
            people => Self::These(people.split(' ').filter_map(|id| id.parse().ok()).collect()),
        }
    }

    fn has(&self, person: PersonId) -> bool {
        match self {
            Self::These(people) => people.contains(&person),
            Self::Everybody | Self::InCase => true,
        }
    }
}

/// What somebody may do in the room.
enum Verdict {
    /// They may be there; this is their access.
    In(Box<Snapshot>),
    /// They may not, and this is what they have in the team.
    Elsewhere(Box<Snapshot>),
    /// They may not be there.
    Out(Ending),
}

/// Sessions that one batch asks about.
const AT_ONCE: usize = 100;

/// Looks at them again.
pub async fn look_again(sockets: &Sockets, env: &Env, room: Room, now: Timestamp, whom: &Whom) {
    let pages = sockets.pages();
    let everybody = people_of(&pages);
    let concerned = pages.iter().filter(|one| whom.has(one.open.page.person));
    let mut sessions: Vec<(TeamId, Digest)> =
        concerned.map(|one| (one.open.team, one.open.session)).collect();
    sessions.sort_unstable();
    sessions.dedup();
    if sessions.is_empty() {
        return note(env, room, &everybody).await;
    }
    let mut verdicts = Vec::new();
    for same_team in sessions.chunk_by(|a, b| a.0 == b.0) {
        for some in same_team.chunks(AT_ONCE) {
            match ask(env, room, &everybody, some, now).await {
                Ok(those) => verdicts.extend(those),
                Err(refusal) => log(&refusal.problem.code),
            }
        }
    }
    tell(sockets, whom, &verdicts);
}

/// Notes that nobody but these is here; if that fails, the next look does it.
async fn note(env: &Env, room: Room, everybody: &[PersonId]) {
    let only = present::only(room.id(), everybody);
    let Ok(db) = Database::of(env) else { return };
    if let Err(failed) = db.batch(&[only]).await {
        log(&failed.message);
    }
}

type Judged = ((TeamId, Digest), Verdict);

/// Notes who is there, and asks about these sessions of one team, in one round trip.
async fn ask(
    env: &Env,
    room: Room,
    everybody: &[PersonId],
    sessions: &[(TeamId, Digest)],
    now: Timestamp,
) -> Result<Vec<Judged>, Refusal> {
    let Some((team, _)) = sessions.first().copied() else { return Ok(Vec::new()) };
    let db = Database::of(env)?;
    let mut batch: Vec<Statement> = vec![
        present::only(room.id(), everybody),
        present::come(room.id(), team, everybody, now),
        pages::granters(team, Place::Team),
        pages::roles(team),
    ];
    batch.extend(match room {
        Room::Project(project) => Some(pages::project(team, project)),
        Room::Team(_) => None,
    });
    let heads = batch.len();
    batch.extend(sessions.iter().map(|(team, session)| pages::viewer(*team, *session)));
    let read = db.batch(&batch).await?;
    let (heads, viewers) = read.split_at_checked(heads).unwrap_or((&[], &[]));
    let one = |(whose, viewer): (&(TeamId, Digest), &[Vec<Row>])| {
        Ok((*whose, judge(room, heads, viewer, *whose, now)?))
    };
    sessions.iter().zip(viewers.chunks(1)).map(one).collect()
}

fn judge(
    room: Room,
    heads: &[Vec<Row>],
    viewer: &[Vec<Row>],
    (team, session): (TeamId, Digest),
    now: Timestamp,
) -> Result<Verdict, Refusal> {
    let head = |at: usize| heads.get(at).map_or(&[][..], Vec::as_slice);
    let facts = roster_store::facts(viewer)?;
    let look = match Look::of(facts, team, session, now) {
        Ok(look) => look,
        Err(refusal) if refusal.problem.status == 401 => return Ok(Verdict::Out(Ending::SignedOut)),
        Err(refusal) if refusal.problem.status == 404 => return Ok(Verdict::Out(Ending::NoAccess)),
        Err(refusal) => return Err(refusal),
    };
    let snapshot = Box::new(of_look(&look, head(2), head(3))?);
    let seen = match room {
        Room::Project(project) => look.sees_project(project, head(4)).is_ok(),
        Room::Team(_) => true,
    };
    Ok(if seen { Verdict::In(snapshot) } else { Verdict::Elsewhere(snapshot) })
}

/// Tells them, as they are by now: while the database was asked, some may have gone or done something else.
fn tell(sockets: &Sockets, whom: &Whom, verdicts: &[Judged]) {
    let before = sockets.pages();
    let mut new = Vec::new();
    for mut one in sockets.pages() {
        let key = (one.open.team, one.open.session);
        let verdict = verdicts.iter().find(|(judged, _)| *judged == key).map(|(_, verdict)| verdict);
        match verdict {
            Some(Verdict::In(snapshot)) => {
                let known = one.open.told;
                one.open.told = Some(snapshot.epoch);
                one.save();
                match known {
                    None => new.push((one, &**snapshot)),
                    Some(epoch) if *whom == Whom::InCase && epoch == snapshot.epoch => {}
                    Some(_) => say_snapshot(&one, snapshot),
                }
            }
            Some(Verdict::Elsewhere(snapshot)) => {
                say_snapshot(&one, snapshot);
                one.shut(Ending::Elsewhere);
            }
            Some(Verdict::Out(ending)) => one.shut(*ending),
            // Nobody could be asked: who was never let in is not let in now.
            None if one.open.told.is_none() && whom.has(one.open.page.person) => one.shut(Ending::TryLater),
            None => {}
        }
    }
    settle(sockets, &before);
    welcome(sockets, &new);
}

fn say_snapshot(one: &Opened, snapshot: &Snapshot) {
    let heard = Heard { snapshot: Some(snapshot.clone()), ..nothing() };
    say(std::iter::once(one), &json::text(&heard));
}

/// The first message of a page: who is there, and its own access.
fn welcome(sockets: &Sockets, new: &[(Opened, &Snapshot)]) {
    if new.is_empty() {
        return;
    }
    let people = shapes_of(&sockets.pages());
    for (one, snapshot) in new {
        let heard = Heard {
            people: Some(people.clone()),
            all: Some(true),
            snapshot: Some((*snapshot).clone()),
            ..nothing()
        };
        say(std::iter::once(one), &json::text(&heard));
    }
}
