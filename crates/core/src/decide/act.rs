//! A team command being carried out: the team as it becomes, and the rows, history and mails that come of it.
//! Counters, stamps, version and epoch are kept here, so that no command can forget them. What may be done is
//! decided by the commands themselves.

use crate::table::Table;

use crate::access::{Place, Standing};
use crate::change::{
    Answer, Change, Decision, History, HistoryKind, Mail, Recipient, Tally, TallyKey, Template,
};
use crate::facts::Facts;
use crate::id::{AskId, InvitationId, LinkId, PersonId};
use crate::model::{
    Ask, AskState, Handover, Image, Invitation, InviteLink, Member, Merge, Move, Person, Project, Role,
    Session, Team,
};
use crate::seats;
use crate::time::Timestamp;
use crate::view;

/// What a command has done so far, over the facts.
pub struct Act<'a> {
    pub facts: &'a Facts,
    pub now: Timestamp,
    pub by: Option<PersonId>,
    pub team: Team,
    people: Table<PersonId, Person>,
    projects: Vec<Project>,
    handovers: Vec<Handover>,
    moved: Option<Move>,
    images: Vec<Image>,
    roles: Vec<Role>,
    members: Table<PersonId, Member>,
    invitations: Table<InvitationId, Invitation>,
    links: Table<LinkId, InviteLink>,
    asks: Table<AskId, Ask>,
    sessions: Vec<Session>,
    tallies: Table<(TallyKey, i64), Tally>,
    history: Vec<History>,
    mails: Vec<Mail>,
}

impl<'a> Act<'a> {
    /// Begins to change a team: its version grows by one, whatever the command does.
    pub fn new(facts: &'a Facts, team: &Team, by: Option<PersonId>, now: Timestamp) -> Self {
        let version = team.version.saturating_add(1);
        Self {
            facts,
            now,
            by,
            team: Team { version, ..team.clone() },
            people: Table::new(),
            projects: Vec::new(),
            handovers: Vec::new(),
            moved: None,
            images: Vec::new(),
            roles: Vec::new(),
            members: Table::new(),
            invitations: Table::new(),
            links: Table::new(),
            asks: Table::new(),
            sessions: Vec::new(),
            tallies: Table::new(),
            history: Vec::new(),
            mails: Vec::new(),
        }
    }

    /// A person as they are by now.
    pub fn person(&self, person: PersonId) -> Option<&Person> {
        self.people.get(&person).or_else(|| self.facts.people.get(&person))
    }

    /// A member as they are by now.
    pub fn member(&self, person: PersonId) -> Option<&Member> {
        self.members.get(&person).or_else(|| self.facts.members.get(&(self.team.id, person)))
    }

    /// An invitation of the team as it is by now.
    pub fn invitation(&self, id: InvitationId) -> Option<&Invitation> {
        let found = self.invitations.get(&id).or_else(|| self.facts.invitations.get(&id));
        found.filter(|invitation| invitation.team == self.team.id)
    }

    /// The invitations of the team that were read, as they are by now.
    pub fn invitations(&self) -> Vec<Invitation> {
        self.facts.invitations.keys().filter_map(|id| self.invitation(*id)).cloned().collect()
    }

    /// The links of the team that were read, as they are by now.
    pub fn links(&self) -> Vec<InviteLink> {
        let ours = self.facts.links.values().filter(|link| link.team == self.team.id);
        ours.map(|link| self.links.get(&link.id).unwrap_or(link).clone()).collect()
    }

    /// The members that were read, as they are by now.
    pub fn members(&self) -> Vec<Member> {
        let ours = self.facts.members.keys().filter(|(team, _)| *team == self.team.id);
        ours.filter_map(|(_, person)| self.member(*person)).cloned().collect()
    }

    /// Writes a member, and counts them and their seat anew. The owner takes no seat; nor does who is not in.
    pub fn write_member(&mut self, mut member: Member) {
        let old = self.member(member.person).cloned();
        let active = member.is_active();
        member.seat =
            active && self.team.owner != member.person && seats::takes_seat(&member.access, self.now);
        member.next_end = match active {
            // What the sweep still has to end stays on its list.
            true if member.gone => member.next_end,
            true => next_end(&member, self.now),
            false => None,
        };
        if old.as_ref().is_none_or(|o| o.state != member.state || o.access != member.access) {
            member.stamp = self.team.version;
            self.team.epoch = self.team.version;
        }
        recount(&mut self.team.members, old.as_ref().is_some_and(Member::is_active), active);
        recount(&mut self.team.seats.taken, old.is_some_and(|o| o.seat), member.seat);
        self.follow(&member);
        self.members.insert(member.person, member);
    }

    /// A merge into this team lasts as long as the member holds something in it, and never begins again by itself.
    fn follow(&mut self, member: &Member) {
        let merge = self.person(member.person).and_then(|person| person.merge);
        if let Some(merge) = merge.filter(|merge| merge.into == self.team.id) {
            let stays = merge.holds(self.now) && member.is_active();
            let merge = Merge::by(merge.into, &member.access, self.now).filter(|_| stays);
            self.set_merge(member.person, merge);
        }
    }

    /// Merges the account of a member into this team, or ends that.
    pub fn set_merge(&mut self, person: PersonId, merge: Option<Merge>) {
        if let Some(person) = self.person(person).filter(|person| person.merge != merge).cloned() {
            let version = person.version.saturating_add(1);
            self.write_person(Person { merge, version, ..person });
        }
    }

    /// Writes a member whose role in the team changed though their row may not have.
    pub fn restamp_member(&mut self, mut member: Member) {
        member.stamp = self.team.version;
        self.team.epoch = self.team.version;
        self.write_member(member);
    }

