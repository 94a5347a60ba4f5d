//! Joining by link (RULES.md, "Inviting"; I4, S2).

use super::*;
use crate::command::LinkSettings;
use crate::model::{InvitationState, LinkState};
use crate::time::HOUR;
use BuiltInRole::{Editor, Manager, Viewer, Writer};

const OPEN: LinkSettings =
    LinkSettings { state: LinkState::On, expires_at: None, max_uses: None, domain: None };

fn link_by(world: &mut World, who: u64, role: BuiltInRole, settings: &LinkSettings) -> LinkId {
    match super::link::set(world, who, P1, role, settings) {
        Ok(Answer::Link { link, .. }) => link,
        other => panic!("{other:?}"),
    }
}

fn join(world: &mut World, who: u64, link: LinkId, generation: u32) -> Result<Answer, Denial> {
    let shown = world.shown(who, TEAM);
    world.run(who, Command::Join { team: TEAM, link, generation, shown })
}

fn joined(id: u64) -> Result<Answer, Denial> {
    Ok(Answer::Joined { person: PersonId(id), newcomer: false })
}

#[test]
fn a_link_lets_in_with_its_role_at_its_place() {
    let mut world = World::new();
    let link = link_by(&mut world, OWNER, Writer, &OPEN);
    assert_eq!(join(&mut world, ANA, link, 1), joined(ANA));
    assert!(world.told(OWNER, Template::Joined));
    assert_eq!(world.held(ANA, P1), Writer.set());
    assert!(world.held(ANA, P2).is_empty());
    assert_eq!((world.link(link).uses, world.team().members), (1, 2));
}

#[test]
fn an_old_address_is_dead_from_the_moment_of_regenerating() {
    let mut world = World::new();
    let link = link_by(&mut world, OWNER, Viewer, &OPEN);
    world.run(OWNER, Command::RegenerateLink { team: TEAM, link }).unwrap();
    assert_eq!(join(&mut world, ANA, link, 1), Err(Denial::Replaced));
    assert_eq!(join(&mut world, ANA, link, 3), Err(Denial::NotFound));
    assert_eq!(join(&mut world, ANA, link, 2), joined(ANA));
}

#[test]
fn a_link_opens_no_more_often_than_it_says() {
    let at = START.plus(HOUR);
    let table = [
        (LinkSettings { state: LinkState::Off, ..OPEN }, Denial::Withdrawn),
        (LinkSettings { expires_at: Some(at), ..OPEN }, Denial::Expired),
        (LinkSettings { max_uses: Some(1), ..OPEN }, Denial::Used),
        (
            LinkSettings { domain: Some("other.com".to_owned()), ..OPEN },
            Denial::WrongDomain { domain: "other.com".to_owned() },
        ),
    ];
    for (settings, denial) in table {
        let mut world = World::new();
        let link = link_by(&mut world, OWNER, Viewer, &settings);
        let first = join(&mut world, EVA, link, 1);
        let dead_at_once = matches!(denial, Denial::Withdrawn | Denial::WrongDomain { .. });
        assert_eq!(first.is_err(), dead_at_once, "{settings:?}");
        world.wait(HOUR);
        assert_eq!(join(&mut world, ANA, link, 1), Err(denial));
    }
}

#[test]
fn nobody_joins_without_signing_in_and_a_stranger_link_is_not_there() {
    let mut world = World::new();
    let link = link_by(&mut world, OWNER, Viewer, &OPEN);
    let command = Command::Join { team: TEAM, link, generation: 1, shown: Shown::default() };
    assert_eq!(world.ask(Asker::Nobody, &command), Err(Denial::SignInNeeded));
    assert_eq!(join(&mut world, ANA, LinkId(5), 1), Err(Denial::NotFound));
}

#[test]
fn already_a_member_a_link_gives_nothing() {
    let mut world = World::new();
    world.with(ANA, P1, role(Viewer));
    let link = link_by(&mut world, OWNER, Editor, &OPEN);
    for who in [ANA, OWNER] {
        assert_eq!(join(&mut world, who, link, 1), Ok(Answer::NothingNew));
        assert!(world.last.is_empty());
    }
    assert!(!world.held(ANA, P1).has(Permission::PostsEdit));
}

#[test]
fn a_removed_member_is_barred_until_invited_by_mail_or_restored() {
    let mut world = World::new();
    world.with(ANA, P1, role(Viewer)).with(EVA, P1, role(Viewer));
    let link = link_by(&mut world, OWNER, Viewer, &OPEN);
    world.remove(OWNER, ANA).unwrap();
    assert_eq!(join(&mut world, ANA, link, 1), Err(Denial::Barred));
    world.invite(OWNER, ANA, P2, role(Viewer)).unwrap();
    assert_eq!(join(&mut world, ANA, link, 1), joined(ANA));
    world.run(EVA, Command::Leave { team: TEAM }).unwrap();
    assert_eq!(join(&mut world, EVA, link, 1), joined(EVA), "who left by themselves may come back");
}

#[test]
fn a_pending_invitation_is_redeemed_instead_with_its_seat() {
    let mut world = World::on(Plan::Plus, 0);
    let link = link_by(&mut world, OWNER, Viewer, &OPEN);
    let invitation = world.invited(OWNER, ANA, P2, role(Editor));
    assert_eq!(join(&mut world, ANA, link, 1), joined(ANA));
    assert!(matches!(world.invitation(invitation).state, InvitationState::Accepted { .. }));
    assert_eq!((world.link(link).uses, world.team().seats.taken, world.team().seats.reserved), (0, 1, 0));
    assert!(world.held(ANA, P1).is_empty());
}

#[test]
fn a_link_whose_sender_can_give_it_no_more_waits_for_a_new_one() {
    let mut world = World::new();
    let ending = Grant { until: Some(START.plus(HOUR)), ..role(Manager) };
    world.with(TOMAS, P1, role(Manager)).with(EVA, P2, ending);
    let link = link_by(&mut world, TOMAS, Viewer, &OPEN);
    world.change(OWNER, TOMAS, &[(P1, Some(role(Viewer)))]).unwrap();
    assert_eq!(join(&mut world, ANA, link, 1), Err(Denial::NeedsSender));
    world.run(OWNER, Command::RegenerateLink { team: TEAM, link }).unwrap();
    assert_eq!(join(&mut world, ANA, link, 2), joined(ANA));
}

#[test]
fn two_hundred_joins_into_a_cap() {
    let mut world = World::on(Plan::Plus, 49);
    let link = link_by(&mut world, OWNER, Editor, &OPEN);
    let mut inside = 0;
    for id in 1_000..1_200 {
        world.sign_up(id);
        // One digest for each of 251 numbers: the newest sign-up has it.
        match join(&mut world, id, link, 1) {
            Ok(Answer::Joined { .. }) => inside += 1,
            other => assert_eq!(other, Ok(Answer::SeatRefused)),
        }
    }
    assert_eq!((inside, world.team().seats.taken), (50, 50));
}
