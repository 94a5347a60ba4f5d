//! What a decision does: whole rows to be written, history to be kept, mails to be sent, and the answer.

use crate::access::{Grant, Place};
use crate::denial::Denial;
use crate::email::Address;
use crate::id::{
    AskId, ChallengeId, HandoverId, ImageId, InvitationId, LinkId, PersonId, PostId, ProjectId, RoleId,
    TeamId,
};
use crate::model::{
    Ask, Challenge, Handover, Image, Invitation, InviteLink, Member, Move, Person, Post, Project, Role,
    Session, Team,
};
use crate::time::Timestamp;

/// One row to write. A row is written whole: a later change of a decision or group replaces an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A team, new or changed.
    Team(Team),
    /// A person, new or changed. A changed name or address goes into all their memberships too.
    Person(Person),
    /// A role of the team's own, new or changed. Whoever holds it follows.
    Role(Role),
    /// A member with all of their access, new or changed.
    Member(Member),
    /// A project, new or changed.
    Project(Project),
    /// An invitation with its places, new or changed.
    Invitation(Invitation),
    /// An invite link, new or changed.
    Link(InviteLink),
    /// An ask for access, new or changed.
    Ask(Ask),
    /// An offer of a project, new or changed.
    Handover(Handover),
    /// Posts and images of a project follow it into another team; access of people who are no longer in the team that
    /// it leaves, links and open asks there end. What else ends is written row by row.
    Move(Move),
    /// A post, new or changed.
    Post(Post),
    /// An image, new or changed.
    Image(Image),
    /// A session, new or changed.
    Session(Session),
    /// Every session of a person that has not ended ends.
    EndSessions {
        /// Whose.
        person: PersonId,
        /// When.
        at: Timestamp,
    },
    /// A sign-in challenge, new or changed.
    Challenge(Challenge),
    /// A counter of what somebody did in a day.
    Tally(Tally),
    /// A line of a team's history.
    History(History),
    /// A mail that is owed.
    Mail(Mail),
}

/// What is counted in a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TallyKey {
    /// Invitations sent by a person, in all teams.
    InvitationsBy(PersonId),
    /// Invitations sent by a team.
    InvitationsOf(TeamId),
    /// Pictures of oneself that a person brings.
    PicturesBy(PersonId),
    /// Invitation mails to an address, from all teams.
    MailsTo(Address),
    /// Sign-in mails to an address, asked for by unknown browsers.
    ChallengesOf(Address),
    /// The same for browsers that signed in to it before.
    KnownChallengesOf(Address),
    /// Seats refused to people who wanted to join a team, of which its owner is told once a day.
    SeatRefused(TeamId),
}

/// How often something happened on one UTC day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// What.
    pub key: TallyKey,
    /// On which day ([`Timestamp::day`]).
    pub day: i64,
    /// How often.
    pub count: u32,
    /// When last.
    pub last_at: Timestamp,
}

