//! Handing one project over (RULES.md, "Merging and transfer"; A8).

use super::*;
use crate::command::{HandoverCommand, LinkSettings, Way};
use crate::id::{HandoverId, LinkId};
use crate::limits::{HANDOVER_MILLIS, MAILS_PER_ADDRESS_AND_DAY, PROJECTS_PER_TEAM, RESEND_MILLIS};
use crate::model::{Handover, HandoverState, InvitationState, LinkState, Load};
use crate::needs::Need;
use BuiltInRole::{Editor, Viewer};

const CLIENTS: TeamId = TeamId(7);
const OFFER: HandoverId = HandoverId(70);
const SITE: ProjectId = ProjectId(1);

/// Reads what the needs of handing over name.
pub fn read(all: &Facts, need: &Need, read: &mut Facts) {
    let offered = |id: &HandoverId| all.handovers.get(id);
    match need {
        Need::Handover(_, id) => {
            let Some(offer) = offered(id) else { return };
            let project = all.projects[&offer.project].clone();
            read.apply(&[Change::Handover(offer.clone()), Change::Project(project)]);
        }
        Need::OpenHandover(_, project) => {
            let open = all.handovers.values().find(|offer| offer.project == *project && offer.is_open());
            open.into_iter().for_each(|offer| read.apply(&[Change::Handover(offer.clone())]));
        }
        Need::Load(_, project) => drop(read.loads.insert(*project, load(all, *project))),
        Need::OfferedLoad(_, id) => {
            let Some(offer) = offered(id) else { return };
            read.loads.insert(offer.project, load(all, offer.project));
        }
        Need::OfferedPeople(team, id) => {
            let Some(offer) = offered(id) else { return };
            let holds = |m: &&Member| {
                m.team == *team && m.is_active() && m.access.projects.contains_key(&offer.project)
            };
            for member in all.members.values().filter(holds) {
                let person = all.people[&member.person].clone();
                read.apply(&[Change::Member(member.clone()), Change::Person(person)]);
            }
        }
        Need::OfferedInvitations(team, id) => {
            let Some(offer) = offered(id) else { return };
            let place = Place::Project(offer.project);
            let waits = all.invitations.values().filter(|i| i.team == *team && i.is_pending());
            for invitation in waits.filter(|i| i.places.iter().any(|p| p.place == place)) {
                read.apply(&[Change::Invitation(invitation.clone())]);
            }
        }
        _ => {}
    }
}

fn load(all: &Facts, project: ProjectId) -> Load {
    let count = |count: usize| u32::try_from(count).unwrap();
    let people = all.members.values().filter(|m| m.is_active() && m.access.projects.contains_key(&project));
    Load { project, people: count(people.count()), invitations: 0, posts: 3, images: 2, image_bytes: 500 }
}

fn world() -> World {
    let mut world = World::new();
    let name = Name::parse("Client").unwrap();
    world.run(STRANGER, Command::CreateTeam { team: CLIENTS, name }).unwrap();
    let team = world.facts.teams.get_mut(&TEAM).unwrap();
    (team.images, team.image_bytes) = (5, 900);
    world
}

fn offer_to(world: &mut World, who: u64, to: u64) -> Result<Answer, Denial> {
    let offer = HandoverCommand::Offer { handover: OFFER, project: SITE, address: address(to) };
    world.run(who, Command::Handover(TEAM, offer))
}

fn take(world: &mut World, who: u64, way: Way, into: TeamId) -> Result<Answer, Denial> {
    world.run(who, Command::Handover(TEAM, HandoverCommand::Accept { handover: OFFER, way, into }))
}

fn withdraw(world: &mut World, who: u64) -> Result<Answer, Denial> {
    world.run(who, Command::Handover(TEAM, HandoverCommand::Withdraw { handover: OFFER }))
}

fn offer(world: &World) -> &Handover {
    &world.facts.handovers[&OFFER]
}

