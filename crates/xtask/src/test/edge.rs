//! The real Worker over HTTP and the real page in Chromium: Playwright's projects, on a database of their own.

use std::path::Path;

use serde_json::Value;

use super::count::Count;
use crate::build::{self, Purpose};
use crate::command::command;
use crate::failure::{Doing, Failure, Outcome};
use crate::flags::Flags;
use crate::http;
use crate::paths;
use crate::processes::Processes;
use crate::serve;
use crate::tools;
use crate::wrangler;

/// The projects of tests/playwright.config.ts.
pub const PROJECTS: [&str; 4] = ["http", "browser", "apps", "measured"];
/// Those that run at once, and what measures times, after them and alone.
const RUNS: [&[&str]; 2] = [&["http", "browser", "apps"], &["measured"]];

pub fn tests(flags: &Flags) -> Outcome<Count> {
    let chromium = tools::chromium()?;
    build::all(Purpose::Development)?;
    let processes = Processes::ending_on_ctrl_c()?;
    let state = std::env::temp_dir().join(format!("roster-test-{}", std::process::id()));
    let port = http::free_port()?;
    let count = serve::start(&processes, &[port], &state).and_then(|()| {
        let mut all = Count::default();
        for run in RUNS {
            all.add(playwright(flags, run, port, chromium.as_deref(), &state)?);
        }
        // A pattern that nothing is called by tests nothing.
        all.failed = all.failed.max(usize::from(all == Count::default()));
        Ok(all)
    });
    processes.stop();
    wrangler::forget(&state)?;
    count
}

/// Runs those of the projects that are wanted.
fn playwright(
    flags: &Flags,
    projects: &[&str],
    port: u16,
    chromium: Option<&Path>,
    state: &Path,
) -> Outcome<Count> {
    let only = flags.option("--only").filter(|only| PROJECTS.contains(only));
    let wanted: Vec<&&str> = projects.iter().filter(|name| only.is_none_or(|only| only == **name)).collect();
    if wanted.is_empty() {
        return Ok(Count::default());
    }
    let report = state.join("report.json");
    let mut playwright = command(paths::npm_bin("playwright"));
    playwright
        .current_dir(paths::at("tests"))
        .args(["test", "--pass-with-no-tests"])
        .args(wanted.iter().map(|name| format!("--project={name}")))
        .args(flags.option("--grep").map(|pattern| format!("--grep={pattern}")))
        .env("ROSTER_URL", format!("http://127.0.0.1:{port}"))
        .env("ROSTER_XTASK", std::env::current_exe().doing("the path of xtask")?)
        .env("ROSTER_REPORT", &report)
        .envs(chromium.map(|path| ("ROSTER_CHROMIUM", path)));
    let succeeded = playwright.status().doing("playwright")?.success();
    let text = std::fs::read_to_string(&report).doing("the report of playwright")?;
    let mut count = count(&serde_json::from_str(&text).doing("the report of playwright")?)?;
    if !succeeded {
        count.failed = count.failed.max(1);
    }
    Ok(count)
}

/// A test that passed only when it was run again has failed, and so has one that was skipped.
fn count(report: &Value) -> Outcome<Count> {
    let number = |name: &str| {
        let found = report.pointer(&format!("/stats/{name}")).and_then(Value::as_u64);
        found
            .and_then(|it| usize::try_from(it).ok())
            .ok_or_else(|| Failure::new(format!("no {name} in the report")))
    };
    let errors = report.get("errors").and_then(Value::as_array).map_or(0, Vec::len);
    let failed = [number("unexpected")?, number("flaky")?, number("skipped")?, errors];
    Ok(Count {
        passed: number("expected")?,
        failed: failed.iter().fold(0, |sum: usize, it| sum.saturating_add(*it)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_passed_at_once_has_passed() {
        let stats = serde_json::json!({ "expected": 5, "unexpected": 1, "flaky": 1, "skipped": 1 });
        let report = serde_json::json!({ "stats": stats, "errors": [] });
        assert_eq!(count(&report).unwrap(), Count { passed: 5, failed: 3 });
        assert!(count(&serde_json::json!({})).is_err());
    }
}
