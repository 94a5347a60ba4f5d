//! The team as a whole: one's own access in it, many questions at once, and plan and seats.

use roster_core::access::{Place, Standing};
use roster_core::generated::catalogue;
use roster_core::id::{ProjectId, TeamId};
use roster_core::view::{self, MOST_GRANTERS};
use roster_core::{Denial, Need, Permission, Plan};
use roster_store::Row;
use roster_store::pages::{self, MemberRow};
use roster_wire::answers::{
    CheckAnswer, Checked, PlanOffer, PlanPage, Snapshot, SnapshotGrant, SnapshotGranter,
};
use roster_wire::convert;
use roster_wire::requests::{Check, Question};
use roster_wire::shapes::{Named, TeamName};

use super::look::{Look, look};
use super::reading::Reading;
use crate::answer::Refusal;
use crate::ctx::Ctx;

/// Questions in one call.
const MOST_QUESTIONS: usize = 100;

/// `GET /teams/{team}/snapshot`.
pub fn snapshot(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let project = ctx.query("project").map(|id| id.parse::<ProjectId>());
    let project = project.transpose().map_err(|_| Refusal::from(roster_wire::problem::Fault::NotFound))?;
    let mut statements = vec![pages::granters(team, Place::Team), pages::roles(team)];
    statements.extend(project.map(|project| pages::project(team, project)));
    Reading::of_team(ctx, team, statements, move |look| {
        if let Some(project) = project {
            look.sees_project(project, look.rows(2))?;
        }
        of_look(look, look.rows(0), look.rows(1))
    })
}

/// One's own access in the team, of the rows of [`pages::granters`] and [`pages::roles`].
pub fn of_look(look: &Look, granters: &[Row], roles: &[Row]) -> Result<Snapshot, Refusal> {
    let candidates = &pages::member_rows(granters)?;
    let owner = look.team.owner;
    let owned_by = candidates.iter().find(|row| row.member.person == owner);
    Ok(Snapshot {
        team: TeamName { id: look.team.id.to_string(), name: look.team.name.as_str().to_owned() },
        you: Named { id: look.person.id.to_string(), name: look.person.name.as_str().to_owned() },
        owner: look.is_owner(),
        grants: own_grants(look),
        roles: super::roles::seen(look, roles)?,
        granters: granters_of(look, candidates),
        owned_by: Named {
            id: owner.to_string(),
            name: owned_by.map(|row| row.name.as_str().to_owned()).unwrap_or_default(),
        },
        seats: view::sees_plan(look.standing()).then(|| convert::seats(&look.team)),
        join_mode: look.team.join_mode.id().to_owned(),
        version: look.team.version,
        epoch: look.team.epoch,
        catalogue: catalogue::DIGEST.to_owned(),
        now: look.now.0,
    })
}

fn own_grants(look: &Look) -> Vec<SnapshotGrant> {
    let Standing::Member(access) = look.standing() else { return Vec::new() };
    let one = |(place, grant): (Place, roster_core::access::Grant)| SnapshotGrant {
        project: convert::project_id(place),
        role: convert::placed(place, &grant).role,
        bits: grant.holds.set().bits(),
        until: grant.until.map(|until| until.0),
    };
    access.grants().map(one).collect()
}

/// The owner first, then members who may change access for the whole team.
fn granters_of(look: &Look, candidates: &[MemberRow]) -> Vec<SnapshotGranter> {
    let one = |row: &MemberRow| {
        let standing = look.standing_of(&row.member);
        let may = standing.can(Permission::TeamAccess, Place::Team, look.now);
        may.then(|| SnapshotGranter {
            id: row.member.person.to_string(),
            name: row.name.as_str().to_owned(),
            bits: standing.held_at(Place::Team, look.now).bits(),
        })
    };
    let is_owner = |row: &&MemberRow| row.member.person == look.team.owner;
    let owner = candidates.iter().filter(is_owner).filter_map(one);
    let others = candidates.iter().filter(|row| !is_owner(row)).filter_map(one);
    owner.chain(others.take(MOST_GRANTERS.saturating_mul(2))).collect()
}

