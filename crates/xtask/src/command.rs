//! Running other programs: to the end, with their output kept or passed on.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::failure::{Doing, Failure, Outcome};
use crate::paths;

/// A program started at the root, with npm's tools in reach.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root()).env("PATH", paths::search_path());
    command
}

/// Runs to the end with the output passed on.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().doing(name(command))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("{} failed ({status})", line(command)))) }
}

/// Runs to the end, keeping the output; it is shown only if the command fails.
pub fn run_quietly(command: &mut Command) -> Outcome<String> {
    let output = output(command)?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(text);
    }
    eprint!("{text}{}", String::from_utf8_lossy(&output.stderr));
    Err(Failure::new(format!("{} failed ({})", line(command), output.status)))
}

/// Runs to the end, keeping the output whatever the status.
pub fn output(command: &mut Command) -> Outcome<Output> {
    command.stdin(Stdio::null()).output().doing(name(command))
}

/// What a command prints, if it is there and succeeds.
pub fn answer(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = command(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn name(command: &Command) -> String {
    Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn line(command: &Command) -> String {
    let arguments = command.get_args().map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ");
    format!("`{} {arguments}`", name(command))
}
