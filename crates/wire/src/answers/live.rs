//! What is heard in a room.

use super::Snapshot;
use crate::shapes::{Doing, Id, Millis, shapes};

shapes! {
    /// One message of a room. What is absent has not changed.
    pub struct Heard {
        /// Those who came, or do something else than before.
        pub people: Option<Vec<Present>>,
        /// Whether `people` are all who are there: the first message says so, and whoever it leaves out is gone.
        pub all: Option<bool>,
        /// Those who are gone.
        pub gone: Option<Vec<Id>>,
        /// How far down somebody is whom one follows.
        pub scrolled: Option<Scrolled>,
        /// One's own access in the team, now.
        pub snapshot: Option<Snapshot>,
        /// The last message says why the room is closed to the page: `signed_out`, `no_access` (of the team),
        /// `elsewhere` (only this project is closed), `too_much` or `try_later`. The socket's close says the same by its code, which some networks deliver late.
        pub over: Option<String>,
    }

    /// Somebody who is in the room, by however many pages.
    pub struct Present {
        /// Who.
        pub id: Id,
        /// What they are called.
        pub name: String,
        /// The name of the picture that they show of themselves.
        pub avatar: Option<Id>,
        /// Their colour there: its remainder by 12 is the hue, its quotient the kind of ring.
        pub colour: u32,
        /// Since when they are there.
        pub since: Millis,
        /// What they do.
        pub doing: Doing,
    }

    /// Somebody scrolled.
    pub struct Scrolled {
        /// Who.
        pub id: Id,
        /// How far down, of 1,000.
        pub scroll: u32,
    }
}
