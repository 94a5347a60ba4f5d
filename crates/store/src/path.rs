//! Each need of core as one or two paths: from a key that is known before reading, along foreign keys.

use roster_core::Need;
use roster_core::id::{PersonId, TeamId};
use roster_core::limits::COLLEAGUE_TEAMS;
use roster_core::model::Digest;
use roster_core::needs::Whose;

use crate::codec::{place_text, tally_text};
use crate::select::{
    ASK, BARE_INVITATION, CHALLENGE, HANDOVER, IMAGE, LINK, LOAD, MEMBER, PERSON, PLACE, PLACES, POST,
    PROJECT, ROLE, SESSION, TALLY, TEAM,
};
use crate::statement::Value;

/// One path: its SQL around the key's test, what stands before the key among the parameters, and the key.
pub struct Path {
    /// Columns and tables up to `WHERE column`.
    pub head: String,
    /// What follows the key's test.
    pub tail: &'static str,
    pub fixed: Vec<Value>,
    pub key: Value,
}

fn path(head: String, tail: &'static str, fixed: Vec<Value>, key: impl Into<Value>) -> Path {
    Path { head, tail, fixed, key: key.into() }
}

// A `+` before a team's column keeps SQLite from walking through all of the team's rows instead of the keys.

const BY_ASKER: &str = "sessions s CROSS JOIN people p ON p.id = s.person";
/// The places of the invitation `i`, and the members who give them; what is the team's own has no sender to ask.
pub const PLACES_AND_SENDERS: &str = "CROSS JOIN invitation_places x ON x.invitation = i.id \
    LEFT JOIN members m ON x.own = 0 AND m.team = ?1 AND m.person = x.sender";
/// The member who gives the link `l`.
pub const LINK_SENDER: &str = "LEFT JOIN members m ON l.own = 0 AND m.team = ?1 AND m.person = l.sender";
/// The membership of the person `p`, their links and their pending invitations: the first link comes with each of
/// the invitations, so that the rows add up and do not multiply.
const GIVEN_BY_PERSON: &str = "LEFT JOIN members m ON m.team = ?1 AND m.person = p.id \
    LEFT JOIN links l ON l.team = ?1 AND l.own = 0 AND l.sender = p.id \
    LEFT JOIN invitation_places x ON x.team = ?1 AND x.open = 1 AND x.own = 0 AND x.sender = p.id \
    AND (l.id IS NULL OR l.id = (SELECT min(k.id) FROM links k WHERE k.team = ?1 AND k.own = 0 AND k.sender = p.id)) \
    LEFT JOIN invitations i ON i.id = x.invitation";

/// What those of the due members have given, and what they ask for, whose account is deleted: two statements, whose
/// parameters are those of the due rows.
pub fn left_by_gone() -> [String; 2] {
    let gone = "FROM (SELECT y.person FROM members y WHERE y.team = ?1 AND y.next_end <= ?2 AND y.state = 'active' \
         ORDER BY y.next_end, y.person LIMIT CAST(?3 AS INTEGER)) page \
         CROSS JOIN people p ON p.id = page.person AND p.address LIKE 'gone:%'";
    [
        format!("SELECT {MEMBER}, {LINK}, {BARE_INVITATION}, {PLACES} {gone} {GIVEN_BY_PERSON}"),
        format!("SELECT {ASK} {gone} CROSS JOIN asks q ON {OPEN_ASKS} AND q.person = p.id"),
    ]
}

