//! Use folded by customer and user. Empty is the identity, merging is associative, and order leaves no trace but
//! the numbers of ids, which never leave.
//!
//! A leaf is a pair of customer and user, the blank user too: one look-up for a row. What a customer did is what its
//! leaves did.

mod posted;

use super::events::{Events, Known};
use crate::LARGE;
use crate::calendar::Day;
use crate::dataset::{Days, Origin};
use crate::intake::ids::{Hash, Key, Pairs, Slots};
use crate::order;
use crate::pile::{self, Blocks};
use std::sync::Arc;

/// Of one pair of customer and user.
#[derive(Clone, Debug)]
#[repr(align(32))] // half a line of memory
struct Leaf {
    /// Where the first row stands.
    line: u64,
    /// The moment of the last qualifying row.
    moment: i64,
    /// Its event's number; [`NEVER`]: there is no such row.
    event: u32,
    /// The earliest day with a row, qualifying or not.
    first: Day,
    customer: u32,
    file: u32,
}

const NEVER: u32 = u32::MAX;

impl Leaf {
    fn origin(&self) -> Origin {
        Origin {
            file: self.file,
            line: self.line,
        }
    }
}

/// What is known of a pair of customer and user.
#[derive(Clone, Copy)]
pub(crate) struct Member<'a> {
    /// The customer's number.
    pub(crate) customer: usize,
    /// The user's id within the customer; a blank one is the customer itself.
    pub(crate) user: &'a [u8],
    /// Where the first row stands.
    pub(crate) origin: Origin,
    /// The earliest day with a row, qualifying or not.
    pub(crate) first: Day,
    /// The last qualifying row: its moment and its event's number.
    pub(crate) last: Option<(i64, usize)>,
}

/// One usage row, read: all text is UTF-8 and trimmed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UsageRow<'a> {
    pub(crate) customer: &'a [u8],
    /// A blank user counts for the customer only.
    pub(crate) user: &'a [u8],
    /// Of both of them.
    pub(in crate::intake) key: Key,
    /// Its event's number, and whether the row makes its day one of use.
    pub(crate) event: Known,
    pub(crate) day: Day,
    /// Milliseconds since 1970-01-01, to tell which of two is later.
    pub(crate) moment: i64,
    /// In millionths.
    pub(crate) value: i64,
    /// A row further up in the file has a smaller one.
    pub(crate) line: u64,
}

impl UsageRow<'_> {
    /// Of nobody: a place for another.
    pub(in crate::intake) const NONE: UsageRow<'static> = UsageRow {
        customer: b"",
        user: b"",
        key: Key::NONE,
        event: Known {
            event: NEVER,
            qualifies: false,
        },
        day: Day::FIRST,
        moment: 0,
        value: 0,
        line: 0,
    };
}

/// So many rows or leaves are looked at together, so that waiting for memory overlaps.
const BATCH: usize = 64;

/// All use that a file tells, or several.
#[derive(Clone, Debug, Default)]
pub(crate) struct UsageState {
    /// Values are kept by day.
    keeps_values: bool,
    pairs: Pairs,
    leaves: Vec<Leaf>,
    /// Of each leaf. The dataset shares them.
    days: Arc<Blocks<Days>>,
    /// The first leaf of each customer: its number is the customer's.
    customers: Slots,
    events: Events,
    /// Days with a row, qualifying or not, in order.
    seen: Vec<Day>,
    /// The day of the row before.
    last: Option<Day>,
}

impl UsageState {
    /// An empty one, which keeps values by day or only their sizes.
    pub(crate) fn new(keeps_values: bool) -> UsageState {
        UsageState {
            keeps_values,
            ..UsageState::default()
        }
    }

    /// Tells that no row is to come: what finds a row's place is let go, and made again where one comes after all.
    pub(crate) fn rest(&mut self) {
        if LARGE {
            self.pairs.rest();
            self.customers = Slots::default();
            self.leaves.shrink_to_fit();
        }
    }

    /// What it tells, and an empty one in its place.
    pub(crate) fn take(&mut self) -> UsageState {
        let empty = UsageState::new(self.keeps_values);
        std::mem::replace(self, empty)
    }

