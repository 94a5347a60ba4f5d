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
    let tree = platform::planted(&value, platform::DEEPEST).ok_or(Fault::MalformedJson)?;
    if fields(&tree) == colons(text) { Ok(tree) } else { Err(Fault::MalformedJson) }
}

/// How many fields all objects have. The platform keeps the last of two with one name; each of them had its colon.
#[cfg(any(target_arch = "wasm32", test))]
fn fields(tree: &Tree) -> usize {
    match tree {
        Tree::Object(pairs) => pairs.iter().map(|(_, value)| fields(value).saturating_add(1)).sum(),
        Tree::List(list) => list.iter().map(fields).sum(),
        Tree::Null | Tree::Flag(_) | Tree::Whole(_) | Tree::Broken | Tree::Text(_) => 0,
    }
}

/// The colons of a text of JSON that stand outside strings.
#[cfg(any(target_arch = "wasm32", test))]
fn colons(text: &str) -> usize {
    let (mut quoted, mut escaped) = (false, false);
    let outside = text.bytes().filter(|byte| {
        let starts_escape = quoted && !escaped && *byte == b'\\';
        if *byte == b'"' && !escaped {
            quoted = !quoted;
        }
        escaped = starts_escape;
        *byte == b':' && !quoted
    });
    outside.count()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_a_colon_for_each_field_unless_two_have_one_name() {
        for text in [r#"{}"#, r#"[":"]"#, r#"{"a":":","b":[{"c":"\":"},{":":1}],"d":"\\"}"#] {
            assert_eq!(fields(&tree(text).unwrap()), colons(text), "{text}");
        }
        assert_eq!(colons(r#"{"a":{"b":1,"b":2}}"#), 3);
    }
}
