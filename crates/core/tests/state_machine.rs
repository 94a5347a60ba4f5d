//! The rules under any sequence of commands: each step is judged by a naive model (tests/machine).

mod machine;

use machine::{Memory, cases, check};

#[test]
fn no_story_breaks_an_invariant() {
    let count = check(cases(200), Memory::default);
    if std::env::var_os("STORY_COUNT").is_some() {
        eprintln!("{:#?}\n{:#?}", count.done, count.denied);
    }
    for command in machine::tell::COMMANDS {
        assert!(count.done.contains_key(command), "no story carried out {command}");
    }
}
