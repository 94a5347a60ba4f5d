//! What comes out: one shape for each answer.

use serde::{Deserialize, Serialize};

use crate::shapes::{Bill, Id, Millis, Named, PlacedGrant, Reason, Seats, TeamName, shapes};

shapes! {
    /// It was done.
    pub struct Done {}

    /// The Worker answers.
    pub struct Health {
        /// Always true.
        pub ok: bool,
        /// The digest of the catalogue that this build knows.
        pub catalogue: String,
    }

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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub person: Option<Id>,
        /// Whether the account is new.
        #[serde(default)]
        pub newcomer: bool,
        /// The masked address to confirm.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub confirm: Option<String>,
    }

    /// Oneself.
    pub struct Me {
        /// One's id.
        pub id: Id,
        /// One's name.
        pub name: String,
        /// One's address.
        pub address: String,
        /// Whether this session came of an invitation, so that some deeds ask for a mailed code first.
        pub code_needed: bool,
        /// The teams that one owns or is in, the latest joined first.
        pub teams: Vec<MyTeam>,
        /// Pending invitations to one's address.
        pub invitations: Vec<MyInvitation>,
        /// The digest of the catalogue: a page that knows another one reloads.
        pub catalogue: String,
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
    }

    /// One place that an invitation gives, with the project's name.
    pub struct InvitedAccess {
        /// The grant.
        pub grant: PlacedGrant,
        /// The project's name, if it is one project.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub project_name: Option<String>,
    }

    /// A team was made.
    pub struct TeamMade {
        /// Its id.
        pub team: Id,
    }

    /// All that a page needs to know about one's own access in a team, for the wasm core.
    pub struct Snapshot {
        /// The team.
        pub team: TeamName,
        /// Who asks.
        pub you: Named,
        /// Whether they own the team.
        pub owner: bool,
        /// What they hold, if they do not.
        pub grants: Vec<SnapshotGrant>,
        /// Who can grant what they lack: the owner first, then members who may change access for the whole team.
        pub granters: Vec<SnapshotGranter>,
        /// The team's owner.
        pub owned_by: Named,
        /// Plan and seats; for the owner alone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub seats: Option<Seats>,
        /// The team's version.
        pub version: u64,
        /// The version of the last change to anybody's access.
        pub epoch: u64,
        /// The digest of the catalogue.
        pub catalogue: String,
        /// The edge's time.
        pub now: Millis,
    }

    /// One grant of one's own, as bits.
    pub struct SnapshotGrant {
        /// The project; absent: the team.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub project: Option<Id>,
        /// The role's id, if it is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub role: Option<String>,
        /// The bits of the set.
        pub bits: u64,
        /// From this instant on it gives nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub until: Option<Millis>,
    }

    /// Somebody who can grant.
    pub struct SnapshotGranter {
        /// Their id.
        pub id: Id,
        /// What they are called.
        pub name: String,
        /// Which checkmarks they can grant for the whole team, as bits; the owner: all.
        pub bits: u64,
    }

    /// Plan, seats and price, for the owner.
    pub struct PlanPage {
        /// Plan and seats now.
        pub seats: Seats,
        /// The plans there are.
        pub plans: Vec<PlanOffer>,
        /// The currency of every price (ISO 4217).
        pub currency: String,
    }

    /// A plan on offer.
    pub struct PlanOffer {
        /// Its id.
        pub id: String,
        /// Seats included; absent: unlimited.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub free_seats: Option<u32>,
        /// Each further seat, in cents.
        pub seat_cents: u32,
        /// What a month would cost with the seats taken now.
        pub bill: Bill,
        /// The cap that what is taken and reserved now would need.
        pub needed_cap: u32,
    }

    /// A page of members.
    pub struct Members {
        /// The members, by name.
        pub members: Vec<Member>,
        /// All active members of the team, the owner included; for those who see the whole team.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub total: Option<u32>,
        /// Ask for the next page with this as `after`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub next: Option<String>,
    }

    /// A member, as far as the asker may see them.
    pub struct Member {
        /// Who.
        pub id: Id,
        /// What they are called.
        pub name: String,
        /// Their address, for those who may invite or change access, and oneself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub address: Option<String>,
        /// Whether they own the team.
        pub owner: bool,
        /// What they hold, at the places that the asker may see.
        pub access: Vec<PlacedGrant>,
        /// Whether anything of it holds now; `false`: listed as Ended, or without access.
        pub live: bool,
        /// When they joined.
        pub joined_at: Millis,
        /// When they were last here.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub seen_at: Option<Millis>,
        /// Why the asker cannot edit their access; absent: they can.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub edit: Option<Reason>,
        /// Why the asker cannot remove them from the team; absent: they can.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub remove: Option<Reason>,
    }

    /// A page of pending invitations.
    pub struct Invitations {
        /// The latest first; expired ones stay.
        pub invitations: Vec<Invitation>,
        /// Ask for the next page with this as `after`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub next: Option<String>,
    }

    /// A pending invitation. It never shows whether the address is registered.
    pub struct Invitation {
        /// Its id.
        pub id: Id,
        /// To whom.
        pub address: String,
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub mail_at: Option<Millis>,
        /// Whether its mail could not be delivered.
        pub undelivered: bool,
    }

    /// What inviting did.
    pub struct Invited {
        /// The pending invitation; absent: the person was in the team and has the projects now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub invitation: Option<Id>,
        /// Who was included at once.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub included: Option<Id>,
        /// When the mail goes out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub mail_at: Option<Millis>,
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub project: Option<Id>,
        /// The role that it gives.
        pub role: String,
        /// Whether it is turned on.
        pub on: bool,
        /// Its address, to share.
        pub url: String,
        /// Until when it opens.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub expires_at: Option<Millis>,
        /// How many may come by this address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub max_uses: Option<u32>,
        /// How many came by this address.
        pub uses: u32,
        /// Only addresses of this domain.
        #[serde(default, skip_serializing_if = "Option::is_none")]
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub address: Option<String>,
        /// What one will be able to do.
        pub access: Vec<InvitedAccess>,
        /// Until when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub expires_at: Option<Millis>,
        /// The browser's own account.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub you: Option<Signed>,
        /// Why it does not open, or not for this browser; absent: it does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
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

    /// The projects of a team that the asker sees.
    pub struct Projects {
        /// The projects, by name.
        pub projects: Vec<Project>,
    }

    /// A project.
    pub struct Project {
        /// Its id.
        pub id: Id,
        /// Its name.
        pub name: String,
        /// When it was put away.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub archived_at: Option<Millis>,
        /// When it was made.
        pub created_at: Millis,
    }

    /// A project was made.
    pub struct ProjectMade {
        /// Its id.
        pub project: Id,
    }

    /// A page of posts.
    pub struct Posts {
        /// The latest changed first.
        pub posts: Vec<Post>,
        /// Ask for the next page with this as `after`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub next: Option<String>,
    }

    /// A post.
    pub struct Post {
        /// Its id.
        pub id: Id,
        /// Its project.
        pub project: Id,
        /// Who wrote it.
        pub author: Named,
        /// Whether its author left the team: "NAME (left)".
        pub author_left: bool,
        /// Its title.
        pub title: String,
        /// Its text.
        pub text: String,
        /// Its stage's id.
        pub stage: String,
        /// When it should go out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub planned_at: Option<Millis>,
        /// When it was published.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub published_at: Option<Millis>,
        /// To be sent with the next change.
        pub version: u64,
        /// When it was last changed.
        pub changed_at: Millis,
    }

    /// A post was written.
    pub struct PostMade {
        /// Its id.
        pub post: Id,
        /// Its version.
        pub version: u64,
    }

    /// A page of history.
    pub struct HistoryPage {
        /// The latest first.
        pub lines: Vec<HistoryLine>,
        /// Ask for the next page with this as `after`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub next: Option<String>,
    }

    /// A line of history.
    pub struct HistoryLine {
        /// Its number.
        pub id: u64,
        /// When.
        pub at: Millis,
        /// What: a stable code.
        pub kind: String,
        /// By whom; absent: by time itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub by: Option<Named>,
        /// To whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub person: Option<Named>,
        /// To which address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub address: Option<String>,
        /// In which project.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub project: Option<Named>,
        /// To which post.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub post: Option<Id>,
        /// What they held before.
        pub before: Vec<PlacedGrant>,
        /// What they hold after.
        pub after: Vec<PlacedGrant>,
        /// A name or number that the kind speaks of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
        /// Whether the asker could take this removal back now.
        pub restorable: bool,
    }

    /// The answers to many questions, in their order.
    pub struct Checked {
        /// The answers.
        pub answers: Vec<CheckAnswer>,
    }

    /// The answer to one question.
    pub struct CheckAnswer {
        /// Whether one may.
        pub allowed: bool,
        /// Why not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<Reason>,
    }
}
