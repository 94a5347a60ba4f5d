//! All rows there are, and a naive reader of needs by full scan: what a need does not name, a decision cannot see.

use std::collections::BTreeMap;

use roster_core::access::{Place, RoleKey};
use roster_core::change::{Change, TallyKey};
use roster_core::email::Address;
use roster_core::id::{InvitationId, LinkId, PersonId, ProjectId, RoleId, TeamId};
use roster_core::model::{Ask, Challenge, Digest, Invitation, InviteLink, Member, Person, Role, Sender};
use roster_core::needs::Whose;
use roster_core::{Facts, Need, Timestamp};

use super::handover;

/// Everything that is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct World {
    /// All rows that decisions can read.
    pub rows: Facts,
    /// How many lines of history there are, by team.
    pub history: BTreeMap<TeamId, usize>,
    /// How many mails were ever owed.
    pub mails: usize,
}

impl World {
    /// Writes what a decision changes.
    pub fn apply(&mut self, changes: &[Change]) {
        self.rows.apply(changes);
        for change in changes {
            match change {
                Change::History(line) => *self.history.entry(line.team).or_default() += 1,
                Change::Mail(_) => self.mails += 1,
                _ => {}
            }
        }
    }

    /// The rows that `needs` name, and no others.
    pub fn pick(&self, needs: &[Need]) -> Facts {
        let mut picked = Picked { all: &self.rows, facts: Facts::default() };
        needs.iter().for_each(|need| picked.need(need));
        picked.facts
    }
}

struct Picked<'a> {
    all: &'a Facts,
    facts: Facts,
}

