//! A row that a shell read, and how cells become core's words.

use std::str::FromStr;

use roster_core::Timestamp;
use roster_core::email::Address;
use roster_core::model::Digest;
use roster_core::text::{Body, Name, Title};

/// One cell. D1 gives every number as a JavaScript number, so whole reals read as integers.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// NULL.
    Null,
    /// An integer.
    Integer(i64),
    /// A number as JavaScript has it.
    Real(f64),
    /// A text.
    Text(String),
}

/// What was read is not what a migration of ours allows: a damaged database, or one of another version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrupt {
    /// The column that made no sense.
    pub column: String,
}

/// A row: its cells by the names that the statement gave them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row(Vec<(String, Cell)>);

impl FromIterator<(String, Cell)> for Row {
    fn from_iter<I: IntoIterator<Item = (String, Cell)>>(cells: I) -> Self {
        Self(cells.into_iter().collect())
    }
}

/// Reading one row under a prefix: `m_` for the member's part of a joined row.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    row: &'a Row,
    prefix: &'static str,
}

impl Row {
    pub(crate) const fn part(&self, prefix: &'static str) -> Part<'_> {
        Part { row: self, prefix }
    }

    /// The cell with this name; a missing one is NULL.
    #[must_use]
    pub fn cell(&self, name: &str) -> &Cell {
        self.0.iter().find(|(column, _)| column == name).map_or(&Cell::Null, |(_, cell)| cell)
    }
}

/// 2^53: up to here a JavaScript number counts exactly.
const EXACT: f64 = 9_007_199_254_740_992.0;

fn whole(number: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within 2^53 either way")]
    (number.fract() == 0.0 && number.abs() <= EXACT).then_some(number as i64)
}

impl Part<'_> {
    fn name(&self, column: &str) -> String {
        format!("{}{column}", self.prefix)
    }

    pub(crate) fn corrupt(&self, column: &str) -> Corrupt {
        Corrupt { column: self.name(column) }
    }

    /// Whether the row has this part: an outer join may have left it empty.
    pub(crate) fn is_there(&self, column: &str) -> bool {
        *self.row.cell(&self.name(column)) != Cell::Null
    }

    pub(crate) fn integer_or_null(&self, column: &str) -> Result<Option<i64>, Corrupt> {
        match self.row.cell(&self.name(column)) {
            Cell::Null => Ok(None),
            Cell::Integer(number) => Ok(Some(*number)),
            Cell::Real(number) => whole(*number).map(Some).ok_or_else(|| self.corrupt(column)),
            Cell::Text(_) => Err(self.corrupt(column)),
        }
    }

    pub(crate) fn text_or_null(&self, column: &str) -> Result<Option<&str>, Corrupt> {
        match self.row.cell(&self.name(column)) {
            Cell::Null => Ok(None),
            Cell::Text(text) => Ok(Some(text)),
            Cell::Integer(_) | Cell::Real(_) => Err(self.corrupt(column)),
        }
    }

    pub(crate) fn text(&self, column: &str) -> Result<&str, Corrupt> {
        self.text_or_null(column)?.ok_or_else(|| self.corrupt(column))
    }

    pub(crate) fn integer(&self, column: &str) -> Result<i64, Corrupt> {
        self.integer_or_null(column)?.ok_or_else(|| self.corrupt(column))
    }

    /// A number of a narrower type.
    pub(crate) fn number<T: TryFrom<i64>>(&self, column: &str) -> Result<T, Corrupt> {
        T::try_from(self.integer(column)?).map_err(|_| self.corrupt(column))
    }

    pub(crate) fn number_or_null<T: TryFrom<i64>>(&self, column: &str) -> Result<Option<T>, Corrupt> {
        self.integer_or_null(column)?
            .map(|number| T::try_from(number).map_err(|_| self.corrupt(column)))
            .transpose()
    }

    pub(crate) fn flag(&self, column: &str) -> Result<bool, Corrupt> {
        Ok(self.integer(column)? != 0)
    }

    pub(crate) fn time(&self, column: &str) -> Result<Timestamp, Corrupt> {
        self.integer(column).map(Timestamp)
    }

    pub(crate) fn time_or_null(&self, column: &str) -> Result<Option<Timestamp>, Corrupt> {
        Ok(self.integer_or_null(column)?.map(Timestamp))
    }

    pub(crate) fn id<T: FromStr>(&self, column: &str) -> Result<T, Corrupt> {
        self.text(column)?.parse().map_err(|_| self.corrupt(column))
    }

    pub(crate) fn id_or_null<T: FromStr>(&self, column: &str) -> Result<Option<T>, Corrupt> {
        self.text_or_null(column)?.map(|text| text.parse().map_err(|_| self.corrupt(column))).transpose()
    }

    pub(crate) fn named<T>(&self, column: &str, from: impl Fn(&str) -> Option<T>) -> Result<T, Corrupt> {
        from(self.text(column)?).ok_or_else(|| self.corrupt(column))
    }

    pub(crate) fn name_of(&self, column: &str) -> Result<Name, Corrupt> {
        Name::parse(self.text(column)?).map_err(|_| self.corrupt(column))
    }

    pub(crate) fn title(&self, column: &str) -> Result<Title, Corrupt> {
        Title::parse(self.text(column)?).map_err(|_| self.corrupt(column))
    }

    pub(crate) fn body(&self, column: &str) -> Result<Body, Corrupt> {
        Body::parse(self.text(column)?).map_err(|_| self.corrupt(column))
    }

    pub(crate) fn address(&self, column: &str) -> Result<Address, Corrupt> {
        Ok(Address::stored(self.text(column)?.to_owned()))
    }

    pub(crate) fn address_or_null(&self, column: &str) -> Result<Option<Address>, Corrupt> {
        Ok(self.text_or_null(column)?.map(|text| Address::stored(text.to_owned())))
    }

    pub(crate) fn digest(&self, column: &str) -> Result<Digest, Corrupt> {
        self.named(column, crate::codec::digest_from_hex)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cell: Cell) -> Row {
        [("x_a".to_owned(), cell)].into_iter().collect()
    }

    #[test]
    fn a_whole_real_is_an_integer_and_no_other_is() {
        assert_eq!(row(Cell::Real(5.0)).part("x_").integer("a"), Ok(5));
        for odd in [5.5, f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(
                row(Cell::Real(odd)).part("x_").integer("a"),
                Err(Corrupt { column: "x_a".to_owned() })
            );
        }
    }

    #[test]
    fn a_missing_cell_is_null() {
        assert_eq!(row(Cell::Null).part("x_").text_or_null("b"), Ok(None));
        assert!(row(Cell::Null).part("x_").text("b").is_err());
    }
}
