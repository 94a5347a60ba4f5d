//! The mails that a person turned off. Codes, invitations, and what is done to one's own access and teams always come
//! (RULES.md, "Mails").

use crate::change::Template;

/// Mails that can be turned off together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailSwitch {
    /// Somebody asks for access.
    Asks,
    /// A post of one's own was approved or returned.
    Verdicts,
    /// A paid seat was refused.
    Seats,
}

impl MailSwitch {
    /// Every switch.
    pub const ALL: [Self; 3] = [Self::Asks, Self::Verdicts, Self::Seats];

    /// Its name in the API.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Asks => "asks",
            Self::Verdicts => "verdicts",
            Self::Seats => "seats",
        }
    }

    /// The switch with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|switch| switch.id() == id)
    }

    /// The switch of a mail; `None`: it always comes.
    #[must_use]
    pub const fn of(template: Template) -> Option<Self> {
        match template {
            Template::AccessAsked => Some(Self::Asks),
            Template::Approved | Template::Returned => Some(Self::Verdicts),
            Template::SeatRefused => Some(Self::Seats),
            Template::SignIn
            | Template::AddressCode
            | Template::AddressChanged
            | Template::Invitation
            | Template::Included
            | Template::Joined
            | Template::Declined
            | Template::NothingNew
            | Template::AskedAgain
            | Template::AccessChanged
            | Template::Removed
            | Template::Ended
            | Template::OwnershipReceived
            | Template::OwnershipHandedOver
            | Template::Handover
            | Template::HandoverAccepted
            | Template::HandoverDeclined
            | Template::TeamDeleted
            | Template::AccountEnded => None,
        }
    }

    /// Its bit, given once and never reused.
    const fn bit(self) -> u32 {
        match self {
            Self::Asks => 1,
            Self::Verdicts => 2,
            Self::Seats => 4,
        }
    }
}

/// A set of switches that are off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Muted(pub u32);

impl Muted {
    /// Whether a mail is turned off.
    #[must_use]
    pub fn mutes(self, template: Template) -> bool {
        MailSwitch::of(template).is_some_and(|switch| self.has(switch))
    }

    /// Whether a switch is off.
    #[must_use]
    pub const fn has(self, switch: MailSwitch) -> bool {
        self.0 & switch.bit() != 0
    }
}

impl FromIterator<MailSwitch> for Muted {
    fn from_iter<I: IntoIterator<Item = MailSwitch>>(switches: I) -> Self {
        switches.into_iter().fold(Self(0), |muted, switch| Self(muted.0 | switch.bit()))
    }
}
