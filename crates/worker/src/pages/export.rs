//! The file of one's own data: what is kept about whoever asks, part by part. Names stand in it as far as they are seen
//! now; secrets are not read for it.

use roster_core::access::{Grant, Place};
use roster_core::change::History;
use roster_core::id::PersonId;
use roster_core::model::Invitation;
use roster_core::view::Seen;
use roster_core::{Facts, view};
use roster_store::history_kind_id;
use roster_store::pages::{self, After, EXPORTED, Kept, Page};
use roster_wire::answers::{ExportPage, ExportRow};
use roster_wire::convert;
use roster_wire::shapes::PlacedGrant;

use super::cursor;
use super::look::{oneself, session};
use super::reading::{Reading, rows};
use crate::answer::Refusal;
use crate::ctx::Ctx;

/// `GET /me/export`.
pub fn page(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let digest = session(ctx)?;
    let part = Kept::ALL.into_iter().find(|part| Some(part.id()) == ctx.query("part"));
    let part = part.ok_or_else(|| Refusal::bad_value("part"))?;
    let batch = vec![pages::caller(digest), pages::export(digest, part, &after(ctx)?)];
    Reading::of(batch, move |read| {
        let facts = roster_store::facts(&read)?;
        let me = oneself(ctx, &facts)?.id;
        let page = Page::of(pages::export_rows(rows(&read, 1))?, EXPORTED);
        let next = page.rows.last().filter(|_| page.more);
        let next = next.map(|row| cursor::write(&row.after.key, &row.after.number.to_string()));
        Ok(ExportPage { rows: page.rows.into_iter().map(|row| shape(ctx, &facts, me, row)).collect(), next })
    })
}

fn after(ctx: &Ctx) -> Result<After, Refusal> {
    let Some(text) = ctx.query("after") else { return Ok(After::default()) };
    let (key, number) = cursor::read(text)?;
    let number = number.parse().map_err(|_| Refusal::bad_value("after"))?;
    Ok(After { key, number })
}

fn shape(ctx: &Ctx, facts: &Facts, me: PersonId, row: pages::ExportRow) -> ExportRow {
    let standing = facts.standing(row.team, me, ctx.now);
    let named = view::named_in_export(standing, row.place, ctx.now);
    let seen = |shown: bool, name: Option<String>| name.filter(|_| shown);
    let team_name = facts.teams.get(&row.team).map(|team| team.name.as_str().to_owned());
    let member = facts.members.get(&(row.team, me)).filter(|_| row.id.is_none() && row.line.is_none());
    let mut shape = ExportRow {
        id: row.id,
        team: row.team.to_string(),
        team_name: seen(named.team, team_name),
        project: convert::project_id(row.place),
        project_name: seen(named.project, row.project_name.clone()),
        name: seen(named.thing, row.name),
        kind: row.kind,
        state: row.state,
        at: row.at.map(|at| at.0),
        until: row.until.map(|at| at.0),
        bytes: row.bytes,
        address: row.address,
        person: None,
        access: member.map(|member| grants(member.access.grants())),
        before: None,
        note: None,
    };
    // An open offer to oneself says what it is, as its own page does.
    if shape.address.is_some() && row.team_name.is_some() && row.until.is_some_and(|until| until > ctx.now) {
        (shape.team_name, shape.project_name) = (row.team_name.clone(), row.project_name);
    }
    if let Some(invitation) = &row.invitation {
        invited(&mut shape, invitation);
        let open = invitation.is_pending() && !invitation.has_expired(ctx.now);
        shape.team_name = shape.team_name.or_else(|| seen(open && invitation.sent_by != me, row.team_name));
    }
    if let Some(line) = row.line {
        let addressed = view::addressed_in_export(Seen { person: me, standing }, &line, ctx.now);
        told(&mut shape, line, me, addressed);
    }
    shape
}

fn invited(shape: &mut ExportRow, invitation: &Invitation) {
    shape.at = Some(invitation.sent_at.0);
    shape.until = Some(invitation.expires_at.0);
    shape.access = Some(grants(invitation.places.iter().map(|place| (place.place, place.grant))));
    // Of whom one invited by who they are, one never learned the address.
    match invitation.colleague {
        Some(person) => shape.person = Some(person.to_string()),
        None => shape.address = Some(invitation.address.as_str().to_owned()),
    }
}

fn told(shape: &mut ExportRow, line: History, me: PersonId, addressed: bool) {
    let History { at, kind, person, address, before, after, note, .. } = line;
    shape.at = Some(at.0);
    shape.kind = Some(history_kind_id(kind).to_owned());
    shape.person = person.filter(|person| *person != me).map(|person| person.to_string());
    shape.address = address.filter(|_| addressed).map(|address| address.as_str().to_owned());
    shape.before = Some(grants(before.into_iter()));
    shape.access = Some(grants(after.into_iter()));
    shape.note = note;
}

fn grants(grants: impl Iterator<Item = (Place, Grant)>) -> Vec<PlacedGrant> {
    grants.map(|(place, grant)| convert::placed(place, &grant)).collect()
}
