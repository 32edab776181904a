//! Stamps that count: Excel's days, and Unix seconds and their parts.

use super::clock::Time;
use super::{Stamp, placed};
use crate::calendar::{Day, Zone};

/// 2200-01-01: digits without a separator are no day from here on.
pub(super) const LAST_COUNTED: Day = Day(84_006);

/// Counts since some day: their digits, how many make a day, the day's own number, and whether they tell moments of UTC.
const COUNTS: [(usize, i128, i32, bool); 8] = [
    (5, 1, -25_569, false), // Excel's days of the system of 1900
    (7, 1, -25_569, false), // of which the last is 2958465
    (9, 86_400, 0, true),   // Unix seconds
    (10, 86_400, 0, true),
    (12, 86_400_000, 0, true),
    (12, 86_400, 0, true), // of which the last is 253402300799
    (13, 86_400_000, 0, true),
    (16, 86_400_000_000, 0, true), // but not those that may begin with a year
];

/// `45356.5854`, `1709647380`, `1709647380000`, `1709647380.25`
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn counted(text: &str, zone: &Zone, column_offset: Option<i32>) -> Option<Stamp> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let fraction = fraction.get(..9).unwrap_or(fraction);
    let digits = whole.bytes().chain(fraction.bytes());
    let count = digits.take(25).try_fold(0i128, |n, b| {
        b.is_ascii_digit().then(|| n * 10 + i128::from(b - b'0'))
    })?;
    let of = |&(digits, per_day, first, utc): &(usize, i128, i32, bool)| {
        if digits != whole.len() || digits == 16 && whole > "19" {
            return None;
        }
        let per_day = per_day * 10i128.pow(fraction.len() as u32);
        let days = count.checked_div(per_day)?;
        let date = Day(i32::try_from(days).ok()?.checked_add(first)?);
        // To the nearest millisecond, but never into the next day.
        let rest = (count - days * per_day) * 86_400_000 + per_day / 2;
        let millis = rest.checked_div(per_day)?.min(86_399_999);
        let millis = u32::try_from(millis).ok()?;
        let time = Time {
            second: millis / 1000,
            millis: millis % 1000,
            ..Time::default()
        };
        let offset = if utc {
            Some(0)
        } else {
            column_offset.filter(|_| millis > 0)
        };
        let mut stamp = placed(date, time, offset, zone)?;
        stamp.late = !stamp.is_forever() && stamp.millis >= 86_340_000;
        (stamp.day < LAST_COUNTED || stamp.is_forever()).then_some(stamp)
    };
    COUNTS.iter().find_map(of)
}
