//! What happens in a room: somebody comes, says what they do, goes; a change concerns somebody; time passes. The class
//! that the platform knows stands in shim.js and calls these.

use roster_core::Timestamp;
use roster_core::id::PersonId;
use roster_core::room::{Colour, Page, Presence, colour_for, difference, presences};
use roster_core::time::SECOND;
use roster_wire::answers::{Heard, Present, Scrolled};
use roster_wire::{convert, json};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use worker::Env;

use super::look_again::{Whom, look_again};
use super::page::OpenPage;
use super::push::NEWS;
use super::sockets::{Ending, Opened, Sockets, nothing, say, shut_left};
use super::{COMES, Room};
use crate::answer::log;
use crate::clock;
use crate::crypto::unhex;
use crate::guard::{guard, guarded};
use crate::parse;

/// How often a room looks at everybody again, in milliseconds (invariant 6).
const LOOK_AGAIN: u32 = 30_000;
/// Where a room keeps which one it is.
const ROOM: &str = "room";
/// Where it keeps who had which colour, the latest first.
const COLOURS: &str = "colours";
/// How many it remembers.
const REMEMBERED: usize = 100;
/// A page that has not said for so long that it is alive is gone: it says so every 20 seconds.
const SILENCE: i64 = 65 * SECOND;
/// Pages that one person may have open in a room.
const PAGES: usize = 50;
/// The longest message of a page, in bytes.
const LONGEST: usize = 1_000;

impl Room {
    fn of(open: &OpenPage) -> Self {
        open.project.map_or(Self::Team(open.team), Self::Project)
    }

    fn to_line(self) -> String {
        match self {
            Self::Project(project) => ["project ", &project.to_string()].concat(),
            Self::Team(team) => ["team ", &team.to_string()].concat(),
        }
    }

    fn of_line(line: &str) -> Option<Self> {
        match line.split_once(' ')? {
            ("project", id) => id.parse().ok().map(Self::Project),
            ("team", id) => id.parse().ok().map(Self::Team),
            _ => None,
        }
    }
}

/// What the platform tells a room.
enum Event {
    /// The Worker lets somebody in, or a change concerns somebody. Nobody else can ask this.
    Asked(web_sys::Request),
    /// A page is closed, or its socket broke.
    Closed(JsValue),
    /// Half a minute has passed.
    Alarm,
}

/// Something happens: a request, a socket that closes, or, with neither, the alarm.
#[wasm_bindgen(js_name = roomEvent, wasm_bindgen_futures = worker::wasm_bindgen_futures, js_sys = worker::js_sys)]
pub async fn event(
    state: JsValue,
    env: Env,
    request: Option<web_sys::Request>,
    socket: JsValue,
) -> Result<JsValue, JsValue> {
    let event = match request {
        Some(request) => Event::Asked(request),
        None if socket.is_undefined() => Event::Alarm,
        None => Event::Closed(socket),
    };
    let happened = guard(happen(Sockets(state), env, event)).await;
    happened.unwrap_or_else(|| Err("an event of a room panicked".into()))
}

/// A page says something.
#[wasm_bindgen(js_name = roomMessage)]
pub fn message(state: JsValue, socket: JsValue, text: &JsValue) {
    let text = text.as_string().filter(|text| text.len() <= LONGEST).unwrap_or_default();
    if guarded(|| said(&Sockets(state), &socket, &text)).is_none() {
        log("a message in a room panicked");
    }
}

/// What an event comes to: whom the room looks at again, and what is answered.
async fn happen(sockets: Sockets, env: Env, event: Event) -> Result<JsValue, JsValue> {
    let mut answer = JsValue::UNDEFINED;
    let mut whom = Whom::InCase;
    match event {
        Event::Asked(request) => match comes(&request) {
            Some(open) => {
                whom = Whom::These(vec![open.page.person]);
                answer = come(&sockets, open).await?;
            }
            None => {
                let told = request.headers().get(NEWS)?.unwrap_or_default();
                whom = Whom::of_line(&told);
                answer = web_sys::Response::new()?.into();
            }
        },
        Event::Closed(socket) => {
            let before = sockets.pages();
            shut_left(&socket);
            settle(&sockets, &before);
            whom = Whom::These(Vec::new());
        }
        Event::Alarm => let_go(&sockets, clock::now()),
    }
    let Some(room) = sockets.kept(ROOM).await?.and_then(|line| Room::of_line(&line)) else {
        return Ok(answer);
    };
    if !sockets.pages().is_empty() {
        sockets.wake(LOOK_AGAIN).await?;
    }
    look_again(&sockets, &env, room, clock::now(), &whom).await;
    Ok(answer)
}

/// Whose machine fell asleep or off the network is not seen to go: their socket stands until somebody gives it up.
fn let_go(sockets: &Sockets, now: Timestamp) {
    let before = sockets.pages();
    let is_gone = |one: &&Opened| sockets.silence(one, now).is_some_and(|silence| silence > SILENCE);
    before.iter().filter(is_gone).for_each(|one| one.shut(Ending::TryLater));
    settle(sockets, &before);
}

