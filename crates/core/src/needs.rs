//! Which facts a command needs: static paths from keys known before reading, each of bounded rows.

use crate::access::{Place, RoleKey};
use crate::change::TallyKey;
use crate::command::{Asker, Command};
use crate::email::Address;
use crate::id::{
    AskId, ChallengeId, HandoverId, ImageId, InvitationId, LinkId, PersonId, PostId, ProjectId, RoleId,
    SessionId, TeamId,
};
use crate::model::Digest;
use crate::time::Timestamp;

/// What is counted of one person's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnTally {
    /// [`TallyKey::InvitationsBy`].
    Invitations,
    /// [`TallyKey::PicturesBy`].
    Pictures,
}

impl OwnTally {
    /// The counter's key for a person.
    #[must_use]
    pub const fn of(self, person: PersonId) -> TallyKey {
        match self {
            Self::Invitations => TallyKey::InvitationsBy(person),
            Self::Pictures => TallyKey::PicturesBy(person),
        }
    }
}

/// Somebody, by a key that is known before reading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// By their id.
    Person(PersonId),
    /// The session's person.
    Asker(Digest),
    /// The person with this address.
    Address(Address),
}

/// One path to read. `store` turns each into one or two statements; "with access" means the member's row and all
/// of their grants in that team.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The session with this digest, and its person.
    Session(Digest),
    /// The membership of the session's person in the team, with access.
    Standing(TeamId, Digest),
    /// The team.
    Team(TeamId),
    /// The team, and the person who owns it.
    Owner(TeamId),
    /// The teams that the session's person owns ([`crate::limits::TEAMS_PER_OWNER`] bounds them).
    Owned(Digest),
    /// A member and their person, with access.
    Member(TeamId, PersonId),
    /// The person with this address, and their membership in the team, with access; either may be missing.
    MemberByAddress(TeamId, Address),
    /// The person with this address.
    PersonByAddress(Address),
    /// A project of the team.
    Project(TeamId, ProjectId),
    /// A role of the team's own.
    Role(TeamId, RoleId),
    /// All living roles of the team's own.
    Roles(TeamId),
    /// Members who hold that role, in the team or not any more, with access: one more than
    /// [`crate::limits::ROLE_HOLDERS`].
    RoleHolders(TeamId, RoleId),
    /// Pending invitations and links that those members give, one more than [`crate::limits::ROLE_GIVEN`] of each.
    GivenByHolders(TeamId, RoleId),
    /// Pending invitations and links that give that role, one more than [`crate::limits::ROLE_HOLDERS`] of each,
    /// and the members who give them, with access.
    RoleWays(TeamId, RoleId),
    /// The links to another role at the places of the links to that role.
    LinksBeside(TeamId, RoleId, RoleKey),
    /// An invitation of the team.
    Invitation(TeamId, InvitationId),
    /// The members who give the places of that invitation, with access.
    InvitationSenders(TeamId, InvitationId),
    /// The person with that invitation's address, and their membership in the team, with access.
    Invitee(TeamId, InvitationId),
    /// The latest invitation of the team to this address, whatever its state.
    InvitationTo(TeamId, Address),
    /// The latest invitation of the team to this person's address, whatever its state.
    InvitationToPerson(TeamId, PersonId),
    /// The pending invitation of the team to the address of the session's person, and the members who give its
    /// places, with access.
    InvitationToAsker(TeamId, Digest),
    /// A link of the team, and the member who gives it, with access.
    Link(TeamId, LinkId),
    /// The link of the team for this place and role.
    LinkAt(TeamId, Place, RoleKey),
    /// What a member gives: their pending invitations of the team, and their links.
    Given(TeamId, PersonId),
    /// What the session's person gives, in the same way.
    GivenByAsker(TeamId, Digest),
    /// What the person with that invitation's address gives, in the same way.
    GivenByInvitee(TeamId, InvitationId),
    /// What the person with this address gives, in the same way.
    GivenByAddress(TeamId, Address),
    /// The pending invitation of the team to this person's address.
    InvitationToMember(TeamId, PersonId),
    /// An ask of the team with its project, who asks, with access, and the other open asks of theirs.
    Ask(TeamId, AskId),
    /// The open asks of somebody in the team.
    OpenAsks(TeamId, Whose),
    /// All asks of the session's person in the team since an instant.
    AsksSince(TeamId, Digest, Timestamp),
    /// The candidates for [`crate::view::granters`] at a place, with access.
    Granters(TeamId, Place),
    /// Up to `rows` members that take a seat and whose `next_end` is not after `now`, with access and person, and up to as
    /// many pending invitations that reserve one and have expired.
    DueSeats(TeamId, Timestamp, u32),
    /// The same, whether or not they take a seat; and of those whose account is deleted what they have given and ask for.
    Due(TeamId, Timestamp, u32),
    /// This person and the session's, in each of the latest [`crate::limits::COLLEAGUE_TEAMS`] teams of the session's
    /// person that both are or were in: the team, and both memberships with access.
    Shared(Digest, PersonId),
    /// An offer of the team, with its project.
    Handover(TeamId, HandoverId),
    /// The open offer of a project of the team.
    OpenHandover(TeamId, ProjectId),
    /// What hangs on a project of the team, in numbers.
    Load(TeamId, ProjectId),
    /// The same of the project of an offer.
    OfferedLoad(TeamId, HandoverId),
    /// The members with access of its own at the project of an offer, with all their access, and their people: one more
    /// than [`crate::limits::PEOPLE_PER_HANDOVER`].
    OfferedPeople(TeamId, HandoverId),
    /// As many pending invitations to that project.
    OfferedInvitations(TeamId, HandoverId),
    /// A post of the team, with its project.
    Post(TeamId, PostId),
    /// The author of that post, and their membership in the team, with access.
    PostAuthor(TeamId, PostId),
    /// An image of the team, and its project if it is of one.
    Image(TeamId, ImageId),
    /// The session with this id, whosever it is.
    SessionById(SessionId),
    /// A challenge.
    Challenge(ChallengeId),
    /// The person with the challenge's address.
    ChallengePerson(ChallengeId),
    /// The pending invitations to the challenge's address of teams that the challenge's person is in, with the teams
    /// and memberships.
    ChallengeInvitations(ChallengeId),
    /// A counter on one UTC day.
    Tally(TallyKey, i64),
    /// A counter of the session's person's own, on one UTC day.
    OwnTally(OwnTally, Digest, i64),
    /// [`TallyKey::MailsTo`] of this person's address on one UTC day.
    MailsToPerson(PersonId, i64),
    /// [`TallyKey::MailsTo`] of that invitation's address on one UTC day.
    MailsToInvitee(TeamId, InvitationId, i64),
    /// [`TallyKey::MailsTo`] of that offer's address on one UTC day.
    MailsToRecipient(TeamId, HandoverId, i64),
}

/// The facts that `command` needs when `asker` asks at `now`.
#[must_use]
pub fn needs(command: &Command, asker: Asker, now: Timestamp) -> Vec<Need> {
    crate::decide::needs(command, asker, now)
}
