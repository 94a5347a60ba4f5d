//! Sends what is owed: claims due mails, writes each from what it speaks of now, hands it over, and notes how it went.
//! Delivered at least once; twice only if a sender's answer was lost, and then with the same identity.

use roster_core::Timestamp;
use roster_core::change::Template;
use roster_core::id::TeamId;
use roster_core::limits::{
    CHALLENGE_MILLIS, MAIL_BACKOFF_MILLIS, MAIL_LONGEST_BACKOFF_MILLIS, MAIL_RETRY_MILLIS,
};
use roster_core::model::Language;
use roster_core::time::MINUTE;
use roster_store::upkeep::outbox::{self, Outcome, Owed};
use worker::{Env, Fetcher};

use super::message::{Envelope, Message, Spoken, compose};
use super::sender::{Sender, Unsent};
use super::words::{self, Words};
use crate::answer::log;
use crate::config::Keys;
use crate::d1::{Database, Failed, message_of};
use crate::token::{self, Token};

/// Mails that are claimed at once.
const BATCH: u32 = 50;
/// Batches of one call, so that it comes to an end.
const MOST_BATCHES: u32 = 10;
/// How long a claim keeps other senders away. Longer than a batch may take.
const LEASE_MILLIS: i64 = 2 * MINUTE;

/// What mails need of the deployment.
struct Post {
    db: Database,
    /// Where the words lie.
    assets: Fetcher,
    sender: Sender,
    keys: Keys,
    origin: String,
    from: String,
}

/// Sends every mail that is due. What fails is noted, and tried again later.
pub async fn send_due(env: &Env, now: Timestamp) {
    let post = match Post::open(env) {
        Ok(post) => post,
        Err(what) => return log(&format!("mail waits: {what}")),
    };
    for _ in 0..MOST_BATCHES {
        match post.send_some(now).await {
            // Fewer than could be claimed: nothing is left.
            Ok(sent) if sent < BATCH as usize => return,
            Ok(_) => {}
            Err(failed) => return log(&format!("mail waits: {}", failed.message)),
        }
    }
}

impl Post {
    fn open(env: &Env) -> Result<Self, String> {
        let sender = Sender::of(env).map_err(|unsent| match unsent {
            Unsent::Later(what) | Unsent::Never(what) => what,
        })?;
        let from = env.var("MAIL_FROM").map_err(|_| "MAIL_FROM is missing")?.to_string();
        let keys = Keys::of(env).map_err(|_| "ROOT_KEYS is missing, or not of its form")?;
        let origin = crate::config::origin(env).ok_or("ORIGIN is missing")?;
        let db = Database::of(env).map_err(|failed| failed.message)?;
        let assets = env.assets("ASSETS").map_err(|_| "ASSETS is missing")?;
        Ok(Self { db, assets, sender, keys, origin, from })
    }

    /// Sends up to a batch of mails; how many were claimed.
    async fn send_some(&self, now: Timestamp) -> Result<usize, Failed> {
        let claimed = self.db.batch(&[outbox::claim(now, now.plus(LEASE_MILLIS), BATCH)]).await?;
        let ids = outbox::claimed(claimed.first().map_or(&[], Vec::as_slice)).map_err(damaged)?;
        if ids.is_empty() {
            return Ok(0);
        }
        let read = self.db.batch(&[outbox::read(&ids)]).await?;
        let owed: Result<Vec<Owed>, _> = read.iter().flatten().map(outbox::owed).collect();
        let mut settled = Vec::new();
        let look = self.words(words::LOOK).await?;
        let mut known: Vec<(Language, Words)> = Vec::new();
        for owed in owed.map_err(damaged)? {
            if known.iter().all(|(language, _)| *language != owed.language) {
                known.push((owed.language, self.words(words::path_of(owed.language)).await?));
            }
            let Some((_, words)) = known.iter().find(|(language, _)| *language == owed.language) else {
                continue;
            };
            settled.push(outbox::settle(owed.id, self.send_one(&owed, (words, &look), now).await, now));
        }
        self.db.batch(&settled).await?;
        Ok(ids.len())
    }

    /// A file of words, from beside the page.
    async fn words(&self, path: &str) -> Result<Words, Failed> {
        let read = crate::http::asset(&self.assets, &self.origin, path).await;
        let text = read.map_err(|error| Failed { message: message_of(&error) })?;
        Words::of(&text).ok_or_else(|| Failed { message: [path, " does not lie beside the page"].concat() })
    }

