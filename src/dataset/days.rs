//! A member's days of use, compact: sixteen days in twenty bytes, whatever stands in them.

use crate::calendar::Day;

/// Qualifying use on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayUse {
    /// The day.
    pub day: Day,
    /// Rows.
    pub rows: u64,
    /// Sum of the values, in millionths; a blank value adds 0.
    pub value: i64,
}

/// The days with use of one member: each with its rows, and with the sum of its values where these are kept.
///
/// It is made in any order, and quickest in that of time: the last sixteen days stand in it, those before behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[repr(align(64))] // one line of memory
pub struct Days {
    /// In order, all before `last`, none without a row.
    blocks: Vec<Block>,
    /// The latest; without a row where there is no day at all.
    last: Block,
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

    fn last(self, to: Day) -> Option<Day> {
        let passed = to.0.saturating_sub(self.start()).min(15);
        let bits = self.bits() & !(u32::MAX << (passed + 1).max(0));
        (bits != 0).then(|| Day(self.start() + 31 - bits.leading_zeros() as i32))
    }

    /// Rows from a day to another, both in it.
    fn sum(self, from: Day, to: Day) -> u64 {
        let days = (self.start()..).map(Day).zip(self.rows);
        let days = days.filter(|(day, _)| (from..=to).contains(day));
        days.map(|(_, rows)| u64::from(rows)).sum()
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

const FIRST: Day = Day(i32::MIN);
const LAST: Day = Day(i32::MAX);

impl Default for Days {
    fn default() -> Days {
        Days::NONE.clone()
    }
}

impl Days {
    /// No day.
    pub const NONE: &'static Days = &Days {
        blocks: Vec::new(),
        last: Block::NONE,
        weight: 0,
        extra: None,
    };

    /// Adds rows of a day.
    pub fn add(&mut self, day: Day, rows: u64) {
        if rows == 0 {
            return;
        }
        let block = self.block(Block::holding(day));
        let known = &mut block.rows[(day.0 & 15) as usize];
        let sum = u64::from(*known).saturating_add(rows);
        *known = sum.min(255) as u8;
        if sum > 255 {
            self.more(day, sum - 255);
        }
    }

    /// Adds a value in millionths to a day with rows; where it is not kept by its day, its size is.
    pub fn add_value(&mut self, day: Day, value: i64, keep: bool) {
        if value == 0 {
            return;
        }
        self.weight = self.weight.saturating_add(value.unsigned_abs());
        if keep {
            let values = &mut self.extra.get_or_insert_default().values;
            let sum = at(values, day);
            *sum = sum.wrapping_add(value);
        }
    }

    fn more(&mut self, day: Day, rows: u64) {
        let known = at(&mut self.extra.get_or_insert_default().rows, day);
        *known = known.saturating_add(rows);
    }

    fn block(&mut self, number: i32) -> &mut Block {
        let new = Block {
            number,
            rows: [0; 16],
        };
        if number > self.last.number {
            let before = std::mem::replace(&mut self.last, new);
            if before != Block::NONE {
                self.insert(self.blocks.len(), before);
            }
        } else if number < self.last.number {
            let at = self.blocks.partition_point(|b| b.number < number);
            if self.blocks.get(at).is_none_or(|b| b.number != number) {
                self.insert(at, new);
            }
            return &mut self.blocks[at];
        }
        &mut self.last
    }

    /// Members are many and have much the same days: to double the room would waste a third of it.
    fn insert(&mut self, at: usize, block: Block) {
        if self.blocks.len() == self.blocks.capacity() {
            self.blocks.reserve_exact((self.blocks.len() / 8).max(4));
        }
        self.blocks.insert(at, block);
    }

    /// Adds all that another has.
    pub fn merge(&mut self, other: &Days) {
        self.weight = self.weight.saturating_add(other.weight);
        let mut sum = Vec::with_capacity(self.together(other));
        let mut beyond = Vec::new();
        let (mut here, mut there) = (0, 0);
        loop {
            let block = match (self.get(here), other.get(there)) {
                (Some(a), Some(b)) if a.number == b.number => {
                    (here, there) = (here + 1, there + 1);
                    both(a, b, &mut beyond)
                }
                (Some(a), b) if b.is_none_or(|b| a.number < b.number) => {
                    here += 1;
                    *a
                }
                (_, Some(b)) => {
                    there += 1;
                    *b
                }
                _ => break,
            };
            sum.push(block);
        }
        self.last = sum.pop().unwrap_or(Block::NONE);
        self.blocks = sum;
        let extra = other.extra.iter();
        beyond.extend(extra.clone().flat_map(|extra| &extra.rows));
        beyond.into_iter().for_each(|(day, n)| self.more(day, n));
        for &(day, value) in extra.flat_map(|extra| &extra.values) {
            let sum = at(&mut self.extra.get_or_insert_default().values, day);
            *sum = sum.wrapping_add(value);
        }
    }

    /// How many blocks two have together.
    fn together(&self, other: &Days) -> usize {
        let (mut here, mut count) = (0, 0);
        let mut there = 0;
        while let Some(block) = other.get(there) {
            while self.get(here).is_some_and(|b| b.number < block.number) {
                here += 1;
            }
            count += usize::from(self.get(here).is_none_or(|b| b.number != block.number));
            there += 1;
        }
        count + self.count()
    }

    fn count(&self) -> usize {
        self.blocks.len() + usize::from(!self.is_empty())
    }

    fn get(&self, at: usize) -> Option<&Block> {
        let last = || (at == self.blocks.len() && !self.is_empty()).then_some(&self.last);
        self.blocks.get(at).or_else(last)
    }

    /// The place of the first block that does not lie before a day.
    fn place(&self, day: Day) -> usize {
        let number = Block::holding(day);
        self.blocks.partition_point(|b| b.number < number)
    }

    /// Whether there is no day.
    pub fn is_empty(&self) -> bool {
        self.last.number == i32::MIN
    }

    /// The first day.
    pub fn first(&self) -> Option<Day> {
        self.walk().next(FIRST)
    }

    /// The last day.
    pub fn last(&self) -> Option<Day> {
        self.last.last(LAST)
    }

    /// The last day up to and with `day`.
    pub fn last_by(&self, day: Day) -> Option<Day> {
        let at = self.place(day);
        let here = self.get(at).and_then(|block| block.last(day));
        here.or_else(|| self.get(at.checked_sub(1)?)?.last(day))
    }

    /// The first day from `day` on.
    pub fn next(&self, day: Day) -> Option<Day> {
        let at = self.place(day);
        Walk::from(self, at).next(day)
    }

    /// To ask for one day after the other.
    pub fn walk(&self) -> Walk<'_> {
        Walk::from(self, 0)
    }

