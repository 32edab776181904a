//! The kinds of files, one file a kind: its words, what it requires and how its rows are read.

pub(crate) mod customers;
pub(crate) mod invoices;
pub(crate) mod subscriptions;
pub(crate) mod usage;

use super::cells::{self, Interval, Number, Stamp};
use super::guess::ColumnGuess;
use super::notes::Notes;
use super::pile::Pile;
use super::records::Span;
use crate::calendar::{Day, Zone};
use crate::issue::Code;
use crate::money::Decimal;
use crate::roles::{Kind, Reading, Role};
use crate::settings::Settings;

/// The header words of a role, folded, in tiers, best ones first. The fifth tier is a last resort and never certain.
pub(crate) struct Words {
    pub(crate) role: Role,
    /// How much the role speaks for the kind.
    pub(crate) weight: i32,
    pub(crate) tiers: &'static [&'static str],
}

pub(crate) const fn words(role: Role, weight: i32, tiers: &'static [&'static str]) -> Words {
    Words {
        role,
        weight,
        tiers,
    }
}

/// Whether a folded header is one of the words.
pub(crate) fn is_among(header: &str, words: &str) -> bool {
    words.split_ascii_whitespace().any(|word| word == header)
}

/// A kind of file.
pub(crate) struct Spec {
    pub(crate) kind: Kind,
    /// Of each list one role is needed (report.md, section 4).
    pub(crate) required: &'static [&'static [Role]],
    /// Roles without which the kind is hardly worth reading: a word of last resort takes them from another role.
    pub(crate) wanted: &'static [&'static [Role]],
    pub(crate) words: &'static [Words],
    /// Folded headers that speak against the kind.
    pub(crate) against: &'static [&'static str],
    /// Folded headers of which one has to stand there; empty: none.
    pub(crate) tells: &'static [&'static str],
    /// One row a customer: an id that keeps repeating speaks against it.
    pub(crate) one_row_each: bool,
    pub(crate) empty: fn() -> Rows,
    /// Reads one row into `Rows`, or says why it is set aside.
    pub(crate) read: fn(&mut Rows, &Row<'_>, &Plan, &mut Notes) -> Result<(), SetAside>,
}

/// Every kind that is read.
pub(crate) const KINDS: &[Spec] = &[
    customers::SPEC,
    subscriptions::SPEC,
    invoices::SPEC,
    usage::SPEC,
];

/// The kind's entry.
pub(crate) fn spec(kind: Kind) -> Option<&'static Spec> {
    KINDS.iter().find(|spec| spec.kind == kind)
}

/// Headers that tell an invoice; a file with one is no list of purchases (report.md, section 4).
pub(crate) const INVOICE: &str = "invoice invoiceid invoiceno invoicenumber invoicenum invoicecode invoicedate \
                                  amountdue minimumlineitemperiodstart refundedinvoice \
                                  originalinvoice rcoriginalappuserid 청구서 청구서번호 청구번호 \
                                  청구일 인보이스 인보이스번호 계산서번호 결제취소액 \
                                  결제취소액a 결제취소일시";
/// Headers that tell a service period.
pub(crate) const SERVICE: &str = "billingdate duedate periodstart periodend billingperiodstart \
                                  billingperiodend serviceperiodstart serviceperiodend \
                                  서비스시작일 서비스종료일";
/// Headers of single payments.
pub(crate) const PAYMENT: &str =
    "captured cardid chargeid sellermessage statementdescription statementdescriptor 승인금액";

/// What a file's rows become.
#[derive(Clone, Debug, Default)]
pub(crate) enum Rows {
    /// The file is of no kind, or lacks a column.
    #[default]
    None,
    /// One entry a row.
    Customers(Pile<customers::CustomerRow>),
    /// One entry a row.
    Subscriptions(Pile<subscriptions::TermRow>),
    /// One entry a row.
    Invoices(Pile<invoices::LineRow>),
    /// Folded: no row is kept.
    Usage(Box<usage::state::UsageState>),
}

impl Rows {
    /// Every customer's id that stands in them, some of them again and again.
    pub(crate) fn ids<'a>(&'a self, each: &mut dyn FnMut(&'a str)) {
        match self {
            Rows::None => {}
            Rows::Customers(rows) => rows.iter().for_each(|row| each(&row.id)),
            Rows::Subscriptions(rows) => rows.iter().for_each(|row| each(&row.id)),
            Rows::Invoices(rows) => rows.iter().for_each(|row| each(&row.id)),
            Rows::Usage(state) => state.customers().for_each(|member| each(member.customer)),
        }
    }
}

/// Why a row is set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SetAside {
    pub(crate) code: Code,
    pub(crate) column: Option<usize>,
    pub(crate) text: String,
}

