//! Accepting, declining, and asking for a new invitation (I2, I6): for the one address that it was sent to, all or
//! nothing, and never lowering what the person has.

use crate::access::Access;
use crate::access::Standing;
use crate::change::{Answer, Decision, HistoryKind, Recipient, TallyKey, Template};
use crate::command::{Asker, Newcomer};
use crate::denial::Denial;
use crate::facts::{Actor, Facts};
use crate::id::{InvitationId, PersonId, TeamId};
use crate::limits::{ASK_AGAIN_MILLIS, DECLINED_MILLIS, MEMBERS_PER_TEAM};
use crate::model::{Invitation, InvitationState, Member, MemberState, Person, Proof, Sender, Shown, Team};
use crate::table::Table;
use crate::time::Timestamp;

use super::act::{Act, unchanged};
use super::giving::{covers, same, sender_gives};
use super::invite::gives;
use super::seat::{self, Payer};
use super::{merge, orphan, sign_in};

/// An invitation that somebody followed, or found in their list.
pub struct Followed<'a> {
    pub facts: &'a Facts,
    pub team: &'a Team,
    pub invitation: &'a Invitation,
    pub asker: Asker,
    /// The counter of the mail; `None`: from the list after sign-in.
    pub counter: Option<u32>,
    pub now: Timestamp,
}

impl<'a> Followed<'a> {
    /// The invitation, if the asker has a way to it: its mail, or its address.
    pub fn new(
        facts: &'a Facts,
        (team, invitation): (TeamId, InvitationId),
        counter: Option<u32>,
        asker: Asker,
        now: Timestamp,
    ) -> Result<Self, Denial> {
        let team = facts.team(team)?;
        let invitation = facts.invitations.get(&invitation).filter(|i| i.team == team.id);
        let followed =
            Self { facts, team, invitation: invitation.ok_or(Denial::NotFound)?, asker, counter, now };
        if counter.is_none() && facts.signed_in(asker, now)?.address != followed.invitation.address {
            return Err(Denial::NotFound);
        }
        Ok(followed)
    }

    /// It waits for the person, and this is its newest mail.
    fn check_open(&self) -> Result<(), Denial> {
        self.check_state()?;
        if self.invitation.has_expired(self.now) { Err(Denial::Expired) } else { Ok(()) }
    }

    fn check_state(&self) -> Result<(), Denial> {
        match self.invitation.state {
            InvitationState::Accepted { .. } => return Err(Denial::Used),
            InvitationState::Withdrawn { .. } => return Err(Denial::Withdrawn),
            InvitationState::Declined { at } if self.is_addressee() => {
                return Err(Denial::Declined { until: at.plus(DECLINED_MILLIS) });
            }
            InvitationState::Declined { .. } => return Err(Denial::Withdrawn),
            InvitationState::Pending => {}
        }
        match self.counter {
            Some(counter) if counter < self.invitation.counter => Err(Denial::Replaced),
            Some(counter) if counter > self.invitation.counter => Err(Denial::NotFound),
            Some(_) | None => Ok(()),
        }
    }

    fn is_addressee(&self) -> bool {
        let person = self.facts.signed_in(self.asker, self.now);
        person.is_ok_and(|person| person.address == self.invitation.address)
    }

    /// The signed-in person, whom it must be for; `None`: nobody is signed in.
    fn addressee(&self) -> Result<Option<&'a Person>, Denial> {
        let masked = || self.invitation.address.masked();
        match self.facts.actor(self.asker, self.now) {
            Actor::Clock => Err(Denial::NotFound),
            Actor::Nobody => Ok(None),
            Actor::Person(..) => {
                let person = self.facts.signed_in(self.asker, self.now)?;
                if person.address == self.invitation.address {
                    Ok(Some(person))
                } else {
                    Err(Denial::WrongPerson { masked: masked() })
                }
            }
        }
    }
}

/// Accepts an invitation. Following its mail proves the mailbox, so an address without an account gets one.
pub fn accept(followed: &Followed<'_>, newcomer: Newcomer, shown: &Shown) -> Result<Decision, Denial> {
    followed.check_open()?;
    let person = followed.addressee()?;
    let address = &followed.invitation.address;
    if person.is_none() && followed.facts.person_at(address).is_some() {
        return Err(Denial::SignInAs { masked: address.masked() });
    }
    if !redeemable(followed.facts, followed.invitation, followed.now) {
        return Err(Denial::NeedsSender);
    }
    match person {
        Some(person) => {
            let Followed { facts, team, invitation, now, .. } = followed;
            redeem(facts, (team, invitation), person, shown, *now)
        }
        None => redeem_as_newcomer(followed, newcomer, shown),
    }
}

