//! Who is in a room: open pages put together by person, and what changed between two looks.

use crate::id::PersonId;
use crate::time::Timestamp;

use super::{Colour, Doing};

/// One open page in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Whose.
    pub person: PersonId,
    /// Their colour.
    pub colour: Colour,
    /// Since when it is open.
    pub since: Timestamp,
    /// What they do in it.
    pub doing: Doing,
    /// When they last did something else.
    pub changed_at: Timestamp,
}

/// Somebody who is in a room, by however many pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    /// Who.
    pub person: PersonId,
    /// Their colour.
    pub colour: Colour,
    /// Since when they are there.
    pub since: Timestamp,
    /// What they do: in the page that they changed last, and if they are away from it, in one that is in view.
    pub doing: Doing,
}

/// Who is there, in the order of their coming.
#[must_use]
pub fn presences(pages: &[Page]) -> Vec<Presence> {
    let mut people: Vec<Presence> = Vec::new();
    let mut foremost: Vec<Page> = Vec::new();
    for page in pages {
        match people.iter().position(|known| known.person == page.person) {
            None => {
                let Page { person, colour, since, doing, .. } = *page;
                people.push(Presence { person, colour, since, doing });
                foremost.push(*page);
            }
            Some(at) => {
                let (Some(known), Some(first)) = (people.get_mut(at), foremost.get_mut(at)) else { continue };
                known.since = known.since.min(page.since);
                if is_before(page, first) {
                    known.doing = page.doing;
                    *first = *page;
                }
            }
        }
    }
    people.sort_by_key(|one| (one.since, one.person));
    people
}

/// Whether a page says more of what its person does than another of theirs.
fn is_before(page: &Page, other: &Page) -> bool {
    let rank = |page: &Page| (page.doing.act != super::Act::Away, page.changed_at);
    rank(page) > rank(other)
}

/// Those who are new or do something else than before, and those who are gone.
#[must_use]
pub fn difference(before: &[Presence], after: &[Presence]) -> (Vec<Presence>, Vec<PersonId>) {
    let of = |list: &[Presence], person: PersonId| list.iter().find(|one| one.person == person).copied();
    let differs = |one: &Presence| match of(before, one.person) {
        None => true,
        Some(old) => old.colour != one.colour || one.doing.is_other_than(old.doing),
    };
    let news = after.iter().filter(|one| differs(one)).copied().collect();
    let gone = before.iter().map(|one| one.person).filter(|person| of(after, *person).is_none()).collect();
    (news, gone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::PostId;
    use crate::room::{Act, Part};

    const ANA: PersonId = PersonId(1);
    const BEN: PersonId = PersonId(2);

    fn page(person: PersonId, since: i64) -> Page {
        Page {
            person,
            colour: Colour(0),
            since: Timestamp(since),
            doing: Doing::default(),
            changed_at: Timestamp(since),
        }
    }

    fn editing(page: Page, at: i64) -> Page {
        let doing = Doing { act: Act::Editing, post: Some(PostId(1)), part: Some(Part::Text), ..page.doing };
        Page { doing, changed_at: Timestamp(at), ..page }
    }

    #[test]
    fn two_pages_of_one_person_are_one_presence_and_closing_one_leaves_them_there() {
        let both = presences(&[page(BEN, 5), page(ANA, 1), page(ANA, 9)]);
        assert_eq!(both.iter().map(|one| one.person).collect::<Vec<_>>(), [ANA, BEN]);
        let one = presences(&[page(BEN, 5), page(ANA, 9)]);
        assert_eq!(difference(&both, &one), (vec![], vec![]));
        let none = presences(&[page(BEN, 5)]);
        assert_eq!(difference(&one, &none), (vec![], vec![ANA]));
    }

    #[test]
    fn what_somebody_does_is_what_they_did_last_in_a_page_that_is_in_view() {
        let (first, second) = (page(ANA, 1), page(ANA, 2));
        let writes = editing(first, 7);
        assert_eq!(presences(&[writes, second])[0].doing, writes.doing);
        assert_eq!(presences(&[second, writes])[0].doing, writes.doing);
        let away =
            Page { doing: Doing { act: Act::Away, ..writes.doing }, changed_at: Timestamp(9), ..writes };
        assert_eq!(presences(&[away, second])[0].doing, second.doing);
    }

    #[test]
    fn scrolling_is_no_news_and_writing_is() {
        let before = presences(&[page(ANA, 1)]);
        let mut scrolled = page(ANA, 1);
        scrolled.doing.scroll = 500;
        assert_eq!(difference(&before, &presences(&[scrolled])), (vec![], vec![]));
        let after = presences(&[editing(page(ANA, 1), 2)]);
        assert_eq!(difference(&before, &after), (after.clone(), vec![]));
    }
}
