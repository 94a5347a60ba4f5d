//! What a failed batch says about itself, read from the text that SQLite and D1 give.

/// Why a batch of writes failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A fact no longer held, or a row had come into being meanwhile: read and decide again, at most five times.
    Stale,
    /// A constraint that core should have spoken before: decide the group's commands one by one.
    Refused,
    /// Nobody knows whether it was carried out: read again under the same keys, which finds the stored replies.
    Unknown,
}

impl Failure {
    /// The kind of failure that this message tells of.
    #[must_use]
    pub fn of(message: &str) -> Self {
        if message.contains("CHECK constraint failed: STALE") || message.contains("UNIQUE constraint failed")
        {
            Self::Stale
        } else if message.contains("constraint failed") {
            Self::Refused
        } else {
            Self::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_of_both_hosts() {
        for (message, failure) in [
            ("CHECK constraint failed: STALE", Failure::Stale),
            (
                "D1_ERROR: UNIQUE constraint failed: commands.scope, commands.key: SQLITE_CONSTRAINT",
                Failure::Stale,
            ),
            ("D1_ERROR: CHECK constraint failed: SEATS: SQLITE_CONSTRAINT (extended: …)", Failure::Refused),
            ("FOREIGN KEY constraint failed", Failure::Refused),
            ("Network connection lost.", Failure::Unknown),
        ] {
            assert_eq!(Failure::of(message), failure, "{message}");
        }
    }
}
