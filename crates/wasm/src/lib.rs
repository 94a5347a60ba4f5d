//! The browser's shell over `roster-core`: it converts values and calls. Every rule is left to core.

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the package, so that a page can say what it runs.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
