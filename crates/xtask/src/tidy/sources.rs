//! How sources are written: what they are for in the first line, short, and finished.

use std::path::PathBuf;

use crate::command::{command, run_quietly};
use crate::failure::{Doing, Failure, Outcome};
use crate::paths;

/// Files are of about 150 lines; beyond this they are more than one noun.
const LONGEST: usize = 500;

pub fn begin_with_a_comment() -> Outcome {
    complain("begins without saying what it is for", |file, text| {
        let start = if file.ends_with(".rs") {
            text.starts_with("//!")
        } else {
            text.starts_with("/*") || text.starts_with("//")
        };
        !start
    })
}

pub fn are_short() -> Outcome {
    complain(&format!("has more than {LONGEST} lines"), |file, text| {
        !file.contains("/generated/") && text.lines().count() > LONGEST
    })
}

/// The marks are put together here, so that this file does not hold them.
pub fn are_finished() -> Outcome {
    let marks = [
        "TO-DO",
        "FIX-ME",
        "test.-only(",
        "test.-skip(",
        "test.-fixme(",
        "waitFor-Timeout",
        "#[-ignore",
        "unimplemented-!(",
    ]
    .map(|mark| mark.replace('-', ""));
    complain("holds a mark of unfinished work", |_, text| marks.iter().any(|mark| text.contains(mark)))
}

fn complain(about: &str, is_wrong: impl Fn(&str, &str) -> bool) -> Outcome {
    let mut wrong = Vec::new();
    for file in sources()? {
        let text = std::fs::read_to_string(&file).doing(file.display())?;
        let name = paths::shown(&file);
        if is_wrong(&name, &text) {
            wrong.push(format!("{name} {about}"));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Failure::new(wrong.join("; "))) }
}

/// The Rust and TypeScript of the repository, committed or about to be.
fn sources() -> Outcome<Vec<PathBuf>> {
    let arguments = ["ls-files", "--cached", "--others", "--exclude-standard", "--", "*.rs", "*.ts"];
    let list = run_quietly(command("git").args(arguments))?;
    Ok(list.lines().map(paths::at).filter(|file| file.is_file()).collect())
}
