//! `cargo xtask test`: every test there is, one step after the other, and one line that counts them.

mod count;
mod edge;
mod release;
mod rust;
mod typescript;

use count::Count;

use crate::failure::{Failure, Outcome};
use crate::flags::Flags;
use crate::npm;
use crate::size;
use crate::tidy;
use crate::tools;

/// A step counts what passed and failed in it; an error is one more failure.
type Step = (&'static str, fn(&Flags) -> Outcome<Count>);

/// The quick ones first.
const STEPS: [Step; 9] = [
    ("fmt", |_| rust::format()),
    ("types", |_| typescript::types()),
    ("package", |_| typescript::package()),
    ("tidy", |_| Ok(Count::of(tidy::checks()))),
    ("clippy", |_| rust::clippy()),
    ("unit", |_| rust::tests()),
    ("size", |_| sizes()),
    ("release", |_| release::checks()),
    ("edge", edge::tests),
];

pub fn run(flags: &Flags) -> Outcome {
    let wanted = steps(flags)?;
    npm::install()?;
    tools::wasm_target()?;
    let mut total = Count::default();
    for (name, step) in wanted {
        println!("\n== {name}");
        let count = step(flags).unwrap_or_else(|failure| {
            println!("{failure}");
            Count::FAILURE
        });
        println!("== {name}: {count}");
        total.add(count);
    }
    println!("\n{total}");
    if total.failed == 0 { Ok(()) } else { std::process::exit(1) }
}

/// All of them, or the one that `--only` names: a step, or a project of Playwright's within `edge`.
fn steps(flags: &Flags) -> Outcome<Vec<Step>> {
    let Some(only) = flags.option("--only") else { return Ok(STEPS.to_vec()) };
    let name = if edge::PROJECTS.contains(&only) { "edge" } else { only };
    let found: Vec<Step> = STEPS.into_iter().filter(|(step, _)| *step == name).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let names = STEPS.iter().map(|(name, _)| *name).chain(edge::PROJECTS).collect::<Vec<_>>().join(", ");
    Err(Failure::new(format!("there is no step `{only}`; there are {names}")))
}

/// One test for each ceiling of bench/size.json.
fn sizes() -> Outcome<Count> {
    crate::build::all(crate::build::Purpose::Release)?;
    let report = size::report()?;
    report.lines.iter().chain(&report.failures).for_each(|line| println!("{line}"));
    let failed = report.failures.len();
    Ok(Count { passed: report.lines.len().saturating_sub(failed), failed })
}
