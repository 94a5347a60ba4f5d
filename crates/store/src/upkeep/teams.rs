//! What is left of deleted teams: cleared away a part at a time, so that the largest team costs no batch more than any
//! other. Nobody sees it any more; members are told before their rows go.

use roster_core::Timestamp;
use roster_core::id::TeamId;
use roster_core::time::{DAY, MINUTE};

use crate::statement::{Statement, Value};

/// Rows of each kind that go in one step.
const ROWS: u32 = 500;
/// How long the team's own row stays: the mails about it name it.
const NAMED_MILLIS: i64 = 3 * DAY;

/// Up to `most` deleted teams whose turn it is. Read them with [`super::clean::teams`].
#[must_use]
pub fn deleted(now: Timestamp, most: u32) -> Statement {
    Statement::new(
        "SELECT id AS team FROM teams WHERE clear_at <= ?1 ORDER BY clear_at LIMIT CAST(?2 AS INTEGER)",
        vec![now.into(), most.into()],
    )
}

/// Images that are there have no file's time to wait for; the pending ones keep theirs, since a file may be on its way.
const IMAGES: &str = "UPDATE images SET state = 'deleted', deleted_at = ?2, clear_at = ?2 WHERE id IN \
    (SELECT id FROM images WHERE team = ?1 AND state = 'ready' LIMIT CAST(?3 AS INTEGER))";
const UNMERGE: &str = "UPDATE people SET merged_into = NULL, merged_until = NULL, version = version + 1 WHERE id IN \
    (SELECT id FROM people WHERE merged_into = ?1 LIMIT CAST(?3 AS INTEGER))";
const TELL: &str = "INSERT INTO outbox (template, person, team, about, counter, due_at, next_try_at) \
    SELECT 'team_deleted', m.person, m.team, t.owner, 0, ?2, ?2 FROM members m JOIN teams t ON t.id = m.team \
    WHERE m.team = ?1 AND m.state = 'active' AND m.person <> t.owner AND m.person IN (FIRST)";
/// They wait for no sweep any more, and may not stand before those of other teams that do.
const UNLIST: &str = "UPDATE members SET next_end = NULL WHERE team = ?1 AND person IN \
    (SELECT person FROM members WHERE team = ?1 AND next_end IS NOT NULL LIMIT CAST(?3 AS INTEGER) * 10)";
const UNLIST_INVITATIONS: &str = "UPDATE invitations SET seat = 0 WHERE id IN \
    (SELECT id FROM invitations WHERE team = ?1 AND state = 'pending' AND seat = 1 LIMIT CAST(?3 AS INTEGER) * 10)";
const MEMBERS: &str =
    "(SELECT person FROM members WHERE team = ?1 ORDER BY person LIMIT CAST(?3 AS INTEGER))";

/// What goes by a key of its own, each after what refers to it.
const KEYED: [(&str, &str); 7] = [
    ("handovers", "project IN (SELECT id FROM projects WHERE team = ?1)"),
    ("asks", "team = ?1"),
    ("history", "team = ?1"),
    ("links", "team = ?1"),
    ("roles", "team = ?1 AND replaced_by IS NULL"),
    ("roles", "team = ?1 AND replaced_by IS NOT NULL"),
    (
        "posts",
        "project IN (SELECT id FROM projects WHERE team = ?1) \
         AND NOT EXISTS (SELECT 1 FROM post_images x WHERE x.post = posts.id)",
    ),
];

/// While one of these is there, the next step is near.
const LEFT: [&str; 6] = ["members", "history", "invitations", "links", "asks", "images"];
/// A turn that never comes.
const NEVER: i64 = 9_007_199_254_740_991;

/// One step: one batch.
#[must_use]
pub fn clear(team: TeamId, now: Timestamp) -> Vec<Statement> {
    let step = |sql: String| Statement::new(sql, vec![team.into(), now.into(), ROWS.into()]);
    let first = |table: &str, key: &str, test: &str| {
        format!("SELECT {key} FROM {table} WHERE {test} LIMIT CAST(?3 AS INTEGER)")
    };
    let delete =
        |table: &str, column: &str, which: &str| format!("DELETE FROM {table} WHERE {column} IN ({which})");
    let theirs = |table: &str| format!("DELETE FROM {table} WHERE team = ?1 AND person IN {MEMBERS}");
    let invitations = first("invitations", "id", "team = ?1");
    let images = first("post_images", "post", "team = ?1");
    let mut steps: Vec<Statement> = vec![
        step(UNLIST.to_owned()),
        step(UNLIST_INVITATIONS.to_owned()),
        step(IMAGES.to_owned()),
        step(UNMERGE.to_owned()),
        step(TELL.replace("(FIRST)", MEMBERS)),
        step(theirs("access")),
        step(theirs("members")),
        step(delete("invitation_places", "invitation", &invitations)),
        step(delete("invitations", "id", &invitations)),
        step(delete("post_images", "post", &images)),
    ];
    steps.extend(KEYED.iter().map(|(table, test)| step(delete(table, "id", &first(table, "id", test)))));
    steps.extend(last(team, now));
    steps
}

/// The next turn. At the last, nothing stands in the rows that stay, of the team and its projects, but that they were:
/// to delete them, SQLite would look through all that might refer to them.
fn last(team: TeamId, now: Timestamp) -> [Statement; 2] {
    let left: Vec<String> =
        LEFT.iter().map(|table| format!("EXISTS (SELECT 1 FROM {table} WHERE team = ?1)")).collect();
    let mut left = left.join(" OR ");
    left.push_str(" OR EXISTS (SELECT 1 FROM projects r JOIN posts o ON o.project = r.id WHERE r.team = ?1)");
    let turn = now.plus(MINUTE.saturating_div(2));
    let over = now.plus(NAMED_MILLIS.saturating_neg());
    [
        Statement::new(
            "UPDATE projects SET name = '-', name_key = '-' WHERE team = ?1 AND name <> '-'".to_owned(),
            vec![team.into()],
        ),
        Statement::new(
            format!(
                "UPDATE teams SET name = CASE WHEN deleted_at <= ?3 THEN '-' ELSE name END, \
                 clear_at = CASE WHEN {left} OR EXISTS (SELECT 1 FROM people WHERE merged_into = ?1) THEN ?2 \
                 WHEN deleted_at <= ?3 THEN ?5 ELSE deleted_at + ?4 END WHERE id = ?1"
            ),
            vec![team.into(), turn.into(), over.into(), Value::Integer(NAMED_MILLIS), Value::Integer(NEVER)],
        ),
    ]
}
