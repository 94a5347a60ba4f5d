//! What people ask for. Fresh ids ride in the command: randomness comes from outside.

mod account;
mod ask;
mod handover;
mod inviting;
mod role;
mod team;
mod work;

pub use account::AccountCommand;
pub use ask::AskCommand;
pub use handover::{HandoverCommand, Way};
pub use inviting::{InviteRow, Inviting, Whom};
pub use role::RoleCommand;
pub use team::TeamCommand;
pub use work::{ImageCommand, Step};

use crate::access::{Grant, Place, RoleKey};
use crate::email::Address;
use crate::generated::catalogue::Plan;
use crate::id::{ChallengeId, ImageId, InvitationId, LinkId, PersonId, PostId, ProjectId, SessionId, TeamId};
use crate::model::{Digest, JoinMode, Language, LinkState, Shown};
use crate::text::{Body, Name, Title};
use crate::time::Timestamp;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    /// A browser, by the digest of its session's secret. Who it is, is one of the facts.
    Session(Digest),
    /// A browser that is not signed in.
    Nobody,
    /// Time itself: the sweep.
    Clock,
}

/// Which writer a command goes through, and what its batch guards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// The team's Durable Object; guards the team's version.
    Team(TeamId),
    /// The Worker; guards the stamp of the asker's own membership, so that a burst of joins aborts no writer.
    Content(TeamId),
    /// The Worker; guards the person, or the challenge.
    Account,
}

/// The id and secret's digest of a session that the command may open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewSession {
    /// Its id.
    pub id: SessionId,
    /// The digest of its secret.
    pub digest: Digest,
}

/// What an account and a session would be called, if the command makes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// The person's id, if the address has no account.
    pub person: PersonId,
    /// The session to open.
    pub session: NewSession,
    /// In which language the page speaks. Signing in goes by what was said when the code was asked for.
    pub language: Language,
}

/// How a browser shows that it may sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInProof {
    /// By typing the code; `right` is the shell's comparison with the derived one.
    Code {
        /// Whether it was the right one.
        right: bool,
    },
    /// By following the mailed link, whose token the shell has verified.
    Link {
        /// In a browser that did not ask, the person confirmed the masked address.
        confirmed: bool,
    },
}

/// The settings of an invite link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkSettings {
    /// On or off.
    pub state: LinkState,
    /// Until when it opens.
    pub expires_at: Option<Timestamp>,
    /// How many people may come by one generation.
    pub max_uses: Option<u32>,
    /// Only addresses of this domain, in lower-case ASCII.
    pub domain: Option<String>,
}

