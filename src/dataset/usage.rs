//! What was used, folded: no row is kept.

use super::marks::Mark;
use super::{CustomerIx, Days, Origin, Track};
use crate::calendar::Day;
use crate::order::Sorted;
use crate::pile::Pile;
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
    read: Arc<Vec<Days>>,
    /// The same in bits, of one leaf after the other, and then those of customers with several.
    marks: Vec<Mark>,
    /// Where those of each leaf end.
    ends: Vec<u32>,
    /// By customer, aligned with [`super::Dataset::customers`].
    customers: Vec<Whole>,
    /// Those of one customer after the other.
    leaves: Vec<u32>,
    /// Ids of users.
    ids: Pile,
}

/// What a customer's leaves did together.
#[derive(Clone, Debug)]
struct Whole {
    marks: Range<u32>,
    leaves: Range<u32>,
    /// The event of the last qualifying row: its place in [`Usage::events`].
    last_event: Option<u32>,
}

/// A user is the pair of customer and user.
#[derive(Clone, Copy, Debug)]
pub struct User {
    /// The customer.
    pub customer: CustomerIx,
    /// The first row.
    pub origin: Origin,
    /// The earliest day with a row, qualifying or not.
    pub first: Day,
    leaf: u32,
    id: usize,
}

impl Usage {
    /// Days of use by leaf. Whose they are is told customer by customer.
    pub fn new(read: Arc<Vec<Days>>) -> Usage {
        // Most leaves have a mark at least.
        let count = read.len();
        let (mut marks, mut ends) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for days in &*read {
            days.mark(&mut marks);
            ends.push(short(marks.len()));
        }
        Usage {
            read,
            marks,
            ends,
            leaves: Vec::with_capacity(count),
            ..Usage::default()
        }
    }

    /// Makes room for so many customers and users.
    pub fn reserve(&mut self, customers: usize, users: usize) {
        self.customers.reserve_exact(customers);
        self.users.reserve_exact(users);
    }

    /// Adds the next customer by its leaves, and the event of its last qualifying row by its place.
    pub fn add_customer(&mut self, leaves: &[u32], last_event: Option<u32>) {
        let mut used = leaves.iter().map(|leaf| self.of_leaf(*leaf));
        let mut used = used.by_ref().filter(|marks| !marks.is_empty());
        let first = used.next().unwrap_or_default();
        let marks = if used.next().is_none() {
            first
        } else {
            let start = self.marks.len();
            for leaf in leaves {
                self.unite(start, self.of_leaf(*leaf));
            }
            short(start)..short(self.marks.len())
        };
        let start = short(self.leaves.len());
        self.leaves.extend_from_slice(leaves);
        self.customers.push(Whole {
            marks,
            leaves: start..short(self.leaves.len()),
            last_event,
        });
    }

    /// Adds the next user of the customer that was added last.
    pub fn add_user(&mut self, id: &[u8], leaf: u32, origin: Origin, first: Day) {
        self.users.push(User {
            customer: self.customers.len().saturating_sub(1),
            origin,
            first,
            leaf,
            id: self.ids.push(id),
        });
    }

    fn of_leaf(&self, leaf: u32) -> Range<u32> {
        let end = |leaf: Option<u32>| self.ends.get(leaf? as usize).copied();
        end(leaf.checked_sub(1)).unwrap_or(0)..end(Some(leaf)).unwrap_or(0)
    }

    /// Adds marks to those from `start` on, which are in order too.
    fn unite(&mut self, start: usize, marks: Range<u32>) {
        let mut at = start;
        for from in marks {
            let Some(&mark) = self.marks.get(from as usize) else {
                return;
            };
            while (self.marks.get(at)).is_some_and(|known| known.number < mark.number) {
                at += 1;
            }
            match self.marks.get_mut(at) {
                Some(known) if known.number == mark.number => known.add(mark.bits()),
                _ => self.marks.insert(at, mark),
            }
        }
    }

    /// A customer's qualifying use.
    pub fn customer(&self, customer: CustomerIx) -> Track<'_> {
        let whole = self.customers.get(customer);
        whole.map_or(Track::NONE, |whole| Track {
            marks: part(&self.marks, &whole.marks),
            read: &self.read,
            leaves: part(&self.leaves, &whole.leaves),
        })
    }

    /// The qualifying use of a user of [`Usage::users`].
    pub fn user(&self, user: usize) -> Track<'_> {
        let user = self.users.get(user);
        user.map_or(Track::NONE, |user| Track {
            marks: part(&self.marks, &self.of_leaf(user.leaf)),
            read: &self.read,
            leaves: std::slice::from_ref(&user.leaf),
        })
    }

    /// The id of a user of [`Usage::users`], within the customer.
    pub fn user_id(&self, user: usize) -> Option<&str> {
        std::str::from_utf8(self.ids.at(self.users.get(user)?.id)).ok()
    }

    /// The event of a customer's last qualifying row.
    pub fn last_event(&self, customer: CustomerIx) -> Option<&str> {
        let place = self.customers.get(customer)?.last_event? as usize;
        self.events.at(place).map(String::as_str)
    }
}

fn part<'a, T>(of: &'a [T], range: &Range<u32>) -> &'a [T] {
    let range = range.start as usize..range.end as usize;
    of.get(range).unwrap_or_default()
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
