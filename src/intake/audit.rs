//! Across files: who stands in one and not in another, and what lies beyond the files' last day.

use super::assemble::Files;
use super::assemble::people::Person;
use super::assemble::terms::Drafts;
use crate::dataset::{Customer, Dataset};
use crate::issue::{Code, Issue};
use crate::order;

/// Explains what the numbers leave out, or take from one file only.
pub(super) fn across(
    files: &mut Files<'_>,
    dataset: &Dataset,
    people: &[Person<'_>],
    terms: &Drafts<'_>,
) {
    let with_term = order::distinct(dataset.terms.iter().map(|t| t.customer));
    let ids = |customers: Vec<usize>| -> Vec<&Customer> {
        customers
            .iter()
            .filter_map(|&i| dataset.customers.get(i))
            .collect()
    };
    if dataset.has_customers_file {
        let unlisted = |of: Vec<usize>| {
            ids(of)
                .into_iter()
                .filter(|c| !c.listed)
                .collect::<Vec<_>>()
        };
        if let Some(usage) = &dataset.usage {
            let used = (0..usage.customers.len())
                .filter(|&i| is_used(dataset, i, &with_term))
                .collect();
            tell(files, Code::UsageUnknownCustomer, &unlisted(used));
        }
        tell(
            files,
            Code::TermUnknownCustomer,
            &unlisted(with_term.clone()),
        );
    }
    let priced = |p: &&Person<'_>| {
        p.row
            .price
            .as_ref()
            .is_some_and(|price| price.value.units > 0 && price.times.units > 0)
    };
    // People stand by id.
    let priced: Vec<&str> = people
        .iter()
        .filter(priced)
        .map(|p| p.row.id.as_str())
        .collect();
    let without: Vec<&Customer> = dataset
        .customers
        .iter()
        .enumerate()
        .filter(|(i, c)| {
            priced.binary_search(&c.id.as_str()).is_ok() && with_term.binary_search(i).is_err()
        })
        .map(|(_, c)| c)
        .collect();
    tell(files, Code::PriceWithoutTerm, &without);
    tell(files, Code::TermsOverlap, &ids(overlapping(dataset)));
    after(files, dataset, people, terms);
}

/// Whether any usage row names the customer, qualifying or not.
fn is_used(dataset: &Dataset, customer: usize, with_term: &[usize]) -> bool {
    let Some(usage) = &dataset.usage else {
        return false;
    };
    let tracked = usage
        .customers
        .get(customer)
        .is_some_and(|t| !t.days.is_empty());
    // Who stands in no other file stands in a usage file.
    tracked
        || dataset.customers.get(customer).is_some_and(|c| !c.listed)
            && with_term.binary_search(&customer).is_err()
}

fn tell(files: &mut Files<'_>, code: Code, customers: &[&Customer]) {
    let Some(first) = customers.iter().min_by_key(|c| c.origin) else {
        return;
    };
    let count = customers.len();
    let mut issue = Issue::new(code)
        .at_line(first.origin.line)
        .with("text", first.id.as_str());
    issue = issue.with("customers", i64::try_from(count).unwrap_or(i64::MAX));
    issue.count = count as u64;
    issue.file = files.part(first.origin.file).map(|p| p.source.file.clone());
    files.issues.push(issue);
}

/// Customers with two terms on one day. Terms come sorted by customer and start.
fn overlapping(dataset: &Dataset) -> Vec<usize> {
    let mut found = Vec::new();
    let mut running = None;
    for term in &dataset.terms {
        let end = term.end.map_or(i32::MAX, |end| end.0);
        running = match running {
            Some((customer, until)) if customer == term.customer => {
                if term.start.0 < until {
                    found.push(customer);
                }
                Some((customer, end.max(until)))
            }
            _ => Some((term.customer, end)),
        };
    }
    found.dedup();
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
    if let Some(last) = late.iter().max() {
        let mut issue = Issue::new(Code::AfterAsOf).with("date", last.to_string());
        issue.count = late.len() as u64;
        files.issues.push(issue);
    }
}
