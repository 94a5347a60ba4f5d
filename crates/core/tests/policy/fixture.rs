//! One team with every kind of member, invitation, link and post.

use roster_core::access::{Access, Grant, Holds, Place};
use roster_core::email::Address;
use roster_core::id::{
    AskId, ChallengeId, InvitationId, LinkId, PersonId, PostId, ProjectId, SessionId, TeamId,
};
use roster_core::limits::{INVITATION_MILLIS, SESSION_MILLIS};
use roster_core::model::{
    Ask, AskState, Challenge, Digest, Invitation, InvitationState, InviteLink, InvitedPlace, JoinMode,
    Language, LinkState, Member, MemberState, Muted, Person, Post, Project, Proof, Seats, Sender, Session,
    Stage, Team,
};
use roster_core::text::{Body, Name, Title};
use roster_core::time::{DAY, HOUR, MINUTE};
use roster_core::{Asker, BuiltInRole, Facts, Permission, PermissionSet, Plan, Timestamp};

pub const NOW: Timestamp = Timestamp(1_700_000_000_000);
pub const TEAM: TeamId = TeamId(1);
pub const OTHER_TEAM: TeamId = TeamId(2);
pub const SPRING: ProjectId = ProjectId(11);
pub const AUTUMN: ProjectId = ProjectId(12);
pub const OLD: ProjectId = ProjectId(13);
pub const FOREIGN: ProjectId = ProjectId(21);

/// The owner.
pub const OLGA: PersonId = PersonId(1);
/// An editor of the team.
pub const MIA: PersonId = PersonId(2);
/// A viewer of `spring` only.
pub const PIA: PersonId = PersonId(3);
/// A manager of `spring` only.
pub const MAX: PersonId = PersonId(4);
/// A member with "No access".
pub const NONA: PersonId = PersonId(5);
/// An editor who was removed yesterday.
pub const REX: PersonId = PersonId(6);
/// Somebody with an account who is not in the team, and is invited to it.
pub const IVY: PersonId = PersonId(7);
/// The owner of another team.
pub const FRED: PersonId = PersonId(8);
/// Nobody has this id.
pub const STRANGER: PersonId = PersonId(99);

pub const TO_IVY: InvitationId = InvitationId(1);
pub const TO_NEW: InvitationId = InvitationId(2);
pub const TO_NEW_AT_SPRING: InvitationId = InvitationId(3);
pub const TO_NEW_BY_MAX: InvitationId = InvitationId(4);

/// Mia asks for Publish in `spring`.
pub const ASK: AskId = AskId(1);
/// Mia asks for See history everywhere.
pub const ASK_AT_TEAM: AskId = AskId(2);
/// Nona asks to see posts.
pub const ASK_OF_NONA: AskId = AskId(3);

pub const LINK: LinkId = LinkId(1);
pub const LINK_AT_SPRING: LinkId = LinkId(2);
pub const LINK_OFF: LinkId = LinkId(3);

pub const DRAFT: PostId = PostId(1);
pub const IN_REVIEW: PostId = PostId(2);
pub const APPROVED: PostId = PostId(3);
pub const DRAFT_IN_AUTUMN: PostId = PostId(4);
pub const PUBLISHED: PostId = PostId(5);
pub const DRAFT_IN_OLD: PostId = PostId(6);
/// A draft of whoever asks: their own number is added.
pub const OWN_DRAFT: u64 = 1_000;

pub const CHALLENGE: ChallengeId = ChallengeId(1);
pub const OLD_CHALLENGE: ChallengeId = ChallengeId(2);
pub const BROWSER: Digest = Digest([200; 32]);

/// All rows.
#[derive(Clone)]
pub struct Fixture {
    pub facts: Facts,
}

/// Somebody who asks.
#[derive(Clone)]
pub struct Actor {
    pub name: String,
    pub person: PersonId,
    pub who: Who,
}

/// How they come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Nobody,
    Clock,
    Person(Proof),
}