#[test]
fn the_project_goes_and_all_access_to_it_ends() {
    let mut world = world();
    let both = Access::default().with(P1, Some(role(Viewer))).with(P2, Some(role(Viewer)));
    world.with(ANA, P1, role(Editor)).join(TOMAS, both).with(EVA, Place::Team, role(Viewer));
    let settings = LinkSettings { state: LinkState::On, expires_at: None, max_uses: None, domain: None };
    let role = crate::access::RoleKey::BuiltIn(Viewer);
    world.run(OWNER, Command::SetLink { team: TEAM, link: LinkId(5), place: P1, role, settings }).unwrap();
    assert_eq!(offer_to(&mut world, OWNER, STRANGER), Ok(Answer::Done));
    assert_eq!(world.history(), [HistoryKind::HandoverOffered]);
    assert_eq!(world.mails()[0].template, Template::Handover);
    assert_eq!(take(&mut world, STRANGER, Way::Mail, CLIENTS), Ok(Answer::Project(SITE)));
    let (old, new) = (&world.facts.teams[&TEAM], &world.facts.teams[&CLIENTS]);
    assert_eq!((old.projects, old.images, old.image_bytes), (1, 3, 400));
    assert_eq!((new.projects, new.images, new.image_bytes), (1, 2, 500));
    assert_eq!((old.epoch, new.epoch), (old.version, new.version));
    assert_eq!(world.facts.projects[&SITE].team, CLIENTS);
    assert!([ANA, TOMAS, EVA, OWNER].iter().all(|who| {
        world.facts.standing(CLIENTS, PersonId(*who), world.now) == crate::access::Standing::Outsider
    }));
    assert_eq!(world.member(ANA).access, Access::default());
    assert!(world.member(ANA).is_active() && !world.member(ANA).seat);
    assert_eq!(world.member(TOMAS).access, Access::default().with(P2, Some(Grant::role(Viewer))));
    assert!(world.told(ANA, Template::Removed) && world.told(OWNER, Template::HandoverAccepted));
    assert!(!world.told(EVA, Template::Removed));
    assert!(!world.facts.links.contains_key(&LinkId(5)));
    assert_eq!(take(&mut world, STRANGER, Way::Mail, CLIENTS), Err(Denial::Used));
    assert_eq!(withdraw(&mut world, OWNER), Err(Denial::Used));
}

#[test]
fn the_recipient_stands_in_no_line_of_the_team_that_gives() {
    let mut world = world();
    world.with(ANA, P1, role(Editor));
    for (to, places) in [(50, vec![P1]), (51, vec![P1, P2])] {
        let places = places.into_iter().map(|place| (place, role(Viewer))).collect();
        let (invitation, address) = (InvitationId(to), address(to));
        let command = Command::Invite { team: TEAM, invitation, address, places, raise_cap: None };
        world.run(OWNER, command).unwrap();
    }
    let lines = |world: &World, of: TeamId| -> Vec<(HistoryKind, Option<PersonId>)> {
        let told = world.last.iter().filter_map(|change| match change {
            Change::History(line) if line.team == of => Some((line.kind, line.by)),
            _ => None,
        });
        told.collect()
    };
    offer_to(&mut world, OWNER, STRANGER).unwrap();
    world
        .run(STRANGER, Command::Handover(TEAM, HandoverCommand::Decline { handover: OFFER, way: Way::List }))
        .unwrap();
    assert_eq!(lines(&world, TEAM), [(HistoryKind::HandoverDeclined, None)]);
    offer_to(&mut world, OWNER, STRANGER).unwrap();
    take(&mut world, STRANGER, Way::Mail, CLIENTS).unwrap();
    let gave = lines(&world, TEAM);
    for kind in [
        HistoryKind::AccessEnded,
        HistoryKind::InvitationWithdrawn,
        HistoryKind::InvitationChanged,
        HistoryKind::ProjectHandedOver,
    ] {
        assert!(gave.contains(&(kind, Some(PersonId(OWNER)))), "{kind:?}: {gave:?}");
    }
    assert!(gave.iter().all(|(_, by)| *by == Some(PersonId(OWNER))));
    assert_eq!(lines(&world, CLIENTS), [(HistoryKind::ProjectReceived, Some(PersonId(STRANGER)))]);
    let about = world.mails().into_iter().find(|mail| mail.template == Template::HandoverAccepted);
    assert_eq!(about.and_then(|mail| mail.about), Some(PersonId(STRANGER)));
}

