//! Pictures of people in SQLite: a file is named by its person or waits to be deleted, and memberships repeat the name.
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
use native::town::{NOW, TEAM, address, session};
use roster_core::command::AccountCommand;
use roster_core::id::{ImageId, PersonId};
use roster_core::limits::AVATAR_CLEAR_MILLIS;
use roster_core::{Command, Timestamp};
use roster_store::pages;
use roster_store::upkeep::images::{expect_avatar, forget, ids, outdated};

const ANA: PersonId = PersonId(100);

fn town() -> Db {
    let db = Db::new();
    db.team(2, None);
    db
}

/// As the edge does: the file is noted, stored, and then shown.
fn show(db: &mut Db, avatar: u64, now: Timestamp) {
    db.batch(&[expect_avatar(ImageId(avatar), now)]).unwrap();
    db.must(Command::Account(AccountCommand::Show { avatar: Some(ImageId(avatar)) }), session(ANA), now);
}

fn due(db: &mut Db, now: Timestamp) -> Vec<ImageId> {
    ids(&db.read(outdated(now, 10))).unwrap()
}

fn listed(db: &mut Db, person: PersonId) -> Option<String> {
    pages::member_rows(&db.read(pages::member(TEAM, person))).unwrap().swap_remove(0).avatar
}

#[test]
fn lists_show_the_picture_that_was_set_last_and_nobody_elses_row_changes() {
    let mut db = town();
    for avatar in [1, 2] {
        show(&mut db, avatar, NOW);
        assert_eq!(listed(&mut db, ANA), Some(ImageId(avatar).to_string()));
        assert_eq!(listed(&mut db, PersonId(101)), None);
        assert_eq!(db.audit(), [""; 0]);
    }
    db.must(Command::Account(AccountCommand::Show { avatar: None }), session(ANA), NOW);
    assert_eq!(listed(&mut db, ANA), None);
}

#[test]
fn a_file_that_nobody_came_to_show_is_cleared_away_and_one_that_is_shown_is_not() {
    let mut db = town();
    db.batch(&[expect_avatar(ImageId(7), NOW)]).unwrap();
    show(&mut db, 1, NOW);
    let then = NOW.plus(AVATAR_CLEAR_MILLIS);
    assert_eq!(due(&mut db, then.plus(-1)), []);
    assert_eq!(due(&mut db, then), [ImageId(7)]);
}

#[test]
fn what_was_replaced_removed_or_ended_with_its_account_waits_until_its_file_is_gone() {
    let mut db = town();
    show(&mut db, 1, NOW);
    show(&mut db, 2, NOW);
    assert_eq!(due(&mut db, NOW), [ImageId(1)]);
    db.must(Command::Account(AccountCommand::Show { avatar: None }), session(ANA), NOW);
    let both = [ImageId(1), ImageId(2)];
    assert_eq!(due(&mut db, NOW), both);
    // Whatever failed, it is asked for again, until somebody says that it was done.
    assert_eq!(due(&mut db, NOW.plus(1)), both);
    db.batch(&forget(&both, NOW)).unwrap();
    assert_eq!(due(&mut db, NOW), []);
    show(&mut db, 3, NOW);
    db.must(Command::Account(AccountCommand::End { confirmed: address(ANA) }), session(ANA), NOW);
    assert_eq!(due(&mut db, NOW), [ImageId(3)]);
    assert_eq!(listed(&mut db, ANA), None);
    assert_eq!(db.count("SELECT count(*) FROM people WHERE avatar IS NOT NULL"), 0);
    assert_eq!(db.audit(), [""; 0]);
}

#[test]
fn a_picture_costs_lists_no_row_more() {
    let mut db = town();
    let cost = |db: &mut Db| {
        db.take_cost();
        db.read(pages::members(TEAM, None, "", pages::Among::Everybody));
        db.take_cost()
    };
    let before = cost(&mut db);
    show(&mut db, 1, NOW);
    assert_eq!(cost(&mut db), before);
}
