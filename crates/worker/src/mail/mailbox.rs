//! The mailbox of the development build: mails go into a table that no migration knows, `/dev/mail` shows them to people
//! and `/dev/mail.json?to=ADDRESS` to tests, the newest first.

use roster_store::{Cell, Row, Statement, Value};
use serde_json::{Value as Json, json};
use worker::{Env, Headers, Response};

use super::message::Message;
use super::sender::Unsent;
use super::text::html;
use crate::d1::{Database, Failed};

/// The most mails that are shown.
const MOST: i64 = 500;

fn table() -> Statement {
    let sql =
        "CREATE TABLE IF NOT EXISTS dev_mailbox (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL,
        message_id TEXT NOT NULL, sender TEXT NOT NULL, receiver TEXT NOT NULL, subject TEXT NOT NULL,
        text TEXT NOT NULL, html TEXT NOT NULL) STRICT";
    Statement::new(sql, Vec::new())
}

/// Takes a mail.
///
/// # Errors
/// When the database does not take it.
pub async fn put(db: &Database, mail: &Message) -> Result<(), Unsent> {
    let parts = [&mail.id, &mail.from, &mail.to, &mail.subject, &mail.text, &mail.html];
    let mut params = vec![Value::from(crate::clock::now())];
    params.extend(parts.map(|part| Value::from(part.as_str())));
    let sql = "INSERT INTO dev_mailbox (at, message_id, sender, receiver, subject, text, html)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let put = db.unseen().batch(&[table(), Statement::new(sql, params)]).await;
    put.map(drop).map_err(|failed| Unsent::Later(failed.message))
}

/// Shows the mailbox.
///
/// # Errors
/// When the platform refuses to make a response.
pub async fn show(url: &web_sys::Url, env: &Env) -> worker::Result<Response> {
    let to = url.search_params().get("to");
    match read(env, to.as_deref()).await {
        Ok(rows) if url.pathname().ends_with(".json") => {
            Response::from_json(&rows.iter().map(as_json).collect::<Vec<_>>())
        }
        Ok(rows) => page(&rows),
        Err(failed) => Response::error(failed.message, 500),
    }
}

async fn read(env: &Env, to: Option<&str>) -> Result<Vec<Row>, Failed> {
    let sql = "SELECT * FROM dev_mailbox WHERE ?1 IS NULL OR receiver = ?1 ORDER BY id DESC LIMIT CAST(?2 AS INTEGER)";
    let to = to.map(|to| to.trim().to_lowercase());
    let params = vec![Value::from(to), Value::Integer(MOST)];
    let results = Database::of(env)?.unseen().batch(&[table(), Statement::new(sql, params)]).await?;
    Ok(results.into_iter().nth(1).unwrap_or_default())
}

fn text<'a>(row: &'a Row, column: &str) -> &'a str {
    match row.cell(column) {
        Cell::Text(text) => text,
        Cell::Null | Cell::Integer(_) | Cell::Real(_) => "",
    }
}

fn number(row: &Row, column: &str) -> i64 {
    match row.cell(column) {
        Cell::Integer(number) => *number,
        #[expect(clippy::cast_possible_truncation, reason = "numbers and times, whole and below 2^53")]
        Cell::Real(number) => *number as i64,
        Cell::Null | Cell::Text(_) => 0,
    }
}

fn as_json(row: &Row) -> Json {
    let body = text(row, "text");
    json!({
        "id": number(row, "id"),
        "at": number(row, "at"),
        "messageId": text(row, "message_id"),
        "from": text(row, "sender"),
        "to": text(row, "receiver"),
        "subject": text(row, "subject"),
        "text": body,
        "html": text(row, "html"),
        "link": link(body),
        "code": code(body),
    })
}

fn link(body: &str) -> Option<&str> {
    body.lines().find(|line| line.starts_with("http://") || line.starts_with("https://"))
}

fn code(body: &str) -> Option<&str> {
    body.lines().find(|line| line.len() == 8 && line.chars().all(|c| c.is_ascii_digit()))
}

fn page(rows: &[Row]) -> worker::Result<Response> {
    let mails: String = rows.iter().map(article).collect();
    let empty = if rows.is_empty() { "<p>No mail yet.</p>" } else { "" };
    let headers = Headers::new();
    headers.set("Content-Type", "text/html; charset=utf-8")?;
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    )?;
    headers.set("Cache-Control", "no-store")?;
    let page = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Mailbox</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><style>{STYLE}</style></head>\
         <body><h1>Mailbox</h1><p>Every mail of this development build, the newest first.</p>{empty}{mails}</body></html>"
    );
    Ok(Response::ok(page)?.with_headers(headers))
}

const STYLE: &str = ":root{color-scheme:light dark}body{font:14px/1.5 system-ui,sans-serif;max-width:44em;\
    margin:2em auto;padding:0 1em}article{border:1px solid #8886;border-radius:8px;padding:1em;margin:1em 0}\
    h2{font-size:1.1em;margin:0}pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.5em 0 0}\
    iframe{width:100%;height:32em;border:1px solid #8886;border-radius:8px}";

fn article(row: &Row) -> String {
    let line = |line: &str| match link(line) {
        Some(link) => format!("<a href=\"{0}\">{0}</a>\n", html(link)),
        None => format!("{}\n", html(line)),
    };
    let body: String = text(row, "text").lines().map(line).collect();
    format!(
        "<article><h2>{}</h2><div>To <a href=\"?to={1}\">{1}</a></div><pre>{body}</pre>\
         <details><summary>As HTML</summary><iframe sandbox title=\"As HTML\" srcdoc=\"{2}\"></iframe></details></article>\n",
        html(text(row, "subject")),
        html(text(row, "receiver")),
        html(text(row, "html")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_and_the_link_are_found() {
        let body =
            "Your code is:\n\n12345678\n\nSign in:\nhttps://roster.example/sign-in#s.1\n\n-- \nRoster\n";
        assert_eq!(code(body), Some("12345678"));
        assert_eq!(link(body), Some("https://roster.example/sign-in#s.1"));
        assert_eq!((code("1234567"), link("see https://x")), (None, None));
    }

    #[test]
    fn what_a_mail_says_is_no_markup_here() {
        let cell = |text: &str| Cell::Text(text.to_owned());
        let row: Row = [
            ("subject".to_owned(), cell("<script>")),
            ("receiver".to_owned(), cell("a\"b@e.com")),
            ("text".to_owned(), cell("https://e.com/?a&b\n<b>")),
        ]
        .into_iter()
        .collect();
        let shown = article(&row);
        assert!(!shown.contains("<script>") && !shown.contains("<b>") && !shown.contains("a\"b"), "{shown}");
        assert!(shown.contains("<a href=\"https://e.com/?a&amp;b\">"));
    }
}
