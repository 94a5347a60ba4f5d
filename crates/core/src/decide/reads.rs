//! Which facts each command needs. Every path starts at a key of the command or at the asker's session, so that all
//! of them are read at once; what is done with them is decided next door.

use crate::access::{Grant, Place, RoleKey};
use crate::change::TallyKey;
use crate::command::{
    AccountCommand, AskCommand, Asker, Command, HandoverCommand, ImageCommand, Inviting, Lane, RoleCommand,
    Whom,
};
use crate::email::Address;
use crate::id::{ImageId, InvitationId, PersonId, PostId, TeamId};
use crate::limits::{PLACES_PER_COMMAND, ROWS_PER_COMMAND, SWEEP_ROWS};
use crate::model::{Digest, JoinMode, Shown};
use crate::needs::{Need, OwnTally, Whose};
use crate::time::{DAY, Timestamp};

/// The facts that `command` needs when `asker` asks at `now`.
pub fn needs(command: &Command, asker: Asker, now: Timestamp) -> Vec<Need> {
    let mut needs = of_asker(command.lane(), asker);
    needs.extend(of_command(command, session_of(asker), now));
    needs
}

const fn session_of(asker: Asker) -> Option<Digest> {
    match asker {
        Asker::Session(digest) => Some(digest),
        Asker::Nobody | Asker::Clock => None,
    }
}

fn of_asker(lane: Lane, asker: Asker) -> Vec<Need> {
    let session = session_of(asker);
    match lane {
        Lane::Account => session.map(Need::Session).into_iter().collect(),
        Lane::Team(team) | Lane::Content(team) => {
            let mine = session.map(|digest| [Need::Session(digest), Need::Standing(team, digest)]);
            std::iter::once(Need::Team(team)).chain(mine.into_iter().flatten()).collect()
        }
    }
}

fn of_command(command: &Command, session: Option<Digest>, now: Timestamp) -> Vec<Need> {
    match command {
        Command::SignOut
        | Command::SignOutEverywhere
        | Command::ChangeSelf { .. }
        | Command::CreateTeam { .. }
        | Command::RenameTeam { .. }
        | Command::Team(..)
        | Command::SetJoinMode { .. }
        | Command::CreateProject { .. } => Vec::new(),
        Command::StartSignIn { address, known, .. } => {
            vec![Need::Tally(super::sign_in::tally_key(address, *known), now.day())]
        }
        Command::FinishSignIn { challenge, .. } => {
            vec![Need::Challenge(*challenge), Need::ChallengePerson(*challenge)]
        }
        Command::Account(command) => account(command, session, now),
        Command::RenameProject { team, project, .. }
        | Command::ArchiveProject { team, project }
        | Command::ReopenProject { team, project }
        | Command::CreatePost { team, project, .. } => vec![Need::Project(*team, *project)],
        Command::Invite { team, address, places, .. } => invite(*team, address, places, session, now),
        Command::Inviting(team, inviting) => self::inviting(*team, inviting, session, now),
        Command::Resend { team, invitation, .. } => resend(*team, *invitation, now),
        Command::Withdraw { team, invitation } => vec![Need::Invitation(*team, *invitation)],
        Command::Accept { team, invitation, shown, .. } => {
            let mut needs = accept(*team, *invitation, now);
            // Only who is signed in as the addressee may have asked for anything; a newcomer has not.
            needs.extend(open_asks_of_asker(*team, session));
            needs.extend(parked(shown, session));
            needs
        }
        Command::Decline { team, invitation, .. } | Command::AskAgain { team, invitation, .. } => vec![
            Need::Invitation(*team, *invitation),
            Need::InvitationSenders(*team, *invitation),
            Need::Invitee(*team, *invitation),
        ],
        Command::SetLink { team, place, role, .. } => {
            let mut needs = projects(*team, std::iter::once(*place));
            needs.push(Need::LinkAt(*team, *place, *role));
            needs.extend(own_role(*team, *role));
            needs
        }
        Command::RegenerateLink { team, link } => vec![Need::Link(*team, *link)],
        Command::Join { team, link, shown, .. } => {
            let pending = session.map(|digest| Need::InvitationToAsker(*team, digest));
            let mut needs = vec![Need::Link(*team, *link), refused(*team, now)];
            needs.extend(seats(*team, now));
            needs.extend(pending);
            needs.extend(open_asks_of_asker(*team, session));
            needs.extend(parked(shown, session));
            needs
        }
        Command::ChangeAccess { team, person, edits, .. } => {
            let mut needs = projects(*team, edits.iter().map(|(place, _)| *place));
            needs.extend(own_roles(*team, edits.iter().filter_map(|(_, grant)| *grant)));
            needs.extend(member_who_gives(*team, *person));
            needs.extend(seats(*team, now));
            needs
        }
        Command::Ask(team, command) => ask(*team, *command, session, now),
        Command::Role(team, command) => role(*team, command, now),
        Command::Remove { team, person } => removed(*team, *person),
        Command::RemoveFromProject { team, person, project } => {
            let mut needs = removed(*team, *person);
            needs.push(Need::Project(*team, *project));
            needs
        }
        Command::Restore { team, person, .. } => {
            let mut needs = vec![Need::Member(*team, *person)];
            needs.extend(seats(*team, now));
            needs
        }
        Command::Leave { team } => leaving(*team, session),
        Command::LeaveProject { team, project } => {
            let mut needs = leaving(*team, session);
            needs.push(Need::Project(*team, *project));
            needs
        }
        Command::ChangePlan { team, .. } | Command::SetCap { team, .. } => seats(*team, now).into(),
        Command::Transfer { team, to } => {
            let mut needs = given_by_asker(*team, session);
            needs.extend(member_who_gives(*team, *to));
            needs
        }
        Command::Handover(team, command) => handover(*team, command, session, now),
        Command::Image(team, image, what) => image_and_place(*team, *image, what),
        Command::Sweep { team } => vec![Need::Due(*team, now, SWEEP_ROWS)],
        Command::EditPost { team, post, .. } | Command::SetTime { team, post, .. } => {
            vec![Need::Post(*team, *post)]
        }
        Command::MovePost { team, post, .. } => post_and_author(*team, *post),
    }
}

