//! The rules of RULES.md as tests, one file for each noun. A small world stands in for the database: each command is
//! decided over what its needs would read, compared with a decision over everything, and every counter is counted.

mod access;
mod account;
mod ask;
mod concern;
mod ending;
mod handover;
mod image;
mod invite;
mod inviting;
mod join;
mod link;
mod merge;
mod plan;
mod post;
mod project;
mod read;
mod redeem;
mod removal;
mod role;
mod sign_in;
mod sweep;
mod team;
mod transfer;

use crate::access::{Access, Grant, Place};
use crate::change::{Answer, Change, Decision, HistoryKind, Mail, Recipient, Template};
use crate::command::{Asker, Command, Edit, NewSession, Newcomer};
use crate::denial::Denial;
use crate::email::Address;
use crate::facts::Facts;
use crate::generated::catalogue::{BuiltInRole, Permission, Plan};
use crate::id::{InvitationId, LinkId, PersonId, ProjectId, SessionId, TeamId};
use crate::model::{
    Digest, Invitation, InviteLink, Language, Member, MemberState, Person, Proof, Session, Shown, Team,
};
use crate::permission::PermissionSet;
use crate::seats;
use crate::text::Name;
use crate::time::{DAY, Timestamp};

use super::sign_in::{new_person, new_session};

pub const TEAM: TeamId = TeamId(1);
pub const OWNER: u64 = 1;
pub const ANA: u64 = 2;
pub const TOMAS: u64 = 3;
pub const EVA: u64 = 4;
pub const STRANGER: u64 = 9;
pub const P1: Place = Place::Project(ProjectId(1));
pub const P2: Place = Place::Project(ProjectId(2));
pub const START: Timestamp = Timestamp(100 * DAY);

pub fn address(id: u64) -> Address {
    Address::stored(format!("p{id}@example.com"))
}

pub fn role(role: BuiltInRole) -> Grant {
    Grant::role(role)
}

pub fn custom(permissions: &[Permission]) -> Grant {
    Grant::custom(permissions.iter().copied().collect::<PermissionSet>())
}

pub fn newcomer(id: u64) -> Newcomer {
    let session = NewSession { id: SessionId(id), digest: digest(id) };
    Newcomer { person: PersonId(id), session, language: Language::English }
}

fn digest(id: u64) -> Digest {
    Digest([u8::try_from(id % 251).unwrap(); 32])
}

pub fn missing<T>(permission: Permission, place: Place) -> Result<T, Denial> {
    Err(Denial::Missing { permission, place })
}

pub fn not_held<T>(permission: Permission, place: Place) -> Result<T, Denial> {
    Err(Denial::NotHeld { permission, place })
}

/// A team of the owner with two projects, and people outside of it.
pub struct World {
    pub facts: Facts,
    pub now: Timestamp,
    pub last: Vec<Change>,
    next_id: u64,
}

impl World {
    pub fn new() -> Self {
        let mut world = Self { facts: Facts::default(), now: START, last: Vec::new(), next_id: 1_000 };
        for id in [OWNER, ANA, TOMAS, EVA, STRANGER] {
            world.sign_up(id);
        }
        let name = |text: &str| Name::parse(text).unwrap();
        world.run(OWNER, Command::CreateTeam { team: TEAM, name: name("Atelier") }).unwrap();
        for id in [1, 2] {
            let project = ProjectId(id);
            world.run(OWNER, Command::CreateProject { team: TEAM, project, name: name("Site") }).unwrap();
        }
        world
    }

    /// With this plan and cap.
    pub fn on(plan: Plan, cap: u32) -> Self {
        let mut world = Self::new();
        world.run(OWNER, Command::ChangePlan { team: TEAM, plan, cap }).unwrap();
        world
    }

    /// Makes an account, signed in by a code.
    pub fn sign_up(&mut self, id: u64) {
        let person: Person = new_person(PersonId(id), &address(id), Language::English, self.now);
        let session: Session = new_session(newcomer(id).session, person.id, Proof::Code, self.now);
        self.facts.apply(&[Change::Person(person), Change::Session(session)]);
    }

    /// The person's session is of an invitation's mail.
    pub fn without_code(&mut self, id: u64) {
        self.facts.sessions.get_mut(&digest(id)).unwrap().proof = Proof::Invitation;
    }

    pub fn wait(&mut self, millis: i64) -> &mut Self {
        self.now = self.now.plus(millis);
        // Sessions outlive the test's waiting.
        self.facts.sessions.values_mut().for_each(|s| s.expires_at = self.now.plus(DAY));
        self
    }

    /// Decides over what the needs read, compares with all there is, applies, and counts.
    pub fn ask(&mut self, asker: Asker, command: &Command) -> Result<Answer, Denial> {
        let needs = super::needs(command, asker, self.now);
        let read = read::read(&self.facts, &needs);
        let decided = super::decide(command, &read, asker, self.now);
        // Numbers are counted when they are read, and stand nowhere.
        let all = Facts { loads: read.loads.clone(), ..self.facts.clone() };
        assert_eq!(decided, super::decide(command, &all, asker, self.now), "needs miss: {command:?}");
        let Decision { changes, answer } = decided?;
        self.facts.apply(&changes);
        self.last = changes;
        self.check();
        Ok(answer)
    }

    pub fn run(&mut self, who: u64, command: Command) -> Result<Answer, Denial> {
        self.ask(Asker::Session(digest(who)), &command)
    }

