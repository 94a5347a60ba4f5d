//! The JSON contract: the routes, what goes in, what comes out, and problems. OpenAPI and the TypeScript types come
//! from here. Rules are core's; transport is the shells'.
//!
//! Times are milliseconds since 1970-01-01T00:00:00Z, prices are US cents a month, ids are 13 letters and digits.

pub mod answers;
pub mod convert;
pub mod json;
#[cfg(feature = "openapi")]
pub mod openapi;
pub mod problem;
pub mod requests;
pub mod routes;
pub mod shapes;

pub use problem::Problem;
pub use routes::Route;
