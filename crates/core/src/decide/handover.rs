//! Handing one project over (A8): the owner offers it to an address; whoever has that address takes it into a team of
//! their own, with its posts and images. All access to it that was given ends, and nothing brings it back.

use crate::access::{Access, Grant, Place, Standing};
use crate::change::{Answer, Decision, HistoryKind, Mail, Recipient, TallyKey, Template};
use crate::command::{Asker, HandoverCommand, Way};
use crate::denial::Denial;
use crate::email::Address;
use crate::facts::Facts;
use crate::id::{HandoverId, ProjectId, TeamId};
use crate::limits::{
    HANDOVER_MILLIS, IMAGE_BYTES_PER_TEAM, IMAGES_PER_TEAM, MAILS_PER_ADDRESS_AND_DAY, PEOPLE_PER_HANDOVER,
    POSTS_PER_HANDOVER, PROJECTS_PER_TEAM,
};
use crate::model::{
    Handover, HandoverState, Invitation, InvitationState, Load, Member, Move, Person, Project, Team,
};
use crate::seats::sets_take_seat;
use crate::time::Timestamp;

use super::act::{Act, unchanged};
use super::common::Asking;
use super::invite::{count_new, gives, next_mail};

/// Carries a command about handing a project over out.
pub fn decide(
    facts: &Facts,
    team: TeamId,
    command: &HandoverCommand,
    asker: Asker,
    now: Timestamp,
) -> Result<Decision, Denial> {
    match command {
        HandoverCommand::Offer { handover, project, address } => {
            offer(&Asking::new(facts, team, asker, now)?, *handover, *project, address)
        }
        HandoverCommand::Resend { handover } => resend(&Asking::new(facts, team, asker, now)?, *handover),
        HandoverCommand::Withdraw { handover } => withdraw(&Asking::new(facts, team, asker, now)?, *handover),
        HandoverCommand::Decline { handover, way } => {
            decline(&Offered::new(facts, (team, *handover), *way, asker, now)?)
        }
        HandoverCommand::Accept { handover, way, into } => {
            accept(&Offered::new(facts, (team, *handover), *way, asker, now)?, *into)
        }
    }
}

/// Offers a project: like the transfer of a team the owner's alone, by somebody whose mailbox a code has proved.
fn offer(
    asking: &Asking<'_>,
    id: HandoverId,
    project: ProjectId,
    address: &Address,
) -> Result<Decision, Denial> {
    asking.require_owner()?;
    asking.require_code()?;
    let project = asking.project(project)?;
    if *address == asking.person.address {
        return Err(Denial::AlreadyHeld);
    }
    let open = asking.facts.handovers.values().find(|it| it.project == project.id && it.is_open());
    // One of a former owner's opens no more, and one that is too old neither: they make room.
    if open.is_some_and(|open| open.sent_by == asking.person.id && !open.has_expired(asking.now)) {
        return Err(Denial::AlreadyOffered);
    }
    check_fits(*asking.facts.loads.get(&project.id).ok_or(Denial::NotFound)?)?;
    let mut act = asking.act();
    count_mail(&mut act, asking, address)?;
    if let Some(dead) = open {
        let state = HandoverState::Withdrawn { at: asking.now };
        act.write_handover(Handover { state, ..dead.clone() });
    }
    act.write_handover(Handover {
        id,
        team: asking.team.id,
        project: project.id,
        address: address.clone(),
        state: HandoverState::Open,
        sent_by: asking.person.id,
        sent_at: asking.now,
        expires_at: asking.now.plus(HANDOVER_MILLIS),
    });
    record(&mut act, HistoryKind::HandoverOffered, project, address);
    owe(&mut act, Template::Handover, Recipient::Address(address.clone()), (id, project.id));
    Ok(act.finish(Answer::Done))
}

/// Whether one batch can end all that hangs on a project, and move it.
///
/// # Errors
/// [`Denial::LimitReached`] with what there is too much of.
pub fn check_fits(load: Load) -> Result<(), Denial> {
    let limit = if load.people > PEOPLE_PER_HANDOVER {
        "people_per_handover"
    } else if load.invitations > PEOPLE_PER_HANDOVER {
        "invitations_per_handover"
    } else if load.posts > POSTS_PER_HANDOVER {
        "posts_per_handover"
    } else {
        return Ok(());
    };
    Err(Denial::LimitReached { limit })
}

