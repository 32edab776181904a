//! A member's days of use, compact: sixteen days in twenty bytes, whatever stands in them.

use super::marks::Mark;
use crate::calendar::Day;

/// The days with use of one member: each with its rows, and with the sum of its values where these are kept.
///
/// It is made in any order, and quickest where time goes one way, whether on or back, or a part of it at a time: the
/// sixteen days that came up last stand in it, the others behind it.
#[derive(Clone, Debug)]
#[repr(align(64))] // one line of memory
pub struct Days {
    /// In order, none without a row, `open` not among them.
    blocks: Vec<Block>,
    /// The one that was begun last, anywhere among the others; without a row where there is no day at all.
    open: Block,
    /// The greatest number of `blocks`: what comes behind all of them needs no look at them.
    top: i32,
    /// The sum of the values' sizes, as far as it can be held.
    weight: u64,
    extra: Option<Box<Extra>>,
}

/// Rows on sixteen days, as far as 255; [`Extra::rows`] holds what is more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Block {
    /// The first day's sixteenth.
    number: i32,
    rows: [u8; 16],
}

/// What few members have, by day and in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Extra {
    /// Rows beyond 255.
    rows: Vec<(Day, u64)>,
    /// Of days with a value that is not 0. A wrapped sum is right as long as `weight` is within bounds.
    values: Vec<(Day, i64)>,
}

impl Block {
    const NONE: Block = Block {
        number: i32::MIN,
        rows: [0; 16],
    };

    fn holding(day: Day) -> i32 {
        day.0 >> 4
    }

    fn start(self) -> i32 {
        self.number << 4
    }

    /// One bit for each day with rows.
    fn bits(self) -> u32 {
        let (low, high) = self.rows.split_at(8);
        nonzero(low) | nonzero(high) << 8
    }

    /// Rows from a day to another, both in it.
    fn sum(self, from: Day, to: Day) -> u64 {
        let place = |day: Day| day.0.saturating_sub(self.start()).clamp(-1, 16);
        let (from, to) = (place(from).max(0) as usize, (place(to) + 1) as usize);
        let rows = self.rows.get(from..to.min(16)).unwrap_or_default();
        rows.iter().map(|rows| u64::from(*rows)).sum()
    }
}

