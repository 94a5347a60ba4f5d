//! Signing in and out.

use crate::change::TallyKey;
use crate::email::Address;

/// Under which key sign-in mails to an address are counted.
pub fn tally_key(address: &Address, known: bool) -> TallyKey {
    if known { TallyKey::KnownChallengesOf(address.clone()) } else { TallyKey::ChallengesOf(address.clone()) }
}