/// Its mail counts with those of invitations.
fn count_mail(act: &mut Act<'_>, asking: &Asking<'_>, address: &Address) -> Result<(), Denial> {
    let (mails, day) = (TallyKey::MailsTo(address.clone()), asking.now.day());
    if act.count(&mails, day) >= MAILS_PER_ADDRESS_AND_DAY {
        return Err(Denial::TooOften { again_at: asking.now.next_day() });
    }
    act.tally(mails, day);
    count_new(act, asking.person.id)
}

/// Mails it again, as an invitation is: for another full time, the mail at once or when the next may go out. The owner
/// who sends it is its sender from then on.
fn resend(asking: &Asking<'_>, id: HandoverId) -> Result<Decision, Denial> {
    asking.require_owner()?;
    asking.require_code()?;
    let offer = of_team(asking, id)?;
    match offer.state {
        HandoverState::Open if offer.address == asking.person.address => return Err(Denial::AlreadyHeld),
        HandoverState::Open => {}
        HandoverState::Withdrawn { .. } => return Err(Denial::Withdrawn),
        HandoverState::Accepted { .. } => return Err(Denial::Used),
        HandoverState::Declined { .. } => return Err(Denial::Answered),
    }
    let project = asking.project(offer.project)?;
    let mut act = asking.act();
    let waits = offer.sent_at > asking.now;
    // Its mail is on its way already, in the same name.
    if waits && offer.sent_by == asking.person.id {
        return Ok(unchanged(Answer::Done));
    }
    let sent_at = next_mail(&mut act, offer.sent_at, &offer.address)?;
    let expires_at = asking.now.plus(HANDOVER_MILLIS);
    act.write_handover(Handover { sent_by: asking.person.id, sent_at, expires_at, ..offer.clone() });
    record(&mut act, HistoryKind::HandoverResent, project, &offer.address);
    // The mail that waits already says what this one would.
    if !waits {
        let mail =
            letter(&act, Template::Handover, Recipient::Address(offer.address.clone()), (id, project.id));
        act.owe(Mail { due_at: sent_at, ..mail });
    }
    Ok(act.finish(Answer::Done))
}

/// An offer of the team's.
fn of_team<'a>(asking: &Asking<'a>, id: HandoverId) -> Result<&'a Handover, Denial> {
    let found = asking.facts.handovers.get(&id).filter(|offer| offer.team == asking.team.id);
    found.ok_or(Denial::NotFound)
}

/// Takes an offer back.
fn withdraw(asking: &Asking<'_>, id: HandoverId) -> Result<Decision, Denial> {
    asking.require_owner()?;
    let offer = of_team(asking, id)?;
    match offer.state {
        HandoverState::Open => {}
        HandoverState::Withdrawn { .. } => return Ok(unchanged(Answer::Done)),
        HandoverState::Accepted { .. } => return Err(Denial::Used),
        HandoverState::Declined { .. } => return Err(Denial::Answered),
    }
    let project = asking.project(offer.project)?;
    let mut act = asking.act();
    act.write_handover(offer.closed(HandoverState::Withdrawn { at: asking.now }, asking.now));
    record(&mut act, HistoryKind::HandoverWithdrawn, project, &offer.address);
    Ok(act.finish(Answer::Done))
}

/// An offer that opens for whoever asks: it is for them, and nobody has answered it.
pub struct Offered<'a> {
    facts: &'a Facts,
    team: &'a Team,
    offer: &'a Handover,
    project: &'a Project,
    person: &'a Person,
    now: Timestamp,
}

