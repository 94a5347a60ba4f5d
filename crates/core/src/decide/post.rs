//! Posts (A5, T5): writing them, setting a time, review, approval and publishing. These commands change no team and
//! no member: they are guarded by the stamp of the asker's own membership.

use crate::access::Place;
use crate::change::{Answer, Change, Decision, History, HistoryKind, Mail, Recipient, Template};
use crate::command::Step;
use crate::denial::Denial;
use crate::generated::catalogue::Permission;
use crate::id::{PersonId, PostId, ProjectId};
use crate::limits::IMAGES_PER_POST;
use crate::model::{Post, Stage};
use crate::text::{Body, Title};
use crate::time::Timestamp;

use super::act::unchanged;
use super::common::Asking;
use super::giving::{Giver, check_end};

/// Writes a post.
pub fn create(
    asking: &Asking<'_>,
    project: ProjectId,
    id: PostId,
    title: &Title,
    body: &Body,
) -> Result<Decision, Denial> {
    let found = asking.project(project)?;
    asking.require(Permission::PostsCreate, Place::Project(project))?;
    if found.archived_at.is_some() {
        return Err(Denial::Archived);
    }
    check_images(body)?;
    let post = Post {
        id,
        team: asking.team.id,
        project,
        author: asking.person.id,
        title: title.clone(),
        body: body.clone(),
        stage: Stage::Draft,
        planned_at: None,
        approved_by: None,
        published: None,
        version: 0,
        changed_at: asking.now,
    };
    Ok(write(asking, post, HistoryKind::PostCreated, None))
}

/// Changes a post's title and text. After approval it goes back to review.
pub fn edit(
    asking: &Asking<'_>,
    (id, version): (PostId, u64),
    title: &Title,
    body: &Body,
) -> Result<Decision, Denial> {
    let post = visible(asking, id)?;
    may_edit(asking.giver(), asking.person.id, work(post))?;
    check_current(asking, post, version)?;
    let stage = after_edit(post.stage).ok_or(Denial::WrongStage)?;
    let approved_by = post.approved_by.filter(|_| stage == post.stage);
    if (&post.title, &post.body) == (title, body) {
        return Ok(unchanged(Answer::Post { post: id, version }));
    }
    check_images(body)?;
    let edited = Post { title: title.clone(), body: body.clone(), stage, approved_by, ..post.clone() };
    Ok(write(asking, edited, HistoryKind::PostEdited, None))
}

/// Says when a post should go out. One that was confirmed for another time is to be confirmed again.
pub fn set_time(
    asking: &Asking<'_>,
    (id, version): (PostId, u64),
    at: Option<Timestamp>,
) -> Result<Decision, Denial> {
    let post = visible(asking, id)?;
    asking.require(Permission::PostsSchedule, Place::Project(post.project))?;
    check_current(asking, post, version)?;
    let stage = after_time(post.stage).ok_or(Denial::WrongStage)?;
    check_end(at, asking.now)?;
    if post.planned_at == at {
        return Ok(unchanged(Answer::Post { post: id, version }));
    }
    let timed = Post { planned_at: at, stage, ..post.clone() };
    Ok(write(asking, timed, HistoryKind::PostTimed, None))
}

/// Moves a post on, or back.
pub fn step(asking: &Asking<'_>, (id, version): (PostId, u64), step: Step) -> Result<Decision, Denial> {
    let post = visible(asking, id)?;
    may_step(asking.giver(), asking.person.id, work(post), step)?;
    check_current(asking, post, version)?;
    let stage = next_stage(post.stage, step).ok_or(Denial::WrongStage)?;
    let me = asking.person.id;
    let (kind, approved_by, mail) = match step {
        Step::SendForReview => (HistoryKind::PostSentForReview, None, None),
        Step::Approve => (HistoryKind::PostApproved, Some(me), Some(Template::Approved)),
        Step::Return => (HistoryKind::PostReturned, None, Some(Template::Returned)),
        Step::Publish => (HistoryKind::PostPublished, post.approved_by, None),
    };
    let published = match step {
        Step::Publish => Some((me, asking.now)),
        Step::SendForReview | Step::Approve | Step::Return => None,
    };
    Ok(write(asking, Post { stage, approved_by, published, ..post.clone() }, kind, mail))
}

fn check_images(body: &Body) -> Result<(), Denial> {
    if body.images().len() > IMAGES_PER_POST {
        return Err(Denial::LimitReached { limit: "images_per_post" });
    }
    Ok(())
}

/// A post, as far as it decides who may do what with it.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    /// Who wrote it.
    pub author: PersonId,
    /// The project that it is of.
    pub place: Place,
    /// How far it has come.
    pub stage: Stage,
}

