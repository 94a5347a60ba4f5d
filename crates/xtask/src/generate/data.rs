//! The shapes of `crates/core/data/*.toml`, read field by field so that a misspelt one is told.

use toml::{Table, Value};

use crate::failure::{Failure, Outcome};

/// One table of a data file, with the file's name for complaints.
pub struct Row<'a> {
    pub file: &'static str,
    pub table: &'a Table,
}

impl Row<'_> {
    pub fn text(&self, key: &str) -> Outcome<String> {
        self.maybe_text(key).ok_or_else(|| self.missing(key))
    }

    pub fn maybe_text(&self, key: &str) -> Option<String> {
        self.table.get(key).and_then(Value::as_str).map(str::to_owned)
    }

    pub fn flag(&self, key: &str) -> Outcome<bool> {
        self.table.get(key).and_then(Value::as_bool).ok_or_else(|| self.missing(key))
    }

    pub fn number(&self, key: &str) -> Outcome<u32> {
        self.maybe_number(key).ok_or_else(|| self.missing(key))
    }

    pub fn maybe_number(&self, key: &str) -> Option<u32> {
        self.table.get(key).and_then(Value::as_integer).and_then(|number| u32::try_from(number).ok())
    }

    /// A list of words, if there is one.
    pub fn words(&self, key: &str) -> Option<Vec<String>> {
        let words = self.table.get(key)?.as_array()?;
        Some(words.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Refuses keys that nothing reads.
    pub fn only(&self, known: &[&str]) -> Outcome {
        match self.table.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(Failure::new(format!("{}: nothing reads `{key}`", self.file))),
            None => Ok(()),
        }
    }

    fn missing(&self, key: &str) -> Failure {
        Failure::new(format!("{}: `{key}` is missing or of the wrong kind in {}", self.file, self.table))
    }
}

/// The tables of an array of tables.
pub fn rows<'a>(file: &'static str, data: &'a Table, key: &str) -> Vec<Row<'a>> {
    let all = data.get(key).and_then(Value::as_array);
    all.into_iter().flatten().filter_map(Value::as_table).map(|table| Row { file, table }).collect()
}
