//! Dates and stamps: ISO in its forms, and what else begins with the year. What could be read in two ways
//! (`03/04/2024`) is not read here.

use crate::calendar::{Day, Zone};

/// A moment as a file writes it, on a day of the report's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// The day in the report's zone.
    pub(crate) day: Day,
    /// Milliseconds since the day began; 0 of a date alone.
    pub(crate) millis: u32,
    /// Written at 23:59 or later: as an end it is the last day of service (definitions, section 2).
    pub(crate) late: bool,
}

impl Stamp {
    /// Milliseconds since 1970-01-01, to tell which of two is later.
    pub(crate) fn moment(self) -> i64 {
        i64::from(self.day.0) * 86_400_000 + i64::from(self.millis)
    }
}

const DAY_SECONDS: i64 = 86_400;

/// Reads a (trimmed) date or stamp. A stamp with an offset of its own, else with that of its column (seconds east),
/// is converted to the zone; any other is taken as already in it. A date is a date: it is never shifted.
/// None where it is no date, an impossible one, or before 1990.
pub(crate) fn stamp(text: &str, zone: &Zone, column_offset: Option<i32>) -> Option<Stamp> {
    let mut scan = Scan { rest: text };
    let (date, time_follows) = scan.date()?;
    if scan.rest.is_empty() && !time_follows {
        return kept(Stamp {
            day: date,
            millis: 0,
            late: false,
        });
    }
    let time = if time_follows {
        scan.digits_time()?
    } else {
        scan.time()?
    };
    let late = time.hour == 23 && time.minute == 59;
    let second = i64::from(time.hour) * 3600 + i64::from(time.minute) * 60 + i64::from(time.second);
    let written = i64::from(date.0) * DAY_SECONDS + second;
    let local = match time.offset.or(column_offset) {
        None => written,
        Some(offset) => {
            let utc = written - i64::from(offset);
            utc + i64::from(zone.offset(utc))
        }
    };
    let day = Day(i32::try_from(local.div_euclid(DAY_SECONDS)).ok()?);
    let millis = u32::try_from(local.rem_euclid(DAY_SECONDS)).ok()? * 1000 + time.millis;
    kept(Stamp { day, millis, late })
}

fn kept(stamp: Stamp) -> Option<Stamp> {
    (stamp.day >= Day::FIRST).then_some(stamp)
}

#[derive(Clone, Copy, Default)]
struct Time {
    hour: u32,
    minute: u32,
    second: u32,
    millis: u32,
    offset: Option<i32>,
}

