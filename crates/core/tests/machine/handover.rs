//! Handing projects over in stories: offers and what becomes of them, and the naive rules of it. The owner offers to an
//! address; who has it takes the project into a team of theirs; nothing of the old team's stays at it.

use proptest::prelude::*;
use roster_core::access::Place;
use roster_core::command::{HandoverCommand, Way};
use roster_core::id::{HandoverId, PersonId, ProjectId, TeamId};
use roster_core::model::{Handover, HandoverState, Load};
use roster_core::{Asker, Command, Facts, Need, Timestamp};

use super::act::{Pick, Who};
use super::cast::{Cast, nth};
use super::judge::{Seen, actor};
use super::naive;
use super::tell;
use super::world::World;

/// What is done about a project; the n-th of the team, or the n-th offer.
#[derive(Clone, Copy, Debug)]
pub enum Does {
    Offer(Pick, Who),
    Resend(Pick),
    Withdraw(Pick),
    Decline(Pick, bool),
    /// Into the n-th team of the recipient's own, or of anybody's.
    Accept(Pick, bool, Pick, bool),
}

/// Anything of it; by the one whom it makes sense for, mostly.
pub fn does(
    pick: impl Fn() -> BoxedStrategy<Pick>,
    whom: BoxedStrategy<Who>,
) -> impl Strategy<Value = (Does, bool)> {
    let listed = || prop::bool::weighted(0.4);
    let accept = (pick(), listed(), pick(), prop::bool::weighted(0.9));
    let does = prop_oneof![
        4 => (pick(), whom).prop_map(|(project, to)| Does::Offer(project, to)),
        1 => pick().prop_map(Does::Resend),
        1 => pick().prop_map(Does::Withdraw),
        1 => (pick(), listed()).prop_map(|(offer, listed)| Does::Decline(offer, listed)),
        6 => accept.prop_map(|(offer, listed, into, own)| Does::Accept(offer, listed, into, own)),
    ];
    (does, prop::bool::weighted(0.85))
}

/// The command for it, and who gives it: the owner or the recipient if that is `fitting`, or else `other`.
pub fn of(
    cast: &mut Cast,
    world: &World,
    team: TeamId,
    (does, fitting): (Does, bool),
    other: Asker,
) -> (Command, Asker) {
    let way = |listed| if listed { Way::List } else { Way::Mail };
    let offer = |pick| offer(world, team, pick);
    let recipient = |id: HandoverId| {
        let address = world.rows.handovers.get(&id).map(|offer| &offer.address);
        address.map_or(other, |address| cast.asker_at(address))
    };
    let (command, fits) = match does {
        Does::Offer(project, to) => {
            let project = cast.project(world, team, project);
            let address = super::cast::address(to);
            let owner = world.rows.teams.get(&team).and_then(|team| world.rows.people.get(&team.owner));
            let fits = owner.map_or(other, |owner| cast.asker_at(&owner.address));
            let handover = HandoverId(cast.fresh());
            (HandoverCommand::Offer { handover, project, address }, fits)
        }
        Does::Resend(pick) => (HandoverCommand::Resend { handover: offer(pick) }, other),
        Does::Withdraw(pick) => (HandoverCommand::Withdraw { handover: offer(pick) }, other),
        Does::Decline(pick, listed) => {
            let handover = offer(pick);
            (HandoverCommand::Decline { handover, way: way(listed) }, recipient(handover))
        }
        Does::Accept(pick, listed, into, own) => {
            let handover = offer(pick);
            let fits = recipient(handover);
            let into = team_into(cast, world, fits, into, own);
            (HandoverCommand::Accept { handover, way: way(listed), into }, fits)
        }
    };
    (Command::Handover(team, command), if fitting { fits } else { other })
}

/// An offer of the team, those that wait first.
fn offer(world: &World, team: TeamId, pick: Pick) -> HandoverId {
    let mut ours: Vec<&Handover> = world.rows.handovers.values().filter(|it| it.team == team).collect();
    ours.sort_by_key(|offer| (offer.state != HandoverState::Open, std::cmp::Reverse(offer.id)));
    let all: Vec<HandoverId> = ours.into_iter().map(|offer| offer.id).collect();
    nth(&all, pick).unwrap_or(HandoverId(9_999))
}

fn team_into(cast: &Cast, world: &World, who: Asker, pick: Pick, own: bool) -> TeamId {
    let person = actor(world, who, cast.now);
    let fits = |team: &&TeamId| !own || Some(world.rows.teams[*team].owner) == person;
    let teams: Vec<TeamId> = world.rows.teams.keys().filter(fits).copied().collect();
    nth(&teams, pick).unwrap_or(TeamId(9_999))
}

