//! Terms: where they come from, in which currency, from when to when, for how much.

use super::Files;
use super::currency::{Coded, commonest, decimals, is_ours, set_others_aside, text_of};
use super::entries::Entry;
use super::invoices;
use super::people::{self, by_cells};
use crate::calendar::{Day, MaybeDay};
use crate::dataset::{CustomerIx, Term};
use crate::intake::kinds::invoices::What;
use crate::intake::kinds::subscriptions::TermRow;
use crate::intake::kinds::{End, Price};
use crate::issue::{Arg, Args, Code};
use crate::money;
use crate::order;
use crate::pile::{self, Texts};
use crate::roles::{Kind, Role};
use crate::settings::{ChurnDate, EndIs, Settings};

/// A term before its customer has a place.
#[derive(Clone, Copy)]
pub(in crate::intake) struct Draft {
    /// The row that it is of.
    pub(super) entry: Entry,
    pub(super) start: Day,
    /// Under the setting of when a cancellation is churn.
    pub(super) end: MaybeDay,
    pub(super) mrr: i64,
}

impl Draft {
    pub(super) fn term(&self, files: &Files<'_>, customer: CustomerIx) -> Term {
        let row = row(files, self.entry);
        Term {
            customer: customer as u32,
            start: self.start,
            end: self.end,
            trial_end: row.and_then(|row| row.trial_end).into(),
            mrr: self.mrr,
            origin: files.origin(self.entry).into(),
        }
    }

    /// The row's own end, whenever a cancellation is churn.
    fn own_end(&self, files: &Files<'_>, settings: &Settings) -> Option<Day> {
        match row(files, self.entry) {
            Some(row) => row.end.map(|end| first_day_without(end, settings)),
            None => self.end.get(),
        }
    }
}

/// What a row of a subscriptions file says.
fn row<'a>(files: &Files<'a>, entry: Entry) -> Option<TermRow<'a>> {
    let is_row = files.is(entry, Kind::Subscriptions);
    is_row.then(|| TermRow::of(files.row(entry)))
}

/// The cells of a row of a subscriptions file.
pub(super) fn cells<'a>(files: &Files<'a>, entry: Entry) -> Option<Texts<'a>> {
    let is_row = files.is(entry, Kind::Subscriptions);
    is_row.then(|| files.row(entry).cells())
}

/// What is paid, and the code of the currency that the row names, or "". None of an invoice.
pub(super) fn price<'a>(files: &Files<'a>, entry: Entry) -> Option<(Price, &'a str)> {
    if files.is(entry, Kind::Customers) {
        return people::row(files, entry).price;
    }
    row(files, entry)?.price
}

/// The terms, and what they are counted in.
pub(in crate::intake) struct Drafts {
    pub(in crate::intake) terms: Vec<Draft>,
    /// Rows that gave no term, and whose customers stay.
    pub(in crate::intake) termless: Vec<Entry>,
    /// Starts of those of subscriptions files.
    pub(in crate::intake) idle: Vec<(Day, Entry)>,
    /// Cancel requests of the same rows, and days of invoices: they tell what happened.
    pub(in crate::intake) requests: Vec<Day>,
    /// Ends of terms whose status says that they are over.
    pub(in crate::intake) over: Vec<Day>,
    /// The kind of the files that they are of.
    pub(in crate::intake) of: Kind,
    pub(in crate::intake) priced: bool,
    pub(in crate::intake) currency: Option<String>,
    pub(in crate::intake) exponent: u8,
}

impl Drafts {
    /// Starts of rows of subscriptions files that were read.
    pub(in crate::intake) fn starts(&self) -> impl Iterator<Item = (Day, Entry)> + Clone {
        let are_rows = self.of == Kind::Subscriptions;
        let paying = self.terms.iter().filter(move |_| are_rows);
        let paying = paying.map(|draft| (draft.start, draft.entry));
        paying.chain(self.idle.iter().copied())
    }
}

/// The end: the first day without service.
pub(super) fn first_day_without(end: End, settings: &Settings) -> Day {
    end.day
        .plus(i32::from(end.late || settings.end_is == EndIs::LastDay))
}

