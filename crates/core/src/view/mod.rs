//! What is shown to whom (RULES.md, "Who sees whom"): people and things, access in a phrase, granters, snapshots,
//! and what each row of the page may do. Reads only; what a command may change is decided in [`crate::decide`].

mod asks;
mod colleagues;
mod export;
mod granters;
mod images;
mod people;
mod phrase;
mod posts;
mod roles;
mod rows;
mod snapshot;
mod things;

pub use asks::{answers_ask, ask_grant, is_missed};
pub use colleagues::{newest_first, shared_since};
pub use export::{Named, addressed_in_export, named_in_export};
pub use granters::{MOST_GRANTERS, granters};
pub use images::{sees_image, sees_images};
pub use people::{Seen, sees_addresses, sees_member, sees_member_count, sees_members};
pub use phrase::{AccessPhrase, Phrase, phrase_at, phrase_of, seen_access};
pub use posts::{OpenPost, PostActions, post_actions};
pub use roles::{RoleUse, role_use};
pub use rows::{Checkmark, Row, RowActions, checkmarks, row_actions};
pub use snapshot::{Snapshot, explain, snapshot};
pub use things::{
    edits_project, history_as_seen, invitation_as_seen, invites_somewhere, project_restorable, sees_history,
    sees_invitation, sees_link, sees_plan, sees_posts, sees_project,
};
