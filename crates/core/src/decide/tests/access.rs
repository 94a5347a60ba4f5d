//! Changing access (RULES.md, "Access"; A3, A6).

use super::*;
use crate::time::HOUR;
use BuiltInRole::{Editor, Manager, Viewer, Writer};

const HALF: &[Permission] = &[Permission::PostsView, Permission::TeamAccess, Permission::TeamInvite];

/// Ana manages, Tomas writes.
fn world() -> World {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Manager)).with(TOMAS, Place::Team, role(Writer));
    world
}

#[test]
fn a_change_holds_at_once_and_is_told() {
    let mut world = world();
    assert_eq!(world.change(ANA, TOMAS, &[(P1, Some(role(Editor)))]), Ok(Answer::Done));
    assert!(world.held(TOMAS, P1).has(Permission::PostsEdit));
    assert!(!world.held(TOMAS, P2).has(Permission::PostsEdit));
    assert!(world.told(TOMAS, Template::AccessChanged));
    assert_eq!(world.history(), [HistoryKind::AccessChanged]);
    assert_eq!(world.member(TOMAS).stamp, world.team().version);
    assert_eq!(world.team().epoch, world.team().version);
}

#[test]
fn nobody_edits_their_own_access_nor_the_owners() {
    let mut world = world();
    let edits = [(Place::Team, Some(role(Viewer)))];
    assert_eq!(world.change(ANA, ANA, &edits), Err(Denial::OwnAccess));
    assert_eq!(world.change(OWNER, OWNER, &edits), Err(Denial::OwnAccess));
    assert_eq!(world.change(ANA, OWNER, &edits), Err(Denial::OwnerUntouchable));
    assert_eq!(world.change(ANA, STRANGER, &edits), Err(Denial::NotMember));
}

#[test]
fn an_outsider_learns_nothing_and_a_member_what_is_missing() {
    let mut world = world();
    let edits = [(Place::Team, Some(role(Viewer)))];
    assert_eq!(world.change(STRANGER, TOMAS, &edits), Err(Denial::NotFound));
    assert_eq!(world.change(TOMAS, ANA, &edits), missing(Permission::TeamAccess, Place::Team));
    world.with(EVA, P1, role(Viewer));
    assert_eq!(world.change(EVA, ANA, &[(P2, None)]), Err(Denial::NotFound));
    let nowhere = Place::Project(ProjectId(77));
    assert_eq!(world.change(OWNER, ANA, &[(nowhere, None)]), Err(Denial::NotFound));
    let asker = Asker::Nobody;
    let command =
        Command::ChangeAccess { team: TEAM, person: PersonId(ANA), edits: edits.to_vec(), raise_cap: None };
    assert_eq!(world.ask(asker, &command), Err(Denial::SignInNeeded));
}

#[test]
fn a_checkmark_that_one_does_not_hold_cannot_be_changed_either_way() {
    let mut world = world();
    world.with(EVA, Place::Team, custom(HALF));
    let with_approve = custom(&[Permission::PostsView, Permission::PostsCreate, Permission::PostsApprove]);
    let refused = not_held(Permission::PostsApprove, Place::Team);
    assert_eq!(world.change(EVA, TOMAS, &[(Place::Team, Some(with_approve))]), refused);
    let taken = world.change(EVA, TOMAS, &[(Place::Team, Some(Grant::NOTHING))]);
    assert_eq!(taken, not_held(Permission::PostsCreate, Place::Team));
    let with_invite = custom(&[Permission::PostsView, Permission::PostsCreate, Permission::TeamInvite]);
    assert_eq!(world.change(EVA, TOMAS, &[(Place::Team, Some(with_invite))]), Ok(Answer::Done));
}

#[test]
fn team_access_at_one_project_reaches_no_further() {
    let mut world = world();
    world.with(EVA, P1, role(Manager));
    assert_eq!(world.change(EVA, TOMAS, &[(P1, Some(role(Editor)))]), Ok(Answer::Done));
    let at_team = world.change(EVA, TOMAS, &[(Place::Team, Some(role(Editor)))]);
    assert_eq!(at_team, missing(Permission::TeamAccess, Place::Team));
    assert_eq!(world.change(EVA, TOMAS, &[(P2, Some(role(Editor)))]), Err(Denial::NotFound));
}

