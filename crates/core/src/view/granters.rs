//! Who can give what is missing (S3): named in a denial, and asked by "Ask for access".

use crate::access::{Access, Place, Standing};
use crate::generated::catalogue::Permission;
use crate::id::PersonId;
use crate::permission::Scope;
use crate::time::Timestamp;

/// How many members are named beside the owner.
pub const MOST_GRANTERS: usize = 2;

/// The owner, and up to two of `candidates` who hold both team.access and `permission` at that place.
pub fn granters<'a>(
    permission: Permission,
    place: Place,
    owner: PersonId,
    candidates: impl IntoIterator<Item = (PersonId, &'a Access)>,
    now: Timestamp,
) -> Vec<PersonId> {
    let place = match permission.scope() {
        Scope::Team => Place::Team,
        Scope::Project => place,
    };
    let may_give = |access: &Access| {
        let member = Standing::Member(access);
        member.can(Permission::TeamAccess, place, now) && member.can(permission, place, now)
    };
    let members = candidates
        .into_iter()
        .filter(|(person, access)| *person != owner && may_give(access))
        .map(|(person, _)| person)
        .take(MOST_GRANTERS);
    std::iter::once(owner).chain(members).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BuiltInRole;
    use crate::access::Grant;
    use crate::id::ProjectId;

    #[test]
    fn a_granter_holds_both_and_there_are_two_at_most() {
        let here = Place::Project(ProjectId(1));
        let manager = Access::default().with(here, Some(Grant::role(BuiltInRole::Manager)));
        let smm = Access { team: Some(Grant::role(BuiltInRole::SmmSpecialist)), ..Access::default() };
        let editor = Access { team: Some(Grant::role(BuiltInRole::Editor)), ..Access::default() };
        let people = [&editor, &smm, &manager, &manager, &manager];
        let named = |permission, place| {
            let candidates = people.iter().zip(10..).map(|(access, id)| (PersonId(id), *access));
            granters(permission, place, PersonId(1), candidates, Timestamp(0))
        };
        let ids = |ids: &[u64]| ids.iter().copied().map(PersonId).collect::<Vec<_>>();
        assert_eq!(named(Permission::PostsPublish, here), ids(&[1, 12, 13]));
        assert_eq!(named(Permission::PostsEdit, here), ids(&[1, 11, 12]));
        assert_eq!(named(Permission::PostsPublish, Place::Team), ids(&[1]));
        assert_eq!(named(Permission::ProjectsManage, here), ids(&[1, 11]));
    }
}
