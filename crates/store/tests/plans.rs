//! Every read goes by an index: SQLite's own plan is asked, for each need and each page.
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
use native::town::{NOW, OWNER, PROJECT, TEAM, address, digest};
use roster_core::access::{Place, RoleKey};
use roster_core::change::{HistoryKind, TallyKey};
use roster_core::id::{
    AskId, ChallengeId, HandoverId, ImageId, InvitationId, LinkId, PersonId, PostId, RoleId, SessionId,
    TeamId,
};
use roster_core::needs::{OwnTally, Whose};
use roster_core::room::Concern;
use roster_core::{BuiltInRole, Need};
use roster_store::pages::{self, After, Among, HistoryFilter, Kept, Pending, Shelf};
use roster_store::present;
use roster_store::{Statement, reads};

fn concerned(teams: &[TeamId], people: &[PersonId]) -> Statement {
    present::rooms(&Concern { teams: teams.to_vec(), people: people.to_vec() }).unwrap()
}

/// One of each kind, for the `n`-th of a group.
fn needs(n: u64) -> Vec<Need> {
    let (person, id) = (PersonId(n), InvitationId(n));
    vec![
        Need::Session(digest(PersonId(n + 50))),
        Need::Standing(TEAM, digest(person)),
        Need::Team(TEAM),
        Need::Owner(TEAM),
        Need::Owned(digest(person)),
        Need::Member(TEAM, person),
        Need::MemberByAddress(TEAM, address(person)),
        Need::PersonByAddress(address(person)),
        Need::Project(TEAM, PROJECT),
        Need::Invitation(TEAM, id),
        Need::InvitationSenders(TEAM, id),
        Need::Invitee(TEAM, id),
        Need::InvitationTo(TEAM, address(person)),
        Need::InvitationToPerson(TEAM, person),
        Need::Shared(digest(PersonId(n + 100)), person),
        Need::MailsToPerson(person, NOW.day()),
        Need::InvitationToAsker(TEAM, digest(person)),
        Need::Link(TEAM, LinkId(n)),
        Need::LinkAt(TEAM, Place::Project(PROJECT), RoleKey::BuiltIn(BuiltInRole::Viewer)),
        Need::Role(TEAM, RoleId(n)),
        Need::Roles(TEAM),
        // Changing a role is rare: what hangs on it is read by statements of its own.
        Need::RoleHolders(TEAM, RoleId(1)),
        Need::GivenByHolders(TEAM, RoleId(1)),
        Need::RoleWays(TEAM, RoleId(1)),
        Need::LinksBeside(TEAM, RoleId(1), RoleKey::BuiltIn(BuiltInRole::Viewer)),
        Need::Given(TEAM, person),
        Need::GivenByAsker(TEAM, digest(person)),
        Need::GivenByInvitee(TEAM, id),
        Need::GivenByAddress(TEAM, address(person)),
        Need::InvitationToMember(TEAM, person),
        Need::DueSeats(TEAM, NOW, 2),
        Need::Due(TEAM, NOW, 2),
        Need::Ask(TEAM, AskId(n)),
        Need::OpenAsks(TEAM, Whose::Person(person)),
        Need::OpenAsks(TEAM, Whose::Asker(digest(person))),
        Need::OpenAsks(TEAM, Whose::Address(address(person))),
        Need::AsksSince(TEAM, digest(person), NOW),
        Need::Granters(TEAM, Place::Project(PROJECT)),
        Need::Handover(TEAM, HandoverId(n)),
        Need::OpenHandover(TEAM, PROJECT),
        Need::Load(TEAM, PROJECT),
        // A project changes hands alone.
        Need::OfferedLoad(TEAM, HandoverId(1)),
        Need::OfferedPeople(TEAM, HandoverId(1)),
        Need::OfferedInvitations(TEAM, HandoverId(1)),
        Need::Post(TEAM, PostId(n)),
        Need::PostAuthor(TEAM, PostId(n)),
        Need::Image(TEAM, ImageId(n)),
        Need::SessionById(SessionId(n)),
        Need::Challenge(ChallengeId(n)),
        Need::ChallengePerson(ChallengeId(n)),
        Need::ChallengeInvitations(ChallengeId(n)),
        Need::Tally(TallyKey::InvitationsOf(TEAM), NOW.day()),
        Need::OwnTally(OwnTally::Pictures, digest(person), NOW.day()),
        Need::MailsToInvitee(TEAM, id, NOW.day()),
        Need::MailsToRecipient(TEAM, HandoverId(n), NOW.day()),
    ]
}

