//! A mail, finished: what a template's words and the facts of one owed mail become, as plain text and as HTML.

use std::borrow::Cow;

use roster_core::change::Template;
use roster_core::time::{DAY, HOUR, MINUTE};
use roster_core::{Permission, Timestamp};

use super::languages::{Key, Language, Words};
use super::text::{fill, html, shown, subject};

/// What a mail speaks of. Names and titles are as people typed them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// Who did it, or who is spoken of.
    pub who: Option<String>,
    /// The team's name.
    pub team: Option<String>,
    /// The project's name.
    pub project: Option<String>,
    /// The checkmark that is asked for.
    pub what: Option<Permission>,
    /// The post's title.
    pub post: Option<String>,
    /// The address that it is about: the invitee's, or the recipient's own.
    pub address: Option<String>,
    /// Until when an invitation is open.
    pub until: Option<Timestamp>,
    /// The code to sign in with.
    pub code: Option<String>,
    /// Whether the recipient has an account.
    pub registered: bool,
}

/// A mail that can be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its identity, the same at every try: `number@host`.
    pub id: String,
    /// From whom: `Name <address>`, or an address.
    pub from: String,
    /// To which address.
    pub to: String,
    /// Its subject, one line.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// As HTML.
    pub html: String,
}

/// What stands on the envelope, and where the button leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// Its identity.
    pub id: String,
    /// From whom.
    pub from: String,
    /// To which address.
    pub to: String,
    /// Where the button leads.
    pub link: String,
}

/// The mail of `template` about `spoken`, in `language`.
#[must_use]
pub fn compose(template: Template, spoken: &Spoken, envelope: Envelope, language: &Language) -> Message {
    let words = (language.words)(key(template, spoken));
    let fill_in = |pattern: &str| fill(pattern, |slot| value(slot, spoken, language));
    Message {
        subject: subject(&fill_in(words.subject)),
        text: as_text(words, &envelope.link, fill_in),
        html: as_html(words, &envelope.link, language, fill_in),
        id: envelope.id,
        from: envelope.from,
        to: envelope.to,
    }
}

const fn key(template: Template, spoken: &Spoken) -> Key {
    match template {
        Template::Invitation if spoken.registered => Key::InvitationWithAccount,
        template => Key::Of(template),
    }
}

fn value<'a>(slot: &str, spoken: &'a Spoken, language: &'a Language) -> Cow<'a, str> {
    let typed = |text: &Option<String>| Cow::Owned(shown(text.as_deref().unwrap_or_default()));
    match slot {
        "who" if spoken.who.is_none() => Cow::Borrowed(language.someone),
        "who" => typed(&spoken.who),
        "team" => typed(&spoken.team),
        "place" => Cow::Owned(place(spoken)),
        "what" => Cow::Borrowed(spoken.what.map_or("", language.label)),
        "post" => typed(&spoken.post),
        "address" => Cow::Borrowed(spoken.address.as_deref().unwrap_or_default()),
        "code" => Cow::Borrowed(spoken.code.as_deref().unwrap_or_default()),
        "until" => spoken.until.map_or(Cow::Borrowed(""), |until| Cow::Owned(date(until, language))),
        _ => Cow::Borrowed(""),
    }
}

fn place(spoken: &Spoken) -> String {
    let team = shown(spoken.team.as_deref().unwrap_or_default());
    match &spoken.project {
        Some(project) => format!("{} ({team})", shown(project)),
        None => team,
    }
}

fn as_text(words: Words, link: &str, fill_in: impl Fn(&str) -> String) -> String {
    let mut parts: Vec<String> = words.before.iter().map(|part| fill_in(part)).collect();
    parts.extend(words.button.map(|button| format!("{}:\n{link}", fill_in(button))));
    parts.extend(words.after.iter().map(|part| fill_in(part)));
    format!("{}\n\n-- \nRoster\n", parts.join("\n\n"))
}

const BODY: &str =
    "font:16px/1.5 system-ui,sans-serif;color:#1b1d22;max-width:36em;margin:0 auto;padding:24px";
const BUTTON: &str = "display:inline-block;padding:10px 18px;border-radius:8px;background:#3552d1;color:#ffffff;\
                      text-decoration:none";
const CODE: &str = "font:600 28px/1.4 ui-monospace,monospace;letter-spacing:4px";

fn as_html(words: Words, link: &str, language: &Language, fill_in: impl Fn(&str) -> String) -> String {
    let paragraph = |part: &&str| {
        let style = if *part == "{code}" { format!(" style=\"{CODE}\"") } else { String::new() };
        format!("<p{style}>{}</p>\n", html(&fill_in(part)))
    };
    let button = words.button.map_or_else(String::new, |button| {
        format!("<p><a href=\"{}\" style=\"{BUTTON}\">{}</a></p>\n", html(link), html(&fill_in(button)))
    });
    let before: String = words.before.iter().map(paragraph).collect();
    let after: String = words.after.iter().map(paragraph).collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"></head>\n<body style=\"{BODY}\">\n\
         {before}{button}{after}<p style=\"color:#666a73\">Roster</p>\n</body></html>\n",
        language.tag
    )
}

