//! What is kept of a row: its id and its line, what its kind read of it in a few bytes, and perhaps all its cells.

use super::cells::Interval;
use crate::calendar::Day;
use crate::money::Decimal;
use crate::pile::{self, Pile, Texts};
use crate::wire::{self, Reader};

/// Rows of one file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept {
    rows: Pile,
    /// The row that is being written.
    row: Vec<u8>,
}

impl Kept {
    /// Adds a row; `write` says what is kept of it.
    pub(crate) fn push(&mut self, id: &str, line: u64, write: &mut dyn FnMut(&mut Writer<'_>)) {
        self.row.clear();
        let mut out = Writer(&mut self.row);
        out.text(id);
        out.number(line);
        write(&mut out);
        self.rows.push(&self.row);
        self.row.shrink_to(MOST);
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Record<'_>> {
        self.places().map(|(_, row)| row)
    }

    /// All of them, with their places.
    pub(crate) fn places(&self) -> impl Iterator<Item = (usize, Record<'_>)> {
        self.rows.iter().map(|(place, row)| (place, Record(row)))
    }

    /// The row of a place.
    pub(crate) fn at(&self, place: usize) -> Record<'_> {
        Record(self.rows.at(place))
    }
}

/// Bytes that are held for the next row to be written.
const MOST: usize = 1 << 16;

/// Writes what is kept of a row.
pub(crate) struct Writer<'w>(&'w mut Vec<u8>);

impl Writer<'_> {
    pub(crate) fn number(&mut self, number: u64) {
        wire::small(self.0, number);
    }

    /// A number of either sign, but the least of all.
    pub(crate) fn signed(&mut self, number: Option<i64>) {
        let folded = |n: i64| ((n << 1) ^ (n >> 63)) as u64;
        self.number(number.map_or(0, |n| folded(n).saturating_add(1)));
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }

    /// The cells of the row; nothing else stands behind them.
    pub(crate) fn cells(&mut self, cells: &mut dyn Iterator<Item = &str>) {
        pile::put_texts(self.0, cells);
    }

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

/// A row that is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record<'a>(&'a [u8]);

impl<'a> Record<'a> {
    /// The customer's id.
    pub(crate) fn id(self) -> &'a str {
        Fields(Reader::new(self.0)).text()
    }

    /// Its line.
    pub(crate) fn line(self) -> u64 {
        let mut fields = Fields(Reader::new(self.0));
        fields.text();
        fields.number()
    }

    /// What its kind wrote, from the first on.
    pub(crate) fn fields(self) -> Fields<'a> {
        let mut fields = Fields(Reader::new(self.0));
        fields.text();
        fields.number();
        fields
    }

    /// All its cells, where its kind keeps them.
    pub(crate) fn cells(self) -> Texts<'a> {
        Texts::of(self.0)
    }
}

/// What was written of a row, in the same order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fields<'a>(Reader<'a>);

impl<'a> Fields<'a> {
    pub(crate) fn number(&mut self) -> u64 {
        self.0.small().unwrap_or(0)
    }

    pub(crate) fn signed(&mut self) -> Option<i64> {
        let folded = self.number().checked_sub(1)?;
        Some((folded >> 1) as i64 ^ -((folded & 1) as i64))
    }

    pub(crate) fn text(&mut self) -> &'a str {
        let length = usize::try_from(self.number()).unwrap_or(usize::MAX);
        std::str::from_utf8(self.0.take(length).unwrap_or_default()).unwrap_or_default()
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_out_as_they_were_put() {
        let mut kept = Kept::default();
        let numbers = [None, Some(0), Some(-1), Some(i64::MAX), Some(-i64::MAX)];
        let end = |n: usize| {
            (n % 3 == 1).then_some(End {
                day: Day(n as i32 - 50),
                late: n.is_multiple_of(2),
            })
        };
        let price = |n: usize| {
            (n % 4 == 1).then_some(Price {
                value: Decimal {
                    units: n as i64 * 99,
                    decimals: (n % 13) as u8,
                },
                per: Interval { num: 52, den: 12 },
                times: Decimal::whole(n as i64),
            })
        };
        for n in 0..200 {
            kept.push(&n.to_string(), n as u64 * 77, &mut |out| {
                out.signed(numbers[n % 5]);
                out.end(end(n));
                out.price(price(n), "EUR");
                out.text("고객");
                out.cells(&mut ["a", "", "누리"].into_iter().take(n % 4));
            });
        }
        assert_eq!((kept.len(), kept.iter().count()), (200, 200));
        for (n, row) in kept.iter().enumerate() {
            assert_eq!(
                (row.id(), row.line()),
                (n.to_string().as_str(), n as u64 * 77)
            );
            let mut fields = row.fields();
            assert_eq!(fields.signed(), numbers[n % 5]);
            assert_eq!(fields.end(), end(n));
            assert_eq!(fields.price(), price(n).map(|price| (price, "EUR")));
            assert_eq!(fields.text(), "고객");
            assert_eq!(row.cells().len(), n % 4);
            assert_eq!(row.cells().get(2), if n % 4 == 3 { "누리" } else { "" });
        }
    }
}
