//! The queries behind lists and pages, one file for each noun. Each is one bounded statement of the page's one batch,
//! beside the needs of who asks ([`crate::reads`]); what of it is shown, core's views decide.

pub mod granters;
pub mod history;
pub mod invitations;
pub mod join;
pub mod links;
pub mod me;
pub mod members;
pub mod posts;
pub mod projects;
