//! Between the contract's shapes and the core's values.

use roster_core::access::{Grant, Holds, Place, RoleKey};
use roster_core::denial::{Denial, Kind};
use roster_core::model::{Role, Team};
use roster_core::plan;
use roster_core::room::{Act, Doing, Part, SCROLL_END};
use roster_core::{Permission, PermissionSet, Timestamp};

use crate::problem::{Fault, Problem};
use crate::requests::Question;
use crate::shapes::{self, Bill, Missing, PlacedGrant, Reason, Seats};

/// The permissions with these ids.
///
/// # Errors
/// [`Fault::BadValue`] when the catalogue lacks one.
pub fn permissions(ids: &[String]) -> Result<PermissionSet, Fault> {
    ids.iter().map(|id| Permission::from_id(id).ok_or(Fault::BadValue)).collect()
}

/// The ids of the permissions in a set that the catalogue has.
#[must_use]
pub fn permission_ids(set: PermissionSet) -> Vec<String> {
    set.known().map(|permission| permission.id().to_owned()).collect()
}

/// The place of an optional project.
///
/// # Errors
/// [`Fault::NotFound`] when it is not an id.
pub fn place(project: Option<&str>) -> Result<Place, Fault> {
    match project {
        None => Ok(Place::Team),
        Some(id) => id.parse().map(Place::Project).map_err(|_| Fault::NotFound),
    }
}

/// The project's id of a place.
#[must_use]
pub fn project_id(place: Place) -> Option<String> {
    match place {
        Place::Team => None,
        Place::Project(project) => Some(project.to_string()),
    }
}

/// What somebody's page says that they do.
///
/// # Errors
/// [`Fault::BadValue`] when there is no such act or part, or it is no id.
pub fn doing(said: &shapes::Doing) -> Result<Doing, Fault> {
    Ok(Doing {
        act: Act::ALL.into_iter().find(|act| act.id() == said.act).ok_or(Fault::BadValue)?,
        post: said.post.as_deref().map(str::parse).transpose().map_err(|_| Fault::BadValue)?,
        part: said.part.as_deref().map(part).transpose()?,
        following: said.following.as_deref().map(str::parse).transpose().map_err(|_| Fault::BadValue)?,
        scroll: u16::try_from(said.scroll).unwrap_or(SCROLL_END).min(SCROLL_END),
    })
}

fn part(id: &str) -> Result<Part, Fault> {
    Part::ALL.into_iter().find(|part| part.id() == id).ok_or(Fault::BadValue)
}

/// What somebody does, as others are told.
#[must_use]
pub fn doing_shape(doing: Doing) -> shapes::Doing {
    shapes::Doing {
        act: doing.act.id().to_owned(),
        post: doing.post.map(|post| post.to_string()),
        part: doing.part.map(|part| part.id().to_owned()),
        following: doing.following.map(|person| person.to_string()),
        scroll: u32::from(doing.scroll),
    }
}

/// What is asked, and where.
///
/// # Errors
/// [`Fault::BadValue`] when the catalogue lacks the permission; [`Fault::NotFound`] for a bad id.
pub fn question(question: &Question) -> Result<(Permission, Place), Fault> {
    let permission = Permission::from_id(&question.permission).ok_or(Fault::BadValue)?;
    Ok((permission, place(question.project.as_deref())?))
}

/// An edit: a place, and what shall stand there.
///
/// # Errors
/// [`Fault::BadValue`] when role and permissions are both given, or not known; [`Fault::NotFound`] for a bad id.
pub fn edit(placed: &PlacedGrant) -> Result<(Place, Option<Grant>), Fault> {
    let place = place(placed.project.as_deref())?;
    let holds = match (&placed.role, &placed.permissions) {
        (None, None) => return Ok((place, None)),
        (Some(_), Some(_)) => return Err(Fault::BadValue),
        (Some(role), None) => match RoleKey::from_id(role).ok_or(Fault::BadValue)? {
            RoleKey::BuiltIn(role) => Holds::Role(role),
            RoleKey::Own(role) => Holds::unread(role),
        },
        (None, Some(ids)) => Holds::Custom(permissions(ids)?),
    };
    Ok((place, Some(Grant { holds, until: placed.until.map(Timestamp) })))
}

/// A grant with its place, where there must be one.
///
/// # Errors
/// As [`edit`], and [`Fault::BadValue`] when neither role nor permissions are given.
pub fn grant(placed: &PlacedGrant) -> Result<(Place, Grant), Fault> {
    let (place, grant) = edit(placed)?;
    Ok((place, grant.ok_or(Fault::BadValue)?))
}

/// The shape of a grant at a place.
#[must_use]
pub fn placed(place: Place, grant: &Grant) -> PlacedGrant {
    let (role, permissions) = match grant.holds {
        Holds::Role(role) => (Some(role.id().to_owned()), None),
        Holds::Own(role, set) => (Some(role.to_string()), Some(permission_ids(set))),
        Holds::Custom(set) => (None, Some(permission_ids(set))),
    };
    PlacedGrant { project: project_id(place), role, permissions, until: grant.until.map(|until| until.0) }
}

