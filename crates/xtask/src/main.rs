//! `cargo xtask`: every developer command. Each command is a module; this file only chooses.

mod build;
mod command;
mod demo;
mod dev;
mod failure;
mod flags;
mod generate;
mod http;
mod npm;
mod paths;
mod processes;
mod serve;
mod size;
mod stamp;
mod test;
mod tidy;
mod tools;
mod wrangler;

use std::process::ExitCode;

use failure::Outcome;
use flags::Flags;

const HELP: &str = "\
cargo xtask COMMAND
  dev    [--port N] [--demo] [--fresh]          everything at one URL, rebuilt as files change
  build  [worker|wasm|www] [--dev]              the Worker, the package, the page (all three without a name)
  test   [--only STEP] [--grep PATTERN]         every test there is; the last line counts them
  size   [--write]                              gzipped sizes against bench/size.json
  gen    [--check]                              the generated files
  serve  --port N --persist DIR [--second-port M]   the built development Worker, for tests
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    match run(&command, &Flags::parse(arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask {command}: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &str, flags: &Flags) -> Outcome {
    match command {
        "dev" => dev::run(flags),
        "build" => build::run(flags),
        "test" => test::run(flags),
        "size" => size::run(flags),
        "gen" => generate::run(flags),
        "serve" => serve::run(flags),
        _ => {
            print!("{HELP}");
            Ok(())
        }
    }
}
