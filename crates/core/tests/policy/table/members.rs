//! Members, plan and cap, and posts.

use roster_core::access::{Grant, Place};
use roster_core::command::{Step, TeamCommand};
use roster_core::id::{PersonId, PostId};
use roster_core::text::Name;
use roster_core::time::{DAY, HOUR};
use roster_core::{BuiltInRole, Command, Facts, Plan, Timestamp};

use crate::fixture::{self, Actor, NOW, TEAM};

use super::inviting::no_seat_left;
use super::{AUTUMN, SPRING, Section, always, column, given, section, text};

fn change(person: PersonId, place: Place, grant: Option<Grant>) -> Command {
    Command::ChangeAccess { team: TEAM, person, edits: vec![(place, grant)], raise_cap: None }
}

pub(super) fn members() -> Vec<Section> {
    let role = |role| Some(Grant::role(role));
    let remove = |person| Command::Remove { team: TEAM, person };
    let from = |person, project| Command::RemoveFromProject { team: TEAM, person, project };
    let restore = |person| Command::Restore { team: TEAM, person, raise_cap: None };
    let leave = |project| Command::LeaveProject { team: TEAM, project };
    let sooner = Some(Grant { until: Some(NOW.plus(HOUR)), ..Grant::role(BuiltInRole::Editor) });
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
                always("to end in an hour", change(fixture::MIA, Place::Team, sooner)),
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
        section(
            "Delete the team",
            vec![
                always("by its name", delete("team")),
                always("by another name", delete("teem")),
                given("with no mailed code", by_invitation_only, delete("team")),
            ],
        ),
    ]
}

fn delete(typed: &str) -> Command {
    let confirmed = Name::parse(typed).expect("a name");
    Command::Team(TEAM, TeamCommand::Delete { confirmed })
}

fn by_invitation_only(facts: &mut Facts) {
    facts.sessions.values_mut().for_each(|session| session.proof = roster_core::model::Proof::Invitation);
}

/// The accounts of all are merged into another team.
fn away(facts: &mut Facts) {
    let merge = roster_core::model::Merge { into: roster_core::id::TeamId(98), until: None };
    facts.people.values_mut().for_each(|person| person.merge = Some(merge));
}

pub(super) fn money() -> Vec<Section> {
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
        section(
            "Join mode",
            vec![
                always(
                    "to merge",
                    Command::SetJoinMode { team: TEAM, mode: roster_core::model::JoinMode::Merge },
                ),
                given(
                    "of one's parked team",
                    away,
                    Command::SetJoinMode { team: TEAM, mode: roster_core::model::JoinMode::Merge },
                ),
            ],
        ),
        section("The sweep", vec![always("of the team", Command::Sweep { team: TEAM })]),
    ]
}

pub(super) fn posts() -> Vec<Section> {
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
