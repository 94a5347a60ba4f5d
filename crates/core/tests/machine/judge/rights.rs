//! Who may do what is neither giving nor entering.

use std::collections::{BTreeMap, BTreeSet};

use roster_core::access::{Grant, Place};
use roster_core::command::Step;
use roster_core::email::Address;
use roster_core::id::{PersonId, PostId, ProjectId, TeamId};
use roster_core::model::{
    Digest, Invitation, InvitationState, LinkState, Member, MemberState, Sender, Stage,
};
use roster_core::permission::{Group, Scope};
use roster_core::{Answer, Asker, Command, Denial, Lane, Permission, Timestamp};

use super::super::images;
use super::super::naive::{self, Held, Until};
use super::super::tell;
use super::super::world::World;
use super::secrets::sender_still_gives;

use super::{Seen, actor, check, of, same, team_of};

pub(super) fn rights(seen: &Seen<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(team) = team_of(seen.command) else { return wrong };
    let Some(before) = seen.before.rows.teams.get(&team) else { return wrong };
    let Some(after) = seen.after.rows.teams.get(&team) else {
        return vec!["a team is gone".to_owned()];
    };
    let asks = actor(seen.before, seen.asker, seen.now);
    let is_owner = asks == Some(before.owner);
    let owners = before.name != after.name
        || before.plan != after.plan
        || before.cap != after.cap
        || before.owner != after.owner;
    check(&mut wrong, !owners || is_owner, || "1: somebody else did what is the owner's alone".to_owned());
    if before.owner != after.owner {
        let live = naive::places(seen.before, team)
            .into_iter()
            .any(|place| !naive::held(seen.before, team, after.owner, place, seen.now).is_empty());
        check(&mut wrong, live, || "1: the team went to somebody without live access".to_owned());
    }
    let can = |permission, place| {
        asks.is_some_and(|who| naive::holds(seen.before, team, who, place, permission, seen.now))
    };
    rights_to_rows(seen, team, &can, &mut wrong);
    rights_to_posts(seen, team, asks, &can, &mut wrong);
    wrong.extend(images::judge(seen, team));
    wrong
}

fn rights_to_rows(
    seen: &Seen<'_>,
    team: TeamId,
    can: &dyn Fn(Permission, Place) -> bool,
    wrong: &mut Vec<String>,
) {
    for (id, after) in seen.after.rows.projects.iter().filter(|(_, p)| p.team == team) {
        let changed = seen.before.rows.projects.get(id) != Some(after);
        check(wrong, !changed || can(Permission::ProjectsManage, Place::Team), || {
            format!("project {} was changed without projects.manage", id.0)
        });
    }
    for (id, after) in seen.after.rows.invitations.iter().filter(|(_, i)| i.team == team) {
        let before = seen.before.rows.invitations.get(id);
        let sends =
            matches!(seen.command, Command::Invite { .. } | Command::Inviting(..) | Command::Resend { .. });
        if before != Some(after) && sends && naive::pending(after) {
            let new = after.places.iter().filter(|p| before.is_none_or(|b| !b.places.contains(p)));
            for place in new.filter(|p| !p.orphaned) {
                check(wrong, can(Permission::TeamInvite, place.place), || {
                    format!("2: an invitation to {} without team.invite", tell::place(place.place))
                });
                sender_still_gives(seen, team, place.sender, place.place, &place.grant, wrong);
            }
        }
    }
    for (id, after) in seen.after.rows.links.iter().filter(|(_, l)| l.team == team) {
        let before = seen.before.rows.links.get(id);
        let by_hand = matches!(seen.command, Command::SetLink { .. } | Command::RegenerateLink { .. });
        if before != Some(after) && by_hand {
            check(wrong, can(Permission::TeamInvite, after.place), || {
                format!("2: a link to {} without team.invite", tell::place(after.place))
            });
        }
    }
}

fn rights_to_posts(
    seen: &Seen<'_>,
    team: TeamId,
    asks: Option<PersonId>,
    can: &dyn Fn(Permission, Place) -> bool,
    wrong: &mut Vec<String>,
) {
    for (id, after) in seen.after.rows.posts.iter().filter(|(_, p)| p.team == team) {
        let before = seen.before.rows.posts.get(id);
        if before == Some(after) {
            continue;
        }
        check(wrong, of_post(seen.command, after.project) == Some(*id), || {
            format!("post {} was changed by another command", id.0)
        });
        let here = Place::Project(after.project);
        let has = |permission| can(permission, here);
        let own = asks == Some(after.author);
        let draft = before.is_some_and(|b| b.stage == Stage::Draft);
        let writes = has(Permission::PostsEdit) || (own && has(Permission::PostsCreate));
        let allowed = match seen.command {
            Command::CreatePost { .. } => own && has(Permission::PostsCreate),
            Command::EditPost { .. } => {
                has(Permission::PostsEdit) || (own && draft && has(Permission::PostsCreate))
            }
            Command::SetTime { .. } => has(Permission::PostsSchedule),
            Command::MovePost { step, .. } => match step {
                Step::SendForReview => writes,
                Step::Approve => has(Permission::PostsApprove),
                // One may take back one's own work from review.
                Step::Return => has(Permission::PostsApprove) || writes,
                Step::Publish => has(Permission::PostsPublish),
            },
            _ => false,
        };
        check(wrong, allowed, || format!("post {} was changed without the right to", id.0));
        let archived = seen.before.rows.projects.get(&after.project).is_none_or(|p| p.archived_at.is_some());
        check(wrong, !archived, || format!("post {} was changed in an archived project", id.0));
        check(wrong, before.is_none_or(|b| b.version + 1 == after.version), || {
            format!("post {} has version {}", id.0, after.version)
        });
    }
}

fn of_post(command: &Command, _project: ProjectId) -> Option<PostId> {
    match command {
        Command::CreatePost { post, .. }
        | Command::EditPost { post, .. }
        | Command::SetTime { post, .. }
        | Command::MovePost { post, .. } => Some(*post),
        _ => None,
    }
}
