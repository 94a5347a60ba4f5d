//! Asks for access: one's own, those that one can answer, and who would be asked.

use roster_core::access::{Place, Standing};
use roster_core::id::TeamId;
use roster_core::limits::ASK_REPEAT_MILLIS;
use roster_core::model::{Ask, AskState};
use roster_core::{Denial, Permission, view};
use roster_store::pages::{self, AskRow};
use roster_wire::answers::{Asks, MyAsk, OpenAsk};
use roster_wire::convert;
use roster_wire::shapes::Named;

use super::look::{Look, session};
use super::reading::Reading;
use super::team::named_granters;
use crate::answer::Refusal;
use crate::ctx::Ctx;

/// `GET /teams/{team}/asks`.
pub fn list(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let wanted = wanted(ctx)?;
    let mut statements = vec![pages::asks(team, ctx.now), pages::my_asks(team, session(ctx)?, ctx.now)];
    statements.extend(wanted.map(|(_, place)| pages::granters(team, place)));
    Reading::of_team(ctx, team, statements, move |look| {
        let mine = roster_store::facts(look.read.get(1))?.asks;
        let granters = match wanted {
            Some((permission, place)) => Some(granters(look, permission, place)?),
            None => None,
        };
        let open = pages::ask_rows(look.rows(0))?;
        Ok(Asks {
            mine: mine.values().filter_map(|ask| own(look, ask)).collect(),
            open: open.iter().filter_map(|row| one(look, row)).collect(),
            granters,
        })
    })
}

/// The permission of the query, and where it is missing.
fn wanted(ctx: &Ctx) -> Result<Option<(Permission, Place)>, Refusal> {
    let Some(id) = ctx.query("permission") else { return Ok(None) };
    let permission = Permission::from_id(id).ok_or_else(|| Refusal::bad_value("permission"))?;
    Ok(Some((permission, convert::place(ctx.query("project"))?)))
}

fn granters(look: &Look, permission: Permission, place: Place) -> Result<Vec<Named>, Refusal> {
    match view::explain(look.standing(), permission, place, look.now) {
        Ok(()) => Ok(Vec::new()),
        Err(Denial::Missing { place, .. }) => named_granters(look, 2, permission, place),
        Err(denial) => Err(look.refused(&denial)),
    }
}

fn own(look: &Look, ask: &Ask) -> Option<MyAsk> {
    let declined = match ask.state {
        AskState::Open if ask.is_live(look.now) => false,
        AskState::Declined { .. } if look.now.since(ask.asked_at) < ASK_REPEAT_MILLIS => true,
        AskState::Open | AskState::Declined { .. } | AskState::Granted { .. } | AskState::Closed { .. } => {
            return None;
        }
    };
    let missing = convert::missing(ask.permission, ask.place);
    view::is_missed(ask, look.standing(), look.now).then_some(MyAsk {
        missing,
        asked_at: ask.asked_at.0,
        declined,
    })
}

fn one(look: &Look, row: &AskRow) -> Option<OpenAsk> {
    let AskRow { ask, member, name, avatar, archived } = row;
    if *archived || !view::answers_ask(look.seen(), ask, look.now) {
        return None;
    }
    let standing = look.standing_of(member);
    let grant = view::ask_grant(ask, standing, look.now)?;
    let Standing::Member(access) = standing else { return None };
    let seen = view::seen_access(look.standing(), access, look.now);
    Some(OpenAsk {
        id: ask.id.to_string(),
        person: Named { id: ask.person.to_string(), name: name.as_str().to_owned() },
        avatar: avatar.clone(),
        missing: convert::missing(ask.permission, ask.place),
        asked_at: ask.asked_at.0,
        access: seen.grants().map(|(place, grant)| convert::placed(place, &grant)).collect(),
        grant: convert::placed(ask.place, &grant),
    })
}
