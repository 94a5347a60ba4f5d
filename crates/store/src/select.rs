//! The columns of each of core's rows in a read, under the prefix of its table's alias, and their way back.
//! A row says by its prefixes what it holds, so that joined reads need no description of their own.

use roster_core::access::{Access, Place};
use roster_core::id::PersonId;
use roster_core::model::{
    Invitation, InvitationState, InviteLink, InvitedPlace, JoinMode, Language, LinkState, Member,
    MemberState, Merge, Muted, Person, Post, Project, Proof, Seats, Sender, Session, Stage, Team,
};

use roster_core::{Facts, Plan, Timestamp};

use crate::codec::{grant_from_parts, grants_from_text, place_from_text, role_from_parts};
use crate::row::{Corrupt, Part, Row};

/// Makes `a.x AS a_x, …` of an alias and its columns.
macro_rules! columns {
    ($alias:literal, $first:literal $(, $column:literal)* $(,)?) => {
        concat!($alias, ".", $first, " AS ", $alias, "_", $first
            $(, ", ", $alias, ".", $column, " AS ", $alias, "_", $column)*)
    };
}

mod ask;
mod challenge;
mod handover;
mod image;
mod role;
mod tally;

pub use ask::{ASK, ask};
pub use challenge::{CHALLENGE, challenge};
pub use handover::{HANDOVER, LOAD, handover, load};
pub use image::{IMAGE, image};
pub use role::{ROLE, role};
pub use tally::{TALLY, tally};

/// A session, as `s`.
pub const SESSION: &str =
    columns!("s", "id", "digest", "person", "proof", "created_at", "expires_at", "ended_at");
/// A person, as `p`. A merge into a team that is deleted is none.
pub const PERSON: &str = concat!(
    columns!(
        "p",
        "id",
        "address",
        "name",
        "avatar",
        "language",
        "muted",
        "merged_until",
        "owns",
        "version",
        "created_at"
    ),
    ", (SELECT d.id FROM teams d WHERE d.id = p.merged_into AND d.deleted_at IS NULL) AS p_merged_into"
);
/// A team, as `t`.
pub const TEAM: &str = columns!(
    "t",
    "id",
    "name",
    "owner",
    "join_mode",
    "plan",
    "cap",
    "seats_taken",
    "seats_reserved",
    "members",
    "projects",
    "images",
    "image_bytes",
    "version",
    "epoch",
    "created_at",
    "deleted_at"
);
/// A grant of a table as one text: the role, or of one of the team's own the one that stands for it with its bits.
macro_rules! grant {
    ($table:literal) => {
        concat!(
            $table,
            ".place || ',' || CASE WHEN length(",
            $table,
            ".role) = 13 THEN ifnull((SELECT ifnull(g.replaced_by, g.id) || ',' || g.bits FROM roles g WHERE g.id = ",
            $table,
            ".role), ",
            $table,
            ".role || ',') ELSE ifnull(",
            $table,
            ".role, '') || ',' || ifnull(",
            $table,
            ".bits, '') END || ',' || ifnull(",
            $table,
            ".until, '')"
        )
    };
}
/// A place of an invitation, of the table `x`, as one text.
macro_rules! invited {
    () => {
        concat!(grant!("x"), " || ',' || x.sender || ',' || x.own || ',' || x.orphaned")
    };
}

