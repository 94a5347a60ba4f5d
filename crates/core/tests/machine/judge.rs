//! Says what is wrong with a step, if anything: over the rows before and after it, with nothing but the naive
//! rules. Each finding names the invariant of DESIGN.md that it breaks.

use std::collections::{BTreeMap, BTreeSet};

use roster_core::access::{Grant, Place};
use roster_core::command::Step;
use roster_core::email::Address;
use roster_core::id::{PersonId, PostId, ProjectId, TeamId};
use roster_core::model::{
    Digest, Invitation, InvitationState, LinkState, Member, MemberState, Sender, Stage,
};
use roster_core::permission::{Group, Scope};
use roster_core::{Answer, Asker, Command, Denial, Lane, Permission, Timestamp};

use super::naive::{self, Held, Until};
use super::tell;
use super::world::World;

/// One step.
pub struct Seen<'a> {
    pub before: &'a World,
    pub after: &'a World,
    pub command: &'a Command,
    pub asker: Asker,
    pub outcome: &'a Result<Answer, Denial>,
    pub now: Timestamp,
}

/// All that is wrong with it.
pub fn judge(seen: &Seen<'_>) -> Vec<String> {
    let mut wrong = state(seen.after, seen.now);
    if seen.outcome.is_err() {
        if seen.before != seen.after {
            wrong.push("8: what was refused left a trace".to_owned());
        }
    } else {
        wrong.extend(isolation(seen));
        wrong.extend(givers(seen));
        wrong.extend(secrets(seen));
        wrong.extend(rights(seen));
        wrong.extend(traces(seen));
    }
    wrong
}

fn check(wrong: &mut Vec<String>, holds: bool, tell: impl FnOnce() -> String) {
    if !holds {
        wrong.push(tell());
    }
}

// What must hold of the rows at any time.

/// What must hold of the rows at any time: invariants 1, 3, 4, and the counters.
pub fn state(world: &World, now: Timestamp) -> Vec<String> {
    let mut wrong = Vec::new();
    for team in world.rows.teams.keys() {
        state_of_team(world, *team, now, &mut wrong);
    }
    let mut addresses = BTreeSet::new();
    for person in world.rows.people.values() {
        let name = tell::person(world, person.id);
        check(&mut wrong, addresses.insert(&person.address), || format!("two accounts for {name}"));
        let owned = world.rows.teams.values().filter(|team| team.owner == person.id).count();
        check(&mut wrong, owned == person.owns as usize, || {
            format!("{name} owns {owned} teams, and the counter says {}", person.owns)
        });
    }
    wrong
}

fn state_of_team(world: &World, id: TeamId, now: Timestamp, wrong: &mut Vec<String>) {
    let team = &world.rows.teams[&id];
    let members: Vec<&Member> = world.rows.members.values().filter(|m| m.team == id).collect();
    let in_it: Vec<&&Member> = members.iter().filter(|m| naive::active(m)).collect();
    let owner = in_it.iter().find(|m| m.person == team.owner);
    check(wrong, owner.is_some(), || format!("1: team {} has no owner among its members", id.0));
    check(wrong, owner.is_none_or(|o| o.access == Default::default() && !o.seat), || {
        format!("1: the owner of {} holds a grant or a seat", id.0)
    });
    check(wrong, in_it.len() == team.members as usize, || {
        format!("3: {} members, counted {}", team.members, in_it.len())
    });
    let projects = world.rows.projects.values().filter(|p| p.team == id).count();
    check(wrong, projects == team.projects as usize, || {
        format!("{} projects, counted {projects}", team.projects)
    });
    for member in &members {
        state_of_member(world, member, team.owner, team.version, now, wrong);
    }
    state_of_seats(world, id, &members, wrong);
    state_of_invitations(world, id, now, wrong);
    for link in world.rows.links.values().filter(|link| link.team == id) {
        let team_mark = Permission::ALL
            .iter()
            .any(|p| p.group() == Group::Team && naive::names(&Grant::role(link.role), *p));
        check(wrong, !team_mark, || format!("link {} carries a Team checkmark", link.id.0));
    }
    check(wrong, team.epoch <= team.version, || "the epoch is ahead of the version".to_owned());
}

