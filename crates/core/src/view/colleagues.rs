//! Colleagues (I5): people with whom one has shared a project, in one's latest teams, the newest first. Their names are
//! shown, never their addresses.

use crate::access::{Access, Place};
use crate::id::PersonId;
use crate::model::{Member, MemberState};
use crate::table::Table;
use crate::time::Timestamp;

/// Since when two members of a team worked together: they were in it at the same time, and something of what each of
/// them holds, or held when they left, is at the same place. An end date that has passed takes nothing back here.
/// `owner`: the team's owner, who is everywhere.
#[must_use]
pub fn shared_since(owner: PersonId, mine: &Member, theirs: &Member) -> Option<Timestamp> {
    let since = mine.joined_at.max(theirs.joined_at);
    let together = [mine, theirs].iter().all(|member| ended_at(member).is_none_or(|end| since < end));
    let everywhere = |member: &Member| member.person == owner;
    let shares = match (everywhere(mine), everywhere(theirs)) {
        (true, _) => holds_any(&theirs.access) || everywhere(theirs),
        (false, true) => holds_any(&mine.access),
        (false, false) => shares(&mine.access, &theirs.access),
    };
    (together && shares && mine.person != theirs.person).then_some(since)
}

const fn ended_at(member: &Member) -> Option<Timestamp> {
    match member.state {
        MemberState::Active => None,
        MemberState::Left { at } | MemberState::Removed { at, .. } => Some(at),
    }
}

fn holds_any(access: &Access) -> bool {
    access.grants().any(|(_, grant)| !grant.holds.set().is_empty())
}

fn shares(mine: &Access, theirs: &Access) -> bool {
    let holds =
        |access: &Access, place| access.grant_at(place).is_some_and(|grant| !grant.holds.set().is_empty());
    let projects = mine.projects.keys().chain(theirs.projects.keys());
    let mut places = std::iter::once(Place::Team).chain(projects.map(|project| Place::Project(*project)));
    places.any(|place| holds(mine, place) && holds(theirs, place))
}

/// Merges what was read of several teams: each colleague once, the newest first.
#[must_use]
pub fn newest_first(shared: impl Iterator<Item = (PersonId, Timestamp)>) -> Vec<PersonId> {
    let mut latest: Table<PersonId, Timestamp> = Table::new();
    for (person, since) in shared {
        let known = latest.get(&person).copied().unwrap_or(since);
        latest.insert(person, known.max(since));
    }
    let mut all: Vec<(PersonId, Timestamp)> = latest.into_iter().collect();
    all.sort_by_key(|(person, since)| (core::cmp::Reverse(*since), *person));
    all.into_iter().map(|(person, _)| person).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BuiltInRole;
    use crate::access::Grant;
    use crate::id::{ProjectId, TeamId};

    const OWNER: PersonId = PersonId(1);

    fn member(person: u64, joined: i64, left: Option<i64>, access: Access) -> Member {
        let state = left.map_or(MemberState::Active, |at| MemberState::Left { at: Timestamp(at) });
        Member {
            team: TeamId(1),
            person: PersonId(person),
            state,
            access,
            seat: false,
            next_end: None,
            barred: false,
            stamp: 1,
            joined_at: Timestamp(joined),
            gone: false,
        }
    }

    fn only(project: u64) -> Access {
        let grant = Grant { until: Some(Timestamp(1)), ..Grant::role(BuiltInRole::Viewer) };
        Access::default().with(Place::Project(ProjectId(project)), Some(grant))
    }

    #[test]
    fn those_who_shared_a_project_at_the_same_time_are_colleagues() {
        let team = Access { team: Some(Grant::role(BuiltInRole::Viewer)), ..Access::default() };
        let me = member(2, 10, Some(50), only(1));
        let table = [
            (member(3, 20, None, only(1)), Some(20)),
            (member(4, 5, Some(11), only(1)), Some(10)),
            (member(5, 5, None, team), Some(10)),
            (member(6, 20, None, only(2)), None),
            (member(7, 60, None, only(1)), None),
            (member(8, 1, Some(10), only(1)), None),
            (member(1, 1, None, Access::default()), Some(10)),
            (member(2, 10, Some(50), only(1)), None),
        ];
        for (them, since) in table {
            assert_eq!(shared_since(OWNER, &me, &them), since.map(Timestamp), "{:?}", them.person);
            assert_eq!(shared_since(OWNER, &them, &me), since.map(Timestamp), "{:?}", them.person);
        }
    }

    #[test]
    fn each_is_named_once_and_the_newest_first() {
        let rows = [(3, 10), (4, 30), (3, 40), (5, 30)].map(|(p, at)| (PersonId(p), Timestamp(at)));
        assert_eq!(newest_first(rows.into_iter()), [3, 4, 5].map(PersonId));
    }
}
