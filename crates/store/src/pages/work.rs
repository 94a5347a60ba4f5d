//! Projects and posts.

use roster_core::Timestamp;
use roster_core::id::{PostId, ProjectId, TeamId};
use roster_core::model::{Post, Project};

use super::{POSTS, limit};
use crate::row::{Corrupt, Row, all};
use crate::select::{self, POST, PROJECT};
use crate::statement::Statement;

/// All projects of a team by name, archived ones included ([`roster_core::limits::PROJECTS_PER_TEAM`] bounds them).
#[must_use]
pub fn projects(team: TeamId) -> Statement {
    Statement::new(
        format!("SELECT {PROJECT} FROM projects r WHERE r.team = ?1 ORDER BY r.name_key, r.id"),
        vec![team.into()],
    )
}

/// One project of the team.
#[must_use]
pub fn project(team: TeamId, project: ProjectId) -> Statement {
    Statement::new(
        format!("SELECT {PROJECT} FROM projects r WHERE r.team = ?1 AND r.id = ?2"),
        vec![team.into(), project.into()],
    )
}

/// The rows of the two statements above.
///
/// # Errors
/// When a row makes no sense.
pub fn project_rows(rows: &[Row]) -> Result<Vec<Project>, Corrupt> {
    all(rows, select::project)
}

/// A post as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostRow {
    /// The post.
    pub post: Post,
    /// What its author is called.
    pub author_name: String,
    /// Whether the author is in the team no more: "NAME (left)".
    pub author_left: bool,
}

/// Where a list of posts goes on: the last row's `changed_at` and id.
pub type PostsAfter = Option<(Timestamp, PostId)>;

const AUTHOR: &str = "n.name AS o_author_name, ifnull(m.state, '') <> 'active' AS o_author_left";
const AUTHORS: &str =
    "JOIN people n ON n.id = o.author LEFT JOIN members m ON m.team = o.team AND m.person = o.author";

/// One more than a page of a project's posts, the latest changed first.
#[must_use]
pub fn posts(team: TeamId, project: ProjectId, after: PostsAfter) -> Statement {
    let (at, id) = after.map_or((Timestamp(i64::MAX >> 11), "~".to_owned()), |(at, id)| (at, id.to_string()));
    Statement::new(
        format!(
            "SELECT {POST}, {AUTHOR} FROM posts o {AUTHORS} WHERE o.project = ?2 AND o.team = ?1 \
             AND (o.changed_at, o.id) < (?3, ?4) ORDER BY o.changed_at DESC, o.id DESC LIMIT CAST(?5 AS INTEGER)"
        ),
        vec![team.into(), project.into(), at.into(), id.into(), limit(POSTS)],
    )
}

/// One post of the team.
#[must_use]
pub fn post(team: TeamId, post: PostId) -> Statement {
    Statement::new(
        format!("SELECT {POST}, {AUTHOR} FROM posts o {AUTHORS} WHERE o.team = ?1 AND o.id = ?2"),
        vec![team.into(), post.into()],
    )
}

/// The rows of the two statements above.
///
/// # Errors
/// When a row makes no sense.
pub fn post_rows(rows: &[Row]) -> Result<Vec<PostRow>, Corrupt> {
    all(rows, post_row)
}

fn post_row(row: &Row) -> Result<PostRow, Corrupt> {
    let post = select::post(row)?;
    row.read("o_", |o| PostRow {
        post,
        author_name: o.string("author_name"),
        author_left: o.flag("author_left"),
    })
}
