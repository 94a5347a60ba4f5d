//! Making and naming a team.

use crate::access::Access;
use crate::change::{Answer, Change, Decision, History, HistoryKind};
use crate::command::Asker;
use crate::denial::Denial;
use crate::facts::Facts;
use crate::generated::catalogue::Plan;
use crate::id::TeamId;
use crate::limits::TEAMS_PER_OWNER;
use crate::model::{JoinMode, Member, MemberState, Person, Seats, Team};
use crate::text::Name;
use crate::time::Timestamp;

use super::act::unchanged;
use super::common::Asking;

/// Makes a team, owned by the asker, on the smallest plan and with no paid seat.
pub fn create(
    facts: &Facts,
    id: TeamId,
    name: &Name,
    asker: Asker,
    now: Timestamp,
) -> Result<Decision, Denial> {
    let person = facts.signed_in(asker, now)?;
    if let Some(team) = person.merged_into(now) {
        return Err(Denial::Merged { team });
    }
    if person.owns >= TEAMS_PER_OWNER {
        return Err(Denial::LimitReached { limit: "teams_per_owner" });
    }
    let owner = Person {
        owns: person.owns.saturating_add(1),
        version: person.version.saturating_add(1),
        ..person.clone()
    };
    let team = fresh(id, name, person, now);
    let member = owner_of(&team, now);
    let line = History {
        note: Some(name.as_str().to_owned()),
        ..History::new(id, now, Some(person.id), HistoryKind::TeamCreated)
    };
    let changes =
        vec![Change::Person(owner), Change::Team(team), Change::Member(member), Change::History(line)];
    Ok(Decision { changes, answer: Answer::Team(id) })
}

fn fresh(id: TeamId, name: &Name, owner: &Person, now: Timestamp) -> Team {
    Team {
        id,
        name: name.clone(),
        owner: owner.id,
        join_mode: JoinMode::default(),
        plan: Plan::Start,
        cap: 0,
        seats: Seats::default(),
        members: 1,
        projects: 0,
        images: 0,
        image_bytes: 0,
        version: 1,
        epoch: 1,
        created_at: now,
        deleted_at: None,
    }
}

/// The owner's own row: no grant, and no seat.
fn owner_of(team: &Team, now: Timestamp) -> Member {
    Member {
        team: team.id,
        person: team.owner,
        state: MemberState::Active,
        access: Access::default(),
        seat: false,
        next_end: None,
        barred: false,
        stamp: team.version,
        joined_at: now,
        gone: false,
    }
}

/// Changes the team's name.
pub fn rename(asking: &Asking<'_>, name: &Name) -> Result<Decision, Denial> {
    asking.require_owner()?;
    if asking.team.name == *name {
        return Ok(unchanged(Answer::Done));
    }
    let mut act = asking.act();
    act.team.name = name.clone();
    let mut line = act.line(HistoryKind::TeamRenamed);
    line.note = Some(name.as_str().to_owned());
    act.record(line);
    Ok(act.finish(Answer::Done))
}
