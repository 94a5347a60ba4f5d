//! What things cost, by the function that bills.

use roster_core::Plan;
use roster_core::access::Place;
use roster_core::preview;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::engine::Engine;
use crate::flat;

/// A month before and after, in cents.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub struct Price {
    /// Now.
    pub before: f64,
    /// Afterwards.
    pub after: f64,
    /// Seats paid for afterwards.
    #[wasm_bindgen(js_name = paidSeats)]
    pub paid_seats: u32,
    /// The cap that it needs, when that is more than there is.
    #[wasm_bindgen(js_name = neededCap)]
    pub needed_cap: Option<u32>,
}

impl From<preview::Price> for Price {
    fn from(price: preview::Price) -> Self {
        Self {
            before: price.before.total_cents as f64,
            after: price.after.total_cents as f64,
            paid_seats: price.after.paid_seats,
            needed_cap: price.needed_cap,
        }
    }
}

/// What `invitees` new people with this set would cost, once all have accepted; absent for all but the owner.
///
/// # Errors
/// When the role is not one.
#[wasm_bindgen(js_name = invitationPrice)]
pub fn invitation_price(
    engine: &Engine,
    role: Option<String>,
    bits: f64,
    invitees: u32,
) -> Result<Option<Price>, JsError> {
    let grant = flat::grant(role.as_deref(), bits, None)?;
    Ok(engine.money.map(|money| preview::invitation(money, &[(Place::Team, grant)], invitees).into()))
}

/// What the team would cost with so many seats more taken, and reserved; absent for all but the owner.
#[wasm_bindgen(js_name = seatsPrice)]
#[must_use]
pub fn seats_price(engine: &Engine, taken: i32, reserved: i32) -> Option<Price> {
    let more = (i64::from(taken), i64::from(reserved));
    engine.money.map(|money| preview::seats(money, more).into())
}

/// What the team would cost with this plan and cap; absent for all but the owner.
///
/// # Errors
/// With the code of the denial, when the owner could not change to them.
#[wasm_bindgen(js_name = planPrice)]
pub fn plan_price(engine: &Engine, plan: &str, cap: u32) -> Result<Option<Price>, JsError> {
    let plan = Plan::from_id(plan).ok_or_else(|| JsError::new("no such plan"))?;
    let Some(money) = engine.money else { return Ok(None) };
    let price = preview::plan(money, plan, cap).map_err(|denial| JsError::new(denial.code()))?;
    Ok(Some(price.into()))
}

/// What a month costs, in cents, once every seat that this cap allows is taken.
///
/// # Errors
/// When there is no such plan.
#[wasm_bindgen(js_name = fullPrice)]
pub fn full_price(plan: &str, cap: u32) -> Result<f64, JsError> {
    let plan = Plan::from_id(plan).ok_or_else(|| JsError::new("no such plan"))?;
    Ok(plan.bill_when_full(cap).total_cents as f64)
}
