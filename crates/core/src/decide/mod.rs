//! The decision: a command, the facts it needs, who asks and the time go in; changes or a denial come out. One file
//! for each noun says the rules of its commands; this one only sends each command to its file.

mod access;
mod account;
mod act;
mod ask;
mod common;
mod ending;
mod following;
mod giving;
mod handover;
mod image;
mod invite;
mod inviting;
mod join;
mod link;
mod merge;
mod orphan;
mod plan;
mod post;
mod project;
mod reads;
mod redeem;
mod removal;
mod role;
mod seat;
mod sign_in;
mod sweep;
mod team;
#[cfg(test)]
mod tests;
mod transfer;

use crate::change::Decision;
use crate::command::{Asker, Command, Inviting, TeamCommand};
use crate::denial::Denial;
use crate::facts::Facts;
use crate::id::{InvitationId, TeamId};
use crate::time::Timestamp;

// What a page's preview asks, without carrying every other rule.
pub(crate) use access::judge as judge_access;
pub(crate) use ask::granting;
use common::Asking;
pub(crate) use giving::{Giver, may_invite};
pub(crate) use post::{Work, after_edit, after_time, may_edit, may_step, next_stage};
use redeem::Followed;
pub(crate) use removal::remaining;

pub use handover::{Offered, check_fits};
pub use merge::would_show;
pub use reads::needs;

/// Decides one command over the facts that [`crate::needs()`] named.
///
/// # Errors
/// The reason why it is refused; nothing changes then.
pub fn decide(command: &Command, facts: &Facts, asker: Asker, now: Timestamp) -> Result<Decision, Denial> {
    let asking = |team: &TeamId| Asking::new(facts, *team, asker, now);
    let followed = |team: &TeamId, invitation: &InvitationId, counter: Option<u32>| {
        Followed::new(facts, (*team, *invitation), counter, asker, now)
    };
    match command {
        Command::StartSignIn { challenge, address, browser, language, known } => sign_in::start(
            facts,
            sign_in::new_challenge(*challenge, address, (*browser, *language), now),
            *known,
        ),
        Command::FinishSignIn { challenge, browser, proof, newcomer } => {
            Ok(sign_in::finish(facts, *challenge, *browser, *proof, *newcomer, now))
        }
        Command::SignOut => sign_in::sign_out(facts, asker, now),
        Command::SignOutEverywhere => sign_in::sign_out_everywhere(facts, asker, now),
        Command::ChangeSelf { name, language } => {
            sign_in::change_self(facts, name.as_ref(), *language, asker, now)
        }
        Command::Account(command) => account::decide(facts, command, asker, now),
        Command::CreateTeam { team, name } => team::create(facts, *team, name, asker, now),
        Command::RenameTeam { team, name } => team::rename(&asking(team)?, name),
        Command::Team(team, TeamCommand::Delete { confirmed }) => {
            ending::delete_team(&asking(team)?, confirmed)
        }
        Command::CreateProject { team, project, name } => project::create(&asking(team)?, *project, name),
        Command::RenameProject { team, project, name } => project::rename(&asking(team)?, *project, name),
        Command::ArchiveProject { team, project } => project::archive(&asking(team)?, *project),
        Command::ReopenProject { team, project } => project::reopen(&asking(team)?, *project),
        Command::Invite { team, invitation, address, places, raise_cap } => {
            let raise_cap = *raise_cap;
            let asked = invite::Asked { id: *invitation, address, colleague: None, places, raise_cap };
            invite::invite(&asking(team)?, &asked)
        }
        Command::Inviting(team, Inviting::Many { rows, raise_cap }) => {
            inviting::many(&asking(team)?, asker, rows, *raise_cap)
        }
        Command::Inviting(team, Inviting::Edit { invitation, edits, raise_cap }) => {
            inviting::edit(&asking(team)?, *invitation, edits, *raise_cap)
        }
        Command::Resend { team, invitation, raise_cap } => {
            invite::resend(&asking(team)?, *invitation, *raise_cap)
        }
        Command::Withdraw { team, invitation } => invite::withdraw(&asking(team)?, *invitation),
        Command::Accept { team, invitation, counter, newcomer, shown } => {
            redeem::accept(&followed(team, invitation, *counter)?, *newcomer, shown)
        }
        Command::Decline { team, invitation, counter } => {
            redeem::decline(&followed(team, invitation, *counter)?)
        }
        Command::AskAgain { team, invitation, counter } => {
            redeem::ask_again(&followed(team, invitation, Some(*counter))?)
        }
        Command::SetLink { team, link, place, role, settings } => {
            link::set(&asking(team)?, *link, (*place, *role), settings)
        }
        Command::RegenerateLink { team, link } => link::regenerate(&asking(team)?, *link),
        Command::Join { team, link, generation, shown } => {
            join::join(facts, (*team, *link, *generation), shown, asker, now)
        }
        Command::ChangeAccess { team, person, edits, raise_cap } => {
            access::change(&asking(team)?, *person, edits, *raise_cap)
        }
        Command::Ask(team, command) => ask::decide(&asking(team)?, *command),
        Command::Role(team, command) => role::carry_out(&asking(team)?, command),
        Command::Remove { team, person } => removal::remove(&asking(team)?, *person),
        Command::RemoveFromProject { team, person, project } => {
            removal::remove_from_project(&asking(team)?, *person, *project)
        }
        Command::Restore { team, person, raise_cap } => removal::restore(&asking(team)?, *person, *raise_cap),
        Command::Leave { team } => removal::leave(&asking(team)?),
        Command::LeaveProject { team, project } => removal::leave_project(&asking(team)?, *project),
        Command::ChangePlan { team, plan, cap } => plan::change(&asking(team)?, *plan, *cap),
        Command::SetCap { team, cap } => plan::set_cap(&asking(team)?, *cap),
        Command::SetJoinMode { team, mode } => merge::set_mode(&asking(team)?, *mode),
        Command::Transfer { team, to } => transfer::transfer(&asking(team)?, *to),
        Command::Handover(team, command) => handover::decide(facts, *team, command, asker, now),
        Command::Image(team, id, what) => image::decide(&asking(team)?, *id, what),
        Command::Sweep { team } => sweep::sweep(facts, *team, asker, now),
        Command::CreatePost { team, project, post, title, body } => {
            post::create(&asking(team)?, *project, *post, title, body)
        }
        Command::EditPost { team, post, version, title, body } => {
            post::edit(&asking(team)?, (*post, *version), title, body)
        }
        Command::SetTime { team, post, version, at } => {
            post::set_time(&asking(team)?, (*post, *version), *at)
        }
        Command::MovePost { team, post, version, step } => {
            post::step(&asking(team)?, (*post, *version), *step)
        }
    }
}
