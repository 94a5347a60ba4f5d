//! Asking for access, and answering.

use roster_core::access::Place;
use roster_core::command::AskCommand;
use roster_core::id::AskId;
use roster_core::{Command, Permission};

use crate::fixture::{self, TEAM};

use super::inviting::no_seat_left;
use super::{SPRING, Section, always, given, section};

pub(super) fn asks() -> Vec<Section> {
    let send = |permission, place| Command::Ask(TEAM, AskCommand::Send { ask: AskId(99), permission, place });
    let grant = |ask| Command::Ask(TEAM, AskCommand::Grant { ask, raise_cap: None });
    let decline = |ask| Command::Ask(TEAM, AskCommand::Decline { ask });
    vec![
        section(
            "Ask for access",
            vec![
                always("Publish in spring", send(Permission::PostsPublish, SPRING)),
                always("Publish everywhere", send(Permission::PostsPublish, Place::Team)),
                always("projects, at spring", send(Permission::ProjectsManage, SPRING)),
                always("in old", send(Permission::PostsPublish, Place::Project(fixture::OLD))),
                always("in another team's", send(Permission::PostsView, Place::Project(fixture::FOREIGN))),
            ],
        ),
        section(
            "Answer an ask",
            vec![
                always("give mia Publish", grant(fixture::ASK)),
                always("give mia the history", grant(fixture::ASK_AT_TEAM)),
                always("give nona posts", grant(fixture::ASK_OF_NONA)),
                given("with no seat left", no_seat_left, grant(fixture::ASK)),
                always("tell mia not now", decline(fixture::ASK)),
                always("of nobody", grant(AskId(98))),
            ],
        ),
    ]
}