/// Whether an invitation opens: it waits, in time, and each of its senders can still give what they sent.
pub fn redeemable(facts: &Facts, invitation: &Invitation, now: Timestamp) -> bool {
    let team = invitation.team;
    invitation.is_pending()
        && !invitation.has_expired(now)
        && invitation.places.iter().all(|place| {
            !place.orphaned && sender_gives(facts, team, place.sender, place.place, place.grant, now)
        })
}

/// Redeems it for somebody with an account.
pub fn redeem(
    facts: &Facts,
    (team, invitation): (&Team, &Invitation),
    person: &Person,
    shown: &Shown,
    now: Timestamp,
) -> Result<Decision, Denial> {
    let known = Some(person);
    let person = person.id;
    let act = Act::new(facts, team, Some(person), now);
    let member = facts.members.get(&(team.id, person)).filter(|member| member.is_active());
    if person == team.owner || member.is_some_and(|member| !adds(invitation, member, now)) {
        return Ok(close(act, invitation, person));
    }
    merge::check(facts, team, known, shown, now)?;
    let joined = Answer::Joined { person, newcomer: false };
    let entered = enter_by(act, invitation, person).map(|act| act.finish(joined));
    entered.or_else(|denial| refused_seat(facts, team, Some(person), now, denial))
}

fn redeem_as_newcomer(
    followed: &Followed<'_>,
    newcomer: Newcomer,
    shown: &Shown,
) -> Result<Decision, Denial> {
    let Followed { facts, team, invitation, now, .. } = followed;
    merge::check(facts, team, None, shown, *now)?;
    let mut act = Act::new(facts, team, Some(newcomer.person), *now);
    act.write_person(sign_in::new_person(newcomer.person, &invitation.address, newcomer.language, *now));
    act.write_session(sign_in::new_session(newcomer.session, newcomer.person, Proof::Invitation, *now));
    let joined = Answer::Joined { person: newcomer.person, newcomer: true };
    let entered = enter_by(act, invitation, newcomer.person).map(|act| act.finish(joined));
    entered.or_else(|denial| refused_seat(facts, team, None, *now, denial))
}

/// Whether it gives at least all that the member holds at each of its places, and more at one.
fn adds(invitation: &Invitation, member: &Member, now: Timestamp) -> bool {
    let held = |place| member.access.grant_at(place);
    let covered = invitation.places.iter().all(|new| covers(new.place, new.grant, held(new.place), now));
    let nothing_new = invitation.places.iter().all(|new| same(Some(new.grant), held(new.place), now));
    covered && !nothing_new
}

/// Closes it without giving anything: its seat is freed, and the sender is told.
pub fn close(mut act: Act<'_>, invitation: &Invitation, person: PersonId) -> Decision {
    accepted(&mut act, invitation, person);
    let mut line = act.line(HistoryKind::InvitationClosed);
    line.person = Some(person);
    act.record(line);
    tell_senders(&mut act, invitation, Template::NothingNew, Some(person));
    act.finish(Answer::NothingNew)
}

/// Lets the person in: the reserved seat becomes their taken one.
fn enter_by<'a>(mut act: Act<'a>, invitation: &Invitation, person: PersonId) -> Result<Act<'a>, Denial> {
    accepted(&mut act, invitation, person);
    let places = gives(invitation);
    let give = |access: Access, (place, grant): &(_, _)| access.with(*place, Some(*grant));
    let old = act.member(person).filter(|member| member.is_active()).map(|m| m.access.clone());
    let access = places.iter().fold(old.clone().unwrap_or_default(), give);
    enter(&mut act, person, access.clone())?;
    if let Some(old) = old {
        orphan::given_by(&mut act, person, Standing::Member(&old), Standing::Member(&access));
    }
    let mut line = act.line(HistoryKind::Accepted);
    line.person = Some(person);
    line.after = places;
    act.record(line);
    tell_senders(&mut act, invitation, Template::Joined, Some(person));
    Ok(act)
}

/// Makes somebody an active member with this access, on a free seat if they need one, and merges their account if
/// the team does that.
pub fn enter(act: &mut Act<'_>, person: PersonId, access: Access) -> Result<(), Denial> {
    let old = act.member(person).cloned();
    let was_active = old.as_ref().is_some_and(Member::is_active);
    if !was_active && act.team.members >= MEMBERS_PER_TEAM {
        return Err(Denial::LimitReached { limit: "members_per_team" });
    }
    let fresh = Member {
        team: act.team.id,
        person,
        state: MemberState::Active,
        access: Access::default(),
        seat: false,
        next_end: None,
        barred: false,
        stamp: act.team.version,
        joined_at: act.now,
        gone: false,
    };
    let member = old.filter(|_| was_active).unwrap_or(fresh);
    seat::give_access(act, &member, access, Payer::Nobody)?;
    merge::merge(act, person);
    Ok(())
}