fn invite(
    team: TeamId,
    address: &Address,
    places: &[(Place, Grant)],
    session: Option<Digest>,
    now: Timestamp,
) -> Vec<Need> {
    let mut needs = projects(team, places.iter().map(|(place, _)| *place));
    needs.extend(own_roles(team, places.iter().map(|(_, grant)| *grant)));
    needs.extend(seats(team, now));
    needs.push(Need::Tally(TallyKey::InvitationsOf(team), now.day()));
    needs.extend(own_tally(OwnTally::Invitations, session, now));
    needs.extend(to_address(team, address, now));
    needs
}

fn own_tally(tally: OwnTally, session: Option<Digest>, now: Timestamp) -> Option<Need> {
    session.map(|digest| Need::OwnTally(tally, digest, now.day()))
}

fn to_address(team: TeamId, address: &Address, now: Timestamp) -> [Need; 6] {
    let mails = || TallyKey::MailsTo(address.clone());
    [
        Need::MemberByAddress(team, address.clone()),
        Need::GivenByAddress(team, address.clone()),
        Need::InvitationTo(team, address.clone()),
        Need::OpenAsks(team, Whose::Address(address.clone())),
        Need::Tally(mails(), now.day()),
        Need::Tally(mails(), now.next_day().day()),
    ]
}

/// Of many rows together, so that what they share is named once.
fn inviting(team: TeamId, inviting: &Inviting, session: Option<Digest>, now: Timestamp) -> Vec<Need> {
    let mut needs = seats(team, now).to_vec();
    match inviting {
        Inviting::Edit { invitation, edits, .. } => {
            needs.push(Need::Invitation(team, *invitation));
            needs.extend(projects(team, edits.iter().map(|(place, _)| *place)));
            needs.extend(own_roles(team, edits.iter().filter_map(|(_, grant)| *grant)));
        }
        Inviting::Many { rows, .. } => {
            needs.push(Need::Tally(TallyKey::InvitationsOf(team), now.day()));
            needs.extend(own_tally(OwnTally::Invitations, session, now));
            for row in rows.iter().take(ROWS_PER_COMMAND) {
                needs.extend(projects(team, row.places.iter().map(|(place, _)| *place)));
                needs.extend(own_roles(team, row.places.iter().map(|(_, grant)| *grant)));
                needs.extend(invited(team, &row.whom, session, now));
            }
        }
    }
    needs
}