fn state_of_member(
    world: &World,
    member: &Member,
    owner: PersonId,
    version: u64,
    now: Timestamp,
    wrong: &mut Vec<String>,
) {
    let name = tell::person(world, member.person);
    let takes = naive::active(member) && member.person != owner && naive::needs_seat(member, now);
    check(wrong, !takes || member.seat, || format!("3: {name} works without a seat"));
    let due = member.next_end.is_some_and(|end| end <= now);
    check(wrong, !member.seat || takes || due, || format!("3: {name} keeps a seat that no sweep will free"));
    check(wrong, member.stamp <= version, || format!("{name} is stamped ahead of the version"));
    for (place, grant) in member.access.grants() {
        if let Place::Project(project) = place {
            let ours = world.rows.projects.get(&project).is_some_and(|p| p.team == member.team);
            check(wrong, ours, || format!("{name} holds something at a project of another team"));
        }
        let closed = |p: &Permission| {
            !naive::names(&grant, *p) || p.needs().is_none_or(|needed| naive::names(&grant, needed))
        };
        check(wrong, Permission::ALL.iter().all(closed), || format!("{name} holds a set that is not closed"));
        let to_come = naive::active(member) && grant.until.is_some_and(|end| end > now);
        check(wrong, !to_come || member.next_end.is_some_and(|end| Some(end) <= grant.until), || {
            format!("the sweep would miss an end of {name}'s")
        });
    }
}

fn state_of_seats(world: &World, id: TeamId, members: &[&Member], wrong: &mut Vec<String>) {
    let team = &world.rows.teams[&id];
    let taken = members.iter().filter(|member| member.seat).count();
    let ours = world.rows.invitations.values().filter(|i| i.team == id);
    let reserved = ours.filter(|i| i.seat).count();
    check(wrong, taken == team.seats.taken as usize, || {
        format!("3: {} seats taken, counted {taken}", team.seats.taken)
    });
    check(wrong, reserved == team.seats.reserved as usize, || {
        format!("3: {} seats reserved, counted {reserved}", team.seats.reserved)
    });
    if let Some(free) = team.plan.terms().free_seats {
        let paid = (taken + reserved).saturating_sub(free as usize);
        check(wrong, paid <= team.cap as usize, || {
            format!("3: {paid} paid seats above a cap of {}", team.cap)
        });
    }
}

fn state_of_invitations(world: &World, id: TeamId, now: Timestamp, wrong: &mut Vec<String>) {
    let mut addresses = BTreeSet::new();
    for invitation in world.rows.invitations.values().filter(|i| i.team == id) {
        let to = invitation.address.as_str();
        check(wrong, !invitation.places.is_empty(), || format!("the invitation to {to} gives nothing"));
        check(wrong, !invitation.seat || naive::pending(invitation), || {
            format!("3: the closed invitation to {to} reserves a seat")
        });
        if naive::pending(invitation) {
            check(wrong, addresses.insert(&invitation.address), || {
                format!("4: two invitations to {to} are pending")
            });
            let takes = invitation
                .places
                .iter()
                .any(|p| naive::unended(&p.grant, now) && naive::takes_seat(&p.grant));
            let waits = now < invitation.expires_at;
            check(wrong, !(takes && waits) || invitation.seat, || {
                format!("3: the invitation to {to} reserves no seat")
            });
        }
    }
}

// What a step may touch.

fn team_of(command: &Command) -> Option<TeamId> {
    match command.lane() {
        Lane::Account => None,
        Lane::Team(team) | Lane::Content(team) => Some(team),
    }
}

/// A command on one team touches no row of another.
fn isolation(seen: &Seen<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    for id in seen.before.rows.teams.keys().filter(|id| Some(**id) != team_of(seen.command)) {
        let same = same(seen.before, seen.after, *id);
        check(&mut wrong, same, || format!("a command touched team {}, of which it does not speak", id.0));
    }
    wrong
}

