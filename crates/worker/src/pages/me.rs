//! Oneself: name and address, one's teams, and pending invitations to one's address.

use roster_core::generated::catalogue;
use roster_core::id::TeamId;
use roster_core::model::{MailSwitch, Proof};
use roster_store::Row;
use roster_store::pages::{self, InvitationRow, OwnedTeam, SessionRow, Whose};
use roster_wire::answers::{self, InvitedAccess, Me, Merged, MyInvitation, MyTeam, OwnSession, Sessions};
use roster_wire::convert;
use roster_wire::shapes::TeamName;

use super::handover;
use super::look::{oneself, session};
use super::reading::{Reading, rows};
use crate::answer::Refusal;
use crate::ctx::Ctx;

/// `GET /me`.
pub fn me(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let digest = session(ctx)?;
    let batch = vec![
        pages::caller(digest),
        pages::my_teams(digest),
        pages::my_invitations(digest),
        pages::owned_teams(digest, Whose::OfTheMerged),
        pages::my_handovers(digest),
    ];
    Reading::of(batch, move |read| {
        let facts = roster_store::facts(read.first())?;
        let person = oneself(ctx, &facts)?;
        let by_invitation =
            facts.sessions.get(&digest).is_some_and(|session| session.proof == Proof::Invitation);
        let all = pages::my_teams_rows(rows(&read, 1))?;
        let into = person.merged_into(ctx.now);
        let merged = into.map(|into| merged(into, &all, rows(&read, 3))).transpose()?;
        // What is parked is out of one's list.
        let reachable = |team: &pages::MyTeam| into.is_none() || team.owner != person.id;
        let teams = all.into_iter().filter(reachable).map(|team| MyTeam {
            id: team.team.to_string(),
            name: team.name,
            owner: team.owner == person.id,
        });
        let open =
            |row: &InvitationRow| !row.invitation.has_expired(ctx.now) && !row.invitation.needs_sender();
        let invitations =
            pages::invitation_rows(rows(&read, 2))?.into_iter().filter(open).map(|row| invitation(&row));
        let handovers = pages::handover_rows(rows(&read, 4))?.into_iter();
        Ok(Me {
            id: person.id.to_string(),
            name: person.name.as_str().to_owned(),
            avatar: person.avatar.map(|avatar| avatar.to_string()),
            address: person.address.as_str().to_owned(),
            language: person.language.tag().to_owned(),
            since: person.created_at.0,
            code_needed: by_invitation,
            mails_off: MailSwitch::ALL
                .into_iter()
                .filter(|switch| person.muted.has(*switch))
                .map(|switch| switch.id().to_owned())
                .collect(),
            teams: teams.collect(),
            merged,
            invitations: invitations.collect(),
            handovers: handovers.filter_map(|row| handover::mine(ctx, row)).collect(),
            catalogue: catalogue::DIGEST.to_owned(),
        })
    })
}

/// `GET /me/sessions`.
pub fn sessions(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let digest = session(ctx)?;
    Reading::of(vec![pages::caller(digest), pages::my_sessions(digest)], move |read| {
        oneself(ctx, &roster_store::facts(read.first())?)?;
        let rows = pages::session_rows(rows(&read, 1))?;
        let one = |row: SessionRow| OwnSession {
            id: row.session.id.to_string(),
            current: row.session.digest == digest,
            device: row.device,
            created_at: row.session.created_at.0,
            seen_at: row.seen_at.map(|at| at.0),
        };
        let live = rows.into_iter().filter(|row| row.session.is_live(ctx.now));
        Ok(Sessions { sessions: live.map(one).collect() })
    })
}

fn invitation(row: &InvitationRow) -> MyInvitation {
    MyInvitation {
        id: row.invitation.id.to_string(),
        team: TeamName { id: row.invitation.team.to_string(), name: row.team_name.clone() },
        inviter: row.sender_name.clone(),
        access: invited(row),
        expires_at: row.invitation.expires_at.0,
        mode: row.join_mode.id().to_owned(),
    }
}

fn merged(into: TeamId, teams: &[pages::MyTeam], owned: &[Row]) -> Result<Merged, Refusal> {
    let name = teams.iter().find(|team| team.team == into).map(|team| team.name.clone());
    Ok(Merged {
        team: TeamName { id: into.to_string(), name: name.unwrap_or_default() },
        parked: pages::owned_teams_rows(owned)?.into_iter().map(owned_team).collect(),
    })
}

/// A team of one's own, as its owner is told of it.
pub fn owned_team(team: OwnedTeam) -> answers::OwnedTeam {
    let shown = u32::try_from(team.projects.len()).unwrap_or(u32::MAX);
    answers::OwnedTeam {
        id: team.team.to_string(),
        name: team.name,
        more_projects: team.project_count.saturating_sub(shown),
        projects: team.projects,
        others: team.others,
    }
}

/// What an invitation gives, with the names of its projects and roles.
pub fn invited(row: &InvitationRow) -> Vec<InvitedAccess> {
    let project = |id: &str| {
        row.projects.iter().find(|(known, _)| known.to_string() == id).map(|(_, name)| name.clone())
    };
    let role =
        |id: &str| row.roles.iter().find(|(known, _)| known.to_string() == id).map(|(_, name)| name.clone());
    let one = |place: &roster_core::model::InvitedPlace| {
        let grant = convert::placed(place.place, &place.grant);
        InvitedAccess {
            project_name: grant.project.as_deref().and_then(project),
            role_name: grant.role.as_deref().and_then(role),
            grant,
        }
    };
    row.invitation.places.iter().map(one).collect()
}
