//! Against floods: so many requests a minute of one session, or of one address of the network. What security needs
//! counted is counted in D1, by core's rules.

use roster_core::Asker;
use worker::Env;

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
    let Ok(limiter) = env.rate_limiter("RL") else { return true };
    limiter.limit(key).await.map_or(true, |outcome| outcome.success)
}
