//! What a change would do, before it is saved (features S4 and P2). The denial is that of the checks that the real
//! decision makes, as far as a page knows what they look at; prices come from the function that bills.

use crate::access::{Access, Grant, Place, Standing};
use crate::command::Edit;
use crate::decide::{Giver, judge_access, may_invite, remaining};
use crate::denial::Denial;
use crate::generated::catalogue::Plan;
use crate::id::{InvitationId, PersonId, ProjectId};
use crate::limits::HIGHEST_CAP;
use crate::model::Seats;
use crate::permission::PermissionSet;
use crate::plan::Bill;
use crate::seats::{sets_take_seat, takes_seat};
use crate::table::Table;
use crate::time::Timestamp;

/// Plan, cap and seats of a team: known to its owner alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// The plan.
    pub plan: Plan,
    /// How many paid seats are allowed.
    pub cap: u32,
    /// Seats in use.
    pub seats: Seats,
}

/// Somebody in the team, as a page knows them.
#[derive(Clone, Copy, Debug)]
pub struct Who<'a> {
    /// Who.
    pub person: PersonId,
    /// What they are.
    pub standing: Standing<'a>,
}

/// A change of access that is being thought of.
#[derive(Clone, Debug)]
pub struct AccessAsk<'a> {
    /// Who would save it.
    pub actor: Who<'a>,
    /// Whose access.
    pub member: Who<'a>,
    /// The edits, as they would be sent.
    pub edits: &'a [Edit],
    /// The cap that the owner would confirm with it.
    pub raise_cap: Option<u32>,
    /// What the team pays, if the actor may know it.
    pub money: Option<Money>,
    /// What the member gives by pending invitations that the page knows of: they may lose their sender.
    pub gives: &'a [Given],
}

/// Whether somebody who loses this project, or leaves it, leaves the team with it: it is the last of theirs.
#[must_use]
pub fn leaves_team(standing: Standing<'_>, project: ProjectId, now: Timestamp) -> bool {
    matches!(standing, Standing::Member(access) if remaining(access, project, now).is_none())
}

/// What a member gives at one place, by a pending invitation of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// The invitation.
    pub invitation: InvitationId,
    /// Where.
    pub place: Place,
    /// What.
    pub grant: Grant,
}

/// What changes at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceDiff {
    /// Where.
    pub place: Place,
    /// What would be held there that is not now.
    pub gained: PermissionSet,
    /// What would no longer be held there.
    pub lost: PermissionSet,
}

/// What a month costs before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// Now.
    pub before: Bill,
    /// Afterwards; for an invitation, once it is accepted.
    pub after: Bill,
    /// The cap that it needs, when that is more than there is.
    pub needed_cap: Option<u32>,
}

/// What saving a change of access would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessPreview {
    /// The member's access afterwards.
    pub after: Access,
    /// The places at which something changes. A project with no access of its own goes with the team.
    pub places: Vec<PlaceDiff>,
    /// Whether the member takes a seat before and after.
    pub seat: (bool, bool),
    /// The price, for those who may know it.
    pub price: Option<Price>,
    /// Pending invitations of the member's that would stop opening, of those that were asked about.
    pub orphaned: Vec<InvitationId>,
    /// Why it could not be saved.
    pub denial: Option<Denial>,
}

/// What a change of access would do, and whether it could be saved.
#[must_use]
pub fn access(ask: &AccessAsk<'_>, now: Timestamp) -> AccessPreview {
    let before = match ask.member.standing {
        Standing::Member(access) => access.clone(),
        Standing::Owner | Standing::Outsider => Access::default(),
    };
    let after = ask.edits.iter().fold(before.clone(), |access, (place, grant)| access.with(*place, *grant));
    let seat = (takes_seat(&before, now), takes_seat(&after, now));
    let price = ask.money.map(|money| price_of_seats(money, more_seats(seat)));
    AccessPreview {
        places: diff(&before, &after, now),
        seat,
        price,
        orphaned: orphaned(ask.gives, &after, now),
        denial: judge(ask, &before, now).and_then(|()| room(ask, price)).err(),
        after,
    }
}

