//! Everybody who stands in any file, by id, and the terms of each.

use super::Files;
use super::entries::{Entry, head, start};
use super::people;
use super::segments::Segments;
use super::terms::{self, Draft, Drafts};
use super::usage::Used;
use crate::dataset::{Customer, CustomerIx, Place, Term};
use crate::intake::cells::is_blank;
use crate::order;
use crate::pile::{Table, Texts};
use crate::roles::{Kind, Role};

/// The customers and the terms of the dataset, and what is worth a look among them.
pub(super) struct Everybody {
    pub(super) customers: Vec<Customer>,
    pub(super) texts: Table,
    pub(super) terms: Vec<Term>,
    pub(super) term_texts: Table,
    /// The number of each customer among those who used anything; [`NOBODY`] of others. Empty without use.
    pub(super) used: Vec<u32>,
    /// Those of them whom no customers file lists.
    pub(super) strangers: Vec<(CustomerIx, Place)>,
    /// Those with a price and no term.
    pub(super) idle: Vec<CustomerIx>,
}

/// The people and the terms are done with: what of them goes on is in the dataset.
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn of(
    files: &Files<'_>,
    people: Vec<Entry>,
    drafts: &mut Drafts,
    usage: Option<&Used<'_>>,
    by_customer: &Segments,
    by_term: &Segments,
) -> Everybody {
    let mut terms = std::mem::take(&mut drafts.terms);
    // The first names where its customer stands, the last the plan. Those alike stand by their cells.
    order::by(&mut terms, |a, b| {
        let rest = |t: &Draft| (t.start, t.end, t.mrr);
        let ids = files.by_id(a.entry, b.entry);
        ids.then_with(|| rest(a).cmp(&rest(b)))
    });
    let mut termless = std::mem::take(&mut drafts.termless);
    order::by(&mut termless, |a, b| files.by_id(*a, *b));
    let used = || usage.iter().flat_map(|usage| usage.customers());
    let mut users = Vec::with_capacity(used().count());
    users.extend(used().map(|number| {
        let mut one = Use { head: 0, number };
        one.head = head(one.id(usage));
        one
    }));
    order::by(&mut users, |a, b| {
        let ids = || a.id(usage).cmp(b.id(usage));
        a.head.cmp(&b.head).then_with(ids)
    });
    let everyone = Everyone {
        files,
        people: &people,
        terms: &terms,
        termless: &termless,
        usage,
        used: &users,
    };
    let count = everyone.clone().count();
    let mut out = Everybody {
        customers: Vec::with_capacity(count),
        texts: Table::with_capacity(count),
        terms: Vec::new(),
        term_texts: Table::default(),
        used: Vec::with_capacity(usage.map_or(0, |_| count)),
        strangers: Vec::new(),
        idle: Vec::new(),
    };
    let mut counts = Vec::with_capacity(count);
    for one in everyone {
        counts.push(one.terms.len() as u32);
        out.add(files, &one, usage, by_customer, by_term);
    }
    drop((people, termless, users));
    let owners = counts.into_iter().enumerate();
    let mut owners = owners.flat_map(|(owner, count)| (0..count).map(move |_| owner));
    // They take the room of the drafts.
    let terms = terms.into_iter().zip(&mut owners);
    out.terms = terms
        .map(|(draft, owner)| draft.term(files, owner))
        .collect();
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
        let person = one.people.first().copied();
        let entry = person.or(one.terms.first().map(|term| term.entry));
        let entry = entry.or(one.termless.first().copied());
        // Nobody stands there twice.
        let used = one.used.first().map(|user| user.number);
        if usage.is_some() {
            self.used.push(used.unwrap_or(NOBODY));
        }
        let stranger = used.filter(|_| person.is_none());
        let first_use = stranger.and_then(|used| usage?.first(used as usize));
        let origin = entry.map(|entry| files.origin(entry)).or(first_use);
        let origin = origin.map_or(Place::new(0, 0), Place::from);
        let row = person.map(|person| people::row(files, person));
        self.customers.push(Customer {
            origin,
            signup: row.and_then(|row| row.signup).into(),
            last_active: row.and_then(|row| row.last_active).into(),
            churned: row.and_then(|row| row.churned),
            listed: person.is_some(),
        });
        let cells = person.map(|person| files.row(person).cells());
        let text = |role| told(cell(files, person?.file(), cells?, role)?);
        // Of the latest term of a file that has the column.
        let mut plans = one.terms.iter().rev().map(|term| term.entry);
        let plan = plans.find_map(|term| {
            let cells = terms::cells(files, term)?;
            cell(files, term.file(), cells, Role::Plan)
        });
        let known = [
            one.id,
            text(Role::Name).unwrap_or_default(),
            text(Role::Plan).or(plan.and_then(told)).unwrap_or_default(),
            text(Role::Owner).unwrap_or_default(),
        ];
        let values = person.map(|person| by_customer.values(person.file(), cells));
        let mut texts = known.into_iter().chain(values.into_iter().flatten());
        self.texts.push(&mut texts);
        for term in one.terms.iter().filter(|_| by_term.any()) {
            let cells = terms::cells(files, term.entry);
            let mut values = by_term.values(term.entry.file(), cells);
            self.term_texts.push(&mut values);
        }
        let stranger = first_use.filter(|_| entry.is_none() && files.has(Kind::Customers));
        self.strangers
            .extend(stranger.map(|at| (customer, at.into())));
        let price = row.and_then(|row| row.price);
        if price.is_some_and(|(price, _)| price.value.units > 0) && one.terms.is_empty() {
            self.idle.push(customer);
        }
    }
}

fn cell<'a>(files: &Files<'_>, file: u32, cells: Texts<'a>, role: Role) -> Option<&'a str> {
    Some(cells.get(files.column(file, role)?))
}

fn told(text: &str) -> Option<&str> {
    Some(text).filter(|text| !is_blank(text))
}

/// The number of who used nothing.
pub(super) const NOBODY: u32 = u32::MAX;

/// Somebody who used anything, as short as an [`Entry`].
struct Use {
    head: u64,
    number: u32,
}

impl Use {
    fn id<'a>(&self, usage: Option<&'a Used<'_>>) -> &'a str {
        usage.map_or("", |usage| usage.id(self.number))
    }
}

/// What stands in the files, sorted by id.
#[derive(Clone)]
struct Everyone<'a> {
    files: &'a Files<'a>,
    people: &'a [Entry],
    terms: &'a [Draft],
    termless: &'a [Entry],
    usage: Option<&'a Used<'a>>,
    used: &'a [Use],
}

/// The same of one id.
struct One<'a> {
    id: &'a str,
    people: &'a [Entry],
    terms: &'a [Draft],
    termless: &'a [Entry],
    used: &'a [Use],
}

impl<'a> Iterator for Everyone<'a> {
    type Item = One<'a>;

    fn next(&mut self) -> Option<One<'a>> {
        let files = self.files;
        let ids = [
            self.people.first().map(|person| files.id(*person)),
            self.terms.first().map(|term| files.id(term.entry)),
            self.termless.first().map(|row| files.id(*row)),
            self.used.first().map(|one| one.id(self.usage)),
        ];
        let id = ids.into_iter().flatten().min()?;
        let is = |entry| files.id(entry) == id;
        Some(One {
            id,
            people: start(&mut self.people, |person| is(*person)),
            terms: start(&mut self.terms, |term| is(term.entry)),
            termless: start(&mut self.termless, |row| is(*row)),
            used: start(&mut self.used, |one| one.id(self.usage) == id),
        })
    }
}
