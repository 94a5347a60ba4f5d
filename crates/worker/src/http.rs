//! From a request to a response: the route, the caps, the origin, the key and the body, in that order, and then whoever
//! answers the route. Nothing behind this file sees a header.

use roster_wire::Route;
use roster_wire::problem::Fault;
use roster_wire::routes::{Found, Method, find};
use worker::{Context, Env, Fetcher, Request, Response};

use crate::answer::{Outcome, Refusal, Reply, respond, respond_file};
use crate::body::{self, Unread};
use crate::config::Keys;
use crate::cookies::Cookies;
use crate::ctx::{Ctx, Params};
use crate::d1::{Counts, Database, message_of};
use crate::random::Seed;
use crate::{auth, clock, limits, seen};

/// The largest body of most routes, in bytes.
const BODY: usize = 64 * 1024;
/// The largest body of a post: 100,000 characters of up to four bytes, and what JSON adds. Also that of many
/// invitations, each with its access.
const POST_BODY: usize = 512 * 1024;

/// Answers one request.
///
/// # Errors
/// When the platform refuses to make a response.
pub async fn serve(request: Request, env: Env, context: Context) -> worker::Result<Response> {
    let Ok(url) = web_sys::Url::new(&request.inner().url()) else {
        return respond(Err(Fault::NotFound.into()), Counts::default());
    };
    #[cfg(feature = "dev")]
    crate::dev::origin::note(&url.origin());
    #[cfg(feature = "dev")]
    if url.pathname().starts_with("/dev/") {
        return crate::dev::serve(request, &url, env).await;
    }
    let db = match Database::of(&env) {
        Ok(db) => db,
        Err(failed) => return respond(Err(failed.into()), Counts::default()),
    };
    let outcome = match admit(&request, &url, env, db.clone()).await {
        Ok(ctx) if ctx.route == Route::Live => match crate::live::enter(&ctx, &request).await {
            Ok(response) => return Ok(response),
            Err(refusal) => Err(refusal),
        },
        Ok(ctx) if matches!(ctx.route, Route::GetImageFile | Route::GetAvatar | Route::GetOwnAvatar) => {
            match crate::images::send(&ctx).await {
                Ok(file) => return respond_file(file, db.counts()),
                Err(refusal) => Err(refusal),
            }
        }
        Ok(mut ctx) if takes_file(ctx.route) => crate::images::take(&mut ctx, &request, &context).await,
        Ok(ctx) => route(ctx, &context).await,
        Err(refusal) => Err(refusal),
    };
    respond(outcome, db.counts())
}

/// Whether the body is a file, which is read once it is known that it may be stored.
const fn takes_file(route: Route) -> bool {
    matches!(route, Route::PutImageFile | Route::SetAvatar)
}

/// Everything that a request must pass before anybody looks at what it wants.
async fn admit(request: &Request, url: &web_sys::Url, env: Env, db: Database) -> Result<Ctx, Refusal> {
    let path = url.pathname();
    let (route, params) = match find(request.inner().method().as_str(), &path) {
        Found::Route(route, params) => (route, owned(route, &params)),
        Found::OtherMethod => return Err(Fault::MethodNotAllowed.into()),
        Found::Nothing => return Err(Fault::NotFound.into()),
    };
    let keys = Keys::of(&env).map_err(|_| Refusal::broken("ROOT_KEYS is missing, or not of its form"))?;
    let mut head = Head::of(request);
    // A socket is opened by a GET, and does as much as a change.
    let does = route.method() != Method::Get || route == Route::Live;
    if does {
        same_origin(&head, &url.origin())?;
    }
    let body = if route.method() == Method::Get || takes_file(route) {
        String::new()
    } else {
        read_body(request, &head, cap(route)).await?
    };
    if let Some(key) = &head.key {
        valid_key(key)?;
    }
    let cookies = Cookies::parse(&head.cookies);
    let asker = auth::authenticate(&cookies, &keys);
    if does && !limits::allows(&env, asker, head.network_address.as_deref()).await {
        return Err(Fault::TooMany.into());
    }
    Ok(Ctx {
        env,
        db,
        keys,
        now: clock::now(),
        seed: Seed::draw().map_err(|_| Refusal::broken("no randomness"))?,
        route,
        params,
        query: query(route, url),
        body,
        origin: url.origin(),
        cookies,
        asker,
        key: head.key.take(),
        device: seen::device(head.user_agent.as_deref().unwrap_or_default()),
    })
}