const fn work(post: &Post) -> Work {
    Work { author: post.author, place: Place::Project(post.project), stage: post.stage }
}

/// The stage after an edit, if one can be made: what was approved is to be reviewed again.
pub const fn after_edit(stage: Stage) -> Option<Stage> {
    match stage {
        Stage::Draft | Stage::InReview => Some(stage),
        Stage::Approved | Stage::Scheduled => Some(Stage::InReview),
        Stage::Published => None,
    }
}

/// The stage after another time was set, if one can be.
pub const fn after_time(stage: Stage) -> Option<Stage> {
    match stage {
        Stage::Draft | Stage::InReview | Stage::Approved => Some(stage),
        Stage::Scheduled => Some(Stage::Approved),
        Stage::Published => None,
    }
}

/// Where a step leads from a stage, if it leads anywhere.
pub const fn next_stage(stage: Stage, step: Step) -> Option<Stage> {
    match (step, stage) {
        (Step::SendForReview, Stage::Draft) => Some(Stage::InReview),
        (Step::Approve, Stage::InReview) => Some(Stage::Approved),
        (Step::Return, Stage::InReview | Stage::Approved | Stage::Scheduled) => Some(Stage::Draft),
        (Step::Publish, Stage::Draft | Stage::InReview | Stage::Approved | Stage::Scheduled) => {
            Some(Stage::Published)
        }
        (Step::SendForReview, Stage::InReview | Stage::Approved | Stage::Scheduled | Stage::Published)
        | (Step::Approve, Stage::Draft | Stage::Approved | Stage::Scheduled | Stage::Published)
        | (Step::Return, Stage::Draft | Stage::Published)
        | (Step::Publish, Stage::Published) => None,
    }
}

/// A post that exists for the asker: they may see the posts of its project.
fn visible<'a>(asking: &Asking<'a>, id: PostId) -> Result<&'a Post, Denial> {
    let post = asking.facts.posts.get(&id).filter(|post| post.team == asking.team.id);
    let post = post.ok_or(Denial::NotFound)?;
    let place = Place::Project(post.project);
    if asking.standing.can(Permission::PostsView, place, asking.now) {
        Ok(post)
    } else {
        Err(Denial::NotFound)
    }
}

/// They may edit the post: everyone's, or their own until review.
pub fn may_edit(giver: Giver<'_>, me: PersonId, work: Work) -> Result<(), Denial> {
    if giver.standing.can(Permission::PostsEdit, work.place, giver.now) {
        return Ok(());
    }
    if work.author == me && work.stage == Stage::Draft {
        return giver.require(Permission::PostsCreate, work.place);
    }
    giver.require(Permission::PostsEdit, work.place)
}

/// They may take the step, at whatever stage the post is.
pub fn may_step(giver: Giver<'_>, me: PersonId, work: Work, step: Step) -> Result<(), Denial> {
    match step {
        Step::SendForReview => may_edit(giver, me, work),
        Step::Approve | Step::Return => giver.require(Permission::PostsApprove, work.place),
        Step::Publish => giver.require(Permission::PostsPublish, work.place),
    }
}

/// Nobody wrote in the meantime, and the project is not put away.
fn check_current(asking: &Asking<'_>, post: &Post, version: u64) -> Result<(), Denial> {
    if asking.project(post.project)?.archived_at.is_some() {
        return Err(Denial::Archived);
    }
    if post.version == version { Ok(()) } else { Err(Denial::Changed) }
}

fn write(asking: &Asking<'_>, post: Post, kind: HistoryKind, mail: Option<Template>) -> Decision {
    let post = Post { version: post.version.saturating_add(1), changed_at: asking.now, ..post };
    let line = History {
        project: Some(post.project),
        post: Some(post.id),
        note: Some(post.title.as_str().to_owned()),
        ..History::new(asking.team.id, asking.now, Some(asking.person.id), kind)
    };
    let mail = mail.and_then(|template| to_author(asking, &post, template));
    let answer = Answer::Post { post: post.id, version: post.version };
    let mut changes = vec![Change::Post(post), Change::History(line)];
    changes.extend(mail.map(Change::Mail));
    Decision { changes, answer }
}

/// A mail to the author, unless it was their own doing, or they see the post no more.
fn to_author(asking: &Asking<'_>, post: &Post, template: Template) -> Option<Mail> {
    let author = asking.facts.standing(asking.team.id, post.author, asking.now);
    let sees = author.can(Permission::PostsView, Place::Project(post.project), asking.now);
    (sees && post.author != asking.person.id).then(|| Mail {
        team: Some(asking.team.id),
        project: Some(post.project),
        about: Some(asking.person.id),
        post: Some(post.id),
        ..Mail::new(template, Recipient::Person(post.author), asking.now)
    })
}
