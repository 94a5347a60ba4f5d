//! Taking and reserving seats (invariant 3): a free one, one that is due, or one more that the owner pays for.

use crate::access::Access;
use crate::change::HistoryKind;
use crate::denial::Denial;
use crate::limits::HIGHEST_CAP;
use crate::model::{Invitation, Member, Proof, Team};
use crate::seats;

use super::act::Act;
use super::common::Asking;
use super::sweep;

/// Who pays when no seat is free.
#[derive(Clone, Copy)]
pub enum Payer {
    /// The owner, who confirmed the price of this cap.
    Owner {
        /// Paid seats.
        cap: u32,
        /// How they are signed in.
        proof: Proof,
    },
    /// Nobody: there must be a free seat.
    Nobody,
}

/// Who pays for what the asker does: only the owner can confirm a price.
pub const fn payer(asking: &Asking<'_>, raise_cap: Option<u32>) -> Payer {
    match raise_cap {
        Some(cap) if asking.is_owner() => Payer::Owner { cap, proof: asking.session.proof },
        Some(_) | None => Payer::Nobody,
    }
}

/// Writes a member who gets `access`, taking a seat for them if they need one and have none.
pub fn give_access(act: &mut Act<'_>, member: &Member, access: Access, payer: Payer) -> Result<(), Denial> {
    let has_seat = act.member(member.person).is_some_and(|old| old.seat);
    if seats::takes_seat(&access, act.now) && act.team.owner != member.person && !has_seat {
        make_room(act, 1, payer)?;
    }
    act.write_member(Member { access, ..member.clone() });
    Ok(())
}

/// Writes an invitation, reserving a seat for it if it gives one and reserves none.
pub fn reserve(act: &mut Act<'_>, mut invitation: Invitation, payer: Payer) -> Result<(), Denial> {
    let now = act.now;
    let wanted = seats::sets_take_seat(invitation.places.iter().map(|place| place.grant.live(now)));
    let reserved = act.invitation(invitation.id).is_some_and(|old| old.seat);
    if wanted && !reserved {
        make_room(act, 1, payer)?;
    }
    invitation.seat = wanted;
    act.write_invitation(invitation);
    Ok(())
}

/// Makes room for some more seats: sweeps as many due rows as that needs, then asks the payer. While the team is parked
/// its paid seats do not grow: whoever pays for them cannot be asked.
pub fn make_room(act: &mut Act<'_>, seats: u32, payer: Payer) -> Result<(), Denial> {
    let parked = act.facts.is_parked(&act.team, act.now);
    let limit = move |team: &Team| if parked { team.plan.seat_limit(0) } else { team.seat_limit() };
    let has_room = |team: &Team| limit(team).is_none_or(|limit| in_use(team).saturating_add(seats) <= limit);
    if has_room(&act.team) || sweep::until(act, has_room) {
        return Ok(());
    }
    let wanted = in_use(&act.team).saturating_add(seats);
    let needed_cap = act.team.plan.cap_for(wanted);
    match payer {
        Payer::Owner { cap, .. } if cap > HIGHEST_CAP => Err(Denial::CapTooHigh),
        Payer::Owner { cap, proof } if cap >= needed_cap => match proof {
            Proof::Code => {
                raise(act, cap);
                Ok(())
            }
            Proof::Invitation => Err(Denial::CodeNeeded),
        },
        Payer::Owner { .. } | Payer::Nobody => {
            Err(Denial::SeatsFull { needed_cap, total_cents: act.team.plan.bill(wanted).total_cents })
        }
    }
}

fn raise(act: &mut Act<'_>, cap: u32) {
    act.team.cap = cap;
    let mut line = act.line(HistoryKind::CapChanged);
    line.note = Some(cap.to_string());
    act.record(line);
}

/// Seats taken and reserved.
pub const fn in_use(team: &Team) -> u32 {
    team.seats.taken.saturating_add(team.seats.reserved)
}

/// Whether what is in use fits.
pub fn fits(team: &Team) -> bool {
    team.seat_limit().is_none_or(|limit| in_use(team) <= limit)
}
