//! The names of things: 64-bit numbers drawn at random by a shell, written as 13 lower-case letters and digits.

use core::fmt;
use core::str::FromStr;

/// Crockford's base 32, lower case: no `i`, `l`, `o` or `u`.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The text is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

fn write_base32(f: &mut fmt::Formatter<'_>, number: u64) -> fmt::Result {
    for digit in (0..13_u32).rev() {
        let five_bits = usize::try_from((number >> digit.saturating_mul(5)) & 31).unwrap_or(0);
        let letter = ALPHABET.get(five_bits).copied().unwrap_or(b'0');
        fmt::Write::write_char(f, char::from(letter))?;
    }
    Ok(())
}

fn read_base32(text: &str) -> Result<u64, NotAnId> {
    if text.len() != 13 {
        return Err(NotAnId);
    }
    text.bytes().try_fold(0_u64, |number, letter| {
        let digit = ALPHABET.iter().position(|known| *known == letter).ok_or(NotAnId)?;
        let digit = u64::try_from(digit).map_err(|_| NotAnId)?;
        number.checked_mul(32).and_then(|shifted| shifted.checked_add(digit)).ok_or(NotAnId)
    })
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_base32(f, self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read_base32(text).map(Self)
            }
        }
    )*};
}

ids! {
    /// Names a person.
    PersonId,
    /// Names a team.
    TeamId,
    /// Names a project.
    ProjectId,
    /// Names a role of a team's own.
    RoleId,
    /// Names an invitation.
    InvitationId,
    /// Names an ask for access.
    AskId,
    /// Names an invite link.
    LinkId,
    /// Names a post.
    PostId,
    /// Names an offer of a project.
    HandoverId,
    /// Names an image, and so its file: one of a library, or the picture that somebody shows of themselves.
    ImageId,
    /// Names a sign-in challenge.
    ChallengeId,
    /// Names a session; not its secret.
    SessionId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_round() {
        for number in [0, 1, 31, 32, 0xdead_beef_0123_4567, u64::MAX] {
            assert_eq!(TeamId(number).to_string().parse(), Ok(TeamId(number)));
        }
    }

    #[test]
    fn no_built_in_role_reads_as_one_of_a_teams_own() {
        for role in crate::BuiltInRole::ALL {
            assert_eq!(role.id().parse::<RoleId>(), Err(NotAnId), "{}", role.id());
        }
    }

    #[test]
    fn other_text_is_refused() {
        for text in ["", "0", "zzzzzzzzzzzzz", "000000000000O", "00000000000000", "000000000000é"] {
            assert_eq!(text.parse::<TeamId>(), Err(NotAnId), "{text}");
        }
    }
}
