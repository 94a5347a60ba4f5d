//! What a handler knows of its request: who asks, when, for what, and where the database is.

use roster_core::{Asker, Timestamp};
use roster_wire::Route;
use roster_wire::json::Shape;
use roster_wire::problem::Fault;
use worker::Env;

use crate::answer::Refusal;
use crate::config::Keys;
use crate::cookies::Cookies;
use crate::d1::Database;
use crate::parse;
use crate::random::Seed;

/// One request on its way.
pub struct Ctx {
    /// The deployment's bindings.
    pub env: Env,
    /// The database, with the counts of this request.
    pub db: Database,
    /// The root keys.
    pub keys: Keys,
    /// The one instant of the whole request.
    pub now: Timestamp,
    /// What the request mints is derived from it.
    pub seed: Seed,
    /// Which route.
    pub route: Route,
    /// What its braces stood for.
    pub params: Params,
    /// The query's parameters that the route takes.
    pub query: Vec<(&'static str, String)>,
    /// The body as it came; empty for none.
    pub body: String,
    /// Scheme, host and port that the request was sent to.
    pub origin: String,
    /// The browser's cookies.
    pub cookies: Cookies,
    /// Who asks.
    pub asker: Asker,
    /// Roughly which browser it is.
    pub device: String,
    /// The Idempotency-Key, if there was one.
    pub key: Option<String>,
}

/// What a path's braces stood for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(pub Vec<(String, String)>);

impl Params {
    /// The id in this place of the path.
    ///
    /// # Errors
    /// [`Fault::NotFound`] for what is no id: the same answer as for an id of nothing.
    pub fn id<T: core::str::FromStr>(&self, name: &str) -> Result<T, Refusal> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.and_then(|(_, value)| value.parse().ok()).ok_or_else(|| Fault::NotFound.into())
    }
}

impl Ctx {
    /// A parameter of the query.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// The body, as a shape of the contract.
    ///
    /// # Errors
    /// [`Fault::MalformedJson`] or [`Fault::WrongShape`].
    pub fn shape<T: Shape>(&self) -> Result<T, Refusal> {
        shape(&self.body)
    }
}

/// The shape in a body. No body reads as an empty object.
///
/// # Errors
/// [`Fault::MalformedJson`] when it is not JSON, [`Fault::WrongShape`] when it is JSON of another shape.
pub fn shape<T: Shape>(body: &str) -> Result<T, Refusal> {
    let body = if body.trim().is_empty() { "{}" } else { body };
    Ok(parse::read(body)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use roster_core::id::TeamId;
    use roster_wire::requests::{Empty, Rename};

    fn code<T>(result: Result<T, Refusal>) -> Option<String> {
        result.err().map(|refusal| refusal.problem.code)
    }

    #[test]
    fn malformed_and_misshapen_are_told_apart() {
        assert_eq!(code(shape::<Rename>("{\"name\":\"x\"")), Some("malformed_json".to_owned()));
        for body in ["{\"name\":\"x\"} y", "{\"name\":5", "x", &"[".repeat(9_000)] {
            assert_eq!(code(shape::<Rename>(body)), Some("malformed_json".to_owned()), "{body}");
        }
        for body in ["{\"name\":5}", "{}", "[]", "null", "{\"name\":\"x\",\"other\":1}", "\"x\""] {
            assert_eq!(code(shape::<Rename>(body)), Some("wrong_shape".to_owned()), "{body}");
        }
        assert!(shape::<Empty>("").is_ok() && shape::<Empty>("{}").is_ok());
        assert_eq!(code(shape::<Empty>("{\"a\":1}")), Some("wrong_shape".to_owned()));
    }

    #[test]
    fn what_is_no_id_is_not_found() {
        let params = Params(vec![("team".to_owned(), "x".to_owned())]);
        assert_eq!(code(params.id::<TeamId>("team")), Some("not_found".to_owned()));
        assert_eq!(code(params.id::<TeamId>("other")), Some("not_found".to_owned()));
    }
}