fn invited(team: TeamId, whom: &Whom, session: Option<Digest>, now: Timestamp) -> Vec<Need> {
    match whom {
        Whom::Address(address) => to_address(team, address, now).into(),
        Whom::Person(person) => {
            let mut needs = member_who_gives(team, *person);
            needs.extend([
                Need::InvitationToPerson(team, *person),
                Need::MailsToPerson(*person, now.day()),
                Need::MailsToPerson(*person, now.next_day().day()),
            ]);
            needs.extend(session.map(|digest| Need::Shared(digest, *person)));
            needs
        }
        Whom::Unreadable(_) => Vec::new(),
    }
}

fn resend(team: TeamId, invitation: InvitationId, now: Timestamp) -> Vec<Need> {
    let [due, owner] = seats(team, now);
    vec![
        Need::Invitation(team, invitation),
        due,
        owner,
        Need::MailsToInvitee(team, invitation, now.day()),
        Need::MailsToInvitee(team, invitation, now.next_day().day()),
    ]
}

fn accept(team: TeamId, invitation: InvitationId, now: Timestamp) -> Vec<Need> {
    let [due, owner] = seats(team, now);
    vec![
        Need::Invitation(team, invitation),
        Need::InvitationSenders(team, invitation),
        Need::Invitee(team, invitation),
        Need::GivenByInvitee(team, invitation),
        due,
        owner,
        refused(team, now),
    ]
}

fn removed(team: TeamId, person: PersonId) -> Vec<Need> {
    let mut needs = member_who_gives(team, person);
    needs.push(Need::InvitationToMember(team, person));
    needs
}

fn member_who_gives(team: TeamId, person: PersonId) -> Vec<Need> {
    vec![Need::Member(team, person), Need::Given(team, person), Need::OpenAsks(team, Whose::Person(person))]
}

fn given_by_asker(team: TeamId, session: Option<Digest>) -> Vec<Need> {
    session.map(|digest| Need::GivenByAsker(team, digest)).into_iter().collect()
}

fn account(command: &AccountCommand, session: Option<Digest>, now: Timestamp) -> Vec<Need> {
    match command {
        AccountCommand::EndSession { session } => vec![Need::SessionById(*session)],
        AccountCommand::StartAddress { address, .. } => {
            vec![Need::Tally(super::account::tally_key(address), now.day())]
        }
        AccountCommand::FinishAddress { challenge, .. } => vec![
            Need::Challenge(*challenge),
            Need::ChallengePerson(*challenge),
            Need::ChallengeInvitations(*challenge),
        ],
        AccountCommand::Bring => own_tally(OwnTally::Pictures, session, now).into_iter().collect(),
        AccountCommand::Mute { .. } | AccountCommand::Show { .. } | AccountCommand::End { .. } => Vec::new(),
    }
}

fn leaving(team: TeamId, session: Option<Digest>) -> Vec<Need> {
    let mut needs = given_by_asker(team, session);
    needs.extend(open_asks_of_asker(team, session));
    needs
}

fn open_asks_of_asker(team: TeamId, session: Option<Digest>) -> Option<Need> {
    session.map(|digest| Need::OpenAsks(team, Whose::Asker(digest)))
}

fn ask(team: TeamId, command: AskCommand, session: Option<Digest>, now: Timestamp) -> Vec<Need> {
    match command {
        AskCommand::Send { permission, place, .. } => {
            let mut needs = projects(team, std::iter::once(place));
            needs.push(Need::Granters(team, super::ask::where_held(permission, place)));
            needs.extend(open_asks_of_asker(team, session));
            let since = now.plus(DAY.saturating_neg());
            needs.extend(session.map(|digest| Need::AsksSince(team, digest, since)));
            needs
        }
        AskCommand::Grant { ask, .. } => {
            let [due, owner] = seats(team, now);
            vec![Need::Ask(team, ask), due, owner]
        }
        AskCommand::Decline { ask } => vec![Need::Ask(team, ask)],
    }
}

fn post_and_author(team: TeamId, post: PostId) -> Vec<Need> {
    vec![Need::Post(team, post), Need::PostAuthor(team, post)]
}

