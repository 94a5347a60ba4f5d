//! Commands on one's own account: sessions, another address, mails, a picture of oneself.

use roster_core::Command;
use roster_core::command::AccountCommand;
use roster_core::id::{ChallengeId, ImageId};
use roster_core::model::MailSwitch;
use roster_wire::Route;
use roster_wire::problem::Fault;
use roster_wire::requests::{AddressCode, Empty, Mails, NewAddress};

use super::{Source, wrong_code};
use crate::answer::Refusal;
use crate::avatars::AVATAR;
use crate::token;
use roster_core::Denial;
use roster_wire::convert;

/// The command of a route that changes one's account, but for its name and language.
pub fn of_account(source: &Source<'_>) -> Result<Command, Refusal> {
    let command = match source.route {
        Route::EndSession => {
            source.shape::<Empty>()?;
            AccountCommand::EndSession { session: source.params.id("session")? }
        }
        Route::EndAccount => {
            let body: NewAddress = source.shape()?;
            // What is no address at all is not one's own either.
            let confirmed = source.address(&body.address).map_err(|_| not_confirmed())?;
            AccountCommand::End { confirmed }
        }
        Route::StartAddress => {
            let body: NewAddress = source.shape()?;
            let address = source.address(&body.address)?;
            let challenge = ChallengeId(source.seed.id("challenge"));
            let browser = source.browser.digest.ok_or(Fault::BadValue)?;
            AccountCommand::StartAddress { challenge, address, browser }
        }
        Route::FinishAddress => {
            let body: AddressCode = source.shape()?;
            let challenge = body.challenge.parse().map_err(|_| wrong_code())?;
            let right = token::is_code(source.keys, challenge, &body.code);
            AccountCommand::FinishAddress { challenge, browser: source.browser.digest, right }
        }
        // Its body are the file's bytes, which were looked at and stored.
        Route::SetAvatar => AccountCommand::Show { avatar: Some(ImageId(source.seed.id(AVATAR))) },
        Route::RemoveAvatar => source.shape::<Empty>().map(|_| AccountCommand::Show { avatar: None })?,
        _ => {
            let body: Mails = source.shape()?;
            let off = body.off.iter().map(|id| MailSwitch::from_id(id));
            let muted = off.collect::<Option<_>>().ok_or_else(|| Refusal::bad_value("off"))?;
            AccountCommand::Mute { muted }
        }
    };
    Ok(Command::Account(command))
}

fn not_confirmed() -> Refusal {
    convert::problem(&Denial::NotConfirmed, false).into()
}
