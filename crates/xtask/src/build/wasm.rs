//! The package `@roster/access`: the wasm crate, its JavaScript, and the TypeScript around it.

use std::path::{Path, PathBuf};

use super::slim::slim;
use super::{copy_files, inputs, small};
use crate::command::{command, run_quietly};
use crate::failure::{Doing, Outcome};
use crate::paths;
use crate::stamp::{Stamp, files_below};
use crate::tools;

pub fn build() -> Outcome {
    compile()?;
    package()
}

/// The crate, into `npm/src/wasm`, where the TypeScript around it finds its types.
fn compile() -> Outcome {
    let made = paths::at("crates/wasm/npm/src/wasm");
    let module = made.join("roster_bg.wasm");
    let stamp = Stamp::of(
        "wasm",
        &inputs(&["core", "wire", "wasm"]),
        &format!("slim, used, every class, {}", small::PACKAGE),
    )?;
    if stamp.is_fresh(&module) {
        return Ok(());
    }
    println!("building the wasm package");
    let target = paths::at("target/edge");
    let arguments =
        ["build", "--quiet", "--release", "--target", "wasm32-unknown-unknown", "-p", "roster-wasm"];
    let mut build = command("cargo");
    small::set(&mut build, small::PACKAGE)?;
    run_quietly(build.args(arguments).args(small::STD).env("CARGO_TARGET_DIR", &target))?;
    bind(&target.join("wasm32-unknown-unknown/release/roster_wasm.wasm"), &made)?;
    slim(&module)?;
    stamp.keep()
}

fn bind(module: &Path, made: &Path) -> Outcome {
    let program = tools::wasm_bindgen()?;
    run_quietly(
        command(program)
            .args(["--target", "web", "--omit-default-module-path", "--out-name", "roster", "--out-dir"])
            .arg(made)
            .arg(module),
    )?;
    // It would hide that importing the module itself gives a `WebAssembly.Module`.
    let types = made.join("roster_bg.wasm.d.ts");
    std::fs::remove_file(&types).doing(types.display())
}

/// What a browser, Node and a Worker's bundler begin with, and the languages that one adds.
const ENTRIES: [&str; 5] = ["browser", "live", "node", "workerd", "texts/ru"];

/// The types and one small script for each entry, into `npm/dist`, with the module beside them.
fn package() -> Outcome {
    let npm = paths::at("crates/wasm/npm");
    let dist = npm.join("dist");
    let stamp = Stamp::of(
        "package",
        &[npm.join("src"), npm.join("tsconfig.json")],
        "bundled with languages, in UTF-8",
    )?;
    if stamp.is_fresh(&dist.join("browser.js")) {
        return Ok(());
    }
    run_quietly(command(paths::npm_bin("tsc")).arg("--emitDeclarationOnly").arg("-p").arg(&npm))?;
    copy_files(&npm.join("src/wasm"), &dist.join("wasm"))?;
    bundle(&npm, &dist)?;
    drop_other_scripts(&dist)?;
    stamp.keep()
}

fn bundle(npm: &Path, dist: &Path) -> Outcome {
    let mut esbuild = command(paths::npm_bin("esbuild"));
    esbuild.args(ENTRIES.map(|entry| npm.join("src").join(entry).with_extension("ts")));
    esbuild.args([
        "--bundle",
        "--format=esm",
        "--target=es2022",
        "--minify",
        "--charset=utf8",
        "--log-level=warning",
    ]);
    esbuild.args(["--external:node:*", "--external:*.wasm"]).arg(format!("--outdir={}", dist.display()));
    run_quietly(&mut esbuild).map(|_| ())
}

/// The entries hold everything: what wasm-bindgen or an earlier build left beside them is not shipped.
fn drop_other_scripts(dist: &Path) -> Outcome {
    let entries = ENTRIES.map(|entry| dist.join(entry).with_extension("js"));
    let script = |file: &PathBuf| file.extension().is_some_and(|it| it == "js");
    for file in files_below(dist).iter().filter(|file| script(file) && !entries.contains(file)) {
        std::fs::remove_file(file).doing(file.display())?;
    }
    Ok(())
}