struct Scan<'a> {
    rest: &'a str,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
    }

    fn take(&mut self, what: &str) -> bool {
        match self.rest.strip_prefix(what) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn blanks(&mut self) -> bool {
        let trimmed = self.rest.trim_start();
        let some = trimmed.len() < self.rest.len();
        self.rest = trimmed;
        some
    }

    fn digit_run(&self) -> usize {
        self.rest.bytes().take_while(u8::is_ascii_digit).count()
    }

    /// Exactly `n` digits; the caller has looked whether more follow where that matters.
    fn digits(&mut self, n: usize) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(n)?;
        let value = digits.bytes().try_fold(0u32, |v, b| {
            b.is_ascii_digit().then(|| v * 10 + u32::from(b - b'0'))
        })?;
        self.rest = rest;
        Some(value)
    }

    fn one_or_two(&mut self) -> Option<u32> {
        match self.digit_run() {
            n @ 1..=2 => self.digits(n),
            _ => None,
        }
    }

    /// A date that begins with its year; the flag tells that a time follows without any separator.
    fn date(&mut self) -> Option<(Day, bool)> {
        match self.digit_run() {
            4 => {
                let year = self.digits(4)?;
                let day = self.month_and_day(year)?;
                Some((day, false))
            }
            n @ (8 | 14) => {
                let (year, month, day) = (self.digits(4)?, self.digits(2)?, self.digits(2)?);
                // Eight digits may be an id: only days that anybody could mean.
                let day = (1990..2200)
                    .contains(&year)
                    .then(|| ymd(year, month, day))??;
                Some((day, n == 14))
            }
            _ => None,
        }
    }

    fn month_and_day(&mut self, year: u32) -> Option<Day> {
        let separator = match self.peek()? {
            b @ (b'-' | b'/' | b'.') => b,
            _ => return self.korean(year),
        };
        self.digits_after(separator)?;
        let month = self.one_or_two()?;
        (self.peek()? == separator).then(|| self.digits_after(separator))??;
        let day = self.one_or_two()?;
        if separator == b'.' {
            self.take("."); // 2024. 3. 5.
        }
        ymd(year, month, day)
    }

    /// Steps over a separator; blanks may follow a dot.
    fn digits_after(&mut self, separator: u8) -> Option<()> {
        self.rest = self.rest.get(1..)?;
        if separator == b'.' {
            self.blanks();
        }
        Some(())
    }

    /// `2024년 3월 5일`
    fn korean(&mut self, year: u32) -> Option<Day> {
        let unit = |scan: &mut Self, word: &str| {
            scan.blanks();
            scan.take(word).then(|| scan.blanks())
        };
        unit(self, "년")?;
        let month = self.one_or_two()?;
        unit(self, "월")?;
        let day = self.one_or_two()?;
        unit(self, "일")?;
        ymd(year, month, day)
    }

    /// What stands after the date: a separator, the time, perhaps an offset, and nothing more.
    fn time(&mut self) -> Option<Time> {
        let separated = self.take("T") || self.take("t") || self.take(",") || self.blanks();
        self.blanks();
        let half = self.half();
        if !separated && half.is_none() {
            return None; // only `2024년 3월 5일 ` has eaten its blank, and there a digit may follow
        }
        self.clock(half)
    }

    fn clock(&mut self, half: Option<bool>) -> Option<Time> {
        let (hour, minute, second);
        match self.digit_run() {
            n @ 1..=2 => {
                hour = self.digits(n)?;
                if self.take(":") {
                    minute = self.digits(2)?;
                    second = if self.take(":") { self.digits(2)? } else { 0 };
                } else {
                    (minute, second) = (0, 0); // `T14`, `오후 2` …
                    if half.is_none() && n != 2 {
                        return None;
                    }
                }
            }
            n @ (4 | 6) => {
                (hour, minute) = (self.digits(2)?, self.digits(2)?);
                second = if n == 6 { self.digits(2)? } else { 0 };
            }
            _ => return None,
        }
        let millis = self.fraction()?;
        self.blanks();
        let half = half.or_else(|| self.half());
        self.blanks();
        let offset = self.offset()?;
        let hour = match half {
            Some(_) if !(1..=12).contains(&hour) => return None,
            Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
            None => hour,
        };
        // 24:00 is the end of the day; 23:59:60 a leap second.
        let midnight = hour == 24 && minute == 0 && second == 0;
        if (hour > 23 && !midnight) || minute > 59 || second > 60 {
            return None;
        }
        Some(Time {
            hour,
            minute,
            second,
            millis,
            offset,
        })
    }

    /// `140300` of `20240305140300`.
    fn digits_time(&mut self) -> Option<Time> {
        self.clock(None)
    }

    fn fraction(&mut self) -> Option<u32> {
        if !(self.take(".") || self.take(",")) {
            return Some(0);
        }
        let run = self.digit_run();
        let (digits, rest) = self.rest.split_at_checked(run)?;
        let millis = digits
            .bytes()
            .chain([b'0'; 3])
            .take(3)
            .fold(0, |v, b| v * 10 + u32::from(b - b'0'));
        self.rest = rest;
        (run > 0).then_some(millis)
    }

    /// Before or after noon.
    fn half(&mut self) -> Option<bool> {
        for (word, afternoon) in [
            ("오전", false),
            ("오후", true),
            ("AM", false),
            ("PM", true),
            ("am", false),
            ("pm", true),
        ] {
            if self.take(word) {
                self.blanks();
                return Some(afternoon);
            }
        }
        None
    }

    /// An offset, or none, and then the end of the text. The outer None: something else stands there.
    fn offset(&mut self) -> Option<Option<i32>> {
        if self.rest.is_empty() {
            return Some(None);
        }
        let named = self.take("Z") || self.take("z") || self.take("UTC") || self.take("GMT");
        if named && self.rest.is_empty() {
            return Some(Some(0));
        }
        let sign = match self.peek()? {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        self.rest = self.rest.get(1..)?;
        let hours = match self.digit_run() {
            1 => self.digits(1)?,
            _ => self.digits(2)?,
        };
        self.take(":");
        let minutes = if self.rest.is_empty() {
            0
        } else {
            self.digits(2)?
        };
        (self.rest.is_empty() && hours <= 18 && minutes <= 59)
            .then(|| Some(sign * i32::try_from(hours * 3600 + minutes * 60).unwrap_or(0)))
    }
}

