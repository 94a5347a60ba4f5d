//! Runs stories on a host, and has each step judged. A story that goes wrong is shortened and told.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use roster_core::command::Step;
use roster_core::id::TeamId;
use roster_core::{Answer, Asker, BuiltInRole, Command, Denial, Lane, Timestamp};

use super::act::{ANYBODY, Act, By, Chosen, Gift, Gives, Secret, Way, What, acts};
use super::agree;
use super::cast::{Cast, address};
use super::hidden;
use super::host::Host;
use super::images::Does;
use super::judge::{Seen, judge};
use super::must;
use super::tell;
use super::world::World;

/// How often each command was carried out, and how often each was refused with which code.
#[derive(Clone, Debug, Default)]
pub struct Count {
    /// Carried out.
    pub done: BTreeMap<&'static str, usize>,
    /// Refused.
    pub denied: BTreeMap<(&'static str, &'static str), usize>,
}

/// How many stories: `PROPTEST_CASES`, or this many.
pub fn cases(otherwise: u32) -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// The seed: `STORY_SEED`, or always the same, so that a run is the same everywhere.
fn seed() -> [u8; 32] {
    let number: u64 = std::env::var("STORY_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&number.to_le_bytes());
    seed
}

/// Runs this many stories on fresh hosts.
///
/// # Panics
/// With the shortened story, when something is wrong.
pub fn check<H: Host>(cases: u32, new: impl Fn() -> H) -> Count {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed());
    let mut runner = TestRunner::new_with_rng(config, rng);
    let count = RefCell::new(Count::default());
    let outcome = runner.run(&acts(), |story| {
        let mut stage = Stage { host: new(), cast: Cast::default(), told: Vec::new(), count: &count };
        stage.play(&prologue())?;
        stage.play(&story)
    });
    if let Err(failure) = outcome {
        let text = match failure {
            proptest::test_runner::TestError::Fail(reason, story) => format!("{reason}\nof {story:?}"),
            proptest::test_runner::TestError::Abort(reason) => reason.to_string(),
        };
        panic!("{text}");
    }
    count.into_inner()
}

/// Four people sign in. The first makes a team with two projects, and invites the third as a manager and the
/// fourth as a writer of one project, who writes; the third invites the fifth; the second makes a team with one.
pub fn prologue() -> Vec<Act> {
    let team = |team, what| Act::Team { who: 0, team, what };
    let invite = |to, spot, role| {
        let gift = Gift { gives: Gives::Role(role), hours: None };
        team(0, What::Invite { to: ANYBODY + to, places: vec![(spot, gift)], raise: None })
    };
    let accept =
        || Act::Use { by: By::Invitee, team: 0, invitation: 0, secret: Secret::Valid, way: Way::Accept };
    let editor = Gift { gives: Gives::Role(BuiltInRole::Editor), hours: None };
    let link = What::SetLink {
        spot: None,
        role: Chosen::BuiltIn(BuiltInRole::Viewer),
        on: true,
        hours: None,
        uses: None,
        domain: false,
    };
    let mut acts: Vec<Act> = (0..4).map(|who| Act::SignIn(ANYBODY + who)).collect();
    acts.extend([
        Act::CreateTeam(ANYBODY),
        team(0, What::CreateProject),
        team(0, What::CreateProject),
        Act::CreateTeam(ANYBODY + 1),
        team(1, What::CreateProject),
        invite(2, None, BuiltInRole::Manager),
        accept(),
        invite(3, Some(0), BuiltInRole::Writer),
        accept(),
        team(0, What::CreatePost(0)),
        Act::Team { who: ANYBODY + 3, team: 0, what: What::CreatePost(0) },
        Act::Team { who: ANYBODY + 3, team: 0, what: What::MovePost(0, Step::SendForReview, false) },
        Act::Team {
            who: ANYBODY + 2,
            team: 0,
            what: What::Invite { to: ANYBODY + 4, places: vec![(Some(1), editor)], raise: None },
        },
        team(0, link),
        team(0, What::Image(Does::Add(Some(0), false))),
        team(0, What::Image(Does::Finish(0))),
    ]);
    acts
}

struct Stage<'a, H> {
    host: H,
    cast: Cast,
    told: Vec<String>,
    count: &'a RefCell<Count>,
}

impl<H: Host> Stage<'_, H> {
    fn play(&mut self, story: &[Act]) -> Result<(), TestCaseError> {
        for act in story {
            let mut world = self.host.dump();
            for (command, asker) in self.cast.commands(act, &world) {
                world = self.step(world, &command, asker)?;
            }
        }
        Ok(())
    }

    fn step(&mut self, before: World, command: &Command, asker: Asker) -> Result<World, TestCaseError> {
        let now = self.cast.now;
        let outcome = self.host.run(command, asker, now);
        let after = self.host.dump();
        self.told.push(tell::step(&after, now, asker, command, &outcome));
        self.note(command, &outcome);
        let seen = Seen { before: &before, after: &after, command, asker, outcome: &outcome, now };
        let mut wrong = self.host.faults();
        wrong.extend(judge(&seen));
        wrong.extend(hidden::judge(&seen));
        wrong.extend(must::judge(&seen));
        wrong.extend(agree::judge(&seen));
        if wrong.is_empty() {
            self.cast.learn(&after);
            return Ok(after);
        }
        Err(TestCaseError::fail(format!(
            "{}\n\nafter this story:\n{}\n\nbefore the last step:\n{}\nafter it:\n{}",
            wrong.join("\n"),
            self.told.join("\n"),
            tell::teams(&before),
            tell::teams(&after)
        )))
    }

    fn note(&self, command: &Command, outcome: &Result<Answer, Denial>) {
        let mut count = self.count.borrow_mut();
        match outcome {
            Ok(_) => *count.done.entry(tell::name(command)).or_default() += 1,
            Err(denial) => *count.denied.entry((tell::name(command), denial.code())).or_default() += 1,
        }
    }
}

/// The team that a command speaks of.
pub fn team_of(command: &Command) -> Option<TeamId> {
    match command.lane() {
        Lane::Account => None,
        Lane::Team(team) | Lane::Content(team) => Some(team),
    }
}

/// When the story begins, for hosts that must know.
pub const fn begin() -> Timestamp {
    super::cast::BEGIN
}

/// Whose address is the n-th of the cast, for hosts that must know.
pub fn nth_address(who: u8) -> roster_core::email::Address {
    address(who)
}
