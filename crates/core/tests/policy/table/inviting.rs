//! Inviting, being invited, and links.

use roster_core::access::{Grant, Place, RoleKey};
use roster_core::command::{InviteRow, Inviting, LinkSettings, Whom};
use roster_core::id::{InvitationId, LinkId, PersonId, TeamId};
use roster_core::model::{InvitationState, JoinMode, LinkState, Merge, Shown};
use roster_core::time::DAY;
use roster_core::{BuiltInRole, Command, Facts, Permission, PermissionSet};

use crate::fixture::{self, NOW, TEAM, address};

use super::{AUTUMN, SPRING, Section, always, given, newcomer, section};

fn invite(to: &str, places: &[(Place, Grant)]) -> Command {
    Command::Invite {
        team: TEAM,
        invitation: InvitationId(99),
        address: address(to),
        places: places.to_vec(),
        raise_cap: None,
    }
}

fn many(whom: Whom, place: Place) -> Command {
    let places = vec![(place, Grant::role(BuiltInRole::Viewer))];
    let rows = vec![InviteRow { invitation: InvitationId(99), whom, places }];
    Command::Inviting(TEAM, Inviting::Many { rows, raise_cap: None })
}

fn edit(invitation: InvitationId, place: Place, role: BuiltInRole) -> Command {
    let edits = vec![(place, Some(Grant::role(role)))];
    Command::Inviting(TEAM, Inviting::Edit { invitation, edits, raise_cap: None })
}

pub(super) fn no_seat_left(facts: &mut Facts) {
    facts.teams.values_mut().for_each(|team| team.cap = 0);
}

pub(super) fn inviting() -> Vec<Section> {
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
            "Invite colleagues and many",
            vec![
                always("mia by who she is", many(Whom::Person(fixture::MIA), SPRING)),
                always("a stranger by who they are", many(Whom::Person(PersonId(98)), SPRING)),
                always("zoe among many", many(Whom::Address(address("zoe")), SPRING)),
                always("zoe among many, to the team", many(Whom::Address(address("zoe")), Place::Team)),
            ],
        ),
        section(
            "Pending invitations: edit",
            vec![
                always("viewer of spring", edit(fixture::TO_NEW_AT_SPRING, SPRING, BuiltInRole::Viewer)),
                always("manager of spring", edit(fixture::TO_NEW_AT_SPRING, SPRING, BuiltInRole::Manager)),
                always("viewer of the team", edit(fixture::TO_NEW, Place::Team, BuiltInRole::Viewer)),
                always("one that is not there", edit(InvitationId(98), SPRING, BuiltInRole::Viewer)),
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

fn take_accounts(facts: &mut Facts) {
    facts.teams.values_mut().for_each(|team| team.join_mode = JoinMode::Merge);
}

fn take_and_taken(facts: &mut Facts) {
    take_accounts(facts);
    let merge = Some(Merge { into: TeamId(98), until: None });
    facts.people.values_mut().for_each(|person| person.merge = merge);
}

fn lose_sender(facts: &mut Facts) {
    let places = facts.invitations.values_mut().flat_map(|invitation| &mut invitation.places);
    places.for_each(|place| place.orphaned = true);
}

pub(super) fn invited() -> Vec<Section> {
    let accept = |invitation, counter| Command::Accept {
        team: TEAM,
        invitation,
        counter,
        newcomer: newcomer(),
        shown: Shown::default(),
    };
    let merged = |parks: &[TeamId]| {
        let shown = Shown { mode: JoinMode::Merge, parks: parks.to_vec() };
        let (invitation, counter) = (fixture::TO_IVY, Some(2));
        Command::Accept { team: TEAM, invitation, counter, newcomer: newcomer(), shown }
    };
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
            "Accept where accounts are merged (to the invitee)",
            vec![
                given("as the page said", take_accounts, merged(&[])),
                given("the page said less", take_accounts, accept(fixture::TO_IVY, Some(2))),
                given("the page said more", take_accounts, merged(&[fixture::TEAM])),
                given("merged elsewhere", take_and_taken, merged(&[])),
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
    Command::SetLink { team: TEAM, link: LinkId(99), place, role: RoleKey::BuiltIn(role), settings }
}

pub(super) fn links() -> Vec<Section> {
    let regenerate = |link| Command::RegenerateLink { team: TEAM, link };
    let join = |link, generation| Command::Join { team: TEAM, link, generation, shown: Shown::default() };
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
