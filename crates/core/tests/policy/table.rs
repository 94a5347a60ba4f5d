//! The columns of the policy: each command, done to each kind of thing.

use roster_core::access::{Grant, Place};
use roster_core::change::{Tally, TallyKey};
use roster_core::command::{LinkSettings, NewSession, Newcomer, SignInProof, Step};
use roster_core::id::{ChallengeId, InvitationId, LinkId, PersonId, PostId, ProjectId, SessionId, TeamId};
use roster_core::limits::{CHALLENGES_PER_ADDRESS_AND_DAY, TEAMS_PER_OWNER};
use roster_core::model::{Digest, InvitationState, LinkState};
use roster_core::text::{Body, Name, Title};
use roster_core::time::{DAY, HOUR};
use roster_core::{BuiltInRole, Command, Facts, Permission, PermissionSet, Plan, Timestamp};

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
    Newcomer { person: PersonId(777), session }
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
    [account(), team(), inviting(), invited(), links(), members(), money(), posts()]
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

fn account() -> Vec<Section> {
    let start = || Command::StartSignIn {
        challenge: ChallengeId(9),
        address: address("ivy"),
        browser: fixture::BROWSER,
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
                always("rename oneself", Command::RenameSelf { name: new_name() }),
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

fn invite(to: &str, places: &[(Place, Grant)]) -> Command {
    Command::Invite {
        team: TEAM,
        invitation: InvitationId(99),
        address: address(to),
        places: places.to_vec(),
        raise_cap: None,
    }
}

fn no_seat_left(facts: &mut Facts) {
    facts.teams.values_mut().for_each(|team| team.cap = 0);
}

fn inviting() -> Vec<Section> {
    let role = |role| Grant::role(role);
    let resend = |invitation| Command::Resend { team: TEAM, invitation, raise_cap: None };
    let withdraw = |invitation| Command::Withdraw { team: TEAM, invitation };
    let for_a_day = Grant { until: Some(NOW.plus(DAY)), ..Grant::role(BuiltInRole::Viewer) };
    let lacking: PermissionSet = [Permission::PostsPublish].into_iter().collect();
    let team_only: PermissionSet = [Permission::ProjectsManage].into_iter().collect();
    vec![
        section(
            "Invite somebody",
            vec![
                always("viewer of the team", invite("zoe", &[(Place::Team, role(BuiltInRole::Viewer))])),
                always("manager of the team", invite("zoe", &[(Place::Team, role(BuiltInRole::Manager))])),
                always("viewer of spring", invite("zoe", &[(SPRING, role(BuiltInRole::Viewer))])),
                always("editor of spring", invite("zoe", &[(SPRING, role(BuiltInRole::Editor))])),
                always("manager of autumn", invite("zoe", &[(AUTUMN, role(BuiltInRole::Manager))])),
                always("viewer for a day", invite("zoe", &[(SPRING, for_a_day)])),
            ],
        ),
        section(
            "Invite in odd ways",
            vec![
                always("nowhere", invite("zoe", &[])),
                always(
                    "to another team's",
                    invite("zoe", &[(Place::Project(fixture::FOREIGN), role(BuiltInRole::Viewer))]),
                ),
                always("not closed", invite("zoe", &[(SPRING, Grant::custom(lacking))])),
                always("team's mark at spring", invite("zoe", &[(SPRING, Grant::custom(team_only))])),
                given(
                    "with no seat left",
                    no_seat_left,
                    invite("zoe", &[(SPRING, role(BuiltInRole::Editor))]),
                ),
            ],
        ),
        section(
            "Invite somebody known",
            vec![
                always("mia as manager", invite("mia", &[(SPRING, role(BuiltInRole::Manager))])),
                always("pia as editor", invite("pia", &[(AUTUMN, role(BuiltInRole::Editor))])),
                always("the removed rex", invite("rex", &[(SPRING, role(BuiltInRole::Viewer))])),
                always("the owner", invite("olga", &[(SPRING, role(BuiltInRole::Viewer))])),
                always("the invited new2", invite("new2", &[(SPRING, role(BuiltInRole::Editor))])),
            ],
        ),
        section(
            "Pending invitations: send again",
            vec![
                always("editor of the team", resend(fixture::TO_NEW)),
                always("viewer of spring", resend(fixture::TO_NEW_AT_SPRING)),
                always("editor of spring", resend(fixture::TO_NEW_BY_MAX)),
                always("one that is not there", resend(InvitationId(98))),
            ],
        ),
        section(
            "Pending invitations: delete",
            vec![
                always("of the team", withdraw(fixture::TO_NEW)),
                always("of spring", withdraw(fixture::TO_NEW_AT_SPRING)),
                always("one that is not there", withdraw(InvitationId(98))),
            ],
        ),
    ]
}

fn close(facts: &mut Facts, state: InvitationState) {
    facts.invitations.values_mut().for_each(|invitation| invitation.state = state);
}

fn expire(facts: &mut Facts) {
    facts.invitations.values_mut().for_each(|invitation| invitation.expires_at = NOW);
}

fn lose_sender(facts: &mut Facts) {
    let places = facts.invitations.values_mut().flat_map(|invitation| &mut invitation.places);
    places.for_each(|place| place.orphaned = true);
}

fn invited() -> Vec<Section> {
    let accept =
        |invitation, counter| Command::Accept { team: TEAM, invitation, counter, newcomer: newcomer() };
    let decline = |counter| Command::Decline { team: TEAM, invitation: fixture::TO_IVY, counter };
    let ask = |counter| Command::AskAgain { team: TEAM, invitation: fixture::TO_IVY, counter };
    vec![
        section(
            "Accept an invitation (to the invitee)",
            vec![
                always("by its mail", accept(fixture::TO_IVY, Some(2))),
                always("from the list", accept(fixture::TO_IVY, None)),
                always("by an older mail", accept(fixture::TO_IVY, Some(1))),
                given("expired", expire, accept(fixture::TO_IVY, Some(2))),
                given(
                    "withdrawn",
                    |facts| close(facts, InvitationState::Withdrawn { at: NOW }),
                    accept(fixture::TO_IVY, Some(2)),
                ),
                given("its sender lost it", lose_sender, accept(fixture::TO_IVY, Some(2))),
            ],
        ),
        section(
            "Accept an invitation to an address with no account",
            vec![
                always("by its mail", accept(fixture::TO_NEW, Some(2))),
                always("from a list", accept(fixture::TO_NEW, None)),
                always("one that is not there", accept(InvitationId(98), Some(1))),
            ],
        ),
        section(
            "Decline, and ask for a new one (to the invitee)",
            vec![
                always("decline by its mail", decline(Some(2))),
                always("decline from the list", decline(None)),
                always("ask by its mail", ask(2)),
                given("ask when expired", expire, ask(2)),
                always("ask by a mail to come", ask(3)),
            ],
        ),
    ]
}

fn set_link(place: Place, role: BuiltInRole, state: LinkState) -> Command {
    let settings = LinkSettings { state, expires_at: None, max_uses: None, domain: None };
    Command::SetLink { team: TEAM, link: LinkId(99), place, role, settings }
}

fn links() -> Vec<Section> {
    let regenerate = |link| Command::RegenerateLink { team: TEAM, link };
    let join = |link, generation| Command::Join { team: TEAM, link, generation };
    vec![
        section(
            "Invite links: make",
            vec![
                always("viewer of the team", set_link(Place::Team, BuiltInRole::Viewer, LinkState::On)),
                always("viewer of spring", set_link(SPRING, BuiltInRole::Viewer, LinkState::On)),
                always("editor of spring", set_link(SPRING, BuiltInRole::Editor, LinkState::On)),
                always("turn off", set_link(SPRING, BuiltInRole::Editor, LinkState::Off)),
                always("manager of spring", set_link(SPRING, BuiltInRole::Manager, LinkState::On)),
            ],
        ),
        section(
            "Invite links: regenerate",
            vec![
                always("viewer of the team", regenerate(fixture::LINK)),
                always("editor of spring", regenerate(fixture::LINK_AT_SPRING)),
                always("one that is not there", regenerate(LinkId(98))),
            ],
        ),
        section(
            "Join by a link",
            vec![
                always("viewer of the team", join(fixture::LINK, 2)),
                always("editor of spring", join(fixture::LINK_AT_SPRING, 2)),
                always("by its older address", join(fixture::LINK, 1)),
                always("turned off", join(fixture::LINK_OFF, 2)),
                given("with no seat left", no_seat_left, join(fixture::LINK_AT_SPRING, 2)),
            ],
        ),
    ]
}

fn change(person: PersonId, place: Place, grant: Option<Grant>) -> Command {
    Command::ChangeAccess { team: TEAM, person, edits: vec![(place, grant)], raise_cap: None }
}

fn members() -> Vec<Section> {
    let role = |role| Some(Grant::role(role));
    let remove = |person| Command::Remove { team: TEAM, person };
    let from = |person, project| Command::RemoveFromProject { team: TEAM, person, project };
    let restore = |person| Command::Restore { team: TEAM, person, raise_cap: None };
    let leave = |project| Command::LeaveProject { team: TEAM, project };
    let past = Some(Grant { until: Some(NOW.plus(-HOUR)), ..Grant::role(BuiltInRole::Viewer) });
    vec![
        section(
            "Change the access of the editor mia",
            vec![
                always("to viewer", change(fixture::MIA, Place::Team, role(BuiltInRole::Viewer))),
                always("to SMM", change(fixture::MIA, Place::Team, role(BuiltInRole::SmmSpecialist))),
                always("to manager", change(fixture::MIA, Place::Team, role(BuiltInRole::Manager))),
                always("to no access", change(fixture::MIA, Place::Team, Some(Grant::NOTHING))),
                always("to editor in spring", change(fixture::MIA, SPRING, role(BuiltInRole::Editor))),
                always("with an end long past", change(fixture::MIA, Place::Team, past)),
            ],
        ),
        section(
            "Change the access of pia, viewer of spring",
            vec![
                always("to writer there", change(fixture::PIA, SPRING, role(BuiltInRole::Writer))),
                always("to manager there", change(fixture::PIA, SPRING, role(BuiltInRole::Manager))),
                always("to nothing there", change(fixture::PIA, SPRING, None)),
                always("to viewer of autumn", change(fixture::PIA, AUTUMN, role(BuiltInRole::Viewer))),
                always("to viewer of the team", change(fixture::PIA, Place::Team, role(BuiltInRole::Viewer))),
            ],
        ),
        section(
            "Change the access of others",
            vec![
                column("one's own", |actor| {
                    change(actor.person, SPRING, Some(Grant::role(BuiltInRole::Viewer)))
                }),
                always("the owner's", change(fixture::OLGA, SPRING, Some(Grant::NOTHING))),
                always("a stranger's", change(fixture::STRANGER, SPRING, role(BuiltInRole::Viewer))),
                always(
                    "at another team's",
                    change(fixture::PIA, Place::Project(fixture::FOREIGN), role(BuiltInRole::Viewer)),
                ),
                given(
                    "with no seat left",
                    no_seat_left,
                    change(fixture::PIA, SPRING, role(BuiltInRole::Editor)),
                ),
            ],
        ),
        section(
            "Remove from the team",
            vec![
                always("the editor mia", remove(fixture::MIA)),
                always("pia of spring", remove(fixture::PIA)),
                column("oneself", |actor| Command::Remove { team: TEAM, person: actor.person }),
                always("the owner", remove(fixture::OLGA)),
                always("a stranger", remove(fixture::STRANGER)),
            ],
        ),
        section(
            "Remove from a project",
            vec![
                always("mia from spring", from(fixture::MIA, fixture::SPRING)),
                always("mia from autumn", from(fixture::MIA, fixture::AUTUMN)),
                always("pia from spring", from(fixture::PIA, fixture::SPRING)),
                always("pia from autumn", from(fixture::PIA, fixture::AUTUMN)),
                always("the owner from spring", from(fixture::OLGA, fixture::SPRING)),
            ],
        ),
        section(
            "Restore and leave",
            vec![
                always("restore the removed rex", restore(fixture::REX)),
                always("restore mia", restore(fixture::MIA)),
                always("leave the team", Command::Leave { team: TEAM }),
                always("leave spring", leave(fixture::SPRING)),
                always("leave another team's", leave(fixture::FOREIGN)),
            ],
        ),
        section(
            "Transfer the team",
            vec![
                always("to the editor mia", Command::Transfer { team: TEAM, to: fixture::MIA }),
                always("to pia of spring", Command::Transfer { team: TEAM, to: fixture::PIA }),
                always("to nona, no access", Command::Transfer { team: TEAM, to: fixture::NONA }),
                always("to a stranger", Command::Transfer { team: TEAM, to: fixture::STRANGER }),
                column("to oneself", |actor| Command::Transfer { team: TEAM, to: actor.person }),
            ],
        ),
    ]
}

fn by_invitation_only(facts: &mut Facts) {
    facts.sessions.values_mut().for_each(|session| session.proof = roster_core::model::Proof::Invitation);
}

fn money() -> Vec<Section> {
    let plan = |plan, cap| Command::ChangePlan { team: TEAM, plan, cap };
    let cap = |cap| Command::SetCap { team: TEAM, cap };
    vec![
        section(
            "Plan and cap",
            vec![
                always("Start", plan(Plan::Start, 0)),
                always("Plus, cap too low", plan(Plan::Plus, 0)),
                always("cap of 500", cap(500)),
                always("cap of 0", cap(0)),
                given("by an invitation's mail", by_invitation_only, cap(500)),
            ],
        ),
        section("The sweep", vec![always("of the team", Command::Sweep { team: TEAM })]),
    ]
}

fn posts() -> Vec<Section> {
    let create = |project| {
        let (title, body) = text();
        Command::CreatePost { team: TEAM, project, post: PostId(9_999), title, body }
    };
    let edit = |post| {
        let (title, body) = text();
        Command::EditPost { team: TEAM, post, version: 1, title, body }
    };
    let at: Option<Timestamp> = Some(NOW.plus(DAY));
    let time = move |post| Command::SetTime { team: TEAM, post, version: 1, at };
    let step = |post, step| Command::MovePost { team: TEAM, post, version: 1, step };
    let own = |actor: &Actor| PostId(fixture::OWN_DRAFT + actor.person.0);
    vec![
        section(
            "Write a post",
            vec![
                always("in spring", create(fixture::SPRING)),
                always("in autumn", create(fixture::AUTUMN)),
                always("in old", create(fixture::OLD)),
                always("in another team's", create(fixture::FOREIGN)),
            ],
        ),
        section(
            "Edit a post",
            vec![
                column("one's own draft", move |actor| edit(own(actor))),
                always("mia's draft", edit(fixture::DRAFT)),
                always("mia's, in review", edit(fixture::IN_REVIEW)),
                always("mia's, published", edit(fixture::PUBLISHED)),
                always("mia's, in autumn", edit(fixture::DRAFT_IN_AUTUMN)),
                always("mia's, in old", edit(fixture::DRAFT_IN_OLD)),
            ],
        ),
        section(
            "Set a post's time",
            vec![
                always("mia's draft", time(fixture::DRAFT)),
                always("in autumn", time(fixture::DRAFT_IN_AUTUMN)),
                always("published", time(fixture::PUBLISHED)),
            ],
        ),
        section(
            "Move a post",
            vec![
                column("own draft to review", move |actor| step(own(actor), Step::SendForReview)),
                always("mia's draft to review", step(fixture::DRAFT, Step::SendForReview)),
                always("approve", step(fixture::IN_REVIEW, Step::Approve)),
                always("return", step(fixture::IN_REVIEW, Step::Return)),
                always("publish", step(fixture::APPROVED, Step::Publish)),
                always("approve a draft", step(fixture::DRAFT, Step::Approve)),
            ],
        ),
    ]
}

/// What a command is called.
pub fn name(command: &Command) -> &'static str {
    match command {
        Command::StartSignIn { .. } => "start_sign_in",
        Command::FinishSignIn { .. } => "finish_sign_in",
        Command::SignOut => "sign_out",
        Command::SignOutEverywhere => "sign_out_everywhere",
        Command::RenameSelf { .. } => "rename_self",
        Command::CreateTeam { .. } => "create_team",
        Command::RenameTeam { .. } => "rename_team",
        Command::CreateProject { .. } => "create_project",
        Command::RenameProject { .. } => "rename_project",
        Command::ArchiveProject { .. } => "archive_project",
        Command::ReopenProject { .. } => "reopen_project",
        Command::Invite { .. } => "invite",
        Command::Resend { .. } => "resend",
        Command::Withdraw { .. } => "withdraw",
        Command::Accept { .. } => "accept",
        Command::Decline { .. } => "decline",
        Command::AskAgain { .. } => "ask_again",
        Command::SetLink { .. } => "set_link",
        Command::RegenerateLink { .. } => "regenerate_link",
        Command::Join { .. } => "join",
        Command::ChangeAccess { .. } => "change_access",
        Command::Remove { .. } => "remove",
        Command::RemoveFromProject { .. } => "remove_from_project",
        Command::Restore { .. } => "restore",
        Command::Leave { .. } => "leave",
        Command::LeaveProject { .. } => "leave_project",
        Command::ChangePlan { .. } => "change_plan",
        Command::SetCap { .. } => "set_cap",
        Command::Transfer { .. } => "transfer",
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
    "rename_self",
    "create_team",
    "rename_team",
    "create_project",
    "rename_project",
    "archive_project",
    "reopen_project",
    "invite",
    "resend",
    "withdraw",
    "accept",
    "decline",
    "ask_again",
    "set_link",
    "regenerate_link",
    "join",
    "change_access",
    "remove",
    "remove_from_project",
    "restore",
    "leave",
    "leave_project",
    "change_plan",
    "set_cap",
    "transfer",
    "sweep",
    "create_post",
    "edit_post",
    "set_time",
    "move_post",
];
