//! Between what crosses to JavaScript and core's values. A text that is no id, role or permission is refused as
//! `undefined` or `false`, never guessed.

use roster_core::access::{Grant, Holds, Place, RoleKey};
use roster_core::denial::Denial;
use roster_core::{Permission, PermissionSet, Timestamp};
use wasm_bindgen::JsError;

/// The set with these bits.
pub fn set(bits: f64) -> PermissionSet {
    PermissionSet::from_bits(bits as u64)
}

/// The bits of a set: 52 at most, which a number holds exactly.
pub fn bits(set: PermissionSet) -> f64 {
    set.bits() as f64
}

/// An instant.
pub fn time(millis: f64) -> Timestamp {
    Timestamp(millis as i64)
}

/// The milliseconds of an instant.
pub fn millis(time: Timestamp) -> f64 {
    time.0 as f64
}

/// A place, by its project's id.
pub fn place(project: Option<&str>) -> Result<Place, JsError> {
    project
        .map_or(Ok(Place::Team), |id| id.parse().map(Place::Project).map_err(|_| JsError::new("no such id")))
}

/// The project's id of a place.
pub fn project(place: Place) -> Option<String> {
    roster_wire::convert::project_id(place)
}

/// A permission, by its id.
pub fn permission(id: &str) -> Result<Permission, JsError> {
    Permission::from_id(id).ok_or_else(|| JsError::new("no such permission"))
}

/// A grant: the role's, if one is named, else the set's. What a role of the team's own holds, the bits say.
pub fn grant(role: Option<&str>, bits: f64, until: Option<f64>) -> Result<Grant, JsError> {
    let holds = match role {
        None => Holds::Custom(set(bits)),
        Some(id) => RoleKey::from_id(id).ok_or_else(|| JsError::new("no such role"))?.holds(set(bits)),
    };
    Ok(Grant { holds, until: until.map(time) })
}

/// The set after `change`; the same set for a permission that the catalogue lacks.
pub fn change(bits: f64, id: &str, change: fn(PermissionSet, Permission) -> PermissionSet) -> f64 {
    Permission::from_id(id).map_or(bits, |permission| self::bits(change(set(bits), permission)))
}

/// A denial as the list `code`, permission, project: as much of it as there is.
pub fn denial(denial: &Denial) -> Vec<String> {
    let mut parts = vec![denial.code().to_owned()];
    if let Some((permission, place)) = denial.missing() {
        parts.push(permission.id().to_owned());
        parts.extend(project(place));
    }
    parts
}
