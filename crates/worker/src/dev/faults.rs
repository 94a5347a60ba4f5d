//! `POST /dev/faults` makes the next things of this isolate go wrong: `{"writes": "before" | "after", "times": 1}` fails
//! write batches before or after they commit, `{"mail": 2}` fails that many sendings, `{"panicOnKey": "k"}` panics while
//! the command with that Idempotency-Key is decided, and `{"limits": true}` turns the limits on, which are off here.

use std::cell::RefCell;

use serde::Deserialize;
use worker::{Request, Response};

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
    panic_on_key: Option<String>,
    limits: bool,
}

thread_local! {
    static FAULTS: RefCell<Faults> = RefCell::default();
}

/// Whether, and when, the write batch that is about to go out fails. Asking uses it up.
pub fn of_write() -> Option<Moment> {
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

/// Whether limits count here.
pub fn limits() -> bool {
    FAULTS.with_borrow(|faults| faults.limits)
}

/// Panics if the command with this key was asked to.
pub fn of_decision(key: &str) {
    if FAULTS.with_borrow(|faults| faults.panic_on_key.as_deref() == Some(key)) {
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
