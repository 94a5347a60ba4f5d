//! Core's state machine over real SQLite: each story runs here and in memory at once, and both must hold the same
//! rows after every step. The books are audited by SQL too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails loudly"
)]

#[path = "../../core/tests/machine/mod.rs"]
mod machine;
mod native;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use machine::act::{Act, acts};
use machine::cast::Cast;
use machine::run::prologue;
use machine::{Host, Memory, World, cases, check};
use native::Db;
use proptest::prop_assert;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use roster_core::change::Answer;
use roster_core::id::TeamId;
use roster_core::{Asker, Command, Denial, Facts, Lane, Need, Timestamp};
use roster_store::{Group, Outcome, facts, reads};

/// SQLite, beside the core in memory that it must agree with.
struct Sqlite {
    db: RefCell<Db>,
    twin: Memory,
    last: World,
    key: Cell<usize>,
    wrong: Vec<String>,
}

impl Sqlite {
    fn new() -> Self {
        Self {
            db: RefCell::new(Db::new()),
            twin: Memory::default(),
            last: World::default(),
            key: Cell::new(0),
            wrong: Vec::new(),
        }
    }

    fn ids<T: std::str::FromStr>(&self, sql: &str) -> Vec<T> {
        let db = self.db.borrow();
        let mut prepared = db.connection.prepare_cached(sql).unwrap();
        let rows = prepared.query([]).unwrap().mapped(|row| row.get::<_, String>(0));
        rows.map(|id| id.unwrap().parse().ok().unwrap()).collect()
    }

    /// Every row, read by needs: that the reads find it is a part of what is tested.
    fn rows(&self) -> Facts {
        let mut needs = Vec::new();
        for team in self.ids::<TeamId>("SELECT id FROM teams") {
            needs.push(Need::Team(team));
            let of =
                |table: &str, column: &str| format!("SELECT {column} FROM {table} WHERE team = '{team}'");
            needs.extend(self.ids(&of("members", "person")).into_iter().map(|id| Need::Member(team, id)));
            needs.extend(self.ids(&of("roles", "id")).into_iter().map(|id| Need::Role(team, id)));
            needs.extend(self.ids(&of("projects", "id")).into_iter().map(|id| Need::Project(team, id)));
            needs.extend(self.ids(&of("invitations", "id")).into_iter().map(|id| Need::Invitation(team, id)));
            needs.extend(self.ids(&of("links", "id")).into_iter().map(|id| Need::Link(team, id)));
            needs.extend(self.ids(&of("asks", "id")).into_iter().map(|id| Need::Ask(team, id)));
            needs.extend(self.ids(&of("handovers", "id")).into_iter().map(|id| Need::Handover(team, id)));
            needs.extend(self.ids(&of("posts", "id")).into_iter().map(|id| Need::Post(team, id)));
            needs.extend(self.ids(&of("images", "id")).into_iter().map(|id| Need::Image(team, id)));
        }
        let twin = &self.twin.world.rows;
        needs.extend(twin.sessions.keys().map(|digest| Need::Session(*digest)));
        needs.extend(twin.people.values().map(|person| Need::PersonByAddress(person.address.clone())));
        needs.extend(self.ids("SELECT id FROM challenges").into_iter().map(Need::Challenge));
        needs.extend(twin.tallies.keys().map(|(key, day)| Need::Tally(key.clone(), *day)));
        let results = self.db.borrow_mut().batch(&reads(&needs)).unwrap();
        facts(&results).unwrap()
    }

    fn history(&self) -> BTreeMap<TeamId, usize> {
        let lines = self.ids::<TeamId>("SELECT team FROM history");
        lines.into_iter().fold(BTreeMap::new(), |mut count, team| {
            *count.entry(team).or_default() += 1;
            count
        })
    }

    fn everything(&self) -> World {
        let mails = self.db.borrow().count("SELECT count(*) FROM outbox");
        World { rows: self.rows(), history: self.history(), mails: usize::try_from(mails).unwrap() }
    }

    /// What the two hosts hold differently, table by table.
    fn differences(&self) -> Vec<String> {
        let (here, there) = (&self.last, &self.twin.world);
        let mut wrong = Vec::new();
        macro_rules! compare {
            ($($table:ident $(. $row:ident)?),*) => {$(
                if here.$table$(.$row)? != there.$table$(.$row)? {
                    let (here, there) = (&here.$table$(.$row)?, &there.$table$(.$row)?);
                    let table = stringify!($table$(.$row)?);
                    wrong.push(format!("{table} in SQLite:\n{here:#?}\nin memory:\n{there:#?}"));
                }
            )*};
        }
        compare!(rows.teams, rows.people, rows.members, rows.projects, rows.invitations, rows.links);
        compare!(
            rows.roles,
            rows.posts,
            rows.asks,
            rows.handovers,
            rows.images,
            rows.sessions,
            rows.challenges,
            rows.tallies,
            history,
            mails
        );
        wrong
    }
}

