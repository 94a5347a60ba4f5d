//! D1: statements go out as batches, each one round trip and one transaction, and rows come back. What is asked and what
//! it means is store's.

use core::cell::Cell as Shared;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, Object, Reflect};
use roster_store::{Cell, Row, Statement, Value};
use wasm_bindgen::{JsCast as _, JsValue};
use worker::js_sys::futures::JsFuture;
use worker::worker_sys::types::{D1Database, D1PreparedStatement, D1Result};
use worker::{Delay, Env};

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
    d1: D1Database,
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
            d1: JsValue::from(d1).unchecked_into(),
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
        let prepared: Result<Array, JsValue> = statements.iter().map(|it| self.prepare(it)).collect();
        let promise = prepared.and_then(|prepared| self.d1.batch(prepared)).map_err(|it| failed(&it))?;
        let results = JsFuture::from(promise).await.map_err(|it| failed(&it))?;
        Array::from(&results).iter().map(|result| self.rows(&result.unchecked_into())).collect()
    }

    /// Carries a batch of writes out.
    ///
    /// # Errors
    /// As [`Self::batch`]; whether anything was written then is for the caller to find out.
    pub async fn write(&self, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Failed> {
        #[cfg(feature = "dev")]
        return crate::dev::faults::write(self, statements).await;
        #[cfg(not(feature = "dev"))]
        return self.batch(statements).await;
    }

    fn prepare(&self, statement: &Statement) -> Result<D1PreparedStatement, JsValue> {
        self.d1.prepare(&statement.sql)?.bind(statement.params.iter().map(bound).collect())
    }

    fn rows(&self, result: &D1Result) -> Result<Vec<Row>, Failed> {
        let meta = result.meta().map_err(|it| failed(&it))?;
        let rows_read = Reflect::get(&meta, &"rows_read".into()).ok().and_then(|rows| rows.as_f64());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count, for tests")]
        self.count(Counts { round_trips: 0, rows_read: rows_read.unwrap_or(0.0) as u32 });
        let rows = result.results().map_err(|it| failed(&it))?.unwrap_or_default();
        Ok(rows.iter().map(|row| read(&row.unchecked_into())).collect())
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

/// A row as D1 gives it: an object of numbers, texts and nulls.
fn read(row: &Object) -> Row {
    let pair = |pair: JsValue| {
        let pair = Array::from(&pair);
        Some((pair.get(0).as_string()?, cell(&pair.get(1))))
    };
    Object::entries(row).iter().filter_map(pair).collect()
}

fn cell(value: &JsValue) -> Cell {
    match (value.as_f64(), value.as_string()) {
        (Some(number), _) => Cell::Real(number),
        (None, Some(text)) => Cell::Text(text),
        (None, None) => Cell::Null,
    }
}

fn failed(error: &JsValue) -> Failed {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    Failed { message: message.unwrap_or_else(|| "D1 failed and did not say why".to_owned()) }
}

/// What an error says, in one line. Errors of D1 come in two kinds, and one of them cannot be displayed.
pub fn message_of(error: &worker::Error) -> String {
    match error {
        worker::Error::D1(error) => error.cause(),
        worker::Error::UnknownJsError { message, .. } => message.clone(),
        worker::Error::Internal(value) => {
            js_sys::JSON::stringify(value).map(String::from).unwrap_or_default()
        }
        other => other.to_string().lines().next().unwrap_or_default().to_owned(),
    }
}
