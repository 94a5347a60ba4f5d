//! What tests need and nobody may ship: the mailbox, the clock's offset, faults, panics. Only in builds with the feature
//! `dev`.

pub mod clock;
pub mod faults;

use worker::{Env, Request, Response};

/// Answers the routes under `/dev/`.
///
/// # Errors
/// When the platform refuses to make a response.
pub async fn serve(mut request: Request, url: &web_sys::Url, env: Env) -> worker::Result<Response> {
    let path = url.pathname();
    match path.as_str() {
        "/dev/mail" | "/dev/mail.json" => crate::mail::mailbox(url, &env).await,
        "/dev/clock" => clock::set(&mut request).await,
        "/dev/faults" => faults::set(&mut request).await,
        "/dev/panic" => panic_on_purpose(),
        _ => Response::error("not found", 404),
    }
}

/// Shows that a panic costs one request.
#[expect(clippy::panic, reason = "the development build shows what a panic costs")]
pub fn panic_on_purpose<T>() -> T {
    panic!("on purpose")
}