/// One edit of somebody's access; `None`: what stands at the place is taken away, so that at a project the
/// team's access holds again.
pub type Edit = (Place, Option<Grant>);

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    // Account
    /// Mail a code to an address.
    StartSignIn {
        /// The new challenge's id.
        challenge: ChallengeId,
        /// To whom.
        address: Address,
        /// The digest of the asking browser's secret.
        browser: Digest,
        /// In which language the page speaks.
        language: Language,
        /// Whether this browser signed in to this address before.
        known: bool,
    },
    /// Sign in by code or link.
    FinishSignIn {
        /// Which challenge.
        challenge: ChallengeId,
        /// The digest of the browser's secret, if it has one.
        browser: Option<Digest>,
        /// How it shows that it may.
        proof: SignInProof,
        /// What to call what is made.
        newcomer: Newcomer,
    },
    /// End this session.
    SignOut,
    /// End all sessions of this person.
    SignOutEverywhere,
    /// Change one's own name or language.
    ChangeSelf {
        /// The new name; `None`: as it is.
        name: Option<Name>,
        /// The new language; `None`: as it is.
        language: Option<Language>,
    },
    /// Something else about one's own account.
    Account(AccountCommand),
    /// Make a team, owned by the asker.
    CreateTeam {
        /// The new team's id.
        team: TeamId,
        /// Its name.
        name: Name,
    },

    // Team
    /// Change the team's name.
    RenameTeam {
        /// Which team.
        team: TeamId,
        /// The new name.
        name: Name,
    },
    /// What ends with the team, or ends it.
    Team(TeamId, TeamCommand),
    /// Make a project.
    CreateProject {
        /// In which team.
        team: TeamId,
        /// The new project's id.
        project: ProjectId,
        /// Its name.
        name: Name,
    },
    /// Change a project's name.
    RenameProject {
        /// In which team.
        team: TeamId,
        /// Which project.
        project: ProjectId,
        /// The new name.
        name: Name,
    },
    /// Put a project away.
    ArchiveProject {
        /// In which team.
        team: TeamId,
        /// Which project.
        project: ProjectId,
    },
    /// Take a project out again.
    ReopenProject {
        /// In which team.
        team: TeamId,
        /// Which project.
        project: ProjectId,
    },
    /// Invite an address, or change its pending invitation; somebody already in the team is added at once.
    Invite {
        /// Into which team.
        team: TeamId,
        /// The id of a new invitation.
        invitation: InvitationId,
        /// Whom.
        address: Address,
        /// What it gives.
        places: Vec<(Place, Grant)>,
        /// The owner confirmed the price of this cap.
        raise_cap: Option<u32>,
    },
    /// Invite many at once, or change what a pending invitation gives.
    Inviting(TeamId, Inviting),
    /// Send a pending invitation again, with a new token and full expiry; the asker becomes its sender.
    Resend {
        /// Of which team.
        team: TeamId,
        /// Which one.
        invitation: InvitationId,
        /// The owner confirmed the price of this cap.
        raise_cap: Option<u32>,
    },
    /// Take a pending invitation back ("Delete").
    Withdraw {
        /// Of which team.
        team: TeamId,
        /// Which one.
        invitation: InvitationId,
    },
    /// Accept an invitation.
    Accept {
        /// Of which team.
        team: TeamId,
        /// Which one.
        invitation: InvitationId,
        /// The counter of the mail that was followed; `None`: from the list after sign-in.
        counter: Option<u32>,
        /// What to call what is made, when nobody is signed in and the address has no account.
        newcomer: Newcomer,
        /// What the page said of merging.
        shown: Shown,
    },
    /// Refuse an invitation.
    Decline {
        /// Of which team.
        team: TeamId,
        /// Which one.
        invitation: InvitationId,
        /// The counter of the mail that was followed; `None`: from the list after sign-in.
        counter: Option<u32>,
    },
    /// "Ask for a new one", with the token of a mail that opens no more.
    AskAgain {
        /// Of which team.
        team: TeamId,
        /// Which one.
        invitation: InvitationId,
        /// The counter of the mail that was followed.
        counter: u32,
    },
    /// Make the invite link of a place and role, or change its settings.
    SetLink {
        /// Of which team.
        team: TeamId,
        /// The id of a new link.
        link: LinkId,
        /// Where it lets in.
        place: Place,
        /// As what.
        role: RoleKey,
        /// Its settings.
        settings: LinkSettings,
    },
    /// Give the link a new address; the old one is dead from that commit.
    RegenerateLink {
        /// Of which team.
        team: TeamId,
        /// Which link.
        link: LinkId,
    },
    /// Join by an invite link.
    Join {
        /// Which team.
        team: TeamId,
        /// Which link.
        link: LinkId,
        /// The generation of the address that was followed.
        generation: u32,
        /// What the page said of merging.
        shown: Shown,
    },
    /// Change what a member holds.
    ChangeAccess {
        /// In which team.
        team: TeamId,
        /// Whose.
        person: PersonId,
        /// The edits, each place once.
        edits: Vec<Edit>,
        /// The owner confirmed the price of this cap.
        raise_cap: Option<u32>,
    },
    /// Ask for access, or answer who asked.
    Ask(TeamId, AskCommand),
    /// Make, change or delete a role of the team's own.
    Role(TeamId, RoleCommand),
    /// Remove a member from the team.
    Remove {
        /// From which team.
        team: TeamId,
        /// Whom.
        person: PersonId,
    },
    /// Remove a member from one project.
    RemoveFromProject {
        /// In which team.
        team: TeamId,
        /// Whom.
        person: PersonId,
        /// From which project.
        project: ProjectId,
    },
    /// Take a removal back, exactly as it was.
    Restore {
        /// In which team.
        team: TeamId,
        /// Whom.
        person: PersonId,
        /// The owner confirmed the price of this cap.
        raise_cap: Option<u32>,
    },
    /// Leave the team.
    Leave {
        /// Which team.
        team: TeamId,
    },
    /// Leave one project.
    LeaveProject {
        /// In which team.
        team: TeamId,
        /// Which project.
        project: ProjectId,
    },
    /// Change the plan, with the cap to go with it.
    ChangePlan {
        /// Of which team.
        team: TeamId,
        /// The new plan.
        plan: Plan,
        /// The cap under it.
        cap: u32,
    },
    /// Change the number of paid seats allowed.
    SetCap {
        /// Of which team.
        team: TeamId,
        /// The new number.
        cap: u32,
    },
    /// Say what becomes of the accounts of those who accept from now on.
    SetJoinMode {
        /// Of which team.
        team: TeamId,
        /// The new mode.
        mode: JoinMode,
    },
    /// Hand the team over.
    Transfer {
        /// Which team.
        team: TeamId,
        /// To which member.
        to: PersonId,
    },
    /// Hand one project over to another team, or answer that.
    Handover(TeamId, HandoverCommand),
    /// Something about an image of the library.
    Image(TeamId, ImageId, ImageCommand),
    /// Commit what time has ended: free seats, tell people.
    Sweep {
        /// Of which team.
        team: TeamId,
    },

    // Content
    /// Write a post.
    CreatePost {
        /// In which team.
        team: TeamId,
        /// In which project.
        project: ProjectId,
        /// The new post's id.
        post: PostId,
        /// Its title.
        title: Title,
        /// Its text.
        body: Body,
    },
    /// Change a post's title and text.
    EditPost {
        /// In which team.
        team: TeamId,
        /// Which post.
        post: PostId,
        /// The version that was read.
        version: u64,
        /// The new title.
        title: Title,
        /// The new text.
        body: Body,
    },
    /// Say when a post should go out; publishes nothing.
    SetTime {
        /// In which team.
        team: TeamId,
        /// Which post.
        post: PostId,
        /// The version that was read.
        version: u64,
        /// When; `None`: no time.
        at: Option<Timestamp>,
    },
    /// Move a post on, or back.
    MovePost {
        /// In which team.
        team: TeamId,
        /// Which post.
        post: PostId,
        /// The version that was read.
        version: u64,
        /// Which way.
        step: Step,
    },
}

