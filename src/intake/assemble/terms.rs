//! Terms: where they come from, in which currency, from when to when, for how much.

use super::Files;
use super::currency::{Other, commonest, decimals, is_ours, set_others_aside, text_of};
use super::invoices::{self, Line};
use super::people::{Person, by_cells};
use crate::calendar::Day;
use crate::dataset::{CustomerIx, Origin, Term};
use crate::intake::kept::Record;
use crate::intake::kinds::customers::CustomerRow;
use crate::intake::kinds::invoices::What;
use crate::intake::kinds::subscriptions::TermRow;
use crate::intake::kinds::{End, Price, Rows};
use crate::issue::{Arg, Args, Code};
use crate::money;
use crate::order;
use crate::pile::Texts;
use crate::roles::Role;
use crate::settings::{ChurnDate, EndIs, Settings};

/// A term before its customer has a place.
#[derive(Clone, Copy)]
pub(in crate::intake) struct Draft<'a> {
    pub(in crate::intake) id: &'a str,
    pub(in crate::intake) at: Origin,
    pub(in crate::intake) start: Day,
    /// Under the setting of when a cancellation is churn.
    pub(in crate::intake) end: Option<Day>,
    pub(in crate::intake) mrr: i64,
    of: Of<'a>,
}

/// The row that a term is of.
#[derive(Clone, Copy)]
enum Of<'a> {
    Invoice,
    Customer(Record<'a>),
    Term(Record<'a>),
}

impl<'a> Draft<'a> {
    pub(super) fn of_invoice(id: &'a str, at: Origin, start: Day, end: Day, mrr: i64) -> Draft<'a> {
        Draft {
            id,
            at,
            start,
            end: Some(end),
            mrr,
            of: Of::Invoice,
        }
    }

    /// Of a subscriptions file.
    fn row(&self) -> Option<TermRow<'a>> {
        match self.of {
            Of::Term(kept) => Some(TermRow::of(kept)),
            _ => None,
        }
    }

    /// Whether it is a row of its own.
    pub(super) fn is_row(&self) -> bool {
        matches!(self.of, Of::Term(_))
    }

    /// The cells of its row in a subscriptions file.
    pub(in crate::intake) fn cells(&self) -> Option<Texts<'a>> {
        match self.of {
            Of::Term(kept) => Some(kept.cells()),
            _ => None,
        }
    }

    /// What is paid, and the code of the currency that the row names, or "".
    pub(super) fn price(&self) -> Option<(Price, &'a str)> {
        match self.of {
            Of::Invoice => None,
            Of::Customer(kept) => CustomerRow::of(kept).price,
            Of::Term(kept) => TermRow::of(kept).price,
        }
    }

    /// The row's own end, whenever a cancellation is churn.
    fn own_end(&self, settings: &Settings) -> Option<Day> {
        match self.of {
            Of::Term(kept) => {
                let end = TermRow::of(kept).end;
                end.map(|end| first_day_without(end, settings))
            }
            _ => self.end,
        }
    }

    pub(super) fn term(&self, customer: CustomerIx) -> Term {
        Term {
            customer,
            start: self.start,
            end: self.end,
            mrr: self.mrr,
            trial_end: self.row().and_then(|row| row.trial_end),
            origin: self.at,
        }
    }
}

/// The terms, and what they are counted in.
pub(in crate::intake) struct Drafts<'a> {
    pub(in crate::intake) terms: Vec<Draft<'a>>,
    /// Customers of rows that gave no term, and stay.
    pub(in crate::intake) termless: Vec<(&'a str, Origin)>,
    /// Their starts, where they are rows of subscriptions files.
    pub(in crate::intake) idle: Vec<(Day, Origin)>,
    /// Cancel requests of the same rows, and days of invoices: they tell what happened.
    pub(in crate::intake) requests: Vec<Day>,
    /// Ends of terms whose status says that they are over.
    pub(in crate::intake) over: Vec<Day>,
    pub(in crate::intake) from_customers: bool,
    pub(in crate::intake) priced: bool,
    pub(in crate::intake) currency: Option<String>,
    pub(in crate::intake) exponent: u8,
}

