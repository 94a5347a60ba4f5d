//! Denials: answers with a reason, not errors (S3). A stable code and the facts to explain it; the sentence is the page's.

use crate::access::{Place, RoleKey};
use crate::email::AddressError;
use crate::generated::catalogue::Permission;
use crate::id::TeamId;
use crate::picture::Unfit;
use crate::text::TextError;
use crate::time::Timestamp;

/// What kind of refusal it is; a shell turns it into a status of HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nobody is signed in (401).
    SignIn,
    /// Not theirs, or not there: the same to them (404).
    Hidden,
    /// They lack something (403).
    Forbidden,
    /// What they sent makes no sense (422).
    Invalid,
    /// It does not fit what is there now (409).
    Conflict,
    /// It was there, and is over (410).
    Gone,
    /// Too often (429).
    TooMany,
}

/// Why a command or a question was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Denial {
    /// No live session.
    SignInNeeded,
    /// The session came of an invitation: a mailed code is asked for first.
    CodeNeeded,
    /// Not there, or nothing that they may know of.
    NotFound,
    /// A checkmark is missing at a place.
    Missing {
        /// Which.
        permission: Permission,
        /// Where.
        place: Place,
    },
    /// They may give, but not this: they do not hold it there themselves, or not for so long (invariant 2).
    NotHeld {
        /// The first checkmark that they would have to hold.
        permission: Permission,
        /// Where.
        place: Place,
    },
    /// Only the owner may.
    OwnerOnly,
    /// Nobody edits or removes themselves; they leave.
    OwnAccess,
    /// The owner cannot be restricted, removed, and cannot leave.
    OwnerUntouchable,
    /// No free seat. The cap that would be needed, and the price that would follow, are for the owner alone.
    SeatsFull {
        /// The cap that would make room.
        needed_cap: u32,
        /// What a month would cost with that cap in use, in cents.
        total_cents: u64,
    },
    /// The plan or cap is below what is taken and reserved.
    SeatsInUse {
        /// Seats taken.
        taken: u32,
        /// Seats reserved.
        reserved: u32,
        /// Seats that there would be.
        limit: u32,
    },
    /// A cap beyond [`crate::limits::HIGHEST_CAP`].
    CapTooHigh,
    /// The person is in the team already, and the command would give them nothing new there.
    AlreadyMember,
    /// The address has an account of its own; told only to who reads its mail.
    AddressTaken,
    /// Who owns teams cannot delete their account: each is handed over or deleted first.
    OwnsTeams,
    /// What was typed to confirm is not what is to be deleted.
    NotConfirmed,
    /// They hold what they ask for.
    AlreadyHeld,
    /// Somebody answered it, or it closed by itself.
    Answered,
    /// The person is not in the team.
    NotMember,
    /// The invitation or link opened once and does no more: accepted or used up.
    Used,
    /// Its time is over.
    Expired,
    /// A newer mail was sent, or the link was regenerated.
    Replaced,
    /// Taken back, turned off, or its sender is no longer there to give it.
    Withdrawn,
    /// Refused by the invitee earlier: not again before this instant.
    Declined {
        /// From when on.
        until: Timestamp,
    },
    /// Its sender can no longer give what it gives.
    NeedsSender,
    /// It is for another address, shown masked.
    WrongPerson {
        /// For whom it is, masked.
        masked: String,
    },
    /// An address with an account: an ordinary sign-in is asked for.
    SignInAs {
        /// For whom it is, masked.
        masked: String,
    },
    /// The link takes only addresses of this domain.
    WrongDomain {
        /// Which domain.
        domain: String,
    },
    /// Removed from the team: its links are closed to them until somebody invites or restores them.
    Barred,
    /// The list of places is empty, names one twice, or is too long.
    BadPlaces,
    /// A set in which a checkmark lacks the one that it needs.
    NotClosed {
        /// The checkmark that lacks its need.
        permission: Permission,
    },
    /// A checkmark that only the team can give, at a project.
    TeamOnly {
        /// Which.
        permission: Permission,
    },
    /// An end that has passed already, or one too far away.
    BadEnd,
    /// A link cannot carry a role with a Team checkmark.
    RoleNotForLinks {
        /// Which role.
        role: RoleKey,
    },
    /// A role of the team's own that was deleted, or never was.
    NoSuchRole,
    /// A role has this name, or one that looks like it.
    NameTaken,
    /// A role without a checkmark.
    EmptyRole,
    /// More people, invitations or links have the role than one command can move.
    RoleHeldByMany,
    /// An invite link gives the role, and cannot give a Team checkmark.
    RoleOnLink,
    /// A text that is empty, too long, or deceives.
    BadText(TextError),
    /// What was typed is no address.
    BadAddress(AddressError),
    /// A file that is no image for the library.
    Unfit(Unfit),
    /// The post is in a stage that does not allow this.
    WrongStage,
    /// Somebody else wrote in the meantime.
    Changed,
    /// The project is archived.
    Archived,
    /// The removal is too old to be taken back, or was none.
    TooLate,
    /// More of them than there may be.
    LimitReached {
        /// Which limit of [`crate::limits`], by a stable name.
        limit: &'static str,
    },
    /// Too often: again from this instant on.
    TooOften {
        /// From when on.
        again_at: Timestamp,
    },
    /// The code is wrong, or the challenge is used, over or another browser's: the same answer for all.
    WrongCode,
    /// Their account is merged into a team: they leave it first.
    Merged {
        /// Into which.
        team: TeamId,
    },
    /// The project is offered to somebody already.
    AlreadyOffered,
    /// Whoever should receive something cannot own it, since their account is merged into a team.
    RecipientMerged,
}

