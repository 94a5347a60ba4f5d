//! The types of the package, the page and the tests; and the tests of the package, which need Node alone.

use super::count::Count;
use crate::build::wasm;
use crate::command::{command, output, run};
use crate::failure::{Failure, Outcome};
use crate::paths;

/// One test for each TypeScript project. The package is built first: the others take their types from it.
pub fn types() -> Outcome<Count> {
    wasm::build()?;
    let projects = ["crates/wasm/npm", "crates/wasm/npm/test", "elements", "www", "tests"];
    Ok(Count::of(projects.map(|project| (project, check(project))).into()))
}

fn check(project: &str) -> Outcome {
    run(command(paths::npm_bin("tsc")).args(["--noEmit", "-p", project]))
}

/// The tests of the package, over snapshots and a `fetch` of their own.
pub fn package() -> Outcome<Count> {
    wasm::build()?;
    let mut node = command(paths::npm_bin("node"));
    let told = output(
        node.args(["--test", "--test-reporter=tap"]).arg(paths::at("crates/wasm/npm/test/*.test.ts")),
    )?;
    let text = String::from_utf8_lossy(&told.stdout);
    let count = Count { passed: counted(&text, "# pass "), failed: counted(&text, "# fail ") };
    if count.failed > 0 {
        println!("{text}");
    }
    if count == Count::default() {
        Err(Failure::new("the tests of the package did not run"))
    } else {
        Ok(count)
    }
}

fn counted(text: &str, label: &str) -> usize {
    text.lines().find_map(|line| line.strip_prefix(label)?.trim().parse().ok()).unwrap_or(0)
}
