//! Turns what happens into commands, over what is there: who has which session, and which ids are new.

mod roles;
mod ways_in;

use std::collections::BTreeMap;

use roster_core::access::{Grant, Holds, Place, RoleKey};
use roster_core::command::{
    AskCommand, Edit, InviteRow, Inviting, LinkSettings, NewSession, Newcomer, RoleCommand, SignInProof, Whom,
};
use roster_core::email::Address;
use roster_core::id::{
    AskId, ChallengeId, InvitationId, LinkId, PersonId, PostId, ProjectId, RoleId, SessionId, TeamId,
};
use roster_core::model::{Digest, Invitation, JoinMode, Language, LinkState, Member, Shown};
use roster_core::text::{Body, Name, Title};
use roster_core::time::{DAY, HOUR, MINUTE};
use roster_core::{Asker, Command, Permission, PermissionSet, Timestamp};

use super::act::{ANYBODY, Act, By, Chosen, Gift, Gives, NONE, Pick, Secret, Span, Spot, Way, What, Who};
use super::handover;
use super::images;
use super::naive;
use super::world::World;

/// The people, by name.
pub const NAMES: [&str; 6] = ["ana", "ben", "cleo", "dan", "eve", "fay"];

/// When the story begins.
pub const BEGIN: Timestamp = Timestamp(1_700_000_000_000);

/// The address of one of the people.
pub fn address(who: Who) -> Address {
    let name = NAMES[usize::from(who) % NAMES.len()];
    let domain = if who.is_multiple_of(2) { "example.com" } else { "example.org" };
    Address::from_parts(name, domain).expect("an address of the cast")
}

/// Who holds which session, and what the next new thing is called.
#[derive(Clone, Debug)]
pub struct Cast {
    /// The time.
    pub now: Timestamp,
    sessions: BTreeMap<Address, Digest>,
    last_id: u64,
}

impl Default for Cast {
    fn default() -> Self {
        Self { now: BEGIN, sessions: BTreeMap::new(), last_id: 0 }
    }
}

fn closed(bits: u32) -> PermissionSet {
    let wanted = PermissionSet::from_bits(u64::from(bits));
    wanted.known().fold(PermissionSet::EMPTY, PermissionSet::tick)
}

pub fn nth<T: Copy>(all: &[T], pick: Pick) -> Option<T> {
    if pick == NONE || all.is_empty() { None } else { all.get(usize::from(pick) % all.len()).copied() }
}

impl Cast {
    /// An id, or the digest of a secret, that nobody had before.
    pub fn fresh(&mut self) -> u64 {
        self.last_id += 1;
        self.last_id
    }

    fn new_session(&mut self) -> NewSession {
        let id = self.fresh();
        let mut digest = [0; 32];
        digest[..8].copy_from_slice(&id.to_be_bytes());
        NewSession { id: SessionId(id), digest: Digest(digest) }
    }

    fn newcomer(&mut self) -> Newcomer {
        Newcomer { person: PersonId(self.fresh()), session: self.new_session(), language: Language::English }
    }

    /// Somebody of the cast; below [`ANYBODY`] one with a session.
    fn asker(&self, who: Who) -> Asker {
        if who >= ANYBODY {
            return self.asker_at(&address(who - ANYBODY));
        }
        let open: Vec<Digest> = self.sessions.values().copied().collect();
        nth(&open, who).map_or(Asker::Nobody, Asker::Session)
    }

    /// Somebody to do this to a team: one who is in it, or for joining, one who is not.
    fn asker_of(&self, world: &World, team: TeamId, who: Who, what: &What) -> Asker {
        if who >= ANYBODY {
            return self.asker(who);
        }
        let wanted = !matches!(what, What::Join(..));
        let of = |address: &Address| world.rows.person_at(address).map(|person| person.id);
        let fits = |address: &Address| of(address).is_some_and(|p| naive::is_in(world, team, p)) == wanted;
        let mut open: Vec<(&Address, Digest)> =
            self.sessions.iter().filter(|(address, _)| fits(address)).map(|(a, d)| (a, *d)).collect();
        let owner = |address: &Address| of(address).is_some_and(|p| naive::owns(world, team, p));
        open.sort_by_key(|(address, _)| !owner(address));
        let digests: Vec<Digest> = open.into_iter().map(|(_, digest)| digest).collect();
        nth(&digests, who).map_or(Asker::Nobody, Asker::Session)
    }