impl Denial {
    /// What kind of refusal it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::SignInNeeded | Self::SignInAs { .. } => Kind::SignIn,
            Self::NotFound => Kind::Hidden,
            Self::CodeNeeded
            | Self::Missing { .. }
            | Self::NotHeld { .. }
            | Self::OwnerOnly
            | Self::OwnAccess
            | Self::OwnerUntouchable
            | Self::WrongPerson { .. }
            | Self::WrongDomain { .. }
            | Self::Barred => Kind::Forbidden,
            Self::BadPlaces
            | Self::NotClosed { .. }
            | Self::TeamOnly { .. }
            | Self::BadEnd
            | Self::RoleNotForLinks { .. }
            | Self::EmptyRole
            | Self::BadText(_)
            | Self::BadAddress(_)
            | Self::Unfit(_)
            | Self::CapTooHigh
            | Self::NotConfirmed
            | Self::WrongCode => Kind::Invalid,
            Self::SeatsFull { .. }
            | Self::SeatsInUse { .. }
            | Self::AlreadyMember
            | Self::AddressTaken
            | Self::OwnsTeams
            | Self::AlreadyHeld
            | Self::NotMember
            | Self::NoSuchRole
            | Self::NameTaken
            | Self::RoleHeldByMany
            | Self::RoleOnLink
            | Self::Declined { .. }
            | Self::WrongStage
            | Self::Changed
            | Self::Archived
            | Self::TooLate
            | Self::LimitReached { .. }
            | Self::Merged { .. }
            | Self::AlreadyOffered
            | Self::RecipientMerged => Kind::Conflict,
            Self::Used
            | Self::Answered
            | Self::Expired
            | Self::Replaced
            | Self::Withdrawn
            | Self::NeedsSender => Kind::Gone,
            Self::TooOften { .. } => Kind::TooMany,
        }
    }

    /// A stable code, the same in the API and the package.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::SignInNeeded => "sign_in_needed",
            Self::CodeNeeded => "code_needed",
            Self::NotFound => "not_found",
            Self::Missing { .. } => "missing_permission",
            Self::NotHeld { .. } => "not_held",
            Self::OwnerOnly => "owner_only",
            Self::OwnAccess => "own_access",
            Self::OwnerUntouchable => "owner_untouchable",
            Self::SeatsFull { .. } => "seats_full",
            Self::SeatsInUse { .. } => "seats_in_use",
            Self::CapTooHigh => "cap_too_high",
            Self::AlreadyMember => "already_member",
            Self::AddressTaken => "address_taken",
            Self::OwnsTeams => "owns_teams",
            Self::NotConfirmed => "not_confirmed",
            Self::AlreadyHeld => "already_held",
            Self::Answered => "answered",
            Self::NotMember => "not_member",
            Self::Used => "used",
            Self::Expired => "expired",
            Self::Replaced => "replaced",
            Self::Withdrawn => "withdrawn",
            Self::Declined { .. } => "declined",
            Self::NeedsSender => "needs_sender",
            Self::WrongPerson { .. } => "wrong_person",
            Self::SignInAs { .. } => "sign_in_as",
            Self::WrongDomain { .. } => "wrong_domain",
            Self::Barred => "barred",
            Self::BadPlaces => "bad_places",
            Self::NotClosed { .. } => "not_closed",
            Self::TeamOnly { .. } => "team_only",
            Self::BadEnd => "bad_end",
            Self::RoleNotForLinks { .. } => "role_not_for_links",
            Self::NoSuchRole => "no_such_role",
            Self::NameTaken => "name_taken",
            Self::EmptyRole => "role_empty",
            Self::RoleHeldByMany => "role_held_by_many",
            Self::RoleOnLink => "role_on_link",
            Self::BadText(error) => error.code(),
            Self::BadAddress(error) => error.code(),
            Self::Unfit(why) => why.code(),
            Self::WrongStage => "wrong_stage",
            Self::Changed => "changed",
            Self::Archived => "archived",
            Self::TooLate => "too_late",
            Self::LimitReached { .. } => "limit_reached",
            Self::TooOften { .. } => "too_often",
            Self::WrongCode => "wrong_code",
            Self::Merged { .. } => "merged",
            Self::AlreadyOffered => "already_offered",
            Self::RecipientMerged => "recipient_merged",
        }
    }

    /// The checkmark that is missing, and where: what the granters are looked up by.
    #[must_use]
    pub const fn missing(&self) -> Option<(Permission, Place)> {
        if let Self::Missing { permission, place } | Self::NotHeld { permission, place } = self {
            return Some((*permission, *place));
        }
        None
    }
}
