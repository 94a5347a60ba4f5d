//! Which crate may use which (crates/ARCHITECTURE.md). There are no other arrows.

use crate::command::{command, run_quietly};
use crate::failure::{Failure, Outcome};

/// Each crate with all of the workspace that may lie below it.
const ARROWS: [(&str, &[&str]); 6] = [
    ("roster-core", &[]),
    ("roster-store", &["roster-core"]),
    ("roster-wire", &["roster-core"]),
    ("roster-wasm", &["roster-core", "roster-wire"]),
    ("roster-worker", &["roster-core", "roster-store", "roster-wire"]),
    ("xtask", &[]),
];

/// Crates that bring a runtime, a clock or JavaScript: for the shells only.
const SHELLS_ONLY: [&str; 7] =
    ["tokio", "worker", "js-sys", "web-sys", "wasm-bindgen", "chrono", "getrandom"];

pub fn hold() -> Outcome {
    let mut wrong = Vec::new();
    for (name, allowed) in ARROWS {
        let pure = ["roster-store", "roster-wire"].contains(&name);
        for below in crates_below(name)? {
            let forbidden = below.starts_with("roster-") && !allowed.contains(&below.as_str());
            if forbidden || (pure && SHELLS_ONLY.contains(&below.as_str())) {
                wrong.push(format!("{name} must not use {below}"));
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Failure::new(wrong.join("; "))) }
}

pub fn core_is_alone() -> Outcome {
    let below = crates_below("roster-core")?;
    if below.is_empty() { Ok(()) } else { Err(Failure::new(format!("core uses {}", below.join(", ")))) }
}

/// The names of all crates that `name` is made of, itself left out.
fn crates_below(name: &str) -> Outcome<Vec<String>> {
    let arguments =
        ["tree", "-p", name, "--edges", "normal", "--prefix", "none", "--format", "{lib}", "--target", "all"];
    let text = run_quietly(command("cargo").args(arguments))?;
    let names = text.lines().map(|line| line.trim().replace('_', "-"));
    Ok(names.filter(|line| !line.is_empty() && line != name).collect())
}
