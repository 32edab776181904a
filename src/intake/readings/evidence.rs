//! What the values of a column say of how they are read.

use super::NUMBERS;
use crate::intake::cells::{self, Number};
use crate::money;
use crate::wire;

/// Counts of values. Both questions are one: of the values that depend on the answer, how many can be read by each?
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// Values that not every answer gives the same meaning.
    pub(super) asked: u64,
    /// Those of them that can be read by each answer, in the order of [`super::DAYS`] or [`NUMBERS`].
    pub(super) readable: [u64; 3],
    /// Those of them that can be read by more than one.
    pub(super) twofold: u64,
    /// One of these, if there is one.
    pub(super) example: String,
    /// The first and the last year of `24/03/05` and its like by day first, and by year first.
    pub(super) years: Option<[(u32, u32); 2]>,
    /// Twofold numbers with a point, and with a comma.
    pub(super) thousands: [u64; 2],
    /// The digits behind the point in their currencies, a bit each; the eighth stands for an unknown one.
    pub(super) exponents: u8,
    /// Whole numbers without any sign, below a thousand and above.
    pub(super) plain: [u64; 2],
}

impl Evidence {
    pub(super) fn day(&mut self, text: &str) {
        let meanings = cells::meanings(text);
        self.see(&meanings, text);
        if let [_, Some([a, ..]), Some([b, ..])] = meanings {
            let [(a0, a1), (b0, b1)] = self.years.unwrap_or([(a, a), (b, b)]);
            self.years = Some([(a0.min(a), a1.max(a)), (b0.min(b), b1.max(b))]);
        }
    }

