//! A person: someone with an account. One account, one address.

use crate::email::Address;
use crate::id::{PersonId, TeamId};
use crate::model::Language;
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
    /// In which language they are spoken to.
    pub language: Language,
    /// The team that their account is merged into (I6); their own teams are out of their reach until they leave it.
    pub merged_into: Option<TeamId>,
    /// How many teams they own.
    pub owns: u32,
    /// Grows when the person is changed by a command.
    pub version: u64,
    /// When the account was made.
    pub created_at: Timestamp,
}
