//! A second implementation of every figure, written from the definitions alone, as slow and plain as they read: it
//! walks day by day through who pays what, and keeps sets of who was active. It shares nothing with the first but the
//! calendar.

use crate::world::{self, World};
use ebb::calendar::{Day, Grain, Span};
use ebb::settings::{ChurnDate, EndIs, Settings};
use std::collections::{BTreeMap, BTreeSet};

/// One customer's MRR, day by day from `first` to the as-of date.
pub(crate) struct Payer {
    pub(crate) mrr: Vec<i64>,
}

/// The world, simulated.
pub(crate) struct Plain<'a> {
    pub(crate) world: &'a World,
    pub(crate) as_of: Day,
    pub(crate) first: Day,
    pub(crate) payers: BTreeMap<usize, Payer>,
    /// Who used it on which days, up to the as-of date.
    pub(crate) used: BTreeMap<usize, BTreeSet<Day>>,
    pub(crate) users: BTreeMap<(usize, usize), BTreeSet<Day>>,
    pub(crate) first_row: Option<Day>,
    /// The period that counts as incomplete because the file was probably cut in it.
    pub(crate) cut: Option<Span>,
}

impl<'a> Plain<'a> {
    pub(crate) fn new(world: &'a World) -> Plain<'a> {
        let settings = &world.settings;
        let as_of = settings.as_of.expect("worlds have an as-of date");
        let first = world::ORIGIN.plus(-100);
        let mut payers: BTreeMap<usize, Payer> = BTreeMap::new();
        for term in &world.terms {
            let mut end = term.end;
            if settings.end_is == EndIs::LastDay {
                end = end.map(|e| e.plus(1));
            }
            if end.is_some_and(|end| end <= term.start) {
                continue; // set aside
            }
            if let Some(asked) = term
                .cancel_requested
                .filter(|_| settings.churn_date == ChurnDate::CancelRequest)
            {
                let own = end.unwrap_or(Day(i32::MAX));
                end = Some(asked.min(own).max(term.start.plus(1)));
            }
            let payer = payers
                .entry(term.customer)
                .or_insert_with(|| Payer { mrr: Vec::new() });
            payer
                .mrr
                .resize((as_of.since(first) + 1).max(0) as usize, 0);
            for (at, mrr) in payer.mrr.iter_mut().enumerate() {
                let day = first.plus(at as i32);
                let runs = term.start <= day && end.is_none_or(|end| day < end);
                if runs && term.trial_end.is_none_or(|trial| day >= trial) {
                    *mrr += term.mrr;
                }
            }
        }
        for payer in payers.values_mut() {
            bridge(&mut payer.mrr, settings.grace as usize);
        }
        let mut used: BTreeMap<usize, BTreeSet<Day>> = BTreeMap::new();
        let mut users: BTreeMap<(usize, usize), BTreeSet<Day>> = BTreeMap::new();
        for row in world.uses.iter().filter(|row| row.day <= as_of) {
            used.entry(row.customer).or_default().insert(row.day);
            if row.user != 0 {
                users
                    .entry((row.customer, row.user))
                    .or_default()
                    .insert(row.day);
            }
        }
        let first_row = world.uses.iter().map(|row| row.day).min();
        let mut plain = Plain {
            world,
            as_of,
            first,
            payers,
            used,
            users,
            first_row,
            cut: None,
        };
        plain.cut = plain.suspect();
        plain
    }

    pub(crate) fn mrr(&self, customer: usize, day: Day) -> i64 {
        let at = usize::try_from(day.since(self.first)).ok();
        at.and_then(|at| self.payers.get(&customer)?.mrr.get(at))
            .copied()
            .unwrap_or(0)
    }

    pub(crate) fn first_paying(&self, customer: usize) -> Option<Day> {
        let at = self
            .payers
            .get(&customer)?
            .mrr
            .iter()
            .position(|m| *m > 0)?;
        Some(self.first.plus(at as i32))
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.world.settings
    }

    pub(crate) fn suspect(&self) -> Option<Span> {
        let period = self
            .settings()
            .grain
            .period(self.as_of, self.settings().week_start);
        let before: Vec<usize> = self
            .everybody()
            .into_iter()
            .filter(|c| self.mrr(*c, period.start.plus(-1)) > 0)
            .collect();
        let mut day = period.start;
        while day <= self.as_of && before.len() >= 10 {
            let stopped = before
                .iter()
                .filter(|c| self.mrr(**c, day.plus(-1)) > 0 && self.mrr(**c, day) == 0)
                .count();
            if stopped * 2 >= before.len() {
                return Some(period);
            }
            day = day.plus(1);
        }
        None
    }

    pub(crate) fn everybody(&self) -> BTreeSet<usize> {
        self.payers.keys().copied().collect()
    }

    /// The plan in the customers file; nothing known is blank, which is a value.
    pub(crate) fn plan(&self, customer: usize) -> &str {
        self.world
            .listed
            .iter()
            .find(|l| l.customer == customer)
            .map_or("", |l| l.plan)
    }

    pub(crate) fn periods(&self) -> Vec<Span> {
        let start = self
            .everybody()
            .into_iter()
            .filter_map(|c| self.first_paying(c))
            .min();
        start.map_or(Vec::new(), |start| {
            self.settings()
                .grain
                .periods(start, self.as_of, self.settings().week_start)
        })
    }

    pub(crate) fn complete(&self, period: Span) -> bool {
        period.last() <= self.as_of && self.cut != Some(period)
    }

    pub(crate) fn close(&self, period: Span) -> Day {
        period.last().min(self.as_of)
    }

    // ---- figures, as notes `n`, `n/of`, `-` (null), with `~` where partial ----

    pub(crate) fn movements(&self, who: &[usize]) -> Vec<(&'static str, Vec<String>, Vec<String>)> {
        let names = [
            "opening",
            "new",
            "reactivation",
            "expansion",
            "contraction",
            "churn",
            "closing",
        ];
        let mut money = vec![Vec::new(); 7];
        let mut heads = vec![Vec::new(); 7];
        for period in self.periods() {
            let (mut m, mut h) = ([0i64; 7], [0i64; 7]);
            for &c in who {
                let (a, b) = (
                    self.mrr(c, period.start.plus(-1)),
                    self.mrr(c, self.close(period)),
                );
                let before = self.first_paying(c).is_some_and(|day| day < period.start);
                let moved = match (a, b) {
                    (0, 0) => None,
                    (0, b) if before => Some((2, b)),
                    (0, b) => Some((1, b)),
                    (a, 0) => Some((5, a)),
                    (a, b) if b > a => Some((3, b - a)),
                    (a, b) if b < a => Some((4, a - b)),
                    _ => None,
                };
                for (line, amount) in [Some((0, a)), moved, Some((6, b))].into_iter().flatten() {
                    m[line] += amount;
                    h[line] += i64::from(amount > 0);
                }
            }
            for line in 0..7 {
                money[line].push(self.note(period, m[line].to_string()));
                heads[line].push(self.note(period, h[line].to_string()));
            }
        }
        names
            .into_iter()
            .zip(money)
            .zip(heads)
            .map(|((name, m), h)| (name, m, h))
            .collect()
    }

    pub(crate) fn note(&self, period: Span, text: String) -> String {
        if self.complete(period) {
            text
        } else {
            text + "~"
        }
    }

    pub(crate) fn churn(&self, who: &[usize]) -> Vec<String> {
        let note = |period: Span| {
            let open: Vec<&usize> = who
                .iter()
                .filter(|c| self.mrr(**c, period.start.plus(-1)) > 0)
                .collect();
            let gone = open
                .iter()
                .filter(|c| self.mrr(***c, self.close(period)) == 0)
                .count();
            self.note(period, format!("{gone}/{}", open.len()))
        };
        self.periods().into_iter().map(note).collect()
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

    pub(crate) fn use_complete(&self, period: Span) -> bool {
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

/// A row of a triangle.
#[derive(Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) start: Day,
    pub(crate) size: usize,
    pub(crate) cells: Vec<String>,
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

/// Gaps of at most `grace` days between paying days are filled with the MRR of the last paying day.
fn bridge(mrr: &mut [i64], grace: usize) {
    let mut last: Option<usize> = None;
    for at in 0..mrr.len() {
        if mrr[at] == 0 {
            continue;
        }
        if let Some(before) = last.filter(|before| at - before - 1 <= grace) {
            let amount = mrr[before];
            mrr[before + 1..at].fill(amount);
        }
        last = Some(at);
    }
}
