//! A person: someone with an account. One account, one address.

use crate::email::Address;
use crate::id::{ImageId, PersonId, TeamId};
use crate::model::{Language, Merge, Muted};
use crate::text::Name;
use crate::time::Timestamp;

/// Someone with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their address, proven by a mail that they opened.
    pub address: Address,
    /// What they are called.
    pub name: Name,
    /// The picture that they show of themselves, if any: its file lies elsewhere, under this name.
    pub avatar: Option<ImageId>,
    /// In which language they are spoken to.
    pub language: Language,
    /// The merge of their account into a team (I6), over or not. Ask [`Person::merged_into`].
    pub merge: Option<Merge>,
    /// The mails that they turned off.
    pub muted: Muted,
    /// How many teams they own.
    pub owns: u32,
    /// Grows when the person is changed by a command.
    pub version: u64,
    /// When the account was made.
    pub created_at: Timestamp,
}

impl Person {
    /// The team that their account is merged into; their own teams are out of their reach until they leave it.
    #[must_use]
    pub fn merged_into(&self, now: Timestamp) -> Option<TeamId> {
        self.merge.filter(|merge| merge.holds(now)).map(|merge| merge.into)
    }
}
