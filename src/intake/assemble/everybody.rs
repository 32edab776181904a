//! Everybody who stands in any file, by id, and the terms of each.

use super::Files;
use super::people::Person;
use super::segments::Segments;
use super::terms::{Draft, Drafts};
use super::usage::Used;
use crate::dataset::{Customer, CustomerIx, Origin, Term};
use crate::intake::cells::is_blank;
use crate::order;
use crate::pile::{Table, Texts};
use crate::roles::Role;

/// The customers and the terms of the dataset, and what is worth a look among them.
pub(super) struct Everybody {
    pub(super) customers: Vec<Customer>,
    pub(super) texts: Table,
    pub(super) terms: Vec<Term>,
    pub(super) term_texts: Table,
    /// The number of each customer among those who used anything.
    pub(super) used: Vec<Option<u32>>,
    /// Those of them whom no customers file lists.
    pub(super) strangers: Vec<(CustomerIx, Origin)>,
    /// Those with a price and no term.
    pub(super) idle: Vec<(CustomerIx, Origin)>,
}

/// The people and the terms are done with: what of them goes on is in the dataset.
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn of(
    files: &Files<'_>,
    people: Vec<Person<'_>>,
    drafts: &mut Drafts<'_>,
    usage: Option<&Used<'_>>,
    by_customer: &Segments,
    by_term: &Segments,
) -> Everybody {
    let mut terms = std::mem::take(&mut drafts.terms);
    // The first names where its customer stands, the last the plan. Those alike stand by their cells.
    order::by_key(&mut terms, |t| (t.id, t.start, t.end, t.mrr));
    let mut termless = std::mem::take(&mut drafts.termless);
    order::by_key(&mut termless, |row| row.0);
    let used = usage.iter().flat_map(|usage| usage.customers());
    let used = used.map(|(number, id)| Use {
        head: head(id),
        id,
        number,
    });
    let mut used: Vec<Use<'_>> = used.collect();
    order::by_key(&mut used, |one| (one.head, one.id));
    let everyone = Everyone {
        people: &people,
        terms: &terms,
        termless: &termless,
        used: &used,
    };
    let count = everyone.clone().count();
    let mut out = Everybody {
        customers: Vec::with_capacity(count),
        texts: Table::with_capacity(count),
        terms: Vec::with_capacity(terms.len()),
        term_texts: Table::default(),
        used: Vec::with_capacity(count),
        strangers: Vec::new(),
        idle: Vec::new(),
    };
    for one in everyone {
        out.add(files, &one, usage, by_customer, by_term);
    }
    out
}

impl Everybody {
    #[cfg_attr(feature = "scan", inline(never))]
    fn add(
        &mut self,
        files: &Files<'_>,
        one: &One<'_>,
        usage: Option<&Used<'_>>,
        by_customer: &Segments,
        by_term: &Segments,
    ) {
        let customer = self.customers.len();
        let person = one.people.first();
        let termless = one.termless.first().map(|row| row.1);
        // Nobody stands there twice.
        let used = one.used.first().map(|user| user.number as u32);
        self.used.push(used);
        let stranger = used.filter(|_| person.is_none());
        let first_use = stranger.and_then(|used| usage?.first(used as usize));
        let origin = (person.map(Person::at))
            .or(one.terms.first().map(|term| term.at))
            .or(termless)
            .or(first_use);
        let row = person.map(Person::row);
        self.customers.push(Customer {
            origin: origin.unwrap_or(Origin { file: 0, line: 0 }),
            listed: person.is_some(),
            signup: row.and_then(|row| row.signup),
            last_active: row.and_then(|row| row.last_active),
            churned: row.and_then(|row| row.churned),
            tenure: row.and_then(|row| row.tenure),
        });
        let text = |role| person.and_then(|p| told(cell(files, p.file, p.kept.cells(), role)?));
        // Of the latest term of a file that has the column.
        let mut plans = one.terms.iter().rev();
        let plan = plans.find_map(|term| cell(files, term.at.file, term.cells()?, Role::Plan));
        let known = [
            one.id,
            text(Role::Name).unwrap_or_default(),
            text(Role::Plan).or(plan.and_then(told)).unwrap_or_default(),
            text(Role::Owner).unwrap_or_default(),
        ];
        let values = person.map(|p| by_customer.values(p.file, Some(p.kept.cells())));
        let mut texts = known.into_iter().chain(values.into_iter().flatten());
        self.texts.push(&mut texts);
        for term in one.terms {
            self.terms.push(term.term(customer));
            if by_term.any() {
                let mut values = by_term.values(term.at.file, term.cells());
                self.term_texts.push(&mut values);
            }
        }
        self.strangers.extend(first_use.map(|at| (customer, at)));
        let price = row.and_then(|row| row.price);
        let pays = price.is_some_and(|(price, _)| price.value.units > 0);
        self.idle.extend(
            origin
                .filter(|_| pays && one.terms.is_empty())
                .map(|at| (customer, at)),
        );
    }
}

fn cell<'a>(files: &Files<'_>, file: u32, cells: Texts<'a>, role: Role) -> Option<&'a str> {
    Some(cells.get(files.column(file, role)?))
}

fn told(text: &str) -> Option<&str> {
    Some(text).filter(|text| !is_blank(text))
}

/// The first bytes of an id, by which most differ: they are compared where they stand together.
fn head(id: &str) -> u64 {
    let bytes = id.bytes().chain([0; 8]).take(8);
    bytes.fold(0, |head, byte| head << 8 | u64::from(byte))
}

/// Somebody who used anything.
struct Use<'a> {
    head: u64,
    id: &'a str,
    number: usize,
}

/// What stands in the files, sorted by id.
#[derive(Clone)]
struct Everyone<'a> {
    people: &'a [Person<'a>],
    terms: &'a [Draft<'a>],
    termless: &'a [(&'a str, Origin)],
    used: &'a [Use<'a>],
}

/// The same of one id.
struct One<'a> {
    id: &'a str,
    people: &'a [Person<'a>],
    terms: &'a [Draft<'a>],
    termless: &'a [(&'a str, Origin)],
    used: &'a [Use<'a>],
}

impl<'a> Iterator for Everyone<'a> {
    type Item = One<'a>;

    fn next(&mut self) -> Option<One<'a>> {
        let ids = [
            self.people.first().map(|person| person.id),
            self.terms.first().map(|term| term.id),
            self.termless.first().map(|row| row.0),
            self.used.first().map(|user| user.id),
        ];
        let id = ids.into_iter().flatten().min()?;
        Some(One {
            id,
            people: start(&mut self.people, |person| person.id == id),
            terms: start(&mut self.terms, |term| term.id == id),
            termless: start(&mut self.termless, |row| row.0 == id),
            used: start(&mut self.used, |row| row.id == id),
        })
    }
}

/// Takes those off with which the rest begins.
fn start<'a, T>(rest: &mut &'a [T], is_one: impl Fn(&T) -> bool) -> &'a [T] {
    let count = rest.iter().take_while(|item| is_one(item)).count();
    let (ones, others) = rest.split_at(count);
    *rest = others;
    ones
}
