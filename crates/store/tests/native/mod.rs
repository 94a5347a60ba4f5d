//! SQLite in memory, run the way D1 runs: numbers bound as reals, each batch one transaction.
#![allow(dead_code, reason = "each test uses another part of it")]

pub mod books;
pub mod town;

use roster_core::change::Answer;
use roster_core::model::Digest;
use roster_core::{Asker, Command, Denial, Timestamp, decide};
use roster_store::{Asked, Cell, Decided, Failure, Group, Key, Outcome, Reply, Row, Statement, Value};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, StatementStatus};

/// The migrations, in their order, as a deployment applies them.
pub fn schema() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect::<Vec<_>>().join("\n")
}

/// What a batch cost, as SQLite counts it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Steps of a scan through a whole table.
    pub scanned: i32,
    /// Steps of the virtual machine: grows with the rows that are looked at.
    pub steps: i32,
    /// Statements.
    pub statements: usize,
}

pub struct Db {
    pub connection: Connection,
    /// What the last batches cost, until it is taken.
    pub cost: Cost,
}

fn bind(value: &Value) -> rusqlite::types::Value {
    match value {
        Value::Null => rusqlite::types::Value::Null,
        #[expect(clippy::cast_precision_loss, reason = "what D1 does")]
        Value::Integer(number) => {
            assert!(number.unsigned_abs() < 1 << 53, "a number that JavaScript cannot hold: {number}");
            rusqlite::types::Value::Real(*number as f64)
        }
        Value::Text(text) => rusqlite::types::Value::Text(text.clone()),
    }
}

fn cell(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Null => Cell::Null,
        #[expect(clippy::cast_precision_loss, reason = "what D1 does")]
        ValueRef::Integer(number) => Cell::Real(number as f64),
        ValueRef::Real(number) => Cell::Real(number),
        ValueRef::Text(text) => Cell::Text(String::from_utf8(text.to_vec()).unwrap()),
        ValueRef::Blob(_) => panic!("a blob"),
    }
}

impl Db {
    pub fn new() -> Self {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("PRAGMA foreign_keys = ON").unwrap();
        connection.execute_batch(&schema()).unwrap();
        Self { connection, cost: Cost::default() }
    }

    fn one(&mut self, statement: &Statement) -> rusqlite::Result<Vec<Row>> {
        assert!(statement.params.len() <= 100, "D1 binds 100 at most: {}", statement.sql);
        let mut prepared = self.connection.prepare_cached(&statement.sql)?;
        let names: Vec<String> = prepared.column_names().into_iter().map(str::to_owned).collect();
        let mut rows = Vec::new();
        {
            let mut found = prepared.query(rusqlite::params_from_iter(statement.params.iter().map(bind)))?;
            while let Some(row) = found.next()? {
                let cells = names.iter().enumerate();
                rows.push(cells.map(|(at, name)| (name.clone(), cell(row.get_ref(at).unwrap()))).collect());
            }
        }
        self.cost.scanned += prepared.reset_status(StatementStatus::FullscanStep);
        self.cost.steps += prepared.reset_status(StatementStatus::VmStep);
        self.cost.statements += 1;
        Ok(rows)
    }

    /// All of it, or nothing and the message.
    pub fn batch(&mut self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, String> {
        self.connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        let results: rusqlite::Result<Vec<_>> = statements.iter().map(|one| self.one(one)).collect();
        let end = if results.is_ok() { "COMMIT" } else { "ROLLBACK" };
        self.connection.execute_batch(end).unwrap();
        results.map_err(|error| error.to_string())
    }

    pub fn read(&mut self, statement: Statement) -> Vec<Row> {
        self.batch(&[statement]).unwrap().remove(0)
    }

    pub fn take_cost(&mut self) -> Cost {
        std::mem::take(&mut self.cost)
    }

    pub fn count(&self, sql: &str) -> i64 {
        self.connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// Every row of every table, as text, for "nothing changed".
    pub fn dump(&self) -> Vec<String> {
        let tables = [
            "people",
            "sessions",
            "challenges",
            "teams",
            "members",
            "access",
            "roles",
            "projects",
            "invitations",
            "invitation_places",
            "links",
            "asks",
            "handovers",
            "posts",
            "images",
            "post_images",
            "history",
            "outbox",
            "commands",
            "tallies",
            "guard",
        ];
        let mut out = Vec::new();
        for table in tables {
            let mut prepared = self.connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
            let columns = prepared.column_count();
            let mut rows = prepared.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                let cells: Vec<String> =
                    (0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap())).collect();
                out.push(format!("{table}: {}", cells.join("|")));
            }
        }
        out
    }

    /// Reads and decides, and leaves the writing to the caller.
    pub fn decide(&mut self, group: &Group) -> Decided {
        let results = self.batch(&group.reads()).unwrap();
        group
            .decide(&results, |command, facts, asker, now| Some(decide(command, facts, asker, now)), encode)
            .unwrap()
    }

    /// What the Worker does with a group: again when it was stale.
    pub fn run(&mut self, group: &Group) -> Vec<Outcome> {
        let mut last = String::new();
        for _ in 0..5 {
            let decided = self.decide(group);
            if decided.writes.is_empty() {
                return decided.outcomes;
            }
            match self.batch(&decided.writes) {
                Ok(_) => return decided.outcomes,
                Err(message) => {
                    assert_eq!(Failure::of(&message), Failure::Stale, "{message}");
                    last = message;
                }
            }
        }
        panic!("stale five times: {last}");
    }

    pub fn ask(&mut self, command: Command, asker: Asker, key: &str, now: Timestamp) -> Outcome {
        let group = Group::new(command.lane(), vec![asked(command, asker, key)], now);
        self.run(&group).remove(0)
    }

    /// Carries a command out that must succeed.
    pub fn must(&mut self, command: Command, asker: Asker, now: Timestamp) -> Answer {
        let key = format!("{:?}", self.count("SELECT count(*) FROM commands"));
        match self.ask(command.clone(), asker, &key, now) {
            Outcome::Done(answer, _) => answer,
            other => panic!("{command:?}: {other:?}"),
        }
    }

    pub fn denied(&mut self, command: Command, asker: Asker, now: Timestamp) -> Denial {
        let before = self.dump();
        let outcome = self.ask(command, asker, "denied", now);
        assert_eq!(before, self.dump(), "a denial left a trace");
        match outcome {
            Outcome::Denied(denial) => denial,
            other => panic!("not denied: {other:?}"),
        }
    }
}

pub fn asked(command: Command, asker: Asker, key: &str) -> Asked {
    let body = Digest([u8::try_from(format!("{command:?}").len() % 251).unwrap(); 32]);
    Asked { command, asker, key: Key(key.to_owned()), body }
}

pub fn encode(answer: &Answer) -> Reply {
    Reply { status: 200, body: format!("{answer:?}") }
}
