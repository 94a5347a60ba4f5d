//! The Worker: its crate, through worker-build, into `build/release` or `build/dev`.

use std::path::PathBuf;

use super::names;
use super::slim::slim;
use super::{Purpose, inputs, small};
use crate::command::{command, run_quietly};
use crate::failure::Outcome;
use crate::paths;
use crate::stamp::Stamp;
use crate::tools;

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
        &format!(
            "own shim, slim, linked without dead classes, in order of windows, short names, {}",
            small::WORKER
        ),
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
        Purpose::Release => {
            small::set(&mut build, small::WORKER)?;
            small::link_without_dead_classes(&mut build)?;
            build.args(["--release", "--no-opt", "."]).args(small::STD)
        }
        Purpose::Development => build.args(["--profile", "edge-dev", "--no-opt", ".", "--features", "dev"]),
    };
    run_quietly(&mut build)?;
    if purpose == Purpose::Release {
        let [shim, module] = parts(purpose);
        slim(&module)?;
        names::shorten(&shim, &module)?;
    }
    stamp.keep()
}

/// What the Worker is made of.
const CRATES: [&str; 4] = ["core", "store", "wire", "worker"];

fn folder(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Release => "release",
        Purpose::Development => "dev",
    }
}
