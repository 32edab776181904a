//! Use folded by customer and user. Empty is the identity, merging is associative, and order leaves no trace but
//! the numbers of ids, which never leave.

use crate::calendar::Day;
use crate::dataset::{DayUse, Origin, Track};
use crate::intake::cells::Stamp;
use crate::intake::ids::Ids;
use crate::order::{self, Sorted};

/// Use by one member on its days.
#[derive(Clone, Debug)]
pub(crate) struct Fold {
    /// Where the first row stands.
    origin: Origin,
    /// The earliest day with a row, qualifying or not.
    first: Day,
    /// Day, rows, values. A wrapped sum is right as long as `weight` is within bounds.
    days: Vec<(Day, u32, i64)>,
    /// The sum of the values' sizes, as far as it can be held.
    weight: u64,
    /// The last qualifying row: its moment and event.
    last: Option<(i64, u32)>,
}

impl Fold {
    fn new(origin: Origin, first: Day) -> Fold {
        Fold {
            origin,
            first,
            days: Vec::new(),
            weight: 0,
            last: None,
        }
    }

    fn add(&mut self, day: Day, rows: u32, value: i64) {
        // Most files are in the order of time, one way or the other.
        let at = match self.days.last() {
            Some(last) if last.0 < day => Err(self.days.len()),
            Some(last) if last.0 == day => Ok(self.days.len() - 1),
            None => Err(0),
            _ => self.days.binary_search_by_key(&day, |d| d.0),
        };
        match at {
            Ok(at) => {
                if let Some(known) = self.days.get_mut(at) {
                    known.1 = known.1.saturating_add(rows);
                    known.2 = known.2.wrapping_add(value);
                }
            }
            Err(at) => self.days.insert(at, (day, rows, value)),
        }
    }

    /// Of rows at one moment the greater text is the last.
    fn saw(&mut self, moment: i64, event: u32, events: &Ids) {
        let later = match self.last {
            Some((known, _)) if known != moment => known < moment,
            Some((_, text)) => {
                text != event && events.get(text as usize) < events.get(event as usize)
            }
            None => true,
        };
        if later {
            self.last = Some((moment, event));
        }
    }
}

/// A customer, or a user of one.
pub(crate) struct Member<'a> {
    /// The customer's id.
    pub(crate) customer: &'a str,
    /// The user's id within the customer; "" of a customer.
    pub(crate) user: &'a str,
    /// Where the first row stands.
    pub(crate) origin: Origin,
    fold: &'a Fold,
    events: &'a Ids,
}

impl Member<'_> {
    /// The earliest day with a row, qualifying or not.
    pub(crate) fn first(&self) -> Day {
        self.fold.first
    }

    /// Its days of qualifying use. None of the values where their sums cannot be held: the flag tells it.
    pub(crate) fn track(&self) -> (Track, bool) {
        let beyond = i64::try_from(self.fold.weight).is_err();
        let value = |value: i64| if beyond { 0 } else { value };
        let days = self.fold.days.iter().map(|&(day, rows, sum)| DayUse {
            day,
            rows: u64::from(rows),
            value: value(sum),
        });
        let last = self
            .fold
            .last
            .map(|(_, event)| text(self.events.get(event as usize)));
        let track = Track {
            days: days.collect(),
            last_event: last.filter(|event| !event.is_empty()).map(str::to_owned),
        };
        (track, beyond)
    }
}

/// Ids are made of text.
fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// All use that a file tells, or several.
#[derive(Clone, Debug, Default)]
pub(crate) struct UsageState {
    customer_ids: Ids,
    customers: Vec<Fold>,
    /// The customer's number in four bytes, then the user's id.
    user_ids: Ids,
    users: Vec<Fold>,
    events: Ids,
    event_rows: Vec<u64>,
    /// Days with a row, qualifying or not, in order.
    days: Vec<Day>,
    memo: Memo,
}

/// What the row before had: rows of one customer, user, event and day often stand together.
#[derive(Clone, Debug, Default)]
struct Memo {
    customer: usize,
    user: usize,
    event: usize,
    day: Option<Day>,
    key: Vec<u8>,
}

