//! Across files: who stands in one and not in another, and what lies beyond the files' last day.

use super::assemble::names::Names;
use super::assemble::{Assembled, Files};
use crate::calendar::{Day, Grain, Span};
use crate::dataset::{CustomerIx, Dataset, Place, Term, Usage};
use crate::issue::{Code, Issue};
use crate::order;
use crate::roles::Kind;
use crate::settings::{Join, Settings};

/// Explains what the numbers leave out, or take from one file only.
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn across(files: &mut Files<'_>, dataset: &Dataset) {
    if dataset.has_customers_file {
        let unlisted = |term: &&Term| {
            let customer = dataset.customers.get(term.customer as CustomerIx);
            customer.is_some_and(|customer| !customer.listed)
        };
        let paying = dataset.terms.iter().filter(unlisted);
        let paying = paying.map(payer);
        tell(files, dataset, Code::TermUnknownCustomer, paying.collect());
    }
    tell(files, dataset, Code::TermsOverlap, overlapping(dataset));
    let stays = |term: &&Term| {
        let customer = dataset.customers.get(term.customer as CustomerIx);
        term.end.get().is_none() && customer.is_some_and(|c| c.churned == Some(true))
    };
    let staying = dataset.terms.iter().filter(stays).map(payer);
    tell(files, dataset, Code::ChurnedWithoutDay, staying.collect());
}

/// Who pays a term, and its row.
fn payer(term: &Term) -> (CustomerIx, Place) {
    (term.customer as CustomerIx, term.origin)
}

/// Explains what the as-of date and the periods leave out.
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn at(out: &Assembled, as_of: Day, settings: &Settings, issues: &mut Vec<Issue>) {
    if let Some(usage) = &out.dataset.usage {
        holes(issues, &usage.seen, as_of, settings);
    }
    after(issues, out, as_of);
}

/// One issue for all these customers, at the first of their rows.
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn tell(
    files: &mut Files<'_>,
    dataset: &Dataset,
    code: Code,
    mut customers: Vec<(CustomerIx, Place)>,
) {
    order::sort(&mut customers);
    customers.dedup_by_key(|customer| customer.0);
    let Some(&(first, at)) = customers.iter().min_by_key(|customer| customer.1) else {
        return;
    };
    let mut issue = of_customers(code, customers.len(), dataset.id(first)).at_line(at.number());
    issue.file = files.part(at.file()).map(|p| p.source.file.clone());
    files.issues.push(issue);
    let places = customers.iter().map(|customer| customer.0);
    files.concerned.push((code, places.collect()));
}

fn of_customers(code: Code, count: usize, text: &str) -> Issue {
    let mut issue = Issue::new(code).with("text", text);
    issue = issue.with("customers", number(count));
    issue.count = count as u64;
    issue
}

/// Ids that differ only in how they are written, three of them with another spelling.
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn alike(files: &mut Files<'_>, dataset: &Dataset, settings: &Settings) {
    let apart;
    let (code, names) = match settings.join {
        Join::Exact => {
            apart = Names::of_customers(dataset);
            (Code::IdsAlike, &apart)
        }
        Join::Folded => (Code::IdsJoined, &files.names),
    };
    let (mut places, mut joined, mut examples) = (Vec::new(), 0, String::new());
    for place in 0..dataset.customers.len() {
        let id = dataset.id(place);
        let Some((shown, other)) = names.alike(id) else {
            continue;
        };
        places.push(place);
        if shown == id {
            joined += 1;
            if joined <= EXAMPLES {
                let comma = if joined > 1 { ", " } else { "" };
                for text in [comma, shown, " = ", other] {
                    examples.push_str(text);
                }
            }
        }
    }
    if joined > 0 {
        let issue = of_customers(code, places.len(), &examples);
        files.issues.push(issue.with("joined", joined));
        files.concerned.push((code, places));
    }
}

const EXAMPLES: i64 = 3;

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// So many days without a row at the end of the usage files are no accident of a week.
const EARLY: i32 = 7;

