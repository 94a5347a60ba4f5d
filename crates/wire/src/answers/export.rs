//! What comes out about oneself as a file to take along.

use crate::shapes::{Id, Millis, PlacedGrant, shapes};

shapes! {
    /// A page of one part of what is kept about oneself.
    pub struct ExportPage {
        /// Its rows, by their ids.
        pub rows: Vec<ExportRow>,
        /// Where the part goes on; absent: here it ends.
        pub next: Option<String>,
    }

    /// Something that is kept. Names of teams, projects and things stand there as far as one sees them now, and of
    /// other people there are ids alone, and addresses that one wrote to.
    pub struct ExportRow {
        /// Its id.
        pub id: Option<Id>,
        /// In which team.
        pub team: Id,
        /// What the team is called.
        pub team_name: Option<String>,
        /// In which project.
        pub project: Option<Id>,
        /// What the project is called.
        pub project_name: Option<String>,
        /// What it is called.
        pub name: Option<String>,
        /// What it is: a kind of history, a permission, or the type of a file.
        pub kind: Option<String>,
        /// How far it has come.
        pub state: Option<String>,
        /// Since when, or when it was changed.
        pub at: Option<Millis>,
        /// Until when.
        pub until: Option<Millis>,
        /// How long its file is, in bytes.
        pub bytes: Option<u32>,
        /// To which address.
        pub address: Option<String>,
        /// To whom it was done, if to another person.
        pub person: Option<Id>,
        /// What it gives, or gave.
        pub access: Option<Vec<PlacedGrant>>,
        /// What was held before.
        pub before: Option<Vec<PlacedGrant>>,
        /// What the kind speaks of.
        pub note: Option<String>,
    }
}
