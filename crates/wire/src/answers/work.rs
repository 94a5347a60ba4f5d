//! What comes out about the work: projects and posts.

use serde::{Deserialize, Serialize};

use crate::shapes::{Id, Millis, Named, shapes};

shapes! {
    /// The projects of a team that the asker sees.
    pub struct Projects {
        /// The projects, by name.
        pub projects: Vec<Project>,
    }

    /// A project.
    pub struct Project {
        /// Its id.
        pub id: Id,
        /// Its name.
        pub name: String,
        /// When it was put away.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub archived_at: Option<Millis>,
        /// When it was made.
        pub created_at: Millis,
    }

    /// A project was made.
    pub struct ProjectMade {
        /// Its id.
        pub project: Id,
    }

    /// A page of posts.
    pub struct Posts {
        /// The latest changed first.
        pub posts: Vec<Post>,
        /// Ask for the next page with this as `after`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub next: Option<String>,
    }

    /// A post.
    pub struct Post {
        /// Its id.
        pub id: Id,
        /// Its project.
        pub project: Id,
        /// Who wrote it.
        pub author: Named,
        /// Whether its author left the team: "NAME (left)".
        pub author_left: bool,
        /// Its title.
        pub title: String,
        /// Its text.
        pub text: String,
        /// Its stage's id.
        pub stage: String,
        /// When it should go out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub planned_at: Option<Millis>,
        /// When it was published.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub published_at: Option<Millis>,
        /// To be sent with the next change.
        pub version: u64,
        /// When it was last changed.
        pub changed_at: Millis,
    }

    /// A post was written.
    pub struct PostMade {
        /// Its id.
        pub post: Id,
        /// Its version.
        pub version: u64,
    }
}