/// When no seat was free: nothing changes, but that the owner is told, once a day.
pub fn refused_seat(
    facts: &Facts,
    team: &Team,
    person: Option<PersonId>,
    now: Timestamp,
    denial: Denial,
) -> Result<Decision, Denial> {
    if !matches!(denial, Denial::SeatsFull { .. }) {
        return Err(denial);
    }
    let mut act = Act::new(facts, team, person, now);
    let key = TallyKey::SeatRefused(team.id);
    if act.count(&key, now.day()) > 0 {
        return Ok(unchanged(Answer::SeatRefused));
    }
    act.tally(key, now.day());
    act.tell(Template::SeatRefused, team.owner);
    Ok(act.finish(Answer::SeatRefused))
}

fn accepted(act: &mut Act<'_>, invitation: &Invitation, person: PersonId) {
    let state = InvitationState::Accepted { by: person, at: act.now };
    act.write_invitation(Invitation { state, ..invitation.clone() });
}

/// Refuses an invitation; the sender sees it.
pub fn decline(followed: &Followed<'_>) -> Result<Decision, Denial> {
    followed.check_open()?;
    let person = followed.addressee()?.map(|person| person.id);
    let invitation = followed.invitation;
    let mut act = Act::new(followed.facts, followed.team, person, followed.now);
    let mut line = act.line(HistoryKind::InvitationDeclined);
    invitation.name_in(&mut line);
    act.record(line);
    tell_senders(&mut act, invitation, Template::Declined, None);
    let state = InvitationState::Declined { at: followed.now };
    act.write_invitation(Invitation { state, ..invitation.clone() });
    Ok(act.finish(Answer::Done))
}

/// "Ask for a new one", once a day: to the sender or, if they cannot give it any more, to the owner.
pub fn ask_again(followed: &Followed<'_>) -> Result<Decision, Denial> {
    let Followed { facts, team, invitation, now, .. } = followed;
    if followed.counter.is_none_or(|counter| counter > invitation.counter) {
        return Err(Denial::NotFound);
    }
    if matches!(invitation.state, InvitationState::Accepted { .. }) {
        return Err(Denial::Used);
    }
    let again_at = invitation.asked_at.map(|asked| asked.plus(ASK_AGAIN_MILLIS));
    if let Some(again_at) = again_at.filter(|again_at| now < again_at) {
        return Err(Denial::TooOften { again_at });
    }
    let person = followed.addressee()?.map(|person| person.id);
    let mut act = Act::new(facts, team, person, *now);
    let mut line = act.line(HistoryKind::AskedAgain);
    invitation.name_in(&mut line);
    act.record(line);
    let mut mail = act.letter(Template::AskedAgain, Recipient::Person(who_can_send(followed)));
    mail.about = None;
    mail.invitation = Some(invitation.id);
    act.owe(mail);
    act.write_invitation(Invitation { asked_at: Some(*now), ..(*invitation).clone() });
    Ok(act.finish(Answer::Done))
}

fn who_can_send(followed: &Followed<'_>) -> PersonId {
    let Followed { facts, team, invitation, now, .. } = followed;
    let sender = Sender::Member(invitation.sent_by);
    // Who sent the mail may give none of it any more, since others edited it: then they were not even read.
    let gives_some = invitation.places.iter().any(|place| place.sender == sender);
    let gives_all = invitation
        .places
        .iter()
        .all(|place| !place.orphaned && sender_gives(facts, team.id, sender, place.place, place.grant, *now));
    if gives_some && gives_all { invitation.sent_by } else { team.owner }
}

/// Tells each sender once; for what is the team's own, the owner of today.
fn tell_senders(act: &mut Act<'_>, invitation: &Invitation, template: Template, about: Option<PersonId>) {
    let told = |sender: Sender| match sender {
        Sender::Team(_) => act.team.owner,
        Sender::Member(person) => person,
    };
    let people: Table<PersonId, ()> =
        invitation.places.iter().map(|place| (told(place.sender), ())).collect();
    for person in people.into_keys() {
        let mut mail = act.letter(template, Recipient::Person(person));
        mail.about = about;
        mail.invitation = Some(invitation.id);
        act.owe(mail);
    }
}