impl UsageState {
    /// Everybody who used anything, by order of appearance.
    pub(crate) fn customers(&self) -> impl Iterator<Item = Member<'_>> {
        self.customers.iter().enumerate().map(|(i, fold)| Member {
            customer: text(self.customer_ids.get(i)),
            user: "",
            origin: fold.origin,
            fold,
            events: &self.events,
        })
    }

    /// The users of customers, by order of appearance.
    pub(crate) fn users(&self) -> impl Iterator<Item = Member<'_>> {
        self.users.iter().enumerate().map(|(i, fold)| {
            let (customer, user) = split_key(self.user_ids.get(i));
            Member {
                customer: text(self.customer_ids.get(customer)),
                user: text(user),
                origin: fold.origin,
                fold,
                events: &self.events,
            }
        })
    }

    /// Rows by event, all of them.
    pub(crate) fn event_rows(&self) -> Sorted<&str, u64> {
        let rows = self.event_rows.iter().enumerate();
        rows.map(|(i, &rows)| (text(self.events.get(i)), rows))
            .collect()
    }

    /// Days with a row, qualifying or not, in order.
    pub(crate) fn days(&self) -> &[Day] {
        &self.days
    }

    fn customer(&mut self, id: &[u8], origin: Origin, day: Day) -> usize {
        if self.customer_ids.get(self.memo.customer) != id || self.customers.is_empty() {
            let (number, new) = self.customer_ids.number(id);
            if new {
                self.customers.push(Fold::new(origin, day));
            }
            self.memo.customer = number;
        }
        self.memo.customer
    }

    fn user(&mut self, customer: usize, id: &[u8], origin: Origin, day: Day) -> usize {
        self.memo.key.clear();
        self.memo.key.extend((customer as u32).to_le_bytes());
        self.memo.key.extend(id);
        if self.user_ids.get(self.memo.user) != self.memo.key {
            let (number, new) = self.user_ids.number(&self.memo.key);
            if new {
                self.users.push(Fold::new(origin, day));
            }
            self.memo.user = number;
        }
        self.memo.user
    }

    fn event(&mut self, event: &[u8], rows: u64) -> usize {
        if self.events.get(self.memo.event) != event || self.event_rows.is_empty() {
            let (number, new) = self.events.number(event);
            if new {
                self.event_rows.push(0);
            }
            self.memo.event = number;
        }
        if let Some(known) = self.event_rows.get_mut(self.memo.event) {
            *known += rows;
        }
        self.memo.event
    }

    /// Folds one row. A blank user counts for the customer only. `value` is in millionths.
    pub(crate) fn add(&mut self, row: &UsageRow<'_>) {
        let day = row.stamp.day;
        if self.memo.day != Some(day) {
            self.memo.day = Some(day);
            order::include(&mut self.days, day);
        }
        let origin = Origin {
            file: 0,
            line: row.line,
        };
        let customer = self.customer(row.customer.as_bytes(), origin, day);
        let user =
            (!row.user.is_empty()).then(|| self.user(customer, row.user.as_bytes(), origin, day));
        let event = self.event(row.event.as_bytes(), 1);
        let members = [
            self.customers.get_mut(customer),
            user.and_then(|user| self.users.get_mut(user)),
        ];
        for fold in members.into_iter().flatten() {
            fold.first = fold.first.min(day);
            if !row.qualifies {
                continue;
            }
            fold.add(day, 1, row.value);
            fold.weight = fold.weight.saturating_add(row.value.unsigned_abs());
            fold.saw(row.stamp.moment(), event as u32, &self.events);
        }
    }

    /// Adds what another state tells. `place` says where the other's rows stand, `id` which customer's id stands for
    /// another.
    pub(crate) fn merge<'a>(
        &mut self,
        other: &'a UsageState,
        place: impl Fn(Origin) -> Origin,
        id: impl Fn(&'a str) -> &'a str,
    ) {
        self.days = order::distinct(self.days.iter().chain(&other.days).copied());
        let rows = other.event_rows.iter().enumerate();
        let events: Vec<usize> = rows
            .map(|(i, &rows)| self.event(other.events.get(i), rows))
            .collect();
        let mut numbers = Vec::with_capacity(other.customers.len());
        for (i, fold) in other.customers.iter().enumerate() {
            let id = id(text(other.customer_ids.get(i)));
            let here = self.customer(id.as_bytes(), place(fold.origin), fold.first);
            numbers.push(here);
            if let Some(known) = self.customers.get_mut(here) {
                absorb(known, fold, place(fold.origin), &events, &self.events);
            }
        }
        for (i, fold) in other.users.iter().enumerate() {
            let (customer, id) = split_key(other.user_ids.get(i));
            let Some(&customer) = numbers.get(customer) else {
                continue;
            };
            let here = self.user(customer, id, place(fold.origin), fold.first);
            if let Some(known) = self.users.get_mut(here) {
                absorb(known, fold, place(fold.origin), &events, &self.events);
            }
        }
    }
}

/// One usage row, read.
pub(crate) struct UsageRow<'a> {
    pub(crate) customer: &'a str,
    pub(crate) user: &'a str,
    pub(crate) stamp: Stamp,
    pub(crate) event: &'a str,
    pub(crate) value: i64,
    pub(crate) qualifies: bool,
    pub(crate) line: u64,
}

fn split_key(key: &[u8]) -> (usize, &[u8]) {
    match key.split_first_chunk::<4>() {
        Some((customer, user)) => (u32::from_le_bytes(*customer) as usize, user),
        None => (usize::MAX, &[]),
    }
}

fn absorb(known: &mut Fold, other: &Fold, origin: Origin, numbers: &[usize], events: &Ids) {
    known.origin = known.origin.min(origin);
    known.first = known.first.min(other.first);
    known.weight = known.weight.saturating_add(other.weight);
    for &(day, rows, value) in &other.days {
        known.add(day, rows, value);
    }
    if let Some((moment, event)) = other.last
        && let Some(&event) = numbers.get(event as usize)
    {
        known.saw(moment, event as u32, events);
    }
}