#[test]
fn an_invitation_keeps_what_else_it_gives() {
    let mut world = world();
    let invite = |world: &mut World, to: u64, places: &[Place]| {
        let invitation = InvitationId(to);
        let places = places.iter().map(|place| (*place, role(Editor))).collect();
        let address = address(to);
        let raise_cap = None;
        world.run(OWNER, Command::Invite { team: TEAM, invitation, address, places, raise_cap }).unwrap();
        invitation
    };
    let (one, two) = (invite(&mut world, 50, &[P1]), invite(&mut world, 51, &[P1, P2]));
    offer_to(&mut world, OWNER, STRANGER).unwrap();
    take(&mut world, STRANGER, Way::List, CLIENTS).unwrap();
    assert!(matches!(world.invitation(one).state, InvitationState::Withdrawn { .. }));
    let two = world.invitation(two);
    assert!(two.is_pending() && two.seat);
    assert_eq!(two.places.iter().map(|place| place.place).collect::<Vec<_>>(), [P2]);
    assert_eq!(world.team().seats.reserved, 1);
}

#[test]
fn only_the_owner_by_a_mailed_code_offers_and_once() {
    let mut world = world();
    world.with(ANA, Place::Team, role(BuiltInRole::Manager)).with(TOMAS, P2, role(Viewer));
    for (who, to, denial) in [
        (STRANGER, ANA, Denial::NotFound),
        (ANA, STRANGER, Denial::OwnerOnly),
        (TOMAS, STRANGER, Denial::OwnerOnly),
        (OWNER, OWNER, Denial::AlreadyHeld),
    ] {
        assert_eq!(offer_to(&mut world, who, to), Err(denial), "{who} to {to}");
    }
    offer_to(&mut world, OWNER, STRANGER).unwrap();
    assert_eq!(offer_to(&mut world, OWNER, ANA), Err(Denial::AlreadyOffered));
    assert_eq!(withdraw(&mut world, ANA), Err(Denial::OwnerOnly));
    withdraw(&mut world, OWNER).unwrap();
    assert_eq!(take(&mut world, STRANGER, Way::Mail, CLIENTS), Err(Denial::Withdrawn));
    world.without_code(OWNER);
    assert_eq!(offer_to(&mut world, OWNER, STRANGER), Err(Denial::CodeNeeded));
}

#[test]
fn it_opens_for_its_recipient_alone_in_time_into_a_team_of_theirs() {
    let mut world = world();
    world.with(ANA, Place::Team, role(Viewer));
    offer_to(&mut world, OWNER, STRANGER).unwrap();
    let masked = address(STRANGER).masked();
    assert_eq!(take(&mut world, ANA, Way::Mail, CLIENTS), Err(Denial::WrongPerson { masked }));
    assert_eq!(take(&mut world, ANA, Way::List, CLIENTS), Err(Denial::NotFound));
    assert_eq!(take(&mut world, STRANGER, Way::Mail, TEAM), Err(Denial::NotFound));
    assert_eq!(take(&mut world, STRANGER, Way::Mail, TeamId(99)), Err(Denial::NotFound));
    let accept = HandoverCommand::Accept { handover: OFFER, way: Way::Mail, into: CLIENTS };
    let nobody = world.ask(Asker::Nobody, &Command::Handover(TEAM, accept));
    assert_eq!(nobody, Err(Denial::SignInNeeded));
    world.facts.teams.get_mut(&CLIENTS).unwrap().projects = PROJECTS_PER_TEAM;
    let full = Denial::LimitReached { limit: "projects_per_team" };
    assert_eq!(take(&mut world, STRANGER, Way::Mail, CLIENTS), Err(full));
    world.facts.teams.get_mut(&CLIENTS).unwrap().projects = 0;
    world.wait(HANDOVER_MILLIS);
    assert_eq!(take(&mut world, STRANGER, Way::Mail, CLIENTS), Err(Denial::Expired));
    // An expired one makes room for the next.
    let again = HandoverCommand::Offer { handover: HandoverId(71), project: SITE, address: address(EVA) };
    world.run(OWNER, Command::Handover(TEAM, again)).unwrap();
    assert!(matches!(offer(&world).state, HandoverState::Withdrawn { .. }));
}

fn resend(world: &mut World, who: u64) -> Result<Answer, Denial> {
    world.run(who, Command::Handover(TEAM, HandoverCommand::Resend { handover: OFFER }))
}

