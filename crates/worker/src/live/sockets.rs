//! Rooms and their sockets, as the platform has them (sockets.js).

use js_sys::{Array, Object, Promise, Reflect};
use roster_core::Timestamp;
use roster_store::present::RoomId;
use roster_wire::answers::Heard;
use roster_wire::json;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use worker::Env;
use worker::js_sys::futures::JsFuture;

use super::page::OpenPage;

#[wasm_bindgen(module = "/src/live/sockets.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn admit(state: &JsValue, text: &str) -> Result<JsValue, JsValue>;
    fn pages(state: &JsValue) -> Array;
    #[wasm_bindgen(js_name = heardAt)]
    fn heard_at(state: &JsValue, socket: &JsValue) -> Option<f64>;
    fn attach(socket: &JsValue, text: &str);
    fn tell(sockets: &Array, text: &str);
    fn shut(socket: &JsValue, code: u16, reason: &str);
    #[wasm_bindgen(catch)]
    fn kept(state: &JsValue, key: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch)]
    fn keep(state: &JsValue, key: &str, text: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch)]
    fn wake(state: &JsValue, millis: u32) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch)]
    fn ask(env: &JsValue, names: Array, headers: &JsValue) -> Result<Promise, JsValue>;
}

/// Tells rooms something by headers, all at once; what the first answers.
pub async fn tell_rooms(env: &Env, rooms: &[RoomId], headers: &[(&str, &str)]) -> Result<JsValue, JsValue> {
    let names = rooms.iter().map(|room| JsValue::from(room.to_string())).collect();
    let told = Object::new();
    for (name, value) in headers {
        Reflect::set(&told, &(*name).into(), &(*value).into())?;
    }
    JsFuture::from(ask(env, names, &told)?).await
}

/// A socket with what is known of its page.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The socket.
    pub socket: JsValue,
    /// The page.
    pub open: OpenPage,
}

/// The state of a room's object.
pub struct Sockets(pub JsValue);

/// Why a socket is closed. Its code says so too (4000 to 4999 are an application's own), but a browser may learn of a
/// close seconds after it, when the platform lets go of a socket that slept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The session is over.
    SignedOut,
    /// They have nothing in the team any more.
    NoAccess,
    /// They are in the team, and the project is none of theirs any more.
    Elsewhere,
    /// The page says too much, or what makes no sense.
    TooMuch,
    /// The database could not be asked, or the page has not said for long that it is alive: again later.
    TryLater,
}

impl Ending {
    const fn parts(self) -> (u16, &'static str) {
        match self {
            Self::SignedOut => (4401, "signed_out"),
            Self::NoAccess => (4403, "no_access"),
            Self::Elsewhere => (4404, "elsewhere"),
            Self::TooMuch => (4429, "too_much"),
            Self::TryLater => (1013, "try_later"),
        }
    }
}

impl Sockets {
    /// Lets a page in. The answer is the browser's end of its socket.
    pub fn admit(&self, open: &OpenPage) -> Result<JsValue, JsValue> {
        admit(&self.0, &open.to_lines())
    }

    /// Every open page.
    pub fn pages(&self) -> Vec<Opened> {
        let all = pages(&self.0).to_vec();
        let one = |pair: &[JsValue]| {
            let [socket, text] = pair else { return None };
            Some(Opened { socket: socket.clone(), open: OpenPage::of_lines(&text.as_string()?)? })
        };
        all.chunks(2).filter_map(one).collect()
    }

    /// How long a page has not said that it is alive; of one that never did, nothing is known.
    pub fn silence(&self, one: &Opened, now: Timestamp) -> Option<i64> {
        #[expect(clippy::cast_possible_truncation, reason = "milliseconds, far below 2^53")]
        heard_at(&self.0, &one.socket).map(|at| now.since(Timestamp(at as i64)))
    }

    /// What is kept under a key.
    pub async fn kept(&self, key: &str) -> Result<Option<String>, JsValue> {
        Ok(JsFuture::from(kept(&self.0, key)?).await?.as_string())
    }

    /// Keeps a text.
    pub async fn keep(&self, key: &str, text: &str) -> Result<(), JsValue> {
        JsFuture::from(keep(&self.0, key, text)?).await.map(drop)
    }

    /// Wakes the room in so many milliseconds, unless it is woken before.
    pub async fn wake(&self, millis: u32) -> Result<(), JsValue> {
        JsFuture::from(wake(&self.0, millis)?).await.map(drop)
    }
}

impl Opened {
    /// Keeps what is known of the page now.
    pub fn save(&self) {
        attach(&self.socket, &self.open.to_lines());
    }

    /// Says why, and closes it.
    pub fn shut(&self, ending: Ending) {
        let (code, reason) = ending.parts();
        let heard = Heard { over: Some(reason.to_owned()), ..nothing() };
        say(std::iter::once(self), &json::text(&heard));
        shut(&self.socket, code, reason);
    }
}

/// Closes a socket whose other side is closed already.
pub fn shut_left(socket: &JsValue) {
    shut(socket, 1000, "");
}

/// A message that says nothing.
pub const fn nothing() -> Heard {
    Heard { people: None, all: None, gone: None, scrolled: None, snapshot: None, over: None }
}

/// Says something in these pages.
pub fn say<'a>(to: impl Iterator<Item = &'a Opened>, text: &str) {
    let sockets: Array = to.map(|one| &one.socket).collect();
    if sockets.length() > 0 {
        tell(&sockets, text);
    }
}
