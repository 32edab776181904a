//! Invoices: one row a line of an invoice, or a payment of one.

use super::{End, Plan, Row, Rows, SetAside, Spec};
use crate::calendar::Day;
use crate::intake::cells::{self, Interval};
use crate::intake::kept::{Kept, Record};
use crate::intake::notes::Notes;
use crate::intake::words;
use crate::issue::Code;
use crate::money::Decimal;
use crate::roles::{Kind, Role};

/// An invoices file. Where only a service period has a day, it is the invoice's.
pub(crate) const SPEC: Spec = Spec {
    kind: Kind::Invoices,
    required: &[
        &[Role::Customer],
        &[Role::Date, Role::PeriodStart],
        &[Role::Amount],
    ],
    wanted: &[],
    against: "",
    tells: "tell-invoices",
    one_row_each: false,
    empty: |_| Rows::Invoices(Kept::default()),
    read,
};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// It recurs, or nothing says otherwise.
    Charge,
    /// One-off, tax, or by use: no MRR (definitions, section 2).
    Once,
    /// It takes from another.
    Refund,
}

/// What a word says of its line; None where it says nothing.
pub(crate) fn what(text: &str) -> Option<What> {
    let folded = crate::intake::columns::fold(text);
    let known = [
        (words::list("refund"), What::Refund),
        (words::list("once"), What::Once),
        (words::list("charge"), What::Charge),
    ];
    let is = known
        .into_iter()
        .find(|(words, _)| words::is_among(&folded, words));
    is.map(|(_, what)| what)
        .or_else(|| folded.starts_with("subscription").then_some(What::Charge))
}

/// What a row of an invoices file says, beside its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LineRow<'a> {
    /// The invoice's day.
    pub(crate) date: Day,
    pub(crate) what: What,
    /// The invoice's number.
    pub(crate) number: &'a str,
    /// The number of the invoice that it refunds.
    pub(crate) refunds: &'a str,
    /// As written; a negative one is a refund, as is one that names another invoice.
    pub(crate) amount: Option<Decimal>,
    /// The code that the row names, or "".
    pub(crate) currency: &'a str,
    /// What was given back of this very line.
    pub(crate) refunded: Option<Decimal>,
    /// The first day of service, where the row names one.
    pub(crate) start: Option<Day>,
    /// The last day of service or the day after.
    pub(crate) end: Option<End>,
    /// What the interval column says.
    pub(crate) interval: Option<Interval>,
    /// The column that says that it does not count, and what it says.
    pub(crate) uncounted: Option<(Role, &'a str)>,
}

impl<'a> LineRow<'a> {
    /// Of a row that [`read`] kept.
    pub(crate) fn of(kept: Record<'a>) -> LineRow<'a> {
        let mut fields = kept.fields();
        LineRow {
            date: fields.day().unwrap_or(Day::FIRST),
            what: match fields.number() {
                0 => What::Charge,
                1 => What::Once,
                _ => What::Refund,
            },
            number: fields.text(),
            refunds: fields.text(),
            amount: fields.decimal(),
            currency: fields.text(),
            refunded: fields.decimal(),
            start: fields.day(),
            end: fields.end(),
            interval: fields.interval(),
            uncounted: match fields.number() {
                0 => None,
                1 => Some(Role::Status),
                2 => Some(Role::Kind),
                _ => Some(Role::Interval),
            }
            .map(|role| (role, fields.text())),
        }
    }
}

fn read(rows: &mut Rows, row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> Result<(), SetAside> {
    let Rows::Invoices(rows) = rows else {
        return Ok(());
    };
    let id = row.id(plan, Role::Customer, notes)?;
    let day = if plan.has(Role::Date) {
        Role::Date
    } else {
        Role::PeriodStart
    };
    let date = row.required_stamp(plan, day)?.day;
    let start = row.optional_day(plan, Role::PeriodStart, notes);
    let end = row.optional_end(plan, Role::PeriodEnd, notes);
    let amount = row.money(plan, Role::Amount, notes)?;
    let (amount, sign) = amount.map_or((None, None), |(amount, sign)| (Some(amount), sign));
    let named = |role| Some(row.of(plan, role)).filter(|text| !cells::is_blank(text));
    let (kind, word) = (named(Role::Kind).and_then(what), named(Role::Interval));
    let interval = word.and_then(cells::interval);
    let number = named(Role::Invoice).unwrap_or_default();
    // Where rows are marked as recurring and belong to invoices, one that is neither is a one-off.
    let unmarked =
        kind.is_none() && plan.has(Role::Kind) && number.is_empty() && plan.has(Role::Invoice);
    let once = if kind == Some(What::Once) || unmarked {
        Some(Role::Kind)
    } else {
        let is_once = word.and_then(what) == Some(What::Once);
        is_once.then_some(Role::Interval)
    };
    let refunds = named(Role::Refunds).unwrap_or_default();
    let names_another = !refunds.is_empty() && refunds != number;
    let is = match kind {
        _ if names_another || amount.is_some_and(|amount| amount.units < 0) => What::Refund,
        Some(What::Refund) => What::Refund,
        _ if once.is_some() => What::Once,
        _ => What::Charge,
    };
    let served = interval.is_some() || start.zip(end).is_some();
    if let (What::Charge, Some(word), false) = (is, word, served) {
        let column = plan.column(Role::Interval);
        return Err(SetAside::new(Code::IntervalUnknown, column, word));
    }
    let status = row.of(plan, Role::Status).to_ascii_lowercase();
    let void =
        status.starts_with("requires_") || words::is_among(&status, words::list("uncounted"));
    // A refund's own word for itself is no reason against it.
    let itself = status.starts_with("cancel") || what(&status) == Some(What::Refund);
    let why = if void && !(is == What::Refund && itself) {
        Some(Role::Status)
    } else {
        once.filter(|_| is == What::Once)
    };
    let refunded = refunded(row, plan, notes);
    let currency = row.currency(plan, sign);
    rows.push(id, row.line, &mut |out| {
        out.day(Some(date));
        out.number(is as u64);
        out.text(number);
        out.text(refunds);
        out.decimal(amount);
        out.text(&currency);
        out.decimal(refunded);
        out.day(start);
        out.end(end);
        out.interval(interval);
        out.number(match why {
            None => 0,
            Some(Role::Status) => 1,
            Some(Role::Kind) => 2,
            Some(_) => 3,
        });
        out.text(why.map_or("", |role| row.of(plan, role)));
    });
    Ok(())
}

fn refunded(row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> Option<Decimal> {
    let text = row.of(plan, Role::Refunded);
    let read = row.number(plan, Role::Refunded).value();
    if read.is_none() && !cells::is_blank(text) {
        let column = plan.column(Role::Refunded);
        notes.value(Code::NumberIgnored, row.line, column, text);
    }
    read
}
