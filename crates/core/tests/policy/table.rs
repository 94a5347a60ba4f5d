//! The columns of the policy: each command, done to each kind of thing.

mod asks;
pub mod handover;
pub mod images;
mod inviting;
mod members;
mod roles;

use roster_core::access::Place;
use roster_core::change::{Tally, TallyKey};
use roster_core::command::{
    AccountCommand, AskCommand, HandoverCommand, ImageCommand, Inviting, NewSession, Newcomer, RoleCommand,
    SignInProof, TeamCommand,
};
use roster_core::id::{ChallengeId, ImageId, PersonId, ProjectId, SessionId, TeamId};
use roster_core::limits::{CHALLENGES_PER_ADDRESS_AND_DAY, TEAMS_PER_OWNER};
use roster_core::model::{Digest, Language, Muted};
use roster_core::text::{Body, Name, Title};
use roster_core::{Command, Facts};

use asks::asks;
use handover::handover;
use images::images;
use inviting::{invited, inviting, links};
use members::{members, money, posts};

use roles::roles;

use super::fixture::{self, Actor, NOW, TEAM, address};

/// A command, done to one thing by whoever asks, over the fixture with something else about it.
pub struct Column {
    pub name: &'static str,
    pub command: Box<dyn Fn(&Actor) -> Command>,
    pub given: fn(&mut Facts),
}

/// A grid: who asks, and what it is done to.
pub struct Section {
    pub name: &'static str,
    pub columns: Vec<Column>,
}

fn column(name: &'static str, command: impl Fn(&Actor) -> Command + 'static) -> Column {
    Column { name, command: Box::new(command), given: |_| {} }
}

fn always(name: &'static str, command: Command) -> Column {
    column(name, move |_| command.clone())
}

fn given(name: &'static str, given: fn(&mut Facts), command: Command) -> Column {
    Column { name, command: Box::new(move |_| command.clone()), given }
}

fn newcomer() -> Newcomer {
    let session = NewSession { id: SessionId(777), digest: Digest([77; 32]) };
    Newcomer { person: PersonId(777), session, language: Language::English }
}

fn text() -> (Title, Body) {
    (Title::parse("another title").expect("a title"), Body::default())
}

fn new_name() -> Name {
    Name::parse("another name").expect("a name")
}

const SPRING: Place = Place::Project(fixture::SPRING);
const AUTUMN: Place = Place::Project(fixture::AUTUMN);

