//! Shapes to JSON and back: one reader and one writer for all of them. A shape adds a list of its fields and next to no
//! code, where a derived visitor for each would be a tenth of what the edge loads. Text is parsed by whoever has a
//! parser: the edge's shell by its platform's, everybody else by `serde_json`.

use core::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::problem::Fault;

/// What a text of JSON says, before it is a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// A number that no shape takes.
    Broken,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// Names and what they stand for, in their order.
    Object(Vec<(String, Self)>),
}

/// 2^53: up to here a number of JavaScript is whole exactly.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Tree {
    /// A number as JavaScript knows them.
    #[must_use]
    pub fn number(number: f64) -> Self {
        if number.fract() == 0.0 && number.abs() <= EXACT {
            #[expect(clippy::cast_possible_truncation, reason = "whole, and far below 2^63")]
            Self::Whole(number as i64)
        } else {
            Self::Broken
        }
    }
}

/// What can be written.
pub trait Written {
    /// Writes it.
    fn write(&self, out: &mut Writer);

    /// Whether its field is left out.
    fn is_absent(&self) -> bool {
        false
    }
}

/// What can stand in the contract.
pub trait Shape: Written + Sized {
    /// Reads it; `None`: it is something else.
    fn read(tree: Tree) -> Option<Self>;

    /// What it is where its field is missing; `None`: it must be there.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }
}

/// Makes a struct a shape, by the list of its fields.
#[macro_export]
macro_rules! shape {
    ($name:ident { $($field:ident)* }) => {
        impl $crate::json::Shape for $name {
            fn read(tree: $crate::json::Tree) -> Option<Self> {
                #[allow(unused_mut, reason = "a shape may have no field")]
                let mut fields = $crate::json::Fields::of(tree)?;
                let shape = Self { $($field: fields.take(stringify!($field))?,)* };
                fields.are_all_read().then_some(shape)
            }
        }

        impl $crate::json::Written for $name {
            fn write(&self, out: &mut $crate::json::Writer) {
                out.open('{');
                $(out.field(stringify!($field), &self.$field);)*
                out.close('}');
            }
        }
    };
}

/// The shape in a text, by a parser of this crate's; a shell that has one of its own reads by [`of_tree`].
///
/// # Errors
/// [`Fault::MalformedJson`] when it is not JSON, [`Fault::WrongShape`] when it is JSON of another shape.
pub fn read<T: Shape>(text: &str) -> Result<T, Fault> {
    of_tree(tree(text)?)
}

/// What a text says.
///
/// # Errors
/// [`Fault::MalformedJson`] when it is not JSON.
pub fn tree(text: &str) -> Result<Tree, Fault> {
    serde_json::from_str(text).map_err(|_| Fault::MalformedJson)
}

/// The shape that a tree has.
///
/// # Errors
/// [`Fault::WrongShape`] when it has another.
pub fn of_tree<T: Shape>(tree: Tree) -> Result<T, Fault> {
    T::read(tree).ok_or(Fault::WrongShape)
}

/// A shape as text.
pub fn text(shape: &dyn Written) -> String {
    let mut out = Writer::default();
    shape.write(&mut out);
    out.text
}

/// The fields of an object that nobody has read yet.
pub struct Fields(Vec<(String, Tree)>);

impl Fields {
    /// Of an object.
    #[must_use]
    pub fn of(tree: Tree) -> Option<Self> {
        match tree {
            Tree::Object(fields) => Some(Self(fields)),
            Tree::Null | Tree::Flag(_) | Tree::Whole(_) | Tree::Broken | Tree::Text(_) | Tree::List(_) => {
                None
            }
        }
    }

    /// Reads the field that `name` stands for, in snake case.
    pub fn take<T: Shape>(&mut self, name: &str) -> Option<T> {
        match self.pull(name) {
            Some(tree) => T::read(tree),
            None => T::absent(),
        }
    }

    fn pull(&mut self, name: &str) -> Option<Tree> {
        let name = camel(name);
        let at = self.0.iter().position(|(known, _)| *known == name)?;
        Some(self.0.swap_remove(at).1)
    }

    /// Whether all were read: what is unknown, or there twice, is refused.
    #[must_use]
    pub fn are_all_read(&self) -> bool {
        self.0.is_empty()
    }
}

/// A field's name as JSON spells it.
fn camel(name: &str) -> String {
    let mut parts = name.trim_start_matches("r#").split('_');
    let mut spelled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        spelled.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        spelled.push_str(letters.as_str());
    }
    spelled
}

/// JSON being written.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// Begins an object, or with `[` a list.
    pub fn open(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    /// Ends it.
    pub fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    /// Writes a field, if it is there; its name is in snake case.
    pub fn field(&mut self, name: &str, value: &dyn Written) {
        if !value.is_absent() {
            self.name(name);
            value.write(self);
        }
    }

    /// Writes the name of a field, whose value is to follow.
    pub fn name(&mut self, name: &str) {
        self.next();
        self.string(&camel(name));
        self.text.push(':');
    }

    /// Parts from what went before.
    pub fn next(&mut self) {
        if !self.text.ends_with(['{', '[', ':']) {
            self.text.push(',');
        }
    }

    /// Writes a text.
    pub fn string(&mut self, text: &str) {
        self.text.push('"');
        for letter in text.chars() {
            match letter {
                '"' | '\\' => self.text.extend(['\\', letter]),
                '\0'..='\u{1f}' => self.text.push_str(&format!("\\u{:04x}", u32::from(letter))),
                _ => self.text.push(letter),
            }
        }
        self.text.push('"');
    }

    /// What was written.
    #[must_use]
    pub fn text(self) -> String {
        self.text
    }

    /// Writes what is spelled the same in JSON.
    pub fn raw(&mut self, value: &dyn fmt::Display) {
        self.text.push_str(&value.to_string());
    }
}

