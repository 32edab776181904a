//! What was used, folded: no row is kept.

use super::marks::Mark;
use super::{CustomerIx, Days, Origin, Place, Track};
use crate::calendar::Day;
use crate::order::Sorted;
use crate::pile::{Blocks, Pile};
use std::ops::Range;
use std::sync::Arc;

/// What was used, when.
#[derive(Clone, Debug, Default)]
pub struct Usage {
    /// Days with a row of any kind, qualifying or not, in order.
    pub seen: Vec<Day>,
    /// Users with at least one row, sorted by (customer, id).
    pub users: Vec<User>,
    /// Whether the files tell users apart from customers.
    pub has_users: bool,
    /// Rows by event name, all events.
    pub events: Sorted<String, u64>,
    /// Days of use by leaf, as they were read; their reader keeps them too. A customer has a leaf for each user and one
    /// for what no user did.
    read: Arc<Blocks<Days>>,
    /// The leaves of one customer after the other.
    leaves: Vec<u32>,
    /// The same days in bits, in the order of `leaves`: whoever asks everybody walks through memory.
    marks: Vec<Mark>,
    /// Where those of each leaf end.
    ends: Vec<u32>,
    /// Those of customers with use in several leaves.
    united: Vec<Mark>,
    /// By customer, aligned with [`super::Dataset::customers`].
    customers: Vec<Whole>,
    /// Ids of users.
    ids: Pile,
}

/// Where what a customer's leaves did together ends; it begins where that of the one before ends.
#[derive(Clone, Copy, Debug, Default)]
struct Whole {
    leaves: u32,
    united: u32,
    /// The event of the last qualifying row: its place in [`Usage::events`], where it has one.
    last_event: u32,
}

/// A user is the pair of customer and user.
#[derive(Clone, Copy, Debug)]
pub struct User {
    /// The customer: a [`CustomerIx`] in the room that it needs.
    pub customer: u32,
    /// The earliest day with a row, qualifying or not.
    pub first: Day,
    /// The first row.
    pub origin: Place,
    /// Place in `Usage::ids`.
    id: u32,
    /// Place in `Usage::leaves`.
    leaf: u32,
}

impl Usage {
    /// Days of use by leaf. Whose they are is told customer by customer.
    pub fn new(read: Arc<Blocks<Days>>) -> Usage {
        let count = read.len();
        Usage {
            read,
            leaves: Vec::with_capacity(count),
            // Most leaves have a mark at least.
            marks: Vec::with_capacity(count),
            ends: Vec::with_capacity(count),
            ..Usage::default()
        }
    }

    /// Makes room for so many customers and users.
    pub fn reserve(&mut self, customers: usize, users: usize) {
        self.customers.reserve_exact(customers);
        self.users.reserve_exact(users);
    }

    /// Brings the days of leaves that are added next into reach.
    pub fn reach(&self, leaves: impl Iterator<Item = u32>) {
        Days::reach(leaves.filter_map(|leaf| self.read.get(leaf as usize)));
    }

    /// Adds the next customer by its leaves, and the event of its last qualifying row by its place.
    pub fn add_customer(&mut self, leaves: &[u32], last_event: Option<usize>) {
        let (first, mut used) = (self.leaves.len(), 0);
        for &leaf in leaves {
            let before = self.marks.len();
            if let Some(days) = self.read.get(leaf as usize) {
                days.mark(&mut self.marks);
            }
            used += usize::from(self.marks.len() > before);
            self.leaves.push(leaf);
            self.ends.push(short(self.marks.len()));
        }
        if used > 1 {
            let start = self.united.len();
            for place in first..self.leaves.len() {
                self.unite(start, self.marks_of(place..place + 1));
            }
        }
        self.customers.push(Whole {
            leaves: short(self.leaves.len()),
            united: short(self.united.len()),
            last_event: last_event.map_or(u32::MAX, short),
        });
    }

