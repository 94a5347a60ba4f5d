//! The live project: who is in a room, in which colour, doing what (T2, T3), and whom a change of access concerns (S2).
//!
//! A room is a project, or a team for the pages outside its projects. It holds open pages, each of one person; several
//! pages of one person are one presence. Nothing here decides what anybody may do: a shell asks [`crate::Facts::standing`]
//! for that, when a page comes and again whenever it may have changed.

mod colour;
mod concern;
mod doing;
mod flood;
mod presence;

pub use colour::{Colour, HUES, colour_for};
pub use concern::{Concern, concern};
pub use doing::{Act, Doing, Part, SCROLL_END};
pub use flood::{Allowance, BURST};
pub use presence::{Page, Presence, difference, presences};
