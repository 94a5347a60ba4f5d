//! The sweep (RULES.md, "Access": `until`; "Seats and plans").

use super::*;
use crate::limits::INVITATION_MILLIS;
use crate::time::HOUR;
use BuiltInRole::{Editor, Viewer};

#[test]
fn until_stops_access_at_that_instant_and_the_sweep_frees_the_seat() {
    let mut world = World::on(Plan::Plus, 0);
    let ending = Grant { until: Some(START.plus(HOUR)), ..role(Editor) };
    world.with(ANA, Place::Team, ending);
    world.wait(HOUR - 1);
    assert!(!world.held(ANA, P1).is_empty());
    world.wait(1);
    assert!(world.held(ANA, P1).is_empty());
    assert_eq!(world.team().seats.taken, 1);
    assert_eq!(world.sweep(), Ok(Answer::Swept { rows: 1 }));
    assert_eq!(world.team().seats.taken, 0);
    assert!(world.member(ANA).is_active(), "the person stays listed as ended");
    assert!(world.told(ANA, Template::Ended));
    assert_eq!(world.history(), [HistoryKind::AccessEnded]);
    assert_eq!(world.sweep(), Ok(Answer::Swept { rows: 0 }));
    assert!(world.last.is_empty());
}

#[test]
fn each_end_is_told_once() {
    let mut world = World::new();
    let until = |hours| Some(Grant { until: Some(START.plus(hours * HOUR)), ..role(Viewer) });
    world.join(ANA, Access::default().with(P1, until(1)).with(P2, until(2)));
    world.wait(HOUR);
    // Another command touches the member between the end and its sweep: the end is still owed.
    world.change(OWNER, ANA, &[(Place::Team, Some(role(Viewer)))]).unwrap();
    for rows in [1, 0] {
        assert_eq!(world.sweep(), Ok(Answer::Swept { rows }));
    }
    assert_eq!(world.member(ANA).next_end, Some(START.plus(2 * HOUR)));
    world.wait(HOUR);
    assert_eq!(world.sweep(), Ok(Answer::Swept { rows: 1 }));
    assert_eq!(world.member(ANA).next_end, None);
}

#[test]
fn an_expired_invitation_frees_its_seat_and_stays_listed() {
    let mut world = World::on(Plan::Plus, 0);
    let invitation = world.invited(OWNER, ANA, P1, role(Editor));
    world.wait(INVITATION_MILLIS);
    assert_eq!(world.team().seats.reserved, 1);
    assert_eq!(world.sweep(), Ok(Answer::Swept { rows: 1 }));
    assert_eq!(world.team().seats.reserved, 0);
    assert!(world.invitation(invitation).is_pending());
    assert_eq!(world.history(), [HistoryKind::InvitationExpired]);
}

#[test]
fn only_time_sweeps() {
    let mut world = World::new();
    assert_eq!(world.run(OWNER, Command::Sweep { team: TEAM }), Err(Denial::NotFound));
    assert_eq!(world.ask(Asker::Nobody, &Command::Sweep { team: TEAM }), Err(Denial::NotFound));
    let leave = Command::Leave { team: TEAM };
    assert_eq!(world.ask(Asker::Clock, &leave), Err(Denial::SignInNeeded));
}
