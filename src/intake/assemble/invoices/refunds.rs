//! What refunds leave of the lines of an invoice: exact fractions, rounded once.

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
        let d = 10i128.checked_pow(u32::from(amount.decimals))?;
        Some(reduced(amount.units.into(), d))
    }

    pub(super) fn plus(self, other: Share) -> Option<Share> {
        let n = self.n.checked_mul(other.d)?;
        let n = n.checked_add(other.n.checked_mul(self.d)?)?;
        Some(reduced(n, self.d.checked_mul(other.d)?))
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
        let times = reduced(self.n.checked_mul(rest.n)?, self.d.checked_mul(rest.d)?);
        if whole.n == 0 {
            return Some(Share::NOTHING);
        }
        let (n, d) = (times.n.checked_mul(whole.d)?, times.d.checked_mul(whole.n)?);
        Some(reduced(n, d))
    }

    /// Times `num` / `den` in units of 10^−`exponent`, rounded half-even once.
    pub(super) fn scaled(self, exponent: u8, num: i64, den: i64) -> Option<i64> {
        let n = self.n.checked_mul(num.into())?;
        let n = n.checked_mul(10i128.checked_pow(exponent.into())?)?;
        exact(round_half_even(n, self.d.checked_mul(den.into())?)?)
    }
}

fn reduced(n: i128, d: i128) -> Share {
    let (mut a, mut b) = (n.unsigned_abs(), d.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    match i128::try_from(a) {
        Ok(by) if by > 1 => Share {
            n: n / by,
            d: d / by,
        },
        _ => Share { n, d },
    }
}
