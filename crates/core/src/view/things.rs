//! Which things of a team somebody sees, and how much of each: projects, posts, invitations, links, history,
//! plan and price.

use crate::access::{Grant, Place, Standing};
use crate::change::{History, HistoryKind};
use crate::decide::{Giver, judge_access};
use crate::generated::catalogue::Permission;
use crate::id::ProjectId;
use crate::limits::RESTORE_MILLIS;
use crate::model::{Invitation, InviteLink, Member};
use crate::time::Timestamp;

/// Whether the project exists for them: they hold something there.
#[must_use]
pub fn sees_project(viewer: Standing<'_>, project: ProjectId, now: Timestamp) -> bool {
    viewer.sees(Place::Project(project), now)
}

/// Whether they read the project's posts.
#[must_use]
pub fn sees_posts(viewer: Standing<'_>, project: ProjectId, now: Timestamp) -> bool {
    viewer.can(Permission::PostsView, Place::Project(project), now)
}

/// Whether they write in the project, and so stand among its editors (T1): all of its posts, or at least their own.
#[must_use]
pub fn edits_project(member: Standing<'_>, project: ProjectId, now: Timestamp) -> bool {
    let place = Place::Project(project);
    member.can(Permission::PostsEdit, place, now) || member.can(Permission::PostsCreate, place, now)
}

/// Whether they see plan, cap, seats and prices: the owner alone.
#[must_use]
pub fn sees_plan(viewer: Standing<'_>) -> bool {
    matches!(viewer, Standing::Owner)
}

/// Whether they see the invitation: they may invite at one of its places.
#[must_use]
pub fn sees_invitation(viewer: Standing<'_>, invitation: &Invitation, now: Timestamp) -> bool {
    invitation.places.iter().any(|place| viewer.can(Permission::TeamInvite, place.place, now))
}

/// The invitation with those of its places at which they may invite; `None` when there is none.
#[must_use]
pub fn invitation_as_seen(
    viewer: Standing<'_>,
    invitation: &Invitation,
    now: Timestamp,
) -> Option<Invitation> {
    let mut seen = invitation.clone();
    seen.places.retain(|place| viewer.can(Permission::TeamInvite, place.place, now));
    (!seen.places.is_empty()).then_some(seen)
}

/// Whether they see an invite link and may copy it: they may invite where it lets in.
#[must_use]
pub fn sees_link(viewer: Standing<'_>, link: &InviteLink, now: Timestamp) -> bool {
    viewer.can(Permission::TeamInvite, link.place, now)
}

/// Whether there are ways in for them to see at all: they may invite somewhere.
#[must_use]
pub fn invites_somewhere(viewer: Standing<'_>, now: Timestamp) -> bool {
    holds_somewhere(viewer, Permission::TeamInvite, now)
}

/// Whether there is a history for them at all: they may see it somewhere.
#[must_use]
pub fn sees_history(viewer: Standing<'_>, now: Timestamp) -> bool {
    holds_somewhere(viewer, Permission::HistoryView, now)
}

pub(super) fn holds_somewhere(viewer: Standing<'_>, permission: Permission, now: Timestamp) -> bool {
    match viewer {
        Standing::Owner => true,
        Standing::Outsider => false,
        Standing::Member(access) => access.grants().any(|(_, grant)| grant.live(now).has(permission)),
    }
}

/// A line of history as they may read it: with only those places at which they may see history, and the address
/// only for those who see addresses. Plan and cap are the owner's. `None`: the line is not for them.
#[must_use]
pub fn history_as_seen(viewer: Standing<'_>, line: &History, now: Timestamp) -> Option<History> {
    if is_owners_alone(line.kind) && !sees_plan(viewer) {
        return None;
    }
    let reads = |place| viewer.can(Permission::HistoryView, place, now);
    let mut seen = line.clone();
    seen.before.retain(|(place, _)| reads(*place));
    seen.after.retain(|(place, _)| reads(*place));
    if !super::sees_addresses(viewer, now) {
        seen.address = None;
    }
    let at = line.project.map_or(Place::Team, Place::Project);
    let of_places = line.project.is_none() && !(seen.before.is_empty() && seen.after.is_empty());
    (reads(at) || of_places).then_some(seen)
}

