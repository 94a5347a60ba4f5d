//! The decision: a command, the facts it needs, who asks and the time go in; changes or a denial come out.

mod reads;
mod sign_in;

use crate::change::Decision;
use crate::command::{Asker, Command};
use crate::denial::Denial;
use crate::facts::Facts;
use crate::time::Timestamp;

/// Decides one command over the facts that [`crate::needs()`] named.
///
/// # Errors
/// The reason why it is refused; nothing changes then.
pub fn decide(
    _command: &Command,
    _facts: &Facts,
    _asker: Asker,
    _now: Timestamp,
) -> Result<Decision, Denial> {
    Err(Denial::NotFound)
}

pub use reads::needs;