/// The shape of a role of the team's own.
#[must_use]
pub fn role(role: &Role) -> shapes::Role {
    shapes::Role {
        id: role.id.to_string(),
        name: role.name.as_str().to_owned(),
        permissions: permission_ids(role.set),
    }
}

/// The shape of a bill.
#[must_use]
pub const fn bill(bill: plan::Bill) -> Bill {
    Bill {
        base_cents: bill.base_cents,
        paid_seats: bill.paid_seats,
        seat_cents: bill.seat_cents,
        total_cents: bill.total_cents,
    }
}

/// The shape of a team's plan and seats.
#[must_use]
pub fn seats(team: &Team) -> Seats {
    Seats {
        plan: team.plan.id().to_owned(),
        cap: team.cap,
        free: team.plan.terms().free_seats,
        taken: team.seats.taken,
        reserved: team.seats.reserved,
        bill: bill(team.plan.bill(team.seats.taken)),
    }
}

/// The shape of what is missing.
#[must_use]
pub fn missing(permission: Permission, place: Place) -> Missing {
    Missing { permission: permission.id().to_owned(), project: project_id(place) }
}

/// The shape of a denial as a reason beside a control.
#[must_use]
pub fn reason(denial: &Denial) -> Reason {
    Reason {
        code: denial.code().to_owned(),
        missing: denial.missing().map(|(permission, place)| missing(permission, place)),
    }
}

const fn status(kind: Kind) -> u16 {
    match kind {
        Kind::SignIn => 401,
        Kind::Hidden => 404,
        Kind::Forbidden => 403,
        Kind::Invalid => 422,
        Kind::Conflict => 409,
        Kind::Gone => 410,
        Kind::TooMany => 429,
    }
}

/// The problem of a denial. `owner`: the asker owns the team, and may see numbers and prices.
#[must_use]
pub fn problem(denial: &Denial, owner: bool) -> Problem {
    if matches!(denial, Denial::NotFound) {
        return Fault::NotFound.problem();
    }
    let mut problem = Problem::new(status(denial.kind()), denial.code(), "refused by a rule");
    problem.missing = denial.missing().map(|(permission, place)| missing(permission, place));
    match denial {
        Denial::SeatsFull { needed_cap, total_cents } if owner => {
            problem.needed_cap = Some(*needed_cap);
            problem.total_cents = Some(*total_cents);
        }
        Denial::SeatsInUse { taken, reserved, limit } if owner => {
            problem.taken = Some(*taken);
            problem.reserved = Some(*reserved);
            problem.limit = Some(*limit);
        }
        Denial::WrongPerson { masked } | Denial::SignInAs { masked } => {
            problem.address = Some(masked.clone())
        }
        Denial::WrongDomain { domain } => problem.domain = Some(domain.clone()),
        Denial::Declined { until: at } | Denial::TooOften { again_at: at } => problem.retry_at = Some(at.0),
        Denial::Merged { team } => problem.team = Some(team.to_string()),
        Denial::LimitReached { limit } => problem.field = Some((*limit).to_owned()),
        Denial::NotClosed { permission } | Denial::TeamOnly { permission } => {
            problem.missing = Some(missing(*permission, Place::Team));
        }
        _ => {}
    }
    problem
}

#[cfg(test)]
mod tests {
    use super::*;
    use roster_core::BuiltInRole;

    #[test]
    fn a_grant_goes_round() {
        let grant = Grant { holds: Holds::Role(BuiltInRole::Editor), until: Some(Timestamp(5)) };
        assert_eq!(super::grant(&placed(Place::Team, &grant)), Ok((Place::Team, grant)));
        let custom = Grant::custom(BuiltInRole::Writer.set());
        let project = Place::Project(roster_core::id::ProjectId(7));
        assert_eq!(super::grant(&placed(project, &custom)), Ok((project, custom)));
    }

    #[test]
    fn both_or_unknown_are_refused() {
        let mut both = placed(Place::Team, &Grant::role(BuiltInRole::Viewer));
        both.permissions = Some(vec![]);
        assert_eq!(edit(&both), Err(Fault::BadValue));
        let unknown =
            PlacedGrant { project: None, role: Some("owner".to_owned()), permissions: None, until: None };
        assert_eq!(edit(&unknown), Err(Fault::BadValue));
    }

    #[test]
    fn what_is_hidden_is_what_is_not_there() {
        assert_eq!(problem(&Denial::NotFound, false), Fault::NotFound.problem());
    }

    #[test]
    fn prices_are_for_the_owner_alone() {
        let full = Denial::SeatsFull { needed_cap: 2, total_cents: 1_600 };
        assert_eq!(problem(&full, true).total_cents, Some(1_600));
        assert_eq!(problem(&full, false).total_cents, None);
    }
}
