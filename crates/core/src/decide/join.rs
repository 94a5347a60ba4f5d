//! Joining by an invite link (I4). A pending invitation to one's address is redeemed instead, with its seat.

use crate::access::{Access, Place};
use crate::change::{Answer, Decision, HistoryKind, Recipient, Template};
use crate::command::Asker;
use crate::denial::Denial;
use crate::facts::Facts;
use crate::id::{LinkId, TeamId};
use crate::model::{InviteLink, LinkState, Member, Person, Sender, Shown, Team};
use crate::time::Timestamp;

use super::act::{Act, unchanged};
use super::giving::sender_gives;
use super::merge;
use super::redeem::{enter, redeem, redeemable, refused_seat};

/// Joins by a link of this generation.
pub fn join(
    facts: &Facts,
    (team, link, generation): (TeamId, LinkId, u32),
    shown: &Shown,
    asker: Asker,
    now: Timestamp,
) -> Result<Decision, Denial> {
    let team = facts.team(team)?;
    let link = facts.links.get(&link).filter(|link| link.team == team.id).ok_or(Denial::NotFound)?;
    check_address(link, generation, now)?;
    let person = facts.signed_in(asker, now)?;
    let member = facts.members.get(&(team.id, person.id));
    if person.id == team.owner || member.is_some_and(Member::is_active) {
        return Ok(unchanged(Answer::NothingNew));
    }
    let pending = facts.pending_to(team.id, &person.address);
    if let Some(invitation) = pending.filter(|invitation| redeemable(facts, invitation, now)) {
        return redeem(facts, (team, invitation), person, shown, now);
    }
    check_open(facts, link, person, now)?;
    if member.is_some_and(|member| member.barred) {
        return Err(Denial::Barred);
    }
    merge::check(facts, team, Some(person), shown, now)?;
    enter_by(facts, team, link, person, now)
}

/// It is on, this is its newest address, in time, and with a use left.
fn check_address(link: &InviteLink, generation: u32, now: Timestamp) -> Result<(), Denial> {
    if generation > link.generation {
        return Err(Denial::NotFound);
    }
    if generation < link.generation {
        return Err(Denial::Replaced);
    }
    if link.state == LinkState::Off {
        return Err(Denial::Withdrawn);
    }
    if link.expires_at.is_some_and(|end| end <= now) {
        return Err(Denial::Expired);
    }
    if link.max_uses.is_some_and(|most| link.uses >= most) {
        return Err(Denial::Used);
    }
    Ok(())
}

/// Its sender can still give it, and it is for this person's domain.
fn check_open(facts: &Facts, link: &InviteLink, person: &Person, now: Timestamp) -> Result<(), Denial> {
    let grant = link.grant();
    if link.orphaned || !sender_gives(facts, link.team, link.sender, link.place, grant, now) {
        return Err(Denial::NeedsSender);
    }
    match &link.domain {
        Some(domain) if domain != person.address.domain() => {
            Err(Denial::WrongDomain { domain: domain.clone() })
        }
        Some(_) | None => Ok(()),
    }
}

fn enter_by(
    facts: &Facts,
    team: &Team,
    link: &InviteLink,
    person: &Person,
    now: Timestamp,
) -> Result<Decision, Denial> {
    let mut act = Act::new(facts, team, Some(person.id), now);
    let grant = link.grant();
    let access = Access::default().with(link.place, Some(grant));
    if let Err(denial) = enter(&mut act, person.id, access) {
        return refused_seat(facts, team, Some(person.id), now, denial);
    }
    act.write_link(InviteLink { uses: link.uses.saturating_add(1), ..link.clone() });
    let mut line = act.line(HistoryKind::Joined);
    line.person = Some(person.id);
    line.after = vec![(link.place, grant)];
    line.note = Some(link.id.to_string());
    act.record(line);
    tell_sender(&mut act, link);
    Ok(act.finish(Answer::Joined { person: person.id, newcomer: false }))
}

fn tell_sender(act: &mut Act<'_>, link: &InviteLink) {
    let sender = match link.sender {
        Sender::Team(_) => act.team.owner,
        Sender::Member(person) => person,
    };
    let mut mail = act.letter(Template::Joined, Recipient::Person(sender));
    mail.project = match link.place {
        Place::Team => None,
        Place::Project(project) => Some(project),
    };
    act.owe(mail);
}
