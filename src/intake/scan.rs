//! Plain usage rows, many at once. A row is taken only where nothing about it needs a second look: as many fields as the
//! header, ids and a stamp that read as they stand. At any other row it stops, and the reader takes that one record the
//! long way. So it changes no result, only the time.

mod cells;
mod marks;
mod numbers;
mod rows;

use super::dialect::Syntax;
use super::kinds::Plan;
use super::kinds::usage::state::{UsageRow, UsageState};
use super::readings::Watched;
use crate::roles::{Reading, Role};
use cells::Cells;
use rows::{MOST_COLUMNS, Rows};

/// Rows that are folded together.
const BATCH: usize = 64;
/// Bytes in which rows are first sought, and after one that was not plain.
const LEAST: usize = 1024;

/// Takes plain rows of one file.
pub(super) struct Scan {
    rows: Rows,
    cells: Cells,
    chunk: usize,
    #[cfg(test)]
    pub(super) taken: u64,
}

impl Scan {
    /// None where rows of such a file are never plain.
    pub(super) fn new(
        plan: &Plan,
        syntax: Syntax,
        header: usize,
        watched: &[Watched],
    ) -> Option<Scan> {
        let count = plan.headers.len();
        let (at, value) = (plan.column(Role::At)?, plan.column(Role::Value));
        let watches_others = (watched.iter()).any(|w| w.column != at && Some(w.column) != value);
        let simple = syntax.escape.is_none() && !syntax.spaced && header <= 1;
        let reads_points = plan.reading(value) != Some(Reading::Comma);
        if !simple
            || !reads_points
            || watches_others
            || !(2..=MOST_COLUMNS).contains(&count)
            || plan.has(Role::Mode)
        {
            return None;
        }
        Some(Scan {
            rows: Rows::new(syntax, count),
            cells: Cells::new(plan, syntax, watched)?,
            chunk: LEAST,
            #[cfg(test)]
            taken: 0,
        })
    }

    /// Folds the plain rows with which the text begins, up to the first that begins at `limit` or is not plain: how many
    /// bytes and rows. The first one stands on `line`.
    pub(super) fn take(
        &mut self,
        text: &[u8],
        limit: usize,
        line: u64,
        state: &mut UsageState,
        watched: &mut [Watched],
    ) -> (usize, u64) {
        let mut batch = [UsageRow::NONE; BATCH];
        let mut count = 0;
        let (mut at, mut taken) = (0, 0);
        while at < limit {
            // What stands behind the chunk may be looked at, so that a cell is read many bytes at a time.
            let rest = text.get(at..).unwrap_or_default();
            let chunk = rest.get(..self.chunk.min(rows::MOST)).unwrap_or(rest);
            let mut plain = self.rows.look(chunk);
            self.cells.begin(&self.rows, chunk);
            let mut start = 0;
            for row in 0.. {
                let Some((ends, end)) = self.rows.row(row).filter(|_| at + start < limit) else {
                    break;
                };
                let Some(place) = batch.get_mut(count) else {
                    break;
                };
                place.line = line + taken;
                let read = self
                    .cells
                    .read(&self.rows, rest, ends, state, watched, place);
                if read.is_none() {
                    plain = false;
                    break;
                }
                (start, taken, count) = (end, taken + 1, count + 1);
                if count == BATCH {
                    state.add_all(&batch);
                    count = 0;
                }
            }
            at += start;
            // A whole chunk without a row's end is left to the long way.
            plain &= start > 0;
            self.chunk = match plain {
                true => (self.chunk * 2).min(rows::MOST),
                false => LEAST,
            };
            if !plain {
                break;
            }
        }
        state.add_all(batch.get(..count).unwrap_or_default());
        self.cells.tell(watched);
        #[cfg(test)]
        {
            self.taken += taken;
        }
        (at, taken)
    }
}
