//! Roles of a team's own (RULES.md, "Access"; A4).

use super::*;
use crate::access::{Holds, RoleKey};
use crate::command::{LinkSettings, RoleCommand};
use crate::id::RoleId;
use crate::limits::{ROLE_HOLDERS, ROLES_PER_TEAM};
use crate::model::LinkState;
use BuiltInRole::{Manager, Viewer};
use Permission::{PostsCreate, PostsSchedule, PostsView, TeamAccess, TeamInvite};

const PRESS: RoleId = RoleId(501);
const OTHER: RoleId = RoleId(502);
const VIEWING: &[Permission] = &[PostsView];
const WRITING: &[Permission] = &[PostsView, PostsCreate];
const INVITING: &[Permission] = &[PostsView, TeamInvite];

fn set(permissions: &[Permission]) -> PermissionSet {
    permissions.iter().copied().collect()
}

/// As somebody names it who gives it.
fn own(role: RoleId) -> Grant {
    Grant { holds: Holds::unread(role), until: None }
}

fn make(world: &mut World, who: u64, id: RoleId, name: &str, holds: &[Permission]) -> Result<Answer, Denial> {
    let name = Name::parse(name).unwrap();
    world.run(who, Command::Role(TEAM, RoleCommand::Make { role: id, name, set: set(holds) }))
}

fn edit(world: &mut World, who: u64, role: RoleId, holds: &[Permission]) -> Result<Answer, Denial> {
    edit_paying(world, who, role, holds, None)
}

fn edit_paying(
    world: &mut World,
    who: u64,
    role: RoleId,
    holds: &[Permission],
    raise_cap: Option<u32>,
) -> Result<Answer, Denial> {
    let command = RoleCommand::Change { role, name: None, set: Some(set(holds)), raise_cap };
    world.run(who, Command::Role(TEAM, command))
}

fn rename(world: &mut World, who: u64, role: RoleId, name: &str) -> Result<Answer, Denial> {
    let name = Some(Name::parse(name).unwrap());
    world.run(who, Command::Role(TEAM, RoleCommand::Change { role, name, set: None, raise_cap: None }))
}

fn delete(world: &mut World, who: u64, role: RoleId, replacement: RoleKey) -> Result<Answer, Denial> {
    world.run(who, Command::Role(TEAM, RoleCommand::Delete { role, replacement, raise_cap: None }))
}

fn press(holds: &[Permission]) -> World {
    let mut world = World::new();
    make(&mut world, OWNER, PRESS, "Press", holds).unwrap();
    world
}

fn with_holder(holds: &[Permission], id: u64, place: Place) -> World {
    let mut world = press(holds);
    world.with(id, place, Grant { holds: Holds::Own(PRESS, set(holds)), until: None });
    world
}

#[test]
fn its_holders_follow_it_and_a_custom_set_does_not() {
    let mut world = press(VIEWING);
    world.with(ANA, Place::Team, role(Viewer)).with(TOMAS, Place::Team, custom(VIEWING));
    assert_eq!(world.change(OWNER, ANA, &[(Place::Team, Some(own(PRESS)))]), Ok(Answer::Done));
    assert_eq!(edit(&mut world, OWNER, PRESS, WRITING), Ok(Answer::Done));
    assert_eq!(world.history(), [HistoryKind::RoleChanged]);
    assert_eq!((world.held(ANA, P1), world.held(TOMAS, P1)), (set(WRITING), set(VIEWING)));
    assert!(world.member(ANA).seat);
    assert_eq!(world.team().epoch, world.team().version);
    assert_eq!(rename(&mut world, OWNER, PRESS, "Media"), Ok(Answer::Done));
    assert_eq!(world.history(), [HistoryKind::RoleRenamed]);
    assert_eq!(rename(&mut world, OWNER, PRESS, "Media"), Ok(Answer::Done));
    assert!(world.last.is_empty(), "nothing changed");
}

