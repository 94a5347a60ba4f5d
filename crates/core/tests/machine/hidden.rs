//! Invariant 10: to those who may not know of a thing, it is as if it were not there. Each step of theirs is
//! decided once more by the core, over the same rows without that thing: the answer must be the same.

use roster_core::access::Place;
use roster_core::command::{AskCommand, HandoverCommand, ImageCommand, Inviting, Way, Whom};
use roster_core::id::{PersonId, ProjectId};
use roster_core::{Answer, Command, Denial};

use super::host::{Host, Memory};
use super::judge::{Seen, actor};
use super::naive;
use super::run::team_of;
use super::world::World;

/// What gives a hidden thing away.
pub fn judge(seen: &Seen<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut compare = |what: &str, without: World| {
        let answer = Memory::of(without).run(seen.command, seen.asker, seen.now);
        if answer != *seen.outcome {
            wrong.push(format!(
                "10: {what} is given away: {:?}, and if it were not there: {answer:?}",
                seen.outcome
            ));
        }
    };
    let asks = actor(seen.before, seen.asker, seen.now);
    if let (Some(team), false) = (team_of(seen.command), carries_token(seen.command)) {
        let is_there =
            |who| naive::is_in(seen.before, team, who) && !naive::parked(seen.before, team, who, seen.now);
        if !asks.is_some_and(is_there) && seen.asker != roster_core::Asker::Clock {
            compare("a team", seen.before.without_team(team));
        }
        for project in projects_of(seen.command, seen.before) {
            let sees = asks.is_some_and(|who| {
                is_there(who) && naive::sees_project(seen.before, team, who, project, seen.now)
            });
            if !sees && !speaks_of_more(seen.command) {
                compare("a project", seen.before.without_project(project));
            }
        }
    }
    if let Some(person) = stranger(seen, asks) {
        compare("an account", seen.before.without_person(person));
    }
    if let (
        Command::Accept { invitation, counter: None, .. }
        | Command::Decline { invitation, counter: None, .. },
        Some(who),
    ) = (seen.command, asks)
    {
        let theirs = seen
            .before
            .rows
            .invitations
            .get(invitation)
            .is_some_and(|i| seen.before.rows.people.get(&who).is_some_and(|p| p.address == i.address));
        if !theirs {
            let mut without = seen.before.clone();
            without.rows.invitations.remove(invitation);
            compare("an invitation", without);
        }
    }
    if let Command::Handover(
        _,
        HandoverCommand::Accept { handover, way: Way::List, .. }
        | HandoverCommand::Decline { handover, way: Way::List },
    ) = seen.command
    {
        let address = |who| seen.before.rows.people.get(&who).map(|person| &person.address);
        let offer = seen.before.rows.handovers.get(handover);
        if offer.is_some_and(|offer| asks.and_then(address) != Some(&offer.address)) {
            let mut without = seen.before.clone();
            without.rows.handovers.remove(handover);
            compare("an offer", without);
        }
    }
    wrong
}

/// A token in the command's path shows that its holder knows of the team.
fn carries_token(command: &Command) -> bool {
    matches!(
        command,
        Command::Accept { .. }
            | Command::Decline { .. }
            | Command::AskAgain { .. }
            | Command::Join { .. }
            | Command::Handover(_, HandoverCommand::Decline { .. })
    )
}

/// Commands that name several places are refused for the first that is amiss, which may be another one.
fn speaks_of_more(command: &Command) -> bool {
    match command {
        Command::Invite { places, .. } => places.len() > 1,
        Command::ChangeAccess { edits, .. } | Command::Inviting(_, Inviting::Edit { edits, .. }) => {
            edits.len() > 1
        }
        Command::Inviting(_, Inviting::Many { rows, .. }) => {
            rows.len() > 1 || rows.iter().any(|row| row.places.len() > 1)
        }
        _ => false,
    }
}

fn projects_of(command: &Command, world: &World) -> Vec<ProjectId> {
    let of_place = |place: &Place| match place {
        Place::Team => None,
        Place::Project(project) => Some(*project),
    };
    match command {
        Command::RenameProject { project, .. }
        | Command::ArchiveProject { project, .. }
        | Command::ReopenProject { project, .. }
        | Command::RemoveFromProject { project, .. }
        | Command::LeaveProject { project, .. }
        | Command::Handover(_, HandoverCommand::Offer { project, .. })
        | Command::CreatePost { project, .. } => vec![*project],
        Command::Invite { places, .. } => places.iter().filter_map(|(place, _)| of_place(place)).collect(),
        Command::Inviting(_, Inviting::Many { rows, .. }) => {
            let places = rows.iter().flat_map(|row| &row.places);
            places.filter_map(|(place, _)| of_place(place)).collect()
        }
        Command::ChangeAccess { edits, .. } | Command::Inviting(_, Inviting::Edit { edits, .. }) => {
            edits.iter().filter_map(|(place, _)| of_place(place)).collect()
        }
        Command::Ask(_, AskCommand::Send { place, .. }) => of_place(place).into_iter().collect(),
        Command::Ask(_, AskCommand::Grant { ask, .. } | AskCommand::Decline { ask }) => {
            world.rows.asks.get(ask).and_then(|ask| of_place(&ask.place)).into_iter().collect()
        }
        Command::SetLink { place, .. } => of_place(place).into_iter().collect(),
        Command::RegenerateLink { link, .. } => {
            world.rows.links.get(link).and_then(|link| of_place(&link.place)).into_iter().collect()
        }
        Command::Image(_, _, ImageCommand::Add { place, .. }) => of_place(place).into_iter().collect(),
        Command::Image(_, image, _) => {
            world.rows.images.get(image).and_then(|image| of_place(&image.place)).into_iter().collect()
        }
        Command::EditPost { post, .. } | Command::SetTime { post, .. } | Command::MovePost { post, .. } => {
            world.rows.posts.get(post).map(|post| post.project).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Somebody with an account of whom the asker may know nothing: whether their address has one must not show.
fn stranger(seen: &Seen<'_>, asks: Option<PersonId>) -> Option<PersonId> {
    let whom = match seen.command {
        Command::StartSignIn { address, .. }
        | Command::Invite { address, .. }
        | Command::Handover(_, HandoverCommand::Offer { address, .. }) => Whom::Address(address.clone()),
        Command::Inviting(_, Inviting::Many { rows, .. }) if rows.len() == 1 => rows.first()?.whom.clone(),
        _ => return None,
    };
    let mut people = seen.before.rows.people.values();
    let person = people.find(|person| match &whom {
        Whom::Address(address) => person.address == *address,
        Whom::Person(id) => person.id == *id,
        Whom::Unreadable(_) => false,
    })?;
    let there = |team, who| seen.before.rows.members.contains_key(&(team, who));
    let met = |who| seen.before.rows.teams.keys().any(|team| there(*team, who) && there(*team, person.id));
    let known = match (&whom, team_of(seen.command)) {
        (Whom::Person(_), _) => asks.is_some_and(met),
        (_, Some(team)) => naive::is_in(seen.before, team, person.id),
        (_, None) => false,
    };
    (!known && asks != Some(person.id)).then_some(person.id)
}

/// Whether an answer says no more than that there is nothing.
pub fn says_nothing(outcome: &Result<Answer, Denial>) -> bool {
    matches!(outcome, Err(Denial::NotFound | Denial::SignInNeeded))
}
