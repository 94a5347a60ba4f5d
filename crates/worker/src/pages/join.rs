//! What an invitation or link is, to whoever holds its token. It is what accepting or joining would come to, decided and
//! then dropped, so that the page and the deed cannot disagree.

use roster_core::command::{NewSession, Newcomer};
use roster_core::decide::would_show;
use roster_core::denial::Kind;
use roster_core::id::{PersonId, SessionId};
use roster_core::model::{Digest, Invitation, JoinMode, Language, Person, Shown};
use roster_core::{Answer, Asker, Command, Denial, Facts, decide, needs};
use roster_store::Row;
use roster_store::pages::{self, InvitationRow, LinkRow, Whose};
use roster_wire::answers::{Closed, InvitedAccess, JoinPreview, OwnedTeam, Signed};
use roster_wire::convert;
use roster_wire::problem::Fault;
use roster_wire::shapes::TeamName;

use super::look::refused;
use super::me::{invited, owned_team};
use super::reading::{Reading, rows};
use crate::answer::Refusal;
use crate::command::{Redeemed, redeemed};
use crate::ctx::Ctx;

/// What nobody is called whom the dropped decision would make.
const NOBODY: Newcomer = Newcomer {
    person: PersonId(0),
    session: NewSession { id: SessionId(0), digest: Digest([0; 32]) },
    language: Language::English,
};

/// `POST /join/preview`.
pub fn preview(ctx: &Ctx) -> Result<Reading<'_>, Refusal> {
    // So that what a merge would park is read with all else.
    let shown = Shown { mode: JoinMode::Merge, parks: Vec::new() };
    let token = redeemed(&ctx.shape()?, &ctx.keys)?;
    let (command, names) = match token {
        Redeemed::Invitation(team, invitation, counter) => (
            Command::Accept { team, invitation, counter, newcomer: NOBODY, shown },
            pages::invitation_preview(team, invitation),
        ),
        Redeemed::Link(team, link, generation) => {
            (Command::Join { team, link, generation, shown }, pages::link_preview(team, link))
        }
    };
    let mut batch = roster_store::reads(&needs(&command, ctx.asker, ctx.now));
    let needed = batch.len();
    batch.push(names);
    if let Asker::Session(digest) = ctx.asker {
        batch.push(pages::owned_teams(digest, Whose::Anybodys));
    }
    Reading::of(batch, move |read| {
        let looked = looked(ctx, command, &read, needed)?;
        let names = rows(&read, needed);
        match token {
            Redeemed::Invitation(team, invitation, counter) => {
                let rows = pages::invitation_rows(names)?;
                let row = rows.first().ok_or(Fault::NotFound)?;
                let again = counter.map(|counter| Command::AskAgain { team, invitation, counter });
                Ok(of_invitation(ctx, &looked, row, again.as_ref()))
            }
            Redeemed::Link(..) => {
                let rows = pages::link_rows(names)?;
                Ok(of_link(ctx, &looked, rows.first().ok_or(Fault::NotFound)?))
            }
        }
    })
}

/// What was read, and what the deed would come to.
struct Looked {
    facts: Facts,
    closed: Option<Denial>,
    /// What becomes of the account of whoever looks.
    shown: Shown,
    parks: Vec<OwnedTeam>,
}

/// Of what was read, the first `needed` are facts of the command's, and the second behind them the teams of one's own.
fn looked(ctx: &Ctx, mut command: Command, read: &[Vec<Row>], needed: usize) -> Result<Looked, Refusal> {
    let facts = roster_store::facts(read.iter().take(needed))?;
    let shown = show(&mut command, &facts, ctx);
    let listed = matches!(command, Command::Accept { counter: None, .. });
    let closed = match decide(&command, &facts, ctx.asker, ctx.now) {
        Ok(decision) => refusing(&decision.answer),
        Err(Denial::NotFound) => return Err(refused(&Denial::NotFound)),
        // Who comes without a token must be somebody before they learn of anything.
        Err(Denial::SignInNeeded) if listed => return Err(refused(&Denial::SignInNeeded)),
        Err(denial) => Some(denial),
    };
    let owned = pages::owned_teams_rows(rows(read, needed.saturating_add(1)))?;
    let parks = owned.into_iter().filter(|team| shown.parks.contains(&team.team)).map(owned_team);
    Ok(Looked { parks: parks.collect(), facts, closed, shown })
}

/// Puts into the command what the page will say of merging.
fn show(command: &mut Command, facts: &Facts, ctx: &Ctx) -> Shown {
    let (Command::Accept { team, shown, .. } | Command::Join { team, shown, .. }) = command else {
        return Shown::default();
    };
    *shown = would_show(facts, *team, ctx.asker, ctx.now);
    shown.clone()
}