    /// The days in order.
    pub fn iter(&self) -> impl Iterator<Item = DayUse> + '_ {
        let mut walk = self.walk();
        let days = std::iter::successors(self.first(), move |day| walk.next(day.plus(1)));
        days.map(|day| DayUse {
            day,
            rows: self.rows(day, day),
            value: self.value(day, day),
        })
    }

    /// Rows from a day to another, both in it.
    pub fn rows(&self, from: Day, to: Day) -> u64 {
        let blocks = (self.place(from)..).map_while(|at| self.get(at));
        let blocks = blocks.take_while(|block| block.start() <= to.0);
        let rows = blocks.map(|block| block.sum(from, to));
        let more = self.extra.as_ref().map_or(&[][..], |extra| &extra.rows);
        let more = between(more, from, to).iter().map(|more| more.1);
        rows.chain(more).fold(0, u64::saturating_add)
    }

    /// The sum of values from a day to another, both in it; 0 where it is [too large](Days::is_too_large).
    pub fn value(&self, from: Day, to: Day) -> i64 {
        let values = self.extra.as_ref().map_or(&[][..], |extra| &extra.values);
        let values = between(values, from, to).iter();
        if self.is_too_large() {
            return 0;
        }
        values.fold(0, |sum, &(_, value)| sum.wrapping_add(value))
    }

    /// Whether the values are too large for their sums to be held.
    pub fn is_too_large(&self) -> bool {
        i64::try_from(self.weight).is_err()
    }
}

