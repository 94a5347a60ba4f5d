//! The edge's shell over `roster-core`: routes, the team's object, the clock. Every rule is left to core.

use worker::{Context, Env, Request, Response, Result, ScheduleContext, ScheduledEvent, event};

mod team;

/// Answers every request that is not a file of the page.
#[event(fetch)]
async fn fetch(request: Request, env: Env, _context: Context) -> Result<Response> {
    match request.path().as_str() {
        "/api/v1/health" => Response::from_json(&serde_json::json!({ "ok": true })),
        #[cfg(feature = "dev")]
        "/dev/panic" => panic_on_purpose(),
        #[cfg(feature = "dev")]
        "/dev/slow" => {
            worker::Delay::from(std::time::Duration::from_millis(1500)).await;
            Response::ok("slow")
        }
        path if path.starts_with("/dev/team/") && cfg!(feature = "dev") => {
            let object = env.durable_object("TEAM")?.get_by_name("dev")?;
            object.fetch_with_request(request).await
        }
        _ => Response::error("not found", 404),
    }
}

/// What has to happen without anybody asking: nothing yet.
#[event(scheduled)]
async fn scheduled(_event: ScheduledEvent, _env: Env, _context: ScheduleContext) {}

/// Shows that a panic costs one request.
#[cfg(feature = "dev")]
#[expect(clippy::panic, reason = "the development build shows what a panic costs")]
fn panic_on_purpose() -> Result<Response> {
    panic!("on purpose")
}
