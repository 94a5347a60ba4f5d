//! What a member holds, where, and until when: the one rule that the page shows and the edge enforces.

use crate::table::Table;

use crate::generated::catalogue::{BuiltInRole, Permission};
use crate::id::{ProjectId, RoleId};
use crate::permission::{PermissionSet, Scope};
use crate::time::Timestamp;

/// Where access is held or asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The team: all its projects that have no access of their own.
    Team,
    /// One project.
    Project(ProjectId),
}

/// Which role: one that every team has, or one of a team's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleKey {
    /// A role that every team has.
    BuiltIn(BuiltInRole),
    /// A role of the team's own.
    Own(RoleId),
}

impl RoleKey {
    /// The role that this text names: no name of a built-in role reads as the id of another.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        let built_in = BuiltInRole::from_id(id).map(Self::BuiltIn);
        built_in.or_else(|| id.parse().ok().map(Self::Own))
    }

    /// Its name in the API and the database.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::BuiltIn(role) => role.id().to_owned(),
            Self::Own(role) => role.to_string(),
        }
    }

    /// It as something held; `set` is what one of the team's own holds.
    #[must_use]
    pub const fn holds(self, set: PermissionSet) -> Holds {
        match self {
            Self::BuiltIn(role) => Holds::Role(role),
            Self::Own(role) => Holds::Own(role, set),
        }
    }
}

/// Which checkmarks: a role, whose edits are followed, or a set of one's own, which stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A role that every team has.
    Role(BuiltInRole),
    /// A role of the team's own, with the set that it held when this was read.
    Own(RoleId, PermissionSet),
    /// A custom set; the empty one is "No access".
    Custom(PermissionSet),
}

impl Holds {
    /// The checkmarks.
    #[must_use]
    pub const fn set(self) -> PermissionSet {
        match self {
            Self::Role(role) => role.set(),
            Self::Own(_, set) | Self::Custom(set) => set,
        }
    }

    /// A role of the team's own as somebody names it who has not read it. It claims every checkmark there could be,
    /// so that what forgets to look it up gives too little and never too much.
    #[must_use]
    pub const fn unread(role: RoleId) -> Self {
        Self::Own(role, PermissionSet::from_bits(u64::MAX))
    }

    /// The role, if it is one.
    #[must_use]
    pub const fn role(self) -> Option<RoleKey> {
        match self {
            Self::Role(role) => Some(RoleKey::BuiltIn(role)),
            Self::Own(role, _) => Some(RoleKey::Own(role)),
            Self::Custom(_) => None,
        }
    }

    /// What is held once the role `old` is `new`.
    #[must_use]
    pub fn following(self, old: RoleId, new: Self) -> Self {
        if self.role() == Some(RoleKey::Own(old)) { new } else { self }
    }
}

/// Access at one place, perhaps with an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Which checkmarks.
    pub holds: Holds,
    /// From this instant on it gives nothing, and there is no fall-back to the team's (S7).
    pub until: Option<Timestamp>,
}

impl Grant {
    /// "No access".
    pub const NOTHING: Self = Self { holds: Holds::Custom(PermissionSet::EMPTY), until: None };

    /// A role with no end.
    #[must_use]
    pub const fn role(role: BuiltInRole) -> Self {
        Self { holds: Holds::Role(role), until: None }
    }

    /// A custom set with no end.
    #[must_use]
    pub const fn custom(set: PermissionSet) -> Self {
        Self { holds: Holds::Custom(set), until: None }
    }

    /// Whether its end has come.
    #[must_use]
    pub fn has_ended(&self, now: Timestamp) -> bool {
        self.until.is_some_and(|until| until <= now)
    }

    /// What it gives now.
    #[must_use]
    pub fn live(&self, now: Timestamp) -> PermissionSet {
        if self.has_ended(now) { PermissionSet::EMPTY } else { self.holds.set() }
    }

    /// Whether it lasts at least as long as `until`.
    #[must_use]
    pub fn lasts(&self, until: Option<Timestamp>) -> bool {
        match (self.until, until) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(mine), Some(theirs)) => mine >= theirs,
        }
    }
}

