//! What is done with images, and the steps of posts.

use crate::access::Place;
use crate::model::Picture;
use crate::text::Title;

/// What is done with an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImageCommand {
    /// Announce it: its file may come from now on.
    Add {
        /// Of the whole team, or of one project.
        place: Place,
        /// What it shows.
        name: Title,
        /// What its file will be.
        picture: Picture,
    },
    /// Its file came, was looked at, and is kept.
    Finish,
    /// Say in other words what it shows.
    Rename(Title),
    /// Take it away.
    Delete,
    /// Bring it back.
    Restore,
}

/// A step of a post between stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Draft to review.
    SendForReview,
    /// Review to approved.
    Approve,
    /// Review or approved back to draft.
    Return,
    /// To published.
    Publish,
}
