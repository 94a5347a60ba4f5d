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

fn record<const N: usize>(table: &'static str, keys: usize, columns: [(&'static str, Value); N]) -> Record {
    Record { table, keys, columns: columns.into() }
}

pub fn team(team: &Team) -> Record {
    record(
        "teams",
        1,
        [
            ("id", team.id.into()),
            ("name", team.name.as_str().into()),
            ("owner", team.owner.into()),
            ("join_mode", team.join_mode.id().into()),
            ("plan", team.plan.id().into()),
            ("cap", team.cap.into()),
            ("seat_limit", team.seat_limit().into()),
            ("seats_taken", team.seats.taken.into()),
            ("seats_reserved", team.seats.reserved.into()),
            ("members", team.members.into()),
            ("projects", team.projects.into()),
            ("images", team.images.into()),
            ("image_bytes", team.image_bytes.into()),
            ("version", team.version.into()),
            ("epoch", team.epoch.into()),
            ("created_at", team.created_at.into()),
            ("deleted_at", team.deleted_at.into()),
            ("clear_at", team.deleted_at.into()),
        ],
    )
}

pub fn person(person: &Person) -> Record {
    record(
        "people",
        1,
        [
            ("id", person.id.into()),
            ("address", (&person.address).into()),
            ("name", person.name.as_str().into()),
            ("language", person.language.tag().into()),
            ("muted", person.muted.0.into()),
            ("merged_into", person.merge.map(|merge| merge.into).into()),
            ("merged_until", person.merge.and_then(|merge| merge.until).into()),
            ("owns", person.owns.into()),
            ("version", person.version.into()),
            ("created_at", person.created_at.into()),
        ],
    )
}

/// The member's own columns; name and address are the person's, and stand only in a new row.
pub fn member(member: &Member) -> Record {
    let (state, ended_at, ended_by) = match member.state {
        MemberState::Active => ("active", None, None),
        MemberState::Left { at } => ("left", Some(at), None),
        MemberState::Removed { at, by } => ("removed", Some(at), Some(by)),
    };
    record(
        "members",
        2,
        [
            ("team", member.team.into()),
            ("person", member.person.into()),
            ("state", state.into()),
            ("ended_at", ended_at.into()),
            ("ended_by", ended_by.into()),
            ("seat", member.seat.into()),
            ("next_end", member.next_end.into()),
            ("barred", member.barred.into()),
            ("stamp", member.stamp.into()),
            ("joined_at", member.joined_at.into()),
            ("apart", i64::try_from(member.access.projects.len()).unwrap_or(i64::MAX).into()),
        ],
    )
}