impl<'a> Offered<'a> {
    /// The offer, if it opens.
    ///
    /// # Errors
    /// Why it does not. Who comes without its mail, and is not the one whom it is for, learns of nothing.
    pub fn new(
        facts: &'a Facts,
        (team, offer): (TeamId, HandoverId),
        way: Way,
        asker: Asker,
        now: Timestamp,
    ) -> Result<Self, Denial> {
        let person = facts.signed_in(asker, now);
        let found = facts.handovers.get(&offer).filter(|offer| offer.team == team);
        let (Some(offer), Some(team)) = (found, facts.team(team).ok()) else {
            return Err(person.err().unwrap_or(Denial::NotFound));
        };
        let own = person.as_ref().is_ok_and(|person| person.address == offer.address);
        if way == Way::List && !own {
            return Err(person.err().unwrap_or(Denial::NotFound));
        }
        check_open(facts, team, offer, now)?;
        let person = person?;
        if !own {
            return Err(Denial::WrongPerson { masked: offer.address.masked() });
        }
        let project = facts.projects.get(&offer.project).filter(|project| project.team == team.id);
        Ok(Self { facts, team, offer, project: project.ok_or(Denial::NotFound)?, person, now })
    }
}

/// Nobody has answered it, in time, and whoever offered it still owns the team and reaches it.
fn check_open(facts: &Facts, team: &Team, offer: &Handover, now: Timestamp) -> Result<(), Denial> {
    match offer.state {
        HandoverState::Accepted { .. } => return Err(Denial::Used),
        HandoverState::Declined { .. } => return Err(Denial::Answered),
        HandoverState::Withdrawn { .. } => return Err(Denial::Withdrawn),
        HandoverState::Open if offer.has_expired(now) => return Err(Denial::Expired),
        HandoverState::Open => {}
    }
    if team.owner == offer.sent_by && !facts.is_parked(team, now) { Ok(()) } else { Err(Denial::NeedsSender) }
}

/// Refuses it; who offered is told.
fn decline(offered: &Offered<'_>) -> Result<Decision, Denial> {
    let Offered { facts, team, offer, project, now, .. } = offered;
    // Who declines is a stranger to the team: it knows the address that it wrote to, and no more.
    let mut act = Act::new(facts, team, None, *now);
    act.write_handover(offer.closed(HandoverState::Declined { at: *now }, *now));
    record(&mut act, HistoryKind::HandoverDeclined, project, &offer.address);
    let to = Recipient::Person(offer.sent_by);
    owe(&mut act, Template::HandoverDeclined, to, (offer.id, project.id));
    Ok(act.finish(Answer::Done))
}

/// Takes the project into a team of the recipient's own. Both teams change in one batch.
fn accept(offered: &Offered<'_>, into: TeamId) -> Result<Decision, Denial> {
    let Offered { facts, team, offer, project, person, now } = offered;
    if let Some(team) = person.merged_into(*now) {
        return Err(Denial::Merged { team });
    }
    let receiving = facts.team(into)?;
    if facts.standing(into, person.id, *now) != Standing::Owner {
        return Err(Denial::NotFound);
    }
    if into == team.id {
        return Err(Denial::AlreadyHeld);
    }
    let load = *facts.loads.get(&project.id).ok_or(Denial::NotFound)?;
    check_fits(load)?;
    // Each history tells of its own people: here it is the owner who gives, there the recipient who takes.
    let mut gives = Act::new(facts, team, Some(offer.sent_by), *now);
    let mut takes = Act::new(facts, receiving, Some(person.id), *now);
    receive(&mut takes, load)?;
    release(&mut gives, load);
    end_access(&mut gives, project);
    gives.write_handover(offer.closed(HandoverState::Accepted { by: person.id, at: *now }, *now));
    record(&mut gives, HistoryKind::ProjectHandedOver, project, &offer.address);
    let to = Recipient::Person(offer.sent_by);
    let mail = gives.letter(Template::HandoverAccepted, to);
    let (handover, project_id) = (Some(offer.id), Some(project.id));
    gives.owe(Mail { about: Some(person.id), handover, project: project_id, ..mail });
    gives.move_project(Move { project: project.id, from: team.id, into, at: *now });
    let mut line = takes.line(HistoryKind::ProjectReceived);
    line.person = Some(offer.sent_by);
    line.project = Some(project.id);
    line.note = Some(project.name.as_str().to_owned());
    takes.record(line);
    takes.write_project(Project { team: into, ..(*project).clone() });
    let mut changes = takes.finish(Answer::Done).changes;
    changes.extend(gives.finish(Answer::Done).changes);
    Ok(Decision { changes, answer: Answer::Project(project.id) })
}

