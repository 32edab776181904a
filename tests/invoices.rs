//! Invoices, held against a second, slow and plain derivation of the terms: what each customer pays on each day, from
//! the words of the definitions (section 2) and nothing of the first. Where the two disagree, one of them is wrong.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

#[path = "invoices/plain.rs"]
mod plain;
mod support;

use ebb::calendar::{Day, Grain};
use ebb::settings::Settings;
use plain::{Row, plain};
use proptest::prelude::*;
use std::fmt::Write as _;

/// 1 November 2023; a leap day follows.
const ORIGIN: Day = Day(19_662);

impl Row {
    /// As a line of the file.
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
