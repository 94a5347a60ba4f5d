//! Commands on invitations and invite links.

use roster_core::access::{Grant, Place, RoleKey};
use roster_core::command::{InviteRow, Inviting, LinkSettings, Whom};
use roster_core::id::{InvitationId, LinkId, TeamId};
use roster_core::model::LinkState;
use roster_core::{Command, Timestamp};
use roster_wire::requests::{self, ChangeAccess, Empty, Invite, InviteMany, SetLink, WithCap};
use roster_wire::shapes::PlacedGrant;
use roster_wire::{Route, convert};

use super::{Source, address_of, edits, id, in_field};
use crate::answer::Refusal;

/// The command of a route that invites, changes what waits, or sets a link.
pub fn of_inviting(source: &Source<'_>, team: TeamId) -> Result<Command, Refusal> {
    match source.route {
        Route::Invite => {
            let body: Invite = source.shape()?;
            let places = granted(&body.access)?;
            let address = source.address(&body.address)?;
            let invitation = InvitationId(source.seed.id("invitation"));
            Ok(Command::Invite { team, invitation, address, places, raise_cap: body.raise_cap })
        }
        Route::InviteMany => {
            let body: InviteMany = source.shape()?;
            let rows = body.rows.iter().enumerate().map(|(at, row)| invite_row(source, at, row));
            let rows = rows.collect::<Result<_, _>>()?;
            Ok(Command::Inviting(team, Inviting::Many { rows, raise_cap: body.raise_cap }))
        }
        Route::EditInvitation => {
            let invitation = source.params.id("invitation")?;
            let body: ChangeAccess = source.shape()?;
            let edits = edits(&body)?;
            Ok(Command::Inviting(team, Inviting::Edit { invitation, edits, raise_cap: body.raise_cap }))
        }
        Route::ResendInvitation => {
            let body: WithCap = source.shape()?;
            let invitation = source.params.id("invitation")?;
            Ok(Command::Resend { team, invitation, raise_cap: body.raise_cap })
        }
        Route::WithdrawInvitation => {
            let invitation = source.params.id("invitation")?;
            source.shape::<Empty>().map(|_| Command::Withdraw { team, invitation })
        }
        Route::SetLink => set_link(source, team),
        _ => {
            let link = source.params.id("link")?;
            source.shape::<Empty>().map(|_| Command::RegenerateLink { team, link })
        }
    }
}

fn granted(access: &[PlacedGrant]) -> Result<Vec<(Place, Grant)>, Refusal> {
    access.iter().map(convert::grant).collect::<Result<_, _>>().map_err(in_field("access"))
}

/// A row whose address is none is refused with the others' decisions, not before them.
fn invite_row(source: &Source<'_>, at: usize, row: &requests::InviteRow) -> Result<InviteRow, Refusal> {
    let whom = match (&row.address, &row.person) {
        (Some(typed), None) => {
            address_of(typed, source.ascii_domain).map_or_else(Whom::Unreadable, Whom::Address)
        }
        (None, Some(person)) => Whom::Person(id(person)?),
        (Some(_), Some(_)) | (None, None) => return Err(Refusal::bad_value("rows")),
    };
    let invitation = InvitationId(source.seed.id(&["invitation ", &at.to_string()].concat()));
    Ok(InviteRow { invitation, whom, places: granted(&row.access)? })
}

fn set_link(source: &Source<'_>, team: TeamId) -> Result<Command, Refusal> {
    let body: SetLink = source.shape()?;
    let place = convert::place(body.project.as_deref())?;
    let role = RoleKey::from_id(&body.role).ok_or_else(|| Refusal::bad_value("role"))?;
    let domain = body.domain.as_deref().map(|domain| source.domain(domain)).transpose()?;
    let settings = LinkSettings {
        state: if body.on { LinkState::On } else { LinkState::Off },
        expires_at: body.expires_at.map(Timestamp),
        max_uses: body.max_uses,
        domain,
    };
    Ok(Command::SetLink { team, link: LinkId(source.seed.id("link")), place, role, settings })
}
