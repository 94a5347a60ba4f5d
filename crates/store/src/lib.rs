//! SQL as data: what a command reads, and the statements that its changes become. No input or output, and no rule.
//!
//! A [`Group`] takes commands that one writer carries out together. Its [`Group::reads`] are one batch; their rows
//! go into [`Group::decide`], which asks core about each command in turn and gives the outcomes and one batch of
//! writes, guards first. Running batches, the clock and JSON are left to the shells: the Worker over D1, and the
//! tests over SQLite. [`pages`] holds the queries of the lists and pages, and [`upkeep`] those of mail and cron.

mod codec;
pub mod failure;
mod group;
mod guard;
mod insert;
mod json;
pub mod pages;
mod path;
pub mod present;
mod read;
mod row;
mod select;
mod statement;
mod tables;
pub mod upkeep;
mod write;

pub use codec::{grants_from_text, history_kind_from_id, history_kind_id, template_from_id, template_id};
pub use failure::Failure;
pub use group::{Asked, Decided, Group, Key, Outcome, Reply};
pub use read::{facts, reads};
pub use row::{Cell, Corrupt, Row};
pub use statement::{Statement, Value};
