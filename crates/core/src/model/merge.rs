//! Merging (I6): a team may take the accounts of those who accept, and what they own is out of their reach meanwhile.

use crate::access::Access;
use crate::id::TeamId;
use crate::time::Timestamp;

/// What becomes of the account of somebody who accepts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum JoinMode {
    /// They are in the team beside what they own.
    #[default]
    SideBySide,
    /// Their account becomes part of the team: the teams that they own are parked while they are in it.
    Merge,
}

impl JoinMode {
    /// A stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::SideBySide => "side_by_side",
            Self::Merge => "merge",
        }
    }

    /// The mode with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::SideBySide, Self::Merge].into_iter().find(|mode| mode.id() == id)
    }
}

/// The merge of an account into a team. It lasts as long as something is held there, and the instant at which the
/// last of it ends is known beforehand: so whoever reads the person knows by comparing, with no look at that team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// Into which team.
    pub into: TeamId,
    /// From this instant on nothing is held there, and the merge is over.
    pub until: Option<Timestamp>,
}

impl Merge {
    /// The merge into `into` of somebody who holds `access` there; none, if that is nothing.
    #[must_use]
    pub fn by(into: TeamId, access: &Access, now: Timestamp) -> Option<Self> {
        let live = || access.grants().filter(|(_, grant)| !grant.live(now).is_empty());
        let last = live().map(|(_, grant)| grant.until.unwrap_or(Timestamp(i64::MAX))).max()?;
        Some(Self { into, until: (last != Timestamp(i64::MAX)).then_some(last) })
    }

    /// Whether it still holds.
    #[must_use]
    pub fn holds(&self, now: Timestamp) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

/// What the page said before the click: an acceptance is good for that and for nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The team's join mode.
    pub mode: JoinMode,
    /// The teams that would be parked, in the order of their ids.
    pub parks: Vec<TeamId>,
}