fn release(act: &mut Act<'_>, load: Load) {
    let team = &mut act.team;
    team.projects = team.projects.saturating_sub(1);
    team.images = team.images.saturating_sub(load.images);
    team.image_bytes = team.image_bytes.saturating_sub(load.image_bytes);
    // Whoever had the whole team saw the project without a row of their own.
    team.epoch = team.version;
}

fn receive(act: &mut Act<'_>, load: Load) -> Result<(), Denial> {
    let team = &mut act.team;
    team.projects = team.projects.saturating_add(1);
    team.images = team.images.saturating_add(load.images);
    team.image_bytes = team.image_bytes.saturating_add(load.image_bytes);
    team.epoch = team.version;
    let limit = if team.projects > PROJECTS_PER_TEAM {
        "projects_per_team"
    } else if team.images > IMAGES_PER_TEAM {
        "images_per_team"
    } else if team.image_bytes > IMAGE_BYTES_PER_TEAM {
        "image_bytes_per_team"
    } else {
        return Ok(());
    };
    Err(Denial::LimitReached { limit })
}

/// Whoever had access of its own there, or was invited to it. They stay in the team with what else they hold, be it
/// nothing: like an owner who handed the team over.
fn end_access(act: &mut Act<'_>, project: &Project) {
    let place = Place::Project(project.id);
    for member in act.members() {
        let own = member.access.projects.get(&project.id).copied();
        if let Some(own) = own.filter(|_| member.is_active()) {
            end_own(act, member, (place, own), project);
        }
    }
    for invitation in act.invitations().into_iter().filter(Invitation::is_pending) {
        if invitation.places.iter().any(|invited| invited.place == place) {
            narrow(act, invitation, place);
        }
    }
}

fn end_own(act: &mut Act<'_>, member: Member, (place, own): (Place, Grant), project: &Project) {
    let access: Access = member.access.clone().with(place, None);
    if !own.live(act.now).is_empty() {
        let mut line = act.line(HistoryKind::AccessEnded);
        line.person = Some(member.person);
        line.before = vec![(place, own)];
        line.note = Some(project.name.as_str().to_owned());
        act.record(line);
        let mut mail = act.letter(Template::Removed, Recipient::Person(member.person));
        mail.project = Some(project.id);
        act.owe(mail);
    }
    act.write_member(Member { access, ..member });
}

/// An invitation to it and more gives the rest; one to it alone is withdrawn.
fn narrow(act: &mut Act<'_>, invitation: Invitation, place: Place) {
    let rest: Vec<_> = invitation.places.iter().filter(|it| it.place != place).copied().collect();
    let withdrawn = rest.is_empty();
    let kind = if withdrawn { HistoryKind::InvitationWithdrawn } else { HistoryKind::InvitationChanged };
    let mut line = act.line(kind);
    invitation.name_in(&mut line);
    line.before = gives(&invitation);
    line.after = rest.iter().map(|it| (it.place, it.grant)).collect();
    act.record(line);
    if withdrawn {
        let state = InvitationState::Withdrawn { at: act.now };
        return act.write_invitation(Invitation { state, ..invitation });
    }
    let seat = invitation.seat && sets_take_seat(rest.iter().map(|it| it.grant.live(act.now)));
    act.write_invitation(Invitation { places: rest, seat, ..invitation });
}

/// Named by its note: once it is gone, the team must not follow what it is called.
fn record(act: &mut Act<'_>, kind: HistoryKind, project: &Project, address: &Address) {
    let mut line = act.line(kind);
    line.address = Some(address.clone());
    line.note = Some(project.name.as_str().to_owned());
    act.record(line);
}

fn owe(act: &mut Act<'_>, template: Template, to: Recipient, about: (HandoverId, ProjectId)) {
    act.owe(letter(act, template, to, about));
}

fn letter(act: &Act<'_>, template: Template, to: Recipient, about: (HandoverId, ProjectId)) -> Mail {
    Mail { handover: Some(about.0), project: Some(about.1), ..act.letter(template, to) }
}
