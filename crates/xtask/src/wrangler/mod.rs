//! The local edge: wrangler with a build of the Worker, with no network and no login.

mod config;
mod secrets;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

pub use config::Rebuild;

use crate::build::Purpose;
use crate::command::{command, run_quietly};
use crate::failure::{Doing, Failure, Outcome};
use crate::http;
use crate::paths;
use crate::processes::Processes;
use crate::stamp::Stamp;

/// What wrangler must not do on a developer's machine: ask, call home, or look for a newer self.
const OFFLINE: [(&str, &str); 7] = [
    ("WRANGLER_SEND_METRICS", "false"),
    ("DO_NOT_TRACK", "1"),
    ("CLOUDFLARE_CF_FETCH_ENABLED", "false"),
    ("CI", "1"),
    ("WRANGLER_HIDE_BANNER", "true"),
    ("WRANGLER_NO_SKILLS_UPDATE_PROMPTS", "true"),
    ("X_LOCAL_OBSERVABILITY", "false"),
];

/// How long a Worker may take to answer for the first time.
const PATIENCE: Duration = Duration::from_secs(60);

/// One `wrangler dev`: where it listens, and the folder that its database lives in.
pub struct Edge {
    pub port: u16,
    pub state: PathBuf,
    pub purpose: Purpose,
    pub rebuild: Rebuild,
}

impl Edge {
    /// Starts it among `processes`; `wait_until_healthy` says when it can be asked.
    pub fn start(&self, processes: &Processes, output: Stdio) -> Outcome {
        let own = self.own_folder();
        let config = config::write(&own, self.purpose, self.rebuild)?;
        let mut wrangler = wrangler(&own);
        wrangler
            .args([
                "dev",
                "--log-level",
                "log",
                "--ip",
                "127.0.0.1",
                "--show-interactive-dev-session=false",
                "--config",
            ])
            .arg(config)
            .arg("--env-file")
            .arg(secrets::file()?)
            .args(["--port", &self.port.to_string(), "--inspector-port", &http::free_port()?.to_string()])
            .arg("--persist-to")
            .arg(&self.state)
            .stdin(Stdio::null())
            .stdout(output);
        processes.start(&mut wrangler)
    }

    /// Brings the database of the state folder up to the newest migration.
    pub fn migrate(&self) -> Outcome {
        let migrations = paths::at("crates/store/migrations");
        let stamp = Stamp::kept_in(&self.state, "migrated", std::slice::from_ref(&migrations), "")?;
        if !migrations.exists() || stamp.is_fresh(&self.state.join("v3/d1")) {
            return Ok(());
        }
        let own = self.own_folder();
        let config = config::write(&own, self.purpose, Rebuild::Never)?;
        let mut migrate = wrangler(&own);
        migrate.args(["d1", "migrations", "apply", "DB", "--local", "--config"]).arg(config);
        run_quietly(migrate.arg("--persist-to").arg(&self.state))?;
        stamp.keep()
    }

    pub fn wait_until_healthy(&self, processes: &Processes) -> Outcome {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if http::is_healthy(self.port) {
                return Ok(());
            }
            if processes.one_has_ended() {
                return Err(Failure::new("wrangler ended before the Worker answered"));
            }
            std::thread::park_timeout(Duration::from_millis(50));
        }
        Err(Failure::new(format!("no answer on port {} within {} s", self.port, PATIENCE.as_secs())))
    }

    /// What only this one has, so that two can share a state folder.
    fn own_folder(&self) -> PathBuf {
        self.state.join(format!("wrangler-{}", self.port))
    }
}

/// wrangler under the pinned Node, with its logs and its registry in `own`.
fn wrangler(own: &Path) -> Command {
    let mut wrangler = command(paths::npm_bin("wrangler"));
    wrangler
        .envs(OFFLINE)
        .env("WRANGLER_LOG_PATH", own.join("logs"))
        .env("WRANGLER_REGISTRY_PATH", own.join("registry"));
    wrangler
}

/// Deletes a state folder.
pub fn forget(state: &Path) -> Outcome {
    if state.exists() { std::fs::remove_dir_all(state).doing(state.display()) } else { Ok(()) }
}