/// Whether all that belongs to a team is the same in both.
fn same(a: &World, b: &World, id: TeamId) -> bool {
    let (rows, others) = (&a.rows, &b.rows);
    rows.teams.get(&id) == others.teams.get(&id)
        && a.history.get(&id) == b.history.get(&id)
        && of(&rows.members, |m| m.team == id).eq(of(&others.members, |m| m.team == id))
        && of(&rows.projects, |p| p.team == id).eq(of(&others.projects, |p| p.team == id))
        && of(&rows.invitations, |i| i.team == id).eq(of(&others.invitations, |i| i.team == id))
        && of(&rows.links, |l| l.team == id).eq(of(&others.links, |l| l.team == id))
        && of(&rows.posts, |p| p.team == id).eq(of(&others.posts, |p| p.team == id))
}

fn of<K, V>(rows: &BTreeMap<K, V>, ours: impl Fn(&V) -> bool) -> impl Iterator<Item = &V> {
    rows.values().filter(move |row| ours(row))
}

// Who gave what was gained, and who took what was lost (invariant 2).

/// Who is behind a session.
pub fn actor(world: &World, asker: Asker, now: Timestamp) -> Option<PersonId> {
    let Asker::Session(digest) = asker else { return None };
    let session = world.rows.sessions.get(&digest)?;
    (session.ended_at.is_none() && now < session.expires_at).then_some(session.person)
}

fn givers(seen: &Seen<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(team) = team_of(seen.command) else { return wrong };
    let Some(team_before) = seen.before.rows.teams.get(&team) else { return wrong };
    let people: BTreeSet<PersonId> =
        seen.after.rows.members.keys().filter(|(of, _)| *of == team).map(|(_, who)| *who).collect();
    for person in people {
        for place in naive::places(seen.after, team) {
            let mut before = naive::held(seen.before, team, person, place, seen.now);
            let mut after = naive::held(seen.after, team, person, place, seen.now);
            if place != Place::Team {
                before.retain(|permission, _| permission.scope() == Scope::Project);
                after.retain(|permission, _| permission.scope() == Scope::Project);
            }
            for (permission, until) in &after {
                if before.get(permission).is_none_or(|had| had < until) {
                    let change = Moved { team, person, place, permission: *permission, until: *until };
                    wrong.extend(gained(seen, &change));
                }
            }
            for (permission, until) in &before {
                if after.get(permission).is_none_or(|has| has < until) {
                    let change = Moved { team, person, place, permission: *permission, until: *until };
                    wrong.extend(lost(seen, &change, team_before.owner));
                }
            }
        }
    }
    wrong
}

/// A checkmark that somebody has now for longer, or no more for as long.
struct Moved {
    team: TeamId,
    person: PersonId,
    place: Place,
    permission: Permission,
    until: Until,
}

impl Moved {
    fn tell(&self, world: &World, verb: &str) -> String {
        let Self { place, permission, .. } = self;
        format!(
            "2: {} {verb} {} at {}",
            tell::person(world, self.person),
            permission.id(),
            tell::place(*place)
        )
    }
}

/// Whether somebody holds what moved, for as long, and may give it by this right.
fn gives(seen: &Seen<'_>, giver: PersonId, moved: &Moved, right: Permission) -> Result<(), String> {
    let held = naive::held(seen.before, moved.team, giver, moved.place, seen.now);
    let name = tell::person(seen.before, giver);
    match held.get(&moved.permission) {
        None => return Err(format!("{name} does not hold it")),
        Some(until) if *until < moved.until => return Err(format!("{name} does not hold it for so long")),
        Some(_) => {}
    }
    let at_team = naive::held(seen.before, moved.team, giver, Place::Team, seen.now);
    if held.contains_key(&right) || at_team.contains_key(&right) {
        Ok(())
    } else {
        Err(format!("{name} lacks {}", right.id()))
    }
}

