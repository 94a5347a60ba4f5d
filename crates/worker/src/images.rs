//! Files of images: they lie in R2 under the image's id, the thumbnail first and the image right after it in one object.
//! What may come in and go out is core's to say; nothing is stored before it was asked, and nothing but what a row awaits.

use js_sys::{Object, Reflect, Uint8Array};
use roster_core::id::{ImageId, TeamId};
use roster_core::limits::{AVATAR_BYTES, IMAGE_BYTES, THUMBNAIL_BYTES};
use roster_core::model::{Image, ImageState, MediaType};
use roster_core::picture::{HEAD, Unfit, check_file, check_thumbnail};
use roster_core::{Denial, Permission, Timestamp, view};
use roster_store::pages::{image, image_row};
use roster_store::upkeep::images::{forget, ids, outdated};
use roster_wire::Route;
use roster_wire::problem::Fault;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::ReadableStream;
use worker::js_sys::futures::JsFuture;
use worker::worker_sys::types::R2Bucket;
use worker::{Context, Env, Request};

use crate::answer::{File, Outcome, Refusal};
use crate::avatars;
use crate::ctx::Ctx;
use crate::d1::{Database, Failed};
use crate::pages::{self, look::Look, look::look};

/// Images that one run of the cron clears away, and pictures beside them. That is 144,000 of each a day. A person brings
/// 20 pictures a day, so those of 7,000 people who all use that up are gone as fast as they come; images wait for it
/// with their team's room taken, and so bring themselves to a halt.
const CLEARED: u32 = 100;

/// What of the store is asked for.
pub struct Stored {
    /// Under which name it lies.
    pub name: String,
    /// From where, and how much of it; `None`: all.
    pub part: Option<(u32, u32)>,
    /// What it is.
    pub media_type: MediaType,
    /// How long a browser may keep it, where that is not "not at all".
    pub kept: Option<&'static str>,
}

/// The routes that answer with bytes.
///
/// # Errors
/// When there is no such file for them, or it cannot be read.
pub async fn send(ctx: &Ctx) -> Result<File, Refusal> {
    let stored = match ctx.route {
        Route::GetImageFile => shown(ctx).await?,
        _ => avatars::shown(ctx).await?,
    };
    let stream = read(&ctx.env, stored.name, stored.part).await.map_err(broken)?;
    let stream = stream.ok_or_else(|| Refusal::broken("a row without its file"))?;
    Ok(File { stream, media_type: stored.media_type.id(), kept: stored.kept })
}

/// `GET /teams/{team}/images/{image}/file`.
async fn shown(ctx: &Ctx) -> Result<Stored, Refusal> {
    let (look, found) = find(ctx).await?;
    let shown = found.filter(|image| image.state == ImageState::Ready);
    let image = shown.filter(|image| view::sees_image(look.standing(), image, look.now));
    let image = image.ok_or_else(|| look.refused(&Denial::NotFound))?;
    let picture = image.picture;
    let (media_type, from, length) = match ctx.query("size") {
        Some("thumbnail") => (MediaType::Jpeg, 0, picture.thumbnail_bytes),
        Some(_) | None => (picture.media_type, picture.thumbnail_bytes, picture.bytes),
    };
    Ok(Stored { name: image.id.to_string(), part: Some((from, length)), media_type, kept: None })
}

/// `PUT /teams/{team}/images/{image}/file` and `PUT /me/avatar`. The body is read once it is known that it may be stored.
pub async fn take(ctx: &mut Ctx, request: &Request, context: &Context) -> Outcome {
    let awaited = if ctx.route == Route::SetAvatar {
        avatars::own(ctx).await?;
        None
    } else {
        Some(awaited(ctx).await?)
    };
    // Who sends an image twice is told that it is done; what was never stored is never called done.
    if awaited.as_ref().is_none_or(|(_, image)| image.state != ImageState::Ready) {
        let most = if awaited.is_some() { IMAGE_BYTES.saturating_add(THUMBNAIL_BYTES) } else { AVATAR_BYTES };
        let bytes = body(request, most).await?;
        let name = match awaited {
            Some((look, image)) => {
                check(&bytes, &image).map_err(|why| look.refused(&Denial::Unfit(why)))?;
                image.id
            }
            None => match avatars::expect(ctx, &bytes).await {
                Ok(name) => name,
                Err(outcome) => return outcome,
            },
        };
        store(&ctx.env, name, &bytes).await.map_err(broken)?;
    }
    crate::act::answer(ctx, context).await
}

/// The image that awaits its file of whoever asks, or has it.
async fn awaited(ctx: &Ctx) -> Result<(Look, Image), Refusal> {
    let (look, found) = find(ctx).await?;
    let own = found.filter(|image| image.uploaded_by == look.person.id);
    let image = own.ok_or_else(|| look.refused(&Denial::NotFound))?;
    if image.state != ImageState::Ready {
        may_send(ctx, &look, &image).await?;
    }
    Ok((look, image))
}

