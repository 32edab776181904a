//! Across files: who stands in one and not in another, and what lies beyond the files' last day.

use super::assemble::Files;
use super::assemble::people::Person;
use super::assemble::terms::Drafts;
use super::kinds::usage::state::UsageState;
use crate::dataset::{Dataset, Origin, Term};
use crate::issue::{Code, Issue};
use crate::order;

/// Explains what the numbers leave out, or take from one file only.
pub(super) fn across(
    files: &mut Files<'_>,
    dataset: &Dataset,
    people: &[Person<'_>],
    terms: &Drafts<'_>,
    usage: Option<&UsageState>,
) {
    if dataset.has_customers_file {
        // People stand by id.
        let unlisted = |(id, _): &(&str, Origin)| {
            let place = people.binary_search_by(|p| p.row.id.as_str().cmp(id));
            place.is_err()
        };
        let used = usage.into_iter().flat_map(UsageState::customers);
        let used = used.map(|m| (m.customer, m.origin)).filter(unlisted);
        tell(files, Code::UsageUnknownCustomer, used.collect());
        let paying = terms.terms.iter().map(|t| (t.id, t.at)).filter(unlisted);
        tell(files, Code::TermUnknownCustomer, paying.collect());
    }
    let with_term = order::distinct(terms.terms.iter().map(|t| t.id));
    let pays = |p: &&Person<'_>| {
        p.row
            .price
            .as_ref()
            .is_some_and(|price| price.value.units > 0)
    };
    let without = people.iter().filter(pays);
    let without = without.map(|p| (p.row.id.as_str(), p.at));
    let without = without.filter(|(id, _)| with_term.binary_search(id).is_err());
    tell(files, Code::PriceWithoutTerm, without.collect());
    let overlap = overlapping(dataset).into_iter();
    let overlap = overlap.filter_map(|term| {
        let customer = dataset.customers.get(term.customer)?;
        Some((customer.id.as_str(), term.origin))
    });
    tell(files, Code::TermsOverlap, overlap.collect());
    after(files, dataset, people, terms);
}

/// One issue for all these customers, at the first of their rows.
fn tell(files: &mut Files<'_>, code: Code, mut customers: Vec<(&str, Origin)>) {
    order::sort(&mut customers);
    customers.dedup_by_key(|customer| customer.0);
    let Some((id, at)) = customers.iter().min_by_key(|customer| customer.1) else {
        return;
    };
    let count = customers.len();
    let mut issue = Issue::new(code).at_line(at.line).with("text", *id);
    issue = issue.with("customers", i64::try_from(count).unwrap_or(i64::MAX));
    issue.count = count as u64;
    issue.file = files.part(at.file).map(|p| p.source.file.clone());
    files.issues.push(issue);
}

/// Of each customer with two terms on one day the first that starts while another runs. Terms come sorted by
/// customer and start.
fn overlapping(dataset: &Dataset) -> Vec<&Term> {
    let mut found: Vec<&Term> = Vec::new();
    let mut running: Option<(usize, i32)> = None;
    for term in &dataset.terms {
        let end = term.end.map_or(i32::MAX, |end| end.0);
        running = match running {
            Some((customer, until)) if customer == term.customer => {
                let known = found.last().is_some_and(|t| t.customer == customer);
                if term.start.0 < until && !known {
                    found.push(term);
                }
                Some((customer, end.max(until)))
            }
            _ => Some((term.customer, end)),
        };
    }
    found
}

/// What lies after the as-of date has not happened.
fn after(files: &mut Files<'_>, dataset: &Dataset, people: &[Person<'_>], terms: &Drafts<'_>) {
    let Some(as_of) = dataset.as_of else { return };
    let starts = terms
        .starts
        .iter()
        .map(|s| s.0)
        .chain(people.iter().filter_map(|p| p.row.signup));
    let seen = people
        .iter()
        .filter_map(|p| p.row.last_active)
        .chain(terms.requests.iter().copied());
    let mut late: Vec<_> = starts.chain(seen).filter(|day| *day > as_of).collect();
    if let Some(usage) = &dataset.usage {
        let days = usage
            .customers
            .iter()
            .flat_map(|t| &t.days)
            .filter(|d| d.day > as_of);
        late.extend(days.map(|d| d.day));
    }
    if !late.is_empty() {
        let mut issue = Issue::new(Code::AfterAsOf).with("date", as_of.to_string());
        issue.count = late.len() as u64;
        files.issues.push(issue);
    }
}