fn gained(seen: &Seen<'_>, moved: &Moved) -> Option<String> {
    let asks = actor(seen.before, seen.asker, seen.now);
    let by = |right: Permission, person: Option<PersonId>| {
        person.map_or_else(|| Err("nobody gave it".to_owned()), |giver| gives(seen, giver, moved, right))
    };
    let verdict = match seen.command {
        Command::ChangeAccess { person, .. } | Command::Restore { person, .. } => {
            if *person == moved.person {
                by(Permission::TeamAccess, asks)
            } else {
                Err("it speaks of somebody else".to_owned())
            }
        }
        Command::Invite { .. } => by(Permission::TeamInvite, asks),
        Command::Accept { invitation, .. } => {
            by_invitation(seen, moved, seen.before.rows.invitations.get(invitation))
        }
        Command::Join { link, .. } => by_link_or_invitation(seen, moved, *link),
        Command::Transfer { to, .. } if *to == moved.person => Ok(()),
        Command::StartSignIn { .. }
        | Command::FinishSignIn { .. }
        | Command::SignOut
        | Command::SignOutEverywhere
        | Command::RenameSelf { .. }
        | Command::CreateTeam { .. }
        | Command::RenameTeam { .. }
        | Command::CreateProject { .. }
        | Command::RenameProject { .. }
        | Command::ArchiveProject { .. }
        | Command::ReopenProject { .. }
        | Command::Resend { .. }
        | Command::Withdraw { .. }
        | Command::Decline { .. }
        | Command::AskAgain { .. }
        | Command::SetLink { .. }
        | Command::RegenerateLink { .. }
        | Command::Remove { .. }
        | Command::RemoveFromProject { .. }
        | Command::Leave { .. }
        | Command::LeaveProject { .. }
        | Command::ChangePlan { .. }
        | Command::SetCap { .. }
        | Command::Transfer { .. }
        | Command::Sweep { .. }
        | Command::CreatePost { .. }
        | Command::EditPost { .. }
        | Command::SetTime { .. }
        | Command::MovePost { .. } => Err("this command gives nothing".to_owned()),
    };
    verdict.err().map(|why| format!("{}: {why}", moved.tell(seen.after, "gained")))
}

fn by_sender(seen: &Seen<'_>, moved: &Moved, sender: Sender) -> Result<(), String> {
    match sender {
        Sender::Team(_) => Ok(()),
        Sender::Member(giver) => gives(seen, giver, moved, Permission::TeamInvite),
    }
}

fn by_invitation(seen: &Seen<'_>, moved: &Moved, invitation: Option<&Invitation>) -> Result<(), String> {
    let invitation = invitation.ok_or("there was no invitation")?;
    let own = invitation.places.iter().find(|p| p.place == moved.place);
    let given = own.or(invitation.places.iter().find(|p| p.place == Place::Team));
    let given = given.ok_or("the invitation does not speak of that place")?;
    if !naive::names(&given.grant, moved.permission) || given.orphaned {
        return Err("the invitation does not give it".to_owned());
    }
    by_sender(seen, moved, given.sender)
}

fn by_link_or_invitation(
    seen: &Seen<'_>,
    moved: &Moved,
    link: roster_core::id::LinkId,
) -> Result<(), String> {
    let link = seen.before.rows.links.get(&link).ok_or("there was no link")?;
    if let Some(invitation) = redeemed_by(seen, moved.person) {
        return by_invitation(seen, moved, Some(invitation));
    }
    if !naive::names(&Grant::role(link.role), moved.permission) || link.orphaned {
        return Err("the link does not give it".to_owned());
    }
    by_sender(seen, moved, link.sender)
}

/// The invitation that somebody redeemed in this step.
fn redeemed_by<'a>(seen: &Seen<'a>, person: PersonId) -> Option<&'a Invitation> {
    seen.before.rows.invitations.values().filter(|i| naive::pending(i)).find(|before| {
        let after = seen.after.rows.invitations.get(&before.id).map(|after| after.state);
        matches!(after, Some(InvitationState::Accepted { by, .. }) if by == person)
    })
}