/// All that one member holds in one team.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Access {
    /// At the team; `None`: only at the projects below.
    pub team: Option<Grant>,
    /// At single projects: each replaces the team's there, upward or downward.
    pub projects: Table<ProjectId, Grant>,
}

impl Access {
    /// The grant that decides at `place`, ended or not.
    #[must_use]
    pub fn grant_at(&self, place: Place) -> Option<Grant> {
        match place {
            Place::Team => self.team,
            Place::Project(project) => self.projects.get(&project).copied().or(self.team),
        }
    }

    /// What is held at `place` now.
    #[must_use]
    pub fn held_at(&self, place: Place, now: Timestamp) -> PermissionSet {
        self.grant_at(place).map_or(PermissionSet::EMPTY, |grant| grant.live(now))
    }

    /// Every grant with its place, the team's first.
    pub fn grants(&self) -> impl Iterator<Item = (Place, Grant)> {
        let team = self.team.iter().map(|grant| (Place::Team, *grant));
        team.chain(self.projects.iter().map(|(project, grant)| (Place::Project(*project), *grant)))
    }

    /// Whether anything at all is held now.
    #[must_use]
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.grants().any(|(_, grant)| !grant.live(now).is_empty())
    }

    /// This access with `grant` at `place`; `None` removes what is there.
    #[must_use]
    pub fn with(mut self, place: Place, grant: Option<Grant>) -> Self {
        match (place, grant) {
            (Place::Team, grant) => self.team = grant,
            (Place::Project(project), Some(grant)) => {
                self.projects.insert(project, grant);
            }
            (Place::Project(project), None) => {
                self.projects.remove(&project);
            }
        }
        self
    }

    /// This access once the role `old` is `new`.
    #[must_use]
    pub fn following(mut self, old: RoleId, new: Holds) -> Self {
        for grant in self.team.iter_mut().chain(self.projects.values_mut()) {
            grant.holds = grant.holds.following(old, new);
        }
        self
    }

    /// Whether the role is held at any place, ended or not.
    #[must_use]
    pub fn follows(&self, role: RoleId) -> bool {
        self.grants().any(|(_, grant)| grant.holds.role() == Some(RoleKey::Own(role)))
    }

    /// The next instant after `now` at which an end date changes what is held.
    #[must_use]
    pub fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        self.grants().filter_map(|(_, grant)| grant.until).filter(|until| *until > now).min()
    }
}

/// What somebody is in a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// The owner, who holds everything and cannot be restricted.
    Owner,
    /// A member, with what they hold.
    Member(&'a Access),
    /// Neither: learns nothing, not even that the team exists (invariant 10).
    Outsider,
}

