//! Tells a story so that a person can follow it: names for people, one line for each step.

use roster_core::access::{Grant, Holds, Place};
use roster_core::command::{AskCommand, HandoverCommand, ImageCommand, Inviting, RoleCommand};
use roster_core::id::PersonId;
use roster_core::{Answer, Asker, Command, Denial, Timestamp};

use super::cast::BEGIN;
use super::world::World;

/// What somebody is called.
pub fn person(world: &World, person: PersonId) -> String {
    world.rows.people.get(&person).map_or_else(
        || format!("unknown {}", person.0),
        |found| found.address.as_str().split('@').next().unwrap_or("?").to_owned(),
    )
}

/// Who asks.
pub fn asker(world: &World, asker: Asker) -> String {
    match asker {
        Asker::Nobody => "(nobody)".to_owned(),
        Asker::Clock => "(time)".to_owned(),
        Asker::Session(digest) => world
            .rows
            .sessions
            .get(&digest)
            .map_or_else(|| "(unknown session)".to_owned(), |session| person(world, session.person)),
    }
}

/// A place.
pub fn place(place: Place) -> String {
    match place {
        Place::Team => "team".to_owned(),
        Place::Project(project) => format!("project {}", project.0),
    }
}

/// A grant.
pub fn grant(grant: Grant) -> String {
    let what = match grant.holds {
        Holds::Role(role) => role.id().to_owned(),
        Holds::Own(role, set) => format!("role {} {:x}", role.0, set.bits()),
        Holds::Custom(set) => {
            let ids: Vec<&str> = set.known().map(roster_core::Permission::id).collect();
            format!("{{{}}}", ids.join(" "))
        }
    };
    grant.until.map_or(what.clone(), |end| format!("{what} until {}", hours(end)))
}

/// An instant, in hours since the story began.
pub fn hours(at: Timestamp) -> String {
    format!("{:.3} h", at.since(BEGIN) as f64 / 3_600_000.0)
}

fn grants<'a>(all: impl Iterator<Item = (Place, Option<&'a Grant>)>) -> String {
    let each: Vec<String> =
        all.map(|(at, g)| format!("{}: {}", place(at), g.map_or("-".to_owned(), |g| grant(*g)))).collect();
    each.join(", ")
}

/// A command.
pub fn command(world: &World, command: &Command) -> String {
    match command {
        Command::Invite { team, address, places, raise_cap, .. } => format!(
            "invite {} to {} with [{}] raise {raise_cap:?}",
            address.as_str(),
            team.0,
            grants(places.iter().map(|(at, g)| (*at, Some(g))))
        ),
        Command::ChangeAccess { team, person: whom, edits, raise_cap } => format!(
            "change access of {} in {} to [{}] raise {raise_cap:?}",
            person(world, *whom),
            team.0,
            grants(edits.iter().map(|(at, g)| (*at, g.as_ref())))
        ),
        Command::Remove { team, person: whom } => format!("remove {} from {}", person(world, *whom), team.0),
        Command::Restore { team, person: whom, raise_cap } => {
            format!("restore {} to {} raise {raise_cap:?}", person(world, *whom), team.0)
        }
        Command::Transfer { team, to } => format!("transfer {} to {}", team.0, person(world, *to)),
        Command::StartSignIn { address, .. } => format!("start sign-in of {}", address.as_str()),
        Command::FinishSignIn { .. } => "finish sign-in".to_owned(),
        Command::Accept { team, invitation, counter, .. } => {
            format!("accept invitation {} to {} with {counter:?}", invitation.0, team.0)
        }
        Command::Join { team, link, generation, .. } => {
            format!("join {} by link {} of {generation}", team.0, link.0)
        }
        other => format!("{other:?}"),
    }
}

/// A step with its outcome.
pub fn step(
    world: &World,
    now: Timestamp,
    by: Asker,
    what: &Command,
    outcome: &Result<Answer, Denial>,
) -> String {
    let outcome = match outcome {
        Ok(answer) => format!("{answer:?}"),
        Err(denial) => format!("DENIED {denial:?}"),
    };
    format!("{:>12}  {}: {}\n              -> {outcome}", hours(now), asker(world, by), command(world, what))
}

/// The teams as they stand, for the end of a failed story.
pub fn teams(world: &World) -> String {
    let mut text = String::new();
    for team in world.rows.teams.values() {
        text += &format!(
            "team {} of {}: {} cap {} seats {:?} members {} projects {} version {} epoch {}\n",
            team.id.0,
            person(world, team.owner),
            team.plan.id(),
            team.cap,
            team.seats,
            team.members,
            team.projects,
            team.version,
            team.epoch
        );
        for member in world.rows.members.values().filter(|member| member.team == team.id) {
            text += &format!(
                "  {} {:?} [{}] seat {} next end {:?} barred {}\n",
                person(world, member.person),
                member.state,
                grants(
                    member
                        .access
                        .team
                        .iter()
                        .map(|g| (Place::Team, Some(g)))
                        .chain(member.access.projects.iter().map(|(p, g)| (Place::Project(*p), Some(g))))
                ),
                member.seat,
                member.next_end.map(hours),
                member.barred
            );
        }
        for i in world.rows.invitations.values().filter(|i| i.team == team.id) {
            text += &format!(
                "  invitation {} to {} {:?} [{}] seat {} counter {} expires {}\n",
                i.id.0,
                i.address.as_str(),
                i.state,
                i.places
                    .iter()
                    .map(|p| format!(
                        "{}: {} by {:?}{}",
                        place(p.place),
                        grant(p.grant),
                        p.sender,
                        if p.orphaned { " ORPHANED" } else { "" }
                    ))
                    .collect::<Vec<_>>()
                    .join(", "),
                i.seat,
                i.counter,
                hours(i.expires_at)
            );
        }
        for link in world.rows.links.values().filter(|link| link.team == team.id) {
            text += &format!("  {link:?}\n");
        }
    }
    text
}

