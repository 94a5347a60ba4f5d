//! Groups: kept replies, commands that follow one another in one batch, failures, and what a group costs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails loudly"
)]

mod native;

use native::town::{NOW, OWNER, PROJECT, TEAM, address, session};
use native::{Cost, Db, asked, encode};
use roster_core::access::{Grant, Place, RoleKey};
use roster_core::command::{LinkSettings, NewSession, Newcomer};
use roster_core::id::{InvitationId, LinkId, PersonId, PostId, SessionId};
use roster_core::model::{Digest, Language, LinkState, Shown};
use roster_core::text::{Body, Name, Title};
use roster_core::{Answer, Asker, BuiltInRole, Command, Denial, Lane, decide};
use roster_store::{Asked, Group, Outcome};

const LINK: LinkId = LinkId(77);

fn rename(name: &str) -> Command {
    Command::RenameTeam { team: TEAM, name: Name::parse(name).unwrap() }
}

fn newcomer(n: u64) -> Newcomer {
    let mut bytes = [9; 32];
    bytes[..8].copy_from_slice(&n.to_be_bytes());
    Newcomer {
        person: PersonId(5_000_000 + n),
        session: NewSession { id: SessionId(5_000_000 + n), digest: Digest(bytes) },
        language: Language::English,
    }
}

fn invite(n: u64, role: BuiltInRole) -> Command {
    Command::Invite {
        team: TEAM,
        invitation: InvitationId(n),
        address: address(PersonId(n)),
        places: vec![(Place::Team, Grant::role(role))],
        raise_cap: None,
    }
}

fn accept(n: u64) -> Command {
    Command::Accept {
        team: TEAM,
        invitation: InvitationId(n),
        counter: Some(1),
        newcomer: newcomer(n),
        shown: Shown::default(),
    }
}

fn set_link(role: BuiltInRole) -> Command {
    let settings = LinkSettings { state: LinkState::On, expires_at: None, max_uses: None, domain: None };
    Command::SetLink { team: TEAM, link: LINK, place: Place::Team, role: RoleKey::BuiltIn(role), settings }
}

fn join() -> Command {
    Command::Join { team: TEAM, link: LINK, generation: 1, shown: Shown::default() }
}

fn team_group(commands: Vec<Asked>) -> Group {
    Group::new(Lane::Team(TEAM), commands, NOW)
}

#[test]
fn a_key_that_comes_again_gets_its_first_answer_and_changes_nothing() {
    let mut db = Db::new();
    db.team(0, None);
    let first = db.ask(rename("One"), session(OWNER), "k", NOW);
    let Outcome::Done(Answer::Done, reply) = first else { panic!("{first:?}") };
    let after = db.dump();
    assert_eq!(db.ask(rename("One"), session(OWNER), "k", NOW), Outcome::Replayed(reply));
    assert_eq!(db.ask(rename("Something else"), session(OWNER), "k", NOW), Outcome::KeyReused);
    assert_eq!(db.dump(), after);
    assert!(matches!(db.ask(rename("One"), session(OWNER), "other", NOW), Outcome::Done(..)));
}

#[test]
fn a_key_is_ones_own_and_dies_with_the_session() {
    let mut db = Db::new();
    db.team(1, None);
    assert!(matches!(db.ask(rename("One"), session(OWNER), "k", NOW), Outcome::Done(..)));
    assert!(matches!(db.ask(rename("One"), session(PersonId(100)), "k", NOW), Outcome::Denied(_)));
    db.connection.execute_batch("UPDATE sessions SET ended_at = 1").unwrap();
    assert_eq!(db.ask(rename("One"), session(OWNER), "k", NOW), Outcome::Denied(Denial::SignInNeeded));
}

#[test]
fn signing_out_twice_under_one_key_is_done_once() {
    let mut db = Db::new();
    db.team(0, None);
    let first = db.ask(Command::SignOut, session(OWNER), "k", NOW);
    let Outcome::Done(Answer::Done, reply) = first else { panic!("{first:?}") };
    assert_eq!(db.ask(Command::SignOut, session(OWNER), "k", NOW), Outcome::Replayed(reply));
    assert_eq!(db.ask(Command::SignOut, session(OWNER), "l", NOW), Outcome::Denied(Denial::SignInNeeded));
}

#[test]
fn somebody_without_an_account_accepts_once_under_one_key() {
    let mut db = Db::new();
    db.team(0, None);
    db.must(invite(50, BuiltInRole::Editor), session(OWNER), NOW);
    let first = db.ask(accept(50), Asker::Nobody, "k", NOW);
    let Outcome::Done(Answer::Joined { newcomer: true, .. }, reply) = first else { panic!("{first:?}") };
    assert_eq!(db.ask(accept(50), Asker::Nobody, "k", NOW), Outcome::Replayed(reply));
    assert!(matches!(db.ask(accept(50), Asker::Nobody, "other", NOW), Outcome::Denied(_)));
    assert_eq!(db.count("SELECT count(*) FROM people WHERE address = 'p50@example.com'"), 1);
}

