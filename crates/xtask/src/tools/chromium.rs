//! The browser that the tests drive: the system's, Debian's package, or Playwright's own.

use std::path::{Path, PathBuf};

use crate::command::{answer, command, output, run_quietly};
use crate::failure::{Failure, Outcome};
use crate::paths;

const KNOWN: [&str; 4] =
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

/// The path of a browser; `None` when it is Playwright's own, which Playwright finds by itself.
pub fn chromium() -> Outcome<Option<PathBuf>> {
    if let Some(path) = system() {
        return Ok(Some(path));
    }
    if is_debian_root() {
        println!("installing chromium");
        let _ = run_quietly(command("apt-get").arg("update"));
        run_quietly(command("apt-get").args(["install", "-y", "--no-install-recommends", "chromium"]))?;
        return Ok(system());
    }
    let own = output(command(paths::npm_bin("playwright")).args(["install", "chromium"]))?;
    if own.status.success() {
        return Ok(None);
    }
    Err(Failure::new("Chromium is missing: install it, or set ROSTER_CHROMIUM to its path"))
}

fn system() -> Option<PathBuf> {
    let named = std::env::var_os("ROSTER_CHROMIUM").map(PathBuf::from);
    named.into_iter().chain(KNOWN.iter().map(PathBuf::from)).find(|path| path.exists())
}

fn is_debian_root() -> bool {
    Path::new("/usr/bin/apt-get").exists() && answer("id", &["-u"]).as_deref() == Some("0")
}
