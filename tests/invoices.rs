//! Invoices, held against a second, slow and plain derivation of the terms: what each customer pays on each day, from
//! the words of the definitions (section 2) and nothing of the first. Where the two disagree, one of them is wrong.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

mod support;

use ebb::calendar::{Day, Grain};
use ebb::settings::Settings;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// 1 November 2023; a leap day follows.
const ORIGIN: Day = Day(19_662);

#[derive(Clone, Debug)]
struct Row {
    customer: u8,
    date: Day,
    amount: i64,
    period: Option<(Day, Day)>,
    interval: &'static str,
    /// 0 is blank.
    number: u8,
    refunds: u8,
    status: &'static str,
    kind: &'static str,
}

impl Row {
    fn is_refund(&self) -> bool {
        self.amount < 0 || self.kind == "refund"
    }

    fn counts(&self) -> bool {
        self.status != "void" && (self.is_refund() || self.kind != "tax")
    }

    fn text(&self) -> String {
        let number = |n: u8| {
            if n == 0 {
                String::new()
            } else {
                format!("N{n}")
            }
        };
        let (from, to) = self
            .period
            .map_or((String::new(), String::new()), |(a, b)| {
                (a.to_string(), b.to_string())
            });
        format!(
            "C{},{},{},{from},{to},{},{},{},{},{}",
            self.customer,
            self.date,
            self.amount,
            self.interval,
            number(self.number),
            number(self.refunds),
            self.status,
            self.kind
        )
    }
}

