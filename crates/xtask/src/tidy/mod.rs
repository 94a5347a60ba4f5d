//! What no compiler checks: the arrows between crates, and how sources are written.

mod arrows;
mod sources;

use crate::command::{command, run};
use crate::failure::Outcome;
use crate::generate;

/// Every check by its name.
pub fn checks() -> Vec<(&'static str, Outcome)> {
    vec![
        ("arrows", arrows::hold()),
        ("core has nothing below it", arrows::core_is_alone()),
        ("core is for wasm too", core_compiles_for_wasm()),
        ("files say what they are for", sources::begin_with_a_comment()),
        ("files are short", sources::are_short()),
        ("nothing is left for later", sources::are_finished()),
        ("generated files are up to date", generate::check()),
    ]
}

fn core_compiles_for_wasm() -> Outcome {
    let arguments = [
        "check",
        "--quiet",
        "-p",
        "roster-core",
        "--no-default-features",
        "--target",
        "wasm32-unknown-unknown",
    ];
    run(command("cargo").args(arguments))
}
