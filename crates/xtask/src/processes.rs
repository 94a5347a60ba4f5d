//! Programs that run beside this one, and end with it.

use std::process::{Child, Command};
use std::sync::{Arc, Mutex, PoisonError};

use crate::failure::{Doing, Outcome};

/// Everything this command started. Clones share it, so that Ctrl-C reaches all of it.
#[derive(Clone, Default)]
pub struct Processes(Arc<Mutex<Vec<Child>>>);

impl Processes {
    /// An empty set that ends, with this program, on Ctrl-C and on SIGTERM.
    pub fn ending_on_ctrl_c() -> Outcome<Self> {
        let processes = Self::default();
        let mine = processes.clone();
        ctrlc::set_handler(move || {
            mine.stop();
            std::process::exit(130);
        })
        .doing("listening for Ctrl-C")?;
        Ok(processes)
    }

    pub fn start(&self, command: &mut Command) -> Outcome {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command.spawn().doing(name)?;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(child);
        Ok(())
    }

    /// Whether one of them has ended by itself.
    pub fn one_has_ended(&self) -> bool {
        let mut children = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        children.iter_mut().any(|child| !matches!(child.try_wait(), Ok(None)))
    }

    /// Asks each to end, and waits for it: wrangler ends its runtime only when asked.
    pub fn stop(&self) {
        let mut children = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for child in children.iter_mut() {
            ask_to_end(child);
        }
        for mut child in children.drain(..) {
            let _ = child.wait();
        }
    }
}

#[cfg(unix)]
fn ask_to_end(child: &mut Child) {
    let _ = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
}

#[cfg(not(unix))]
fn ask_to_end(child: &mut Child) {
    let _ = Command::new("taskkill").args(["/T", "/F", "/PID", &child.id().to_string()]).status();
}
