//! Who asks, what exists for them, and what they lack: the checks that every team command begins with.

use crate::access::{Grant, Place, Standing};
use crate::command::{Asker, Edit};
use crate::denial::Denial;
use crate::facts::{Actor, Facts};
use crate::generated::catalogue::Permission;
use crate::id::{PersonId, ProjectId, TeamId};
use crate::model::{Member, Person, Project, Proof, Session, Team};
use crate::time::Timestamp;

use super::act::Act;
use super::giving::Giver;

/// A signed-in person with a standing in the team that the command speaks of.
pub struct Asking<'a> {
    pub facts: &'a Facts,
    pub team: &'a Team,
    pub person: &'a Person,
    pub session: Session,
    pub standing: Standing<'a>,
    pub now: Timestamp,
}

impl<'a> Asking<'a> {
    /// Who asks. For an outsider the team does not exist (invariant 10).
    pub fn new(facts: &'a Facts, team: TeamId, asker: Asker, now: Timestamp) -> Result<Self, Denial> {
        let Actor::Person(_, session) = facts.actor(asker, now) else {
            return Err(Denial::SignInNeeded);
        };
        let person = facts.signed_in(asker, now)?;
        let team = facts.team(team)?;
        match facts.standing(team.id, person.id, now) {
            Standing::Outsider => Err(Denial::NotFound),
            standing @ (Standing::Owner | Standing::Member(_)) => {
                Ok(Self { facts, team, person, session, standing, now })
            }
        }
    }

    /// Begins to carry the command out.
    pub fn act(&self) -> Act<'a> {
        Act::new(self.facts, self.team, Some(self.person.id), self.now)
    }

    /// Whether they are the owner.
    pub const fn is_owner(&self) -> bool {
        matches!(self.standing, Standing::Owner)
    }

    /// Only the owner may.
    pub const fn require_owner(&self) -> Result<(), Denial> {
        if self.is_owner() { Ok(()) } else { Err(Denial::OwnerOnly) }
    }

    /// An account made by an invitation's mail asks for a code first, before what is the owner's alone.
    pub fn require_code(&self) -> Result<(), Denial> {
        match self.session.proof {
            Proof::Code => Ok(()),
            Proof::Invitation => Err(Denial::CodeNeeded),
        }
    }

    /// A project of the team that exists for them.
    pub fn project(&self, project: ProjectId) -> Result<&'a Project, Denial> {
        let found = self.facts.projects.get(&project).filter(|found| found.team == self.team.id);
        let seen = self.standing.sees(Place::Project(project), self.now);
        found.filter(|_| seen).ok_or(Denial::NotFound)
    }

    /// The place is there, for them.
    pub fn see(&self, place: Place) -> Result<(), Denial> {
        match place {
            Place::Team => Ok(()),
            Place::Project(project) => self.project(project).map(|_| ()),
        }
    }

    /// They hold the checkmark at the place. Where nothing exists for them, nothing is missing either.
    pub fn require(&self, permission: Permission, place: Place) -> Result<(), Denial> {
        self.giver().require(permission, place)
    }

    /// They, as somebody who gives access.
    pub const fn giver(&self) -> Giver<'a> {
        Giver { standing: self.standing, now: self.now }
    }

    /// Grants as they are given now: each role of the team's own is one, and is there.
    pub fn places(&self, places: &[(Place, Grant)]) -> Result<Vec<(Place, Grant)>, Denial> {
        let now = |(place, grant): &(Place, Grant)| Ok((*place, self.facts.given_now(self.team.id, *grant)?));
        places.iter().map(now).collect()
    }

    /// Edits, in the same way.
    pub fn edits(&self, edits: &[Edit]) -> Result<Vec<Edit>, Denial> {
        let now = |(place, grant): &Edit| {
            let grant = grant.map(|grant| self.facts.given_now(self.team.id, grant));
            Ok((*place, grant.transpose()?))
        };
        edits.iter().map(now).collect()
    }

    /// Somebody else in the team, who is not its owner.
    pub fn other_member(&self, person: PersonId) -> Result<&'a Member, Denial> {
        if person == self.person.id {
            return Err(Denial::OwnAccess);
        }
        if person == self.team.owner {
            return Err(Denial::OwnerUntouchable);
        }
        let member = self.facts.members.get(&(self.team.id, person));
        member.filter(|member| member.is_active() && !member.gone).ok_or(Denial::NotMember)
    }

    /// Their own membership, which the owner cannot give up.
    pub fn own_member(&self) -> Result<&'a Member, Denial> {
        if self.is_owner() {
            return Err(Denial::OwnerUntouchable);
        }
        self.facts.members.get(&(self.team.id, self.person.id)).ok_or(Denial::NotFound)
    }
}
