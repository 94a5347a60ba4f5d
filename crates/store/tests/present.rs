//! Who is in which room, in SQLite: whoever changes something finds the rooms of those whom it concerns, and no others.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails loudly"
)]

mod native;

use native::Db;
use native::town::{NOW, PROJECT, TEAM};
use roster_core::id::PersonId;
use roster_core::room::Concern;
use roster_store::present::{RoomId, come, inside, inside_rows, only, room_rows, rooms};

const ANA: PersonId = PersonId(100);
const BEN: PersonId = PersonId(101);

fn concerned(db: &mut Db, concern: &Concern) -> Vec<RoomId> {
    let mut found = room_rows(&db.read(rooms(concern).unwrap())).unwrap();
    found.sort_unstable();
    found
}

#[test]
fn the_rooms_of_whom_a_change_concerns_are_found_and_no_others() {
    let mut db = Db::new();
    db.team(3, None);
    let (project, team) = (RoomId::from(PROJECT), RoomId::from(TEAM));
    db.batch(&[
        come(project, TEAM, &[ANA], NOW),
        come(team, TEAM, &[ANA, BEN], NOW),
        come(team, TEAM, &[BEN], NOW),
    ])
    .unwrap();
    assert_eq!(rooms(&Concern::default()), None);
    let of = |teams: &[_], people: &[_]| Concern { teams: teams.to_vec(), people: people.to_vec() };
    let mut both = vec![project, team];
    both.sort_unstable();
    assert_eq!(concerned(&mut db, &of(&[], &[ANA])), both);
    assert_eq!(concerned(&mut db, &of(&[], &[BEN])), [team]);
    assert_eq!(concerned(&mut db, &of(&[], &[ANA, BEN])), both);
    assert_eq!(concerned(&mut db, &of(&[TEAM], &[])), both);
    assert_eq!(concerned(&mut db, &of(&[], &[PersonId(102)])), []);
}

#[test]
fn a_room_notes_who_is_left_and_lists_tell_who_is_inside() {
    let mut db = Db::new();
    db.team(3, None);
    let room = RoomId::from(PROJECT);
    db.batch(&[come(room, TEAM, &[ANA, BEN], NOW)]).unwrap();
    db.batch(&[only(room, &[BEN])]).unwrap();
    assert_eq!(inside_rows(&db.read(inside(TEAM))).unwrap(), [(room, BEN)]);
    db.batch(&[only(room, &[])]).unwrap();
    assert_eq!(inside_rows(&db.read(inside(TEAM))).unwrap(), []);
}