/// The paths of a need. Those with a limit are statements of their own, in `read`.
pub fn paths(need: &Need) -> Vec<Path> {
    match need {
        Need::Session(digest) => {
            vec![path(format!("{SESSION}, {PERSON} FROM {BY_ASKER} WHERE s.digest"), "", vec![], *digest)]
        }
        Need::Standing(team, digest) => vec![standing(*team, *digest)],
        Need::Team(team) => vec![path(format!("{TEAM} FROM teams t WHERE t.id"), "", vec![], *team)],
        Need::Owner(team) => vec![path(
            format!("{TEAM}, {PERSON} FROM teams t CROSS JOIN people p ON p.id = t.owner WHERE t.id"),
            "",
            vec![],
            *team,
        )],
        Need::Owned(digest) => vec![path(
            format!("{TEAM} FROM sessions s CROSS JOIN teams t ON t.owner = s.person WHERE s.digest"),
            "",
            vec![],
            *digest,
        )],
        Need::Member(team, person) => vec![path(
            format!(
                "{MEMBER}, {PERSON} FROM members m CROSS JOIN people p ON p.id = m.person \
                 WHERE m.team = ?1 AND m.person"
            ),
            "",
            vec![(*team).into()],
            *person,
        )],
        Need::MemberByAddress(team, address) => vec![path(
            format!(
                "{PERSON}, {MEMBER} FROM people p LEFT JOIN members m ON m.team = ?1 AND m.person = p.id \
                 WHERE p.address"
            ),
            "",
            vec![(*team).into()],
            address,
        )],
        Need::PersonByAddress(address) => {
            vec![path(format!("{PERSON} FROM people p WHERE p.address"), "", vec![], address)]
        }
        Need::Project(team, project) => vec![path(
            format!("{PROJECT} FROM projects r WHERE +r.team = ?1 AND r.id"),
            "",
            vec![(*team).into()],
            *project,
        )],
        Need::Invitation(..)
        | Need::InvitationSenders(..)
        | Need::Invitee(..)
        | Need::InvitationToAsker(..)
        | Need::InvitationToMember(..) => invitation_paths(need),
        Need::Link(..)
        | Need::LinkAt(..)
        | Need::Given(..)
        | Need::GivenByAsker(..)
        | Need::GivenByInvitee(..)
        | Need::GivenByAddress(..) => given_paths(need),
        Need::Ask(..) | Need::OpenAsks(..) | Need::AsksSince(..) => ask_paths(need),
        Need::Shared(digest, person) => vec![path(
            format!(
                "{TEAM}, {PERSON}, {MEMBER} FROM (SELECT x.team, x.person FROM sessions s \
                 JOIN members x ON x.person = s.person WHERE s.digest = ?1 \
                 ORDER BY x.joined_at DESC LIMIT {COLLEAGUE_TEAMS}) mine \
                 CROSS JOIN members z ON z.team = mine.team CROSS JOIN teams t ON t.id = mine.team \
                 CROSS JOIN members m ON m.team = mine.team AND m.person IN (mine.person, z.person) \
                 CROSS JOIN people p ON p.id = m.person WHERE z.person"
            ),
            "",
            vec![(*digest).into()],
            *person,
        )],
        Need::Role(team, role) => vec![path(
            format!("{ROLE} FROM roles u WHERE +u.team = ?1 AND u.id"),
            "",
            vec![(*team).into()],
            *role,
        )],
        Need::Roles(team) => {
            let head = format!("{ROLE} FROM roles u WHERE u.replaced_by IS NULL AND u.team");
            vec![path(head, "", vec![], *team)]
        }
        Need::InvitationTo(..)
        | Need::InvitationToPerson(..)
        | Need::DueSeats(..)
        | Need::Due(..)
        | Need::RoleHolders(..)
        | Need::GivenByHolders(..)
        | Need::RoleWays(..)
        | Need::LinksBeside(..)
        | Need::Granters(..) => vec![],
        Need::Handover(..)
        | Need::OpenHandover(..)
        | Need::Load(..)
        | Need::OfferedLoad(..)
        | Need::OfferedPeople(..)
        | Need::OfferedInvitations(..) => handover_paths(need),
        Need::Post(team, post) => vec![path(
            format!(
                "{POST}, {PROJECT} FROM posts o CROSS JOIN projects r ON r.id = o.project WHERE +o.team = ?1 AND o.id"
            ),
            "",
            vec![(*team).into()],
            *post,
        )],
        Need::PostAuthor(team, post) => vec![path(
            format!(
                "{PERSON}, {MEMBER} FROM posts o CROSS JOIN people p ON p.id = o.author \
                 LEFT JOIN members m ON m.team = ?1 AND m.person = p.id WHERE +o.team = ?1 AND o.id"
            ),
            "",
            vec![(*team).into()],
            *post,
        )],
        Need::Image(team, image) => vec![path(
            format!(
                "{IMAGE}, {PROJECT} FROM images g LEFT JOIN projects r ON r.id = g.place WHERE +g.team = ?1 AND g.id"
            ),
            "",
            vec![(*team).into()],
            *image,
        )],
        Need::SessionById(id) => {
            vec![path(format!("{SESSION} FROM sessions s WHERE s.id"), "", vec![], *id)]
        }
        Need::Challenge(..) | Need::ChallengePerson(..) | Need::ChallengeInvitations(..) => {
            challenge_paths(need)
        }
        Need::Tally(..)
        | Need::OwnTally(..)
        | Need::MailsToPerson(..)
        | Need::MailsToInvitee(..)
        | Need::MailsToRecipient(..) => tally_paths(need),
    }
}

