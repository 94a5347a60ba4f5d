//! Problems (RFC 9457, `application/problem+json`): every failure of the API, with a stable code.

use crate::shapes::{Id, Millis, Missing, Named, shapes};

shapes! {
    /// A failure. `code` says which; the other members explain it where they apply.
    pub struct Problem {
        /// A relative URI that names the kind of problem.
        pub r#type: String,
        /// What happened, in short; for developers. Pages write their own sentence from `code`.
        pub title: String,
        /// The status of HTTP.
        pub status: u16,
        /// A stable code.
        pub code: String,
        /// The field of the request that is wrong.
        pub field: Option<String>,
        /// The permission that is missing.
        pub missing: Option<Missing>,
        /// Who can grant it: the owner and up to two others. For members only.
        pub granters: Option<Vec<Named>>,
        /// For whom it is, masked.
        pub address: Option<String>,
        /// The domain that the link takes.
        pub domain: Option<String>,
        /// Again from this instant on.
        pub retry_at: Option<Millis>,
        /// The cap of paid seats that would make room. For the owner only.
        pub needed_cap: Option<u32>,
        /// What a month would cost with that cap in use, in cents. For the owner only.
        pub total_cents: Option<u64>,
        /// Seats taken. For the owner only.
        pub taken: Option<u32>,
        /// Seats reserved. For the owner only.
        pub reserved: Option<u32>,
        /// Seats that there would be. For the owner only.
        pub limit: Option<u32>,
        /// The team that the account is merged into.
        pub team: Option<Id>,
    }
}

/// Failures that no rule of the core speaks of: of the request itself, or of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No such route, or nothing there for this asker.
    NotFound,
    /// The route has no such method.
    MethodNotAllowed,
    /// The body is not JSON.
    MalformedJson,
    /// The body does not have the shape of the route: a field unknown, missing or of another type.
    WrongShape,
    /// The body is larger than the route takes.
    BodyTooLarge,
    /// The route takes a file, and the request does not say how long it is.
    LengthNeeded,
    /// The body is not `application/json`.
    NotJson,
    /// A change asked for from another site, or by a browser that does not say from where.
    ForeignOrigin,
    /// The route speaks over a WebSocket only.
    UpgradeNeeded,
    /// The Idempotency-Key is not 1 to 64 printable ASCII characters.
    BadKey,
    /// The Idempotency-Key was used for another body.
    KeyReused,
    /// The token is not one of ours, or not whole.
    BadToken,
    /// A value is not of its form; `field` says which.
    BadValue,
    /// Too many requests of this session.
    TooMany,
    /// The team has too much to do; again later, with the same key.
    Busy,
    /// Something broke. It was logged; nothing half done is left.
    Broken,
}

impl Fault {
    /// Status of HTTP, stable code and title.
    #[must_use]
    pub const fn parts(self) -> (u16, &'static str, &'static str) {
        match self {
            Self::NotFound => (404, "not_found", "there is nothing here"),
            Self::MethodNotAllowed => (405, "method_not_allowed", "the route has no such method"),
            Self::MalformedJson => (400, "malformed_json", "the body is not JSON"),
            Self::WrongShape => (422, "wrong_shape", "a field is unknown, missing or of another type"),
            Self::BodyTooLarge => (413, "body_too_large", "the body is too large"),
            Self::LengthNeeded => (411, "length_needed", "the Content-Length is missing"),
            Self::NotJson => (415, "not_json", "the body must be application/json"),
            Self::ForeignOrigin => (403, "foreign_origin", "changes are taken from the same origin only"),
            Self::UpgradeNeeded => (426, "upgrade_needed", "the route speaks over a WebSocket only"),
            Self::BadKey => {
                (400, "bad_idempotency_key", "the Idempotency-Key must be 1 to 64 printable ASCII characters")
            }
            Self::KeyReused => (422, "key_reused", "the Idempotency-Key was used for another body"),
            Self::BadToken => (404, "bad_token", "the token is not whole"),
            Self::BadValue => (422, "bad_value", "a value is not of its form"),
            Self::TooMany => (429, "too_many_requests", "too many requests"),
            Self::Busy => (503, "busy", "too much to do right now"),
            Self::Broken => (500, "broken", "something broke"),
        }
    }

    /// The problem, with nothing but its kind.
    #[must_use]
    pub fn problem(self) -> Problem {
        let (status, code, title) = self.parts();
        Problem::new(status, code, title)
    }
}

impl Problem {
    /// A problem with nothing but its kind.
    #[must_use]
    pub fn new(status: u16, code: &str, title: &str) -> Self {
        Self {
            r#type: format!("/problems/{code}"),
            title: title.to_owned(),
            status,
            code: code.to_owned(),
            field: None,
            missing: None,
            granters: None,
            address: None,
            domain: None,
            retry_at: None,
            needed_cap: None,
            total_cents: None,
            taken: None,
            reserved: None,
            limit: None,
            team: None,
        }
    }

    /// The same, naming the field that is wrong.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}
