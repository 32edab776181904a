//! Days, periods and the months between them. No clock: "today" is the as-of date.

mod zone;

use crate::value::{Read, Value, Wrong, words};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::fmt;
use std::str::FromStr;

pub use zone::Zone;
#[cfg(target_arch = "wasm32")]
pub use zone::learn_zones;

/// A calendar day, as days since 1970-01-01. Writes and reads as `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The first day that is read at all (definitions, section 1).
    pub const FIRST: Day = Day(7305); // 1990-01-01

    /// The day of a calendar date, if there is such a date.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(year, month, day).map(Day::from_date)
    }

    fn from_date(date: NaiveDate) -> Day {
        Day(date.num_days_from_ce() - EPOCH_FROM_CE)
    }

    fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0.saturating_add(EPOCH_FROM_CE))
            .unwrap_or_default()
    }

    /// Year, month 1–12, day of month 1–31.
    pub fn ymd(self) -> (i32, u32, u32) {
        let date = self.date();
        (date.year(), date.month(), date.day())
    }

    /// The day `n` days later (earlier where negative).
    pub fn plus(self, n: i32) -> Day {
        Day(self.0.saturating_add(n))
    }

    /// Whole days from `earlier` to this day.
    pub fn since(self, earlier: Day) -> i32 {
        self.0 - earlier.0
    }

    /// `n` months on: the same day of month, or the month's last day. A chain is counted from its first day,
    /// never from the day before in it.
    pub fn plus_months(self, n: i32) -> Day {
        let (year, month, day) = self.ymd();
        let months = (year * 12 + month as i32 - 1).saturating_add(n);
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u32 + 1);
        let mut days = (0..4).map(|short| day.saturating_sub(short));
        let moved = days.find_map(|day| Day::from_ymd(year, month, day));
        moved.unwrap_or(self)
    }

    /// Monday is 0.
    fn weekday(self) -> i32 {
        (self.0 + 3).rem_euclid(7)
    }
}

/// A day that may be missing, in the room of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MaybeDay(i32);

impl MaybeDay {
    const NONE: i32 = i32::MIN;

    /// The day, if there is one.
    pub fn get(self) -> Option<Day> {
        Some(Day(self.0)).filter(|day| day.0 != MaybeDay::NONE)
    }
}

impl From<Option<Day>> for MaybeDay {
    fn from(day: Option<Day>) -> MaybeDay {
        MaybeDay(day.map_or(MaybeDay::NONE, |day| day.0))
    }
}

const EPOCH_FROM_CE: i32 = 719_163;

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.ymd();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

impl FromStr for Day {
    type Err = &'static str;

    /// Reads exactly `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Day, Self::Err> {
        let bytes = text.as_bytes();
        let digits = |range: std::ops::Range<usize>| -> Option<u32> {
            bytes.get(range)?.iter().try_fold(0, |n, b| {
                b.is_ascii_digit().then(|| n * 10 + u32::from(b - b'0'))
            })
        };
        let read = || {
            if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
                return None;
            }
            Day::from_ymd(digits(0..4)? as i32, digits(5..7)?, digits(8..10)?)
        };
        read().ok_or("expected a date such as 2026-03-05")
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl Read for Day {
    fn read(value: &Value) -> Result<Day, Wrong> {
        value.text()?.parse().map_err(|e: &str| Wrong::new(e))
    }
}

words! {
    /// The size of a period.
    #[derive(Default)]
    Grain {
        /// One day.
        Day "day",
        /// Seven days from the week's first day.
        Week "week",
        /// A calendar month.
        #[default]
        Month "month",
        /// Three calendar months.
        Quarter "quarter",
        /// A calendar year.
        Year "year",
    }
}

words! {
    /// The first day of a week.
    #[derive(Default)]
    WeekStart {
        /// ISO weeks.
        #[default]
        Monday "monday",
        /// Weeks as in the United States and Korea.
        Sunday "sunday",
    }
}

/// A stretch of days: `start` is in it, `end` is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first day.
    pub start: Day,
    /// The first day after.
    pub end: Day,
}

impl Span {
    /// The last day in it.
    pub fn last(self) -> Day {
        self.end.plus(-1)
    }

    /// Whether the day lies in it.
    pub fn holds(self, day: Day) -> bool {
        self.start <= day && day < self.end
    }
}

