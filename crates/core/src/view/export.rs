//! What somebody may still read of what they made or were given, when they take their own data along.

use crate::access::{Place, Standing};
use crate::generated::catalogue::Permission;
use crate::time::Timestamp;

use super::sees_images;

/// Which names stand in one's own file beside a row of a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The team's: to whoever is in it.
    pub team: bool,
    /// The project's: to whoever holds something there.
    pub project: bool,
    /// A post's or image's, which others may have changed since: to whoever sees it now.
    pub thing: bool,
}

/// The names that `viewer` sees now of a row at `place`.
#[must_use]
pub fn named_in_export(viewer: Standing<'_>, place: Place, now: Timestamp) -> Named {
    let project = match place {
        Place::Team => false,
        Place::Project(_) => viewer.sees(place, now),
    };
    let can = |permission| viewer.can(permission, place, now);
    let thing = match place {
        Place::Team => sees_images(viewer, now),
        Place::Project(_) => can(Permission::PostsView) || can(Permission::ImagesManage),
    };
    Named { team: viewer.sees(Place::Team, now), project, thing }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Access, Grant, Holds};
    use crate::generated::catalogue::BuiltInRole;
    use crate::id::ProjectId;

    const HERE: Place = Place::Project(ProjectId(1));
    const THERE: Place = Place::Project(ProjectId(2));
    const NOW: Timestamp = Timestamp(5);

    #[test]
    fn names_go_by_what_is_held_now() {
        let viewer = Grant { holds: Holds::Role(BuiltInRole::Viewer), until: None };
        let nothing = Access::default();
        let access = Access::default().with(HERE, Some(viewer));
        let of = |standing, place| {
            let Named { team, project, thing } = named_in_export(standing, place, NOW);
            (team, project, thing)
        };
        assert_eq!(of(Standing::Member(&access), HERE), (true, true, true));
        assert_eq!(of(Standing::Member(&access), THERE), (true, false, false));
        assert_eq!(of(Standing::Member(&access), Place::Team), (true, false, true));
        assert_eq!(of(Standing::Member(&nothing), Place::Team), (true, false, false));
        assert_eq!(of(Standing::Owner, THERE), (true, true, true));
        for place in [HERE, Place::Team] {
            assert_eq!(of(Standing::Outsider, place), (false, false, false));
        }
    }
}