fn lost(seen: &Seen<'_>, moved: &Moved, owner: PersonId) -> Option<String> {
    let asks = actor(seen.before, seen.asker, seen.now);
    let itself = asks == Some(moved.person);
    let has = |right: Permission, place: Place| {
        asks.is_some_and(|who| naive::holds(seen.before, moved.team, who, place, right, seen.now))
    };
    let at_or_team = |right| has(right, moved.place) || has(right, Place::Team);
    let allowed = match seen.command {
        Command::Leave { .. } => itself && moved.person != owner,
        Command::LeaveProject { project, .. } => {
            itself && moved.person != owner && (moved.place == Place::Project(*project) || ended(seen, moved))
        }
        Command::Transfer { .. } => itself && moved.person == owner,
        Command::ChangeAccess { person, .. } => {
            *person == moved.person
                && !itself
                && moved.person != owner
                && at_or_team(Permission::TeamAccess)
                && has(moved.permission, moved.place)
        }
        Command::Remove { person, .. } => {
            *person == moved.person
                && !itself
                && moved.person != owner
                && has(Permission::TeamRemove, Place::Team)
        }
        Command::RemoveFromProject { person, project, .. } => {
            let there = Place::Project(*project);
            *person == moved.person
                && !itself
                && moved.person != owner
                && has(Permission::TeamRemove, there)
                && (moved.place == there || ended(seen, moved))
        }
        _ => false,
    };
    (!allowed).then(|| moved.tell(seen.after, "lost"))
}

/// Whether the membership ended with the last project, at which nothing else was held.
fn ended(seen: &Seen<'_>, moved: &Moved) -> bool {
    let (Command::LeaveProject { project, .. } | Command::RemoveFromProject { project, .. }) = seen.command
    else {
        return false;
    };
    let elsewhere =
        naive::places(seen.before, moved.team).into_iter().filter(|place| *place != Place::Project(*project));
    let mut held = elsewhere.map(|place| naive::held(seen.before, moved.team, moved.person, place, seen.now));
    held.all(|held: Held| held.is_empty())
}

// Doors that secrets open (invariant 5).

fn secrets(seen: &Seen<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    let Ok(Answer::Joined { person, .. }) = seen.outcome else { return wrong };
    match seen.command {
        Command::Accept { invitation, counter, .. } => {
            let before = seen.before.rows.invitations.get(invitation);
            let address = seen.after.rows.people.get(person).map(|p| p.address.clone());
            accepted(seen, before, *counter, address, &mut wrong);
        }
        Command::Join { team, link, generation } => {
            if let Some(invitation) = redeemed_by(seen, *person) {
                let address = seen.after.rows.people.get(person).map(|p| p.address.clone());
                accepted(seen, Some(invitation), None, address, &mut wrong);
            } else {
                joined(seen, *team, *link, *generation, *person, &mut wrong);
            }
        }
        _ => wrong.push("5: somebody came in by a command that lets nobody in".to_owned()),
    }
    wrong
}

fn accepted(
    seen: &Seen<'_>,
    before: Option<&Invitation>,
    counter: Option<u32>,
    address: Option<Address>,
    wrong: &mut Vec<String>,
) {
    let Some(before) = before else {
        wrong.push("5: an invitation that is not there was accepted".to_owned());
        return;
    };
    check(wrong, naive::pending(before), || "5: an invitation opened that was closed".to_owned());
    check(wrong, seen.now < before.expires_at, || "5: an invitation opened after its time".to_owned());
    check(wrong, counter.is_none_or(|c| c == before.counter), || "5: an older mail opened".to_owned());
    check(wrong, address.as_ref() == Some(&before.address), || "5: the wrong person came in".to_owned());
    check(wrong, !before.places.iter().any(|p| p.orphaned), || "5: it opened without a sender".to_owned());
    for place in &before.places {
        sender_still_gives(seen, before.team, place.sender, place.place, &place.grant, wrong);
    }
}

