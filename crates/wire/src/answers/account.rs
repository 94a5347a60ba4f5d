//! What comes out about oneself: signing in, one's teams, one's invitations.

use super::handover::MyHandover;
use crate::shapes::{Id, Millis, PlacedGrant, TeamName, shapes};

shapes! {
    /// A code is on its way, if mail to the address goes through. The same whether or not it has an account.
    pub struct Challenge {
        /// To be sent back with the code.
        pub challenge: Id,
        /// Where the mail went.
        pub address: String,
        /// Until when the code is good.
        pub expires_at: Millis,
    }

    /// Signed in; the session's cookie is set. With `confirm`: not yet, the link was opened in a browser that did
    /// not ask for it, and the person must confirm that masked address first.
    pub struct SignedIn {
        /// Who.
        pub person: Option<Id>,
        /// Whether the account is new.
        pub newcomer: bool,
        /// The masked address to confirm.
        pub confirm: Option<String>,
    }

    /// Oneself.
    pub struct Me {
        /// One's id.
        pub id: Id,
        /// One's name.
        pub name: String,
        /// The name of the picture that one shows of oneself.
        pub avatar: Option<Id>,
        /// One's address.
        pub address: String,
        /// The language that one is spoken to in.
        pub language: String,
        /// Since when one has the account.
        pub since: Millis,
        /// Whether this session came of an invitation, so that some deeds ask for a mailed code first.
        pub code_needed: bool,
        /// The mails that one turned off: of `asks`, `verdicts`, `seats`.
        pub mails_off: Vec<String>,
        /// The teams that one owns or is in, the latest joined first.
        pub teams: Vec<MyTeam>,
        /// The team that one's account is merged into; one's own are parked meanwhile.
        pub merged: Option<Merged>,
        /// Pending invitations to one's address.
        pub invitations: Vec<MyInvitation>,
        /// Open offers of projects to one's address.
        pub handovers: Vec<MyHandover>,
        /// The digest of the catalogue: a page that knows another one reloads.
        pub catalogue: String,
    }

    /// A merge of one's account into a team.
    pub struct Merged {
        /// Which team.
        pub team: TeamName,
        /// One's own teams that are out of reach until one leaves it.
        pub parked: Vec<OwnedTeam>,
    }

    /// A team that one owns, and what there is in it.
    pub struct OwnedTeam {
        /// Its id.
        pub id: Id,
        /// Its name.
        pub name: String,
        /// The names of its first few projects.
        pub projects: Vec<String>,
        /// How many more there are.
        pub more_projects: u32,
        /// How many others are in it, and go on working.
        pub others: u32,
    }

    /// One's own sessions that are open.
    pub struct Sessions {
        /// The latest first.
        pub sessions: Vec<OwnSession>,
    }

    /// A session of one's own.
    pub struct OwnSession {
        /// Its id; not its secret.
        pub id: Id,
        /// Whether it is the one that asks.
        pub current: bool,
        /// Roughly which browser: "Firefox, Linux".
        pub device: Option<String>,
        /// When it began.
        pub created_at: Millis,
        /// When it was last used.
        pub seen_at: Option<Millis>,
    }

    /// A team that one is in.
    pub struct MyTeam {
        /// Its id.
        pub id: Id,
        /// Its name.
        pub name: String,
        /// Whether one owns it.
        pub owner: bool,
    }

    /// A pending invitation to one's own address.
    pub struct MyInvitation {
        /// Its id.
        pub id: Id,
        /// Into which team.
        pub team: TeamName,
        /// Who sent it.
        pub inviter: String,
        /// What it gives.
        pub access: Vec<InvitedAccess>,
        /// Until when it can be accepted.
        pub expires_at: Millis,
        /// What becomes of one's account: `side_by_side` or `merge`.
        pub mode: String,
    }

    /// One place that an invitation gives, with the names of project and role.
    pub struct InvitedAccess {
        /// The grant.
        pub grant: PlacedGrant,
        /// The project's name, if it is one project.
        pub project_name: Option<String>,
        /// The role's name, if it is one of the team's own.
        pub role_name: Option<String>,
    }
}
