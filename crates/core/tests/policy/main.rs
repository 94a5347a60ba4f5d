//! The policy, printed: who may do what to whom. A reviewer reads the difference of `tests/policy/policy.txt`;
//! `UPDATE_POLICY=1 cargo test -p roster-core --test policy` writes it anew.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on fails loudly"
)]

mod fixture;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use roster_core::access::{Grant, Place};
use roster_core::view::{Row, Seen, checkmarks, explain, row_actions};
use roster_core::{Answer, Command, Denial, Permission, PermissionSet, decide};

use fixture::{Actor, Fixture, NOW, SPRING, TEAM, actors, fixture};
use table::{Column, sections};

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/policy/policy.txt")
}

/// One cell.
fn cell(outcome: &Result<Answer, Denial>) -> String {
    match outcome {
        Ok(Answer::NothingNew) => "ok, nothing new".to_owned(),
        Ok(Answer::SeatRefused) => "no seat".to_owned(),
        Ok(Answer::WrongCode) => "ok, wrong code".to_owned(),
        Ok(Answer::Included { .. }) => "ok, included".to_owned(),
        Ok(Answer::Confirm { .. }) => "ok, to confirm".to_owned(),
        Ok(_) => "ok".to_owned(),
        Err(Denial::Missing { permission, .. }) => format!("- {}", permission.id()),
        Err(Denial::NotHeld { permission, .. }) => format!("< {}", permission.id()),
        Err(denial) => denial.code().to_owned(),
    }
}

fn outcome(fixture: &Fixture, column: &Column, actor: &Actor) -> Result<Answer, Denial> {
    let mut facts = fixture.facts.clone();
    (column.given)(&mut facts);
    let command = (column.command)(actor);
    match decide(&command, &facts, actor.asker(), NOW)?.answer {
        // Of many, the table asks for one.
        Answer::Many(rows) => rows.into_iter().next().unwrap_or(Ok(Answer::Done)),
        answer => Ok(answer),
    }
}

const HEAD: &str = "\
The policy: who may do what to whom. Written by `UPDATE_POLICY=1 cargo test -p roster-core --test policy`.

The team has the projects `spring`, `autumn` and `old` (archived), and lives on a plan with free seats left.
  ok              it is done
  - permission    missing_permission: this checkmark is missing there
  < permission    not_held: may give, but not this: does not hold it there, or not in that whole scope or time
  anything else   the code of the denial (crates/core/src/denial.rs)
";

fn held(fixture: &Fixture) -> String {
    let mut text = String::from("\n== What each holds: seen from the team, `spring` and `autumn` ==\n");
    text += &format!("{:28}{:22}{:22}{}\n", "", "team", "spring", "autumn");
    for actor in actors() {
        text += &format!("{:28}", actor.name);
        for place in [Place::Team, Place::Project(SPRING), Place::Project(fixture::AUTUMN)] {
            let standing = fixture.facts.standing(TEAM, actor.person, NOW);
            let mark = |p: &Permission| match explain(standing, *p, place, NOW) {
                Ok(()) => 'x',
                Err(Denial::NotFound) => ' ',
                Err(_) => '.',
            };
            let marks: String = Permission::ALL.iter().map(mark).collect();
            text += &format!("{marks:22}");
        }
        text = text.trim_end().to_owned() + "\n";
    }
    text += "The marks, in order:";
    for permission in Permission::ALL {
        text += &format!(" {}", permission.id());
    }
    text + "\n"
}

/// Which single checkmarks each may give to, and take from, a member of `spring`.
fn gives(fixture: &Fixture) -> String {
    let mut text = String::from(
        "\n== Which checkmark each may tick for a viewer, and untick for a manager, at `spring` ==\n",
    );
    text += &format!("{:28}{:22}{}\n", "", "tick", "untick");
    for actor in actors() {
        let edit = |person, set: PermissionSet| {
            let edits = vec![(Place::Project(SPRING), Some(Grant::custom(set)))];
            let command = Command::ChangeAccess { team: TEAM, person, edits, raise_cap: None };
            decide(&command, &fixture.facts, actor.asker(), NOW).is_ok()
        };
        let viewer = roster_core::BuiltInRole::Viewer.set();
        let all = PermissionSet::at_project();
        let marks = |may: &dyn Fn(Permission) -> bool| -> String {
            Permission::ALL.iter().map(|p| if may(*p) { 'x' } else { '.' }).collect()
        };
        let tick = marks(&|p| edit(fixture::PIA, viewer.tick(p)) && !viewer.has(p));
        let untick = marks(&|p| edit(fixture::MAX, all.untick(p)) && all.has(p));
        text += &format!("{:28}{tick:22}{untick}\n", actor.name);
    }
    text
}

fn policy(fixture: &Fixture) -> String {
    let mut text = HEAD.to_owned() + &held(fixture) + &gives(fixture);
    for section in sections() {
        text += &format!("\n== {} ==\n{:28}", section.name, "");
        for column in &section.columns {
            text += &format!("{:24}", column.name);
        }
        text = text.trim_end().to_owned() + "\n";
        let row = |actor: &Actor| -> String {
            section
                .columns
                .iter()
                .map(|column| format!("{:24}", cell(&outcome(fixture, column, actor))))
                .collect()
        };
        let rows: Vec<(String, String)> =
            actors().iter().map(|actor| (actor.name.clone(), row(actor))).collect();
        let alike = rows.iter().all(|(_, cells)| rows.first().is_some_and(|(_, first)| first == cells));
        let told = if alike { vec![("everybody".to_owned(), row(&actors()[0]))] } else { rows };
        for (name, cells) in told {
            text += &format!("{name:28}{}\n", cells.trim_end());
        }
    }
    text
}