    async fn send_one(&self, owed: &Owed, words: (&Words, &Words), now: Timestamp) -> Outcome {
        if is_moot(owed, now) {
            return Outcome::Over("moot".to_owned());
        }
        let mail = self.write(owed, words);
        #[cfg(feature = "dev")]
        if crate::dev::faults::of_mail() {
            return after_failure(owed, Unsent::Later("asked to fail".to_owned()), now);
        }
        #[cfg(feature = "dev")]
        if crate::dev::faults::of_bounce() {
            return after_failure(owed, Unsent::Never("asked to bounce".to_owned()), now);
        }
        match self.sender.send(&mail).await {
            Ok(()) => Outcome::Sent,
            Err(unsent) => after_failure(owed, unsent, now),
        }
    }

    fn write(&self, owed: &Owed, words: (&Words, &Words)) -> Message {
        let host = self.origin.split_once("://").map_or(self.origin.as_str(), |(_, host)| host);
        let envelope = Envelope {
            id: format!("{}@{}", owed.id, host.replace(':', ".")),
            from: self.from.clone(),
            to: owed.to.as_str().to_owned(),
            settings: format!("{}/settings", self.origin),
            link: format!("{}{}", self.origin, path(owed, &self.keys)),
        };
        compose(owed.template, &spoken(owed, &self.keys), envelope, words)
    }
}

fn damaged(corrupt: roster_store::Corrupt) -> Failed {
    Failed { message: format!("column {} makes no sense", corrupt.column) }
}

/// Whether nobody needs the mail any more: a later one took its place, or what it opens is over (core, `Mail::counter`).
fn is_moot(owed: &Owed, now: Timestamp) -> bool {
    if owed.muted.mutes(owed.template) || owed.to.is_gone() {
        return true;
    }
    match owed.template {
        Template::Invitation => owed.invitation.as_ref().is_none_or(|invitation| {
            !invitation.pending || invitation.counter != owed.counter || invitation.expires_at <= now
        }),
        Template::SignIn | Template::AddressCode => owed
            .challenge
            .as_ref()
            .is_none_or(|challenge| challenge.used || now.since(challenge.created_at) >= CHALLENGE_MILLIS),
        Template::AccessAsked => owed.ask.is_none_or(|ask| !ask.open),
        // It went to another team with its project.
        Template::Approved | Template::Returned => owed.post.is_none(),
        Template::Handover => {
            owed.handover.as_ref().is_none_or(|offer| !offer.open || offer.expires_at <= now)
        }
        _ => false,
    }
}

fn after_failure(owed: &Owed, unsent: Unsent, now: Timestamp) -> Outcome {
    match unsent {
        Unsent::Never(why) => Outcome::Over(why),
        Unsent::Later(why) if now.since(owed.due_at) >= MAIL_RETRY_MILLIS => Outcome::Over(why),
        Unsent::Later(why) => Outcome::Later(now.plus(backoff(owed.tries)), why),
    }
}

/// How long a mail waits after so many tries: twice as long each time, up to a limit.
fn backoff(tries: u32) -> i64 {
    let doublings = tries.saturating_sub(1).min(20);
    MAIL_BACKOFF_MILLIS.saturating_mul(1 << doublings).min(MAIL_LONGEST_BACKOFF_MILLIS)
}

fn spoken(owed: &Owed, keys: &Keys) -> Spoken {
    let invitee = owed.invitation.as_ref().map(|invitation| match (&invitation.name, owed.template) {
        (None, _) | (Some(_), Template::Invitation) => invitation.address.as_str(),
        (Some(name), _) => name,
    });
    let offer = owed.handover.as_ref();
    let invitee = invitee.or(offer.map(|offer| offer.address.as_str()));
    let until = owed.invitation.as_ref().map(|invitation| invitation.expires_at);
    Spoken {
        who: owed.who.clone(),
        team: owed.team.as_ref().map(|(_, name)| name.clone()),
        project: owed.project.clone(),
        what: owed.ask.map(|ask| ask.permission),
        post: owed.post.as_ref().map(|(_, title)| title.clone()),
        address: Some(invitee.unwrap_or_else(|| owed.to.as_str()).to_owned()),
        until: until.or(offer.map(|offer| offer.expires_at)),
        code: owed.challenge.as_ref().map(|challenge| token::code(keys, challenge.id)),
        registered: owed.registered,
    }
}

