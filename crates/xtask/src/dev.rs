//! `cargo xtask dev`: from a fresh clone to one URL, and rebuilt while it runs.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::build::{self, Purpose, www};
use crate::demo;
use crate::failure::{Failure, Outcome};
use crate::flags::Flags;
use crate::http;
use crate::npm;
use crate::paths;
use crate::processes::Processes;
use crate::stamp::Stamp;
use crate::tools;
use crate::wrangler::{self, Edge, Rebuild};

const DEFAULT_PORT: u16 = 8787;

/// How often wrangler.toml has the cron run.
const CRON: Duration = Duration::from_secs(60);

pub fn run(flags: &Flags) -> Outcome {
    let processes = Processes::ending_on_ctrl_c()?;
    let port = flags.port("--port")?.unwrap_or(DEFAULT_PORT);
    refuse_taken(port)?;
    let state = paths::at(".wrangler/state");
    if flags.has("--fresh") {
        wrangler::forget(&state)?;
    }
    npm::install()?;
    tools::wasm_target()?;
    build::all(Purpose::Development)?;
    let edge = Edge { port, state, purpose: Purpose::Development, rebuild: Rebuild::OnChange };
    let ended = serve(&edge, &processes, flags.has("--demo"));
    processes.stop();
    ended
}

fn serve(edge: &Edge, processes: &Processes, with_demo: bool) -> Outcome {
    edge.migrate()?;
    edge.start(processes, Stdio::inherit())?;
    edge.wait_until_healthy(processes)?;
    if with_demo {
        demo::fill(edge.port)?;
    }
    println!("Roster is at http://127.0.0.1:{} (mail at /dev/mail, Ctrl-C ends it)", edge.port);
    processes.start(&mut www::watcher())?;
    attend(edge, processes)
}

/// What wrangler and Vite leave undone, until one of them ends: the package is built again whenever what it is
/// made of changes, and the cron runs every minute, as it does when deployed.
fn attend(edge: &Edge, processes: &Processes) -> Outcome {
    let mut built = sources()?;
    let mut cron = Instant::now();
    while !processes.one_has_ended() {
        std::thread::park_timeout(Duration::from_millis(500));
        if cron.elapsed() > CRON {
            cron = Instant::now();
            let _ = http::send(edge.port, "GET", "/cdn-cgi/local/scheduled?cron=*+*+*+*+*", &[], "");
        }
        let now = sources()?;
        if now.differs_from(&built) {
            if let Err(failure) = build::wasm::build() {
                eprintln!("{failure}");
            }
            built = sources()?;
        }
    }
    Err(Failure::new("wrangler or vite has ended"))
}

fn sources() -> Outcome<Stamp> {
    let parts = ["core/src", "core/data", "wire/src", "wasm/src", "wasm/npm/src"];
    let inputs: Vec<PathBuf> = parts.iter().map(|part| paths::at(&format!("crates/{part}"))).collect();
    Stamp::of("watched", &inputs, "")
}

fn refuse_taken(port: u16) -> Outcome {
    match std::net::TcpListener::bind(("127.0.0.1", port)) {
        Ok(_) => Ok(()),
        Err(_) => Err(Failure::new(format!("port {port} is taken; choose another with --port N"))),
    }
}
