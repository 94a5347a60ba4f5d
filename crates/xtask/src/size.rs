//! `cargo xtask size`: what a visitor downloads and what the edge loads, gzipped, against committed ceilings.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::build::{self, Purpose, worker};
use crate::command::{command, output};
use crate::failure::{Doing, Failure, Outcome};
use crate::flags::Flags;
use crate::npm;
use crate::paths;
use crate::stamp::files_below;
use crate::tools;

/// One measured thing: its name in bench/size.json, its bytes, and the budget that it is to reach. What is above its
/// budget still has a ceiling, so that it can only come nearer.
struct Measured {
    name: &'static str,
    bytes: u64,
    budget: u64,
}

/// `--write` lowers the committed ceilings to what was measured; nothing raises them but an edit in review.
pub fn run(flags: &Flags) -> Outcome {
    npm::install()?;
    tools::wasm_target()?;
    build::all(Purpose::Release)?;
    let Report { lines, failures } = report()?;
    lines.iter().for_each(|line| println!("{line}"));
    if flags.has("--write") {
        lower()?;
    }
    if failures.is_empty() { Ok(()) } else { Err(Failure::new(failures.join("; "))) }
}

/// A line for each size, and a sentence for each that is above its ceiling.
pub struct Report {
    pub lines: Vec<String>,
    pub failures: Vec<String>,
}

pub fn report() -> Outcome<Report> {
    let ceilings = ceilings()?;
    let mut lines = Vec::new();
    let mut failures = Vec::new();
    for Measured { name, bytes, budget } in measure()? {
        let ceiling = ceilings.get(name).and_then(Value::as_u64).unwrap_or(budget);
        let missed = if bytes > budget { ", MISSED" } else { "" };
        lines.push(format!("{name:<12} {bytes:>8} of {ceiling} bytes gzipped (budget {budget}{missed})"));
        if bytes > ceiling {
            failures.push(format!("{name} has {bytes} bytes gzipped, above its ceiling of {ceiling}"));
        }
    }
    Ok(Report { lines, failures })
}

fn measure() -> Outcome<Vec<Measured>> {
    let package = paths::at("crates/wasm/npm/dist");
    Ok(vec![
        Measured { name: "package", bytes: gzipped(&shipped(&package))?, budget: 60_000 },
        Measured { name: "live", bytes: gzipped(&[package.join("live.js")])?, budget: 3_000 },
        Measured { name: "elements", bytes: gzipped(&shipped(&paths::at("elements/dist")))?, budget: 70_000 },
        Measured { name: "worker", bytes: gzipped(&worker::parts(Purpose::Release))?, budget: 300_000 },
        Measured { name: "page", bytes: gzipped(&first_load()?)?, budget: 220_000 },
    ])
}

/// What a browser gets of the package: its own entry, not those of Node and of Workers, nor that of rooms.
fn shipped(dist: &Path) -> Vec<PathBuf> {
    let others = ["live.js", "node.js", "workerd.js"];
    let wanted = |file: &PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name.ends_with(".js") || name.ends_with(".wasm")) && !others.contains(&name.as_str())
    };
    files_below(dist).into_iter().filter(wanted).collect()
}

/// index.html, what it names, what those scripts import at once, and the wasm: what a first visit loads.
fn first_load() -> Outcome<Vec<PathBuf>> {
    let dist = paths::at("www/dist");
    let mut found = vec![dist.join("index.html")];
    let mut next = 0;
    while let Some(file) = found.get(next).cloned() {
        let text = String::from_utf8_lossy(&std::fs::read(&file).doing(file.display())?).into_owned();
        for candidate in files_below(&dist.join("assets")) {
            if !found.contains(&candidate) && loads_at_once(&file, &text, &candidate) {
                found.push(candidate);
            }
        }
        next = next.saturating_add(1);
    }
    Ok(found)
}

/// Whether a file of the page makes the browser load another without anybody asking.
fn loads_at_once(file: &Path, text: &str, candidate: &Path) -> bool {
    let name = candidate.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let kind = |path: &Path| path.extension().unwrap_or_default().to_string_lossy().into_owned();
    match (kind(file).as_str(), kind(candidate).as_str()) {
        ("html", "js" | "css") | ("js", "wasm") => text.contains(&name),
        ("js", "js") => ["from\"./", "from \"./", "import\"./", "import \"./"]
            .iter()
            .any(|start| text.contains(&format!("{start}{name}"))),
        _ => false,
    }
}

fn gzipped(files: &[PathBuf]) -> Outcome<u64> {
    let mut total = 0_u64;
    for file in files {
        let output = output(command("gzip").args(["-9", "-c"]).arg(file))?;
        if !output.status.success() {
            return Err(Failure::new(format!("{} cannot be measured", paths::shown(file))));
        }
        total = total.saturating_add(u64::try_from(output.stdout.len()).unwrap_or(u64::MAX));
    }
    Ok(total)
}

fn ceilings() -> Outcome<Map<String, Value>> {
    let file = paths::at("bench/size.json");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|_| "{}".to_owned());
    serde_json::from_str(&text).doing("bench/size.json")
}

/// Writes what was measured where it is below the ceiling, and a fiftieth more: compilers differ a little.
fn lower() -> Outcome {
    let mut ceilings = ceilings()?;
    for Measured { name, bytes, budget } in measure()? {
        let kept = ceilings.get(name).and_then(Value::as_u64).unwrap_or(budget);
        let reached = bytes.saturating_add(bytes.div_euclid(50));
        ceilings.insert(name.to_owned(), kept.min(reached).into());
    }
    let text = serde_json::to_string_pretty(&ceilings).doing("bench/size.json")?;
    std::fs::create_dir_all(paths::at("bench")).doing("bench")?;
    std::fs::write(paths::at("bench/size.json"), format!("{text}\n")).doing("bench/size.json")
}