    /// Adds the next user of the customer that was added last, by the place of its leaf among the customer's.
    pub fn add_user(&mut self, id: &[u8], nth: usize, origin: Origin, first: Day) {
        let customer = self.customers.len().saturating_sub(1);
        self.users.push(User {
            customer: short(customer),
            first,
            origin: origin.into(),
            id: short(self.ids.push(id)),
            leaf: self.whole(customer).0.leaves + short(nth),
        });
    }

    /// Where a customer's part begins and ends.
    fn whole(&self, customer: CustomerIx) -> (Whole, Whole) {
        let whole = |customer: Option<usize>| self.customers.get(customer?).copied();
        let before = whole(customer.checked_sub(1)).unwrap_or_default();
        (before, whole(Some(customer)).unwrap_or(before))
    }

    /// Where the marks of leaves that stand side by side are.
    fn marks_of(&self, places: Range<usize>) -> Range<usize> {
        let end = |place: usize| self.ends.get(place.checked_sub(1)?).copied();
        let end = |place: usize| end(place).unwrap_or(0) as usize;
        end(places.start)..end(places.end)
    }

    /// Adds marks to the united ones from `start` on, which are in order too.
    fn unite(&mut self, start: usize, marks: Range<usize>) {
        let mut at = start;
        for mark in self.marks.get(marks).unwrap_or_default() {
            while (self.united.get(at)).is_some_and(|known| known.number < mark.number) {
                at += 1;
            }
            match self.united.get_mut(at) {
                Some(known) if known.number == mark.number => known.add(mark.bits()),
                _ => self.united.insert(at, *mark),
            }
        }
    }

    /// A customer's qualifying use.
    pub fn customer(&self, customer: CustomerIx) -> Track<'_> {
        let (before, whole) = self.whole(customer);
        let leaves = before.leaves as usize..whole.leaves as usize;
        let united = before.united as usize..whole.united as usize;
        let marks = if united.is_empty() {
            // Of one leaf at most.
            self.marks.get(self.marks_of(leaves.clone()))
        } else {
            self.united.get(united)
        };
        Track {
            marks: marks.unwrap_or_default(),
            read: &self.read,
            leaves: self.leaves.get(leaves).unwrap_or_default(),
        }
    }

    /// The qualifying use of a user of [`Usage::users`].
    pub fn user(&self, user: usize) -> Track<'_> {
        let user = self.users.get(user);
        user.map_or(Track::NONE, |user| {
            let place = user.leaf as usize..user.leaf as usize + 1;
            let marks = self.marks.get(self.marks_of(place.clone()));
            Track {
                marks: marks.unwrap_or_default(),
                read: &self.read,
                leaves: self.leaves.get(place).unwrap_or_default(),
            }
        })
    }

    /// The id of a user of [`Usage::users`], within the customer.
    pub fn user_id(&self, user: usize) -> Option<&str> {
        std::str::from_utf8(self.ids.at(self.users.get(user)?.id as usize)).ok()
    }

    /// The event of a customer's last qualifying row.
    pub fn last_event(&self, customer: CustomerIx) -> Option<&str> {
        let place = self.customers.get(customer)?.last_event as usize;
        self.events.at(place).map(String::as_str)
    }
}

/// Places of more would fill all memory.
fn short(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl PartialEq for Usage {
    /// Wherever days stand.
    fn eq(&self, other: &Usage) -> bool {
        let whole = |usage: &Usage| {
            let all = 0..usage.customers.len();
            let customers = all.map(|customer| {
                let days: Vec<_> = usage.customer(customer).iter().collect();
                (days, usage.last_event(customer).map(str::to_owned))
            });
            customers.collect::<Vec<_>>()
        };
        let users = |usage: &Usage| {
            let users = usage.users.iter().enumerate();
            let users = users.map(|(n, user)| {
                let days: Vec<_> = usage.user(n).iter().collect();
                let id = usage.user_id(n).map(str::to_owned);
                (user.customer, id, user.origin, user.first, days)
            });
            users.collect::<Vec<_>>()
        };
        (&self.seen, self.has_users, &self.events) == (&other.seen, other.has_users, &other.events)
            && whole(self) == whole(other)
            && users(self) == users(other)
    }
}