/// What a line of history tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HistoryKind {
    /// The team was made.
    TeamCreated,
    /// The team was renamed; `note` is the new name.
    TeamRenamed,
    /// The team was deleted; `note` is its name.
    TeamDeleted,
    /// A project was made; `note` is its name.
    ProjectCreated,
    /// A project was renamed; `note` is the new name.
    ProjectRenamed,
    /// A project was archived.
    ProjectArchived,
    /// A project was taken out again.
    ProjectReopened,
    /// An address was invited; `after` is what it gives.
    Invited,
    /// A pending invitation was changed.
    InvitationChanged,
    /// A pending invitation was sent again.
    InvitationResent,
    /// A pending invitation was taken back.
    InvitationWithdrawn,
    /// An invitation was refused.
    InvitationDeclined,
    /// An invitation closed without giving anything, since the person held as much already.
    InvitationClosed,
    /// A pending invitation's time was over, and its reserved seat was freed.
    InvitationExpired,
    /// Senders lost what they gave: `note` counts their invitations and links that wait for a new one.
    SenderLost,
    /// The invitee asked for a new mail.
    AskedAgain,
    /// Somebody came in by invitation.
    Accepted,
    /// Somebody came in by link; `note` is its id.
    Joined,
    /// The account of somebody who came in was merged into the team.
    Merged,
    /// Somebody already in the team was added to a project.
    Included,
    /// An invite link was made or its settings changed.
    LinkSet,
    /// An invite link got a new address.
    LinkRegenerated,
    /// A role was made; `note` is its name, `after` what it holds.
    RoleMade,
    /// A role got other checkmarks; `note` is its name.
    RoleChanged,
    /// A role was renamed; `note` is the old name, an arrow, and the new one.
    RoleRenamed,
    /// A role was deleted; `note` is its name, `after` the role in its place.
    RoleDeleted,
    /// Somebody's access was changed.
    AccessChanged,
    /// Somebody's access ended by its date.
    AccessEnded,
    /// Somebody asked for a checkmark; `note` is its id.
    AccessAsked,
    /// Somebody who asked for a checkmark was told "Not now"; `note` is its id.
    AccessAskDeclined,
    /// Somebody was removed from the team.
    Removed,
    /// Somebody was removed from a project.
    RemovedFromProject,
    /// A removal was taken back.
    Restored,
    /// Somebody left the team.
    Left,
    /// Somebody left a project.
    LeftProject,
    /// The plan was changed; `note` is `plan` and cap.
    PlanChanged,
    /// The cap was changed; `note` is the new one.
    CapChanged,
    /// The join mode was changed; `note` is the new one.
    JoinModeChanged,
    /// The team was handed over.
    Transferred,
    /// A project was offered to an address; `note` is its name.
    HandoverOffered,
    /// An offer was mailed again to its address, by who owns the team now; `note` is the project's name.
    HandoverResent,
    /// The offer of a project was taken back; `note` is its name.
    HandoverWithdrawn,
    /// The offer of a project was refused; `note` is its name.
    HandoverDeclined,
    /// A project went to another team; `note` is its name.
    ProjectHandedOver,
    /// A project came from another team; `note` is its name.
    ProjectReceived,
    /// A post was written.
    PostCreated,
    /// A post was edited.
    PostEdited,
    /// A post got a time, or lost it.
    PostTimed,
    /// A post was sent for review.
    PostSentForReview,
    /// A post was approved.
    PostApproved,
    /// A post was returned.
    PostReturned,
    /// A post was published.
    PostPublished,
    /// An image was uploaded; `note` is what it shows.
    ImageUploaded,
    /// An image was described anew; `note` is what it shows.
    ImageRenamed,
    /// An image was deleted.
    ImageDeleted,
    /// An image was brought back.
    ImageRestored,
}

/// A line of history: who did what to whom, from what to what (S7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// In which team.
    pub team: TeamId,
    /// When.
    pub at: Timestamp,
    /// By whom; `None`: by time itself.
    pub by: Option<PersonId>,
    /// What.
    pub kind: HistoryKind,
    /// To whom.
    pub person: Option<PersonId>,
    /// To which address, where it is no person yet.
    pub address: Option<Address>,
    /// In which project; `None`: in the team.
    pub project: Option<ProjectId>,
    /// To which post.
    pub post: Option<PostId>,
    /// What they held before.
    pub before: Vec<(Place, Grant)>,
    /// What they hold after.
    pub after: Vec<(Place, Grant)>,
    /// A name or number that the kind speaks of.
    pub note: Option<String>,
}

impl History {
    /// A line with nothing but who, what and when.
    #[must_use]
    pub const fn new(team: TeamId, at: Timestamp, by: Option<PersonId>, kind: HistoryKind) -> Self {
        Self {
            team,
            at,
            by,
            kind,
            person: None,
            address: None,
            project: None,
            post: None,
            before: Vec::new(),
            after: Vec::new(),
            note: None,
        }
    }
}

/// Which mail it is (RULES.md, "Mails").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// The code and link to sign in with.
    SignIn,
    /// To the new address of an account: its code.
    AddressCode,
    /// To the old address of an account: it is no longer that.
    AddressChanged,
    /// To the address of an account that was deleted.
    AccountEnded,
    /// An invitation, registered or not.
    Invitation,
    /// "You were included in a project."
    Included,
    /// To the sender: somebody joined.
    Joined,
    /// To the sender: it was refused.
    Declined,
    /// To the sender: it closed, since it would have given nothing new.
    NothingNew,
    /// To the sender: the invitee asks for a new one.
    AskedAgain,
    /// To the person: their access was changed.
    AccessChanged,
    /// To those who can give it: somebody asks for access.
    AccessAsked,
    /// To the person: they were removed.
    Removed,
    /// To the person: their access ended by its date.
    Ended,
    /// To who was in a team that was deleted.
    TeamDeleted,
    /// To the new owner.
    OwnershipReceived,
    /// To the old owner.
    OwnershipHandedOver,
    /// To whom a project is offered.
    Handover,
    /// To the owner who offered it: it was taken.
    HandoverAccepted,
    /// To the owner who offered it: it was refused.
    HandoverDeclined,
    /// To the owner, once a day: a seat was refused.
    SeatRefused,
    /// To the author: approved.
    Approved,
    /// To the author: returned.
    Returned,
}

