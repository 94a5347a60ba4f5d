//! What is left of images that were deleted, or never came, and of pictures that nobody shows: their files are deleted
//! first, then their rows.

use roster_core::Timestamp;
use roster_core::id::ImageId;
use roster_core::limits::AVATAR_CLEAR_MILLIS;

use crate::json;
use crate::row::{Corrupt, Row, all};
use crate::statement::{Statement, Value};

/// Before a picture's file is stored: whatever becomes of it then, something says that it is there.
#[must_use]
pub fn expect_avatar(avatar: ImageId, now: Timestamp) -> Statement {
    const SQL: &str = "INSERT INTO loose_files (id, clear_at) VALUES (?1, ?2)";
    Statement::new(SQL, vec![avatar.into(), now.plus(AVATAR_CLEAR_MILLIS).into()])
}

/// Up to `most` files of images, and as many of pictures, whose time has come.
#[must_use]
pub fn outdated(now: Timestamp, most: u32) -> Statement {
    Statement::new(
        "SELECT * FROM (SELECT id AS id FROM images WHERE clear_at <= ?1 ORDER BY clear_at LIMIT CAST(?2 AS INTEGER)) \
         UNION ALL SELECT * FROM (SELECT id AS id FROM loose_files WHERE clear_at <= ?1 ORDER BY clear_at LIMIT CAST(?2 AS INTEGER))",
        vec![now.into(), most.into()],
    )
}

/// The files that [`outdated`] read.
///
/// # Errors
/// When a row makes no sense.
pub fn ids(rows: &[Row]) -> Result<Vec<ImageId>, Corrupt> {
    all(rows, |row| row.read("", |g| g.id("id")))
}

/// Deletes their rows, and gives the images' teams the room back. It is a write on the teams like any other: their
/// versions grow, so that whoever decides on the old counters decides again.
#[must_use]
pub fn forget(files: &[ImageId], now: Timestamp) -> Vec<Statement> {
    let ids: Vec<Value> = files.iter().map(|id| Value::from(*id)).collect();
    let ours = "g.id IN (SELECT value FROM json_each(?1)) AND g.clear_at <= ?2";
    let params = || vec![json::list(&ids), now.into()];
    vec![
        Statement::new(
            format!(
                "UPDATE teams SET version = version + 1, \
                 images = images - (SELECT count(*) FROM images g WHERE {ours} AND +g.team = teams.id), \
                 image_bytes = image_bytes - (SELECT sum(g.bytes + g.thumbnail_bytes) FROM images g \
                 WHERE {ours} AND +g.team = teams.id) \
                 WHERE id IN (SELECT g.team FROM images g WHERE {ours})"
            ),
            params(),
        ),
        Statement::new(format!("DELETE FROM images AS g WHERE {ours}"), params()),
        Statement::new(format!("DELETE FROM loose_files AS g WHERE {ours}"), params()),
    ]
}