fn handover(team: TeamId, command: &HandoverCommand, session: Option<Digest>, now: Timestamp) -> Vec<Need> {
    match command {
        HandoverCommand::Offer { project, address, .. } => {
            let mut needs = vec![
                Need::Project(team, *project),
                Need::OpenHandover(team, *project),
                Need::Load(team, *project),
                Need::Tally(TallyKey::InvitationsOf(team), now.day()),
                Need::Tally(TallyKey::MailsTo(address.clone()), now.day()),
            ];
            needs.extend(own_tally(OwnTally::Invitations, session, now));
            needs
        }
        HandoverCommand::Resend { handover } => vec![
            Need::Handover(team, *handover),
            Need::MailsToRecipient(team, *handover, now.day()),
            Need::MailsToRecipient(team, *handover, now.next_day().day()),
        ],
        HandoverCommand::Withdraw { handover } => vec![Need::Handover(team, *handover)],
        HandoverCommand::Decline { handover, .. } => vec![Need::Handover(team, *handover), Need::Owner(team)],
        HandoverCommand::Accept { handover, into, .. } => {
            let mut needs = vec![
                Need::Owner(team),
                Need::Handover(team, *handover),
                Need::OfferedLoad(team, *handover),
                Need::OfferedPeople(team, *handover),
                Need::OfferedInvitations(team, *handover),
                Need::Team(*into),
            ];
            needs.extend(session.map(|digest| Need::Standing(*into, digest)));
            needs
        }
    }
}

fn image_and_place(team: TeamId, image: ImageId, what: &ImageCommand) -> Vec<Need> {
    match what {
        ImageCommand::Add { place, .. } => projects(team, std::iter::once(*place)),
        ImageCommand::Finish | ImageCommand::Rename(_) | ImageCommand::Delete | ImageCommand::Restore => {
            vec![Need::Image(team, image)]
        }
    }
}

/// The projects among the places; a list that is too long is refused before anything of it is looked at.
fn projects(team: TeamId, places: impl Iterator<Item = Place>) -> Vec<Need> {
    let of_place = |place| match place {
        Place::Team => None,
        Place::Project(project) => Some(Need::Project(team, project)),
    };
    places.take(PLACES_PER_COMMAND).filter_map(of_place).collect()
}

/// The roles of the team's own among the grants; of a list that is too long, no more than of a good one.
fn own_roles(team: TeamId, grants: impl Iterator<Item = Grant>) -> Vec<Need> {
    let roles = grants.take(PLACES_PER_COMMAND).filter_map(|grant| grant.holds.role());
    roles.filter_map(|role| own_role(team, role)).collect()
}

const fn own_role(team: TeamId, role: RoleKey) -> Option<Need> {
    match role {
        RoleKey::BuiltIn(_) => None,
        RoleKey::Own(role) => Some(Need::Role(team, role)),
    }
}

/// What hangs on a role is read only where the command may move it.
fn role(team: TeamId, command: &RoleCommand, now: Timestamp) -> Vec<Need> {
    let moving = |role| {
        let mut needs = vec![
            Need::Roles(team),
            Need::RoleHolders(team, role),
            Need::GivenByHolders(team, role),
            Need::RoleWays(team, role),
        ];
        needs.extend(seats(team, now));
        needs
    };
    match command {
        RoleCommand::Make { .. } | RoleCommand::Change { set: None, .. } => vec![Need::Roles(team)],
        RoleCommand::Change { role, set: Some(_), .. } => moving(*role),
        RoleCommand::Delete { role, replacement, .. } => {
            let mut needs = moving(*role);
            needs.push(Need::LinksBeside(team, *role, *replacement));
            needs
        }
    }
}

/// What taking a seat asks for: what is due, and whether the owner is there to pay.
const fn seats(team: TeamId, now: Timestamp) -> [Need; 2] {
    [Need::DueSeats(team, now, SWEEP_ROWS), Need::Owner(team)]
}

/// The teams that a merge would park; nobody looks for them where the page spoke of none.
fn parked(shown: &Shown, session: Option<Digest>) -> Option<Need> {
    match shown.mode {
        JoinMode::SideBySide => None,
        JoinMode::Merge => session.map(Need::Owned),
    }
}

const fn refused(team: TeamId, now: Timestamp) -> Need {
    Need::Tally(TallyKey::SeatRefused(team), now.day())
}
