//! What comes out about asking for access.

use crate::shapes::{Id, Millis, Missing, Named, PlacedGrant, shapes};

shapes! {
    /// It is asked; also when it was before.
    pub struct Asked {
        /// Which ask.
        pub ask: Id,
        /// Since when.
        pub asked_at: Millis,
    }

    /// Asks for access in a team.
    pub struct Asks {
        /// One's own that wait, and those that were declined in the last day.
        pub mine: Vec<MyAsk>,
        /// Those of others that one can answer.
        pub open: Vec<OpenAsk>,
        /// Who would be asked for the permission of the query: for those who miss it.
        pub granters: Option<Vec<Named>>,
    }

    /// An ask of one's own.
    pub struct MyAsk {
        /// What was asked for.
        pub missing: Missing,
        /// When.
        pub asked_at: Millis,
        /// Whether the answer was "not now".
        pub declined: bool,
    }

    /// Somebody's ask that one can answer.
    pub struct OpenAsk {
        /// Its id.
        pub id: Id,
        /// Who asks.
        pub person: Named,
        /// The name of the picture that they show of themselves.
        pub avatar: Option<Id>,
        /// What they ask for.
        pub missing: Missing,
        /// When.
        pub asked_at: Millis,
        /// What they hold, at the places that one may see.
        pub access: Vec<PlacedGrant>,
        /// What would stand there once it is given.
        pub grant: PlacedGrant,
    }
}
