//! The plan and the cap (P1, P3): the owner's alone, and never below what is taken and reserved.

use crate::change::{Answer, Decision, HistoryKind};
use crate::denial::Denial;
use crate::generated::catalogue::Plan;
use crate::limits::HIGHEST_CAP;

use super::act::{Act, unchanged};
use super::common::Asking;
use super::{seat, sweep};

/// Changes the plan, with the cap to go with it.
pub fn change(asking: &Asking<'_>, plan: Plan, cap: u32) -> Result<Decision, Denial> {
    let note = format!("{} {cap}", plan.id());
    apply(asking, plan, cap, HistoryKind::PlanChanged, note)
}

/// Changes the number of paid seats allowed.
pub fn set_cap(asking: &Asking<'_>, cap: u32) -> Result<Decision, Denial> {
    apply(asking, asking.team.plan, cap, HistoryKind::CapChanged, cap.to_string())
}

fn apply(
    asking: &Asking<'_>,
    plan: Plan,
    cap: u32,
    kind: HistoryKind,
    note: String,
) -> Result<Decision, Denial> {
    asking.require_owner()?;
    asking.require_code()?;
    if cap > HIGHEST_CAP {
        return Err(Denial::CapTooHigh);
    }
    if (plan, cap) == (asking.team.plan, asking.team.cap) {
        return Ok(unchanged(Answer::Done));
    }
    let mut act = asking.act();
    act.team.plan = plan;
    act.team.cap = cap;
    check_fits(&mut act)?;
    let mut line = act.line(kind);
    line.note = Some(note);
    act.record(line);
    Ok(act.finish(Answer::Done))
}

fn check_fits(act: &mut Act<'_>) -> Result<(), Denial> {
    if seat::fits(&act.team) || sweep::until(act, seat::fits) {
        return Ok(());
    }
    let (seats, limit) = (act.team.seats, act.team.seat_limit().unwrap_or(u32::MAX));
    Err(Denial::SeatsInUse { taken: seats.taken, reserved: seats.reserved, limit })
}