impl Actor {
    pub fn asker(&self) -> Asker {
        match self.who {
            Who::Nobody => Asker::Nobody,
            Who::Clock => Asker::Clock,
            Who::Person(_) => Asker::Session(digest(self.person)),
        }
    }

    pub fn signed_in_by_code(&self) -> bool {
        self.who == Who::Person(Proof::Code)
    }
}

fn digest(person: PersonId) -> Digest {
    let mut digest = [7; 32];
    digest[..8].copy_from_slice(&person.0.to_be_bytes());
    Digest(digest)
}

fn ids(ids: &[&str]) -> PermissionSet {
    ids.iter().map(|id| Permission::from_id(id).expect("a permission of the catalogue")).collect()
}

fn at_team(grant: Grant) -> Access {
    Access::default().with(Place::Team, Some(grant))
}

fn at_spring(grant: Grant) -> Access {
    Access::default().with(Place::Project(SPRING), Some(grant))
}

fn until(grant: Grant, end: Timestamp) -> Grant {
    Grant { until: Some(end), ..grant }
}

/// Members that there is one of each kind of, and what they hold.
fn kinds() -> Vec<(String, Access)> {
    let manager = Grant::role(BuiltInRole::Manager);
    let mut kinds: Vec<(String, Access)> = vec![("no access".to_owned(), at_team(Grant::NOTHING))];
    for role in BuiltInRole::ALL {
        kinds.push((role.id().to_owned(), at_team(Grant::role(*role))));
    }
    for role in BuiltInRole::ALL {
        kinds.push((format!("{} of spring", role.id()), at_spring(Grant::role(*role))));
    }
    let custom = |name: &str, set: &[&str]| (name.to_owned(), at_team(Grant::custom(ids(set))));
    kinds.extend([
        custom("may only invite", &["posts.view", "team.invite"]),
        custom("may only change access", &["posts.view", "team.access"]),
        custom("may only remove", &["team.remove"]),
        custom("may only manage projects", &["projects.manage"]),
        custom("may only schedule", &["posts.view", "posts.schedule"]),
        custom("may only publish", &["posts.view", "posts.publish"]),
        custom("sees only history", &["history.view"]),
        (
            "manager but in spring".to_owned(),
            at_team(manager).with(Place::Project(SPRING), Some(Grant::NOTHING)),
        ),
        (
            "viewer, manager of spring".to_owned(),
            at_team(Grant::role(BuiltInRole::Viewer)).with(Place::Project(SPRING), Some(manager)),
        ),
        ("manager for an hour".to_owned(), at_team(until(manager, NOW.plus(HOUR)))),
        ("manager until now".to_owned(), at_team(until(manager, NOW))),
    ]);
    kinds
}

/// Everybody who asks, in the order of the table.
pub fn actors() -> Vec<Actor> {
    let actor = |name: &str, person, who| Actor { name: name.to_owned(), person, who };
    let by_code = Who::Person(Proof::Code);
    let mut actors = vec![
        actor("nobody", STRANGER, Who::Nobody),
        actor("time", STRANGER, Who::Clock),
        actor("outsider", FRED, by_code),
        actor("invitee", IVY, by_code),
        actor("removed", REX, by_code),
        actor("the editor mia", MIA, by_code),
    ];
    for ((name, _), n) in kinds().into_iter().zip(100..) {
        actors.push(Actor { name, person: PersonId(n), who: by_code });
    }
    actors.push(actor("owner", OLGA, by_code));
    actors
}

fn name(text: &str) -> Name {
    Name::parse(text).expect("a name")
}

/// An address of the fixture.
pub fn address(local: &str) -> Address {
    Address::from_parts(local, "example.com").expect("an address")
}

fn add_person(facts: &mut Facts, id: PersonId, local: &str, owns: u32) {
    let person = Person {
        id,
        address: address(local),
        name: name(local),
        avatar: None,
        language: Language::English,
        muted: Muted::default(),
        merge: None,
        owns,
        version: 1,
        created_at: NOW.plus(-DAY),
    };
    facts.people.insert(id, person);
    let session = Session {
        id: SessionId(id.0),
        digest: digest(id),
        person: id,
        proof: Proof::Code,
        created_at: NOW.plus(-HOUR),
        expires_at: NOW.plus(SESSION_MILLIS),
        ended_at: None,
    };
    facts.sessions.insert(session.digest, session);
}

