//! The rules of Roster: who is in a team, what each person may do, how they get in and out, and what a seat costs.
//!
//! One sentence is the whole of it: a [`Command`], the [`Facts`] that it [`needs`], who asks, and the time go
//! in; changes or a [`Denial`] come out of [`decide`]. The crate is pure: no input or output, no clock, no
//! randomness, no JSON and no sentences. Its shells (`store`, `worker`, `wasm`) fetch, ask, and make changes real.

pub mod access;
pub mod change;
pub mod command;
pub mod decide;
pub mod denial;
pub mod email;
pub mod facts;
pub mod generated;
pub mod id;
pub mod limits;
pub mod model;
pub mod needs;
pub mod permission;
pub mod picture;
pub mod plan;
pub mod preview;
pub mod room;
pub mod seats;
pub mod table;
pub mod text;
pub mod time;
pub mod view;

pub use change::{Answer, Change, Decision};
pub use command::{Asker, Command, Lane};
pub use decide::decide;
pub use denial::Denial;
pub use facts::Facts;
pub use generated::catalogue::{BuiltInRole, Permission, Plan};
pub use needs::{Need, needs};
pub use permission::PermissionSet;
pub use time::Timestamp;