impl Drafts<'_> {
    /// Starts of rows of subscriptions files that were read.
    pub(in crate::intake) fn starts(&self) -> impl Iterator<Item = (Day, Origin)> + Clone {
        let paying = self.terms.iter().filter(|draft| draft.is_row());
        let paying = paying.map(|draft| (draft.start, draft.at));
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
    people: &[Person<'a>],
    settings: &Settings,
) -> Drafts<'a> {
    let from_subscriptions = files
        .read()
        .any(|(_, p)| matches!(p.rows, Rows::Subscriptions(_)));
    let any_invoices = files
        .read()
        .any(|(_, p)| matches!(p.rows, Rows::Invoices(_)));
    let from_invoices = any_invoices && !from_subscriptions;
    let gives_money = |rows: &Rows| match rows {
        Rows::Subscriptions(_) => from_subscriptions,
        Rows::Invoices(_) => from_invoices,
        Rows::Customers(_) => !from_subscriptions && !any_invoices,
        _ => false,
    };
    let priced = files.read().any(|(_, p)| {
        gives_money(&p.rows) && (p.column(Role::Mrr).is_some() || p.column(Role::Amount).is_some())
    });
    let mut out = Drafts {
        terms: Vec::new(),
        termless: Vec::new(),
        idle: Vec::new(),
        requests: Vec::new(),
        over: Vec::new(),
        from_customers: !from_subscriptions && !from_invoices,
        priced,
        currency: None,
        exponent: 0,
    };
    let invoices::Lines { mut lines, stay } = invoices::lines(files);
    out.requests.extend(lines.iter().map(|l| l.row().date));
    out.termless = stay;
    let mut drafts = if from_subscriptions {
        of_subscriptions(files, settings)
    } else if from_invoices {
        Vec::new()
    } else {
        of_people(people, settings)
    };
    drafts.retain(|draft| has_length(files, &mut out, draft, settings));
    let set = settings.currency.as_deref().map(str::trim);
    out.currency = set
        .filter(|code| !code.is_empty())
        .map(str::to_ascii_uppercase)
        .or_else(|| {
            let of_drafts = drafts.iter().filter(|_| priced);
            let of_drafts = of_drafts.filter_map(|draft| Some(draft.price()?.1));
            let rows = lines.iter().filter(|_| from_invoices).map(Line::row);
            let charges = rows.filter(|row| row.what == What::Charge && row.amount.is_some());
            commonest(&mut of_drafts.chain(charges.map(|row| row.currency)))
        })
        // Without a row of terms the columns still name one.
        .or_else(|| commonest(&mut people.iter().filter_map(|p| Some(p.row().price?.1))));
    let mut others: Vec<Other<'a>> = Vec::new();
    if priced {
        let ours = out.currency.as_deref();
        drafts.retain(|draft| is_ours(Other::of_draft(draft), ours, &mut others));
        lines.retain(|line| !from_invoices || is_ours(Other::of_line(line), ours, &mut others));
    }
    out.exponent = out
        .currency
        .as_deref()
        .map_or_else(|| decimals(files), money::exponent);
    if priced {
        let exponent = out.exponent;
        drafts.retain(|draft| is_exact(files, draft, exponent));
    }
    drafts.retain_mut(|draft| {
        let row = draft.row();
        if let Some(row) = row {
            out.requests.extend(row.cancel_requested);
            out.over
                .extend(draft.own_end(settings).filter(|_| row.over));
        }
        let mrr = if priced {
            draft.price().and_then(|(p, _)| p.mrr(out.exponent))
        } else {
            Some(1)
        };
        draft.mrr = mrr.unwrap_or(0);
        if mrr.is_none() {
            out.termless.push((draft.id, draft.at));
            out.idle.extend(row.map(|row| (row.start, draft.at)));
        }
        mrr.is_some()
    });
    out.terms = drafts;
    if from_invoices {
        invoices::terms(files, lines, &mut out, settings);
    }
    set_others_aside(files, others, out.currency.as_deref());
    out
}

fn of_people<'a>(people: &[Person<'a>], settings: &Settings) -> Vec<Draft<'a>> {
    let draft = |person: &Person<'a>| {
        let row = person.row();
        Some(Draft {
            id: person.id,
            at: person.at(),
            start: row.signup?,
            end: row.cancelled.map(|end| first_day_without(end, settings)),
            mrr: 0,
            of: Of::Customer(person.kept),
        })
    };
    let count = people.iter().filter(|p| p.row().signup.is_some()).count();
    let mut all = Vec::with_capacity(count);
    all.extend(people.iter().filter_map(draft));
    all
}

