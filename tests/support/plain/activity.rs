//! Who used it: the active ones, what the silent ones pay, and how long each has been away.

use super::Plain;
use ebb::calendar::{Day, Span};
use std::collections::{BTreeMap, BTreeSet};

impl Plain<'_> {
    fn use_complete(&self, period: Span) -> bool {
        period.last() <= self.as_of && self.first_row.is_some_and(|first| first <= period.start)
    }

    pub(crate) fn active<K: Ord>(&self, days: &BTreeMap<K, BTreeSet<Day>>) -> Vec<(Day, String)> {
        let Some(first) = self.first_row else {
            return Vec::new();
        };
        let periods = self
            .settings()
            .grain
            .periods(first, self.as_of, self.settings().week_start);
        let note = |p: Span| {
            let n = days
                .values()
                .filter(|days| days.iter().any(|d| p.holds(*d)))
                .count();
            (
                p.start,
                if self.use_complete(p) {
                    n.to_string()
                } else {
                    format!("{n}~")
                },
            )
        };
        periods.into_iter().map(note).collect()
    }

    pub(crate) fn ghost(&self, who: &[usize]) -> [Vec<String>; 2] {
        let mut lines = [Vec::new(), Vec::new()];
        for period in self.periods() {
            let close = self.close(period);
            let window = close.plus(1 - self.settings().silent as i32);
            let mut sums = [0, 0];
            for &c in who {
                let here = self
                    .used
                    .get(&c)
                    .is_some_and(|days| days.range(window..=close).next().is_some());
                sums[usize::from(!here)] += self.mrr(c, close);
            }
            let unknown = self.first_row.is_none_or(|first| window < first);
            for (line, sum) in lines.iter_mut().zip(sums) {
                line.push(if unknown {
                    "-".into()
                } else {
                    self.note(period, sum.to_string())
                });
            }
        }
        lines
    }

    pub(crate) fn dormancy(&self, who: &[usize]) -> Vec<(String, i64, i64)> {
        let cuts = &self.settings().dormancy;
        let mut parts: Vec<(String, i64, i64)> = Vec::new();
        let mut from = 0;
        for &cut in cuts {
            parts.push((format!("{from}-{}", cut - 1), 0, 0));
            from = cut;
        }
        parts.push((format!("{from}+"), 0, 0));
        parts.push(("never".into(), 0, 0));
        for &c in who.iter().filter(|c| self.mrr(**c, self.as_of) > 0) {
            let at = match self.used.get(&c).and_then(|days| days.last()) {
                Some(last) => cuts
                    .iter()
                    .filter(|cut| self.as_of.since(*last) >= **cut as i32)
                    .count(),
                None => cuts.len() + 1,
            };
            parts[at].1 += 1;
            parts[at].2 += self.mrr(c, self.as_of);
        }
        parts
    }
}
