//! The JSON contract: requests, answers, problems. Rules are left to core, transport to the shells.
