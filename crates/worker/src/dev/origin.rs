//! Where the development build is reached: the origin of the latest request, so that links in mails lead to the very
//! host and port that the one who reads them is using.

use std::cell::RefCell;

thread_local! {
    static ORIGIN: RefCell<Option<String>> = RefCell::default();
}

/// A request was sent to this origin.
pub fn note(origin: &str) {
    ORIGIN.set(Some(origin.to_owned()));
}

/// The origin of the latest request, if there was one.
pub fn latest() -> Option<String> {
    ORIGIN.with_borrow(Clone::clone)
}
