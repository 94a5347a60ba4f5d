//! Commands on posts.

use roster_core::command::Step;
use roster_core::id::{PostId, TeamId};
use roster_core::text::{Body, Title};
use roster_core::{Command, Timestamp};
use roster_wire::Route;
use roster_wire::requests::{CreatePost, EditPost, MovePost, SetTime};

use super::{Source, bad_text};
use crate::answer::Refusal;

/// The command of a route that writes a post, or takes it on.
pub fn of_post(source: &Source<'_>, team: TeamId) -> Result<Command, Refusal> {
    let step = |step| {
        let body: MovePost = source.shape()?;
        Ok(Command::MovePost { team, post: source.params.id("post")?, version: body.version, step })
    };
    match source.route {
        Route::CreatePost => {
            let project = source.params.id("project")?;
            let body: CreatePost = source.shape()?;
            let (title, text) = writing(&body.title, &body.text)?;
            let post = PostId(source.seed.id("post"));
            Ok(Command::CreatePost { team, project, post, title, body: text })
        }
        Route::EditPost => {
            let post = source.params.id("post")?;
            let body: EditPost = source.shape()?;
            let (title, text) = writing(&body.title, &body.text)?;
            Ok(Command::EditPost { team, post, version: body.version, title, body: text })
        }
        Route::SetPostTime => {
            let post = source.params.id("post")?;
            let body: SetTime = source.shape()?;
            Ok(Command::SetTime { team, post, version: body.version, at: body.at.map(Timestamp) })
        }
        Route::SendPostForReview => step(Step::SendForReview),
        Route::ApprovePost => step(Step::Approve),
        Route::ReturnPost => step(Step::Return),
        _ => step(Step::Publish),
    }
}

fn writing(title: &str, text: &str) -> Result<(Title, Body), Refusal> {
    let title = Title::parse(title).map_err(|error| bad_text(error, "title"))?;
    let body = Body::parse(text).map_err(|error| bad_text(error, "text"))?;
    Ok((title, body))
}
