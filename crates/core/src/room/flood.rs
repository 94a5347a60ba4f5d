//! How much one page may say: enough for anybody who works, too little to drown a room.

use crate::time::{SECOND, Timestamp};

/// Messages that one page may send at once.
pub const BURST: u16 = 40;
/// Messages a second that it may go on with.
const RATE: i64 = 10;

/// What a page may still say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Messages left.
    pub left: u16,
    /// When that was counted.
    pub at: Timestamp,
}

impl Allowance {
    /// That of a page that has just come.
    #[must_use]
    pub const fn full(at: Timestamp) -> Self {
        Self { left: BURST, at }
    }

    /// What is left after one more message; `None`: it says too much.
    #[must_use]
    pub fn less_one(self, now: Timestamp) -> Option<Self> {
        let passed = now.since(self.at).clamp(0, 60 * SECOND);
        let gained = passed.saturating_mul(RATE) / SECOND;
        // What is not a whole message yet is not lost.
        let counted = self.at.plus(gained.saturating_mul(SECOND) / RATE);
        let left = u16::try_from(gained).unwrap_or(BURST).saturating_add(self.left).min(BURST);
        Some(Self { left: left.checked_sub(1)?, at: counted.max(self.at) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(allowance: Allowance, times: impl IntoIterator<Item = i64>) -> Option<Allowance> {
        times.into_iter().try_fold(allowance, |allowance, at| allowance.less_one(Timestamp(at)))
    }

    #[test]
    fn ten_a_second_go_on_for_ever_and_eleven_do_not() {
        let begin = Allowance::full(Timestamp(0));
        assert!(sent(begin, (0..6_000).map(|n| n * 100)).is_some());
        assert!(sent(begin, (0..6_000).map(|n| n * 90)).is_none());
    }

    #[test]
    fn a_burst_is_taken_and_one_more_is_not() {
        let begin = Allowance::full(Timestamp(0));
        assert_eq!(sent(begin, [0; BURST as usize]).map(|it| it.left), Some(0));
        assert!(sent(begin, [0; BURST as usize + 1]).is_none());
    }

    #[test]
    fn a_clock_that_goes_back_gives_nothing() {
        let begin = Allowance { left: 1, at: Timestamp(10_000) };
        let next = begin.less_one(Timestamp(5_000));
        assert_eq!(next, Some(Allowance { left: 0, at: Timestamp(10_000) }));
    }
}
