//! The Worker: its crate, through worker-build, into `build/release` or `build/dev`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::slim::{drop_dead_classes, slim};
use super::{Purpose, inputs};
use crate::command::{command, run_quietly};
use crate::failure::{Doing, Outcome};
use crate::paths;
use crate::stamp::Stamp;
use crate::tools::{self, EdgeToolchain};

/// What the edge starts with.
pub fn entry(purpose: Purpose) -> PathBuf {
    paths::at("build").join(folder(purpose)).join("index.js")
}

/// What it starts with in turn: the shim with all other JavaScript, and the compiled module.
pub fn parts(purpose: Purpose) -> [PathBuf; 2] {
    ["shim.mjs", "index.wasm"].map(|name| entry(purpose).with_file_name("worker").join(name))
}

pub fn build(purpose: Purpose) -> Outcome {
    let stamp = Stamp::of(
        &format!("worker-{}", folder(purpose)),
        &inputs(&CRATES),
        &format!("own shim, slim, in order, {SMALL}"),
    )?;
    if stamp.is_fresh(&entry(purpose)) {
        return Ok(());
    }
    println!("building the Worker ({})", folder(purpose));
    let mut build = command(tools::worker_build()?);
    build
        .current_dir(paths::at("crates/worker"))
        .env("WASM_BINDGEN_BIN", tools::wasm_bindgen()?)
        .env("WASM_OPT_BIN", paths::npm_bin("wasm-opt"))
        .env("ESBUILD_BIN", paths::npm_bin("esbuild"))
        .env("CUSTOM_SHIM", paths::at("crates/worker/shim.js"))
        // The compiler says what is wrong; where worker-build stood does not help.
        .env("RUST_BACKTRACE", "0")
        // A folder of its own: cargo's lock would make every other command wait for it.
        .env("CARGO_TARGET_DIR", paths::at("target/edge"))
        .arg("--out-dir")
        .arg(format!("../../build/{}", folder(purpose)));
    match purpose {
        Purpose::Release => build
            .env("PATH", path_with_pin(&tools::edge_toolchain()?)?)
            .env("RUSTFLAGS", SMALL)
            .args(["--release", "--no-opt", "."])
            .args(SMALL_STD),
        Purpose::Development => build.args(["--profile", "edge-dev", "--no-opt", ".", "--features", "dev"]),
    };
    run_quietly(&mut build)?;
    if purpose == Purpose::Release {
        let [_, module] = parts(purpose);
        drop_dead_classes(&module)?;
        slim(&module)?;
    }
    stamp.keep()
}

/// Nothing says in which line a panic was: that is a tenth of the module. Log lines say what failed.
const SMALL: &str = "-Zlocation-detail=none";
/// The standard library is built anew, with the smaller of its algorithms.
const SMALL_STD: [&str; 4] =
    ["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"];

/// What the Worker is made of.
const CRATES: [&str; 4] = ["core", "store", "wire", "worker"];

fn folder(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Release => "release",
        Purpose::Development => "dev",
    }
}

/// `PATH` on which `cargo`, which worker-build calls, is the pinned toolchain's.
fn path_with_pin(toolchain: &EdgeToolchain) -> Outcome<OsString> {
    let folder = paths::at("target/edge/pinned");
    std::fs::create_dir_all(&folder).doing("target/edge/pinned")?;
    for program in ["cargo", "rustc"] {
        write_pin(&folder.join(program), program, toolchain)?;
    }
    let usual = paths::search_path();
    let all = std::iter::once(folder).chain(std::env::split_paths(&usual));
    std::env::join_paths(all).doing("PATH")
}

#[cfg(unix)]
fn write_pin(file: &Path, program: &str, toolchain: &EdgeToolchain) -> Outcome {
    use std::os::unix::fs::PermissionsExt;
    let name = toolchain.name();
    let text = format!("#!/bin/sh\nexec rustup run {name} {program} \"$@\"\n");
    std::fs::write(file, text).doing(file.display())?;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o755)).doing(file.display())
}

/// Elsewhere the machine's own nightly is used.
#[cfg(not(unix))]
fn write_pin(_file: &Path, _program: &str, _toolchain: &EdgeToolchain) -> Outcome {
    Ok(())
}
