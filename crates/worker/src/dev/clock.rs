//! `POST /dev/clock {"offsetMillis": 60000}` moves the time of this isolate; the objects are handed theirs.

use core::sync::atomic::{AtomicI64, Ordering};

use serde::Deserialize;
use worker::{Request, Response};

static OFFSET: AtomicI64 = AtomicI64::new(0);

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Set {
    offset_millis: i64,
}

/// How far the clock is moved, in milliseconds.
pub fn offset() -> i64 {
    OFFSET.load(Ordering::Relaxed)
}

/// Moves the clock.
///
/// # Errors
/// When the body is another.
pub async fn set(request: &mut Request) -> worker::Result<Response> {
    let set: Set = request.json().await?;
    OFFSET.store(set.offset_millis, Ordering::Relaxed);
    Response::from_json(&serde_json::json!({ "now": crate::clock::now().0 }))
}