/// Steps of the plan that walk through a whole table or, unless a page shows it, through a whole team.
fn walks(db: &Db, statement: &Statement, whole_team: bool) -> Vec<String> {
    let mut prepared = db.connection.prepare(&format!("EXPLAIN QUERY PLAN {}", statement.sql)).unwrap();
    let steps = prepared.raw_query().mapped(|row| row.get::<_, String>(3)).collect::<Vec<_>>();
    let own = [
        "SCAN j",
        "SCAN json_each",
        "SCAN p VIRTUAL",
        "SCAN (subquery",
        "SCAN page",
        "SCAN mine",
        "SCAN CONSTANT",
    ];
    steps
        .into_iter()
        .map(Result::unwrap)
        .filter(|step| {
            // A team has 50 living roles at most, and of deleted ones only those that can grant are looked at.
            step.starts_with("SEARCH")
                && step.ends_with("(team=?)")
                && !whole_team
                && !step.contains("roles_name")
                && !step.contains("roles_granting")
                || step.starts_with("SCAN") && !own.iter().any(|known| step.starts_with(known))
        })
        .collect()
}

#[track_caller]
fn all_by_index(db: &Db, statements: &[Statement], whole_team: bool) {
    for statement in statements {
        assert_eq!(walks(db, statement, whole_team), [""; 0], "{}", statement.sql);
    }
}

#[test]
fn every_need_is_read_by_an_index_alone_and_in_a_group() {
    let db = Db::new();
    for need in needs(1) {
        let statements = reads(std::slice::from_ref(&need));
        assert!((1..=4).contains(&statements.len()), "{need:?}");
        all_by_index(&db, &statements, false);
    }
    let group: Vec<Need> = (1..=32).flat_map(needs).collect();
    let statements = reads(&group);
    assert!(statements.len() <= 90, "{} statements for a group", statements.len());
    all_by_index(&db, &statements, false);
}