    /// The session of who has that address.
    pub fn asker_at(&self, address: &Address) -> Asker {
        self.sessions.get(address).map_or(Asker::Nobody, |digest| Asker::Session(*digest))
    }

    /// Remembers the sessions that there are now, so that people use the ones they opened last.
    pub fn learn(&mut self, world: &World) {
        let now = self.now;
        let live = |digest: &Digest| {
            world.rows.sessions.get(digest).is_some_and(|s| s.ended_at.is_none() && now < s.expires_at)
        };
        // Now and then somebody goes on with a session that is over, and is nobody then.
        if !self.last_id.is_multiple_of(7) {
            self.sessions.retain(|_, digest| live(digest));
        }
        for session in world.rows.sessions.values() {
            let Some(person) = world.rows.people.get(&session.person) else { continue };
            let known = self.sessions.get(&person.address).and_then(|d| world.rows.sessions.get(d));
            let live = session.ended_at.is_none() && self.now < session.expires_at;
            if live && known.is_none_or(|k| k.created_at <= session.created_at) {
                self.sessions.insert(person.address.clone(), session.digest);
            }
        }
    }

    /// The commands of one act; none: nothing to do it with.
    pub fn commands(&mut self, act: &Act, world: &World) -> Vec<(Command, Asker)> {
        self.now = self.now.plus(1_000);
        match act {
            Act::Wait(span) => {
                self.now = self.after(*span, world);
                // Sessions do not outlive a month: people come back.
                match span {
                    Span::Month => (0..4).flat_map(|who| self.sign_in(who)).collect(),
                    _ => Vec::new(),
                }
            }
            Act::SignIn(who) => {
                let out = (0..NAMES.len() as Who).filter(|n| !self.sessions.contains_key(&address(*n)));
                let out: Vec<Who> = out.collect();
                let who = if *who >= ANYBODY { Some(who - ANYBODY) } else { nth(&out, *who) };
                who.map(|who| self.sign_in(who)).unwrap_or_default()
            }
            Act::SignOut(who) => vec![(Command::SignOut, self.asker(*who))],
            Act::SignOutEverywhere(who) => vec![(Command::SignOutEverywhere, self.asker(*who))],
            Act::ChangeSelf(who) => {
                let name = Name::parse(&format!("name {}", self.fresh())).expect("a name");
                vec![(Command::ChangeSelf { name: Some(name), language: None }, self.asker(*who))]
            }
            Act::CreateTeam(who) => {
                let team = TeamId(self.fresh());
                let name = Name::parse("a team").expect("a name");
                vec![(Command::CreateTeam { team, name }, self.asker(*who))]
            }
            Act::Use { by, team, invitation, secret, way } => {
                self.use_invitation(world, *by, *team, *invitation, *secret, *way).into_iter().collect()
            }
            Act::Team { who, team, what } => {
                let team = self.team(world, *team);
                let asker = self.asker_of(world, team, *who, what);
                if let What::Handover(does, fitting) = what {
                    return vec![handover::of(self, world, team, (*does, *fitting), asker)];
                }
                self.what(world, team, asker, what).map(|command| (command, asker)).into_iter().collect()
            }
            Act::Sweep(team) => vec![(Command::Sweep { team: self.team(world, *team) }, Asker::Clock)],
        }
    }

    fn after(&self, span: Span, world: &World) -> Timestamp {
        match span {
            Span::Minute => self.now.plus(MINUTE),
            Span::Hour => self.now.plus(HOUR),
            Span::Day => self.now.plus(DAY),
            Span::Week => self.now.plus(7 * DAY),
            Span::Month => self.now.plus(31 * DAY),
            Span::ToNextEnd => {
                let grants = world.rows.members.values().flat_map(|m| m.access.grants());
                let ends = grants.filter_map(|(_, grant)| grant.until);
                let expiries = world.rows.invitations.values().map(|i| i.expires_at);
                let next = ends.chain(expiries).filter(|end| *end > self.now).min();
                // The next step adds a second: so that it falls on the very instant, one is taken off here.
                next.map_or(self.now, |end| end.plus(-1_000).max(self.now))
            }
        }
    }

