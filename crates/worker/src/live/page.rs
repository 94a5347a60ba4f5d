//! What a room knows of one open page. It is attached to the page's socket as lines, so that a room that slept has lost
//! nothing.

use roster_core::Timestamp;
use roster_core::id::{ImageId, ProjectId, TeamId};
use roster_core::model::{Digest, Person};
use roster_core::room::{Act, Allowance, Colour, Doing, Page, Part};

use crate::crypto::unhex;

/// An open page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPage {
    /// Whose, and what they do.
    pub page: Page,
    /// What they are called.
    pub name: String,
    /// The name of the picture that they show of themselves.
    pub avatar: Option<ImageId>,
    /// In which team they came.
    pub team: TeamId,
    /// Into which project; none: the pages outside of them, where nobody sees anybody.
    pub project: Option<ProjectId>,
    /// By which session.
    pub session: Digest,
    /// What it may still say.
    pub allowance: Allowance,
    /// The team's epoch of the snapshot that it has; none: it has none yet, and is not seen by others.
    pub told: Option<u64>,
}

const LINES: usize = 17;

/// An empty line stands for nothing.
fn or_empty(value: Option<impl ToString>) -> String {
    value.map(|it| it.to_string()).unwrap_or_default()
}

fn if_any<T: core::str::FromStr>(line: &str) -> Option<Option<T>> {
    if line.is_empty() { Some(None) } else { line.parse().ok().map(Some) }
}

impl OpenPage {
    /// That of somebody who comes; the room gives them their colour.
    pub fn new(
        person: &Person,
        (team, project): (TeamId, Option<ProjectId>),
        session: Digest,
        now: Timestamp,
    ) -> Self {
        let page = Page {
            person: person.id,
            colour: Colour(0),
            since: now,
            doing: Doing::default(),
            changed_at: now,
        };
        let name = person.name.as_str().to_owned();
        let allowance = Allowance::full(now);
        Self { page, name, avatar: person.avatar, team, project, session, allowance, told: None }
    }

    /// As lines. A name has no line's end in it.
    pub fn to_lines(&self) -> String {
        let Self { page, name, avatar, team, project, session, allowance, told } = self;
        let doing = page.doing;
        let lines: [String; LINES] = [
            page.person.to_string(),
            page.colour.0.to_string(),
            page.since.0.to_string(),
            page.changed_at.0.to_string(),
            doing.act.id().to_owned(),
            or_empty(doing.post),
            or_empty(doing.part.map(Part::id)),
            or_empty(doing.following),
            doing.scroll.to_string(),
            team.to_string(),
            or_empty(*project),
            session.to_string(),
            allowance.left.to_string(),
            allowance.at.0.to_string(),
            or_empty(*told),
            or_empty(*avatar),
            name.clone(),
        ];
        lines.join("\n")
    }

    /// Of such lines.
    pub fn of_lines(text: &str) -> Option<Self> {
        let mut lines = text.splitn(LINES, '\n');
        let mut next = || lines.next();
        let person = next()?.parse().ok()?;
        let colour = Colour(next()?.parse().ok()?);
        let (since, changed_at) = (Timestamp(next()?.parse().ok()?), Timestamp(next()?.parse().ok()?));
        let act = next()?;
        let doing = Doing {
            act: Act::ALL.into_iter().find(|known| known.id() == act)?,
            post: if_any(next()?)?,
            part: {
                let part = next()?;
                Part::ALL.into_iter().find(|known| known.id() == part)
            },
            following: if_any(next()?)?,
            scroll: next()?.parse().ok()?,
        };
        let (team, project) = (next()?.parse().ok()?, if_any(next()?)?);
        let session = Digest(unhex(next()?)?.try_into().ok()?);
        let allowance = Allowance { left: next()?.parse().ok()?, at: Timestamp(next()?.parse().ok()?) };
        let (told, avatar) = (if_any(next()?)?, if_any(next()?)?);
        let name = next()?.to_owned();
        let page = Page { person, colour, since, doing, changed_at };
        Some(Self { page, name, avatar, team, project, session, allowance, told })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roster_core::id::{PersonId, PostId};

    #[test]
    fn a_page_is_kept_whole() {
        let doing = Doing {
            act: Act::Editing,
            post: Some(PostId(7)),
            part: Some(Part::Title),
            following: Some(PersonId(2)),
            scroll: 12,
        };
        let page = Page {
            person: PersonId(1),
            colour: Colour(13),
            since: Timestamp(5),
            doing,
            changed_at: Timestamp(6),
        };
        let mut open = OpenPage {
            page,
            name: "Ana María".to_owned(),
            avatar: Some(ImageId(5)),
            team: TeamId(3),
            project: Some(ProjectId(4)),
            session: Digest([9; 32]),
            allowance: Allowance { left: 3, at: Timestamp(4) },
            told: Some(8),
        };
        assert_eq!(OpenPage::of_lines(&open.to_lines()).as_ref(), Some(&open));
        open.page.doing = Doing::default();
        open.told = None;
        assert_eq!(OpenPage::of_lines(&open.to_lines()).as_ref(), Some(&open));
        assert_eq!(OpenPage::of_lines("a\nb"), None);
    }
}