/// What a member's row repeats of the person.
pub fn shown(person: Option<&Person>) -> [(&'static str, Value); 4] {
    let name = person.map_or("", |person| person.name.as_str());
    let address = person.map_or("", |person| person.address.as_str());
    [
        ("name", name.into()),
        ("address", address.into()),
        ("name_key", search_key(name).into()),
        ("email_key", search_key(address).into()),
    ]
}

fn grant(team: TeamId, person: PersonId, (place, grant): (Place, Grant)) -> Record {
    let [role, bits, until] = grant_values(grant);
    record(
        "access",
        3,
        [
            ("team", team.into()),
            ("person", person.into()),
            ("place", place_text(place).into()),
            ("role", role),
            ("bits", bits),
            ("until", until),
        ],
    )
}

pub fn access(team: TeamId, person: PersonId, access: &Access) -> Vec<Record> {
    access.grants().map(|held| grant(team, person, held)).collect()
}

pub fn project(project: &Project) -> Record {
    record(
        "projects",
        1,
        [
            ("id", project.id.into()),
            ("team", project.team.into()),
            ("name", project.name.as_str().into()),
            ("name_key", search_key(project.name.as_str()).into()),
            ("archived_at", project.archived_at.into()),
            ("created_at", project.created_at.into()),
        ],
    )
}

pub fn role(role: &Role) -> Record {
    record(
        "roles",
        1,
        [
            ("id", role.id.into()),
            ("team", role.team.into()),
            ("name", role.name.as_str().into()),
            ("name_key", likeness(role.name.as_str()).into()),
            ("bits", role.set.bits().into()),
            ("replaced_by", role.replaced.map(|(by, _)| by.id()).into()),
            ("replaced_at", role.replaced.map(|(_, at)| at).into()),
            ("created_at", role.created_at.into()),
        ],
    )
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
    record(
        "invitations",
        1,
        [
            ("id", invitation.id.into()),
            ("team", invitation.team.into()),
            ("address", (&invitation.address).into()),
            ("colleague", invitation.colleague.into()),
            ("state", state.into()),
            ("closed_by", by.into()),
            ("closed_at", at.into()),
            ("seat", invitation.seat.into()),
            ("counter", invitation.counter.into()),
            ("sent_by", invitation.sent_by.into()),
            ("sent_at", invitation.sent_at.into()),
            ("expires_at", invitation.expires_at.into()),
            ("asked_at", invitation.asked_at.into()),
        ],
    )
}

pub fn invited_places(invitation: &Invitation) -> Vec<Record> {
    let one = |invited: &roster_core::model::InvitedPlace| {
        let [role, bits, until] = grant_values(invited.grant);
        let (sender, own) = sender(invited.sender);
        record(
            "invitation_places",
            2,
            [
                ("invitation", invitation.id.into()),
                ("place", place_text(invited.place).into()),
                ("team", invitation.team.into()),
                ("role", role),
                ("bits", bits),
                ("until", until),
                ("sender", sender.into()),
                ("own", own.into()),
                ("orphaned", invited.orphaned.into()),
                ("open", invitation.is_pending().into()),
            ],
        )
    };
    invitation.places.iter().map(one).collect()
}

pub fn link(link: &InviteLink) -> Record {
    let (sender, own) = sender(link.sender);
    let state = match link.state {
        LinkState::On => "on",
        LinkState::Off => "off",
    };
    record(
        "links",
        1,
        [
            ("id", link.id.into()),
            ("team", link.team.into()),
            ("place", place_text(link.place).into()),
            ("role", link.role.role().map_or(Value::Null, |role| role.id().into())),
            ("state", state.into()),
            ("generation", link.generation.into()),
            ("expires_at", link.expires_at.into()),
            ("max_uses", link.max_uses.into()),
            ("uses", link.uses.into()),
            ("domain", link.domain.clone().into()),
            ("sender", sender.into()),
            ("own", own.into()),
            ("orphaned", link.orphaned.into()),
        ],
    )
}

pub fn ask(ask: &Ask) -> Record {
    let (state, by, at) = match ask.state {
        AskState::Open => ("open", None, None),
        AskState::Granted { by, at } => ("granted", Some(by), Some(at)),
        AskState::Declined { by, at } => ("declined", Some(by), Some(at)),
        AskState::Closed { at } => ("closed", None, Some(at)),
    };
    record(
        "asks",
        1,
        [
            ("id", ask.id.into()),
            ("team", ask.team.into()),
            ("person", ask.person.into()),
            ("place", place_text(ask.place).into()),
            ("permission", ask.permission.id().into()),
            ("state", state.into()),
            ("closed_by", by.into()),
            ("closed_at", at.into()),
            ("asked_at", ask.asked_at.into()),
        ],
    )
}

pub fn handover(handover: &Handover) -> Record {
    let (state, by, at) = match handover.state {
        HandoverState::Open => ("open", None, None),
        HandoverState::Accepted { by, at } => ("accepted", Some(by), Some(at)),
        HandoverState::Declined { at } => ("declined", None, Some(at)),
        HandoverState::Withdrawn { at } => ("withdrawn", None, Some(at)),
    };
    record(
        "handovers",
        1,
        [
            ("id", handover.id.into()),
            ("team", handover.team.into()),
            ("project", handover.project.into()),
            ("address", (&handover.address).into()),
            ("state", state.into()),
            ("closed_by", by.into()),
            ("closed_at", at.into()),
            ("sent_by", handover.sent_by.into()),
            ("sent_at", handover.sent_at.into()),
            ("expires_at", handover.expires_at.into()),
        ],
    )
}

pub fn post(post: &Post) -> Record {
    record(
        "posts",
        1,
        [
            ("id", post.id.into()),
            ("team", post.team.into()),
            ("project", post.project.into()),
            ("author", post.author.into()),
            ("title", post.title.as_str().into()),
            ("body", post.body.as_str().into()),
            ("stage", post.stage.id().into()),
            ("planned_at", post.planned_at.into()),
            ("approved_by", post.approved_by.into()),
            ("published_by", post.published.map(|(by, _)| by).into()),
            ("published_at", post.published.map(|(_, at)| at).into()),
            ("version", post.version.into()),
            ("changed_at", post.changed_at.into()),
        ],
    )
}

pub fn image(image: &Image) -> Record {
    let (state, deleted_at) = match image.state {
        ImageState::Pending => ("pending", None),
        ImageState::Ready => ("ready", None),
        ImageState::Deleted(at) => ("deleted", Some(at)),
    };
    record(
        "images",
        1,
        [
            ("id", image.id.into()),
            ("team", image.team.into()),
            ("place", place_text(image.place).into()),
            ("name", image.name.as_str().into()),
            ("media_type", image.picture.media_type.id().into()),
            ("width", image.picture.width.into()),
            ("height", image.picture.height.into()),
            ("bytes", image.picture.bytes.into()),
            ("thumbnail_bytes", image.picture.thumbnail_bytes.into()),
            ("uploaded_by", image.uploaded_by.into()),
            ("at", image.at.into()),
            ("state", state.into()),
            ("deleted_at", deleted_at.into()),
            ("clear_at", image.clear_at().into()),
        ],
    )
}

pub fn post_image(post: &Post, image: ImageId) -> Record {
    record("post_images", 3, [("team", post.team.into()), ("image", image.into()), ("post", post.id.into())])
}

pub fn session(session: &Session) -> Record {
    let proof = match session.proof {
        Proof::Code => "code",
        Proof::Invitation => "invitation",
    };
    record(
        "sessions",
        1,
        [
            ("digest", session.digest.into()),
            ("id", session.id.into()),
            ("person", session.person.into()),
            ("proof", proof.into()),
            ("created_at", session.created_at.into()),
            ("expires_at", session.expires_at.into()),
            ("ended_at", session.ended_at.into()),
        ],
    )
}

pub fn challenge(challenge: &Challenge) -> Record {
    record(
        "challenges",
        1,
        [
            ("id", challenge.id.into()),
            ("address", (&challenge.address).into()),
            ("browser", challenge.browser.into()),
            ("language", challenge.language.tag().into()),
            ("person", challenge.person.into()),
            ("created_at", challenge.created_at.into()),
            ("guesses", challenge.guesses.into()),
            ("used_at", challenge.used_at.into()),
        ],
    )
}

pub fn tally(tally: &Tally) -> Record {
    record(
        "tallies",
        2,
        [
            ("key", tally_text(&tally.key).into()),
            ("day", tally.day.into()),
            ("count", tally.count.into()),
            ("last_at", tally.last_at.into()),
        ],
    )
}

pub fn history(line: &History) -> Record {
    record(
        "history",
        0,
        [
            ("team", line.team.into()),
            ("at", line.at.into()),
            ("by", line.by.into()),
            ("kind", history_kind_id(line.kind).into()),
            ("person", line.person.into()),
            ("address", line.address.as_ref().into()),
            ("project", line.project.into()),
            ("post", line.post.into()),
            ("before", grants_text(&line.before).into()),
            ("after", grants_text(&line.after).into()),
            ("note", line.note.clone().into()),
        ],
    )
}

pub fn mail(mail: &Mail) -> Record {
    let (person, address) = match &mail.to {
        Recipient::Person(person) => (Value::from(*person), Value::Null),
        Recipient::Address(address) => (Value::Null, Value::from(address)),
    };
    record(
        "outbox",
        0,
        [
            ("template", template_id(mail.template).into()),
            ("person", person),
            ("address", address),
            ("team", mail.team.into()),
            ("project", mail.project.into()),
            ("about", mail.about.into()),
            ("invitation", mail.invitation.into()),
            ("challenge", mail.challenge.into()),
            ("post", mail.post.into()),
            ("ask", mail.ask.into()),
            ("handover", mail.handover.into()),
            ("counter", mail.counter.into()),
            ("due_at", mail.due_at.into()),
            ("next_try_at", first_try(mail).into()),
        ],
    )
}

/// When a mail is due for its first try. Somebody waits for a code at the screen: it goes before all others.
const fn first_try(mail: &Mail) -> roster_core::Timestamp {
    match mail.template.is_code() {
        true => roster_core::Timestamp(0),
        false => mail.due_at,
    }
}
