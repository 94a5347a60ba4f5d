//! What the pages read: that each list shows what it should, once, in order, and no other team's.
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
use roster_core::access::{Grant, Place, RoleKey, Standing};
use roster_core::change::HistoryKind;
use roster_core::command::LinkSettings;
use roster_core::id::{InvitationId, LinkId, PersonId, PostId, TeamId};
use roster_core::model::LinkState;
use roster_core::text::{Body, Name, Title};
use roster_core::time::MINUTE;
use roster_core::{BuiltInRole, Command, Timestamp};
use roster_store::facts;
use roster_store::pages::{self, Among, HistoryFilter, MailState, MemberRow, PAGE, POSTS, Page, Pending};

fn members(db: &mut Db, after: Option<PersonId>, search: &str) -> Page<MemberRow> {
    let rows = db.read(pages::members(TEAM, after, search, Among::Everybody));
    Page::of(pages::member_rows(&rows).unwrap(), PAGE)
}

fn invite(db: &mut Db, n: u64, places: Vec<(Place, Grant)>, now: Timestamp) {
    let command = Command::Invite {
        team: TEAM,
        invitation: InvitationId(n),
        address: address(PersonId(n)),
        places,
        raise_cap: None,
    };
    db.must(command, session(OWNER), now);
}

fn viewer() -> Grant {
    Grant::role(BuiltInRole::Viewer)
}

fn write_post(db: &mut Db, n: u64, by: PersonId, now: Timestamp) {
    let command = Command::CreatePost {
        team: TEAM,
        project: PROJECT,
        post: PostId(n),
        title: Title::parse(&format!("Post {n}")).unwrap(),
        body: Body::parse("Text").unwrap(),
    };
    db.must(command, session(by), now);
}

#[test]
fn the_viewer_comes_with_team_and_access() {
    let mut db = Db::new();
    db.team(1, None);
    let rows = db.read(pages::viewer(TEAM, digest(PersonId(100))));
    let found = facts([&rows]).unwrap();
    assert!(
        matches!(found.standing(TEAM, PersonId(100), NOW), Standing::Member(access) if access.team == Some(viewer()))
    );
    let rows = db.read(pages::viewer(TeamId(404), digest(OWNER)));
    let found = facts([&rows]).unwrap();
    assert_eq!((found.people.len(), found.teams.len()), (1, 0));
}

#[test]
fn pages_of_members_go_through_everybody_once_by_name() {
    let mut db = Db::new();
    db.team(120, None);
    db.connection
        .execute_batch("UPDATE members SET name = 'Same', name_key = 'same' WHERE person > '0000000000050'")
        .unwrap();
    let (mut after, mut seen) = (None, Vec::new());
    loop {
        let page = members(&mut db, after, "");
        seen.extend(page.rows.iter().map(|row| (row.name.as_str().to_lowercase(), row.member.person)));
        match page.rows.last() {
            Some(row) if page.more => after = Some(row.member.person),
            _ => break,
        }
    }
    assert_eq!(seen.len(), 121);
    let mut sorted = seen.clone();
    sorted.sort_by_key(|(name, person)| (name.clone(), person.to_string()));
    sorted.dedup();
    assert_eq!(seen, sorted);
}

#[test]
fn a_search_is_by_the_beginning_of_a_name_or_an_address() {
    let mut db = Db::new();
    db.team(30, None);
    assert_eq!(members(&mut db, None, "PERSON 11").rows.len(), 10);
    assert_eq!(members(&mut db, None, "erson").rows.len(), 0);
    assert_eq!(members(&mut db, None, "%").rows.len(), 0);
    let rows = db.read(pages::members_by_address(TEAM, "P12"));
    let found = pages::member_rows(&rows).unwrap();
    assert_eq!(found.len(), 10);
    assert!(found.iter().all(|row| row.address.as_str().starts_with("p12")));
}

