//! What comes out about ways into a team: invitations, links, and joining.

use super::account::{InvitedAccess, OwnedTeam};
use crate::shapes::{Id, Millis, Missing, Named, PlacedGrant, TeamName, shapes};

shapes! {
    /// A page of pending invitations.
    pub struct Invitations {
        /// The latest first; expired ones stay.
        pub invitations: Vec<Invitation>,
        /// Ask for the next page with this as `after`.
        pub next: Option<String>,
    }

    /// A pending invitation. It never shows whether the address is registered.
    pub struct Invitation {
        /// Its id.
        pub id: Id,
        /// To whom; absent for a colleague who was invited by who they are.
        pub address: Option<String>,
        /// That colleague's name.
        pub name: Option<String>,
        /// What it gives.
        pub access: Vec<PlacedGrant>,
        /// Who sent it.
        pub sent_by: Named,
        /// When it was last sent.
        pub sent_at: Millis,
        /// Until when it can be accepted.
        pub expires_at: Millis,
        /// Whether it is over.
        pub expired: bool,
        /// Whether its sender lost what they give: "Needs a new sender".
        pub needs_sender: bool,
        /// Whether it reserves a seat.
        pub seat: bool,
        /// When its mail goes out, if it waits.
        pub mail_at: Option<Millis>,
        /// Whether its mail could not be delivered.
        pub undelivered: bool,
    }

    /// What inviting did.
    pub struct Invited {
        /// The pending invitation; absent: the person was in the team and has the projects now.
        pub invitation: Option<Id>,
        /// Who was included at once.
        pub included: Option<Id>,
        /// When the mail goes out.
        pub mail_at: Option<Millis>,
    }

    /// What inviting many did.
    pub struct InvitedMany {
        /// One for each row, in order.
        pub rows: Vec<RowResult>,
    }

    /// What became of one row: `done`, or `refused`.
    pub struct RowResult {
        /// It was done, as inviting one answers.
        pub done: Option<Invited>,
        /// It was refused, and left no trace.
        pub refused: Option<RowProblem>,
    }

    /// Why a row was refused.
    pub struct RowProblem {
        /// A stable code, as in problems.
        pub code: String,
        /// The permission that is missing.
        pub missing: Option<Missing>,
        /// Again from this instant on.
        pub retry_at: Option<Millis>,
    }

    /// What addresses are to the team.
    pub struct Invitees {
        /// One for each address, in order.
        pub invitees: Vec<Invitee>,
    }

    /// What an address is to the team, as far as the asker may know. Nothing tells whether it has an account.
    pub struct Invitee {
        /// As it is compared, and would be invited; absent: it is none, and `code` says why.
        pub address: Option<String>,
        /// Why it is no address.
        pub code: Option<String>,
        /// Somebody in the team has it.
        pub member: bool,
        /// An invitation to it waits, and would be changed.
        pub pending: bool,
        /// Member or invitation has a seat already, so that none is taken.
        pub seat: bool,
    }

    /// People with whom one has shared a project, and, for a project, teammates who are not in it.
    pub struct Colleagues {
        /// Teammates first, by name; then colleagues, the newest first.
        pub colleagues: Vec<Colleague>,
    }

    /// A colleague: never with an address.
    pub struct Colleague {
        /// Who.
        pub id: Id,
        /// What they are called.
        pub name: String,
        /// The name of the picture that they show of themselves.
        pub avatar: Option<Id>,
        /// The team in which their picture is seen, if it is another one.
        pub seen_in: Option<Id>,
        /// In the team already: added to the project at once.
        pub member: bool,
        /// Invited there already, and it waits.
        pub invited: bool,
    }

    /// Who came by a link.
    pub struct Joiners {
        /// The latest first, 50 at most, by whatever address of the link.
        pub joiners: Vec<Joiner>,
    }

    /// Somebody who came by a link.
    pub struct Joiner {
        /// Who.
        pub id: Id,
        /// What they are called.
        pub name: String,
        /// The name of the picture that they show of themselves.
        pub avatar: Option<Id>,
        /// When they came.
        pub at: Millis,
        /// Whether they are in the team no more.
        pub left: bool,
    }

    /// The invite links that the asker may see.
    pub struct Links {
        /// The links.
        pub links: Vec<Link>,
    }

    /// An invite link.
    pub struct Link {
        /// Its id.
        pub id: Id,
        /// The project; absent: the team.
        pub project: Option<Id>,
        /// The role that it gives.
        pub role: String,
        /// Whether it is turned on.
        pub on: bool,
        /// Its address, to share.
        pub url: String,
        /// Until when it opens.
        pub expires_at: Option<Millis>,
        /// How many may come by this address.
        pub max_uses: Option<u32>,
        /// How many came by this address.
        pub uses: u32,
        /// Only addresses of this domain.
        pub domain: Option<String>,
        /// Whether who made it lost what it gives: it opens no more until it is regenerated.
        pub needs_sender: bool,
    }

    /// What an invitation or link is, to whoever holds its token. Looking changes nothing.
    pub struct JoinPreview {
        /// `invitation` or `link`.
        pub kind: String,
        /// Into which team.
        pub team: TeamName,
        /// Who invites.
        pub inviter: String,
        /// For whom it is, masked unless it is oneself; a link is for anyone.
        pub address: Option<String>,
        /// What one will be able to do.
        pub access: Vec<InvitedAccess>,
        /// Until when.
        pub expires_at: Option<Millis>,
        /// What becomes of the account: `side_by_side` or `merge`. Accepting carries it, with the ids of `parks`.
        pub mode: String,
        /// One's own teams that a merge would park; for whom it is alone.
        pub parks: Vec<OwnedTeam>,
        /// The browser's own account.
        pub you: Option<Signed>,
        /// Why it does not open, or not for this browser; absent: it does.
        pub closed: Option<Closed>,
    }

    /// The account that a browser is signed in to.
    pub struct Signed {
        /// Its name.
        pub name: String,
        /// Its address.
        pub address: String,
    }

    /// Why an invitation or link does not open.
    pub struct Closed {
        /// A stable code, as in problems.
        pub code: String,
        /// Whether "Ask for a new one" can help.
        pub ask_again: bool,
    }

    /// In the team now, or there before.
    pub struct Joined {
        /// The team.
        pub team: Id,
        /// Whether the account is new, and this browser is signed in to it.
        pub newcomer: bool,
        /// Whether it gave nothing that one did not hold.
        pub nothing_new: bool,
    }
}
