//! The posts of a project, the latest changed first.

use roster_core::Timestamp;
use roster_core::id::{PostId, ProjectId, TeamId};
use roster_core::model::Post;

use crate::row::{Corrupt, Row};
use crate::select::{self, POST};
use crate::statement::Statement;

/// A post, with its author as a page names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The post.
    pub post: Post,
    /// What its author is called.
    pub author: String,
    /// Whether its author is in the team no more.
    pub author_left: bool,
}

const AUTHOR: &str = "(SELECT p.name FROM people p WHERE p.id = o.author) AS o_author_name, \
    NOT EXISTS (SELECT 1 FROM members m WHERE m.team = o.team AND m.person = o.author AND m.state = 'active') \
    AS o_author_left";

/// Up to `most` posts changed before that one.
#[must_use]
pub fn list(team: TeamId, project: ProjectId, after: Option<(Timestamp, PostId)>, most: u32) -> Statement {
    let (at, id) = after.map_or((Timestamp(i64::MAX >> 11), None), |(at, id)| (at, Some(id)));
    Statement::new(
        format!(
            "SELECT {POST}, {AUTHOR} FROM posts o WHERE o.project = ?2 AND o.team = ?1 \
             AND (o.changed_at, o.id) < (CAST(?3 AS INTEGER), ?4) \
             ORDER BY o.changed_at DESC, o.id DESC LIMIT CAST(?5 AS INTEGER)"
        ),
        vec![team.into(), project.into(), at.into(), id.map_or_else(|| "".into(), Into::into), most.into()],
    )
}

/// One post.
#[must_use]
pub fn one(team: TeamId, post: PostId) -> Statement {
    Statement::new(
        format!("SELECT {POST}, {AUTHOR} FROM posts o WHERE o.team = ?1 AND o.id = ?2"),
        vec![team.into(), post.into()],
    )
}

/// The posts that were read.
///
/// # Errors
/// When a row makes no sense.
pub fn listed(rows: &[Row]) -> Result<Vec<Listed>, Corrupt> {
    let one = |row: &Row| {
        let part = row.part("o_");
        Ok(Listed {
            post: select::post(row)?,
            author: part.text("author_name")?.to_owned(),
            author_left: part.flag("author_left")?,
        })
    };
    rows.iter().map(one).collect()
}
