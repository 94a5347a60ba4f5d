//! A row that a shell read, and how cells become core's words.

use std::str::FromStr;

use roster_core::access::Place;
use roster_core::change::{HistoryKind, TallyKey, Template};
use roster_core::email::Address;
use roster_core::id::{
    AskId, ChallengeId, HandoverId, ImageId, InvitationId, LinkId, PersonId, PostId, ProjectId, RoleId,
    SessionId, TeamId,
};
use roster_core::model::{Digest, JoinMode, Language, LinkState, MediaType, Proof, Stage};
use roster_core::text::{Body, Name, Title};
use roster_core::{Plan, Timestamp};

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

/// Reading one row under a prefix: `m_` for the member's part of a joined row. A cell that makes no sense is noted and
/// read as blank, so that a column is one call without a branch; what was read of such a row, [`Row::read`] gives to
/// nobody.
pub struct Part<'a> {
    row: &'a Row,
    prefix: &'static str,
    corrupt: Option<Corrupt>,
}

/// What a type has for a cell that made no sense, until the row is refused.
pub trait Blank {
    fn blank() -> Self;
}

macro_rules! blanks {
    ($($type:ty = $blank:expr),* $(,)?) => {$(
        impl Blank for $type {
            fn blank() -> Self {
                $blank
            }
        }
    )*};
}

blanks! {
    AskId = Self(0),
    ChallengeId = Self(0),
    HandoverId = Self(0),
    ImageId = Self(0),
    InvitationId = Self(0),
    LinkId = Self(0),
    PersonId = Self(0),
    PostId = Self(0),
    ProjectId = Self(0),
    SessionId = Self(0),
    RoleId = Self(0),
    TeamId = Self(0),
    Digest = Self([0; 32]),
    HistoryKind = Self::TeamCreated,
    JoinMode = Self::SideBySide,
    Language = Self::English,
    LinkState = Self::Off,
    MediaType = Self::Png,
    Place = Self::Team,
    Plan = Self::Start,
    Proof = Self::Code,
    Stage = Self::Draft,
    TallyKey = Self::SeatRefused(TeamId(0)),
    Template = Self::SignIn,
}

impl Row {
    /// Reads what stands under a prefix.
    pub(crate) fn read<T>(
        &self,
        prefix: &'static str,
        read: impl FnOnce(&mut Part<'_>) -> T,
    ) -> Result<T, Corrupt> {
        let mut part = Part { row: self, prefix, corrupt: None };
        let read = read(&mut part);
        part.corrupt.map_or(Ok(read), Err)
    }

    /// Whether the row has a cell with this name: an outer join may have left it empty.
    pub(crate) fn has(&self, name: &str) -> bool {
        *self.cell(name) != Cell::Null
    }

    /// The cell with this name; a missing one is NULL.
    #[must_use]
    pub fn cell(&self, name: &str) -> &Cell {
        self.find("", name)
    }

    fn find(&self, prefix: &str, column: &str) -> &Cell {
        let is_it = |name: &str| name.strip_prefix(prefix) == Some(column);
        self.0.iter().find(|(name, _)| is_it(name)).map_or(&Cell::Null, |(_, cell)| cell)
    }
}

/// All rows, read one by one; refused if one of them makes no sense. A plain loop: collecting results through iterators
/// is three times the code for each type.
pub(crate) fn all<T>(rows: &[Row], one: impl Fn(&Row) -> Result<T, Corrupt>) -> Result<Vec<T>, Corrupt> {
    let mut all = Vec::new();
    for row in rows {
        all.push(one(row)?);
    }
    Ok(all)
}

/// 2^53: up to here a JavaScript number counts exactly.
const EXACT: f64 = 9_007_199_254_740_992.0;

fn whole(number: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within 2^53 either way")]
    (number.fract() == 0.0 && number.abs() <= EXACT).then_some(number as i64)
}

impl<'a> Part<'a> {
    fn cell(&self, column: &str) -> &'a Cell {
        self.row.find(self.prefix, column)
    }

    /// Notes that a column makes no sense. The first one is told.
    pub(crate) fn refuse(&mut self, column: &str) {
        if self.corrupt.is_none() {
            self.corrupt = Some(Corrupt { column: [self.prefix, column].concat() });
        }
    }

    /// What is there, or a blank.
    pub(crate) fn or_refuse<T>(&mut self, column: &str, value: Option<T>, blank: T) -> T {
        value.unwrap_or_else(|| {
            self.refuse(column);
            blank
        })
    }

