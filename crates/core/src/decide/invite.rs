//! Inviting an address, sending again, taking back (I2, I3): one pending invitation for each address and team, each
//! of its places with who gives it.

use crate::access::{Access, Grant, Place, Standing};
use crate::change::{Answer, Decision, HistoryKind, Recipient, TallyKey, Template};
use crate::denial::Denial;
use crate::email::Address;
use crate::generated::catalogue::Permission;
use crate::id::{InvitationId, PersonId};
use crate::limits::{
    DECLINED_MILLIS, INVITATION_MILLIS, INVITATIONS_PER_SENDER_AND_DAY, INVITATIONS_PER_TEAM_AND_DAY,
    MAILS_PER_ADDRESS_AND_DAY, PLACES_PER_COMMAND, RESEND_MILLIS,
};
use crate::model::{Invitation, InvitationState, InvitedPlace, Member};
use crate::time::Timestamp;

use super::act::Act;
use super::common::Asking;
use super::giving::{check_grant, check_may_invite, check_places, covers, same, sender_of};
use super::{orphan, seat};

/// What `Invite` asks for.
pub struct Asked<'c> {
    pub id: InvitationId,
    pub address: &'c Address,
    /// Whom the asker invites by who they are, not by the address.
    pub colleague: Option<PersonId>,
    pub places: &'c [(Place, Grant)],
    pub raise_cap: Option<u32>,
}

/// Invites an address, or changes its pending invitation; somebody already in the team is added at once.
pub fn invite(asking: &Asking<'_>, asked: &Asked<'_>) -> Result<Decision, Denial> {
    check_places(asked.places.iter().map(|(place, _)| *place))?;
    for (place, _) in asked.places {
        asking.see(*place)?;
        asking.require(Permission::TeamInvite, *place)?;
    }
    let places = asking.places(asked.places)?;
    let asked = &Asked { places: &places, ..*asked };
    for (place, grant) in asked.places {
        check_grant(*place, *grant, asking.now)?;
        check_may_invite(asking, *place, *grant)?;
    }
    if asked.places.iter().all(|(_, grant)| grant.holds.set().is_empty()) {
        return Err(Denial::BadPlaces);
    }
    if let Some(person) = asking.facts.person_at(asked.address) {
        match asking.facts.members.get(&(asking.team.id, person.id)).filter(|m| m.is_active()) {
            Some(member) => return include(asking, member, asked),
            None if person.id == asking.team.owner => return Err(Denial::AlreadyMember),
            None => {}
        }
    }
    match asking.facts.pending_to(asking.team.id, asked.address) {
        Some(pending) => change(asking, pending, asked),
        None => invite_anew(asking, asked),
    }
}

fn invite_anew(asking: &Asking<'_>, asked: &Asked<'_>) -> Result<Decision, Denial> {
    check_not_declined(asking, asked.address)?;
    let mut act = asking.act();
    count_new(&mut act, asking.person.id)?;
    let previous = asking
        .facts
        .invitations
        .values()
        .filter(|i| i.team == asking.team.id && i.address == *asked.address && i.sent_at <= asking.now);
    let last = previous.map(|invitation| invitation.sent_at).max();
    let invitation = Invitation {
        id: asked.id,
        team: asking.team.id,
        address: asked.address.clone(),
        colleague: asked.colleague,
        state: InvitationState::Pending,
        places: invited(asking, asked.places),
        seat: false,
        counter: 0,
        sent_by: asking.person.id,
        sent_at: last.unwrap_or(Timestamp(0)),
        expires_at: asking.now.plus(INVITATION_MILLIS),
        asked_at: None,
    };
    send(asking, act, invitation, HistoryKind::Invited, asked.raise_cap)
}

/// Changes the pending one: the same place is replaced, the others stay with their senders. What the asker could not
/// send again is not given new life by it: while it is open it keeps the expiry that it had, and once that is over it
/// falls away (invariant 2). What lost its sender is adopted, or nothing is sent that could not be accepted.
fn change(asking: &Asking<'_>, pending: &Invitation, asked: &Asked<'_>) -> Result<Decision, Denial> {
    let replaced = |place: &InvitedPlace| asked.places.iter().any(|(new, _)| *new == place.place);
    let resendable = |place: &InvitedPlace| {
        !place.grant.has_ended(asking.now) && check_may_invite(asking, place.place, place.grant).is_ok()
    };
    let mut invitation = pending.clone();
    invitation.places.retain(|place| !replaced(place));
    let mut expires_at = asking.now.plus(INVITATION_MILLIS);
    if pending.has_expired(asking.now) {
        invitation.places.retain(resendable);
        invitation.places.iter_mut().for_each(|place| adopt(asking, place));
    } else {
        if !invitation.places.iter().all(resendable) {
            expires_at = pending.expires_at;
        }
        for place in invitation.places.iter_mut().filter(|place| place.orphaned) {
            if !resendable(place) {
                return Err(Denial::NeedsSender);
            }
            adopt(asking, place);
        }
    }
    invitation.places.extend(invited(asking, asked.places));
    invitation.places.sort_by_key(|place| place.place);
    if invitation.places.len() > PLACES_PER_COMMAND {
        return Err(Denial::BadPlaces);
    }
    invitation.expires_at = expires_at;
    send(asking, asking.act(), invitation, HistoryKind::InvitationChanged, asked.raise_cap)
}

