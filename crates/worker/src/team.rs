//! The team's Durable Object: one writer per team. Commands wait in a queue with no timer; whoever finds nobody draining
//! it starts to, and is not waited for. It keeps nothing that decides: a copy of it elsewhere, a crash or a mistake here
//! breaks no rule, since every batch guards itself.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use futures_channel::oneshot;
use roster_core::command::Inviting;
use roster_core::limits::{GROUP, QUEUE};
use roster_core::model::Digest;
use roster_core::{Asker, Command, Timestamp};
use roster_store::{Asked, Key};
use roster_wire::Route;
use roster_wire::problem::Fault;
use worker::{Delay, DurableObject, Env, Request, Response, Result, State, durable_object};

use crate::answer::{Refusal, log};
use crate::clock;
use crate::command::{Browser, Source, build};
use crate::config::Keys;
use crate::crypto::unhex;
use crate::d1::{Counts, Database};
use crate::forward::{Forwarded, Returned};
use crate::guard::{guard, guarded};
use crate::live;
use crate::mail;
use crate::random::Seed;
use crate::run::{Ran, Settled, run};
use crate::text;

/// One writer for one team.
#[durable_object(fetch)]
pub struct TeamObject {
    queue: Rc<Queue>,
}

/// A command that waits, and who waits for its answer.
struct Waiting {
    asked: Asked,
    now: Timestamp,
    answer: oneshot::Sender<Returned>,
}

/// The commands that wait for the team.
struct Queue {
    state: State,
    env: Env,
    waiting: RefCell<VecDeque<Waiting>>,
    /// Who waits for the group that is being carried out: here, where a panic does not reach them.
    answers: RefCell<Vec<oneshot::Sender<Returned>>>,
    draining: Cell<bool>,
    /// Whether mails are being sent for this team: one sender is enough, and looks again if more were owed meanwhile.
    sending: Cell<Sending>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sending {
    Nobody,
    Somebody,
    SomebodyAndMore,
}

impl DurableObject for TeamObject {
    fn new(state: State, env: Env) -> Self {
        let queue = Queue {
            state,
            env,
            waiting: RefCell::default(),
            answers: RefCell::default(),
            draining: Cell::new(false),
            sending: Cell::new(Sending::Nobody),
        };
        Self { queue: Rc::new(queue) }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        let Some(forwarded) = Forwarded::of_lines(&request.text().await?) else {
            return Response::error("not a command", 400);
        };
        let enqueued = guarded(|| self.enqueue(&forwarded))
            .unwrap_or_else(|| Err(Refusal::broken("a command panicked")));
        let returned = match enqueued {
            Ok(answer) => answer.await.unwrap_or_else(|_| Returned::refused(Fault::Busy)),
            Err(refusal) => Returned::refused(refusal),
        };
        Response::ok(returned.to_lines())
    }
}

impl TeamObject {
    fn enqueue(&self, forwarded: &Forwarded) -> std::result::Result<oneshot::Receiver<Returned>, Refusal> {
        let asked = self.queue.asked(forwarded)?;
        if self.queue.waiting.borrow().len() >= QUEUE {
            return Err(Fault::Busy.into());
        }
        let (answer, answered) = oneshot::channel();
        let waiting = Waiting { asked, now: Timestamp(forwarded.now), answer };
        self.queue.waiting.borrow_mut().push_back(waiting);
        if !self.queue.draining.replace(true) {
            self.queue.state.wait_until(drain(Rc::clone(&self.queue)));
        }
        Ok(answered)
    }
}

impl Queue {
    /// The same command that the Worker made.
    fn asked(&self, forwarded: &Forwarded) -> std::result::Result<Asked, Refusal> {
        let asker = match &forwarded.session {
            None => Asker::Nobody,
            Some(hex) => Asker::Session(digest(hex)?),
        };
        let (command, asker) = match forwarded.route.as_deref() {
            None => (Command::Sweep { team: forwarded.params.id("team")? }, Asker::Clock),
            Some(name) => (self.command(name, forwarded)?, asker),
        };
        let key = Key(forwarded.key.clone());
        Ok(Asked { command, asker, key, body: digest(&forwarded.digest)? })
    }

