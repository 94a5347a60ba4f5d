//! Mail: an outbox whose rows are written with the change that owes them, and sent after it. Rows hold ids and counters;
//! tokens and codes are derived when a mail is written, and stand nowhere else.

#[cfg(feature = "dev")]
mod mailbox;
mod message;
mod outbox;
mod sender;
mod text;
mod words;

#[cfg(feature = "dev")]
pub use mailbox::show as mailbox;
pub use outbox::send_due;