impl Host for Sqlite {
    fn run(&mut self, command: &Command, asker: Asker, now: Timestamp) -> Result<Answer, Denial> {
        let before = self.db.borrow().dump();
        self.key.set(self.key.get() + 1);
        let outcome = self.db.borrow_mut().ask(command.clone(), asker, &self.key.get().to_string(), now);
        let expected = self.twin.run(command, asker, now);
        let result = match outcome {
            Outcome::Done(answer, _) => Ok(answer),
            Outcome::Denied(denial) => Err(denial),
            other => panic!("{command:?}: {other:?}"),
        };
        if result != expected {
            self.wrong.push(format!("SQLite answers {result:?}, memory {expected:?}"));
        }
        if result.is_err() && before != self.db.borrow().dump() {
            self.wrong.push("a denial changed the database".to_owned());
        }
        self.last = self.everything();
        self.wrong.extend(self.differences());
        self.wrong.extend(self.db.borrow().audit());
        result
    }

    fn dump(&self) -> World {
        self.last.clone()
    }

    fn faults(&mut self) -> Vec<String> {
        std::mem::take(&mut self.wrong)
    }
}

#[test]
fn no_story_breaks_an_invariant_in_sqlite() {
    let count = check(cases(24), Sqlite::new);
    let done: usize = count.done.values().sum();
    assert!(done > 500, "only {done} commands were carried out");
}

impl Sqlite {
    /// Several commands in one group here, and one by one in memory: both must come to the same.
    fn run_group(&mut self, lane: Lane, commands: &[(Command, Asker)], now: Timestamp) {
        let keyed = commands.iter().map(|(command, asker)| {
            self.key.set(self.key.get() + 1);
            native::asked(command.clone(), *asker, &self.key.get().to_string())
        });
        let group = Group::new(lane, keyed.collect(), now);
        let outcomes = self.db.borrow_mut().run(&group);
        for ((command, asker), outcome) in commands.iter().zip(outcomes) {
            let expected = self.twin.run(command, *asker, now);
            let same = match &outcome {
                Outcome::Done(answer, _) => expected.as_ref() == Ok(answer),
                Outcome::Denied(denial) => expected.as_ref() == Err(denial),
                Outcome::Replayed(_) | Outcome::KeyReused | Outcome::Broke => false,
            };
            if !same {
                self.wrong.push(format!("{command:?}\nin a group: {outcome:?}\nalone: {expected:?}"));
            }
        }
        self.last = self.everything();
        self.wrong.extend(self.differences());
        self.wrong.extend(self.db.borrow().audit());
    }

    fn play(&mut self, cast: &mut Cast, acts: &[Act], together: usize) -> Vec<String> {
        for chunk in acts.chunks(together) {
            let world = self.dump();
            let mut lanes: Vec<(Lane, Vec<(Command, Asker)>)> = Vec::new();
            for (command, asker) in chunk.iter().flat_map(|act| cast.commands(act, &world)) {
                let lane = command.lane();
                match lanes.iter_mut().find(|(known, _)| *known == lane && matches!(lane, Lane::Team(_))) {
                    Some((_, group)) => group.push((command, asker)),
                    None => lanes.push((lane, vec![(command, asker)])),
                }
            }
            for (lane, commands) in lanes {
                self.run_group(lane, &commands, cast.now);
            }
            let wrong = self.faults();
            if !wrong.is_empty() {
                return wrong;
            }
            cast.learn(&self.dump());
        }
        Vec::new()
    }
}

#[test]
fn a_group_comes_to_what_its_commands_come_to_one_by_one() {
    let config = Config { cases: cases(16), failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[3; 32]);
    let outcome = TestRunner::new_with_rng(config, rng).run(&acts(), |story| {
        let (mut host, mut cast) = (Sqlite::new(), Cast::default());
        let mut wrong = host.play(&mut cast, &prologue(), 1);
        wrong.extend(host.play(&mut cast, &story, 8));
        prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        Ok(())
    });
    assert!(outcome.is_ok(), "{}", outcome.unwrap_err());
}

#[test]
fn the_audit_finds_what_is_wrong() {
    let db = Db::new();
    db.team(3, Some(3));
    assert_eq!(db.audit(), [""; 0]);
    for (break_it, rule) in [
        ("UPDATE teams SET seats_taken = 1", "seats taken"),
        ("UPDATE teams SET seats_reserved = 1", "seats reserved"),
        ("UPDATE teams SET members = 9", "members are counted"),
        ("UPDATE teams SET projects = 9", "projects are counted"),
        ("UPDATE people SET owns = 9", "owned teams"),
        ("UPDATE people SET name = 'Other'", "repeats the person's name"),
        ("UPDATE members SET state = 'left', ended_at = 1", "owner is an active member"),
    ] {
        db.connection.execute_batch("SAVEPOINT sound").unwrap();
        db.connection.execute_batch(break_it).unwrap();
        assert!(db.audit().iter().any(|wrong| wrong.contains(rule)), "{rule}: {:?}", db.audit());
        db.connection.execute_batch("ROLLBACK TO sound").unwrap();
    }
}
