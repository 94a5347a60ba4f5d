//! Who sees whom: members see those with whom they share a project; addresses are for those who may invite or
//! change access. What they see of each other's access is in [`super::phrase`].

use crate::access::{Access, Place, Standing};
use crate::generated::catalogue::Permission;
use crate::id::PersonId;
use crate::permission::PermissionSet;
use crate::time::Timestamp;

/// Somebody in a team, as the one who looks or the one who is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Who.
    pub person: PersonId,
    /// What they are in the team.
    pub standing: Standing<'a>,
}

/// The checkmarks whose holder looks after other people, and so sees those in their place.
fn caretaker() -> PermissionSet {
    [Permission::TeamInvite, Permission::TeamAccess, Permission::TeamRemove].into_iter().collect()
}

/// Whether there is a list of members for them at all. Somebody with no access learns only the team's name and
/// who can give them a role (A8).
#[must_use]
pub fn sees_members(viewer: Standing<'_>, now: Timestamp) -> bool {
    match viewer {
        Standing::Owner => true,
        Standing::Member(access) => access.is_live(now),
        Standing::Outsider => false,
    }
}

/// Whether they learn how many members the team has: those who see its people, not only some projects'.
#[must_use]
pub fn sees_member_count(viewer: Standing<'_>, now: Timestamp) -> bool {
    match viewer {
        Standing::Owner => true,
        Standing::Member(access) => !access.held_at(Place::Team, now).is_empty(),
        Standing::Outsider => false,
    }
}

/// Whether `viewer` sees that `member` is in the team: themselves, the owner, those with whom they share a
/// project, and those who hold something, ended or empty, where they invite, change access or remove.
#[must_use]
pub fn sees_member(viewer: Seen<'_>, member: Seen<'_>, now: Timestamp) -> bool {
    match (viewer.standing, member.standing) {
        (Standing::Outsider, _) | (_, Standing::Outsider) => false,
        (Standing::Owner, _) | (_, Standing::Owner) => true,
        (Standing::Member(mine), Standing::Member(theirs)) => {
            viewer.person == member.person || shares(mine, theirs, now) || cares_for(mine, theirs, now)
        }
    }
}

/// Whether they see addresses: they may invite or change access, anywhere.
#[must_use]
pub fn sees_addresses(viewer: Standing<'_>, now: Timestamp) -> bool {
    match viewer {
        Standing::Owner => true,
        Standing::Outsider => false,
        Standing::Member(access) => access.grants().any(|(_, grant)| {
            let held = grant.live(now);
            held.has(Permission::TeamInvite) || held.has(Permission::TeamAccess)
        }),
    }
}

/// The places at which two members may differ: everywhere else they hold what they hold at the team.
fn places<'a>(a: &'a Access, b: &'a Access) -> impl Iterator<Item = Place> + 'a {
    let projects = a.projects.keys().chain(b.projects.keys());
    std::iter::once(Place::Team).chain(projects.map(|project| Place::Project(*project)))
}

fn shares(mine: &Access, theirs: &Access, now: Timestamp) -> bool {
    places(mine, theirs)
        .any(|place| !mine.held_at(place, now).is_empty() && !theirs.held_at(place, now).is_empty())
}

fn cares_for(mine: &Access, theirs: &Access, now: Timestamp) -> bool {
    let cares = |place| !mine.held_at(place, now).intersection(caretaker()).is_empty();
    cares(Place::Team) || places(mine, theirs).any(|place| cares(place) && theirs.grant_at(place).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BuiltInRole;
    use crate::access::Grant;
    use crate::id::ProjectId;

    const NOW: Timestamp = Timestamp(1_000);

    fn only(project: u64, grant: Grant) -> Access {
        Access::default().with(Place::Project(ProjectId(project)), Some(grant))
    }

    fn sees(viewer: &Access, member: &Access) -> bool {
        let seen = |person, access| Seen { person: PersonId(person), standing: Standing::Member(access) };
        sees_member(seen(1, viewer), seen(2, member), NOW)
    }

    #[test]
    fn those_who_share_a_project_see_each_other() {
        let here = only(1, Grant::role(BuiltInRole::Viewer));
        let also_here = only(1, Grant::role(BuiltInRole::Editor));
        let elsewhere = only(2, Grant::role(BuiltInRole::Editor));
        let everywhere = Access { team: Some(Grant::role(BuiltInRole::Viewer)), ..Access::default() };
        assert!(sees(&here, &also_here));
        assert!(!sees(&here, &elsewhere));
        assert!(sees(&here, &everywhere) && sees(&everywhere, &here));
    }

    #[test]
    fn an_end_date_closes_the_view_but_not_for_those_who_manage() {
        let ended = only(1, Grant { until: Some(NOW), ..Grant::role(BuiltInRole::Viewer) });
        let viewer = only(1, Grant::role(BuiltInRole::Viewer));
        let manager = only(1, Grant::role(BuiltInRole::Manager));
        assert!(!sees(&ended, &viewer) && !sees(&viewer, &ended));
        assert!(sees(&manager, &ended));
    }

    #[test]
    fn addresses_are_for_those_who_invite_or_change_access_anywhere() {
        let addresses = |access: &Access| sees_addresses(Standing::Member(access), NOW);
        assert!(addresses(&only(1, Grant::role(BuiltInRole::Manager))));
        assert!(!addresses(&only(1, Grant::role(BuiltInRole::Editor))));
        assert!(!addresses(&only(1, Grant { until: Some(NOW), ..Grant::role(BuiltInRole::Manager) })));
    }

    #[test]
    fn nobody_without_access_sees_a_list_of_members() {
        assert!(!sees_members(Standing::Member(&Access::default()), NOW));
        assert!(!sees_members(Standing::Outsider, NOW));
        assert!(sees_members(Standing::Owner, NOW));
    }
}
