//! The dashboard's cards: which projects come, with whom, and what that costs however many members there are.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails loudly"
)]

mod native;

use native::Db;
use native::town::{OWNER, PROJECT, TEAM, digest};
use roster_core::id::{PersonId, ProjectId};
use roster_store::pages::{self, CARDS, CardRow, Shelf};

fn cards(db: &mut Db, who: PersonId, shelf: Shelf, after: Option<ProjectId>, search: &str) -> Vec<CardRow> {
    let rows = db.read(pages::cards(TEAM, digest(who), shelf, after, search));
    pages::card_rows(&rows).unwrap()
}

/// Projects named "Project 100" and on, every tenth put away.
fn projects(db: &Db, count: u64) {
    for n in 100..100 + count {
        let archived = if n % 10 == 0 { Some(5) } else { None };
        db.connection
            .execute(
                "INSERT INTO projects VALUES (?1, ?2, ?3, ?4, ?5, 0)",
                (
                    ProjectId(n).to_string(),
                    TEAM.to_string(),
                    format!("Project {n}"),
                    format!("project {n}"),
                    archived,
                ),
            )
            .unwrap();
    }
}

fn give(db: &Db, person: PersonId, place: &str, role: Option<&str>, bits: Option<i64>) {
    db.connection
        .execute(
            "INSERT OR REPLACE INTO access VALUES (?1, ?2, ?3, ?4, ?5, NULL)",
            (TEAM.to_string(), person.to_string(), place, role, bits),
        )
        .unwrap();
    let counted = "UPDATE members SET apart = (SELECT count(*) FROM access a WHERE a.team = members.team \
                   AND a.person = members.person AND a.place <> '')";
    db.connection.execute_batch(counted).unwrap();
}

fn ids(rows: &[CardRow]) -> Vec<ProjectId> {
    let mut ids: Vec<_> = rows.iter().map(|row| row.project.id).collect();
    ids.dedup();
    ids
}

#[test]
fn pages_go_through_every_open_project_once() {
    let mut db = Db::new();
    db.team(0, None);
    projects(&db, 60);
    let (mut after, mut seen) = (None, Vec::new());
    loop {
        let page = ids(&cards(&mut db, OWNER, Shelf::Open, after, ""));
        let more = page.len() > CARDS;
        seen.extend(page.into_iter().take(CARDS));
        if !more {
            break;
        }
        after = seen.last().copied();
    }
    assert_eq!(seen.len(), 55);
    assert_eq!(seen.last(), Some(&PROJECT), "by name");
    assert_eq!(ids(&cards(&mut db, OWNER, Shelf::Archived, None, "")).len(), 6);
    assert_eq!(ids(&cards(&mut db, OWNER, Shelf::Open, None, "PROJECT 11")).len(), 9);
}

#[test]
fn only_projects_with_some_access_come_to_those_who_are_not_everywhere() {
    let mut db = Db::new();
    db.team(1, None);
    projects(&db, 60);
    let (everywhere, somewhere) = (PersonId(100), PersonId(300));
    db.person(somewhere);
    db.member(TEAM, somewhere, None);
    give(&db, somewhere, &ProjectId(155).to_string(), Some("viewer"), None);
    assert_eq!(ids(&cards(&mut db, somewhere, Shelf::Open, None, "")), [ProjectId(155)]);
    assert_eq!(ids(&cards(&mut db, everywhere, Shelf::Open, None, "")).len(), CARDS + 1);
}

#[test]
fn a_card_comes_with_those_who_write_there_by_an_access_of_its_own() {
    let mut db = Db::new();
    db.team(5, None);
    let here = PROJECT.to_string();
    give(&db, PersonId(100), &here, Some("editor"), None);
    give(&db, PersonId(101), &here, Some("approver"), None);
    give(&db, PersonId(102), &here, None, Some(0b11));
    give(&db, PersonId(103), &here, None, Some(0b1));
    give(&db, PersonId(104), "", Some("writer"), None);
    let rows = cards(&mut db, OWNER, Shelf::Open, None, "");
    let people: Vec<_> = rows.iter().map(|row| row.editor.as_ref().unwrap().member.person).collect();
    assert_eq!(people, [PersonId(100), PersonId(102)]);
    let everywhere = pages::member_rows(&db.read(pages::writers_everywhere(TEAM))).unwrap();
    let people: Vec<_> = everywhere.iter().map(|row| row.member.person).collect();
    assert_eq!(people, [OWNER, PersonId(104)]);
}

#[test]
fn cards_cost_the_same_in_a_large_team_as_in_a_small_one() {
    let cost = |members| {
        let mut db = Db::new();
        db.team(members, None);
        projects(&db, 60);
        db.connection.execute_batch("UPDATE access SET role = 'editor'").unwrap();
        db.take_cost();
        let page =
            [pages::cards(TEAM, digest(OWNER), Shelf::Open, None, ""), pages::writers_everywhere(TEAM)];
        db.batch(&page).unwrap();
        db.take_cost().steps
    };
    let (small, large) = (cost(100), cost(5_000));
    assert!(large <= small + small / 10, "{small} steps, then {large}");
}
