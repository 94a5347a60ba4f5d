//! A team's history, the latest first, perhaps of one person or one kind.

use roster_core::change::{History, HistoryKind};
use roster_core::id::{PersonId, TeamId};
use roster_core::model::MemberState;

use crate::codec::{grants_from_text, history_kind_from_id, history_kind_id};
use crate::row::{Corrupt, Part, Row};
use crate::select;
use crate::statement::{Statement, Value};

/// A line, with the names that it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its number.
    pub id: u64,
    /// The line.
    pub line: History,
    /// What who did it is called.
    pub by: Option<String>,
    /// What the person is called.
    pub person: Option<String>,
    /// The project's name.
    pub project: Option<String>,
    /// What the person is in the team now.
    pub state: Option<MemberState>,
}

/// What of the history is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only lines before this one.
    pub before: Option<u64>,
    /// Only about this person.
    pub person: Option<PersonId>,
    /// Only of this kind.
    pub kind: Option<HistoryKind>,
}

/// Up to `most` lines.
#[must_use]
pub fn list(team: TeamId, filter: Filter, most: u32) -> Statement {
    let mut params = vec![team.into(), filter.before.map_or(Value::Integer(i64::MAX >> 11), Value::from), most.into()];
    let mut tests = String::new();
    if let Some(person) = filter.person {
        params.push(person.into());
        tests.push_str(" AND h.person = ?4");
    }
    if let Some(kind) = filter.kind {
        params.push(history_kind_id(kind).into());
        tests.push_str(if filter.person.is_some() { " AND h.kind = ?5" } else { " AND h.kind = ?4" });
    }
    Statement::new(
        format!(
            "SELECT h.id AS h_id, h.team AS h_team, h.at AS h_at, h.by AS h_by, h.kind AS h_kind, \
             h.person AS h_person, h.address AS h_address, h.project AS h_project, h.post AS h_post, \
             h.before AS h_before, h.after AS h_after, h.note AS h_note, \
             b.name AS h_by_name, w.name AS h_person_name, j.name AS h_project_name, \
             m.state AS m_state, m.ended_at AS m_ended_at, m.ended_by AS m_ended_by \
             FROM history h LEFT JOIN people b ON b.id = h.by LEFT JOIN people w ON w.id = h.person \
             LEFT JOIN projects j ON j.id = h.project \
             LEFT JOIN members m ON m.team = h.team AND m.person = h.person \
             WHERE h.team = ?1 AND h.id < CAST(?2 AS INTEGER){tests} \
             ORDER BY h.id DESC LIMIT CAST(?3 AS INTEGER)"
        ),
        params,
    )
}

/// The lines that were read.
///
/// # Errors
/// When a row makes no sense.
pub fn listed(rows: &[Row]) -> Result<Vec<Listed>, Corrupt> {
    rows.iter().map(of_row).collect()
}

fn of_row(row: &Row) -> Result<Listed, Corrupt> {
    let h = row.part("h_");
    let member = row.part("m_");
    let text = |column| Ok(h.text_or_null(column)?.map(str::to_owned));
    Ok(Listed {
        id: h.number("id")?,
        line: line(h)?,
        by: text("by_name")?,
        person: text("person_name")?,
        project: text("project_name")?,
        state: if member.is_there("state") { Some(select::member_state(member)?) } else { None },
    })
}

fn line(h: Part<'_>) -> Result<History, Corrupt> {
    Ok(History {
        team: h.id("team")?,
        at: h.time("at")?,
        by: h.id_or_null("by")?,
        kind: h.named("kind", history_kind_from_id)?,
        person: h.id_or_null("person")?,
        address: h.address_or_null("address")?,
        project: h.id_or_null("project")?,
        post: h.id_or_null("post")?,
        before: h.named("before", grants_from_text)?,
        after: h.named("after", grants_from_text)?,
        note: h.text_or_null("note")?.map(str::to_owned),
    })
}
