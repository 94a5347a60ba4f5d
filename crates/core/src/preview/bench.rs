//! Facts laid out for one decision from what a page knows: a session, a team, two members and their projects.
//! What a page cannot know (plan and seats, for all but the owner) is laid out so that it refuses nothing.

use super::{AccessAsk, Given, Money, Who};
use crate::access::{Access, Place, Standing};
use crate::change::Decision;
use crate::command::{Asker, Command};
use crate::denial::Denial;
use crate::email::Address;
use crate::facts::Facts;
use crate::generated::catalogue::Plan;
use crate::id::{PersonId, ProjectId, SessionId, TeamId};
use crate::limits::SESSION_MILLIS;
use crate::model::{Digest, Member, MemberState, Person, Project, Proof, Seats, Session, Team};
use crate::seats::takes_seat;
use crate::text::Name;
use crate::time::Timestamp;

const DIGEST: Digest = Digest([0; 32]);
/// Stands for the owner where a page does not say who it is.
const SOMEBODY: PersonId = PersonId(u64::MAX);

/// The facts of one decision.
pub struct Bench {
    facts: Facts,
    team: TeamId,
}

impl Bench {
    /// A team with the actor and the member of `ask`.
    pub fn of_access(ask: &AccessAsk<'_>, now: Timestamp) -> Self {
        let owner = [ask.actor, ask.member].into_iter().find(|who| matches!(who.standing, Standing::Owner));
        let money = ask.money.unwrap_or(Money { plan: Plan::Start, cap: 0, seats: Seats::default() });
        let mut bench =
            Self::of_team(ask.team, owner.map_or(SOMEBODY, |who| who.person), ask.actor.person, money, now);
        bench.add_member(ask.actor, now);
        bench.add_member(ask.member, now);
        ask.edits.iter().for_each(|(place, _)| bench.add_place(*place, now));
        ask.gives.iter().for_each(|given| bench.add_given(given));
        bench
    }

    /// A team whose owner asks.
    pub fn of_owner(money: Money, now: Timestamp) -> Self {
        let mut bench = Self::of_team(TeamId(0), SOMEBODY, SOMEBODY, money, now);
        bench.add_member(Who { person: SOMEBODY, standing: Standing::Owner }, now);
        bench
    }

    fn of_team(team: TeamId, owner: PersonId, asker: PersonId, money: Money, now: Timestamp) -> Self {
        let mut facts = Facts::default();
        let seats = match money.plan {
            // Nothing is known to refuse: some seats are in use, so that freeing one counts down from somewhere.
            Plan::Start => Seats { taken: money.seats.taken.max(1), reserved: money.seats.reserved.max(1) },
            Plan::Plus | Plan::Pro => money.seats,
        };
        if let Ok(name) = Name::parse("team") {
            let team = Team {
                id: team,
                name,
                owner,
                plan: money.plan,
                cap: money.cap,
                seats,
                members: 2,
                projects: 0,
                version: 0,
                epoch: 0,
                created_at: now,
            };
            facts.teams.insert(team.id, team);
        }
        let session = Session {
            id: SessionId(0),
            digest: DIGEST,
            person: asker,
            proof: Proof::Code,
            created_at: now,
            expires_at: now.plus(SESSION_MILLIS),
            ended_at: None,
        };
        facts.sessions.insert(DIGEST, session);
        Self { facts, team }
    }

    fn add_member(&mut self, who: Who<'_>, now: Timestamp) {
        let access = match who.standing {
            Standing::Outsider => return,
            Standing::Owner => Access::default(),
            Standing::Member(access) => access.clone(),
        };
        if let Ok(name) = Name::parse("member") {
            let address = Address::stored(format!("{}@member.invalid", who.person));
            let person = Person {
                id: who.person,
                address,
                name,
                merged_into: None,
                owns: 0,
                version: 0,
                created_at: now,
            };
            self.facts.people.insert(who.person, person);
        }
        access.grants().for_each(|(place, _)| self.add_place(place, now));
        let member = Member {
            team: self.team,
            person: who.person,
            state: MemberState::Active,
            seat: takes_seat(&access, now),
            next_end: access.next_change(now),
            access,
            barred: false,
            stamp: 0,
            joined_at: now,
        };
        self.facts.members.insert((self.team, who.person), member);
    }

    fn add_place(&mut self, place: Place, now: Timestamp) {
        match place {
            Place::Team => {}
            Place::Project(project) => self.add_project(project, now),
        }
    }

    fn add_project(&mut self, id: ProjectId, now: Timestamp) {
        if let Ok(name) = Name::parse("project") {
            let project = Project { id, team: self.team, name, archived_at: None, created_at: now };
            self.facts.projects.insert(id, project);
        }
    }

    fn add_given(&mut self, given: &Given) {
        match given {
            Given::Invitation(invitation) => {
                self.facts.invitations.insert(invitation.id, invitation.clone());
            }
            Given::Link(link) => {
                self.facts.links.insert(link.id, link.clone());
            }
        }
    }

    /// What the edge would decide over these facts.
    pub fn decide(&self, command: &Command, now: Timestamp) -> Result<Decision, Denial> {
        crate::decide(command, &self.facts, Asker::Session(DIGEST), now)
    }

    /// The same for a change of plan and cap.
    pub fn decide_plan(&self, plan: Plan, cap: u32, now: Timestamp) -> Result<Decision, Denial> {
        self.decide(&Command::ChangePlan { team: self.team, plan, cap }, now)
    }
}