/// A member with all they hold in one text, as `m`: the team's grant by its key, and the projects' only where the
/// row says that there are some.
pub const MEMBER: &str = concat!(
    columns!(
        "m",
        "team",
        "person",
        "state",
        "ended_at",
        "ended_by",
        "seat",
        "next_end",
        "barred",
        "stamp",
        "joined_at"
    ),
    ", m.address LIKE 'gone:%' AS m_gone, ifnull((SELECT ",
    grant!("a"),
    " FROM access a WHERE a.team = m.team AND a.person = m.person AND a.place = ''), '') ",
    "|| CASE WHEN m.apart > 0 THEN ';' || (SELECT group_concat(",
    grant!("a"),
    ", ';') FROM access a WHERE a.team = m.team AND a.person = m.person AND a.place > '') ELSE '' END AS m_access"
);
/// A project, as `r`.
pub const PROJECT: &str = columns!("r", "id", "team", "name", "archived_at", "created_at");
/// An invitation without its places, as `i`: for reads that join them, as [`PLACE`].
pub const BARE_INVITATION: &str = columns!(
    "i",
    "id",
    "team",
    "address",
    "colleague",
    "state",
    "closed_by",
    "closed_at",
    "seat",
    "counter",
    "sent_by",
    "sent_at",
    "expires_at",
    "asked_at"
);
/// All places of the invitation `i` in one text.
pub const PLACES: &str = concat!(
    "(SELECT group_concat(",
    invited!(),
    ", ';') FROM invitation_places x WHERE x.invitation = i.id) AS i_places"
);
/// One place of an invitation, as `x`, in the same text.
pub const PLACE: &str = concat!(invited!(), " AS i_places");
/// A link, as `l`, with what its role holds if that is one of the team's own.
pub const LINK: &str = concat!(
    columns!(
        "l",
        "id",
        "team",
        "place",
        "role",
        "state",
        "generation",
        "expires_at",
        "max_uses",
        "uses",
        "domain",
        "sender",
        "own",
        "orphaned"
    ),
    ", CASE WHEN length(l.role) = 13 THEN (SELECT g.bits FROM roles g WHERE g.id = l.role) END AS l_bits"
);
/// A post, as `o`.
pub const POST: &str = columns!(
    "o",
    "id",
    "team",
    "project",
    "author",
    "title",
    "body",
    "stage",
    "planned_at",
    "approved_by",
    "published_by",
    "published_at",
    "version",
    "changed_at"
);

pub fn session(row: &Row) -> Result<Session, Corrupt> {
    let proof = |name: &str| match name {
        "code" => Some(Proof::Code),
        "invitation" => Some(Proof::Invitation),
        _ => None,
    };
    row.read("s_", |s| Session {
        id: s.id("id"),
        digest: s.digest("digest"),
        person: s.id("person"),
        proof: s.named("proof", proof),
        created_at: s.time("created_at"),
        expires_at: s.time("expires_at"),
        ended_at: s.time_or_null("ended_at"),
    })
}

pub fn person(row: &Row) -> Result<Person, Corrupt> {
    row.read("p_", |p| Person {
        id: p.id("id"),
        address: p.address("address"),
        name: p.name_of("name"),
        avatar: p.id_or_null("avatar"),
        language: p.named("language", Language::of_tag),
        muted: Muted(p.number("muted")),
        merge: merge(p),
        owns: p.number("owns"),
        version: p.number("version"),
        created_at: p.time("created_at"),
    })
}

fn merge(p: &mut Part<'_>) -> Option<Merge> {
    let until = p.time_or_null("merged_until");
    p.id_or_null("merged_into").map(|into| Merge { into, until })
}

pub fn team(row: &Row) -> Result<Team, Corrupt> {
    row.read("t_", |t| Team {
        id: t.id("id"),
        name: t.name_of("name"),
        owner: t.id("owner"),
        join_mode: t.named("join_mode", JoinMode::from_id),
        plan: t.named("plan", Plan::from_id),
        cap: t.number("cap"),
        seats: Seats { taken: t.number("seats_taken"), reserved: t.number("seats_reserved") },
        members: t.number("members"),
        projects: t.number("projects"),
        images: t.number("images"),
        image_bytes: t.number("image_bytes"),
        version: t.number("version"),
        epoch: t.number("epoch"),
        created_at: t.time("created_at"),
        deleted_at: t.time_or_null("deleted_at"),
    })
}

fn member_state(m: &mut Part<'_>) -> MemberState {
    let state = match m.text("state") {
        "active" => Some(MemberState::Active),
        "left" => Some(MemberState::Left { at: m.time("ended_at") }),
        "removed" => Some(MemberState::Removed { at: m.time("ended_at"), by: m.id("ended_by") }),
        _ => None,
    };
    m.or_refuse("state", state, MemberState::Left { at: Timestamp(0) })
}