#[test]
fn the_policy_is_the_one_that_was_agreed() {
    let printed = policy(&fixture());
    if std::env::var_os("UPDATE_POLICY").is_some() {
        std::fs::write(path(), &printed).expect("the policy is written");
    }
    let agreed = std::fs::read_to_string(path()).expect("tests/policy/policy.txt is there");
    let changed: Vec<String> = agreed
        .lines()
        .zip(printed.lines())
        .filter(|(was, is)| was != is)
        .map(|(was, is)| format!("- {was}\n+ {is}"))
        .collect();
    assert!(
        agreed == printed,
        "the policy changed; if that is meant, run with UPDATE_POLICY=1 and commit the file\n{}",
        changed.join("\n")
    );
}

#[test]
fn every_command_is_allowed_to_somebody_and_denied_to_somebody() {
    let fixture = fixture();
    let mut allowed = BTreeSet::new();
    let mut denied = BTreeSet::new();
    for section in sections() {
        for column in &section.columns {
            for actor in actors() {
                let name = table::name(&(column.command)(&actor));
                match outcome(&fixture, column, &actor) {
                    // A wrong code is a refusal that leaves a trace.
                    Ok(Answer::WrongCode) => denied.insert(name),
                    Ok(_) => allowed.insert(name),
                    Err(_) => denied.insert(name),
                };
            }
        }
    }
    for name in table::COMMANDS {
        assert!(allowed.contains(name), "nobody may {name}");
        assert!(denied.contains(name), "everybody may {name}");
    }
}

#[test]
fn every_permission_is_held_by_somebody_and_missed_by_somebody() {
    let fixture = fixture();
    let mut held: BTreeMap<Permission, (bool, bool)> = BTreeMap::new();
    for actor in actors() {
        let standing = fixture.facts.standing(TEAM, actor.person, NOW);
        for permission in Permission::ALL.iter().copied() {
            let entry = held.entry(permission).or_default();
            match explain(standing, permission, Place::Project(SPRING), NOW) {
                Ok(()) => entry.0 = true,
                Err(Denial::Missing { permission: missing, .. }) if missing == permission => entry.1 = true,
                Err(_) => {}
            }
        }
    }
    for permission in Permission::ALL {
        assert_eq!(held.get(permission), Some(&(true, true)), "{}", permission.id());
    }
}

/// What a row of the page offers is what the edge would do (S6).
#[test]
fn rows_offer_what_would_be_done() {
    let fixture = fixture();
    let facts = &fixture.facts;
    for actor in actors() {
        let viewer = Seen { person: actor.person, standing: facts.standing(TEAM, actor.person, NOW) };
        for person in [fixture::MIA, fixture::PIA, fixture::MAX, fixture::NONA, fixture::OLGA, actor.person] {
            let member = Seen { person, standing: facts.standing(TEAM, person, NOW) };
            let is_in = facts.members.get(&(TEAM, person)).is_some_and(roster_core::model::Member::is_active);
            if !is_in || matches!(viewer.standing, roster_core::access::Standing::Outsider) {
                continue;
            }
            let told = format!("{} looks at {person}", actor.name);
            let row = row_actions(Row { viewer, member, place: Place::Team }, NOW);
            let done = |command: Command| decide(&command, facts, actor.asker(), NOW).map(|_| ());
            assert_eq!(row.remove, done(Command::Remove { team: TEAM, person }), "remove: {told}");
            if actor.signed_in_by_code() {
                assert_eq!(
                    row.transfer,
                    done(Command::Transfer { team: TEAM, to: person }),
                    "transfer: {told}"
                );
            }
            assert_eq!(
                row.leave,
                (person == actor.person).then(|| done(Command::Leave { team: TEAM })),
                "leave: {told}"
            );
        }
    }
}

/// A checkmark of the dialog can be changed just when the edge would change it (S6).
#[test]
fn checkmarks_can_be_changed_when_the_edge_would() {
    let fixture = fixture();
    let facts = &fixture.facts;
    let places = [
        (fixture::MIA, Place::Team),
        (fixture::PIA, Place::Project(SPRING)),
        (fixture::MAX, Place::Project(SPRING)),
    ];
    for actor in actors() {
        for (person, place) in places {
            let grant = facts.members[&(TEAM, person)].access.grant_at(place).expect("a grant");
            let set = grant.holds.set();
            for mark in checkmarks(facts.standing(TEAM, actor.person, NOW), Some(grant), place, NOW) {
                let after = if mark.ticked { set.untick(mark.permission) } else { set.tick(mark.permission) };
                // What comes with it may stand in the way for reasons of its own.
                let alone = set.difference(after).known().count() == 1;
                if !alone || !actor.signed_in_by_code() || person == actor.person {
                    continue;
                }
                let edits = vec![(place, Some(Grant::custom(after)))];
                let command = Command::ChangeAccess { team: TEAM, person, edits, raise_cap: None };
                let done = decide(&command, facts, actor.asker(), NOW).map(|_| ());
                assert_eq!(
                    mark.changeable,
                    done,
                    "{} changes {} of {person}",
                    actor.name,
                    mark.permission.id()
                );
            }
        }
    }
}
