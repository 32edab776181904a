//! Where the cells of plain rows stand: rows of as many cells as the header, each on a line of its own.

use super::super::dialect::Syntax;
use super::super::ids::{self, words};
use super::super::ranges::is_break;
pub(super) use super::marks::MOST;
use super::marks::Marks;

/// Columns of a row; a file with more is read the long way.
pub(super) const MOST_COLUMNS: usize = 64;

/// Where a cell stands, without its quotes.
#[derive(Clone, Copy, Default)]
pub(super) struct Cell {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Cell {
    pub(super) fn length(self) -> usize {
        (self.end - self.start) as usize
    }

    pub(super) fn of(self, text: &[u8]) -> &[u8] {
        let cell = text.get(self.start as usize..self.end as usize);
        cell.unwrap_or_default()
    }

    /// See [`words`].
    pub(super) fn words(self, text: &[u8]) -> [u64; 2] {
        words(text, self.start as usize, self.length())
    }

    /// The same of a cell of twice as many bytes; None of a longer one.
    pub(super) fn more_words(self, text: &[u8]) -> Option<[u64; 4]> {
        let length = self.length();
        let [first, second] = words(text, self.start as usize, length);
        if length <= ids::SHORT {
            return Some([first, second, 0, 0]);
        }
        let length = Some(length - ids::SHORT).filter(|rest| *rest <= ids::SHORT)?;
        let [third, fourth] = words(text, self.start as usize + ids::SHORT, length);
        Some([first, second, third, fourth])
    }
}

/// The cells of a row.
pub(super) struct Cells {
    cells: [Cell; MOST_COLUMNS],
    /// A bit for each in which quotes stand doubled.
    doubled: u64,
}

impl Cells {
    pub(super) fn none() -> Cells {
        Cells {
            cells: [Cell::default(); MOST_COLUMNS],
            doubled: 0,
        }
    }

    /// Whether quotes stand doubled in a cell that is not among these.
    pub(super) fn is_doubled_beside(&self, columns: u64) -> bool {
        self.doubled & !columns != 0
    }

    pub(super) fn get(&self, column: usize) -> Cell {
        self.cells.get(column).copied().unwrap_or_default()
    }

    pub(super) fn is_doubled(&self, column: usize) -> bool {
        self.doubled >> column & 1 == 1
    }
}

/// Finds rows of one file.
pub(super) struct Rows {
    marks: Marks,
    count: usize,
    delimiter: u8,
    quote: u8,
}

impl Rows {
    pub(super) fn new(syntax: Syntax, count: usize) -> Rows {
        Rows {
            marks: Marks::new(syntax.delimiter, syntax.quote),
            count,
            delimiter: syntax.delimiter,
            quote: syntax.quote,
        }
    }

    /// Looks at a text of at most [`MOST`] bytes, whose rows are asked for then.
    pub(super) fn look(&mut self, text: &[u8]) {
        self.marks.find(text);
    }

    /// Whether all of the text is ASCII.
    pub(super) fn is_ascii(&self) -> bool {
        self.marks.ascii
    }

    /// Finds the cells of the row that begins at `start`, and the byte after its line break. None where it is not plain,
    /// or goes on behind the text.
    pub(super) fn row(&self, text: &[u8], start: usize, cells: &mut Cells) -> Option<usize> {
        let (delimiters, others) = self.marks.window(start);
        let end = others.trailing_zeros();
        let mut ends = delimiters & !(u64::MAX.checked_shl(end).unwrap_or(0));
        let byte = *text.get(start + end as usize)?;
        let inner = self.count - 1;
        if !is_break(byte) || ends.count_ones() as usize != inner {
            return self.any_row(text, start, cells);
        }
        // A short row without a quote.
        cells.doubled = 0;
        let (start, mut begin) = (start as u32, start as u32);
        for cell in cells.cells.iter_mut().take(inner) {
            let at = start + ends.trailing_zeros();
            ends &= ends.wrapping_sub(1);
            *cell = Cell {
                start: begin,
                end: at,
            };
            begin = at + 1;
        }
        if let Some(cell) = cells.cells.get_mut(inner) {
            *cell = Cell {
                start: begin,
                end: start + end,
            };
        }
        after_break(text, (start + end) as usize)
    }

    fn any_row(&self, text: &[u8], start: usize, cells: &mut Cells) -> Option<usize> {
        let mut begin = start;
        let mut marks = self.marks.from(start);
        let mut next = || {
            let place = marks.next()?;
            Some((place, *text.get(place)?))
        };
        cells.doubled = 0;
        for (i, cell) in cells.cells.iter_mut().take(self.count).enumerate() {
            let (mut place, mut byte) = next()?;
            *cell = Cell {
                start: begin as u32,
                end: place as u32,
            };
            if byte == self.quote && place == begin {
                cell.start = place as u32 + 1;
                let doubled;
                (doubled, place, byte) = self.quoted(cell, &mut next)?;
                cells.doubled |= u64::from(doubled) << i;
            } else {
                // Quotes amid text stand for themselves, and so do control characters.
                while byte != self.delimiter && !is_break(byte) && byte != 0 {
                    (place, byte) = next()?;
                }
                cell.end = place as u32;
            }
            let is_last = i + 1 == self.count;
            if (byte == self.delimiter) == is_last || byte == 0 {
                return None;
            }
            begin = place + 1;
        }
        after_break(text, begin - 1)
    }

    /// Finds the end of a cell that begins with a quote: whether quotes stand doubled in it, and the mark behind it,
    /// which stands right there.
    fn quoted(
        &self,
        cell: &mut Cell,
        next: &mut impl FnMut() -> Option<(usize, u8)>,
    ) -> Option<(bool, usize, u8)> {
        let mut doubled = false;
        loop {
            let (closed, byte) = next()?;
            if is_break(byte) || byte == 0 {
                return None;
            }
            if byte == self.quote {
                cell.end = closed as u32;
                let (place, byte) = next()?;
                if place != closed + 1 {
                    return None;
                }
                if byte != self.quote {
                    let ends = byte == self.delimiter || is_break(byte);
                    return ends.then_some((doubled, place, byte));
                }
                doubled = true;
            }
        }
    }
}

/// The byte after the line break there; none where its second half may come.
fn after_break(text: &[u8], at: usize) -> Option<usize> {
    if text.get(at) == Some(&b'\n') {
        return Some(at + 1);
    }
    Some(at + 1 + usize::from(*text.get(at + 1)? == b'\n'))
}
