//! Merging (I6): what is parked, what goes on, and what brings it back.

use super::*;
use crate::access::RoleKey;
use crate::access::Standing;
use crate::command::LinkSettings;
use crate::model::{JoinMode, LinkState, Merge};
use crate::time::HOUR;

const OWN: TeamId = TeamId(2);
const OWN_PROJECT: ProjectId = ProjectId(20);

/// The team merges, and Ana owns one with a project.
fn merging() -> World {
    let mut world = World::new();
    let name = |text: &str| Name::parse(text).unwrap();
    world.run(ANA, Command::CreateTeam { team: OWN, name: name("Ana's") }).unwrap();
    world.run(ANA, Command::CreateProject { team: OWN, project: OWN_PROJECT, name: name("Hers") }).unwrap();
    world.run(OWNER, Command::SetJoinMode { team: TEAM, mode: JoinMode::Merge }).unwrap();
    world
}

fn accept_showing(world: &mut World, who: u64, id: InvitationId, shown: Shown) -> Result<Answer, Denial> {
    let newcomer = newcomer(who);
    world.run(who, Command::Accept { team: TEAM, invitation: id, counter: None, newcomer, shown })
}

/// Ana accepts a role with this end.
fn merged(world: &mut World, until: Option<Timestamp>) {
    let grant = Grant { until, ..role(BuiltInRole::Editor) };
    let invitation = world.invited(OWNER, ANA, Place::Team, grant);
    world.accept(ANA, invitation).unwrap();
}

fn rename_own(world: &mut World) -> Result<Answer, Denial> {
    let name = Name::parse("Still hers").unwrap();
    world.run(ANA, Command::RenameProject { team: OWN, project: OWN_PROJECT, name })
}

fn merge_of(world: &World, id: u64) -> Option<Merge> {
    world.facts.people[&PersonId(id)].merge
}

#[test]
fn the_owner_says_whose_accounts_are_taken() {
    let mut world = World::new();
    world.with(ANA, Place::Team, role(BuiltInRole::Manager));
    let merge = Command::SetJoinMode { team: TEAM, mode: JoinMode::Merge };
    assert_eq!(world.run(ANA, merge.clone()), Err(Denial::OwnerOnly));
    assert_eq!(world.run(STRANGER, merge.clone()), Err(Denial::NotFound));
    assert_eq!(world.run(OWNER, merge), Ok(Answer::Done));
    assert_eq!(
        (world.team().join_mode, world.history()),
        (JoinMode::Merge, vec![HistoryKind::JoinModeChanged])
    );
}

#[test]
fn a_click_is_good_for_what_the_page_said() {
    let mut world = merging();
    let invitation = world.invited(OWNER, ANA, Place::Team, role(BuiltInRole::Viewer));
    let says = |mode, parks: &[TeamId]| Shown { mode, parks: parks.to_vec() };
    for old in [Shown::default(), says(JoinMode::Merge, &[]), says(JoinMode::Merge, &[OWN, TeamId(3)])] {
        assert_eq!(accept_showing(&mut world, ANA, invitation, old), Err(Denial::Changed));
    }
    world.run(OWNER, Command::SetJoinMode { team: TEAM, mode: JoinMode::SideBySide }).unwrap();
    let old = says(JoinMode::Merge, &[OWN]);
    assert_eq!(accept_showing(&mut world, ANA, invitation, old), Err(Denial::Changed));
    assert_eq!(world.shown(ANA, TEAM), Shown::default());
    world.accept(ANA, invitation).unwrap();
    assert_eq!(merge_of(&world, ANA), None);
}

#[test]
fn a_merge_parks_what_one_owns_and_leaving_brings_it_back() {
    let mut world = merging();
    assert_eq!(world.shown(ANA, TEAM).parks, [OWN]);
    merged(&mut world, None);
    assert_eq!(world.facts.standing(OWN, PersonId(ANA), world.now), Standing::Outsider);
    assert_eq!(rename_own(&mut world), Err(Denial::NotFound));
    world.run(ANA, Command::Leave { team: TEAM }).unwrap();
    assert_eq!(merge_of(&world, ANA), None);
    assert_eq!(rename_own(&mut world), Ok(Answer::Done));
}

#[test]
fn removal_brings_it_back_and_restoring_does_not_take_it_again() {
    let mut world = merging();
    merged(&mut world, None);
    world.remove(OWNER, ANA).unwrap();
    assert_eq!(rename_own(&mut world), Ok(Answer::Done));
    let person = PersonId(ANA);
    world.run(OWNER, Command::Restore { team: TEAM, person, raise_cap: None }).unwrap();
    assert_eq!(merge_of(&world, ANA), None);
}

#[test]
fn losing_all_access_brings_it_back_and_getting_some_does_not_take_it_again() {
    let mut world = merging();
    merged(&mut world, None);
    world.change(OWNER, ANA, &[(P1, Some(Grant::NOTHING))]).unwrap();
    assert!(merge_of(&world, ANA).is_some(), "something is left");
    world.change(OWNER, ANA, &[(Place::Team, Some(Grant::NOTHING))]).unwrap();
    assert_eq!(merge_of(&world, ANA), None);
    world.change(OWNER, ANA, &[(Place::Team, Some(role(BuiltInRole::Viewer)))]).unwrap();
    assert_eq!(merge_of(&world, ANA), None);
}

#[test]
fn an_end_brings_it_back_at_its_instant_and_the_sweep_commits_that() {
    let mut world = merging();
    let end = world.now.plus(HOUR);
    merged(&mut world, Some(end));
    assert_eq!(merge_of(&world, ANA), Some(Merge { into: TEAM, until: Some(end) }));
    world.wait(HOUR);
    assert_eq!(rename_own(&mut world), Ok(Answer::Done));
    assert!(merge_of(&world, ANA).is_some(), "nothing was written yet");
    world.sweep().unwrap();
    assert_eq!(merge_of(&world, ANA), None);
}

