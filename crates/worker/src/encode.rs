//! From core's answers to the contract's shapes: what is sent, and kept for a day under the command's key. It holds no
//! cookie and no secret, so a link's address is added when it goes out.

use roster_core::change::Answer;
use roster_core::command::AccountCommand;
use roster_core::limits::CHALLENGE_MILLIS;
use roster_core::{Command, Denial, Lane, Timestamp};
use roster_store::Reply;
use roster_wire::answers::{
    Asked, Challenge, Done, ImageMade, Invited, InvitedMany, Joined, PostMade, ProjectMade, RoleMade,
    RowProblem, RowResult, SignedIn, TeamMade,
};
use roster_wire::convert;
use roster_wire::json::{self, Written};
use roster_wire::problem::Problem;
use roster_wire::shape;

/// Stands for the route's own status, which the Worker knows.
pub const GOOD: u16 = 200;

/// An invite link as its command answers it, before its address is added.
pub struct LinkStands {
    /// Which one.
    pub link: String,
    /// Its generation now.
    pub generation: u32,
}
shape! { LinkStands { link generation } }

/// What a sweep answers, to cron alone.
pub struct Swept {
    /// How many ends it committed.
    pub rows: u32,
}
shape! { Swept { rows } }

/// Turns the answer to `command`, given at `now`, into what is sent.
pub fn encode(command: &Command, now: Timestamp, answer: &Answer) -> Reply {
    match answer {
        Answer::Done => good(&Done {}),
        Answer::Swept { rows } => good(&Swept { rows: *rows }),
        Answer::Team(team) => good(&TeamMade { team: team.to_string() }),
        Answer::Project(project) => good(&ProjectMade { project: project.to_string() }),
        Answer::Image(image) => good(&ImageMade { image: image.to_string() }),
        Answer::Role(role) => good(&RoleMade { role: role.to_string() }),
        Answer::Post { post, version } => good(&PostMade { post: post.to_string(), version: *version }),
        Answer::Invited { .. } | Answer::Included { .. } => good(&invited(answer)),
        Answer::Many(rows) => good(&InvitedMany { rows: rows.iter().map(row).collect() }),
        Answer::Link { link, generation } => {
            good(&LinkStands { link: link.to_string(), generation: *generation })
        }
        Answer::Asked { ask, at } => good(&Asked { ask: ask.to_string(), asked_at: at.0 }),
        Answer::Joined { newcomer, .. } => good(&joined(command, *newcomer, false)),
        Answer::NothingNew => good(&joined(command, false, true)),
        Answer::Mailed { challenge } => good(&Challenge {
            challenge: challenge.to_string(),
            address: address(command),
            expires_at: now.plus(CHALLENGE_MILLIS).0,
        }),
        Answer::SignedIn { person, newcomer } => {
            good(&SignedIn { person: Some(person.to_string()), newcomer: *newcomer, confirm: None })
        }
        Answer::Confirm { masked } => {
            good(&SignedIn { person: None, newcomer: false, confirm: Some(masked.clone()) })
        }
        Answer::WrongCode => problem(&convert::problem(&Denial::WrongCode, false)),
        Answer::SeatRefused => {
            problem(&convert::problem(&Denial::SeatsFull { needed_cap: 0, total_cents: 0 }, false))
        }
    }
}

fn invited(answer: &Answer) -> Invited {
    let mut invited = Invited { invitation: None, included: None, mail_at: None };
    match answer {
        Answer::Invited { invitation, mail_at } => {
            invited.invitation = Some(invitation.to_string());
            invited.mail_at = Some(mail_at.0);
        }
        Answer::Included { person } => invited.included = Some(person.to_string()),
        _ => {}
    }
    invited
}

/// Prices are left out: the owner's page knows them, and the answer is kept.
fn row(row: &Result<Answer, Denial>) -> RowResult {
    match row {
        Ok(answer) => RowResult { done: Some(invited(answer)), refused: None },
        Err(denial) => {
            let Problem { code, missing, retry_at, .. } = convert::problem(denial, false);
            RowResult { done: None, refused: Some(RowProblem { code, missing, retry_at }) }
        }
    }
}

fn joined(command: &Command, newcomer: bool, nothing_new: bool) -> Joined {
    let team = match command.lane() {
        Lane::Team(team) | Lane::Content(team) => team.to_string(),
        Lane::Account => String::new(),
    };
    Joined { team, newcomer, nothing_new }
}

fn address(command: &Command) -> String {
    match command {
        Command::StartSignIn { address, .. }
        | Command::Account(AccountCommand::StartAddress { address, .. }) => address.as_str().to_owned(),
        _ => String::new(),
    }
}

fn good(shape: &dyn Written) -> Reply {
    Reply { status: GOOD, body: json::text(shape) }
}

/// A problem, as it is sent. One that something is remembered of, the guess that was counted or the owner who was told,
/// is kept too, and is never one with prices.
pub fn problem(problem: &Problem) -> Reply {
    Reply { status: problem.status, body: json::text(problem) }
}
