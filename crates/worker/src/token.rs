//! Tokens are derived, not stored (DESIGN.md, "Secrets and sign-in"): `kind.kid.team.id.counter.mac`, where `mac` is over
//! all before it. A forged one is known without reading anything. The eight digits of a sign-in code are derived too.

use roster_core::id::{ChallengeId, HandoverId, InvitationId, LinkId, TeamId};

use crate::config::Keys;

/// What a token opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// An invitation, by the mail with this counter.
    Invitation {
        /// Into which team.
        team: TeamId,
        /// Which one.
        invitation: InvitationId,
        /// The counter of the mail.
        counter: u32,
    },
    /// An invite link, by the address of this generation.
    Link {
        /// Into which team.
        team: TeamId,
        /// Which one.
        link: LinkId,
        /// The generation of the address.
        generation: u32,
    },
    /// The offer of a project, by its mail.
    Handover {
        /// Which team offers.
        team: TeamId,
        /// Which one.
        handover: HandoverId,
    },
    /// A sign-in challenge.
    SignIn {
        /// Which one.
        challenge: ChallengeId,
    },
}

/// The letter that a token begins with, and the purpose of its key.
#[derive(Clone, Copy)]
enum Kind {
    Invitation,
    Link,
    Handover,
    SignIn,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Invitation, Self::Link, Self::Handover, Self::SignIn];

    const fn letter(self) -> &'static str {
        match self {
            Self::Invitation => "i",
            Self::Link => "l",
            Self::Handover => "h",
            Self::SignIn => "s",
        }
    }

    const fn purpose(self) -> &'static str {
        match self {
            Self::Invitation => "token: invitation",
            Self::Link => "token: link",
            Self::Handover => "token: handover",
            Self::SignIn => "token: sign-in",
        }
    }
}

impl Token {
    const fn kind(&self) -> Kind {
        match self {
            Self::Invitation { .. } => Kind::Invitation,
            Self::Link { .. } => Kind::Link,
            Self::Handover { .. } => Kind::Handover,
            Self::SignIn { .. } => Kind::SignIn,
        }
    }

    /// Team, id and counter, as the token spells them.
    fn parts(&self) -> String {
        match self {
            Self::Invitation { team, invitation, counter } => format!("{team}.{invitation}.{counter}"),
            Self::Link { team, link, generation } => format!("{team}.{link}.{generation}"),
            Self::Handover { team, handover } => format!("{team}.{handover}.0"),
            Self::SignIn { challenge } => format!("-.{challenge}.0"),
        }
    }

    /// The token as text, signed by the newest key.
    pub fn sign(&self, keys: &Keys) -> String {
        let kind = self.kind();
        let Some((kid, key)) = keys.newest(kind.purpose()) else { return String::new() };
        let signed = format!("{}.{kid}.{}", kind.letter(), self.parts());
        let mac = key.short_mac(signed.as_bytes());
        format!("{signed}.{mac}")
    }

    /// The token of a text; `None` if it is not one of ours.
    pub fn read(text: &str, keys: &Keys) -> Option<Self> {
        let (signed, mac) = text.trim().rsplit_once('.')?;
        let mut parts = signed.split('.');
        let mut next = || parts.next();
        let (letter, kid, team, id, counter) = (next()?, next()?, next()?, next()?, next()?);
        let kind = Kind::ALL.into_iter().find(|kind| kind.letter() == letter)?;
        let token = match kind {
            Kind::Invitation => Self::Invitation {
                team: team.parse().ok()?,
                invitation: id.parse().ok()?,
                counter: counter.parse().ok()?,
            },
            Kind::Link => Self::Link {
                team: team.parse().ok()?,
                link: id.parse().ok()?,
                generation: counter.parse().ok()?,
            },
            Kind::Handover => Self::Handover { team: team.parse().ok()?, handover: id.parse().ok()? },
            Kind::SignIn => Self::SignIn { challenge: id.parse().ok()? },
        };
        let key = keys.named(kid, kind.purpose())?;
        (parts.next().is_none() && key.verifies(signed.as_bytes(), mac)).then_some(token)
    }
}

