//! `cargo xtask gen`: the files that are made of others and committed, so that a reader and a diff can see them.

mod catalogue;
mod data;
mod rust;
mod typescript;

use std::path::PathBuf;

use crate::command::{command, run_quietly};
use crate::failure::{Doing, Failure, Outcome};
use crate::flags::Flags;
use crate::npm;
use crate::paths;

const HEAD: &str = "// Generated from `crates/wire` by `cargo xtask gen`. Do not edit: change the contract and generate again.\n";

/// One generated file, as it should be.
struct Generated {
    path: PathBuf,
    text: String,
}

pub fn run(flags: &Flags) -> Outcome {
    npm::install()?;
    if flags.has("--check") {
        return check();
    }
    for Generated { path, text } in all()? {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).doing(folder.display())?;
        }
        std::fs::write(&path, text).doing(path.display())?;
        println!("{}", paths::shown(&path));
    }
    Ok(())
}

/// Whether each is what it would be if it were generated now.
pub fn check() -> Outcome {
    let stale =
        all()?.into_iter().filter(|it| std::fs::read_to_string(&it.path).ok().as_ref() != Some(&it.text));
    let stale: Vec<String> = stale.map(|it| paths::shown(&it.path)).collect();
    if stale.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("not up to date: {} (run `cargo xtask gen`)", stale.join(", "))))
}

fn all() -> Outcome<Vec<Generated>> {
    let catalogue = catalogue::read()?;
    let openapi = openapi()?;
    let types = api_types(&openapi)?;
    let npm = paths::at("crates/wasm/npm/src/generated");
    Ok(vec![
        Generated {
            path: paths::at("crates/core/src/generated/catalogue.rs"),
            text: rust::write(&catalogue)?,
        },
        Generated { path: npm.join("catalogue.ts"), text: typescript::write(&catalogue)? },
        Generated { path: paths::at("crates/wire/openapi.json"), text: openapi },
        Generated { path: npm.join("api.ts"), text: types },
    ])
}

/// The document that `wire` makes of its routes and shapes.
fn openapi() -> Outcome<String> {
    let arguments = ["run", "--quiet", "-p", "roster-wire", "--features", "openapi", "--example", "openapi"];
    run_quietly(command("cargo").args(arguments))
}

/// The TypeScript of the same document.
fn api_types(openapi: &str) -> Outcome<String> {
    let folder = paths::at("target/gen");
    std::fs::create_dir_all(&folder).doing("target/gen")?;
    let (document, types) = (folder.join("openapi.json"), folder.join("api.ts"));
    std::fs::write(&document, openapi).doing(document.display())?;
    let mut generator = command(paths::npm_bin("openapi-typescript"));
    run_quietly(generator.arg(&document).arg("-o").arg(&types))?;
    let text = std::fs::read_to_string(&types).doing(types.display())?;
    let (_, body) =
        text.split_once("*/\n").ok_or_else(|| Failure::new("the generated types have no head"))?;
    Ok(format!("{HEAD}\n{}", body.trim_start()))
}
