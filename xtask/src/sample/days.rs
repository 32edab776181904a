//! Days since 1970-01-01, without a library.

pub(crate) const fn day_of(y: i32, m: i32, d: i32) -> i32 {
    // Years begin in March, so that the leap day is the last.
    let y = if m <= 2 { y - 1 } else { y };
    let (era, m) = (y / 400, (m + 9) % 12);
    let year = y - era * 400;
    era * 146_097 + year * 365 + year / 4 - year / 100 + (153 * m + 2) / 5 + d - 1 - 719_468
}

pub(crate) fn ymd(day: i32) -> (i32, i32, i32) {
    let z = day + 719_468;
    let (era, of_era) = (z / 146_097, z % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let m = (5 * of_year + 2) / 153;
    let d = of_year - (153 * m + 2) / 5 + 1;
    let month = if m < 10 { m + 3 } else { m - 9 };
    (year + era * 400 + i32::from(month <= 2), month, d)
}

pub(crate) fn date(day: i32) -> String {
    let (y, m, d) = ymd(day);
    format!("{y:04}-{m:02}-{d:02}")
}

pub(crate) fn month_start(month: i32) -> i32 {
    day_of(month / 12, month % 12 + 1, 1)
}

/// The same day of month, or the month's last.
pub(crate) fn months_after(day: i32, n: i32) -> i32 {
    let (y, m, d) = ymd(day);
    let month = y * 12 + m - 1 + n;
    (month_start(month) + d - 1).min(month_start(month + 1) - 1)
}

/// Monday is 0.
pub(crate) fn weekday(day: i32) -> i32 {
    (day + 3).rem_euclid(7)
}
