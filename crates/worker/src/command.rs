//! From a route, its path and its body to a command of core. What the contract's shapes leave open is checked here: ids,
//! names, addresses, tokens. No rule is.

mod account;
mod ask;
mod handover;
mod images;
mod inviting;
mod post;
mod project;
mod role;

pub use handover::taken;

use roster_core::command::{Edit, SignInProof, TeamCommand};
use roster_core::email::{self, Address, AddressError};
use roster_core::id::{InvitationId, LinkId, TeamId};
use roster_core::model::{Digest, JoinMode, Language, Shown};
use roster_core::text::{Name, TextError};
use roster_core::{Command, Plan};
use roster_wire::json::Shape;
use roster_wire::problem::{Fault, Problem};
use roster_wire::requests::{
    ChangeAccess, ChangeMe, ChangePlan, Empty, Redeem, Rename, SetCap, SetJoinMode, SignInByCode,
    SignInByLink, StartSignIn, Transfer, WithCap,
};
use roster_wire::{Route, convert};

use crate::answer::Refusal;
use crate::config::Keys;
use crate::ctx::{Params, shape};
use crate::random::Seed;
use crate::token::{self, Token};

/// What a command is made of. The Worker and the team's object make the same one of the same source.
pub struct Source<'a> {
    /// Which route.
    pub route: Route,
    /// What its braces stood for.
    pub params: &'a Params,
    /// The body as it came.
    pub body: &'a str,
    /// The root keys.
    pub keys: &'a Keys,
    /// What new things are drawn from.
    pub seed: Seed,
    /// The browser, as far as signing in asks for it.
    pub browser: Browser<'a>,
    /// Turns a domain into lower-case ASCII, as URL parsers do.
    pub ascii_domain: fn(&str) -> Option<String>,
}

/// The browser that signs in.
#[derive(Clone, Copy)]
pub struct Browser<'a> {
    /// The digest of its own secret, if it has one.
    pub digest: Option<Digest>,
    /// Whether it signed in to an address before.
    pub knows: &'a dyn Fn(&Address) -> bool,
}

/// The command of a route that changes something.
///
/// # Errors
/// The problem of the request. [`Fault::NotFound`] too for the routes that only read.
pub fn build(source: &Source<'_>) -> Result<Command, Refusal> {
    match source.route {
        Route::StartSignIn | Route::SignInByCode | Route::SignInByLink => sign_in(source),
        Route::SignOut => source.shape::<Empty>().map(|_| Command::SignOut),
        Route::SignOutEverywhere => source.shape::<Empty>().map(|_| Command::SignOutEverywhere),
        Route::ChangeMe => change_me(source),
        Route::EndSession
        | Route::EndAccount
        | Route::StartAddress
        | Route::FinishAddress
        | Route::SetMails
        | Route::SetAvatar
        | Route::RemoveAvatar => account::of_account(source),
        Route::CreateTeam => {
            Ok(Command::CreateTeam { name: source.name()?, team: TeamId(source.seed.id("team")) })
        }
        Route::Join => join(source),
        Route::Decline => decline(source),
        Route::AskAgain => ask_again(source),
        Route::DeleteTeam => {
            let command = TeamCommand::Delete { confirmed: source.name()? };
            Ok(Command::Team(source.params.id("team")?, command))
        }
        Route::RenameTeam
        | Route::ChangePlan
        | Route::SetCap
        | Route::SetJoinMode
        | Route::Transfer
        | Route::Leave => of_team(source, source.params.id("team")?),
        Route::ChangeAccess | Route::RemoveMember | Route::RestoreMember | Route::RemoveFromProject => {
            of_member(source, source.params.id("team")?)
        }
        Route::AskAccess | Route::GrantAsk | Route::DeclineAsk => {
            ask::of_ask(source, source.params.id("team")?)
        }
        Route::MakeRole | Route::ChangeRole | Route::DeleteRole => {
            role::of_role(source, source.params.id("team")?)
        }
        Route::Invite
        | Route::InviteMany
        | Route::EditInvitation
        | Route::ResendInvitation
        | Route::WithdrawInvitation
        | Route::SetLink
        | Route::RegenerateLink => inviting::of_inviting(source, source.params.id("team")?),
        Route::CreateProject
        | Route::RenameProject
        | Route::ArchiveProject
        | Route::ReopenProject
        | Route::LeaveProject => project::of_project(source, source.params.id("team")?),
        Route::OfferProject
        | Route::ResendHandover
        | Route::WithdrawHandover
        | Route::AcceptHandover
        | Route::DeclineHandover => handover::of_handover(source),
        Route::CreatePost
        | Route::EditPost
        | Route::SetPostTime
        | Route::SendPostForReview
        | Route::ApprovePost
        | Route::ReturnPost
        | Route::PublishPost => post::of_post(source, source.params.id("team")?),
        Route::AddImage
        | Route::RenameImage
        | Route::DeleteImage
        | Route::RestoreImage
        | Route::PutImageFile => images::of_image(source, source.params.id("team")?),
        Route::Health
        | Route::GetMe
        | Route::ExportMe
        | Route::ListSessions
        | Route::GetSnapshot
        | Route::Live
        | Route::Check
        | Route::GetPlan
        | Route::ListMembers
        | Route::GetMember
        | Route::ListAsks
        | Route::ListRoles
        | Route::GetRole
        | Route::ListInvitations
        | Route::CheckInvitees
        | Route::ListLinks
        | Route::ListJoiners
        | Route::ListColleagues
        | Route::PreviewJoin
        | Route::GetHandover
        | Route::PreviewHandover
        | Route::ListCards
        | Route::ListProjects
        | Route::GetProject
        | Route::ListPosts
        | Route::GetPost
        | Route::ListImages
        | Route::GetImageFile
        | Route::GetAvatar
        | Route::GetOwnAvatar
        | Route::ListHistory
        | Route::OpenApi => Err(Fault::NotFound.into()),
    }
}