fn challenge_paths(need: &Need) -> Vec<Path> {
    match need {
        Need::Challenge(challenge) => {
            vec![path(format!("{CHALLENGE} FROM challenges c WHERE c.id"), "", vec![], *challenge)]
        }
        Need::ChallengePerson(challenge) => vec![path(
            format!("{PERSON} FROM challenges c CROSS JOIN people p ON p.address = c.address WHERE c.id"),
            "",
            vec![],
            *challenge,
        )],
        Need::ChallengeInvitations(challenge) => vec![path(
            format!(
                "{TEAM}, {MEMBER}, {BARE_INVITATION}, {PLACES} FROM challenges c \
                 CROSS JOIN members m ON m.person = c.person AND m.state = 'active' \
                 CROSS JOIN invitations i ON i.team = m.team AND i.address = c.address AND i.state = 'pending' \
                 CROSS JOIN teams t ON t.id = i.team WHERE c.id"
            ),
            "",
            vec![],
            *challenge,
        )],
        _ => vec![],
    }
}

/// The project of the offer `h`.
const OFFERED: &str = "handovers h CROSS JOIN projects r ON r.id = h.project";

fn handover_paths(need: &Need) -> Vec<Path> {
    match need {
        Need::Handover(team, id) => vec![path(
            format!("{HANDOVER}, {PROJECT} FROM {OFFERED} WHERE +h.team = ?1 AND h.id"),
            "",
            vec![(*team).into()],
            *id,
        )],
        Need::OpenHandover(team, project) => vec![path(
            format!("{HANDOVER} FROM handovers h WHERE h.state = 'open' AND +h.team = ?1 AND h.project"),
            "",
            vec![(*team).into()],
            *project,
        )],
        Need::Load(team, project) => vec![path(
            format!("{LOAD} FROM projects r WHERE +r.team = ?1 AND r.id"),
            "",
            vec![(*team).into()],
            *project,
        )],
        Need::OfferedLoad(team, id) => vec![path(
            format!("{LOAD} FROM {OFFERED} WHERE +r.team = ?1 AND h.id"),
            "",
            vec![(*team).into()],
            *id,
        )],
        Need::OfferedPeople(team, id) => vec![path(
            format!(
                "{MEMBER}, {PERSON} FROM handovers h CROSS JOIN access z ON z.team = ?1 AND z.place = h.project \
                 CROSS JOIN members m ON m.team = ?1 AND m.person = z.person AND m.state = 'active' \
                 CROSS JOIN people p ON p.id = m.person WHERE h.id"
            ),
            " LIMIT 101",
            vec![(*team).into()],
            *id,
        )],
        Need::OfferedInvitations(team, id) => vec![path(
            format!(
                "{BARE_INVITATION}, {PLACES} FROM handovers h CROSS JOIN invitation_places z \
                 ON z.team = ?1 AND z.place = h.project AND z.open = 1 \
                 CROSS JOIN invitations i ON i.id = z.invitation WHERE h.id"
            ),
            " LIMIT 101",
            vec![(*team).into()],
            *id,
        )],
        _ => vec![],
    }
}

const OPEN_ASKS: &str = "q.team = ?1 AND q.state = 'open'";

