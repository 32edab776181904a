//! How columns are read whose values could be read in two ways: decided for a column as a whole, from all its values.
//! The head of a file tells it first; where its last row tells otherwise, the file is read again.

mod evidence;

use super::columns::{Holds, holds, split_currency};
use super::guess::ColumnGuess;
use super::kinds::{Plan, Row};
use crate::issue::{Code, Issue};
use crate::order::Sorted;
use crate::roles::{Reading, Role};
use crate::wire;
use evidence::Evidence;

/// A column that is watched, and what its values say.
#[derive(Clone, Debug)]
pub(super) struct Watched {
    pub(super) column: usize,
    role: Role,
    /// Of its name; "" where that tells none.
    currency: &'static str,
    evidence: Evidence,
}

/// How a column is read, and whether its values or those of others tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) reading: Reading,
    pub(crate) certain: bool,
}

/// What is decided of columns, by their places; None where nothing in one could be read in two ways.
pub(crate) type Decisions = Sorted<usize, Option<Decision>>;

const DAYS: [Reading; 3] = [Reading::MonthFirst, Reading::DayFirst, Reading::YearFirst];
const NUMBERS: [Reading; 2] = [Reading::Point, Reading::Comma];

/// The columns to watch.
pub(super) fn watched(columns: &[ColumnGuess]) -> Vec<Watched> {
    let mut all: Vec<Watched> = Vec::new();
    for (column, guess) in columns.iter().enumerate() {
        let first = |role: &Role| all.iter().all(|other| other.role != *role);
        if let Some(role) = guess.role.filter(first)
            && matches!(holds(role, ""), Holds::Day | Holds::Number)
            && !guess.reading_chosen
        {
            all.push(Watched {
                column,
                role,
                currency: split_currency(&guess.header).map_or("", |(_, code)| code),
                evidence: Evidence::default(),
            });
        }
    }
    all
}

/// Whether a column of the role can be read so.
pub(super) fn answers(reading: Reading, role: Role) -> bool {
    match holds(role, "") {
        Holds::Day => DAYS.contains(&reading),
        Holds::Number => NUMBERS.contains(&reading),
        _ => false,
    }
}

/// How each watched column is read.
pub(super) fn decide(all: &[Watched]) -> Decisions {
    let decide = |one: &Watched| {
        let mut file = Evidence::default();
        let alike = all.iter().filter(|other| other.is_day() == one.is_day());
        alike.for_each(|other| file.add(&other.evidence));
        (one.column, one.decide(&file))
    };
    all.iter().map(decide).collect()
}

/// The same, as far as an earlier reading of all rows has not told it.
pub(super) fn known_or_decided(all: &[Watched], known: &Decisions) -> Decisions {
    let of = |one: &Watched| {
        let told = known.get(&one.column)?;
        let fits = told.is_none_or(|told| answers(told.reading, one.role));
        fits.then_some((one.column, *told))
    };
    let told: Decisions = all.iter().filter_map(of).collect();
    let own = decide(all).into_iter();
    // Of equal keys the last one stands.
    own.chain(told).collect()
}

/// What all rows tell, where it is not how they were read.
pub(super) fn in_hindsight(all: &[Watched], plan: &Plan) -> Option<Decisions> {
    let decided = decide(all);
    let first = |reading: &Reading| *reading != DAYS[0] && *reading != NUMBERS[0];
    let wrong = decided.iter().any(|(&column, decision)| {
        let told = decision.map(|decision| decision.reading);
        told.filter(first) != plan.reading(Some(column)).filter(first)
    });
    wrong.then_some(decided)
}

/// Whether the issue is one of [`questions`].
pub(super) fn is_question(code: Code) -> bool {
    matches!(code, Code::DateOrderGuessed | Code::DecimalSignGuessed)
}

