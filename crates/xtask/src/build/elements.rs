//! The package `@roster/elements`: scripts by Vite, types by the compiler, and the description of what each element takes
//! and tells, which editors and documentation tools read.

use crate::command::{command, run_quietly};
use crate::failure::{Doing, Outcome};
use crate::paths;
use crate::stamp::Stamp;

/// Needs the package `@roster/access`, from which it takes its types.
pub fn build() -> Outcome {
    let elements = paths::at("elements");
    let parts = ["src", "package.json", "tsconfig.json", "vite.config.ts"].map(|part| elements.join(part));
    let others = ["crates/wasm/npm/dist", "package-lock.json"].map(paths::at);
    let inputs: Vec<_> = parts.into_iter().chain(others).collect();
    let stamp = Stamp::of("elements", &inputs, "")?;
    if stamp.is_fresh(&elements.join("dist/index.js")) {
        return Ok(());
    }
    println!("building the elements");
    run_quietly(
        command(paths::npm_bin("vite")).args(["build", "--logLevel", "warn"]).current_dir(&elements),
    )?;
    run_quietly(command(paths::npm_bin("tsc")).arg("--emitDeclarationOnly").arg("-p").arg(&elements))?;
    let react = "src/react.d.ts";
    std::fs::copy(elements.join(react), elements.join("dist/react.d.ts")).doing(react)?;
    describe()?;
    stamp.keep()
}

/// Writes `dist/custom-elements.json`. The analyzer reads the files that hold an element each.
fn describe() -> Outcome {
    let elements =
        ["accept-panel", "gate", "invite-button", "island", "link-box", "plan-table", "team-panel"];
    let files = elements.map(|name| format!("src/{name}.ts"));
    let mut analyzer = command(paths::npm_bin("cem"));
    analyzer.args(["analyze", "--litelement", "--quiet", "--outdir", "dist", "--globs"]).args(files);
    run_quietly(analyzer.current_dir(paths::at("elements"))).map(|_| ())
}
