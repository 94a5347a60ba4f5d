//! What follows a role of the team's own when its checkmarks change, or another role takes its place: who holds it, the
//! seats that they take, what they gave, and the invitations and links that give it. Where many hold it, only what
//! needs nobody to be looked at one by one is done: the others are refused.

use crate::access::{Grant, Holds, Place, RoleKey, Standing};
use crate::change::HistoryKind;
use crate::denial::Denial;
use crate::generated::catalogue::Permission;
use crate::id::{PersonId, RoleId};
use crate::limits::{ROLE_GIVEN, ROLE_HOLDERS};
use crate::model::{Invitation, InviteLink, LinkState, Member, Role, Sender};
use crate::seats::{sets_take_seat, takes_seat};
use crate::table::Table;

use super::act::Act;
use super::giving::may_invite;
use super::link::fits_links;
use super::seat::{Payer, make_room};

/// A role, and what its holders hold from now on: the same role with other checkmarks, or another role.
#[derive(Clone, Copy)]
pub struct Turn<'a> {
    pub role: &'a Role,
    pub to: Holds,
}

impl Turn<'_> {
    const fn id(&self) -> RoleId {
        self.role.id
    }

    fn deletes(&self) -> bool {
        self.to.role() != Some(RoleKey::Own(self.id()))
    }

    const fn takes_away(&self) -> bool {
        !self.to.set().covers(self.role.set)
    }

    const fn gives_more(&self) -> bool {
        !self.role.set.covers(self.to.set())
    }

    fn moves_seats(&self) -> bool {
        self.to.set().takes_seat() != self.role.set.takes_seat()
    }

    fn turned(&self, grant: Grant) -> Grant {
        Grant { holds: grant.holds.following(self.id(), self.to), ..grant }
    }

    fn is_given_by(&self, invitation: &Invitation) -> bool {
        let own = Some(RoleKey::Own(self.id()));
        invitation.is_pending() && invitation.places.iter().any(|place| place.grant.holds.role() == own)
    }

    fn is_linked_by(&self, link: &InviteLink) -> bool {
        link.role.role() == Some(RoleKey::Own(self.id()))
    }
}

/// Moves all that follows the role. The role itself is the caller's to write.
pub fn follow(act: &mut Act<'_>, turn: Turn<'_>, payer: Payer) -> Result<(), Denial> {
    let holders = holders(act, turn);
    let invitations = act.invitations().iter().filter(|one| turn.is_given_by(one)).count();
    check_few(act, turn, &holders, invitations)?;
    check_links(act, turn)?;
    let more = more_seats(act, turn);
    if more > 0 {
        make_room(act, more, payer)?;
    }
    act.team.epoch = act.team.version;
    // Of many, only some were read: they follow by the role alone, and nothing of theirs is to be marked.
    let holders = if holders.len() > ROLE_HOLDERS { Table::new() } else { holders };
    for person in holders.keys() {
        move_member(act, turn, *person);
    }
    let mut lost = Table::new();
    for invitation in act.invitations().into_iter().filter(Invitation::is_pending) {
        move_invitation(act, turn, invitation, (&holders, invitations <= ROLE_HOLDERS), &mut lost);
    }
    for link in act.links() {
        move_link(act, turn, link, &holders, &mut lost);
    }
    tell_lost(act, lost);
    Ok(())
}

/// Those who hold it, in the team or not any more, of those that were read.
fn holders(act: &Act<'_>, turn: Turn<'_>) -> Table<PersonId, ()> {
    let follows = |member: &Member| member.access.follows(turn.id());
    act.members().iter().filter(|member| follows(member)).map(|member| (member.person, ())).collect()
}

fn check_few(
    act: &Act<'_>,
    turn: Turn<'_>,
    holders: &Table<PersonId, ()>,
    invitations: usize,
) -> Result<(), Denial> {
    let gives = turn.role.set.has(Permission::TeamInvite) || turn.role.set.has(Permission::TeamAccess);
    let takes_back = turn.takes_away() && gives;
    let links = act.links().iter().filter(|link| turn.is_linked_by(link)).count();
    let too_many = holders.len() > ROLE_HOLDERS && (turn.moves_seats() || takes_back)
        || invitations > ROLE_HOLDERS && (turn.moves_seats() || turn.gives_more())
        || links > ROLE_HOLDERS && (turn.deletes() || turn.gives_more())
        || turn.takes_away() && holders.len() <= ROLE_HOLDERS && given(act, holders) > ROLE_GIVEN;
    if too_many { Err(Denial::RoleHeldByMany) } else { Ok(()) }
}

/// How many places, or links, those people have given.
fn given(act: &Act<'_>, holders: &Table<PersonId, ()>) -> usize {
    let theirs = |sender: Sender| matches!(sender, Sender::Member(person) if holders.contains_key(&person));
    let pending = act.invitations().into_iter().filter(Invitation::is_pending);
    let places =
        pending.flat_map(|invitation| invitation.places).filter(|place| theirs(place.sender)).count();
    places.max(act.links().iter().filter(|link| theirs(link.sender)).count())
}