fn add_member(facts: &mut Facts, person: PersonId, state: MemberState, access: Access) {
    let member = Member {
        team: TEAM,
        person,
        state,
        seat: state == MemberState::Active && roster_core::seats::takes_seat(&access, NOW),
        next_end: access.next_change(NOW),
        access,
        barred: state != MemberState::Active,
        stamp: 1,
        joined_at: NOW.plus(-DAY),
        gone: false,
    };
    facts.members.insert((TEAM, person), member);
    add_post(facts, PostId(OWN_DRAFT + person.0), SPRING, person, Stage::Draft);
}

fn add_team(facts: &mut Facts, id: TeamId, owner: PersonId, projects: &[(ProjectId, &str)]) {
    let team = Team {
        id,
        name: name("team"),
        owner,
        join_mode: JoinMode::SideBySide,
        plan: Plan::Pro,
        cap: 1_000,
        seats: Seats::default(),
        members: 40,
        projects: 3,
        images: 1,
        image_bytes: 1_000,
        version: 5,
        epoch: 5,
        created_at: NOW.plus(-DAY),
        deleted_at: None,
    };
    facts.teams.insert(id, team);
    for (project, label) in projects {
        let archived_at = (*project == OLD).then_some(NOW.plus(-HOUR));
        let project =
            Project { id: *project, team: id, name: name(label), archived_at, created_at: NOW.plus(-DAY) };
        facts.projects.insert(project.id, project);
    }
}

fn add_post(facts: &mut Facts, id: PostId, project: ProjectId, author: PersonId, stage: Stage) {
    let post = Post {
        id,
        team: TEAM,
        project,
        author,
        title: Title::parse("a title").expect("a title"),
        body: Body::default(),
        stage,
        planned_at: None,
        approved_by: None,
        published: None,
        version: 1,
        changed_at: NOW.plus(-HOUR),
    };
    facts.posts.insert(id, post);
}

fn add_invitation(
    facts: &mut Facts,
    id: InvitationId,
    to: &str,
    place: Place,
    role: BuiltInRole,
    by: Sender,
) {
    let invited = InvitedPlace { place, grant: Grant::role(role), sender: by, orphaned: false };
    let invitation = Invitation {
        id,
        team: TEAM,
        address: address(to),
        colleague: None,
        state: InvitationState::Pending,
        places: vec![invited],
        seat: role.set().takes_seat(),
        counter: 2,
        sent_by: by.person(),
        sent_at: NOW.plus(-HOUR),
        expires_at: NOW.plus(INVITATION_MILLIS - HOUR),
        asked_at: None,
    };
    facts.invitations.insert(id, invitation);
}

fn add_ask(facts: &mut Facts, id: AskId, person: PersonId, place: Place, permission: Permission) {
    let asked_at = NOW.plus(-HOUR);
    let ask = Ask { id, team: TEAM, person, place, permission, state: AskState::Open, asked_at };
    facts.asks.insert(id, ask);
}

fn add_link(facts: &mut Facts, id: LinkId, place: Place, role: BuiltInRole, state: LinkState) {
    let link = InviteLink {
        id,
        team: TEAM,
        place,
        role: Holds::Role(role),
        state,
        generation: 2,
        expires_at: None,
        max_uses: None,
        uses: 0,
        domain: None,
        sender: Sender::Team(OLGA),
        orphaned: false,
    };
    facts.links.insert(id, link);
}

fn add_challenge(facts: &mut Facts, id: ChallengeId, created_at: Timestamp) {
    let challenge = Challenge {
        id,
        address: address("ivy"),
        browser: BROWSER,
        language: Language::English,
        created_at,
        guesses: 0,
        person: None,
        used_at: None,
    };
    facts.challenges.insert(id, challenge);
}