/// Whether the edge would let these edits pass, seats left aside.
fn judge(ask: &AccessAsk<'_>, before: &Access, now: Timestamp) -> Result<(), Denial> {
    match (ask.actor.standing, ask.member.standing) {
        (Standing::Outsider, _) => return Err(Denial::NotFound),
        _ if ask.actor.person == ask.member.person => return Err(Denial::OwnAccess),
        (_, Standing::Owner) => return Err(Denial::OwnerUntouchable),
        (_, Standing::Outsider) => return Err(Denial::NotMember),
        (Standing::Owner | Standing::Member(_), Standing::Member(_)) => {}
    }
    judge_access(Giver { standing: ask.actor.standing, now }, before, ask.edits).map(|_| ())
}

/// Whether a seat is free, or the cap that makes room was confirmed.
fn room(ask: &AccessAsk<'_>, price: Option<Price>) -> Result<(), Denial> {
    let Some(Price { after, needed_cap: Some(needed_cap), .. }) = price else { return Ok(()) };
    if ask.raise_cap.is_some_and(|cap| cap >= needed_cap) {
        return Ok(());
    }
    Err(Denial::SeatsFull { needed_cap, total_cents: after.total_cents })
}

fn more_seats((before, after): (bool, bool)) -> i64 {
    i64::from(after).saturating_sub(i64::from(before))
}

fn orphaned(gives: &[Given], after: &Access, now: Timestamp) -> Vec<InvitationId> {
    let lost = |given: &&Given| !may_invite(Standing::Member(after), given.place, given.grant, now);
    gives.iter().filter(lost).map(|given| given.invitation).collect()
}

/// Where, and by what, two accesses differ: at the team, and at each project with an access of its own in either.
#[must_use]
pub fn diff(before: &Access, after: &Access, now: Timestamp) -> Vec<PlaceDiff> {
    let own: Table<_, ()> =
        before.projects.keys().chain(after.projects.keys()).map(|project| (*project, ())).collect();
    let at = |place| {
        let held = |access| Standing::Member(access).held_at(place, now);
        let (held_before, held_after) = (held(before), held(after));
        PlaceDiff { place, gained: held_after.minus(held_before), lost: held_before.minus(held_after) }
    };
    std::iter::once(Place::Team)
        .chain(own.into_keys().map(Place::Project))
        .map(at)
        .filter(|diff| !diff.gained.is_empty() || !diff.lost.is_empty())
        .collect()
}

/// What `invitees` new people would cost, each with these places, once they and all who were invited before them have
/// accepted.
#[must_use]
pub fn invitation(money: Money, places: &[(Place, Grant)], invitees: u32) -> Price {
    let takes = sets_take_seat(places.iter().map(|(_, grant)| grant.holds.set()));
    let Seats { taken, reserved } = money.seats;
    let settled = Seats { taken: taken.saturating_add(reserved), reserved: 0 };
    price_of_seats(Money { seats: settled, ..money }, if takes { i64::from(invitees) } else { 0 })
}

/// The price with `more` seats taken.
fn price_of_seats(money: Money, more: i64) -> Price {
    seats(money, (more, 0))
}

/// The price with so many seats more taken, and reserved.
#[must_use]
pub fn seats(money: Money, (more, reserving): (i64, i64)) -> Price {
    let Seats { taken, reserved } = money.seats;
    let taken_then = add(taken, more);
    let needed = money.plan.cap_for(taken_then.saturating_add(add(reserved, reserving)));
    let grows = more.saturating_add(reserving) > 0;
    Price {
        before: money.plan.bill(taken),
        after: money.plan.bill(taken_then),
        needed_cap: (grows && needed > money.cap).then_some(needed),
    }
}

fn add(count: u32, more: i64) -> u32 {
    let sum = i64::from(count).saturating_add(more).max(0);
    u32::try_from(sum).unwrap_or(u32::MAX)
}

/// What the team would cost with this plan and cap.
///
/// # Errors
/// Why the owner could not change to them.
pub fn plan(money: Money, plan: Plan, cap: u32) -> Result<Price, Denial> {
    if cap > HIGHEST_CAP {
        return Err(Denial::CapTooHigh);
    }
    let Seats { taken, reserved } = money.seats;
    if let Some(limit) = plan.seat_limit(cap).filter(|limit| *limit < taken.saturating_add(reserved)) {
        return Err(Denial::SeatsInUse { taken, reserved, limit });
    }
    Ok(Price { before: money.plan.bill(taken), after: plan.bill(taken), needed_cap: None })
}
