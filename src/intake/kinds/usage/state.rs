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
use crate::intake::ids::{Hash, Key, Name, Named, Pairs, Slots};
use crate::order;
use crate::pile::Blocks;
use std::sync::Arc;

/// Of one pair of customer and user.
#[derive(Clone, Debug)]
#[repr(align(64))] // a line of memory
struct Leaf {
    name: Name,
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

impl Named for Leaf {
    fn name(&self) -> &Name {
        &self.name
    }
}

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
    /// Customer and user. A blank user counts for the customer only.
    pub(in crate::intake) key: Key<'a>,
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
    leaves: Leaves,
    /// Of each leaf. The dataset shares them.
    days: Arc<Blocks<Days>>,
    events: Events,
    seen: Seen,
}

/// What is known of pairs, by order of appearance.
#[derive(Clone, Debug, Default)]
struct Leaves {
    pairs: Pairs<Leaf>,
    /// The first leaf of each customer: its number is the customer's.
    customers: Slots,
}

/// Days with a row, qualifying or not.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// In order.
    days: Vec<Day>,
    /// That of the row before.
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
    #[cfg_attr(feature = "scan", inline(never))]
    pub(crate) fn rest(&mut self) {
        if LARGE {
            self.leaves.pairs.rest();
            self.leaves.customers = Slots::default();
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
            user: self.leaves.pairs.get(number).1,
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

    /// Each pair with what is known of it, and its days.
    fn all(&self) -> impl Iterator<Item = ((&[u8], &[u8]), &Leaf, &Days)> {
        let pairs = &self.leaves.pairs;
        let all = pairs.all().iter().zip(self.days.iter()).enumerate();
        all.map(|(number, (leaf, days))| (pairs.get(number), leaf, days))
    }

    /// The numbers of all who used anything.
    pub(crate) fn customers(&self) -> impl Iterator<Item = u32> {
        self.leaves.customers()
    }

    /// The id of one of them.
    pub(crate) fn customer(&self, number: u32) -> &str {
        text(self.leaves.pairs.get(number as usize).0)
    }

    /// Each event with its rows, all of them, by number.
    pub(crate) fn event_rows(&self) -> impl Iterator<Item = (&str, u64)> {
        self.events.iter().map(|(event, rows)| (text(event), rows))
    }

    /// Days with a row, qualifying or not, in order.
    pub(crate) fn seen(&self) -> &[Day] {
        &self.seen.days
    }

    /// The events, and the cells in which they stood of late.
    pub(in crate::intake) fn events(&mut self) -> &mut Events {
        &mut self.events
    }

    /// Folds one row.
    pub(crate) fn add(&mut self, row: &UsageRow<'_>) {
        self.add_all(std::slice::from_ref(row));
    }

    /// Folds rows, as one after the other.
    pub(crate) fn add_all(&mut self, rows: &[UsageRow<'_>]) {
        for rows in rows.chunks(BATCH) {
            let mut guesses = [usize::MAX; BATCH];
            if LARGE {
                self.reach(rows.iter().map(|row| &row.key), &mut guesses);
            }
            let (leaves, events) = (&mut self.leaves, &mut self.events);
            let all = Arc::make_mut(&mut self.days);
            for (row, &guess) in rows.iter().zip(&guesses) {
                let at = match leaves.pairs.is_short(guess, &row.key) {
                    true => guess,
                    false => leaves.of(row, all),
                };
                self.seen.see(row.day);
                events.count(row.event.event, 1);
                if let (Some(leaf), Some(days)) = (leaves.get_mut(at), all.get_mut(at)) {
                    fold(leaf, days, row, events, self.keeps_values);
                }
            }
        }
    }

    /// The leaves of keys as far as they can be guessed. First all of them, then all that is known of them: each step
    /// brings what the next one looks at into reach, and no look waits for another.
    fn reach<'a: 'k, 'k>(
        &self,
        keys: impl Iterator<Item = &'k Key<'a>>,
        guesses: &mut [usize; BATCH],
    ) {
        let mut count = 0;
        for (guess, key) in guesses.iter_mut().zip(keys) {
            *guess = self.leaves.pairs.guess(key);
            count += 1;
        }
        let mut reached = 0;
        for &at in guesses.iter().take(count) {
            reached ^= self.leaves.get(at).map_or(0, |leaf| leaf.event);
            reached ^= u32::from(self.days.get(at).is_some_and(Days::is_empty));
        }
        std::hint::black_box(reached);
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
        self.seen.days = order::distinct(self.seen().iter().chain(other.seen()).copied());
        let mut events = Vec::with_capacity(other.events.len());
        for (text, rows) in other.events.iter() {
            let event = self.events.number(text);
            self.events.count(event, rows);
            events.push(event);
        }
        for ((customer, user), leaf, days) in other.all() {
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
            if let Some(known) = self.join(key, &leaf) {
                known.merge(days);
            }
        }
    }

    /// Adds a leaf of another state: the days that are its own here.
    fn join(&mut self, key: Key<'_>, leaf: &Leaf) -> Option<&mut Days> {
        let all = Arc::make_mut(&mut self.days);
        let count = all.len();
        let row = UsageRow {
            key,
            day: leaf.first,
            moment: leaf.moment,
            line: leaf.line,
            ..UsageRow::NONE
        };
        let at = self.leaves.of(&row, all);
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
        all.get_mut(at)
    }

    /// Says where rows stand, by where they stood.
    #[cfg_attr(feature = "scan", inline(never))]
    pub(crate) fn place(&mut self, line: impl Fn(u64) -> u64) {
        for leaf in self.leaves.pairs.all_mut() {
            leaf.line = line(leaf.line);
        }
    }
}

impl Seen {
    /// Mostly the day of the row before.
    #[cfg_attr(feature = "scan", inline(always))] // once a row
    fn see(&mut self, day: Day) {
        if self.last != Some(day) {
            self.last = Some(day);
            order::include(&mut self.days, day);
        }
    }
}

impl Leaves {
    fn get(&self, at: usize) -> Option<&Leaf> {
        self.pairs.all().get(at)
    }

    fn get_mut(&mut self, at: usize) -> Option<&mut Leaf> {
        self.pairs.all_mut().get_mut(at)
    }

    /// The numbers of all who used anything.
    fn customers(&self) -> impl Iterator<Item = u32> {
        let firsts = self.pairs.all().iter().zip(0..);
        let firsts = firsts.filter(|(leaf, number)| leaf.customer == *number);
        firsts.map(|(_, number)| number)
    }

    /// That of a row; a new one has no days.
    fn of(&mut self, row: &UsageRow<'_>, days: &mut Blocks<Days>) -> usize {
        self.pairs.wake();
        if let Some(known) = self.pairs.find(&row.key) {
            return known;
        }
        if LARGE && self.customers.is_empty() {
            let mut slots = Slots::default();
            for number in self.customers() {
                let id = self.pairs.get(number as usize).0;
                slots.add(Hash::of(id) as u32, number as usize);
            }
            self.customers = slots;
        }
        let number = self.pairs.all().len();
        let customer = row.key.texts().0;
        let hash = Hash::of(customer) as u32;
        let is = |number| self.pairs.get(number).0 == customer;
        let known = self.customers.find(hash, &is);
        if known.is_none() {
            self.customers.add(hash, number);
        }
        days.push(Days::default());
        self.pairs.add(&row.key, |name| Leaf {
            name,
            line: row.line,
            moment: row.moment,
            event: NEVER,
            first: row.day,
            customer: known.unwrap_or(number) as u32,
            file: 0,
        })
    }
}

/// Folds a row into its leaf.
#[cfg_attr(feature = "scan", inline(always))] // once a row
fn fold(leaf: &mut Leaf, days: &mut Days, row: &UsageRow<'_>, events: &Events, keep: bool) {
    leaf.first = leaf.first.min(row.day);
    leaf.line = leaf.line.min(row.line);
    if row.event.qualifies {
        saw(leaf, row.moment, row.event.event, events);
        days.add_one(row.day);
        days.add_value(row.day, row.value, keep);
    }
}

/// Ids are made of text.
fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// Of rows at one moment the greater text is the last.
#[cfg_attr(feature = "scan", inline(always))] // once a row
fn saw(leaf: &mut Leaf, moment: i64, event: u32, events: &Events) {
    let later = if leaf.moment == moment && leaf.event != NEVER {
        leaf.event != event && events.get(leaf.event) < events.get(event)
    } else {
        leaf.moment < moment || leaf.event == NEVER
    };
    if later {
        (leaf.moment, leaf.event) = (moment, event);
    }
}

#[cfg(test)]
mod tests;
