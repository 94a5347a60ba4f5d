//! What was read: the few rows that the commands of one group speak of. A missing row means that there is none.

use crate::table::Table;

use crate::access::{Grant, Holds, Place, RoleKey, Standing};
use crate::change::{Change, Tally, TallyKey};
use crate::command::Asker;
use crate::denial::Denial;
use crate::email::Address;
use crate::id::{
    AskId, ChallengeId, HandoverId, ImageId, InvitationId, LinkId, PersonId, PostId, ProjectId, RoleId,
    TeamId,
};
use crate::model::{
    Ask, AskState, Challenge, Digest, Handover, Image, Invitation, InviteLink, Load, Member, Move, Person,
    Post, Project, Role, Session, Team,
};
use crate::time::Timestamp;

/// The rows that were read, and those that decisions of the same group have written since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Teams.
    pub teams: Table<TeamId, Team>,
    /// People.
    pub people: Table<PersonId, Person>,
    /// Roles of a team's own.
    pub roles: Table<RoleId, Role>,
    /// Members, with their access.
    pub members: Table<(TeamId, PersonId), Member>,
    /// Projects.
    pub projects: Table<ProjectId, Project>,
    /// Invitations.
    pub invitations: Table<InvitationId, Invitation>,
    /// Invite links.
    pub links: Table<LinkId, InviteLink>,
    /// Asks for access.
    pub asks: Table<AskId, Ask>,
    /// Offers of projects.
    pub handovers: Table<HandoverId, Handover>,
    /// What hangs on projects, in numbers.
    pub loads: Table<ProjectId, Load>,
    /// Posts.
    pub posts: Table<PostId, Post>,
    /// Images.
    pub images: Table<ImageId, Image>,
    /// Sessions, by the digest of their secret.
    pub sessions: Table<Digest, Session>,
    /// Challenges.
    pub challenges: Table<ChallengeId, Challenge>,
    /// Counters, by key and day.
    pub tallies: Table<(TallyKey, i64), Tally>,
}

/// Who asks, once the facts are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in person, by this session.
    Person(PersonId, Session),
    /// Somebody who is not signed in.
    Nobody,
    /// Time itself.
    Clock,
}

impl Facts {
    /// The team, unless it is deleted.
    ///
    /// # Errors
    /// [`Denial::NotFound`] when there is none, or none any more.
    pub fn team(&self, team: TeamId) -> Result<&Team, Denial> {
        self.teams.get(&team).filter(|team| team.deleted_at.is_none()).ok_or(Denial::NotFound)
    }

    /// Who asks. A session that is over is nobody.
    #[must_use]
    pub fn actor(&self, asker: Asker, now: Timestamp) -> Actor {
        match asker {
            Asker::Nobody => Actor::Nobody,
            Asker::Clock => Actor::Clock,
            Asker::Session(digest) => match self.sessions.get(&digest) {
                Some(session) if session.is_live(now) => Actor::Person(session.person, *session),
                Some(_) | None => Actor::Nobody,
            },
        }
    }

    /// The signed-in person who asks.
    ///
    /// # Errors
    /// [`Denial::SignInNeeded`] when nobody is signed in.
    pub fn signed_in(&self, asker: Asker, now: Timestamp) -> Result<&Person, Denial> {
        match self.actor(asker, now) {
            Actor::Person(person, _) => self.people.get(&person).ok_or(Denial::SignInNeeded),
            Actor::Nobody | Actor::Clock => Err(Denial::SignInNeeded),
        }
    }

