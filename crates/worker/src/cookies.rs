//! The three cookies: the session, the browser's own secret before sign-in, and the addresses that a browser signed in
//! to before. All are `__Host-`, HttpOnly and signed, so that a forged one costs no read.

use roster_core::email::Address;
use roster_core::model::Digest;

use crate::config::Keys;
use crate::crypto::sha256;

const SESSION: &str = "__Host-session";
const BROWSER: &str = "__Host-pre";
const KNOWN: &str = "__Host-known";

const KNOWN_PURPOSE: &str = "cookie: known";

/// 30 days, the life of a session, in seconds.
const SESSION_SECONDS: u32 = 2_592_000;
/// A year, in seconds.
const KNOWN_SECONDS: u32 = 31_536_000;
/// Addresses that one browser is known for.
const MOST_KNOWN: usize = 5;

/// The cookies that a browser sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cookies(Vec<(String, String)>);

impl Cookies {
    /// The cookies of a header.
    pub fn parse(header: &str) -> Self {
        let pair = |text: &str| {
            let (name, value) = text.trim().split_once('=')?;
            Some((name.to_owned(), value.to_owned()))
        };
        Self(header.split(';').filter_map(pair).collect())
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The digest of the session's secret, if the cookie is one of ours.
    pub fn session(&self, keys: &Keys) -> Option<Digest> {
        let secret = verified(self.get(SESSION)?, "cookie: session", keys)?;
        Some(Digest(sha256(secret.as_bytes())))
    }

    /// The digest of the browser's own secret, if it has one of ours.
    pub fn browser(&self, keys: &Keys) -> Option<Digest> {
        let secret = verified(self.get(BROWSER)?, "cookie: browser", keys)?;
        Some(Digest(sha256(secret.as_bytes())))
    }

    /// Whether this browser signed in to this address before.
    pub fn knows(&self, address: &Address, keys: &Keys) -> bool {
        let Some(known) = self.get(KNOWN) else { return false };
        let message = address.as_str().as_bytes();
        keys.all(KNOWN_PURPOSE).any(|key| known.split('~').any(|one| key.verifies(message, one)))
    }

    /// The cookie with which this browser is known from now on as one that signed in to `address`.
    pub fn known_too(&self, address: &Address, keys: &Keys) -> Option<String> {
        let newest = keys.newest(KNOWN_PURPOSE)?.1.short_mac(address.as_str().as_bytes());
        let is_older = |one: &&str| !one.is_empty() && *one != newest;
        let older = self.get(KNOWN).unwrap_or_default().split('~').filter(is_older);
        let all: Vec<&str> = std::iter::once(newest.as_str()).chain(older).take(MOST_KNOWN).collect();
        Some(cookie(KNOWN, &all.join("~"), KNOWN_SECONDS))
    }
}

/// `kid.value.mac`.
fn signed(value: &str, purpose: &str, keys: &Keys) -> String {
    let Some((kid, key)) = keys.newest(purpose) else { return String::new() };
    format!("{kid}.{value}.{}", key.short_mac(value.as_bytes()))
}

fn verified<'a>(cookie: &'a str, purpose: &str, keys: &Keys) -> Option<&'a str> {
    let (kid, rest) = cookie.split_once('.')?;
    let (value, mac) = rest.rsplit_once('.')?;
    keys.named(kid, purpose)?.verifies(value.as_bytes(), mac).then_some(value)
}

fn cookie(name: &str, value: &str, seconds: u32) -> String {
    format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}")
}

/// The session's cookie.
pub fn session(secret: &str, keys: &Keys) -> String {
    cookie(SESSION, &signed(secret, "cookie: session", keys), SESSION_SECONDS)
}

/// Takes the session's cookie away.
pub fn no_session() -> String {
    cookie(SESSION, "", 0)
}

/// The cookie of the browser's own secret.
pub fn browser(secret: &str, keys: &Keys) -> String {
    cookie(BROWSER, &signed(secret, "cookie: browser", keys), SESSION_SECONDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        Keys::parse(&format!("1:{}", "ab".repeat(32))).ok().unwrap()
    }

    /// What a browser sends back for a `Set-Cookie`.
    fn back(set: &str) -> String {
        set.split(';').next().unwrap().to_owned()
    }

    #[test]
    fn a_session_goes_round_and_a_forged_one_is_none() {
        let cookie = back(&session("abc123", &keys()));
        let read = |text: &str| Cookies::parse(text).session(&keys());
        assert_eq!(read(&format!("a=b; {cookie}; c=d")), Some(Digest(sha256(b"abc123"))));
        assert_eq!(read(&cookie.replace("abc123", "abc124")), None);
        assert_eq!(read("__Host-session=x"), None);
        assert_eq!(read(""), None);
        let as_browser = cookie.replace("__Host-session", "__Host-pre");
        assert_eq!(Cookies::parse(&as_browser).browser(&keys()), None);
    }

    #[test]
    fn a_browser_is_known_only_for_the_address_that_it_proved() {
        let keys = keys();
        let [ana, ben] = ["ana@e.com", "ben@e.com"].map(|a| Address::stored(a.to_owned()));
        let known = Cookies::parse(&back(&Cookies::default().known_too(&ana, &keys).unwrap()));
        assert!(known.knows(&ana, &keys) && !known.knows(&ben, &keys));
        let both = Cookies::parse(&back(&known.known_too(&ben, &keys).unwrap()));
        assert!(both.knows(&ana, &keys) && both.knows(&ben, &keys));
        assert!(!Cookies::parse("__Host-known=~~x").knows(&ana, &keys));
    }

    #[test]
    fn every_cookie_is_for_this_host_alone() {
        for cookie in [session("a", &keys()), no_session(), browser("b", &keys())] {
            assert!(cookie.starts_with("__Host-"), "{cookie}");
            assert!(cookie.contains("; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age="), "{cookie}");
        }
    }
}
