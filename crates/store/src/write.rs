//! What a group changes, as statements: the difference between what was read and what stands after it. A row that
//! several commands changed is written once, as the last one left it.

use roster_core::table::Table;

use roster_core::model::{Digest, Invitation, Member, Move, Role};
use roster_core::{Change, Facts, Lane, Timestamp};

use crate::codec::search_key;
use crate::guard::guard;
use crate::insert::{Updates, inserts, upserts};
use crate::json;
use crate::statement::{Statement, Value};
use crate::tables::{self, Record};

/// All that one batch writes.
pub struct WriteSet<'a> {
    /// Which writer.
    pub lane: Lane,
    /// What was read.
    pub before: &'a Facts,
    /// What stands after every accepted command.
    pub after: &'a Facts,
    /// The changes of every accepted command, in order.
    pub changes: &'a [Change],
    /// The live sessions of those who asked.
    pub askers: &'a [Digest],
    /// Rows of the commands table.
    pub replies: Vec<Record>,
    /// The time of the decision.
    pub now: Timestamp,
}

/// The statements, the guard first, in an order that foreign keys allow.
pub fn writes(set: WriteSet<'_>) -> Vec<Statement> {
    let WriteSet { lane, before, after, changes, askers, replies, now } = set;
    let mut out: Vec<Statement> = guard(lane, before, after, askers, now).into_iter().collect();
    out.extend(changes.iter().filter_map(end_sessions));
    out.extend(changes.iter().flat_map(moved));
    out.extend(rows(&before.people, &after.people, tables::person));
    out.extend(rows(&before.teams, &after.teams, tables::team));
    out.extend(rows(&before.sessions, &after.sessions, tables::session));
    out.extend(rows(&before.challenges, &after.challenges, tables::challenge));
    out.extend(renamed(before, after, now));
    out.extend(rows(&before.projects, &after.projects, tables::project));
    out.extend(rows(&before.roles, &after.roles, tables::role));
    out.extend(replaced(before, after));
    out.extend(members(before, after));
    out.extend(rows(&before.invitations, &after.invitations, tables::invitation));
    out.extend(invited_places(before, after));
    out.extend(rows(&before.links, &after.links, tables::link));
    out.extend(rows(&before.asks, &after.asks, tables::ask));
    out.extend(rows(&before.handovers, &after.handovers, tables::handover));
    out.extend(rows(&before.posts, &after.posts, tables::post));
    out.extend(post_images(before, after));
    out.extend(rows(&before.images, &after.images, tables::image));
    out.extend(rows(&before.tallies, &after.tallies, tables::tally));
    out.extend(inserts(&owed(changes, |change| match change {
        Change::History(line) => Some(tables::history(line)),
        _ => None,
    })));
    out.extend(inserts(&owed(changes, |change| match change {
        Change::Mail(mail) => Some(tables::mail(mail)),
        _ => None,
    })));
    out.extend(inserts(&replies));
    out
}

fn owed(changes: &[Change], pick: impl Fn(&Change) -> Option<Record>) -> Vec<Record> {
    changes.iter().filter_map(pick).collect()
}

/// Updates of the columns that differ, then inserts of the rows that were not there: an invitation that is taken back
/// makes room for the next one to that address.
fn rows<K: Ord, T: PartialEq>(
    before: &Table<K, T>,
    after: &Table<K, T>,
    record: impl Fn(&T) -> Record,
) -> Vec<Statement> {
    let mut new = Vec::new();
    let mut updates = Updates::default();
    for (key, row) in after {
        match before.get(key) {
            Some(old) if old == row => {}
            Some(old) => updates.note(&record(old), &record(row)),
            None => new.push(record(row)),
        }
    }
    updates.into_statements().into_iter().chain(inserts(&new)).collect()
}

/// Also of those that were not read.
fn end_sessions(change: &Change) -> Option<Statement> {
    let Change::EndSessions { person, at } = change else { return None };
    Some(Statement::new(
        "UPDATE sessions SET ended_at = ?2 WHERE person = ?1 AND ended_at IS NULL",
        vec![(*person).into(), (*at).into()],
    ))
}

/// What goes with a project, or ends with it, and was not read row by row. Before all else of people: what was read of
/// them is written as it stands after.
fn moved(change: &Change) -> Vec<Statement> {
    let Change::Move(Move { project, from, into, at }) = change else { return Vec::new() };
    let one = |sql: &'static str, params: Vec<Value>| Statement::new(sql, params);
    let (project, from, into) = (|| Value::from(*project), || Value::from(*from), || Value::from(*into));
    vec![
        one("UPDATE posts SET team = ?2 WHERE project = ?1", vec![project(), into()]),
        one(
            "UPDATE post_images SET team = ?2 WHERE post IN (SELECT id FROM posts WHERE project = ?1)",
            vec![project(), into()],
        ),
        one("UPDATE images SET team = ?3 WHERE team = ?2 AND place = ?1", vec![project(), from(), into()]),
        one("DELETE FROM links WHERE team = ?2 AND place = ?1", vec![project(), from()]),
        one(
            "UPDATE asks SET state = 'closed', closed_at = ?3 WHERE team = ?2 AND place = ?1 AND state = 'open'",
            vec![project(), from(), (*at).into()],
        ),
        one(
            "UPDATE members SET apart = apart - 1 WHERE team = ?2 AND person IN \
             (SELECT a.person FROM access a WHERE a.team = ?2 AND a.place = ?1)",
            vec![project(), from()],
        ),
        one("DELETE FROM access WHERE team = ?2 AND place = ?1", vec![project(), from()]),
    ]
}

