//! Whose open pages a change concerns (S2): those rooms ask again what their people may do.

use crate::change::Change;
use crate::facts::Facts;
use crate::id::{PersonId, TeamId};
use crate::model::Member;

/// Whom a change concerns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concern {
    /// Teams whose people are all concerned.
    pub teams: Vec<TeamId>,
    /// People who are concerned wherever they are.
    pub people: Vec<PersonId>,
}

impl Concern {
    /// Whether it is nobody.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.teams.is_empty() && self.people.is_empty()
    }

    /// This and another.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        other.teams.into_iter().for_each(|team| add(&mut self.teams, team));
        other.people.into_iter().for_each(|person| add(&mut self.people, person));
        self
    }
}

/// Whom `changes` concern, compared with what was read before them.
#[must_use]
pub fn concern(before: &Facts, changes: &[Change]) -> Concern {
    let mut concern = Concern::default();
    changes.iter().for_each(|change| one(&mut concern, before, change));
    concern
}

fn one(concern: &mut Concern, before: &Facts, change: &Change) {
    match change {
        Change::Member(new) => {
            let same =
                before.members.get(&(new.team, new.person)).is_some_and(|old| holds_the_same(old, new));
            add_unless(same, &mut concern.people, new.person);
        }
        Change::Person(new) => {
            let same = before.people.get(&new.id).is_none_or(|old| old.merge == new.merge);
            add_unless(same, &mut concern.people, new.id);
        }
        Change::Session(new) => add_unless(new.ended_at.is_none(), &mut concern.people, new.person),
        Change::EndSessions { person, .. } => add(&mut concern.people, *person),
        Change::Role(new) => {
            let old = before.roles.get(&new.id);
            let same = old.is_none_or(|old| (old.set, old.replaced) == (new.set, new.replaced));
            add_unless(same, &mut concern.teams, new.team);
        }
        Change::Team(new) => {
            let old = before.teams.get(&new.id);
            let same = old.is_none_or(|old| (old.owner, old.deleted_at) == (new.owner, new.deleted_at));
            add_unless(same, &mut concern.teams, new.id);
        }
        Change::Move(moved) => {
            [moved.from, moved.into].into_iter().for_each(|team| add(&mut concern.teams, team))
        }
        Change::Project(_)
        | Change::Invitation(_)
        | Change::Link(_)
        | Change::Ask(_)
        | Change::Handover(_)
        | Change::Post(_)
        | Change::Image(_)
        | Change::Challenge(_)
        | Change::Tally(_)
        | Change::History(_)
        | Change::Mail(_) => {}
    }
}

/// What the person may do stays as it was.
fn holds_the_same(old: &Member, new: &Member) -> bool {
    old.is_active() == new.is_active() && old.gone == new.gone && old.access == new.access
}

fn add<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}

fn add_unless<T: PartialEq>(same: bool, list: &mut Vec<T>, one: T) {
    if !same {
        add(list, one);
    }
}
