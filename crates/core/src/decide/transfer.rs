//! Handing the team over (A8): at once, to a member with live access. The old owner keeps "No access" and may leave.

use crate::access::{Access, Grant, Place, Standing};
use crate::change::{Answer, Decision, HistoryKind, Recipient, Template};
use crate::denial::Denial;
use crate::id::PersonId;
use crate::limits::TEAMS_PER_OWNER;
use crate::model::{Member, Person};

use super::act::Act;
use super::common::Asking;
use super::orphan;

/// Makes a member the owner.
pub fn transfer(asking: &Asking<'_>, to: PersonId) -> Result<Decision, Denial> {
    asking.require_owner()?;
    asking.require_code()?;
    if to == asking.person.id {
        return Err(Denial::OwnAccess);
    }
    let (new_owner, person) = recipient(asking, to)?;
    let old_owner = asking.facts.members.get(&(asking.team.id, asking.person.id)).ok_or(Denial::NotFound)?;
    let mut act = asking.act();
    act.team.owner = to;
    let nothing = Access::default().with(Place::Team, Some(Grant::NOTHING));
    orphan::given_by(&mut act, to, Standing::Member(&new_owner.access), Standing::Owner);
    orphan::given_by(&mut act, asking.person.id, Standing::Owner, Standing::Member(&nothing));
    act.write_person(owning(asking.person, asking.person.owns.saturating_sub(1)));
    act.write_person(owning(person, person.owns.saturating_add(1)));
    act.restamp_member(Member { access: nothing, ..old_owner.clone() });
    act.restamp_member(Member { access: Access::default(), ..new_owner.clone() });
    record(&mut act, new_owner, asking.person.id);
    Ok(act.finish(Answer::Done))
}

/// The one who receives it: in the team, with live access, and free to own one more.
fn recipient<'a>(asking: &Asking<'a>, to: PersonId) -> Result<(&'a Member, &'a Person), Denial> {
    let member = asking.facts.members.get(&(asking.team.id, to));
    let member = member.filter(|member| member.is_active() && member.access.is_live(asking.now));
    let person = asking.facts.people.get(&to);
    let living = person.filter(|person| !person.address.is_gone());
    let (member, person) = member.zip(living).ok_or(Denial::NotMember)?;
    if person.merged_into(asking.now).is_some() {
        // Into which team is theirs to know.
        return Err(Denial::RecipientMerged);
    }
    if person.owns >= TEAMS_PER_OWNER {
        return Err(Denial::LimitReached { limit: "teams_per_owner" });
    }
    Ok((member, person))
}

pub fn owning(person: &Person, owns: u32) -> Person {
    Person { owns, version: person.version.saturating_add(1), ..person.clone() }
}

fn record(act: &mut Act<'_>, new_owner: &Member, old_owner: PersonId) {
    let mut line = act.line(HistoryKind::Transferred);
    line.person = Some(new_owner.person);
    line.before = new_owner.access.grants().collect();
    act.record(line);
    act.tell(Template::OwnershipReceived, new_owner.person);
    let mut mail = act.letter(Template::OwnershipHandedOver, Recipient::Person(old_owner));
    mail.about = Some(new_owner.person);
    act.owe(mail);
}