/// As bytes, to be posted.
impl Days {
    /// Writes all that it has.
    pub fn pack(&self, out: &mut Vec<u8>) {
        let none = Extra::default();
        let extra = self.extra.as_deref().unwrap_or(&none);
        out.extend(self.weight.to_le_bytes());
        for count in [self.count(), extra.rows.len(), extra.values.len()] {
            out.extend((count as u64).to_le_bytes());
        }
        for block in (0..).map_while(|at| self.get(at)) {
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

    /// Reads what was written, and leaves what stands behind it. None where it is nothing that could be written.
    pub fn unpack(bytes: &mut &[u8]) -> Option<Days> {
        let mut days = Days {
            weight: u64::from_le_bytes(take(bytes)?),
            ..Days::default()
        };
        let mut counts = [0; 3];
        for (count, size) in counts.iter_mut().zip([20, 12, 12]) {
            *count = usize::try_from(u64::from_le_bytes(take(bytes)?)).ok()?;
            (count.checked_mul(size)? <= bytes.len()).then_some(())?;
        }
        let [blocks, rows, values] = counts;
        days.blocks.reserve_exact(blocks.saturating_sub(1));
        for _ in 0..blocks {
            let number = i32::from_le_bytes(take(bytes)?);
            let block = Block {
                number,
                rows: take(bytes)?,
            };
            let before = std::mem::replace(&mut days.last, block);
            let stands = before.number < number && number.saturating_abs() <= MOST;
            (stands && block.rows != [0; 16]).then_some(())?;
            if before != Block::NONE {
                days.blocks.push(before);
            }
        }
        if rows + values > 0 {
            let mut extra = Extra::default();
            for _ in 0..rows {
                let day = Day(i32::from_le_bytes(take(bytes)?));
                *at(&mut extra.rows, day) = u64::from_le_bytes(take(bytes)?);
            }
            for _ in 0..values {
                let day = Day(i32::from_le_bytes(take(bytes)?));
                *at(&mut extra.values, day) = i64::from_le_bytes(take(bytes)?);
            }
            days.extra = Some(Box::new(extra));
        }
        Some(days)
    }
}

const MOST: i32 = (i32::MAX >> 4) - 1;

fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (head, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(*head)
}

/// See [`Days::walk`].
#[derive(Clone, Copy, Debug)]
pub struct Walk<'a> {
    days: &'a Days,
    at: usize,
    /// Of the block there the first day, and a bit for each day with rows.
    start: i32,
    bits: u32,
}

impl<'a> Walk<'a> {
    fn from(days: &'a Days, at: usize) -> Walk<'a> {
        let block = days.get(at).copied().unwrap_or(Block::NONE);
        Walk {
            days,
            at,
            start: block.start(),
            bits: block.bits(),
        }
    }

    /// The first day from `day` on, which is not before the day asked last.
    pub fn next(&mut self, day: Day) -> Option<Day> {
        loop {
            let passed = day.0.saturating_sub(self.start);
            if passed < 16 {
                let bits = self.bits & (u32::MAX << passed.max(0));
                if bits != 0 {
                    return Some(Day(self.start + bits.trailing_zeros() as i32));
                }
            }
            self.days.get(self.at + 1)?;
            *self = Walk::from(self.days, self.at + 1);
        }
    }
}

/// The number of a day, 0 where it is new.
fn at<N: Default>(list: &mut Vec<(Day, N)>, day: Day) -> &mut N {
    let mut place = list.len();
    if list.last().is_none_or(|last| last.0 < day) {
        list.push((day, N::default()));
    } else {
        place = list.partition_point(|known| known.0 < day);
        if list[place].0 != day {
            list.insert(place, (day, N::default()));
        }
    }
    &mut list[place].1
}

fn between<N>(list: &[(Day, N)], from: Day, to: Day) -> &[(Day, N)] {
    let start = list.partition_point(|known| known.0 < from);
    let end = list.partition_point(|known| known.0 <= to);
    list.get(start..end).unwrap_or_default()
}

/// The rows of two blocks of the same days.
fn both(a: &Block, b: &Block, beyond: &mut Vec<(Day, u64)>) -> Block {
    let mut sum = *a;
    let mut lost = 0;
    for (sum, more) in sum.rows.iter_mut().zip(b.rows) {
        let whole = sum.checked_add(more);
        lost |= u32::from(whole.is_none());
        *sum = whole.unwrap_or(255);
    }
    if lost != 0 {
        let rows = a.rows.iter().zip(b.rows).enumerate();
        let rows = rows.map(|(i, (&a, b))| (i as i32, u64::from(a) + u64::from(b)));
        let rows = rows.filter(|(_, rows)| *rows > 255);
        beyond.extend(rows.map(|(i, rows)| (Day(sum.start() + i), rows - 255)));
    }
    sum
}

#[cfg(test)]
mod tests;
