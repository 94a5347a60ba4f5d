//! How many tests passed and failed, and the line that says so.

use std::fmt;

use crate::failure::Outcome;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
}

impl Count {
    pub const SUCCESS: Self = Self { passed: 1, failed: 0 };
    pub const FAILURE: Self = Self { passed: 0, failed: 1 };

    /// Counts checks, telling each that failed.
    pub fn of(checks: Vec<(&'static str, Outcome)>) -> Self {
        let mut count = Self::default();
        for (name, outcome) in checks {
            count.add(match outcome {
                Ok(()) => Self::SUCCESS,
                Err(failure) => {
                    println!("{name}: {failure}");
                    Self::FAILURE
                }
            });
        }
        count
    }

    pub fn add(&mut self, other: Self) {
        self.passed = self.passed.saturating_add(other.passed);
        self.failed = self.failed.saturating_add(other.failed);
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}