impl Template {
    /// Whether somebody waits for it at the screen.
    #[must_use]
    pub const fn is_code(self) -> bool {
        matches!(self, Self::SignIn | Self::AddressCode)
    }
}

/// To whom a mail goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipient {
    /// To a person's address at the time of sending.
    Person(PersonId),
    /// To an address.
    Address(Address),
}

/// A mail that is owed. It holds ids and a counter, never a secret: tokens are derived when it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Which one.
    pub template: Template,
    /// To whom.
    pub to: Recipient,
    /// About which team.
    pub team: Option<TeamId>,
    /// About which project.
    pub project: Option<ProjectId>,
    /// Who did it, or who is spoken of.
    pub about: Option<PersonId>,
    /// Which invitation.
    pub invitation: Option<InvitationId>,
    /// Which challenge.
    pub challenge: Option<ChallengeId>,
    /// Which post.
    pub post: Option<PostId>,
    /// Which ask. Once it is answered, its mail is not sent.
    pub ask: Option<AskId>,
    /// Which offer of a project. Once it is open no more, its mail is not sent.
    pub handover: Option<HandoverId>,
    /// The counter of the token in it. An invitation's mail whose counter is no longer the invitation's, or whose
    /// invitation is no longer pending, is not sent: a later mail took its place.
    pub counter: u32,
    /// Not before this instant.
    pub due_at: Timestamp,
}

impl Mail {
    /// A mail with nothing but its kind, recipient and time.
    #[must_use]
    pub const fn new(template: Template, to: Recipient, due_at: Timestamp) -> Self {
        Self {
            template,
            to,
            team: None,
            project: None,
            about: None,
            invitation: None,
            challenge: None,
            post: None,
            ask: None,
            handover: None,
            counter: 0,
            due_at,
        }
    }
}

/// What a command that was carried out answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It was done.
    Done,
    /// A team was made.
    Team(TeamId),
    /// A project was made.
    Project(ProjectId),
    /// A role was made.
    Role(RoleId),
    /// A post was written: its version.
    Post {
        /// Which post.
        post: PostId,
        /// Its version now.
        version: u64,
    },
    /// An image was announced.
    Image(ImageId),
    /// An invitation is pending; says nothing about whether the address has an account.
    Invited {
        /// Which one.
        invitation: InvitationId,
        /// When its mail goes out: now, or later if the address had enough mails.
        mail_at: Timestamp,
    },
    /// The person was in the team already and has the projects now.
    Included {
        /// Who.
        person: PersonId,
    },
    /// Each row of many, in order: what it came to, or why it was refused.
    Many(Vec<Result<Answer, Denial>>),
    /// An invite link stands.
    Link {
        /// Which one.
        link: LinkId,
        /// Its generation now.
        generation: u32,
    },
    /// It is asked; also when it was before.
    Asked {
        /// Which ask.
        ask: AskId,
        /// Since when.
        at: Timestamp,
    },
    /// The person is in the team.
    Joined {
        /// Who.
        person: PersonId,
        /// Whether the command made the account and opened a session for it.
        newcomer: bool,
    },
    /// The person was in the team already, and the invitation or link gave nothing more. It is closed.
    NothingNew,
    /// A challenge was mailed; says nothing about whether the address has an account.
    Mailed {
        /// Which challenge.
        challenge: ChallengeId,
    },
    /// Signed in; the session is open.
    SignedIn {
        /// Who.
        person: PersonId,
        /// Whether the command made the account.
        newcomer: bool,
    },
    /// The link was opened in a browser that did not ask: confirm the masked address first.
    Confirm {
        /// Whose sign-in it is, masked.
        masked: String,
    },
    /// The code was wrong, and the guess was counted.
    WrongCode,
    /// A seat was refused to somebody who joins: nothing changed but that the owner is told.
    SeatRefused,
    /// The sweep has committed this many ends, and may have more to do.
    Swept {
        /// How many.
        rows: u32,
    },
}

/// A command carried out: what changes, and what it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The rows to write, in order. Empty: nothing changes, not even the team's version.
    pub changes: Vec<Change>,
    /// The answer.
    pub answer: Answer,
}
