//! What somebody may still read of what they made or were given, when they take their own data along.

use crate::access::{Place, Standing};
use crate::change::{History, HistoryKind};
use crate::generated::catalogue::Permission;
use crate::time::Timestamp;

use super::{Seen, sees_addresses, sees_images};

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

/// Whether the address in a line of history stands in `viewer`'s own file: where they typed it themselves, or see
/// addresses now.
#[must_use]
pub fn addressed_in_export(viewer: Seen<'_>, line: &History, now: Timestamp) -> bool {
    // Who sends an offer or invitation again, and whose offer is taken in the end, need not have typed its address.
    let typed = matches!(line.kind, HistoryKind::Invited | HistoryKind::HandoverOffered);
    (typed && line.by == Some(viewer.person)) || sees_addresses(viewer.standing, now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Access, Grant, Holds};
    use crate::generated::catalogue::BuiltInRole;
    use crate::id::{PersonId, ProjectId, TeamId};

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

    #[test]
    fn an_address_is_for_who_typed_it_or_sees_addresses_now() {
        let manager = Grant { holds: Holds::Role(BuiltInRole::Manager), until: None };
        let access = Access::default().with(HERE, Some(manager));
        let shown = |standing, kind, by| {
            let line = History::new(TeamId(1), NOW, Some(PersonId(by)), kind);
            addressed_in_export(Seen { person: PersonId(3), standing }, &line, NOW)
        };
        for kind in [HistoryKind::Invited, HistoryKind::HandoverOffered] {
            assert!(shown(Standing::Outsider, kind, 3));
            assert!(!shown(Standing::Outsider, kind, 4));
        }
        for kind in [
            HistoryKind::InvitationChanged,
            HistoryKind::InvitationResent,
            HistoryKind::InvitationWithdrawn,
            HistoryKind::HandoverResent,
            HistoryKind::HandoverWithdrawn,
            HistoryKind::ProjectHandedOver,
        ] {
            assert!(!shown(Standing::Outsider, kind, 3));
            assert!(shown(Standing::Member(&access), kind, 3));
            assert!(shown(Standing::Owner, kind, 3));
        }
    }
}