/// The terms of the subscriptions files, else of the invoices files, else of the customers files (definitions, section 2).
#[cfg_attr(feature = "scan", inline(never))]
pub(in crate::intake) fn drafts<'a>(
    files: &mut Files<'a>,
    people: &[Entry],
    settings: &Settings,
) -> Drafts {
    let kinds = [Kind::Subscriptions, Kind::Invoices].into_iter();
    let of = { kinds }.find(|kind| files.has(*kind));
    let of = of.unwrap_or(Kind::Customers);
    let from_invoices = of == Kind::Invoices;
    let priced = files.read().any(|(_, p)| {
        p.rows.is(of) && (p.column(Role::Mrr).is_some() || p.column(Role::Amount).is_some())
    });
    let mut out = Drafts {
        terms: Vec::new(),
        termless: Vec::new(),
        idle: Vec::new(),
        requests: Vec::new(),
        over: Vec::new(),
        of,
        priced,
        currency: None,
        exponent: 0,
    };
    let invoices::Lines {
        mut lines,
        mut once,
        stay,
    } = invoices::lines(files);
    out.termless = stay;
    let mut drafts = match of {
        Kind::Subscriptions => of_subscriptions(files, settings),
        Kind::Customers => of_people(files, people, settings),
        _ => Vec::new(),
    };
    drafts.retain(|draft| has_length(files, &mut out, draft, settings));
    let set = settings.currency.as_deref().map(str::trim);
    out.currency = set
        .filter(|code| !code.is_empty())
        .map(str::to_ascii_uppercase)
        .or_else(|| {
            let of_drafts = drafts.iter().filter(|_| priced);
            let of_drafts = of_drafts.filter_map(|draft| Some(price(files, draft.entry)?.1));
            let rows = lines.iter().filter(|_| from_invoices);
            let rows = rows.map(|line| invoices::row(files, *line));
            let charges = rows.filter(|row| row.what == What::Charge && row.amount.is_some());
            commonest(&mut of_drafts.chain(charges.map(|row| row.currency)))
        })
        // Without a row of terms the columns still name one.
        .or_else(|| {
            let prices = people.iter().filter_map(|p| price(files, *p));
            commonest(&mut prices.map(|(_, code)| code))
        });
    let mut others: Vec<Coded<'a>> = Vec::new();
    if priced {
        let ours = out.currency.as_deref();
        drafts.retain(|&Draft { entry, .. }| {
            let coded = price(files, entry).map(|(_, code)| (entry, code));
            is_ours(coded, ours, &mut others)
        });
        let is_line_ours = |line: &Entry, others: &mut Vec<Coded<'a>>| {
            let row = invoices::row(files, *line);
            let coded = row.amount.map(|_| (*line, row.currency));
            is_ours(coded, ours, others)
        };
        lines.retain(|line| is_line_ours(line, &mut others));
        // These are set aside in any case.
        once.retain(|line| is_line_ours(line, &mut Vec::new()));
    }
    let days = lines.iter().map(|line| invoices::row(files, *line).date);
    out.requests.extend(days);
    out.exponent = out
        .currency
        .as_deref()
        .map_or_else(|| decimals(files), money::exponent);
    if priced {
        let exponent = out.exponent;
        drafts.retain(|draft| is_exact(files, draft, exponent));
    }
    drafts.retain_mut(|draft| {
        let row = row(files, draft.entry);
        if let Some(row) = row {
            out.requests.extend(row.cancel_requested);
            let end = draft.own_end(files, settings);
            out.over.extend(end.filter(|_| row.over));
        }
        let mrr = if priced {
            price(files, draft.entry).and_then(|(p, _)| p.mrr(out.exponent))
        } else {
            Some(1)
        };
        draft.mrr = mrr.unwrap_or(0);
        if mrr.is_none() {
            let file = draft.entry.file();
            let prices = [Role::Mrr, Role::Amount].map(|role| files.column(file, role));
            if row.is_some() && prices == [None; 2] {
                let args = Args::from([("text", Arg::from(""))]);
                files.note(draft.entry, Code::AmountUnreadable, None, args);
            }
            pile::add(&mut out.termless, draft.entry);
            out.idle.extend(row.map(|row| (row.start, draft.entry)));
        }
        mrr.is_some()
    });
    drafts.shrink_to_fit(); // most may be in other currencies
    out.terms = drafts;
    if from_invoices {
        invoices::terms(files, lines, once, &mut out, settings);
    }
    set_others_aside(files, others, out.currency.as_deref());
    out
}

