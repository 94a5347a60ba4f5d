//! Who sees an ask for access, and what answering it would give.

use crate::access::{Grant, Standing};
use crate::decide::granting;
use crate::denial::Denial;
use crate::generated::catalogue::Permission;
use crate::model::Ask;
use crate::time::Timestamp;

use super::Seen;

/// Whether what is asked for is still missing: its person sees the place, and does not hold it there.
#[must_use]
pub fn is_missed(ask: &Ask, person: Standing<'_>, now: Timestamp) -> bool {
    matches!(super::explain(person, ask.permission, ask.place, now), Err(Denial::Missing { .. }))
}

/// Whether the viewer can answer an open ask of somebody else's: they are one of those who can give it.
#[must_use]
pub fn answers_ask(viewer: Seen<'_>, ask: &Ask, now: Timestamp) -> bool {
    let holds = |permission| viewer.standing.can(permission, ask.place, now);
    viewer.person != ask.person && holds(Permission::TeamAccess) && holds(ask.permission)
}

/// What would stand at the place of an ask that is given; `None`: there is nothing to be given.
#[must_use]
pub fn ask_grant(ask: &Ask, person: Standing<'_>, now: Timestamp) -> Option<Grant> {
    match person {
        Standing::Member(access) if ask.is_live(now) && is_missed(ask, person, now) => {
            Some(granting(access, ask.permission, ask.place, now))
        }
        Standing::Member(_) | Standing::Owner | Standing::Outsider => None,
    }
}