    fn command(&self, route: &str, forwarded: &Forwarded) -> std::result::Result<Command, Refusal> {
        let route = Route::ALL.iter().find(|known| known.id() == route).ok_or(Fault::NotFound)?;
        let keys = Keys::of(&self.env).map_err(|_| Refusal::broken("ROOT_KEYS is missing"))?;
        build(&Source {
            route: *route,
            params: &forwarded.params,
            body: &forwarded.body,
            keys: &keys,
            seed: Seed::from_text(&forwarded.seed).ok_or(Fault::Broken)?,
            browser: Browser { digest: None, knows: &|_| false },
            ascii_domain: text::ascii_domain,
        })
    }

    /// The next commands, up to a group's size.
    fn next(&self) -> Vec<Waiting> {
        let mut waiting = self.waiting.borrow_mut();
        let mut room = GROUP;
        let fits = |one: &&Waiting| {
            let fits = room > 0;
            room = room.saturating_sub(weight(&one.asked.command));
            fits
        };
        let count = waiting.iter().take_while(fits).count();
        waiting.drain(..count).collect()
    }
}

/// How many single commands it is worth: many invitations fill a group alone.
const fn weight(command: &Command) -> usize {
    match command {
        Command::Inviting(_, Inviting::Many { rows, .. }) => rows.len(),
        _ => 1,
    }
}

fn digest(text: &str) -> std::result::Result<Digest, Refusal> {
    let bytes = unhex(text).and_then(|bytes| bytes.try_into().ok());
    bytes.map(Digest).ok_or_else(|| Fault::Broken.into())
}

/// Carries groups out until nobody waits. Whoever waits for one that panics is told that the team is busy.
async fn drain(queue: Rc<Queue>) {
    let mut mails_since = None;
    loop {
        let group = queue.next();
        let Some(now) = group.iter().map(|waiting| waiting.now).max() else { break };
        match guard(carry_out(&queue, group, now)).await {
            Some(mails) if mails => mails_since = Some(now),
            Some(_) => {}
            None => queue.answers.borrow_mut().clear(),
        }
    }
    queue.draining.set(false);
    if let Some(now) = mails_since {
        send(&queue, now).await;
    }
}

/// How long the mails of a burst gather after one was sent at once.
const GATHERING: Duration = Duration::from_millis(750);

/// Sends what is owed, or leaves it to whoever is sending already. If that one breaks off, cron sends the rest.
async fn send(queue: &Queue, now: Timestamp) {
    if queue.sending.replace(Sending::SomebodyAndMore) != Sending::Nobody {
        return;
    }
    while queue.sending.replace(Sending::Somebody) == Sending::SomebodyAndMore {
        if guard(mail::send_due(&queue.env, clock::now().max(now))).await.is_none() {
            log("sending mails panicked");
        }
        Delay::from(GATHERING).await;
    }
    queue.sending.set(Sending::Nobody);
}

/// Carries one group out and answers those who wait; whether mails are owed since.
async fn carry_out(queue: &Queue, group: Vec<Waiting>, now: Timestamp) -> bool {
    let Some(lane) = group.first().map(|waiting| waiting.asked.command.lane()) else { return false };
    let (asked, answers) = group.into_iter().map(|one| (one.asked, one.answer)).unzip();
    queue.answers.replace(answers);
    let Ok(db) = Database::of(&queue.env) else {
        queue.answers.borrow_mut().clear();
        return false;
    };
    let Ran { settled, news } = run(&db, lane, asked, now).await;
    let counts = db.counts();
    let mut mails = false;
    for (settled, answer) in settled.into_iter().zip(queue.answers.take()) {
        mails |= settled.mails;
        // Whoever asked may have gone; what was decided stands.
        let _ = answer.send(Returned { settled, counts });
    }
    if !news.is_empty() {
        let env = queue.env.clone();
        queue.state.wait_until(async move {
            if guard(live::tell(&env, news)).await.is_none() {
                log("telling rooms panicked");
            }
        });
    }
    mails
}

impl Returned {
    fn refused(refusal: impl Into<Refusal>) -> Self {
        Self { settled: Settled::refused(refusal), counts: Counts::default() }
    }
}
