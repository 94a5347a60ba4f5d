//! What a member's row and the checkmarks of the access dialog show.

use roster_core::access::Place;
use roster_core::view::{self, Row, Seen};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::engine::Engine;
use crate::flat;
use crate::person::Person;

/// A member's access in one phrase, as facts.
#[wasm_bindgen(getter_with_clone)]
pub struct Phrase {
    /// `owner`, `nothing`, `ended`, `role`, `custom` or `only`.
    pub kind: String,
    /// The role's id.
    pub role: Option<String>,
    /// Checkmarks held, of those that the page shows.
    pub held: usize,
    /// Checkmarks that the page shows.
    pub of: usize,
    /// "Only these projects".
    pub only: Vec<String>,
    /// Projects with access of their own beside the team's.
    pub apart: Vec<String>,
    /// The next instant at which something of it ends.
    pub ends: Option<f64>,
}

fn ids(projects: &[roster_core::id::ProjectId]) -> Vec<String> {
    projects.iter().map(ToString::to_string).collect()
}

#[wasm_bindgen]
impl Engine {
    /// A member's access, as one reads it.
    pub fn phrase(&self, member: &Person, now: f64) -> Phrase {
        let read = view::phrase_of(self.me.standing(), member.standing(), flat::time(now));
        let mut phrase = Phrase {
            kind: String::new(),
            role: None,
            held: 0,
            of: 0,
            only: Vec::new(),
            apart: ids(&read.apart),
            ends: read.ends.map(flat::millis),
        };
        phrase.kind = match read.phrase {
            view::Phrase::Owner => "owner",
            view::Phrase::Nothing => "nothing",
            view::Phrase::Ended => "ended",
            view::Phrase::Role(role) => {
                phrase.role = Some(role.id());
                "role"
            }
            view::Phrase::Custom { held, of } => {
                (phrase.held, phrase.of) = (held, of);
                "custom"
            }
            view::Phrase::Only(projects) => {
                phrase.only = ids(&projects);
                "only"
            }
        }
        .to_owned();
        phrase
    }

    /// Why the team cannot be handed to this member; absent: it can.
    #[wasm_bindgen(js_name = cannotTransfer)]
    pub fn cannot_transfer(&self, member: &Person, now: f64) -> Option<String> {
        self.row(member, now).transfer.err().map(|denial| denial.code().to_owned())
    }

    /// Whether one can leave the team.
    #[wasm_bindgen(js_name = canLeave)]
    pub fn can_leave(&self, now: f64) -> bool {
        matches!(self.row(&self.me, now).leave, Some(Ok(())))
    }

    /// Whether a member who is removed from the project leaves the team with it.
    ///
    /// # Errors
    /// When the project's id is not one.
    #[wasm_bindgen(js_name = leavesTeam)]
    pub fn leaves_team(&self, member: &Person, project: &str, now: f64) -> Result<bool, JsError> {
        let project = project.parse().map_err(|_| JsError::new("no such id"))?;
        Ok(roster_core::preview::leaves_team(member.standing(), project, flat::time(now)))
    }

    /// Whether one leaves the team oneself with this project.
    ///
    /// # Errors
    /// When the project's id is not one.
    #[wasm_bindgen(js_name = leavesTeamWith)]
    pub fn leaves_team_with(&self, project: &str, now: f64) -> Result<bool, JsError> {
        self.leaves_team(&self.me, project, now)
    }

    /// For each checkmark of the catalogue, in its order: why one cannot change it at the place for a member who
    /// holds these bits there until then. Empty text: one can.
    ///
    /// # Errors
    /// When the project's id is not one.
    #[wasm_bindgen(js_name = fixed)]
    pub fn fixed(
        &self,
        bits: f64,
        until: Option<f64>,
        project: Option<String>,
        now: f64,
    ) -> Result<Vec<String>, JsError> {
        let place = flat::place(project.as_deref())?;
        let grant = flat::grant(None, bits, until)?;
        let marks = view::checkmarks(self.me.standing(), Some(grant), place, flat::time(now));
        let code = |mark: view::Checkmark| {
            mark.changeable.err().map_or(String::new(), |denial| denial.code().to_owned())
        };
        Ok(marks.into_iter().map(code).collect())
    }
}

impl Engine {
    fn row(&self, member: &Person, now: f64) -> view::RowActions {
        let viewer = Seen { person: self.me.id, standing: self.me.standing() };
        let member = Seen { person: member.id, standing: member.standing() };
        view::row_actions(Row { viewer, member, place: Place::Team }, flat::time(now))
    }
}
