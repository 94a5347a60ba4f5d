//! Many invitations in one command, each row decided in turn over the same facts and refused alone (I7); colleagues
//! invited by who they are (I5); and editing what a pending invitation gives (I2).

use crate::access::Place;
use crate::change::{Answer, Decision, HistoryKind};
use crate::command::{Asker, Edit, InviteRow, Whom};
use crate::denial::Denial;
use crate::facts::Facts;
use crate::generated::catalogue::Permission;
use crate::id::{InvitationId, PersonId};
use crate::limits::{PLACES_PER_COMMAND, ROWS_PER_COMMAND};
use crate::model::{Invitation, InvitedPlace};
use crate::seats;
use crate::view::{self, Seen};

use super::act::unchanged;
use super::common::Asking;
use super::giving::{check_grant, check_may_invite, check_places, sender_of};
use super::invite::{self, Asked, check_pending, gives, visible};
use super::seat;

/// Invites each row in turn; one that is refused leaves no trace, and costs the others nothing.
pub fn many(
    asking: &Asking<'_>,
    asker: Asker,
    rows: &[InviteRow],
    raise_cap: Option<u32>,
) -> Result<Decision, Denial> {
    if !view::invites_somewhere(asking.standing, asking.now) {
        return Err(Denial::Missing { permission: Permission::TeamInvite, place: Place::Team });
    }
    if rows.is_empty() || rows.len() > ROWS_PER_COMMAND {
        return Err(Denial::LimitReached { limit: "rows_per_command" });
    }
    let mut facts = asking.facts.clone();
    let (mut changes, mut answers) = (Vec::new(), Vec::new());
    for row in rows {
        let decided = one(&Asking::new(&facts, asking.team.id, asker, asking.now)?, row, raise_cap);
        answers.push(decided.map(|decision| {
            facts.apply(&decision.changes);
            one_version(&mut facts, asking);
            changes.extend(decision.changes);
            decision.answer
        }));
    }
    Ok(Decision { changes, answer: Answer::Many(answers) })
}

/// The rows are one command: the team's version grows by one for all of them.
fn one_version(facts: &mut Facts, asking: &Asking<'_>) {
    if let Some(team) = facts.teams.get_mut(&asking.team.id) {
        team.version = asking.team.version;
    }
}

fn one(asking: &Asking<'_>, row: &InviteRow, raise_cap: Option<u32>) -> Result<Decision, Denial> {
    let (address, colleague) = match &row.whom {
        Whom::Unreadable(error) => return Err(Denial::BadAddress(*error)),
        Whom::Address(address) => (address, None),
        Whom::Person(person) => (&known(asking, *person)?.address, Some(*person)),
    };
    let asked = Asked { id: row.invitation, address, colleague, places: &row.places, raise_cap };
    invite::invite(asking, &asked)
}

/// Somebody whom the asker knows: a teammate whom they see, or a colleague. Anybody else is nobody.
fn known<'a>(asking: &Asking<'a>, person: PersonId) -> Result<&'a crate::model::Person, Denial> {
    let facts: &Facts = asking.facts;
    let viewer = Seen { person: asking.person.id, standing: asking.standing };
    let there = Seen { person, standing: facts.standing(asking.team.id, person, asking.now) };
    let shares = |team: &crate::model::Team| {
        let of = |person| facts.members.get(&(team.id, person));
        let both = of(viewer.person).zip(of(person));
        both.is_some_and(|(mine, theirs)| view::shared_since(team.owner, mine, theirs).is_some())
    };
    let known = person != viewer.person
        && (view::sees_member(viewer, there, asking.now) || facts.teams.values().any(shares));
    facts.people.get(&person).filter(|person| known && !person.address.is_gone()).ok_or(Denial::NotFound)
}

/// Changes what a pending invitation gives, place by place: the asker gives what is new. Its mail stands, and so does
/// its expiry.
pub fn edit(
    asking: &Asking<'_>,
    id: InvitationId,
    edits: &[Edit],
    raise_cap: Option<u32>,
) -> Result<Decision, Denial> {
    let pending = visible(asking, id)?;
    check_pending(pending)?;
    check_places(edits.iter().map(|(place, _)| *place))?;
    let mut places = pending.places.clone();
    for edit in asking.edits(edits)? {
        apply(asking, &mut places, edit)?;
    }
    places.sort_by_key(|place| place.place);
    if places.len() > PLACES_PER_COMMAND || places.iter().all(|place| place.grant.holds.set().is_empty()) {
        return Err(Denial::BadPlaces);
    }
    if places == pending.places {
        return Ok(unchanged(Answer::Done));
    }
    write(asking, pending, places, raise_cap)
}

/// What stays as it is keeps its sender; what is new at a place must be the asker's to give.
fn apply(asking: &Asking<'_>, places: &mut Vec<InvitedPlace>, (place, grant): Edit) -> Result<(), Denial> {
    asking.see(place)?;
    asking.require(Permission::TeamInvite, place)?;
    let stands = |old: &InvitedPlace| old.place == place && Some(old.grant) == grant && !old.orphaned;
    if places.iter().any(stands) {
        return Ok(());
    }
    places.retain(|old| old.place != place);
    if let Some(grant) = grant {
        check_grant(place, grant, asking.now)?;
        check_may_invite(asking, place, grant)?;
        places.push(InvitedPlace { place, grant, sender: sender_of(asking), orphaned: false });
    }
    Ok(())
}

/// One that has expired reserves no seat anew: "Send again" does.
fn write(
    asking: &Asking<'_>,
    pending: &Invitation,
    places: Vec<InvitedPlace>,
    raise_cap: Option<u32>,
) -> Result<Decision, Denial> {
    let mut act = asking.act();
    let mut invitation = Invitation { places, ..pending.clone() };
    let mut line = act.line(HistoryKind::InvitationChanged);
    invitation.name_in(&mut line);
    line.before = gives(pending);
    line.after = gives(&invitation);
    act.record(line);
    if pending.has_expired(asking.now) {
        let live = invitation.places.iter().map(|place| place.grant.live(asking.now));
        invitation.seat &= seats::sets_take_seat(live);
        act.write_invitation(invitation);
    } else {
        seat::reserve(&mut act, invitation, seat::payer(asking, raise_cap))?;
    }
    Ok(act.finish(Answer::Done))
}
