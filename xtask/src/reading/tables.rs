//! The canonical tables: what every variant says, whatever it looks like.

use super::rows::{CUSTOMERS, MARKS, SUBSCRIPTIONS, USAGE, Ymd};
use crate::sample::days::day_of;
use std::sync::LazyLock;

/// One cell's meaning.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Id(&'static str),
    Text(String),
    /// A date; a blank one has not happened.
    Day(Option<i32>),
    /// A date on which something ends; a blank one runs on.
    End(Option<i32>),
    /// A day and the second of it.
    Stamp(i32, u32),
    /// Hundredths where the currency has them, else whole units.
    Money(Option<i64>),
    Currency,
    Number(u32),
    YesNo(Option<bool>),
    /// Of a month or of a year.
    Yearly(bool),
}

/// What a file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Customers,
    Subscriptions,
    Usage,
    /// Customers with a tenure and a yes or no, and no dates.
    Marks,
}

pub(super) const KINDS: [Kind; 4] = [
    Kind::Customers,
    Kind::Subscriptions,
    Kind::Usage,
    Kind::Marks,
];

impl Kind {
    pub(super) fn word(self) -> &'static str {
        match self {
            Kind::Customers => "customers",
            Kind::Subscriptions => "subscriptions",
            Kind::Usage => "usage",
            Kind::Marks => "marks",
        }
    }

    /// The kind in a report.
    pub(super) fn in_report(self) -> &'static str {
        match self {
            Kind::Marks => "customers",
            other => other.word(),
        }
    }

    /// The roles of the columns.
    pub(super) fn roles(self) -> &'static [&'static str] {
        match self {
            Kind::Customers => &[
                "customer",
                "name",
                "signup",
                "cancelled",
                "last_active",
                "mrr",
                "currency",
                "plan",
                "owner",
            ],
            Kind::Subscriptions => &[
                "customer", "start", "end", "amount", "interval", "currency", "plan", "reason",
            ],
            Kind::Usage => &["customer", "user", "at", "event", "value"],
            Kind::Marks => &["customer", "name", "tenure", "churned", "plan"],
        }
    }
}

/// The characters that a table is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Korean,
    Japanese,
    Chinese,
    /// Not one character beyond ASCII.
    Ascii,
}

impl Script {
    pub(super) fn word(self) -> &'static str {
        match self {
            Script::Latin => "latin",
            Script::Korean => "korean",
            Script::Japanese => "japanese",
            Script::Chinese => "chinese",
            Script::Ascii => "ascii",
        }
    }

    fn words(self) -> &'static Words {
        static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| {
            let words = |[names, plans, people, events, reasons, intervals]: [_; 6]| Words {
                names,
                plans,
                people,
                events,
                reasons,
                intervals,
            };
            blocks(include_str!("scripts.txt")).map(words).collect()
        });
        &WORDS[self as usize]
    }
}

struct Words {
    names: Vec<&'static str>,
    plans: Vec<&'static str>,
    people: Vec<&'static str>,
    events: Vec<&'static str>,
    reasons: Vec<&'static str>,
    intervals: Vec<&'static str>,
}

/// Blocks of so many lines of a text, each cut where a `|` stands.
pub(super) fn blocks<const LINES: usize>(
    text: &'static str,
) -> impl Iterator<Item = [Vec<&'static str>; LINES]> {
    let told = |line: &&str| !line.starts_with('#') && !line.is_empty();
    let mut lines = text
        .lines()
        .filter(told)
        .map(|line| line.split('|').collect());
    std::iter::from_fn(move || {
        let mut first = Some(lines.next()?);
        let mut line = |_| first.take().or_else(|| lines.next()).unwrap_or_default();
        Some(std::array::from_fn(&mut line))
    })
}

/// The currency of a table, and whether its amounts have hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Currency {
    pub(super) code: &'static str,
    pub(super) cents: bool,
}

const fn currency(code: &'static str, cents: bool) -> Currency {
    Currency { code, cents }
}

