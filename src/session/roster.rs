//! The list behind a number, with what the files know of each customer.

use super::count;
use crate::dataset::{CustomerIx, Dataset};
use crate::facts::Facts;
use crate::metrics::{self, Behind};
use crate::report::{Roster, RosterColumn, Unit, Value};

/// A list with what the files know of each customer; columns that no file fills are left out.
pub(super) fn of(
    facts: &Facts<'_>,
    found: &metrics::Roster,
    offset: usize,
    limit: usize,
) -> Roster {
    let data = facts.data;
    let any = |known: fn(&Dataset, CustomerIx) -> Option<&str>| {
        (0..data.customers.len()).any(|c| known(data, c).is_some())
    };
    let has_events = data.usage.as_ref().is_some_and(|u| !u.events.is_empty());
    let seen = data.usage.is_some() || data.has_last_active;
    let mut columns: Vec<(RosterColumn, Fill)> = Vec::new();
    let mut column = |wanted: bool, id: &'static str, unit: Unit, fill: Fill| {
        if wanted {
            columns.push((RosterColumn { id, unit }, fill));
        }
    };
    column(true, "customer", Unit::Text, |facts, behind| {
        text(Some(facts.data.id(behind.customer)))
    });
    column(any(Dataset::name), "name", Unit::Text, |facts, behind| {
        text(facts.data.name(behind.customer))
    });
    column(found.users, "user", Unit::Text, |facts, behind| {
        let user = |user| facts.data.usage.as_ref()?.user_id(user);
        text(behind.user.and_then(user))
    });
    column(any(Dataset::plan), "plan", Unit::Text, |facts, behind| {
        text(facts.data.plan(behind.customer))
    });
    column(found.amounts, "amount", Unit::Money, |_, behind| {
        behind.amount.map_or(Value::None, Value::Number)
    });
    column(seen, "last_used", Unit::Date, |facts, behind| {
        facts
            .last_use(behind.customer)
            .map_or(Value::None, Value::Day)
    });
    column(seen, "days_silent", Unit::Days, |facts, behind| {
        facts
            .days_silent(behind.customer)
            .map_or(Value::None, |days| Value::Number(days.into()))
    });
    column(has_events, "last_did", Unit::Text, |facts, behind| {
        let usage = facts.data.usage.as_ref();
        text(usage.and_then(|usage| usage.last_event(behind.customer)))
    });
    column(any(Dataset::owner), "owner", Unit::Text, |facts, behind| {
        text(facts.data.owner(behind.customer))
    });
    column(true, "file", Unit::Text, |facts, behind| {
        text(
            facts
                .data
                .files
                .get(behind.origin.file as usize)
                .map(String::as_str),
        )
    });
    column(true, "line", Unit::Count, |_, behind| {
        Value::Number(count(behind.origin.line))
    });

    let row = |behind: &Behind| -> Vec<Value> {
        let fills = columns.iter().map(|(_, fill)| fill(facts, behind));
        fills.collect()
    };
    Roster {
        rows: found
            .members
            .iter()
            .skip(offset)
            .take(limit)
            .map(row)
            .collect(),
        columns: columns.iter().map(|(column, _)| *column).collect(),
        total: found.members.len() as u64,
    }
}

/// How a column of a roster is filled.
type Fill = fn(&Facts<'_>, &Behind) -> Value;

fn text(text: Option<&str>) -> Value {
    text.map_or(Value::None, |t| Value::Text(t.to_owned()))
}