    /// A pair of customer and user, by order of appearance.
    pub(crate) fn member(&self, number: usize) -> Option<Member<'_>> {
        let leaf = self.leaves.get(number)?;
        Some(Member {
            customer: leaf.customer as usize,
            user: self.pairs.get(number).1,
            origin: leaf.origin(),
            first: leaf.first,
            last: (leaf.event != NEVER).then_some((leaf.moment, leaf.event as usize)),
        })
    }

    /// All of them.
    pub(crate) fn members(&self) -> impl Iterator<Item = Member<'_>> {
        (0..).map_while(|number| self.member(number))
    }

    /// The days of each.
    pub(crate) fn days(&self) -> &Arc<Blocks<Days>> {
        &self.days
    }

    /// The numbers of all who used anything.
    pub(crate) fn customers(&self) -> impl Iterator<Item = u32> {
        let firsts = self.leaves.iter().zip(0..);
        let firsts = firsts.filter(|(leaf, number)| leaf.customer == *number);
        firsts.map(|(_, number)| number)
    }

    /// The id of one of them.
    pub(crate) fn customer(&self, number: u32) -> &str {
        text(self.pairs.get(number as usize).0)
    }

    /// Each event with its rows, all of them, by number.
    pub(crate) fn event_rows(&self) -> impl Iterator<Item = (&str, u64)> {
        self.events.iter().map(|(event, rows)| (text(event), rows))
    }

    /// Days with a row, qualifying or not, in order.
    pub(crate) fn seen(&self) -> &[Day] {
        &self.seen
    }

    /// The events, and the cells in which they stood of late.
    pub(in crate::intake) fn events(&mut self) -> &mut Events {
        &mut self.events
    }

    /// Folds one row.
    pub(crate) fn add(&mut self, row: &UsageRow<'_>) {
        let at = self.leaf(row);
        self.see(row);
        let all = Arc::make_mut(&mut self.days);
        if let (Some(leaf), Some(days)) = (self.leaves.get_mut(at), all.get_mut(at)) {
            fold(leaf, days, row, &self.events, self.keeps_values);
        }
    }

    /// Folds rows, as one after the other.
    pub(crate) fn add_all(&mut self, rows: &[UsageRow<'_>]) {
        for rows in rows.chunks(BATCH) {
            // Each step brings what the next one looks at into reach, all of it at once.
            let mut leaves = [0; BATCH];
            self.reach(rows.iter().map(|row| &row.key), &mut leaves);
            for (place, row) in leaves.iter_mut().zip(rows) {
                if !self.pairs.is_short(*place, &row.key) {
                    *place = self.leaf(row);
                }
                self.see(row);
            }
            let all = Arc::make_mut(&mut self.days);
            for (at, row) in leaves.into_iter().zip(rows) {
                if let (Some(leaf), Some(days)) = (self.leaves.get_mut(at), all.get_mut(at)) {
                    fold(leaf, days, row, &self.events, self.keeps_values);
                }
            }
        }
    }

    /// The leaves of keys as far as they can be guessed, brought into reach.
    fn reach<'k>(&self, keys: impl ExactSizeIterator<Item = &'k Key>, leaves: &mut [usize]) {
        let count = keys.len();
        self.pairs.guess(keys, leaves);
        let reached = leaves.iter().take(count).map(|&at| {
            let days = self.days.get(at).is_some_and(Days::is_empty);
            let leaf = self.leaves.get(at).map_or(0, |leaf| leaf.event);
            leaf ^ u32::from(days)
        });
        std::hint::black_box(reached.fold(0, |all, one| all ^ one));
    }

    /// Counts the row's day, which mostly is that of the row before, and its event.
    fn see(&mut self, row: &UsageRow<'_>) {
        if self.last != Some(row.day) {
            self.last = Some(row.day);
            order::include(&mut self.seen, row.day);
        }
        self.events.count(row.event.event, 1);
    }

    fn leaf(&mut self, row: &UsageRow<'_>) -> usize {
        let (at, new) = self.pairs.number(&row.key, row.customer, row.user);
        if new {
            if LARGE && self.customers.is_empty() {
                let mut slots = Slots::default();
                for number in self.customers() {
                    let id = self.customer(number).as_bytes();
                    slots.add(Hash::of(id) as u32, number as usize);
                }
                self.customers = slots;
            }
            let hash = Hash::of(row.customer) as u32;
            let is = |number| self.pairs.get(number).0 == row.customer;
            let known = self.customers.find(hash, &is);
            if known.is_none() {
                self.customers.add(hash, at);
            }
            let leaf = Leaf {
                line: row.line,
                moment: row.moment,
                event: NEVER,
                first: row.day,
                customer: known.unwrap_or(at) as u32,
                file: 0,
            };
            pile::add(&mut self.leaves, leaf);
            Arc::make_mut(&mut self.days).push(Days::default());
        }
        at
    }

    /// Adds what another state tells. `place` says where the other's rows stand, `id` which customer's id stands for
    /// another.
    pub(crate) fn merge<'a>(
        &mut self,
        other: &'a UsageState,
        place: impl Fn(Origin) -> Origin,
        id: impl Fn(&'a str) -> &'a str,
    ) {
        self.keeps_values |= other.keeps_values;
        self.seen = order::distinct(self.seen.iter().chain(&other.seen).copied());
        let mut events = Vec::with_capacity(other.events.len());
        for (text, rows) in other.events.iter() {
            let event = self.events.number(text);
            self.events.count(event, rows);
            events.push(event);
        }
        for (i, (leaf, days)) in other.leaves.iter().zip(other.days.iter()).enumerate() {
            let (customer, user) = other.pairs.get(i);
            let Origin { file, line } = place(leaf.origin());
            let leaf = Leaf {
                line,
                file,
                event: events
                    .get(leaf.event as usize)
                    .map_or(NEVER, |event| *event),
                ..*leaf
            };
            let customer = id(text(customer)).as_bytes();
            let key = Key::of(customer, user);
            if let Some(known) = self.join(key, customer, user, &leaf) {
                known.merge(days);
            }
        }
    }

    /// Adds a leaf of another state: the days that are its own here.
    fn join(&mut self, key: Key, customer: &[u8], user: &[u8], leaf: &Leaf) -> Option<&mut Days> {
        let count = self.leaves.len();
        let at = self.leaf(&UsageRow {
            customer,
            user,
            key,
            day: leaf.first,
            moment: leaf.moment,
            line: leaf.line,
            ..UsageRow::NONE
        });
        let known = self.leaves.get_mut(at)?;
        let first = match at == count {
            true => leaf.origin(),
            false => leaf.origin().min(known.origin()),
        };
        (known.file, known.line) = (first.file, first.line);
        known.first = known.first.min(leaf.first);
        if leaf.event != NEVER {
            saw(known, leaf.moment, leaf.event, &self.events);
        }
        Arc::make_mut(&mut self.days).get_mut(at)
    }

    /// Says where rows stand, by where they stood.
    pub(crate) fn place(&mut self, line: impl Fn(u64) -> u64) {
        for leaf in &mut self.leaves {
            leaf.line = line(leaf.line);
        }
    }
}

/// Folds a row into its leaf.
fn fold(leaf: &mut Leaf, days: &mut Days, row: &UsageRow<'_>, events: &Events, keep: bool) {
    leaf.first = leaf.first.min(row.day);
    leaf.line = leaf.line.min(row.line);
    if row.event.qualifies {
        saw(leaf, row.moment, row.event.event, events);
        days.add(row.day, 1);
        days.add_value(row.day, row.value, keep);
    }
}

/// Ids are made of text.
fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// Of rows at one moment the greater text is the last.
fn saw(leaf: &mut Leaf, moment: i64, event: u32, events: &Events) {
    let later = if leaf.event == NEVER || leaf.moment != moment {
        leaf.event == NEVER || leaf.moment < moment
    } else {
        leaf.event != event && events.get(leaf.event) < events.get(event)
    };
    if later {
        (leaf.moment, leaf.event) = (moment, event);
    }
}

#[cfg(test)]
mod tests;