/// One bit for each of eight bytes that is not 0.
fn nonzero(bytes: &[u8]) -> u32 {
    const LOW: u64 = 0x7F7F_7F7F_7F7F_7F7F;
    let word = bytes.try_into().map_or(0, u64::from_le_bytes);
    let tops = (((word & LOW) + LOW) | word) & !LOW;
    // Each factor moves one byte's bit to its place among the highest eight.
    ((tops >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32
}

/// Which block is the open one tells of the order of rows, and is nothing of the days.
impl PartialEq for Days {
    fn eq(&self, other: &Days) -> bool {
        let rest = (self.weight, &self.extra) == (other.weight, &other.extra);
        rest && self.blocks().eq(other.blocks())
    }
}

impl Eq for Days {}

impl Default for Days {
    fn default() -> Days {
        Days::NONE.clone()
    }
}

impl Days {
    /// No day.
    pub const NONE: &'static Days = &Days {
        blocks: Vec::new(),
        open: Block::NONE,
        top: i32::MIN,
        weight: 0,
        extra: None,
    };

    /// Adds a row of a day.
    #[cfg_attr(feature = "scan", inline(always))] // once a row of a file
    pub fn add_one(&mut self, day: Day) {
        let known = &mut self.open.rows[(day.0 & 15) as usize];
        if self.open.number == Block::holding(day) && *known < u8::MAX {
            *known += 1;
        } else {
            self.add(day, 1);
        }
    }

    /// Adds rows of a day.
    pub fn add(&mut self, day: Day, rows: u64) {
        if rows == 0 {
            return;
        }
        let block = self.block(Block::holding(day));
        let known = &mut block.rows[(day.0 & 15) as usize];
        let sum = u64::from(*known).saturating_add(rows);
        *known = sum.min(255) as u8;
        self.more(day, sum.saturating_sub(255));
    }

    /// Adds a value in millionths to a day with rows; where it is not kept by its day, its size is.
    #[cfg_attr(feature = "scan", inline(always))] // once a row of a file
    pub fn add_value(&mut self, day: Day, value: i64, keep: bool) {
        if value == 0 {
            return;
        }
        self.weight = self.weight.saturating_add(value.unsigned_abs());
        if keep {
            self.more_value(day, value);
        }
    }

    fn more_value(&mut self, day: Day, value: i64) {
        let known = at(&mut self.extra.get_or_insert_default().values, day);
        *known = known.wrapping_add(value);
    }

    fn more(&mut self, day: Day, rows: u64) {
        if rows > 0 {
            let known = at(&mut self.extra.get_or_insert_default().rows, day);
            *known = known.saturating_add(rows);
        }
    }

    fn block(&mut self, number: i32) -> &mut Block {
        if number == self.open.number {
            return &mut self.open;
        }
        let at = self.below(number);
        if self.blocks.get(at).is_none_or(|b| b.number != number) {
            self.begin(Block {
                number,
                rows: [0; 16],
            });
            return &mut self.open;
        }
        &mut self.blocks[at]
    }

    /// Opens a block that there was not.
    fn begin(&mut self, block: Block) {
        let before = std::mem::replace(&mut self.open, block);
        if before.number != i32::MIN {
            self.make_room();
            let at = self.below(before.number);
            self.blocks.insert(at, before);
            self.top = self.top.max(before.number);
        }
    }

    /// How many of the blocks behind the open one lie before a number.
    fn below(&self, number: i32) -> usize {
        match self.top < number {
            true => self.blocks.len(),
            false => self.blocks.partition_point(|b| b.number < number),
        }
    }

    /// Members are many and have much the same days: to double the room would waste a third of it.
    fn make_room(&mut self) {
        if self.blocks.len() == self.blocks.capacity() {
            self.blocks.reserve_exact((self.blocks.len() / 8).max(4));
        }
    }

    /// Adds all that another has.
    pub fn merge(&mut self, other: &Days) {
        self.weight = self.weight.saturating_add(other.weight);
        self.merge_blocks(other.count(), other.blocks().copied());
        if let Some(extra) = &other.extra {
            extra.rows.iter().for_each(|more| self.more(more.0, more.1));
            for &(day, value) in &extra.values {
                self.more_value(day, value);
            }
        }
    }

    /// Adds so many blocks, which come in order.
    fn merge_blocks(&mut self, count: usize, blocks: impl Iterator<Item = Block>) {
        let mut own = std::mem::take(self);
        (self.weight, self.extra) = (own.weight, own.extra.take());
        self.blocks.reserve_exact(own.count() + count);
        let mut here = own.blocks().peekable();
        for block in blocks {
            while let Some(before) = here.next_if(|own| own.number < block.number) {
                self.begin(*before);
            }
            let mut both = block;
            if let Some(own) = here.next_if(|own| own.number == block.number) {
                for ((rows, more), day) in both.rows.iter_mut().zip(own.rows).zip(block.start()..) {
                    let sum = u64::from(*rows) + u64::from(more);
                    *rows = sum.min(255) as u8;
                    self.more(Day(day), sum.saturating_sub(255));
                }
            }
            self.begin(both);
        }
        here.for_each(|after| self.begin(*after));
        if self.blocks.capacity() > self.blocks.len() + self.blocks.len() / 8 + 4 {
            self.blocks.shrink_to_fit();
        }
    }

    fn count(&self) -> usize {
        self.blocks.len() + usize::from(!self.is_empty())
    }

    /// One of all in order, `open` of which lie before the open one.
    fn get(&self, at: usize, open: usize) -> Option<&Block> {
        match at == open {
            true => (!self.is_empty()).then_some(&self.open),
            false => self.blocks.get(at - usize::from(at > open)),
        }
    }

    /// All of them in order, from one on.
    fn blocks_from(&self, first: usize) -> impl Iterator<Item = &Block> {
        let open = self.below(self.open.number);
        (first..).map_while(move |at| self.get(at, open))
    }

    /// All of them in order.
    fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks_from(0)
    }

    /// Whether there is no day.
    pub fn is_empty(&self) -> bool {
        self.open.number == i32::MIN
    }

    /// Brings the first days of several into reach: no look waits for another.
    pub fn reach<'a>(several: impl Iterator<Item = &'a Days>) {
        let first = |days: &Days| days.blocks.first().map_or(0, |block| block.number);
        std::hint::black_box(several.fold(0, |all, days| all ^ first(days)));
    }

    /// Adds a mark for each sixty-four days among which there are some.
    pub(super) fn mark(&self, marks: &mut Vec<Mark>) {
        let mut last = i32::MIN;
        for block in self.blocks() {
            let number = block.number >> 2;
            let bits = u64::from(block.bits()) << (16 * (block.number & 3));
            match marks.last_mut() {
                Some(mark) if number == last => mark.add(bits),
                _ => marks.push(Mark::new(number, bits)),
            }
            last = number;
        }
    }

    /// Rows from a day to another, both in it.
    pub fn rows(&self, from: Day, to: Day) -> u64 {
        let number = Block::holding(from);
        let before = self.below(number) + usize::from(self.open.number < number);
        let blocks = self.blocks_from(before);
        let blocks = blocks.take_while(|block| block.start() <= to.0);
        let rows = blocks.map(|block| block.sum(from, to));
        let more = self.extra.as_ref().map_or(&[][..], |extra| &extra.rows);
        let more = between(more, from, to).iter().map(|more| more.1);
        rows.chain(more).fold(0, u64::saturating_add)
    }

    /// The sum of values from a day to another, both in it: right where it can be held.
    pub(super) fn value(&self, from: Day, to: Day) -> i64 {
        let values = self.extra.as_ref().map_or(&[][..], |extra| &extra.values);
        let values = between(values, from, to).iter();
        values.fold(0, |sum, &(_, value)| sum.wrapping_add(value))
    }

    /// The sum of the values' sizes, as far as it can be held.
    pub(super) fn weight(&self) -> u64 {
        self.weight
    }
}