    fn sign_in(&mut self, who: Who) -> Vec<(Command, Asker)> {
        let challenge = ChallengeId(self.fresh());
        let browser = Digest([who; 32]);
        let start = Command::StartSignIn {
            challenge,
            address: address(who),
            browser,
            language: Language::English,
            known: false,
        };
        let finish = Command::FinishSignIn {
            challenge,
            browser: Some(browser),
            proof: SignInProof::Code { right: true },
            newcomer: self.newcomer(),
        };
        vec![(start, Asker::Nobody), (finish, Asker::Nobody)]
    }

    fn team(&self, world: &World, pick: Pick) -> TeamId {
        let teams: Vec<TeamId> = world.rows.teams.keys().copied().collect();
        nth(&teams, pick).unwrap_or(TeamId(9_999))
    }

    pub fn project(&self, world: &World, team: TeamId, pick: Pick) -> ProjectId {
        let ours = world.rows.projects.values().filter(|p| p.team == team);
        let projects: Vec<ProjectId> = ours.map(|p| p.id).collect();
        // One that is not there: of another team, if there is one.
        let foreign = world.rows.projects.values().find(|p| p.team != team).map(|p| p.id);
        nth(&projects, pick).or(foreign).unwrap_or(ProjectId(9_999))
    }

    fn invitation(&self, world: &World, team: TeamId, pick: Pick) -> InvitationId {
        // Those that wait come first, and are found more often.
        let mut ours: Vec<&Invitation> = world.rows.invitations.values().filter(|i| i.team == team).collect();
        ours.sort_by_key(|i| (!naive::pending(i), std::cmp::Reverse(i.id)));
        let waiting = ours.iter().filter(|i| naive::pending(i)).count();
        if pick < 5 && waiting > 0 {
            ours.truncate(waiting);
        }
        let all: Vec<InvitationId> = ours.into_iter().map(|i| i.id).collect();
        nth(&all, pick).unwrap_or(InvitationId(9_999))
    }

    /// An ask of the team, those that wait first.
    fn ask(&self, world: &World, team: TeamId, pick: Pick) -> AskId {
        let mut ours: Vec<_> = world.rows.asks.values().filter(|ask| ask.team == team).collect();
        ours.sort_by_key(|ask| (!ask.is_open(), std::cmp::Reverse(ask.id)));
        let all: Vec<AskId> = ours.into_iter().map(|ask| ask.id).collect();
        nth(&all, pick).unwrap_or(AskId(9_999))
    }

    fn link(&self, world: &World, team: TeamId, pick: Pick) -> LinkId {
        let all: Vec<LinkId> = world.rows.links.values().filter(|l| l.team == team).map(|l| l.id).collect();
        nth(&all, pick).unwrap_or(LinkId(9_999))
    }

    fn person(&self, world: &World, team: TeamId, who: Who) -> PersonId {
        if who >= ANYBODY {
            return world.rows.person_at(&address(who - ANYBODY)).map_or(PersonId(9_999), |person| person.id);
        }
        self.of_members(world, team, who, naive::active)
    }

    fn ended(&self, world: &World, team: TeamId, who: Who) -> PersonId {
        self.of_members(world, team, who, |member| !naive::active(member))
    }

    fn of_members(&self, world: &World, team: TeamId, who: Who, fits: fn(&Member) -> bool) -> PersonId {
        let ours = world.rows.members.values().filter(|m| m.team == team && fits(m));
        let mut people: Vec<PersonId> = ours.map(|member| member.person).collect();
        people.sort_by_key(|person| !naive::owns(world, team, *person));
        nth(&people, who).unwrap_or(PersonId(9_999))
    }

    /// Whom to invite: mostly one who is not in the team.
    fn guest(&self, world: &World, team: TeamId, who: Who) -> Address {
        let is_in = |address: &Address| {
            world.rows.person_at(address).is_some_and(|person| naive::is_in(world, team, person.id))
        };
        let all: Vec<Who> = (0..NAMES.len() as Who).filter(|n| !is_in(&address(*n))).collect();
        address(if who >= ANYBODY { who - ANYBODY } else { nth(&all, who).unwrap_or(who) })
    }

    fn post(&self, world: &World, team: TeamId, pick: Pick) -> (PostId, u64) {
        let ours = world.rows.posts.values().rev().filter(|p| p.team == team);
        let all: Vec<(PostId, u64)> = ours.map(|p| (p.id, p.version)).collect();
        nth(&all, pick).unwrap_or((PostId(9_999), 1))
    }

    pub fn place(&self, world: &World, team: TeamId, spot: Spot) -> Place {
        spot.map_or(Place::Team, |pick| Place::Project(self.project(world, team, pick)))
    }

