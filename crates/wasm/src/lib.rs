//! The browser's shell over `roster-core`: it converts values and calls. Every rule is left to core, every sentence
//! to the page, and the shape of what crosses to the package around it (`npm/`).
//!
//! What crosses is flat: numbers, ids and codes as text, and a set of checkmarks as one number of 52 bits.

mod engine;
mod flat;
mod person;
mod post;
mod preview;
mod price;
mod rows;

pub use engine::{Engine, Held};
pub use person::Person;
pub use preview::Preview;
pub use price::{Price, full_price, invitation_price, plan_price, seats_price};
pub use rows::Phrase;

use wasm_bindgen::prelude::wasm_bindgen;

/// The digest of the catalogue that this build knows.
#[wasm_bindgen]
#[must_use]
pub fn catalogue() -> String {
    roster_core::generated::catalogue::DIGEST.to_owned()
}

/// The set with one checkmark ticked, and what that one needs.
#[wasm_bindgen]
#[must_use]
pub fn tick(bits: f64, permission: &str) -> f64 {
    flat::change(bits, permission, roster_core::PermissionSet::tick)
}

/// The set with one checkmark unticked, and all that cannot be held without it.
#[wasm_bindgen]
#[must_use]
pub fn untick(bits: f64, permission: &str) -> f64 {
    flat::change(bits, permission, roster_core::PermissionSet::untick)
}

/// Whether holding the set takes an editor seat.
#[wasm_bindgen(js_name = takesSeat)]
#[must_use]
pub fn takes_seat(bits: f64) -> bool {
    flat::set(bits).takes_seat()
}
