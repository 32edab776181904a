//! Small datasets written by hand, for tests.

use crate::calendar::Day;
use crate::dataset::{Customer, Dataset, Days, Origin, Place, Term, Usage};
use crate::pile::{Blocks, Table};
use std::collections::{BTreeMap, BTreeSet};

/// The day of a text that a test knows to be one.
#[allow(clippy::panic)] // a test's own mistake
pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap_or_else(|e| panic!("{text}: {e}"))
}

type Cells = Vec<(String, String)>;
/// Customer, start, end, MRR, end of the trial, segments.
type Row = (String, Day, Option<Day>, i64, Option<Day>, Cells);

/// Rows as a test writes them.
#[derive(Clone, Default)]
pub(crate) struct World {
    as_of: Option<Day>,
    unpriced: bool,
    terms: Vec<Row>,
    uses: Vec<(String, Option<String>, Day, i64)>,
    listed: BTreeMap<String, Cells>,
    signups: BTreeMap<String, Day>,
    last_active: BTreeMap<String, Day>,
    churned: BTreeMap<String, bool>,
    first_row: Option<Day>,
}

fn owned(cells: &[(&str, &str)]) -> Cells {
    cells
        .iter()
        .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
        .collect()
}

impl World {
    /// A world whose files speak up to a day.
    pub(crate) fn new(as_of: &str) -> World {
        World {
            as_of: Some(day(as_of)),
            ..World::default()
        }
    }

    /// Three customers whom several worked examples count, up to 15 April 2024:
    /// a pays 10 from 10 January, 15 from 1 March; b pays 20 from 20 January, is gone on 29 February and back on
    /// 1 April; c pays 30 from 1 February, 5 from 10 April.
    pub(crate) fn of_three() -> World {
        World::new("2024-04-15")
            .term("a", "2024-01-10", "2024-03-01", 10)
            .term("a", "2024-03-01", "", 15)
            .term("b", "2024-01-20", "2024-02-29", 20)
            .term("b", "2024-04-01", "", 20)
            .term("c", "2024-02-01", "2024-04-10", 30)
            .term("c", "2024-04-10", "", 5)
    }

    /// A term; a blank end is running.
    pub(crate) fn term(self, customer: &str, start: &str, end: &str, mrr: i64) -> World {
        self.term_in(customer, start, end, mrr, &[])
    }

    /// A term of a subscriptions file with segment columns.
    pub(crate) fn term_in(
        mut self,
        customer: &str,
        start: &str,
        end: &str,
        mrr: i64,
        cells: &[(&str, &str)],
    ) -> World {
        let end = (!end.is_empty()).then(|| day(end));
        self.terms.push((
            customer.to_owned(),
            day(start),
            end,
            mrr,
            None,
            owned(cells),
        ));
        self
    }

    /// A term that begins with a trial.
    pub(crate) fn trial(
        mut self,
        customer: &str,
        start: &str,
        end: &str,
        trial_end: &str,
        mrr: i64,
    ) -> World {
        let end = (!end.is_empty()).then(|| day(end));
        self.terms.push((
            customer.to_owned(),
            day(start),
            end,
            mrr,
            Some(day(trial_end)),
            Vec::new(),
        ));
        self
    }

    /// No column gives amounts.
    pub(crate) fn unpriced(mut self) -> World {
        self.unpriced = true;
        self
    }

    /// One use of a customer on each day.
    pub(crate) fn uses(mut self, customer: &str, days: &[&str]) -> World {
        self.uses
            .extend(days.iter().map(|d| (customer.to_owned(), None, day(d), 0)));
        self
    }

    /// One use with a whole value on each day.
    pub(crate) fn values(mut self, customer: &str, days: &[(&str, i64)]) -> World {
        self.uses.extend(
            days.iter()
                .map(|(d, v)| (customer.to_owned(), None, day(d), v * 1_000_000)),
        );
        self
    }

    /// One use of a user of a customer on each day.
    pub(crate) fn user(mut self, customer: &str, user: &str, days: &[&str]) -> World {
        self.uses.extend(
            days.iter()
                .map(|d| (customer.to_owned(), Some(user.to_owned()), day(d), 0)),
        );
        self
    }

    /// The first row of the usage file is of an event that does not qualify.
    pub(crate) fn first_row(mut self, first: &str) -> World {
        self.first_row = Some(day(first));
        self
    }

    /// A row of a customers file with segment columns.
    pub(crate) fn listed(mut self, customer: &str, cells: &[(&str, &str)]) -> World {
        self.listed
            .entry(customer.to_owned())
            .or_default()
            .extend(owned(cells));
        self
    }

    /// A sign-up.
    pub(crate) fn signup(mut self, customer: &str, signup: &str) -> World {
        self.signups.insert(customer.to_owned(), day(signup));
        self.listed(customer, &[])
    }

    /// A last-active date.
    pub(crate) fn last_active(mut self, customer: &str, last: &str) -> World {
        self.last_active.insert(customer.to_owned(), day(last));
        self.listed(customer, &[])
    }