    /// Puts somebody into the team with this access.
    pub fn join(&mut self, id: u64, access: Access) -> &mut Self {
        let team = self.facts.teams.get_mut(&TEAM).unwrap();
        let seat = seats::takes_seat(&access, self.now);
        team.members = team.members.saturating_add(1);
        team.seats.taken = team.seats.taken.saturating_add(u32::from(seat));
        let member = Member {
            team: TEAM,
            person: PersonId(id),
            state: MemberState::Active,
            next_end: access.next_change(self.now),
            access,
            seat,
            barred: false,
            stamp: team.version,
            joined_at: self.now,
            gone: false,
        };
        self.facts.apply(&[Change::Member(member)]);
        self.check();
        self
    }

    /// Puts somebody into the team with a grant at one place.
    pub fn with(&mut self, id: u64, place: Place, grant: Grant) -> &mut Self {
        self.join(id, Access::default().with(place, Some(grant)))
    }

    pub fn team(&self) -> &Team {
        &self.facts.teams[&TEAM]
    }

    pub fn member(&self, id: u64) -> &Member {
        &self.facts.members[&(TEAM, PersonId(id))]
    }

    pub fn held(&self, id: u64, place: Place) -> PermissionSet {
        self.facts.standing(TEAM, PersonId(id), self.now).held_at(place, self.now)
    }

    pub fn invitation(&self, id: InvitationId) -> &Invitation {
        &self.facts.invitations[&id]
    }

    pub fn link(&self, id: LinkId) -> &InviteLink {
        &self.facts.links[&id]
    }

    pub fn fresh(&mut self) -> u64 {
        self.next_id = self.next_id.saturating_add(1);
        self.next_id
    }

    /// Invites somebody's address, with the cap that the owner confirmed.
    pub fn invite_paying(
        &mut self,
        who: u64,
        whom: u64,
        places: &[(Place, Grant)],
        raise_cap: Option<u32>,
    ) -> Result<Answer, Denial> {
        let (invitation, places) = (InvitationId(self.fresh()), places.to_vec());
        self.run(who, Command::Invite { team: TEAM, invitation, address: address(whom), places, raise_cap })
    }

    pub fn invite(&mut self, who: u64, whom: u64, place: Place, grant: Grant) -> Result<Answer, Denial> {
        self.invite_paying(who, whom, &[(place, grant)], None)
    }

    /// Invites, and names the invitation.
    pub fn invited(&mut self, who: u64, whom: u64, place: Place, grant: Grant) -> InvitationId {
        match self.invite(who, whom, place, grant) {
            Ok(Answer::Invited { invitation, .. }) => invitation,
            other => panic!("not invited: {other:?}"),
        }
    }

    /// What the page says to them of merging.
    pub fn shown(&self, who: u64, team: TeamId) -> Shown {
        super::would_show(&self.facts, team, Asker::Session(digest(who)), self.now)
    }

    /// Accepts from the list after sign-in.
    pub fn accept(&mut self, who: u64, invitation: InvitationId) -> Result<Answer, Denial> {
        let newcomer = newcomer(who);
        let shown = self.shown(who, TEAM);
        self.run(who, Command::Accept { team: TEAM, invitation, counter: None, newcomer, shown })
    }

    pub fn change(&mut self, who: u64, whom: u64, edits: &[Edit]) -> Result<Answer, Denial> {
        let (person, edits) = (PersonId(whom), edits.to_vec());
        self.run(who, Command::ChangeAccess { team: TEAM, person, edits, raise_cap: None })
    }

    pub fn remove(&mut self, who: u64, whom: u64) -> Result<Answer, Denial> {
        self.run(who, Command::Remove { team: TEAM, person: PersonId(whom) })
    }

    pub fn sweep(&mut self) -> Result<Answer, Denial> {
        self.ask(Asker::Clock, &Command::Sweep { team: TEAM })
    }

    /// The mails that the last command owes.
    pub fn mails(&self) -> Vec<&Mail> {
        self.last
            .iter()
            .filter_map(|row| if let Change::Mail(mail) = row { Some(mail) } else { None })
            .collect()
    }

    /// Whether the last command owes somebody this mail.
    pub fn told(&self, id: u64, template: Template) -> bool {
        let to = Recipient::Person(PersonId(id));
        self.mails().iter().any(|mail| mail.to == to && mail.template == template)
    }

    /// What the last command's lines of history tell.
    pub fn history(&self) -> Vec<HistoryKind> {
        let kind = |change: &Change| if let Change::History(line) = change { Some(line.kind) } else { None };
        self.last.iter().filter_map(kind).collect()
    }

    /// Every invariant that needs no server.
    fn check(&self) {
        for team in self.facts.teams.values() {
            let members = || self.facts.members.values().filter(|m| m.team == team.id);
            let count = |n: usize| u32::try_from(n).unwrap();
            assert_eq!(team.members, count(members().filter(|m| m.is_active()).count()));
            assert_eq!(team.seats.taken, count(members().filter(|m| m.seat).count()));
            let invitations = || self.facts.invitations.values().filter(|i| i.team == team.id);
            assert_eq!(team.seats.reserved, count(invitations().filter(|i| i.seat).count()));
            let limit = team.seat_limit().unwrap_or(u32::MAX);
            assert!(super::seat::in_use(team) <= limit, "more seats than the cap");
            let owner = &self.facts.members[&(team.id, team.owner)];
            assert!(owner.is_active() && owner.access == Access::default() && !owner.seat);
            let unseated = |m: &Member| m.is_active() && seats::takes_seat(&m.access, self.now) && !m.seat;
            assert!(!members().any(|m| m.person != team.owner && unseated(m)), "a member without a seat");
            let mut pending: Vec<_> = invitations().filter(|i| i.is_pending()).map(|i| &i.address).collect();
            let all = pending.len();
            pending.sort();
            pending.dedup();
            assert_eq!(pending.len(), all, "two pending for one address");
        }
    }
}
