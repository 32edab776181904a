//! The sums of a figure, slot by slot, while contributions come: one at a time, or sixty-four at once by their bits.

use crate::LARGE;
use crate::metrics::question::Put;

/// The sums of one figure over all members, or over those of one value of the split.
pub(in crate::metrics) struct Sheet {
    width: usize,
    rows: Vec<Row>,
    /// How many rows have slots.
    pub(super) open: usize,
}

/// One to which nobody added anything has no slots.
#[derive(Default)]
struct Row {
    sums: Vec<Sum>,
    /// Of sixty-four slots each: what is still to be added to `n`, and to `of`.
    low: Vec<[Low; 2]>,
}

/// Of sixty-four numbers the lowest bits: those that count ones, then those that count twos, and so on.
type Low = [u64; LOW];
/// In the small pack none: its files are small too.
const LOW: usize = if LARGE { 8 } else { 0 };

/// What members added to a slot. What is more than can be held is more than a report holds.
#[derive(Clone, Copy, Default)]
pub(in crate::metrics) struct Sum {
    pub n: i64,
    pub of: i64,
}

impl Sum {
    pub(super) fn add(&mut self, more: Sum) {
        self.n = self.n.saturating_add(more.n);
        self.of = self.of.saturating_add(more.of);
    }
}

impl Row {
    /// Adds so many to `n` or to `of` of each slot whose bit is set.
    fn add(&mut self, word: usize, is_of: usize, mut bits: u64, count: i64) {
        while bits != 0 {
            let column = 64 * word + bits.trailing_zeros() as usize;
            let (n, of) = [(count, 0), (0, count)][is_of];
            if let Some(sum) = self.sums.get_mut(column) {
                sum.add(Sum { n, of });
            }
            bits &= bits - 1;
        }
    }
}

impl Sheet {
    pub(super) fn new(rows: usize, width: usize) -> Sheet {
        Sheet {
            width,
            rows: (0..rows).map(|_| Row::default()).collect(),
            open: 0,
        }
    }

    /// The row, with slots.
    fn row(&mut self, row: usize) -> Option<&mut Row> {
        if self.is_blank(row) {
            self.open(row);
        }
        self.rows.get_mut(row)
    }

    #[cold]
    fn open(&mut self, row: usize) {
        if let Some(row) = self.rows.get_mut(row) {
            self.open += 1;
            row.sums = vec![Sum::default(); self.width];
        }
    }

    pub(super) fn is_blank(&self, row: usize) -> bool {
        self.rows.get(row).is_none_or(|row| row.sums.is_empty())
    }

    /// The rows that have slots.
    pub(super) fn held(&self) -> impl Iterator<Item = usize> {
        (0..self.rows.len()).filter(|row| !self.is_blank(*row))
    }

    /// The sum of a slot.
    pub(in crate::metrics) fn at(&self, row: usize, column: usize) -> Sum {
        let row = self.rows.get(row);
        row.and_then(|row| row.sums.get(column))
            .copied()
            .unwrap_or_default()
    }

    /// Adds what is still to be added.
    pub(super) fn settle(&mut self) {
        for row in self.rows.iter_mut().filter(|_| LOW != 0) {
            for (word, low) in std::mem::take(&mut row.low).into_iter().enumerate() {
                for (is_of, low) in low.into_iter().enumerate() {
                    for (place, bits) in low.into_iter().enumerate() {
                        row.add(word, is_of, bits, 1 << place);
                    }
                }
            }
        }
    }

    pub(super) fn add(&mut self, part: &Sheet) {
        for (row, more) in part
            .rows
            .iter()
            .enumerate()
            .filter(|row| !row.1.sums.is_empty())
        {
            for (column, more) in more.sums.iter().enumerate() {
                self.one(row, column, more.n, more.of);
            }
        }
    }
}

impl Put for Sheet {
    fn one(&mut self, row: usize, column: usize, n: i64, of: i64) {
        debug_assert!(column < self.width, "a contribution outside of its layout");
        if let Some(sum) = self.row(row).and_then(|row| row.sums.get_mut(column)) {
            sum.add(Sum { n, of });
        }
    }

    #[cfg(any(not(target_arch = "wasm32"), feature = "scan"))]
    fn bits(&mut self, row: usize, word: usize, n: u64, of: u64) {
        let words = self.width.div_ceil(64);
        let Some(row) = self.row(row) else { return };
        if row.low.is_empty() {
            row.low = vec![Default::default(); words];
        }
        for (is_of, mut bits) in [n, of].into_iter().enumerate() {
            let low = row.low.get_mut(word).and_then(|low| low.get_mut(is_of));
            for sum in low.into_iter().flatten() {
                (*sum, bits) = (*sum ^ bits, *sum & bits);
                if bits == 0 {
                    break;
                }
            }
            row.add(word, is_of, bits, 1 << LOW);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Takes one contribution after the other.
    struct Plain(Sheet);

    impl Put for Plain {
        fn one(&mut self, row: usize, column: usize, n: i64, of: i64) {
            self.0.one(row, column, n, of);
        }
    }

    proptest! {
        #[test]
        fn sixty_four_slots_at_once_are_one_after_the_other(
            times in 0usize..600,
            mut words in prop::collection::vec((0usize..2, 0usize..2, any::<u64>(), any::<u64>()), 0..60),
        ) {
            // More than are counted together.
            words.extend(std::iter::repeat_n((0, 1, 0b10, 0b11), times));
            let (mut quick, mut plain) = (Sheet::new(2, 128), Plain(Sheet::new(2, 128)));
            for (row, word, n, of) in words {
                quick.bits(row, word, n & of, of);
                plain.bits(row, word, n & of, of);
            }
            quick.settle();
            for slot in 0..2 * 128 {
                let (quick, plain) = (quick.at(slot / 128, slot % 128), plain.0.at(slot / 128, slot % 128));
                prop_assert_eq!((quick.n, quick.of), (plain.n, plain.of));
            }
        }
    }
}