pub(super) const USD: Currency = currency("USD", true);
pub(super) const EUR: Currency = currency("EUR", true);
pub(super) const CHF: Currency = currency("CHF", true);
pub(super) const KRW: Currency = currency("KRW", false);

/// A table of its own: two variants of one world say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct World {
    pub(super) kind: Kind,
    pub(super) script: Script,
    pub(super) currency: Currency,
    /// No day is over the twelfth: nothing tells day from month.
    pub(super) early: bool,
}

impl World {
    pub(super) fn name(self) -> String {
        let currency = match self.kind {
            Kind::Marks => String::new(),
            _ => format!("-{}", self.currency.code.to_lowercase()),
        };
        let early = if self.early { "-early" } else { "" };
        format!(
            "{}-{}{currency}{early}",
            self.kind.word(),
            self.script.word()
        )
    }

    fn day(self, (y, m, d): Ymd) -> i32 {
        day_of(y, m, if self.early { (d - 1) % 12 + 1 } else { d })
    }

    pub(super) fn interval(self, yearly: bool) -> &'static str {
        self.script.words().intervals[usize::from(yearly)]
    }

    /// The rows, all cells meant.
    pub(super) fn rows(self) -> Vec<Vec<Cell>> {
        let words = self.script.words();
        let text = |text: &str| Cell::Text(text.to_owned());
        let one_of = |from: &[&str], at: Option<usize>| text(at.map_or("", |at| from[at]));
        match self.kind {
            Kind::Customers => CUSTOMERS
                .iter()
                .enumerate()
                .map(|(i, row)| {
                    vec![
                        Cell::Id(row.0),
                        Cell::Text(twisted(words.names[i % 10], i)),
                        Cell::Day(Some(self.day(row.1))),
                        Cell::End(row.2.map(|day| self.day(day))),
                        Cell::Day(row.3.map(|day| self.day(day))),
                        Cell::Money(Some(row.4)),
                        Cell::Currency,
                        text(words.plans[row.5]),
                        one_of(&words.people, row.6),
                    ]
                })
                .collect(),
            Kind::Subscriptions => SUBSCRIPTIONS
                .iter()
                .enumerate()
                .map(|(i, row)| {
                    let reason = row
                        .6
                        .map_or(String::new(), |at| twisted(words.reasons[at], i));
                    vec![
                        Cell::Id(row.0),
                        Cell::Day(Some(self.day(row.1))),
                        Cell::End(row.2.map(|day| self.day(day))),
                        Cell::Money(Some(row.3)),
                        Cell::Yearly(row.4),
                        Cell::Currency,
                        text(words.plans[row.5]),
                        Cell::Text(reason),
                    ]
                })
                .collect(),
            Kind::Usage => USAGE
                .iter()
                .enumerate()
                .map(|(i, row)| {
                    vec![
                        Cell::Id(row.0),
                        one_of(&words.people, row.1),
                        Cell::Stamp(self.day(row.2), row.3),
                        Cell::Text(twisted(words.events[row.4], i)),
                        Cell::Money(row.5),
                    ]
                })
                .collect(),
            Kind::Marks => MARKS
                .iter()
                .enumerate()
                .map(|(i, row)| {
                    vec![
                        Cell::Id(row.0),
                        Cell::Text(twisted(words.names[i % 10], i)),
                        Cell::Number(row.1),
                        Cell::YesNo(row.2),
                        text(words.plans[row.3]),
                    ]
                })
                .collect(),
        }
    }
}

/// A text with what separates and quotes cells in it; of the later rows none has such.
fn twisted(word: &str, row: usize) -> String {
    match row {
        0 => format!("{word}, Inc; Co"),
        1 => format!("{word} \"A\" | B"),
        2 => format!("{word}\n2nd line"),
        3 => format!("O'{word}"),
        4 => format!("12\" {word}"),
        5 => format!("{word}\tT, 'x'"),
        10.. => format!("{word} {row}"),
        _ => word.to_owned(),
    }
}
