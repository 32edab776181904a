//! What rows say, as it is kept: days, numbers and prices in a few bytes.

use crate::calendar::Day;
use crate::intake::cells::Interval;
use crate::intake::pile::{Fields, Writer};
use crate::money::Decimal;

/// A day on which something ends, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct End {
    /// The day.
    pub(crate) day: Day,
    /// Written at 23:59 or later: the last day of service.
    pub(crate) late: bool,
}

/// What a row costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Price {
    /// The amount as written, never negative.
    pub(crate) value: Decimal,
    /// What makes a month's of it.
    pub(crate) per: Interval,
    /// How many of them.
    pub(crate) times: Decimal,
}

impl Price {
    /// A month's, in minor units of that many digits, rounded half-even once.
    pub(crate) fn mrr(&self, exponent: u8) -> Option<i64> {
        self.value
            .times(self.times, exponent, self.per.num, self.per.den)
    }
}

impl Writer {
    pub(crate) fn day(&mut self, day: Option<Day>) {
        self.signed(day.map(|day| day.0.into()));
    }

    pub(crate) fn end(&mut self, end: Option<End>) {
        self.signed(end.map(|end| i64::from(end.day.0) << 1 | i64::from(end.late)));
    }

    pub(crate) fn decimal(&mut self, n: Option<Decimal>) {
        self.signed(n.map(|n| n.units));
        self.number(n.map_or(0, |n| n.decimals.into()));
    }

    pub(crate) fn interval(&mut self, per: Option<Interval>) {
        self.signed(per.map(|per| per.num));
        self.signed(per.map(|per| per.den));
    }

    /// With the code of the currency that the row names, or "".
    pub(crate) fn price(&mut self, price: Option<Price>, currency: &str) {
        self.decimal(price.map(|price| price.value));
        if let Some(price) = price {
            self.interval(Some(price.per));
            self.decimal(Some(price.times));
            self.text(currency);
        }
    }
}

impl<'a> Fields<'a> {
    pub(crate) fn day(&mut self) -> Option<Day> {
        self.signed().and_then(day)
    }

    pub(crate) fn end(&mut self) -> Option<End> {
        let n = self.signed()?;
        Some(End {
            day: day(n >> 1)?,
            late: n & 1 == 1,
        })
    }

    pub(crate) fn decimal(&mut self) -> Option<Decimal> {
        let (units, decimals) = (self.signed(), self.number());
        Some(Decimal {
            units: units?,
            decimals: decimals as u8,
        })
    }

    pub(crate) fn interval(&mut self) -> Option<Interval> {
        let (num, den) = (self.signed(), self.signed());
        Some(Interval {
            num: num?,
            den: den?,
        })
    }

    /// With the code of its currency.
    pub(crate) fn price(&mut self) -> Option<(Price, &'a str)> {
        let price = Price {
            value: self.decimal()?,
            per: self.interval()?,
            times: self.decimal()?,
        };
        Some((price, self.text()))
    }
}

fn day(n: i64) -> Option<Day> {
    i32::try_from(n).ok().map(Day)
}
