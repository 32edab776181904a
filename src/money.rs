//! Money is integers in minor units; what a file writes is a decimal until the report's currency is known.

use std::cmp::Ordering;

/// The greatest integer that a report may hold: 2^53 − 1, so that every reader of JSON gets it exactly.
pub const MAX_EXACT: i64 = (1 << 53) - 1;

/// A number as a file writes it: `units` / 10^`decimals`, without any rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The digits without their point, signed.
    pub units: i64,
    /// How many of the digits stand behind the point.
    pub decimals: u8,
}

impl Decimal {
    /// A whole number.
    pub const fn whole(units: i64) -> Decimal {
        Decimal { units, decimals: 0 }
    }

    /// This number times `num` / `den`, in units of 10^−`exponent`, rounded half-even once.
    /// None where the result passes [`MAX_EXACT`] or `den` is 0.
    pub fn scaled(self, exponent: u8, num: i64, den: i64) -> Option<i64> {
        self.times(Decimal::whole(1), exponent, num, den)
    }

    /// The same of so many of this number: rounded only once, after all of it.
    pub fn times(self, times: Decimal, exponent: u8, num: i64, den: i64) -> Option<i64> {
        let numerator = i128::from(self.units)
            .checked_mul(i128::from(times.units))?
            .checked_mul(i128::from(num))?
            .checked_mul(10i128.checked_pow(u32::from(exponent))?)?;
        let decimals = u32::from(self.decimals) + u32::from(times.decimals);
        let denominator = i128::from(den).checked_mul(10i128.checked_pow(decimals)?)?;
        exact(round_half_even(numerator, denominator)?)
    }

    /// The digits behind the point that carry something: `12.50` has one.
    pub fn significant_decimals(self) -> u8 {
        let (mut units, mut decimals) = (self.units, self.decimals);
        while decimals > 0 && units % 10 == 0 {
            (units, decimals) = (units / 10, decimals - 1);
        }
        decimals
    }
}

/// `n` / `d` to the nearest integer, ties to the even one. None where `d` is 0.
pub fn round_half_even(n: i128, d: i128) -> Option<i128> {
    if d == 0 {
        return None;
    }
    let (n, d) = if d < 0 {
        (n.checked_neg()?, d.checked_neg()?)
    } else {
        (n, d)
    };
    let (floor, rest) = (n.div_euclid(d), n.rem_euclid(d));
    Some(match (rest.checked_mul(2)?).cmp(&d) {
        Ordering::Less => floor,
        Ordering::Greater => floor + 1,
        Ordering::Equal => floor + floor.rem_euclid(2),
    })
}

/// The integer, if a report can hold it exactly.
pub fn exact(n: i128) -> Option<i64> {
    i64::try_from(n).ok().filter(|n| n.abs() <= MAX_EXACT)
}

/// Digits behind the point in the minor unit of a currency (ISO 4217): KRW 0, USD 2, KWD 3. Unknown codes have 2.
pub fn exponent(code: &str) -> u8 {
    match code {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX"
        | "UYI" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" | "UYW" => 4,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_go_to_the_even_neighbour_on_both_sides_of_zero() {
        for (n, want) in [
            (5, 2),
            (15, 8),
            (25, 12),
            (-5, -2),
            (-15, -8),
            (14, 7),
            (16, 8),
        ] {
            let got = round_half_even(n, 2);
            assert_eq!(got, Some(want), "{n}/2");
        }
    }

    #[test]
    fn a_year_of_99_99_is_8_33_a_month() {
        let year = Decimal {
            units: 9999,
            decimals: 2,
        };
        assert_eq!(year.scaled(2, 1, 12), Some(833));
        assert_eq!(Decimal::whole(12_000).scaled(0, 1, 12), Some(1000));
    }

    #[test]
    fn what_a_report_cannot_hold_is_refused() {
        assert_eq!(Decimal::whole(MAX_EXACT).scaled(0, 1, 1), Some(MAX_EXACT));
        assert_eq!(Decimal::whole(MAX_EXACT).scaled(2, 1, 1), None);
        assert_eq!(Decimal::whole(1).scaled(2, 1, 0), None);
        let fine = Decimal {
            units: 1_234_567_123_456_789_012,
            decimals: 12,
        };
        assert_eq!(fine.times(Decimal::whole(10), 2, 1, 1), Some(1_234_567_123));
    }

    #[test]
    fn zeros_behind_the_point_carry_nothing() {
        assert_eq!(
            Decimal {
                units: 1250,
                decimals: 2
            }
            .significant_decimals(),
            1
        );
        assert_eq!(
            Decimal {
                units: 0,
                decimals: 2
            }
            .significant_decimals(),
            0
        );
    }
}
