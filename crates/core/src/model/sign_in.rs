//! Signing in: challenges, and the sessions that come of them. Secrets never appear here: only their digests do.

use crate::email::Address;
use crate::id::{ChallengeId, PersonId, SessionId};
use crate::model::Language;
use crate::time::Timestamp;

/// The SHA-256 of a secret.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl core::fmt::Display for Digest {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl core::fmt::Debug for Digest {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Digest({self})")
    }
}

/// How a session came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// By a mailed code or link of that minute.
    Code,
    /// By following an invitation's mail, which may be days old: transfer, connections and plan ask for a code first.
    Invitation,
}

/// A browser that is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The digest of its secret.
    pub digest: Digest,
    /// Who it is.
    pub person: PersonId,
    /// How it came to be.
    pub proof: Proof,
    /// When it began.
    pub created_at: Timestamp,
    /// From this instant on it is over.
    pub expires_at: Timestamp,
    /// When it was signed out.
    pub ended_at: Option<Timestamp>,
}

impl Session {
    /// Whether it still stands for its person.
    #[must_use]
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.ended_at.is_none() && now < self.expires_at
    }
}

/// A mailed code, and the link beside it. Both are derived from its id, and never stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// Its id.
    pub id: ChallengeId,
    /// Who wants to sign in.
    pub address: Address,
    /// The digest of the asking browser's secret.
    pub browser: Digest,
    /// In which language the asking page spoke: the mail's, and that of the account if one is made.
    pub language: Language,
    /// Who asks for it as another address of their account; such a code signs nobody in.
    pub person: Option<PersonId>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Wrong guesses so far.
    pub guesses: u32,
    /// When it was used.
    pub used_at: Option<Timestamp>,
}
