//! Randomness from the platform, and what is drawn from one seed.

use js_sys::{Function, Reflect, Uint8Array};
use roster_core::command::{NewSession, Newcomer};
use roster_core::id::{PersonId, SessionId};
use roster_core::model::{Digest, Language};
use wasm_bindgen::{JsCast, JsValue};

use crate::crypto::{hex, sha256, unhex};

/// The platform gave no random bytes: nothing that needs them is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRandomness;

/// 32 random bytes, from which everything that one request mints is derived. The team's object, given the same seed,
/// mints the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Seed {
    bytes: [u8; 32],
    session: [u8; 32],
}

impl Seed {
    /// A fresh one.
    ///
    /// # Errors
    /// When the platform refuses.
    pub fn draw() -> Result<Self, NoRandomness> {
        let array = Uint8Array::new_with_length(32);
        fill(&array).map_err(|_| NoRandomness)?;
        let mut bytes = [0; 32];
        array.copy_to(&mut bytes);
        Ok(Self::of(bytes))
    }

    /// The seed of these bytes.
    pub const fn of(bytes: [u8; 32]) -> Self {
        Self { bytes, session: bytes }
    }

    /// The same, but with the session's secret derived from `secret`: a retry under the same key opens the same session
    /// again, so that an answer that was lost locks nobody out.
    #[must_use]
    pub const fn with_session(self, secret: [u8; 32]) -> Self {
        Self { session: secret, ..self }
    }

    /// The seed as text, for the team's object alone.
    pub fn to_text(self) -> String {
        hex(&[self.bytes, self.session].concat())
    }

    /// The seed of such a text.
    pub fn from_text(text: &str) -> Option<Self> {
        let all = unhex(text)?;
        let (bytes, session) = all.split_at_checked(32)?;
        Some(Self { bytes: bytes.try_into().ok()?, session: session.try_into().ok()? })
    }

    /// The number of a new thing.
    pub fn id(&self, label: &str) -> u64 {
        derive(&self.bytes, label).iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte))
    }

    /// A new secret, in hexadecimal.
    pub fn secret(&self, label: &str) -> String {
        hex(&derive(&self.bytes, label))
    }

    /// The secret of the session that may be opened.
    pub fn session_secret(&self) -> String {
        hex(&derive(&self.session, "session secret"))
    }

    /// What an account and a session would be called.
    pub fn newcomer(&self, language: Language) -> Newcomer {
        Newcomer {
            person: PersonId(self.id("person")),
            session: NewSession {
                id: SessionId(self.id("session")),
                digest: Digest(sha256(self.session_secret().as_bytes())),
            },
            language,
        }
    }
}

/// A number below `most`, for spreading things out and for no secret.
pub fn below(most: u64) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "from 0 up to a few thousand"
    )]
    return (js_sys::Math::random() * most as f64) as u64;
}

fn derive(from: &[u8; 32], label: &str) -> [u8; 32] {
    let mut input = from.to_vec();
    input.extend_from_slice(label.as_bytes());
    sha256(&input)
}

fn fill(array: &Uint8Array) -> Result<(), JsValue> {
    let crypto = Reflect::get(&js_sys::global(), &"crypto".into())?;
    let fill: Function = Reflect::get(&crypto, &"getRandomValues".into())?.dyn_into()?;
    fill.call1(&crypto, array).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_gives_the_same_again_and_different_things() {
        let seed = Seed::of([7; 32]);
        assert_eq!(seed.newcomer(Language::English), Seed::of([7; 32]).newcomer(Language::English));
        assert_ne!(seed.id("person"), seed.id("team"));
        assert_ne!(seed.newcomer(Language::English), Seed::of([8; 32]).newcomer(Language::English));
        assert_eq!(
            seed.newcomer(Language::English).session.digest,
            Digest(sha256(seed.session_secret().as_bytes()))
        );
    }

    #[test]
    fn a_retry_has_the_same_session_and_other_ids() {
        let [one, two] = [1, 2].map(|byte| Seed::of([byte; 32]).with_session([9; 32]));
        assert_eq!(one.session_secret(), two.session_secret());
        assert_ne!(one.id("team"), two.id("team"));
        assert_ne!(one.session_secret(), one.secret("session secret"));
        assert!(Seed::from_text(&one.to_text()) == Some(one) && Seed::from_text("ab").is_none());
    }
}
