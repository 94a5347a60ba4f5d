//! Somebody with a browser: cookies of their own, and the mailbox of the development build.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::failure::{Doing, Failure, Outcome};
use crate::http::{self, Answer};

/// How long a mail may take to arrive.
const PATIENCE: Duration = Duration::from_secs(10);

pub struct Person {
    port: u16,
    address: &'static str,
    newcomer: bool,
    cookies: Vec<(String, String)>,
}

impl Person {
    /// Asks for a code, reads it from the mailbox, and signs in with it.
    pub fn sign_in(port: u16, address: &'static str) -> Outcome<Self> {
        let mut person = Self { port, address, newcomer: false, cookies: Vec::new() };
        let before = person.mails()?.len();
        let asked = person.post("/api/v1/sign-in", &json!({ "address": address }))?;
        let code = person.code(before)?;
        let challenge = asked.get("challenge").cloned().unwrap_or_default();
        let answer = person.post("/api/v1/sign-in/code", &json!({ "challenge": challenge, "code": code }))?;
        person.newcomer = answer.get("newcomer").and_then(Value::as_bool).unwrap_or_default();
        Ok(person)
    }

    pub fn address(&self) -> &'static str {
        self.address
    }

    /// Whether signing in made the account.
    pub fn is_newcomer(&self) -> bool {
        self.newcomer
    }

    pub fn rename(&mut self, name: &str) -> Outcome {
        self.ask("PATCH", "/api/v1/me", &json!({ "name": name })).map(drop)
    }

    pub fn post(&mut self, path: &str, body: &Value) -> Outcome<Value> {
        self.ask("POST", path, body)
    }

    pub fn put(&mut self, path: &str, body: &Value) -> Outcome<Value> {
        self.ask("PUT", path, body)
    }

    fn ask(&mut self, method: &str, path: &str, body: &Value) -> Outcome<Value> {
        let origin = format!("http://127.0.0.1:{}", self.port);
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies = cookies.join("; ");
        let headers =
            [("Origin", origin.as_str()), ("Content-Type", "application/json"), ("Cookie", &cookies)];
        let answer = http::send(self.port, method, path, &headers, &body.to_string())?;
        self.keep_cookies(&answer);
        if answer.status >= 300 {
            return Err(Failure::new(format!("{method} {path} answered {}: {}", answer.status, answer.body)));
        }
        serde_json::from_str(&answer.body).doing(path)
    }

    fn keep_cookies(&mut self, answer: &Answer) {
        for (_, cookie) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let pair = cookie.split(';').next().and_then(|pair| pair.split_once('='));
            if let Some((name, value)) = pair {
                self.cookies.retain(|(kept, _)| kept != name);
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }

    /// All mails to this address, the newest first.
    fn mails(&self) -> Outcome<Vec<Value>> {
        let path = format!("/dev/mail.json?to={}", self.address);
        serde_json::from_str(&http::send(self.port, "GET", &path, &[], "")?.body).doing(path)
    }

    /// The 8 digits of the mail that comes after `before` others.
    fn code(&self, before: usize) -> Outcome<String> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let mails = self.mails()?;
            if let Some(code) = mails.first().filter(|_| mails.len() > before).and_then(code_in) {
                return Ok(code);
            }
            std::thread::park_timeout(Duration::from_millis(50));
        }
        Err(Failure::new(format!("no mail with a code came to {}", self.address)))
    }
}

/// The code stands in the text as `1234 5678`.
fn code_in(mail: &Value) -> Option<String> {
    let text = mail.get("text")?.as_str()?;
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_ascii_digit()).filter(|word| !word.is_empty()).collect();
    let pairs = words.windows(2).map(<[&str]>::concat);
    let whole = words.iter().map(|word| (*word).to_owned());
    whole.chain(pairs).find(|digits| digits.len() == 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_with_and_without_its_gap() {
        let code = |text: &str| code_in(&json!({ "text": text }));
        assert_eq!(code("Your code is 1234 5678, for 10 minutes."), Some("12345678".to_owned()));
        assert_eq!(code("Your code is 12345678."), Some("12345678".to_owned()));
        assert_eq!(code("Hello"), None);
    }
}
