//! What cannot be taken back: deleting one's account, and deleting a team. One guarded write makes it true for everybody
//! at once; what is left behind is cleared away later, a bounded part at a time.

use crate::change::{Answer, Change, Decision, HistoryKind, Mail, Recipient, Template};
use crate::denial::Denial;
use crate::email::Address;
use crate::generated::catalogue::Plan;
use crate::model::{Muted, Person, Proof, Session};
use crate::text::Name;
use crate::time::Timestamp;

use super::common::Asking;
use super::transfer::owning;

/// Deletes the account: name and address are gone, every session ends, and the address is free for a new one. What the
/// person made stays where it is, under the name of nobody. Their memberships are ended by the sweep.
pub fn end_account(
    person: &Person,
    session: Session,
    confirmed: &Address,
    now: Timestamp,
) -> Result<Decision, Denial> {
    if session.proof == Proof::Invitation {
        return Err(Denial::CodeNeeded);
    }
    if *confirmed != person.address {
        return Err(Denial::NotConfirmed);
    }
    // Parked ones too: nobody else could open, hand over or delete them.
    if person.owns > 0 {
        return Err(Denial::OwnsTeams);
    }
    let gone = Person {
        address: Address::gone(person.id),
        name: Name::gone(),
        avatar: None,
        merge: None,
        muted: Muted::default(),
        version: person.version.saturating_add(1),
        ..person.clone()
    };
    let to = Recipient::Address(person.address.clone());
    let mail = Mail { about: Some(person.id), ..Mail::new(Template::AccountEnded, to, now) };
    let changes =
        vec![Change::Person(gone), Change::EndSessions { person: person.id, at: now }, Change::Mail(mail)];
    Ok(Decision { changes, answer: Answer::Done })
}

/// Deletes the team: from this commit on it is there for nobody, and costs nothing.
pub fn delete_team(asking: &Asking<'_>, confirmed: &Name) -> Result<Decision, Denial> {
    asking.require_owner()?;
    asking.require_code()?;
    if *confirmed != asking.team.name {
        return Err(Denial::NotConfirmed);
    }
    let mut act = asking.act();
    act.write_person(owning(asking.person, asking.person.owns.saturating_sub(1)));
    let mut line = act.line(HistoryKind::TeamDeleted);
    line.note = Some(asking.team.name.as_str().to_owned());
    act.record(line);
    act.team.epoch = act.team.version;
    (act.team.plan, act.team.cap) = (Plan::Start, 0);
    act.team.deleted_at = Some(asking.now);
    Ok(act.finish(Answer::Done))
}
