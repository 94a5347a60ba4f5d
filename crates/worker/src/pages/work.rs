//! Projects and their posts.

use roster_core::access::Place;
use roster_core::id::{PostId, ProjectId, TeamId};
use roster_core::view;
use roster_core::{Denial, Permission, model};
use roster_store::pages::{self, POSTS, Page, PostRow};
use roster_wire::answers::{Post, Posts, Project, Projects};
use roster_wire::shapes::Named;

use super::cursor;
use super::look::Look;
use super::reading::Reading;
use crate::answer::Refusal;
use crate::ctx::Ctx;

/// `GET /teams/{team}/projects`.
pub fn projects(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    Reading::of_team(ctx, team, vec![pages::projects(team)], move |look| {
        let all = pages::project_rows(look.rows(0))?;
        let seen = all.iter().filter(|project| view::sees_project(look.standing(), project.id, look.now));
        Ok(Projects { projects: seen.map(project_shape).collect() })
    })
}

pub fn project_shape(project: &model::Project) -> Project {
    Project {
        id: project.id.to_string(),
        name: project.name.as_str().to_owned(),
        archived_at: project.archived_at.map(|at| at.0),
        created_at: project.created_at.0,
    }
}

/// `GET /teams/{team}/projects/{project}`.
pub fn project(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let project: ProjectId = ctx.params.id("project")?;
    Reading::of_team(ctx, team, vec![pages::project(team, project)], move |look| seen_project(look, project))
}

/// The project that the first statement of the page read, if it exists for the one who looks.
fn seen_project(look: &Look, project: ProjectId) -> Result<Project, Refusal> {
    let rows = pages::project_rows(look.rows(0))?;
    let seen = rows.first().filter(|_| view::sees_project(look.standing(), project, look.now));
    seen.map(project_shape).ok_or_else(|| look.refused(&Denial::NotFound))
}

/// Whoever sees the project may still lack the checkmark for its posts.
fn reads_posts(look: &Look, project: ProjectId) -> Result<(), Refusal> {
    if !view::sees_project(look.standing(), project, look.now) {
        return Err(look.refused(&Denial::NotFound));
    }
    if view::sees_posts(look.standing(), project, look.now) {
        return Ok(());
    }
    let place = Place::Project(project);
    Err(look.refused(&Denial::Missing { permission: Permission::PostsView, place }))
}

/// `GET /teams/{team}/projects/{project}/posts`.
pub fn posts(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let project: ProjectId = ctx.params.id("project")?;
    let after = cursor::read_at::<PostId>(ctx.query("after"))?;
    let statements = vec![pages::project(team, project), pages::posts(team, project, after)];
    Reading::of_team(ctx, team, statements, move |look| {
        seen_project(look, project)?;
        reads_posts(look, project)?;
        let page = Page::of(pages::post_rows(look.rows(1))?, POSTS);
        let last = page.rows.last().filter(|_| page.more);
        let next = last.map(|row| cursor::write_at(row.post.changed_at, row.post.id));
        Ok(Posts { posts: page.rows.iter().map(post_shape).collect(), next })
    })
}

/// `GET /teams/{team}/posts/{post}`.
pub fn post(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    Reading::of_team(ctx, team, vec![pages::post(team, ctx.params.id("post")?)], move |look| {
        let rows = pages::post_rows(look.rows(0))?;
        let row = rows.first().ok_or_else(|| look.refused(&Denial::NotFound))?;
        reads_posts(look, row.post.project)?;
        Ok(post_shape(row))
    })
}

fn post_shape(row: &PostRow) -> Post {
    let post = &row.post;
    Post {
        id: post.id.to_string(),
        project: post.project.to_string(),
        author: Named { id: post.author.to_string(), name: row.author_name.clone() },
        author_left: row.author_left,
        title: post.title.as_str().to_owned(),
        text: post.body.as_str().to_owned(),
        stage: post.stage.id().to_owned(),
        planned_at: post.planned_at.map(|at| at.0),
        published_at: post.published.map(|(_, at)| at.0),
        version: post.version,
        changed_at: post.changed_at.0,
    }
}
