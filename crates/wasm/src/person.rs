//! Somebody in the team, put together piece by piece: oneself from a snapshot, or a member from their row.

use roster_core::access::{Access, Standing};
use roster_core::id::PersonId;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::flat;

/// Somebody and what they hold.
#[wasm_bindgen]
pub struct Person {
    pub(crate) id: PersonId,
    owner: bool,
    access: Access,
}

#[wasm_bindgen]
impl Person {
    /// The owner, or a member who holds nothing yet.
    ///
    /// # Errors
    /// When `id` is not one.
    #[wasm_bindgen(constructor)]
    pub fn new(id: &str, owner: bool) -> Result<Person, JsError> {
        let id = id.parse().map_err(|_| JsError::new("no such id"))?;
        Ok(Self { id, owner, access: Access::default() })
    }

    /// Holds this at the place from now on: the role, if one is named, else the bits.
    ///
    /// # Errors
    /// When the project or the role is not one.
    pub fn holds(
        &mut self,
        project: Option<String>,
        role: Option<String>,
        bits: f64,
        until: Option<f64>,
    ) -> Result<(), JsError> {
        let grant = flat::grant(role.as_deref(), bits, until)?;
        let place = flat::place(project.as_deref())?;
        self.access = core::mem::take(&mut self.access).with(place, Some(grant));
        Ok(())
    }
}

impl Person {
    /// What they are in the team.
    pub fn standing(&self) -> Standing<'_> {
        if self.owner { Standing::Owner } else { Standing::Member(&self.access) }
    }
}
