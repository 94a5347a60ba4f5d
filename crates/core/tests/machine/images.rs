//! The image library in stories: what is done with images, and the naive rules of it. Who manages images where one
//! belongs may do all of it, nobody else any of it, and the counters of a team are what counting gives.

use proptest::prelude::*;
use roster_core::access::Place;
use roster_core::command::ImageCommand;
use roster_core::id::{ImageId, TeamId};
use roster_core::model::{Image, ImageState, MediaType, Picture};
use roster_core::text::Title;
use roster_core::time::{DAY, HOUR};
use roster_core::{Command, Permission};

use super::act::{Pick, Spot};
use super::cast::{Cast, nth};
use super::judge::{Seen, actor};
use super::naive;
use super::world::World;

/// What is done with an image; the n-th, latest first.
#[derive(Clone, Copy, Debug)]
pub enum Does {
    Add(Spot, bool),
    Finish(Pick),
    Rename(Pick),
    Delete(Pick),
    Restore(Pick),
}

/// Anything of it.
pub fn does(
    pick: impl Fn() -> BoxedStrategy<Pick>,
    spot: BoxedStrategy<Spot>,
) -> impl Strategy<Value = Does> {
    prop_oneof![
        4 => (spot, prop::bool::weighted(0.1)).prop_map(|(spot, huge)| Does::Add(spot, huge)),
        5 => pick().prop_map(Does::Finish),
        1 => pick().prop_map(Does::Rename),
        3 => pick().prop_map(Does::Delete),
        3 => pick().prop_map(Does::Restore),
    ]
}

/// The command for it, once its place or its image is known.
fn command(team: TeamId, does: Does, place: Place, image: ImageId) -> Command {
    let name = || Title::parse(&format!("image {}", image.0)).expect("a title");
    let what = match does {
        Does::Add(_, huge) => {
            let width = if huge { 9_000 } else { 600 };
            let media_type = MediaType::Webp;
            let picture = Picture { media_type, width, height: 400, bytes: 50_000, thumbnail_bytes: 4_000 };
            ImageCommand::Add { place, name: name(), picture }
        }
        Does::Finish(_) => ImageCommand::Finish,
        Does::Rename(_) => ImageCommand::Rename(Title::parse("another image").expect("a title")),
        Does::Delete(_) => ImageCommand::Delete,
        Does::Restore(_) => ImageCommand::Restore,
    };
    Command::Image(team, image, what)
}

/// What is wrong with a team's counters.
pub fn counters(world: &World, team: TeamId) -> Vec<String> {
    let row = &world.rows.teams[&team];
    let ours = || world.rows.images.values().filter(|image| image.team == team);
    let bytes: u64 = ours().map(|i| u64::from(i.picture.bytes) + u64::from(i.picture.thumbnail_bytes)).sum();
    if (ours().count(), bytes) == (row.images as usize, row.image_bytes) {
        return Vec::new();
    }
    vec![format!("{} images of {} bytes, counted {} of {bytes}", row.images, row.image_bytes, ours().count())]
}

/// What is wrong with what a step did to images.
pub fn judge(seen: &Seen<'_>, team: TeamId) -> Vec<String> {
    let asks = actor(seen.before, seen.asker, seen.now);
    let mut wrong = Vec::new();
    for (id, after) in seen.after.rows.images.iter().filter(|(_, image)| image.team == team) {
        let before = seen.before.rows.images.get(id);
        if before == Some(after) {
            continue;
        }
        let may = asks.is_some_and(|who| {
            naive::holds(seen.before, team, who, after.place, Permission::ImagesManage, seen.now)
        });
        let named = matches!(seen.command, Command::Image(_, image, _) if image == id);
        if !may || !named || !follows(before, after, seen) {
            wrong.push(format!("image {} went from {before:?} to {after:?}", id.0));
        }
        let put_away = matches!(after.place, Place::Project(project)
            if seen.before.rows.projects.get(&project).is_none_or(|p| p.archived_at.is_some()));
        if put_away {
            wrong.push(format!("image {} was changed in a project that is put away", id.0));
        }
    }
    wrong
}

/// Pending, then ready; deleted and back within a day. Where it belongs and what it is stays.
fn follows(before: Option<&Image>, after: &Image, seen: &Seen<'_>) -> bool {
    let Some(before) = before else { return after.state == ImageState::Pending };
    let same =
        (before.place, before.picture, before.uploaded_by) == (after.place, after.picture, after.uploaded_by);
    let own = actor(seen.before, seen.asker, seen.now) == Some(before.uploaded_by);
    same && match (before.state, after.state) {
        (ImageState::Pending, ImageState::Ready) => own && seen.now < before.at.plus(HOUR),
        (ImageState::Ready, ImageState::Ready) => before.name != after.name,
        (ImageState::Ready, ImageState::Deleted(at)) => at == seen.now,
        (ImageState::Deleted(at), ImageState::Ready) => seen.now < at.plus(DAY),
        (_, ImageState::Pending)
        | (ImageState::Pending, ImageState::Deleted(_))
        | (ImageState::Deleted(_), ImageState::Deleted(_)) => false,
    }
}

/// The command for it, over what is there.
pub fn of(cast: &mut Cast, world: &World, team: TeamId, does: &Does) -> Command {
    let ours: Vec<ImageId> =
        world.rows.images.values().rev().filter(|i| i.team == team).map(|i| i.id).collect();
    let (place, image) = match does {
        Does::Add(spot, _) => (cast.place(world, team, *spot), ImageId(cast.fresh())),
        Does::Finish(pick) | Does::Rename(pick) | Does::Delete(pick) | Does::Restore(pick) => {
            (Place::Team, nth(&ours, *pick).unwrap_or(ImageId(9_999)))
        }
    };
    command(team, *does, place, image)
}