    /// A mark of the customers file.
    pub(crate) fn churned(mut self, customer: &str, churned: bool) -> World {
        self.churned.insert(customer.to_owned(), churned);
        self.listed(customer, &[])
    }

    /// The dataset that `intake` would make of these rows.
    pub(crate) fn build(self) -> Dataset {
        let ids: BTreeSet<&String> = (self.terms.iter().map(|t| &t.0))
            .chain(self.uses.iter().map(|u| &u.0))
            .chain(self.listed.keys())
            .collect();
        let ids: Vec<&String> = ids.into_iter().collect();
        let at = |id: &String| ids.binary_search(&id).unwrap_or(usize::MAX);
        let headers = |cells: Vec<&Cells>| -> Vec<String> {
            cells
                .into_iter()
                .flatten()
                .map(|(k, _)| k.clone())
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect()
        };
        let customer_segments = headers(self.listed.values().collect());
        let term_segments = headers(self.terms.iter().map(|t| &t.5).collect());
        let row = |headers: &[String], cells: &Cells| -> Vec<String> {
            let find = |h: &String| {
                cells
                    .iter()
                    .find(|(k, _)| k == h)
                    .map(|(_, v)| v.clone())
                    .unwrap_or_default()
            };
            headers.iter().map(find).collect()
        };
        let mut texts = Table::default();
        for id in &ids {
            let values = self
                .listed
                .get(*id)
                .map(|cells| row(&customer_segments, cells));
            let values = values.iter().flatten().map(String::as_str);
            texts.push(&mut [id.as_str(), "", "", ""].into_iter().chain(values));
        }
        let customers = ids.iter().enumerate().map(|(i, id)| Customer {
            origin: Place::new(0, i as u64 + 2),
            signup: self.signups.get(*id).copied().into(),
            last_active: self.last_active.get(*id).copied().into(),
            churned: self.churned.get(*id).copied(),
            listed: self.listed.contains_key(*id),
        });
        let mut terms: Vec<(Term, Vec<String>)> = (self.terms.iter().enumerate())
            .map(|(i, (id, start, end, mrr, trial_end, cells))| {
                let term = Term {
                    customer: at(id) as u32,
                    start: *start,
                    end: (*end).into(),
                    trial_end: (*trial_end).into(),
                    mrr: if self.unpriced { 1 } else { *mrr },
                    origin: Place::new(1, i as u64 + 2),
                };
                (term, row(&term_segments, cells))
            })
            .collect();
        terms.sort_by_key(|(t, _)| (t.customer, t.start, t.end, t.mrr, t.origin));
        let mut term_texts = Table::default();
        for (_, values) in &terms {
            term_texts.push(&mut values.iter().map(String::as_str));
        }
        let terms: Vec<Term> = terms.into_iter().map(|(term, _)| term).collect();
        let usage = (!self.uses.is_empty() || self.first_row.is_some()).then(|| self.usage(&ids));
        Dataset {
            files: vec![
                "customers.csv".into(),
                "subscriptions.csv".into(),
                "usage.csv".into(),
            ],
            customers: customers.collect(),
            texts,
            term_texts,
            has_customers_file: !self.listed.is_empty(),
            customer_segments,
            term_segments,
            priced: !self.unpriced && !terms.is_empty(),
            terms,
            usage,
            has_last_active: !self.last_active.is_empty(),
            currency: Some("USD".into()),
            exponent: 2,
            as_of: self.as_of,
        }
    }

    fn usage(&self, ids: &[&String]) -> Usage {
        let mut leaves: BTreeMap<(usize, Option<&str>), Days> = BTreeMap::new();
        for (id, user, day, value) in &self.uses {
            let customer = ids.binary_search(&id).unwrap_or(usize::MAX);
            let days = leaves.entry((customer, user.as_deref())).or_default();
            days.add(*day, 1);
            days.add_value(*day, *value, true);
        }
        let seen = self.uses.iter().map(|u| u.2).chain(self.first_row);
        let mut usage = Usage::new(leaves.values().cloned().collect::<Blocks<_>>().into());
        usage.seen = seen.collect::<BTreeSet<_>>().into_iter().collect();
        for customer in 0..ids.len() {
            let own = || leaves.iter().zip(0..).filter(|leaf| leaf.0.0.0 == customer);
            let numbers: Vec<u32> = own().map(|leaf| leaf.1).collect();
            usage.add_customer(&numbers, None);
            for (nth, ((&(_, user), days), _)) in own().enumerate() {
                let mut all = Usage::new([days.clone()].into_iter().collect::<Blocks<_>>().into());
                all.add_customer(&[0], None);
                if let (Some(user), Some(first)) = (user, all.customer(0).first()) {
                    let origin = Origin { file: 2, line: 2 };
                    usage.add_user(user.as_bytes(), nth, origin, first);
                }
            }
        }
        usage.has_users = !usage.users.is_empty();
        usage
    }
}