/// A deleted role repeats what the one in its place holds, and points at that one alone: nobody follows a chain.
fn replaced(before: &Facts, after: &Facts) -> Vec<Statement> {
    let changed = |role: &&Role| {
        before.roles.get(&role.id).is_some_and(|old| old.set != role.set || old.replaced != role.replaced)
    };
    let one = |role: &Role| {
        let by = role.holds().role().map(|role| role.id());
        Statement::new(
            "UPDATE roles SET replaced_by = ?3, bits = ?4 WHERE team = ?1 AND replaced_by = ?2",
            vec![role.team.into(), role.id.into(), by.into(), role.set.bits().into()],
        )
    };
    after.roles.values().filter(changed).map(one).collect()
}

/// Memberships repeat name, address and picture, so that lists need no join. Those of a deleted account are due for the
/// sweep. A picture's file is named by its person or waits to be deleted, never neither: the old one's waits from now on,
/// the new one's no more.
fn renamed(before: &Facts, after: &Facts, now: Timestamp) -> Vec<Statement> {
    let mut out = Vec::new();
    for person in after.people.values() {
        let Some(old) = before.people.get(&person.id) else { continue };
        if old.name == person.name && old.address == person.address && old.avatar == person.avatar {
            continue;
        }
        let (name, address) = (person.name.as_str(), person.address.as_str());
        out.push(Statement::new(
            "UPDATE members SET name = ?2, name_key = ?3, address = ?4, email_key = ?5, \
             next_end = CASE WHEN state = 'active' THEN ifnull(?6, next_end) END, avatar = ?7 WHERE person = ?1",
            vec![
                person.id.into(),
                name.into(),
                search_key(name).into(),
                address.into(),
                search_key(address).into(),
                person.address.is_gone().then_some(now).into(),
                person.avatar.into(),
            ],
        ));
        let loose = "INSERT INTO loose_files (id, clear_at) SELECT ?1, ?2 WHERE ?1 <> ifnull(?3, '')";
        out.push(Statement::new(loose, vec![old.avatar.into(), now.into(), person.avatar.into()]));
        out.push(Statement::new("DELETE FROM loose_files WHERE id = ?1", vec![person.avatar.into()]));
    }
    out
}

fn members(before: &Facts, after: &Facts) -> Vec<Statement> {
    let record = |member: &Member| {
        let mut record = tables::member(member);
        if !before.members.contains_key(&(member.team, member.person)) {
            tables::put_shown(&mut record, after.people.get(&member.person));
        }
        record
    };
    let mut out = rows(&before.members, &after.members, record);
    let (mut given, mut taken) = (Vec::new(), Vec::new());
    for (key, member) in &after.members {
        let old = before.members.get(key);
        if old.map(|old| &old.access) != Some(&member.access) {
            access(old, member, &mut given, &mut taken);
        }
    }
    out.append(&mut taken);
    out.extend(upserts(&given));
    out
}

/// Only the grants that differ: put into `given`, or taken away by a statement in `taken`.
fn access(old: Option<&Member>, member: &Member, given: &mut Vec<Record>, taken: &mut Vec<Statement>) {
    let (team, person) = (member.team, member.person);
    let old = old.map(|old| tables::access(team, person, &old.access)).unwrap_or_default();
    let new = tables::access(team, person, &member.access);
    let gone = missing_in(&old, &new);
    if !gone.is_empty() {
        taken.push(Statement::new(
            "DELETE FROM access WHERE team = ?1 AND person = ?2 AND place IN (SELECT value FROM json_each(?3))",
            vec![team.into(), person.into(), json::list(&gone)],
        ));
    }
    given.extend(new.into_iter().filter(|record| !old.contains(record)));
}

/// The last key column of those records of `old` that have no namesake in `new`.
fn missing_in(old: &[Record], new: &[Record]) -> Vec<Value> {
    let place = |record: &Record| {
        record.keys.checked_sub(1).and_then(|at| record.columns.get(at)).map(|(_, value)| value.clone())
    };
    let kept: Vec<Value> = new.iter().filter_map(place).collect();
    old.iter().filter_map(place).filter(|value| !kept.contains(value)).collect()
}

/// Which images stand in the posts whose texts differ.
fn post_images(before: &Facts, after: &Facts) -> Vec<Statement> {
    let (mut gone, mut there) = (Vec::new(), Vec::new());
    for (id, post) in &after.posts {
        let old = before.posts.get(id).map(|old| old.body.images()).unwrap_or_default();
        let new = post.body.images();
        if old == new {
            continue;
        }
        if !old.is_empty() {
            gone.push(Statement::new("DELETE FROM post_images WHERE post = ?1", vec![post.id.into()]));
        }
        there.extend(new.into_iter().map(|image| tables::post_image(post, image)));
    }
    gone.extend(inserts(&there));
    gone
}

/// The places that differ, of all invitations in one statement: a sender who goes may orphan hundreds.
fn invited_places(before: &Facts, after: &Facts) -> Vec<Statement> {
    let (mut given, mut taken) = (Vec::new(), Vec::new());
    for (id, invitation) in &after.invitations {
        let old = before.invitations.get(id);
        if old != Some(invitation) {
            places(old, invitation, &mut given, &mut taken);
        }
    }
    taken.extend(upserts(&given));
    taken
}

fn places(old: Option<&Invitation>, new: &Invitation, given: &mut Vec<Record>, taken: &mut Vec<Statement>) {
    let old = old.map(tables::invited_places).unwrap_or_default();
    let places = tables::invited_places(new);
    let gone = missing_in(&old, &places);
    if !gone.is_empty() {
        taken.push(Statement::new(
            "DELETE FROM invitation_places WHERE invitation = ?1 AND place IN (SELECT value FROM json_each(?2))",
            vec![new.id.into(), json::list(&gone)],
        ));
    }
    given.extend(places.into_iter().filter(|record| !old.contains(record)));
}