/// What hangs on a project, counted.
fn load(rows: &Facts, team: TeamId, project: ProjectId) -> Option<Load> {
    rows.projects.get(&project).filter(|found| found.team == team)?;
    let place = Place::Project(project);
    let count = |count: usize| u32::try_from(count).expect("few");
    let people = rows.members.values().filter(|member| member.team == team && naive::active(member));
    let waits = rows.invitations.values().filter(|it| it.team == team && naive::pending(it));
    let images = || rows.images.values().filter(|image| image.team == team && image.place == place);
    let bytes =
        |picture: &roster_core::model::Picture| u64::from(picture.bytes) + u64::from(picture.thumbnail_bytes);
    Some(Load {
        project,
        people: count(people.filter(|it| it.access.projects.contains_key(&project)).count()),
        invitations: count(waits.filter(|it| it.places.iter().any(|at| at.place == place)).count()),
        posts: count(rows.posts.values().filter(|post| post.project == project).count()),
        images: count(images().count()),
        image_bytes: images().map(|image| bytes(&image.picture)).sum(),
    })
}

/// Reads the needs of handing over by full scan.
pub fn pick(all: &Facts, need: &Need, facts: &mut Facts) {
    let offered = |team: &TeamId, id: &HandoverId| {
        let found = all.handovers.get(id).filter(|offer| offer.team == *team);
        found.map(|offer| (Place::Project(offer.project), offer))
    };
    match need {
        Need::Handover(team, id) => {
            if let Some((_, offer)) = offered(team, id) {
                let project = &all.projects[&offer.project];
                facts.handovers.insert(offer.id, offer.clone());
                facts.projects.insert(project.id, project.clone());
            }
        }
        Need::OpenHandover(team, project) => {
            let open = |it: &&Handover| it.project == *project && it.team == *team && it.is_open();
            let found = all.handovers.values().find(open);
            facts.handovers.extend(found.map(|offer| (offer.id, offer.clone())));
        }
        Need::Load(team, project) => {
            facts.loads.extend(load(all, *team, *project).map(|load| (*project, load)));
        }
        Need::OfferedLoad(team, id) => {
            let load = offered(team, id).and_then(|(_, offer)| load(all, *team, offer.project));
            facts.loads.extend(load.map(|load| (load.project, load)));
        }
        Need::OfferedPeople(team, id) => {
            let Some((_, offer)) = offered(team, id) else { return };
            let ours = all.members.values().filter(|m| m.team == *team && naive::active(m));
            for member in ours.filter(|m| m.access.projects.contains_key(&offer.project)) {
                facts.members.insert((*team, member.person), member.clone());
                facts.people.insert(member.person, all.people[&member.person].clone());
            }
        }
        Need::OfferedInvitations(team, id) => {
            let Some((place, _)) = offered(team, id) else { return };
            let ours = all.invitations.values().filter(|i| i.team == *team && naive::pending(i));
            for invitation in ours.filter(|i| i.places.iter().any(|at| at.place == place)) {
                facts.invitations.insert(invitation.id, invitation.clone());
            }
        }
        _ => {}
    }
}

/// What is wrong with what hangs on the projects of a team.
pub fn state(world: &World, team: TeamId) -> Vec<String> {
    let rows = &world.rows;
    let ours = |place: Place| match place {
        Place::Team => true,
        Place::Project(project) => rows.projects.get(&project).is_some_and(|found| found.team == team),
    };
    let mut wrong = Vec::new();
    let mut check = |what: &str, place: Place| {
        if !ours(place) {
            wrong.push(format!("{what} of team {} hangs on {} of another", team.0, tell::place(place)));
        }
    };
    rows.links.values().filter(|it| it.team == team).for_each(|it| check("a link", it.place));
    rows.images.values().filter(|it| it.team == team).for_each(|it| check("an image", it.place));
    let posts = rows.posts.values().filter(|it| it.team == team);
    posts.for_each(|it| check("a post", Place::Project(it.project)));
    let asks = rows.asks.values().filter(|it| it.team == team && it.is_open());
    asks.for_each(|it| check("an open ask", it.place));
    let waits = rows.invitations.values().filter(|it| it.team == team && naive::pending(it));
    waits.flat_map(|it| &it.places).for_each(|it| check("an invitation", it.place));
    let open = || rows.handovers.values().filter(|it| it.team == team && it.state == HandoverState::Open);
    open().for_each(|it| check("an offer", Place::Project(it.project)));
    let projects: std::collections::BTreeSet<ProjectId> = open().map(|it| it.project).collect();
    if projects.len() != open().count() {
        wrong.push("a project is offered twice".to_owned());
    }
    wrong
}

