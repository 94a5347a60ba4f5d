//! The words of the mails, one file for each language. Slots: `{who}` did it or is spoken of, `{team}`, `{place}` (the
//! project with its team, or the team), `{what}` (a checkmark), `{post}`, `{code}`, `{until}`, `{address}`.

mod english;

use roster_core::Permission;
use roster_core::change::Template;

/// The words of one mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The subject; slots are filled.
    pub subject: &'static str,
    /// Paragraphs before the button.
    pub before: &'static [&'static str],
    /// What stands on the button; none: the mail has no link.
    pub button: Option<&'static str>,
    /// Paragraphs after the button.
    pub after: &'static [&'static str],
}

/// Which words: each template has its own, and an invitation two kinds under one subject (I3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The template's.
    Of(Template),
    /// The invitation of an address that has an account.
    InvitationWithAccount,
}

/// A language: all that a mail says in it.
#[derive(Clone, Copy, Debug)]
pub struct Language {
    /// Its tag, for `lang`.
    pub tag: &'static str,
    /// What someone is called whose name is not known.
    pub someone: &'static str,
    /// The names of the months, as in a date.
    pub months: [&'static str; 12],
    /// The words of a mail.
    pub words: fn(Key) -> Words,
    /// What a checkmark is called.
    pub label: fn(Permission) -> &'static str,
}

/// English.
pub const ENGLISH: Language = english::LANGUAGE;
