//! What a store would read for a list of needs, out of everything there is.

use crate::access::{Place, RoleKey};
use crate::change::{Change, TallyKey};
use crate::email::Address;
use crate::facts::Facts;
use crate::id::{InvitationId, PersonId, RoleId, TeamId};
use crate::limits::ROLE_HOLDERS;
use crate::model::{Ask, Digest, Invitation, Member, Sender};
use crate::needs::{Need, Whose};
use crate::time::Timestamp;

pub fn read(all: &Facts, needs: &[Need]) -> Facts {
    let mut reader = Reader { all, read: Facts::default() };
    needs.iter().for_each(|need| reader.need(need));
    reader.read
}

struct Reader<'a> {
    all: &'a Facts,
    read: Facts,
}

impl Reader<'_> {
    fn need(&mut self, need: &Need) {
        match need {
            Need::Session(digest) => {
                let session = self.all.sessions.get(digest).copied();
                self.keep(session.map(Change::Session));
                self.person(session.map(|s| s.person));
            }
            Need::Standing(team, digest) => self.membership(*team, self.of_session(*digest)),
            Need::Team(team) => self.keep(self.all.teams.get(team).cloned().map(Change::Team)),
            Need::Owner(team) => {
                let found = self.all.teams.get(team).cloned();
                self.person(found.as_ref().map(|team| team.owner));
                self.keep(found.map(Change::Team));
            }
            Need::Owned(digest) => {
                let asker = self.of_session(*digest);
                for team in self.all.teams.values().filter(|team| Some(team.owner) == asker) {
                    self.keep(Some(Change::Team(team.clone())));
                }
            }
            Need::Member(team, person) => self.both(*team, Some(*person)),
            Need::MemberByAddress(team, address) => self.both(*team, self.at(address)),
            Need::PersonByAddress(address) => self.person(self.at(address)),
            Need::Project(team, project) => {
                let found = self.all.projects.get(project).filter(|p| p.team == *team);
                self.keep(found.cloned().map(Change::Project));
            }
            Need::Invitation(_, id) => {
                self.keep(self.all.invitations.get(id).cloned().map(Change::Invitation));
            }
            Need::InvitationSenders(_, id) => self.senders(self.all.invitations.get(id)),
            Need::Invitee(team, id) => self.both(*team, self.invitee(*id)),
            Need::InvitationTo(team, address) => self.latest(*team, address),
            Need::InvitationToPerson(team, person) => {
                if let Some(person) = self.all.people.get(person) {
                    self.latest(*team, &person.address);
                }
            }
            Need::InvitationToAsker(team, digest) => {
                let person = self.of_session(*digest);
                let pending = self.pending_to(*team, person);
                self.senders(pending.as_ref());
                self.keep(pending.map(Change::Invitation));
            }
            Need::InvitationToMember(team, person) => {
                let pending = self.pending_to(*team, Some(*person));
                self.keep(pending.map(Change::Invitation));
            }
            Need::Link(team, id) => {
                let link = self.all.links.get(id).cloned();
                self.membership(*team, link.as_ref().map(|link| link.sender.person()));
                self.keep(link.map(Change::Link));
            }
            Need::Role(_, role) => {
                self.keep(self.all.roles.get(role).cloned().map(Change::Role));
            }
            Need::Roles(team) => {
                let roles: Vec<_> = self.all.roles.values().filter(|role| role.team == *team).collect();
                for role in roles {
                    self.keep(Some(Change::Role(role.clone())));
                }
            }
            Need::RoleHolders(team, role) => {
                for person in self.holders(*team, *role) {
                    self.membership(*team, Some(person));
                }
            }
            Need::GivenByHolders(team, role) => {
                for person in self.holders(*team, *role) {
                    self.given(*team, Some(person));
                }
            }
            Need::RoleWays(team, role) => self.ways(*team, *role),
            Need::LinksBeside(team, role, other) => {
                let links: Vec<_> = self.all.links.values().filter(|link| link.team == *team).collect();
                let own = Some(RoleKey::Own(*role));
                let places: Vec<_> = links.iter().filter(|l| l.role.role() == own).map(|l| l.place).collect();
                for link in
                    links.iter().filter(|l| l.role.role() == Some(*other) && places.contains(&l.place))
                {
                    self.keep(Some(Change::Link((*link).clone())));
                }
            }
            Need::LinkAt(team, place, role) => {
                let mut links = self.all.links.values();
                let found = links.find(|l| (l.team, l.place, l.role.role()) == (*team, *place, Some(*role)));
                self.keep(found.cloned().map(Change::Link));
            }
            Need::Given(team, person) => self.given(*team, Some(*person)),
            Need::GivenByAsker(team, digest) => self.given(*team, self.of_session(*digest)),
            Need::GivenByInvitee(team, id) => self.given(*team, self.invitee(*id)),
            Need::GivenByAddress(team, address) => self.given(*team, self.at(address)),
            Need::DueSeats(team, now, _) => self.due(*team, *now, |seat| seat),
            Need::Due(team, now, _) => {
                self.due(*team, *now, |_| true);
                self.given_by_gone(*team);
            }
            Need::Shared(digest, person) => self.shared(self.of_session(*digest), *person),
            Need::Ask(team, id) => {
                let ask = self.all.asks.get(id).cloned();
                self.both(*team, ask.as_ref().map(|ask| ask.person));
                if let Some(Place::Project(project)) = ask.as_ref().map(|ask| ask.place) {
                    self.need(&Need::Project(*team, project));
                }
                self.asks(ask.as_ref().map(|ask| ask.person), Ask::is_open);
                self.keep(ask.map(Change::Ask));
            }
            Need::OpenAsks(_, whose) => {
                let person = match whose {
                    Whose::Person(person) => Some(*person),
                    Whose::Asker(digest) => self.of_session(*digest),
                    Whose::Address(address) => self.at(address),
                };
                self.asks(person, Ask::is_open);
            }
            Need::AsksSince(_, digest, since) => {
                self.asks(self.of_session(*digest), |ask| ask.asked_at > *since);
            }
            Need::Granters(team, _) => {
                let all: Vec<_> = self.all.members.keys().filter(|(of, _)| of == team).collect();
                all.into_iter().for_each(|(team, person)| self.membership(*team, Some(*person)));
            }
            Need::Handover(..)
            | Need::OpenHandover(..)
            | Need::Load(..)
            | Need::OfferedLoad(..)
            | Need::OfferedPeople(..)
            | Need::OfferedInvitations(..) => super::handover::read(self.all, need, &mut self.read),
            Need::Post(_, post) => {
                let post = self.all.posts.get(post).cloned();
                let project = post.as_ref().and_then(|post| self.all.projects.get(&post.project));
                self.keep(project.cloned().map(Change::Project));
                self.keep(post.map(Change::Post));
            }
            Need::PostAuthor(team, post) => {
                self.both(*team, self.all.posts.get(post).map(|post| post.author));
            }
            Need::Image(_, image) => {
                let image = self.all.images.get(image).cloned();
                if let Some(Place::Project(project)) = image.as_ref().map(|image| image.place) {
                    self.keep(self.all.projects.get(&project).cloned().map(Change::Project));
                }
                self.keep(image.map(Change::Image));
            }
            Need::SessionById(id) => {
                let found = self.all.sessions.values().find(|session| session.id == *id);
                self.keep(found.copied().map(Change::Session));
            }
            Need::Challenge(id) => {
                self.keep(self.all.challenges.get(id).cloned().map(Change::Challenge));
            }
            Need::ChallengePerson(id) => {
                let address = self.all.challenges.get(id).map(|challenge| &challenge.address);
                self.person(address.and_then(|address| self.at(address)));
            }
            Need::ChallengeInvitations(id) => {
                let Some(challenge) = self.all.challenges.get(id) else { return };
                let invited = |i: &&Invitation| i.is_pending() && i.address == challenge.address;
                for invitation in self.all.invitations.values().filter(invited).cloned() {
                    let team = invitation.team;
                    let of = challenge.person.filter(|person| {
                        self.all.members.get(&(team, *person)).is_some_and(Member::is_active)
                    });
                    if of.is_some() {
                        self.membership(team, of);
                        self.keep(self.all.teams.get(&team).cloned().map(Change::Team));
                        self.keep(Some(Change::Invitation(invitation)));
                    }
                }
            }
            Need::Tally(key, day) => self.tally(key.clone(), *day),
            Need::OwnTally(tally, digest, day) => {
                if let Some(person) = self.of_session(*digest) {
                    self.tally(tally.of(person), *day);
                }
            }
            Need::MailsToPerson(person, day) => {
                if let Some(person) = self.all.people.get(person) {
                    self.tally(TallyKey::MailsTo(person.address.clone()), *day);
                }
            }
            Need::MailsToInvitee(_, id, day) => {
                if let Some(invitation) = self.all.invitations.get(id) {
                    self.tally(TallyKey::MailsTo(invitation.address.clone()), *day);
                }
            }
            Need::MailsToRecipient(_, id, day) => {
                if let Some(offer) = self.all.handovers.get(id) {
                    self.tally(TallyKey::MailsTo(offer.address.clone()), *day);
                }
            }
        }
    }

    fn holders(&self, team: TeamId, role: RoleId) -> Vec<PersonId> {
        let members = self.all.members.values().filter(|m| m.team == team && m.access.follows(role));
        members.map(|member| member.person).take(ROLE_HOLDERS + 1).collect()
    }

    fn ways(&mut self, team: TeamId, role: RoleId) {
        let own = Some(RoleKey::Own(role));
        let gives = |i: &&Invitation| {
            i.team == team && i.is_pending() && i.places.iter().any(|p| p.grant.holds.role() == own)
        };
        let pending: Vec<_> =
            self.all.invitations.values().filter(gives).take(ROLE_HOLDERS + 1).cloned().collect();
        for invitation in pending {
            for place in &invitation.places {
                self.membership(team, Some(place.sender.person()));
            }
            self.keep(Some(Change::Invitation(invitation)));
        }
        let links = self.all.links.values().filter(|l| l.team == team && l.role.role() == own);
        let links: Vec<_> = links.take(ROLE_HOLDERS + 1).cloned().collect();
        for link in links {
            self.membership(team, Some(link.sender.person()));
            self.keep(Some(Change::Link(link)));
        }
    }

    fn keep(&mut self, row: Option<Change>) {
        self.read.apply(row.as_slice());
    }

    fn person(&mut self, id: Option<PersonId>) {
        self.keep(id.and_then(|id| self.all.people.get(&id)).cloned().map(Change::Person));
    }

    fn membership(&mut self, team: TeamId, id: Option<PersonId>) {
        self.keep(id.and_then(|id| self.all.members.get(&(team, id))).cloned().map(Change::Member));
    }

    fn both(&mut self, team: TeamId, id: Option<PersonId>) {
        self.person(id);
        self.membership(team, id);
    }

    fn asks(&mut self, person: Option<PersonId>, wanted: impl Fn(&Ask) -> bool) {
        for ask in self.all.asks.values().filter(|ask| Some(ask.person) == person && wanted(ask)) {
            self.keep(Some(Change::Ask(ask.clone())));
        }
    }

    fn of_session(&self, digest: Digest) -> Option<PersonId> {
        self.all.sessions.get(&digest).map(|session| session.person)
    }

    fn at(&self, address: &Address) -> Option<PersonId> {
        self.all.person_at(address).map(|person| person.id)
    }

    fn invitee(&self, id: InvitationId) -> Option<PersonId> {
        self.all.invitations.get(&id).and_then(|invitation| self.at(&invitation.address))
    }

    fn pending_to(&self, team: TeamId, person: Option<PersonId>) -> Option<Invitation> {
        let person = self.all.people.get(&person?)?;
        self.all.pending_to(team, &person.address).cloned()
    }

    fn latest(&mut self, team: TeamId, address: &Address) {
        let theirs = |i: &&Invitation| i.team == team && i.address == *address;
        let found = self.all.invitations.values().filter(theirs).max_by_key(|i| i.id);
        self.keep(found.cloned().map(Change::Invitation));
    }

    fn senders(&mut self, invitation: Option<&Invitation>) {
        for place in invitation.iter().flat_map(|invitation| &invitation.places) {
            self.membership(place_team(invitation), Some(place.sender.person()));
        }
    }

    fn shared(&mut self, me: Option<PersonId>, person: PersonId) {
        for (id, team) in &self.all.teams {
            let both = me.is_some_and(|me| self.all.members.contains_key(&(*id, me)));
            if both && self.all.members.contains_key(&(*id, person)) {
                self.keep(Some(Change::Team(team.clone())));
                self.membership(*id, me);
                self.both(*id, Some(person));
            }
        }
    }

    fn given(&mut self, team: TeamId, person: Option<PersonId>) {
        let Some(sender) = person.map(Sender::Member) else { return };
        let gives =
            |i: &&Invitation| i.team == team && i.is_pending() && i.places.iter().any(|p| p.sender == sender);
        for invitation in self.all.invitations.values().filter(gives) {
            self.keep(Some(Change::Invitation(invitation.clone())));
        }
        for link in self.all.links.values().filter(|l| l.team == team && l.sender == sender) {
            self.keep(Some(Change::Link(link.clone())));
        }
    }

    /// What they gave whose account is deleted and who are due.
    fn given_by_gone(&mut self, team: TeamId) {
        let gone = |person: &PersonId| self.all.people.get(person).is_some_and(|it| it.address.is_gone());
        let due = self.all.members.values().filter(|m| m.team == team && m.next_end.is_some());
        let gone: Vec<PersonId> = due.map(|member| member.person).filter(gone).collect();
        for person in gone {
            self.given(team, Some(person));
            self.asks(Some(person), Ask::is_open);
        }
    }

    fn due(&mut self, team: TeamId, now: Timestamp, wanted: fn(bool) -> bool) {
        let ours = self.all.members.values().filter(|m| m.team == team && wanted(m.seat));
        for member in ours.filter(|m| m.next_end.is_some_and(|end| end <= now)) {
            self.person(Some(member.person));
            self.keep(Some(Change::Member(member.clone())));
        }
        let ours = self.all.invitations.values().filter(|i| i.team == team && i.is_pending() && i.seat);
        for invitation in ours.filter(|i| i.has_expired(now)) {
            self.keep(Some(Change::Invitation(invitation.clone())));
        }
    }

    fn tally(&mut self, key: TallyKey, day: i64) {
        let tally = self.all.tallies.get(&(key, day)).cloned();
        self.keep(tally.map(Change::Tally));
    }
}

fn place_team(invitation: Option<&Invitation>) -> TeamId {
    invitation.map_or(TeamId(0), |invitation| invitation.team)
}
