//! What a page was told before saving is what happened: the preview of each change of access, against the change.

use roster_core::access::Standing;
use roster_core::command::Edit;
use roster_core::preview::{AccessAsk, Money, Who, access};
use roster_core::{Answer, Command, Denial};

use super::judge::{Seen, actor};
use super::naive;
use super::world::World;

/// Where the preview and the edge differ.
pub fn judge(seen: &Seen<'_>) -> Vec<String> {
    let Command::ChangeAccess { team, person, edits, raise_cap } = seen.command else { return Vec::new() };
    let Some(asks) = actor(seen.before, seen.asker, seen.now) else { return Vec::new() };
    let Some(row) = seen.before.rows.teams.get(team) else { return Vec::new() };
    let who = |person| Who { person, standing: seen.before.rows.standing(*team, person, seen.now) };
    let is_owner = matches!(who(asks).standing, Standing::Owner);
    if naive::parked(seen.before, *team, asks, seen.now) {
        return Vec::new();
    }
    // A page previews only people whom it lists, and only places that it shows.
    if !naive::is_in(seen.before, *team, asks) || !naive::is_in(seen.before, *team, *person) {
        return Vec::new();
    }
    // Nor does it offer a role that is not there.
    let offered = |(place, grant): &Edit| {
        let known = grant.map(|grant| seen.before.rows.given_now(*team, grant)).transpose();
        known.ok().map(|known| (*place, known))
    };
    let Some(edits) = edits.iter().map(offered).collect::<Option<Vec<Edit>>>() else { return Vec::new() };
    let edits = &edits;
    let money = is_owner.then_some(Money { plan: row.plan, cap: row.cap, seats: row.seats });
    let ask =
        AccessAsk { actor: who(asks), member: who(*person), edits, raise_cap: *raise_cap, money, gives: &[] };
    let preview = access(&ask, seen.now);
    let mut wrong = Vec::new();
    match (&preview.denial, seen.outcome) {
        (None, Ok(_)) => {
            let member = &seen.after.rows.members[&(*team, *person)];
            if member.access != preview.after {
                wrong.push(format!("S4: the preview foretold {:?}", preview.after));
            }
            // An edit that changes nothing leaves a seat that is due to the sweep.
            let changed = seen.before.rows.members.get(&(*team, *person)) != Some(member);
            if changed && member.seat != preview.seat.1 {
                wrong.push(format!("S4: the preview foretold a seat: {:?}", preview.seat));
            }
        }
        (Some(_), Err(_)) => {}
        // What a page cannot know: projects that are gone, and, for all but the owner, seats.
        (None, Err(Denial::NotFound | Denial::SeatsFull { .. } | Denial::CodeNeeded)) => {}
        // The edge first frees what is due.
        (Some(Denial::SeatsFull { .. }), Ok(Answer::Done)) if has_due(seen.before, seen) => {}
        (foretold, outcome) => {
            wrong.push(format!("S4: the preview foretold {foretold:?}, and the edge said {outcome:?}"));
        }
    }
    wrong
}

fn has_due(world: &World, seen: &Seen<'_>) -> bool {
    let ends = world.rows.members.values().filter(|m| m.seat).filter_map(|m| m.next_end);
    let expiries = world.rows.invitations.values().filter(|i| i.seat).map(|i| i.expires_at);
    ends.chain(expiries).any(|end| end <= seen.now)
}
