//! `cargo xtask serve`: the development build as it is, for tests. One port, or two isolates on one database.

use std::path::Path;
use std::process::Stdio;

use crate::build::Purpose;
use crate::failure::{Doing, Failure, Outcome};
use crate::flags::Flags;
use crate::processes::Processes;
use crate::wrangler::{Edge, Rebuild};

/// Starts, prints `ready` on a line of its own, and stays until it is ended.
pub fn run(flags: &Flags) -> Outcome {
    let processes = Processes::ending_on_ctrl_c()?;
    let port = flags.port("--port")?.ok_or_else(|| Failure::new("--port is missing"))?;
    let state = std::path::absolute(flags.required("--persist")?).doing("--persist")?;
    let ports: Vec<u16> = std::iter::once(port).chain(flags.port("--second-port")?).collect();
    let started = start(&processes, &ports, &state);
    if started.is_ok() {
        println!("ready");
        while !processes.one_has_ended() {
            std::thread::park_timeout(std::time::Duration::from_millis(200));
        }
    }
    processes.stop();
    started
}

/// One Worker for each port, all on the same state folder, all answering when this returns.
pub fn start(processes: &Processes, ports: &[u16], state: &Path) -> Outcome {
    ports.iter().try_for_each(|port| start_one(processes, *port, state, Purpose::Development))
}

/// One Worker of this build, answering when this returns.
pub fn start_one(processes: &Processes, port: u16, state: &Path, purpose: Purpose) -> Outcome {
    let edge = Edge { port, state: state.to_owned(), purpose, rebuild: Rebuild::Never };
    edge.migrate()?;
    edge.start(processes, Stdio::null())?;
    edge.wait_until_healthy(processes)
}