#[test]
fn a_projects_members_are_those_who_hold_something_there_and_the_owner() {
    let mut db = Db::new();
    db.team(2, None);
    let elsewhere = PersonId(300);
    db.person(elsewhere);
    db.member(TEAM, elsewhere, None);
    let rows = db.read(pages::members(TEAM, None, "", Among::Project(PROJECT)));
    let people: Vec<_> = pages::member_rows(&rows).unwrap().iter().map(|row| row.member.person).collect();
    assert_eq!(people, [OWNER, PersonId(100), PersonId(101)]);
}

#[test]
fn granters_are_the_owner_and_those_who_may_change_access() {
    let mut db = Db::new();
    db.team(3, None);
    db.connection.execute_batch("UPDATE access SET role = 'manager' WHERE person LIKE '%34'").unwrap();
    db.connection
        .execute_batch("UPDATE access SET role = NULL, bits = 32769 WHERE person LIKE '%35'")
        .unwrap();
    let rows = db.read(pages::granters(TEAM, Place::Project(PROJECT)));
    let mut people: Vec<_> = pages::member_rows(&rows).unwrap().iter().map(|row| row.member.person).collect();
    people.sort_unstable();
    assert_eq!(people, [OWNER, PersonId(100), PersonId(101)]);
}

#[test]
fn pending_invitations_come_with_names_and_their_mails_state() {
    let mut db = Db::new();
    db.team(0, None);
    db.person(PersonId(51));
    invite(&mut db, 50, vec![(Place::Project(PROJECT), viewer())], NOW);
    invite(&mut db, 51, vec![(Place::Team, viewer())], NOW.plus(5));
    db.connection.execute_batch("UPDATE outbox SET state = 'failed' WHERE address LIKE 'p50%'").unwrap();
    let rows = db.read(pages::invitations(TEAM, None, Pending::All));
    let found = pages::invitation_rows(&rows).unwrap();
    let shown: Vec<_> = found.iter().map(|row| (row.invitation.id, row.mail)).collect();
    assert_eq!(
        shown,
        [(InvitationId(51), Some(MailState::Due)), (InvitationId(50), Some(MailState::Failed))]
    );
    assert_eq!(found[1].projects, [(PROJECT, "Spring".to_owned())]);
    assert_eq!((found[1].team_name.as_str(), found[1].sender_name.as_str()), ("Team", "Person 1"));
    let after = Some((found[0].invitation.sent_at, found[0].invitation.id));
    assert_eq!(
        pages::invitation_rows(&db.read(pages::invitations(TEAM, after, Pending::All))).unwrap(),
        found[1..]
    );

    let mine = pages::invitation_rows(&db.read(pages::my_invitations(digest(PersonId(51))))).unwrap();
    assert_eq!(mine, found[..1]);
    let preview = db.read(pages::invitation_preview(TEAM, InvitationId(50)));
    assert_eq!(pages::invitation_rows(&preview).unwrap(), found[1..]);
    assert!(db.read(pages::invitation_preview(TeamId(404), InvitationId(50))).is_empty());
}

#[test]
fn links_come_with_their_projects_names() {
    let mut db = Db::new();
    db.team(0, None);
    let settings = LinkSettings { state: LinkState::On, expires_at: None, max_uses: None, domain: None };
    for (link, place) in [(LinkId(1), Place::Project(PROJECT)), (LinkId(2), Place::Team)] {
        let role = BuiltInRole::Viewer;
        db.must(
            Command::SetLink {
                team: TEAM,
                link,
                place,
                role: RoleKey::BuiltIn(role),
                settings: settings.clone(),
            },
            session(OWNER),
            NOW,
        );
    }
    let found = pages::link_rows(&db.read(pages::links(TEAM))).unwrap();
    let names: Vec<_> = found.iter().map(|row| (row.link.id, row.project_name.as_deref())).collect();
    assert_eq!(names, [(LinkId(2), None), (LinkId(1), Some("Spring"))]);
    assert_eq!(pages::link_rows(&db.read(pages::link_preview(TEAM, LinkId(1)))).unwrap(), found[1..]);
}

