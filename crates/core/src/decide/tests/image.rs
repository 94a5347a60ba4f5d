//! The image library: who may add, describe, delete and restore, how much there may be, and what each state allows.

use super::*;
use crate::command::ImageCommand;
use crate::id::ImageId;
use crate::limits::{IMAGE_BYTES, IMAGE_BYTES_PER_TEAM, IMAGES_PER_POST, IMAGES_PER_TEAM};
use crate::model::{ImageState, MediaType, Picture};
use crate::picture::Unfit;
use crate::text::{Body, Title};
use crate::time::HOUR;
use BuiltInRole::{Editor, Viewer, Writer};

const CAT: ImageId = ImageId(70);
const PICTURE: Picture =
    Picture { media_type: MediaType::Png, width: 40, height: 30, bytes: 900, thumbnail_bytes: 100 };

fn title(text: &str) -> Title {
    Title::parse(text).unwrap()
}

fn add(place: Place, picture: Picture) -> ImageCommand {
    ImageCommand::Add { place, name: title("A cat"), picture }
}

impl World {
    fn image(&mut self, who: u64, what: ImageCommand) -> Result<Answer, Denial> {
        self.run(who, Command::Image(TEAM, CAT, what))
    }

    /// With an image at this place, uploaded by the owner.
    fn with_image(&mut self, place: Place) -> &mut Self {
        self.image(OWNER, add(place, PICTURE)).unwrap();
        self.image(OWNER, ImageCommand::Finish).unwrap();
        self
    }

    fn state(&self) -> ImageState {
        self.facts.images[&CAT].state
    }
}

#[test]
fn an_image_is_added_where_one_manages_images() {
    let mut world = World::new();
    world.with(ANA, P1, role(Editor)).with(TOMAS, Place::Team, role(Viewer));
    let refused = |place| missing(Permission::ImagesManage, place);
    assert_eq!(world.image(STRANGER, add(P1, PICTURE)), Err(Denial::NotFound));
    assert_eq!(world.image(TOMAS, add(P1, PICTURE)), refused(P1));
    assert_eq!(world.image(ANA, add(P2, PICTURE)), Err(Denial::NotFound));
    assert_eq!(world.image(ANA, add(Place::Team, PICTURE)), refused(Place::Team));
    assert_eq!(world.image(ANA, add(P1, PICTURE)), Ok(Answer::Image(CAT)));
    assert_eq!((world.team().images, world.team().image_bytes), (1, 1_000));
    assert_eq!(world.state(), ImageState::Pending);
    assert_eq!(world.image(OWNER, ImageCommand::Finish), Err(Denial::NotFound));
    assert_eq!(world.image(ANA, ImageCommand::Finish), Ok(Answer::Done));
    assert_eq!(world.history(), [HistoryKind::ImageUploaded]);
    assert_eq!(world.image(ANA, ImageCommand::Finish), Ok(Answer::Done));
    assert!(world.last.is_empty());
}

#[test]
fn a_file_that_comes_too_late_or_after_the_right_went_is_not_taken() {
    let mut world = World::new();
    world.with(ANA, P1, role(Editor));
    world.image(ANA, add(P1, PICTURE)).unwrap();
    world.change(OWNER, ANA, &[(P1, Some(role(Viewer)))]).unwrap();
    assert_eq!(world.image(ANA, ImageCommand::Finish), missing(Permission::ImagesManage, P1));
    world.change(OWNER, ANA, &[(P1, Some(role(Editor)))]).unwrap();
    world.wait(HOUR);
    assert_eq!(world.image(ANA, ImageCommand::Finish), Err(Denial::NotFound));
    let cleared = world.facts.images[&CAT].clear_at();
    assert!(cleared.is_some_and(|at| at > world.now.plus(HOUR)), "cleared while a file may still come");
}

#[test]
fn those_who_see_it_and_may_not_change_it_are_told_what_they_lack() {
    let mut world = World::new();
    world.with(ANA, P1, role(Writer)).with(TOMAS, P2, role(Editor)).with_image(P1);
    for what in [ImageCommand::Rename(title("A dog")), ImageCommand::Delete, ImageCommand::Restore] {
        assert_eq!(world.image(ANA, what.clone()), missing(Permission::ImagesManage, P1));
        assert_eq!(world.image(TOMAS, what), Err(Denial::NotFound));
    }
    assert_eq!(world.image(OWNER, ImageCommand::Rename(title("A dog"))), Ok(Answer::Done));
    assert_eq!(world.facts.images[&CAT].name, title("A dog"));
    assert_eq!(world.image(OWNER, ImageCommand::Rename(title("A dog"))), Ok(Answer::Done));
    assert!(world.last.is_empty());
}

