//! What comes out about roles of a team's own.

use crate::shapes::{Id, Named, Role, shapes};

shapes! {
    /// A role was made.
    pub struct RoleMade {
        /// Its id.
        pub role: Id,
    }

    /// The roles of the team's own.
    pub struct Roles {
        /// The roles, by name.
        pub roles: Vec<Role>,
    }

    /// A role of the team's own, and what hangs on it: for those who may change it.
    pub struct RoleUse {
        /// The role.
        pub role: Role,
        /// Who holds it: 100 at most.
        pub holders: Vec<Named>,
        /// Whether more hang on it than a change that moves seats may move.
        pub many: bool,
        /// Pending invitations that give it.
        pub invitations: u32,
        /// Whether an invite link gives it and is on.
        pub linked: bool,
        /// Members who take a seat by it alone, or would if it took one.
        pub member_seats: u32,
        /// Pending invitations, in the same way.
        pub invitation_seats: u32,
    }
}