#[test]
fn every_page_is_read_by_an_index() {
    let db = Db::new();
    let filter = |person, kind| pages::history(TEAM, HistoryFilter { person, kind }, None);
    all_by_index(
        &db,
        &[
            pages::caller(digest(OWNER)),
            pages::viewer(TEAM, digest(OWNER)),
            pages::members(TEAM, None, "", Among::Everybody),
            pages::members(TEAM, Some(OWNER), "", Among::Everybody),
            pages::members(TEAM, None, "ana", Among::Everybody),
            pages::members(TEAM, None, "", Among::Project(PROJECT)),
            pages::members(TEAM, None, "", Among::Seats),
            pages::invitations(TEAM, None, Pending::Seats),
            pages::members_by_address(TEAM, "ana"),
            pages::member(TEAM, OWNER),
            pages::granters(TEAM, Place::Project(PROJECT)),
            pages::invitations(TEAM, None, Pending::All),
            pages::offered_project(TEAM, PROJECT),
            pages::handover_preview(TEAM, HandoverId(1)),
            pages::my_handovers(digest(OWNER)),
            pages::asks(TEAM, NOW),
            pages::my_asks(TEAM, digest(OWNER), NOW),
            pages::my_invitations(digest(OWNER)),
            pages::invitation_preview(TEAM, InvitationId(1)),
            pages::links(TEAM),
            pages::joiners(TEAM, LinkId(1)),
            pages::known_addresses(TEAM, &[address(OWNER)]),
            pages::colleagues(digest(OWNER), TEAM, None)[0].clone(),
            pages::colleagues(digest(OWNER), TEAM, Some(PROJECT))[1].clone(),
            pages::link_preview(TEAM, LinkId(1)),
            pages::cards(TEAM, digest(OWNER), Shelf::Open, None, ""),
            pages::cards(TEAM, digest(OWNER), Shelf::Archived, Some(PROJECT), "spr"),
            pages::writers_everywhere(TEAM),
            present::inside(TEAM),
            present::only(TEAM.into(), &[OWNER]),
            present::come(TEAM.into(), TEAM, &[OWNER], NOW),
            concerned(&[TEAM], &[OWNER, PersonId(2)]),
            concerned(&[], &[OWNER]),
            pages::roles(TEAM),
            pages::deleted_roles(TEAM),
            pages::role_holders(TEAM, RoleId(1)),
            pages::projects(TEAM),
            pages::project(TEAM, PROJECT),
            pages::posts(TEAM, PROJECT, None),
            pages::post(TEAM, PostId(1)),
            pages::images(TEAM, None, None),
            pages::images(TEAM, Some(Place::Project(PROJECT)), None),
            pages::image(TEAM, ImageId(1)),
            roster_store::upkeep::images::outdated(NOW, 50),
            filter(None, None),
            filter(Some(OWNER), None),
            filter(None, Some(HistoryKind::Joined)),
            filter(Some(OWNER), Some(HistoryKind::Joined)),
            pages::my_teams(digest(OWNER)),
            pages::my_sessions(digest(OWNER)),
            pages::owned_teams(digest(OWNER), pages::Whose::Anybodys),
            pages::owned_teams(digest(OWNER), pages::Whose::OfTheMerged),
            pages::seen(TEAM, digest(OWNER), NOW, 60_000),
            roster_store::upkeep::clean::teams_due(NOW, 50),
            roster_store::upkeep::outbox::claim(NOW, NOW, 50),
            roster_store::upkeep::outbox::read(&[1, 2]),
        ],
        true,
    );
    all_by_index(&db, &roster_store::upkeep::clean::outdated(NOW)[..5], true);
    all_by_index(&db, &[roster_store::upkeep::teams::deleted(NOW, 50)], true);
    all_by_index(&db, &roster_store::upkeep::teams::clear(TEAM, NOW), true);
    all_by_index(&db, &roster_store::upkeep::images::forget(&[ImageId(1), ImageId(2)], NOW), true);
}

#[test]
fn an_export_reads_nobody_elses_rows() {
    let db = Db::new();
    for part in Kept::ALL {
        all_by_index(&db, &[pages::export(digest(OWNER), part, &After::default())], false);
    }
}

#[test]
fn lists_are_not_sorted_after_the_read() {
    let db = Db::new();
    let export = |part| pages::export(digest(OWNER), part, &After::default());
    let exports = Kept::ALL.into_iter().map(export);
    for statement in exports.chain([
        pages::members(TEAM, None, "", Among::Everybody),
        pages::invitations(TEAM, None, Pending::All),
        pages::asks(TEAM, NOW),
        pages::posts(TEAM, PROJECT, None),
        pages::history(TEAM, HistoryFilter::default(), None),
        pages::images(TEAM, None, None),
        pages::images(TEAM, Some(Place::Team), None),
        pages::projects(TEAM),
    ]) {
        let mut prepared = db.connection.prepare(&format!("EXPLAIN QUERY PLAN {}", statement.sql)).unwrap();
        let steps: Vec<String> = prepared.raw_query().mapped(|row| row.get(3)).map(Result::unwrap).collect();
        let sorts: Vec<_> = steps.iter().filter(|step| step.contains("TEMP B-TREE FOR ORDER")).collect();
        assert!(sorts.is_empty(), "{}: {sorts:?}", statement.sql);
    }
}

#[test]
fn a_list_of_members_reads_as_much_in_a_large_team_as_in_a_small_one() {
    let cost = |members| {
        let mut db = Db::new();
        db.team(members, None);
        db.take_cost();
        let rows =
            db.batch(&[pages::viewer(TEAM, digest(OWNER)), pages::members(TEAM, None, "", Among::Everybody)]);
        assert_eq!(rows.unwrap()[1].len(), 51);
        db.take_cost()
    };
    let (small, large) = (cost(60), cost(20_000));
    assert_eq!(small, large);
    assert_eq!(small.scanned, 0);
}