/// What somebody holds, of the text that [`MEMBER`] makes.
fn access_of(m: &mut Part<'_>) -> Access {
    let grants = grants_from_text(m.text_or_null("access").unwrap_or(""));
    let grants = m.or_refuse("access", grants, Vec::new());
    grants.into_iter().fold(Access::default(), |access, (place, grant)| access.with(place, Some(grant)))
}

pub fn member(row: &Row) -> Result<Member, Corrupt> {
    row.read("m_", |m| Member {
        team: m.id("team"),
        person: m.id("person"),
        state: member_state(m),
        access: access_of(m),
        seat: m.flag("seat"),
        next_end: m.time_or_null("next_end"),
        barred: m.flag("barred"),
        stamp: m.number("stamp"),
        joined_at: m.time("joined_at"),
        gone: m.flag("gone"),
    })
}

pub fn project(row: &Row) -> Result<Project, Corrupt> {
    row.read("r_", |r| Project {
        id: r.id("id"),
        team: r.id("team"),
        name: r.name_of("name"),
        archived_at: r.time_or_null("archived_at"),
        created_at: r.time("created_at"),
    })
}

fn invitation_state(i: &mut Part<'_>) -> InvitationState {
    let state = match i.text("state") {
        "pending" => Some(InvitationState::Pending),
        "accepted" => Some(InvitationState::Accepted { by: i.id("closed_by"), at: i.time("closed_at") }),
        "declined" => Some(InvitationState::Declined { at: i.time("closed_at") }),
        "withdrawn" => Some(InvitationState::Withdrawn { at: i.time("closed_at") }),
        _ => None,
    };
    i.or_refuse("state", state, InvitationState::Withdrawn { at: Timestamp(0) })
}

fn sender(id: &str, own: &str) -> Option<Sender> {
    let person = id.parse().ok()?;
    match own {
        "0" => Some(Sender::Member(person)),
        "1" => Some(Sender::Team(person)),
        _ => None,
    }
}

fn invited_place(text: &str) -> Option<InvitedPlace> {
    let mut parts = text.split(',');
    let place = place_from_text(parts.next()?)?;
    let grant = grant_from_parts(parts.next()?, parts.next()?, parts.next()?)?;
    let sender = sender(parts.next()?, parts.next()?)?;
    Some(InvitedPlace { place, grant, sender, orphaned: parts.next()? == "1" })
}

fn invited_places(i: &mut Part<'_>) -> Vec<InvitedPlace> {
    let places = i.text("places").split(';').map(invited_place).collect();
    let mut places: Vec<InvitedPlace> = i.or_refuse("places", places, Vec::new());
    places.sort_by_key(|invited| invited.place);
    places
}

pub fn invitation(row: &Row) -> Result<Invitation, Corrupt> {
    row.read("i_", |i| Invitation {
        id: i.id("id"),
        team: i.id("team"),
        address: i.address("address"),
        colleague: i.id_or_null("colleague"),
        state: invitation_state(i),
        places: invited_places(i),
        seat: i.flag("seat"),
        counter: i.number("counter"),
        sent_by: i.id("sent_by"),
        sent_at: i.time("sent_at"),
        expires_at: i.time("expires_at"),
        asked_at: i.time_or_null("asked_at"),
    })
}

pub fn link(row: &Row) -> Result<InviteLink, Corrupt> {
    let state = |name: &str| match name {
        "on" => Some(LinkState::On),
        "off" => Some(LinkState::Off),
        _ => None,
    };
    row.read("l_", |l| InviteLink {
        id: l.id("id"),
        team: l.id("team"),
        place: place(l, "place"),
        role: role_from_parts(l.text("role"), l.number_or_null("bits")),
        state: l.named("state", state),
        generation: l.number("generation"),
        expires_at: l.time_or_null("expires_at"),
        max_uses: l.number_or_null("max_uses"),
        uses: l.number("uses"),
        domain: l.string_or_null("domain"),
        sender: if l.flag("own") { Sender::Team(l.id("sender")) } else { Sender::Member(l.id("sender")) },
        orphaned: l.flag("orphaned"),
    })
}

