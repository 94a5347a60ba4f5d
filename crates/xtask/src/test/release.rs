//! What is shipped holds nothing that only development builds may have, and works as it is shipped: every other test
//! runs the development build, which is compiled and slimmed otherwise.

use super::count::Count;
use crate::build::{Purpose, worker};
use crate::failure::{Doing, Failure, Outcome};
use crate::processes::Processes;
use crate::{http, serve, wrangler};

/// Every development route begins so: the mailbox, the clock's offset, the faults.
const DEVELOPMENT: &str = "/dev/";

/// The release has none of it; the development build does, or the search would prove nothing.
pub fn checks() -> Outcome<Count> {
    worker::build(Purpose::Release)?;
    worker::build(Purpose::Development)?;
    Ok(Count::of(vec![
        ("release", expect(Purpose::Release, false)),
        ("development", expect(Purpose::Development, true)),
        ("shipped", answers()),
    ]))
}

fn expect(purpose: Purpose, wanted: bool) -> Outcome {
    let [_, module] = worker::parts(purpose);
    let bytes = std::fs::read(&module).doing(module.display())?;
    let found = bytes.windows(DEVELOPMENT.len()).any(|window| window == DEVELOPMENT.as_bytes());
    if found == wanted {
        return Ok(());
    }
    let verb = if found { "names" } else { "does not name" };
    Err(Failure::new(format!("the module {verb} a route below {DEVELOPMENT}")))
}

/// The release, asked for what goes through all of it: a read, a command that writes and mails, what is refused before
/// the database is asked, and the page.
fn answers() -> Outcome {
    let processes = Processes::default();
    let state = std::env::temp_dir().join(format!("roster-release-{}", std::process::id()));
    let asked = http::free_port().and_then(|port| {
        serve::start_one(&processes, port, &state, Purpose::Release)?;
        ask(port)
    });
    processes.stop();
    wrangler::forget(&state)?;
    asked
}

fn ask(port: u16) -> Outcome {
    let origin = format!("http://127.0.0.1:{port}");
    let from_page = [("Origin", origin.as_str()), ("Content-Type", "application/json")];
    let asked = [
        ("GET", "/api/v1/health", "", 200, "\"ok\":true"),
        ("POST", "/api/v1/sign-in", r#"{"address":"ana@example.com"}"#, 202, "\"challenge\""),
        ("POST", "/api/v1/sign-in", r#"{"address":5}"#, 422, "wrong_shape"),
        ("POST", "/api/v1/join/preview", r#"{"token":"x"}"#, 404, "bad_token"),
        ("GET", "/api/v1/me", "", 401, "sign_in_needed"),
        ("GET", "/dev/mail", "", 404, "not_found"),
        ("GET", "/", "", 200, "<html"),
    ];
    for (method, path, body, status, part) in asked {
        let answer = http::send(port, method, path, &from_page, body)?;
        if answer.status != status || !answer.body.contains(part) {
            let got = format!("{} {}", answer.status, answer.body);
            return Err(Failure::new(format!(
                "{method} {path}: {status} with {part} was expected, not {got}"
            )));
        }
    }
    Ok(())
}
