//! The reads of many needs as one batch: needs of one kind share a statement, however many commands ask.

pub mod following;

use roster_core::id::TeamId;
use roster_core::needs::Whose;
use roster_core::table::Table;
use roster_core::{Facts, Need, Timestamp};

use crate::json;
use crate::path::{Path, left_by_gone, paths};
use crate::row::{Corrupt, Row};
use crate::select::{BARE_INVITATION, MEMBER, PERSON, PLACES, absorb};
use crate::statement::{Statement, Value};

/// The statements that read what `needs` name: one batch. Equal needs are read once, and due rows as many as all
/// the commands together may need.
#[must_use]
pub fn reads(needs: &[Need]) -> Vec<Statement> {
    let mut shapes: Table<(String, &'static str, Vec<Value>), Table<Value, ()>> = Table::new();
    for need in needs {
        if comes_with(need, needs) {
            continue;
        }
        for Path { head, tail, fixed, key } in paths(need) {
            shapes.or_default((head, tail, fixed)).insert(key, ());
        }
    }
    let keyed = shapes.into_iter().map(|((head, tail, fixed), keys)| keyed(&head, tail, fixed, keys));
    let mut statements: Vec<Statement> = keyed.collect();
    statements.extend(latest_invitations(needs));
    statements.extend(due_rows(needs));
    statements.extend(granters(needs));
    statements.extend(following::reads(needs));
    statements
}

/// Whether the rows of `need` come with those of a wider one among `needs`.
fn comes_with(need: &Need, needs: &[Need]) -> bool {
    let has = |wider: Need| needs.contains(&wider);
    match need {
        Need::Session(digest) => {
            needs.iter().any(|other| matches!(other, Need::Standing(_, wider) if wider == digest))
        }
        Need::Standing(team, digest) => has(Need::OpenAsks(*team, Whose::Asker(*digest))),
        Need::Team(team) => has(Need::Owner(*team)),
        Need::Invitation(team, id) => has(Need::InvitationSenders(*team, *id)),
        Need::Invitee(team, id) => has(Need::GivenByInvitee(*team, *id)),
        Need::MemberByAddress(team, address) => has(Need::GivenByAddress(*team, address.clone())),
        _ => false,
    }
}

fn keyed(head: &str, tail: &str, mut params: Vec<Value>, keys: Table<Value, ()>) -> Statement {
    let at = params.len().saturating_add(1);
    let one = keys.len() == 1;
    let test = if one { format!("= ?{at}") } else { format!("IN (SELECT value FROM json_each(?{at}))") };
    params.push(if one { keys.into_keys().next().unwrap_or(Value::Null) } else { json::list(keys.keys()) });
    Statement::new(format!("SELECT {head} {test}{tail}"), params)
}

/// The latest invitation to each address, or to each person's: the pending one, if there is one. One statement for a
/// team's, however many are asked for.
fn latest_invitations(needs: &[Need]) -> Vec<Statement> {
    let mut asked: Table<(TeamId, bool), Table<Value, ()>> = Table::new();
    for need in needs {
        let (key, of) = match need {
            Need::InvitationTo(team, address) => ((*team, false), address.into()),
            Need::InvitationToPerson(team, person) => ((*team, true), (*person).into()),
            _ => continue,
        };
        asked.or_default(key).insert(of, ());
    }
    let one = |((team, people), of): ((TeamId, bool), Table<Value, ()>)| {
        let (from, address) = if people {
            ("json_each(?2) j CROSS JOIN people p ON p.id = j.value", "p.address")
        } else {
            ("json_each(?2) j", "j.value")
        };
        Statement::new(
            format!(
                "SELECT {BARE_INVITATION}, {PLACES} FROM {from} CROSS JOIN invitations i ON i.id = \
                 (SELECT x.id FROM invitations x WHERE x.team = ?1 AND x.address = {address} \
                 ORDER BY (x.state = 'pending') DESC, x.sent_at DESC LIMIT 1)"
            ),
            vec![team.into(), json::list(of.keys())],
        )
    };
    asked.into_iter().map(one).collect()
}

/// Those whom a denial would read: the same statement.
fn granters(needs: &[Need]) -> Vec<Statement> {
    let one = |need: &Need| {
        if let Need::Granters(team, place) = need { Some(((*team, *place), ())) } else { None }
    };
    let asked: Table<_, ()> = needs.iter().filter_map(one).collect();
    asked.into_keys().map(|(team, place)| crate::pages::granters(team, place)).collect()
}

/// Due rows: as many as all the commands together ask for, since each of them may sweep its own.
fn due_rows(needs: &[Need]) -> Vec<Statement> {
    let mut asked: Table<(TeamId, Timestamp, bool), u32> = Table::new();
    for need in needs {
        if let Need::DueSeats(team, now, rows) | Need::Due(team, now, rows) = need {
            let seats_only = matches!(need, Need::DueSeats(..));
            let sum = asked.or_default((*team, *now, seats_only));
            *sum = sum.saturating_add(*rows);
        }
    }
    asked.into_iter().flat_map(|((team, now, seats_only), rows)| due(team, now, seats_only, rows)).collect()
}

fn due(team: TeamId, now: Timestamp, seats_only: bool, rows: u32) -> Vec<Statement> {
    let seat = if seats_only { " AND m.seat = 1" } else { "" };
    let params = || vec![team.into(), now.into(), rows.into()];
    let members = format!(
        "SELECT {MEMBER}, {PERSON} FROM members m CROSS JOIN people p ON p.id = m.person \
         WHERE m.team = ?1 AND m.next_end <= ?2{seat} \
         AND m.state = 'active' ORDER BY m.next_end, m.person LIMIT CAST(?3 AS INTEGER)"
    );
    let invitations = format!(
        "SELECT {BARE_INVITATION}, {PLACES} FROM invitations i WHERE i.team = ?1 AND i.state = 'pending' AND i.seat = 1 \
         AND i.expires_at <= ?2 ORDER BY i.expires_at, i.id LIMIT CAST(?3 AS INTEGER)"
    );
    let mut statements = vec![Statement::new(members, params()), Statement::new(invitations, params())];
    if !seats_only {
        statements.extend(left_by_gone().map(|sql| Statement::new(sql, params())));
    }
    statements
}

/// What was read, as facts: the rows of every statement of [`reads`].
///
/// # Errors
/// When a row is none that our migrations allow.
pub fn facts<'a>(results: impl IntoIterator<Item = &'a Vec<Row>>) -> Result<Facts, Corrupt> {
    let mut facts = Facts::default();
    for row in results.into_iter().flatten() {
        absorb(&mut facts, row)?;
    }
    Ok(facts)
}
