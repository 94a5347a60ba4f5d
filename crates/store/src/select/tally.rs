//! The columns of a counter, and their way back.

use roster_core::change::Tally;

use crate::codec::tally_from_text;
use crate::row::{Corrupt, Row};

/// A counter, as `y`.
pub const TALLY: &str = columns!("y", "key", "day", "count", "last_at");

pub fn tally(row: &Row) -> Result<Tally, Corrupt> {
    row.read("y_", |y| Tally {
        key: y.named("key", tally_from_text),
        day: y.integer("day"),
        count: y.number("count"),
        last_at: y.time("last_at"),
    })
}