impl Picked<'_> {
    fn need(&mut self, need: &Need) {
        match need {
            Need::Session(digest) => self.session(*digest),
            Need::Standing(team, digest) => self.standing(*team, *digest),
            Need::Team(team) => self.team(*team),
            Need::Owner(team) => {
                self.team(*team);
                if let Some(owner) = self.all.teams.get(team).map(|team| team.owner) {
                    self.person(owner);
                }
            }
            Need::Owned(digest) => {
                let asker = self.asker(*digest);
                for team in self.all.teams.values().filter(|team| Some(team.owner) == asker) {
                    self.facts.teams.insert(team.id, team.clone());
                }
            }
            Need::Member(team, person) => {
                if self.all.members.contains_key(&(*team, *person)) {
                    self.person(*person);
                }
                self.member(*team, *person);
            }
            Need::MemberByAddress(team, address) => self.member_by_address(*team, address),
            Need::PersonByAddress(address) => self.person_by_address(address),
            Need::Project(team, project) => self.project(*team, *project),
            Need::Invitation(team, invitation) => {
                if let Some(found) = self.invitation(*team, *invitation) {
                    self.facts.invitations.insert(found.id, found);
                }
            }
            Need::InvitationSenders(team, invitation) => {
                if let Some(found) = self.invitation(*team, *invitation) {
                    self.senders(&found);
                }
            }
            Need::Invitee(team, invitation) => {
                if let Some(found) = self.invitation(*team, *invitation) {
                    self.member_by_address(*team, &found.address);
                }
            }
            Need::InvitationTo(team, address) => self.invitation_to(*team, address),
            Need::InvitationToPerson(team, person) => {
                if let Some(person) = self.all.people.get(person) {
                    self.invitation_to(*team, &person.address);
                }
            }
            Need::Shared(digest, person) => {
                if let Some(me) = self.asker(*digest) {
                    self.shared(me, *person);
                }
            }
            Need::MailsToPerson(person, day) => {
                if let Some(person) = self.all.people.get(person) {
                    self.tally(TallyKey::MailsTo(person.address.clone()), *day);
                }
            }
            Need::InvitationToAsker(team, digest) => self.invitation_to_asker(*team, *digest),
            Need::Link(team, link) => self.link(*team, *link),
            Need::LinkAt(team, place, role) => self.link_at(*team, *place, *role),
            Need::Role(team, role) => {
                if let Some(found) = self.all.roles.get(role).filter(|found| found.team == *team) {
                    self.facts.roles.insert(found.id, found.clone());
                }
            }
            Need::Roles(team) => {
                let living = |role: &&Role| role.team == *team && role.replaced.is_none();
                let roles = self.all.roles.values().filter(living);
                self.facts.roles.extend(roles.map(|role| (role.id, role.clone())));
            }
            Need::RoleHolders(team, role) => {
                for person in self.holders(*team, *role) {
                    self.member(*team, person);
                }
            }
            Need::GivenByHolders(team, role) => {
                for person in self.holders(*team, *role) {
                    self.given(*team, person);
                }
            }
            Need::RoleWays(team, role) => self.role_ways(*team, *role),
            Need::LinksBeside(team, role, other) => {
                for place in self.links_to(*team, RoleKey::Own(*role)).into_iter().map(|link| link.place) {
                    self.link_at(*team, place, *other);
                }
            }
            Need::Given(team, person) => self.given(*team, *person),
            Need::GivenByAsker(team, digest) => {
                if let Some(person) = self.asker(*digest) {
                    self.given(*team, person);
                }
            }
            Need::GivenByInvitee(team, invitation) => {
                let invitee = self.invitation(*team, *invitation).and_then(|i| self.at_address(&i.address));
                if let Some(person) = invitee {
                    self.given(*team, person.id);
                }
            }
            Need::GivenByAddress(team, address) => {
                if let Some(person) = self.at_address(address) {
                    self.given(*team, person.id);
                }
            }
            Need::InvitationToMember(team, person) => drop(self.pending_to(*team, *person)),
            Need::DueSeats(team, now, rows) => {
                self.due(*team, *now, *rows, |member| member.seat);
                self.expired(*team, *now, *rows);
            }
            Need::Due(team, now, rows) => {
                self.due(*team, *now, *rows, |_| true);
                self.expired(*team, *now, *rows);
            }
            Need::Ask(team, id) => {
                if let Some(found) = self.all.asks.get(id).filter(|found| found.team == *team) {
                    self.asks(*team, found.person, |ask| ask.is_open() || ask.id == *id);
                    self.person(found.person);
                    self.member(*team, found.person);
                    if let Place::Project(project) = found.place {
                        self.project(*team, project);
                    }
                }
            }
            Need::OpenAsks(team, whose) => {
                let person = match whose {
                    Whose::Person(person) => Some(*person),
                    Whose::Asker(digest) => self.asker(*digest),
                    Whose::Address(address) => self.at_address(address).map(|person| person.id),
                };
                if let Some(person) = person {
                    self.asks(*team, person, Ask::is_open);
                }
            }
            Need::AsksSince(team, digest, since) => {
                if let Some(person) = self.asker(*digest) {
                    self.asks(*team, person, |ask| ask.asked_at > *since);
                }
            }
            Need::Granters(team, _) => {
                let ours = |(of, _): &&(TeamId, PersonId)| of == team;
                let all: Vec<_> = self.all.members.keys().filter(ours).copied().collect();
                all.into_iter().for_each(|(team, person)| self.member(team, person));
            }
            Need::Handover(..)
            | Need::OpenHandover(..)
            | Need::Load(..)
            | Need::OfferedLoad(..)
            | Need::OfferedPeople(..)
            | Need::OfferedInvitations(..) => handover::pick(self.all, need, &mut self.facts),
            Need::Post(team, post) => {
                if let Some(found) = self.all.posts.get(post).filter(|found| found.team == *team) {
                    self.facts.posts.insert(found.id, found.clone());
                    self.project(*team, found.project);
                }
            }
            Need::PostAuthor(team, post) => {
                if let Some(found) = self.all.posts.get(post).filter(|found| found.team == *team) {
                    self.person(found.author);
                    self.member(*team, found.author);
                }
            }
            Need::Image(team, image) => {
                if let Some(found) = self.all.images.get(image).filter(|found| found.team == *team) {
                    self.facts.images.insert(found.id, found.clone());
                    if let Place::Project(project) = found.place {
                        self.project(*team, project);
                    }
                }
            }
            Need::SessionById(id) => {
                let found = self.all.sessions.values().find(|session| session.id == *id);
                self.facts.sessions.extend(found.map(|session| (session.digest, *session)));
            }
            Need::Challenge(id) => {
                if let Some(found) = self.all.challenges.get(id) {
                    self.facts.challenges.insert(*id, found.clone());
                }
            }
            Need::ChallengePerson(id) => {
                if let Some(found) = self.all.challenges.get(id) {
                    self.person_by_address(&found.address.clone());
                }
            }
            Need::ChallengeInvitations(id) => {
                for (&(team, who), member) in &self.all.members {
                    let theirs = |c: &&Challenge| c.person == Some(who) && member.is_active();
                    let address = self.all.challenges.get(id).filter(theirs).map(|c| &c.address);
                    if let Some(found) = address.and_then(|address| self.all.pending_to(team, address)) {
                        self.team(team);
                        self.member(team, who);
                        self.facts.invitations.insert(found.id, found.clone());
                    }
                }
            }
            Need::Tally(key, day) => self.tally(key.clone(), *day),
            Need::OwnTally(tally, digest, day) => {
                if let Some(person) = self.asker(*digest) {
                    self.tally(tally.of(person), *day);
                }
            }
            Need::MailsToInvitee(team, invitation, day) => {
                if let Some(found) = self.invitation(*team, *invitation) {
                    self.tally(TallyKey::MailsTo(found.address), *day);
                }
            }
            Need::MailsToRecipient(team, handover, day) => {
                let offer = self.all.handovers.get(handover).filter(|offer| offer.team == *team);
                if let Some(address) = offer.map(|offer| offer.address.clone()) {
                    self.tally(TallyKey::MailsTo(address), *day);
                }
            }
        }
    }

    fn asks(&mut self, team: TeamId, person: PersonId, wanted: impl Fn(&Ask) -> bool) {
        let theirs = |ask: &&Ask| ask.team == team && ask.person == person && wanted(ask);
        for ask in self.all.asks.values().filter(theirs) {
            self.facts.asks.insert(ask.id, ask.clone());
        }
    }

    fn tally(&mut self, key: TallyKey, day: i64) {
        let key = (key, day);
        if let Some(found) = self.all.tallies.get(&key) {
            self.facts.tallies.insert(key, found.clone());
        }
    }

    fn shared(&mut self, me: PersonId, person: PersonId) {
        let teams: Vec<TeamId> = self.all.teams.keys().copied().collect();
        for team in teams {
            let there = |who| self.all.members.contains_key(&(team, who));
            if there(me) && there(person) {
                self.team(team);
                self.person(me);
                self.person(person);
                self.member(team, me);
                self.member(team, person);
            }
        }
    }

    fn session(&mut self, digest: Digest) {
        if let Some(session) = self.all.sessions.get(&digest) {
            self.facts.sessions.insert(digest, *session);
            self.person(session.person);
        }
    }

    fn asker(&self, digest: Digest) -> Option<PersonId> {
        self.all.sessions.get(&digest).map(|session| session.person)
    }

    fn standing(&mut self, team: TeamId, digest: Digest) {
        if let Some(person) = self.asker(digest) {
            self.member(team, person);
        }
    }

    fn team(&mut self, team: TeamId) {
        if let Some(found) = self.all.teams.get(&team) {
            self.facts.teams.insert(team, found.clone());
        }
    }

    fn person(&mut self, person: PersonId) {
        if let Some(found) = self.all.people.get(&person) {
            self.facts.people.insert(person, found.clone());
        }
    }

    fn member(&mut self, team: TeamId, person: PersonId) {
        if let Some(found) = self.all.members.get(&(team, person)) {
            self.facts.members.insert((team, person), found.clone());
        }
    }

    fn at_address(&self, address: &Address) -> Option<Person> {
        self.all.people.values().find(|person| person.address == *address).cloned()
    }

    fn person_by_address(&mut self, address: &Address) {
        if let Some(person) = self.at_address(address) {
            self.facts.people.insert(person.id, person);
        }
    }

    fn member_by_address(&mut self, team: TeamId, address: &Address) {
        if let Some(person) = self.at_address(address) {
            self.member(team, person.id);
            self.facts.people.insert(person.id, person);
        }
    }

    fn project(&mut self, team: TeamId, project: ProjectId) {
        if let Some(found) = self.all.projects.get(&project).filter(|found| found.team == team) {
            self.facts.projects.insert(project, found.clone());
        }
    }

    fn invitation(&self, team: TeamId, id: InvitationId) -> Option<Invitation> {
        self.all.invitations.get(&id).filter(|found| found.team == team).cloned()
    }

    fn senders(&mut self, invitation: &Invitation) {
        for place in &invitation.places {
            self.sender(invitation.team, place.sender);
        }
    }

    fn sender(&mut self, team: TeamId, sender: Sender) {
        match sender {
            Sender::Team(_) => {}
            Sender::Member(person) => self.member(team, person),
        }
    }

    fn invitation_to(&mut self, team: TeamId, address: &Address) {
        let to = |i: &&Invitation| i.team == team && i.address == *address;
        let latest = self.all.invitations.values().filter(to).max_by_key(|i| (i.is_pending(), i.sent_at));
        if let Some(found) = latest {
            self.facts.invitations.insert(found.id, found.clone());
        }
    }

    fn invitation_to_asker(&mut self, team: TeamId, digest: Digest) {
        let asker = self.asker(digest);
        if let Some(found) = asker.and_then(|person| self.pending_to(team, person)) {
            self.senders(&found);
        }
    }

    fn pending_to(&mut self, team: TeamId, person: PersonId) -> Option<Invitation> {
        let found = self.all.pending_to(team, &self.all.people.get(&person)?.address)?.clone();
        self.facts.invitations.insert(found.id, found.clone());
        Some(found)
    }

    fn link(&mut self, team: TeamId, link: LinkId) {
        if let Some(found) = self.all.links.get(&link).filter(|found| found.team == team).cloned() {
            self.sender(team, found.sender);
            self.facts.links.insert(found.id, found);
        }
    }

    /// Few hold a role in these stories: the limits of the reads are looked at elsewhere.
    fn holders(&self, team: TeamId, role: RoleId) -> Vec<PersonId> {
        let own = Some(RoleKey::Own(role));
        let holds = |member: &&Member| {
            member.team == team && member.access.grants().any(|(_, grant)| grant.holds.role() == own)
        };
        self.all.members.values().filter(holds).map(|member| member.person).collect()
    }

    fn links_to(&self, team: TeamId, role: RoleKey) -> Vec<InviteLink> {
        let to = |link: &&InviteLink| link.team == team && link.role.role() == Some(role);
        self.all.links.values().filter(to).cloned().collect()
    }

    fn role_ways(&mut self, team: TeamId, role: RoleId) {
        let own = Some(RoleKey::Own(role));
        let gives = |i: &&Invitation| {
            i.team == team && i.is_pending() && i.places.iter().any(|place| place.grant.holds.role() == own)
        };
        for invitation in self.all.invitations.values().filter(gives) {
            self.senders(invitation);
            self.facts.invitations.insert(invitation.id, invitation.clone());
        }
        for link in self.links_to(team, RoleKey::Own(role)) {
            self.sender(team, link.sender);
            self.facts.links.insert(link.id, link);
        }
    }

    fn link_at(&mut self, team: TeamId, place: Place, role: RoleKey) {
        let there =
            |link: &&InviteLink| link.team == team && link.place == place && link.role.role() == Some(role);
        if let Some(found) = self.all.links.values().find(there) {
            self.facts.links.insert(found.id, found.clone());
        }
    }

    fn given(&mut self, team: TeamId, person: PersonId) {
        let by = |sender: Sender| sender == Sender::Member(person);
        for invitation in self.all.invitations.values().filter(|i| i.team == team && i.is_pending()) {
            if invitation.places.iter().any(|place| by(place.sender)) {
                self.facts.invitations.insert(invitation.id, invitation.clone());
            }
        }
        for link in self.all.links.values().filter(|link| link.team == team && by(link.sender)) {
            self.facts.links.insert(link.id, link.clone());
        }
    }

    fn due(&mut self, team: TeamId, now: Timestamp, rows: u32, wanted: impl Fn(&Member) -> bool) {
        let is_due = |member: &&Member| {
            member.team == team
                && member.is_active()
                && member.next_end.is_some_and(|end| end <= now)
                && wanted(member)
        };
        let mut due: Vec<&Member> = self.all.members.values().filter(is_due).collect();
        due.sort_by_key(|member| (member.next_end, member.person));
        for member in due.into_iter().take(rows as usize) {
            self.facts.members.insert((team, member.person), member.clone());
            self.person(member.person);
        }
    }

    fn expired(&mut self, team: TeamId, now: Timestamp, rows: u32) {
        let is_due = |i: &&Invitation| i.team == team && i.is_pending() && i.seat && i.has_expired(now);
        let mut due: Vec<&Invitation> = self.all.invitations.values().filter(is_due).collect();
        due.sort_by_key(|invitation| (invitation.expires_at, invitation.id));
        for invitation in due.into_iter().take(rows as usize) {
            self.facts.invitations.insert(invitation.id, invitation.clone());
        }
    }
}
