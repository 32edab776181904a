//! Customers: one row each.

use super::{End, Plan, Price, Row, Rows, SetAside, Spec};
use crate::calendar::Day;
use crate::intake::cells;
use crate::intake::kept::{Kept, Record};
use crate::intake::notes::Notes;
use crate::issue::Code;
use crate::roles::{Kind, Role};

/// A customers file.
pub(crate) const SPEC: Spec = Spec {
    kind: Kind::Customers,
    required: &[&[Role::Customer]],
    wanted: &[],
    against: "against-customers",
    tells: "",
    one_row_each: true,
    empty: |_| Rows::Customers(Kept::default()),
    read,
};

/// What a row of a customers file says, beside its id and its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CustomerRow<'a> {
    /// The day of sign-up.
    pub(crate) signup: Option<Day>,
    /// The day it ended.
    pub(crate) cancelled: Option<End>,
    /// The last day it was active.
    pub(crate) last_active: Option<Day>,
    /// The file's own mark.
    pub(crate) churned: Option<bool>,
    /// What it pays, and the code of the currency that the row names, or "".
    pub(crate) price: Option<(Price, &'a str)>,
}

impl<'a> CustomerRow<'a> {
    /// Of a row that [`read`] kept.
    pub(crate) fn of(kept: Record<'a>) -> CustomerRow<'a> {
        let mut fields = kept.fields();
        CustomerRow {
            signup: fields.day(),
            cancelled: fields.end(),
            last_active: fields.day(),
            churned: fields.signed().map(|yes| yes == 1),
            price: fields.price(),
        }
    }
}

fn read(rows: &mut Rows, row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> Result<(), SetAside> {
    let Rows::Customers(rows) = rows else {
        return Ok(());
    };
    let id = row.id(plan, Role::Customer, notes)?;
    let cancelled = row.end(plan, Role::Cancelled)?;
    // Of a customers row only the money is set aside.
    let price = row.price(plan, notes).unwrap_or_else(|aside| {
        notes.value(aside.code, row.line, aside.column, &aside.text);
        None
    });
    let signup = row.optional_day(plan, Role::Signup, notes);
    let last_active = row.optional_day(plan, Role::LastActive, notes);
    let churned = mark(row, plan, notes);
    check_months(row, plan, notes);
    let (price, currency) = price.unzip();
    rows.push(id, row.line, &mut |out| {
        out.day(signup);
        out.end(cancelled);
        out.day(last_active);
        out.signed(churned.map(i64::from));
        out.price(price, currency.as_deref().unwrap_or_default());
        out.cells(&mut row.cells());
    });
    Ok(())
}

fn mark(row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> Option<bool> {
    let text = row.of(plan, Role::Churned);
    let mark = cells::yes_no(text);
    if mark.is_none() && !cells::is_blank(text) {
        notes.value(
            Code::YesNoIgnored,
            row.line,
            plan.column(Role::Churned),
            text,
        );
    }
    mark
}

/// Says so where the months as a customer are not whole: a report has no use for them yet.
fn check_months(row: &Row<'_>, plan: &Plan, notes: &mut Notes) {
    let text = row.of(plan, Role::Tenure);
    if cells::is_blank(text) {
        return;
    }
    let whole = row
        .number(plan, Role::Tenure)
        .value()
        .and_then(|n| n.scaled(0, 1, 1).filter(|_| n.significant_decimals() == 0));
    let months = whole.and_then(|n| u32::try_from(n).ok());
    if months.is_none() {
        notes.value(
            Code::NumberIgnored,
            row.line,
            plan.column(Role::Tenure),
            text,
        );
    }
}
