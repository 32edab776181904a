//! The customers or users behind one cell: its contributions, filtered to its slot.

use super::fold::{averaged, tally};
use super::question::{Layout, MONEY, Members, PART, Put, Question, Sight, Value};
use super::{METRICS, Metric};
use crate::calendar::Day;
use crate::dataset::{CustomerIx, Dataset, Origin};
use crate::facts::Facts;
use crate::report::Unit;
use crate::value::record;

/// Which cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The figure.
    pub figure: String,
    /// Of a series: the line; may be left out where there is but one.
    pub line: Option<String>,
    /// Of a series: the first day of the period.
    pub period: Option<Day>,
    /// Of a triangle: the first day of the cohort's period. Without it, the members of the average of the age.
    pub cohort: Option<Day>,
    /// Of a triangle: the age. Without it, all members of the cohort.
    pub age: Option<u32>,
    /// Of a split: the part; may be left out where there is but one.
    pub part: Option<String>,
    /// The value of the setting `split`; without it, the whole.
    pub segment: Option<String>,
    /// Of a rate: those whom it is a part of, instead of its numerator.
    pub base: bool,
}

record!(Query { figure line period cohort age part segment base });

/// There is no such cell in the report, or it could not be observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchCell;

/// Those behind a number, ordered by customer id, then user id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    /// One for each unit that n counts; of an amount, one for each who has a share of it.
    pub members: Vec<Behind>,
    /// Whether they are users.
    pub users: bool,
    /// Whether they come with amounts.
    pub amounts: bool,
}

impl Roster {
    /// Customers by themselves.
    pub fn of(customers: &[CustomerIx], data: &Dataset) -> Roster {
        let behind = |&customer: &CustomerIx| {
            let origin = data.customers.get(customer)?.origin.into();
            Some(Behind {
                customer,
                user: None,
                amount: None,
                origin,
            })
        };
        Roster {
            members: customers.iter().filter_map(behind).collect(),
            users: false,
            amounts: false,
        }
    }
}

/// One customer or user behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behind {
    /// Place in `Dataset::customers`.
    pub customer: CustomerIx,
    /// Place in `Usage::users`.
    pub user: Option<usize>,
    /// The share of the amount, in minor units.
    pub amount: Option<i64>,
    /// The row that speaks for the member.
    pub origin: Origin,
}

/// Those behind one cell; of a rate, those of its numerator unless its base is asked for.
pub fn members(facts: &Facts<'_>, query: &Query) -> Result<Roster, NoSuchCell> {
    let metric = METRICS
        .iter()
        .find(|m| m.id == query.figure)
        .ok_or(NoSuchCell)?;
    if !metric.missing(facts).is_empty() {
        return Err(NoSuchCell);
    }
    let mut question = (metric.ask)(facts);
    let value = match (&query.segment, &facts.segments.split) {
        (None, _) => None,
        (Some(value), Some(split)) => {
            Some(split.values.binary_search(value).map_err(|_| NoSuchCell)?)
        }
        (Some(_), None) => return Err(NoSuchCell),
    };
    let slots = Slots::find(&mut question, facts, query, value)?;
    if query.base && (question.value == Value::Count || slots.is_size) {
        return Err(NoSuchCell);
    }
    let amounts = slots.amounts(metric, &question);
    let mut behind = Vec::new();
    for member in 0..question.members.count(facts) {
        let customer = question.members.customer(facts, member);
        let in_part = value.is_none() || facts.segments.value(customer) == value;
        if !in_part || !facts.segments.selected(customer) {
            continue;
        }
        let mut found = Found {
            slots: &slots,
            base: query.base,
            n: 0,
            amount: 0,
        };
        (question.contribute)(member, &mut found);
        let (n, amount) = (found.n, found.amount);
        if n == 0 {
            continue;
        }
        let user = (question.members == Members::Users).then_some(member);
        let origin = match user.and_then(|u| facts.activity.users().get(u)) {
            Some(user) => Some(user.origin),
            None => facts.data.customers.get(customer).map(|c| c.origin),
        };
        let Some(origin) = origin.map(Origin::from) else {
            continue;
        };
        let share = if slots.has_money { amount } else { n };
        let one = Behind {
            customer,
            user,
            amount: amounts.then_some(share),
            origin,
        };
        let times = if question.is_money(metric) {
            1
        } else {
            usize::try_from(n).unwrap_or(0)
        };
        behind.extend(std::iter::repeat_n(one, times));
    }
    Ok(Roster {
        members: behind,
        users: question.members == Members::Users,
        amounts,
    })
}

/// What a member adds to the slots behind a cell.
struct Found<'s> {
    slots: &'s Slots,
    base: bool,
    n: i64,
    amount: i64,
}

