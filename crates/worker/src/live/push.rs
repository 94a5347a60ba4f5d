//! Telling rooms that a change concerns somebody in them. What gets lost is found by the rooms themselves.

use roster_core::id::PersonId;
use roster_core::room::Concern;
use roster_store::Row;
use roster_store::present::{RoomId, room_rows};
use worker::Env;

use super::sockets::tell_rooms;
use crate::answer::log;
use crate::d1::message_of;

/// Where a room is told who is concerned.
pub const NEWS: &str = "X-Roster-News";
/// What stands there when it is everybody.
pub const EVERYBODY: &str = "*";
/// The most people that are named: more are everybody.
const NAMED: usize = 100;

/// Who is concerned, and in which rooms somebody of them is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    rooms: Vec<RoomId>,
    people: Vec<PersonId>,
    everybody: bool,
}

impl News {
    /// Of what a change concerns, and the rows of [`roster_store::present::rooms`].
    pub fn of(concern: &Concern, rows: &[Row]) -> Self {
        Self {
            rooms: room_rows(rows).unwrap_or_default(),
            people: concern.people.clone(),
            everybody: !concern.teams.is_empty(),
        }
    }

    /// This and other news.
    pub fn and(mut self, other: Self) -> Self {
        self.rooms.extend(other.rooms);
        self.rooms.sort_unstable();
        self.rooms.dedup();
        self.people.extend(other.people);
        self.everybody |= other.everybody;
        self
    }

    /// Whether nobody has to be told.
    pub const fn is_empty(&self) -> bool {
        self.rooms.is_empty()
    }

    /// As a room is told.
    fn to_line(&self) -> String {
        if self.everybody || self.people.len() > NAMED {
            return EVERYBODY.to_owned();
        }
        self.people.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }
}

/// Tells the rooms, all at once.
pub async fn tell(env: &Env, news: News) {
    #[cfg(feature = "dev")]
    if crate::dev::faults::deaf() {
        return;
    }
    if let Err(error) = tell_rooms(env, &news.rooms, &[(NEWS, &news.to_line())]).await {
        log(&message_of(&error.into()));
    }
}