impl Standing<'_> {
    /// What is held at `place` now. A checkmark that only a team can give is read at the team.
    #[must_use]
    pub fn held_at(&self, place: Place, now: Timestamp) -> PermissionSet {
        match self {
            Self::Owner => PermissionSet::all(),
            Self::Outsider => PermissionSet::EMPTY,
            Self::Member(access) => {
                let project_part = access.held_at(place, now).intersection(PermissionSet::at_project());
                let team_part = access.held_at(Place::Team, now).minus(PermissionSet::at_project());
                project_part.union(team_part)
            }
        }
    }

    /// Whether `permission` is held at `place` now: the question of the whole product.
    #[must_use]
    pub fn can(&self, permission: Permission, place: Place, now: Timestamp) -> bool {
        let place = match permission.scope() {
            Scope::Team => Place::Team,
            Scope::Project => place,
        };
        self.held_at(place, now).has(permission)
    }

    /// Whether there is anything for them at `place`: if not, it does not exist for them.
    #[must_use]
    pub fn sees(&self, place: Place, now: Timestamp) -> bool {
        match (self, place) {
            (Self::Owner, _) => true,
            (Self::Outsider, _) => false,
            // A member without access still learns the team's name and who can give them a role (A8).
            (Self::Member(_), Place::Team) => true,
            (Self::Member(access), Place::Project(_)) => !access.held_at(place, now).is_empty(),
        }
    }

    /// What is held now in the whole scope of `place`: at the team, only what every project access of their own
    /// leaves them too.
    #[must_use]
    pub fn held_throughout(&self, place: Place, now: Timestamp) -> PermissionSet {
        let (Self::Member(access), Place::Team) = (self, place) else {
            return self.held_at(place, now);
        };
        let held = access.held_at(Place::Team, now);
        let everywhere = access
            .projects
            .values()
            .fold(PermissionSet::at_project(), |all, own| all.intersection(own.live(now)));
        held.minus(PermissionSet::at_project()).union(held.intersection(everywhere))
    }

    /// Whether `set` until `until` could be given by them at `place`: they hold it there, for at least as long
    /// (invariant 2). At the team they must hold it at every project where they hold something of their own.
    #[must_use]
    pub fn holds_for(
        &self,
        set: PermissionSet,
        until: Option<Timestamp>,
        place: Place,
        now: Timestamp,
    ) -> bool {
        let Self::Member(access) = self else {
            return matches!(self, Self::Owner);
        };
        let covers = |grant: Option<Grant>, wanted: PermissionSet| {
            wanted.is_empty() || grant.is_some_and(|g| g.live(now).covers(wanted) && g.lasts(until))
        };
        match place {
            Place::Project(_) => covers(access.grant_at(place), set.minus(PermissionSet::team_only())),
            Place::Team => {
                let there = set.intersection(PermissionSet::at_project());
                covers(access.team, set) && access.projects.values().all(|own| covers(Some(*own), there))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_000);
    const HERE: Place = Place::Project(ProjectId(1));

    fn access(team: Option<Grant>, project: Option<Grant>) -> Access {
        Access { team, projects: project.map(|grant| (ProjectId(1), grant)).into_iter().collect() }
    }

    #[test]
    fn a_projects_own_access_replaces_the_teams_both_ways() {
        let up = access(Some(Grant::role(BuiltInRole::Viewer)), Some(Grant::role(BuiltInRole::Editor)));
        assert!(Standing::Member(&up).can(Permission::PostsEdit, HERE, NOW));
        assert!(!Standing::Member(&up).can(Permission::PostsEdit, Place::Team, NOW));
        let down = access(Some(Grant::role(BuiltInRole::Editor)), Some(Grant::NOTHING));
        assert!(!Standing::Member(&down).sees(HERE, NOW));
        assert!(Standing::Member(&down).sees(Place::Project(ProjectId(2)), NOW));
    }

    #[test]
    fn an_ended_project_access_does_not_fall_back() {
        let ended = Grant { until: Some(NOW), ..Grant::role(BuiltInRole::Viewer) };
        let access = access(Some(Grant::role(BuiltInRole::Manager)), Some(ended));
        assert!(!Standing::Member(&access).can(Permission::PostsView, HERE, NOW));
        assert!(Standing::Member(&access).can(Permission::PostsView, HERE, Timestamp(999)));
    }

    #[test]
    fn managing_projects_is_held_at_the_team_alone() {
        let manager_of_one = access(None, Some(Grant::role(BuiltInRole::Manager)));
        assert!(!Standing::Member(&manager_of_one).can(Permission::ProjectsManage, HERE, NOW));
    }

    #[test]
    fn nobody_holds_for_longer_or_wider_than_they_do() {
        let until = Some(Timestamp(5_000));
        let ending = access(Some(Grant { until, ..Grant::role(BuiltInRole::Manager) }), None);
        let giver = Standing::Member(&ending);
        assert!(giver.holds_for(BuiltInRole::Editor.set(), until, Place::Team, NOW));
        assert!(!giver.holds_for(BuiltInRole::Editor.set(), None, Place::Team, NOW));
        let barred_at_one = access(Some(Grant::role(BuiltInRole::Manager)), Some(Grant::NOTHING));
        assert!(!Standing::Member(&barred_at_one).holds_for(
            BuiltInRole::Viewer.set(),
            None,
            Place::Team,
            NOW
        ));
    }
}
