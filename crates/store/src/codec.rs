//! The texts that stand in the database for core's closed enums and small lists.

use roster_core::access::{Grant, Holds, Place, RoleKey};
use roster_core::change::{HistoryKind, TallyKey, Template};
use roster_core::id::ProjectId;
use roster_core::model::Digest;
use roster_core::{PermissionSet, Timestamp};

use crate::statement::Value;

/// A closed enum and its names in the database, both ways.
macro_rules! names {
    ($(#[$to_doc:meta])* $to:ident, $(#[$from_doc:meta])* $from:ident, $enum:ident { $($variant:ident = $name:literal),* $(,)? }) => {
        $(#[$to_doc])*
        #[must_use]
        pub const fn $to(it: $enum) -> &'static str {
            match it {
                $($enum::$variant => $name,)*
            }
        }

        $(#[$from_doc])*
        #[must_use]
        pub fn $from(name: &str) -> Option<$enum> {
            [$($enum::$variant),*].into_iter().find(|it| $to(*it) == name)
        }
    };
}

names! {
    /// The name of a kind of history, in the database and the API.
    history_kind_id,
    /// The kind of history with this name.
    history_kind_from_id,
    HistoryKind {
        TeamCreated = "team_created",
        TeamRenamed = "team_renamed",
        TeamDeleted = "team_deleted",
        ProjectCreated = "project_created",
        ProjectRenamed = "project_renamed",
        ProjectArchived = "project_archived",
        ProjectReopened = "project_reopened",
        Invited = "invited",
        InvitationChanged = "invitation_changed",
        InvitationResent = "invitation_resent",
        InvitationWithdrawn = "invitation_withdrawn",
        InvitationDeclined = "invitation_declined",
        InvitationClosed = "invitation_closed",
        InvitationExpired = "invitation_expired",
        SenderLost = "sender_lost",
        AskedAgain = "asked_again",
        Accepted = "accepted",
        Joined = "joined",
        Merged = "merged",
        Included = "included",
        LinkSet = "link_set",
        LinkRegenerated = "link_regenerated",
        RoleMade = "role_made",
        RoleChanged = "role_changed",
        RoleRenamed = "role_renamed",
        RoleDeleted = "role_deleted",
        AccessChanged = "access_changed",
        AccessEnded = "access_ended",
        AccessAsked = "access_asked",
        AccessAskDeclined = "access_ask_declined",
        Removed = "removed",
        RemovedFromProject = "removed_from_project",
        Restored = "restored",
        Left = "left",
        LeftProject = "left_project",
        PlanChanged = "plan_changed",
        CapChanged = "cap_changed",
        JoinModeChanged = "join_mode_changed",
        Transferred = "transferred",
        HandoverOffered = "handover_offered",
        HandoverResent = "handover_resent",
        HandoverWithdrawn = "handover_withdrawn",
        HandoverDeclined = "handover_declined",
        ProjectHandedOver = "project_handed_over",
        ProjectReceived = "project_received",
        PostCreated = "post_created",
        PostEdited = "post_edited",
        PostTimed = "post_timed",
        PostSentForReview = "post_sent_for_review",
        PostApproved = "post_approved",
        PostReturned = "post_returned",
        PostPublished = "post_published",
        ImageUploaded = "image_uploaded",
        ImageRenamed = "image_renamed",
        ImageDeleted = "image_deleted",
        ImageRestored = "image_restored",
    }
}

names! {
    /// The name of a mail's template.
    template_id,
    /// The template with this name.
    template_from_id,
    Template {
        SignIn = "sign_in",
        AddressCode = "address_code",
        AddressChanged = "address_changed",
        AccountEnded = "account_ended",
        Invitation = "invitation",
        Included = "included",
        Joined = "joined",
        Declined = "declined",
        NothingNew = "nothing_new",
        AskedAgain = "asked_again",
        AccessChanged = "access_changed",
        AccessAsked = "access_asked",
        Removed = "removed",
        Ended = "ended",
        TeamDeleted = "team_deleted",
        OwnershipReceived = "ownership_received",
        OwnershipHandedOver = "ownership_handed_over",
        Handover = "handover",
        HandoverAccepted = "handover_accepted",
        HandoverDeclined = "handover_declined",
        SeatRefused = "seat_refused",
        Approved = "approved",
        Returned = "returned",
    }
}

/// The team is the empty text, a project its id.
pub fn place_text(place: Place) -> String {
    match place {
        Place::Team => String::new(),
        Place::Project(project) => project.to_string(),
    }
}

pub fn place_from_text(text: &str) -> Option<Place> {
    if text.is_empty() {
        return Some(Place::Team);
    }
    text.parse::<ProjectId>().ok().map(Place::Project)
}

/// A grant's columns: role, bits, until. What a role holds is not its holders' to keep.
pub fn grant_values(grant: Grant) -> [Value; 3] {
    let (role, bits) = match grant.holds {
        Holds::Role(role) => (Value::from(role.id()), Value::Null),
        Holds::Own(role, _) => (Value::from(role), Value::Null),
        Holds::Custom(set) => (Value::Null, Value::from(set.bits())),
    };
    [role, bits, Value::from(grant.until)]
}

/// A role that this build does not know denies: it reads as the empty set (DESIGN.md, "Permission"). So does one of the
/// team's own without its bits.
pub fn role_from_parts(role: &str, bits: Option<u64>) -> Holds {
    match (RoleKey::from_id(role), bits) {
        (Some(RoleKey::BuiltIn(role)), _) => Holds::Role(role),
        (Some(RoleKey::Own(role)), Some(bits)) => Holds::Own(role, PermissionSet::from_bits(bits)),
        (Some(RoleKey::Own(_)), None) | (None, _) => Holds::Custom(PermissionSet::EMPTY),
    }
}

/// The grant of those columns.
pub fn grant_from_parts(role: &str, bits: &str, until: &str) -> Option<Grant> {
    let holds = match (role, bits) {
        ("", "") => return None,
        ("", bits) => Holds::Custom(PermissionSet::from_bits(bits.parse().ok()?)),
        (role, bits) => role_from_parts(role, bits.parse().ok()),
    };
    let until = if until.is_empty() { None } else { Some(Timestamp(until.parse().ok()?)) };
    Some(Grant { holds, until })
}

/// Grants as one text, `place,role,bits,until;…`: what history keeps, and what a joined read gives. With a role of the
/// team's own stands what it held.
pub fn grants_text(grants: &[(Place, Grant)]) -> String {
    let one = |(place, grant): &(Place, Grant)| {
        let [role, mut bits, until] = grant_values(*grant);
        if let Holds::Own(_, set) = grant.holds {
            bits = Value::from(set.bits());
        }
        let [role, bits, until] = [role, bits, until].map(|value| match value {
            Value::Null => String::new(),
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text,
        });
        format!("{},{role},{bits},{until}", place_text(*place))
    };
    grants.iter().map(one).collect::<Vec<_>>().join(";")
}

/// The grants of such a text; `None` if it is none.
#[must_use]
pub fn grants_from_text(text: &str) -> Option<Vec<(Place, Grant)>> {
    let one = |text: &str| {
        let mut parts = text.split(',');
        let place = place_from_text(parts.next()?)?;
        Some((place, grant_from_parts(parts.next()?, parts.next()?, parts.next()?)?))
    };
    text.split(';').filter(|text| !text.is_empty()).map(one).collect()
}

/// What a counter counts, as the key of its row.
pub fn tally_text(key: &TallyKey) -> String {
    match key {
        TallyKey::InvitationsBy(person) => format!("invitations_by:{person}"),
        TallyKey::InvitationsOf(team) => format!("invitations_of:{team}"),
        TallyKey::PicturesBy(person) => format!("pictures_by:{person}"),
        TallyKey::SeatRefused(team) => format!("seat_refused:{team}"),
        TallyKey::MailsTo(address) => format!("mails_to:{}", address.as_str()),
        TallyKey::ChallengesOf(address) => format!("challenges_of:{}", address.as_str()),
        TallyKey::KnownChallengesOf(address) => format!("known_challenges_of:{}", address.as_str()),
    }
}

pub fn tally_from_text(text: &str) -> Option<TallyKey> {
    let address = |text: &str| roster_core::email::Address::stored(text.to_owned());
    match text.split_once(':')? {
        ("invitations_by", id) => id.parse().ok().map(TallyKey::InvitationsBy),
        ("invitations_of", id) => id.parse().ok().map(TallyKey::InvitationsOf),
        ("pictures_by", id) => id.parse().ok().map(TallyKey::PicturesBy),
        ("seat_refused", id) => id.parse().ok().map(TallyKey::SeatRefused),
        ("mails_to", to) => Some(TallyKey::MailsTo(address(to))),
        ("challenges_of", of) => Some(TallyKey::ChallengesOf(address(of))),
        ("known_challenges_of", of) => Some(TallyKey::KnownChallengesOf(address(of))),
        _ => None,
    }
}

pub fn digest_from_hex(text: &str) -> Option<Digest> {
    let mut bytes = [0_u8; 32];
    if text.len() != 64 {
        return None;
    }
    for (byte, at) in bytes.iter_mut().zip((0..64_usize).step_by(2)) {
        *byte = u8::from_str_radix(text.get(at..at.checked_add(2)?)?, 16).ok()?;
    }
    Some(Digest(bytes))
}

/// The form in which lists are sorted and searched.
pub fn search_key(text: &str) -> String {
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use roster_core::BuiltInRole;
    use roster_core::id::{PersonId, RoleId, TeamId};

    #[test]
    fn grants_go_round() {
        let grants = vec![
            (Place::Team, Grant::role(BuiltInRole::Editor)),
            (Place::Project(ProjectId(7)), Grant { until: Some(Timestamp(-5)), ..Grant::NOTHING }),
        ];
        let own = Holds::Own(RoleId(9), BuiltInRole::Writer.set());
        let grants = [grants, vec![(Place::Team, Grant { holds: own, until: None })]].concat();
        assert_eq!(grants_from_text(&grants_text(&grants)), Some(grants));
        assert_eq!(grants_from_text(""), Some(Vec::new()));
        assert_eq!(grants_from_text(",,,"), None);
    }

    #[test]
    fn an_unknown_role_gives_nothing() {
        assert_eq!(grant_from_parts("emperor", "", ""), Some(Grant::NOTHING));
        assert_eq!(grant_from_parts(&RoleId(9).to_string(), "", ""), Some(Grant::NOTHING));
    }

    #[test]
    fn tallies_and_digests_go_round() {
        let person = PersonId(3);
        for key in [
            TallyKey::InvitationsBy(person),
            TallyKey::InvitationsOf(TeamId(4)),
            TallyKey::PicturesBy(person),
        ] {
            assert_eq!(tally_from_text(&tally_text(&key)), Some(key));
        }
        let digest = Digest([0xab; 32]);
        assert_eq!(digest_from_hex(&digest.to_string()), Some(digest));
        assert_eq!(digest_from_hex("zz"), None);
    }
}
