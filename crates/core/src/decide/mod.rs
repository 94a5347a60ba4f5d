//! The decision: a command, the facts it needs, who asks and the time go in; changes or a denial come out.

use crate::change::Decision;
use crate::command::{Asker, Command};
use crate::denial::Denial;
use crate::facts::Facts;
use crate::needs::Need;
use crate::time::Timestamp;

/// Decides one command over the facts that [`needs`] named.
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

/// The facts that a command needs.
#[must_use]
pub fn needs(_command: &Command, _asker: Asker, _now: Timestamp) -> Vec<Need> {
    Vec::new()
}