impl Put for Found<'_> {
    fn one(&mut self, row: usize, column: usize, n: i64, of: i64) {
        if self.slots.hold(row, column) {
            self.n = self.n.saturating_add(if self.base { of } else { n });
        }
        if self.slots.money(row, column) {
            self.amount = self.amount.saturating_add(n);
        }
    }
}

impl Question<'_> {
    /// Whether contributions are amounts rather than heads.
    fn is_money(&self, metric: &Metric) -> bool {
        metric.unit == Unit::Money || self.value == Value::Ratio
    }
}

/// The slots behind a cell: one, or those that an average is made of.
struct Slots {
    rows: Vec<usize>,
    column: usize,
    /// Whether a part has money behind it.
    has_money: bool,
    /// Whether the slot counts the members of a cohort.
    is_size: bool,
}

impl Slots {
    fn find(
        question: &mut Question<'_>,
        facts: &Facts<'_>,
        query: &Query,
        value: Option<usize>,
    ) -> Result<Slots, NoSuchCell> {
        let sheet = value.map_or(0, |value| value + 1);
        let sums = match question.layout {
            Layout::Triangle { .. } => tally(question, facts),
            _ => None,
        };
        let question = &*question;
        let one = |row, column| Slots {
            rows: vec![row],
            column,
            has_money: false,
            is_size: false,
        };
        let seen = |slots: Slots| {
            let row = slots.rows.first().copied().ok_or(NoSuchCell)?;
            if (question.sight)(row, slots.column) == Sight::Nothing {
                Err(NoSuchCell)
            } else {
                Ok(slots)
            }
        };
        match &question.layout {
            Layout::Series { lines, periods } => {
                let row = named(query.line.as_deref(), lines.iter().copied()).ok_or(NoSuchCell)?;
                let period = query.period.ok_or(NoSuchCell)?;
                seen(one(
                    row,
                    periods
                        .binary_search_by_key(&period, |p| p.start)
                        .map_err(|_| NoSuchCell)?,
                ))
            }
            Layout::Split { parts, money, .. } => {
                let row = named(query.part.as_deref(), parts.iter().map(String::as_str))
                    .ok_or(NoSuchCell)?;
                seen(Slots {
                    has_money: *money,
                    ..one(row, PART)
                })
            }
            Layout::Triangle { cohorts, ages } => {
                let sums = sums.as_ref().and_then(|sheets| sheets.get(sheet));
                let sums = sums.ok_or(NoSuchCell)?;
                let age = query.age.map(|age| age as usize);
                if age.is_some_and(|age| age >= *ages) {
                    return Err(NoSuchCell);
                }
                let row = |start: &Day| {
                    let row = cohorts.binary_search(start).map_err(|_| NoSuchCell)?;
                    if sums.at(row, *ages).n > 0 {
                        Ok(row)
                    } else {
                        Err(NoSuchCell)
                    }
                };
                match (&query.cohort, age) {
                    (Some(start), None) => Ok(Slots {
                        is_size: true,
                        ..one(row(start)?, *ages)
                    }),
                    (Some(start), Some(age)) => {
                        let row = row(start)?;
                        let empty =
                            (question.sight)(row, age) == Sight::IfAny && sums.at(row, age).of == 0;
                        if empty {
                            Err(NoSuchCell)
                        } else {
                            seen(one(row, age))
                        }
                    }
                    (None, Some(age)) => {
                        let rows = (0..cohorts.len())
                            .filter(|row| averaged(question, *row, age, sums.at(*row, age)));
                        let rows: Vec<usize> = rows.collect();
                        if rows.is_empty() {
                            Err(NoSuchCell)
                        } else {
                            Ok(Slots {
                                rows,
                                ..one(0, age)
                            })
                        }
                    }
                    (None, None) => Err(NoSuchCell),
                }
            }
        }
    }

    fn hold(&self, row: usize, column: usize) -> bool {
        column == self.column && self.rows.binary_search(&row).is_ok()
    }

    fn money(&self, row: usize, column: usize) -> bool {
        self.has_money && column == MONEY && self.rows.binary_search(&row).is_ok()
    }

    fn amounts(&self, metric: &Metric, question: &Question<'_>) -> bool {
        self.has_money || (question.is_money(metric) && !self.is_size)
    }
}

/// The index of a name; of the only one where none is given.
fn named<'n>(
    name: Option<&str>,
    mut names: impl ExactSizeIterator<Item = &'n str>,
) -> Option<usize> {
    match name {
        Some(name) => names.position(|n| n == name),
        None => (names.len() == 1).then_some(0),
    }
}
