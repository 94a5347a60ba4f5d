//! Building what is shipped and what developers run. Each part is skipped while its inputs are as they were.

pub mod elements;
mod names;
mod order;
mod slim;
mod small;
pub mod wasm;
pub mod worker;
pub mod www;

use std::path::{Path, PathBuf};

use crate::failure::{Doing, Failure, Outcome};
use crate::flags::Flags;
use crate::npm;
use crate::paths;
use crate::tools;

/// What a build of the Worker is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// What is deployed, and measured.
    Release,
    /// What `cargo xtask dev` and the tests run: with the crate's feature `dev`, and quick to compile.
    Development,
}

pub fn run(flags: &Flags) -> Outcome {
    let purpose = if flags.has("--dev") { Purpose::Development } else { Purpose::Release };
    npm::install()?;
    tools::wasm_target()?;
    match flags.name() {
        Some("worker") => worker::build(purpose),
        Some("wasm") => wasm::build(),
        Some("elements") => elements::build(),
        Some("www") => www::build(),
        None => all(purpose),
        Some(other) => Err(Failure::new(format!("there is no `{other}` to build"))),
    }
}

/// Everything, in the order in which one needs the other.
pub fn all(purpose: Purpose) -> Outcome {
    wasm::build()?;
    elements::build()?;
    www::build()?;
    worker::build(purpose)
}

/// The inputs that lie in these crates, and what all crates share.
fn inputs(crates: &[&str]) -> Vec<PathBuf> {
    let shared = ["Cargo.toml", "Cargo.lock", ".cargo/config.toml"].map(paths::at);
    let parts = crates.iter().flat_map(|name| {
        ["src", "data", "migrations", "Cargo.toml"].map(|part| paths::at(&format!("crates/{name}/{part}")))
    });
    shared.into_iter().chain(parts).collect()
}

/// Copies the files of one folder into another.
fn copy_files(from: &Path, to: &Path) -> Outcome {
    std::fs::create_dir_all(to).doing(to.display())?;
    for entry in std::fs::read_dir(from).doing(from.display())?.flatten() {
        std::fs::copy(entry.path(), to.join(entry.file_name())).doing(to.display())?;
    }
    Ok(())
}
