//! What refunds leave of the lines of an invoice: exact fractions, rounded once.

use crate::intake::cells::Interval;
use crate::money::{Decimal, exact, round_half_even};

/// A fraction of units; none of what it is made of is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    n: i128,
    d: i128,
}

impl Share {
    pub(super) const NOTHING: Share = Share { n: 0, d: 1 };

    /// None where more digits are needed than can be held, as in all that follows.
    pub(super) fn of(amount: Decimal) -> Option<Share> {
        Some(reduced(amount.units.into(), power(amount.decimals)?))
    }

    pub(super) fn plus(self, other: Share) -> Option<Share> {
        let n = times(self.n, other.d)?.checked_add(times(other.n, self.d)?)?;
        Some(reduced(n, times(self.d, other.d)?))
    }

    /// Without its sign.
    pub(super) fn size(self) -> Share {
        Share {
            n: self.n.abs(),
            d: self.d,
        }
    }

    /// Less the other's size, never below 0.
    pub(super) fn less(self, other: Share) -> Option<Share> {
        let rest = self.plus(Share {
            n: -other.n.abs(),
            d: other.d,
        })?;
        Some(if rest.n < 0 { Share::NOTHING } else { rest })
    }

    /// What is left of this part where of the whole only `rest` is.
    pub(super) fn kept(self, rest: Share, whole: Share) -> Option<Share> {
        if rest == whole {
            return Some(self);
        }
        if whole.n == 0 {
            return Some(Share::NOTHING);
        }
        let part = reduced(times(self.n, rest.n)?, times(self.d, rest.d)?);
        Some(reduced(times(part.n, whole.d)?, times(part.d, whole.n)?))
    }

    /// A month's, in units of 10^−`exponent`, rounded half-even once.
    pub(super) fn scaled(self, exponent: u8, per: Interval) -> Option<i64> {
        let n = times(times(self.n, per.num.into())?, power(exponent)?)?;
        exact(round_half_even(n, times(self.d, per.den.into())?)?)
    }
}

/// Once, for all: checked multiplication of so many digits is long.
#[inline(never)]
fn times(a: i128, b: i128) -> Option<i128> {
    a.checked_mul(b)
}

fn power(decimals: u8) -> Option<i128> {
    (0..decimals).try_fold(1, |n, _| times(n, 10))
}

#[inline(never)]
fn reduced(n: i128, d: i128) -> Share {
    let (mut a, mut b) = (n, d);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let by = a.abs().max(1);
    Share {
        n: n / by,
        d: d / by,
    }
}
