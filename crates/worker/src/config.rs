//! What a deployment sets: where it is reached, and the root keys. `ROOT_KEYS` is `kid:hex,…`, the
//! newest first; each key has at least 32 bytes.

use std::rc::Rc;

use worker::Env;

use crate::crypto::{Key, unhex};

/// A root key with its name.
#[derive(Clone)]
struct RootKey {
    kid: String,
    bytes: Vec<u8>,
}

/// The root keys: the first signs, all of them verify.
#[derive(Clone)]
pub struct Keys(Rc<[RootKey]>);

/// The secret is missing, or not of its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadKeys;

impl Keys {
    /// The keys of the deployment.
    ///
    /// # Errors
    /// When the secret is missing, or not of its form.
    pub fn of(env: &Env) -> Result<Self, BadKeys> {
        Self::parse(&env.secret("ROOT_KEYS").map_err(|_| BadKeys)?.to_string())
    }

    /// The keys of a text.
    ///
    /// # Errors
    /// When it is not of its form.
    pub fn parse(text: &str) -> Result<Self, BadKeys> {
        let keys: Option<Vec<RootKey>> = text.split(',').map(root_key).collect();
        keys.filter(|keys| !keys.is_empty()).map(|keys| Self(keys.into())).ok_or(BadKeys)
    }

    /// The name of the key that signs, and the key that it gives for a purpose.
    pub fn newest(&self, purpose: &str) -> Option<(&str, Key)> {
        self.0.first().map(|root| (root.kid.as_str(), Key::derive(&root.bytes, purpose)))
    }

    /// The key with this name, for a purpose.
    pub fn named(&self, kid: &str, purpose: &str) -> Option<Key> {
        self.0.iter().find(|root| root.kid == kid).map(|root| Key::derive(&root.bytes, purpose))
    }

    /// Every key, for a purpose.
    pub fn all<'a>(&'a self, purpose: &'a str) -> impl Iterator<Item = Key> + 'a {
        self.0.iter().map(move |root| Key::derive(&root.bytes, purpose))
    }
}

/// Where the page is reached: scheme, host and port, with no slash at the end. Links in mails begin so.
pub fn origin(env: &Env) -> Option<String> {
    #[cfg(feature = "dev")]
    if let Some(latest) = crate::dev::origin::latest() {
        return Some(latest);
    }
    let set = env.var("ORIGIN").ok()?.to_string();
    Some(set.trim_end_matches('/').to_owned()).filter(|origin| !origin.is_empty())
}

fn root_key(text: &str) -> Option<RootKey> {
    let (kid, secret) = text.trim().split_once(':')?;
    let named = (1..=8).contains(&kid.len()) && kid.chars().all(|c| c.is_ascii_alphanumeric());
    let bytes = unhex(secret)?;
    (named && bytes.len() >= 32).then(|| RootKey { kid: kid.to_owned(), bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_and_bad_ones_are_not() {
        let key = "ab".repeat(32);
        let keys = Keys::parse(&format!("2:{key},1:{key}")).ok().unwrap();
        assert_eq!(keys.newest("x").map(|(kid, _)| kid.to_owned()), Some("2".to_owned()));
        assert!(keys.named("1", "x").is_some() && keys.named("3", "x").is_none());
        for bad in ["", "1:", "1:abcd", &key, &format!(":{key}"), &format!("a.b:{key}")] {
            assert!(Keys::parse(bad).is_err(), "{bad}");
        }
    }
}
