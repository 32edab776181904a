//! Usage: one row a use. Rows are folded as they are read and never kept; the state can be merged, empty is the
//! identity, and order leaves no trace.

pub(crate) mod events;
pub(crate) mod state;

use super::{Plan, Row, Rows, SetAside, Spec};
use crate::intake::cells::{self, Number};
use crate::intake::ids::Key;
use crate::intake::notes::Notes;
use crate::issue::Code;
use crate::money::{Decimal, round_half_even};
use crate::roles::{Kind, Role};
use events::Known;
use state::{UsageRow, UsageState};

/// A usage file, and a list of purchases.
pub(crate) const SPEC: Spec = Spec {
    kind: Kind::Usage,
    required: &[&[Role::Customer, Role::User], &[Role::At]],
    wanted: &[],
    against: "against-usage",
    tells: "",
    one_row_each: false,
    empty: |settings| {
        Rows::Usage(Box::new(UsageState::new(
            settings.active.min_value.is_some(),
        )))
    },
    read,
};

fn read(rows: &mut Rows, row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> Result<(), SetAside> {
    let Rows::Usage(state) = rows else {
        return Ok(());
    };
    let (customer, user) = if plan.has(Role::Customer) {
        (
            row.id(plan, Role::Customer, notes)?,
            row.of(plan, Role::User),
        )
    } else {
        (row.id(plan, Role::User, notes)?, "") // users are the customers
    };
    let event = row.of(plan, Role::Event);
    let qualifies = |events: &Vec<String>| events.iter().any(|e| e == event);
    let user = if cells::is_blank(user) { "" } else { user };
    let stamp = row.required_stamp(plan, Role::At)?;
    let (customer, user) = (customer.as_bytes(), user.as_bytes());
    let event = Known {
        qualifies: plan.events.as_ref().is_none_or(qualifies),
        event: state.events().number(event.as_bytes()),
    };
    state.add(&UsageRow {
        key: Key::of(customer, user),
        event,
        day: stamp.day,
        moment: stamp.moment(),
        value: value(row, plan, notes),
        line: row.line,
    });
    Ok(())
}

/// The row's value in millionths; what is none counts 0.
fn value(row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> i64 {
    let text = row.of(plan, Role::Value);
    if cells::is_blank(text) {
        return 0;
    }
    let read = row.number(plan, Role::Value);
    match read.value().and_then(millionths) {
        Some(value) => value,
        None => {
            let code = if read == Number::Unreadable {
                Code::NumberIgnored
            } else {
                Code::NumberTooLarge
            };
            notes.value(code, row.line, plan.column(Role::Value), text);
            0
        }
    }
}

fn millionths(n: Decimal) -> Option<i64> {
    let units = i128::from(n.units) * 1_000_000;
    i64::try_from(round_half_even(
        units,
        10i128.checked_pow(u32::from(n.decimals))?,
    )?)
    .ok()
}
