//! Colours of people in a room (T2): unique among those present, and the same for a person who comes back.

use crate::id::PersonId;

/// How many hues there are (UI.md). Beyond them a colour is a hue with another kind of ring.
pub const HUES: u16 = 12;

/// A person's colour in a room: its hue is the remainder by [`HUES`], its kind of ring the quotient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour(pub u16);

/// The colour of somebody who comes into a room. `present` are the others who are in it; `kept` are the colours that
/// people had there before, the latest first.
///
/// Whoever had one gets it back unless somebody present has it. Otherwise it is the nearest one to their own favourite
/// that nobody present has, and if there is a choice, that nobody is remembered by.
#[must_use]
pub fn colour_for(person: PersonId, present: &[(PersonId, Colour)], kept: &[(PersonId, Colour)]) -> Colour {
    let taken = |colour: Colour| present.iter().any(|(_, other)| *other == colour);
    let own = kept.iter().find(|(whose, _)| *whose == person).map(|(_, colour)| *colour);
    if let Some(own) = own.filter(|own| !taken(*own)) {
        return own;
    }
    (0..=u16::MAX / HUES).find_map(|ring| in_ring(ring, person, taken, kept)).unwrap_or(Colour(0))
}

/// The best free colour with one kind of ring: one that nobody is remembered by, else the one remembered the longest.
fn in_ring(
    ring: u16,
    person: PersonId,
    taken: impl Fn(Colour) -> bool,
    kept: &[(PersonId, Colour)],
) -> Option<Colour> {
    let favourite = u16::try_from(person.0.rem_euclid(u64::from(HUES))).unwrap_or(0);
    let remembered = |colour: &Colour| {
        let place = kept.iter().position(|(_, other)| other == colour);
        place.map_or(usize::MAX, |place| place)
    };
    (0..HUES)
        .map(|step| Colour(ring.saturating_mul(HUES).saturating_add(favourite.saturating_add(step) % HUES)))
        .filter(|colour| !taken(*colour))
        // Of equals the first: `max_by_key` would give the last.
        .reduce(|best, next| if remembered(&next) > remembered(&best) { next } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A room in which people come and go; each gets a colour as they come.
    #[derive(Default)]
    struct Room {
        present: Vec<(PersonId, Colour)>,
        kept: Vec<(PersonId, Colour)>,
    }

    impl Room {
        fn comes(&mut self, person: u64) -> Colour {
            let person = PersonId(person);
            let colour = colour_for(person, &self.present, &self.kept);
            self.present.push((person, colour));
            self.kept.retain(|(other, _)| *other != person);
            self.kept.insert(0, (person, colour));
            colour
        }

        fn goes(&mut self, person: u64) {
            self.present.retain(|(other, _)| other.0 != person);
        }
    }

    #[test]
    fn who_comes_back_has_the_same_colour_even_if_others_came_meanwhile() {
        let mut room = Room::default();
        // All three like the same one.
        let first = [3, 15, 27].map(|person| room.comes(person));
        room.goes(15);
        let stranger = room.comes(39);
        assert_eq!(room.comes(15), first[1]);
        assert!(!first.contains(&stranger));
        room.goes(3);
        assert_eq!(room.comes(3), first[0]);
    }

    #[test]
    fn hues_are_used_up_before_another_ring_is_and_none_is_given_twice() {
        let mut room = Room::default();
        let colours: Vec<Colour> = (0..40).map(|person| room.comes(person * 7)).collect();
        let mut sorted = colours.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), colours.len());
        assert!(colours.iter().take(12).all(|colour| colour.0 < HUES));
        assert!(colours.iter().all(|colour| colour.0 < 48));
    }

    #[test]
    fn of_the_colours_that_people_are_remembered_by_the_oldest_is_given_away_first() {
        let mut room = Room::default();
        for person in 0..12 {
            room.comes(person);
        }
        for person in 0..12 {
            room.goes(person);
        }
        let oldest = room.kept.last().map(|(_, colour)| *colour);
        assert_eq!(Some(room.comes(100)), oldest);
    }

    #[test]
    fn nobody_present_shares_a_colour_whoever_comes_and_goes() {
        let mut room = Room::default();
        let mut seed = 7_u64;
        for _ in 0..5_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let person = (seed >> 33) % 30;
            if room.present.iter().any(|(other, _)| other.0 == person) {
                room.goes(person);
            } else {
                room.comes(person);
            }
            let mut colours: Vec<Colour> = room.present.iter().map(|(_, colour)| *colour).collect();
            colours.sort_unstable();
            colours.dedup();
            assert_eq!(colours.len(), room.present.len());
        }
    }
}
