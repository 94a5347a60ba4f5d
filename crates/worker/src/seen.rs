//! When a member was last here ("Last active"): noted beside the answer, never waited for, and lost without harm.

use roster_core::Asker;
use roster_core::id::TeamId;
use roster_core::time::MINUTE;
use roster_store::{Statement, pages};
use worker::Context;

use crate::answer::log;
use crate::ctx::Ctx;
use crate::d1::Database;
use crate::guard::after_answer;

/// Once in this time is often enough.
const EVERY: i64 = 10 * MINUTE;

/// Notes that the asker opened a page of the team.
pub fn note(ctx: &Ctx, context: &Context) {
    let Asker::Session(digest) = ctx.asker else { return };
    let Ok(team) = ctx.params.id::<TeamId>("team") else { return };
    write(ctx, context, pages::seen(team, digest, ctx.now, EVERY));
}

/// Notes that the asker's session was used, and roughly by which browser.
pub fn note_session(ctx: &Ctx, context: &Context) {
    let Asker::Session(digest) = ctx.asker else { return };
    write(ctx, context, pages::session_seen(digest, &ctx.device, ctx.now, EVERY));
}

fn write(ctx: &Ctx, context: &Context, statement: Statement) {
    let env = ctx.env.clone();
    after_answer(context, async move {
        let Ok(db) = Database::of(&env) else { return };
        if let Err(failed) = db.batch(&[statement]).await {
            log(&failed.message);
        }
    });
}

/// Names that a browser's own name begins among, before those that others repeat; and systems, in the same way.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("YaBrowser", "Yandex Browser"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// Roughly which browser: enough to tell one's own apart, and no more. Empty: none that is known.
pub fn device(user_agent: &str) -> String {
    let of = |names: &[(&str, &'static str)]| {
        names.iter().find(|(sign, _)| user_agent.contains(sign)).map(|(_, name)| *name)
    };
    [of(&BROWSERS), of(&SYSTEMS)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_told_by_its_own_name() {
        let edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0";
        assert_eq!(device(edge), "Edge, Windows");
        assert_eq!(device("Mozilla/5.0 (X11; Linux x86_64; rv:1) Gecko/2010 Firefox/1"), "Firefox, Linux");
        assert_eq!(device("curl/8"), "");
    }
}
