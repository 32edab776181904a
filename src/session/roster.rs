//! The list behind a number, with what the files know of each customer.

use super::count;
use crate::dataset::Customer;
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
    let any = |known: fn(&Customer) -> bool| data.customers.iter().any(known);
    let has_events = data.usage.as_ref().is_some_and(|u| !u.events.is_empty());
    let seen = data.usage.is_some() || data.has_last_active;
    let mut columns: Vec<(RosterColumn, Fill)> = Vec::new();
    let mut column = |wanted: bool, id: &'static str, unit: Unit, fill: Fill| {
        if wanted {
            columns.push((RosterColumn { id, unit }, fill));
        }
    };
    column(true, "customer", Unit::Text, |_, _, c| text(Some(&c.id)));
    column(any(|c| c.name.is_some()), "name", Unit::Text, |_, _, c| {
        text(c.name.as_deref())
    });
    column(found.users, "user", Unit::Text, |facts, behind, _| {
        text(
            behind
                .user
                .and_then(|u| facts.activity.users().get(u))
                .map(|u| u.id.as_str()),
        )
    });
    column(any(|c| c.plan.is_some()), "plan", Unit::Text, |_, _, c| {
        text(c.plan.as_deref())
    });
    column(found.amounts, "amount", Unit::Money, |_, behind, _| {
        behind.amount.map_or(Value::None, Value::Number)
    });
    column(seen, "last_used", Unit::Date, |facts, behind, _| {
        facts
            .last_use(behind.customer)
            .map_or(Value::None, Value::Day)
    });
    column(seen, "days_silent", Unit::Days, |facts, behind, _| {
        facts
            .days_silent(behind.customer)
            .map_or(Value::None, |days| Value::Number(days.into()))
    });
    column(has_events, "last_did", Unit::Text, |facts, behind, _| {
        let usage = facts.data.usage.as_ref();
        text(usage.and_then(|usage| usage.last_event(behind.customer)))
    });
    column(
        any(|c| c.owner.is_some()),
        "owner",
        Unit::Text,
        |_, _, c| text(c.owner.as_deref()),
    );
    column(true, "file", Unit::Text, |facts, behind, _| {
        text(
            facts
                .data
                .files
                .get(behind.origin.file as usize)
                .map(String::as_str),
        )
    });
    column(true, "line", Unit::Count, |_, behind, _| {
        Value::Number(count(behind.origin.line))
    });

    let row = |behind: &Behind| -> Option<Vec<Value>> {
        let customer = data.customers.get(behind.customer)?;
        Some(
            columns
                .iter()
                .map(|(_, fill)| fill(facts, behind, customer))
                .collect(),
        )
    };
    Roster {
        rows: found
            .members
            .iter()
            .skip(offset)
            .take(limit)
            .filter_map(row)
            .collect(),
        columns: columns.iter().map(|(column, _)| *column).collect(),
        total: found.members.len() as u64,
    }
}

/// How a column of a roster is filled.
type Fill = fn(&Facts<'_>, &Behind, &Customer) -> Value;

fn text(text: Option<&str>) -> Value {
    text.map_or(Value::None, |t| Value::Text(t.to_owned()))
}
