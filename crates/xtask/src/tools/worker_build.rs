//! `worker-build`, which turns the Worker's crate into modules that the edge runs.

use std::path::{Path, PathBuf};

use super::installed;
use crate::command::{answer, command, run};
use crate::failure::{Failure, Outcome};

const VERSION: &str = "0.8.7";

/// The program at the version of the `worker` crate, compiled if it is missing.
pub fn worker_build() -> Outcome<PathBuf> {
    if let Some(program) = installed("worker-build").filter(|program| is_current(program)) {
        return Ok(program);
    }
    println!("compiling worker-build {VERSION} (some minutes, once)");
    run(command("cargo").args(["install", "--quiet", "worker-build", "--version", VERSION, "--locked"]))?;
    installed("worker-build").ok_or_else(|| Failure::new("worker-build is not where cargo installs"))
}

fn is_current(program: &Path) -> bool {
    answer(program, &["--version"]).is_some_and(|line| line.ends_with(VERSION))
}
