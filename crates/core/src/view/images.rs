//! Who sees which images of the library.

use super::things::holds_somewhere;
use crate::access::{Place, Standing};
use crate::generated::catalogue::Permission;
use crate::model::Image;
use crate::time::Timestamp;

/// Whether there is a library of images for them at all: they see posts or manage images somewhere.
#[must_use]
pub fn sees_images(viewer: Standing<'_>, now: Timestamp) -> bool {
    [Permission::PostsView, Permission::ImagesManage].iter().any(|it| holds_somewhere(viewer, *it, now))
}

/// Whether they see an image: they see posts or manage images where it belongs. What belongs to the whole team may
/// stand in any of its posts, so that whoever sees some sees it.
#[must_use]
pub fn sees_image(viewer: Standing<'_>, image: &Image, now: Timestamp) -> bool {
    match image.place {
        Place::Team => sees_images(viewer, now),
        Place::Project(_) => {
            let can = |it| viewer.can(it, image.place, now);
            can(Permission::PostsView) || can(Permission::ImagesManage)
        }
    }
}