impl SetAside {
    pub(crate) fn new(code: Code, column: Option<usize>, text: &str) -> SetAside {
        SetAside {
            code,
            column,
            text: text.to_owned(),
        }
    }
}

const ROLES: usize = Role::Value as usize + 1;

/// Which column holds what, ready for reading rows.
pub(crate) struct Plan {
    at: [Option<usize>; ROLES],
    pub(crate) headers: Vec<String>,
    offsets: Vec<Option<i32>>,
    readings: Vec<Option<Reading>>,
    pub(crate) zone: Zone,
    /// What a yes says in the column of whether rows are tests.
    yes_is_test: Option<bool>,
    /// Events that qualify; none: all.
    pub(crate) events: Option<Vec<String>>,
}

impl Plan {
    pub(crate) fn new(columns: &[ColumnGuess], settings: &Settings) -> Plan {
        let mut at = [None; ROLES];
        for (i, column) in columns.iter().enumerate() {
            if let Some(slot) = column.role.and_then(|role| at.get_mut(role as usize)) {
                slot.get_or_insert(i);
            }
        }
        let offset = |c: &ColumnGuess| super::columns::split_zone(&c.header).1;
        let mode = at.get(Role::Mode as usize).copied().flatten();
        let mode = mode.and_then(|column| columns.get(column));
        Plan {
            at,
            yes_is_test: mode.and_then(|column| super::columns::yes_is_test(&column.header)),
            headers: columns.iter().map(|c| c.header.clone()).collect(),
            offsets: columns.iter().map(offset).collect(),
            readings: columns.iter().map(|c| c.reading).collect(),
            zone: settings.zone.clone(),
            events: settings.active.events.clone(),
        }
    }

    /// The column of a role.
    pub(crate) fn column(&self, role: Role) -> Option<usize> {
        self.at.get(role as usize).copied().flatten()
    }

    pub(crate) fn has(&self, role: Role) -> bool {
        self.column(role).is_some()
    }

    /// How the column is read.
    pub(crate) fn reading(&self, column: Option<usize>) -> Option<Reading> {
        self.readings.get(column?).copied().flatten()
    }
}

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
        let offset = column.and_then(|c| plan.offsets.get(c).copied().flatten());
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

    /// The currency that the row names, by its column, else by the amount's sign.
    pub(crate) fn currency(&self, plan: &Plan, sign: Option<&str>) -> Option<String> {
        let named = self.of(plan, Role::Currency);
        if cells::is_blank(named) {
            sign.map(str::to_owned)
        } else {
            Some(cells::currency(named).unwrap_or_else(|| named.to_ascii_uppercase()))
        }
    }

    /// The row's price by its `mrr`, else its `amount`, interval and quantity.
    pub(crate) fn price(&self, plan: &Plan, notes: &mut Notes) -> Result<Option<Price>, SetAside> {
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
        let currency = self.currency(plan, sign);
        let mut price = Price {
            value,
            per: Interval::MONTH,
            times: Decimal::whole(1),
            currency,
        };
        if role == Role::Amount {
            if plan.has(Role::Interval) {
                let text = self.of(plan, Role::Interval);
                let unknown =
                    || SetAside::new(Code::IntervalUnknown, plan.column(Role::Interval), text);
                price.per = match cells::interval(text) {
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
        Ok(Some(price))
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

    /// The row's cells, to be kept.
    pub(crate) fn kept(&self) -> Cells {
        let mut text = String::with_capacity(self.text.len());
        let mut ends = Vec::with_capacity(self.spans.len());
        for column in 0..self.spans.len() {
            text.push_str(self.cell(column));
            ends.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        Cells {
            text: text.into(),
            ends: ends.into(),
        }
    }
}

/// The trimmed cells of a row that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cells {
    text: Box<str>,
    ends: Box<[u32]>,
}

impl Cells {
    /// One cell; "" where the row is short.
    pub(crate) fn get(&self, column: usize) -> &str {
        let Some(&end) = self.ends.get(column) else {
            return "";
        };
        let start = column
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied()
            .unwrap_or(0);
        self.text
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    /// How many cells there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// A day on which something ends, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct End {
    /// The day.
    pub(crate) day: Day,
    /// Written at 23:59 or later: the last day of service.
    pub(crate) late: bool,
}

/// What a row costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Price {
    /// The amount as written, never negative.
    pub(crate) value: Decimal,
    /// What makes a month's of it.
    pub(crate) per: Interval,
    /// How many of them.
    pub(crate) times: Decimal,
    /// The code that the row names.
    pub(crate) currency: Option<String>,
}

impl Price {
    /// A month's, in minor units of that many digits, rounded half-even once.
    pub(crate) fn mrr(&self, exponent: u8) -> Option<i64> {
        self.value
            .times(self.times, exponent, self.per.num, self.per.den)
    }
}
