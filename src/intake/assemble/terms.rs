//! Terms: where they come from, in which currency, from when to when, for how much.

use super::Files;
use super::currency::{
    Other, code, commonest, decimals, is_ours, of_draft, of_line, set_others_aside, text_of,
};
use super::invoices;
use super::people::{Person, by_cells};
use crate::calendar::Day;
use crate::dataset::{CustomerIx, Origin, Term};
use crate::intake::kinds::invoices::What;
use crate::intake::kinds::subscriptions::TermRow;
use crate::intake::kinds::{Cells, End, Price, Rows};
use crate::issue::{Arg, Args, Code};
use crate::money;
use crate::order;
use crate::roles::Role;
use crate::settings::{ChurnDate, EndIs, Settings};
use std::cmp::Ordering;

/// A term before its customer has a place.
#[derive(Clone)]
pub(in crate::intake) struct Draft<'a> {
    pub(in crate::intake) id: &'a str,
    pub(in crate::intake) at: Origin,
    pub(in crate::intake) start: Day,
    /// Under the setting of when a cancellation is churn.
    pub(in crate::intake) end: Option<Day>,
    /// The row's own.
    own_end: Option<Day>,
    pub(in crate::intake) mrr: i64,
    trial_end: Option<Day>,
    /// The row of a subscriptions file.
    pub(in crate::intake) cells: Option<&'a Cells>,
    pub(super) price: Option<&'a Price>,
    pub(super) row: Option<&'a TermRow>,
}

impl<'a> Draft<'a> {
    pub(super) fn of_invoice(id: &'a str, at: Origin, start: Day, end: Day, mrr: i64) -> Draft<'a> {
        Draft {
            id,
            at,
            start,
            end: Some(end),
            own_end: Some(end),
            mrr,
            trial_end: None,
            cells: None,
            price: None,
            row: None,
        }
    }

    pub(super) fn term(&self, customer: CustomerIx, segments: Vec<String>) -> Term {
        Term {
            customer,
            start: self.start,
            end: self.end,
            mrr: self.mrr,
            trial_end: self.trial_end,
            origin: self.at,
            segments,
        }
    }
}

/// The terms, and what they are counted in.
pub(in crate::intake) struct Drafts<'a> {
    pub(in crate::intake) terms: Vec<Draft<'a>>,
    /// Customers of rows that gave no term, and stay.
    pub(in crate::intake) termless: Vec<(&'a str, Origin)>,
    /// Starts of rows of subscriptions files that were read.
    pub(in crate::intake) starts: Vec<(Day, Origin)>,
    /// Cancel requests of the same rows, and days of invoices: they tell what happened.
    pub(in crate::intake) requests: Vec<Day>,
    /// Ends of terms whose status says that they are over.
    pub(in crate::intake) over: Vec<Day>,
    pub(in crate::intake) from_customers: bool,
    pub(in crate::intake) priced: bool,
    pub(in crate::intake) currency: Option<String>,
    pub(in crate::intake) exponent: u8,
}

/// The end: the first day without service.
pub(super) fn first_day_without(end: End, settings: &Settings) -> Day {
    end.day
        .plus(i32::from(end.late || settings.end_is == EndIs::LastDay))
}

/// The terms of the subscriptions files, else of the invoices files, else of the customers files (definitions, section 2).
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
        starts: Vec::new(),
        requests: Vec::new(),
        over: Vec::new(),
        from_customers: !from_subscriptions && !from_invoices,
        priced,
        currency: None,
        exponent: 0,
    };
    let invoices::Lines { mut lines, stay } = invoices::lines(files);
    out.requests.extend(lines.iter().map(|l| l.row.date));
    out.termless = stay;
    let mut drafts = if from_subscriptions {
        of_subscriptions(files, settings)
    } else if from_invoices {
        Vec::new()
    } else {
        of_people(people, settings)
    };
    drafts.retain(|draft| has_length(files, &mut out, draft));
    let set = settings.currency.as_deref().map(str::trim);
    out.currency = set
        .filter(|code| !code.is_empty())
        .map(str::to_ascii_uppercase)
        .or_else(|| {
            let of_drafts = drafts.iter().filter(|_| priced).map(|d| d.price);
            let charges = lines
                .iter()
                .filter(|l| from_invoices && l.row.what == What::Charge);
            let of_lines = charges.filter_map(|l| l.row.amount.and(l.row.currency.as_deref()));
            commonest(&mut of_drafts.filter_map(code).chain(of_lines))
        })
        // Without a row of terms the columns still name one.
        .or_else(|| commonest(&mut people.iter().filter_map(|p| code(p.row.price.as_deref()))));
    let mut others: Vec<Other<'a>> = Vec::new();
    if priced {
        let ours = out.currency.as_deref();
        drafts.retain(|draft| is_ours(of_draft(draft), ours, &mut others));
        lines.retain(|line| !from_invoices || is_ours(of_line(line), ours, &mut others));
    }
    out.exponent = out
        .currency
        .as_deref()
        .map_or_else(|| decimals(files), money::exponent);
    if priced {
        let exponent = out.exponent;
        drafts.retain(|draft| is_exact(files, draft, exponent));
    }
    for mut draft in drafts {
        if let Some(row) = draft.row {
            out.starts.push((row.start, draft.at));
            out.requests.extend(row.cancel_requested);
            out.over.extend(draft.own_end.filter(|_| row.over));
        }
        let mrr = if priced {
            draft.price.and_then(|p| p.mrr(out.exponent))
        } else {
            Some(1)
        };
        match mrr {
            Some(mrr) => {
                draft.mrr = mrr;
                out.terms.push(draft);
            }
            None => out.termless.push((draft.id, draft.at)),
        }
    }
    if from_invoices {
        invoices::terms(files, lines, &mut out, settings);
    }
    set_others_aside(files, others, out.currency.as_deref());
    out
}

