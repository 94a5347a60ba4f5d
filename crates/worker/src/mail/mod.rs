//! Mail: what is owed is sent, and tried again.

use roster_core::Timestamp;
use worker::Env;

/// Sends what is due now. Failures are kept in the outbox, and tried again later.
pub async fn send_due(_env: &Env, _now: Timestamp) {}

/// What cron does every minute: owed mails, ended access, old rows.
pub async fn every_minute(env: &Env, now: Timestamp) {
    send_due(env, now).await;
}

/// The mailbox of the development build: `/dev/mail` and `/dev/mail.json`.
///
/// # Errors
/// When the platform refuses to make a response.
#[cfg(feature = "dev")]
pub async fn mailbox(_url: &web_sys::Url, _env: &Env) -> worker::Result<worker::Response> {
    worker::Response::error("not found", 404)
}