/// What a command is called.
pub fn name(command: &Command) -> &'static str {
    match command {
        Command::StartSignIn { .. } => "start_sign_in",
        Command::FinishSignIn { .. } => "finish_sign_in",
        Command::SignOut => "sign_out",
        Command::Account(_) => "account",
        Command::SignOutEverywhere => "sign_out_everywhere",
        Command::ChangeSelf { .. } => "change_self",
        Command::CreateTeam { .. } => "create_team",
        Command::RenameTeam { .. } => "rename_team",
        Command::Team(..) => "delete_team",
        Command::CreateProject { .. } => "create_project",
        Command::RenameProject { .. } => "rename_project",
        Command::ArchiveProject { .. } => "archive_project",
        Command::ReopenProject { .. } => "reopen_project",
        Command::Invite { .. } => "invite",
        Command::Inviting(_, Inviting::Many { .. }) => "invite_many",
        Command::Inviting(_, Inviting::Edit { .. }) => "edit_invitation",
        Command::Resend { .. } => "resend",
        Command::Withdraw { .. } => "withdraw",
        Command::Accept { .. } => "accept",
        Command::Decline { .. } => "decline",
        Command::AskAgain { .. } => "ask_again",
        Command::SetLink { .. } => "set_link",
        Command::RegenerateLink { .. } => "regenerate_link",
        Command::Join { .. } => "join",
        Command::Role(_, RoleCommand::Make { .. }) => "make_role",
        Command::Role(_, RoleCommand::Change { .. }) => "change_role",
        Command::Role(_, RoleCommand::Delete { .. }) => "delete_role",
        Command::ChangeAccess { .. } => "change_access",
        Command::Remove { .. } => "remove",
        Command::RemoveFromProject { .. } => "remove_from_project",
        Command::Ask(_, AskCommand::Send { .. }) => "ask",
        Command::Ask(_, AskCommand::Grant { .. }) => "grant_ask",
        Command::Ask(_, AskCommand::Decline { .. }) => "decline_ask",
        Command::Restore { .. } => "restore",
        Command::Leave { .. } => "leave",
        Command::LeaveProject { .. } => "leave_project",
        Command::ChangePlan { .. } => "change_plan",
        Command::SetCap { .. } => "set_cap",
        Command::SetJoinMode { .. } => "set_join_mode",
        Command::Transfer { .. } => "transfer",
        Command::Handover(_, HandoverCommand::Offer { .. }) => "offer_project",
        Command::Handover(_, HandoverCommand::Resend { .. }) => "resend_offer",
        Command::Handover(_, HandoverCommand::Withdraw { .. }) => "withdraw_offer",
        Command::Handover(_, HandoverCommand::Decline { .. }) => "decline_project",
        Command::Handover(_, HandoverCommand::Accept { .. }) => "accept_project",
        Command::Image(_, _, what) => match what {
            ImageCommand::Add { .. } => "add_image",
            ImageCommand::Finish => "finish_image",
            ImageCommand::Rename(_) => "rename_image",
            ImageCommand::Delete => "delete_image",
            ImageCommand::Restore => "restore_image",
        },
        Command::Sweep { .. } => "sweep",
        Command::CreatePost { .. } => "create_post",
        Command::EditPost { .. } => "edit_post",
        Command::SetTime { .. } => "set_time",
        Command::MovePost { .. } => "move_post",
    }
}

/// Every command, by name.
pub const COMMANDS: &[&str] = &[
    "start_sign_in",
    "finish_sign_in",
    "sign_out",
    "sign_out_everywhere",
    "change_self",
    "create_team",
    "rename_team",
    "create_project",
    "rename_project",
    "archive_project",
    "reopen_project",
    "invite",
    "invite_many",
    "edit_invitation",
    "resend",
    "withdraw",
    "accept",
    "decline",
    "ask_again",
    "set_link",
    "regenerate_link",
    "join",
    "make_role",
    "change_role",
    "delete_role",
    "change_access",
    "remove",
    "remove_from_project",
    "ask",
    "grant_ask",
    "decline_ask",
    "restore",
    "leave",
    "leave_project",
    "change_plan",
    "set_cap",
    "set_join_mode",
    "transfer",
    "offer_project",
    "withdraw_offer",
    "decline_project",
    "accept_project",
    "add_image",
    "finish_image",
    "rename_image",
    "delete_image",
    "restore_image",
    "sweep",
    "create_post",
    "edit_post",
    "set_time",
    "move_post",
];
