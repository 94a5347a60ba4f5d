//! What stands in which column: each of core's rows as a record of its table.

use roster_core::access::{Access, Grant, Place};
use roster_core::change::{History, Mail, Recipient, Tally};
use roster_core::id::{ImageId, PersonId, TeamId};
use roster_core::model::{
    Ask, AskState, Challenge, Handover, HandoverState, Image, ImageState, Invitation, InvitationState,
    InviteLink, LinkState, Member, MemberState, Person, Post, Project, Proof, Role, Sender, Session, Team,
};
use roster_core::text::likeness;

use crate::codec::{
    grant_values, grants_text, history_kind_id, place_text, search_key, tally_text, template_id,
};
use crate::statement::Value;

/// A row as a table holds it; the first `keys` columns name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub table: &'static str,
    pub keys: usize,
    pub columns: Vec<(&'static str, Value)>,
}

impl Record {
    pub const fn new(table: &'static str, keys: usize) -> Self {
        Self { table, keys, columns: Vec::new() }
    }

    /// Adds a column. One call for each is a third shorter, compiled, than a list of all of them.
    pub fn put(&mut self, name: &'static str, value: impl Into<Value>) {
        self.columns.push((name, value.into()));
    }
}

pub fn team(team: &Team) -> Record {
    let mut row = Record::new("teams", 1);
    row.put("id", team.id);
    row.put("name", team.name.as_str());
    row.put("owner", team.owner);
    row.put("join_mode", team.join_mode.id());
    row.put("plan", team.plan.id());
    row.put("cap", team.cap);
    row.put("seat_limit", team.seat_limit());
    row.put("seats_taken", team.seats.taken);
    row.put("seats_reserved", team.seats.reserved);
    row.put("members", team.members);
    row.put("projects", team.projects);
    row.put("images", team.images);
    row.put("image_bytes", team.image_bytes);
    row.put("version", team.version);
    row.put("epoch", team.epoch);
    row.put("created_at", team.created_at);
    row.put("deleted_at", team.deleted_at);
    row.put("clear_at", team.deleted_at);
    row
}

pub fn person(person: &Person) -> Record {
    let mut row = Record::new("people", 1);
    row.put("id", person.id);
    row.put("address", &person.address);
    row.put("name", person.name.as_str());
    row.put("avatar", person.avatar);
    row.put("language", person.language.tag());
    row.put("muted", person.muted.0);
    row.put("merged_into", person.merge.map(|merge| merge.into));
    row.put("merged_until", person.merge.and_then(|merge| merge.until));
    row.put("owns", person.owns);
    row.put("version", person.version);
    row.put("created_at", person.created_at);
    row
}

/// The member's own columns; name, address and picture are the person's, and stand only in a new row.
pub fn member(member: &Member) -> Record {
    let (state, ended_at, ended_by) = match member.state {
        MemberState::Active => ("active", None, None),
        MemberState::Left { at } => ("left", Some(at), None),
        MemberState::Removed { at, by } => ("removed", Some(at), Some(by)),
    };
    let mut row = Record::new("members", 2);
    row.put("team", member.team);
    row.put("person", member.person);
    row.put("state", state);
    row.put("ended_at", ended_at);
    row.put("ended_by", ended_by);
    row.put("seat", member.seat);
    row.put("next_end", member.next_end);
    row.put("barred", member.barred);
    row.put("stamp", member.stamp);
    row.put("joined_at", member.joined_at);
    row.put("apart", i64::try_from(member.access.projects.len()).unwrap_or(i64::MAX));
    row
}

/// Adds what a member's row repeats of the person.
pub fn put_shown(row: &mut Record, person: Option<&Person>) {
    let name = person.map_or("", |person| person.name.as_str());
    let address = person.map_or("", |person| person.address.as_str());
    row.put("name", name);
    row.put("address", address);
    row.put("name_key", search_key(name));
    row.put("email_key", search_key(address));
    row.put("avatar", person.and_then(|person| person.avatar));
}

fn grant(team: TeamId, person: PersonId, (place, grant): (Place, Grant)) -> Record {
    let [role, bits, until] = grant_values(grant);
    let mut row = Record::new("access", 3);
    row.put("team", team);
    row.put("person", person);
    row.put("place", place_text(place));
    row.put("role", role);
    row.put("bits", bits);
    row.put("until", until);
    row
}

pub fn access(team: TeamId, person: PersonId, access: &Access) -> Vec<Record> {
    access.grants().map(|held| grant(team, person, held)).collect()
}

pub fn project(project: &Project) -> Record {
    let mut row = Record::new("projects", 1);
    row.put("id", project.id);
    row.put("team", project.team);
    row.put("name", project.name.as_str());
    row.put("name_key", search_key(project.name.as_str()));
    row.put("archived_at", project.archived_at);
    row.put("created_at", project.created_at);
    row
}

