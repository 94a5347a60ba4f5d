//! Invite links (RULES.md, "Inviting"; I4).

use super::*;
use crate::access::RoleKey;
use crate::command::LinkSettings;
use crate::model::{LinkState, Sender};
use BuiltInRole::{Editor, Manager, Viewer};

const OPEN: LinkSettings =
    LinkSettings { state: LinkState::On, expires_at: None, max_uses: None, domain: None };

pub fn set(
    world: &mut World,
    who: u64,
    place: Place,
    role: BuiltInRole,
    settings: &LinkSettings,
) -> Result<Answer, Denial> {
    let link = LinkId(world.fresh());
    world.run(
        who,
        Command::SetLink {
            team: TEAM,
            link,
            place,
            role: RoleKey::BuiltIn(role),
            settings: settings.clone(),
        },
    )
}

fn id(answer: Result<Answer, Denial>) -> LinkId {
    match answer {
        Ok(Answer::Link { link, .. }) => link,
        other => panic!("{other:?}"),
    }
}

#[test]
fn one_link_for_each_place_and_role() {
    let mut world = World::new();
    let first = id(set(&mut world, OWNER, P1, Viewer, &OPEN));
    let closed = LinkSettings { state: LinkState::Off, ..OPEN };
    assert_eq!(id(set(&mut world, OWNER, P1, Viewer, &closed)), first);
    assert_eq!(world.link(first).state, LinkState::Off);
    assert_ne!(id(set(&mut world, OWNER, P1, Editor, &OPEN)), first);
    assert_ne!(id(set(&mut world, OWNER, Place::Team, Viewer, &OPEN)), first);
}

#[test]
fn never_a_role_with_a_team_checkmark() {
    let mut world = World::new();
    for role in [Manager, BuiltInRole::Client, BuiltInRole::SmmSpecialist] {
        let refused = Err(Denial::RoleNotForLinks { role: RoleKey::BuiltIn(role) });
        assert_eq!(set(&mut world, OWNER, P1, role, &OPEN), refused);
    }
}

#[test]
fn who_makes_a_link_may_invite_there_and_holds_the_role() {
    let mut world = World::new();
    world.with(ANA, P1, role(Manager)).with(TOMAS, P1, role(Editor));
    world.with(EVA, P1, custom(&[Permission::TeamInvite, Permission::PostsView]));
    let link = id(set(&mut world, ANA, P1, Editor, &OPEN));
    assert_eq!(set(&mut world, ANA, P2, Editor, &OPEN), Err(Denial::NotFound));
    let no_invite = missing(Permission::TeamInvite, P1);
    assert_eq!(set(&mut world, TOMAS, P1, Viewer, &OPEN), no_invite);
    assert_eq!(set(&mut world, EVA, P1, Editor, &OPEN), not_held(Permission::PostsCreate, P1));
    let regenerate = Command::RegenerateLink { team: TEAM, link };
    assert_eq!(world.run(EVA, regenerate.clone()), not_held(Permission::PostsCreate, P1));
    assert_eq!(world.run(TOMAS, regenerate.clone()), missing(Permission::TeamInvite, P1));
    assert_eq!(world.run(STRANGER, regenerate.clone()), Err(Denial::NotFound));
    let off = LinkSettings { state: LinkState::Off, ..OPEN };
    assert_eq!(id(set(&mut world, EVA, P1, Editor, &off)), link, "anyone who may invite may close it");
}

#[test]
fn regenerating_gives_a_new_address_a_new_count_and_a_new_sender() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Manager));
    let link = id(set(&mut world, ANA, P1, Editor, &OPEN));
    world.facts.links.get_mut(&link).unwrap().uses = 5;
    world.remove(OWNER, ANA).unwrap();
    assert!(world.link(link).orphaned);
    let answer = world.run(OWNER, Command::RegenerateLink { team: TEAM, link });
    assert_eq!(answer, Ok(Answer::Link { link, generation: 2 }));
    let found = world.link(link);
    assert_eq!((found.uses, found.orphaned, found.sender), (0, false, Sender::Team(PersonId(OWNER))));
}

#[test]
fn an_expiry_in_the_past_is_refused() {
    let mut world = World::new();
    let settings = LinkSettings { expires_at: Some(START), ..OPEN };
    assert_eq!(set(&mut world, OWNER, P1, Viewer, &settings), Err(Denial::BadEnd));
}

#[test]
fn who_opens_a_link_wider_gives_it_from_then_on() {
    let narrow = LinkSettings { max_uses: Some(5), domain: Some("e.com".to_owned()), ..OPEN };
    let wider = [
        LinkSettings { max_uses: Some(6), ..narrow.clone() },
        LinkSettings { max_uses: None, ..narrow.clone() },
        LinkSettings { domain: None, ..narrow.clone() },
        LinkSettings { domain: Some("other.com".to_owned()), ..narrow.clone() },
    ];
    for settings in wider {
        let mut world = World::new();
        world.with(ANA, Place::Team, role(Manager));
        let link = id(set(&mut world, OWNER, P1, Viewer, &narrow));
        let tighter = LinkSettings { max_uses: Some(2), ..narrow.clone() };
        set(&mut world, ANA, P1, Viewer, &tighter).unwrap();
        assert_eq!(world.link(link).sender, Sender::Team(PersonId(OWNER)), "tighter is the owner's still");
        set(&mut world, ANA, P1, Viewer, &settings).unwrap();
        assert_eq!(world.link(link).sender, Sender::Member(PersonId(ANA)), "{settings:?}");
        world.remove(OWNER, ANA).unwrap();
        assert!(world.link(link).orphaned, "{settings:?}");
    }
    let mut world = World::new();
    world.with(ANA, Place::Team, role(Manager));
    let off = LinkSettings { state: LinkState::Off, ..OPEN };
    let link = id(set(&mut world, OWNER, P1, Viewer, &off));
    set(&mut world, ANA, P1, Viewer, &OPEN).unwrap();
    assert_eq!(world.link(link).sender, Sender::Member(PersonId(ANA)), "turned on");
}

#[test]
fn a_link_whose_time_is_over_can_be_turned_off_as_it_stands() {
    let mut world = World::new();
    let ending = LinkSettings { expires_at: Some(START.plus(DAY)), ..OPEN };
    let link = id(set(&mut world, OWNER, P1, Viewer, &ending));
    world.wait(2 * DAY);
    let off = LinkSettings { state: LinkState::Off, ..ending.clone() };
    assert_eq!(id(set(&mut world, OWNER, P1, Viewer, &off)), link);
    assert_eq!(world.link(link).state, LinkState::Off);
    let other = LinkSettings { expires_at: Some(START), ..off };
    assert_eq!(set(&mut world, OWNER, P1, Viewer, &other), Err(Denial::BadEnd));
    assert_eq!(set(&mut world, OWNER, P1, Viewer, &ending), Err(Denial::BadEnd), "nor turned on so");
}