/// `POST /teams/{team}/check`.
pub fn check(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let body: Check = ctx.shape()?;
    if body.questions.len() > MOST_QUESTIONS {
        return Err(Refusal::bad_value("questions"));
    }
    let asked: Vec<_> = body.questions.iter().map(question).collect::<Result<_, _>>()?;
    let needs: Vec<Need> = asked
        .iter()
        .filter_map(|(_, place)| match place {
            Some(Place::Project(project)) => Some(Need::Project(team, *project)),
            Some(Place::Team) | None => None,
        })
        .collect();
    Reading::of_team(ctx, team, roster_store::reads(&needs), move |look| {
        let projects = roster_store::facts(look.read.iter())?.projects;
        let one = |(permission, place): &(Permission, Option<Place>)| {
            let place = place.filter(|place| match place {
                Place::Team => true,
                Place::Project(project) => projects.contains_key(project),
            });
            let answer = place.ok_or(Denial::NotFound);
            match answer.and_then(|place| view::explain(look.standing(), *permission, place, look.now)) {
                Ok(()) => CheckAnswer { allowed: true, reason: None },
                Err(denial) => CheckAnswer { allowed: false, reason: Some(convert::reason(&denial)) },
            }
        };
        Ok(Checked { answers: asked.iter().map(one).collect() })
    })
}

/// A question; a project that is no id is one that is not there.
fn question(question: &Question) -> Result<(Permission, Option<Place>), Refusal> {
    let permission =
        Permission::from_id(&question.permission).ok_or_else(|| Refusal::bad_value("permission"))?;
    Ok((permission, convert::place(question.project.as_deref()).ok()))
}

/// `GET /teams/{team}/plan`.
pub fn plan(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    Reading::of_team(ctx, ctx.params.id("team")?, Vec::new(), move |look| {
        if !view::sees_plan(look.standing()) {
            return Err(look.refused(&Denial::OwnerOnly));
        }
        let seats = look.team.seats;
        let offer = |plan: &Plan| PlanOffer {
            id: plan.id().to_owned(),
            free_seats: plan.terms().free_seats,
            seat_cents: plan.terms().seat_cents,
            bill: convert::bill(plan.bill(seats.taken)),
            needed_cap: plan.cap_for(seats.taken.saturating_add(seats.reserved)),
        };
        Ok(PlanPage {
            seats: convert::seats(&look.team),
            plans: Plan::ALL.iter().map(offer).collect(),
            currency: catalogue::CURRENCY.to_owned(),
            members: look.team.members,
            projects: look.team.projects,
            images: look.team.images,
        })
    })
}

/// Who can grant `permission` at `place`, of those that a denial reads: for members only.
pub async fn name_granters(
    ctx: &Ctx,
    team: TeamId,
    permission: Permission,
    place: Place,
) -> Result<Vec<Named>, Refusal> {
    let look = look(ctx, team, vec![pages::granters(team, place)]).await?;
    named_granters(&look, 0, permission, place)
}

/// The same, of the candidates that the page's statement `at` gave.
pub fn named_granters(
    look: &Look,
    at: usize,
    permission: Permission,
    place: Place,
) -> Result<Vec<Named>, Refusal> {
    let rows = pages::member_rows(look.rows(at))?;
    let candidates = rows.iter().map(|row| (row.member.person, &row.member.access));
    let named = view::granters(permission, place, look.team.owner, candidates, look.now);
    let name = |person| rows.iter().find(|row| row.member.person == person);
    let one =
        |row: &MemberRow| Named { id: row.member.person.to_string(), name: row.name.as_str().to_owned() };
    Ok(named.into_iter().filter_map(name).map(one).collect())
}
