//! An invite link: many uses, one for each place and role, with a generation (I4).

use crate::access::{Grant, Holds, Place};
use crate::id::{LinkId, TeamId};
use crate::model::Sender;
use crate::time::Timestamp;

/// Whether a link opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// Opens, within its expiry, uses and domain.
    On,
    /// Turned off.
    Off,
}

/// An invite link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteLink {
    /// Its id.
    pub id: LinkId,
    /// Into which team.
    pub team: TeamId,
    /// Where it lets people in.
    pub place: Place,
    /// As what: a role, never one with a Team checkmark.
    pub role: Holds,
    /// Whether it opens.
    pub state: LinkState,
    /// Which address of it is the valid one: regenerating raises it, and the older ones die at that commit.
    pub generation: u32,
    /// From this instant on it does not open.
    pub expires_at: Option<Timestamp>,
    /// How many people may come by this generation.
    pub max_uses: Option<u32>,
    /// How many came by this generation.
    pub uses: u32,
    /// Only addresses of this domain, in lower-case ASCII.
    pub domain: Option<String>,
    /// Who gives the access, and must still be able to.
    pub sender: Sender,
    /// The sender lost what they give here: it opens no more until somebody regenerates it.
    pub orphaned: bool,
}

impl InviteLink {
    /// What it gives to whoever comes by it.
    #[must_use]
    pub const fn grant(&self) -> Grant {
        Grant { holds: self.role, until: None }
    }
}