#[test]
fn whoever_changes_it_holds_all_of_it_in_the_whole_team_for_good() {
    let mut world = press(&[PostsView, PostsCreate]);
    let access = &[PostsView, TeamAccess];
    world.with(ANA, Place::Team, custom(access)).with(TOMAS, P1, role(Manager));
    let until = Some(START.plus(DAY));
    world.with(EVA, Place::Team, Grant { until, ..role(Manager) });
    assert_eq!(edit(&mut world, ANA, PRESS, VIEWING), not_held(PostsCreate, Place::Team), "before");
    assert_eq!(rename(&mut world, ANA, PRESS, "Mine"), not_held(PostsCreate, Place::Team));
    assert_eq!(make(&mut world, ANA, OTHER, "More", WRITING), not_held(PostsCreate, Place::Team));
    assert_eq!(make(&mut world, ANA, OTHER, "Same", VIEWING), Ok(Answer::Role(OTHER)));
    assert_eq!(edit(&mut world, ANA, OTHER, WRITING), not_held(PostsCreate, Place::Team), "after");
    let viewer = RoleKey::BuiltIn(Viewer);
    assert_eq!(delete(&mut world, ANA, PRESS, viewer), not_held(PostsCreate, Place::Team));
    let manager = RoleKey::BuiltIn(Manager);
    assert_eq!(delete(&mut world, ANA, OTHER, manager), not_held(PostsCreate, Place::Team));
    assert_eq!(make(&mut world, TOMAS, RoleId(9), "Here", VIEWING), missing(TeamAccess, Place::Team));
    assert_eq!(make(&mut world, EVA, RoleId(9), "Soon", VIEWING), not_held(PostsView, Place::Team));
    assert_eq!(make(&mut world, STRANGER, RoleId(9), "Never", VIEWING), Err(Denial::NotFound));
}

#[test]
fn nobody_edits_or_deletes_a_role_of_their_own() {
    let everything: Vec<Permission> = Permission::ALL.to_vec();
    let mut world = with_holder(&everything, ANA, Place::Team);
    assert_eq!(edit(&mut world, ANA, PRESS, WRITING), Err(Denial::OwnAccess));
    assert_eq!(rename(&mut world, ANA, PRESS, "Mine"), Err(Denial::OwnAccess));
    assert_eq!(delete(&mut world, ANA, PRESS, RoleKey::BuiltIn(Manager)), Err(Denial::OwnAccess));
    assert_eq!(edit(&mut world, OWNER, PRESS, WRITING), Ok(Answer::Done));
}

#[test]
fn names_are_unique_reserved_and_do_not_look_alike() {
    let mut world = press(VIEWING);
    for taken in ["Press", "PRESS", "Рress", "Ｐｒｅｓｓ", "viewer", "Owner", "SMM  Specialist", "смм"]
    {
        let made = make(&mut world, OWNER, OTHER, taken, VIEWING);
        let expected = if taken == "смм" { Ok(Answer::Role(OTHER)) } else { Err(Denial::NameTaken) };
        assert_eq!(made, expected, "{taken}");
    }
    assert_eq!(rename(&mut world, OWNER, OTHER, "press"), Err(Denial::NameTaken));
    assert_eq!(rename(&mut world, OWNER, PRESS, "PRESS"), Ok(Answer::Done), "its own name");
    assert_eq!(edit(&mut world, OWNER, PRESS, &[]), Err(Denial::EmptyRole));
    assert_eq!(
        edit(&mut world, OWNER, PRESS, &[PostsCreate]),
        Err(Denial::NotClosed { permission: PostsCreate })
    );
    delete(&mut world, OWNER, PRESS, RoleKey::BuiltIn(Viewer)).unwrap();
    assert_eq!(make(&mut world, OWNER, RoleId(503), "Press", VIEWING), Ok(Answer::Role(RoleId(503))));
}

#[test]
fn there_are_so_many_and_no_more() {
    let mut world = World::new();
    for n in 0..u64::try_from(ROLES_PER_TEAM).unwrap() {
        make(&mut world, OWNER, RoleId(600 + n), &format!("Role {n}"), VIEWING).unwrap();
    }
    let full = Err(Denial::LimitReached { limit: "roles_per_team" });
    assert_eq!(make(&mut world, OWNER, PRESS, "Press", VIEWING), full);
    delete(&mut world, OWNER, RoleId(600), RoleKey::BuiltIn(Viewer)).unwrap();
    assert!(make(&mut world, OWNER, PRESS, "Press", VIEWING).is_ok());
}

