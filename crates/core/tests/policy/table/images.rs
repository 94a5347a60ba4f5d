//! The image library.

use roster_core::Command;
use roster_core::command::ImageCommand;
use roster_core::id::{ImageId, PersonId};
use roster_core::model::{Image, ImageState, MediaType, Picture};
use roster_core::text::Title;
use roster_core::time::{DAY, HOUR, MINUTE};
use roster_core::{Facts, Timestamp};

use roster_core::access::Place;

use crate::fixture::{self, Actor, NOW, TEAM};

use super::{AUTUMN, SPRING, Section, always, column, section};

const OF_TEAM: ImageId = ImageId(1);
const OF_SPRING: ImageId = ImageId(2);
const OF_AUTUMN: ImageId = ImageId(3);
const DELETED: ImageId = ImageId(4);
const DELETED_LONG_AGO: ImageId = ImageId(5);
/// One whose file is on its way, of whoever asks: their own number is added.
const OWN: u64 = 10_000;

const PICTURE: Picture =
    Picture { media_type: MediaType::Png, width: 40, height: 30, bytes: 900, thumbnail_bytes: 100 };

fn image(id: ImageId, place: Place, state: ImageState, by: PersonId, at: Timestamp) -> Image {
    let name = Title::parse("a cat").expect("a title");
    Image { id, team: TEAM, place, name, picture: PICTURE, uploaded_by: by, at, state }
}

/// Puts the library into the fixture.
pub fn hang(facts: &mut Facts) {
    let mia = |id, place, state| image(id, place, state, fixture::MIA, NOW.plus(-HOUR));
    let people: Vec<PersonId> = facts.people.keys().copied().collect();
    let own = people
        .into_iter()
        .map(|person| image(ImageId(OWN + person.0), SPRING, ImageState::Pending, person, NOW.plus(-MINUTE)));
    let all = own.chain([
        mia(OF_TEAM, Place::Team, ImageState::Ready),
        mia(OF_SPRING, SPRING, ImageState::Ready),
        mia(OF_AUTUMN, AUTUMN, ImageState::Ready),
        mia(DELETED, SPRING, ImageState::Deleted(NOW.plus(-HOUR))),
        mia(DELETED_LONG_AGO, SPRING, ImageState::Deleted(NOW.plus(-DAY))),
    ]);
    for image in all.collect::<Vec<_>>() {
        facts.images.insert(image.id, image);
    }
}

pub(super) fn images() -> Vec<Section> {
    let name = || Title::parse("another cat").expect("a title");
    let add = |place| {
        let what = ImageCommand::Add { place, name: name(), picture: PICTURE };
        Command::Image(TEAM, ImageId(99_999), what)
    };
    let rename = |id| Command::Image(TEAM, id, ImageCommand::Rename(name()));
    let delete = |id| Command::Image(TEAM, id, ImageCommand::Delete);
    let restore = |id| Command::Image(TEAM, id, ImageCommand::Restore);
    let finish = |actor: &Actor| Command::Image(TEAM, ImageId(OWN + actor.person.0), ImageCommand::Finish);
    let mias = Command::Image(TEAM, ImageId(OWN + fixture::MIA.0), ImageCommand::Finish);
    vec![
        section(
            "Add an image",
            vec![
                always("of the team", add(Place::Team)),
                always("of spring", add(SPRING)),
                always("of autumn", add(AUTUMN)),
                always("of old", add(Place::Project(fixture::OLD))),
                always("of another team's", add(Place::Project(fixture::FOREIGN))),
                column("one's own file came", finish),
                always("mia's file came", mias),
            ],
        ),
        section(
            "Change an image",
            vec![
                always("rename the team's", rename(OF_TEAM)),
                always("rename in spring", rename(OF_SPRING)),
                always("delete the team's", delete(OF_TEAM)),
                always("delete in spring", delete(OF_SPRING)),
                always("delete in autumn", delete(OF_AUTUMN)),
                always("restore in spring", restore(DELETED)),
                always("restore, too late", restore(DELETED_LONG_AGO)),
            ],
        ),
    ]
}
