//! Whose account belongs to which team, and what that keeps from growing (I6, invariant 9).

use roster_core::model::{JoinMode, Person};
use roster_core::{Answer, Command, Lane};

use super::super::handover;
use super::super::naive;
use super::super::tell;

use super::{Seen, actor, check, team_of};

pub(super) fn merging(seen: &Seen<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    out_of_reach(seen, &mut wrong);
    for after in seen.after.rows.people.values() {
        moved(seen, after, &mut wrong);
    }
    for team in seen.before.rows.teams.values() {
        let frozen = naive::parked(seen.before, team.id, team.owner, seen.now);
        let paid = |world: &super::World| {
            let team = &world.rows.teams[&team.id];
            team.plan.cap_for(team.seats.taken + team.seats.reserved)
        };
        check(&mut wrong, !frozen || paid(seen.after) <= paid(seen.before), || {
            format!("9: paid seats of team {} grew while its owner was away", team.id.0)
        });
    }
    wrong
}

/// Nothing in a team of their own is done by somebody whose account belongs to another one.
fn out_of_reach(seen: &Seen<'_>, wrong: &mut Vec<String>) {
    let (Some(team), Some(who)) = (team_of(seen.command), actor(seen.before, seen.asker, seen.now)) else {
        return;
    };
    let nothing = matches!(seen.outcome, Ok(Answer::NothingNew));
    check(wrong, nothing || !naive::parked(seen.before, team, who, seen.now), || {
        format!("9: {} reached a parked team", tell::person(seen.before, who))
    });
}

fn moved(seen: &Seen<'_>, after: &Person, wrong: &mut Vec<String>) {
    let name = || tell::person(seen.after, after.id);
    let before = seen.before.rows.people.get(&after.id);
    let was = naive::merged(seen.before, after.id, seen.now);
    let is = naive::merged(seen.after, after.id, seen.now);
    let team = match seen.command.lane() {
        Lane::Team(team) => Some(team),
        // Taking a project over ends access in the team that gave it.
        Lane::Account | Lane::Content(_) => handover::teams(seen.command).map(|(from, ..)| from),
    };
    check(wrong, was == is || was.is_none() || was == team, || {
        format!("9: {} was let go by another team", name())
    });
    let came = matches!(seen.outcome, Ok(Answer::Joined { person, .. }) if *person == after.id);
    let takes = team.and_then(|team| seen.before.rows.teams.get(&team)).map(|team| team.join_mode);
    if was != is && is.is_some() {
        check(wrong, came && takes == Some(JoinMode::Merge) && is == team && was.is_none(), || {
            format!("9: {} was merged without having agreed", name())
        });
    }
    if came && takes == Some(JoinMode::Merge) {
        // What ended before it was accepted gives nothing, and takes nothing.
        let member = team.and_then(|team| seen.after.rows.members.get(&(team, after.id)));
        let holds = member.and_then(|member| naive::until_when(member, seen.now)).is_some();
        check(wrong, (is == team) == holds, || format!("9: {} came in, and the merge is {is:?}", name()));
        let owned = seen.before.rows.teams.values().filter(|team| team.owner == after.id).map(|team| team.id);
        let told = match seen.command {
            Command::Accept { shown, .. } | Command::Join { shown, .. } => {
                shown.mode == JoinMode::Merge && shown.parks.iter().copied().eq(owned)
            }
            _ => false,
        };
        check(wrong, told, || format!("9: {} was not told what is parked", name()));
    }
    let owned = before.map_or(0, |before| before.owns);
    check(wrong, was.is_none() || after.owns <= owned, || format!("9: {} got a team while merged", name()));
}
