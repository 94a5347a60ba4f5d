//! "What changes if I save this?": a member, the edits, and what core says of them.

use roster_core::command::Edit;
use roster_core::preview::{self, AccessAsk, AccessPreview, Given, Who};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::engine::Engine;
use crate::flat;
use crate::person::Person;
use crate::price::Price;

/// Edits of a member's access, and what they would do.
#[wasm_bindgen]
pub struct Preview {
    edits: Vec<Edit>,
    gives: Vec<Given>,
    told: Option<AccessPreview>,
}

#[wasm_bindgen]
impl Preview {
    /// No edits yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self { edits: Vec::new(), gives: Vec::new(), told: None }
    }

    /// One more edit: what shall stand at the place.
    ///
    /// # Errors
    /// When the project or the role is not one.
    pub fn set(
        &mut self,
        project: Option<String>,
        role: Option<String>,
        bits: f64,
        until: Option<f64>,
    ) -> Result<(), JsError> {
        let grant = flat::grant(role.as_deref(), bits, until)?;
        self.edits.push((flat::place(project.as_deref())?, Some(grant)));
        Ok(())
    }

    /// One more edit: nothing of its own shall stand at the place.
    ///
    /// # Errors
    /// When the project is not one.
    pub fn clear(&mut self, project: Option<String>) -> Result<(), JsError> {
        self.edits.push((flat::place(project.as_deref())?, None));
        Ok(())
    }

    /// What the member gives at one place, by a pending invitation.
    ///
    /// # Errors
    /// When an id or the role is not one.
    pub fn gives(
        &mut self,
        invitation: &str,
        project: Option<String>,
        role: Option<String>,
        bits: f64,
    ) -> Result<(), JsError> {
        let invitation = invitation.parse().map_err(|_| JsError::new("no such id"))?;
        let place = flat::place(project.as_deref())?;
        let grant = flat::grant(role.as_deref(), bits, None)?;
        self.gives.push(Given { invitation, place, grant });
        Ok(())
    }

    /// Asks core.
    pub fn ask(&mut self, engine: &Engine, member: &Person, raise_cap: Option<u32>, now: f64) {
        let ask = AccessAsk {
            actor: engine.who(),
            member: Who { person: member.id, standing: member.standing() },
            edits: &self.edits,
            raise_cap,
            money: engine.money,
            gives: &self.gives,
        };
        self.told = Some(preview::access(&ask, flat::time(now)));
    }

    /// The places at which something changes, each as the list: project (empty: the team), bits gained, bits lost.
    #[must_use]
    pub fn places(&self) -> Vec<String> {
        let places = self.told.iter().flat_map(|told| &told.places);
        places
            .flat_map(|diff| {
                let project = flat::project(diff.place).unwrap_or_default();
                [project, diff.gained.bits().to_string(), diff.lost.bits().to_string()]
            })
            .collect()
    }

    /// One more seat taken (1), one freed (-1), or neither (0).
    #[must_use]
    pub fn seats(&self) -> i32 {
        self.told.as_ref().map_or(0, |told| i32::from(told.seat.1).saturating_sub(i32::from(told.seat.0)))
    }

    /// The pending invitations, of those named, that would stop opening.
    #[must_use]
    pub fn orphaned(&self) -> Vec<String> {
        self.told.iter().flat_map(|told| &told.orphaned).map(ToString::to_string).collect()
    }

    /// The price, for the owner.
    #[must_use]
    pub fn price(&self) -> Option<Price> {
        self.told.as_ref().and_then(|told| told.price).map(Price::from)
    }

    /// Why it could not be saved: code, permission, project. Empty: it could.
    #[must_use]
    pub fn denial(&self) -> Vec<String> {
        let denial = self.told.as_ref().and_then(|told| told.denial.as_ref());
        denial.map_or(Vec::new(), flat::denial)
    }
}

impl Default for Preview {
    fn default() -> Self {
        Self::new()
    }
}
