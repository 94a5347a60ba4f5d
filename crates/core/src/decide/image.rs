//! The image library (A2): announcing an image, having its file, describing, deleting and restoring it. All of it
//! needs `images.manage` where the image belongs; who sees one is for [`crate::view`].

use crate::access::Place;
use crate::change::{Answer, Decision, HistoryKind};
use crate::command::ImageCommand;
use crate::denial::Denial;
use crate::generated::catalogue::Permission;
use crate::id::ImageId;
use crate::limits::{IMAGE_BYTES_PER_TEAM, IMAGE_RESTORE_MILLIS, IMAGES_PER_TEAM};
use crate::model::{Image, ImageState, Picture};
use crate::picture::check_announced;
use crate::text::Title;
use crate::view::sees_image;

use super::act::{Act, unchanged};
use super::common::Asking;

/// Decides what is done with one image.
pub fn decide(asking: &Asking<'_>, id: ImageId, what: &ImageCommand) -> Result<Decision, Denial> {
    match what {
        ImageCommand::Add { place, name, picture } => add(asking, id, (*place, name), *picture),
        ImageCommand::Finish => finish(asking, id),
        ImageCommand::Rename(name) => rename(asking, id, name),
        ImageCommand::Delete => delete(asking, id),
        ImageCommand::Restore => restore(asking, id),
    }
}

/// Makes the row, and room for the file: a file is never without a row.
fn add(
    asking: &Asking<'_>,
    id: ImageId,
    (place, name): (Place, &Title),
    picture: Picture,
) -> Result<Decision, Denial> {
    asking.see(place)?;
    asking.require(Permission::ImagesManage, place)?;
    check_open(asking, place)?;
    check_announced(&picture).map_err(Denial::Unfit)?;
    let mut act = asking.act();
    act.team.images = act.team.images.saturating_add(1);
    act.team.image_bytes = act.team.image_bytes.saturating_add(room(picture));
    check_room(&act)?;
    act.write_image(Image {
        id,
        team: asking.team.id,
        place,
        name: name.clone(),
        picture,
        uploaded_by: asking.person.id,
        at: asking.now,
        state: ImageState::Pending,
    });
    Ok(act.finish(Answer::Image(id)))
}

fn room(picture: Picture) -> u64 {
    u64::from(picture.bytes).saturating_add(u64::from(picture.thumbnail_bytes))
}

const fn check_room(act: &Act<'_>) -> Result<(), Denial> {
    if act.team.images > IMAGES_PER_TEAM {
        return Err(Denial::LimitReached { limit: "images_per_team" });
    }
    if act.team.image_bytes > IMAGE_BYTES_PER_TEAM {
        return Err(Denial::LimitReached { limit: "image_bytes_per_team" });
    }
    Ok(())
}

/// The file is kept: the image is there. Only whoever announced it knows of it until then.
fn finish(asking: &Asking<'_>, id: ImageId) -> Result<Decision, Denial> {
    let image = of_team(asking, id).filter(|image| image.uploaded_by == asking.person.id);
    let image = image.ok_or(Denial::NotFound)?;
    may_manage(asking, image)?;
    if image.state == ImageState::Ready {
        return Ok(unchanged(Answer::Done));
    }
    if !image.awaits_file(asking.now) {
        return Err(Denial::NotFound);
    }
    let done = Image { state: ImageState::Ready, at: asking.now, ..image.clone() };
    Ok(write(asking, done, HistoryKind::ImageUploaded))
}

fn rename(asking: &Asking<'_>, id: ImageId, name: &Title) -> Result<Decision, Denial> {
    let image = shown(asking, id)?;
    may_manage(asking, image)?;
    if image.name == *name {
        return Ok(unchanged(Answer::Done));
    }
    Ok(write(asking, Image { name: name.clone(), ..image.clone() }, HistoryKind::ImageRenamed))
}

fn delete(asking: &Asking<'_>, id: ImageId) -> Result<Decision, Denial> {
    let image = shown(asking, id)?;
    may_manage(asking, image)?;
    let deleted = Image { state: ImageState::Deleted(asking.now), ..image.clone() };
    Ok(write(asking, deleted, HistoryKind::ImageDeleted))
}

/// Its room was never given away, so that there is nothing to check but who asks, and how late.
fn restore(asking: &Asking<'_>, id: ImageId) -> Result<Decision, Denial> {
    let image = of_team(asking, id).filter(|image| sees_image(asking.standing, image, asking.now));
    let image = image.ok_or(Denial::NotFound)?;
    may_manage(asking, image)?;
    match image.state {
        ImageState::Pending => Err(Denial::NotFound),
        ImageState::Ready => Ok(unchanged(Answer::Done)),
        ImageState::Deleted(at) if asking.now.since(at) >= IMAGE_RESTORE_MILLIS => Err(Denial::TooLate),
        ImageState::Deleted(_) => {
            let back = Image { state: ImageState::Ready, ..image.clone() };
            Ok(write(asking, back, HistoryKind::ImageRestored))
        }
    }
}

fn of_team<'a>(asking: &Asking<'a>, id: ImageId) -> Option<&'a Image> {
    asking.facts.images.get(&id).filter(|image| image.team == asking.team.id)
}

/// An image that is there, for them.
fn shown<'a>(asking: &Asking<'a>, id: ImageId) -> Result<&'a Image, Denial> {
    let image = of_team(asking, id).filter(|image| image.state == ImageState::Ready);
    image.filter(|image| sees_image(asking.standing, image, asking.now)).ok_or(Denial::NotFound)
}

fn may_manage(asking: &Asking<'_>, image: &Image) -> Result<(), Denial> {
    asking.see(image.place)?;
    asking.require(Permission::ImagesManage, image.place)?;
    check_open(asking, image.place)
}

/// What belongs to a project that is put away stays as it is.
fn check_open(asking: &Asking<'_>, place: Place) -> Result<(), Denial> {
    match place {
        Place::Team => Ok(()),
        Place::Project(project) if asking.project(project)?.archived_at.is_some() => Err(Denial::Archived),
        Place::Project(_) => Ok(()),
    }
}

fn write(asking: &Asking<'_>, image: Image, kind: HistoryKind) -> Decision {
    let mut act = asking.act();
    let mut line = act.line(kind);
    line.project = match image.place {
        Place::Team => None,
        Place::Project(project) => Some(project),
    };
    line.note = Some(image.name.as_str().to_owned());
    act.record(line);
    act.write_image(image);
    act.finish(Answer::Done)
}
