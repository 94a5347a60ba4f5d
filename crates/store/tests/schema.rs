//! What the schema itself refuses, and the guards: the last line, which must hold even if core were wrong.
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
use roster_core::id::{PersonId, PostId};
use roster_core::model::Digest;
use roster_core::text::{Body, Name, Title};
use roster_core::{Asker, Command, Denial};
use roster_store::{Failure, Group, Statement, Value};

fn refusal(db: &mut Db, sql: &'static str, params: Vec<Value>) -> String {
    db.batch(&[Statement::new(sql, params)]).expect_err("the schema took it")
}

#[test]
fn two_pending_invitations_to_one_address_are_refused() {
    let mut db = Db::new();
    db.team(0, None);
    let insert = "INSERT INTO invitations (id, team, address, state, closed_at, seat, counter, sent_by, sent_at, \
        expires_at) VALUES (?1, ?2, 'a@example.com', ?4, ?5, 0, 1, ?3, 0, 9)";
    let row = |id: u64, state: &str, at: Option<i64>| {
        vec![PersonId(id).into(), TEAM.into(), OWNER.into(), state.into(), at.into()]
    };
    db.batch(&[Statement::new(insert, row(1, "withdrawn", Some(5)))]).unwrap();
    db.batch(&[Statement::new(insert, row(2, "pending", None))]).unwrap();
    let message = refusal(&mut db, insert, row(3, "pending", None));
    assert_eq!(Failure::of(&message), Failure::Stale, "{message}");
    assert!(message.contains("invitations.team, invitations.address"), "{message}");
}

#[test]
fn a_seat_too_many_is_refused_by_name() {
    let mut db = Db::new();
    db.team(0, Some(3));
    let take = "UPDATE teams SET seats_taken = CAST(?1 AS INTEGER), seats_reserved = CAST(?2 AS INTEGER)";
    db.batch(&[Statement::new(take, vec![2_i64.into(), 1_i64.into()])]).unwrap();
    let message = refusal(&mut db, take, vec![2_i64.into(), 2_i64.into()]);
    assert!(message.contains("CHECK constraint failed: SEATS"), "{message}");
    assert_eq!(Failure::of(&message), Failure::Refused);
}

#[test]
fn access_hangs_on_a_membership_and_is_a_role_or_a_set() {
    let mut db = Db::new();
    db.team(0, None);
    let insert = "INSERT INTO access VALUES (?1, ?2, '', ?3, ?4, NULL)";
    let stranger =
        refusal(&mut db, insert, vec![TEAM.into(), PersonId(9).into(), "viewer".into(), Value::Null]);
    assert!(stranger.contains("FOREIGN KEY"), "{stranger}");
    for (role, bits) in [(Value::from("viewer"), Value::from(1_i64)), (Value::Null, Value::Null)] {
        let both = refusal(&mut db, insert, vec![TEAM.into(), OWNER.into(), role, bits]);
        assert!(both.contains("HOLDS"), "{both}");
    }
}

fn rename(name: &str) -> Command {
    Command::RenameTeam { team: TEAM, name: Name::parse(name).unwrap() }
}

/// Decides `command` by `asker`, lets `meanwhile` happen, and gives what the batch of writes says then.
fn late(db: &mut Db, command: Command, asker: Asker, meanwhile: &str) -> Result<(), String> {
    let group = Group::new(command.lane(), vec![native::asked(command, asker, "late")], NOW);
    let decided = db.decide(&group);
    assert!(!decided.writes.is_empty(), "{:?}", decided.outcomes);
    db.connection.execute_batch(meanwhile).unwrap();
    let before = db.dump();
    let result = db.batch(&decided.writes).map(drop);
    if result.is_err() {
        assert_eq!(before, db.dump(), "a failed batch left a trace");
    }
    result
}

#[test]
fn a_team_commands_batch_fails_once_its_facts_have_passed() {
    for (meanwhile, stale) in [
        ("SELECT 1", false),
        ("UPDATE teams SET version = version + 1", true),
        ("UPDATE sessions SET ended_at = 1", true),
        ("UPDATE sessions SET expires_at = 1", true),
        ("UPDATE people SET version = version + 1", true),
    ] {
        let mut db = Db::new();
        db.team(0, None);
        let result = late(&mut db, rename("New"), session(OWNER), meanwhile);
        let failure = result.as_ref().map_err(|message| Failure::of(message)).err();
        assert_eq!(failure, stale.then_some(Failure::Stale), "{meanwhile}: {result:?}");
    }
}

#[test]
fn content_guards_the_writers_own_access_and_not_the_teams_version() {
    let writer = PersonId(100);
    for (meanwhile, stale) in [
        ("UPDATE teams SET version = version + 1", false),
        ("UPDATE members SET stamp = stamp + 1 WHERE name = 'Person 100'", true),
        ("UPDATE members SET state = 'left', ended_at = 1, seat = 0 WHERE name = 'Person 100'", true),
        ("UPDATE projects SET archived_at = 1", true),
        ("UPDATE sessions SET ended_at = 1", true),
    ] {
        let mut db = Db::new();
        db.team(1, None);
        db.connection.execute_batch("UPDATE access SET role = 'editor'").unwrap();
        let command = Command::CreatePost {
            team: TEAM,
            project: native::town::PROJECT,
            post: PostId(5),
            title: Title::parse("Title").unwrap(),
            body: Body::parse("Text").unwrap(),
        };
        let result = late(&mut db, command, session(writer), meanwhile);
        let failure = result.as_ref().map_err(|message| Failure::of(message)).err();
        assert_eq!(failure, stale.then_some(Failure::Stale), "{meanwhile}: {result:?}");
    }
}

#[test]
fn a_team_handed_over_stops_the_old_owners_content() {
    let mut db = Db::new();
    db.team(1, None);
    let command = Command::CreatePost {
        team: TEAM,
        project: native::town::PROJECT,
        post: PostId(5),
        title: Title::parse("Title").unwrap(),
        body: Body::parse("Text").unwrap(),
    };
    let sql = format!("UPDATE teams SET owner = '{}'", PersonId(100));
    let message = late(&mut db, command, session(OWNER), &sql).expect_err("it was written");
    assert_eq!(Failure::of(&message), Failure::Stale, "{message}");
}

#[test]
fn a_session_that_does_not_exist_writes_nothing() {
    let mut db = Db::new();
    db.team(0, None);
    let stranger = Asker::Session(Digest([9; 32]));
    assert_eq!(db.denied(rename("x"), stranger, NOW), Denial::SignInNeeded);
}
