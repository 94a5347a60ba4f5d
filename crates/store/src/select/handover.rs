//! The columns of an offer of a project, and of what hangs on a project, in a read, and their way back.

use roster_core::Timestamp;
use roster_core::model::{Handover, HandoverState, Load};

use crate::row::{Corrupt, Part, Row};

/// An offer, as `h`.
pub const HANDOVER: &str = columns!(
    "h",
    "id",
    "team",
    "project",
    "address",
    "state",
    "closed_by",
    "closed_at",
    "sent_by",
    "sent_at",
    "expires_at"
);

/// What hangs on the project `r`, as `w`: of people and posts no more is counted than says that it is too much.
pub const LOAD: &str = "r.id AS w_project, \
    (SELECT count(*) FROM (SELECT 1 FROM access a CROSS JOIN members m ON m.team = a.team AND m.person = a.person \
    AND m.state = 'active' WHERE a.team = r.team AND a.place = r.id LIMIT 101)) AS w_people, \
    (SELECT count(*) FROM (SELECT 1 FROM invitation_places x WHERE x.team = r.team AND x.place = r.id AND x.open = 1 \
    LIMIT 101)) AS w_invitations, \
    (SELECT count(*) FROM (SELECT 1 FROM posts o WHERE o.project = r.id LIMIT 5001)) AS w_posts, \
    (SELECT count(*) FROM images g WHERE g.team = r.team AND g.place = r.id) AS w_images, \
    (SELECT ifnull(sum(g.bytes + g.thumbnail_bytes), 0) FROM images g WHERE g.team = r.team AND g.place = r.id) \
    AS w_image_bytes";

fn state(h: &mut Part<'_>) -> HandoverState {
    let state = match h.text("state") {
        "open" => Some(HandoverState::Open),
        "accepted" => Some(HandoverState::Accepted { by: h.id("closed_by"), at: h.time("closed_at") }),
        "declined" => Some(HandoverState::Declined { at: h.time("closed_at") }),
        "withdrawn" => Some(HandoverState::Withdrawn { at: h.time("closed_at") }),
        _ => None,
    };
    h.or_refuse("state", state, HandoverState::Withdrawn { at: Timestamp(0) })
}

pub fn handover(row: &Row) -> Result<Handover, Corrupt> {
    row.read("h_", |h| Handover {
        id: h.id("id"),
        team: h.id("team"),
        project: h.id("project"),
        address: h.address("address"),
        state: state(h),
        sent_by: h.id("sent_by"),
        sent_at: h.time("sent_at"),
        expires_at: h.time("expires_at"),
    })
}

pub fn load(row: &Row) -> Result<Load, Corrupt> {
    row.read("w_", |w| Load {
        project: w.id("project"),
        people: w.number("people"),
        invitations: w.number("invitations"),
        posts: w.number("posts"),
        images: w.number("images"),
        image_bytes: w.number("image_bytes"),
    })
}

#[cfg(test)]
mod tests {
    use roster_core::limits::{PEOPLE_PER_HANDOVER, POSTS_PER_HANDOVER};

    use super::LOAD;

    #[test]
    fn one_more_than_the_limit_is_counted() {
        let people = format!("LIMIT {})", PEOPLE_PER_HANDOVER + 1);
        assert_eq!(LOAD.matches(&people).count(), 2);
        assert!(LOAD.contains(&format!("LIMIT {})", POSTS_PER_HANDOVER + 1)));
    }
}
