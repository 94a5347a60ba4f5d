//! The team's history, the latest line first (S7).

use roster_core::access::{Grant, Place};
use roster_core::change::{History, HistoryKind};
use roster_core::id::{PersonId, TeamId};
use roster_core::model::Member;

use super::{PAGE, limit};
use crate::codec::{grants_from_text, history_kind_from_id, history_kind_id};
use crate::row::{Corrupt, Part, Row, all};
use crate::select::{self, MEMBER};
use crate::statement::Statement;

/// A line as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryRow {
    /// Its number: the list goes on after it.
    pub id: i64,
    /// The line.
    pub line: History,
    /// What who did it is called.
    pub by_name: Option<String>,
    /// What the person that it speaks of is called.
    pub person_name: Option<String>,
    /// The project's name, while it is the team's.
    pub project_name: Option<String>,
    /// Of a removal, from the team or a project: the membership as it is now, to see whether it can be taken back.
    pub removed: Option<Member>,
}

/// Where the list goes on: the last row's number.
pub type HistoryAfter = Option<i64>;

/// Which lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Only of this person, or by them.
    pub person: Option<PersonId>,
    /// Only of this kind.
    pub kind: Option<HistoryKind>,
}

/// One more than a page of a team's history.
#[must_use]
pub fn history(team: TeamId, filter: HistoryFilter, after: HistoryAfter) -> Statement {
    let mut params = vec![team.into(), after.unwrap_or(i64::MAX >> 11).into(), limit(PAGE)];
    let mut kind = String::new();
    if let Some(one) = filter.kind {
        params.push(history_kind_id(one).into());
        kind = [" AND h.kind = ?", &params.len().to_string()].concat();
    }
    let tests = if let Some(person) = filter.person {
        params.push(person.into());
        let number = params.len().to_string();
        // One range of an index for each of the two, and no more of either than a page holds.
        let range = |column| {
            format!(
                "SELECT id FROM (SELECT h.id FROM history h WHERE h.team = ?1 AND h.{column} = ?{number}{kind} \
                 AND h.id < ?2 ORDER BY h.id DESC LIMIT CAST(?3 AS INTEGER))"
            )
        };
        format!("h.id IN ({} UNION {})", range("person"), range("by"))
    } else {
        ["h.team = ?1 AND h.id < ?2", &kind].concat()
    };
    Statement::new(
        format!(
            "SELECT h.id AS h_id, h.team AS h_team, h.at AS h_at, h.by AS h_by, h.kind AS h_kind, \
             h.person AS h_person, h.address AS h_address, h.project AS h_project, h.post AS h_post, \
             h.before AS h_before, h.after AS h_after, h.note AS h_note, b.name AS h_by_name, \
             n.name AS h_person_name, r.name AS h_project_name, {MEMBER} FROM history h \
             LEFT JOIN people b ON b.id = h.by LEFT JOIN people n ON n.id = h.person \
             LEFT JOIN projects r ON r.id = h.project AND r.team = h.team \
             LEFT JOIN members m ON h.kind IN ('removed', 'removed_from_project') AND m.team = h.team \
             AND m.person = h.person WHERE {tests} ORDER BY h.id DESC LIMIT CAST(?3 AS INTEGER)"
        ),
        params,
    )
}

/// The rows of [`history`].
///
/// # Errors
/// When a row makes no sense.
pub fn history_rows(rows: &[Row]) -> Result<Vec<HistoryRow>, Corrupt> {
    all(rows, history_row)
}

fn grants(h: &mut Part<'_>, column: &str) -> Vec<(Place, Grant)> {
    let grants = grants_from_text(h.text(column));
    h.or_refuse(column, grants, Vec::new())
}

pub fn line(h: &mut Part<'_>) -> History {
    History {
        team: h.id("team"),
        at: h.time("at"),
        by: h.id_or_null("by"),
        kind: h.named("kind", history_kind_from_id),
        person: h.id_or_null("person"),
        address: h.address_or_null("address"),
        project: h.id_or_null("project"),
        post: h.id_or_null("post"),
        before: grants(h, "before"),
        after: grants(h, "after"),
        note: h.string_or_null("note"),
    }
}

fn history_row(row: &Row) -> Result<HistoryRow, Corrupt> {
    let removed = row.has("m_team").then(|| select::member(row)).transpose()?;
    row.read("h_", |h| HistoryRow {
        id: h.integer("id"),
        line: line(h),
        by_name: h.string_or_null("by_name"),
        person_name: h.string_or_null("person_name"),
        project_name: h.string_or_null("project_name"),
        removed,
    })
}
