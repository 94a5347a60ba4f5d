//! The sweep: committing what time has ended. It frees seats, keeps the history of it, and tells people; access
//! itself was over at its instant, by comparison.

use crate::access::{Grant, Place};
use crate::change::{Answer, Decision, HistoryKind, Recipient, Template};
use crate::command::Asker;
use crate::denial::Denial;
use crate::facts::Facts;
use crate::id::TeamId;
use crate::model::{Invitation, Member, Team};
use crate::time::Timestamp;

use super::act::{Act, unchanged};
use super::removal;

/// Commits all due rows that were read. Time alone may ask for it.
pub fn sweep(facts: &Facts, team: TeamId, asker: Asker, now: Timestamp) -> Result<Decision, Denial> {
    let team = match asker {
        Asker::Clock => facts.team(team)?,
        Asker::Session(_) | Asker::Nobody => return Err(Denial::NotFound),
    };
    let mut act = Act::new(facts, team, None, now);
    let mut rows: u32 = 0;
    for member in due_members(&act) {
        commit_end(&mut act, &member);
        rows = rows.saturating_add(1);
    }
    for invitation in due_invitations(&act) {
        commit_expiry(&mut act, invitation);
        rows = rows.saturating_add(1);
    }
    if rows == 0 {
        return Ok(unchanged(Answer::Swept { rows }));
    }
    Ok(act.finish(Answer::Swept { rows }))
}

/// Commits due rows that hold a seat until the team is as wanted; whether it came to that.
pub fn until(act: &mut Act<'_>, wanted: impl Fn(&Team) -> bool) -> bool {
    // Who deleted their account is left to the sweep itself, which reads what they gave and asked for too.
    let due = due_members(act).into_iter().filter(|member| member.seat && !member.gone);
    for member in due.collect::<Vec<_>>() {
        commit_end(act, &member);
        if wanted(&act.team) {
            return true;
        }
    }
    for invitation in due_invitations(act) {
        commit_expiry(act, invitation);
        if wanted(&act.team) {
            return true;
        }
    }
    false
}

fn due_members(act: &Act<'_>) -> Vec<Member> {
    let due = |member: &Member| member.is_active() && member.next_end.is_some_and(|end| end <= act.now);
    act.members().into_iter().filter(due).collect()
}

fn due_invitations(act: &Act<'_>) -> Vec<Invitation> {
    let due = |i: &Invitation| i.is_pending() && i.seat && i.has_expired(act.now);
    act.invitations().into_iter().filter(due).collect()
}

fn commit_end(act: &mut Act<'_>, member: &Member) {
    if member.gone {
        return removal::end_as_left(act, member);
    }
    let mut line = act.line(HistoryKind::AccessEnded);
    line.by = None;
    line.person = Some(member.person);
    line.before = ended_now(member, act.now);
    act.record(line);
    let mut mail = act.letter(Template::Ended, Recipient::Person(member.person));
    mail.about = None;
    act.owe(mail);
    act.write_member(Member { next_end: None, ..member.clone() });
}

/// The ends that no sweep had committed before.
fn ended_now(member: &Member, now: Timestamp) -> Vec<(Place, Grant)> {
    let is_due = |grant: &Grant| {
        grant.until.is_some_and(|end| end <= now && member.next_end.is_some_and(|first| first <= end))
    };
    member.access.grants().filter(|(_, grant)| is_due(grant)).collect()
}

fn commit_expiry(act: &mut Act<'_>, invitation: Invitation) {
    let mut line = act.line(HistoryKind::InvitationExpired);
    line.by = None;
    invitation.name_in(&mut line);
    act.record(line);
    act.write_invitation(Invitation { seat: false, ..invitation });
}