fn comes(request: &web_sys::Request) -> Option<OpenPage> {
    let bytes = unhex(&request.headers().get(COMES).ok()??)?;
    OpenPage::of_lines(&String::from_utf8(bytes).ok()?)
}

/// Lets somebody in, in a colour of their own.
async fn come(sockets: &Sockets, mut open: OpenPage) -> Result<JsValue, JsValue> {
    let person = open.page.person;
    let mut remembered = colours(sockets).await?;
    let others: Vec<(PersonId, Colour)> =
        sockets.pages().iter().map(|one| (one.open.page.person, one.open.page.colour)).collect();
    if others.iter().filter(|(other, _)| *other == person).count() >= PAGES {
        return Ok(web_sys::Response::from(worker::Response::error("too many pages", 429)?).into());
    }
    let own = others.iter().find(|(other, _)| *other == person).map(|(_, colour)| *colour);
    open.page.colour = own.unwrap_or_else(|| colour_for(person, &others, &remembered));
    let answer = sockets.admit(&open)?;
    remembered.retain(|(other, _)| *other != person);
    remembered.insert(0, (person, open.page.colour));
    remembered.truncate(REMEMBERED);
    sockets.keep(COLOURS, &colour_lines(&remembered)).await?;
    sockets.keep(ROOM, &Room::of(&open).to_line()).await?;
    Ok(answer)
}

fn said(sockets: &Sockets, socket: &JsValue, text: &str) {
    let before = sockets.pages();
    let Some(mut one) = before.iter().find(|one| one.socket == *socket).cloned() else { return };
    let now = clock::now();
    let doing = parse::read(text).ok().and_then(|said| convert::doing(&said).ok());
    let (Some(doing), Some(allowance)) = (doing, one.open.allowance.less_one(now)) else {
        one.shut(Ending::TooMuch);
        return settle(sockets, &before);
    };
    let page = &mut one.open.page;
    let news = doing.is_other_than(page.doing);
    page.doing = doing;
    page.changed_at = if news { now } else { page.changed_at };
    let person = page.person;
    one.open.allowance = allowance;
    one.save();
    if news {
        return settle(sockets, &before);
    }
    let heard = Heard {
        scrolled: Some(Scrolled { id: person.to_string(), scroll: u32::from(doing.scroll) }),
        ..nothing()
    };
    say(before.iter().filter(|other| other.open.page.doing.following == Some(person)), &json::text(&heard));
}

/// Tells everybody who is new since `before`, who does something else, and who is gone.
pub fn settle(sockets: &Sockets, before: &[Opened]) {
    let after = sockets.pages();
    let (news, gone) = difference(&seen(before), &seen(&after));
    if news.is_empty() && gone.is_empty() {
        return;
    }
    let heard = Heard {
        people: (!news.is_empty()).then(|| news.iter().map(|one| shape(one, &after)).collect()),
        gone: (!gone.is_empty()).then(|| gone.iter().map(ToString::to_string).collect()),
        ..nothing()
    };
    // Whoever has just been let in hears it in their first message.
    let known = |one: &&Opened| before.iter().any(|old| old.socket == one.socket && old.open.told.is_some());
    say(after.iter().filter(known), &json::text(&heard));
}

/// Those who are seen: in a project, and not before the database was asked about them.
fn seen(pages: &[Opened]) -> Vec<Presence> {
    let is_seen = |one: &&Opened| one.open.told.is_some() && one.open.project.is_some();
    let pages: Vec<Page> = pages.iter().filter(is_seen).map(|one| one.open.page).collect();
    presences(&pages)
}

/// All who are there, for a first message.
pub fn shapes_of(pages: &[Opened]) -> Vec<Present> {
    seen(pages).iter().map(|one| shape(one, pages)).collect()
}

fn shape(one: &Presence, pages: &[Opened]) -> Present {
    let named = pages.iter().find(|page| page.open.page.person == one.person);
    Present {
        id: one.person.to_string(),
        name: named.map(|page| page.open.name.clone()).unwrap_or_default(),
        avatar: named.and_then(|page| page.open.avatar).map(|avatar| avatar.to_string()),
        colour: u32::from(one.colour.0),
        since: one.since.0,
        doing: convert::doing_shape(one.doing),
    }
}

/// Everybody who has a page open, once each.
pub fn people_of(pages: &[Opened]) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = pages.iter().map(|one| one.open.page.person).collect();
    people.sort_unstable();
    people.dedup();
    people
}

async fn colours(sockets: &Sockets) -> Result<Vec<(PersonId, Colour)>, JsValue> {
    let one = |line: &str| {
        let (person, colour) = line.split_once(' ')?;
        Some((person.parse().ok()?, Colour(colour.parse().ok()?)))
    };
    let kept = sockets.kept(COLOURS).await?.unwrap_or_default();
    Ok(kept.lines().filter_map(one).collect())
}

fn colour_lines(colours: &[(PersonId, Colour)]) -> String {
    let one = |(person, colour): &(PersonId, Colour)| {
        [&person.to_string(), " ", &colour.0.to_string(), "\n"].concat()
    };
    colours.iter().map(one).collect()
}
