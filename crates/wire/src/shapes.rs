//! The pieces that requests and answers share.

/// Makes what every shape of the contract is: JSON in camelCase, unknown fields refused, what is optional left out when
/// it is absent, a schema when asked for.
macro_rules! shapes {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$fmeta:meta])* pub $field:ident : $ty:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "openapi", schemars(rename_all = "camelCase", deny_unknown_fields))]
        pub struct $name { $($(#[$fmeta])* pub $field: $ty,)* }

        $crate::shape! { $name { $($field)* } }
    )*};
}
pub(crate) use shapes;

/// An id: 13 lower-case letters and digits.
pub type Id = String;

/// Bytes, and no JSON.
#[cfg(feature = "openapi")]
pub struct Binary;

#[cfg(feature = "openapi")]
impl schemars::JsonSchema for Binary {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Binary".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "binary" })
    }
}

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Millis = i64;

shapes! {
    /// Access at one place. With `role`, it follows that role; with `permissions`, it is a custom set (empty: "No
    /// access"). An answer has both for a role of the team's own: with what it held. In an edit, neither means that what stands at the place is taken away, so that at a project the
    /// team's access holds again.
    pub struct PlacedGrant {
        /// The project; absent: the team, all its projects.
        pub project: Option<Id>,
        /// A role's id.
        pub role: Option<String>,
        /// Ids of the catalogue's permissions.
        pub permissions: Option<Vec<String>>,
        /// From this instant on it gives nothing.
        pub until: Option<Millis>,
    }

    /// A role of the team's own.
    pub struct Role {
        /// Its id.
        pub id: Id,
        /// What it is called.
        pub name: String,
        /// Ids of the catalogue's permissions that it holds.
        pub permissions: Vec<String>,
    }

    /// A person's id and name.
    pub struct Named {
        /// Their id.
        pub id: Id,
        /// What they are called.
        pub name: String,
    }

    /// A team's id and name.
    pub struct TeamName {
        /// Its id.
        pub id: Id,
        /// Its name.
        pub name: String,
    }

    /// Why something is refused: a code, and what explains it.
    pub struct Reason {
        /// A stable code, as in problems.
        pub code: String,
        /// The permission that is missing.
        pub missing: Option<Missing>,
    }

    /// A missing permission, and where.
    pub struct Missing {
        /// The permission's id.
        pub permission: String,
        /// The project; absent: the team.
        pub project: Option<Id>,
    }

    /// What a month costs, line by line.
    pub struct Bill {
        /// The plan itself, in cents.
        pub base_cents: u64,
        /// Seats taken beyond those included.
        pub paid_seats: u32,
        /// Each of those, in cents.
        pub seat_cents: u32,
        /// All of it, in cents.
        pub total_cents: u64,
    }

    /// The team's plan and seats, for its owner.
    pub struct Seats {
        /// The plan's id.
        pub plan: String,
        /// Paid seats allowed.
        pub cap: u32,
        /// Seats included; absent: unlimited.
        pub free: Option<u32>,
        /// Seats taken by members.
        pub taken: u32,
        /// Seats reserved by pending invitations.
        pub reserved: u32,
        /// What a month costs with the seats taken now.
        pub bill: Bill,
    }

    /// What somebody does in a room.
    pub struct Doing {
        /// `reading`, `editing`, or `away` while another page is in view.
        pub act: String,
        /// In which post; absent: with the project as a whole.
        pub post: Option<Id>,
        /// In which part of it: `title` or `text`.
        pub part: Option<String>,
        /// Whom they follow.
        pub following: Option<Id>,
        /// How far down they are, of 1,000.
        pub scroll: u32,
    }
}