/// As bytes, to be posted.
impl Days {
    /// How many bytes [`Days::pack`] writes.
    pub fn packed(&self) -> usize {
        let (rows, values) = match &self.extra {
            Some(extra) => (extra.rows.len(), extra.values.len()),
            None => (0, 0),
        };
        32 + 20 * self.count() + 12 * (rows + values)
    }

    /// Writes all that it has.
    pub fn pack(&self, out: &mut Vec<u8>) {
        let none = Extra::default();
        let extra = self.extra.as_deref().unwrap_or(&none);
        out.extend(self.weight.to_le_bytes());
        for count in [self.count(), extra.rows.len(), extra.values.len()] {
            out.extend((count as u64).to_le_bytes());
        }
        for block in self.blocks() {
            out.extend(block.number.to_le_bytes());
            out.extend(block.rows);
        }
        for (day, rows) in &extra.rows {
            out.extend(day.0.to_le_bytes());
            out.extend(rows.to_le_bytes());
        }
        for (day, value) in &extra.values {
            out.extend(day.0.to_le_bytes());
            out.extend(value.to_le_bytes());
        }
    }

    /// Adds what was written, and leaves what stands behind it. None where it is nothing that could be written.
    pub fn absorb(&mut self, bytes: &mut &[u8]) -> Option<()> {
        let weight = u64::from_le_bytes(take(bytes)?);
        self.weight = self.weight.saturating_add(weight);
        let mut counts = [0; 3];
        for (count, size) in counts.iter_mut().zip([20, 12, 12]) {
            *count = usize::try_from(u64::from_le_bytes(take(bytes)?)).ok()?;
            (count.checked_mul(size)? <= bytes.len()).then_some(())?;
        }
        let [count, rows, values] = counts;
        let (packed, rest) = bytes.split_at_checked(count * 20)?;
        *bytes = rest;
        let blocks = packed.chunks_exact(20).filter_map(|mut block| {
            Some(Block {
                number: i32::from_le_bytes(take(&mut block)?),
                rows: take(&mut block)?,
            })
        });
        let mut before = -MOST - 1;
        let mut stands = |block: Block| {
            let after = std::mem::replace(&mut before, block.number) < block.number;
            after && block.number <= MOST && block.rows != [0; 16]
        };
        blocks.clone().all(&mut stands).then_some(())?;
        self.merge_blocks(count, blocks);
        for _ in 0..rows {
            let day = Day(i32::from_le_bytes(take(bytes)?));
            self.more(day, u64::from_le_bytes(take(bytes)?));
        }
        for _ in 0..values {
            let day = Day(i32::from_le_bytes(take(bytes)?));
            self.more_value(day, i64::from_le_bytes(take(bytes)?));
        }
        Some(())
    }
}

const MOST: i32 = (i32::MAX >> 4) - 1;

fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (head, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(*head)
}

/// The number of a day, 0 where it is new.
fn at<N: Default>(list: &mut Vec<(Day, N)>, day: Day) -> &mut N {
    let place = match list.last() {
        Some(last) if last.0 >= day => list.partition_point(|known| known.0 < day),
        _ => list.len(),
    };
    if list.get(place).is_none_or(|known| known.0 != day) {
        list.insert(place, (day, N::default()));
    }
    &mut list[place].1
}

fn between<N>(list: &[(Day, N)], from: Day, to: Day) -> &[(Day, N)] {
    let start = list.partition_point(|known| known.0 < from);
    let end = list.partition_point(|known| known.0 <= to);
    list.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests;
