//! The image library, as far as the one who looks sees it.

use roster_core::access::Place;
use roster_core::id::{ImageId, TeamId};
use roster_core::{Denial, Permission, view};
use roster_store::pages::{self, ImageRow, PAGE, Page};
use roster_wire::answers::{Image, Images};
use roster_wire::convert;
use roster_wire::shapes::Named;

use super::cursor;
use super::reading::Reading;
use crate::answer::Refusal;
use crate::ctx::Ctx;

/// `GET /teams/{team}/images`. Where a page goes on is told by the last image that was shown on it, so that nothing is
/// told of those in between.
pub fn list(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let after = cursor::read_at::<ImageId>(ctx.query("after"))?;
    let place = match ctx.query("project") {
        None => None,
        Some("team") => Some(Place::Team),
        Some(project) => Some(convert::place(Some(project))?),
    };
    Reading::of_team(ctx, team, vec![pages::images(team, place, after)], move |look| {
        if !view::sees_images(look.standing(), look.now) {
            let missing = Denial::Missing { permission: Permission::PostsView, place: Place::Team };
            return Err(look.refused(&missing));
        }
        let page = Page::of(pages::image_rows(look.rows(0))?, PAGE);
        let sees = |row: &&ImageRow| view::sees_image(look.standing(), &row.image, look.now);
        let last = page.rows.iter().rev().find(sees).or_else(|| page.rows.last()).filter(|_| page.more);
        let next = last.map(|row| cursor::write_at(row.image.at, row.image.id));
        Ok(Images { images: page.rows.iter().filter(sees).map(shape).collect(), next })
    })
}

fn shape(row: &ImageRow) -> Image {
    let image = &row.image;
    Image {
        id: image.id.to_string(),
        project: convert::project_id(image.place),
        name: image.name.as_str().to_owned(),
        media_type: image.picture.media_type.id().to_owned(),
        width: image.picture.width,
        height: image.picture.height,
        bytes: image.picture.bytes,
        by: Named { id: image.uploaded_by.to_string(), name: row.by.clone() },
        at: image.at.0,
        used: row.used,
    }
}