fn joined(
    seen: &Seen<'_>,
    team: TeamId,
    link: roster_core::id::LinkId,
    generation: u32,
    person: PersonId,
    wrong: &mut Vec<String>,
) {
    let Some(before) = seen.before.rows.links.get(&link) else {
        wrong.push("5: a link that is not there opened".to_owned());
        return;
    };
    let uses = seen.after.rows.links.get(&link).map(|link| link.uses);
    let barred = seen.before.rows.members.get(&(team, person)).is_some_and(|m| m.barred);
    let domain = seen.after.rows.people.get(&person).map(|p| p.address.as_str().to_owned());
    let fits = |wanted: &String| domain.as_ref().is_some_and(|d| d.ends_with(&format!("@{wanted}")));
    check(wrong, before.state == LinkState::On, || "5: a link opened that was off".to_owned());
    check(wrong, before.generation == generation, || "5: an older link opened".to_owned());
    check(wrong, before.expires_at.is_none_or(|end| seen.now < end), || {
        "5: a link opened after its time".to_owned()
    });
    check(wrong, before.max_uses.is_none_or(|most| before.uses < most), || {
        "5: a link opened too often".to_owned()
    });
    check(wrong, uses == Some(before.uses + 1), || "5: a use was not counted".to_owned());
    check(wrong, before.domain.as_ref().is_none_or(fits), || "5: a link opened to another domain".to_owned());
    check(wrong, !barred, || "S2: a removed person came back by a link".to_owned());
    check(wrong, !before.orphaned, || "5: a link opened without a sender".to_owned());
    sender_still_gives(seen, team, before.sender, before.place, &Grant::role(before.role), wrong);
}

fn sender_still_gives(
    seen: &Seen<'_>,
    team: TeamId,
    sender: Sender,
    place: Place,
    grant: &Grant,
    wrong: &mut Vec<String>,
) {
    let Sender::Member(giver) = sender else { return };
    let invites = naive::holds(seen.before, team, giver, place, Permission::TeamInvite, seen.now);
    check(wrong, invites, || {
        let name = tell::person(seen.before, giver);
        format!("5: {name} could no longer invite at {}", tell::place(place))
    });
    if !naive::unended(grant, seen.now) {
        return;
    }
    let until = grant.until.map_or(Until::Ever, Until::At);
    let held = naive::held(seen.before, team, giver, place, seen.now);
    for permission in Permission::ALL.iter().filter(|p| naive::names(grant, **p)) {
        let matters = permission.scope() == Scope::Project || place == Place::Team;
        let enough = held.get(permission).is_some_and(|has| *has >= until);
        check(wrong, !matters || enough, || {
            let name = tell::person(seen.before, giver);
            format!("5: {name} could no longer give {} at {}", permission.id(), tell::place(place))
        });
    }
}

// Who may do the rest.

fn rights(seen: &Seen<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(team) = team_of(seen.command) else { return wrong };
    let Some(before) = seen.before.rows.teams.get(&team) else { return wrong };
    let Some(after) = seen.after.rows.teams.get(&team) else {
        return vec!["a team is gone".to_owned()];
    };
    let asks = actor(seen.before, seen.asker, seen.now);
    let is_owner = asks == Some(before.owner);
    let owners = before.name != after.name
        || before.plan != after.plan
        || before.cap != after.cap
        || before.owner != after.owner;
    check(&mut wrong, !owners || is_owner, || "1: somebody else did what is the owner's alone".to_owned());
    if before.owner != after.owner {
        let live = naive::places(seen.before, team)
            .into_iter()
            .any(|place| !naive::held(seen.before, team, after.owner, place, seen.now).is_empty());
        check(&mut wrong, live, || "1: the team went to somebody without live access".to_owned());
    }
    let can = |permission, place| {
        asks.is_some_and(|who| naive::holds(seen.before, team, who, place, permission, seen.now))
    };
    rights_to_rows(seen, team, &can, &mut wrong);
    rights_to_posts(seen, team, asks, &can, &mut wrong);
    wrong
}

fn rights_to_rows(
    seen: &Seen<'_>,
    team: TeamId,
    can: &dyn Fn(Permission, Place) -> bool,
    wrong: &mut Vec<String>,
) {
    for (id, after) in seen.after.rows.projects.iter().filter(|(_, p)| p.team == team) {
        let changed = seen.before.rows.projects.get(id) != Some(after);
        check(wrong, !changed || can(Permission::ProjectsManage, Place::Team), || {
            format!("project {} was changed without projects.manage", id.0)
        });
    }
    for (id, after) in seen.after.rows.invitations.iter().filter(|(_, i)| i.team == team) {
        let before = seen.before.rows.invitations.get(id);
        let sends = matches!(seen.command, Command::Invite { .. } | Command::Resend { .. });
        if before != Some(after) && sends && naive::pending(after) {
            let new = after.places.iter().filter(|p| before.is_none_or(|b| !b.places.contains(p)));
            for place in new.filter(|p| !p.orphaned) {
                check(wrong, can(Permission::TeamInvite, place.place), || {
                    format!("2: an invitation to {} without team.invite", tell::place(place.place))
                });
                sender_still_gives(seen, team, place.sender, place.place, &place.grant, wrong);
            }
        }
    }
    for (id, after) in seen.after.rows.links.iter().filter(|(_, l)| l.team == team) {
        let before = seen.before.rows.links.get(id);
        let by_hand = matches!(seen.command, Command::SetLink { .. } | Command::RegenerateLink { .. });
        if before != Some(after) && by_hand {
            check(wrong, can(Permission::TeamInvite, after.place), || {
                format!("2: a link to {} without team.invite", tell::place(after.place))
            });
        }
    }
}

