//! The types of the package, the page and the tests.

use super::count::Count;
use crate::build::wasm;
use crate::command::{command, run};
use crate::failure::Outcome;
use crate::paths;

/// One test for each TypeScript project. The package is built first: the others take their types from it.
pub fn types() -> Outcome<Count> {
    wasm::build()?;
    let projects = ["crates/wasm/npm", "www", "tests"];
    Ok(Count::of(projects.map(|project| (project, check(project))).into()))
}

fn check(project: &str) -> Outcome {
    run(command(paths::npm_bin("tsc")).args(["--noEmit", "-p", project]))
}
