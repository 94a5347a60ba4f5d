//! Against floods: so many requests a minute of one session, or of one address of the network. What security needs
//! counted is counted in D1, by core's rules.

use js_sys::{Object, Reflect};
use roster_core::Asker;
use wasm_bindgen::{JsCast as _, JsValue};
use worker::Env;
use worker::js_sys::futures::JsFuture;
use worker::worker_sys::types::RateLimiter;

/// Whether this request is within the limit. A deployment without the binding has none, and a limiter that fails
/// stops nobody.
pub async fn allows(env: &Env, asker: Asker, network_address: Option<&str>) -> bool {
    // Tests are many people behind one address of the network.
    #[cfg(feature = "dev")]
    if !crate::dev::faults::limits() {
        return true;
    }
    let key = match asker {
        Asker::Session(digest) => format!("session:{digest}"),
        Asker::Nobody | Asker::Clock => format!("address:{}", network_address.unwrap_or("unknown")),
    };
    ask(env, &key).await.unwrap_or(true)
}

/// Asks the binding; `None` if there is none, or it fails.
async fn ask(env: &Env, key: &str) -> Option<bool> {
    let limiter: RateLimiter = JsValue::from(env.rate_limiter("RL").ok()?).unchecked_into();
    let options = Object::new();
    Reflect::set(&options, &"key".into(), &key.into()).ok()?;
    let outcome = JsFuture::from(limiter.limit(options).ok()?).await.ok()?;
    Reflect::get(&outcome, &"success".into()).ok()?.as_bool()
}