/// Holes of whole periods in the usage files, and an end before that of all files: both make customers look silent.
/// A day on which nobody uses anything is nothing odd, so days are looked at by the week.
#[cfg_attr(feature = "scan", inline(never))]
fn holes(issues: &mut Vec<Issue>, days: &[Day], as_of: Day, settings: &Settings) {
    let days = days.get(..days.partition_point(|d| *d <= as_of));
    let days = days.unwrap_or_default();
    let (Some(&start), Some(&last)) = (days.first(), days.last()) else {
        return;
    };
    let (grain, name) = match settings.grain {
        Grain::Day | Grain::Week => (Grain::Week, "week"),
        Grain::Month => (Grain::Month, "month"),
        Grain::Quarter => (Grain::Quarter, "quarter"),
        Grain::Year => (Grain::Year, "year"),
    };
    let (mut periods, mut first) = (0, None);
    for span in grain.periods(start, last, settings.week_start) {
        let next = days.partition_point(|day| *day < span.start);
        if days.get(next).is_some_and(|day| *day < span.end) {
            continue;
        }
        periods += 1;
        first = match first {
            None => Some(span),
            Some(gap) if gap.end == span.start => Some(Span {
                end: span.end,
                ..gap
            }),
            gap => gap,
        };
    }
    if let Some(gap) = first {
        let mut issue = Issue::new(Code::UsageGap)
            .with("grain", name)
            .with("date", gap.start.to_string())
            .with("until", gap.last().to_string())
            .with("periods", periods);
        issue.count = periods.unsigned_abs();
        issues.push(issue);
    }
    let lag = as_of.since(last);
    if lag > EARLY {
        let mut issue = Issue::new(Code::UsageEndsEarly)
            .with("date", last.to_string())
            .with("as_of", as_of.to_string())
            .with("days", i64::from(lag));
        issue.count = u64::from(lag.unsigned_abs());
        issues.push(issue);
    }
}

/// Of each customer with two terms on one day the first that starts while another runs. Terms come sorted by
/// customer and start.
fn overlapping(dataset: &Dataset) -> Vec<(CustomerIx, Place)> {
    let mut found: Vec<(CustomerIx, Place)> = Vec::new();
    let mut running: Option<(u32, i32)> = None;
    for term in &dataset.terms {
        let end = term.end.get().map_or(i32::MAX, |end| end.0);
        running = match running {
            Some((customer, until)) if customer == term.customer => {
                let known = found
                    .last()
                    .is_some_and(|last| last.0 == customer as CustomerIx);
                if term.start.0 < until && !known {
                    found.push(payer(term));
                }
                Some((customer, end.max(until)))
            }
            _ => Some((term.customer, end)),
        };
    }
    found
}

/// What lies after the as-of date has not happened.
#[cfg_attr(feature = "scan", inline(never))]
fn after(issues: &mut Vec<Issue>, out: &Assembled, as_of: Day) {
    let dataset = &out.dataset;
    let mut count = 0;
    let mut see = |day: Option<Day>| count += u64::from(day > Some(as_of));
    for term in &dataset.terms {
        let source = out.sources.get(term.origin.file() as usize);
        let is_row = source.is_some_and(|source| source.kind == Some(Kind::Subscriptions));
        see(Some(term.start).filter(|_| is_row));
    }
    for customer in &dataset.customers {
        see(customer.signup.get());
        see(customer.last_active.get());
    }
    out.days.iter().for_each(|day| see(Some(*day)));
    let used = |usage: &&Usage| usage.seen.last() > Some(&as_of);
    if let Some(usage) = dataset.usage.as_ref().filter(used) {
        for customer in 0..dataset.customers.len() {
            let (mut track, mut last) = (usage.customer(customer), as_of);
            while let Some(day) = track.next(last.plus(1)) {
                (count, last) = (count + 1, day);
            }
        }
    }
    if count > 0 {
        let mut issue = Issue::new(Code::AfterAsOf).with("date", as_of.to_string());
        issue.count = count;
        issues.push(issue);
    }
}
