//! The steps that cargo runs: formatting, lints, and the tests of the crates.

use std::process::Command;

use super::count::Count;
use crate::command::{command, output, run};
use crate::failure::Outcome;

pub fn format() -> Outcome<Count> {
    run(cargo(&["fmt", "--all", "--check"]).env("CARGO_TERM_COLOR", "never")).map(|()| Count::SUCCESS)
}

/// With every feature, and as it is shipped.
pub fn clippy() -> Outcome<Count> {
    let lint = ["clippy", "--quiet", "--workspace", "--all-targets"];
    let checks = [&["--all-features"][..], &[]].map(|features| {
        let outcome = run(cargo(&lint).args(features).args(["--", "-D", "warnings"]));
        ("clippy", outcome)
    });
    Ok(Count::of(checks.into()))
}

pub fn tests() -> Outcome<Count> {
    let output = output(&mut cargo(&["test", "--quiet", "--workspace", "--all-features", "--no-fail-fast"]))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut count = count(&text);
    if !output.status.success() {
        println!("{text}{}", String::from_utf8_lossy(&output.stderr));
        // What does not compile runs no test, and must not pass for it.
        count.failed = count.failed.max(1);
    }
    Ok(count)
}

/// Adds up the lines `test result: ok. 3 passed; 0 failed; …`.
fn count(text: &str) -> Count {
    let mut total = Count::default();
    for line in text.lines().filter(|line| line.starts_with("test result:")) {
        total.add(Count { passed: number_before(line, " passed"), failed: number_before(line, " failed") });
    }
    total
}

fn number_before(line: &str, word: &str) -> usize {
    let before = line.split(word).next().unwrap_or_default();
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = command("cargo");
    cargo.args(arguments);
    cargo
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_added_up() {
        let text = "running 3 tests\ntest result: ok. 3 passed; 0 failed; 0 ignored; 0 measured\n\
                    test result: FAILED. 1 passed; 2 failed; 0 ignored\n";
        assert_eq!(count(text), Count { passed: 4, failed: 2 });
    }
}
