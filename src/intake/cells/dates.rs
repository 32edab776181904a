//! Dates and stamps. What could be read in two ways (`03/04/2024`) is read as its column is.

mod clock;
mod counted;
#[cfg(test)]
mod tests;
mod triple;

use crate::calendar::{Day, Zone};
use crate::intake::{cells, words};
use crate::roles::Reading;
use clock::Time;
use counted::{LAST_COUNTED, counted};
use triple::Triple;

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
    /// The day as a date alone.
    pub(crate) fn at(day: Day) -> Stamp {
        Stamp {
            day,
            millis: 0,
            late: false,
        }
    }

    /// Milliseconds since 1970-01-01, to tell which of two is later.
    pub(crate) fn moment(self) -> i64 {
        i64::from(self.day.0) * 86_400_000 + i64::from(self.millis)
    }

    /// The last day there is, which exports write for "no end".
    pub(crate) fn is_forever(self) -> bool {
        self.day == FOREVER
    }
}

/// 9999-12-31
const FOREVER: Day = Day(2_932_896);
const DAY_SECONDS: i64 = 86_400;

/// Reads a (trimmed) date or stamp as its column is read (the month first, unless it is said). A stamp with an offset of
/// its own, else with that of its column (seconds east), is converted to the zone; any other is taken as already in it.
/// A date is a date: it is never shifted.
/// None where it is no date, an impossible one, or before 1990.
pub(crate) fn stamp(
    text: &str,
    reading: Option<Reading>,
    zone: &Zone,
    column_offset: Option<i32>,
) -> Option<Stamp> {
    let mut scan = Scan { rest: text };
    let (date, joined) = match scan.iso() {
        Some(day) => (day, false),
        None => match scan.date(reading) {
            Some(found) => found,
            None if text.contains(|c| matches!(c, '０'..='９')) => {
                let text: String = text.chars().map(cells::narrow).collect();
                return stamp(&text, reading, zone, column_offset);
            }
            None => return counted(text, zone, column_offset),
        },
    };
    scan.weekday_after();
    if scan.rest.is_empty() && !joined {
        return placed(date, Time::default(), None, zone);
    }
    let time = scan.time(joined)?;
    placed(date, time, time.offset.or(column_offset), zone)
}

/// Year, month and day that a date of three numbers could mean: by month first, day first, year first.
#[cfg_attr(feature = "scan", inline(never))]
pub(crate) fn meanings(text: &str) -> [Option<[u32; 3]>; 3] {
    let mut scan = Scan { rest: text };
    scan.weekday();
    let triple = match scan.digit_run() {
        1 | 2 => scan.triple(),
        _ => None,
    };
    triple.map_or([None; 3], Triple::meanings)
}

/// Whether it is a date, whichever way it is read.
pub(crate) fn is_day(text: &str) -> bool {
    let orders = [None, Some(Reading::DayFirst), Some(Reading::YearFirst)];
    let zone = Zone::default();
    (orders.into_iter()).any(|order| stamp(text, order, &zone, None).is_some())
}

/// Seconds east of UTC of a zone as a column's name tells it: `UTC`, `GMT+9`, `KST`, `-03:30`.
pub(crate) fn zone(text: &str) -> Option<i32> {
    let mut scan = Scan { rest: text.trim() };
    scan.offset()?
}

/// The moment on the day of the zone, of what is written so many seconds east of UTC.
#[cfg_attr(feature = "scan", inline(never))]
fn placed(date: Day, time: Time, offset: Option<i32>, zone: &Zone) -> Option<Stamp> {
    if date == FOREVER {
        return Some(Stamp {
            day: date,
            millis: 0,
            late: false,
        });
    }
    let written = i64::from(date.0) * DAY_SECONDS + i64::from(time.second);
    let local = match offset {
        None => written,
        Some(offset) => {
            let utc = written - i64::from(offset);
            utc + i64::from(zone.offset(utc))
        }
    };
    let day = Day(i32::try_from(local.div_euclid(DAY_SECONDS)).ok()?);
    let millis = u32::try_from(local.rem_euclid(DAY_SECONDS)).ok()? * 1000 + time.millis;
    let stamp = Stamp {
        day,
        millis,
        late: time.late,
    };
    (day >= Day::FIRST).then_some(stamp)
}

