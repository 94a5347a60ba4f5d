//! What is left of a deleted team and of a deleted account goes in parts, however much there is.
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
use native::town::{NOW, OWNER, TEAM, session};
use roster_core::command::TeamCommand;
use roster_core::text::Name;
use roster_core::{Command, Denial};
use roster_store::upkeep::teams;

const MEMBERS: u64 = 1_300;
const TOLD: i64 = 1_300;

fn delete(db: &Db) -> Command {
    let name: String = db.connection.query_row("SELECT name FROM teams", [], |row| row.get(0)).unwrap();
    Command::Team(TEAM, TeamCommand::Delete { confirmed: Name::parse(&name).unwrap() })
}

#[test]
fn deleting_a_team_writes_as_little_for_many_members_as_for_one() {
    let cost = |members| {
        let mut db = Db::new();
        db.team(members, None);
        let command = delete(&db);
        db.take_cost();
        db.must(command, session(OWNER), NOW);
        db.take_cost()
    };
    assert_eq!(cost(1), cost(MEMBERS));
}

#[test]
fn members_are_told_once_each_and_go_in_parts() {
    let mut db = Db::new();
    db.team(MEMBERS, None);
    let command = delete(&db);
    db.must(command.clone(), session(OWNER), NOW);
    assert_eq!(db.denied(command, session(OWNER), NOW), Denial::NotFound);
    let mut left = vec![db.count("SELECT count(*) FROM members")];
    while left.last() != Some(&0) {
        assert!(left.len() < 10, "it comes to no end: {left:?}");
        db.batch(&teams::clear(TEAM, NOW)).unwrap();
        left.push(db.count("SELECT count(*) FROM members"));
    }
    assert!(left.windows(2).all(|pair| pair[0] - pair[1] <= 500), "{left:?}");
    assert_eq!(db.count("SELECT count(*) FROM outbox WHERE template = 'team_deleted'"), TOLD);
    assert_eq!(db.count("SELECT count(DISTINCT person) FROM outbox WHERE template = 'team_deleted'"), TOLD);
    for table in ["access", "history", "invitations", "links", "asks", "posts"] {
        assert_eq!(db.count(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
    }
    let waits =
        "SELECT count(*) FROM teams WHERE deleted_at IS NOT NULL AND clear_at > deleted_at AND name <> '-'";
    assert_eq!(db.count(waits), 1);
}