impl Grain {
    /// The period that holds the day.
    pub fn period(self, day: Day, week: WeekStart) -> Span {
        let (y, m, _) = day.ymd();
        let month_start = |m: u32| Day::from_ymd(y, m, 1).unwrap_or(day);
        let start = match self {
            Grain::Day => day,
            Grain::Week => {
                let offset = match week {
                    WeekStart::Monday => day.weekday(),
                    WeekStart::Sunday => (day.weekday() + 1) % 7,
                };
                day.plus(-offset)
            }
            Grain::Month => month_start(m),
            Grain::Quarter => month_start((m - 1) / 3 * 3 + 1),
            Grain::Year => month_start(1),
        };
        Span {
            start,
            end: self.next(start),
        }
    }

    /// The start of the period after the one that starts on `start`.
    pub fn next(self, start: Day) -> Day {
        match self {
            Grain::Day => start.plus(1),
            Grain::Week => start.plus(7),
            Grain::Month => start.plus_months(1),
            Grain::Quarter => start.plus_months(3),
            Grain::Year => start.plus_months(12),
        }
    }

    /// All periods from the one that holds `from` to the one that holds `to`, none skipped; none where `to < from`.
    pub fn periods(self, from: Day, to: Day, week: WeekStart) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut span = self.period(from, week);
        while span.start <= to {
            spans.push(span);
            span = Span {
                start: span.end,
                end: self.next(span.end),
            };
        }
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap_or(Day(i32::MIN))
    }

    #[test]
    fn days_read_and_write_themselves_and_impossible_ones_do_not() {
        assert_eq!(Day::FIRST.to_string(), "1990-01-01");
        assert_eq!(day("1970-01-01"), Day(0));
        assert_eq!(day("2024-02-29").to_string(), "2024-02-29");
        for bad in [
            "2023-02-29",
            "2024-13-01",
            "2024-1-1",
            "2024-01-01T",
            "20240101",
            "2024-0a-01",
            "",
        ] {
            assert!(bad.parse::<Day>().is_err(), "{bad}");
        }
    }

    #[test]
    fn months_keep_the_day_or_take_the_last_one_and_a_chain_counts_from_its_first_day() {
        let first = day("2024-01-31");
        let chain: Vec<String> = (0..4).map(|n| first.plus_months(n).to_string()).collect();
        assert_eq!(
            chain,
            ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"]
        );
        assert_eq!(day("2024-03-31").plus_months(-1), day("2024-02-29"));
    }

    #[test]
    fn months_are_those_of_the_library() {
        for start in (day("1988-01-01").0..day("2032-12-31").0).step_by(3) {
            for n in -50i32..=50 {
                let (start, months) = (Day(start), chrono::Months::new(n.unsigned_abs()));
                let want = match n < 0 {
                    true => start.date().checked_sub_months(months),
                    false => start.date().checked_add_months(months),
                };
                assert_eq!(Some(start.plus_months(n).date()), want, "{start} {n}");
            }
        }
        let start = day("2024-03-31");
        assert_eq!(
            [i32::MIN, i32::MAX].map(|n| start.plus_months(n)),
            [start; 2]
        );
    }

    #[test]
    fn periods_hold_their_first_day_and_not_their_end() {
        let spans = |g: Grain, w| g.period(day("2024-12-31"), w);
        let show = |s: Span| format!("{} {}", s.start, s.end);
        assert_eq!(
            show(spans(Grain::Week, WeekStart::Monday)),
            "2024-12-30 2025-01-06"
        );
        assert_eq!(
            show(spans(Grain::Week, WeekStart::Sunday)),
            "2024-12-29 2025-01-05"
        );
        assert_eq!(
            show(spans(Grain::Month, WeekStart::Monday)),
            "2024-12-01 2025-01-01"
        );
        assert_eq!(
            show(spans(Grain::Quarter, WeekStart::Monday)),
            "2024-10-01 2025-01-01"
        );
        assert_eq!(
            show(spans(Grain::Year, WeekStart::Monday)),
            "2024-01-01 2025-01-01"
        );
        assert_eq!(
            Grain::Month
                .periods(day("2024-01-31"), day("2024-03-01"), WeekStart::Monday)
                .len(),
            3
        );
        assert_eq!(
            Grain::Month
                .periods(day("2024-03-01"), day("2024-02-01"), WeekStart::Monday)
                .len(),
            0
        );
    }
}
