//! Where a list goes on, as an opaque text. It holds nothing but what its holder was shown beside it, but for the lists of
//! members and cards, whose last row may be hidden from them: those name an id alone, and are signed, so that nobody can
//! ask with an id of their own whether such a row is in the team.

use core::str::FromStr;

use roster_core::Timestamp;
use roster_core::id::TeamId;

use crate::answer::Refusal;
use crate::config::Keys;
use crate::crypto::{hex, unhex};

const BETWEEN: char = '\u{1f}';

fn bad() -> Refusal {
    Refusal::bad_value("after")
}

/// A cursor of two parts.
pub fn write(first: &str, second: &str) -> String {
    hex(format!("{first}{BETWEEN}{second}").as_bytes())
}

/// The two parts of a cursor.
///
/// # Errors
/// When it is none of ours.
pub fn read(text: &str) -> Result<(String, String), Refusal> {
    let bytes = unhex(text).filter(|bytes| bytes.len() <= 1_024).ok_or_else(bad)?;
    let text = String::from_utf8(bytes).map_err(|_| bad())?;
    text.split_once(BETWEEN).map(|(first, second)| (first.to_owned(), second.to_owned())).ok_or_else(bad)
}

/// A cursor of an instant and an id.
pub fn write_at(at: Timestamp, id: impl ToString) -> String {
    write(&at.0.to_string(), &id.to_string())
}

/// The instant and id of a cursor; none: the list's beginning.
///
/// # Errors
/// When it is none of ours.
pub fn read_at<T: FromStr>(text: Option<&str>) -> Result<Option<(Timestamp, T)>, Refusal> {
    let Some(text) = text else { return Ok(None) };
    let (at, id) = read(text)?;
    let at = at.parse().map_err(|_| bad())?;
    Ok(Some((Timestamp(at), id.parse().map_err(|_| bad())?)))
}

/// A cursor of one number.
pub fn write_number(number: i64) -> String {
    write("#", &number.to_string())
}

/// The number of a cursor; none: the list's beginning.
///
/// # Errors
/// When it is none of ours.
pub fn read_number(text: Option<&str>) -> Result<Option<i64>, Refusal> {
    let Some(text) = text else { return Ok(None) };
    match read(text)? {
        (mark, number) if mark == "#" => number.parse().map(Some).map_err(|_| bad()),
        _ => Err(bad()),
    }
}

/// What a signed cursor is of.
pub const MEMBERS: &str = "cursor: members";
/// See [`MEMBERS`].
pub const CARDS: &str = "cursor: cards";

/// A cursor behind a row of a team, which its holder may not see.
pub fn write_signed(keys: &Keys, of: &str, team: TeamId, id: &str) -> String {
    let mac = keys.newest(of).map(|(_, key)| key.short_mac([&team.to_string(), "/", id].concat().as_bytes()));
    [id, ".", &mac.unwrap_or_default()].concat()
}

/// The row's id of such a cursor.
///
/// # Errors
/// When it is none of ours, or one of another team.
pub fn read_signed<T: FromStr>(keys: &Keys, of: &str, team: TeamId, text: &str) -> Result<T, Refusal> {
    let (id, mac) = text.split_once('.').ok_or_else(bad)?;
    let message = [&team.to_string(), "/", id].concat();
    let ours = keys.all(of).any(|key| key.verifies(message.as_bytes(), mac));
    if ours { id.parse().map_err(|_| bad()) } else { Err(bad()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roster_core::id::{PersonId, PostId};

    #[test]
    fn cursors_go_round() {
        assert_eq!(read(&write("йоханна", "x")).ok(), Some(("йоханна".to_owned(), "x".to_owned())));
        let at = write_at(Timestamp(5), PostId(7));
        assert_eq!(read_at(Some(&at)).ok(), Some(Some((Timestamp(5), PostId(7)))));
        assert_eq!(read_number(Some(&write_number(9))).ok(), Some(Some(9)));
        assert_eq!(read_number(None).ok(), Some(None));
    }

    #[test]
    fn a_cursor_of_members_is_of_one_team_and_nobodys_own_making() {
        let keys = Keys::parse(&format!("1:{}", "ab".repeat(32))).ok().unwrap();
        let (team, person) = (TeamId(1), PersonId(2));
        let cursor = write_signed(&keys, MEMBERS, team, &person.to_string());
        let read = |of, team, text: &str| read_signed::<PersonId>(&keys, of, team, text);
        assert_eq!(read(MEMBERS, team, &cursor).ok(), Some(person));
        assert!(read(MEMBERS, TeamId(9), &cursor).is_err());
        assert!(read(CARDS, team, &cursor).is_err());
        let other = cursor.replace(&person.to_string(), &PersonId(3).to_string());
        for bad in [other.as_str(), "", "x", &person.to_string(), &format!("{person}.")] {
            assert!(read(MEMBERS, team, bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_no_cursor_is_refused() {
        for bad in ["x", "zz", "61", "", &write("a", "b"), &"61".repeat(2_000)] {
            assert!(read_at::<PostId>(Some(bad)).is_err(), "{bad}");
            assert!(read_number(Some(bad)).is_err(), "{bad}");
        }
    }
}
