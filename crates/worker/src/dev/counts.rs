//! `GET /dev/counts`: how many batches this isolate has sent to D1 since it began, the objects' included, and how many
//! rows they read.

use core::sync::atomic::{AtomicU32, Ordering};

use worker::Response;

use crate::d1::Counts;

static BATCHES: AtomicU32 = AtomicU32::new(0);
static ROWS: AtomicU32 = AtomicU32::new(0);

/// Adds work to the totals.
pub fn count(work: Counts) {
    BATCHES.fetch_add(work.round_trips, Ordering::Relaxed);
    ROWS.fetch_add(work.rows_read, Ordering::Relaxed);
}

/// The totals.
///
/// # Errors
/// When the platform refuses to make a response.
pub fn answer() -> worker::Result<Response> {
    let (batches, rows) = (BATCHES.load(Ordering::Relaxed), ROWS.load(Ordering::Relaxed));
    Response::from_json(&serde_json::json!({ "batches": batches, "rowsRead": rows }))
}