#[test]
fn one_that_is_sent_again_has_its_full_time_and_keeps_to_the_limits_of_mails() {
    let mut world = world();
    offer_to(&mut world, OWNER, STRANGER).unwrap();
    let first = world.now;
    assert_eq!(resend(&mut world, ANA), Err(Denial::NotFound));
    // Within a minute its mail waits, and one more changes nothing of that.
    resend(&mut world, OWNER).unwrap();
    let [mail] = world.mails()[..] else { panic!("one mail") };
    assert_eq!((mail.template, mail.due_at), (Template::Handover, first.plus(RESEND_MILLIS)));
    resend(&mut world, OWNER).unwrap();
    assert_eq!((world.mails().len(), offer(&world).sent_at), (0, first.plus(RESEND_MILLIS)));
    // One that is too old opens again.
    world.wait(HANDOVER_MILLIS);
    resend(&mut world, OWNER).unwrap();
    assert_eq!(offer(&world).expires_at, world.now.plus(HANDOVER_MILLIS));
    // Five a day; the sixth goes out tomorrow, and what would be more is refused.
    for _ in 1..MAILS_PER_ADDRESS_AND_DAY {
        world.wait(RESEND_MILLIS);
        resend(&mut world, OWNER).unwrap();
    }
    world.wait(RESEND_MILLIS);
    resend(&mut world, OWNER).unwrap();
    assert_eq!(offer(&world).sent_at, world.now.next_day());
    assert_eq!(take(&mut world, STRANGER, Way::Mail, CLIENTS), Ok(Answer::Project(SITE)));
    assert_eq!(resend(&mut world, OWNER), Err(Denial::Used));
}

#[test]
fn one_that_was_taken_back_while_its_mail_waited_is_not_later_than_the_next() {
    let mut world = world();
    offer_to(&mut world, OWNER, STRANGER).unwrap();
    resend(&mut world, OWNER).unwrap();
    assert!(offer(&world).sent_at > world.now);
    world.run(OWNER, Command::Handover(TEAM, HandoverCommand::Withdraw { handover: OFFER })).unwrap();
    assert_eq!(offer(&world).sent_at, world.now);
}

#[test]
fn a_mail_that_waits_is_not_asked_for_twice() {
    let mut world = world();
    offer_to(&mut world, OWNER, STRANGER).unwrap();
    resend(&mut world, OWNER).unwrap();
    resend(&mut world, OWNER).unwrap();
    assert!(world.last.is_empty(), "no line of history");
}

#[test]
fn a_new_owner_who_sends_it_again_is_its_sender() {
    let mut world = world();
    world.with(ANA, Place::Team, role(BuiltInRole::Manager));
    offer_to(&mut world, OWNER, STRANGER).unwrap();
    world.run(OWNER, Command::Transfer { team: TEAM, to: PersonId(ANA) }).unwrap();
    assert_eq!(resend(&mut world, OWNER), Err(Denial::OwnerOnly));
    resend(&mut world, ANA).unwrap();
    assert_eq!(take(&mut world, STRANGER, Way::Mail, CLIENTS), Ok(Answer::Project(SITE)));
}

#[test]
fn who_owns_the_team_no_more_hands_nothing_over() {
    let mut world = world();
    world.with(ANA, Place::Team, role(BuiltInRole::Manager));
    offer_to(&mut world, OWNER, STRANGER).unwrap();
    world.run(OWNER, Command::Transfer { team: TEAM, to: PersonId(ANA) }).unwrap();
    assert_eq!(take(&mut world, STRANGER, Way::Mail, CLIENTS), Err(Denial::NeedsSender));
    // It makes room for one of hers.
    let again =
        HandoverCommand::Offer { handover: HandoverId(71), project: SITE, address: address(STRANGER) };
    world.run(ANA, Command::Handover(TEAM, again)).unwrap();
    assert!(matches!(offer(&world).state, HandoverState::Withdrawn { .. }));
}

#[test]
fn a_refusal_is_told_and_a_merged_account_takes_nothing() {
    let mut world = world();
    offer_to(&mut world, OWNER, STRANGER).unwrap();
    let merge = Some(crate::model::Merge { into: TeamId(5), until: None });
    world.facts.people.get_mut(&PersonId(STRANGER)).unwrap().merge = merge;
    assert_eq!(take(&mut world, STRANGER, Way::List, CLIENTS), Err(Denial::Merged { team: TeamId(5) }));
    let decline = HandoverCommand::Decline { handover: OFFER, way: Way::List };
    world.run(STRANGER, Command::Handover(TEAM, decline)).unwrap();
    assert!(world.told(OWNER, Template::HandoverDeclined));
    assert_eq!(take(&mut world, STRANGER, Way::Mail, CLIENTS), Err(Denial::Answered));
}
