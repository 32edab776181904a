//! Periods or ages of one member, a bit for each.

use super::question::Put;
use std::cell::Cell;
use std::ops::Range;

/// As many as are set, and no end of others that are not.
#[derive(Default)]
pub(super) struct Bits(Vec<u64>);

/// Room that one member after the other uses.
pub(super) type Room = Cell<Bits>;

impl Bits {
    /// None, in this room.
    pub(super) fn none(room: &Room) -> Bits {
        let mut bits = room.take();
        bits.0.clear();
        bits
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

    fn word(&self, word: usize) -> u64 {
        self.0.get(word).copied().unwrap_or(0)
    }

    /// The last one.
    pub(super) fn last(&self) -> Option<usize> {
        let word = self.0.iter().rposition(|bits| *bits != 0)?;
        Some(64 * word + 63 - self.word(word).leading_zeros() as usize)
    }

    /// Whether there is any in a range.
    pub(super) fn any(&self, range: &Range<usize>) -> bool {
        let mut words =
            (range.start / 64..self.0.len()).map(|word| self.word(word) & ones(range, word));
        words.any(|bits| bits != 0)
    }

    /// Sixty-four of them from one on.
    pub(super) fn from(&self, at: usize) -> u64 {
        let next = self.word(at / 64 + 1);
        // Twice, as a shift by all sixty-four would be one by none.
        self.word(at / 64) >> (at % 64) | next << (63 - at % 64) << 1
    }
}

/// Adds a member to the open columns of a row: one to `of`, and one to `n` where the bit is set. `n` gives those of a
/// word.
pub(super) fn put(put: &mut dyn Put, row: usize, open: &Range<usize>, n: &dyn Fn(usize) -> u64) {
    for word in open.start / 64..open.end.div_ceil(64) {
        let of = ones(open, word);
        put.bits(row, word, n(word) & of, of);
    }
}

/// Those of a range.
pub(super) fn ones(range: &Range<usize>, word: usize) -> u64 {
    let upto = |end: usize| match end.saturating_sub(64 * word) {
        bits @ ..64 => (1u64 << bits) - 1,
        _ => u64::MAX,
    };
    upto(range.end) & !upto(range.start)
}
