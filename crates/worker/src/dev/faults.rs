//! `POST /dev/faults` makes the next things of this isolate go wrong: `{"writes": "before" | "after", "times": 1}` fails
//! write batches before or after they commit, `{"mail": 2}` fails that many sendings, `{"bounce": 1}` has that many
//! refused for good, `{"deaf": true}` tells no room of what changes, `{"panicOn": "text"}` panics while a command that speaks of that text is decided, and
//! `{"limits": true}` turns the limits on, which are off here.

use std::cell::RefCell;

use roster_core::Command;
use roster_store::{Row, Statement};
use serde::Deserialize;
use worker::{Request, Response};

use crate::d1::{Database, Failed};

/// When a write batch fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Moment {
    /// It never reaches the database.
    Before,
    /// It is committed, and the answer is lost.
    After,
}

/// What is to go wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct Faults {
    writes: Option<Moment>,
    times: u32,
    mail: u32,
    bounce: u32,
    panic_on: Option<String>,
    limits: bool,
    deaf: bool,
}

thread_local! {
    static FAULTS: RefCell<Faults> = RefCell::default();
}

/// Whether, and when, the write batch that is about to go out fails. Asking uses it up.
fn of_write() -> Option<Moment> {
    FAULTS.with_borrow_mut(|faults| {
        let moment = faults.writes?;
        faults.times = faults.times.saturating_sub(1);
        if faults.times == 0 {
            faults.writes = None;
        }
        Some(moment)
    })
}

/// Whether the mail that is about to go out fails. Asking uses it up.
pub fn of_mail() -> bool {
    FAULTS.with_borrow_mut(|faults| {
        let fails = faults.mail > 0;
        faults.mail = faults.mail.saturating_sub(1);
        fails
    })
}

/// Whether the mail that is about to go out is refused for good. Asking uses it up.
pub fn of_bounce() -> bool {
    FAULTS.with_borrow_mut(|faults| {
        let bounces = faults.bounce > 0;
        faults.bounce = faults.bounce.saturating_sub(1);
        bounces
    })
}

/// Whether limits count here.
pub fn limits() -> bool {
    FAULTS.with_borrow(|faults| faults.limits)
}

/// Whether rooms are told nothing.
pub fn deaf() -> bool {
    FAULTS.with_borrow(|faults| faults.deaf)
}

/// Carries a batch of writes out, or fails as it was told to.
///
/// # Errors
/// As the batch itself, and on purpose.
pub async fn write(db: &Database, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Failed> {
    let on_purpose = || Failed { message: "Network connection lost (on purpose)".to_owned() };
    let moment = if statements.is_empty() { None } else { of_write() };
    match moment {
        None => db.batch(statements).await,
        Some(Moment::Before) => Err(on_purpose()),
        Some(Moment::After) => db.batch(statements).await.and_then(|_| Err(on_purpose())),
    }
}

/// Panics if this command was asked to: a name or address with this text in it.
pub fn of_decision(command: &Command) {
    let text = FAULTS.with_borrow(|faults| faults.panic_on.clone());
    if text.is_some_and(|text| format!("{command:?}").contains(&text)) {
        super::panic_on_purpose::<()>();
    }
}

/// Sets what goes wrong next.
///
/// # Errors
/// When the body is another.
pub async fn set(request: &mut Request) -> worker::Result<Response> {
    let faults: Faults = request.json().await?;
    FAULTS.set(faults);
    Response::from_json(&serde_json::json!({}))
}