#[test]
fn what_was_deleted_comes_back_within_a_day() {
    let mut world = World::new();
    world.with_image(Place::Team);
    world.image(OWNER, ImageCommand::Delete).unwrap();
    assert_eq!(world.image(OWNER, ImageCommand::Delete), Err(Denial::NotFound));
    assert_eq!(world.team().images, 1, "its room is not given away yet");
    world.wait(DAY - 1);
    assert_eq!(world.image(OWNER, ImageCommand::Restore), Ok(Answer::Done));
    assert_eq!(world.history(), [HistoryKind::ImageRestored]);
    world.image(OWNER, ImageCommand::Delete).unwrap();
    world.wait(DAY);
    assert_eq!(world.image(OWNER, ImageCommand::Restore), Err(Denial::TooLate));
    let cleared = world.facts.images[&CAT].clear_at();
    assert!(cleared.is_some_and(|at| at > world.now), "cleared while it could come back");
}

#[test]
fn there_is_so_much_room_and_no_more() {
    let mut world = World::new();
    let at_limit = |world: &mut World, images, bytes| {
        let team = world.facts.teams.get_mut(&TEAM).unwrap();
        (team.images, team.image_bytes) = (images, bytes);
    };
    let limit = |limit| Err(Denial::LimitReached { limit });
    at_limit(&mut world, IMAGES_PER_TEAM, 0);
    assert_eq!(world.image(OWNER, add(P1, PICTURE)), limit("images_per_team"));
    at_limit(&mut world, 0, IMAGE_BYTES_PER_TEAM - 999);
    assert_eq!(world.image(OWNER, add(P1, PICTURE)), limit("image_bytes_per_team"));
    at_limit(&mut world, 0, 0);
    for (picture, why) in [
        (Picture { bytes: IMAGE_BYTES + 1, ..PICTURE }, Unfit::TooLarge),
        (Picture { bytes: 0, ..PICTURE }, Unfit::TooLarge),
        (Picture { thumbnail_bytes: IMAGE_BYTES, ..PICTURE }, Unfit::TooLarge),
        (Picture { width: 0, ..PICTURE }, Unfit::TooManyPixels),
        (Picture { width: 9_000, ..PICTURE }, Unfit::TooManyPixels),
        (Picture { width: 8_000, height: 8_000, ..PICTURE }, Unfit::TooManyPixels),
    ] {
        assert_eq!(world.image(OWNER, add(P1, picture)), Err(Denial::Unfit(why)), "{picture:?}");
    }
}

#[test]
fn what_is_put_away_keeps_its_images_as_they_are() {
    let mut world = World::new();
    world.with_image(P1);
    world.run(OWNER, Command::ArchiveProject { team: TEAM, project: ProjectId(1) }).unwrap();
    assert_eq!(world.image(OWNER, ImageCommand::Delete), Err(Denial::Archived));
    let other = Command::Image(TEAM, ImageId(71), add(P1, PICTURE));
    assert_eq!(world.run(OWNER, other), Err(Denial::Archived));
}

#[test]
fn who_sees_posts_sees_their_images() {
    let mut world = World::new();
    world.with(ANA, P1, role(Viewer)).with(TOMAS, P2, custom(&[Permission::ImagesManage]));
    world.with(EVA, P2, custom(&[Permission::MessagesRead])).with_image(P1);
    let sees = |world: &World, who| {
        let standing = world.facts.standing(TEAM, PersonId(who), world.now);
        crate::view::sees_image(standing, &world.facts.images[&CAT], world.now)
    };
    let all = [OWNER, ANA, TOMAS, EVA, STRANGER];
    assert_eq!(all.map(|who| sees(&world, who)), [true, true, false, false, false]);
    world.facts.images.get_mut(&CAT).unwrap().place = Place::Team;
    assert_eq!(all.map(|who| sees(&world, who)), [true, true, true, false, false]);
}

#[test]
fn a_post_holds_so_many_images() {
    let mut world = World::new();
    let text = |images: usize| {
        let line = |id: usize| format!("![x](image:{})\n", ImageId(id.try_into().unwrap()));
        Body::parse(&(0..images).map(line).collect::<String>()).unwrap()
    };
    let write = |body| Command::CreatePost {
        team: TEAM,
        project: ProjectId(1),
        post: crate::id::PostId(5),
        title: title("Spring"),
        body,
    };
    let refused = Err(Denial::LimitReached { limit: "images_per_post" });
    assert_eq!(world.run(OWNER, write(text(IMAGES_PER_POST + 1))), refused);
    assert!(world.run(OWNER, write(text(IMAGES_PER_POST))).is_ok());
}
