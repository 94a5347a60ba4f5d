//! The columns of a challenge, and their way back.

use roster_core::model::{Challenge, Language};

use crate::row::{Corrupt, Row};

/// A challenge, as `c`.
pub const CHALLENGE: &str =
    columns!("c", "id", "address", "browser", "language", "person", "created_at", "guesses", "used_at");

pub fn challenge(row: &Row) -> Result<Challenge, Corrupt> {
    row.read("c_", |c| Challenge {
        id: c.id("id"),
        address: c.address("address"),
        browser: c.digest("browser"),
        language: c.named("language", Language::of_tag),
        person: c.id_or_null("person"),
        created_at: c.time("created_at"),
        guesses: c.number("guesses"),
        used_at: c.time_or_null("used_at"),
    })
}