#[test]
fn what_is_not_held_at_one_project_is_not_given_or_taken_for_all() {
    let mut world = world();
    let but_one = Access::default().with(Place::Team, Some(role(Manager)));
    world.join(EVA, but_one.with(P1, Some(Grant::NOTHING)));
    let given = world.change(EVA, TOMAS, &[(Place::Team, Some(role(Editor)))]);
    assert_eq!(given, not_held(Permission::TeamAccess, Place::Team));
    assert_eq!(world.change(EVA, TOMAS, &[(P2, Some(role(Editor)))]), Ok(Answer::Done));
}

#[test]
fn nobody_gives_for_longer_than_they_hold() {
    let mut world = World::new();
    let end = START.plus(10 * DAY);
    world.with(ANA, Place::Team, Grant { until: Some(end), ..role(Manager) });
    world.with(TOMAS, Place::Team, Grant { until: Some(START.plus(DAY)), ..role(Writer) });
    let until = |until| [(Place::Team, Some(Grant { until, ..role(Writer) }))];
    assert_eq!(world.change(ANA, TOMAS, &until(None)), not_held(Permission::PostsView, Place::Team));
    let later = world.change(ANA, TOMAS, &until(Some(end.plus(1))));
    assert_eq!(later, not_held(Permission::PostsView, Place::Team));
    assert_eq!(world.change(ANA, TOMAS, &until(Some(end))), Ok(Answer::Done));
    assert_eq!(world.change(ANA, TOMAS, &until(Some(START.plus(HOUR)))), Ok(Answer::Done));
    assert_eq!(world.member(TOMAS).next_end, Some(START.plus(HOUR)));
}

#[test]
fn an_end_moved_earlier_takes_away_and_needs_what_it_takes() {
    let mut world = world();
    world.with(EVA, Place::Team, custom(HALF));
    let soon = Some(START.plus(HOUR));
    let shortened = |role_of| [(Place::Team, Some(Grant { until: soon, ..role(role_of) }))];
    // Eva may not untick what she does not hold; letting it end in an hour is the same.
    assert_eq!(world.change(EVA, ANA, &shortened(Manager)), not_held(Permission::PostsCreate, Place::Team));
    assert_eq!(world.change(EVA, TOMAS, &shortened(Writer)), not_held(Permission::PostsCreate, Place::Team));
    assert_eq!(world.change(ANA, TOMAS, &shortened(Writer)), Ok(Answer::Done));
    world.with(STRANGER, P1, role(Viewer));
    let viewer = [(P1, Some(Grant { until: soon, ..role(Viewer) }))];
    assert_eq!(world.change(EVA, STRANGER, &viewer), Ok(Answer::Done));
}

#[test]
fn edits_that_make_no_sense_are_refused() {
    let mut world = world();
    let edit = (P1, Some(role(Viewer)));
    let unclosed = custom(&[Permission::PostsEdit]);
    let managing = custom(&[Permission::ProjectsManage]);
    let ended = Grant { until: Some(START), ..role(Viewer) };
    let far = Grant { until: Some(START.plus(4_000 * DAY)), ..role(Viewer) };
    let not_closed = Denial::NotClosed { permission: Permission::PostsEdit };
    let team_only = Denial::TeamOnly { permission: Permission::ProjectsManage };
    let too_many: Vec<Edit> = (0..51).map(|id| (Place::Project(ProjectId(id)), None)).collect();
    let table: Vec<(Vec<Edit>, Denial)> = vec![
        (vec![], Denial::BadPlaces),
        (vec![edit, edit], Denial::BadPlaces),
        (too_many, Denial::BadPlaces),
        (vec![(P1, Some(unclosed))], not_closed),
        (vec![(P1, Some(managing))], team_only),
        (vec![(P1, Some(ended))], Denial::BadEnd),
        (vec![(P1, Some(far))], Denial::BadEnd),
    ];
    for (edits, denial) in table {
        assert_eq!(world.change(OWNER, TOMAS, &edits), Err(denial), "{edits:?}");
    }
}

#[test]
fn a_project_access_taken_away_lets_the_teams_hold_again() {
    let mut world = world();
    world.change(OWNER, TOMAS, &[(P1, Some(Grant::NOTHING))]).unwrap();
    assert!(world.held(TOMAS, P1).is_empty());
    world.change(OWNER, TOMAS, &[(P1, None)]).unwrap();
    assert!(world.held(TOMAS, P1).has(Permission::PostsCreate));
}

