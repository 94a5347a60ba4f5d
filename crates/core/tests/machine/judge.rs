//! Says what is wrong with a step, if anything: over the rows before and after it, with nothing but the naive
//! rules. Each finding names the invariant of DESIGN.md that it breaks.

mod giving;
mod merging;
mod rights;
mod secrets;
mod state;
mod traces;

use std::collections::{BTreeMap, BTreeSet};

use roster_core::access::{Grant, Place};
use roster_core::command::Step;
use roster_core::email::Address;
use roster_core::id::{PersonId, PostId, ProjectId, TeamId};
use roster_core::model::{
    Digest, Invitation, InvitationState, LinkState, Member, MemberState, Sender, Stage,
};
use roster_core::permission::{Group, Scope};
use roster_core::table::Table;
use roster_core::{Answer, Asker, Command, Denial, Lane, Permission, Timestamp};

use super::handover;
use super::naive::{self, Held, Until};
use super::tell;
use super::world::World;

use giving::{givers, redeemed_by};
use merging::merging;
use rights::rights;
use secrets::secrets;
pub use state::state;
use traces::traces;

/// One step.
pub struct Seen<'a> {
    pub before: &'a World,
    pub after: &'a World,
    pub command: &'a Command,
    pub asker: Asker,
    pub outcome: &'a Result<Answer, Denial>,
    pub now: Timestamp,
}

/// All that is wrong with it.
pub fn judge(seen: &Seen<'_>) -> Vec<String> {
    let mut wrong = state(seen.after, seen.now);
    if seen.outcome.is_err() {
        if seen.before != seen.after {
            wrong.push("8: what was refused left a trace".to_owned());
        }
    } else {
        wrong.extend(isolation(seen));
        wrong.extend(givers(seen));
        wrong.extend(secrets(seen));
        wrong.extend(rights(seen));
        wrong.extend(traces(seen));
        wrong.extend(merging(seen));
        wrong.extend(handover::judge(seen));
    }
    wrong
}

fn check(wrong: &mut Vec<String>, holds: bool, tell: impl FnOnce() -> String) {
    if !holds {
        wrong.push(tell());
    }
}

/// Who is behind a session.
pub fn actor(world: &World, asker: Asker, now: Timestamp) -> Option<PersonId> {
    let Asker::Session(digest) = asker else { return None };
    let session = world.rows.sessions.get(&digest)?;
    (session.ended_at.is_none() && now < session.expires_at).then_some(session.person)
}

fn team_of(command: &Command) -> Option<TeamId> {
    match command.lane() {
        Lane::Account => None,
        Lane::Team(team) | Lane::Content(team) => Some(team),
    }
}

/// A command on one team touches no row of another, but for a project that goes from one to the other.
fn isolation(seen: &Seen<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    let two = handover::teams(seen.command).map(|(from, _, into)| [from, into]);
    let spoken = |id: &TeamId| Some(*id) == team_of(seen.command) || two.is_some_and(|two| two.contains(id));
    for id in seen.before.rows.teams.keys().filter(|id| !spoken(id)) {
        let same = same(seen.before, seen.after, *id);
        check(&mut wrong, same, || format!("a command touched team {}, of which it does not speak", id.0));
    }
    wrong
}

/// Whether all that belongs to a team is the same in both.
fn same(a: &World, b: &World, id: TeamId) -> bool {
    let (rows, others) = (&a.rows, &b.rows);
    rows.teams.get(&id) == others.teams.get(&id)
        && a.history.get(&id) == b.history.get(&id)
        && of(&rows.members, |m| m.team == id).eq(of(&others.members, |m| m.team == id))
        && of(&rows.roles, |r| r.team == id).eq(of(&others.roles, |r| r.team == id))
        && of(&rows.projects, |p| p.team == id).eq(of(&others.projects, |p| p.team == id))
        && of(&rows.invitations, |i| i.team == id).eq(of(&others.invitations, |i| i.team == id))
        && of(&rows.links, |l| l.team == id).eq(of(&others.links, |l| l.team == id))
        && of(&rows.asks, |a| a.team == id).eq(of(&others.asks, |a| a.team == id))
        && of(&rows.handovers, |h| h.team == id).eq(of(&others.handovers, |h| h.team == id))
        && of(&rows.images, |i| i.team == id).eq(of(&others.images, |i| i.team == id))
        && of(&rows.posts, |p| p.team == id).eq(of(&others.posts, |p| p.team == id))
}

fn of<K, V>(rows: &Table<K, V>, ours: impl Fn(&V) -> bool) -> impl Iterator<Item = &V> {
    rows.values().filter(move |row| ours(row))
}
