//! Images in SQLite: which posts they stand in, the library's pages, and how what is gone is cleared away.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails loudly"
)]

mod native;

use native::Db;
use native::town::{NOW, OWNER, PROJECT, TEAM, session};
use roster_core::access::Place;
use roster_core::command::ImageCommand;
use roster_core::id::{ImageId, PostId};
use roster_core::limits::IMAGE_CLEAR_MILLIS;
use roster_core::model::{MediaType, Picture};
use roster_core::text::{Body, Title};
use roster_core::{Command, Denial, Timestamp};
use roster_store::pages;
use roster_store::upkeep::images::{forget, ids, outdated};

const HERE: Place = Place::Project(PROJECT);

fn title(text: &str) -> Title {
    Title::parse(text).unwrap()
}

fn add(place: Place) -> ImageCommand {
    let picture =
        Picture { media_type: MediaType::Gif, width: 9, height: 9, bytes: 700, thumbnail_bytes: 300 };
    ImageCommand::Add { place, name: title("A cat"), picture }
}

fn image(db: &mut Db, id: u64, what: ImageCommand, now: Timestamp) {
    db.must(Command::Image(TEAM, ImageId(id), what), session(OWNER), now);
}

fn uploaded(db: &mut Db, id: u64, place: Place, now: Timestamp) {
    image(db, id, add(place), now);
    image(db, id, ImageCommand::Finish, now);
}

fn body(images: &[u64]) -> Body {
    let line = |id: &u64| format!("![A cat](image:{})\n", ImageId(*id));
    Body::parse(&images.iter().map(line).collect::<String>()).unwrap()
}

fn town() -> Db {
    let mut db = Db::new();
    db.team(0, None);
    let name = roster_core::text::Name::parse("Spring").unwrap();
    if db.count("SELECT count(*) FROM projects") == 0 {
        db.must(Command::CreateProject { team: TEAM, project: PROJECT, name }, session(OWNER), NOW);
    }
    db
}

fn library(db: &mut Db, place: Option<Place>) -> Vec<(u64, u32)> {
    let rows = db.read(pages::images(TEAM, place, None));
    pages::image_rows(&rows).unwrap().iter().map(|row| (row.image.id.0, row.used)).collect()
}

#[test]
fn the_library_counts_the_posts_that_an_image_stands_in() {
    let mut db = town();
    uploaded(&mut db, 1, HERE, NOW);
    uploaded(&mut db, 2, Place::Team, NOW.plus(1));
    image(&mut db, 3, add(HERE), NOW.plus(2));
    let write = |post: u64, images: &[u64]| Command::CreatePost {
        team: TEAM,
        project: PROJECT,
        post: PostId(post),
        title: title("Spring"),
        body: body(images),
    };
    db.must(write(1, &[1, 2, 1]), session(OWNER), NOW);
    db.must(write(2, &[1, 77]), session(OWNER), NOW);
    assert_eq!(library(&mut db, None), [(2, 1), (1, 2)]);
    assert_eq!(library(&mut db, Some(HERE)), [(1, 2)]);
    let edit = Command::EditPost {
        team: TEAM,
        post: PostId(1),
        version: 1,
        title: title("Spring"),
        body: body(&[2]),
    };
    db.must(edit, session(OWNER), NOW);
    assert_eq!(library(&mut db, None), [(2, 1), (1, 1)]);
    let after = Some((NOW.plus(1), ImageId(2)));
    assert_eq!(db.read(pages::images(TEAM, None, after)).len(), 1);
}

#[test]
fn what_is_gone_is_cleared_away_and_gives_its_room_back() {
    let mut db = town();
    uploaded(&mut db, 1, HERE, NOW);
    uploaded(&mut db, 2, HERE, NOW);
    image(&mut db, 3, add(HERE), NOW);
    image(&mut db, 1, ImageCommand::Delete, NOW);
    assert_eq!(library(&mut db, None), [(2, 0)]);
    let due = |db: &mut Db, now| ids(&db.read(outdated(now, 10))).unwrap();
    let then = NOW.plus(IMAGE_CLEAR_MILLIS);
    assert_eq!(due(&mut db, then.plus(-1)), []);
    let gone = due(&mut db, then);
    assert_eq!(gone, [ImageId(1), ImageId(3)]);
    let room = "SELECT images * 10000 + image_bytes FROM teams";
    let version = db.count("SELECT version FROM teams");
    assert_eq!(db.count(room), 33_000);
    // One that is not due is not forgotten, whoever says so.
    db.batch(&forget(&[ImageId(2)], then)).unwrap();
    assert_eq!((db.count(room), db.count("SELECT version FROM teams")), (33_000, version));
    db.batch(&forget(&gone, then)).unwrap();
    assert_eq!((db.count(room), db.count("SELECT version FROM teams")), (11_000, version + 1));
    db.batch(&forget(&gone, then)).unwrap();
    assert_eq!(db.count(room), 11_000);
    assert_eq!(db.audit(), [""; 0]);
    let late = Command::Image(TEAM, ImageId(1), ImageCommand::Restore);
    assert_eq!(db.denied(late, session(OWNER), NOW), Denial::NotFound);
}
