//! Who carries mail: Cloudflare's binding, Resend over HTTP, and in development builds the mailbox.

use js_sys::JsString;
use roster_wire::json::Writer;
use wasm_bindgen::JsValue;
use worker::{Env, Fetch, Request, SendEmail, SendEmailBuilder};

use super::message::Message;
use crate::d1::message_of;

/// Whoever takes a finished mail.
pub enum Sender {
    /// The `EMAIL` binding. It gives each mail a Message-ID of its own; ours rides in `X-Roster-Mail`.
    Cloudflare(SendEmail),
    /// Resend, with the deployment's key. The mail's identity is its Idempotency-Key, so that a second try after a lost
    /// answer sends nothing twice.
    Resend(String),
    /// The mailbox of the development build.
    #[cfg(feature = "dev")]
    Mailbox(crate::d1::Database),
}

/// Why a mail was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsent {
    /// It is worth another try.
    Later(String),
    /// It will never be taken.
    Never(String),
}

impl Sender {
    /// The sender that the deployment names in `MAIL_SENDER`.
    ///
    /// # Errors
    /// When it is not one of ours, or lacks its binding or key.
    pub fn of(env: &Env) -> Result<Self, Unsent> {
        #[cfg(feature = "dev")]
        if let Ok(db) = crate::d1::Database::of(env) {
            return Ok(Self::Mailbox(db));
        }
        let missing = |what: &str| Unsent::Later(format!("{what} is missing"));
        match env.var("MAIL_SENDER").map(|name| name.to_string()).as_deref() {
            Ok("cloudflare") => env.send_email("EMAIL").map(Self::Cloudflare).map_err(|_| missing("EMAIL")),
            Ok("resend") => {
                let key = env.secret("RESEND_KEY").map_err(|_| missing("RESEND_KEY"))?;
                Ok(Self::Resend(key.to_string()))
            }
            Ok(_) | Err(_) => Err(missing("MAIL_SENDER")),
        }
    }

    /// Hands a mail over.
    ///
    /// # Errors
    /// When it was not taken, or nobody knows whether it was.
    pub async fn send(&self, mail: &Message) -> Result<(), Unsent> {
        match self {
            Self::Cloudflare(binding) => by_binding(binding, mail).await,
            Self::Resend(key) => by_resend(key, mail).await,
            #[cfg(feature = "dev")]
            Self::Mailbox(db) => super::mailbox::put(db, mail).await,
        }
    }
}

async fn by_binding(binding: &SendEmail, mail: &Message) -> Result<(), Unsent> {
    let builder = SendEmailBuilder::new(&mail.from, &mail.to, &mail.subject);
    builder.set_text(&mail.text);
    builder.set_html(&mail.html);
    let headers: js_sys::Object<JsString> = js_sys::Object::new_typed();
    let (name, id) = (JsValue::from_str("X-Roster-Mail"), JsValue::from_str(&mail.id));
    if js_sys::Reflect::set(&headers, &name, &id).is_ok() {
        builder.set_headers(&headers);
    }
    match binding.send_with_builder(&builder).await {
        Ok(_) => Ok(()),
        Err(error) => Err(refused(&worker::Error::from(error))),
    }
}

/// Only what the recipient's address causes is final; limits and outages pass.
fn refused(error: &worker::Error) -> Unsent {
    match error {
        worker::Error::EmailRecipientSuppressed(_) => Unsent::Never("suppressed".to_owned()),
        worker::Error::EmailRecipientNotAllowed(_) => Unsent::Never("not allowed".to_owned()),
        worker::Error::UnknownJsError { code: Some(code), .. } if code == "E_RECIPIENT_NOT_ALLOWED" => {
            Unsent::Never("not allowed".to_owned())
        }
        other => Unsent::Later(message_of(other)),
    }
}

const RESEND: &str = "https://api.resend.com/emails";

async fn by_resend(key: &str, mail: &Message) -> Result<(), Unsent> {
    let request = resend_request(key, mail).map_err(|error| Unsent::Later(message_of(&error)))?;
    let response = Fetch::Request(request).send().await.map_err(|error| Unsent::Later(message_of(&error)))?;
    of_status(response.status_code())
}

fn resend_request(key: &str, mail: &Message) -> worker::Result<Request> {
    let init = web_sys::RequestInit::new();
    init.set_method("POST");
    init.set_redirect(web_sys::RequestRedirect::Manual);
    init.set_body(&JsValue::from_str(&resend_body(mail)));
    let request = web_sys::Request::new_with_str_and_init(RESEND, &init)?;
    let headers = request.headers();
    headers.set("Authorization", &format!("Bearer {key}"))?;
    headers.set("Content-Type", "application/json")?;
    headers.set("Idempotency-Key", &mail.id)?;
    Ok(request.into())
}

/// What Resend takes.
fn resend_body(mail: &Message) -> String {
    let mut out = Writer::default();
    out.open('{');
    for (name, text) in
        [("from", &mail.from), ("subject", &mail.subject), ("text", &mail.text), ("html", &mail.html)]
    {
        out.field(name, text);
    }
    out.field("to", &vec![mail.to.clone()]);
    out.name("headers");
    out.open('{');
    out.field("Message-ID", &format!("<{}>", mail.id));
    out.close('}');
    out.close('}');
    out.text()
}

/// 422 says that the mail itself is wrong; everything else may pass: a bad key is mended, a limit ends.
fn of_status(status: u16) -> Result<(), Unsent> {
    match status {
        200..=299 => Ok(()),
        422 => Err(Unsent::Never("refused by the sender".to_owned())),
        status => Err(Unsent::Later(format!("the sender answered {status}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_mail_has_the_same_identity_and_content() {
        let mail = Message {
            id: "7@roster.example".to_owned(),
            from: "Roster <roster@example.com>".to_owned(),
            to: "ana@example.com".to_owned(),
            subject: "\"Quotes\"".to_owned(),
            text: "a\nb".to_owned(),
            html: "<p>a</p>".to_owned(),
        };
        assert_eq!(resend_body(&mail), resend_body(&mail));
        let body: serde_json::Value = serde_json::from_str(&resend_body(&mail)).unwrap();
        assert_eq!(body["headers"]["Message-ID"], "<7@roster.example>");
        assert_eq!(body["subject"], "\"Quotes\"");
    }

    #[test]
    fn only_a_mail_that_is_wrong_is_given_up_at_once() {
        assert_eq!(of_status(202), Ok(()));
        assert!(matches!(of_status(422), Err(Unsent::Never(_))));
        for status in [301, 401, 409, 429, 500, 503] {
            assert!(matches!(of_status(status), Err(Unsent::Later(_))), "{status}");
        }
    }
}
