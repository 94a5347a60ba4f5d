//! Writes the JSON that statements take as one parameter for many rows (`json_each`). Reading JSON is never needed.

use core::fmt::Write as _;

use crate::statement::Value;

fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c < ' ' => drop(write!(out, "\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}

fn write_value(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Integer(number) => drop(write!(out, "{number}")),
        Value::Text(text) => write_text(out, text),
    }
}

/// A list of values.
pub fn list<'a>(values: impl IntoIterator<Item = &'a Value>) -> Value {
    let mut out = String::from("[");
    for (index, value) in values.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_value(&mut out, value);
    }
    out.push(']');
    Value::Text(out)
}

/// A list of rows, each a list of values.
pub fn rows<'a>(rows: impl IntoIterator<Item = &'a [Value]>) -> Value {
    let mut out = String::from("[");
    for (index, row) in rows.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        if let Value::Text(row) = list(row) {
            out.push_str(&row);
        }
    }
    out.push(']');
    Value::Text(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_text_is_escaped() {
        let row = [Value::from("a\"b\\c\n"), Value::Null, Value::Integer(-1)];
        assert_eq!(rows([row.as_slice()]), Value::from(r#"[["a\"b\\c\u000a",null,-1]]"#));
    }
}
