//! Random worlds: a handful of customers with terms and uses that overlap, touch, leave gaps, cost nothing, end on the
//! day they begin, lie after the as-of date, or belong to nobody known. Written as CSV text, as a user would drop them.

#![allow(dead_code)] // each test uses its part

use crate::support::File;
use ebb::calendar::{Day, Grain, WeekStart};
use ebb::settings::{ChurnDate, EndIs, Settings};
use proptest::prelude::*;
use std::fmt::Write as _;

/// 1 November 2023; a leap day, a year's and five months' ends follow.
pub(crate) const ORIGIN: Day = Day(19_662);
const SPAN: i32 = 190;

/// A stretch of paying. Days may be in any order.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    pub(crate) customer: usize,
    pub(crate) start: Day,
    pub(crate) end: Option<Day>,
    pub(crate) mrr: i64,
    pub(crate) trial_end: Option<Day>,
    pub(crate) cancel_requested: Option<Day>,
}

/// A row of a usage file; a blank user is 0.
#[derive(Clone, Debug)]
pub(crate) struct Use {
    pub(crate) customer: usize,
    pub(crate) user: usize,
    pub(crate) day: Day,
}

/// A row of a customers file.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) customer: usize,
    pub(crate) signup: Option<Day>,
    pub(crate) plan: &'static str,
}

#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) listed: Vec<Listed>,
    pub(crate) terms: Vec<Term>,
    pub(crate) uses: Vec<Use>,
    pub(crate) settings: Settings,
}

pub(crate) fn id(customer: usize) -> String {
    format!("C{customer}")
}

/// Often a first or last day of a month, where mistakes live.
fn day() -> impl Strategy<Value = Day> {
    let edge = (0..7i32, -2..3i32).prop_map(|(month, off)| ORIGIN.plus_months(month).plus(off));
    prop_oneof![2 => (0..SPAN).prop_map(|n| ORIGIN.plus(n)), 1 => edge]
}

fn term(customers: usize) -> impl Strategy<Value = Term> {
    let length = prop_oneof![1 => Just(None), 2 => (-1..45i32).prop_map(Some), 1 => (25..120i32).prop_map(Some)];
    let mrr = prop_oneof![1 => Just(0i64), 2 => Just(10i64), 4 => 1..60i64];
    let some = |n: std::ops::Range<i32>| prop_oneof![6 => Just(None), 1 => n.prop_map(Some)];
    (0..customers, day(), length, mrr, some(0..20), some(-3..40)).prop_map(
        |(customer, start, length, mrr, trial, asked)| Term {
            customer,
            start,
            end: length.map(|n| start.plus(n)),
            mrr,
            trial_end: trial.map(|n| start.plus(n)),
            cancel_requested: asked.map(|n| start.plus(n)),
        },
    )
}

/// The same customer goes on where a term ended, or some days later: plan changes, gaps, comings and goings.
fn chain(customers: usize) -> impl Strategy<Value = Vec<Term>> {
    let step = (
        1..40i32,
        prop_oneof![2 => Just(0i32), 3 => 0..14i32, 1 => -5..40i32],
        prop_oneof![1 => Just(0i64), 4 => 1..60i64],
    );
    (
        0..customers,
        day(),
        proptest::collection::vec(step, 1..5),
        any::<bool>(),
    )
        .prop_map(|(customer, start, steps, runs)| {
            let mut at = start;
            let mut terms: Vec<Term> = Vec::new();
            for (length, gap, mrr) in steps {
                let end = at.plus(length);
                terms.push(Term {
                    customer,
                    start: at,
                    end: Some(end),
                    mrr,
                    trial_end: None,
                    cancel_requested: None,
                });
                at = end.plus(gap);
            }
            if let Some(last) = terms.last_mut().filter(|_| runs) {
                last.end = None;
            }
            terms
        })
}

pub(crate) fn settings() -> impl Strategy<Value = Settings> {
    let grain = prop_oneof![
        6 => Just(Grain::Month), 2 => Just(Grain::Week), 2 => Just(Grain::Quarter), 1 => Just(Grain::Year), 1 => Just(Grain::Day)
    ];
    let grace = prop_oneof![2 => Just(0u32), 1 => 1..14u32];
    (
        day(),
        grain,
        any::<bool>(),
        grace,
        0..4u8,
        prop_oneof![Just(30u32), 1..40u32],
    )
        .prop_map(|(as_of, grain, sunday, grace, ends, silent)| Settings {
            as_of: Some(as_of),
            grain,
            week_start: if sunday {
                WeekStart::Sunday
            } else {
                WeekStart::Monday
            },
            grace,
            end_is: if ends == 1 {
                EndIs::LastDay
            } else {
                EndIs::FirstDayWithout
            },
            churn_date: if ends == 2 {
                ChurnDate::CancelRequest
            } else {
                ChurnDate::TermEnd
            },
            silent,
            ..Settings::default()
        })
}