fn ask_paths(need: &Need) -> Vec<Path> {
    match need {
        Need::Ask(team, id) => vec![
            path(
                format!(
                    "{ASK}, {PERSON}, {MEMBER}, {PROJECT} FROM asks q CROSS JOIN people p ON p.id = q.person \
                     LEFT JOIN members m ON m.team = ?1 AND m.person = q.person \
                     LEFT JOIN projects r ON r.id = q.place WHERE +q.team = ?1 AND q.id"
                ),
                "",
                vec![(*team).into()],
                *id,
            ),
            path(
                format!(
                    "{ASK} FROM asks q WHERE {OPEN_ASKS} \
                     AND q.person IN (SELECT n.person FROM asks n WHERE +n.team = ?1 AND n.id"
                ),
                ")",
                vec![(*team).into()],
                *id,
            ),
        ],
        Need::OpenAsks(team, whose) => {
            let (from, key): (String, Value) = match whose {
                Whose::Person(person) => {
                    (format!("{ASK} FROM asks q WHERE {OPEN_ASKS} AND q.person"), (*person).into())
                }
                // With the asker's standing, which every command of a team needs.
                Whose::Asker(digest) => (
                    format!(
                        "{SESSION}, {PERSON}, {MEMBER}, {ASK} FROM {BY_ASKER} \
                         LEFT JOIN members m ON m.team = ?1 AND m.person = s.person \
                         LEFT JOIN asks q ON {OPEN_ASKS} AND q.person = s.person WHERE s.digest"
                    ),
                    (*digest).into(),
                ),
                Whose::Address(address) => (
                    format!(
                        "{ASK} FROM people p CROSS JOIN asks q ON {OPEN_ASKS} AND q.person = p.id WHERE p.address"
                    ),
                    address.into(),
                ),
            };
            vec![path(from, "", vec![(*team).into()], key)]
        }
        Need::AsksSince(team, digest, since) => vec![path(
            format!(
                "{ASK} FROM asks q WHERE q.team = ?1 AND q.asked_at > ?2 \
                 AND q.person IN (SELECT s.person FROM sessions s WHERE s.digest"
            ),
            ")",
            vec![(*team).into(), (*since).into()],
            *digest,
        )],
        _ => vec![],
    }
}

const ON_DAY: &str = "FROM tallies y WHERE y.day = CAST(?1 AS INTEGER) AND y.key";

fn tally_paths(need: &Need) -> Vec<Path> {
    match need {
        Need::Tally(key, day) => {
            vec![path(format!("{TALLY} {ON_DAY}"), "", vec![(*day).into()], tally_text(key))]
        }
        Need::OwnTally(tally, digest, day) => {
            let key = tally_text(&tally.of(PersonId(0)));
            let kind = key.split_once(':').map_or("", |(kind, _)| kind);
            let keys =
                format!("{TALLY} {ON_DAY} IN (SELECT '{kind}:' || s.person FROM sessions s WHERE s.digest");
            vec![path(keys, ")", vec![(*day).into()], *digest)]
        }
        Need::MailsToPerson(person, day) => vec![path(
            format!("{TALLY} {ON_DAY} IN (SELECT 'mails_to:' || p.address FROM people p WHERE p.id"),
            ")",
            vec![(*day).into()],
            *person,
        )],
        Need::MailsToInvitee(team, invitation, day) => vec![path(
            format!(
                "{TALLY} {ON_DAY} IN (SELECT 'mails_to:' || i.address FROM invitations i \
                 WHERE +i.team = ?2 AND i.id"
            ),
            ")",
            vec![(*day).into(), (*team).into()],
            *invitation,
        )],
        Need::MailsToRecipient(team, handover, day) => vec![path(
            format!(
                "{TALLY} {ON_DAY} IN (SELECT 'mails_to:' || h.address FROM handovers h \
                 WHERE +h.team = ?2 AND h.id"
            ),
            ")",
            vec![(*day).into(), (*team).into()],
            *handover,
        )],
        _ => vec![],
    }
}

/// The session, its person, and their membership if there is one.
fn standing(team: TeamId, digest: Digest) -> Path {
    path(
        format!(
            "{SESSION}, {PERSON}, {MEMBER} FROM {BY_ASKER} \
             LEFT JOIN members m ON m.team = ?1 AND m.person = s.person WHERE s.digest"
        ),
        "",
        vec![team.into()],
        digest,
    )
}

