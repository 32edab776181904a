//! The plain derivation: from rows, what everybody pays on each day, as the definitions say it (section 2).

use ebb::calendar::Day;
use std::collections::{BTreeMap, BTreeSet};

/// A line of an invoice, as it is written to the file.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) customer: u8,
    pub(crate) date: Day,
    pub(crate) amount: i64,
    pub(crate) period: Option<(Day, Day)>,
    pub(crate) interval: &'static str,
    /// 0 is blank.
    pub(crate) number: u8,
    pub(crate) refunds: u8,
    pub(crate) status: &'static str,
    pub(crate) kind: &'static str,
}

impl Row {
    fn is_refund(&self) -> bool {
        let names_another = self.refunds > 0 && self.refunds != self.number;
        self.amount < 0 || self.kind == "refund" || names_another
    }

    /// No revenue that recurs, and yet a line of its invoice.
    fn is_tax(&self) -> bool {
        self.status != "void" && !self.is_refund() && self.kind == "tax"
    }

    fn counts(&self) -> bool {
        self.status != "void" && !self.is_tax()
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Served {
    Months(i32),
    Days(i32, i64, i64),
}

fn whole(start: Day, end: Day) -> Option<i32> {
    (1..=40).find(|k| {
        let due = start.plus_months(*k);
        let month_of = |d: Day| (d.ymd().0, d.ymd().1);
        let last = month_of(start.plus(1)) != month_of(start);
        end == due || (last && end > due && month_of(end) == month_of(due))
    })
}

fn of_period(start: Day, end: Day, interval: &str) -> Option<Served> {
    for end in [end, end.plus(1)] {
        if let Some(k) = whole(start, end) {
            return Some(Served::Months(k));
        }
    }
    let days = end.since(start);
    let named = of_interval(interval);
    if let Some(Served::Days(n, ..)) = named
        && (n == days || n == days + 1)
    {
        return named;
    }
    (days > 0).then_some(Served::Days(days, 365, 12 * i64::from(days)))
}

fn of_interval(word: &str) -> Option<Served> {
    match word {
        "month" => Some(Served::Months(1)),
        "quarter" => Some(Served::Months(3)),
        "week" => Some(Served::Days(7, 52, 12)),
        "day" => Some(Served::Days(1, 365, 12)),
        _ => None,
    }
}

fn months_of_gaps(days: &BTreeSet<Day>) -> Option<i32> {
    let days: Vec<Day> = days.iter().copied().collect();
    let mut gaps: Vec<f64> = days
        .windows(2)
        .map(|w| f64::from(w[1].since(w[0])))
        .collect();
    gaps.sort_by(f64::total_cmp);
    let n = gaps.len();
    if n == 0 {
        return None;
    }
    let median = if n % 2 == 1 {
        gaps[n / 2]
    } else {
        (gaps[n / 2 - 1] + gaps[n / 2]) / 2.0
    };
    [
        (28.0, 31.0, 1),
        (89.0, 93.0, 3),
        (180.0, 186.0, 6),
        (363.0, 368.0, 12),
    ]
    .into_iter()
    .find(|(from, to, _)| *from <= median && median <= *to)
    .map(|(.., k)| k)
}

fn half_even(n: i128, d: i128) -> i64 {
    let (floor, rest) = (n.div_euclid(d), n.rem_euclid(d));
    let up = rest * 2 > d || (rest * 2 == d && floor % 2 != 0);
    (floor + i128::from(up)) as i64
}

/// What everybody pays on each day up to the as-of date, and how many rows are set aside.
pub(crate) fn plain(rows: &[Row], as_of: Day) -> (BTreeMap<Day, i64>, usize) {
    let mut aside = 0;
    let invoice = |customer: u8, number: u8| {
        rows.iter()
            .any(|r| !r.is_refund() && r.customer == customer && r.number == number && number > 0)
    };
    let mut charges: Vec<&Row> = Vec::new();
    let mut refunds: Vec<(u8, u8, i64)> = Vec::new();
    for row in rows {
        if !row.counts() {
            aside += 1;
        } else if row.is_refund() {
            let named = if row.refunds > 0 {
                row.refunds
            } else {
                row.number
            };
            if !invoice(row.customer, named) {
                aside += 1;
            } else if row.date <= as_of {
                refunds.push((row.customer, named, row.amount.abs()));
            }
        } else if row
            .period
            .is_some_and(|(a, b)| of_period(a, b, row.interval).is_none())
        {
            aside += 1;
        } else if row.date <= as_of {
            charges.push(row);
        }
    }
    let told = |row: &Row| match row.period {
        Some((a, b)) => of_period(a, b, row.interval),
        None => of_interval(row.interval),
    };
    let mut known: BTreeMap<u8, i32> = BTreeMap::new();
    for customer in 0..5 {
        let of_one = || charges.iter().filter(|r| r.customer == customer);
        let days: BTreeSet<Day> = of_one().map(|r| r.date).collect();
        if of_one().any(|r| told(r).is_none())
            && let Some(k) = months_of_gaps(&days)
        {
            known.insert(customer, k);
        }
    }
    let common = [1, 3, 6, 12]
        .into_iter()
        .rev()
        .max_by_key(|k| known.values().filter(|v| *v == k).count())
        .filter(|_| !known.is_empty())
        .unwrap_or(1);
    // Amounts as fractions, after refunds.
    let amount = |row: &Row| -> (i128, i128) {
        let same = |r: &&&Row| r.customer == row.customer && r.number == row.number;
        let taxes = rows.iter().filter(|r| r.is_tax() && r.date <= as_of);
        let taxes: Vec<&Row> = taxes.collect();
        let lines = charges.iter().chain(&taxes).filter(same);
        let whole: i64 = lines.map(|r| r.amount).sum();
        let back: i64 = refunds
            .iter()
            .filter(|(c, n, _)| row.number > 0 && (*c, *n) == (row.customer, row.number))
            .map(|(.., a)| a)
            .sum();
        if back == 0 || whole == 0 {
            return (row.amount.into(), 1);
        }
        (
            i128::from(row.amount) * i128::from((whole - back).max(0)),
            whole.into(),
        )
    };
    // Each invoice of whole months once, the others line by line: (customer, start, served, n, d).
    let mut terms: Vec<(u8, Day, Served, i128, i128)> = Vec::new();
    for row in &charges {
        let served = told(row)
            .unwrap_or_else(|| Served::Months(known.get(&row.customer).copied().unwrap_or(common)));
        let start = row.period.map_or(row.date, |(start, _)| start);
        let (n, d) = amount(row);
        let joined = matches!(served, Served::Months(_))
            .then(|| {
                terms
                    .iter_mut()
                    .find(|t| (t.0, t.1, t.2) == (row.customer, start, served))
            })
            .flatten();
        match joined {
            Some(term) => (term.3, term.4) = (term.3 * d + n * term.4, term.4 * d),
            None => terms.push((row.customer, start, served, n, d)),
        }
    }
    let mut paid: BTreeMap<Day, i64> = BTreeMap::new();
    for (at, &(customer, start, served, n, d)) in terms.iter().enumerate() {
        let (end, mrr) = match served {
            Served::Days(days, num, den) => (
                start.plus(days),
                half_even(n * i128::from(num), d * i128::from(den)),
            ),
            Served::Months(k) => {
                let mut end = start.plus_months(k);
                let others: Vec<Day> = terms
                    .iter()
                    .enumerate()
                    .filter(|(i, t)| *i != at && (t.0, t.2) == (customer, served))
                    .map(|(_, t)| t.1)
                    .collect();
                // The next one of which this is the one that starts last before it.
                if let Some(next) = others.iter().copied().filter(|s| *s > start).min() {
                    let (lo, hi) = (end.min(next), end.max(next));
                    let between = others
                        .iter()
                        .any(|o| *o != next && *o < hi && o.plus_months(k) > lo);
                    if hi.since(lo) <= 7 && !between {
                        end = next;
                    }
                }
                (end, half_even(n, d * i128::from(k)))
            }
        };
        let mut day = start;
        while day < end && day <= as_of {
            *paid.entry(day).or_default() += mrr;
            day = day.plus(1);
        }
    }
    (paid, aside)
}
