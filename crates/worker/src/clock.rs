//! The time, read in one place and handed on. The development build can move it.

use roster_core::Timestamp;

/// Now. At the edge it only moves on after input or output.
pub fn now() -> Timestamp {
    let real = i64::try_from(worker::Date::now().as_millis()).unwrap_or(i64::MAX);
    Timestamp(real).plus(offset())
}

#[cfg(feature = "dev")]
fn offset() -> i64 {
    crate::dev::clock::offset()
}

#[cfg(not(feature = "dev"))]
const fn offset() -> i64 {
    0
}
