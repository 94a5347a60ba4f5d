//! What is shipped holds nothing that only development builds may have.

use super::count::Count;
use crate::build::{Purpose, worker};
use crate::failure::{Doing, Failure, Outcome};

/// Every development route begins so: the mailbox, the clock's offset, the faults.
const DEVELOPMENT: &str = "/dev/";

/// The release has none of it; the development build does, or the search would prove nothing.
pub fn checks() -> Outcome<Count> {
    worker::build(Purpose::Release)?;
    worker::build(Purpose::Development)?;
    Ok(Count::of(vec![
        ("release", expect(Purpose::Release, false)),
        ("development", expect(Purpose::Development, true)),
    ]))
}

fn expect(purpose: Purpose, wanted: bool) -> Outcome {
    let module = worker::entry(purpose).with_file_name("index_bg.wasm");
    let bytes = std::fs::read(&module).doing(module.display())?;
    let found = bytes.windows(DEVELOPMENT.len()).any(|window| window == DEVELOPMENT.as_bytes());
    if found == wanted {
        return Ok(());
    }
    let verb = if found { "names" } else { "does not name" };
    Err(Failure::new(format!("the module {verb} a route below {DEVELOPMENT}")))
}
