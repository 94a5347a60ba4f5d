//! What hangs on a role of the team's own, each kind up to a limit: one row more than may be moved is read, to tell.

use roster_core::Need;
use roster_core::access::RoleKey;
use roster_core::id::{RoleId, TeamId};
use roster_core::limits::{ROLE_GIVEN, ROLE_HOLDERS};
use roster_core::table::Table;

use crate::path::{LINK_SENDER, PLACES_AND_SENDERS};
use crate::select::{BARE_INVITATION, LINK, MEMBER, PLACE, PLACES};
use crate::statement::{Statement, Value};

// Without the names of the indexes, a planner that knows no statistics walks through the team.

/// A role as its holders' rows have it: by its own id, or by that of one that it stands for.
const ITS_IDS: &str =
    "(SELECT ?2 UNION ALL SELECT g.id FROM roles g WHERE g.team = ?1 AND g.replaced_by = ?2)";

/// The statements of those needs, each once.
pub fn reads(needs: &[Need]) -> Vec<Statement> {
    let asked: Table<&Need, ()> = needs.iter().map(|need| (need, ())).collect();
    asked.keys().flat_map(|need| of_need(need)).collect()
}

fn of_need(need: &Need) -> Vec<Statement> {
    match need {
        Need::RoleHolders(team, role) => vec![holders(*team, *role, "")],
        Need::GivenByHolders(team, role) => given(*team, *role).into(),
        Need::RoleWays(team, role) => ways(*team, *role).into(),
        Need::LinksBeside(team, role, other) => vec![beside(*team, *role, *other)],
        _ => vec![],
    }
}

fn more_than(most: usize) -> Value {
    Value::Integer(i64::try_from(most).unwrap_or(0).saturating_add(1))
}

/// Their ids, the limit being the third parameter.
fn people() -> String {
    format!(
        "SELECT DISTINCT a.person FROM access a INDEXED BY access_own WHERE a.team = ?1 AND a.role IN {ITS_IDS} \
         AND length(a.role) = 13 LIMIT CAST(?3 AS INTEGER)"
    )
}

/// Members who hold it, with more `columns` of theirs.
pub fn holders(team: TeamId, role: RoleId, columns: &str) -> Statement {
    Statement::new(
        format!("SELECT {MEMBER}{columns} FROM members m WHERE m.team = ?1 AND m.person IN ({})", people()),
        vec![team.into(), role.into(), more_than(ROLE_HOLDERS)],
    )
}

fn given(team: TeamId, role: RoleId) -> [Statement; 2] {
    let params = || vec![team.into(), role.into(), more_than(ROLE_HOLDERS), more_than(ROLE_GIVEN)];
    let people = people();
    let invitations = format!(
        "SELECT {BARE_INVITATION}, {PLACES} FROM invitations i WHERE i.id IN (SELECT x.invitation \
         FROM invitation_places x WHERE x.team = ?1 AND x.open = 1 AND x.own = 0 AND x.sender IN ({people}) \
         LIMIT CAST(?4 AS INTEGER))"
    );
    let links = format!(
        "SELECT {LINK} FROM links l WHERE l.team = ?1 AND l.own = 0 AND l.sender IN ({people}) \
         LIMIT CAST(?4 AS INTEGER)"
    );
    [Statement::new(invitations, params()), Statement::new(links, params())]
}

fn ways(team: TeamId, role: RoleId) -> [Statement; 2] {
    let params = || vec![team.into(), role.into(), more_than(ROLE_HOLDERS)];
    let invitations = format!(
        "SELECT {BARE_INVITATION}, {PLACE}, {MEMBER} FROM invitations i {PLACES_AND_SENDERS} WHERE i.id IN (\
         SELECT DISTINCT y.invitation FROM invitation_places y INDEXED BY places_own WHERE y.team = ?1 AND y.role IN {ITS_IDS} \
         AND y.open = 1 AND length(y.role) = 13 LIMIT CAST(?3 AS INTEGER))"
    );
    let links = format!(
        "SELECT {LINK}, {MEMBER} FROM links l {LINK_SENDER} WHERE l.id IN (SELECT k.id FROM links k INDEXED BY links_own \
         WHERE k.team = ?1 AND k.role = ?2 AND length(k.role) = 13 \
         ORDER BY k.state DESC LIMIT CAST(?3 AS INTEGER))"
    );
    [Statement::new(invitations, params()), Statement::new(links, params())]
}

fn beside(team: TeamId, role: RoleId, other: RoleKey) -> Statement {
    Statement::new(
        format!(
            "SELECT {LINK} FROM links l WHERE l.team = ?1 AND l.role = ?4 AND l.place IN (SELECT k.place FROM links k INDEXED BY links_own \
             WHERE k.team = ?1 AND k.role = ?2 AND length(k.role) = 13 LIMIT CAST(?3 AS INTEGER))"
        ),
        vec![team.into(), role.into(), more_than(ROLE_HOLDERS), other.id().into()],
    )
}