fn invitation_paths(need: &Need) -> Vec<Path> {
    match need {
        Need::Invitation(team, id) => vec![path(
            format!("{BARE_INVITATION}, {PLACES} FROM invitations i WHERE +i.team = ?1 AND i.id"),
            "",
            vec![(*team).into()],
            *id,
        )],
        Need::InvitationSenders(team, id) => vec![path(
            format!(
                "{BARE_INVITATION}, {PLACE}, {MEMBER} FROM invitations i {PLACES_AND_SENDERS} \
                 WHERE +i.team = ?1 AND i.id"
            ),
            "",
            vec![(*team).into()],
            *id,
        )],
        Need::Invitee(team, id) => vec![path(
            format!(
                "{PERSON}, {MEMBER} FROM invitations i CROSS JOIN people p ON p.address = i.address \
                 LEFT JOIN members m ON m.team = ?1 AND m.person = p.id WHERE +i.team = ?1 AND i.id"
            ),
            "",
            vec![(*team).into()],
            *id,
        )],
        Need::InvitationToMember(team, person) => vec![path(
            format!(
                "{BARE_INVITATION}, {PLACES} FROM people p CROSS JOIN invitations i \
                 ON i.team = ?1 AND i.address = p.address AND i.state = 'pending' WHERE p.id"
            ),
            "",
            vec![(*team).into()],
            *person,
        )],
        Need::InvitationToAsker(team, digest) => vec![path(
            format!(
                "{BARE_INVITATION}, {PLACE}, {MEMBER} FROM {BY_ASKER} CROSS JOIN invitations i \
                 ON i.team = ?1 AND i.address = p.address AND i.state = 'pending' {PLACES_AND_SENDERS} \
                 WHERE s.digest"
            ),
            "",
            vec![(*team).into()],
            *digest,
        )],
        _ => vec![],
    }
}

fn given_paths(need: &Need) -> Vec<Path> {
    match need {
        Need::Link(team, id) => vec![path(
            format!("{LINK}, {MEMBER} FROM links l {LINK_SENDER} WHERE +l.team = ?1 AND l.id"),
            "",
            vec![(*team).into()],
            *id,
        )],
        Need::LinkAt(team, place, role) => vec![path(
            format!("{LINK} FROM links l WHERE l.team = ?1 AND l.place = ?2 AND l.role"),
            "",
            vec![(*team).into(), place_text(*place).into()],
            role.id(),
        )],
        Need::Given(team, person) => given(*team, "", "", (*person).into()),
        Need::GivenByAsker(team, digest) => {
            given(*team, " IN (SELECT s.person FROM sessions s WHERE s.digest", ")", (*digest).into())
        }
        Need::GivenByInvitee(team, invitation) => vec![path(
            format!(
                "{PERSON}, {MEMBER}, {LINK}, {BARE_INVITATION}, {PLACES} FROM invitations n \
                 CROSS JOIN people p ON p.address = n.address {GIVEN_BY_PERSON} WHERE +n.team = ?1 AND n.id"
            ),
            "",
            vec![(*team).into()],
            *invitation,
        )],
        Need::GivenByAddress(team, address) => vec![path(
            format!(
                "{PERSON}, {MEMBER}, {LINK}, {BARE_INVITATION}, {PLACES} FROM people p {GIVEN_BY_PERSON} \
                 WHERE p.address"
            ),
            "",
            vec![(*team).into()],
            address,
        )],
        _ => vec![],
    }
}

/// What one person gives: `who` stands between the sender's column and the key's test.
fn given(team: TeamId, who: &str, tail: &'static str, key: Value) -> Vec<Path> {
    let invitations = format!(
        "{BARE_INVITATION}, {PLACES} FROM invitations i WHERE i.id IN (SELECT x.invitation FROM invitation_places x \
         WHERE x.team = ?1 AND x.open = 1 AND x.own = 0 AND x.sender{who}"
    );
    let links = format!("{LINK} FROM links l WHERE l.team = ?1 AND l.own = 0 AND l.sender{who}");
    vec![
        path(invitations, if tail.is_empty() { ")" } else { "))" }, vec![team.into()], key.clone()),
        path(links, tail, vec![team.into()], key),
    ]
}