fn of_people<'a>(people: &[Person<'a>], settings: &Settings) -> Vec<Draft<'a>> {
    let draft = |person: &Person<'a>| {
        let own_end = person
            .row
            .cancelled
            .map(|end| first_day_without(end, settings));
        Some(Draft {
            id: person.id,
            at: person.at,
            start: person.row.signup?,
            end: own_end,
            own_end,
            mrr: 0,
            trial_end: None,
            cells: None,
            price: person.row.price.as_deref(),
            row: None,
        })
    };
    people.iter().filter_map(draft).collect()
}

fn of_subscriptions<'a>(files: &mut Files<'a>, settings: &Settings) -> Vec<Draft<'a>> {
    let mut all: Vec<(Origin, &'a str, &'a TermRow)> = Vec::new();
    for (file, part) in files.read() {
        if let Rows::Subscriptions(rows) = &part.rows {
            all.extend(rows.iter().map(|row| {
                (
                    Origin {
                        file,
                        line: row.line,
                    },
                    files.names.id(&row.id),
                    row,
                )
            }));
        }
    }
    type Placed<'r> = (Origin, &'r str, &'r TermRow);
    let equal = |files: &Files<'_>, a: &Placed<'_>, b: &Placed<'_>| {
        a.1.cmp(b.1)
            .then(a.2.start.cmp(&b.2.start))
            .then_with(|| by_cells(&a.2.cells, &b.2.cells))
            .then_with(|| {
                if a.0.file == b.0.file {
                    Ordering::Equal
                } else {
                    files.headers(a.0.file).cmp(files.headers(b.0.file))
                }
            })
    };
    order::by(&mut all, |a, b| equal(files, a, b).then(a.0.cmp(&b.0)));
    let mut drafts: Vec<Draft<'a>> = Vec::with_capacity(all.len());
    let mut before: Option<Placed<'_>> = None;
    for (at, id, row) in all {
        let here = (at, id, row);
        if let Some(first) = before.filter(|first| equal(files, first, &here).is_eq()) {
            let line = Arg::Number(i64::try_from(first.0.line).unwrap_or(i64::MAX));
            let args = Args::from([("first", line), ("text", Arg::from(id))]);
            if row.named {
                let column = files.column(at.file, Role::Row);
                let text = column.map_or("", |c| row.cells.get(c));
                files.set_aside(at, Code::TermRepeated, column, text, args);
                continue;
            }
            files.note(at, Code::TermEqual, None, args);
        } else {
            before = Some(here);
        }
        let own_end = row.end.map(|end| first_day_without(end, settings));
        let asked = row
            .cancel_requested
            .filter(|_| settings.churn_date == ChurnDate::CancelRequest);
        let end = match asked {
            Some(asked) => Some(
                own_end
                    .map_or(asked, |own| own.min(asked))
                    .max(row.start.plus(1)),
            ),
            None => own_end,
        };
        drafts.push(Draft {
            id,
            at,
            start: row.start,
            end,
            own_end,
            mrr: 0,
            trial_end: row.trial_end,
            cells: Some(&row.cells),
            price: row.price.as_deref(),
            row: Some(row),
        });
    }
    drafts
}

/// Sets a term aside that ends before it starts; its customer stays.
fn has_length<'a>(files: &mut Files<'a>, out: &mut Drafts<'a>, draft: &Draft<'a>) -> bool {
    let Some(end) = draft.own_end.filter(|&end| end <= draft.start) else {
        return true;
    };
    let args = Args::from([
        ("start", Arg::from(draft.start.to_string())),
        ("end", Arg::from(end.to_string())),
    ]);
    if draft.row.is_some() {
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
    let Some(price) = draft.price.filter(|p| p.mrr(exponent).is_none()) else {
        return true;
    };
    let text = text_of(price.value);
    let column = files.column(draft.at.file, Role::Mrr);
    let column = column.or_else(|| files.column(draft.at.file, Role::Amount));
    let args = Args::from([("text", Arg::from(text.as_str()))]);
    if draft.row.is_some() {
        files.set_aside(draft.at, Code::NumberTooLarge, column, &text, args);
    } else {
        files.note(draft.at, Code::NumberTooLarge, column, args);
    }
    false
}