impl Command {
    /// Which writer it goes through.
    #[must_use]
    pub const fn lane(&self) -> Lane {
        match self {
            Self::StartSignIn { .. }
            | Self::FinishSignIn { .. }
            | Self::SignOut
            | Self::SignOutEverywhere
            | Self::ChangeSelf { .. }
            | Self::Account(_)
            | Self::CreateTeam { .. }
            | Self::Handover(_, HandoverCommand::Accept { .. }) => Lane::Account,
            Self::RenameTeam { team, .. }
            | Self::Team(team, _)
            | Self::CreateProject { team, .. }
            | Self::RenameProject { team, .. }
            | Self::ArchiveProject { team, .. }
            | Self::ReopenProject { team, .. }
            | Self::Invite { team, .. }
            | Self::Inviting(team, _)
            | Self::Resend { team, .. }
            | Self::Withdraw { team, .. }
            | Self::Accept { team, .. }
            | Self::Decline { team, .. }
            | Self::AskAgain { team, .. }
            | Self::SetLink { team, .. }
            | Self::RegenerateLink { team, .. }
            | Self::Join { team, .. }
            | Self::ChangeAccess { team, .. }
            | Self::Ask(team, _)
            | Self::Role(team, _)
            | Self::Remove { team, .. }
            | Self::RemoveFromProject { team, .. }
            | Self::Restore { team, .. }
            | Self::Leave { team }
            | Self::LeaveProject { team, .. }
            | Self::ChangePlan { team, .. }
            | Self::SetCap { team, .. }
            | Self::SetJoinMode { team, .. }
            | Self::Transfer { team, .. }
            | Self::Handover(team, _)
            | Self::Image(team, ..)
            | Self::Sweep { team } => Lane::Team(*team),
            Self::CreatePost { team, .. }
            | Self::EditPost { team, .. }
            | Self::SetTime { team, .. }
            | Self::MovePost { team, .. } => Lane::Content(*team),
        }
    }
}
