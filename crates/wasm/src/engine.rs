//! One's own access in one team: what a snapshot says, and the questions that a page asks of it.

use roster_core::access::Access;
use roster_core::id::PersonId;
use roster_core::model::Seats;
use roster_core::preview::{Money, Who};
use roster_core::{Permission, PermissionSet, Plan, view};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::flat;
use crate::person::Person;

/// One's own access in a team.
#[wasm_bindgen]
pub struct Engine {
    pub(crate) me: Person,
    pub(crate) money: Option<Money>,
    owner: PersonId,
    granters: Vec<(PersonId, Access)>,
}

/// What is held at a place.
#[wasm_bindgen]
pub struct Held {
    /// Whether the place exists for them.
    pub seen: bool,
    /// The set.
    pub bits: f64,
    /// When an end date changes it; absent: never by itself.
    pub next: Option<f64>,
}

#[wasm_bindgen]
impl Engine {
    /// Oneself in a team, with the team's owner.
    ///
    /// # Errors
    /// When an id is not one.
    #[wasm_bindgen(constructor)]
    pub fn new(me: Person, owner: &str) -> Result<Engine, JsError> {
        let owner = owner.parse().map_err(|_| JsError::new("no such id"))?;
        Ok(Self { me, money: None, owner, granters: Vec::new() })
    }

    /// Plan and seats, which the owner knows.
    ///
    /// # Errors
    /// When there is no such plan.
    pub fn pays(&mut self, plan: &str, cap: u32, taken: u32, reserved: u32) -> Result<(), JsError> {
        let plan = Plan::from_id(plan).ok_or_else(|| JsError::new("no such plan"))?;
        self.money = Some(Money { plan, cap, seats: Seats { taken, reserved } });
        Ok(())
    }

    /// Somebody who can give these checkmarks for the whole team.
    ///
    /// # Errors
    /// When `id` is not one.
    pub fn granter(&mut self, id: &str, bits: f64) -> Result<(), JsError> {
        let person = id.parse().map_err(|_| JsError::new("no such id"))?;
        let gives = flat::set(bits).union([Permission::TeamAccess].into_iter().collect());
        let team = Some(roster_core::access::Grant::custom(gives));
        self.granters.push((person, Access { team, ..Access::default() }));
        Ok(())
    }

    /// What one holds at a place now.
    ///
    /// # Errors
    /// When the project's id is not one.
    pub fn held(&self, project: Option<String>, now: f64) -> Result<Held, JsError> {
        let place = flat::place(project.as_deref())?;
        let held = view::snapshot(self.me.standing(), place, flat::time(now));
        Ok(Held { seen: held.seen, bits: flat::bits(held.set), next: held.next_change.map(flat::millis) })
    }

    /// Why one may not: code, permission, project. Empty: one may.
    ///
    /// # Errors
    /// When the permission or the project is not one.
    pub fn explain(
        &self,
        permission: &str,
        project: Option<String>,
        now: f64,
    ) -> Result<Vec<String>, JsError> {
        let permission = flat::permission(permission)?;
        let place = flat::place(project.as_deref())?;
        let answer = view::explain(self.me.standing(), permission, place, flat::time(now));
        Ok(answer.err().map_or(Vec::new(), |denial| flat::denial(&denial)))
    }

    /// The ids of those who can give a permission at a place: the owner and up to two more.
    ///
    /// # Errors
    /// When the permission or the project is not one.
    pub fn granters(
        &self,
        permission: &str,
        project: Option<String>,
        now: f64,
    ) -> Result<Vec<String>, JsError> {
        let permission = flat::permission(permission)?;
        let place = flat::place(project.as_deref())?;
        let candidates = self.granters.iter().map(|(person, access)| (*person, access));
        let found = view::granters(permission, place, self.owner, candidates, flat::time(now));
        Ok(found.iter().map(ToString::to_string).collect())
    }

    /// The bits of a built-in role; 0 for one that this build does not know.
    #[wasm_bindgen(js_name = roleBits)]
    pub fn role_bits(&self, role: &str) -> f64 {
        roster_core::BuiltInRole::from_id(role).map_or(0.0, |role| flat::bits(role.set()))
    }

    /// The first checkmark that one would have to hold oneself to give this set at the place until then.
    ///
    /// # Errors
    /// When the project's id is not one.
    #[wasm_bindgen(js_name = cannotGive)]
    pub fn cannot_give(
        &self,
        bits: f64,
        until: Option<f64>,
        project: Option<String>,
        now: f64,
    ) -> Result<Option<String>, JsError> {
        let place = flat::place(project.as_deref())?;
        let me = self.me.standing();
        let gives = |permission: &Permission| {
            let alone: PermissionSet = [*permission].into_iter().collect();
            me.holds_for(alone, until.map(flat::time), place, flat::time(now))
        };
        let lacking = flat::set(bits).known().find(|permission| !gives(permission));
        Ok(lacking.map(|permission| permission.id().to_owned()))
    }
}

impl Engine {
    /// Oneself, as core asks for it.
    pub fn who(&self) -> Who<'_> {
        Who { person: self.me.id, standing: self.me.standing() }
    }
}