// ---- the plain derivation ----

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
fn plain(rows: &[Row], as_of: Day) -> (BTreeMap<Day, i64>, usize) {
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
        let whole: i64 = charges.iter().filter(same).map(|r| r.amount).sum();
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

// ---- random worlds ----

fn day() -> impl Strategy<Value = Day> {
    let edge = (0..6i32, -2..3i32).prop_map(|(month, off)| ORIGIN.plus_months(month).plus(off));
    prop_oneof![1 => (0..180i32).prop_map(|n| ORIGIN.plus(n)), 1 => edge]
}

fn period() -> impl Strategy<Value = (Day, Day)> {
    let months = (
        prop_oneof![3 => Just(1i32), 1 => Just(3), 1 => Just(12)],
        -1..2i32,
    );
    prop_oneof![
        4 => (day(), months).prop_map(|(start, (k, off))| (start, start.plus_months(k).plus(off))),
        1 => (day(), 0..40i32).prop_map(|(start, n)| (start, start.plus(n))),
        1 => (day(), prop_oneof![Just(6i32), Just(7), Just(1)]).prop_map(|(start, n)| (start, start.plus(n))),
    ]
}

fn row() -> impl Strategy<Value = Row> {
    let amount = prop_oneof![6 => 0..200i64, 1 => -150..0i64];
    let interval = prop_oneof![6 => Just(""), 1 => Just("month"), 1 => Just("week"), 1 => Just("day"), 1 => Just("quarter")];
    let kind = prop_oneof![8 => Just(""), 1 => Just("refund"), 1 => Just("tax"), 1 => Just("subscription")];
    (
        0..4u8,
        day(),
        amount,
        prop_oneof![1 => Just(None), 2 => period().prop_map(Some)],
        interval,
        0..6u8,
        prop_oneof![3 => Just(0u8), 1 => 1..6u8],
        prop_oneof![8 => Just("paid"), 1 => Just("void")],
        kind,
    )
        .prop_map(
            |(customer, date, amount, period, interval, number, refunds, status, kind)| Row {
                customer,
                date,
                amount,
                period,
                interval,
                number,
                refunds,
                status,
                kind,
            },
        )
        .prop_map(|row| Row {
            // A line without a kind and a number among others that have them is a one-off; leave that to a case.
            number: if row.kind.is_empty() {
                row.number.max(1)
            } else {
                row.number
            },
            ..row
        })
}

/// Invoices of one customer one after the other, some days early or late, with periods or without.
fn chain() -> impl Strategy<Value = Vec<Row>> {
    let step = prop_oneof![3 => Just(0i32), 4 => -9..10i32];
    (
        0..4u8,
        day(),
        prop_oneof![3 => Just(1i32), 1 => Just(3)],
        prop_oneof![Just("none"), Just("last"), Just("after")],
        proptest::collection::vec((step, 1..90i64), 2..6),
    )
        .prop_map(|(customer, first, k, how, steps)| {
            let mut start = first;
            let mut rows = Vec::new();
            for (off, amount) in steps {
                start = start.plus(off);
                let end = start.plus_months(k);
                rows.push(Row {
                    customer,
                    date: start,
                    amount,
                    period: match how {
                        "last" => Some((start, end.plus(-1))),
                        "after" => Some((start, end)),
                        _ => None,
                    },
                    interval: "",
                    number: 9,
                    refunds: 0,
                    status: "paid",
                    kind: "subscription",
                });
                start = end;
            }
            rows
        })
}

fn world() -> impl Strategy<Value = (Vec<Row>, Day)> {
    (
        proptest::collection::vec(row(), 1..10),
        proptest::collection::vec(chain(), 0..3),
        0..420i32,
    )
        .prop_map(|(mut rows, chains, as_of)| {
            rows.extend(chains.into_iter().flatten());
            (rows, ORIGIN.plus(as_of))
        })
}

#[test]
fn both_agree_on_what_is_paid_on_every_day() {
    support::hold(world(), |(rows, as_of)| {
        let mut text = String::from(
            "customer,date,amount,period_start,period_end,interval,invoice,refunds,status,kind\n",
        );
        for row in &rows {
            let _ = writeln!(text, "{}", row.text());
        }
        let settings = Settings {
            as_of: Some(as_of),
            grain: Grain::Day,
            kinds: [("i.csv".to_owned(), ebb::roles::Kind::Invoices)].into(),
            columns: roles(),
            ..Settings::default()
        };
        let files = vec![("i.csv".to_owned(), text.clone().into_bytes())];
        let (paid, aside) = plain(&rows, as_of);
        let report = match support::report(&files, &settings, 1 << 20) {
            Ok(report) => report,
            Err(problem) => {
                prop_assert!(aside == rows.len(), "{problem:?}\n{text}");
                return Ok(());
            }
        };
        prop_assert_eq!(
            report["sources"][0]["set_aside"].as_u64(),
            Some(aside as u64),
            "{}",
            text
        );
        let first = paid.iter().find(|(_, mrr)| **mrr > 0).map(|(day, _)| *day);
        let figure = support::figure(&report, "mrr_movements", None);
        let periods = figure
            .and_then(|f| f["periods"].as_array())
            .cloned()
            .unwrap_or_default();
        let got: Vec<(String, i64)> = periods
            .iter()
            .zip(support::line(&report, "mrr_movements", "closing"))
            .map(|(p, cell)| {
                (
                    p["start"].as_str().unwrap().to_owned(),
                    cell["n"].as_i64().unwrap(),
                )
            })
            .collect();
        let mut wanted = Vec::new();
        let mut day = first.unwrap_or(as_of.plus(1));
        while day <= as_of {
            wanted.push((day.to_string(), paid.get(&day).copied().unwrap_or(0)));
            day = day.plus(1);
        }
        prop_assert_eq!(got, wanted, "{}", text);
        Ok(())
    });
}

/// The roles by name: some of these columns may be blank in all rows.
fn roles() -> ebb::order::Sorted<String, ebb::order::Sorted<String, Option<ebb::roles::Role>>> {
    let columns: serde_json::Value = [
        "customer",
        "date",
        "amount",
        "period_start",
        "period_end",
        "interval",
        "invoice",
        "refunds",
        "status",
        "kind",
    ]
    .into_iter()
    .map(|word| (word.to_owned(), serde_json::Value::from(word)))
    .collect::<serde_json::Map<_, _>>()
    .into();
    support::settings(serde_json::json!({ "columns": { "i.csv": columns } })).columns
}
