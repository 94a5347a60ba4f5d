//! npm's packages: installed when the lock file has changed, and not otherwise.

use crate::command::{answer, command, run_quietly};
use crate::failure::{Failure, Outcome};
use crate::paths;
use crate::stamp::Stamp;

/// Installs what package-lock.json names, unless that has been done.
pub fn install() -> Outcome {
    if answer("npm", &["--version"]).is_none() {
        return Err(Failure::new(
            "Node with npm is missing: install any Node from 20 on (https://nodejs.org)",
        ));
    }
    let stamp = Stamp::of("npm", &[paths::at("package-lock.json")], "")?;
    if stamp.is_fresh(&paths::npm_bin("wrangler")) {
        return Ok(());
    }
    println!("installing npm packages");
    // Onto what is there, so that nothing that runs loses its files.
    let how = if paths::at("node_modules").exists() { "install" } else { "ci" };
    run_quietly(command("npm").args([how, "--no-audit", "--no-fund", "--loglevel=error"]))?;
    stamp.keep()
}
