//! Merging (I6): whose accounts a team takes, and that nobody's is taken by a click on a page that said otherwise.
//! What a merge does is in [`crate::Facts::standing`]; when it ends, in [`Act::write_member`].

use crate::change::{Answer, Decision, HistoryKind};
use crate::command::Asker;
use crate::denial::Denial;
use crate::facts::Facts;
use crate::id::{PersonId, TeamId};
use crate::model::{JoinMode, Merge, Person, Shown, Team};
use crate::time::Timestamp;

use super::act::{Act, unchanged};
use super::common::Asking;

/// Says what becomes of the accounts of those who accept from now on.
pub fn set_mode(asking: &Asking<'_>, mode: JoinMode) -> Result<Decision, Denial> {
    asking.require_owner()?;
    if asking.team.join_mode == mode {
        return Ok(unchanged(Answer::Done));
    }
    let mut act = asking.act();
    act.team.join_mode = mode;
    let mut line = act.line(HistoryKind::JoinModeChanged);
    line.note = Some(mode.id().to_owned());
    act.record(line);
    Ok(act.finish(Answer::Done))
}

/// What the page has to say to whoever is about to accept: read with the needs of an acceptance in mode
/// [`JoinMode::Merge`], so that the teams that they own are there.
#[must_use]
pub fn would_show(facts: &Facts, team: TeamId, asker: Asker, now: Timestamp) -> Shown {
    let mode = facts.teams.get(&team).map(|team| team.join_mode).unwrap_or_default();
    let parks = match mode {
        JoinMode::SideBySide => Vec::new(),
        JoinMode::Merge => {
            facts.signed_in(asker, now).map(|person| owned(facts, person.id)).unwrap_or_default()
        }
    };
    Shown { mode, parks }
}

/// The page said what is so, and the account is not merged elsewhere: one leaves that team first.
pub fn check(
    facts: &Facts,
    team: &Team,
    person: Option<&Person>,
    shown: &Shown,
    now: Timestamp,
) -> Result<(), Denial> {
    if shown.mode != team.join_mode {
        return Err(Denial::Changed);
    }
    let parks = match team.join_mode {
        JoinMode::SideBySide => Vec::new(),
        JoinMode::Merge => {
            let elsewhere = person.and_then(|person| person.merged_into(now)).filter(|into| *into != team.id);
            if let Some(team) = elsewhere {
                return Err(Denial::Merged { team });
            }
            person.map(|person| owned(facts, person.id)).unwrap_or_default()
        }
    };
    if shown.parks == parks { Ok(()) } else { Err(Denial::Changed) }
}

/// The teams that somebody owns, of those that were read, by their ids.
fn owned(facts: &Facts, person: PersonId) -> Vec<TeamId> {
    facts
        .teams
        .values()
        .filter(|team| team.owner == person && team.deleted_at.is_none())
        .map(|team| team.id)
        .collect()
}

/// Merges the account of somebody who came in just now, if the team does that.
pub fn merge(act: &mut Act<'_>, person: PersonId) {
    let access = act.member(person).map(|member| &member.access);
    let merge = access.and_then(|access| Merge::by(act.team.id, access, act.now));
    let known = act.person(person).and_then(|person| person.merged_into(act.now));
    if act.team.join_mode == JoinMode::SideBySide || known == merge.map(|merge| merge.into) {
        return;
    }
    act.set_merge(person, merge);
    let mut line = act.line(HistoryKind::Merged);
    line.person = Some(person);
    act.record(line);
}
