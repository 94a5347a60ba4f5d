//! All that a page needs to answer `can` for one place with no clock and no round trip, and the reason for a no.

use crate::access::{Grant, Place, Standing};
use crate::denial::Denial;
use crate::generated::catalogue::Permission;
use crate::permission::{PermissionSet, Scope};
use crate::time::Timestamp;

/// What is held at one place, and until when that answer is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Whether the place exists for them.
    pub seen: bool,
    /// Every checkmark held there now.
    pub set: PermissionSet,
    /// The next instant at which an end date changes the set; the page asks again then.
    pub next_change: Option<Timestamp>,
}

/// What is held at `place` now, and when that changes by itself.
#[must_use]
pub fn snapshot(standing: Standing<'_>, place: Place, now: Timestamp) -> Snapshot {
    let next_change = match standing {
        Standing::Owner | Standing::Outsider => None,
        Standing::Member(access) => next_end([access.team, access.grant_at(place)], now),
    };
    Snapshot { seen: standing.sees(place, now), set: standing.held_at(place, now), next_change }
}

fn next_end(grants: [Option<Grant>; 2], now: Timestamp) -> Option<Timestamp> {
    grants.into_iter().flatten().filter_map(|grant| grant.until).filter(|until| *until > now).min()
}

/// Whether `permission` is held at `place`, and if not, why.
///
/// # Errors
/// [`Denial::NotFound`] when the place does not exist for them, else [`Denial::Missing`].
pub fn explain(
    standing: Standing<'_>,
    permission: Permission,
    place: Place,
    now: Timestamp,
) -> Result<(), Denial> {
    if !standing.sees(place, now) {
        return Err(Denial::NotFound);
    }
    if standing.can(permission, place, now) {
        return Ok(());
    }
    let place = match permission.scope() {
        Scope::Team => Place::Team,
        Scope::Project => place,
    };
    Err(Denial::Missing { permission, place })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BuiltInRole;
    use crate::access::Access;
    use crate::id::ProjectId;

    const NOW: Timestamp = Timestamp(1_000);
    const HERE: Place = Place::Project(ProjectId(1));
    const THERE: Place = Place::Project(ProjectId(2));

    #[test]
    fn a_hidden_place_is_not_found_and_a_seen_one_says_what_is_missing() {
        let access = Access::default().with(HERE, Some(Grant::role(BuiltInRole::Writer)));
        let member = Standing::Member(&access);
        let missing = |permission, place| Err(Denial::Missing { permission, place });
        assert_eq!(explain(member, Permission::PostsCreate, HERE, NOW), Ok(()));
        assert_eq!(
            explain(member, Permission::PostsPublish, HERE, NOW),
            missing(Permission::PostsPublish, HERE)
        );
        assert_eq!(
            explain(member, Permission::ProjectsManage, HERE, NOW),
            missing(Permission::ProjectsManage, Place::Team)
        );
        assert_eq!(explain(member, Permission::PostsView, THERE, NOW), Err(Denial::NotFound));
        assert_eq!(explain(Standing::Outsider, Permission::PostsView, HERE, NOW), Err(Denial::NotFound));
    }

    #[test]
    fn a_snapshot_says_when_it_is_over() {
        let until = Some(Timestamp(5_000));
        let ending = Grant { until, ..Grant::role(BuiltInRole::Writer) };
        let access = Access { team: Some(Grant::role(BuiltInRole::Viewer)), ..Access::default() };
        let access = access.with(HERE, Some(ending));
        let at = |place, now| snapshot(Standing::Member(&access), place, now);
        assert_eq!(at(HERE, NOW).next_change, until);
        assert_eq!(at(THERE, NOW).next_change, None);
        assert_eq!(at(HERE, NOW).set, BuiltInRole::Writer.set());
        let over = at(HERE, Timestamp(5_000));
        assert_eq!((over.seen, over.set, over.next_change), (false, PermissionSet::EMPTY, None));
    }
}
