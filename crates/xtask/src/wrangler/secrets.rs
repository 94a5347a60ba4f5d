//! The secrets of a local run: random, made once, never committed. Deployed ones are set with `wrangler secret put`.

use std::io::Read;
use std::path::PathBuf;

use crate::failure::{Doing, Outcome};
use crate::paths;

/// The file that holds them, made if it is not there.
pub fn file() -> Outcome<PathBuf> {
    let file = paths::at(".dev.vars");
    if !file.exists() {
        // The newest root key comes first: it signs, and all that are listed verify.
        let text = format!("ROOT_KEYS=\"1:{}\"\n", random_hex()?);
        std::fs::write(&file, text).doing(file.display())?;
    }
    Ok(file)
}

/// 32 random bytes from the system.
fn random_hex() -> Outcome<String> {
    let mut bytes = [0_u8; 32];
    let mut source = std::fs::File::open("/dev/urandom").doing("/dev/urandom")?;
    source.read_exact(&mut bytes).doing("/dev/urandom")?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
