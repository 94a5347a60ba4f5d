//! A mail, finished: what a template's words and the facts of one owed mail become, as plain text and as HTML.

use std::borrow::Cow;

use roster_core::change::Template;
use roster_core::model::MailSwitch;
use roster_core::time::{DAY, HOUR, MINUTE};
use roster_core::{Permission, Timestamp};

use roster_store::template_id;

use super::text::{fill, html, shown};
use super::words::Words;

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
    /// Where mails are turned off.
    pub settings: String,
}

/// The mail of `template` about `spoken`, in these words and with this look.
#[must_use]
pub fn compose(
    template: Template,
    spoken: &Spoken,
    envelope: Envelope,
    (words, look): (&Words, &Words),
) -> Message {
    let fill_in = |pattern: &str| fill(pattern, |slot| value(slot, spoken, words));
    let dressed =
        |kind: &str, said: &str| fill(look.get("html", kind), |slot| dress(slot, said, &envelope.link));
    let (mut text, mut body, mut subject) = (String::new(), String::new(), String::new());
    let mut why = fill_in(words.get("general", "why"));
    for (kind, pattern) in words.section(section(template, spoken)) {
        let said = fill_in(pattern);
        match kind {
            "subject" => subject = said,
            "why" => why = said,
            kind => {
                body.push_str(&dressed(kind, &said));
                text.push_str(&said);
                text.push_str(if kind == "button" { ":\n" } else { "" });
                text.push_str(if kind == "button" { &envelope.link } else { "" });
                text.push_str("\n\n");
            }
        }
    }
    let reason = dressed("why", &why);
    let mut off = String::new();
    if MailSwitch::of(template).is_some() {
        let said = words.get("general", "off");
        off = fill(look.get("html", "off"), |slot| dress(slot, said, &envelope.settings));
        why = [&why, "\n", said, ": ", &envelope.settings].concat();
    }
    let begin = look.get("html", "begin").replace("{language}", words.get("general", "language"));
    Message {
        html: [&begin, &body, &reason, &off, look.get("html", "end"), "\n"].concat(),
        text: [&text, "-- \nRoster\n", &why, "\n"].concat(),
        subject: super::text::subject(&subject),
        id: envelope.id,
        from: envelope.from,
        to: envelope.to,
    }
}

/// The section of its words: an invitation has two kinds under one subject (I3).
const fn section(template: Template, spoken: &Spoken) -> &'static str {
    match template {
        Template::Invitation if spoken.registered => "invitation_with_account",
        template => template_id(template),
    }
}

fn dress(slot: &str, said: &str, link: &str) -> Cow<'static, str> {
    Cow::Owned(html(if slot == "link" { link } else { said }))
}

fn value<'a>(slot: &str, spoken: &'a Spoken, words: &'a Words) -> Cow<'a, str> {
    let typed = |text: &Option<String>| Cow::Owned(shown(text.as_deref().unwrap_or_default()));
    match slot {
        "who" if spoken.who.is_none() => Cow::Borrowed(words.get("general", "someone")),
        "who" => typed(&spoken.who),
        "team" => typed(&spoken.team),
        "place" => Cow::Owned(place(spoken)),
        "what" => Cow::Borrowed(spoken.what.map_or("", |what| words.get("checkmarks", what.id()))),
        "post" => typed(&spoken.post),
        "address" => Cow::Borrowed(spoken.address.as_deref().unwrap_or_default()),
        "code" => Cow::Borrowed(spoken.code.as_deref().unwrap_or_default()),
        "until" => spoken.until.map_or(Cow::Borrowed(""), |until| Cow::Owned(date(until, words))),
        _ => Cow::Borrowed(""),
    }
}

fn place(spoken: &Spoken) -> String {
    let team = shown(spoken.team.as_deref().unwrap_or_default());
    match &spoken.project {
        Some(project) => [&shown(project), " (", &team, ")"].concat(),
        None => team,
    }
}

