//! Commands about one's own account.

use crate::email::Address;
use crate::id::{ChallengeId, ImageId, SessionId};
use crate::model::{Digest, Muted};

/// What somebody does about their account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountCommand {
    /// End one session of one's own.
    EndSession {
        /// Which.
        session: SessionId,
    },
    /// Mail a code to an address that shall become one's own.
    StartAddress {
        /// The new challenge's id.
        challenge: ChallengeId,
        /// The new address.
        address: Address,
        /// The digest of the asking browser's secret.
        browser: Digest,
    },
    /// Take the new address, with its code.
    FinishAddress {
        /// Which challenge.
        challenge: ChallengeId,
        /// The digest of the browser's secret, if it has one.
        browser: Option<Digest>,
        /// Whether it was the right code: the shell's comparison with the derived one.
        right: bool,
    },
    /// Delete the account.
    End {
        /// One's own address, as typed to confirm.
        confirmed: Address,
    },
    /// Choose which mails one does without.
    Mute {
        /// Those.
        muted: Muted,
    },
    /// Bring a picture of oneself: counted before its file is kept, whatever becomes of it then.
    Bring,
    /// Show a picture of oneself, or none any more.
    Show {
        /// The name of the picture, whose file was looked at and is kept.
        avatar: Option<ImageId>,
    },
}