fn ymd(year: u32, month: u32, day: u32) -> Option<Day> {
    Day::from_ymd(i32::try_from(year).ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<(String, u32)> {
        stamp(text, &Zone::default(), None).map(|s| (s.day.to_string(), s.millis / 1000))
    }

    #[test]
    fn every_form_of_the_fifth_of_march() {
        for text in [
            "2024-03-05",
            "2024-3-5",
            "2024/03/05",
            "2024/3/5",
            "2024.03.05",
            "2024. 3. 5.",
            "2024. 3. 5",
            "2024.3.5.",
            "2024년 3월 5일",
            "2024년03월05일",
            "20240305",
        ] {
            assert_eq!(read(text), Some(("2024-03-05".into(), 0)), "{text}");
        }
        for text in [
            "2024-03-05T14:03:00",
            "2024-03-05 14:03",
            "2024-03-05t14:03:00Z",
            "2024-03-05 14:03:00.123456",
            "2024-03-05T14:03:00,5Z",
            "2024-03-05 14:03:00 UTC",
            "2024-03-05T16:03:00+02:00",
            "2024-03-05T16:03:00+0200",
            "2024-03-05T12:03-02",
            "2024-03-05T23:03:00+09",
            "20240305T140300Z",
            "20240305140300",
            "2024-03-05 2:03:00 PM",
            "2024. 3. 5. 오후 2:03:00",
            "2024. 3. 5. PM 2:03:00",
            "2024년 3월 5일 오후 2:03",
            "2024/03/05 14:03:00 +00:00",
            "2024-03-05T14:03:00 GMT+0",
        ] {
            assert_eq!(
                read(text),
                Some(("2024-03-05".into(), 14 * 3600 + 180)),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_day_or_could_be_two_is_not_read() {
        for text in [
            "",
            "2024",
            "2024-03",
            "2024-02-30",
            "2023-02-29",
            "2024-13-01",
            "2024-00-10",
            "2024-01-00",
            "1989-12-31",
            "03/04/2024",
            "3/5/24",
            "2024-03-05T",
            "2024-03-05T25:00",
            "2024-03-05 14:60",
            "2024-03-05T14:03:00+99:00",
            "2024-03-05x",
            "2024-03/05",
            "12345678",
            "2024-03-05 13:00 PM",
            "2024-03-05T14:03:00Zx",
            "2024-03-0514:03",
            "x2024-03-05",
            "2024--03-05",
            "99999999999",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn offsets_move_stamps_over_midnight_and_dates_never() {
        let day = |text: &str| read(text).map(|s| s.0);
        assert_eq!(
            day("2024-03-06T00:30:00+09:00").as_deref(),
            Some("2024-03-05")
        );
        assert_eq!(
            day("2024-03-05T23:30:00-05:00").as_deref(),
            Some("2024-03-06")
        );
        assert_eq!(day("2024-12-31T24:00:00").as_deref(), Some("2025-01-01"));
        assert_eq!(
            stamp("2024-03-06 00:30", &Zone::default(), Some(9 * 3600))
                .map(|s| s.day.to_string())
                .as_deref(),
            Some("2024-03-05")
        );
        assert_eq!(
            stamp("2024-03-06", &Zone::default(), Some(9 * 3600))
                .map(|s| s.day.to_string())
                .as_deref(),
            Some("2024-03-06")
        );
    }

    #[test]
    fn the_last_minute_of_a_day_is_seen_as_written() {
        let late = |text: &str| stamp(text, &Zone::default(), None).map(|s| s.late);
        assert_eq!(late("2024-01-31 23:59:59"), Some(true));
        assert_eq!(late("2024-01-31T23:59"), Some(true));
        assert_eq!(late("2024-01-31T23:58:59"), Some(false));
        assert_eq!(late("2024-01-31"), Some(false));
        assert_eq!(late("2024-01-31T23:59:59.999+09:00"), Some(true));
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "[0-9T:Z+. 년월일오후/-]{0,30}|.{0,20}") {
            let _ = read(&text);
        }

        #[test]
        fn every_day_reads_as_itself(n in 7305i32..100_000) {
            let day = Day(n);
            prop_assert_eq!(stamp(&day.to_string(), &Zone::default(), None).map(|s| s.day), Some(day));
        }
    }
}
