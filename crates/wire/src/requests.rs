//! What goes in: one shape for each body.

#[cfg(feature = "openapi")]
pub use crate::shapes::{Binary, Doing};
use crate::shapes::{Id, Millis, PlacedGrant, shapes};

shapes! {
    /// Nothing.
    pub struct Empty {}

    /// Ask for a code by mail.
    pub struct StartSignIn {
        /// The address.
        pub address: String,
        /// The language of the page: of the mail, and of the account if one is made. Absent: English.
        pub language: Option<String>,
    }

    /// Sign in with the mailed code.
    pub struct SignInByCode {
        /// The challenge that asking for the code answered.
        pub challenge: Id,
        /// The 8 digits.
        pub code: String,
    }

    /// Sign in with the mailed link.
    pub struct SignInByLink {
        /// The token from the link's fragment.
        pub token: String,
        /// In another browser than the one that asked: the person confirmed the address that was shown.
        pub confirmed: Option<bool>,
    }

    /// A new name of a team or a project.
    pub struct Rename {
        /// The name, 1 to 80 characters.
        pub name: String,
    }

    /// Change what is one's own; what is absent stays as it is.
    pub struct ChangeMe {
        /// The name, 1 to 80 characters.
        pub name: Option<String>,
        /// The language of pages and mails: `en` or `ru`.
        pub language: Option<String>,
    }

    /// Another address for one's account.
    pub struct NewAddress {
        /// The address.
        pub address: String,
    }

    /// The code that was mailed to the new address.
    pub struct AddressCode {
        /// The challenge that asking for the code answered.
        pub challenge: Id,
        /// The 8 digits.
        pub code: String,
    }

    /// The mails that one does without.
    pub struct Mails {
        /// Of `asks`, `verdicts`, `seats` those that are off.
        pub off: Vec<String>,
    }

    /// Invite an address.
    pub struct Invite {
        /// The address.
        pub address: String,
        /// What it gives, each place once.
        pub access: Vec<PlacedGrant>,
        /// The owner confirms the price of this cap of paid seats.
        pub raise_cap: Option<u32>,
    }

    /// Invite many at once, 50 at most. Each row is decided in turn, and refused alone.
    pub struct InviteMany {
        /// Whom, and to what.
        pub rows: Vec<InviteRow>,
        /// The owner confirms the price of this cap of paid seats.
        pub raise_cap: Option<u32>,
    }

    /// One of many: an address, or a colleague.
    pub struct InviteRow {
        /// The address.
        pub address: Option<String>,
        /// A colleague, by their id.
        pub person: Option<Id>,
        /// What it gives, each place once.
        pub access: Vec<PlacedGrant>,
    }

    /// Ask what addresses are to the team, before they are invited.
    pub struct CheckInvitees {
        /// The addresses, 1,000 at most.
        pub addresses: Vec<String>,
    }

    /// A command that may take a seat, with nothing else to say.
    pub struct WithCap {
        /// The owner confirms the price of this cap of paid seats.
        pub raise_cap: Option<u32>,
    }

    /// Change what a member holds.
    pub struct ChangeAccess {
        /// The edits, each place once.
        pub edits: Vec<PlacedGrant>,
        /// The owner confirms the price of this cap of paid seats.
        pub raise_cap: Option<u32>,
    }

    /// Make a role of the team's own.
    pub struct MakeRole {
        /// What it is called, 1 to 80 characters.
        pub name: String,
        /// Ids of the catalogue's permissions that it holds.
        pub permissions: Vec<String>,
    }

    /// Change a role of the team's own. What is absent stays as it is.
    pub struct ChangeRole {
        /// What it is called from now on.
        pub name: Option<String>,
        /// Ids of the permissions that it holds from now on.
        pub permissions: Option<Vec<String>>,
        /// The owner confirms the price of this cap of paid seats.
        pub raise_cap: Option<u32>,
    }

    /// Delete a role of the team's own.
    pub struct DeleteRole {
        /// The role that its members, invitations and links get.
        pub replacement: String,
        /// The owner confirms the price of this cap of paid seats.
        pub raise_cap: Option<u32>,
    }

    /// Make an invite link for a place and role, or change its settings.
    pub struct SetLink {
        /// The project; absent: the team.
        pub project: Option<Id>,
        /// The role that it gives.
        pub role: String,
        /// Whether it opens.
        pub on: bool,
        /// Until when it opens.
        pub expires_at: Option<Millis>,
        /// How many may come by one address of it.
        pub max_uses: Option<u32>,
        /// Only addresses of this domain.
        pub domain: Option<String>,
    }

    /// A token from the fragment of a mailed or shared address.
    pub struct Token {
        /// The token.
        pub token: String,
    }

    /// Accept or decline: with the token, or from the list of invitations to one's own address.
    pub struct Redeem {
        /// The token from the fragment.
        pub token: Option<String>,
        /// The team of the listed invitation.
        pub team: Option<Id>,
        /// The listed invitation.
        pub invitation: Option<Id>,
        /// The language of the page: of the account, if one is made. Absent: English.
        pub language: Option<String>,
        /// What the page said of the account: `side_by_side` (also when absent) or `merge`.
        pub mode: Option<String>,
        /// The ids of one's own teams that the page said would be parked.
        pub parks: Option<Vec<Id>>,
    }

    /// Look at the offer of a project, take it or refuse it: by the token of its mail, or from one's list.
    pub struct TakeHandover {
        /// The token from the fragment.
        pub token: Option<String>,
        /// The team of the listed offer.
        pub team: Option<Id>,
        /// The listed offer.
        pub handover: Option<Id>,
        /// To take it: into which team of one's own.
        pub into: Option<Id>,
    }

    /// Change the plan.
    pub struct ChangePlan {
        /// The plan's id.
        pub plan: String,
        /// Paid seats allowed under it.
        pub cap: u32,
    }

    /// Change the number of paid seats allowed.
    pub struct SetCap {
        /// The number.
        pub cap: u32,
    }

    /// Hand the team over.
    pub struct Transfer {
        /// The member who receives it.
        pub to: Id,
    }

    /// Write a post.
    pub struct CreatePost {
        /// Its title, 1 to 200 characters.
        pub title: String,
        /// Its text, up to 100,000 characters.
        pub text: String,
    }

    /// Change a post.
    pub struct EditPost {
        /// The version that was read.
        pub version: u64,
        /// The new title.
        pub title: String,
        /// The new text.
        pub text: String,
    }

    /// Say when a post should go out.
    pub struct SetTime {
        /// The version that was read.
        pub version: u64,
        /// When; absent: no time.
        pub at: Option<Millis>,
    }

    /// Move a post to another stage.
    pub struct MovePost {
        /// The version that was read.
        pub version: u64,
    }

    /// Announce an image: its file is sent next.
    pub struct AddImage {
        /// The project; absent: the whole team.
        pub project: Option<Id>,
        /// What it shows, in words, 1 to 200 characters.
        pub name: String,
        /// `image/png`, `image/jpeg`, `image/webp` or `image/gif`.
        pub media_type: String,
        /// Pixels across.
        pub width: u32,
        /// Pixels down.
        pub height: u32,
        /// Bytes of the file, up to 8 MiB.
        pub bytes: u32,
        /// Bytes of its thumbnail, a JPEG of up to 200 KiB.
        pub thumbnail_bytes: u32,
    }

    /// Say what becomes of the accounts of those who accept from now on.
    pub struct SetJoinMode {
        /// `side_by_side` or `merge`.
        pub mode: String,
    }

    /// Many questions in one call.
    pub struct Check {
        /// The questions, 100 at most.
        pub questions: Vec<Question>,
    }

    /// "May I?"
    pub struct Question {
        /// The permission's id.
        pub permission: String,
        /// The project; absent: the team.
        pub project: Option<Id>,
    }
}
