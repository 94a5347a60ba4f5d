//! What the platform's URL parser knows and core does not: how a domain is written in ASCII.

/// The domain in lower-case ASCII (IDNA), by the platform's URL parser; `None` if it is none.
pub fn ascii_domain(domain: &str) -> Option<String> {
    // What would end the host in a URL is in no domain.
    if domain.is_empty()
        || domain.contains(['/', '\\', '?', '#', '@', ':', '%', '[', ']'])
        || domain.contains(char::is_whitespace)
    {
        return None;
    }
    let url = web_sys::Url::new(&format!("http://{domain}/")).ok()?;
    Some(url.hostname())
}
