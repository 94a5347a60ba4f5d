//! The pictures that people show of themselves: files beside those of images, each under the name that its person gives
//! it. A file that nobody names, not yet or no more, is deleted with those of images.

use js_sys::Uint8Array;
use roster_core::command::AccountCommand;
use roster_core::id::ImageId;
use roster_core::model::{Digest, MediaType};
use roster_core::picture::check_avatar;
use roster_core::{Command, Denial, Lane};
use roster_store::upkeep::images::expect_avatar;
use roster_store::{Asked, Key, pages};
use roster_wire::Route;

use crate::answer::{Outcome, Refusal, Reply};
use crate::crypto::{hex, sha256};
use crate::ctx::Ctx;
use crate::images::Stored;
use crate::pages::look::{oneself, refused, session};
use crate::pages::members;
use crate::run::{Settled, run};

/// What a new picture's name is drawn for.
pub const AVATAR: &str = "avatar";
/// A picture under another name is another one: a browser may keep it for as long as whoever lost sight of somebody may
/// still see how they look.
const KEPT: &str = "private, max-age=300";

/// `GET /me/avatar/{avatar}` and `GET /teams/{team}/members/{person}/avatar/{avatar}`: whoever sees the person sees the
/// picture that they show now, and no earlier one.
///
/// # Errors
/// When there is no such picture for them.
pub async fn shown(ctx: &Ctx) -> Result<Stored, Refusal> {
    let name: ImageId = ctx.params.id(AVATAR)?;
    let name = name.to_string();
    let shown = match ctx.route {
        Route::GetAvatar => members::avatar(ctx).await?,
        _ => own(ctx).await?.map(|avatar| avatar.to_string()),
    };
    if shown.as_ref() == Some(&name) {
        Ok(Stored { name, part: None, media_type: MediaType::Jpeg, kept: Some(KEPT) })
    } else {
        Err(refused(&Denial::NotFound))
    }
}

/// The picture that one shows of oneself.
///
/// # Errors
/// When nobody is signed in.
pub async fn own(ctx: &Ctx) -> Result<Option<ImageId>, Refusal> {
    let read = ctx.db.batch(&[pages::caller(session(ctx)?)]).await?;
    Ok(oneself(ctx, &roster_store::facts(&read)?)?.avatar)
}

/// Looks at a file that shall be one's picture, counts it, and notes that it will be there. What it is called, the command
/// that shows it draws of the same seed. The count has a key of its own: a retry brings a file again.
///
/// # Errors
/// When it is none, or one too many; then the answer is what the refusal was written as.
pub async fn expect(ctx: &mut Ctx, bytes: &Uint8Array) -> Result<ImageId, Outcome> {
    let file = bytes.to_vec();
    check_avatar(&file, bytes.length()).map_err(|why| Err(refused(&Denial::Unfit(why))))?;
    let body = sha256(&file);
    // What an Idempotency-Key stands for.
    ctx.body = hex(&body);
    let (command, key) = (Command::Account(AccountCommand::Bring), Key(ctx.seed.secret(AVATAR)));
    let counted = Asked { command, asker: ctx.asker, key, body: Digest(body) };
    let ran = run(&ctx.db, Lane::Account, vec![counted], ctx.now).await;
    if let Some(Settled { status, body, .. }) = ran.settled.into_iter().find(|one| one.status >= 400) {
        return Err(Ok(Reply { status, body, cookies: Vec::new() }));
    }
    let avatar = ImageId(ctx.seed.id(AVATAR));
    ctx.db.batch(&[expect_avatar(avatar, ctx.now)]).await.map_err(|failed| Err(failed.into()))?;
    Ok(avatar)
}
