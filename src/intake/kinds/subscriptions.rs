//! Subscriptions: one row a stretch of constant price.

use super::{End, Plan, Price, Row, Rows, SetAside, Spec};
use crate::calendar::Day;
use crate::intake::cells;
use crate::intake::kept::{Kept, Record};
use crate::intake::notes::Notes;
use crate::intake::words;
use crate::roles::{Kind, Role};

/// A subscriptions file. Amounts are wished for, not required: without them customers are still counted
/// (definitions, section 2).
pub(crate) const SPEC: Spec = Spec {
    kind: Kind::Subscriptions,
    required: &[&[Role::Customer], &[Role::Start]],
    wanted: &[&[Role::End]],
    against: "against-subscriptions",
    tells: "",
    one_row_each: false,
    empty: |_| Rows::Subscriptions(Kept::default()),
    read,
};

/// What a row of a subscriptions file says, beside its id and its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TermRow<'a> {
    /// The first day of service.
    pub(crate) start: Day,
    /// The end as written.
    pub(crate) end: Option<End>,
    /// The day on which it was cancelled for its end.
    pub(crate) cancel_requested: Option<Day>,
    /// Nobody pays before this day.
    pub(crate) trial_end: Option<Day>,
    /// Its status says that it is over.
    pub(crate) over: bool,
    /// A column of row ids names the row.
    pub(crate) named: bool,
    /// What is paid, and the code of the currency that the row names, or "".
    pub(crate) price: Option<(Price, &'a str)>,
}

impl<'a> TermRow<'a> {
    /// Of a row that [`read`] kept.
    pub(crate) fn of(kept: Record<'a>) -> TermRow<'a> {
        let mut fields = kept.fields();
        TermRow {
            start: fields.day().unwrap_or(Day::FIRST),
            end: fields.end(),
            cancel_requested: fields.day(),
            trial_end: fields.day(),
            over: fields.number() == 1,
            named: fields.number() == 1,
            price: fields.price(),
        }
    }
}

fn read(rows: &mut Rows, row: &Row<'_>, plan: &Plan, notes: &mut Notes) -> Result<(), SetAside> {
    let Rows::Subscriptions(rows) = rows else {
        return Ok(());
    };
    let id = row.id(plan, Role::Customer, notes)?;
    let start = row.required_stamp(plan, Role::Start)?.day;
    let end = row.end(plan, Role::End)?;
    let price = row.price(plan, notes)?;
    let status: String = row.of(plan, Role::Status).to_ascii_lowercase();
    let cancel_requested = row.optional_day(plan, Role::CancelRequested, notes);
    let trial_end = row.optional_end(plan, Role::TrialEnd, notes);
    let (price, currency) = price.unzip();
    rows.push(id, row.line, &mut |out| {
        out.day(Some(start));
        out.end(end);
        out.day(cancel_requested);
        out.day(trial_end.map(|end| end.day.plus(end.late.into())));
        out.number(words::is_among(&status, words::list("over")).into());
        out.number((!cells::is_blank(row.of(plan, Role::Row))).into());
        out.price(price, currency.as_deref().unwrap_or_default());
        out.cells(&mut row.cells());
    });
    Ok(())
}
