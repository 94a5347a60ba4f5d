//! Identity enters here and nowhere else: what a request carries becomes an asker. Who that is, is one of the facts.

use roster_core::Asker;

use crate::config::Keys;
use crate::cookies::Cookies;

/// Who asks. A missing or forged cookie is nobody, and costs no read.
pub fn authenticate(cookies: &Cookies, keys: &Keys) -> Asker {
    cookies.session(keys).map_or(Asker::Nobody, Asker::Session)
}
