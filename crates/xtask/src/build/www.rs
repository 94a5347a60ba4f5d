//! The page: Vite over `www`, into `www/dist`.

use std::process::Command;

use crate::command::{command, run_quietly};
use crate::failure::{Doing, Outcome};
use crate::paths;
use crate::stamp::Stamp;

pub fn build() -> Outcome {
    let www = paths::at("www");
    let parts = ["src", "public", "index.html", "vite.config.ts", "package.json"].map(|part| www.join(part));
    let others = ["elements/src", "crates/wasm/npm/dist", "package-lock.json", DESCRIPTION].map(paths::at);
    let inputs: Vec<_> = parts.into_iter().chain(others).collect();
    let stamp = Stamp::of("www", &inputs, "")?;
    if stamp.is_fresh(&www.join("dist/index.html")) {
        return Ok(());
    }
    println!("building the page");
    run_quietly(&mut vite(&["build", "--logLevel", "warn"]))?;
    std::fs::copy(paths::at(DESCRIPTION), www.join("dist/openapi.json")).doing(DESCRIPTION)?;
    stamp.keep()
}

/// The API's description lies beside the page: the Worker serves it from there, and need not carry it.
const DESCRIPTION: &str = "crates/wire/openapi.json";

/// Vite, building again whenever a file that the page imports changes. What is served meanwhile stays in place.
pub fn watcher() -> Command {
    vite(&["build", "--watch", "--emptyOutDir", "false", "--logLevel", "warn"])
}

fn vite(arguments: &[&str]) -> Command {
    let mut vite = command(paths::npm_bin("vite"));
    vite.args(arguments).current_dir(paths::at("www"));
    vite
}
