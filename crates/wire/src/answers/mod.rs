//! What comes out: one shape for each answer.

mod account;
mod asks;
mod export;
mod handover;
mod images;
mod joining;
mod live;
mod roles;
mod team;
mod work;

use crate::shapes::shapes;

#[cfg(feature = "openapi")]
pub use crate::shapes::Binary;
pub use account::*;
pub use asks::*;
pub use export::*;
pub use handover::*;
pub use images::*;
pub use joining::*;
pub use live::*;
pub use roles::*;
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
