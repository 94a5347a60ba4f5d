//! E-mail addresses as they are compared: local part ASCII, in lower case, dots and plus tags kept; domain in
//! lower-case ASCII (RULES.md, "Inviting", "Addresses"). The domain arrives through the shell's URL parser,
//! which knows IDNA, so that no Unicode tables are needed here.

use core::fmt;

use crate::id::PersonId;

/// An address in the form in which two are compared.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

/// Why a text is not an address that Roster takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressError {
    /// Not of the form `local@domain`.
    Malformed,
    /// The part before the `@` has letters beyond ASCII.
    LocalNotAscii,
}

impl AddressError {
    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Malformed => "address_malformed",
            Self::LocalNotAscii => "address_not_ascii",
        }
    }
}

/// Splits what was typed into the part before the last `@` and the domain after it, both trimmed.
///
/// # Errors
/// When there is no `@`, or nothing on one side of it.
pub fn split(text: &str) -> Result<(&str, &str), AddressError> {
    match text.trim().rsplit_once('@') {
        Some((local, domain)) if !local.is_empty() && !domain.is_empty() => Ok((local, domain)),
        Some(_) | None => Err(AddressError::Malformed),
    }
}

fn is_atom(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c)
}

fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = domain.rsplit('.').next().unwrap_or("");
    domain.len() <= 253
        && domain.contains('.')
        && domain.split('.').all(label)
        && !last.chars().all(|c| c.is_ascii_digit())
}

/// How the address of an account that was deleted begins: no mail has such a one, so that the real one is free.
const GONE: &str = "gone:";

impl Address {
    /// What stands for the address of this person once their account is deleted.
    #[must_use]
    pub fn gone(person: PersonId) -> Self {
        Self([GONE, &person.to_string()].concat())
    }

    /// Whether the account that has it is deleted.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.0.starts_with(GONE)
    }

    /// The address made of a local part as typed and a domain that is already in lower-case ASCII (RFC 5321,
    /// dot-atom form only: quoted local parts are refused).
    ///
    /// # Errors
    /// When either part is not of its form.
    pub fn from_parts(local: &str, ascii_domain: &str) -> Result<Self, AddressError> {
        if !local.is_ascii() {
            return Err(AddressError::LocalNotAscii);
        }
        let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
        if local.is_empty()
            || local.len() > 64
            || dots
            || !local.chars().all(is_atom)
            || !is_domain(ascii_domain)
        {
            return Err(AddressError::Malformed);
        }
        Ok(Self(format!("{}@{ascii_domain}", local.to_ascii_lowercase())))
    }

    /// An address that was stored by [`Self::as_str`].
    #[must_use]
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The domain, without the `@`.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// What someone else may see of it: `a…@e….com`.
    #[must_use]
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or(("", ""));
        let (name, ending) = domain.rsplit_once('.').unwrap_or((domain, ""));
        let first = |text: &str| text.chars().next().map(String::from).unwrap_or_default();
        format!("{}…@{}….{ending}", first(local), first(name))
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_does_not_make_two_of_one() {
        assert_eq!(
            Address::from_parts("Ana.B+x", "example.com"),
            Address::from_parts("ana.b+X", "example.com")
        );
    }

    #[test]
    fn odd_forms_are_refused() {
        for (local, domain) in [
            ("a b", "e.com"),
            ("a", "e"),
            ("a", "1.2.3.4"),
            (".a", "e.com"),
            ("a", "-e.com"),
            ("a", "E.com"),
            ("\"a\"", "e.com"),
        ] {
            assert_eq!(Address::from_parts(local, domain), Err(AddressError::Malformed), "{local}@{domain}");
        }
        assert_eq!(Address::from_parts("ána", "e.com"), Err(AddressError::LocalNotAscii));
        assert_eq!(split("@e.com"), Err(AddressError::Malformed));
    }

    #[test]
    fn a_mask_gives_away_two_letters_and_the_ending() {
        let address = Address::from_parts("ana", "mail.example.com").map(|a| a.masked());
        assert_eq!(address, Ok("a…@m….com".to_owned()));
    }
}