/// Asked before a byte is stored; core decides again once the file is there.
async fn may_send(ctx: &Ctx, look: &Look, image: &Image) -> Result<(), Refusal> {
    let may = view::explain(look.standing(), Permission::ImagesManage, image.place, look.now);
    let waits = if image.awaits_file(look.now) { Ok(()) } else { Err(Denial::NotFound) };
    let Err(denial) = waits.and(may) else { return Ok(()) };
    let mut refusal = look.refused(&denial);
    pages::name_granters(ctx, look.team.id, &mut refusal.problem).await?;
    Err(refusal)
}

async fn find(ctx: &Ctx) -> Result<(Look, Option<Image>), Refusal> {
    let team: TeamId = ctx.params.id("team")?;
    let id: ImageId = ctx.params.id("image")?;
    let look = look(ctx, team, vec![image(team, id)]).await?;
    let found = image_row(look.rows(0))?;
    Ok((look, found))
}

/// The body, whose length must be known and bounded before a byte of it is read. It stays outside of our own memory.
async fn body(request: &Request, most: u32) -> Result<Uint8Array, Refusal> {
    let length = request.headers().get("Content-Length").ok().flatten();
    let length = length.ok_or(Fault::LengthNeeded)?;
    if length.parse::<u32>().map_or(true, |length| length > most) {
        return Err(Fault::BodyTooLarge.into());
    }
    let buffer = JsFuture::from(request.inner().array_buffer().map_err(broken)?).await;
    Ok(Uint8Array::new(&buffer.map_err(broken)?))
}

/// The thumbnail and the file are what the row awaits, by length and by their own first bytes.
fn check(bytes: &Uint8Array, image: &Image) -> Result<(), Unfit> {
    let (thumbnail, file) = (image.picture.thumbnail_bytes, image.picture.bytes);
    if bytes.length() != thumbnail.saturating_add(file) {
        return Err(Unfit::Differs);
    }
    let head = |from: u32, length: u32| bytes.subarray(from, from.saturating_add(length.min(HEAD))).to_vec();
    check_thumbnail(&head(0, thumbnail))?;
    check_file(&head(thumbnail, file), &image.picture)
}

fn bucket(env: &Env) -> Result<R2Bucket, JsValue> {
    Ok(Reflect::get(env, &"IMAGES".into())?.unchecked_into())
}

async fn store(env: &Env, name: ImageId, bytes: &Uint8Array) -> Result<(), JsValue> {
    let stored = bucket(env)?.put(name.to_string(), bytes.into(), JsValue::UNDEFINED)?;
    JsFuture::from(stored).await.map(drop)
}

/// A file, or a part of it.
async fn read(env: &Env, name: String, part: Option<(u32, u32)>) -> Result<Option<ReadableStream>, JsValue> {
    let options = Object::new();
    if let Some((from, length)) = part {
        let range = Object::new();
        Reflect::set(&range, &"offset".into(), &from.into())?;
        Reflect::set(&range, &"length".into(), &length.into())?;
        Reflect::set(&options, &"range".into(), &range)?;
    }
    let object = JsFuture::from(bucket(env)?.get(name, options.into())?).await?;
    if object.is_null() {
        return Ok(None);
    }
    Reflect::get(&object, &"body".into()).map(|body| Some(body.unchecked_into()))
}

fn broken(error: JsValue) -> Refusal {
    let message = Reflect::get(&error, &"message".into()).ok().and_then(|message| message.as_string());
    Refusal::broken(message.as_deref().unwrap_or("the store of images failed"))
}

/// Deletes the files of images and pictures whose time has come, and after them their rows: a crash in between leaves
/// rows whose files are gone, which the next run deletes.
pub async fn clear(env: &Env, now: Timestamp) -> Result<(), Failed> {
    let failed = |what: &str| Failed { message: what.to_owned() };
    let db = Database::of(env)?;
    let read = db.batch(&[outdated(now, CLEARED)]).await?;
    let files = ids(read.first().map_or(&[], Vec::as_slice)).map_err(|_| failed("images make no sense"))?;
    if files.is_empty() {
        return Ok(());
    }
    let keys = files.iter().map(|id| JsValue::from(id.to_string())).collect();
    let gone = bucket(env).and_then(|bucket| bucket.delete_multiple(keys));
    let gone = gone.map_err(|_| failed("the store of images is missing"))?;
    JsFuture::from(gone).await.map_err(|_| failed("files of images could not be deleted"))?;
    db.batch(&forget(&files, now)).await.map(drop)
}
