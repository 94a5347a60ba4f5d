//! Commands of the image library.

use roster_core::Command;
use roster_core::command::ImageCommand;
use roster_core::id::{ImageId, TeamId};
use roster_core::model::{MediaType, Picture};
use roster_core::text::Title;
use roster_wire::requests::{AddImage, Empty, Rename};
use roster_wire::{Route, convert};

use super::{Source, bad_text};
use crate::answer::Refusal;

/// The command of a route that speaks of one image, or makes it.
pub fn of_image(source: &Source<'_>, team: TeamId) -> Result<Command, Refusal> {
    if source.route == Route::AddImage {
        return add_image(source, team);
    }
    let what = match source.route {
        Route::RenameImage => {
            let body: Rename = source.shape()?;
            ImageCommand::Rename(image_name(&body.name)?)
        }
        Route::DeleteImage => source.shape::<Empty>().map(|_| ImageCommand::Delete)?,
        Route::RestoreImage => source.shape::<Empty>().map(|_| ImageCommand::Restore)?,
        _ => ImageCommand::Finish,
    };
    Ok(Command::Image(team, source.params.id("image")?, what))
}

fn add_image(source: &Source<'_>, team: TeamId) -> Result<Command, Refusal> {
    let body: AddImage = source.shape()?;
    let media_type = MediaType::from_id(&body.media_type);
    let picture = Picture {
        media_type: media_type.ok_or_else(|| Refusal::bad_value("mediaType"))?,
        width: body.width,
        height: body.height,
        bytes: body.bytes,
        thumbnail_bytes: body.thumbnail_bytes,
    };
    let (place, name) = (convert::place(body.project.as_deref())?, image_name(&body.name)?);
    let image = ImageId(source.seed.id("image"));
    Ok(Command::Image(team, image, ImageCommand::Add { place, name, picture }))
}

fn image_name(name: &str) -> Result<Title, Refusal> {
    Title::parse(name).map_err(|error| bad_text(error, "name"))
}
