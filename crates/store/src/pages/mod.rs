//! What pages show, as statements and typed rows. Who may see a row is core's to say: a shell reads [`viewer`] in
//! the same batch and asks. Lists are keyset pages: nothing counts, and nothing sorts by what it joins.

mod asks;
mod cards;
mod export;
mod handover;
mod history;
mod images;
mod known;
mod mine;
mod people;
mod roles;
mod ways_in;
mod work;

pub use asks::{AskRow, ask_rows, asks, my_asks};
pub use cards::{CARDS, CardRow, Shelf, card_rows, cards, writers_everywhere};
pub use export::{After, EXPORTED, ExportRow, Kept, export, export_rows};
pub use handover::{
    HandoverRow, handover_preview, handover_rows, is_undelivered, my_handovers, offered_project,
};
pub use history::{HistoryAfter, HistoryFilter, HistoryRow, history, history_rows};
pub use images::{ImageRow, ImagesAfter, image, image_row, image_rows, images};
pub use known::{
    ColleagueRow, Joiner, KnownAddress, colleague_rows, colleagues, joiner_rows, joiners, known_address_rows,
    known_addresses,
};
pub use mine::{
    MyTeam, OwnedTeam, SessionRow, Whose, my_sessions, my_teams, my_teams_rows, owned_teams,
    owned_teams_rows, session_rows, session_seen,
};
pub use people::{Among, MemberRow, granters, member, member_rows, members, members_by_address, seen};
pub use roles::{deleted_roles, role_holders, role_rows, role_ways, roles};
pub use ways_in::{
    InvitationRow, InvitationsAfter, LinkRow, MailState, Pending, invitation_preview, invitation_rows,
    invitations, link_preview, link_rows, links, my_invitations,
};
pub use work::{PostRow, PostsAfter, post, post_rows, posts, project, project_rows, projects};

use roster_core::id::TeamId;
use roster_core::model::Digest;

use crate::row::Part;
use crate::select::{MEMBER, PERSON, SESSION, TEAM};
use crate::statement::{Statement, Value};

/// Rows on a page.
pub const PAGE: usize = 50;
/// Posts on a page: they come with their whole text.
pub const POSTS: usize = 20;

/// A page, and whether there is another after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// Its rows.
    pub rows: Vec<T>,
    /// Whether more follow.
    pub more: bool,
}

impl<T> Page<T> {
    /// The page of `size` rows, of which one more was asked for.
    #[must_use]
    pub fn of(mut rows: Vec<T>, size: usize) -> Self {
        let more = rows.len() > size;
        rows.truncate(size);
        Self { rows, more }
    }
}

/// One more than the page holds, to see whether there is another.
fn limit(size: usize) -> Value {
    Value::Integer(i64::try_from(size).unwrap_or(0).saturating_add(1))
}

/// Who asks, by the session: the session and its person. Read the row with [`crate::facts`].
#[must_use]
pub fn caller(session: Digest) -> Statement {
    Statement::new(
        format!(
            "SELECT {SESSION}, {PERSON} FROM sessions s JOIN people p ON p.id = s.person WHERE s.digest = ?1"
        ),
        vec![session.into()],
    )
}

/// Who asks, and what they are in a team: session, person, the team, and their membership with access, in one row.
/// Read it with [`crate::facts`], and ask [`roster_core::Facts::standing`].
#[must_use]
pub fn viewer(team: TeamId, session: Digest) -> Statement {
    Statement::new(
        format!(
            "SELECT {SESSION}, {PERSON}, {TEAM}, {MEMBER} FROM sessions s JOIN people p ON p.id = s.person \
             LEFT JOIN teams t ON t.id = ?1 LEFT JOIN members m ON m.team = ?1 AND m.person = s.person \
             WHERE s.digest = ?2"
        ),
        vec![team.into(), session.into()],
    )
}

/// Between the fields of a packed text, and between its records: no name holds them.
const FIELD: char = '\u{1f}';
const RECORD: char = '\u{1e}';

/// Ids and names that a statement packed into one text.
fn packed_names<T: std::str::FromStr>(part: &mut Part<'_>, column: &str) -> Vec<(T, String)> {
    let text = part.text_or_null(column).unwrap_or("");
    let one = |record: &str| {
        let (id, name) = record.split_once(FIELD)?;
        Some((id.parse().ok()?, name.to_owned()))
    };
    let names = text.split(RECORD).filter(|record| !record.is_empty()).map(one).collect();
    part.or_refuse(column, names, Vec::new())
}
