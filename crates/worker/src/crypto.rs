//! Hashes and keyed hashes: SHA-256, HMAC and HKDF, and comparing in constant time. What is signed is said elsewhere.

use core::fmt::Write as _;

use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::{Digest as _, Sha256};

/// The SHA-256 of `bytes`.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A key for one purpose.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl Key {
    /// The key that HKDF derives from a root key for `purpose`.
    pub fn derive(root: &[u8], purpose: &str) -> Self {
        let mut key = [0; 32];
        // Fails only for outputs beyond 255 blocks; this one is a single block.
        let derived = Hkdf::<Sha256>::new(None, root).expand(purpose.as_bytes(), &mut key);
        debug_assert!(derived.is_ok(), "one block is always given");
        Self(key)
    }

    fn start(&self, message: &[u8]) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).ok()?;
        mac.update(message);
        Some(mac)
    }

    /// HMAC-SHA-256 of the message.
    pub fn mac(&self, message: &[u8]) -> [u8; 32] {
        self.start(message).map_or([0; 32], |mac| mac.finalize().into_bytes().into())
    }

    /// The first 16 bytes of [`Self::mac`], in hexadecimal.
    pub fn short_mac(&self, message: &[u8]) -> String {
        hex(self.mac(message).get(..16).unwrap_or(&[]))
    }

    /// Whether `given` is [`Self::short_mac`] of the message.
    pub fn verifies(&self, message: &[u8], given: &str) -> bool {
        same(self.short_mac(message).as_bytes(), given.as_bytes())
    }
}

/// Whether two secrets are the same, in a time that tells nothing but their lengths.
pub fn same(left: &[u8], right: &[u8]) -> bool {
    let differences = left.iter().zip(right).fold(0, |all, (a, b)| all | (a ^ b));
    left.len() == right.len() && core::hint::black_box(differences) == 0
}

/// Bytes as lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text never fails.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The bytes of a hexadecimal text.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    text.as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(core::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(hex(&sha256(b"")), empty);
        // RFC 4231, test case 2: the key is not derived there.
        let key =
            Hmac::<Sha256>::new_from_slice(b"Jefe").unwrap().chain_update(b"what do ya want for nothing?");
        assert!(hex(&key.finalize().into_bytes()).starts_with("5bdcc146bf60754e6a042426089575c7"));
    }

    #[test]
    fn purposes_and_messages_differ() {
        let (a, b) = (Key::derive(&[1; 32], "a"), Key::derive(&[1; 32], "b"));
        assert_ne!(a.short_mac(b"m"), b.short_mac(b"m"));
        assert!(a.verifies(b"m", &a.short_mac(b"m")));
        assert!(!a.verifies(b"n", &a.short_mac(b"m")));
        assert!(!a.verifies(b"m", ""));
    }

    #[test]
    fn hexadecimal_goes_round() {
        assert_eq!(unhex("00ff7a"), Some(vec![0, 255, 0x7a]));
        for bad in ["0", "zz", "éé"] {
            assert_eq!(unhex(bad), None, "{bad}");
        }
    }
}
