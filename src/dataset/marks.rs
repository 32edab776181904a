//! The days of qualifying use of one member: their bits, of which most questions are answered, and the rows on them.

use super::Days;
use crate::calendar::Day;
use crate::pile::Blocks;

/// Qualifying use on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayUse {
    /// The day.
    pub day: Day,
    /// Rows.
    pub rows: u64,
    /// Sum of the values, in millionths; a blank value adds 0.
    pub value: i64,
}

/// Sixty-four days, a bit for each that has use, in twelve bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The first day's sixty-fourth.
    pub(super) number: i32,
    bits: [u32; 2],
}

impl Mark {
    pub(super) fn new(number: i32, bits: u64) -> Mark {
        Mark {
            number,
            bits: [bits as u32, (bits >> 32) as u32],
        }
    }

    pub(super) fn bits(self) -> u64 {
        u64::from(self.bits[0]) | u64::from(self.bits[1]) << 32
    }

    pub(super) fn add(&mut self, bits: u64) {
        *self = Mark::new(self.number, self.bits() | bits);
    }

    fn start(self) -> i32 {
        self.number << 6
    }

    /// The bits of the days from `day` on.
    fn from(self, day: Day) -> u64 {
        match day.0.saturating_sub(self.start()) {
            passed @ ..64 => self.bits() & u64::MAX << passed.max(0),
            _ => 0,
        }
    }
}

/// What a member used when. Its marks may be walked off from the first on.
#[derive(Clone, Copy, Debug)]
pub struct Track<'a> {
    /// In order, none without a day.
    pub(super) marks: &'a [Mark],
    /// The rows, those of a customer by its leaves.
    pub(super) read: &'a Blocks<Days>,
    pub(super) leaves: &'a [u32],
}

impl<'a> Track<'a> {
    /// No use at all.
    pub const NONE: Track<'static> = Track {
        marks: &[],
        read: &Blocks::new(),
        leaves: &[],
    };

    /// Whether there is no day.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// The first day.
    pub fn first(mut self) -> Option<Day> {
        self.next(Day(i32::MIN))
    }

    /// The last day up to and with `day`.
    pub fn last_by(&self, day: Day) -> Option<Day> {
        let upto = self.marks.partition_point(|mark| mark.start() <= day.0);
        let marks = self.marks.get(..upto).unwrap_or_default().iter().rev();
        let mut last = marks.map(|mark| (mark, mark.bits() & !mark.from(day.plus(1))));
        let (mark, bits) = last.find(|(_, bits)| *bits != 0)?;
        Some(Day(mark.start() + 63 - bits.leading_zeros() as i32))
    }

    /// The first day from `day` on, which is not before the day asked last.
    pub fn next(&mut self, day: Day) -> Option<Day> {
        while let [mark, rest @ ..] = self.marks {
            let bits = mark.from(day);
            if bits != 0 {
                return Some(Day(mark.start() + bits.trailing_zeros() as i32));
            }
            self.marks = rest;
        }
        None
    }

    fn days(&self) -> impl Iterator<Item = &'a Days> {
        let read = self.read;
        let leaves = self.leaves.iter();
        leaves.filter_map(move |&leaf| read.get(leaf as usize))
    }

    /// Rows from a day to another, both in it.
    pub fn rows(&self, from: Day, to: Day) -> u64 {
        let rows = self.days().map(|days| days.rows(from, to));
        rows.fold(0, u64::saturating_add)
    }

    /// Whether there are at least so many rows from a day to another, both in it.
    pub fn has_rows(&self, least: u64, from: Day, to: Day) -> bool {
        // On each day of use there is one.
        let bits = |mark: &Mark| (mark.from(from) & !mark.from(to.plus(1))).count_ones();
        let marks = self.marks.iter().take_while(|mark| mark.start() <= to.0);
        u64::from(marks.map(bits).sum::<u32>()) >= least || self.rows(from, to) >= least
    }

    /// The sum of values from a day to another, both in it; 0 where it is [too large](Track::is_too_large).
    pub fn value(&self, from: Day, to: Day) -> i64 {
        if self.is_too_large() {
            return 0;
        }
        let values = self.days().map(|days| days.value(from, to));
        values.fold(0, i64::wrapping_add)
    }

    /// Whether the values are too large for their sums to be held.
    pub fn is_too_large(&self) -> bool {
        let weights = self.days().map(|days| days.weight());
        i64::try_from(weights.fold(0, u64::saturating_add)).is_err()
    }

    /// Each day with its rows and the sum of its values.
    pub fn iter(self) -> impl Iterator<Item = DayUse> {
        let mut rest = self;
        let days = std::iter::successors(self.first(), move |day| rest.next(day.plus(1)));
        days.map(move |day| DayUse {
            day,
            rows: self.rows(day, day),
            value: self.value(day, day),
        })
    }
}