pub fn role(role: &Role) -> Record {
    let mut row = Record::new("roles", 1);
    row.put("id", role.id);
    row.put("team", role.team);
    row.put("name", role.name.as_str());
    row.put("name_key", likeness(role.name.as_str()));
    row.put("bits", role.set.bits());
    row.put("replaced_by", role.replaced.map(|(by, _)| by.id()));
    row.put("replaced_at", role.replaced.map(|(_, at)| at));
    row.put("created_at", role.created_at);
    row
}

const fn sender(sender: Sender) -> (PersonId, bool) {
    match sender {
        Sender::Team(person) => (person, true),
        Sender::Member(person) => (person, false),
    }
}

pub fn invitation(invitation: &Invitation) -> Record {
    let (state, by, at) = match invitation.state {
        InvitationState::Pending => ("pending", None, None),
        InvitationState::Accepted { by, at } => ("accepted", Some(by), Some(at)),
        InvitationState::Declined { at } => ("declined", None, Some(at)),
        InvitationState::Withdrawn { at } => ("withdrawn", None, Some(at)),
    };
    let mut row = Record::new("invitations", 1);
    row.put("id", invitation.id);
    row.put("team", invitation.team);
    row.put("address", &invitation.address);
    row.put("colleague", invitation.colleague);
    row.put("state", state);
    row.put("closed_by", by);
    row.put("closed_at", at);
    row.put("seat", invitation.seat);
    row.put("counter", invitation.counter);
    row.put("sent_by", invitation.sent_by);
    row.put("sent_at", invitation.sent_at);
    row.put("expires_at", invitation.expires_at);
    row.put("asked_at", invitation.asked_at);
    row
}

pub fn invited_places(invitation: &Invitation) -> Vec<Record> {
    let one = |invited: &roster_core::model::InvitedPlace| {
        let [role, bits, until] = grant_values(invited.grant);
        let (sender, own) = sender(invited.sender);
        let mut row = Record::new("invitation_places", 2);
        row.put("invitation", invitation.id);
        row.put("place", place_text(invited.place));
        row.put("team", invitation.team);
        row.put("role", role);
        row.put("bits", bits);
        row.put("until", until);
        row.put("sender", sender);
        row.put("own", own);
        row.put("orphaned", invited.orphaned);
        row.put("open", invitation.is_pending());
        row
    };
    invitation.places.iter().map(one).collect()
}

pub fn link(link: &InviteLink) -> Record {
    let (sender, own) = sender(link.sender);
    let state = match link.state {
        LinkState::On => "on",
        LinkState::Off => "off",
    };
    let mut row = Record::new("links", 1);
    row.put("id", link.id);
    row.put("team", link.team);
    row.put("place", place_text(link.place));
    row.put("role", link.role.role().map_or(Value::Null, |role| role.id().into()));
    row.put("state", state);
    row.put("generation", link.generation);
    row.put("expires_at", link.expires_at);
    row.put("max_uses", link.max_uses);
    row.put("uses", link.uses);
    row.put("domain", link.domain.clone());
    row.put("sender", sender);
    row.put("own", own);
    row.put("orphaned", link.orphaned);
    row
}

pub fn ask(ask: &Ask) -> Record {
    let (state, by, at) = match ask.state {
        AskState::Open => ("open", None, None),
        AskState::Granted { by, at } => ("granted", Some(by), Some(at)),
        AskState::Declined { by, at } => ("declined", Some(by), Some(at)),
        AskState::Closed { at } => ("closed", None, Some(at)),
    };
    let mut row = Record::new("asks", 1);
    row.put("id", ask.id);
    row.put("team", ask.team);
    row.put("person", ask.person);
    row.put("place", place_text(ask.place));
    row.put("permission", ask.permission.id());
    row.put("state", state);
    row.put("closed_by", by);
    row.put("closed_at", at);
    row.put("asked_at", ask.asked_at);
    row
}

pub fn handover(handover: &Handover) -> Record {
    let (state, by, at) = match handover.state {
        HandoverState::Open => ("open", None, None),
        HandoverState::Accepted { by, at } => ("accepted", Some(by), Some(at)),
        HandoverState::Declined { at } => ("declined", None, Some(at)),
        HandoverState::Withdrawn { at } => ("withdrawn", None, Some(at)),
    };
    let mut row = Record::new("handovers", 1);
    row.put("id", handover.id);
    row.put("team", handover.team);
    row.put("project", handover.project);
    row.put("address", &handover.address);
    row.put("state", state);
    row.put("closed_by", by);
    row.put("closed_at", at);
    row.put("sent_by", handover.sent_by);
    row.put("sent_at", handover.sent_at);
    row.put("expires_at", handover.expires_at);
    row
}

