//! What comes out about a team: its access, plan, members and history.

use crate::shapes::{Bill, Id, Millis, Named, PlacedGrant, Reason, Role, Seats, TeamName, shapes};

shapes! {
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
        /// The roles of the team's own, by name; for those who hold anything in it.
        pub roles: Vec<Role>,
        /// Who can grant what they lack: the owner first, then members who may change access for the whole team.
        pub granters: Vec<SnapshotGranter>,
        /// The team's owner.
        pub owned_by: Named,
        /// Plan and seats; for the owner alone.
        pub seats: Option<Seats>,
        /// What becomes of the accounts of those who accept: `side_by_side` or `merge`.
        pub join_mode: String,
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
        pub project: Option<Id>,
        /// The role's id, if it is one.
        pub role: Option<String>,
        /// The bits of the set.
        pub bits: u64,
        /// From this instant on it gives nothing.
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
        /// How many are in the team, the owner included.
        pub members: u32,
        /// How many projects it has, archived ones included.
        pub projects: u32,
        /// How many images lie in its library.
        pub images: u32,
    }

    /// A plan on offer.
    pub struct PlanOffer {
        /// Its id.
        pub id: String,
        /// Seats included; absent: unlimited.
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
        pub total: Option<u32>,
        /// Ask for the next page with this as `after`.
        pub next: Option<String>,
    }

    /// A member, as far as the asker may see them.
    pub struct Member {
        /// Who.
        pub id: Id,
        /// What they are called.
        pub name: String,
        /// The name of the picture that they show of themselves.
        pub avatar: Option<Id>,
        /// Their address, for those who may invite or change access, and oneself.
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
        pub seen_at: Option<Millis>,
        /// Why the asker cannot edit their access; absent: they can.
        pub edit: Option<Reason>,
        /// Why the asker cannot remove them from the team; absent: they can.
        pub remove: Option<Reason>,
    }

    /// A page of history.
    pub struct HistoryPage {
        /// The latest first.
        pub lines: Vec<HistoryLine>,
        /// The deleted roles that these lines speak of: an old one may have no name any more.
        pub deleted_roles: Vec<Named>,
        /// Ask for the next page with this as `after`.
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
        pub by: Option<Named>,
        /// To whom.
        pub person: Option<Named>,
        /// To which address.
        pub address: Option<String>,
        /// In which project.
        pub project: Option<Named>,
        /// To which post.
        pub post: Option<Id>,
        /// What they held before.
        pub before: Vec<PlacedGrant>,
        /// What they hold after.
        pub after: Vec<PlacedGrant>,
        /// A name or number that the kind speaks of.
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
        pub reason: Option<Reason>,
    }
}
