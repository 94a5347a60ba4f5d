//! The columns of an image in a read, and their way back.

use roster_core::model::{Image, ImageState, MediaType, Picture};

use super::place;
use crate::row::{Corrupt, Part, Row};

/// An image, as `g`.
pub const IMAGE: &str = columns!(
    "g",
    "id",
    "team",
    "place",
    "name",
    "media_type",
    "width",
    "height",
    "bytes",
    "thumbnail_bytes",
    "uploaded_by",
    "at",
    "state",
    "deleted_at"
);

fn state(g: &mut Part<'_>) -> ImageState {
    let state = match (g.text("state"), g.time_or_null("deleted_at")) {
        ("pending", None) => Some(ImageState::Pending),
        ("ready", None) => Some(ImageState::Ready),
        ("deleted", Some(at)) => Some(ImageState::Deleted(at)),
        _ => None,
    };
    g.or_refuse("state", state, ImageState::Pending)
}

pub fn image(row: &Row) -> Result<Image, Corrupt> {
    row.read("g_", |g| Image {
        id: g.id("id"),
        team: g.id("team"),
        place: place(g, "place"),
        name: g.title("name"),
        picture: Picture {
            media_type: g.named("media_type", MediaType::from_id),
            width: g.number("width"),
            height: g.number("height"),
            bytes: g.number("bytes"),
            thumbnail_bytes: g.number("thumbnail_bytes"),
        },
        uploaded_by: g.id("uploaded_by"),
        at: g.time("at"),
        state: state(g),
    })
}