    pub(super) fn number<'a>(&mut self, text: &str, currency: &dyn Fn() -> &'a str) {
        if text.bytes().all(|b| b.is_ascii_digit()) {
            let [small, large] = &mut self.plain;
            match text.len() {
                4.. => *large += 1,
                _ => *small += u64::from(text > "0"),
            }
            return;
        }
        // Almost every other number has a point, and not before three digits.
        if let Some((whole, fraction)) = text.split_once('.')
            && fraction.len() != 3
            && !whole.is_empty()
            && whole
                .bytes()
                .chain(fraction.bytes())
                .all(|b| b.is_ascii_digit())
        {
            self.asked += 1;
            self.readable[0] += 1;
            return;
        }
        let both = NUMBERS.map(|reading| {
            let number = cells::number(text, Some(reading));
            (number != Number::Unreadable).then_some(number)
        });
        self.see(&both, text);
        let [Some(point), Some(comma)] = both else {
            return;
        };
        if point != comma {
            let sign = match point {
                Number::Value(_, sign) => sign.map(str::to_owned),
                _ => None,
            };
            let code = sign.or_else(|| cells::currency(currency()));
            self.exponents |= 1 << code.map_or(7, |code| money::exponent(&code));
            let [points, commas] = &mut self.thousands;
            *if text.contains([',', '，']) {
                commas
            } else {
                points
            } += 1;
        }
    }

    /// Counts by what the value can be read, where that makes a difference.
    fn see<T: PartialEq>(&mut self, readings: &[Option<T>], text: &str) {
        let mut told = readings.iter().flatten();
        let Some(first) = told.next() else { return };
        let one = readings.iter().flatten().count() == 1;
        if !one && told.all(|other| other == first) {
            return;
        }
        if self.example.is_empty() || self.twofold == 0 && !one {
            self.example = text.chars().take(80).collect();
        }
        self.asked += 1;
        self.twofold += u64::from(!one);
        for (count, reading) in self.readable.iter_mut().zip(readings) {
            *count += u64::from(reading.is_some());
        }
    }

    pub(super) fn add(&mut self, other: &Evidence) {
        self.asked += other.asked;
        for (count, more) in self.readable.iter_mut().zip(other.readable) {
            *count += more;
        }
        if let Some([(a0, a1), (b0, b1)]) = other.years {
            let [(c0, c1), (d0, d1)] = self.years.unwrap_or([(a0, a1), (b0, b1)]);
            self.years = Some([(a0.min(c0), a1.max(c1)), (b0.min(d0), b1.max(d1))]);
        }
    }

    /// Adds all of another's.
    pub(super) fn append(&mut self, next: &Evidence) {
        if self.example.is_empty() || self.twofold == 0 && next.twofold > 0 {
            self.example.clone_from(&next.example);
        }
        self.add(next);
        self.twofold += next.twofold;
        self.exponents |= next.exponents;
        for i in 0..2 {
            self.thousands[i] += next.thousands[i];
            self.plain[i] += next.plain[i];
        }
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        wire::number(out, self.asked);
        for count in self.readable {
            wire::number(out, count);
        }
        wire::number(out, self.twofold);
        wire::bytes(out, self.example.as_bytes());
        wire::number(out, u64::from(self.years.is_some()));
        for (first, last) in self.years.unwrap_or_default() {
            wire::number(out, u64::from(first));
            wire::number(out, u64::from(last));
        }
        for [one, other] in [self.thousands, self.plain] {
            wire::number(out, one);
            wire::number(out, other);
        }
        wire::number(out, u64::from(self.exponents));
    }

    /// What [`Evidence::write`] wrote.
    pub(super) fn read(from: &mut wire::Reader<'_>) -> Option<Evidence> {
        Some(Evidence {
            asked: from.number()?,
            readable: [from.number()?, from.number()?, from.number()?],
            twofold: from.number()?,
            example: from.text()?.to_owned(),
            years: {
                let some = from.number()? == 1;
                let mut year = || from.number().map(|year| year as u32);
                let years = [(year()?, year()?), (year()?, year()?)];
                some.then_some(years)
            },
            thousands: [from.number()?, from.number()?],
            plain: [from.number()?, from.number()?],
            exponents: from.number()? as u8,
        })
    }

    pub(super) fn is_best(&self, place: usize) -> bool {
        self.readable.get(place) == self.readable.iter().max()
    }

    /// The answer by which more values can be read than by any other. It is certain where they are many more than
    /// those that contradict.
    pub(super) fn told(&self) -> Option<(usize, bool)> {
        let mut best = (0..3).filter(|place| self.is_best(*place));
        let (place, None) = (best.next()?, best.next()) else {
            return None;
        };
        let most = *self.readable.get(place)?;
        let rest = self.readable.iter().filter(|count| **count < most);
        let ahead = most - rest.max().copied().unwrap_or(0);
        Some((place, ahead >= 9 * (self.asked - most)))
    }

    /// `24/03/05`: years are few and days are many, in all columns of the file; and of two years that are far apart the
    /// later one is meant.
    pub(super) fn by_years(&self, file: &Evidence) -> Option<(usize, bool)> {
        let [day, year] = file.years?;
        let [by_day, by_year] = [day, year].map(|(first, last)| last - first);
        let certain = |few: u32, many: u32| few <= 10 && many > 25;
        let later = by_year == by_day && year.1 >= day.1 + 10;
        match (self.is_best(0), self.is_best(1) && self.is_best(2)) {
            (_, true) if certain(by_year, by_day) => Some((2, true)),
            (false, true) if by_year < by_day || later => Some((2, false)),
            (false, true) => Some((1, certain(by_day, by_year))),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_less_is_none() {
        let all = Evidence {
            asked: 1 << 40,
            readable: [2, 3, 4],
            twofold: 5,
            example: "03/04/2024".to_owned(),
            years: Some([(1990, 2024), (2001, 2069)]),
            thousands: [6, 7],
            exponents: 0x84,
            plain: [8, 9],
        };
        for evidence in [all, Evidence::default()] {
            let mut bytes = Vec::new();
            evidence.write(&mut bytes);
            let read = |bytes| Evidence::read(&mut wire::Reader::new(bytes));
            assert_eq!(
                format!("{:?}", read(&bytes).as_ref()),
                format!("{:?}", Some(&evidence))
            );
            assert!((0..bytes.len()).all(|end| read(&bytes[..end]).is_none()));
        }
    }
}
