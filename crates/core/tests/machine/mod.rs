//! A state machine of people who do things to teams in any order, while time moves. Any [`Host`] can be driven by
//! it: the core over rows in memory, or a store. After each step a naive judge, written apart from the rules,
//! says whether what happened was allowed, and counts everything anew.
//!
//! Other crates include this folder by `#[path]`; their host keeps the rows elsewhere.
#![allow(dead_code, unused_imports, reason = "each crate that includes this folder uses another part of it")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on fails loudly"
)]

pub mod act;
pub mod agree;
pub mod cast;
pub mod handover;
pub mod hidden;
pub mod host;
pub mod images;
pub mod judge;
pub mod must;
pub mod naive;
pub mod run;
pub mod tell;
pub mod without;
pub mod world;

pub use host::{Host, Memory};
pub use run::{cases, check};
pub use world::World;
