//! Rust itself: the wasm target, and the toolchain that builds the Worker that is shipped.
//!
//! That one rebuilds the standard library for size, which only a nightly compiler does; it is pinned, so that every
//! machine builds the same.

use crate::command::{answer, command, run_quietly};
use crate::failure::{Failure, Outcome};

const PINNED: &str = "nightly-2026-05-20";
const ANY: &str = "nightly";
const WASM: &str = "wasm32-unknown-unknown";

/// The name of the toolchain that builds the Worker.
pub struct EdgeToolchain(&'static str);

impl EdgeToolchain {
    pub fn name(&self) -> &'static str {
        self.0
    }
}

/// Makes sure that the stable toolchain compiles for wasm.
pub fn wasm_target() -> Outcome {
    let list = answer("rustup", &["target", "list", "--installed"]).ok_or_else(rustup_is_missing)?;
    if list.lines().any(|line| line == WASM) {
        return Ok(());
    }
    run_quietly(command("rustup").args(["target", "add", WASM])).map(drop)
}

/// The pinned nightly; where it cannot be had, the machine's own.
pub fn edge_toolchain() -> Outcome<EdgeToolchain> {
    if is_complete(PINNED) {
        return Ok(EdgeToolchain(PINNED));
    }
    println!("installing Rust {PINNED}");
    if install(PINNED).is_ok() {
        return Ok(EdgeToolchain(PINNED));
    }
    println!("{PINNED} cannot be had, so {ANY} is used");
    if is_complete(ANY) || install(ANY).is_ok() {
        return Ok(EdgeToolchain(ANY));
    }
    Err(Failure::new(format!(
        "a nightly Rust is missing: rustup toolchain install {ANY} -c rust-src -t {WASM}"
    )))
}

fn install(toolchain: &str) -> Outcome {
    let arguments = ["toolchain", "install", toolchain, "--profile", "minimal", "-c", "rust-src", "-t", WASM];
    crate::command::output(command("rustup").args(arguments)).and_then(|output| {
        if output.status.success() { Ok(()) } else { Err(Failure::new(format!("no {toolchain}"))) }
    })
}

fn is_complete(toolchain: &str) -> bool {
    let list =
        answer("rustup", &["component", "list", "--toolchain", toolchain, "--installed"]).unwrap_or_default();
    list.lines().any(|line| line == "rust-src") && list.contains(WASM)
}

fn rustup_is_missing() -> Failure {
    Failure::new("rustup is missing: install Rust from https://rustup.rs")
}
