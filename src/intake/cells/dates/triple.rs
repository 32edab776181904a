//! `03/04/24`: dates of three numbers of which the first is not a year in full.

use super::{FOREVER, Scan, century, ymd};
use crate::calendar::Day;
use crate::roles::Reading;

/// Three numbers, each with how many digits it has.
#[derive(Clone, Copy)]
pub(super) struct Triple([(u32, usize); 3]);

impl Triple {
    /// Year, month and day by month first, day first and year first, as far as there are such months and days.
    pub(super) fn meanings(self) -> [Option<[u32; 3]>; 3] {
        let [(a, digits), (b, _), (c, last)] = self.0;
        let year = match last {
            4 => c,
            _ => century(c),
        };
        let shown = |holds: bool, [year, month, day]: [u32; 3]| {
            let real = (1..=12).contains(&month) && (1..=31).contains(&day);
            (holds && real).then_some([year, month, day])
        };
        [
            shown(last > 1, [year, a, b]),
            shown(last > 1, [year, b, a]),
            shown(digits == 2 && last < 4, [century(a), b, c]),
        ]
    }

    /// The day by this order. The last day there is stands for no end in any.
    pub(super) fn day(self, order: Reading) -> Option<Day> {
        let day = |[year, month, day]: [u32; 3]| ymd(year, month, day);
        let days = self.meanings().map(|meaning| meaning.and_then(day));
        let forever = days.contains(&Some(FOREVER)).then_some(FOREVER);
        forever.or(days.get(order as usize).copied()?)
    }
}

impl Scan<'_> {
    /// Three numbers of which the first is not a year in full.
    #[cfg_attr(feature = "scan", inline(never))]
    pub(super) fn triple(&mut self) -> Option<Triple> {
        let mut parts = [(0, 0); 3];
        let separator = *self.rest.as_bytes().get(self.digit_run())?;
        if !matches!(separator, b'-' | b'/' | b'.') {
            return None;
        }
        for (i, part) in parts.iter_mut().enumerate() {
            if i > 0 {
                (self.peek()? == separator).then(|| self.step(separator))??;
            }
            let digits = self.digit_run();
            if !matches!((digits, i), (1 | 2, _) | (4, 2)) {
                return None;
            }
            *part = (self.digits(digits)?, digits);
        }
        if separator == b'.' {
            self.take(".");
        }
        Some(Triple(parts))
    }
}