fn change_me(source: &Source<'_>) -> Result<Command, Refusal> {
    let body: ChangeMe = source.shape()?;
    if body.name.is_none() && body.language.is_none() {
        return Err(Fault::WrongShape.into());
    }
    let name = body.name.as_deref().map(name).transpose()?;
    let language = body.language.as_deref().map(|tag| language(Some(tag))).transpose()?;
    Ok(Command::ChangeSelf { name, language })
}

fn name(typed: &str) -> Result<Name, Refusal> {
    Name::parse(typed).map_err(|error| bad_text(error, "name"))
}

/// The language that a page says it speaks; English, if it says nothing.
fn language(tag: Option<&str>) -> Result<Language, Refusal> {
    tag.map_or(Some(Language::default()), Language::of_tag).ok_or_else(|| Refusal::bad_value("language"))
}

fn sign_in(source: &Source<'_>) -> Result<Command, Refusal> {
    match source.route {
        Route::StartSignIn => {
            let body: StartSignIn = source.shape()?;
            let address = source.address(&body.address)?;
            let browser = source.browser.digest.ok_or(Fault::BadValue)?;
            let known = (source.browser.knows)(&address);
            let challenge = roster_core::id::ChallengeId(source.seed.id("challenge"));
            let language = language(body.language.as_deref())?;
            Ok(Command::StartSignIn { challenge, address, browser, language, known })
        }
        Route::SignInByCode => {
            let body: SignInByCode = source.shape()?;
            // A challenge that is none of ours answers like a wrong code.
            let challenge = body.challenge.parse().map_err(|_| wrong_code())?;
            let right = token::is_code(source.keys, challenge, &body.code);
            Ok(source.finish(challenge, SignInProof::Code { right }))
        }
        _ => {
            let body: SignInByLink = source.shape()?;
            match source.token(&body.token)? {
                Token::SignIn { challenge } => {
                    Ok(source
                        .finish(challenge, SignInProof::Link { confirmed: body.confirmed == Some(true) }))
                }
                _ => Err(Fault::BadToken.into()),
            }
        }
    }
}

fn wrong_code() -> Refusal {
    convert::problem(&roster_core::Denial::WrongCode, false).into()
}

/// Which invitation, and by which mail; or which link.
pub enum Redeemed {
    Invitation(TeamId, InvitationId, Option<u32>),
    Link(TeamId, LinkId, u32),
}

/// What a body speaks of.
///
/// # Errors
/// When it names none, or more than one.
pub fn redeemed(body: &Redeem, keys: &Keys) -> Result<Redeemed, Refusal> {
    match (&body.token, &body.team, &body.invitation) {
        (Some(token), None, None) => match Token::read(token, keys).ok_or(Fault::BadToken)? {
            Token::Invitation { team, invitation, counter } => {
                Ok(Redeemed::Invitation(team, invitation, Some(counter)))
            }
            Token::Link { team, link, generation } => Ok(Redeemed::Link(team, link, generation)),
            Token::SignIn { .. } | Token::Handover { .. } => Err(Fault::BadToken.into()),
        },
        (None, Some(team), Some(invitation)) => Ok(Redeemed::Invitation(id(team)?, id(invitation)?, None)),
        _ => Err(Fault::WrongShape.into()),
    }
}

fn join(source: &Source<'_>) -> Result<Command, Refusal> {
    let body: Redeem = source.shape()?;
    let shown = shown(&body)?;
    Ok(match redeemed(&body, source.keys)? {
        Redeemed::Invitation(team, invitation, counter) => {
            let newcomer = source.seed.newcomer(language(body.language.as_deref())?);
            Command::Accept { team, invitation, counter, newcomer, shown }
        }
        Redeemed::Link(team, link, generation) => Command::Join { team, link, generation, shown },
    })
}

/// What the page said of merging.
fn shown(body: &Redeem) -> Result<Shown, Refusal> {
    let mode = body.mode.as_deref().map_or(Ok(JoinMode::default()), mode)?;
    let mut parks = body.parks.iter().flatten().map(|team| id(team)).collect::<Result<Vec<TeamId>, _>>()?;
    parks.sort_unstable();
    Ok(Shown { mode, parks })
}

fn mode(name: &str) -> Result<JoinMode, Refusal> {
    JoinMode::from_id(name).ok_or_else(|| Refusal::bad_value("mode"))
}