#[test]
fn nothing_changed_leaves_everything() {
    let mut world = world();
    let version = world.team().version;
    assert_eq!(world.change(OWNER, TOMAS, &[(Place::Team, Some(role(Writer)))]), Ok(Answer::Done));
    assert_eq!(world.team().version, version);
    assert!(world.last.is_empty());
}

#[test]
fn one_seat_per_person_while_any_unended_access_holds_a_seat_permission() {
    let mut world = World::on(Plan::Plus, 0);
    world.with(ANA, Place::Team, role(Viewer)).with(TOMAS, Place::Team, role(Viewer));
    world.change(OWNER, ANA, &[(P1, Some(role(Writer))), (P2, Some(role(Writer)))]).unwrap();
    assert_eq!(world.team().seats.taken, 1);
    let full = Denial::SeatsFull { needed_cap: 1, total_cents: 800 };
    assert_eq!(world.change(OWNER, TOMAS, &[(P1, Some(role(Writer)))]), Err(full));
    world.change(OWNER, ANA, &[(P1, None), (P2, None)]).unwrap();
    assert_eq!(world.team().seats.taken, 0);
    assert_eq!(world.change(OWNER, TOMAS, &[(P1, Some(role(Writer)))]), Ok(Answer::Done));
}

#[test]
fn a_seat_that_is_due_is_freed_by_the_next_who_needs_one() {
    let mut world = World::on(Plan::Plus, 0);
    let ending = Grant { until: Some(START.plus(HOUR)), ..role(Writer) };
    world.with(ANA, Place::Team, ending).with(TOMAS, Place::Team, role(Viewer));
    world.wait(HOUR);
    assert_eq!(world.change(OWNER, TOMAS, &[(P1, Some(role(Writer)))]), Ok(Answer::Done));
    assert!(!world.member(ANA).seat && world.told(ANA, Template::Ended));
    assert_eq!(world.history(), [HistoryKind::AccessEnded, HistoryKind::AccessChanged]);
}

#[test]
fn what_a_sender_can_give_no_more_needs_a_new_sender() {
    let mut world = world();
    let kept = world.invited(ANA, EVA, P1, role(Viewer));
    let lost = world.invited(ANA, STRANGER, P2, role(Editor));
    let now_less = custom(&[Permission::PostsView, Permission::TeamInvite]);
    world.change(OWNER, ANA, &[(Place::Team, Some(now_less))]).unwrap();
    assert!(!world.invitation(kept).needs_sender());
    assert!(world.invitation(lost).needs_sender());
    assert!(world.history().contains(&HistoryKind::SenderLost));
    world.change(OWNER, ANA, &[(Place::Team, Some(role(Manager)))]).unwrap();
    assert_eq!(world.accept(STRANGER, lost), Err(Denial::NeedsSender));
}

#[test]
fn what_stopped_opening_by_an_end_does_not_open_again_by_itself() {
    let mut world = World::new();
    world.with(ANA, Place::Team, Grant { until: Some(START.plus(HOUR)), ..role(Manager) });
    let until = Some(START.plus(HOUR));
    let sent = world.invited(ANA, EVA, P1, Grant { until, ..role(Viewer) });
    world.wait(HOUR);
    world.change(OWNER, ANA, &[(Place::Team, Some(role(Manager)))]).unwrap();
    assert!(world.invitation(sent).needs_sender());
}

#[test]
fn nobody_pins_at_a_project_what_they_do_not_hold() {
    let mut world = world();
    world.with(EVA, Place::Team, custom(HALF));
    // Tomas writes everywhere; a writer's access of its own in one project would outlast the team's.
    let pinned = [(P1, Some(role(Writer)))];
    assert_eq!(world.change(EVA, TOMAS, &pinned), not_held(Permission::PostsCreate, P1));
    let ending = Grant { until: Some(START.plus(HOUR)), ..role(Manager) };
    world.with(STRANGER, Place::Team, ending);
    assert_eq!(world.change(STRANGER, TOMAS, &pinned), not_held(Permission::PostsView, P1));
    assert_eq!(world.change(ANA, TOMAS, &pinned), Ok(Answer::Done));
    // What stands there already is nobody's gift when it is written again.
    assert_eq!(world.change(EVA, TOMAS, &pinned), Ok(Answer::Done));
}