    fn grant(&self, world: &World, team: TeamId, gift: Gift) -> Grant {
        let holds = match gift.gives {
            Gives::Role(role) => Holds::Role(role),
            Gives::Own(pick) => Holds::unread(self.role(world, team, pick)),
            Gives::Closed(bits) => Holds::Custom(closed(bits)),
            Gives::Raw(bits) => Holds::Custom(PermissionSet::from_bits(u64::from(bits))),
            Gives::Nothing => Holds::Custom(PermissionSet::EMPTY),
        };
        Grant { holds, until: gift.hours.map(|hours| self.now.plus(i64::from(hours) * HOUR)) }
    }

    fn granted(&self, world: &World, team: TeamId, spot: Spot, gift: Gift) -> (Place, Grant) {
        let place = self.place(world, team, spot);
        let mut grant = self.grant(world, team, gift);
        // What only a team can give is asked for at a project now and then, not always.
        if let (Place::Project(_), Holds::Custom(set), Gives::Closed(_)) = (place, grant.holds, gift.gives) {
            grant.holds = Holds::Custom(set.untick(Permission::ProjectsManage));
        }
        (place, grant)
    }

    fn use_invitation(
        &mut self,
        world: &World,
        by: By,
        team: Pick,
        invitation: Pick,
        secret: Secret,
        way: Way,
    ) -> Option<(Command, Asker)> {
        let team = self.team(world, team);
        let invitation = self.invitation(world, team, invitation);
        let found = world.rows.invitations.get(&invitation);
        let asker = match by {
            By::Who(who) => self.asker(who),
            By::Invitee => found.map_or(Asker::Nobody, |found| self.asker_at(&found.address)),
        };
        let valid = found.map_or(0, |found| found.counter);
        let counter = match secret {
            Secret::Valid => Some(valid),
            Secret::Older => Some(valid.saturating_sub(1)),
            Secret::Listed => None,
        };
        let command = match way {
            Way::Accept => Command::Accept {
                team,
                invitation,
                counter,
                newcomer: self.newcomer(),
                shown: self.shown(world, team, asker),
            },
            Way::Decline => Command::Decline { team, invitation, counter },
            Way::AskAgain => Command::AskAgain { team, invitation, counter: counter.unwrap_or(valid) },
        };
        Some((command, asker))
    }

    fn what(&mut self, world: &World, team: TeamId, asker: Asker, what: &What) -> Option<Command> {
        if let What::Image(does) = what {
            return Some(images::of(self, world, team, does));
        }
        self.of_team(world, team, what)
            .or_else(|| self.of_people(world, team, what))
            .or_else(|| self.of_roles(world, team, what))
            .or_else(|| self.of_links(world, team, asker, what))
            .or_else(|| self.of_posts(world, team, what))
    }

    fn of_team(&mut self, world: &World, team: TeamId, what: &What) -> Option<Command> {
        let name = Name::parse(&format!("name {}", self.last_id)).expect("a name");
        Some(match what {
            What::Rename => Command::RenameTeam { team, name },
            What::CreateProject => Command::CreateProject { team, project: ProjectId(self.fresh()), name },
            What::RenameProject(p) => {
                Command::RenameProject { team, project: self.project(world, team, *p), name }
            }
            What::Archive(p) => Command::ArchiveProject { team, project: self.project(world, team, *p) },
            What::Reopen(p) => Command::ReopenProject { team, project: self.project(world, team, *p) },
            What::ChangePlan(plan, cap) => Command::ChangePlan { team, plan: *plan, cap: u32::from(*cap) },
            What::SetJoinMode(mode) => Command::SetJoinMode { team, mode: *mode },
            What::SetCap(cap) => Command::SetCap { team, cap: u32::from(*cap) },
            _ => return None,
        })
    }

