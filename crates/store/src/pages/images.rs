//! The image library.

use roster_core::Timestamp;
use roster_core::access::Place;
use roster_core::id::{ImageId, TeamId};
use roster_core::model::Image;

use super::{PAGE, limit};
use crate::codec::place_text;
use crate::row::{Corrupt, Row, all};
use crate::select::{self, IMAGE};
use crate::statement::Statement;

/// An image as the library shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageRow {
    /// The image.
    pub image: Image,
    /// What its uploader is called.
    pub by: String,
    /// In how many posts it stands, up to [`MOST_USES`].
    pub used: u32,
}

/// More posts than this are not counted.
pub const MOST_USES: u32 = 20;

/// Where the library goes on: the last row's time and id.
pub type ImagesAfter = Option<(Timestamp, ImageId)>;

/// One more than a page of the library, the latest first: of one place, or of all of them.
#[must_use]
pub fn images(team: TeamId, place: Option<Place>, after: ImagesAfter) -> Statement {
    let (at, id) = after.map_or((Timestamp(i64::MAX >> 11), "~".to_owned()), |(at, id)| (at, id.to_string()));
    let (of_place, place) = match place {
        None => ("", None),
        Some(place) => (" AND g.place = ?5", Some(place_text(place))),
    };
    let mut params = vec![team.into(), at.into(), id.into(), limit(PAGE)];
    params.extend(place.map(Into::into));
    Statement::new(
        format!(
            "SELECT {IMAGE}, n.name AS g_by, (SELECT count(*) FROM (SELECT 1 FROM post_images u \
             WHERE u.team = g.team AND u.image = g.id LIMIT {MOST_USES})) AS g_used \
             FROM images g CROSS JOIN people n ON n.id = g.uploaded_by \
             WHERE g.team = ?1 AND g.state = 'ready' AND (g.at, g.id) < (?2, ?3){of_place} \
             ORDER BY g.at DESC, g.id DESC LIMIT CAST(?4 AS INTEGER)"
        ),
        params,
    )
}

/// The rows of the statement above.
///
/// # Errors
/// When a row makes no sense.
pub fn image_rows(rows: &[Row]) -> Result<Vec<ImageRow>, Corrupt> {
    let one = |row: &Row| {
        let image = select::image(row)?;
        row.read("g_", |g| ImageRow { image, by: g.string("by"), used: g.number("used") })
    };
    all(rows, one)
}

/// One image of the team, in whatever state.
#[must_use]
pub fn image(team: TeamId, image: ImageId) -> Statement {
    Statement::new(
        format!("SELECT {IMAGE} FROM images g WHERE +g.team = ?1 AND g.id = ?2"),
        vec![team.into(), image.into()],
    )
}

/// The image of the statement above, if there is one.
///
/// # Errors
/// When the row makes no sense.
pub fn image_row(rows: &[Row]) -> Result<Option<Image>, Corrupt> {
    rows.first().map(select::image).transpose()
}
