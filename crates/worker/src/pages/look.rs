//! Who looks, and at what: the session, its person, the team and their standing, read in one batch with what a page shows.

use roster_core::access::Standing;
use roster_core::id::{PersonId, ProjectId, TeamId};
use roster_core::model::{Digest, Person, Team};
use roster_core::view::{self, Seen};
use roster_core::{Asker, Denial, Facts, Timestamp};
use roster_store::{Row, Statement, pages};
use roster_wire::convert;

use super::reading::rows;
use crate::answer::Refusal;
use crate::ctx::Ctx;

/// Somebody of a team who looks at it.
pub struct Look {
    /// The session, its person, the team, and their membership.
    pub facts: Facts,
    /// Who.
    pub person: Person,
    /// The team.
    pub team: Team,
    /// The one instant of the request.
    pub now: Timestamp,
    /// What the page's own statements gave.
    pub read: Vec<Vec<Row>>,
}

/// A refusal by a rule, with nothing that only an owner may know.
pub fn refused(denial: &Denial) -> Refusal {
    convert::problem(denial, false).into()
}

/// The session that a request carries.
///
/// # Errors
/// [`Denial::SignInNeeded`] when it carries none. Nothing is read for that.
pub fn session(ctx: &Ctx) -> Result<Digest, Refusal> {
    match ctx.asker {
        Asker::Session(digest) => Ok(digest),
        Asker::Nobody | Asker::Clock => Err(refused(&Denial::SignInNeeded)),
    }
}

/// The signed-in person who asks, of what was read.
///
/// # Errors
/// When nobody is signed in.
pub fn oneself<'a>(ctx: &Ctx, facts: &'a Facts) -> Result<&'a Person, Refusal> {
    facts.signed_in(ctx.asker, ctx.now).map_err(|denial| refused(&denial))
}

/// Reads who looks at `team`, and what `statements` read, in one round trip.
///
/// # Errors
/// When nobody is signed in; when they are nobody in that team, as if there were none.
pub async fn look(ctx: &Ctx, team: TeamId, statements: Vec<Statement>) -> Result<Look, Refusal> {
    let session = session(ctx)?;
    let mut batch = statements;
    batch.insert(0, pages::viewer(team, session));
    Look::of_read(ctx.db.batch(&batch).await?, team, session, ctx.now)
}

impl Look {
    /// Who looks, of what was read: the first rows are those of [`pages::viewer`], and are left out of the page's.
    ///
    /// # Errors
    /// As [`look`].
    pub fn of_read(
        mut read: Vec<Vec<Row>>,
        team: TeamId,
        session: Digest,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        let first: Vec<_> = read.drain(..1.min(read.len())).collect();
        Ok(Self { read, ..Self::of(roster_store::facts(&first)?, team, session, now)? })
    }

    /// Who looks, of the facts that [`pages::viewer`] reads.
    ///
    /// # Errors
    /// As [`look`].
    pub fn of(facts: Facts, team: TeamId, session: Digest, now: Timestamp) -> Result<Self, Refusal> {
        let person =
            facts.signed_in(Asker::Session(session), now).map_err(|denial| refused(&denial))?.clone();
        if matches!(facts.standing(team, person.id, now), Standing::Outsider) {
            return Err(refused(&Denial::NotFound));
        }
        let team = facts.teams.get(&team).cloned().ok_or_else(|| refused(&Denial::NotFound))?;
        Ok(Self { facts, person, team, now, read: Vec::new() })
    }

    /// Whether a project exists for them; `there` are the rows of [`pages::project`].
    ///
    /// # Errors
    /// [`Denial::NotFound`] when it does not.
    pub fn sees_project(&self, project: ProjectId, there: &[Row]) -> Result<(), Refusal> {
        let is_there = !pages::project_rows(there)?.is_empty();
        let seen = is_there && view::sees_project(self.standing(), project, self.now);
        seen.then_some(()).ok_or_else(|| self.refused(&Denial::NotFound))
    }

    /// What they are in the team.
    pub fn standing(&self) -> Standing<'_> {
        self.facts.standing(self.team.id, self.person.id, self.now)
    }

    /// They, as one who sees others.
    pub fn seen(&self) -> Seen<'_> {
        Seen { person: self.person.id, standing: self.standing() }
    }

    /// Whether they own the team.
    pub fn is_owner(&self) -> bool {
        matches!(self.standing(), Standing::Owner)
    }

    /// Whether they read somebody's address.
    pub fn reads_address(&self, person: PersonId) -> bool {
        person == self.person.id || view::sees_addresses(self.standing(), self.now)
    }

    /// What the page's statement at this place gave.
    pub fn rows(&self, at: usize) -> &[Row] {
        rows(&self.read, at)
    }

    /// A refusal by a rule.
    pub fn refused(&self, denial: &Denial) -> Refusal {
        convert::problem(denial, self.is_owner()).into()
    }

    /// What another member is in the team.
    pub fn standing_of<'a>(&self, member: &'a roster_core::model::Member) -> Standing<'a> {
        let is_owner: bool = member.person == self.team.owner;
        match (is_owner, member.is_active()) {
            (true, _) => Standing::Owner,
            (false, true) => Standing::Member(&member.access),
            (false, false) => Standing::Outsider,
        }
    }

    /// Another member, as one who is seen.
    pub fn seen_of<'a>(&self, member: &'a roster_core::model::Member) -> Seen<'a> {
        let person: PersonId = member.person;
        Seen { person, standing: self.standing_of(member) }
    }
}