/// All of it, in order.
pub fn sections() -> Vec<Section> {
    [
        account(),
        team(),
        inviting(),
        invited(),
        links(),
        members(),
        roles(),
        asks(),
        money(),
        posts(),
        images(),
        handover(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn section(name: &'static str, columns: Vec<Column>) -> Section {
    Section { name, columns }
}

fn too_many_challenges(facts: &mut Facts) {
    let key = TallyKey::ChallengesOf(address("ivy"));
    let tally =
        Tally { key: key.clone(), day: NOW.day(), count: CHALLENGES_PER_ADDRESS_AND_DAY, last_at: NOW };
    facts.tallies.insert((key, NOW.day()), tally);
}

fn too_many_teams(facts: &mut Facts) {
    facts.people.values_mut().for_each(|person| person.owns = TEAMS_PER_OWNER);
}

fn end(person: PersonId) -> Command {
    Command::Account(AccountCommand::EndSession { session: SessionId(person.0) })
}

fn another_address() -> Command {
    let (challenge, address) = (ChallengeId(9), address("another"));
    Command::Account(AccountCommand::StartAddress { challenge, address, browser: fixture::BROWSER })
}

fn account() -> Vec<Section> {
    let start = || Command::StartSignIn {
        challenge: ChallengeId(9),
        address: address("ivy"),
        browser: fixture::BROWSER,
        language: Language::English,
        known: false,
    };
    let finish =
        |challenge, browser, proof| Command::FinishSignIn { challenge, browser, proof, newcomer: newcomer() };
    let code = |right| SignInProof::Code { right };
    let here = Some(fixture::BROWSER);
    let create = || Command::CreateTeam { team: TeamId(9), name: new_name() };
    vec![
        section(
            "Sign in: ask for a code",
            vec![always("in time", start()), given("over the allowance", too_many_challenges, start())],
        ),
        section(
            "Sign in: answer",
            vec![
                always("right code", finish(fixture::CHALLENGE, here, code(true))),
                always("wrong code", finish(fixture::CHALLENGE, here, code(false))),
                always("right code, too late", finish(fixture::OLD_CHALLENGE, here, code(true))),
                always("other browser's code", finish(fixture::CHALLENGE, None, code(true))),
                always(
                    "link elsewhere",
                    finish(fixture::CHALLENGE, None, SignInProof::Link { confirmed: false }),
                ),
            ],
        ),
        section(
            "One's own account",
            vec![
                always("sign out", Command::SignOut),
                always("sign out everywhere", Command::SignOutEverywhere),
                always("change oneself", Command::ChangeSelf { name: Some(new_name()), language: None }),
                column("end one's session", |actor| end(actor.person)),
                always("end the owner's", end(fixture::OLGA)),
                always("another address", another_address()),
                always("bring a picture of oneself", Command::Account(AccountCommand::Bring)),
                always("turn mails off", Command::Account(AccountCommand::Mute { muted: Muted(1) })),
                always(
                    "show a picture of oneself",
                    Command::Account(AccountCommand::Show { avatar: Some(ImageId(1)) }),
                ),
                always("make a team", create()),
                given("a team too many", too_many_teams, create()),
            ],
        ),
    ]
}

fn team() -> Vec<Section> {
    let rename = |project| Command::RenameProject { team: TEAM, project, name: new_name() };
    let archive = |project| Command::ArchiveProject { team: TEAM, project };
    let reopen = |project| Command::ReopenProject { team: TEAM, project };
    vec![
        section(
            "The team and its projects",
            vec![
                always("rename the team", Command::RenameTeam { team: TEAM, name: new_name() }),
                always(
                    "make a project",
                    Command::CreateProject { team: TEAM, project: ProjectId(99), name: new_name() },
                ),
                always("rename spring", rename(fixture::SPRING)),
                always("rename autumn", rename(fixture::AUTUMN)),
                always("of another team", rename(fixture::FOREIGN)),
            ],
        ),
        section(
            "Archive and reopen",
            vec![
                always("archive spring", archive(fixture::SPRING)),
                always("archive autumn", archive(fixture::AUTUMN)),
                always("reopen old", reopen(fixture::OLD)),
                always("reopen of another team", reopen(fixture::FOREIGN)),
            ],
        ),
    ]
}

/// What a command is called.
pub fn name(command: &Command) -> &'static str {
    match command {
        Command::StartSignIn { .. } => "start_sign_in",
        Command::FinishSignIn { .. } => "finish_sign_in",
        Command::Account(AccountCommand::EndSession { .. }) => "end_session",
        Command::Account(AccountCommand::StartAddress { .. }) => "start_address",
        Command::Account(AccountCommand::FinishAddress { .. }) => "finish_address",
        Command::Account(AccountCommand::End { .. }) => "end_account",
        Command::Account(AccountCommand::Mute { .. }) => "mute",
        Command::Account(AccountCommand::Bring) => "bring",
        Command::Account(AccountCommand::Show { .. }) => "show",
        Command::SignOut => "sign_out",
        Command::SignOutEverywhere => "sign_out_everywhere",
        Command::ChangeSelf { .. } => "change_self",
        Command::CreateTeam { .. } => "create_team",
        Command::RenameTeam { .. } => "rename_team",
        Command::Team(_, TeamCommand::Delete { .. }) => "delete_team",
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
    "end_session",
    "start_address",
    "mute",
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
