//! What goes out: a reply of the contract's shapes, or a refusal as a problem, both with the headers that every response
//! carries.

use roster_wire::json::{self, Written};
use roster_wire::problem::{Fault, Problem};
use web_sys::ReadableStream;
use worker::{Headers, Response, ResponseBody};

use crate::d1::{Counts, Failed};

/// An answer on its way out: a good one, or, from 400 on, a problem that was written already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The status of HTTP.
    pub status: u16,
    /// The JSON.
    pub body: String,
    /// Cookies to set, as whole `Set-Cookie` values.
    pub cookies: Vec<String>,
}

/// A failure, as a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The problem.
    pub problem: Box<Problem>,
}

/// What any handler comes to.
pub type Outcome = Result<Reply, Refusal>;

/// How soon a busy team is worth another try, in seconds.
const BUSY_SECONDS: &str = "2";

impl Reply {
    /// A reply of one shape.
    ///
    /// # Errors
    /// Never for the contract's shapes: they are plain data.
    pub fn json(status: u16, shape: &dyn Written) -> Outcome {
        Ok(Self { status, body: json::text(shape), cookies: Vec::new() })
    }
}

impl Refusal {
    /// Something broke. What it was is logged, and not told.
    pub fn broken(what: &str) -> Self {
        log(what);
        Fault::Broken.into()
    }

    /// A value of the request is not of its form.
    pub fn bad_value(field: &str) -> Self {
        Fault::BadValue.problem().at(field).into()
    }
}

/// Writes to the deployment's log. Never a secret or a token.
pub fn log(what: &str) {
    #[cfg(target_arch = "wasm32")]
    worker::console_error!("{what}");
    #[cfg(not(target_arch = "wasm32"))]
    let _ = what;
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        fault.problem().into()
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self { problem: Box::new(problem) }
    }
}

impl From<Failed> for Refusal {
    fn from(failed: Failed) -> Self {
        Self::broken(&failed.message)
    }
}

impl From<roster_store::Corrupt> for Refusal {
    fn from(corrupt: roster_store::Corrupt) -> Self {
        Self::broken(&format!("column {} makes no sense", corrupt.column))
    }
}

/// On every response of the Worker; files of the page have theirs in `_headers`.
const SECURITY: [(&str, &str); 8] = [
    ("Cache-Control", "private, no-store"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
];

/// A file on its way out, of a type that a browser is not to doubt.
pub struct File {
    /// Its bytes.
    pub stream: ReadableStream,
    /// Its type.
    pub media_type: &'static str,
    /// How long it may be kept, where that is not "not at all".
    pub kept: Option<&'static str>,
}

fn secure() -> worker::Result<Headers> {
    let headers = Headers::new();
    for (name, value) in SECURITY {
        headers.set(name, value)?;
    }
    Ok(headers)
}

/// The response of a file.
///
/// # Errors
/// When the platform refuses a header.
pub fn respond_file(file: File, counts: Counts) -> worker::Result<Response> {
    let headers = secure()?;
    headers.set("Content-Type", file.media_type)?;
    headers.set("Content-Disposition", "inline")?;
    if let Some(kept) = file.kept {
        headers.set("Cache-Control", kept)?;
    }
    tell(&headers, counts)?;
    Ok(Response::from_body(ResponseBody::Stream(file.stream))?.with_headers(headers))
}

/// The response of an outcome.
///
/// # Errors
/// When the platform refuses a header.
pub fn respond(outcome: Outcome, counts: Counts) -> worker::Result<Response> {
    let headers = secure()?;
    let (status, body) = match outcome {
        Ok(reply) => {
            for cookie in &reply.cookies {
                headers.append("Set-Cookie", cookie)?;
            }
            (reply.status, reply.body)
        }
        Err(refusal) => (refusal.problem.status, json::text(&*refusal.problem)),
    };
    let kind = if status < 400 { "application/json" } else { "application/problem+json" };
    headers.set("Content-Type", kind)?;
    if status == Fault::Busy.parts().0 {
        headers.set("Retry-After", BUSY_SECONDS)?;
    }
    tell(&headers, counts)?;
    Ok(Response::ok(body)?.with_status(status).with_headers(headers))
}

/// The development build tells what a request asked of the database.
#[cfg(feature = "dev")]
fn tell(headers: &Headers, counts: Counts) -> worker::Result<()> {
    headers.set("X-Roster-Round-Trips", &counts.round_trips.to_string())?;
    headers.set("X-Roster-Rows-Read", &counts.rows_read.to_string())
}

#[cfg(not(feature = "dev"))]
#[expect(clippy::unnecessary_wraps, reason = "the development build's twin can fail")]
const fn tell(_headers: &Headers, _counts: Counts) -> worker::Result<()> {
    Ok(())
}