#[test]
fn a_later_end_is_followed_only_while_it_lasts() {
    let mut world = merging();
    let end = world.now.plus(HOUR);
    merged(&mut world, Some(end));
    let later = world.now.plus(DAY);
    let until = |until| Grant { until, ..role(BuiltInRole::Editor) };
    world.change(OWNER, ANA, &[(Place::Team, Some(until(Some(later))))]).unwrap();
    assert_eq!(merge_of(&world, ANA).and_then(|merge| merge.until), Some(later));
    world.wait(2 * DAY).change(OWNER, ANA, &[(Place::Team, Some(until(None)))]).unwrap();
    assert_eq!(merge_of(&world, ANA), None, "it was over");
}

#[test]
fn one_leaves_one_team_before_another_takes_the_account() {
    let mut world = merging();
    let name = Name::parse("Third").unwrap();
    world.run(EVA, Command::CreateTeam { team: TeamId(3), name: name.clone() }).unwrap();
    world.run(EVA, Command::SetJoinMode { team: TeamId(3), mode: JoinMode::Merge }).unwrap();
    merged(&mut world, None);
    let (invitation, places) = (InvitationId(77), vec![(Place::Team, role(BuiltInRole::Viewer))]);
    let team = TeamId(3);
    let invite = Command::Invite { team, invitation, address: address(ANA), places, raise_cap: None };
    world.run(EVA, invite).unwrap();
    let shown = world.shown(ANA, team);
    let accept = Command::Accept { team, invitation, counter: None, newcomer: newcomer(ANA), shown };
    assert_eq!(world.run(ANA, accept.clone()), Err(Denial::Merged { team: TEAM }));
    let refused = world.run(ANA, Command::CreateTeam { team: TeamId(4), name });
    assert_eq!(refused, Err(Denial::Merged { team: TEAM }));
    let transfer = Command::Transfer { team: TEAM, to: PersonId(ANA) };
    assert_eq!(world.run(OWNER, transfer), Err(Denial::RecipientMerged));
    world.run(ANA, Command::Leave { team: TEAM }).unwrap();
    assert!(matches!(world.run(ANA, accept), Ok(Answer::Joined { .. })));
}

#[test]
fn others_go_on_and_paid_seats_wait() {
    let mut world = merging();
    world.run(ANA, Command::ChangePlan { team: OWN, plan: Plan::Plus, cap: 5 }).unwrap();
    let invite = |id: u64, whom, given| Command::Invite {
        team: OWN,
        invitation: InvitationId(id),
        address: address(whom),
        places: vec![(Place::Team, role(given))],
        raise_cap: None,
    };
    world.run(ANA, invite(71, TOMAS, BuiltInRole::Manager)).unwrap();
    let accept = |id: u64, who| Command::Accept {
        team: OWN,
        invitation: InvitationId(id),
        counter: None,
        newcomer: newcomer(who),
        shown: Shown::default(),
    };
    world.run(TOMAS, accept(71, TOMAS)).unwrap();
    merged(&mut world, None);
    let full = world.run(TOMAS, invite(72, EVA, BuiltInRole::Editor));
    assert!(matches!(full, Err(Denial::SeatsFull { .. })), "{full:?}");
    world.run(TOMAS, invite(73, EVA, BuiltInRole::Viewer)).unwrap();
    world.run(EVA, accept(73, EVA)).unwrap();
    world.run(ANA, Command::Leave { team: TEAM }).unwrap();
    world.run(TOMAS, invite(74, STRANGER, BuiltInRole::Editor)).unwrap();
}

#[test]
fn a_link_merges_in_the_same_way_and_somebody_who_owns_nothing_parks_nothing() {
    let mut world = merging();
    let settings = LinkSettings { state: LinkState::On, expires_at: None, max_uses: None, domain: None };
    let link = LinkId(5);
    let set = Command::SetLink {
        team: TEAM,
        link,
        place: Place::Team,
        role: RoleKey::BuiltIn(BuiltInRole::Viewer),
        settings,
    };
    world.run(OWNER, set).unwrap();
    let generation = world.link(link).generation;
    let join = |shown| Command::Join { team: TEAM, link, generation, shown };
    assert_eq!(world.run(ANA, join(Shown::default())), Err(Denial::Changed));
    let shown = world.shown(EVA, TEAM);
    assert_eq!(shown, Shown { mode: JoinMode::Merge, parks: vec![] });
    world.run(EVA, join(shown)).unwrap();
    assert_eq!(merge_of(&world, EVA), Some(Merge { into: TEAM, until: None }));
    let shown = world.shown(ANA, TEAM);
    world.run(ANA, join(shown)).unwrap();
    assert_eq!(rename_own(&mut world), Err(Denial::NotFound));
}

#[test]
fn somebody_whom_the_invitation_makes_an_account_is_merged_too() {
    let mut world = merging();
    let invitation = world.invited(OWNER, 50, Place::Team, role(BuiltInRole::Viewer));
    let shown = Shown { mode: JoinMode::Merge, parks: vec![] };
    let accept =
        |shown| Command::Accept { team: TEAM, invitation, counter: Some(1), newcomer: newcomer(50), shown };
    assert_eq!(world.ask(Asker::Nobody, &accept(Shown::default())), Err(Denial::Changed));
    world.ask(Asker::Nobody, &accept(shown)).unwrap();
    assert_eq!(merge_of(&world, 50), Some(Merge { into: TEAM, until: None }));
}