fn decline(source: &Source<'_>) -> Result<Command, Refusal> {
    match redeemed(&source.shape()?, source.keys)? {
        Redeemed::Invitation(team, invitation, counter) => Ok(Command::Decline { team, invitation, counter }),
        Redeemed::Link(..) => Err(Fault::BadToken.into()),
    }
}

fn ask_again(source: &Source<'_>) -> Result<Command, Refusal> {
    let body: roster_wire::requests::Token = source.shape()?;
    match source.token(&body.token)? {
        Token::Invitation { team, invitation, counter } => {
            Ok(Command::AskAgain { team, invitation, counter })
        }
        _ => Err(Fault::BadToken.into()),
    }
}

fn of_team(source: &Source<'_>, team: TeamId) -> Result<Command, Refusal> {
    match source.route {
        Route::RenameTeam => Ok(Command::RenameTeam { team, name: source.name()? }),
        Route::ChangePlan => {
            let body: ChangePlan = source.shape()?;
            let plan = Plan::from_id(&body.plan).ok_or_else(|| Refusal::bad_value("plan"))?;
            Ok(Command::ChangePlan { team, plan, cap: body.cap })
        }
        Route::SetCap => source.shape::<SetCap>().map(|body| Command::SetCap { team, cap: body.cap }),
        Route::SetJoinMode => {
            let body: SetJoinMode = source.shape()?;
            Ok(Command::SetJoinMode { team, mode: mode(&body.mode)? })
        }
        Route::Transfer => {
            let body: Transfer = source.shape()?;
            Ok(Command::Transfer { team, to: id(&body.to)? })
        }
        _ => source.shape::<Empty>().map(|_| Command::Leave { team }),
    }
}

fn of_member(source: &Source<'_>, team: TeamId) -> Result<Command, Refusal> {
    let person = source.params.id("person")?;
    match source.route {
        Route::ChangeAccess => {
            let body: ChangeAccess = source.shape()?;
            let edits = edits(&body)?;
            Ok(Command::ChangeAccess { team, person, edits, raise_cap: body.raise_cap })
        }
        Route::RemoveMember => source.shape::<Empty>().map(|_| Command::Remove { team, person }),
        Route::RestoreMember => {
            let body: WithCap = source.shape()?;
            Ok(Command::Restore { team, person, raise_cap: body.raise_cap })
        }
        _ => {
            let project = source.params.id("project")?;
            source.shape::<Empty>().map(|_| Command::RemoveFromProject { team, person, project })
        }
    }
}

fn edits(body: &ChangeAccess) -> Result<Vec<Edit>, Refusal> {
    body.edits.iter().map(convert::edit).collect::<Result<_, _>>().map_err(in_field("edits"))
}

/// The address in what was typed; `ascii_domain` turns its domain into lower-case ASCII.
///
/// # Errors
/// Why it is none.
pub fn address_of(typed: &str, ascii_domain: fn(&str) -> Option<String>) -> Result<Address, AddressError> {
    let (local, domain) = email::split(typed)?;
    Address::from_parts(local, &ascii_domain(domain).ok_or(AddressError::Malformed)?)
}

fn bad_text(error: TextError, field: &str) -> Refusal {
    convert::problem(&roster_core::Denial::BadText(error), false).at(field).into()
}

fn bad_address(error: AddressError) -> Refusal {
    Problem::new(422, error.code(), "the address is not of its form").at("address").into()
}

fn in_field(field: &'static str) -> impl Fn(Fault) -> Refusal {
    move |fault| match fault {
        Fault::BadValue => Refusal::bad_value(field),
        other => other.into(),
    }
}

fn id<T: core::str::FromStr>(text: &str) -> Result<T, Refusal> {
    text.parse().map_err(|_| Fault::NotFound.into())
}

impl Source<'_> {
    fn shape<T: Shape>(&self) -> Result<T, Refusal> {
        shape(self.body)
    }

    fn name(&self) -> Result<Name, Refusal> {
        let body: Rename = self.shape()?;
        name(&body.name)
    }

    fn token(&self, text: &str) -> Result<Token, Refusal> {
        Token::read(text, self.keys).ok_or_else(|| Fault::BadToken.into())
    }

    fn address(&self, typed: &str) -> Result<Address, Refusal> {
        address_of(typed, self.ascii_domain).map_err(bad_address)
    }

    /// A domain alone, held to the form that it must have in an address.
    fn domain(&self, typed: &str) -> Result<String, Refusal> {
        let domain = (self.ascii_domain)(typed.trim().trim_start_matches('@'));
        let address = domain.and_then(|domain| Address::from_parts("a", &domain).ok());
        address.map(|address| address.domain().to_owned()).ok_or_else(|| Refusal::bad_value("domain"))
    }

    fn finish(&self, challenge: roster_core::id::ChallengeId, proof: SignInProof) -> Command {
        let newcomer = self.seed.newcomer(Language::default());
        Command::FinishSignIn { challenge, browser: self.browser.digest, proof, newcomer }
    }
}

#[cfg(test)]
mod tests;
