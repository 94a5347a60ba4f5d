//! Commands about handing a project over.

use roster_core::Command;
use roster_core::command::{HandoverCommand, Way};
use roster_core::id::{HandoverId, TeamId};
use roster_wire::Route;
use roster_wire::problem::Fault;
use roster_wire::requests::{Empty, NewAddress, TakeHandover};

use super::{Source, id};
use crate::answer::Refusal;
use crate::config::Keys;
use crate::token::Token;

/// The command of a route that offers a project, or answers an offer.
pub fn of_handover(source: &Source<'_>) -> Result<Command, Refusal> {
    match source.route {
        Route::OfferProject => {
            let (team, project) = (source.params.id("team")?, source.params.id("project")?);
            let body: NewAddress = source.shape()?;
            let address = source.address(&body.address)?;
            let handover = HandoverId(source.seed.id("handover"));
            Ok(Command::Handover(team, HandoverCommand::Offer { handover, project, address }))
        }
        Route::ResendHandover | Route::WithdrawHandover => {
            let (team, handover) = (source.params.id("team")?, source.params.id("handover")?);
            source.shape::<Empty>()?;
            let command = if source.route == Route::ResendHandover {
                HandoverCommand::Resend { handover }
            } else {
                HandoverCommand::Withdraw { handover }
            };
            Ok(Command::Handover(team, command))
        }
        Route::DeclineHandover => {
            let (team, handover, way) = taken(&source.shape()?, source.keys)?;
            Ok(Command::Handover(team, HandoverCommand::Decline { handover, way }))
        }
        _ => {
            let body: TakeHandover = source.shape()?;
            let (team, handover, way) = taken(&body, source.keys)?;
            let into = id(body.into.as_deref().ok_or(Fault::WrongShape)?)?;
            Ok(Command::Handover(team, HandoverCommand::Accept { handover, way, into }))
        }
    }
}

/// Which offer a body speaks of, and how whoever sent it came to it.
///
/// # Errors
/// When it names none, or more than one.
pub fn taken(body: &TakeHandover, keys: &Keys) -> Result<(TeamId, HandoverId, Way), Refusal> {
    match (&body.token, &body.team, &body.handover) {
        (Some(token), None, None) => match Token::read(token, keys) {
            Some(Token::Handover { team, handover }) => Ok((team, handover, Way::Mail)),
            Some(_) | None => Err(Fault::BadToken.into()),
        },
        (None, Some(team), Some(handover)) => Ok((id(team)?, id(handover)?, Way::List)),
        _ => Err(Fault::WrongShape.into()),
    }
}