/// Where the mail's button leads. Tokens are derived here, and stand nowhere but in the mail.
fn path(owed: &Owed, keys: &Keys) -> String {
    let team = owed.team.as_ref().map(|(team, _)| *team);
    match owed.template {
        Template::SignIn => owed.challenge.as_ref().map_or_else(String::new, |challenge| {
            format!("/sign-in#{}", Token::SignIn { challenge: challenge.id }.sign(keys))
        }),
        Template::Invitation => match (team, &owed.invitation) {
            (Some(team), Some(invitation)) => {
                let counter = owed.counter;
                format!("/join#{}", Token::Invitation { team, invitation: invitation.id, counter }.sign(keys))
            }
            (None, _) | (_, None) => String::new(),
        },
        Template::Handover => match (team, &owed.handover) {
            (Some(team), Some(offer)) => {
                ["/handover#", &Token::Handover { team, handover: offer.id }.sign(keys)].concat()
            }
            (None, _) | (_, None) => String::new(),
        },
        Template::Approved | Template::Returned => match &owed.post {
            Some((post, _)) => in_team(&format!("/posts/{post}"), team),
            None => in_team("/", team),
        },
        Template::Included
        | Template::AccessChanged
        | Template::Ended
        | Template::Removed
        | Template::HandoverDeclined => match owed.opens {
            Some(project) => in_team(&format!("/projects/{project}"), team),
            None => in_team("/", team),
        },
        Template::Joined | Template::Declined | Template::NothingNew | Template::OwnershipReceived => {
            in_team("/team", team)
        }
        Template::AskedAgain => in_team("/team", team),
        Template::AccessAsked => {
            let ask = owed.ask.map(|ask| format!("&ask={}", ask.id)).unwrap_or_default();
            in_team("/team", team) + &ask
        }
        Template::TeamDeleted | Template::AccountEnded => "/".to_owned(),
        Template::AddressCode | Template::AddressChanged => "/settings".to_owned(),
        Template::OwnershipHandedOver | Template::HandoverAccepted => in_team("/", team),
        Template::SeatRefused => in_team("/plan", team),
    }
}

/// An address of the page, in that team.
fn in_team(path: &str, team: Option<TeamId>) -> String {
    team.map_or_else(|| path.to_owned(), |team| format!("{path}?team={team}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use roster_core::email::Address;
    use roster_core::id::{ChallengeId, InvitationId};
    use roster_store::upkeep::outbox::{OwedChallenge, OwedInvitation};

    const NOW: Timestamp = Timestamp(1_795_788_300_000);

    fn keys() -> Keys {
        Keys::parse(&format!("1:{}", "ab".repeat(32))).ok().unwrap()
    }

    fn owed(template: Template) -> Owed {
        let to = Address::stored("ana@example.com".to_owned());
        Owed {
            id: 7,
            template,
            to: to.clone(),
            registered: false,
            muted: roster_core::model::Muted::default(),
            language: Language::English,
            counter: 2,
            due_at: NOW,
            tries: 1,
            who: Some("Ben".to_owned()),
            team: Some((TeamId(1), "Spring".to_owned())),
            project: None,
            opens: None,
            post: None,
            invitation: Some(OwedInvitation {
                id: InvitationId(5),
                address: to,
                name: None,
                pending: true,
                counter: 2,
                expires_at: NOW.plus(1),
            }),
            ask: None,
            handover: None,
            challenge: Some(OwedChallenge { id: ChallengeId(9), created_at: NOW, used: false }),
        }
    }

    #[test]
    fn the_link_of_an_invitation_opens_that_invitation() {
        let path = path(&owed(Template::Invitation), &keys());
        let token = Token::read(path.strip_prefix("/join#").unwrap(), &keys());
        let expected = Token::Invitation { team: TeamId(1), invitation: InvitationId(5), counter: 2 };
        assert_eq!(token, Some(expected));
    }

    #[test]
    fn a_mail_whose_place_a_later_one_took_is_not_sent() {
        let with = |change: fn(&mut OwedInvitation)| {
            let mut owed = owed(Template::Invitation);
            change(owed.invitation.as_mut().unwrap());
            is_moot(&owed, NOW)
        };
        assert!(!with(|_| {}));
        assert!(with(|invitation| invitation.counter = 3));
        assert!(with(|invitation| invitation.pending = false));
        assert!(with(|invitation| invitation.expires_at = NOW));
    }

    #[test]
    fn a_code_that_is_over_is_not_sent() {
        assert!(!is_moot(&owed(Template::SignIn), NOW));
        assert!(is_moot(&owed(Template::SignIn), NOW.plus(CHALLENGE_MILLIS)));
        let mut used = owed(Template::SignIn);
        used.challenge.as_mut().unwrap().used = true;
        assert!(is_moot(&used, NOW));
    }

    #[test]
    fn a_failure_waits_longer_each_time_and_ends() {
        assert_eq!((backoff(1), backoff(2), backoff(3)), (30_000, 60_000, 120_000));
        assert_eq!(backoff(u32::MAX), MAIL_LONGEST_BACKOFF_MILLIS);
        let late = NOW.plus(MAIL_RETRY_MILLIS);
        let unsent = || Unsent::Later("x".to_owned());
        assert_eq!(after_failure(&owed(Template::Joined), unsent(), late), Outcome::Over("x".to_owned()));
        let again = Outcome::Later(NOW.plus(30_000), "x".to_owned());
        assert_eq!(after_failure(&owed(Template::Joined), unsent(), NOW), again);
    }
}