#[derive(Clone, Copy)]
struct Scan<'a> {
    rest: &'a str,
}

impl<'a> Scan<'a> {
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

    /// Steps over what stands between the parts of a date that names its month.
    fn gap(&mut self) {
        let between = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '-' | '/');
        self.rest = self.rest.trim_start_matches(between);
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

    /// The place of the word that stands here among words of which three letters are enough.
    #[cfg_attr(feature = "scan", inline(never))]
    fn word_of(&mut self, words: &str) -> Option<u32> {
        let letters = self.rest.bytes().take_while(u8::is_ascii_alphabetic);
        let (word, rest) = self.rest.split_at_checked(letters.count())?;
        let begins = |full: &str| {
            full.get(..word.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        let place = words
            .split(' ')
            .position(begins)
            .filter(|_| word.len() > 2)?;
        self.rest = rest;
        u32::try_from(place).ok()
    }

    fn month(&mut self) -> Option<u32> {
        let months = words::list("months");
        Some(self.word_of(months)? + 1)
    }

    fn weekday(&mut self) {
        let days = words::list("weekdays");
        if self.word_of(days).is_some() {
            self.gap();
        }
    }

    /// `화요일`, `(화)` or `(Tue)` after a date.
    fn weekday_after(&mut self) {
        let rest = self.rest.trim_start();
        let inner = rest.strip_prefix('(');
        if self.rest.is_ascii() {
            let mut named = Scan {
                rest: inner.unwrap_or_default(),
            };
            let days = || words::list("weekdays");
            if inner.is_some() && named.word_of(days()).is_some() && named.take(")") {
                *self = named;
            }
            return;
        }
        let day = |c: char| "월화수목금토일".chars().any(|day| day == c);
        let after = inner.unwrap_or(rest).strip_prefix(day).and_then(|rest| {
            let word = rest.strip_prefix("요일");
            match inner {
                Some(_) => word.unwrap_or(rest).strip_prefix(')'),
                None => word,
            }
        });
        self.rest = after.unwrap_or(self.rest);
    }

    /// `2024-03-05` and no further digit: almost every date.
    #[cfg_attr(feature = "scan", inline(never))]
    fn iso(&mut self) -> Option<Day> {
        let (date, rest) = self.rest.as_bytes().split_first_chunk::<10>()?;
        let number = |from: usize, to: usize| {
            date.get(from..to)?.iter().try_fold(0u32, |v, b| {
                b.is_ascii_digit().then(|| v * 10 + u32::from(b - b'0'))
            })
        };
        if date[4] != b'-' || date[7] != b'-' || rest.first().is_some_and(u8::is_ascii_digit) {
            return None;
        }
        let day = ymd(number(0, 4)?, number(5, 7)?, number(8, 10)?)?;
        self.rest = self.rest.get(10..)?;
        Some(day)
    }

    /// A date; the flag tells that a time follows without any separator.
    #[cfg_attr(feature = "scan", inline(never))]
    fn date(&mut self, reading: Option<Reading>) -> Option<(Day, bool)> {
        self.weekday();
        let day = match self.digit_run() {
            0 => {
                let month = self.month()?;
                let day = self.day_of_month()?;
                ymd(self.year()?, month, day)
            }
            1 | 2 => {
                let mut named = *self;
                match named.day_of_month().zip(named.month()) {
                    Some((day, month)) => {
                        *self = named;
                        ymd(self.year()?, month, day)
                    }
                    None if self.named_year() => {
                        let year = self.digits(2).map(century)?;
                        self.korean(year)
                    }
                    None => self.triple()?.day(reading.unwrap_or(Reading::MonthFirst)),
                }
            }
            4 => {
                let year = self.digits(4)?;
                self.after_year(year)
            }
            n @ (8 | 12 | 14) => {
                let day = ymd(self.digits(4)?, self.digits(2)?, self.digits(2)?)?;
                // Eight digits may be an id: only days that anybody could mean.
                return (day < LAST_COUNTED || day == FOREVER).then_some((day, n > 8));
            }
            _ => None,
        }?;
        Some((day, false))
    }

    /// The day before or after a month's name: `5`, `05`, `5th`, `5.`
    fn day_of_month(&mut self) -> Option<u32> {
        self.gap();
        let day = self.one_or_two()?;
        let _ = self.take("st") || self.take("nd") || self.take("rd") || self.take("th");
        self.gap();
        Some(day)
    }

    /// The year after a month's name or day.
    fn year(&mut self) -> Option<u32> {
        self.gap();
        match self.digit_run() {
            4 => self.digits(4),
            2 => self.digits(2).map(century),
            _ => None,
        }
    }

    /// The rest of a date that begins with its year.
    #[cfg_attr(feature = "scan", inline(never))]
    fn after_year(&mut self, year: u32) -> Option<Day> {
        let mut named = *self;
        named.gap();
        if let Some(month) = named.month() {
            *self = named;
            self.gap();
            return ymd(year, month, self.one_or_two()?);
        }
        let separator = match self.peek()? {
            b'W' => return self.week(year, false),
            b @ (b'-' | b'/' | b'.') => b,
            _ => return self.korean(year),
        };
        self.step(separator)?;
        match (separator, self.peek()?, self.digit_run()) {
            (b'-', b'W', _) => return self.week(year, true),
            (b'-', _, 3) => {
                let nth = i32::try_from(self.digits(3)?).ok()?;
                let day = ymd(year, 1, 1)?.plus(nth - 1);
                return is_of(day, year).then_some(day);
            }
            _ => {}
        }
        let month = self.one_or_two()?;
        (self.peek()? == separator).then(|| self.step(separator))??;
        let day = self.one_or_two()?;
        if separator == b'.' {
            self.take("."); // 2024. 3. 5.
        }
        ymd(year, month, day)
    }

    /// Steps over a separator; blanks may follow a dot.
    fn step(&mut self, separator: u8) -> Option<()> {
        self.rest = self.rest.get(1..)?;
        if separator == b'.' {
            self.blanks();
        }
        Some(())
    }

    /// `W10-2`, `W102`: a week belongs to the year that has its Thursday.
    #[cfg_attr(feature = "scan", inline(never))]
    fn week(&mut self, year: u32, hyphens: bool) -> Option<Day> {
        self.take("W");
        let week = i32::try_from(self.digits(2)?).ok()?;
        if hyphens && !self.take("-") {
            return None;
        }
        let day = i32::try_from(self.digits(1)?).ok()?;
        let fourth = ymd(year, 1, 4)?;
        let monday = fourth.plus(7 * (week - 1) - (fourth.0 + 3).rem_euclid(7));
        let real = (1..=7).contains(&day) && is_of(monday.plus(3), year);
        real.then(|| monday.plus(day - 1))
    }

    /// Whether two digits stand here that are called a year: `24년`.
    fn named_year(&self) -> bool {
        let rest = self.rest.get(2..).unwrap_or_default().trim_start();
        self.digit_run() == 2 && rest.starts_with(['년', '年'])
    }

    /// `2024년 3월 5일`, `2024年3月5日`
    #[cfg_attr(feature = "scan", inline(never))]
    fn korean(&mut self, year: u32) -> Option<Day> {
        let mut parts = [0, 0];
        for (i, words) in [["년", "年"], ["월", "月"], ["일", "日"]]
            .iter()
            .enumerate()
        {
            self.blanks();
            words.iter().any(|word| self.take(word)).then_some(())?;
            if let Some(part) = parts.get_mut(i) {
                self.blanks();
                *part = self.one_or_two()?;
            }
        }
        ymd(year, parts[0], parts[1])
    }
}

/// The year that two digits mean.
fn century(year: u32) -> u32 {
    year + if year < 70 { 2000 } else { 1900 }
}

fn is_of(day: Day, year: u32) -> bool {
    u32::try_from(day.ymd().0) == Ok(year)
}

pub(super) fn ymd(year: u32, month: u32, day: u32) -> Option<Day> {
    Day::from_ymd(i32::try_from(year).ok()?, month, day)
}