fn place(part: &mut Part<'_>, column: &str) -> Place {
    part.named(column, place_from_text)
}

fn published(o: &mut Part<'_>) -> Option<(PersonId, Timestamp)> {
    match (o.id_or_null("published_by"), o.time_or_null("published_at")) {
        (Some(by), Some(at)) => Some((by, at)),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => {
            o.refuse("published_at");
            None
        }
    }
}

pub fn post(row: &Row) -> Result<Post, Corrupt> {
    row.read("o_", |o| Post {
        id: o.id("id"),
        team: o.id("team"),
        project: o.id("project"),
        author: o.id("author"),
        title: o.title("title"),
        body: o.body("body"),
        stage: o.named("stage", Stage::from_id),
        planned_at: o.time_or_null("planned_at"),
        approved_by: o.id_or_null("approved_by"),
        published: published(o),
        version: o.number("version"),
        changed_at: o.time("changed_at"),
    })
}

/// Puts all that a row holds into the facts.
pub fn absorb(facts: &mut Facts, row: &Row) -> Result<(), Corrupt> {
    absorb_people(facts, row)?;
    absorb_ways_in(facts, row)?;
    if row.has("u_id") {
        let role = role(row)?;
        facts.roles.insert(role.id, role);
    }
    if row.has("r_id") {
        let project = project(row)?;
        facts.projects.insert(project.id, project);
    }
    if row.has("o_id") {
        let post = post(row)?;
        facts.posts.insert(post.id, post);
    }
    if row.has("q_id")
        && let Some(ask) = ask(row)?
    {
        facts.asks.insert(ask.id, ask);
    }
    if row.has("h_id") {
        let handover = handover(row)?;
        facts.handovers.insert(handover.id, handover);
    }
    if row.has("w_project") {
        let load = load(row)?;
        facts.loads.insert(load.project, load);
    }
    if row.has("g_id") {
        let image = image(row)?;
        facts.images.insert(image.id, image);
    }
    if row.has("y_key") {
        let tally = tally(row)?;
        facts.tallies.insert((tally.key.clone(), tally.day), tally);
    }
    Ok(())
}

fn absorb_people(facts: &mut Facts, row: &Row) -> Result<(), Corrupt> {
    // A deleted team is not there, whoever asks and for whatever.
    if row.has("t_id") && !row.has("t_deleted_at") {
        let team = team(row)?;
        facts.teams.insert(team.id, team);
    }
    if row.has("p_id") {
        let person = person(row)?;
        facts.people.insert(person.id, person);
    }
    if row.has("m_team") {
        let member = member(row)?;
        facts.members.insert((member.team, member.person), member);
    }
    if row.has("s_digest") {
        let session = session(row)?;
        facts.sessions.insert(session.digest, session);
    }
    Ok(())
}

fn absorb_ways_in(facts: &mut Facts, row: &Row) -> Result<(), Corrupt> {
    if row.has("i_id") {
        absorb_invitation(facts, invitation(row)?);
    }
    if row.has("l_id") {
        let link = link(row)?;
        facts.links.insert(link.id, link);
    }
    if row.has("c_id") {
        let challenge = challenge(row)?;
        facts.challenges.insert(challenge.id, challenge);
    }
    Ok(())
}

/// A read that joins places gives a row for each of them.
fn absorb_invitation(facts: &mut Facts, invitation: Invitation) {
    let Some(known) = facts.invitations.get_mut(&invitation.id) else {
        facts.invitations.insert(invitation.id, invitation);
        return;
    };
    let is_new = |invited: &InvitedPlace| known.places.iter().all(|other| other.place != invited.place);
    let new: Vec<InvitedPlace> = invitation.places.into_iter().filter(is_new).collect();
    known.places.extend(new);
    known.places.sort_by_key(|invited| invited.place);
}
