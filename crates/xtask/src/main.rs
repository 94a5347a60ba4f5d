//! `cargo xtask`: every developer command. Each command is a module; this file only chooses.

fn main() {}
