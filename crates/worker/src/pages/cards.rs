//! The dashboard's cards: projects page by page, each with the first of those who write in it (T1).

use roster_core::id::{PersonId, ProjectId, TeamId};
use roster_core::view;
use roster_store::pages::{self, CARDS, CardRow, MemberRow, Shelf};
use roster_store::present::{self, RoomId};
use roster_wire::answers::{Card, Cards, Editor};

use super::look::Look;
use super::reading::Reading;
use super::work::project_shape;
use super::{cursor, search};
use crate::answer::Refusal;
use crate::ctx::Ctx;

/// Editors that a card names.
const SHOWN: usize = 5;

/// `GET /teams/{team}/cards`.
pub fn list(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let after = ctx.query("after").map(|text| cursor::read_signed(&ctx.keys, cursor::CARDS, team, text));
    let after: Option<ProjectId> = after.transpose()?;
    let shelf = if ctx.query("archived").is_some() { Shelf::Archived } else { Shelf::Open };
    let session = super::look::session(ctx)?;
    let cards = pages::cards(team, session, shelf, after, search(ctx)?);
    Reading::of_team(
        ctx,
        team,
        vec![cards, pages::writers_everywhere(team), present::inside(team)],
        move |look| {
            let rows = pages::card_rows(look.rows(0))?;
            let everywhere = pages::member_rows(look.rows(1))?;
            let inside = present::inside_rows(look.rows(2))?;
            let groups: Vec<&[CardRow]> = rows.chunk_by(|a, b| a.project.id == b.project.id).collect();
            let shown = groups.get(..CARDS).unwrap_or(&groups);
            let last = shown.last().and_then(|group| group.first()).filter(|_| groups.len() > CARDS);
            let next = last
                .map(|row| cursor::write_signed(&ctx.keys, cursor::CARDS, team, &row.project.id.to_string()));
            Ok(Cards {
                cards: shown.iter().filter_map(|group| card(look, group, &everywhere, &inside)).collect(),
                next,
            })
        },
    )
}

/// A card, if the project exists for the one who looks.
fn card(
    look: &Look,
    group: &[CardRow],
    everywhere: &[MemberRow],
    inside: &[(RoomId, PersonId)],
) -> Option<Card> {
    let project = &group.first()?.project;
    if !view::sees_project(look.standing(), project.id, look.now) {
        return None;
    }
    let own = group.iter().filter_map(|row| row.editor.as_ref());
    let shared = everywhere.iter().filter(|row| !row.member.access.projects.contains_key(&project.id));
    let edits = |row: &&MemberRow| view::edits_project(look.standing_of(&row.member), project.id, look.now);
    let is_inside = |row: &MemberRow| inside.contains(&(project.id.into(), row.member.person));
    let one = |row: &MemberRow| editor(look, row, is_inside(row));
    let mut editors: Vec<Editor> = own.chain(shared).filter(edits).map(one).collect();
    let more = u32::try_from(editors.len().saturating_sub(SHOWN)).unwrap_or(u32::MAX);
    editors.truncate(SHOWN);
    Some(Card { project: project_shape(project), editors, more })
}

/// Whoever sees a project sees those who write in it: they share it.
fn editor(look: &Look, row: &MemberRow, inside: bool) -> Editor {
    Editor {
        id: row.member.person.to_string(),
        name: row.name.as_str().to_owned(),
        avatar: row.avatar.clone(),
        address: look.reads_address(row.member.person).then(|| row.address.as_str().to_owned()),
        inside,
    }
}