    fn of_people(&mut self, world: &World, team: TeamId, what: &What) -> Option<Command> {
        let cap = |raise: &Option<u8>| raise.map(u32::from);
        Some(match what {
            What::Invite { to, places, raise } => Command::Invite {
                team,
                invitation: InvitationId(self.fresh()),
                address: self.guest(world, team, *to),
                places: places.iter().map(|(spot, gift)| self.granted(world, team, *spot, *gift)).collect(),
                raise_cap: cap(raise),
            },
            What::InviteMany { rows, raise } => {
                let rows = rows.iter().map(|row| self.row(world, team, row)).collect();
                Command::Inviting(team, Inviting::Many { rows, raise_cap: cap(raise) })
            }
            What::EditInvitation { which, edits, raise } => {
                let (invitation, edits) =
                    (self.invitation(world, team, *which), self.edits(world, team, edits));
                Command::Inviting(team, Inviting::Edit { invitation, edits, raise_cap: cap(raise) })
            }
            What::Resend(i, raise) => {
                Command::Resend { team, invitation: self.invitation(world, team, *i), raise_cap: cap(raise) }
            }
            What::Withdraw(i) => Command::Withdraw { team, invitation: self.invitation(world, team, *i) },
            What::ChangeAccess { whom, edits, raise } => Command::ChangeAccess {
                team,
                person: self.person(world, team, *whom),
                edits: self.edits(world, team, edits),
                raise_cap: cap(raise),
            },
            What::AskFor(permission, spot) => {
                let permission = nth(Permission::ALL, *permission)?;
                let (ask, place) = (AskId(self.fresh()), self.place(world, team, *spot));
                Command::Ask(team, AskCommand::Send { ask, permission, place })
            }
            What::Answer(ask, yes, raise) => {
                let ask = self.ask(world, team, *ask);
                let answer = if *yes {
                    AskCommand::Grant { ask, raise_cap: cap(raise) }
                } else {
                    AskCommand::Decline { ask }
                };
                Command::Ask(team, answer)
            }
            What::Remove(whom) => Command::Remove { team, person: self.person(world, team, *whom) },
            What::RemoveFromProject(whom, p) => Command::RemoveFromProject {
                team,
                person: self.person(world, team, *whom),
                project: self.project(world, team, *p),
            },
            What::Restore(whom, raise) => {
                Command::Restore { team, person: self.ended(world, team, *whom), raise_cap: cap(raise) }
            }
            What::Leave => Command::Leave { team },
            What::LeaveProject(p) => Command::LeaveProject { team, project: self.project(world, team, *p) },
            What::Transfer(to) => Command::Transfer { team, to: self.person(world, team, *to) },
            _ => return None,
        })
    }

    fn edits(&self, world: &World, team: TeamId, edits: &[(Spot, Option<Gift>)]) -> Vec<Edit> {
        let edit = |(spot, gift): &(Spot, Option<Gift>)| match gift {
            Some(gift) => {
                let (place, grant) = self.granted(world, team, *spot, *gift);
                (place, Some(grant))
            }
            None => (self.place(world, team, *spot), None),
        };
        edits.iter().map(edit).collect()
    }

    /// One of many: an address, or somebody of the cast by who they are.
    fn row(&mut self, world: &World, team: TeamId, row: &(Who, bool, Vec<(Spot, Gift)>)) -> InviteRow {
        let (who, by_person, places) = row;
        let address = self.guest(world, team, *who);
        let person = world.rows.person_at(&address).map(|person| person.id).filter(|_| *by_person);
        InviteRow {
            invitation: InvitationId(self.fresh()),
            whom: person.map_or(Whom::Address(address), Whom::Person),
            places: places.iter().map(|(spot, gift)| self.granted(world, team, *spot, *gift)).collect(),
        }
    }

    fn of_posts(&mut self, world: &World, team: TeamId, what: &What) -> Option<Command> {
        let title = Title::parse(&format!("title {}", self.last_id)).expect("a title");
        let body = Body::parse("words").expect("a text");
        let version = |version: u64, stale: bool| if stale { version.saturating_sub(1) } else { version };
        Some(match what {
            What::CreatePost(p) => Command::CreatePost {
                team,
                project: self.project(world, team, *p),
                post: PostId(self.fresh()),
                title,
                body,
            },
            What::EditPost(p, stale) => {
                let (post, read) = self.post(world, team, *p);
                Command::EditPost { team, post, version: version(read, *stale), title, body }
            }
            What::SetTime(p, hours) => {
                let (post, version) = self.post(world, team, *p);
                let at = hours.map(|hours| self.now.plus(i64::from(hours) * HOUR));
                Command::SetTime { team, post, version, at }
            }
            What::MovePost(p, step, stale) => {
                let (post, read) = self.post(world, team, *p);
                Command::MovePost { team, post, version: version(read, *stale), step: *step }
            }
            _ => return None,
        })
    }
}