pub fn post(post: &Post) -> Record {
    let mut row = Record::new("posts", 1);
    row.put("id", post.id);
    row.put("team", post.team);
    row.put("project", post.project);
    row.put("author", post.author);
    row.put("title", post.title.as_str());
    row.put("body", post.body.as_str());
    row.put("stage", post.stage.id());
    row.put("planned_at", post.planned_at);
    row.put("approved_by", post.approved_by);
    row.put("published_by", post.published.map(|(by, _)| by));
    row.put("published_at", post.published.map(|(_, at)| at));
    row.put("version", post.version);
    row.put("changed_at", post.changed_at);
    row
}

pub fn image(image: &Image) -> Record {
    let (state, deleted_at) = match image.state {
        ImageState::Pending => ("pending", None),
        ImageState::Ready => ("ready", None),
        ImageState::Deleted(at) => ("deleted", Some(at)),
    };
    let mut row = Record::new("images", 1);
    row.put("id", image.id);
    row.put("team", image.team);
    row.put("place", place_text(image.place));
    row.put("name", image.name.as_str());
    row.put("media_type", image.picture.media_type.id());
    row.put("width", image.picture.width);
    row.put("height", image.picture.height);
    row.put("bytes", image.picture.bytes);
    row.put("thumbnail_bytes", image.picture.thumbnail_bytes);
    row.put("uploaded_by", image.uploaded_by);
    row.put("at", image.at);
    row.put("state", state);
    row.put("deleted_at", deleted_at);
    row.put("clear_at", image.clear_at());
    row
}

pub fn post_image(post: &Post, image: ImageId) -> Record {
    let mut row = Record::new("post_images", 3);
    row.put("team", post.team);
    row.put("image", image);
    row.put("post", post.id);
    row
}

pub fn session(session: &Session) -> Record {
    let proof = match session.proof {
        Proof::Code => "code",
        Proof::Invitation => "invitation",
    };
    let mut row = Record::new("sessions", 1);
    row.put("digest", session.digest);
    row.put("id", session.id);
    row.put("person", session.person);
    row.put("proof", proof);
    row.put("created_at", session.created_at);
    row.put("expires_at", session.expires_at);
    row.put("ended_at", session.ended_at);
    row
}

pub fn challenge(challenge: &Challenge) -> Record {
    let mut row = Record::new("challenges", 1);
    row.put("id", challenge.id);
    row.put("address", &challenge.address);
    row.put("browser", challenge.browser);
    row.put("language", challenge.language.tag());
    row.put("person", challenge.person);
    row.put("created_at", challenge.created_at);
    row.put("guesses", challenge.guesses);
    row.put("used_at", challenge.used_at);
    row
}

pub fn tally(tally: &Tally) -> Record {
    let mut row = Record::new("tallies", 2);
    row.put("key", tally_text(&tally.key));
    row.put("day", tally.day);
    row.put("count", tally.count);
    row.put("last_at", tally.last_at);
    row
}

pub fn history(line: &History) -> Record {
    let mut row = Record::new("history", 0);
    row.put("team", line.team);
    row.put("at", line.at);
    row.put("by", line.by);
    row.put("kind", history_kind_id(line.kind));
    row.put("person", line.person);
    row.put("address", line.address.as_ref());
    row.put("project", line.project);
    row.put("post", line.post);
    row.put("before", grants_text(&line.before));
    row.put("after", grants_text(&line.after));
    row.put("note", line.note.clone());
    row
}

pub fn mail(mail: &Mail) -> Record {
    let (person, address) = match &mail.to {
        Recipient::Person(person) => (Value::from(*person), Value::Null),
        Recipient::Address(address) => (Value::Null, Value::from(address)),
    };
    let mut row = Record::new("outbox", 0);
    row.put("template", template_id(mail.template));
    row.put("person", person);
    row.put("address", address);
    row.put("team", mail.team);
    row.put("project", mail.project);
    row.put("about", mail.about);
    row.put("invitation", mail.invitation);
    row.put("challenge", mail.challenge);
    row.put("post", mail.post);
    row.put("ask", mail.ask);
    row.put("handover", mail.handover);
    row.put("counter", mail.counter);
    row.put("due_at", mail.due_at);
    row.put("next_try_at", first_try(mail));
    row
}

/// When a mail is due for its first try. Somebody waits for a code at the screen: it goes before all others.
const fn first_try(mail: &Mail) -> roster_core::Timestamp {
    match mail.template.is_code() {
        true => roster_core::Timestamp(0),
        false => mail.due_at,
    }
}
