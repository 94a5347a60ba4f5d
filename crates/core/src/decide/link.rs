//! Invite links (I4): one for each place and role, never with a Team checkmark; regenerating kills the old address.

use crate::access::{Grant, Holds, Place, RoleKey};
use crate::change::{Answer, Decision, HistoryKind};
use crate::command::LinkSettings;
use crate::denial::Denial;
use crate::generated::catalogue::Permission;
use crate::id::LinkId;
use crate::model::{InviteLink, LinkState};
use crate::permission::Group;
use crate::time::Timestamp;

use super::common::Asking;
use super::giving::{check_end, check_may_invite, sender_of};

/// Makes the link of a place and role, or changes its settings.
pub fn set(
    asking: &Asking<'_>,
    new_id: LinkId,
    (place, role): (Place, RoleKey),
    settings: &LinkSettings,
) -> Result<Decision, Denial> {
    asking.see(place)?;
    asking.require(Permission::TeamInvite, place)?;
    let holds = asking.facts.holds_of(asking.team.id, role)?;
    if !fits_links(holds) {
        return Err(Denial::RoleNotForLinks { role });
    }
    let here = |link: &&InviteLink| {
        link.team == asking.team.id && link.place == place && link.role.role() == Some(role)
    };
    let existing = asking.facts.links.values().find(here);
    if existing.is_none() || settings.state == LinkState::On {
        check_may_invite(asking, place, Grant { holds, until: None })?;
    }
    let stays_shut = settings.state == LinkState::Off
        && existing.is_some_and(|link| link.expires_at == settings.expires_at);
    if !stays_shut {
        check_end(settings.expires_at, asking.now)?;
    }
    let opens_wider = existing.is_some_and(|link| is_wider(link, settings));
    let link = existing.cloned().unwrap_or_else(|| fresh(asking, new_id, place, holds));
    let link = InviteLink {
        state: settings.state,
        expires_at: settings.expires_at,
        max_uses: settings.max_uses,
        domain: settings.domain.clone(),
        sender: if opens_wider { sender_of(asking) } else { link.sender },
        ..link
    };
    Ok(write(asking, link, HistoryKind::LinkSet))
}

/// Whether an invite link can give it: no role with a Team checkmark.
pub fn fits_links(role: Holds) -> bool {
    role.set().known().all(|p| p.group() != Group::Team)
}

/// Whether the settings let somebody in whom the link as it stands would not: whoever does that gives the access
/// from then on, and must still be able to when it is used.
fn is_wider(link: &InviteLink, settings: &LinkSettings) -> bool {
    let more = |old: Option<i64>, new: Option<i64>| old.is_some_and(|old| new.is_none_or(|new| new > old));
    let millis = |at: Option<Timestamp>| at.map(|at| at.0);
    settings.state == LinkState::On
        && (link.state == LinkState::Off
            || more(millis(link.expires_at), millis(settings.expires_at))
            || more(link.max_uses.map(i64::from), settings.max_uses.map(i64::from))
            || (link.domain.is_some() && link.domain != settings.domain))
}

fn fresh(asking: &Asking<'_>, id: LinkId, place: Place, role: Holds) -> InviteLink {
    InviteLink {
        id,
        team: asking.team.id,
        place,
        role,
        state: LinkState::Off,
        generation: 1,
        expires_at: None,
        max_uses: None,
        uses: 0,
        domain: None,
        sender: sender_of(asking),
        orphaned: false,
    }
}

/// Gives the link a new address, which the asker now gives.
pub fn regenerate(asking: &Asking<'_>, id: LinkId) -> Result<Decision, Denial> {
    let link = asking.facts.links.get(&id).filter(|link| link.team == asking.team.id);
    let link = link.ok_or(Denial::NotFound)?;
    if !fits_links(link.role) {
        return Err(link.role.role().map_or(Denial::NotFound, |role| Denial::RoleNotForLinks { role }));
    }
    check_may_invite(asking, link.place, link.grant())?;
    let link = InviteLink {
        generation: link.generation.saturating_add(1),
        uses: 0,
        sender: sender_of(asking),
        orphaned: false,
        ..link.clone()
    };
    Ok(write(asking, link, HistoryKind::LinkRegenerated))
}

fn write(asking: &Asking<'_>, link: InviteLink, kind: HistoryKind) -> Decision {
    let mut act = asking.act();
    let mut line = act.line(kind);
    line.after = vec![(link.place, link.grant())];
    act.record(line);
    let answer = Answer::Link { link: link.id, generation: link.generation };
    act.write_link(link);
    act.finish(answer)
}