#[test]
fn posts_come_latest_first_and_say_whose_author_left() {
    let mut db = Db::new();
    db.team(1, None);
    db.connection.execute_batch("UPDATE access SET role = 'editor'; UPDATE members SET seat = 1 WHERE name = 'Person 100'; UPDATE teams SET seats_taken = 1").unwrap();
    let count = u64::try_from(POSTS).unwrap() + 3;
    for n in 0..count {
        write_post(&mut db, 10 + n, PersonId(100), NOW.plus(i64::try_from(n / 2).unwrap()));
    }
    db.must(Command::Leave { team: TEAM }, session(PersonId(100)), NOW.plus(MINUTE));
    let first = Page::of(pages::post_rows(&db.read(pages::posts(TEAM, PROJECT, None))).unwrap(), POSTS);
    assert!(first.more);
    let last = &first.rows[POSTS - 1].post;
    let after = Some((last.changed_at, last.id));
    let rest = Page::of(pages::post_rows(&db.read(pages::posts(TEAM, PROJECT, after))).unwrap(), POSTS);
    assert_eq!((rest.rows.len(), rest.more), (3, false));
    let ids: Vec<u64> = first.rows.iter().chain(&rest.rows).map(|row| row.post.id.0).collect();
    assert_eq!(ids, (10..10 + count).rev().collect::<Vec<_>>());
    assert!(first.rows[0].author_left);
    assert_eq!(first.rows[0].author_name, "Person 100");
}

#[test]
fn history_is_filtered_and_shows_what_can_be_taken_back() {
    let mut db = Db::new();
    db.team(2, None);
    db.must(Command::RenameTeam { team: TEAM, name: Name::parse("New").unwrap() }, session(OWNER), NOW);
    db.must(Command::Remove { team: TEAM, person: PersonId(100) }, session(OWNER), NOW.plus(1));
    db.must(Command::Leave { team: TEAM }, session(PersonId(101)), NOW.plus(2));
    let mut kinds = |filter| {
        let rows = pages::history_rows(&db.read(pages::history(TEAM, filter, None))).unwrap();
        rows.into_iter().map(|row| (row.line.kind, row.removed.map(|m| m.person))).collect::<Vec<_>>()
    };
    let removed = (HistoryKind::Removed, Some(PersonId(100)));
    assert_eq!(
        kinds(HistoryFilter::default()),
        [(HistoryKind::Left, None), removed, (HistoryKind::TeamRenamed, None)]
    );
    assert_eq!(kinds(HistoryFilter { person: Some(PersonId(100)), kind: None }), [removed]);
    assert_eq!(kinds(HistoryFilter { person: None, kind: Some(HistoryKind::Removed) }), [removed]);
    assert_eq!(kinds(HistoryFilter { person: Some(PersonId(100)), kind: Some(HistoryKind::Left) }), []);
}

#[test]
fn ones_own_teams_and_sessions() {
    let mut db = Db::new();
    db.team(1, None);
    let teams = pages::my_teams_rows(&db.read(pages::my_teams(digest(PersonId(100))))).unwrap();
    assert_eq!(teams.iter().map(|mine| (mine.team, mine.owner)).collect::<Vec<_>>(), [(TEAM, OWNER)]);
    let sessions = pages::session_rows(&db.read(pages::my_sessions(digest(OWNER)))).unwrap();
    assert_eq!(sessions.iter().map(|session| session.session.person).collect::<Vec<_>>(), [OWNER]);
    db.must(Command::Leave { team: TEAM }, session(PersonId(100)), NOW);
    assert!(db.read(pages::my_teams(digest(PersonId(100)))).is_empty());
}

#[test]
fn being_seen_is_written_once_in_a_while() {
    let mut db = Db::new();
    db.team(0, None);
    for (at, expected) in [(NOW, NOW), (NOW.plus(5), NOW), (NOW.plus(MINUTE + 1), NOW.plus(MINUTE + 1))] {
        db.batch(&[pages::seen(TEAM, digest(OWNER), at, MINUTE)]).unwrap();
        let rows = pages::member_rows(&db.read(pages::member(TEAM, OWNER))).unwrap();
        assert_eq!(rows[0].seen_at, Some(expected));
    }
}
