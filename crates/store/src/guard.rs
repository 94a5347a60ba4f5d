//! Guards: statements that roll the whole batch back when a fact that was decided on no longer holds (invariant 6).
//! They insert into a table that refuses every row, so that D1 answers `CHECK constraint failed: STALE`.

use roster_core::id::TeamId;
use roster_core::model::Digest;
use roster_core::{Facts, Lane, Timestamp};

use crate::json;
use crate::statement::{Statement, Value};
use crate::tables;

/// The guards of a batch that goes through `lane`, decided on `before` for the live sessions `askers`. `after` is
/// what the batch makes of it: what it writes of counters and challenges must still be as it was read.
pub fn guards(
    lane: Lane,
    before: &Facts,
    after: &Facts,
    askers: &[Digest],
    now: Timestamp,
) -> Vec<Statement> {
    let own = match lane {
        Lane::Team(team) => vec![team_version(before, team)],
        Lane::Content(team) => vec![membership(before, team, askers), projects(before), posts(before)],
        Lane::Account => vec![challenges(before)],
    };
    let common = [sessions(askers, now), people(before), tallies(before, after)];
    own.into_iter().chain(common).flatten().collect()
}

fn stale_if_any(rows: Vec<Vec<Value>>, test: &str, mut more: Vec<Value>) -> Option<Statement> {
    if rows.is_empty() {
        return None;
    }
    let mut params = vec![json::rows(rows.iter().map(Vec::as_slice))];
    params.append(&mut more);
    let sql = format!("INSERT INTO guard (stale) SELECT 1 FROM json_each(?1) j WHERE {test} LIMIT 1");
    Some(Statement::new(sql, params))
}

fn team_version(before: &Facts, team: TeamId) -> Option<Statement> {
    let team = before.teams.get(&team)?;
    Some(Statement::new(
        "INSERT INTO guard (stale) SELECT 1 WHERE NOT EXISTS \
         (SELECT 1 FROM teams WHERE id = ?1 AND version = ?2)",
        vec![team.id.into(), team.version.into()],
    ))
}

fn sessions(askers: &[Digest], now: Timestamp) -> Option<Statement> {
    let rows = askers.iter().map(|digest| vec![Value::from(*digest)]).collect();
    stale_if_any(
        rows,
        "NOT EXISTS (SELECT 1 FROM sessions s WHERE s.digest = j.value ->> 0 AND s.ended_at IS NULL \
         AND s.expires_at > ?2)",
        vec![now.into()],
    )
}

fn people(before: &Facts) -> Option<Statement> {
    let rows = before.people.values().map(|person| vec![person.id.into(), person.version.into()]).collect();
    stale_if_any(
        rows,
        "NOT EXISTS (SELECT 1 FROM people p WHERE p.id = j.value ->> 0 AND p.version = j.value ->> 1)",
        vec![],
    )
}

/// The stamp says that nothing of the membership changed; the owner has none to change, but may be another by now.
fn membership(before: &Facts, team: TeamId, askers: &[Digest]) -> Option<Statement> {
    let owner = before.teams.get(&team).map(|team| team.owner);
    let rows: Vec<Vec<Value>> = askers
        .iter()
        .filter_map(|digest| before.members.get(&(team, before.sessions.get(digest)?.person)))
        .map(|member| vec![member.person.into(), member.stamp.into()])
        .collect();
    stale_if_any(
        rows,
        "NOT EXISTS (SELECT 1 FROM members m WHERE m.team = ?2 AND m.person = j.value ->> 0 \
         AND m.stamp = j.value ->> 1 AND m.state = 'active') \
         OR (?3 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM teams t WHERE t.id = ?2 AND t.owner = ?3))",
        vec![team.into(), owner.into()],
    )
}

fn projects(before: &Facts) -> Option<Statement> {
    let rows = before.projects.values().map(|project| vec![project.id.into(), project.archived_at.into()]);
    stale_if_any(
        rows.collect(),
        "NOT EXISTS (SELECT 1 FROM projects r WHERE r.id = j.value ->> 0 AND r.archived_at IS j.value ->> 1)",
        vec![],
    )
}

fn posts(before: &Facts) -> Option<Statement> {
    let rows = before.posts.values().map(|post| vec![post.id.into(), post.version.into()]).collect();
    stale_if_any(
        rows,
        "NOT EXISTS (SELECT 1 FROM posts o WHERE o.id = j.value ->> 0 AND o.version = j.value ->> 1)",
        vec![],
    )
}

fn challenges(before: &Facts) -> Option<Statement> {
    let rows = before.challenges.values().map(|c| vec![c.id.into(), c.guesses.into(), c.used_at.into()]);
    stale_if_any(
        rows.collect(),
        "NOT EXISTS (SELECT 1 FROM challenges c WHERE c.id = j.value ->> 0 AND c.guesses = j.value ->> 1 \
         AND c.used_at IS j.value ->> 2)",
        vec![],
    )
}

/// Counters that are written must stand as they were read; those that were not there are guarded by their key.
fn tallies(before: &Facts, after: &Facts) -> Option<Statement> {
    let changed = before.tallies.iter().filter(|(key, tally)| after.tallies.get(key) != Some(tally));
    let rows = changed.map(|(_, tally)| {
        let record = tables::tally(tally);
        record.columns.into_iter().take(3).map(|(_, value)| value).collect()
    });
    stale_if_any(
        rows.collect(),
        "NOT EXISTS (SELECT 1 FROM tallies y WHERE y.key = j.value ->> 0 AND y.day = j.value ->> 1 \
         AND y.count = j.value ->> 2)",
        vec![],
    )
}
