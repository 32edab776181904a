//! A state as bytes, to be posted from one worker to another.

use super::{BATCH, Leaf, NEVER, UsageState};
use crate::calendar::Day;
use crate::dataset::Days;
use crate::intake::ids::{Key, Name};
use crate::order;
use crate::wire;

impl UsageState {
    /// Writes all that it tells.
    #[cfg_attr(feature = "scan", inline(never))]
    pub(crate) fn pack(&self, out: &mut Vec<u8>) {
        wire::number(out, u64::from(self.keeps_values));
        wire::number(out, self.events.len() as u64);
        for (event, rows) in self.events.iter() {
            wire::bytes(out, event);
            wire::number(out, rows);
        }
        wire::number(out, self.seen().len() as u64);
        for day in self.seen() {
            wire::number(out, day.0 as u64);
        }
        wire::number(out, self.leaves.pairs.all().len() as u64);
        let sizes = self
            .all()
            .map(|((customer, user), _, days)| 56 + customer.len() + user.len() + days.packed());
        out.reserve(sizes.sum());
        for ((customer, user), leaf, days) in self.all() {
            wire::bytes(out, customer);
            wire::bytes(out, user);
            let pair = |high: u32, low: u32| u64::from(high) << 32 | u64::from(low);
            for number in [
                leaf.line,
                leaf.moment as u64,
                pair(leaf.file, leaf.event),
                leaf.first.0 as u64,
            ] {
                wire::number(out, number);
            }
            wire::number(out, days.packed() as u64);
            days.pack(out);
        }
    }

    /// Adds what another one wrote; None where it is nothing that could be, and some of it may have been added.
    #[cfg_attr(feature = "scan", inline(never))]
    pub(crate) fn absorb(&mut self, from: &mut wire::Reader<'_>) -> Option<()> {
        let day = |number: u64| Day(number as i32);
        self.keeps_values |= from.number()? != 0;
        let mut events = Vec::new();
        for _ in 0..from.count(16)? {
            let event = self.events.number(from.text()?.as_bytes());
            self.events.count(event, from.number()?);
            events.push(event);
        }
        for _ in 0..from.count(8)? {
            order::include(&mut self.seen.days, day(from.number()?));
        }
        let mut left = from.count(88)?;
        while left > 0 {
            let others = (0..left.min(BATCH)).map(|_| Other::read(from, &events));
            let others = others.collect::<Option<Vec<_>>>()?;
            left -= others.len();
            let mut leaves = [0; BATCH];
            self.reach(others.iter().map(|other| &other.key), &mut leaves);
            Days::reach(leaves.iter().filter_map(|&at| self.days.get(at)));
            for other in others {
                let Other {
                    key,
                    leaf,
                    mut days,
                } = other;
                (self.join(key, &leaf)?).absorb(&mut days)?;
            }
        }
        Some(())
    }
}

/// A leaf that another one wrote.
struct Other<'a> {
    key: Key<'a>,
    leaf: Leaf,
    days: &'a [u8],
}

impl<'a> Other<'a> {
    /// Its event is one of these.
    fn read(from: &mut wire::Reader<'a>, events: &[u32]) -> Option<Other<'a>> {
        let (customer, user) = (from.text()?.as_bytes(), from.text()?.as_bytes());
        let (line, moment) = (from.number()?, from.number()? as i64);
        let (both, first) = (from.number()?, Day(from.number()? as i32));
        let event = match both as u32 {
            NEVER => NEVER,
            event => *events.get(event as usize)?,
        };
        Some(Other {
            key: Key::of(customer, user),
            leaf: Leaf {
                name: Name::NONE,
                line,
                moment,
                event,
                first,
                customer: 0,
                file: (both >> 32) as u32,
            },
            days: from.bytes()?,
        })
    }
}