/// The asker gives this place from now on.
fn adopt(asking: &Asking<'_>, place: &mut InvitedPlace) {
    place.sender = sender_of(asking);
    place.orphaned = false;
}

/// Sends a pending invitation again: the asker, who must hold all it gives, becomes its sender everywhere.
pub fn resend(asking: &Asking<'_>, id: InvitationId, raise_cap: Option<u32>) -> Result<Decision, Denial> {
    let mut invitation = visible(asking, id)?.clone();
    check_pending(&invitation)?;
    for place in &mut invitation.places {
        if place.grant.has_ended(asking.now) {
            return Err(Denial::BadEnd);
        }
        check_may_invite(asking, place.place, place.grant)?;
        adopt(asking, place);
    }
    invitation.expires_at = asking.now.plus(INVITATION_MILLIS);
    send(asking, asking.act(), invitation, HistoryKind::InvitationResent, raise_cap)
}

/// Takes a pending invitation back.
pub fn withdraw(asking: &Asking<'_>, id: InvitationId) -> Result<Decision, Denial> {
    let invitation = visible(asking, id)?;
    for place in &invitation.places {
        asking.require(Permission::TeamInvite, place.place)?;
    }
    check_pending(invitation)?;
    let mut act = asking.act();
    let mut line = act.line(HistoryKind::InvitationWithdrawn);
    invitation.name_in(&mut line);
    line.before = gives(invitation);
    act.record(line);
    let state = InvitationState::Withdrawn { at: asking.now };
    act.write_invitation(Invitation { state, ..invitation.clone() });
    Ok(act.finish(Answer::Done))
}

/// An invitation of the team that exists for the asker: they may invite to one of its places at least.
pub fn visible<'a>(asking: &Asking<'a>, id: InvitationId) -> Result<&'a Invitation, Denial> {
    let invitation = asking.facts.invitations.get(&id).filter(|i| i.team == asking.team.id);
    let may = |place: &InvitedPlace| asking.standing.can(Permission::TeamInvite, place.place, asking.now);
    invitation.filter(|invitation| invitation.places.iter().any(may)).ok_or(Denial::NotFound)
}

pub const fn check_pending(invitation: &Invitation) -> Result<(), Denial> {
    match invitation.state {
        InvitationState::Pending => Ok(()),
        InvitationState::Accepted { .. } => Err(Denial::Used),
        InvitationState::Declined { .. } | InvitationState::Withdrawn { .. } => Err(Denial::Withdrawn),
    }
}

/// No new invitation for 30 days after the person refused one, unless they asked for it.
fn check_not_declined(asking: &Asking<'_>, address: &Address) -> Result<(), Denial> {
    let ours = |i: &&Invitation| i.team == asking.team.id && i.address == *address;
    let refused = asking.facts.invitations.values().filter(ours).filter_map(|i| match i.state {
        InvitationState::Declined { at } if i.asked_at.is_none_or(|asked| asked < at) => Some(at),
        InvitationState::Declined { .. }
        | InvitationState::Pending
        | InvitationState::Accepted { .. }
        | InvitationState::Withdrawn { .. } => None,
    });
    match refused.max().map(|at| at.plus(DECLINED_MILLIS)) {
        Some(until) if asking.now < until => Err(Denial::Declined { until }),
        Some(_) | None => Ok(()),
    }
}

pub fn count_new(act: &mut Act<'_>, sender: PersonId) -> Result<(), Denial> {
    let day = act.now.day();
    let limits = [
        (TallyKey::InvitationsBy(sender), INVITATIONS_PER_SENDER_AND_DAY),
        (TallyKey::InvitationsOf(act.team.id), INVITATIONS_PER_TEAM_AND_DAY),
    ];
    for (key, limit) in limits {
        if act.count(&key, day) >= limit {
            return Err(Denial::TooOften { again_at: act.now.next_day() });
        }
        act.tally(key, day);
    }
    Ok(())
}

