//! A page as data: what it reads in its one round trip, and what it shows of that. Making one and showing it are plain
//! functions; what waits for the database is one function for all pages.

use roster_core::id::TeamId;
use roster_core::model::Digest;
use roster_store::{Row, Statement, pages};
use roster_wire::json::Written;

use super::look::{Look, session};
use crate::answer::{Outcome, Refusal, Reply};
use crate::ctx::Ctx;

/// What a statement of the batch gave, each at its place.
pub type Read = Vec<Vec<Row>>;

/// What a page reads, and what it shows of that.
pub struct Reading<'a> {
    batch: Vec<Statement>,
    show: Show<'a>,
}

/// How what was read becomes an answer.
enum Show<'a> {
    Rows(Box<dyn FnOnce(Read) -> Outcome + 'a>),
    /// The first of the rows say who looks at the team.
    Team(TeamId, Digest, Box<dyn FnOnce(&Look) -> Outcome + 'a>),
}

impl<'a> Reading<'a> {
    /// A page of whatever `batch` reads.
    pub fn of<T: Written>(
        batch: Vec<Statement>,
        show: impl FnOnce(Read) -> Result<T, Refusal> + 'a,
    ) -> Result<Self, Refusal> {
        Ok(Self { batch, show: Show::Rows(Box::new(move |read| Reply::json(200, &show(read)?))) })
    }

    /// A page about a team, for who is in it: `show` finds in the look what `statements` read.
    ///
    /// # Errors
    /// When nobody is signed in. That they are nobody in that team is found once it is read.
    pub fn of_team<T: Written>(
        ctx: &Ctx,
        team: TeamId,
        statements: Vec<Statement>,
        show: impl FnOnce(&Look) -> Result<T, Refusal> + 'a,
    ) -> Result<Self, Refusal> {
        Self::looked_at(ctx, team, statements, Box::new(move |look| Reply::json(200, &show(look)?)))
    }

    fn looked_at(
        ctx: &Ctx,
        team: TeamId,
        mut statements: Vec<Statement>,
        show: Box<dyn FnOnce(&Look) -> Outcome + 'a>,
    ) -> Result<Self, Refusal> {
        let session = session(ctx)?;
        statements.insert(0, pages::viewer(team, session));
        Ok(Self { batch: statements, show: Show::Team(team, session, show) })
    }

    /// Reads it, and shows it.
    pub async fn answer(self, ctx: &Ctx) -> Outcome {
        let read = ctx.db.batch(&self.batch).await?;
        match self.show {
            Show::Rows(show) => show(read),
            Show::Team(team, session, show) => show(&Look::of_read(read, team, session, ctx.now)?),
        }
    }
}

/// What the statement at this place gave.
pub fn rows(read: &[Vec<Row>], at: usize) -> &[Row] {
    read.get(at).map_or(&[], Vec::as_slice)
}
