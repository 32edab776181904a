//! Triangles: what became of those who started in one period, in customers, in money and in use.

use super::Plain;
use ebb::calendar::{Day, Grain, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A row of a triangle.
#[derive(Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) start: Day,
    pub(crate) size: usize,
    pub(crate) cells: Vec<String>,
}

impl Plain<'_> {
    /// Cohorts by first paying start: (start, size, customers' cells, money's cells).
    pub(crate) fn cohorts(&self, who: &[usize]) -> (Vec<Row>, Vec<Row>) {
        let periods = self.periods();
        let (mut logos, mut money) = (Vec::new(), Vec::new());
        for (at, period) in periods.iter().enumerate() {
            let members: Vec<usize> = who
                .iter()
                .copied()
                .filter(|c| self.first_paying(*c).is_some_and(|day| period.holds(day)))
                .collect();
            if members.is_empty() {
                continue;
            }
            let sum = |p: &Span| {
                members
                    .iter()
                    .map(|c| self.mrr(*c, self.close(*p)))
                    .sum::<i64>()
            };
            let count = |p: &Span| {
                members
                    .iter()
                    .filter(|c| self.mrr(**c, self.close(*p)) > 0)
                    .count()
            };
            let cell = |age: usize, n: &dyn Fn(&Span) -> String| {
                periods
                    .get(at + age)
                    .map_or("-".to_owned(), |p| self.note(*p, n(p)))
            };
            let size = members.len();
            logos.push(Row {
                start: period.start,
                size,
                cells: (0..periods.len())
                    .map(|age| cell(age, &|p| format!("{}/{size}", count(p))))
                    .collect(),
            });
            let base = sum(period);
            money.push(Row {
                start: period.start,
                size,
                cells: (0..periods.len())
                    .map(|age| cell(age, &|p| format!("{}/{base}", sum(p))))
                    .collect(),
            });
        }
        (logos, money)
    }

    pub(crate) fn retention(&self, who: &BTreeMap<usize, BTreeSet<Day>>) -> Vec<Row> {
        let Some(first) = self.first_row else {
            return Vec::new();
        };
        let periods = Grain::Month.periods(first, self.as_of, self.settings().week_start);
        let mut rows = Vec::new();
        for (at, period) in periods.iter().enumerate() {
            let members: Vec<&BTreeSet<Day>> = who
                .values()
                .filter(|days| days.first().is_some_and(|d| period.holds(*d)))
                .collect();
            if members.is_empty() {
                continue;
            }
            let cell = |age: usize| match periods.get(at + age) {
                Some(p) => {
                    let n = members
                        .iter()
                        .filter(|days| days.iter().any(|d| p.holds(*d)))
                        .count();
                    format!(
                        "{n}/{}{}",
                        members.len(),
                        if p.last() <= self.as_of { "" } else { "~" }
                    )
                }
                None => "-".into(),
            };
            rows.push(Row {
                start: period.start,
                size: members.len(),
                cells: (0..periods.len()).map(cell).collect(),
            });
        }
        rows
    }
}

/// Σ cells / Σ their `of` over the complete cells of each age; a base of 0 is left out.
pub(crate) fn averages(rows: &[Row]) -> Vec<String> {
    let ages = rows.first().map_or(0, |row| row.cells.len());
    let one = |age: usize| {
        let (mut n, mut of) = (0i64, 0i64);
        for cell in rows
            .iter()
            .map(|row| &row.cells[age])
            .filter(|c| !c.ends_with('~') && *c != "-")
        {
            let (a, b) = cell.split_once('/').unwrap();
            let (a, b): (i64, i64) = (a.parse().unwrap(), b.parse().unwrap());
            if b > 0 {
                (n, of) = (n + a, of + b);
            }
        }
        if of == 0 {
            "-".to_owned()
        } else {
            format!("{n}/{of}")
        }
    };
    (0..ages).map(one).collect()
}
