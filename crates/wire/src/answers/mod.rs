//! What comes out: one shape for each answer.

mod account;
mod asks;
mod joining;
mod team;
mod work;

use crate::shapes::shapes;

pub use account::*;
pub use asks::*;
pub use joining::*;
pub use team::*;
pub use work::*;

shapes! {
    /// It was done.
    pub struct Done {}

    /// The Worker answers.
    pub struct Health {
        /// Always true.
        pub ok: bool,
        /// The digest of the catalogue that this build knows.
        pub catalogue: String,
    }
}