/// The two teams that a command speaks of, out of one and into the other.
pub fn teams(command: &Command) -> Option<(TeamId, HandoverId, TeamId)> {
    let Command::Handover(team, HandoverCommand::Accept { handover, into, .. }) = command else {
        return None;
    };
    Some((*team, *handover, *into))
}

/// What is wrong with a step that was carried out.
pub fn judge(seen: &Seen<'_>) -> Vec<String> {
    let Command::Handover(team, command) = seen.command else { return Vec::new() };
    let asks = actor(seen.before, seen.asker, seen.now);
    let is_owner = asks.is_some_and(|who| naive::owns(seen.before, *team, who));
    let fine = match command {
        HandoverCommand::Offer { .. } | HandoverCommand::Resend { .. } | HandoverCommand::Withdraw { .. } => {
            is_owner
        }
        HandoverCommand::Decline { handover, .. } => opens(seen.before, *handover, asks, seen.now),
        HandoverCommand::Accept { handover, into, .. } => {
            return taken(seen, (*team, *handover, *into), asks);
        }
    };
    if fine { Vec::new() } else { vec!["A8: somebody else answered or offered a project".to_owned()] }
}

/// Whether an offer opens for somebody.
pub fn opens(world: &World, id: HandoverId, who: Option<PersonId>, now: Timestamp) -> bool {
    let (Some(offer), Some(who)) = (world.rows.handovers.get(&id), who) else { return false };
    let owner = naive::owns(world, offer.team, offer.sent_by)
        && !naive::parked(world, offer.team, offer.sent_by, now);
    let theirs = world.rows.people[&who].address == offer.address;
    owner && theirs && offer.state == HandoverState::Open && now < offer.expires_at
}

/// Whether the team is theirs, and within reach.
pub fn may_take(world: &World, into: TeamId, who: PersonId, now: Timestamp) -> bool {
    naive::owns(world, into, who)
        && !naive::parked(world, into, who, now)
        && naive::merged(world, who, now).is_none()
}

fn taken(
    seen: &Seen<'_>,
    (from, offer, into): (TeamId, HandoverId, TeamId),
    asks: Option<PersonId>,
) -> Vec<String> {
    let (before, after) = (&seen.before.rows, &seen.after.rows);
    let mut wrong = Vec::new();
    let mut check = |holds: bool, what: &str| {
        if !holds {
            wrong.push(format!("A8: {what}"));
        }
    };
    let project = before.handovers[&offer].project;
    let place = Place::Project(project);
    let own = asks.is_some_and(|who| may_take(seen.before, into, who, seen.now));
    check(opens(seen.before, offer, asks, seen.now), "an offer was taken that does not open");
    check(own && from != into, "a project went into a team that is not the recipient's");
    check(after.projects[&project].team == into, "the project did not go");
    check(matches!(after.handovers[&offer].state, HandoverState::Accepted { .. }), "the offer is open still");
    let count = |rows: &Facts, team| {
        let posts = rows.posts.values().filter(|it| it.project == project && it.team == team).count();
        let images = rows.images.values().filter(|it| it.place == place && it.team == team).count();
        (posts, images)
    };
    check(count(after, from) == (0, 0), "posts or images stayed");
    check(count(after, into) == count(before, from), "posts or images were lost");
    check(!after.links.values().any(|link| link.place == place), "a link to it is left");
    let held = after.members.values().any(|member| member.access.projects.contains_key(&project));
    check(!held, "somebody holds something there");
    for (id, member) in before.members.iter().filter(|(_, member)| [from, into].contains(&member.team)) {
        let mut rest = member.access.clone();
        rest.projects.remove(&project);
        check(after.members[id].access == rest, "access to something else changed");
        check(after.members[id].state == member.state, "somebody was put out of a team");
    }
    for team in [from, into] {
        let (old, new) = (&before.teams[&team], &after.teams[&team]);
        check(new.version == old.version + 1 && new.epoch == new.version, "version or epoch did not follow");
        let lines = |world: &World| world.history.get(&team).copied().unwrap_or(0);
        check(lines(seen.after) > lines(seen.before), "a team has no line of history");
    }
    wrong
}