/// `28 November 2026, 14:05 UTC`.
fn date(at: Timestamp, language: &Language) -> String {
    let (year, month, day) = civil(at.day());
    let name = usize::try_from(month.saturating_sub(1)).ok().and_then(|index| language.months.get(index));
    let (hour, minute) = (at.0.rem_euclid(DAY) / HOUR, at.0.rem_euclid(HOUR) / MINUTE);
    format!("{day} {} {year}, {hour:02}:{minute:02} UTC", name.copied().unwrap_or_default())
}

/// Year, month and day of a day counted from 1970-01-01 (the calendar repeats every 146,097 days).
#[expect(
    clippy::arithmetic_side_effects,
    reason = "days of 64-bit milliseconds are far from any end of the range"
)]
const fn civil(day: i64) -> (i64, i64, i64) {
    let day = day + 719_468;
    let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let month = if march < 10 { march + 3 } else { march - 9 };
    let next = if month <= 2 { 1 } else { 0 };
    (year + era * 400 + next, month, of_year - (153 * march + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::super::languages::ENGLISH;
    use super::*;

    fn envelope() -> Envelope {
        Envelope {
            id: "7@roster.example".to_owned(),
            from: "Roster <roster@example.com>".to_owned(),
            to: "tom@example.com".to_owned(),
            link: "https://roster.example/join#i.1.a&b".to_owned(),
        }
    }

    fn spoken() -> Spoken {
        Spoken {
            who: Some("<b>Ana</b>\r\nBcc: all@example.com".to_owned()),
            team: Some("Spring & {code}".to_owned()),
            address: Some("tom@example.com".to_owned()),
            until: Some(Timestamp(1_795_788_300_000)),
            code: Some("12345678".to_owned()),
            ..Spoken::default()
        }
    }

    #[test]
    fn user_text_is_escaped_and_stays_on_its_line() {
        let mail = compose(Template::Invitation, &spoken(), envelope(), &ENGLISH);
        assert_eq!(mail.subject, "<b>Ana</b> Bcc: all@example.com invites you to Spring & {code}");
        assert!(mail.html.contains("&lt;b&gt;Ana&lt;/b&gt; Bcc") && !mail.html.contains("<b>"));
        assert!(mail.html.contains("href=\"https://roster.example/join#i.1.a&amp;b\""));
        assert!(!mail.text.contains('\r') && mail.text.contains("Spring & {code} on Roster"));
    }

    #[test]
    fn an_invitation_has_one_subject_for_those_with_and_without_an_account() {
        let stranger = compose(Template::Invitation, &spoken(), envelope(), &ENGLISH);
        let registered = Spoken { registered: true, ..spoken() };
        let known = compose(Template::Invitation, &registered, envelope(), &ENGLISH);
        assert_eq!(stranger.subject, known.subject);
        assert_ne!(stranger.text, known.text);
        assert!(stranger.text.contains("https://roster.example/join#i.1.a&b"));
        assert!(known.text.contains("https://roster.example/join#i.1.a&b"));
    }

    #[test]
    fn a_code_stands_in_the_body_and_never_in_the_subject() {
        let mail = compose(Template::SignIn, &spoken(), envelope(), &ENGLISH);
        assert!(mail.text.contains("\n\n12345678\n\n") && mail.html.contains(">12345678</p>"));
        assert!(!mail.subject.contains("1234"));
    }

    #[test]
    fn every_template_is_whole_and_tracks_nobody() {
        for template in ALL {
            let mail = compose(template, &spoken(), envelope(), &ENGLISH);
            assert!(!mail.subject.trim().is_empty(), "{template:?}");
            assert!(!mail.html.contains("<img") && !mail.html.contains("url("), "{template:?}");
            assert_eq!(
                mail.html.matches("href").count(),
                mail.text.matches("https://").count(),
                "{template:?}"
            );
        }
    }

    const ALL: [Template; 16] = [
        Template::SignIn,
        Template::Invitation,
        Template::Included,
        Template::Joined,
        Template::Declined,
        Template::NothingNew,
        Template::AskedAgain,
        Template::AccessChanged,
        Template::AccessAsked,
        Template::Removed,
        Template::Ended,
        Template::OwnershipReceived,
        Template::OwnershipHandedOver,
        Template::SeatRefused,
        Template::Approved,
        Template::Returned,
    ];

    #[test]
    fn dates_are_read_by_people() {
        assert_eq!(date(Timestamp(1_795_788_300_000), &ENGLISH), "27 November 2026, 14:05 UTC");
        assert_eq!(date(Timestamp(951_782_400_000), &ENGLISH), "29 February 2000, 00:00 UTC");
        assert_eq!(date(Timestamp(0), &ENGLISH), "1 January 1970, 00:00 UTC");
    }
}
