//! What comes out about the image library.

use crate::shapes::{Id, Millis, Named, shapes};

shapes! {
    /// A page of the image library.
    pub struct Images {
        /// The latest first. A page can be shorter than others, and even empty, and still not be the last.
        pub images: Vec<Image>,
        /// Ask for the next page with this as `after`.
        pub next: Option<String>,
    }

    /// An image of the library.
    pub struct Image {
        /// Its id.
        pub id: Id,
        /// Its project; absent: it is of the whole team.
        pub project: Option<Id>,
        /// What it shows, in words.
        pub name: String,
        /// `image/png`, `image/jpeg`, `image/webp` or `image/gif`.
        pub media_type: String,
        /// Pixels across.
        pub width: u32,
        /// Pixels down.
        pub height: u32,
        /// Bytes of its file.
        pub bytes: u32,
        /// Who uploaded it.
        pub by: Named,
        /// When.
        pub at: Millis,
        /// In how many posts it stands; 20 means that many or more.
        pub used: u32,
    }

    /// An image was announced: its file is awaited.
    pub struct ImageMade {
        /// Its id.
        pub image: Id,
    }
}
