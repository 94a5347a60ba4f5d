//! D1: statements go out as batches, each one round trip and one transaction, and rows come back. What is asked and what
//! it means is store's.

use core::cell::Cell as Shared;
use std::rc::Rc;
use std::time::Duration;

use roster_store::{Cell, Row, Statement, Value};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use wasm_bindgen::JsValue;
use worker::{D1Database, D1PreparedStatement, Delay, Env};

use crate::random;

/// Further tries of a batch that another writer kept out: nothing of it was done. D1 has one writer, and a database that
/// two local edges share has two.
const BUSY_TRIES: u32 = 4;
/// The longest pause before the second try, in milliseconds.
const FIRST_PAUSE_MILLIS: u64 = 50;

/// Waits up to twice as long each time, and not as long as a neighbour that failed at the same moment.
pub async fn pause(attempt: u32) {
    let most = FIRST_PAUSE_MILLIS.saturating_mul(1 << attempt.min(6));
    Delay::from(Duration::from_millis(random::below(most))).await;
}

/// What one request asked of the database.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Batches sent, one after the other.
    pub round_trips: u32,
    /// Rows that they looked at.
    pub rows_read: u32,
}

/// The database, with the counts of one request or one drain.
#[derive(Clone)]
pub struct Database {
    d1: Rc<D1Database>,
    counts: Rc<Shared<Counts>>,
    /// Whether this is the mailbox of the development build, whose work is nobody's.
    #[cfg(feature = "dev")]
    unseen: bool,
}

/// A batch failed; nothing of it was written, unless the answer itself was lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// What D1 said.
    pub message: String,
}

impl Database {
    /// The database of the deployment, with nothing counted yet.
    ///
    /// # Errors
    /// When the binding is missing.
    pub fn of(env: &Env) -> Result<Self, Failed> {
        let d1 = env.d1("DB").map_err(|error| Failed { message: message_of(&error) })?;
        Ok(Self {
            d1: Rc::new(d1),
            counts: Rc::default(),
            #[cfg(feature = "dev")]
            unseen: false,
        })
    }

    /// The same database, for work that is counted nowhere.
    #[cfg(feature = "dev")]
    pub fn unseen(&self) -> Self {
        Self { unseen: true, ..self.clone() }
    }

    /// What was asked so far.
    pub fn counts(&self) -> Counts {
        self.counts.get()
    }

    /// Adds what somebody else asked on behalf of this request.
    pub fn add(&self, other: Counts) {
        let counts = self.counts.get();
        self.counts.set(Counts {
            round_trips: counts.round_trips.saturating_add(other.round_trips),
            rows_read: counts.rows_read.saturating_add(other.rows_read),
        });
    }

    /// Counts work of this request's own.
    fn count(&self, work: Counts) {
        #[cfg(feature = "dev")]
        if self.unseen {
            return;
        }
        self.add(work);
        #[cfg(feature = "dev")]
        crate::dev::counts::count(work);
    }

    /// Carries a batch out: the rows of each statement, in order.
    ///
    /// # Errors
    /// When D1 refuses a statement, or cannot be reached. An empty batch is not sent.
    pub async fn batch(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Failed> {
        if statements.is_empty() {
            return Ok(Vec::new());
        }
        for attempt in 0..BUSY_TRIES {
            match self.send(statements).await {
                Err(failed) if failed.message.contains("SQLITE_BUSY") => pause(attempt).await,
                outcome => return outcome,
            }
        }
        self.send(statements).await
    }

    async fn send(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Failed> {
        self.count(Counts { round_trips: 1, rows_read: 0 });
        let prepared: Result<Vec<_>, _> = statements.iter().map(|it| self.prepare(it)).collect();
        let results = self.d1.batch(prepared?).await.map_err(failed)?;
        results.iter().map(|result| self.rows(result)).collect()
    }

    /// Carries a batch of writes out.
    ///
    /// # Errors
    /// As [`Self::batch`]; whether anything was written then is for the caller to find out.
    pub async fn write(&self, statements: &[Statement]) -> Result<(), Failed> {
        #[cfg(feature = "dev")]
        return crate::dev::faults::write(self, statements).await;
        #[cfg(not(feature = "dev"))]
        return self.batch(statements).await.map(drop);
    }

    fn prepare(&self, statement: &Statement) -> Result<D1PreparedStatement, Failed> {
        let values: Vec<JsValue> = statement.params.iter().map(bound).collect();
        self.d1.prepare(&*statement.sql).bind(&values).map_err(failed)
    }

    fn rows(&self, result: &worker::D1Result) -> Result<Vec<Row>, Failed> {
        let meta = result.meta().map_err(failed)?;
        let read = meta.and_then(|meta| meta.rows_read).and_then(|rows| u32::try_from(rows).ok());
        self.count(Counts { round_trips: 0, rows_read: read.unwrap_or(0) });
        let rows: Vec<Read> = result.results().map_err(failed)?;
        Ok(rows.into_iter().map(|Read(row)| row).collect())
    }
}

/// D1 takes every number as a JavaScript number, and knows no `undefined`.
fn bound(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        #[expect(clippy::cast_precision_loss, reason = "whole numbers below 2^53, as store promises")]
        Value::Integer(number) => JsValue::from_f64(*number as f64),
        Value::Text(text) => JsValue::from_str(text),
    }
}

fn failed(error: worker::Error) -> Failed {
    Failed { message: message_of(&error) }
}

/// What an error says, in one line. Errors of D1 come in two kinds, and one of them cannot be displayed.
pub fn message_of(error: &worker::Error) -> String {
    match error {
        worker::Error::D1(error) => error.cause(),
        worker::Error::UnknownJsError { message, .. } => message.clone(),
        other => other.to_string().lines().next().unwrap_or_default().to_owned(),
    }
}

/// A row as D1 gives it: an object of numbers, texts and nulls.
struct Read(Row);

/// A cell as D1 gives it.
struct ReadCell(Cell);

impl<'de> Deserialize<'de> for Read {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Rows)
    }
}

struct Rows;

impl<'de> Visitor<'de> for Rows {
    type Value = Read;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a row")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Read, A::Error> {
        let mut cells = Vec::new();
        while let Some((name, ReadCell(cell))) = map.next_entry::<String, ReadCell>()? {
            cells.push((name, cell));
        }
        Ok(Read(cells.into_iter().collect()))
    }
}

impl<'de> Deserialize<'de> for ReadCell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Cells).map(Self)
    }
}

struct Cells;

impl Visitor<'_> for Cells {
    type Value = Cell;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a number, a text or null")
    }

    fn visit_unit<E>(self) -> Result<Cell, E> {
        Ok(Cell::Null)
    }

    fn visit_none<E>(self) -> Result<Cell, E> {
        Ok(Cell::Null)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Cell, E> {
        Ok(Cell::Integer(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Cell, E> {
        Ok(Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX)))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Cell, E> {
        Ok(Cell::Real(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Cell, E> {
        Ok(Cell::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Cell, E> {
        Ok(Cell::Text(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_from_numbers_texts_and_nulls() {
        let Read(row) = serde_json::from_str(r#"{"a":1,"b":1.5,"c":"x","d":null}"#).unwrap();
        let cells = ["a", "b", "c", "d", "e"].map(|name| row.cell(name).clone());
        let text = Cell::Text("x".to_owned());
        assert_eq!(cells, [Cell::Integer(1), Cell::Real(1.5), text, Cell::Null, Cell::Null]);
    }
}
