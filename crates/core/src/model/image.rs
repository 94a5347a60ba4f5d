//! An image of the library: what is known of a file that lies elsewhere. A row is there before the file is, and stays
//! until the file is gone, so that no file is ever without a row.

use crate::access::Place;
use crate::id::{ImageId, PersonId, TeamId};
use crate::limits::{IMAGE_CLEAR_MILLIS, IMAGE_UPLOAD_MILLIS};
use crate::text::Title;
use crate::time::Timestamp;

/// What kind of picture a file is. There is no SVG: it can carry script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MediaType {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    Webp,
    /// GIF.
    Gif,
}

impl MediaType {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Png, Self::Jpeg, Self::Webp, Self::Gif];

    /// The name that HTTP, the API and the database use.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Gif => "image/gif",
        }
    }

    /// The kind with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id)
    }
}

/// A file, as it is declared before it comes and as its own first bytes must say it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What kind it is.
    pub media_type: MediaType,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// How long the file is, in bytes.
    pub bytes: u32,
    /// How long its small JPEG is, in bytes.
    pub thumbnail_bytes: u32,
}

/// How far an image has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageState {
    /// Its file is on its way.
    Pending,
    /// It is there.
    Ready,
    /// It was taken away then. For a while it can be brought back.
    Deleted(Timestamp),
}

/// An image of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Its id, under which its file lies too.
    pub id: ImageId,
    /// Of which team.
    pub team: TeamId,
    /// Of the whole team, or of one project.
    pub place: Place,
    /// What it shows, in words: what those read who do not see it.
    pub name: Title,
    /// Its file.
    pub picture: Picture,
    /// Who uploaded it.
    pub uploaded_by: PersonId,
    /// When its row was made.
    pub at: Timestamp,
    /// How far it has come.
    pub state: ImageState,
}

impl Image {
    /// Whether its file may still come.
    #[must_use]
    pub fn awaits_file(&self, now: Timestamp) -> bool {
        self.state == ImageState::Pending && now < self.at.plus(IMAGE_UPLOAD_MILLIS)
    }

    /// From when on its file and then its row are deleted for good: long after the last file or restore could come.
    #[must_use]
    pub fn clear_at(&self) -> Option<Timestamp> {
        match self.state {
            ImageState::Pending => Some(self.at.plus(IMAGE_CLEAR_MILLIS)),
            ImageState::Ready => None,
            ImageState::Deleted(at) => Some(at.plus(IMAGE_CLEAR_MILLIS)),
        }
    }
}