    /// Writes an invitation, and counts its reserved seat anew. One that is closed reserves none.
    pub fn write_invitation(&mut self, mut invitation: Invitation) {
        invitation.seat = invitation.seat && invitation.is_pending();
        let reserved = self.invitation(invitation.id).is_some_and(|old| old.seat);
        recount(&mut self.team.seats.reserved, reserved, invitation.seat);
        self.invitations.insert(invitation.id, invitation);
    }

    /// Writes an invite link.
    pub fn write_link(&mut self, link: InviteLink) {
        self.links.insert(link.id, link);
    }

    /// Writes an ask for access.
    pub fn write_ask(&mut self, ask: Ask) {
        self.asks.insert(ask.id, ask);
    }

    /// Writes a project.
    pub fn write_project(&mut self, project: Project) {
        self.projects.push(project);
    }

    /// Writes an offer of a project.
    pub fn write_handover(&mut self, handover: Handover) {
        self.handovers.push(handover);
    }

    /// A project leaves the team: what of it is not written row by row follows it, or ends.
    pub const fn move_project(&mut self, the: Move) {
        self.moved = Some(the);
    }

    /// Writes an image.
    pub fn write_image(&mut self, image: Image) {
        self.images.push(image);
    }

    /// Writes a role of the team's own.
    pub fn write_role(&mut self, role: Role) {
        self.roles.push(role);
    }

    /// Writes a person.
    pub fn write_person(&mut self, person: Person) {
        self.people.insert(person.id, person);
    }

    /// Opens a session.
    pub fn write_session(&mut self, session: Session) {
        self.sessions.push(session);
    }

    /// How often something happened on a day.
    pub fn count(&self, key: &TallyKey, day: i64) -> u32 {
        let key = (key.clone(), day);
        self.tallies.get(&key).or_else(|| self.facts.tallies.get(&key)).map_or(0, |tally| tally.count)
    }

    /// Counts one more on a day.
    pub fn tally(&mut self, key: TallyKey, day: i64) {
        let count = self.count(&key, day).saturating_add(1);
        self.tallies.insert((key.clone(), day), Tally { key, day, count, last_at: self.now });
    }

    /// A line of history of this command, to be filled in and kept by [`Self::record`].
    pub fn line(&self, kind: HistoryKind) -> History {
        History::new(self.team.id, self.now, self.by, kind)
    }

    /// Keeps a line of history.
    pub fn record(&mut self, line: History) {
        self.history.push(line);
    }

    /// A mail about this team and who asks, to be filled in and owed by [`Self::owe`].
    pub fn letter(&self, template: Template, to: Recipient) -> Mail {
        Mail { team: Some(self.team.id), about: self.by, ..Mail::new(template, to, self.now) }
    }

    /// Owes a mail.
    pub fn owe(&mut self, mail: Mail) {
        self.mails.push(mail);
    }

    /// Owes a person a mail with nothing but the team and who asks in it.
    pub fn tell(&mut self, template: Template, person: PersonId) {
        self.owe(self.letter(template, Recipient::Person(person)));
    }

    /// An open ask closes by itself once its person has what it is for, is gone, or does not see the place any more.
    fn close_asks(&mut self) {
        let gone = self.moved.map(|the| Place::Project(the.project));
        let stays = |ask: &&Ask| ask.team == self.team.id && ask.is_open() && Some(ask.place) != gone;
        let ours = self.facts.asks.values().filter(stays);
        for ask in ours {
            let Some(member) = self.members.get(&ask.person) else { continue };
            let standing = match member.is_active() && !member.gone {
                _ if self.team.owner == ask.person => Standing::Owner,
                true => Standing::Member(&member.access),
                false => Standing::Outsider,
            };
            if !self.asks.contains_key(&ask.id) && !view::is_missed(ask, standing, self.now) {
                let state = AskState::Closed { at: self.now };
                self.asks.insert(ask.id, Ask { state, ..ask.clone() });
            }
        }
    }

    /// Ends it: all rows, each after those that it refers to.
    pub fn finish(mut self, answer: Answer) -> Decision {
        self.close_asks();
        let mut changes: Vec<Change> = self.people.into_values().map(Change::Person).collect();
        changes.push(Change::Team(self.team));
        changes.extend(self.projects.into_iter().map(Change::Project));
        changes.extend(self.images.into_iter().map(Change::Image));
        changes.extend(self.roles.into_iter().map(Change::Role));
        changes.extend(self.members.into_values().map(Change::Member));
        changes.extend(self.invitations.into_values().map(Change::Invitation));
        changes.extend(self.links.into_values().map(Change::Link));
        changes.extend(self.asks.into_values().map(Change::Ask));
        changes.extend(self.handovers.into_iter().map(Change::Handover));
        changes.extend(self.moved.map(Change::Move));
        changes.extend(self.sessions.into_iter().map(Change::Session));
        changes.extend(self.tallies.into_values().map(Change::Tally));
        changes.extend(self.history.into_iter().map(Change::History));
        changes.extend(self.mails.into_iter().map(Change::Mail));
        Decision { changes, answer }
    }
}

/// A decision that changes nothing.
pub const fn unchanged(answer: Answer) -> Decision {
    Decision { changes: Vec::new(), answer }
}

/// The earliest end that no sweep has committed: those to come, and those past that were on the list already.
fn next_end(member: &Member, now: Timestamp) -> Option<Timestamp> {
    let waits = |until: &Timestamp| *until > now || member.next_end.is_some_and(|first| *until >= first);
    member.access.grants().filter_map(|(_, grant)| grant.until).filter(waits).min()
}

const fn recount(counter: &mut u32, before: bool, after: bool) {
    *counter = match (before, after) {
        (false, true) => counter.saturating_add(1),
        (true, false) => counter.saturating_sub(1),
        (true, true) | (false, false) => *counter,
    };
}
