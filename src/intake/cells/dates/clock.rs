//! The time of a day, and what it is east of UTC.

use super::Scan;
use crate::intake::words;

/// A time as written.
#[derive(Clone, Copy, Default)]
pub(super) struct Time {
    /// Seconds since the day began.
    pub(super) second: u32,
    /// And thousandths.
    pub(super) millis: u32,
    /// 23:59 or later.
    pub(super) late: bool,
    /// Seconds east of UTC, if it says so.
    pub(super) offset: Option<i32>,
}

impl Scan<'_> {
    /// What stands after the date: a separator (none where the digits are joined), the time, perhaps an offset, and
    /// nothing more.
    #[cfg_attr(feature = "scan", inline(never))]
    pub(super) fn time(&mut self, joined: bool) -> Option<Time> {
        if joined {
            return self.clock(None);
        }
        let separated = self.take("T") || self.take("t") || self.take(",") || self.blanks();
        self.blanks();
        let mut half = None;
        if !self.peek()?.is_ascii_digit() {
            if self.take("at ") {
                self.blanks();
            }
            half = self.half();
        }
        if !separated && half.is_none() {
            return None;
        }
        self.clock(half)
    }

    #[cfg_attr(feature = "scan", inline(never))]
    fn clock(&mut self, half: Option<bool>) -> Option<Time> {
        let (hour, minute, second);
        match self.digit_run() {
            n @ 1..=2 => {
                hour = self.digits(n)?;
                if self.take(":") {
                    minute = self.digits(2)?;
                    second = if self.take(":") { self.digits(2)? } else { 0 };
                } else if self.take("시") {
                    (minute, second) = (self.unit("분")?, self.unit("초")?);
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
        let offset = self.offset()?;
        let hour = match half {
            Some(_) if hour > 12 => return None,
            Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
            None => hour,
        };
        // 24:00 is the end of the day; 23:59:60 a leap second, which is still of its day.
        let midnight = hour == 24 && minute == 0 && second == 0;
        if (hour > 23 && !midnight) || minute > 59 || second > 60 {
            return None;
        }
        Some(Time {
            second: hour * 3600 + minute * 60 + second.min(59),
            millis,
            late: hour == 23 && minute == 59,
            offset,
        })
    }

    /// `3분`, or nothing.
    fn unit(&mut self, word: &str) -> Option<u32> {
        self.blanks();
        if self.digit_run() == 0 {
            return Some(0);
        }
        let n = self.one_or_two()?;
        self.take(word).then_some(n)
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
        for (i, word) in words::list("halves").split(' ').enumerate() {
            let here = self.rest.get(..word.len());
            if here.is_some_and(|here| here.eq_ignore_ascii_case(word)) {
                self.rest = self.rest.get(word.len()..)?;
                self.blanks();
                return Some(i % 2 == 1);
            }
        }
        None
    }

    /// An offset, or none, and then the end of the text. The outer None: something else stands there.
    #[cfg_attr(feature = "scan", inline(never))]
    pub(super) fn offset(&mut self) -> Option<Option<i32>> {
        if self.rest.is_empty() {
            return Some(None);
        }
        // 0xE2 begins the minus sign that is not ASCII.
        let letters = self.rest.bytes().take_while(|b| !b"+-\xE2 ([".contains(b));
        let (word, rest) = self.rest.split_at_checked(letters.count())?;
        let mut seconds = 0;
        if !word.is_empty() {
            // Zones and their hours east of UTC: those of RFC 2822, and some that mean one place only.
            let mut zones = words::list("zones").split(' ');
            zones.find(|name| name.eq_ignore_ascii_case(word))?;
            seconds = zones.next()?.parse::<i32>().ok()? * 3600;
            self.rest = rest;
        }
        let west = self.take("-") || self.take("−");
        if west || self.take("+") {
            let east = self.hours_and_minutes().filter(|_| seconds == 0)?;
            seconds = if west { -east } else { east };
        } else if word.is_empty() {
            return None;
        }
        // `+0900 (KST)`, `+09:00[Asia/Seoul]`, `+0000 UTC`
        self.blanks();
        let told_again = match (self.peek(), self.rest.as_bytes().last()) {
            (None, _) | (Some(b'('), Some(b')')) | (Some(b'['), Some(b']')) => true,
            (Some(b'A'..=b'Z'), _) => words::is_among(self.rest, words::list("zones")),
            _ => false,
        };
        told_again.then_some(Some(seconds))
    }

    fn hours_and_minutes(&mut self) -> Option<i32> {
        let hours = match self.digit_run() {
            1 => self.digits(1)?,
            _ => self.digits(2)?,
        };
        let minutes = if self.take(":") || self.digit_run() > 0 {
            self.digits(2)?
        } else {
            0
        };
        let seconds = hours * 3600 + minutes * 60;
        (hours <= 18 && minutes <= 59 && self.digit_run() == 0)
            .then(|| i32::try_from(seconds).unwrap_or(0))
    }
}