fn rights_to_posts(
    seen: &Seen<'_>,
    team: TeamId,
    asks: Option<PersonId>,
    can: &dyn Fn(Permission, Place) -> bool,
    wrong: &mut Vec<String>,
) {
    for (id, after) in seen.after.rows.posts.iter().filter(|(_, p)| p.team == team) {
        let before = seen.before.rows.posts.get(id);
        if before == Some(after) {
            continue;
        }
        check(wrong, of_post(seen.command, after.project) == Some(*id), || {
            format!("post {} was changed by another command", id.0)
        });
        let here = Place::Project(after.project);
        let has = |permission| can(permission, here);
        let own = asks == Some(after.author);
        let draft = before.is_some_and(|b| b.stage == Stage::Draft);
        let writes = has(Permission::PostsEdit) || (own && has(Permission::PostsCreate));
        let allowed = match seen.command {
            Command::CreatePost { .. } => own && has(Permission::PostsCreate),
            Command::EditPost { .. } => {
                has(Permission::PostsEdit) || (own && draft && has(Permission::PostsCreate))
            }
            Command::SetTime { .. } => has(Permission::PostsSchedule),
            Command::MovePost { step, .. } => match step {
                Step::SendForReview => writes,
                Step::Approve => has(Permission::PostsApprove),
                // One may take back one's own work from review.
                Step::Return => has(Permission::PostsApprove) || writes,
                Step::Publish => has(Permission::PostsPublish),
            },
            _ => false,
        };
        check(wrong, allowed, || format!("post {} was changed without the right to", id.0));
        let archived = seen.before.rows.projects.get(&after.project).is_none_or(|p| p.archived_at.is_some());
        check(wrong, !archived, || format!("post {} was changed in an archived project", id.0));
        check(wrong, before.is_none_or(|b| b.version + 1 == after.version), || {
            format!("post {} has version {}", id.0, after.version)
        });
    }
}

fn of_post(command: &Command, _project: ProjectId) -> Option<PostId> {
    match command {
        Command::CreatePost { post, .. }
        | Command::EditPost { post, .. }
        | Command::SetTime { post, .. }
        | Command::MovePost { post, .. } => Some(*post),
        _ => None,
    }
}

// What is kept of a step.

/// Every change has its row of history and its version (invariant 8); what was taken keeps its giver's things shut.
fn traces(seen: &Seen<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(team) = team_of(seen.command) else { return wrong };
    let (Some(before), Some(after)) = (seen.before.rows.teams.get(&team), seen.after.rows.teams.get(&team))
    else {
        return wrong;
    };
    let lines = |world: &World| world.history.get(&team).copied().unwrap_or(0);
    let told_only = matches!(seen.outcome, Ok(Answer::SeatRefused));
    let same = same(seen.before, seen.after, team);
    check(&mut wrong, same || told_only || lines(seen.after) > lines(seen.before), || {
        "8: a change without a line of history".to_owned()
    });
    let rows = |world: &World| {
        let ours = world.rows.members.values().filter(|m| m.team == team);
        ours.map(|m| (m.person, m.state, m.access.clone())).collect::<Vec<_>>()
    };
    let access_changed = rows(seen.before) != rows(seen.after) || before.owner != after.owner;
    check(&mut wrong, !access_changed || after.epoch == after.version, || {
        "access changed, and the epoch did not follow".to_owned()
    });
    if matches!(seen.command.lane(), Lane::Team(_)) {
        check(&mut wrong, same || after.version == before.version + 1, || {
            format!("the version went from {} to {}", before.version, after.version)
        });
    }
    for member in seen.after.rows.members.values().filter(|m| m.team == team) {
        let old = seen.before.rows.members.get(&(team, member.person));
        let changed = old.is_none_or(|old| old.state != member.state || old.access != member.access);
        check(&mut wrong, !changed || member.stamp == after.version, || {
            format!("{} changed, and their stamp did not follow", tell::person(seen.after, member.person))
        });
    }
    wrong.extend(orphans(seen, team));
    wrong.extend(finished(seen, team));
    wrong
}