#[test]
fn one_key_twice_in_a_group_is_carried_out_once() {
    let mut db = Db::new();
    db.team(0, None);
    let twice = vec![asked(rename("One"), session(OWNER), "k"), asked(rename("One"), session(OWNER), "k")];
    let outcomes = db.run(&team_group(twice));
    assert!(matches!(outcomes.as_slice(), [Outcome::Done(..), Outcome::Replayed(_)]), "{outcomes:?}");
    assert_eq!(db.count("SELECT count(*) FROM history"), 1);
}

#[test]
fn an_invitation_taken_back_makes_room_for_the_next_in_the_same_group() {
    let mut db = Db::new();
    db.team(0, None);
    db.must(invite(50, BuiltInRole::Viewer), session(OWNER), NOW);
    let withdraw = Command::Withdraw { team: TEAM, invitation: InvitationId(50) };
    let again = Command::Invite {
        team: TEAM,
        invitation: InvitationId(51),
        address: address(PersonId(50)),
        places: vec![(Place::Team, Grant::role(BuiltInRole::Viewer))],
        raise_cap: None,
    };
    let outcomes =
        db.run(&team_group(vec![asked(withdraw, session(OWNER), "1"), asked(again, session(OWNER), "2")]));
    assert!(matches!(outcomes.as_slice(), [Outcome::Done(..), Outcome::Done(..)]), "{outcomes:?}");
    assert_eq!(db.count("SELECT count(*) FROM invitations WHERE state = 'pending'"), 1);
}

#[test]
fn joins_in_groups_fill_the_seats_exactly() {
    let mut db = Db::new();
    db.team(0, Some(10));
    (200..240).for_each(|person| db.person(PersonId(person)));
    db.must(set_link(BuiltInRole::Editor), session(OWNER), NOW);
    let people: Vec<u64> = (200..240).collect();
    let mut joined = 0;
    for group in people.chunks(32) {
        let commands = group.iter().map(|n| asked(join(), session(PersonId(*n)), "join")).collect();
        db.take_cost();
        let outcomes = db.run(&team_group(commands));
        let cost = db.take_cost();
        assert!(cost.statements < 40, "{} statements for {} joins", cost.statements, group.len());
        joined += outcomes.iter().filter(|o| matches!(o, Outcome::Done(Answer::Joined { .. }, _))).count();
    }
    assert_eq!(joined, 10);
    assert_eq!(db.count("SELECT seats_taken FROM teams"), 10);
    assert_eq!(db.count("SELECT members FROM teams"), 11);
    assert_eq!(db.count("SELECT count(*) FROM members WHERE state = 'active'"), 11);
    assert_eq!(db.audit(), [""; 0]);
}

#[test]
fn a_command_that_breaks_costs_its_neighbours_nothing() {
    let mut db = Db::new();
    db.team(0, None);
    let commands = vec![
        asked(rename("One"), session(OWNER), "1"),
        asked(rename("Broken"), session(OWNER), "2"),
        asked(invite(50, BuiltInRole::Viewer), session(OWNER), "3"),
    ];
    let group = team_group(commands);
    let results = db.batch(&group.reads()).unwrap();
    let broken = rename("Broken");
    let decided = group
        .decide(
            &results,
            |command, facts, asker, now| (*command != broken).then(|| decide(command, facts, asker, now)),
            encode,
        )
        .unwrap();
    let [Outcome::Done(..), Outcome::Broke, Outcome::Done(..)] = decided.outcomes.as_slice() else {
        panic!("{:?}", decided.outcomes)
    };
    db.batch(&decided.writes).unwrap();
    assert_eq!(db.count("SELECT count(*) FROM teams WHERE name = 'One'"), 1);
    assert_eq!(db.count("SELECT count(*) FROM commands"), 2);
}

#[test]
fn a_lost_answer_is_found_under_its_key() {
    let mut db = Db::new();
    db.team(0, None);
    let group = team_group(vec![asked(rename("One"), session(OWNER), "k")]);
    let decided = db.decide(&group);
    db.batch(&decided.writes).unwrap();
    // The shell never learned that the batch went through: it reads and decides again.
    let again = db.decide(&group);
    assert!(matches!(again.outcomes.as_slice(), [Outcome::Replayed(_)]), "{:?}", again.outcomes);
    assert!(again.writes.is_empty());
}