/// `28 November 2026, 14:05 UTC`, as the language writes it.
fn date(at: Timestamp, words: &Words) -> String {
    let (year, month, day) = civil(at.day());
    let index = usize::try_from(month.saturating_sub(1)).unwrap_or_default();
    let name = words.get("general", "months").split(", ").nth(index).unwrap_or_default();
    let (hour, minute) = (at.0.rem_euclid(DAY) / HOUR, at.0.rem_euclid(HOUR) / MINUTE);
    fill(words.get("general", "date"), |slot| match slot {
        "day" => Cow::Owned(day.to_string()),
        "month" => Cow::Borrowed(name),
        "year" => Cow::Owned(year.to_string()),
        _ => Cow::Owned(format!("{hour:02}:{minute:02}")),
    })
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
    use roster_core::model::Language;

    use super::super::words::tests::{look, words};
    use super::*;

    fn written(template: Template, spoken: &Spoken, language: Language) -> Message {
        compose(template, spoken, envelope(), (&words(language), &look()))
    }

    fn envelope() -> Envelope {
        Envelope {
            id: "7@roster.example".to_owned(),
            from: "Roster <roster@example.com>".to_owned(),
            to: "tom@example.com".to_owned(),
            link: "https://roster.example/join#i.1.a&b".to_owned(),
            settings: "https://roster.example/settings".to_owned(),
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
        let mail = written(Template::Invitation, &spoken(), Language::English);
        assert_eq!(
            mail.subject,
            "“<b>Ana</b> Bcc: all@example.\u{200b}com” invites you to “Spring & {code}”"
        );
        assert!(mail.html.contains("&lt;b&gt;Ana&lt;/b&gt; Bcc") && !mail.html.contains("<b>"));
        assert!(mail.html.contains("href=\"https://roster.example/join#i.1.a&amp;b\""));
        assert!(!mail.text.contains('\r') && mail.text.contains("“Spring & {code}” on Roster"));
    }

    #[test]
    fn an_invitation_has_one_subject_for_those_with_and_without_an_account() {
        let stranger = written(Template::Invitation, &spoken(), Language::English);
        let registered = Spoken { registered: true, ..spoken() };
        let known = written(Template::Invitation, &registered, Language::English);
        assert_eq!(stranger.subject, known.subject);
        assert_ne!(stranger.text, known.text);
        assert!(stranger.text.contains("https://roster.example/join#i.1.a&b"));
        assert!(known.text.contains("https://roster.example/join#i.1.a&b"));
    }

    #[test]
    fn a_code_stands_in_the_body_and_never_in_the_subject() {
        let mail = written(Template::SignIn, &spoken(), Language::English);
        assert!(mail.text.contains("\n\n12345678\n\n") && mail.html.contains(">12345678</p>"));
        assert!(!mail.subject.contains("1234"));
    }

    #[test]
    fn every_template_is_whole_and_tracks_nobody() {
        for (template, language) in
            ALL.into_iter().flat_map(|it| Language::ALL.map(|language| (it, language)))
        {
            let mail = written(template, &spoken(), language);
            assert!(!mail.subject.trim().is_empty(), "{template:?} {language:?}");
            assert!(!mail.html.contains("<img") && !mail.html.contains("url("), "{template:?}");
            let switches = usize::from(MailSwitch::of(template).is_some());
            assert!(mail.html.matches("href").count() <= 1 + switches, "{template:?} has one button at most");
            assert_eq!(
                mail.html.matches("href").count(),
                mail.text.matches("https://").count(),
                "{template:?}"
            );
            assert_eq!(
                mail.html.matches("<p class=\"quiet\"").count(),
                2,
                "{template:?} says whose it is, and why"
            );
            assert_eq!(mail.html.matches("<a class=\"quiet\"").count(), switches, "{template:?}");
            assert!(mail.html.contains(&format!("lang=\"{}\"", language.tag())));
        }
    }

    const ALL: [Template; 23] = [
        Template::Handover,
        Template::HandoverAccepted,
        Template::HandoverDeclined,
        Template::TeamDeleted,
        Template::AccountEnded,
        Template::AddressCode,
        Template::AddressChanged,
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
        let english = words(Language::English);
        assert_eq!(date(Timestamp(1_795_788_300_000), &english), "27 November 2026, 14:05 UTC");
        assert_eq!(date(Timestamp(951_782_400_000), &english), "29 February 2000, 00:00 UTC");
        assert_eq!(date(Timestamp(0), &english), "1 January 1970, 00:00 UTC");
        let russian = words(Language::Russian);
        assert_eq!(date(Timestamp(1_795_788_300_000), &russian), "27 ноября 2026 г., 14:05 UTC");
    }
}
