//! One statement with what it binds. A batch is a list of them, carried out in one transaction.

use std::borrow::Cow;

use roster_core::Timestamp;

/// What is bound. Shells bind integers as JavaScript numbers (REAL), so a statement casts them where it matters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number below 2^53.
    Integer(i64),
    /// A text.
    Text(String),
}

/// SQL with its parameters, `?1` first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The SQL.
    pub sql: Cow<'static, str>,
    /// What is bound to it.
    pub params: Vec<Value>,
}

impl Statement {
    /// The statement `sql` with `params`.
    #[must_use]
    pub fn new(sql: impl Into<Cow<'static, str>>, params: Vec<Value>) -> Self {
        Self { sql: sql.into(), params }
    }
}

impl Value {
    /// The text of anything that has one: an id, a digest.
    #[must_use]
    pub fn text(thing: impl ToString) -> Self {
        Self::Text(thing.to_string())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Integer(i64::from(number))
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Integer(i64::from(flag))
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::Integer(at.0)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

macro_rules! from_ids {
    ($($id:ident),*) => {$(
        impl From<roster_core::id::$id> for Value {
            fn from(id: roster_core::id::$id) -> Self {
                Self::text(id)
            }
        }
    )*};
}

from_ids!(
    AskId,
    PersonId,
    TeamId,
    ProjectId,
    RoleId,
    InvitationId,
    LinkId,
    PostId,
    ImageId,
    HandoverId,
    ChallengeId,
    SessionId
);

impl From<roster_core::model::Digest> for Value {
    fn from(digest: roster_core::model::Digest) -> Self {
        Self::text(digest)
    }
}

impl From<&roster_core::email::Address> for Value {
    fn from(address: &roster_core::email::Address) -> Self {
        Self::from(address.as_str())
    }
}