/// The team.
pub fn fixture() -> Fixture {
    let mut facts = Facts::default();
    let facts_ref = &mut facts;
    add_team(facts_ref, TEAM, OLGA, &[(SPRING, "spring"), (AUTUMN, "autumn"), (OLD, "old")]);
    add_team(facts_ref, OTHER_TEAM, FRED, &[(FOREIGN, "foreign")]);
    add_people(facts_ref);
    add_things(facts_ref);
    let seats = Seats {
        taken: count(facts.members.values().filter(|m| m.seat).count()),
        reserved: count(facts.invitations.values().filter(|i| i.seat).count()),
    };
    let members = count(facts.members.values().filter(|m| m.is_active()).count());
    for team in facts.teams.values_mut().filter(|team| team.id == TEAM) {
        team.seats = seats;
        team.members = members;
    }
    Fixture { facts }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).expect("a small number")
}

fn add_people(facts: &mut Facts) {
    for (id, local, owns) in [
        (OLGA, "olga", 1),
        (MIA, "mia", 0),
        (PIA, "pia", 0),
        (MAX, "max", 0),
        (NONA, "nona", 0),
        (REX, "rex", 0),
        (IVY, "ivy", 0),
        (FRED, "fred", 1),
    ] {
        add_person(facts, id, local, owns);
    }
    let active = MemberState::Active;
    let editor = at_team(Grant::role(BuiltInRole::Editor));
    add_member(facts, OLGA, active, Access::default());
    add_member(facts, MIA, active, editor.clone());
    add_member(facts, PIA, active, at_spring(Grant::role(BuiltInRole::Viewer)));
    add_member(facts, MAX, active, at_spring(Grant::custom(PermissionSet::at_project())));
    add_member(facts, NONA, active, at_team(Grant::NOTHING));
    add_member(facts, REX, MemberState::Removed { at: NOW.plus(-DAY), by: OLGA }, editor);
    for ((_, access), n) in kinds().into_iter().zip(100..) {
        add_person(facts, PersonId(n), &format!("kind{n}"), 0);
        add_member(facts, PersonId(n), active, access);
    }
}

fn add_things(facts: &mut Facts) {
    let spring = Place::Project(SPRING);
    let owner = Sender::Team(OLGA);
    add_invitation(facts, TO_IVY, "ivy", Place::Team, BuiltInRole::Viewer, owner);
    add_invitation(facts, TO_NEW, "new1", Place::Team, BuiltInRole::Editor, owner);
    add_invitation(facts, TO_NEW_AT_SPRING, "new2", spring, BuiltInRole::Viewer, owner);
    add_invitation(facts, TO_NEW_BY_MAX, "new3", spring, BuiltInRole::Editor, Sender::Member(MAX));
    add_ask(facts, ASK, MIA, spring, Permission::PostsPublish);
    add_ask(facts, ASK_AT_TEAM, MIA, Place::Team, Permission::HistoryView);
    add_ask(facts, ASK_OF_NONA, NONA, Place::Team, Permission::PostsView);
    add_link(facts, LINK, Place::Team, BuiltInRole::Viewer, LinkState::On);
    add_link(facts, LINK_AT_SPRING, spring, BuiltInRole::Editor, LinkState::On);
    add_link(facts, LINK_OFF, Place::Team, BuiltInRole::Approver, LinkState::Off);
    add_post(facts, DRAFT, SPRING, MIA, Stage::Draft);
    add_post(facts, IN_REVIEW, SPRING, MIA, Stage::InReview);
    add_post(facts, APPROVED, SPRING, MIA, Stage::Approved);
    add_post(facts, DRAFT_IN_AUTUMN, AUTUMN, MIA, Stage::Draft);
    add_post(facts, PUBLISHED, SPRING, MIA, Stage::Published);
    add_post(facts, DRAFT_IN_OLD, OLD, MIA, Stage::Draft);
    crate::table::images::hang(facts);
    crate::table::handover::hang(facts);
    add_challenge(facts, CHALLENGE, NOW.plus(-MINUTE));
    add_challenge(facts, OLD_CHALLENGE, NOW.plus(-HOUR));
}
