//! A text of JSON as a shape of the contract, by the platform's own parser: one in the module would be a fiftieth of it.

use roster_wire::json::{self, Shape, Tree};
use roster_wire::problem::Fault;

/// The shape in a text.
///
/// # Errors
/// [`Fault::MalformedJson`] when it is not JSON, [`Fault::WrongShape`] when it is JSON of another shape.
pub fn read<T: Shape>(text: &str) -> Result<T, Fault> {
    json::of_tree(tree(text)?)
}

#[cfg(not(target_arch = "wasm32"))]
fn tree(text: &str) -> Result<Tree, Fault> {
    json::tree(text)
}

#[cfg(target_arch = "wasm32")]
fn tree(text: &str) -> Result<Tree, Fault> {
    let value = js_sys::JSON::parse(text).map_err(|_| Fault::MalformedJson)?;
    platform::planted(&value, platform::DEEPEST).ok_or(Fault::MalformedJson)
}

#[cfg(target_arch = "wasm32")]
mod platform {
    use js_sys::{Array, Object};
    use roster_wire::json::Tree;
    use wasm_bindgen::{JsCast, JsValue};

    /// How deep a body may be: no shape is deeper than five.
    pub const DEEPEST: u8 = 32;

    pub fn planted(value: &JsValue, depth: u8) -> Option<Tree> {
        let below = depth.checked_sub(1)?;
        if let Some(text) = value.as_string() {
            return Some(Tree::Text(text));
        }
        if let Some(number) = value.as_f64() {
            return Some(Tree::number(number));
        }
        if let Some(flag) = value.as_bool() {
            return Some(Tree::Flag(flag));
        }
        if value.is_null() {
            return Some(Tree::Null);
        }
        if let Some(list) = value.dyn_ref::<Array>() {
            return list.iter().map(|value| planted(&value, below)).collect::<Option<_>>().map(Tree::List);
        }
        let field = |pair: JsValue| {
            let pair: Array = pair.unchecked_into();
            Some((pair.get(0).as_string()?, planted(&pair.get(1), below)?))
        };
        Object::entries(value.unchecked_ref()).iter().map(field).collect::<Option<_>>().map(Tree::Object)
    }
}