/// Worlds of up to `customers` who may be listed, and two more who never are.
pub(crate) fn world(customers: usize) -> impl Strategy<Value = World> {
    let known = proptest::collection::vec(
        (
            any::<bool>(),
            proptest::option::of(day()),
            proptest::sample::select(vec!["", "Pro", "Team", "a,\"b\""]),
        ),
        1..=customers,
    );
    let terms = (
        proptest::collection::vec(term(customers + 1), 0..8),
        proptest::collection::vec(chain(customers + 1), 0..5),
    );
    let use_ = (0..customers + 2, 0..3usize, day()).prop_map(|(customer, user, day)| Use {
        customer,
        user,
        day,
    });
    let uses = prop_oneof![1 => Just(Vec::new()), 5 => proptest::collection::vec(use_, 1..40)];
    (known, terms, uses, settings()).prop_map(|(known, (mut terms, chains), uses, settings)| {
        terms.extend(chains.into_iter().flatten());
        let listed = known
            .into_iter()
            .enumerate()
            .filter(|(_, (listed, ..))| *listed)
            .map(|(customer, (_, signup, plan))| Listed {
                customer,
                signup,
                plan,
            })
            .collect();
        World {
            listed,
            terms,
            uses,
            settings,
        }
    })
}

/// Worlds in which many pay and many stop on one day shortly before the as-of date.
pub(crate) fn cut_world() -> impl Strategy<Value = World> {
    (
        proptest::collection::vec((day(), 0..4u8, 1..30i64), 6..16),
        day(),
        0..40i32,
        settings(),
        0..12i32,
    )
        .prop_map(|(starts, cut, ahead, settings, wobble)| {
            let terms = starts
                .into_iter()
                .enumerate()
                .map(|(customer, (start, how, mrr))| Term {
                    customer,
                    start: start.plus(-60),
                    end: match how {
                        0 | 1 => Some(cut),
                        2 => Some(cut.plus(wobble)),
                        _ => None,
                    },
                    mrr,
                    trial_end: None,
                    cancel_requested: None,
                })
                .collect();
            let settings = Settings {
                as_of: Some(cut.plus(ahead)),
                ..settings
            };
            World {
                listed: Vec::new(),
                terms,
                uses: Vec::new(),
                settings,
            }
        })
}

impl World {
    /// The files, those without a row left out.
    pub(crate) fn files(&self) -> Vec<File> {
        let mut files = Vec::new();
        for (name, head, rows) in [
            (
                "customers.csv",
                "customer,signup,plan",
                self.customer_rows(),
            ),
            (
                "subscriptions.csv",
                "customer,start,end,trial_end,cancel_requested,mrr",
                self.term_rows(),
            ),
            ("usage.csv", "customer,user,at,event", self.use_rows()),
        ] {
            if !rows.is_empty() {
                files.push(file(name, head, &rows));
            }
        }
        files
    }

    fn customer_rows(&self) -> Vec<String> {
        let row = |l: &Listed| format!("{},{},{}", id(l.customer), blank(l.signup), quoted(l.plan));
        self.listed.iter().map(row).collect()
    }

    fn term_rows(&self) -> Vec<String> {
        let row = |t: &Term| {
            let (trial, asked) = (blank(t.trial_end), blank(t.cancel_requested));
            format!(
                "{},{},{},{trial},{asked},{}",
                id(t.customer),
                t.start,
                blank(t.end),
                t.mrr
            )
        };
        self.terms.iter().map(row).collect()
    }

    fn use_rows(&self) -> Vec<String> {
        let row = |u: &Use| {
            let user = if u.user == 0 {
                String::new()
            } else {
                format!("u{}", u.user)
            };
            format!("{},{user},{},view", id(u.customer), u.day)
        };
        self.uses.iter().map(row).collect()
    }
}

/// A file of these rows.
pub(crate) fn file(name: &str, head: &str, rows: &[String]) -> File {
    let mut text = format!("{head}\n");
    for row in rows {
        let _ = writeln!(text, "{row}");
    }
    (name.to_owned(), text.into_bytes())
}

fn blank(day: Option<Day>) -> String {
    day.map(|d| d.to_string()).unwrap_or_default()
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