/// A link that is on would let people in with a Team checkmark: it is turned off first, by somebody who knows of it.
fn check_links(act: &Act<'_>, turn: Turn<'_>) -> Result<(), Denial> {
    let is_on = |link: &InviteLink| turn.is_linked_by(link) && link.state == LinkState::On;
    if !fits_links(turn.to) && act.links().iter().any(is_on) { Err(Denial::RoleOnLink) } else { Ok(()) }
}

/// How many members and invitations take a seat by it that have none.
fn more_seats(act: &Act<'_>, turn: Turn<'_>) -> u32 {
    let member = |member: &Member| {
        let access = member.access.clone().following(turn.id(), turn.to);
        member.is_active() && !member.seat && member.access != access && takes_seat(&access, act.now)
    };
    let members = act.members().iter().filter(|one| member(one)).count();
    let invitation = |one: &Invitation| turn.is_given_by(one) && !one.seat && wants_seat(act, turn, one);
    let invitations = act.invitations().iter().filter(|one| invitation(one)).count();
    u32::try_from(members.saturating_add(invitations)).unwrap_or(u32::MAX)
}

/// Whether it reserves a seat from now on. One that is over reserves none anew.
fn wants_seat(act: &Act<'_>, turn: Turn<'_>, invitation: &Invitation) -> bool {
    let sets = invitation.places.iter().map(|place| turn.turned(place.grant).live(act.now));
    (invitation.seat || !invitation.has_expired(act.now)) && sets_take_seat(sets)
}

fn move_member(act: &mut Act<'_>, turn: Turn<'_>, person: PersonId) {
    if let Some(member) = act.member(person).filter(|member| member.is_active()).cloned() {
        let access = member.access.clone().following(turn.id(), turn.to);
        act.write_member(Member { access, ..member });
    }
}

/// Whether somebody who gave a place could not give it before, or cannot any more.
fn is_lost(act: &Act<'_>, turn: Turn<'_>, sender: Sender, place: Place, grant: Grant) -> bool {
    let Sender::Member(person) = sender else { return false };
    let before = act.facts.standing(act.team.id, person, act.now);
    let access = match before {
        Standing::Member(access) => access.clone().following(turn.id(), turn.to),
        Standing::Owner | Standing::Outsider => {
            return !may_invite(before, place, turn.turned(grant), act.now);
        }
    };
    !may_invite(before, place, grant, act.now)
        || !may_invite(Standing::Member(&access), place, turn.turned(grant), act.now)
}

/// Senders, and how much of theirs stopped opening.
type Lost = Table<PersonId, u32>;

fn count(lost: &mut Lost, sender: Sender) {
    let count = lost.or_default(sender.person());
    *count = count.saturating_add(1);
}

fn is_holder(holders: &Table<PersonId, ()>, sender: Sender) -> bool {
    holders.contains_key(&sender.person())
}

fn move_invitation(
    act: &mut Act<'_>,
    turn: Turn<'_>,
    old: Invitation,
    (holders, all_read): (&Table<PersonId, ()>, bool),
    lost: &mut Lost,
) {
    let mut invitation = old.clone();
    if all_read && turn.is_given_by(&old) {
        invitation.seat = wants_seat(act, turn, &old);
    }
    for place in &mut invitation.places {
        let follows = turn.turned(place.grant) != place.grant && all_read;
        if !place.orphaned
            && (follows || is_holder(holders, place.sender))
            && is_lost(act, turn, place.sender, place.place, place.grant)
        {
            place.orphaned = true;
            count(lost, place.sender);
        }
        place.grant = turn.turned(place.grant);
    }
    if invitation != old {
        act.write_invitation(invitation);
    }
}

fn move_link(
    act: &mut Act<'_>,
    turn: Turn<'_>,
    old: InviteLink,
    holders: &Table<PersonId, ()>,
    lost: &mut Lost,
) {
    let mut link = old.clone();
    let follows = turn.is_linked_by(&old);
    if !link.orphaned
        && (follows || is_holder(holders, link.sender))
        && is_lost(act, turn, link.sender, link.place, link.grant())
    {
        link.orphaned = true;
        count(lost, link.sender);
    }
    if follows && turn.deletes() && (!fits_links(turn.to) || is_taken(act, turn, link.place)) {
        // The place has a link to that role already, or can have none: this one keeps its name, and opens no more.
        link.state = LinkState::Off;
        link.role = Holds::Own(turn.id(), turn.to.set());
    } else if follows {
        link.role = turn.to;
    }
    if link != old {
        act.write_link(link);
    }
}

fn is_taken(act: &Act<'_>, turn: Turn<'_>, place: Place) -> bool {
    act.links().iter().any(|link| link.place == place && link.role.role() == turn.to.role())
}

fn tell_lost(act: &mut Act<'_>, lost: Lost) {
    for (person, count) in lost {
        let mut line = act.line(HistoryKind::SenderLost);
        line.person = Some(person);
        line.note = Some(count.to_string());
        act.record(line);
    }
}
