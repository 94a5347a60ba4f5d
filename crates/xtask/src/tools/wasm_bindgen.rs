//! `wasm-bindgen`, the program, which must have the version of the crate.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::installed;
use crate::command::{answer, command, output, run};
use crate::failure::{Doing, Failure, Outcome};
use crate::paths;

/// The program at the locked version: the installed one, a prebuilt one, or one compiled now.
pub fn wasm_bindgen() -> Outcome<PathBuf> {
    let version = locked_version()?;
    let prebuilt = paths::at("target/tools").join(folder(&version)).join("wasm-bindgen");
    let found = [installed("wasm-bindgen"), Some(prebuilt.clone()), Some("wasm-bindgen".into())];
    if let Some(program) = found.into_iter().flatten().find(|program| is_version(program, &version)) {
        return Ok(program);
    }
    println!("getting wasm-bindgen {version}");
    if fetch(&version).is_ok() && is_version(&prebuilt, &version) {
        return Ok(prebuilt);
    }
    // Its own lock file names a crate that not every registry serves, so it is not `--locked`.
    run(command("cargo").args(["install", "--quiet", "wasm-bindgen-cli", "--version", &version]))?;
    installed("wasm-bindgen").ok_or_else(|| Failure::new("wasm-bindgen is not where cargo installs"))
}

/// The version of the crate in Cargo.lock.
fn locked_version() -> Outcome<String> {
    let text = std::fs::read_to_string(paths::at("Cargo.lock")).doing("Cargo.lock")?;
    let mut lines = text.lines().skip_while(|line| *line != "name = \"wasm-bindgen\"");
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| Failure::new("Cargo.lock does not name wasm-bindgen"))
}

fn is_version(program: &Path, version: &str) -> bool {
    answer(program, &["--version"]).is_some_and(|line| line == format!("wasm-bindgen {version}"))
}

fn folder(version: &str) -> String {
    let system = match std::env::consts::OS {
        "macos" => "apple-darwin",
        "windows" => "pc-windows-msvc",
        _ if std::env::consts::ARCH == "aarch64" => "unknown-linux-gnu",
        _ => "unknown-linux-musl",
    };
    format!("wasm-bindgen-{version}-{}-{system}", std::env::consts::ARCH)
}

/// Unpacks the project's own release, where the network reaches it.
fn fetch(version: &str) -> Outcome {
    let folder = folder(version);
    let address =
        format!("https://github.com/wasm-bindgen/wasm-bindgen/releases/download/{version}/{folder}.tar.gz");
    let tools = paths::at("target/tools");
    std::fs::create_dir_all(&tools).doing("target/tools")?;
    let archive = tools.join("wasm-bindgen.tar.gz");
    let arguments =
        ["--fail", "--silent", "--location", "--connect-timeout", "5", "--max-time", "120", "--output"];
    succeed(Command::new("curl").args(arguments).arg(&archive).arg(address))?;
    succeed(Command::new("tar").arg("-xzf").arg(&archive).arg("-C").arg(&tools))
}

fn succeed(command: &mut Command) -> Outcome {
    if output(command)?.status.success() { Ok(()) } else { Err(Failure::new("wasm-bindgen was not fetched")) }
}
