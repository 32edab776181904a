//! One row of a file, read by role: ids, days, numbers, prices.

use super::{End, Plan, Price, SetAside};
use crate::calendar::Day;
use crate::intake::cells::{self, Interval, Number, Stamp};
use crate::intake::notes::Notes;
use crate::intake::records::Span;
use crate::issue::Code;
use crate::money::Decimal;
use crate::roles::Role;
use std::borrow::Cow;

/// One row of text.
pub(crate) struct Row<'a> {
    pub(crate) text: &'a str,
    pub(crate) spans: &'a [Span],
    pub(crate) line: u64,
}

impl<'a> Row<'a> {
    /// The trimmed cell; "" where the row is short.
    pub(crate) fn cell(&self, column: usize) -> &'a str {
        let Span { start, end } = self.spans.get(column).copied().unwrap_or_default();
        cells::plain(self.text.get(start..end).unwrap_or_default())
    }

    pub(crate) fn of(&self, plan: &Plan, role: Role) -> &'a str {
        plan.column(role).map_or("", |column| self.cell(column))
    }

    /// The id in the role's column.
    pub(crate) fn id(
        &self,
        plan: &Plan,
        role: Role,
        notes: &mut Notes,
    ) -> Result<&'a str, SetAside> {
        let (column, text) = (plan.column(role), self.of(plan, role));
        if cells::is_blank(text) {
            return Err(SetAside::new(Code::IdMissing, column, text));
        }
        if cells::is_rounded(text) {
            notes.value(Code::IdRounded, self.line, column, text);
        }
        Ok(text)
    }

    /// Says so where the row is a test: nobody paid, and nobody used anything.
    pub(crate) fn is_live(&self, plan: &Plan) -> Result<(), SetAside> {
        let Some(column) = plan.column(Role::Mode) else {
            return Ok(());
        };
        let text = self.cell(column);
        match cells::is_test(text, plan.yes_is_test) {
            Some(true) => Err(SetAside::new(Code::TestMode, Some(column), text)),
            _ => Ok(()),
        }
    }

    fn stamp(&self, plan: &Plan, role: Role) -> Result<Option<Stamp>, SetAside> {
        let column = plan.column(role);
        let text = self.of(plan, role);
        if cells::is_blank(text) {
            return Ok(None);
        }
        let offset = column.and_then(|c| plan.offset(c));
        match cells::stamp(text, plan.reading(column), &plan.zone, offset) {
            None if !cells::is_no_day(text) => {
                Err(SetAside::new(Code::DateUnreadable, column, text))
            }
            stamp => Ok(stamp.filter(|stamp| !stamp.is_forever())),
        }
    }

    /// The number in the role's column.
    pub(crate) fn number(&self, plan: &Plan, role: Role) -> Number {
        cells::number(self.of(plan, role), plan.reading(plan.column(role)))
    }

    /// A day without which the row is set aside.
    pub(crate) fn required_stamp(&self, plan: &Plan, role: Role) -> Result<Stamp, SetAside> {
        let blank = || SetAside::new(Code::DateUnreadable, plan.column(role), self.of(plan, role));
        self.stamp(plan, role)?.ok_or_else(blank)
    }

    /// An `end` or `cancelled`: blank runs on, unreadable sets the row aside.
    pub(crate) fn end(&self, plan: &Plan, role: Role) -> Result<Option<End>, SetAside> {
        Ok(self.stamp(plan, role)?.map(|s| End {
            day: s.day,
            late: s.late,
        }))
    }

    /// Any other day: unreadable counts as blank, with an issue.
    pub(crate) fn optional_day(&self, plan: &Plan, role: Role, notes: &mut Notes) -> Option<Day> {
        self.optional_end(plan, role, notes).map(|end| end.day)
    }

    /// The same of a day on which something ends.
    pub(crate) fn optional_end(&self, plan: &Plan, role: Role, notes: &mut Notes) -> Option<End> {
        let text = self.of(plan, role);
        // An empty cell says nothing; a word in the place of a day is told (report.md, section 2).
        if text.eq_ignore_ascii_case("n/a") {
            notes.value(Code::DateIgnored, self.line, plan.column(role), text);
        }
        self.end(plan, role).unwrap_or_else(|aside| {
            notes.value(Code::DateIgnored, self.line, aside.column, &aside.text);
            None
        })
    }

    /// The amount as written and the code of its sign; none where it is blank or unreadable.
    pub(crate) fn money(
        &self,
        plan: &Plan,
        role: Role,
        notes: &mut Notes,
    ) -> Result<Option<(Decimal, Option<&'static str>)>, SetAside> {
        let (column, text) = (plan.column(role), self.of(plan, role));
        match if cells::is_blank(text) {
            Number::Unreadable
        } else {
            self.number(plan, role)
        } {
            Number::Value(value, sign) => Ok(Some((value, sign))),
            Number::TooLarge => Err(SetAside::new(Code::NumberTooLarge, column, text)),
            Number::Unreadable => {
                notes.value(Code::AmountUnreadable, self.line, column, text);
                Ok(None)
            }
        }
    }

    /// The currency that the row names, by its column, else by the amount's sign, else by the name of the amount's column;
    /// "" where none does.
    pub(crate) fn currency(&self, plan: &Plan, sign: Option<&'static str>) -> Cow<'static, str> {
        let named = self.of(plan, Role::Currency);
        if cells::is_blank(named) {
            sign.or(plan.currency).unwrap_or_default().into()
        } else {
            let code = cells::currency(named);
            code.unwrap_or_else(|| named.to_ascii_uppercase()).into()
        }
    }

    /// The row's price by its `mrr`, else its `amount`, interval and quantity; and its currency.
    pub(crate) fn price(
        &self,
        plan: &Plan,
        notes: &mut Notes,
    ) -> Result<Option<(Price, Cow<'static, str>)>, SetAside> {
        let role = if plan.has(Role::Mrr) {
            Role::Mrr
        } else {
            Role::Amount
        };
        let column = plan.column(role);
        if column.is_none() {
            return Ok(None);
        }
        let text = self.of(plan, role);
        let aside = |code| Err(SetAside::new(code, column, text));
        let Some((value, sign)) = self.money(plan, role, notes)? else {
            return Ok(None);
        };
        if value.units < 0 {
            return aside(Code::AmountNegative);
        }
        let mut price = Price {
            value,
            per: Interval::MONTH,
            times: Decimal::whole(1),
        };
        if role == Role::Amount {
            if plan.is_annual {
                price.per = Interval::YEAR;
            } else if plan.has(Role::Interval) {
                let [text, count] =
                    [Role::Interval, Role::IntervalCount].map(|role| self.of(plan, role));
                let (role, odd) = match cells::interval(text) {
                    Some(_) => (Role::IntervalCount, count),
                    None => (Role::Interval, text),
                };
                let unknown = || SetAside::new(Code::IntervalUnknown, plan.column(role), odd);
                price.per = match cells::intervals(count, text) {
                    Some(per) => per,
                    None if value.units == 0 => Interval::MONTH, // nothing is nothing in any interval
                    None => return Err(unknown()),
                };
            }
            price.times = self.quantity(plan, notes)?;
        }
        // No report can hold it, whatever the digits behind the point; those are looked at once they are known.
        if price.mrr(0).is_none() {
            return aside(Code::NumberTooLarge);
        }
        Ok(Some((price, self.currency(plan, sign))))
    }

    fn quantity(&self, plan: &Plan, notes: &mut Notes) -> Result<Decimal, SetAside> {
        let (column, text) = (plan.column(Role::Quantity), self.of(plan, Role::Quantity));
        if cells::is_blank(text) {
            return Ok(Decimal::whole(1));
        }
        match self.number(plan, Role::Quantity).value() {
            Some(n) if n.units < 0 => Err(SetAside::new(Code::AmountNegative, column, text)),
            Some(n) => Ok(n),
            None => {
                notes.value(Code::NumberIgnored, self.line, column, text);
                Ok(Decimal::whole(1))
            }
        }
    }

    /// All its cells.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &'a str> {
        (0..self.spans.len()).map(|column| self.cell(column))
    }
}
