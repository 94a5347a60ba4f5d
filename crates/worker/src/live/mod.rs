//! Rooms: who is in a project, what they do, and news of their access (T1 to T3, S2). A room is a Durable Object that
//! keeps nothing in memory: what it knows is attached to its sockets, or in its storage. Who may be there is asked of the
//! database as somebody comes, whenever a change concerns them, and every half minute in case a message was lost.

mod look_again;
mod page;
mod push;
mod room;
mod sockets;

pub use push::{News, tell};

use page::OpenPage;
use roster_core::id::{ProjectId, TeamId};
use roster_store::pages;
use roster_store::present::RoomId;
use roster_wire::problem::Fault;
use sockets::tell_rooms;
use wasm_bindgen::JsCast as _;
use worker::{Request, Response};

use crate::answer::Refusal;
use crate::crypto::hex;
use crate::ctx::Ctx;
use crate::d1::message_of;
use crate::pages::look::{look, session};

/// Where the Worker tells a room who comes.
const COMES: &str = "X-Roster-Comes";

/// A project, or a team for the pages outside its projects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Its people see each other.
    Project(ProjectId),
    /// They hear what they may do, and see nobody.
    Team(TeamId),
}

impl Room {
    /// Its name.
    pub fn id(self) -> RoomId {
        match self {
            Self::Project(project) => project.into(),
            Self::Team(team) => team.into(),
        }
    }
}

/// `GET /teams/{team}/live`: the way into a room, for whoever may be there.
///
/// # Errors
/// As a page of the same place; [`Fault::UpgradeNeeded`] to whoever does not speak over a WebSocket, and
/// [`Fault::TooMany`] to whoever has too many pages open.
pub async fn enter(ctx: &Ctx, request: &Request) -> Result<Response, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let project = ctx.query("project").map(str::parse::<ProjectId>).transpose();
    let project = project.map_err(|_| Refusal::from(Fault::NotFound))?;
    let there = project.map(|project| pages::project(team, project));
    let look = look(ctx, team, there.into_iter().collect()).await?;
    if let Some(project) = project {
        look.sees_project(project, look.rows(0))?;
    }
    let upgrade = request.headers().get("Upgrade").ok().flatten();
    if !upgrade.is_some_and(|protocol| protocol.eq_ignore_ascii_case("websocket")) {
        return Err(Fault::UpgradeNeeded.into());
    }
    let room = project.map_or(Room::Team(team), Room::Project);
    let open = OpenPage::new(&look.person, (team, project), session(ctx)?, ctx.now);
    // Headers are ASCII: what is told travels as numbers.
    let told = hex(open.to_lines().as_bytes());
    let answer = tell_rooms(&ctx.env, &[room.id()], &[("Upgrade", "websocket"), (COMES, &told)]).await;
    let answer = answer.map_err(|error| Refusal::broken(&message_of(&error.into())))?;
    let answer: web_sys::Response = answer.unchecked_into();
    if answer.status() == 429 { Err(Fault::TooMany.into()) } else { Ok(answer.into()) }
}