#[cfg_attr(feature = "scan", inline(never))]
fn of_subscriptions<'a>(files: &mut Files<'a>, settings: &Settings) -> Vec<Draft<'a>> {
    let mut all: Vec<Draft<'a>> = Vec::new();
    for (file, part) in files.read() {
        if let Rows::Subscriptions(rows) = &part.rows {
            all.reserve_exact(rows.len());
            all.extend(rows.iter().map(|kept| {
                let row = TermRow::of(kept);
                let own_end = row.end.map(|end| first_day_without(end, settings));
                let asked = row
                    .cancel_requested
                    .filter(|_| settings.churn_date == ChurnDate::CancelRequest);
                let by_request = |asked: Day| {
                    let end = own_end.map_or(asked, |own| own.min(asked));
                    end.max(row.start.plus(1))
                };
                let line = kept.line();
                Draft {
                    id: files.names.id(kept.id()),
                    at: Origin { file, line },
                    start: row.start,
                    end: asked.map(by_request).or(own_end),
                    mrr: 0,
                    of: Of::Term(kept),
                }
            }));
        }
    }
    let equal = |files: &Files<'_>, a: &Draft<'_>, b: &Draft<'_>| {
        a.id.cmp(b.id)
            .then(a.start.cmp(&b.start))
            .then_with(|| by_cells(a.cells().unwrap_or_default(), b.cells().unwrap_or_default()))
            .then_with(|| files.by_headers(a.at.file, b.at.file))
    };
    order::by(&mut all, |a, b| equal(files, a, b).then(a.at.cmp(&b.at)));
    let mut before: Option<Draft<'a>> = None;
    all.retain(|draft| {
        let Some(first) = before.filter(|first| equal(files, first, draft).is_eq()) else {
            before = Some(*draft);
            return true;
        };
        let line = Arg::Number(i64::try_from(first.at.line).unwrap_or(i64::MAX));
        let args = Args::from([("first", line), ("text", Arg::from(draft.id))]);
        let named = draft.row().is_some_and(|row| row.named);
        if named {
            let column = files.column(draft.at.file, Role::Row);
            let text = column
                .zip(draft.cells())
                .map_or("", |(c, cells)| cells.get(c));
            files.set_aside(draft.at, Code::TermRepeated, column, text, args);
        } else {
            files.note(draft.at, Code::TermEqual, None, args);
        }
        !named
    });
    all
}

/// Sets a term aside that ends before it starts; its customer stays.
fn has_length<'a>(
    files: &mut Files<'a>,
    out: &mut Drafts<'a>,
    draft: &Draft<'a>,
    settings: &Settings,
) -> bool {
    let own_end = draft.own_end(settings);
    let Some(end) = own_end.filter(|&end| end <= draft.start) else {
        return true;
    };
    let args = Args::from([
        ("start", Arg::from(draft.start.to_string())),
        ("end", Arg::from(end.to_string())),
    ]);
    if draft.is_row() {
        let column = files.column(draft.at.file, Role::End);
        files.set_aside(
            draft.at,
            Code::EndBeforeStart,
            column,
            &end.to_string(),
            args,
        );
        out.termless.push((draft.id, draft.at));
    } else {
        // Of a customers row only the term is set aside.
        let column = files.column(draft.at.file, Role::Cancelled);
        files.note(draft.at, Code::EndBeforeStart, column, args);
    }
    false
}

/// Sets a price aside that no report can hold in minor units.
fn is_exact(files: &mut Files<'_>, draft: &Draft<'_>, exponent: u8) -> bool {
    let price = draft.price().map(|(price, _)| price);
    let Some(price) = price.filter(|p| p.mrr(exponent).is_none()) else {
        return true;
    };
    let text = text_of(price.value);
    let column = files.column(draft.at.file, Role::Mrr);
    let column = column.or_else(|| files.column(draft.at.file, Role::Amount));
    let args = Args::from([("text", Arg::from(text.as_str()))]);
    if draft.is_row() {
        files.set_aside(draft.at, Code::NumberTooLarge, column, &text, args);
    } else {
        files.note(draft.at, Code::NumberTooLarge, column, args);
    }
    false
}
