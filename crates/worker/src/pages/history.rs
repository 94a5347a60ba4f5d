//! A team's history: who did what to whom, as far as the one who looks may read it (S7).

use roster_core::access::{Grant, Place};
use roster_core::change::{History, HistoryKind};
use roster_core::id::{PersonId, TeamId};
use roster_core::model::{MemberState, Role};
use roster_core::view;
use roster_core::{Asker, Command, Denial, Permission, decide};
use roster_store::pages::{self, HistoryFilter, HistoryRow, PAGE, Page};
use roster_store::{history_kind_from_id, history_kind_id};
use roster_wire::answers::{HistoryLine, HistoryPage};
use roster_wire::convert;
use roster_wire::problem::Fault;
use roster_wire::shapes::{Named, PlacedGrant};

use super::cursor;
use super::look::Look;
use super::reading::Reading;
use crate::answer::Refusal;
use crate::ctx::Ctx;

/// `GET /teams/{team}/history`.
pub fn list(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let after = cursor::read_number(ctx.query("after"))?;
    let kind = ctx.query("kind").map(|id| history_kind_from_id(id).ok_or_else(|| Refusal::bad_value("kind")));
    let person =
        ctx.query("person").map(|id| id.parse::<PersonId>().map_err(|_| Refusal::from(Fault::NotFound)));
    let filter = HistoryFilter { person: person.transpose()?, kind: kind.transpose()? };
    let statements = vec![pages::history(team, filter, after), pages::deleted_roles(team)];
    Reading::of_team(ctx, team, statements, move |look| {
        if !view::sees_history(look.standing(), look.now) {
            let missing = Denial::Missing { permission: Permission::HistoryView, place: Place::Team };
            return Err(look.refused(&missing));
        }
        let page = Page::of(pages::history_rows(look.rows(0))?, PAGE);
        let next = page.rows.last().filter(|_| page.more).map(|row| cursor::write_number(row.id));
        let lines: Vec<_> = page.rows.iter().filter_map(|row| line(look, ctx.asker, row)).collect();
        let deleted_roles = deleted_roles(look, &lines)?;
        Ok(HistoryPage { lines, deleted_roles, next })
    })
}

/// What the deleted roles were called that the lines speak of.
fn deleted_roles(look: &Look, lines: &[HistoryLine]) -> Result<Vec<Named>, Refusal> {
    let grants = || lines.iter().flat_map(|line| line.before.iter().chain(&line.after));
    let named = |role: &Role| Named { id: role.id.to_string(), name: role.name.as_str().to_owned() };
    let all = pages::role_rows(look.rows(1))?;
    let told = |role: &Named| grants().any(|grant| grant.role.as_ref() == Some(&role.id));
    Ok(all.iter().map(named).filter(told).collect())
}

fn line(look: &Look, asker: Asker, row: &HistoryRow) -> Option<HistoryLine> {
    let seen = view::history_as_seen(look.standing(), &row.line, look.now)?;
    let named = |id: Option<String>, name: &Option<String>| {
        id.map(|id| Named { id, name: name.clone().unwrap_or_default() })
    };
    let restorable = restorable(look, asker, row);
    let History { at, by, kind, person, address, project, post, before, after, note, .. } = seen;
    Some(HistoryLine {
        id: u64::try_from(row.id).unwrap_or(0),
        at: at.0,
        kind: history_kind_id(kind).to_owned(),
        by: named(by.map(|id| id.to_string()), &row.by_name),
        person: named(person.map(|id| id.to_string()), &row.person_name),
        address: address.map(|address| address.as_str().to_owned()),
        // One that went to another team is named no more.
        project: named(
            project.filter(|_| row.project_name.is_some()).map(|id| id.to_string()),
            &row.project_name,
        ),
        post: post.map(|id| id.to_string()),
        before: grants(&before),
        after: grants(&after),
        note,
        restorable,
    })
}

fn grants(grants: &[(Place, Grant)]) -> Vec<PlacedGrant> {
    grants.iter().map(|(place, grant)| convert::placed(*place, grant)).collect()
}

/// Whether taking this removal back would be allowed now: decided as the deed would be, and then dropped. Where only a
/// seat is wanting, the deed says what it costs.
fn restorable(look: &Look, asker: Asker, row: &HistoryRow) -> bool {
    let Some(member) = &row.removed else { return false };
    let this_one = matches!(member.state, MemberState::Removed { at, .. } if at == row.line.at);
    if !this_one || !matches!(row.line.kind, HistoryKind::Removed) {
        // Not in a project that went to another team.
        return row.project_name.is_some()
            && view::project_restorable(look.standing(), &row.line, member, look.now);
    }
    let mut facts = look.facts.clone();
    facts.members.insert((member.team, member.person), member.clone());
    let command = Command::Restore { team: look.team.id, person: member.person, raise_cap: None };
    match decide(&command, &facts, asker, look.now) {
        Ok(_) => true,
        Err(denial) => matches!(denial, Denial::SeatsFull { .. }) && look.is_owner(),
    }
}
