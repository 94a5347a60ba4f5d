//! Access in one phrase, as facts: the sentence is the page's ("Editor", "Custom: 7 of 18", "Spring sale only").

use crate::access::{Access, Grant, Holds, Place, RoleKey, Standing};
use crate::generated::catalogue::Permission;
use crate::id::ProjectId;
use crate::permission::PermissionSet;
use crate::time::Timestamp;

/// The main part of the phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// The owner.
    Owner,
    /// "No access".
    Nothing,
    /// It ended by its date.
    Ended,
    /// A role.
    Role(RoleKey),
    /// A set of their own.
    Custom {
        /// How many checkmarks of those that the page shows.
        held: usize,
        /// How many the page shows.
        of: usize,
    },
    /// "Only these projects": those that the one who looks sees.
    Only(Vec<ProjectId>),
}

/// A member's access, for one cell of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessPhrase {
    /// The main part.
    pub phrase: Phrase,
    /// Projects with access of their own beside the team's, of those that the one who looks sees.
    pub apart: Vec<ProjectId>,
    /// The next instant at which something of it ends.
    pub ends: Option<Timestamp>,
}

/// A member's access as `viewer` may read it: only the places that exist for them.
#[must_use]
pub fn seen_access(viewer: Standing<'_>, access: &Access, now: Timestamp) -> Access {
    let seen = |project: &ProjectId| viewer.sees(Place::Project(*project), now);
    let projects = access.projects.iter().filter(|(project, _)| seen(project));
    Access { team: access.team, projects: projects.map(|(project, grant)| (*project, *grant)).collect() }
}

/// What `viewer` reads in the row of a member.
#[must_use]
pub fn phrase_of(viewer: Standing<'_>, member: Standing<'_>, now: Timestamp) -> AccessPhrase {
    let nothing = |phrase| AccessPhrase { phrase, apart: Vec::new(), ends: None };
    let access = match member {
        Standing::Owner => return nothing(Phrase::Owner),
        Standing::Outsider => return nothing(Phrase::Nothing),
        Standing::Member(access) => access,
    };
    let seen = seen_access(viewer, access, now);
    let ends = seen.next_change(now);
    if let Some(grant) = seen.team {
        return AccessPhrase {
            phrase: phrase_of_grant(grant, now),
            apart: seen.projects.into_keys().collect(),
            ends,
        };
    }
    AccessPhrase { phrase: phrase_of_projects(&seen, now), apart: Vec::new(), ends }
}

/// What stands for a member on a project's own page.
#[must_use]
pub fn phrase_at(member: Standing<'_>, place: Place, now: Timestamp) -> Phrase {
    match member {
        Standing::Owner => Phrase::Owner,
        Standing::Outsider => Phrase::Nothing,
        Standing::Member(access) => {
            access.grant_at(place).map_or(Phrase::Nothing, |grant| phrase_of_grant(grant, now))
        }
    }
}

fn phrase_of_projects(access: &Access, now: Timestamp) -> Phrase {
    let live = |grant: &Grant| !grant.live(now).is_empty();
    let held: Vec<ProjectId> =
        access.projects.iter().filter(|(_, grant)| live(grant)).map(|(project, _)| *project).collect();
    if !held.is_empty() {
        return Phrase::Only(held);
    }
    let ended = access.projects.values().any(|grant| !grant.holds.set().is_empty());
    if ended { Phrase::Ended } else { Phrase::Nothing }
}

fn phrase_of_grant(grant: Grant, now: Timestamp) -> Phrase {
    match grant.holds {
        Holds::Custom(set) if set.is_empty() => Phrase::Nothing,
        Holds::Role(_) | Holds::Own(..) | Holds::Custom(_) if grant.has_ended(now) => Phrase::Ended,
        Holds::Role(role) => Phrase::Role(RoleKey::BuiltIn(role)),
        Holds::Own(role, _) => Phrase::Role(RoleKey::Own(role)),
        Holds::Custom(set) => Phrase::Custom {
            held: shipped().intersection(set).known().count(),
            of: shipped().known().count(),
        },
    }
}

fn shipped() -> PermissionSet {
    Permission::ALL.iter().copied().filter(|permission| permission.shipped()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BuiltInRole;

    const NOW: Timestamp = Timestamp(1_000);

    fn at(project: u64) -> Place {
        Place::Project(ProjectId(project))
    }

    fn read(viewer: Standing<'_>, access: &Access) -> AccessPhrase {
        phrase_of(viewer, Standing::Member(access), NOW)
    }

    #[test]
    fn a_phrase_for_each_kind_of_access() {
        let team = |grant| Access { team: Some(grant), ..Access::default() };
        let phrase = |access: &Access| read(Standing::Owner, access).phrase;
        assert_eq!(
            phrase(&team(Grant::role(BuiltInRole::Editor))),
            Phrase::Role(RoleKey::BuiltIn(BuiltInRole::Editor))
        );
        assert_eq!(phrase(&team(Grant::NOTHING)), Phrase::Nothing);
        assert_eq!(phrase(&Access::default()), Phrase::Nothing);
        let ended = Grant { until: Some(NOW), ..Grant::role(BuiltInRole::Editor) };
        assert_eq!(phrase(&team(ended)), Phrase::Ended);
        assert_eq!(phrase(&Access::default().with(at(1), Some(ended))), Phrase::Ended);
        let set = PermissionSet::EMPTY.tick(Permission::PostsPublish).tick(Permission::AiUse);
        let of = shipped().known().count();
        assert_eq!(phrase(&team(Grant::custom(set))), Phrase::Custom { held: 2, of });
    }

    #[test]
    fn projects_that_the_reader_does_not_see_are_not_named() {
        let viewer_role = Some(Grant::role(BuiltInRole::Viewer));
        let member = Access::default().with(at(1), viewer_role).with(at(2), viewer_role);
        let reader = Access::default().with(at(2), viewer_role);
        assert_eq!(read(Standing::Member(&reader), &member).phrase, Phrase::Only(vec![ProjectId(2)]));
        assert_eq!(read(Standing::Owner, &member).phrase, Phrase::Only(vec![ProjectId(1), ProjectId(2)]));
    }
}
