//! The things that rules speak of, as plain rows: what the database holds, without how it holds it.

mod ask;
mod handover;
mod image;
mod invitation;
mod language;
mod link;
mod member;
mod merge;
mod muted;
mod person;
mod post;
mod role;
mod sign_in;
mod team;

pub use ask::{Ask, AskState};
pub use handover::{Handover, HandoverState, Load, Move};
pub use image::{Image, ImageState, MediaType, Picture};
pub use invitation::{Invitation, InvitationState, InvitedPlace, Sender};
pub use language::Language;
pub use link::{InviteLink, LinkState};
pub use member::{Member, MemberState};
pub use merge::{JoinMode, Merge, Shown};
pub use muted::{MailSwitch, Muted};
pub use person::Person;
pub use post::{Post, Stage};
pub use role::Role;
pub use sign_in::{Challenge, Digest, Proof, Session};
pub use team::{Project, Seats, Team};