/// Who answers each route.
async fn route(ctx: Ctx, context: &Context) -> Outcome {
    match ctx.route {
        Route::GetSnapshot => {
            let outcome = crate::pages::answer(&ctx).await;
            if outcome.is_ok() {
                seen::note(&ctx, context);
            }
            outcome
        }
        Route::GetMe => {
            let outcome = crate::pages::answer(&ctx).await;
            if outcome.is_ok() {
                seen::note_session(&ctx, context);
            }
            outcome
        }
        Route::Health
        | Route::ExportMe
        | Route::ListSessions
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
        | Route::ListHistory => crate::pages::answer(&ctx).await,
        Route::OpenApi => open_api(&ctx).await,
        // Bytes or a socket, not JSON: answered before.
        Route::GetImageFile
        | Route::PutImageFile
        | Route::SetAvatar
        | Route::GetAvatar
        | Route::GetOwnAvatar
        | Route::Live => Err(Fault::NotFound.into()),
        Route::StartSignIn
        | Route::SignInByCode
        | Route::SignInByLink
        | Route::SignOut
        | Route::SignOutEverywhere
        | Route::ChangeMe
        | Route::EndSession
        | Route::EndAccount
        | Route::DeleteTeam
        | Route::StartAddress
        | Route::FinishAddress
        | Route::SetMails
        | Route::RemoveAvatar
        | Route::CreateTeam
        | Route::RenameTeam
        | Route::ChangePlan
        | Route::SetCap
        | Route::SetJoinMode
        | Route::Transfer
        | Route::Leave
        | Route::ChangeAccess
        | Route::AskAccess
        | Route::GrantAsk
        | Route::DeclineAsk
        | Route::MakeRole
        | Route::ChangeRole
        | Route::DeleteRole
        | Route::RemoveMember
        | Route::RestoreMember
        | Route::RemoveFromProject
        | Route::Invite
        | Route::InviteMany
        | Route::EditInvitation
        | Route::ResendInvitation
        | Route::WithdrawInvitation
        | Route::SetLink
        | Route::RegenerateLink
        | Route::Join
        | Route::Decline
        | Route::AskAgain
        | Route::CreateProject
        | Route::RenameProject
        | Route::ArchiveProject
        | Route::ReopenProject
        | Route::LeaveProject
        | Route::CreatePost
        | Route::EditPost
        | Route::SetPostTime
        | Route::SendPostForReview
        | Route::ApprovePost
        | Route::ReturnPost
        | Route::PublishPost
        | Route::AddImage
        | Route::RenameImage
        | Route::DeleteImage
        | Route::RestoreImage
        | Route::OfferProject
        | Route::ResendHandover
        | Route::WithdrawHandover
        | Route::AcceptHandover
        | Route::DeclineHandover => crate::act::answer(&ctx, context).await,
    }
}

/// The description lies beside the page, as a file.
async fn open_api(ctx: &Ctx) -> Outcome {
    let read = async { asset(&ctx.env.assets("ASSETS")?, &ctx.origin, "/openapi.json").await };
    let body = read.await.map_err(|error| Refusal::broken(&message_of(&error)))?;
    if !body.starts_with('{') {
        return Err(Refusal::broken("openapi.json does not lie beside the page"));
    }
    Ok(Reply { status: Route::OpenApi.status(), body, cookies: Vec::new() })
}

/// The text of a file that lies beside the page.
///
/// # Errors
/// When the platform does not give it.
pub async fn asset(assets: &Fetcher, origin: &str, path: &str) -> worker::Result<String> {
    let request = web_sys::Request::new_with_str(&[origin, path].concat())?;
    body::text(&assets.fetch_request(Request::from(request)).await?).await
}

/// The headers that matter.
struct Head {
    content_type: Option<String>,
    content_length: Option<String>,
    origin: Option<String>,
    fetch_site: Option<String>,
    key: Option<String>,
    cookies: String,
    network_address: Option<String>,
    user_agent: Option<String>,
}

impl Head {
    fn of(request: &Request) -> Self {
        let get = |name: &str| request.headers().get(name).ok().flatten();
        Self {
            content_type: get("Content-Type"),
            content_length: get("Content-Length"),
            origin: get("Origin"),
            fetch_site: get("Sec-Fetch-Site"),
            key: get("Idempotency-Key"),
            cookies: get("Cookie").unwrap_or_default(),
            network_address: get("CF-Connecting-IP"),
            user_agent: get("User-Agent"),
        }
    }
}

