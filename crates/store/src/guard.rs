//! The guard: a statement that rolls the whole batch back when a fact that was decided on no longer holds (invariant
//! 6). It inserts into a table that refuses every row, so that D1 answers `CHECK constraint failed: STALE`.

use roster_core::access::Holds;
use roster_core::id::TeamId;
use roster_core::model::{Digest, Team};
use roster_core::{Facts, Lane, Timestamp};

use crate::json;
use crate::statement::{Statement, Value};
use crate::tables;

/// Rows of one kind that are tested one by one; more go into one test over a list.
const ONE_BY_ONE: usize = 4;

/// What must still hold, as one statement.
#[derive(Default)]
struct Guards {
    tests: Vec<String>,
    params: Vec<Value>,
}

impl Guards {
    fn bind(&mut self, value: Value) -> String {
        self.params.push(value);
        format!("?{}", self.params.len())
    }

    /// For each of `rows` there is a row as `there` says; in it `{0}`, `{1}`, … stand for the cells.
    fn hold(&mut self, there: &str, rows: Vec<Vec<Value>>) {
        if rows.len() > ONE_BY_ONE {
            let cells = (0..4).map(|n| format!("j.value ->> {n}")).collect();
            let list = self.bind(json::rows(rows.iter().map(Vec::as_slice)));
            let test = fill(there, cells);
            self.tests.push(format!("EXISTS (SELECT 1 FROM json_each({list}) j WHERE NOT EXISTS ({test}))"));
            return;
        }
        for row in rows {
            let cells = row.into_iter().map(|cell| self.bind(cell)).collect();
            self.tests.push(format!("NOT EXISTS ({})", fill(there, cells)));
        }
    }

    fn into_statement(self) -> Option<Statement> {
        (!self.tests.is_empty()).then(|| {
            let sql = format!("INSERT INTO guard (stale) SELECT 1 WHERE {}", self.tests.join(" OR "));
            Statement::new(sql, self.params)
        })
    }
}

fn fill(there: &str, cells: Vec<String>) -> String {
    cells
        .into_iter()
        .enumerate()
        .fold(there.to_owned(), |sql, (n, cell)| sql.replace(&format!("{{{n}}}"), &cell))
}

/// The guard of a batch that goes through `lane`, decided on `before` for the live sessions `askers`. `after` is
/// what the batch makes of it: what it writes of counters and challenges must still be as it was read.
pub fn guard(
    lane: Lane,
    before: &Facts,
    after: &Facts,
    askers: &[Digest],
    now: Timestamp,
) -> Option<Statement> {
    let mut guards = Guards::default();
    match lane {
        Lane::Team(team) => team_versions(&mut guards, before.teams.get(&team)),
        Lane::Content(team) => content(&mut guards, before, team, askers),
        Lane::Account => {
            challenges(&mut guards, before);
            team_versions(&mut guards, before.teams.values());
        }
    }
    let sessions = askers.iter().map(|digest| vec![Value::from(*digest), now.into()]);
    guards.hold(
        "SELECT 1 FROM sessions WHERE digest = {0} AND ended_at IS NULL AND expires_at > {1}",
        sessions.collect(),
    );
    let people = before.people.values().map(|person| vec![person.id.into(), person.version.into()]);
    guards.hold("SELECT 1 FROM people WHERE id = {0} AND version = {1}", people.collect());
    tallies(&mut guards, before, after);
    guards.into_statement()
}

fn team_versions<'a>(guards: &mut Guards, teams: impl IntoIterator<Item = &'a Team>) {
    let rows = teams.into_iter().map(|team| vec![team.id.into(), team.version.into()]);
    guards.hold("SELECT 1 FROM teams WHERE id = {0} AND version = {1}", rows.collect());
}

/// The writer's own membership by its stamp, the owner, the projects' team and archive, and the posts' versions; not the
/// team's version, so that a burst of joins aborts no writer.
fn content(guards: &mut Guards, before: &Facts, team: TeamId, askers: &[Digest]) {
    let members = askers
        .iter()
        .filter_map(|digest| before.members.get(&(team, before.sessions.get(digest)?.person)))
        .map(|member| vec![team.into(), member.person.into(), member.stamp.into()]);
    guards.hold(
        "SELECT 1 FROM members WHERE team = {0} AND person = {1} AND stamp = {2} AND state = 'active'",
        members.collect(),
    );
    let grants = askers
        .iter()
        .filter_map(|digest| before.members.get(&(team, before.sessions.get(digest)?.person)))
        .flat_map(|member| member.access.grants());
    // The edit of a role rewrites no member, and so raises no stamp.
    let roles = grants.filter_map(|(_, grant)| match grant.holds {
        Holds::Own(role, set) => Some(vec![role.into(), set.bits().into()]),
        Holds::Role(_) | Holds::Custom(_) => None,
    });
    guards.hold("SELECT 1 FROM roles WHERE id = {0} AND bits = {1} AND replaced_by IS NULL", roles.collect());
    let owners = before.teams.get(&team).map(|team| vec![team.id.into(), team.owner.into()]);
    guards.hold(
        "SELECT 1 FROM teams WHERE id = {0} AND owner = {1} AND deleted_at IS NULL",
        owners.into_iter().collect(),
    );
    let projects = before.projects.values();
    let projects = projects.map(|it| vec![it.id.into(), it.team.into(), it.archived_at.into()]);
    guards.hold(
        "SELECT 1 FROM projects WHERE id = {0} AND team = {1} AND archived_at IS {2}",
        projects.collect(),
    );
    let posts = before.posts.values().map(|post| vec![post.id.into(), post.version.into()]);
    guards.hold("SELECT 1 FROM posts WHERE id = {0} AND version = {1}", posts.collect());
}

fn challenges(guards: &mut Guards, before: &Facts) {
    let rows = before.challenges.values().map(|c| vec![c.id.into(), c.guesses.into(), c.used_at.into()]);
    guards
        .hold("SELECT 1 FROM challenges WHERE id = {0} AND guesses = {1} AND used_at IS {2}", rows.collect());
}

/// Counters that are written must stand as they were read; those that were not there are guarded by their key.
fn tallies(guards: &mut Guards, before: &Facts, after: &Facts) {
    let changed = before.tallies.iter().filter(|(key, tally)| after.tallies.get(key) != Some(tally));
    let rows = changed.map(|(_, tally)| {
        let record = tables::tally(tally);
        record.columns.into_iter().take(3).map(|(_, value)| value).collect()
    });
    guards.hold("SELECT 1 FROM tallies WHERE key = {0} AND day = {1} AND count = {2}", rows.collect());
}