    pub(crate) fn integer_or_null(&mut self, column: &str) -> Option<i64> {
        match self.cell(column) {
            Cell::Null => None,
            Cell::Integer(number) => Some(*number),
            Cell::Real(number) => {
                let number = whole(*number);
                Some(self.or_refuse(column, number, 0))
            }
            Cell::Text(_) => {
                self.refuse(column);
                None
            }
        }
    }

    pub(crate) fn text_or_null(&mut self, column: &str) -> Option<&'a str> {
        match self.cell(column) {
            Cell::Null => None,
            Cell::Text(text) => Some(text),
            Cell::Integer(_) | Cell::Real(_) => {
                self.refuse(column);
                None
            }
        }
    }

    pub(crate) fn text(&mut self, column: &str) -> &'a str {
        let text = self.text_or_null(column);
        self.or_refuse(column, text, "")
    }

    /// A text to keep.
    pub(crate) fn string(&mut self, column: &str) -> String {
        self.text(column).to_owned()
    }

    pub(crate) fn string_or_null(&mut self, column: &str) -> Option<String> {
        self.text_or_null(column).map(str::to_owned)
    }

    pub(crate) fn integer(&mut self, column: &str) -> i64 {
        let number = self.integer_or_null(column);
        self.or_refuse(column, number, 0)
    }

    /// A number of a narrower type.
    pub(crate) fn number<T: TryFrom<i64> + Default>(&mut self, column: &str) -> T {
        let number = T::try_from(self.integer(column)).ok();
        self.or_refuse(column, number, T::default())
    }

    pub(crate) fn number_or_null<T: TryFrom<i64> + Default>(&mut self, column: &str) -> Option<T> {
        self.integer_or_null(column).map(|_| self.number(column))
    }

    pub(crate) fn flag(&mut self, column: &str) -> bool {
        self.integer(column) != 0
    }

    pub(crate) fn time(&mut self, column: &str) -> Timestamp {
        Timestamp(self.integer(column))
    }

    pub(crate) fn time_or_null(&mut self, column: &str) -> Option<Timestamp> {
        self.integer_or_null(column).map(Timestamp)
    }

    pub(crate) fn id<T: FromStr + Blank>(&mut self, column: &str) -> T {
        self.named(column, |text| text.parse().ok())
    }

    pub(crate) fn id_or_null<T: FromStr + Blank>(&mut self, column: &str) -> Option<T> {
        self.text_or_null(column).map(|_| self.id(column))
    }

    pub(crate) fn named<T: Blank>(&mut self, column: &str, from: impl Fn(&str) -> Option<T>) -> T {
        let named = from(self.text(column));
        self.or_refuse(column, named, T::blank())
    }

    pub(crate) fn name_of(&mut self, column: &str) -> Name {
        Name::stored(self.string(column))
    }

    pub(crate) fn title(&mut self, column: &str) -> Title {
        Title::stored(self.string(column))
    }

    pub(crate) fn body(&mut self, column: &str) -> Body {
        Body::stored(self.string(column))
    }

    pub(crate) fn address(&mut self, column: &str) -> Address {
        Address::stored(self.string(column))
    }

    pub(crate) fn address_or_null(&mut self, column: &str) -> Option<Address> {
        self.string_or_null(column).map(Address::stored)
    }

    pub(crate) fn digest(&mut self, column: &str) -> Digest {
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
        let integer = |cell| row(cell).read("x_", |x| x.integer("a"));
        assert_eq!(integer(Cell::Real(5.0)), Ok(5));
        for odd in [5.5, f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(integer(Cell::Real(odd)), Err(Corrupt { column: "x_a".to_owned() }));
        }
    }

    #[test]
    fn a_missing_cell_is_null() {
        let row = row(Cell::Null);
        assert_eq!(row.read("x_", |x| x.text_or_null("b").map(str::to_owned)), Ok(None));
        assert!(row.read("x_", |x| x.string("b")).is_err());
    }

    #[test]
    fn a_row_with_one_cell_that_makes_no_sense_is_given_to_nobody() {
        let cells = [("x_a", Cell::Integer(1)), ("x_b", Cell::Text("?".to_owned())), ("x_c", Cell::Null)];
        let row: Row = cells.into_iter().map(|(name, cell)| (name.to_owned(), cell)).collect();
        let read = row.read("x_", |x| (x.integer("a"), x.id::<PersonId>("b"), x.time("c")));
        assert_eq!(read, Err(Corrupt { column: "x_b".to_owned() }));
    }
}