#[test]
fn one_that_is_not_there_cannot_be_given() {
    let mut world = press(VIEWING);
    world.with(ANA, Place::Team, role(Viewer));
    delete(&mut world, OWNER, PRESS, RoleKey::BuiltIn(Viewer)).unwrap();
    for gone in [PRESS, RoleId(999)] {
        let edits = [(P1, Some(own(gone)))];
        assert_eq!(world.change(OWNER, ANA, &edits), Err(Denial::NoSuchRole));
        assert_eq!(world.invite(OWNER, 50, P1, own(gone)), Err(Denial::NoSuchRole));
        assert_eq!(edit(&mut world, OWNER, gone, WRITING), Err(Denial::NotFound));
    }
    make(&mut world, OWNER, OTHER, "Other", VIEWING).unwrap();
    for replacement in [OTHER, PRESS] {
        assert_eq!(delete(&mut world, OWNER, OTHER, RoleKey::Own(replacement)), Err(Denial::NoSuchRole));
    }
}

#[test]
fn giving_one_is_giving_all_that_it_holds() {
    let mut world = press(WRITING);
    world.with(ANA, Place::Team, custom(&[PostsView, TeamAccess, TeamInvite]));
    world.with(TOMAS, Place::Team, role(Viewer));
    let edits = [(Place::Team, Some(own(PRESS)))];
    assert_eq!(world.change(ANA, TOMAS, &edits), not_held(PostsCreate, Place::Team));
    assert_eq!(world.invite(ANA, 50, Place::Team, own(PRESS)), not_held(PostsCreate, Place::Team));
    assert_eq!(world.change(OWNER, TOMAS, &edits), Ok(Answer::Done));
}

#[test]
fn an_edit_takes_seats_with_the_cap_checked_and_frees_them() {
    let mut world = World::on(Plan::Plus, 0);
    make(&mut world, OWNER, PRESS, "Press", VIEWING).unwrap();
    for id in [ANA, TOMAS] {
        world.with(id, Place::Team, Grant { holds: Holds::Own(PRESS, set(VIEWING)), until: None });
    }
    world.sign_up(50);
    let invited = world.invited(OWNER, 50, Place::Team, own(PRESS));
    let full = Err(Denial::SeatsFull { needed_cap: 2, total_cents: 1_600 });
    assert_eq!(edit(&mut world, OWNER, PRESS, WRITING), full);
    assert_eq!(edit_paying(&mut world, OWNER, PRESS, WRITING, Some(2)), Ok(Answer::Done));
    assert_eq!((world.team().cap, world.team().seats.taken, world.team().seats.reserved), (2, 2, 1));
    assert!(world.invitation(invited).seat);
    assert_eq!(edit(&mut world, OWNER, PRESS, VIEWING), Ok(Answer::Done));
    assert_eq!((world.team().seats.taken, world.team().seats.reserved), (0, 0));
}

#[test]
fn what_its_holders_gave_and_can_give_no_more_stops_opening() {
    let mut world = with_holder(INVITING, ANA, Place::Team);
    world.with(TOMAS, Place::Team, role(Manager));
    let by_ana = world.invited(ANA, 50, P1, role(Viewer));
    let by_tomas = world.invited(TOMAS, 51, P1, role(Viewer));
    edit(&mut world, OWNER, PRESS, VIEWING).unwrap();
    assert!(world.invitation(by_ana).needs_sender());
    assert!(!world.invitation(by_tomas).needs_sender());
    assert!(world.history().contains(&HistoryKind::SenderLost));
    edit(&mut world, OWNER, PRESS, INVITING).unwrap();
    assert!(world.invitation(by_ana).needs_sender(), "what is shut stays shut");
}

#[test]
fn who_gave_the_role_and_does_not_hold_what_it_becomes_gives_it_no_more() {
    let mut world = press(VIEWING);
    world.with(ANA, Place::Team, custom(INVITING));
    world.sign_up(50);
    let by_ana = world.invited(ANA, 50, P1, own(PRESS));
    let by_owner = world.invited(OWNER, 51, P1, own(PRESS));
    edit(&mut world, OWNER, PRESS, WRITING).unwrap();
    assert_eq!(world.accept(50, by_ana), Err(Denial::NeedsSender));
    assert!(world.invitation(by_ana).needs_sender());
    assert!(!world.invitation(by_owner).needs_sender());
}

#[test]
fn a_holder_who_gave_the_same_role_goes_on_giving_it() {
    let mut world = with_holder(INVITING, ANA, Place::Team);
    let sent = world.invited(ANA, 50, Place::Team, own(PRESS));
    edit(&mut world, OWNER, PRESS, &[PostsView, PostsCreate, TeamInvite]).unwrap();
    assert!(!world.invitation(sent).needs_sender());
    edit(&mut world, OWNER, PRESS, INVITING).unwrap();
    assert!(!world.invitation(sent).needs_sender());
}