impl Shape for String {
    fn read(tree: Tree) -> Option<Self> {
        match tree {
            Tree::Text(text) => Some(text),
            Tree::Null | Tree::Flag(_) | Tree::Whole(_) | Tree::Broken | Tree::List(_) | Tree::Object(_) => {
                None
            }
        }
    }
}

impl Written for String {
    fn write(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl Shape for bool {
    fn read(tree: Tree) -> Option<Self> {
        match tree {
            Tree::Flag(flag) => Some(flag),
            Tree::Null | Tree::Whole(_) | Tree::Broken | Tree::Text(_) | Tree::List(_) | Tree::Object(_) => {
                None
            }
        }
    }
}

impl Written for bool {
    fn write(&self, out: &mut Writer) {
        out.raw(self);
    }
}

fn whole(tree: Tree) -> Option<i64> {
    match tree {
        Tree::Whole(number) => Some(number),
        Tree::Null | Tree::Flag(_) | Tree::Broken | Tree::Text(_) | Tree::List(_) | Tree::Object(_) => None,
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl Shape for $number {
            fn read(tree: Tree) -> Option<Self> {
                Self::try_from(whole(tree)?).ok()
            }
        }

        impl Written for $number {
            fn write(&self, out: &mut Writer) {
                out.raw(self);
            }
        }
    )*};
}

numbers!(i64 u64 u32 u16);

impl<T: Shape> Shape for Option<T> {
    fn read(tree: Tree) -> Option<Self> {
        if tree == Tree::Null { Some(None) } else { T::read(tree).map(Some) }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Written> Written for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn write(&self, out: &mut Writer) {
        match self {
            Some(value) => value.write(out),
            None => out.raw(&"null"),
        }
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn read(tree: Tree) -> Option<Self> {
        match tree {
            Tree::List(list) => list.into_iter().map(T::read).collect(),
            Tree::Null | Tree::Flag(_) | Tree::Whole(_) | Tree::Broken | Tree::Text(_) | Tree::Object(_) => {
                None
            }
        }
    }
}

impl<T: Written> Written for Vec<T> {
    fn write(&self, out: &mut Writer) {
        out.open('[');
        for value in self {
            out.next();
            value.write(out);
        }
        out.close(']');
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Planter)
    }
}

struct Planter;

impl<'de> Visitor<'de> for Planter {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Tree, E> {
        Ok(Tree::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Whole(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(i64::try_from(number).map_or(Tree::Broken, Tree::Whole))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = values.next_element()? {
            list.push(value);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Tree, A::Error> {
        let mut object = Vec::new();
        while let Some(field) = fields.next_entry()? {
            object.push(field);
        }
        Ok(Tree::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requests::{Empty, Invite, Rename, WithCap};
    use crate::shapes::{Missing, PlacedGrant, Reason};

    #[test]
    fn a_shape_goes_round() {
        let place = PlacedGrant {
            project: Some("p\"\n".to_owned()),
            role: None,
            permissions: Some(vec!["posts.view".to_owned(), "é".to_owned()]),
            until: Some(-5),
        };
        let invite =
            Invite { address: "a@b".to_owned(), access: vec![place.clone(), place], raise_cap: Some(3) };
        let written = text(&invite);
        assert!(written.contains(r#""raiseCap":3"#), "{written}");
        assert!(written.contains(r#""project":"p\"\u000a""#), "{written}");
        assert!(!written.contains("role"), "{written}");
        assert_eq!(read::<Invite>(&written), Ok(invite));
        assert_eq!(text(&Empty {}), "{}");
        let empty = Reason { code: String::new(), missing: None };
        assert_eq!(text(&empty), r#"{"code":""}"#);
        let nested = Reason {
            code: "x".to_owned(),
            missing: Some(Missing { permission: "y".to_owned(), project: None }),
        };
        assert_eq!(text(&nested), r#"{"code":"x","missing":{"permission":"y"}}"#);
    }

    #[test]
    fn malformed_and_misshapen_are_told_apart() {
        for body in ["{\"name\":\"x\"", "{\"name\":\"x\"} y", "{\"name\":5", "x", "", &"[".repeat(9_000)] {
            assert_eq!(read::<Rename>(body), Err(Fault::MalformedJson), "{body}");
        }
        let misshapen =
            ["{\"name\":5}", "{}", "[]", "null", "\"x\"", "{\"name\":\"x\",\"other\":1}", "{\"name\":null}"];
        for body in misshapen.into_iter().chain(["{\"name\":\"x\",\"name\":\"y\"}"]) {
            assert_eq!(read::<Rename>(body), Err(Fault::WrongShape), "{body}");
        }
    }

    #[test]
    fn numbers_are_whole_and_in_their_range() {
        assert_eq!(read::<WithCap>("{\"raiseCap\":4294967295}"), Ok(WithCap { raise_cap: Some(u32::MAX) }));
        for body in ["{\"raiseCap\":null}", "{}"] {
            assert_eq!(read::<WithCap>(body), Ok(WithCap { raise_cap: None }));
        }
        assert_eq!(read::<WithCap>("{\"raiseCap\":1e3}"), Ok(WithCap { raise_cap: Some(1_000) }));
        for number in ["4294967296", "-1", "1.5", "1e300", "18446744073709551615", "\"1\"", "true", "[1]"] {
            let body = format!("{{\"raiseCap\":{number}}}");
            assert_eq!(read::<WithCap>(&body), Err(Fault::WrongShape), "{body}");
        }
        assert_eq!(read::<WithCap>("{\"raise_cap\":1}"), Err(Fault::WrongShape));
    }
}