fn invited(asking: &Asking<'_>, places: &[(Place, Grant)]) -> Vec<InvitedPlace> {
    let sender = sender_of(asking);
    let invited = |(place, grant): &(Place, Grant)| InvitedPlace {
        place: *place,
        grant: *grant,
        sender,
        orphaned: false,
    };
    let mut invited: Vec<InvitedPlace> = places.iter().map(invited).collect();
    invited.sort_by_key(|place| place.place);
    invited
}

/// What an invitation gives, as history tells it.
pub fn gives(invitation: &Invitation) -> Vec<(Place, Grant)> {
    invitation.places.iter().map(|place| (place.place, place.grant)).collect()
}

/// Sends it: a new token, a seat if it needs one, and a mail that may have to wait.
fn send(
    asking: &Asking<'_>,
    mut act: Act<'_>,
    mut invitation: Invitation,
    kind: HistoryKind,
    raise_cap: Option<u32>,
) -> Result<Decision, Denial> {
    let mail_at = next_mail(&mut act, invitation.sent_at, &invitation.address)?;
    invitation.counter = invitation.counter.saturating_add(1);
    invitation.sent_by = asking.person.id;
    invitation.sent_at = mail_at;
    let mut line = act.line(kind);
    invitation.name_in(&mut line);
    line.after = gives(&invitation);
    act.record(line);
    let mut mail = act.letter(Template::Invitation, Recipient::Address(invitation.address.clone()));
    mail.invitation = Some(invitation.id);
    mail.counter = invitation.counter;
    mail.due_at = mail_at;
    act.owe(mail);
    let id = invitation.id;
    seat::reserve(&mut act, invitation, seat::payer(asking, raise_cap))?;
    Ok(act.finish(Answer::Invited { invitation: id, mail_at }))
}

/// When the next mail to the address may go out, and the counting of it: at most one a minute and five a day. A
/// mail that still waits is replaced, in its place.
pub fn next_mail(act: &mut Act<'_>, sent_at: Timestamp, address: &Address) -> Result<Timestamp, Denial> {
    if sent_at > act.now {
        return Ok(sent_at);
    }
    let tomorrow = act.now.next_day();
    let earliest = act.now.max(sent_at.plus(RESEND_MILLIS));
    let key = TallyKey::MailsTo(address.clone());
    for at in [earliest, earliest.max(tomorrow)] {
        if act.count(&key, at.day()) < MAILS_PER_ADDRESS_AND_DAY {
            act.tally(key, at.day());
            return Ok(at);
        }
    }
    Err(Denial::TooOften { again_at: tomorrow })
}

/// Somebody already in the team is added to projects at once, never with less than they hold there.
fn include(asking: &Asking<'_>, member: &Member, asked: &Asked<'_>) -> Result<Decision, Denial> {
    let held = |place: Place| member.access.grant_at(place);
    let adds = asked.places.iter().all(|(place, grant)| {
        matches!(place, Place::Project(_)) && covers(*place, *grant, held(*place), asking.now)
    });
    let nothing_new = asked.places.iter().all(|(place, grant)| same(Some(*grant), held(*place), asking.now));
    let untouchable = [asking.team.owner, asking.person.id].contains(&member.person);
    if untouchable || !adds || nothing_new {
        return Err(Denial::AlreadyMember);
    }
    let mut act = asking.act();
    let add = |access: Access, (place, grant): &(Place, Grant)| access.with(*place, Some(*grant));
    let access = asked.places.iter().fold(member.access.clone(), add);
    seat::give_access(&mut act, member, access.clone(), seat::payer(asking, asked.raise_cap))?;
    let before = Standing::Member(&member.access);
    orphan::given_by(&mut act, member.person, before, Standing::Member(&access));
    record_included(&mut act, member, asked);
    Ok(act.finish(Answer::Included { person: member.person }))
}

fn record_included(act: &mut Act<'_>, member: &Member, asked: &Asked<'_>) {
    let mut line = act.line(HistoryKind::Included);
    line.person = Some(member.person);
    line.after = asked.places.to_vec();
    act.record(line);
    for (place, _) in asked.places {
        let mut mail = act.letter(Template::Included, Recipient::Person(member.person));
        mail.project = match place {
            Place::Team => None,
            Place::Project(project) => Some(*project),
        };
        act.owe(mail);
    }
}
