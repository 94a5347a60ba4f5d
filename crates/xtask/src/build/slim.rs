//! What a shipped module is relieved of: classes that nothing can make, names, and what hides from gzip that two
//! functions are nearly the same.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};
use wasmparser::{Parser, Payload};

use super::order;
use crate::command::{command, run_quietly};
use crate::failure::{Doing, Failure, Outcome};
use crate::paths;

/// The passes that leave fewer gzipped bytes; `-Oz` as a whole leaves more (the package's 44.6 kB became 46.8, the
/// Worker's 392 became 419).
const PASSES: [&str; 15] = [
    "--duplicate-function-elimination",
    "--dae-optimizing",
    "--simplify-locals-notee-nostructure",
    "--optimize-instructions",
    "--vacuum",
    "--coalesce-locals",
    "--reorder-locals",
    "--remove-unused-brs",
    "--merge-blocks",
    "--generate-global-effects",
    "--vacuum",
    "--duplicate-function-elimination",
    "--remove-unused-module-elements",
    "--strip-debug",
    "--strip-producers",
];
/// Puts the functions where their names say, drops the names, and pads no number.
const ORDER: [&str; 3] = ["--reorder-functions-by-name", "--dealign", "--strip-debug"];

/// Makes the module smaller in its place.
pub fn slim(module: &Path) -> Outcome {
    optimise(module, &PASSES)?;
    let bytes = std::fs::read(module).doing(module.display())?;
    let named = order::named(&bytes).doing(module.display())?;
    std::fs::write(module, named).doing(module.display())?;
    optimise(module, &ORDER)
}

fn optimise(module: &Path, passes: &[&str]) -> Outcome {
    let mut optimise = command(paths::npm_bin("wasm-opt"));
    run_quietly(optimise.args(passes).arg(module).arg("-o").arg(module)).map(drop)
}

/// Removes what only classes export that come with a crate and of which no object can be: the module does not import
/// what would wrap one for JavaScript, and exports no constructor. Only for a module none of whose functions answers an
/// object of a class, which does not show in it: the Worker's, not the package's.
pub fn drop_dead_classes(module: &Path) -> Outcome {
    let (imports, exports) = names(module)?;
    let dead: Vec<&str> = exports
        .iter()
        .filter_map(|name| name.strip_prefix("__wbg_")?.strip_suffix("_free"))
        .filter(|class| !exports.contains(&format!("{class}_new")))
        .filter(|class| !imports.iter().any(|name| name.starts_with(&format!("__wbg_{class}_new"))))
        .collect();
    if dead.is_empty() {
        return Ok(());
    }
    let of_dead = |name: &str| dead.iter().any(|class| is_of(name, class));
    let graph = module.with_extension("graph.json");
    let text = graph_of(&exports, of_dead).to_string();
    std::fs::write(&graph, text).doing(graph.display())?;
    let mut remove = command(paths::npm_bin("wasm-metadce"));
    run_quietly(remove.arg("-g").arg(module).arg("-f").arg(&graph).arg("-o").arg(module))?;
    std::fs::remove_file(&graph).doing(graph.display())
}

/// Whether an export belongs to a class: its methods begin with its name, its fields with `__wbg_get_` and the like.
fn is_of(name: &str, class: &str) -> bool {
    let plain = ["__wbg_get_", "__wbg_set_", "__wbg_"].iter().find_map(|start| name.strip_prefix(start));
    plain.unwrap_or(name).strip_prefix(class).is_some_and(|rest| rest.starts_with('_'))
}

/// What is reached from outside, as wasm-metadce reads it.
fn graph_of(exports: &BTreeSet<String>, dead: impl Fn(&str) -> bool) -> Value {
    let reached: Vec<&String> = exports.iter().filter(|name| !dead(name)).collect();
    let mut nodes = vec![json!({ "name": "outside", "root": true, "reaches": reached })];
    nodes.extend(exports.iter().map(|name| json!({ "name": name, "export": name })));
    Value::Array(nodes)
}

/// The names that a module imports and exports.
fn names(module: &Path) -> Outcome<(BTreeSet<String>, BTreeSet<String>)> {
    let bytes = std::fs::read(module).doing(module.display())?;
    let broken =
        |error: wasmparser::BinaryReaderError| Failure::new(format!("{}: {error}", module.display()));
    let (mut imports, mut exports) = (BTreeSet::new(), BTreeSet::new());
    for payload in Parser::new(0).parse_all(&bytes) {
        match payload.map_err(broken)? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imports.insert(import.map_err(broken)?.name.to_owned());
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    exports.insert(export.map_err(broken)?.name.to_owned());
                }
            }
            _ => {}
        }
    }
    Ok((imports, exports))
}