/// A change is taken from the same origin only. A browser says where it comes from; what says nothing is no page of ours.
fn same_origin(head: &Head, own: &str) -> Result<(), Refusal> {
    let site = head.fetch_site.as_deref().map(|site| site == "same-origin");
    let origin = head.origin.as_deref().map(|origin| origin == own);
    match (site, origin) {
        (Some(false), _) | (_, Some(false)) | (None, None) => Err(Fault::ForeignOrigin.into()),
        (Some(true), _) | (None, Some(true)) => Ok(()),
    }
}

fn valid_key(key: &str) -> Result<(), Refusal> {
    let printable = key.chars().all(|c| c.is_ascii_graphic() || c == ' ');
    if (1..=64).contains(&key.len()) && printable { Ok(()) } else { Err(Fault::BadKey.into()) }
}

const fn cap(route: Route) -> usize {
    match route {
        Route::CreatePost | Route::EditPost | Route::InviteMany | Route::CheckInvitees => POST_BODY,
        _ => BODY,
    }
}

/// Reads the body up to the cap and no further: memory that grew never shrinks here.
async fn read_body(request: &Request, head: &Head, cap: usize) -> Result<String, Refusal> {
    let length = head.content_length.as_deref().and_then(|length| length.parse::<usize>().ok());
    if length.is_some_and(|length| length > cap) {
        return Err(Fault::BodyTooLarge.into());
    }
    let stream = match request.inner().body() {
        Some(stream) if length != Some(0) => stream,
        _ => return Ok(String::new()),
    };
    let bytes = body::read(&stream, cap).await.map_err(|unread| match unread {
        Unread::TooLarge => Fault::BodyTooLarge,
        Unread::Broken => Fault::MalformedJson,
    })?;
    if !bytes.is_empty() && !is_json(head.content_type.as_deref()) {
        return Err(Fault::NotJson.into());
    }
    String::from_utf8(bytes).map_err(|_| Fault::MalformedJson.into())
}

fn is_json(content_type: Option<&str>) -> bool {
    let kind = content_type.unwrap_or_default().split(';').next().unwrap_or_default();
    kind.trim().eq_ignore_ascii_case("application/json")
}

fn owned(route: Route, params: &roster_wire::routes::Params<'_>) -> Params {
    let names = route.path().split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    Params(names.filter_map(|name| Some((name.to_owned(), params.get(name)?.to_owned()))).collect())
}

fn query(route: Route, url: &web_sys::Url) -> Vec<(&'static str, String)> {
    let given = url.search_params();
    route.query().iter().filter_map(|name| Some((*name, given.get(name)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(fetch_site: Option<&str>, origin: Option<&str>) -> Head {
        Head {
            content_type: None,
            content_length: None,
            origin: origin.map(str::to_owned),
            fetch_site: fetch_site.map(str::to_owned),
            key: None,
            cookies: String::new(),
            network_address: None,
            user_agent: None,
        }
    }

    #[test]
    fn changes_come_from_the_same_origin_only() {
        let own = "https://roster.example";
        let passes = |site, origin| same_origin(&head(site, origin), own).is_ok();
        assert!(passes(Some("same-origin"), None));
        assert!(passes(None, Some(own)));
        assert!(passes(Some("same-origin"), Some(own)));
        for (site, origin) in [
            (None, None),
            (Some("cross-site"), None),
            (Some("same-site"), Some(own)),
            (Some("none"), None),
            (None, Some("https://evil.example")),
            (None, Some("null")),
            (Some("same-origin"), Some("https://evil.example")),
        ] {
            assert!(!passes(site, origin), "{site:?} {origin:?}");
        }
    }

    #[test]
    fn keys_and_types_are_of_their_form() {
        assert!(valid_key("a").is_ok() && valid_key(&"x".repeat(64)).is_ok());
        for bad in ["", "é", "a\tb", &"x".repeat(65)] {
            assert!(valid_key(bad).is_err(), "{bad}");
        }
        assert!(is_json(Some("application/json; charset=utf-8")));
        assert!(!is_json(Some("text/plain")) && !is_json(None));
    }
}