    /// What a person is in a team. An ended membership, one of a deleted account, and one out of reach by a merge, is
    /// no standing.
    #[must_use]
    pub fn standing(&self, team: TeamId, person: PersonId, now: Timestamp) -> Standing<'_> {
        match (self.team(team).ok(), self.members.get(&(team, person))) {
            (Some(team), Some(member)) if member.is_active() && !member.gone => {
                if team.owner != person {
                    Standing::Member(&member.access)
                } else if self.is_parked(team, now) {
                    Standing::Outsider
                } else {
                    Standing::Owner
                }
            }
            _ => Standing::Outsider,
        }
    }

    /// Whether the team is out of its owner's reach, since their account is merged into another one (I6).
    #[must_use]
    pub fn is_parked(&self, team: &Team, now: Timestamp) -> bool {
        let owner = self.people.get(&team.owner);
        owner.and_then(|owner| owner.merged_into(now)).is_some_and(|into| into != team.id)
    }

    /// The person with this address.
    #[must_use]
    pub fn person_at(&self, address: &Address) -> Option<&Person> {
        self.people.values().find(|person| person.address == *address)
    }

    /// What somebody holds who is given this role now.
    ///
    /// # Errors
    /// [`Denial::NoSuchRole`] when the team has no such role, or none any more.
    pub fn holds_of(&self, team: TeamId, role: RoleKey) -> Result<Holds, Denial> {
        match role {
            RoleKey::BuiltIn(role) => Ok(Holds::Role(role)),
            RoleKey::Own(id) => {
                let found = self.roles.get(&id).filter(|role| role.team == team && role.is_living());
                found.map(Role::holds).ok_or(Denial::NoSuchRole)
            }
        }
    }

    /// The grant as it is given now: a role of the team's own with what it holds.
    ///
    /// # Errors
    /// As [`Self::holds_of`].
    pub fn given_now(&self, team: TeamId, grant: Grant) -> Result<Grant, Denial> {
        let Some(role) = grant.holds.role() else { return Ok(grant) };
        Ok(Grant { holds: self.holds_of(team, role)?, ..grant })
    }

    /// The pending invitation of a team to this address, expired or not.
    #[must_use]
    pub fn pending_to(&self, team: TeamId, address: &Address) -> Option<&Invitation> {
        self.invitations.values().find(|i| i.team == team && i.is_pending() && i.address == *address)
    }

    /// These facts after `changes`, so that the next command of a group is decided over the same read.
    pub fn apply(&mut self, changes: &[Change]) {
        for change in changes {
            self.apply_one(change.clone());
        }
    }

    /// The memberships of a deleted account give nothing from then on.
    fn put_person(&mut self, person: Person) {
        if person.address.is_gone() {
            for member in self.members.values_mut().filter(|member| member.person == person.id) {
                member.gone = true;
            }
        }
        self.people.insert(person.id, person);
    }

    fn apply_one(&mut self, change: Change) {
        match change {
            Change::Team(team) => drop(self.teams.insert(team.id, team)),
            Change::Person(person) => self.put_person(person),
            Change::Role(role) => self.follow(role),
            Change::Member(member) => drop(self.members.insert((member.team, member.person), member)),
            Change::Project(project) => drop(self.projects.insert(project.id, project)),
            Change::Invitation(invitation) => drop(self.invitations.insert(invitation.id, invitation)),
            Change::Link(link) => drop(self.links.insert(link.id, link)),
            Change::Ask(ask) => drop(self.asks.insert(ask.id, ask)),
            Change::Handover(handover) => drop(self.handovers.insert(handover.id, handover)),
            Change::Move(the) => self.move_project(the),
            Change::Post(post) => drop(self.posts.insert(post.id, post)),
            Change::Image(image) => drop(self.images.insert(image.id, image)),
            Change::Session(session) => drop(self.sessions.insert(session.digest, session)),
            Change::EndSessions { person, at } => self.end_sessions(person, at),
            Change::Challenge(challenge) => drop(self.challenges.insert(challenge.id, challenge)),
            Change::Tally(tally) => drop(self.tallies.insert((tally.key.clone(), tally.day), tally)),
            Change::History(_) | Change::Mail(_) => {}
        }
    }

    /// A role changed or is replaced: all that follows it holds what it holds now.
    fn follow(&mut self, role: Role) {
        let holds = role.holds();
        for member in self.members.values_mut() {
            let access = core::mem::take(&mut member.access);
            member.access = access.following(role.id, holds);
        }
        for place in self.invitations.values_mut().flat_map(|invitation| &mut invitation.places) {
            place.grant.holds = place.grant.holds.following(role.id, holds);
        }
        for link in self.links.values_mut() {
            link.role = link.role.following(role.id, holds);
        }
        for other in self.roles.values_mut() {
            if let Some((to, _)) = &mut other.replaced
                && *to == RoleKey::Own(role.id)
            {
                *to = holds.role().unwrap_or(*to);
                other.set = role.set;
            }
        }
        self.roles.insert(role.id, role);
    }

    /// All that hangs on a project goes with it, or ends.
    fn move_project(&mut self, Move { project, from, into, at }: Move) {
        let place = Place::Project(project);
        for post in self.posts.values_mut().filter(|post| post.project == project) {
            post.team = into;
        }
        for image in self.images.values_mut().filter(|image| image.team == from && image.place == place) {
            image.team = into;
        }
        for member in self.members.values_mut().filter(|member| member.team == from) {
            member.access.projects.remove(&project);
        }
        for ask in self.asks.values_mut().filter(|ask| ask.place == place && ask.is_open()) {
            ask.state = AskState::Closed { at };
        }
        self.links.retain(|_, link| link.place != place);
    }

    fn end_sessions(&mut self, person: PersonId, at: Timestamp) {
        for session in self.sessions.values_mut().filter(|s| s.person == person && s.ended_at.is_none()) {
            session.ended_at = Some(at);
        }
    }
}