fn of_people(files: &Files<'_>, people: &[Entry], settings: &Settings) -> Vec<Draft> {
    let draft = |&entry: &Entry| {
        let row = people::row(files, entry);
        let end = row.cancelled.map(|end| first_day_without(end, settings));
        Some(Draft {
            entry,
            start: row.signup?,
            end: end.into(),
            mrr: 0,
        })
    };
    let drafts = || people.iter().filter_map(draft);
    let mut all = Vec::with_capacity(drafts().count());
    all.extend(drafts());
    all
}

#[cfg_attr(feature = "scan", inline(never))]
fn of_subscriptions(files: &mut Files<'_>, settings: &Settings) -> Vec<Draft> {
    let draft = |entry| {
        let row = TermRow::of(files.row(entry));
        let own_end = row.end.map(|end| first_day_without(end, settings));
        let asked = row
            .cancel_requested
            .filter(|_| settings.churn_date == ChurnDate::CancelRequest);
        let by_request = |asked: Day| {
            let end = own_end.map_or(asked, |own| own.min(asked));
            end.max(row.start.plus(1))
        };
        Draft {
            entry,
            start: row.start,
            end: asked.map(by_request).or(own_end).into(),
            mrr: 0,
        }
    };
    let rows = files.entries(Kind::Subscriptions);
    let mut all: Vec<Draft> = rows.into_iter().map(draft).collect();
    let equal = |files: &Files<'_>, a: &Draft, b: &Draft| {
        let cells = |draft: &Draft| files.row(draft.entry).cells();
        files
            .by_id(a.entry, b.entry)
            .then(a.start.cmp(&b.start))
            .then_with(|| by_cells(cells(a), cells(b)))
            .then_with(|| files.by_headers(a.entry.file(), b.entry.file()))
    };
    order::by(&mut all, |a, b| {
        equal(files, a, b).then(a.entry.place.cmp(&b.entry.place))
    });
    let mut before: Option<Draft> = None;
    all.retain(|draft| {
        let Some(first) = before.filter(|first| equal(files, first, draft).is_eq()) else {
            before = Some(*draft);
            return true;
        };
        let (first, entry) = (files.row(first.entry), draft.entry);
        let line = Arg::Number(i64::try_from(first.line()).unwrap_or(i64::MAX));
        let args = Args::from([("first", line), ("text", Arg::from(files.id(entry)))]);
        let named = row(files, entry).is_some_and(|row| row.named);
        if named {
            let column = files.column(entry.file(), Role::Row);
            let text = column.map_or("", |column| files.row(entry).cells().get(column));
            files.set_aside(entry, Code::TermRepeated, column, text, args);
        } else {
            files.note(entry, Code::TermEqual, None, args);
        }
        !named
    });
    all
}

/// Sets a term aside that ends before it starts; its customer stays.
fn has_length(files: &mut Files<'_>, out: &mut Drafts, draft: &Draft, settings: &Settings) -> bool {
    let (entry, own_end) = (draft.entry, draft.own_end(files, settings));
    let Some(end) = own_end.filter(|&end| end <= draft.start) else {
        return true;
    };
    let args = Args::from([
        ("start", Arg::from(draft.start.to_string())),
        ("end", Arg::from(end.to_string())),
    ]);
    if out.of == Kind::Subscriptions {
        let (column, text) = (files.column(entry.file(), Role::End), end.to_string());
        files.set_aside(entry, Code::EndBeforeStart, column, &text, args);
        pile::add(&mut out.termless, entry);
    } else {
        // Of a customers row only the term is set aside.
        let column = files.column(entry.file(), Role::Cancelled);
        files.note(entry, Code::EndBeforeStart, column, args);
    }
    false
}

/// Sets a price aside that no report can hold in minor units.
fn is_exact(files: &mut Files<'_>, draft: &Draft, exponent: u8) -> bool {
    let entry = draft.entry;
    let price = price(files, entry).map(|(price, _)| price);
    let Some(price) = price.filter(|p| p.mrr(exponent).is_none()) else {
        return true;
    };
    let text = text_of(price.value);
    let column = files.column(entry.file(), Role::Mrr);
    let column = column.or_else(|| files.column(entry.file(), Role::Amount));
    let args = Args::from([("text", Arg::from(text.as_str()))]);
    if files.is(entry, Kind::Subscriptions) {
        files.set_aside(entry, Code::NumberTooLarge, column, &text, args);
    } else {
        files.note(entry, Code::NumberTooLarge, column, args);
    }
    false
}