#[test]
fn of_two_objects_that_read_the_same_one_decides_again() {
    let mut db = Db::new();
    db.team(0, Some(1));
    [200, 201].into_iter().for_each(|person| db.person(PersonId(person)));
    db.must(set_link(BuiltInRole::Editor), session(OWNER), NOW);
    let group = |n| team_group(vec![asked(join(), session(PersonId(n)), "join")]);
    let (one, other) = (group(200), group(201));
    let (first, second) = (db.decide(&one), db.decide(&other));
    db.batch(&first.writes).unwrap();
    db.batch(&second.writes).expect_err("both took the last seat");
    let outcomes = db.run(&other);
    assert!(
        matches!(outcomes.as_slice(), [Outcome::Done(Answer::SeatRefused, _) | Outcome::Denied(_)]),
        "{outcomes:?}"
    );
    assert_eq!(db.audit(), [""; 0]);
}

#[test]
fn a_new_name_stands_in_every_membership() {
    let mut db = Db::new();
    db.team(1, None);
    let name = Name::parse("ÅSA").unwrap();
    db.must(Command::ChangeSelf { name: Some(name), language: None }, session(PersonId(100)), NOW);
    assert_eq!(db.count("SELECT count(*) FROM members WHERE name = 'ÅSA' AND name_key = 'åsa'"), 1);
}

#[test]
fn signing_out_everywhere_ends_sessions_that_were_not_read() {
    let mut db = Db::new();
    db.team(0, None);
    let sql = format!(
        "INSERT INTO sessions (digest, id, person, proof, created_at, expires_at, ended_at) VALUES ('{}', '0000000000zzz', '{OWNER}', 'code', 0, 4000000000000, NULL)",
        Digest([1; 32])
    );
    db.connection.execute_batch(&sql).unwrap();
    db.must(Command::SignOutEverywhere, session(OWNER), NOW);
    assert_eq!(db.count("SELECT count(*) FROM sessions WHERE ended_at IS NULL"), 0);
}

#[test]
fn hundreds_of_orphans_are_few_statements() {
    let mut db = Db::new();
    db.team(1, None);
    db.connection.execute_batch("UPDATE access SET role = 'manager'; UPDATE members SET seat = 1 WHERE name = 'Person 100'; UPDATE teams SET seats_taken = 1").unwrap();
    for n in 300..500 {
        db.must(invite(n, BuiltInRole::Viewer), session(PersonId(100)), NOW);
    }
    db.take_cost();
    db.must(Command::Remove { team: TEAM, person: PersonId(100) }, session(OWNER), NOW);
    assert!(db.take_cost().statements < 40);
    assert_eq!(db.count("SELECT count(*) FROM invitation_places WHERE orphaned = 1"), 200);
    assert_eq!(db.audit(), [""; 0]);
}

/// What the main commands cost in a team with this many members more.
fn costs(members: u64) -> Vec<(&'static str, Cost)> {
    let mut db = Db::new();
    db.team(members, None);
    db.person(PersonId(50));
    db.person(PersonId(51));
    let mut costs = Vec::new();
    let mut must = |name, command: Command, asker| {
        let group = Group::new(command.lane(), vec![asked(command, asker, name)], NOW);
        db.take_cost();
        let outcomes = db.run(&group);
        assert!(matches!(outcomes.as_slice(), [Outcome::Done(..)]), "{name}: {outcomes:?}");
        costs.push((name, db.take_cost()));
    };
    must("invite", invite(50, BuiltInRole::Editor), session(OWNER));
    must("accept", accept(50), session(PersonId(50)));
    must("set link", set_link(BuiltInRole::Viewer), session(OWNER));
    must("join", join(), session(PersonId(51)));
    let edits = vec![(Place::Team, Some(Grant::role(BuiltInRole::Editor)))];
    must(
        "change",
        Command::ChangeAccess { team: TEAM, person: PersonId(51), edits, raise_cap: None },
        session(OWNER),
    );
    let (title, body) = (Title::parse("Title").unwrap(), Body::parse("Text").unwrap());
    must(
        "post",
        Command::CreatePost { team: TEAM, project: PROJECT, post: PostId(1), title, body },
        session(PersonId(51)),
    );
    must("remove", Command::Remove { team: TEAM, person: PersonId(51) }, session(OWNER));
    assert_eq!(db.audit(), [""; 0]);
    costs
}

#[test]
fn commands_read_as_much_in_a_large_team_as_in_a_small_one() {
    let (small, large) = (costs(10), costs(20_000));
    for ((name, small), (_, large)) in small.into_iter().zip(large) {
        assert_eq!(small, large, "{name}");
        assert_eq!(small.scanned, 0, "{name} walks through a table");
    }
}
