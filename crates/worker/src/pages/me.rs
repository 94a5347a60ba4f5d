//! Oneself: name and address, one's teams, and pending invitations to one's address.

use roster_core::generated::catalogue;
use roster_core::model::Proof;
use roster_store::pages::{self, InvitationRow};
use roster_wire::answers::{InvitedAccess, Me, MyInvitation, MyTeam};
use roster_wire::convert;
use roster_wire::shapes::TeamName;

use super::look::{refused, session};
use crate::answer::Refusal;
use crate::ctx::Ctx;

/// `GET /me`.
pub async fn me(ctx: &Ctx) -> Result<Me, Refusal> {
    let digest = session(ctx)?;
    let batch = [pages::caller(digest), pages::my_teams(digest), pages::my_invitations(digest)];
    let read = ctx.db.batch(&batch).await?;
    let rows = |at: usize| read.get(at).map_or(&[][..], Vec::as_slice);
    let facts = roster_store::facts(read.first())?;
    let person = facts.signed_in(ctx.asker, ctx.now).map_err(|denial| refused(&denial))?;
    let by_invitation = facts.sessions.get(&digest).is_some_and(|session| session.proof == Proof::Invitation);
    let teams = pages::my_teams_rows(rows(1))?.into_iter().map(|team| MyTeam {
        id: team.team.to_string(),
        name: team.name,
        owner: team.owner == person.id,
    });
    let open = |row: &InvitationRow| !row.invitation.has_expired(ctx.now) && !row.invitation.needs_sender();
    let invitations = pages::invitation_rows(rows(2))?.into_iter().filter(open).map(|row| invitation(&row));
    Ok(Me {
        id: person.id.to_string(),
        name: person.name.as_str().to_owned(),
        address: person.address.as_str().to_owned(),
        language: person.language.tag().to_owned(),
        code_needed: by_invitation,
        teams: teams.collect(),
        invitations: invitations.collect(),
        catalogue: catalogue::DIGEST.to_owned(),
    })
}

fn invitation(row: &InvitationRow) -> MyInvitation {
    MyInvitation {
        id: row.invitation.id.to_string(),
        team: TeamName { id: row.invitation.team.to_string(), name: row.team_name.clone() },
        inviter: row.sender_name.clone(),
        access: invited(row),
        expires_at: row.invitation.expires_at.0,
    }
}

/// What an invitation gives, with the names of its projects.
pub fn invited(row: &InvitationRow) -> Vec<InvitedAccess> {
    let name = |id: &str| {
        row.projects.iter().find(|(known, _)| known.to_string() == id).map(|(_, name)| name.clone())
    };
    let one = |place: &roster_core::model::InvitedPlace| {
        let grant = convert::placed(place.place, &place.grant);
        InvitedAccess { project_name: grant.project.as_deref().and_then(name), grant }
    };
    row.invitation.places.iter().map(one).collect()
}
