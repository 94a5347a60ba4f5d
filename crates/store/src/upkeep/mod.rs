//! Statements of what happens without anybody asking: mails that are owed, teams where time has ended something,
//! and rows that have served their time.

pub mod clean;
pub mod images;
pub mod outbox;
pub mod teams;
