//! Periods or ages of one member, a bit for each.

use super::question::Put;
use std::ops::Range;

/// As many as are set, and no end of others that are not.
#[derive(Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// Sets none.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Sets one that is not before those that are set.
    pub(super) fn set(&mut self, at: usize) {
        if self.0.len() <= at / 64 {
            self.0.resize(at / 64 + 1, 0);
        }
        if let Some(word) = self.0.last_mut() {
            *word |= 1 << (at % 64);
        }
    }

    /// Sets all before the last one.
    pub(super) fn fill(&mut self) {
        if let Some((last, before)) = self.0.split_last_mut() {
            *last = u64::MAX >> last.leading_zeros();
            before.fill(u64::MAX);
        }
    }

    fn word(&self, word: usize) -> u64 {
        self.0.get(word).copied().unwrap_or(0)
    }

    /// Whether there is any in a range.
    pub(super) fn any(&self, range: &Range<usize>) -> bool {
        let mut words = range.start / 64..self.0.len();
        words.any(|word| self.word(word) & ones(range, word) != 0)
    }

    /// Adds a member to the open columns of a row: one to `of`, and one to `n` where the bit is set that stands so many
    /// places behind the column.
    pub(super) fn put(&self, put: &mut dyn Put, row: usize, open: Range<usize>, behind: usize) {
        for word in open.start / 64..open.end.div_ceil(64) {
            let at = 64 * word + behind;
            let (here, next) = (self.word(at / 64), self.word(at / 64 + 1));
            // Twice, as a shift by all sixty-four would be one by none.
            let n = here >> (at % 64) | next << (63 - at % 64) << 1;
            let of = ones(&open, word);
            put.bits(row, word, n & of, of);
        }
    }
}

/// Those of a range.
fn ones(range: &Range<usize>, word: usize) -> u64 {
    let upto = |end: usize| match end.saturating_sub(64 * word) {
        bits @ ..64 => (1u64 << bits) - 1,
        _ => u64::MAX,
    };
    upto(range.end) & !upto(range.start)
}
