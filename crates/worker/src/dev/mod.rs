//! What tests need and nobody may ship: the mailbox, the clock's offset, faults, panics. Only in builds with the feature
//! `dev`.

pub mod clock;
pub mod counts;
pub mod faults;
pub mod origin;

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
        "/dev/cron" => cron(&env).await,
        "/dev/counts" => counts::answer(),
        "/dev/panic" => panic_on_purpose(),
        _ => Response::error("not found", 404),
    }
}

/// What happens every minute by itself, at once.
async fn cron(env: &Env) -> worker::Result<Response> {
    crate::cron::every_minute(env, crate::clock::now()).await;
    Response::from_json(&serde_json::json!({}))
}

/// Shows that a panic costs one request.
#[expect(clippy::panic, reason = "the development build shows what a panic costs")]
pub fn panic_on_purpose<T>() -> T {
    panic!("on purpose")
}
