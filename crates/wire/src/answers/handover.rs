//! What comes out about handing a project over.

use super::joining::Signed;
use crate::shapes::{Id, Millis, TeamName, shapes};

shapes! {
    /// A project that its owner may hand over: what would move, and what became of the latest offer.
    pub struct Handover {
        /// Members with access of its own there, up to 101.
        pub people: u32,
        /// Pending invitations to it, up to 101.
        pub invitations: u32,
        /// Its posts, up to 5,001.
        pub posts: u32,
        /// Its images.
        pub images: u32,
        /// Which limit keeps it from being handed over, as problems name it.
        pub limit: Option<String>,
        /// The latest offer, unless it was taken back.
        pub offer: Option<Offer>,
    }

    /// An offer of a project.
    pub struct Offer {
        /// Its id.
        pub id: Id,
        /// To whom.
        pub address: String,
        /// `open`, `expired`, `declined`, or `needs_sender`: who offered it owns the team no more.
        pub state: String,
        /// When it was sent.
        pub sent_at: Millis,
        /// Until when it can be accepted.
        pub expires_at: Millis,
        /// When its mail goes out, if it has to wait.
        pub mail_at: Option<Millis>,
        /// Its latest mail could not be delivered.
        pub undelivered: bool,
    }

    /// What an offer of a project is, to whoever holds its token or has its address.
    pub struct HandoverPreview {
        /// The team that offers; its name is empty where the offer opens no more.
        pub team: TeamName,
        /// The project's name.
        pub project_name: String,
        /// Who offers.
        pub sender: String,
        /// For whom it is: masked, unless it is for whoever asks.
        pub address: String,
        /// How many posts come with it.
        pub posts: u32,
        /// How many images do.
        pub images: u32,
        /// Until when it can be accepted.
        pub expires_at: Millis,
        /// Who is signed in here.
        pub you: Option<Signed>,
        /// Why it does not open: a stable code.
        pub closed: Option<String>,
    }

    /// An open offer to one's own address.
    pub struct MyHandover {
        /// Its id.
        pub id: Id,
        /// The team that offers.
        pub team: TeamName,
        /// The project's name.
        pub project_name: String,
        /// Who offers.
        pub sender: String,
        /// Until when it can be accepted.
        pub expires_at: Millis,
    }
}