#[test]
fn deleting_gives_another_to_members_invitations_and_links() {
    let mut world = with_holder(WRITING, ANA, P1);
    make(&mut world, OWNER, OTHER, "Other", VIEWING).unwrap();
    let invited = world.invited(OWNER, 50, P1, own(PRESS));
    let [moved, beside, kept] = [(P1, PRESS), (P2, PRESS), (P2, OTHER)].map(|at| link(&mut world, at));
    delete(&mut world, OWNER, PRESS, RoleKey::Own(OTHER)).unwrap();
    let other = Holds::Own(OTHER, set(VIEWING));
    assert_eq!(world.member(ANA).access.grant_at(P1).map(|grant| grant.holds), Some(other));
    assert_eq!(world.invitation(invited).places[0].grant.holds, other);
    assert_eq!((world.link(moved).role, world.link(moved).state), (other, LinkState::On));
    assert_eq!(world.link(beside).state, LinkState::Off, "the place has one to that role");
    assert_eq!(world.link(kept).state, LinkState::On);
    delete(&mut world, OWNER, OTHER, RoleKey::BuiltIn(Viewer)).unwrap();
    assert_eq!(world.facts.roles[&PRESS].holds(), Holds::Role(Viewer), "nobody follows a chain");
    assert_eq!(world.held(ANA, P1), Viewer.set());
}

fn link(world: &mut World, (place, role): (Place, RoleId)) -> LinkId {
    let settings = LinkSettings { state: LinkState::On, expires_at: None, max_uses: None, domain: None };
    let link = LinkId(world.fresh());
    let role = RoleKey::Own(role);
    match world.run(OWNER, Command::SetLink { team: TEAM, link, place, role, settings }) {
        Ok(Answer::Link { link, .. }) => link,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_link_that_is_on_keeps_a_team_checkmark_out() {
    let mut world = press(VIEWING);
    let id = link(&mut world, (P1, PRESS));
    assert_eq!(edit(&mut world, OWNER, PRESS, INVITING), Err(Denial::RoleOnLink));
    assert_eq!(delete(&mut world, OWNER, PRESS, RoleKey::BuiltIn(Manager)), Err(Denial::RoleOnLink));
    let settings = LinkSettings { state: LinkState::Off, expires_at: None, max_uses: None, domain: None };
    let set_link = |settings| Command::SetLink {
        team: TEAM,
        link: LinkId(1),
        place: P1,
        role: RoleKey::Own(PRESS),
        settings,
    };
    world.run(OWNER, set_link(settings.clone())).unwrap();
    edit(&mut world, OWNER, PRESS, INVITING).unwrap();
    let refused = Err(Denial::RoleNotForLinks { role: RoleKey::Own(PRESS) });
    assert_eq!(world.run(OWNER, set_link(LinkSettings { state: LinkState::On, ..settings })), refused);
    assert_eq!(world.run(OWNER, Command::RegenerateLink { team: TEAM, link: id }), refused);
}

#[test]
fn above_a_hundred_holders_only_what_moves_nobody_is_done() {
    let mut world = press(INVITING);
    let holders = u64::try_from(ROLE_HOLDERS).unwrap();
    for id in 100..=100 + holders {
        world.sign_up(id);
        world.with(id, Place::Team, Grant { holds: Holds::Own(PRESS, set(INVITING)), until: None });
    }
    let many = Err(Denial::RoleHeldByMany);
    assert_eq!(edit(&mut world, OWNER, PRESS, VIEWING), many, "seats, and what they gave");
    assert_eq!(delete(&mut world, OWNER, PRESS, RoleKey::BuiltIn(Viewer)), many);
    let more = &[PostsView, PostsSchedule, TeamInvite];
    assert_eq!(edit(&mut world, OWNER, PRESS, more), Ok(Answer::Done), "giving more reads nobody");
    assert_eq!(edit(&mut world, OWNER, PRESS, INVITING), many);
    assert_eq!(rename(&mut world, OWNER, PRESS, "Media"), Ok(Answer::Done));
    world.remove(OWNER, 100).unwrap();
    assert_eq!(edit(&mut world, OWNER, PRESS, VIEWING), many, "who left can be restored with it");
}
