//! The tools that building needs: found, or installed to their usual places when the right version is missing.

mod chromium;
mod rust;
mod wasm_bindgen;
mod worker_build;

pub use chromium::chromium;
pub use rust::{EdgeToolchain, edge_toolchain, wasm_target};
pub use wasm_bindgen::wasm_bindgen;
pub use worker_build::worker_build;

use std::path::PathBuf;

/// Where `cargo install` puts programs, if one of that name is there.
fn installed(name: &str) -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = std::env::home_dir()?;
        Some(home.join(".cargo"))
    })?;
    let path = home.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    path.exists().then_some(path)
}
