//! Plans, the cap, and what a month costs (features P1 to P3). Prices are in cents, with no proration.

use crate::generated::catalogue::{BuiltInRole, Plan};

/// What a plan costs and includes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Price of the plan itself, in cents a month.
    pub base_cents: u32,
    /// Editor seats included; `None`: unlimited, and free.
    pub free_seats: Option<u32>,
    /// Price of each further seat, in cents a month.
    pub seat_cents: u32,
}

/// What one month costs, line by line, for the seats taken now. Reserved seats cost nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bill {
    /// Price of the plan itself, in cents.
    pub base_cents: u64,
    /// Seats taken beyond those included.
    pub paid_seats: u32,
    /// Price of each of those, in cents.
    pub seat_cents: u32,
    /// All of it, in cents.
    pub total_cents: u64,
}

impl Plan {
    /// The plan with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|plan| plan.id() == id)
    }

    /// How many seats may be taken and reserved together with `cap` paid ones; `None`: any number.
    #[must_use]
    pub fn seat_limit(self, cap: u32) -> Option<u32> {
        self.terms().free_seats.map(|free| free.saturating_add(cap))
    }

    /// The cap that `seats` taken and reserved seats need.
    #[must_use]
    pub fn cap_for(self, seats: u32) -> u32 {
        self.terms().free_seats.map_or(0, |free| seats.saturating_sub(free))
    }

    /// What a month costs once every seat that `cap` allows is taken; where seats are unlimited they are free.
    #[must_use]
    pub fn bill_when_full(self, cap: u32) -> Bill {
        self.bill(self.seat_limit(cap).unwrap_or(0))
    }

    /// What a month costs with `taken` seats.
    #[must_use]
    pub fn bill(self, taken: u32) -> Bill {
        let terms = self.terms();
        let paid_seats = self.cap_for(taken);
        let base_cents = u64::from(terms.base_cents);
        let seats = u64::from(paid_seats).saturating_mul(u64::from(terms.seat_cents));
        Bill {
            base_cents,
            paid_seats,
            seat_cents: terms.seat_cents,
            total_cents: base_cents.saturating_add(seats),
        }
    }
}

impl BuiltInRole {
    /// The role with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seeds_numbers() {
        assert_eq!(Plan::Start.bill(1_000).total_cents, 0);
        assert_eq!(Plan::Plus.bill(1).total_cents, 0);
        assert_eq!(Plan::Plus.bill(2).total_cents, 800);
        assert_eq!(Plan::Pro.bill(3).total_cents, 0);
        assert_eq!(Plan::Pro.bill(5).total_cents, 1_600);
    }

    #[test]
    fn the_cap_counts_paid_seats_only() {
        assert_eq!(Plan::Start.seat_limit(0), None);
        assert_eq!(Plan::Plus.seat_limit(49), Some(50));
        assert_eq!(Plan::Pro.cap_for(3), 0);
        assert_eq!(Plan::Pro.cap_for(5), 2);
        assert_eq!(Plan::Pro.bill_when_full(2).total_cents, 1_600);
        assert_eq!(Plan::Start.bill_when_full(2).total_cents, 0);
    }
}
