//! What a metric says: its layout, what can be seen of each slot, and who contributes what to which slot.

use crate::calendar::Day;
use crate::dataset::CustomerIx;
use crate::facts::{Facts, Frame, Period};
use crate::report;
pub(super) use crate::report::Is as Value;

/// Gives the contributions of a member.
pub(super) type Contribute<'a> = Box<dyn FnMut(usize, &mut dyn Put) + 'a>;

/// A question put to the facts.
pub(super) struct Question<'a> {
    /// Rows and columns of its slots.
    pub layout: Layout,
    /// What a cell is.
    pub value: Value,
    /// Whom it counts.
    pub members: Members,
    /// What can be seen of a slot (row, column).
    pub sight: Box<dyn Fn(usize, usize) -> Sight + 'a>,
    /// What a member adds to which slots.
    pub contribute: Contribute<'a>,
}

/// Takes a member's contributions.
pub(super) trait Put {
    /// To a slot: row, column, and what it adds to `n` and to `of`.
    fn one(&mut self, row: usize, column: usize, n: i64, of: i64);

    /// To the sixty-four slots of a row from column 64 × `word` on: the bits of those to whose `n` and to whose `of` it
    /// adds one, the first of them among the second.
    fn bits(&mut self, row: usize, word: usize, n: u64, of: u64) {
        let mut rest = of;
        while rest != 0 {
            let bit = rest.trailing_zeros();
            self.one(row, 64 * word + bit as usize, (n >> bit & 1) as i64, 1);
            rest &= rest - 1;
        }
    }
}

/// Rows and columns of the slots of a figure.
pub(super) enum Layout {
    /// Rows are lines, columns are periods.
    Series {
        lines: &'static [&'static str],
        periods: Vec<report::Period>,
    },
    /// Rows are cohorts, columns are ages; the column after the last age ([`Layout::size`]) counts the members.
    Triangle { cohorts: Vec<Day>, ages: usize },
    /// Rows are parts; column 0 is the part, column 1 the money behind it, if there is any.
    Split {
        as_of: Option<Day>,
        parts: Vec<String>,
        money: bool,
    },
}

/// The columns of a part.
pub(super) const PART: usize = 0;
pub(super) const MONEY: usize = 1;

impl Layout {
    /// A series of the ledger, from the period of the first paying start.
    pub(super) fn of_ledger(frame: &Frame, lines: &'static [&'static str]) -> Layout {
        Layout::Series {
            lines,
            periods: frame.ledger.iter().map(column).collect(),
        }
    }

    /// A series of use, from the period of the first usage row.
    pub(super) fn of_use(frame: &Frame, lines: &'static [&'static str]) -> Layout {
        Layout::Series {
            lines,
            periods: frame.usage.iter().map(column).collect(),
        }
    }

    /// A triangle of the ledger: every period a cohort and an age.
    pub(super) fn of_paying(frame: &Frame) -> Layout {
        let cohorts: Vec<Day> = frame.ledger.iter().map(|p| p.span.start).collect();
        Layout::Triangle {
            ages: cohorts.len(),
            cohorts,
        }
    }

    /// How many rows and columns of slots there are.
    pub(super) fn grid(&self) -> (usize, usize) {
        match self {
            Layout::Series { lines, periods } => (lines.len(), periods.len()),
            Layout::Triangle { cohorts, ages } => (cohorts.len(), ages + 1),
            Layout::Split { parts, .. } => (parts.len(), 2),
        }
    }
}

fn column(period: &Period) -> report::Period {
    report::Period {
        start: period.span.start,
        end: period.span.end,
        complete: period.complete,
    }
}

/// Whom a figure counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Members {
    Customers,
    Users,
}

impl Members {
    /// How many there are.
    pub(super) fn count(self, facts: &Facts<'_>) -> usize {
        match self {
            Members::Customers => facts.data.customers.len(),
            Members::Users => facts.activity.users().len(),
        }
    }

    /// The customer that a member is, or belongs to.
    pub(super) fn customer(self, facts: &Facts<'_>, member: usize) -> CustomerIx {
        match self {
            Members::Customers => member,
            Members::Users => facts
                .activity
                .users()
                .get(member)
                .map_or(usize::MAX, |u| u.customer as CustomerIx),
        }
    }
}

/// What can be seen of a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sight {
    /// It could not be observed: null.
    Nothing,
    /// Seen where anybody is in it, else null; whole either way.
    IfAny,
    /// Of an incomplete period.
    Partial,
    /// All of it.
    Whole,
}

impl Sight {
    /// Of a period that has begun.
    pub(super) fn of(complete: bool) -> Sight {
        if complete {
            Sight::Whole
        } else {
            Sight::Partial
        }
    }

    /// Of a series of the ledger: every close is seen.
    pub(super) fn of_series<'a>(periods: &'a [Period]) -> Box<dyn Fn(usize, usize) -> Sight + 'a> {
        Box::new(|_, period| {
            periods
                .get(period)
                .map_or(Sight::Nothing, |p| Sight::of(p.complete))
        })
    }

    /// Of a triangle of the ledger: the cell of a cohort at an age lies in the period so many later.
    pub(super) fn of_paying<'a>(frame: &'a Frame) -> Box<dyn Fn(usize, usize) -> Sight + 'a> {
        Box::new(|cohort, age| {
            frame
                .ledger
                .get(cohort + age)
                .map_or(Sight::Nothing, |p| Sight::of(p.complete))
        })
    }
}