/// Whether a removal from a project, as this line tells it, could be taken back now (RULES.md, "Undo"): nothing was given
/// there since, and `viewer` may give what stood there. The line holds that at its own place: what the team gave, at the
/// team.
#[must_use]
pub fn project_restorable(viewer: Standing<'_>, line: &History, member: &Member, now: Timestamp) -> bool {
    let (HistoryKind::RemovedFromProject, Some(project)) = (line.kind, line.project) else { return false };
    let Some((stood, grant)) = line.before.first() else { return false };
    let place = Place::Project(project);
    let untouched = member.is_active() && member.access.projects.get(&project) == Some(&Grant::NOTHING);
    if !untouched || now.since(line.at) >= RESTORE_MILLIS || !viewer.sees(place, now) {
        return false;
    }
    let edit = (place, (*stood == place).then_some(*grant));
    judge_access(Giver { standing: viewer, now }, &member.access, &[edit]).is_ok()
}

const fn is_owners_alone(kind: HistoryKind) -> bool {
    matches!(kind, HistoryKind::PlanChanged | HistoryKind::CapChanged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BuiltInRole;
    use crate::access::Access;
    use crate::id::TeamId;

    const NOW: Timestamp = Timestamp(1_000);
    const ONE: Place = Place::Project(ProjectId(1));
    const TWO: Place = Place::Project(ProjectId(2));

    fn line(kind: HistoryKind) -> History {
        History::new(TeamId(1), NOW, None, kind)
    }

    #[test]
    fn history_of_one_project_is_cut_to_that_project() {
        let manager_of_one = Access::default().with(ONE, Some(Grant::role(BuiltInRole::Manager)));
        let viewer = Standing::Member(&manager_of_one);
        let viewer_grant = Grant::role(BuiltInRole::Viewer);
        let changed = History {
            after: vec![(ONE, viewer_grant), (TWO, viewer_grant)],
            ..line(HistoryKind::AccessChanged)
        };
        let seen = history_as_seen(viewer, &changed, NOW);
        assert_eq!(seen.map(|l| l.after), Some(vec![(ONE, viewer_grant)]));
        assert_eq!(history_as_seen(viewer, &line(HistoryKind::TeamRenamed), NOW), None);
        let of_two = History { project: Some(ProjectId(2)), ..line(HistoryKind::Removed) };
        assert_eq!(history_as_seen(viewer, &of_two, NOW), None);
    }

    #[test]
    fn editors_of_a_project_are_those_who_write_there_now() {
        let editor = Access { team: Some(Grant::role(BuiltInRole::Editor)), ..Access::default() };
        let edits = |access: &Access| edits_project(Standing::Member(access), ProjectId(1), NOW);
        assert!(edits(&editor));
        assert!(!edits(&editor.clone().with(ONE, Some(Grant::role(BuiltInRole::Viewer)))));
        assert!(edits(&Access::default().with(ONE, Some(Grant::role(BuiltInRole::Writer)))));
        assert!(!edits(&Access::default().with(TWO, Some(Grant::role(BuiltInRole::Editor)))));
        let ended = Grant { until: Some(NOW), ..Grant::role(BuiltInRole::Editor) };
        assert!(!edits(&Access::default().with(ONE, Some(ended))));
        assert!(edits_project(Standing::Owner, ProjectId(1), NOW));
    }

    #[test]
    fn what_was_paid_is_the_owners_to_read() {
        let manager = Access { team: Some(Grant::role(BuiltInRole::Manager)), ..Access::default() };
        let plan = line(HistoryKind::PlanChanged);
        assert_eq!(history_as_seen(Standing::Member(&manager), &plan, NOW), None);
        assert!(history_as_seen(Standing::Owner, &plan, NOW).is_some());
        assert!(history_as_seen(Standing::Member(&manager), &line(HistoryKind::Left), NOW).is_some());
    }
}
