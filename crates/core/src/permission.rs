//! Sets of checkmarks. The checkmarks themselves are generated from the catalogue (RULES.md).

use crate::generated::catalogue::Permission;

/// The heading that a checkmark stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Posts, images, connections.
    Content,
    /// Comments and messages.
    Conversations,
    /// Analytics and history.
    Insight,
    /// Who is in, and what they may do.
    Team,
}

/// Where a checkmark can be held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// At the team, for all its projects, or at one project.
    Project,
    /// At the team only.
    Team,
}

/// A set of checkmarks, one bit each. Bits that this build does not know are kept, and grant nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PermissionSet(u64);

/// 52 bits: what a JavaScript number holds exactly.
const MASK: u64 = (1 << 52) - 1;

impl PermissionSet {
    /// Holds nothing: "No access".
    pub const EMPTY: Self = Self(0);

    /// The set with these bits; those above 51 are dropped.
    #[must_use]
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits & MASK)
    }

    /// The bits, unknown ones included.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// Every checkmark of the catalogue.
    #[must_use]
    pub fn all() -> Self {
        Permission::ALL.iter().copied().collect()
    }

    /// Every checkmark that can be held at one project.
    #[must_use]
    pub fn at_project() -> Self {
        Permission::ALL.iter().copied().filter(|p| p.scope() == Scope::Project).collect()
    }

    /// Every checkmark that gives something at the team only.
    #[must_use]
    pub fn team_only() -> Self {
        Self::all().minus(Self::at_project())
    }

    /// Whether it holds nothing at all.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether it holds this checkmark.
    #[must_use]
    pub const fn has(self, permission: Permission) -> bool {
        self.0 & (1 << permission.bit()) != 0
    }

    /// Whether it holds all of `other`.
    #[must_use]
    pub const fn covers(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// What either holds.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What both hold.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What this holds and `other` does not.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What one of them holds and the other does not.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self(self.0 ^ other.0)
    }

    /// The set with one checkmark ticked, and what that one needs.
    #[must_use]
    pub fn tick(self, permission: Permission) -> Self {
        let ticked = Self(self.0 | (1 << permission.bit()));
        match permission.needs() {
            Some(needed) if !ticked.has(needed) => ticked.tick(needed),
            Some(_) | None => ticked,
        }
    }

    /// The set with one checkmark unticked, and all that cannot be held without it.
    #[must_use]
    pub fn untick(self, permission: Permission) -> Self {
        let unticked = Self(self.0 & !(1 << permission.bit()));
        Permission::ALL
            .iter()
            .copied()
            .filter(|other| other.needs() == Some(permission) && unticked.has(*other))
            .fold(unticked, Self::untick)
    }

    /// Whether each checkmark in it comes with the one that it needs.
    #[must_use]
    pub fn is_closed(self) -> bool {
        self.known().all(|p| p.needs().is_none_or(|needed| self.has(needed)))
    }

    /// Whether holding it takes an editor seat.
    #[must_use]
    pub fn takes_seat(self) -> bool {
        self.known().any(Permission::takes_seat)
    }

    /// The checkmarks of the catalogue in it, in the catalogue's order.
    pub fn known(self) -> impl Iterator<Item = Permission> {
        Permission::ALL.iter().copied().filter(move |p| self.has(*p))
    }

    /// The first checkmark of the catalogue in it.
    #[must_use]
    pub fn first(self) -> Option<Permission> {
        self.known().next()
    }
}

impl FromIterator<Permission> for PermissionSet {
    fn from_iter<I: IntoIterator<Item = Permission>>(permissions: I) -> Self {
        permissions.into_iter().fold(Self::EMPTY, |set, p| Self(set.0 | (1 << p.bit())))
    }
}

impl Permission {
    /// The checkmark with this id, if the catalogue has it.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|p| p.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticking_brings_what_is_needed_and_unticking_takes_what_needs_it() {
        let set = PermissionSet::EMPTY.tick(Permission::PostsPublish);
        assert!(set.has(Permission::PostsView));
        assert!(set.is_closed());
        assert_eq!(set.untick(Permission::PostsView), PermissionSet::EMPTY);
    }

    #[test]
    fn a_bit_has_one_owner() {
        let all: std::collections::BTreeSet<u8> = Permission::ALL.iter().map(|p| p.bit()).collect();
        assert_eq!(all.len(), Permission::ALL.len());
    }

    #[test]
    fn unknown_bits_are_kept_and_grant_nothing() {
        let set = PermissionSet::from_bits(1 << 40);
        assert_eq!(set.bits(), 1 << 40);
        assert_eq!(set.known().count(), 0);
        assert!(!set.takes_seat());
    }

    #[test]
    fn every_built_in_role_is_closed() {
        for role in crate::BuiltInRole::ALL {
            assert!(role.set().is_closed(), "{}", role.id());
        }
    }
}