/// What was swept is swept, and what was sent again opens again.
fn finished(seen: &Seen<'_>, team: TeamId) -> Vec<String> {
    let mut wrong = Vec::new();
    if let Command::Sweep { .. } = seen.command {
        let members = seen.after.rows.members.values().filter(|m| m.team == team && naive::active(m));
        for member in members.filter(|m| m.next_end.is_some_and(|end| end <= seen.now)) {
            wrong.push(format!("{}'s end is still to be swept", tell::person(seen.after, member.person)));
        }
        let invitations = seen.after.rows.invitations.values().filter(|i| i.team == team && i.seat);
        for invitation in invitations.filter(|i| i.expires_at <= seen.now) {
            wrong.push(format!("the seat of {} is still to be swept", invitation.address.as_str()));
        }
    }
    if let Command::Resend { invitation, .. } = seen.command {
        let after = seen.after.rows.invitations.get(invitation);
        let opens = after.is_some_and(|i| !i.needs_sender() && i.expires_at > seen.now);
        check(&mut wrong, opens, || "an invitation was sent again, and does not open".to_owned());
    }
    wrong
}

/// From the commit that takes it away on, what a sender gave is shut, for good.
fn orphans(seen: &Seen<'_>, team: TeamId) -> Vec<String> {
    let mut wrong = Vec::new();
    let could_not = |giver: PersonId, place: Place, grant: &Grant| {
        let held = naive::held(seen.after, team, giver, place, seen.now);
        let until = grant.until.map_or(Until::Ever, Until::At);
        let lacks = |p: &&Permission| {
            let matters = p.scope() == Scope::Project || place == Place::Team;
            matters && naive::names(grant, **p) && held.get(p).is_none_or(|has| *has < until)
        };
        !held.contains_key(&Permission::TeamInvite)
            || (naive::unended(grant, seen.now) && Permission::ALL.iter().find(lacks).is_some())
    };
    let moved = |giver: PersonId| {
        seen.before.rows.members.get(&(team, giver)) != seen.after.rows.members.get(&(team, giver))
            && !naive::owns(seen.after, team, giver)
    };
    for invitation in seen.after.rows.invitations.values().filter(|i| i.team == team && naive::pending(i)) {
        for place in invitation.places.iter().filter(|p| !p.orphaned) {
            let Sender::Member(giver) = place.sender else { continue };
            check(&mut wrong, !(moved(giver) && could_not(giver, place.place, &place.grant)), || {
                format!(
                    "5: what {} gives to {} should be shut",
                    tell::person(seen.after, giver),
                    invitation.address.as_str()
                )
            });
        }
    }
    for link in seen.after.rows.links.values().filter(|l| l.team == team && !l.orphaned) {
        let Sender::Member(giver) = link.sender else { continue };
        check(&mut wrong, !(moved(giver) && could_not(giver, link.place, &Grant::role(link.role))), || {
            format!("5: the link of {} should be shut", tell::person(seen.after, giver))
        });
    }
    let reopened = seen.after.rows.invitations.values().filter(|after| {
        let before = seen.before.rows.invitations.get(&after.id);
        let by_hand = matches!(seen.command, Command::Invite { .. } | Command::Resend { .. });
        before.is_some_and(|b| b.needs_sender()) && !after.needs_sender() && !by_hand
    });
    for invitation in reopened {
        wrong.push(format!("5: the invitation to {} opened again by itself", invitation.address.as_str()));
    }
    wrong
}
