//! What `cargo xtask gen` writes from the data files, and nothing written by hand.

pub mod catalogue;