/// What is asked about, where nothing tells it; of no file and line yet.
pub(super) fn questions(
    all: &[Watched],
    decided: &Decisions,
    headers: &[String],
) -> impl Iterator<Item = Issue> {
    all.iter().filter_map(move |watched| {
        let decision = decided.get(&watched.column).copied().flatten();
        let decision = decision.filter(|decision| !decision.certain)?;
        let code = if watched.is_day() {
            Code::DateOrderGuessed
        } else {
            Code::DecimalSignGuessed
        };
        let mut issue = Issue::new(code)
            .with("role", watched.role.word())
            .with("reading", decision.reading.word())
            .with("text", watched.evidence.example.as_str());
        issue.column = headers.get(watched.column).cloned();
        issue.count = watched.evidence.twofold.max(1);
        Some(issue)
    })
}

impl Watched {
    /// Sees a row.
    pub(super) fn row(&mut self, row: &Row<'_>, currency: Option<usize>) {
        let named = || currency.map_or("", |column| row.cell(column));
        self.value(row.cell(self.column), &named);
    }

    /// Sees a value, and what names its currency.
    pub(super) fn value<'a>(&mut self, text: &str, currency: &dyn Fn() -> &'a str) {
        match text.as_bytes() {
            // Almost every date begins with its year.
            [_, b'0'..=b'9', b'0'..=b'9', _, b'-', ..] => {}
            _ if self.is_day() => self.evidence.day(text),
            _ => {
                let of_name = self.currency;
                let named = || {
                    Some(currency())
                        .filter(|c| !c.is_empty())
                        .unwrap_or(of_name)
                };
                self.evidence.number(text, &named);
            }
        }
    }

    /// Adds what values of the same column say that follow.
    pub(super) fn append(&mut self, next: &Watched) {
        self.evidence.append(&next.evidence);
    }

    /// Writes what its values say, to be posted.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        self.evidence.write(out);
    }

    /// The same column, with what [`Watched::write`] wrote.
    pub(super) fn read(&self, from: &mut wire::Reader<'_>) -> Option<Watched> {
        Some(Watched {
            evidence: Evidence::read(from)?,
            ..self.clone()
        })
    }

    /// Sees so many whole numbers below a thousand, and above, and so many with a point and not three digits behind it.
    pub(super) fn plain_numbers(&mut self, small: u64, large: u64, pointed: u64) {
        let evidence = &mut self.evidence;
        evidence.plain[0] += small;
        evidence.plain[1] += large;
        evidence.asked += pointed;
        evidence.readable[0] += pointed;
    }

    fn is_day(&self) -> bool {
        holds(self.role, "") == Holds::Day
    }

    fn decide(&self, file: &Evidence) -> Option<Decision> {
        let evidence = &self.evidence;
        if evidence.asked == 0 {
            return None;
        }
        // Columns of one file were written by one hand.
        let others = || file.told().filter(|(place, _)| evidence.is_best(*place));
        let habit = || {
            if self.is_day() {
                evidence.by_years(file)
            } else {
                Some(self.by_thousands())
            }
        };
        let told = evidence.told().or_else(others).or_else(habit);
        let (place, certain) = told.unwrap_or((0, false));
        let reading = if self.is_day() {
            DAYS.get(place)
        } else {
            NUMBERS.get(place)
        };
        let plain = reading == Some(&Reading::Point) && evidence.twofold == 0 && certain;
        let reading = *reading.filter(|_| !plain)?;
        Some(Decision { reading, certain })
    }

    /// Three digits behind a sign are most likely thousands where money has fewer of them, or none.
    fn by_thousands(&self) -> (usize, bool) {
        let Evidence {
            thousands,
            exponents,
            plain,
            ..
        } = self.evidence;
        let counted = matches!(self.role, Role::Seats | Role::Tenure | Role::Quantity);
        match thousands {
            [_, 0] if counted || exponents == 1 => (1, true),
            [_, 0] if thousands[0] > 0 => (0, exponents == 1 << 3),
            [0, _] if self.role == Role::Value => {
                (0, exponents == 1 || plain[0] > 0 && plain[1] == 0)
            }
            [0, _] => (0, exponents & 1 << 3 == 0),
            _ => (0, false),
        }
    }
}
