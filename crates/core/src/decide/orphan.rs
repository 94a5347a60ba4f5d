//! What happens to invitations and links whose sender lost what they give: at that commit they stop opening, and
//! stay listed as "Needs a new sender" (RULES.md, "Inviting").

use crate::access::{Grant, Place, Standing};
use crate::change::HistoryKind;
use crate::id::PersonId;
use crate::model::{Invitation, InviteLink, Sender};

use super::act::Act;
use super::giving::may_invite;

/// Marks what `person` gave and cannot give any more, or could not give already: what opens no more does not open
/// again by itself.
pub fn given_by(act: &mut Act<'_>, person: PersonId, before: Standing<'_>, after: Standing<'_>) {
    let now = act.now;
    let lost = |place: Place, grant: Grant| {
        !may_invite(before, place, grant, now) || !may_invite(after, place, grant, now)
    };
    let sender = Sender::Member(person);
    let mut count: u32 = 0;
    for invitation in act.invitations().into_iter().filter(Invitation::is_pending) {
        count = count.saturating_add(mark_invitation(act, invitation, sender, lost));
    }
    for link in act.links() {
        count = count.saturating_add(mark_link(act, link, sender, lost));
    }
    if count > 0 {
        let mut line = act.line(HistoryKind::SenderLost);
        line.person = Some(person);
        line.note = Some(count.to_string());
        act.record(line);
    }
}

fn mark_invitation(
    act: &mut Act<'_>,
    mut invitation: Invitation,
    sender: Sender,
    lost: impl Fn(Place, Grant) -> bool,
) -> u32 {
    let mut marked = 0;
    for place in invitation.places.iter_mut().filter(|p| p.sender == sender && !p.orphaned) {
        if lost(place.place, place.grant) {
            place.orphaned = true;
            marked = 1;
        }
    }
    if marked > 0 {
        act.write_invitation(invitation);
    }
    marked
}

fn mark_link(
    act: &mut Act<'_>,
    mut link: InviteLink,
    sender: Sender,
    lost: impl Fn(Place, Grant) -> bool,
) -> u32 {
    if link.sender != sender || link.orphaned || !lost(link.place, link.grant()) {
        return 0;
    }
    link.orphaned = true;
    act.write_link(link);
    1
}