const CODE: &str = "sign-in code";
const CODES: u64 = 100_000_000;

fn code_under(key: &crate::crypto::Key, challenge: ChallengeId) -> String {
    let mac = key.mac(challenge.to_string().as_bytes());
    let number = mac.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    format!("{:08}", number.checked_rem(CODES).unwrap_or(0))
}

/// The eight digits that are mailed for a challenge.
pub fn code(keys: &Keys, challenge: ChallengeId) -> String {
    keys.newest(CODE).map(|(_, key)| code_under(&key, challenge)).unwrap_or_default()
}

/// Whether the digits that were typed, in groups or not, are those of the challenge.
pub fn is_code(keys: &Keys, challenge: ChallengeId, typed: &str) -> bool {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    keys.all(CODE).any(|key| crate::crypto::same(code_under(&key, challenge).as_bytes(), digits.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(kids: &[(&str, &str)]) -> Keys {
        let text: Vec<_> = kids.iter().map(|(kid, byte)| format!("{kid}:{}", byte.repeat(32))).collect();
        Keys::parse(&text.join(",")).ok().unwrap()
    }

    fn tokens() -> [Token; 4] {
        [
            Token::Invitation { team: TeamId(1), invitation: InvitationId(2), counter: 3 },
            Token::Link { team: TeamId(1), link: LinkId(2), generation: 3 },
            Token::Handover { team: TeamId(1), handover: HandoverId(2) },
            Token::SignIn { challenge: ChallengeId(9) },
        ]
    }

    #[test]
    fn tokens_go_round_and_survive_a_newer_key() {
        let old = keys(&[("1", "aa")]);
        let both = keys(&[("2", "bb"), ("1", "aa")]);
        let new = keys(&[("2", "bb")]);
        for token in tokens() {
            let text = token.sign(&old);
            assert_eq!(Token::read(&text, &old), Some(token));
            assert_eq!(Token::read(&text, &both), Some(token));
            assert_eq!(Token::read(&text, &new), None, "a dropped key kills what it signed");
            assert_eq!(Token::read(&token.sign(&both), &old), None);
        }
    }

    #[test]
    fn a_changed_letter_anywhere_is_noticed() {
        let keys = keys(&[("1", "aa")]);
        for token in tokens() {
            let text = token.sign(&keys);
            for at in 0..text.len() {
                let mut bytes = text.clone().into_bytes();
                bytes[at] = if bytes[at] == b'1' { b'2' } else { b'1' };
                let forged = String::from_utf8(bytes).unwrap();
                assert_eq!(Token::read(&forged, &keys), None, "{forged}");
            }
            assert_eq!(Token::read(&format!("{text}0"), &keys), None);
        }
        for odd in ["", ".", "i.1", "i.1.a.b.c.d.e.f", "....."] {
            assert_eq!(Token::read(odd, &keys), None, "{odd}");
        }
    }

    #[test]
    fn a_token_of_one_kind_is_none_of_another() {
        let keys = keys(&[("1", "aa")]);
        let link = tokens()[1].sign(&keys);
        assert_eq!(Token::read(&link.replacen('l', "i", 1), &keys), None);
    }

    #[test]
    fn codes_are_eight_digits_and_one_challenge_is_not_another() {
        let keys = keys(&[("1", "aa")]);
        let code = code(&keys, ChallengeId(5));
        assert_eq!(code.len(), 8);
        assert!(code.chars().all(|c| c.is_ascii_digit()));
        assert!(is_code(&keys, ChallengeId(5), &format!("{} {}", &code[..4], &code[4..])));
        assert!(!is_code(&keys, ChallengeId(6), &code));
        assert!(!is_code(&keys, ChallengeId(5), ""));
    }
}
