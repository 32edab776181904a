//! The events of usage rows: numbered, with their rows; and the cells in which they stood of late.

use crate::intake::ids::{Ids, SALT};

/// Events by order of appearance, and how many rows have each.
#[derive(Clone, Debug, Default)]
pub(in crate::intake) struct Events {
    ids: Ids,
    rows: Vec<u64>,
    recent: Vec<Recent>,
}

/// A cell as it stands in its file, and what it turned out to be.
#[derive(Clone, Copy, Debug, Default)]
struct Recent {
    words: [u64; 4],
    length: usize,
    known: Option<Known>,
}

/// An event that a cell tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    /// Its number.
    pub(crate) event: u32,
    /// Whether a row with it makes its day one of use.
    pub(crate) qualifies: bool,
}

/// Cells that are remembered, by some bits of theirs; a power of two.
const RECENT: usize = 256;

impl Events {
    /// The number of an event.
    pub(in crate::intake) fn number(&mut self, event: &[u8]) -> u32 {
        let (number, new) = self.ids.number(event);
        if new {
            self.rows.push(0);
        }
        number as u32
    }

    /// What a cell told when it was last seen, if that was of late.
    #[inline(always)] // once a row
    pub(in crate::intake) fn recent(&self, words: [u64; 4], length: usize) -> Option<Known> {
        let recent = self.recent.get(slot(words, length))?;
        let same = recent.words == words && recent.length == length;
        recent.known.filter(|_| same)
    }

    /// Remembers what a cell tells, unless it is longer than its words.
    pub(in crate::intake) fn remember(&mut self, words: [u64; 4], length: usize, known: Known) {
        if length > size_of_val(&words) {
            return;
        }
        self.recent.resize(RECENT, Recent::default());
        if let Some(recent) = self.recent.get_mut(slot(words, length)) {
            *recent = Recent {
                words,
                length,
                known: Some(known),
            };
        }
    }

    /// Counts rows of an event.
    pub(in crate::intake) fn count(&mut self, event: u32, rows: u64) {
        if let Some(known) = self.rows.get_mut(event as usize) {
            *known = known.saturating_add(rows);
        }
    }

    /// The event of a number.
    pub(in crate::intake) fn get(&self, event: u32) -> &[u8] {
        self.ids.get(event as usize)
    }

    /// How many there are.
    pub(in crate::intake) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Each with its rows.
    pub(in crate::intake) fn iter(&self) -> impl Iterator<Item = (&[u8], u64)> {
        let rows = self.rows.iter().enumerate();
        rows.map(|(i, &rows)| (self.ids.get(i), rows))
    }
}

#[inline(always)] // once a row
fn slot([first, second, ..]: [u64; 4], length: usize) -> usize {
    let both = first ^ second.rotate_left(29) ^ length as u64;
    // The highest bits of the product know all of it.
    (both.wrapping_mul(SALT) >> (64 - RECENT.ilog2())) as usize
}
