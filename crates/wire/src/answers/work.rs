//! What comes out about the work: projects and posts.

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
        pub archived_at: Option<Millis>,
        /// When it was made.
        pub created_at: Millis,
    }

    /// A page of the dashboard's cards.
    pub struct Cards {
        /// The cards, by the projects' names.
        pub cards: Vec<Card>,
        /// Ask for the next page with this as `after`.
        pub next: Option<String>,
    }

    /// A project with those who write in it.
    pub struct Card {
        /// The project.
        pub project: Project,
        /// The first five of them: those with access of the project's own, then those of the whole team, each by name.
        pub editors: Vec<Editor>,
        /// How many more there are: of very many, at least so many.
        pub more: u32,
    }

    /// Somebody who writes in a project.
    pub struct Editor {
        /// Who.
        pub id: Id,
        /// What they are called.
        pub name: String,
        /// The name of the picture that they show of themselves.
        pub avatar: Option<Id>,
        /// Their address, for those who may invite or change access, and oneself.
        pub address: Option<String>,
        /// Whether they are in the project now.
        pub inside: bool,
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
        pub planned_at: Option<Millis>,
        /// When it was published.
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