/// Answers that let nobody in.
const fn refusing(answer: &Answer) -> Option<Denial> {
    match answer {
        Answer::SeatRefused => Some(Denial::SeatsFull { needed_cap: 0, total_cents: 0 }),
        Answer::NothingNew => Some(Denial::AlreadyMember),
        Answer::Done
        | Answer::Team(_)
        | Answer::Project(_)
        | Answer::Role(_)
        | Answer::Post { .. }
        | Answer::Invited { .. }
        | Answer::Included { .. }
        | Answer::Many(_)
        | Answer::Asked { .. }
        | Answer::Link { .. }
        | Answer::Joined { .. }
        | Answer::Mailed { .. }
        | Answer::SignedIn { .. }
        | Answer::Confirm { .. }
        | Answer::WrongCode
        | Answer::Image(_)
        | Answer::Swept { .. } => None,
    }
}

fn asker<'a>(ctx: &Ctx, facts: &'a Facts) -> Option<&'a Person> {
    facts.signed_in(ctx.asker, ctx.now).ok()
}

/// Who is signed in, as they are told.
pub fn signed(person: &Person) -> Signed {
    Signed { name: person.name.as_str().to_owned(), address: person.address.as_str().to_owned() }
}

/// What a dead token tells: which kind of dead it is, and nothing else.
fn dead(kind: &str, team: String, you: Option<Signed>, closed: Closed) -> JoinPreview {
    JoinPreview {
        kind: kind.to_owned(),
        team: TeamName { id: team, name: String::new() },
        inviter: String::new(),
        address: None,
        access: Vec::new(),
        expires_at: None,
        mode: JoinMode::default().id().to_owned(),
        parks: Vec::new(),
        you,
        closed: Some(closed),
    }
}

fn of_invitation(ctx: &Ctx, looked: &Looked, row: &InvitationRow, again: Option<&Command>) -> JoinPreview {
    let Invitation { team, address, expires_at, .. } = &row.invitation;
    let asker = asker(ctx, &looked.facts);
    let you = asker.map(signed);
    let ask_again = || again.is_some_and(|again| decide(again, &looked.facts, ctx.asker, ctx.now).is_ok());
    // Whoever declined may think again.
    let is_over = |denial: &Denial| denial.kind() == Kind::Gone || matches!(denial, Denial::Declined { .. });
    let closed = looked
        .closed
        .as_ref()
        .map(|denial| Closed { code: denial.code().to_owned(), ask_again: is_over(denial) && ask_again() });
    if looked.closed.as_ref().is_some_and(|denial| denial.kind() == Kind::Gone) {
        let closed = closed.unwrap_or_else(|| Closed { code: String::new(), ask_again: false });
        return dead("invitation", team.to_string(), you, closed);
    }
    let own = asker.is_some_and(|person| person.address == *address);
    JoinPreview {
        kind: "invitation".to_owned(),
        team: TeamName { id: team.to_string(), name: row.team_name.clone() },
        inviter: row.sender_name.clone(),
        address: Some(if own { address.as_str().to_owned() } else { address.masked() }),
        access: invited(row),
        expires_at: Some(expires_at.0),
        mode: looked.shown.mode.id().to_owned(),
        parks: if own { looked.parks.clone() } else { Vec::new() },
        you,
        closed,
    }
}

fn of_link(ctx: &Ctx, looked: &Looked, row: &LinkRow) -> JoinPreview {
    let you = asker(ctx, &looked.facts).map(signed);
    let link = &row.link;
    let closed = looked.closed.as_ref().map(|denial| (denial.kind(), denial.code().to_owned()));
    let closed = match closed {
        Some((Kind::Gone, code)) => {
            return dead("link", link.team.to_string(), you, Closed { code, ask_again: false });
        }
        Some((_, code)) => Some(Closed { code, ask_again: false }),
        None => None,
    };
    let grant = convert::placed(link.place, &link.grant());
    JoinPreview {
        kind: "link".to_owned(),
        team: TeamName { id: link.team.to_string(), name: row.team_name.clone() },
        inviter: row.sender_name.clone(),
        address: None,
        access: vec![InvitedAccess {
            grant,
            project_name: row.project_name.clone(),
            role_name: row.role_name.clone(),
        }],
        expires_at: link.expires_at.map(|at| at.0),
        mode: looked.shown.mode.id().to_owned(),
        parks: looked.parks.clone(),
        you,
        closed,
    }
}
