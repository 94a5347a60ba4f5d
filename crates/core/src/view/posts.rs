//! What an open post may be done with: yes, or why not. A courtesy of the page's, by the checks that the commands
//! make.

use super::people::Seen;
use crate::access::{Place, Standing};
use crate::command::Step;
use crate::decide::{Giver, Work, after_edit, after_time, may_edit, may_step, next_stage};
use crate::denial::Denial;
use crate::generated::catalogue::Permission;
use crate::id::{PersonId, ProjectId};
use crate::model::Stage;
use crate::time::Timestamp;

/// A post, as a page knows it, and who looks at it.
#[derive(Clone, Copy, Debug)]
pub struct OpenPost<'a> {
    /// Who looks.
    pub viewer: Seen<'a>,
    /// Who wrote it.
    pub author: PersonId,
    /// Its project.
    pub project: ProjectId,
    /// Whether that project is put away.
    pub archived: bool,
    /// How far it has come.
    pub stage: Stage,
}

/// What the post may be done with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostActions {
    /// "Save".
    pub edit: Result<(), Denial>,
    /// "Set time".
    pub set_time: Result<(), Denial>,
    /// "Send for review".
    pub send_for_review: Result<(), Denial>,
    /// "Approve".
    pub approve: Result<(), Denial>,
    /// "Return".
    pub send_back: Result<(), Denial>,
    /// "Publish now".
    pub publish: Result<(), Denial>,
}

/// What the post may be done with: first whether one may at all, then whether it can be done now.
#[must_use]
pub fn post_actions(post: OpenPost<'_>, now: Timestamp) -> PostActions {
    let step = |step| {
        let may = may_step(giver(post.viewer.standing, now), post.viewer.person, work(post), step);
        may.and_then(|()| possible(post, next_stage(post.stage, step)))
    };
    PostActions {
        edit: may_edit(giver(post.viewer.standing, now), post.viewer.person, work(post))
            .and_then(|()| possible(post, after_edit(post.stage))),
        set_time: giver(post.viewer.standing, now)
            .require(Permission::PostsSchedule, work(post).place)
            .and_then(|()| possible(post, after_time(post.stage))),
        send_for_review: step(Step::SendForReview),
        approve: step(Step::Approve),
        send_back: step(Step::Return),
        publish: step(Step::Publish),
    }
}

const fn giver(standing: Standing<'_>, now: Timestamp) -> Giver<'_> {
    Giver { standing, now }
}

const fn work(post: OpenPost<'_>) -> Work {
    Work { author: post.author, place: Place::Project(post.project), stage: post.stage }
}

const fn possible(post: OpenPost<'_>, then: Option<Stage>) -> Result<(), Denial> {
    match (post.archived, then) {
        (true, Some(_) | None) => Err(Denial::Archived),
        (false, None) => Err(Denial::WrongStage),
        (false, Some(_)) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BuiltInRole;
    use crate::access::{Access, Grant};

    const NOW: Timestamp = Timestamp(1_000);
    const ME: PersonId = PersonId(1);
    const PROJECT: ProjectId = ProjectId(7);

    fn actions(role: BuiltInRole, author: PersonId, stage: Stage, archived: bool) -> PostActions {
        let access = Access { team: Some(Grant::role(role)), ..Access::default() };
        let viewer = Seen { person: ME, standing: Standing::Member(&access) };
        post_actions(OpenPost { viewer, author, project: PROJECT, archived, stage }, NOW)
    }

    fn missing(permission: Permission) -> Result<(), Denial> {
        Err(Denial::Missing { permission, place: Place::Project(PROJECT) })
    }

    #[test]
    fn a_writer_edits_their_own_until_review() {
        let own = |stage| actions(BuiltInRole::Writer, ME, stage, false);
        assert_eq!(own(Stage::Draft).edit, Ok(()));
        assert_eq!(own(Stage::Draft).send_for_review, Ok(()));
        assert_eq!(own(Stage::InReview).edit, missing(Permission::PostsEdit));
        let of_another = actions(BuiltInRole::Writer, PersonId(2), Stage::Draft, false);
        assert_eq!(of_another.edit, missing(Permission::PostsEdit));
        assert_eq!(of_another.publish, missing(Permission::PostsPublish));
    }

    #[test]
    fn what_one_may_can_still_be_at_the_wrong_stage_or_put_away() {
        let manager = |stage, archived| actions(BuiltInRole::Manager, PersonId(2), stage, archived);
        assert_eq!(manager(Stage::Draft, false).approve, Err(Denial::WrongStage));
        assert_eq!(manager(Stage::Draft, false).publish, Ok(()));
        assert_eq!(manager(Stage::InReview, false).send_back, Ok(()));
        assert_eq!(manager(Stage::Published, false).edit, Err(Denial::WrongStage));
        assert_eq!(manager(Stage::Published, false).set_time, Err(Denial::WrongStage));
        assert_eq!(manager(Stage::Draft, true).edit, Err(Denial::Archived));
        let viewer = actions(BuiltInRole::Viewer, ME, Stage::Published, true);
        assert_eq!(viewer.publish, missing(Permission::PostsPublish));
    }
}
