//! A project that changed hands: what the team that gave it still reads of it.
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
use native::town::{NOW, OWNER, PROJECT, TEAM, address, digest, session};
use roster_core::access::{Grant, Place};
use roster_core::change::Template;
use roster_core::command::{HandoverCommand, Way};
use roster_core::id::{HandoverId, InvitationId, PersonId, TeamId};
use roster_core::text::Name;
use roster_core::{BuiltInRole, Command};
use roster_store::pages::{self, After, Kept};
use roster_store::upkeep::outbox::{self, Owed};

const CLIENT: PersonId = PersonId(50);
const ANA: PersonId = PersonId(100);
const THEIRS: TeamId = TeamId(3_000);
const OFFER: HandoverId = HandoverId(70);
const INVITATION: InvitationId = InvitationId(60);

fn named(name: &str) -> Name {
    Name::parse(name).unwrap()
}

/// A project with somebody in it and somebody invited, offered to a client with a team.
fn offered() -> Db {
    let mut db = Db::new();
    db.team(1, None);
    db.person(CLIENT);
    db.must(Command::CreateTeam { team: THEIRS, name: named("Client") }, session(CLIENT), NOW);
    let places = vec![(Place::Project(PROJECT), Grant::role(BuiltInRole::Viewer))];
    let edits = vec![(Place::Project(PROJECT), Some(Grant::role(BuiltInRole::Editor)))];
    let change = Command::ChangeAccess { team: TEAM, person: ANA, edits, raise_cap: None };
    db.must(change, session(OWNER), NOW);
    let invite = Command::Invite {
        team: TEAM,
        invitation: INVITATION,
        address: address(PersonId(60)),
        places,
        raise_cap: None,
    };
    db.must(invite, session(OWNER), NOW);
    let offer = HandoverCommand::Offer { handover: OFFER, project: PROJECT, address: address(CLIENT) };
    db.must(Command::Handover(TEAM, offer), session(OWNER), NOW);
    db
}

fn mail(db: &mut Db, template: Template) -> Owed {
    let rows = db.read(outbox::read(&(1..50).collect::<Vec<_>>()));
    let mut mails = rows.iter().map(|row| outbox::owed(row).unwrap());
    mails.find(|mail| mail.template == template).unwrap()
}

fn names(db: &mut Db, part: Kept) -> Vec<Option<String>> {
    let rows = db.read(pages::export(digest(OWNER), part, &After::default()));
    pages::export_rows(&rows).unwrap().into_iter().filter_map(|row| row.project_name.map(Some)).collect()
}

#[test]
fn what_a_project_is_called_in_another_team_stays_there() {
    let mut db = offered();
    db.connection
        .execute(
            "INSERT INTO asks (id, team, person, place, permission, state, asked_at, closed_at) \
             VALUES ('0000000000001', ?1, ?2, ?3, 'posts.view', 'closed', 0, 1)",
            (TEAM.to_string(), OWNER.to_string(), PROJECT.to_string()),
        )
        .unwrap();
    db.connection
        .execute(
            "INSERT INTO history (team, at, by, kind, project, before, after) VALUES (?1, 0, ?2, 'project_created', ?3, '', '')",
            (TEAM.to_string(), OWNER.to_string(), PROJECT.to_string()),
        )
        .unwrap();
    let spring = Some("Spring".to_owned());
    for part in [Kept::Requests, Kept::Deeds] {
        assert!(names(&mut db, part).contains(&spring), "{part:?}");
    }
    let accept = HandoverCommand::Accept { handover: OFFER, way: Way::List, into: THEIRS };
    db.must(Command::Handover(TEAM, accept), session(CLIENT), NOW);
    let rename = Command::RenameProject { team: THEIRS, project: PROJECT, name: named("Secret") };
    db.must(rename, session(CLIENT), NOW);
    for part in Kept::ALL {
        assert_eq!(names(&mut db, part), [], "{part:?}");
    }
    let rows = db.read(pages::invitation_preview(TEAM, INVITATION));
    assert_eq!(pages::invitation_rows(&rows).unwrap()[0].projects, []);
    for template in [Template::Removed, Template::HandoverAccepted] {
        let mail = mail(&mut db, template);
        assert_eq!((mail.project, mail.opens), (spring.clone(), None), "{template:?}");
    }
}

#[test]
fn an_offers_mail_is_for_one_that_opens() {
    let open = |sql: &str| {
        let mut db = offered();
        db.person(PersonId(2));
        db.connection.execute_batch(sql).unwrap();
        let mail = mail(&mut db, Template::Handover);
        assert_eq!((mail.project.as_deref(), mail.opens), (Some("Spring"), Some(PROJECT)));
        mail.handover.unwrap().open
    };
    let team = TEAM.to_string();
    assert!(open(""));
    assert!(!open("UPDATE handovers SET state = 'withdrawn', closed_at = 1"));
    assert!(!open(&format!("UPDATE teams SET deleted_at = 1, clear_at = 2 WHERE id = '{team}'")));
    assert!(!open(&format!("UPDATE teams SET owner = '{}' WHERE id = '{team}'", PersonId(2))));
}
