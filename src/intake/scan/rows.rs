//! Where the cells of plain rows stand: rows of as many cells as the header, each on a line of its own.

use super::super::dialect::Syntax;
use super::marks::{Finder, Marks, WORD};
use std::ops::Range;

/// Bytes in which rows are sought at once.
pub(super) const MOST: usize = 8 * 1024;
/// Columns of a row; a file with more is read the long way.
pub(super) const MOST_COLUMNS: usize = 64;

/// Bytes of a cell that are looked at together.
pub(super) const HEAD: usize = 32;

/// A cell amid the text.
#[derive(Clone, Copy)]
pub(super) struct Cell<'a> {
    /// Its first bytes, and what follows it.
    pub(super) head: &'a [u8; HEAD],
    pub(super) start: usize,
    pub(super) length: usize,
}

impl<'a> Cell<'a> {
    pub(super) const BLANK: Cell<'static> = Cell {
        head: &[0; HEAD],
        start: 0,
        length: 0,
    };

    #[inline(always)] // once a cell
    fn at(text: &[u8], start: usize, end: usize) -> Option<Cell<'_>> {
        Some(Cell {
            head: text.get(start..)?.first_chunk()?,
            start,
            length: end.checked_sub(start)?,
        })
    }

    /// Its first eight bytes, and what follows it.
    #[inline(always)] // once a cell
    pub(super) fn word(self) -> u64 {
        let eight = self.head.first_chunk();
        eight.map_or(0, |eight| u64::from_le_bytes(*eight))
    }

    pub(super) fn of(self, text: &'a [u8]) -> &'a [u8] {
        let cell = text.get(self.start..self.start + self.length);
        cell.unwrap_or_default()
    }

    /// As numbers, zeros behind it; a longer one as far as they go.
    #[inline(always)] // once a cell
    pub(super) fn words(self) -> [u64; HEAD / 8] {
        let (words, _) = self.head.as_chunks();
        let mut masks = MASKS[self.length.min(HEAD)];
        for (mask, word) in masks.iter_mut().zip(words) {
            *mask &= u64::from_le_bytes(*word);
        }
        masks
    }
}

/// Which bits of the words are those of so many bytes.
pub(super) static MASKS: [[u64; HEAD / 8]; HEAD + 1] = {
    let mut masks = [[0; HEAD / 8]; HEAD + 1];
    let mut length = 1;
    while length <= HEAD {
        masks[length] = masks[length - 1];
        masks[length][(length - 1) / 8] |= 0xFF << (8 * ((length - 1) % 8));
        length += 1;
    }
    masks
};

/// Where the cells of a row end; before them, where the row before ends.
pub(super) type Ends = [u16; MOST_COLUMNS + 1];

/// Where a cell ends, and the one before it.
#[inline(always)] // once a cell
pub(super) fn place(ends: &Ends, column: u8) -> (u16, u16) {
    let column = usize::from(column) % MOST_COLUMNS;
    (ends[column], ends[column + 1])
}

/// Finds rows of one file.
pub(super) struct Rows {
    finder: Finder,
    quote: u8,
    /// Cells of a row.
    count: usize,
    /// Where cells end, those of one row after the other; before them, the place before the text.
    ends: Box<[u16; ENDS]>,
    found: usize,
    /// Where rows end.
    lines: Box<[u16; LINES]>,
    rows: usize,
    /// Quotes that double the one before, a bit for each byte.
    doubled: Box<[u64; MOST / WORD + 1]>,
    has_doubled: bool,
    has_returns: bool,
    pub(super) is_ascii: bool,
}

const ENDS: usize = MOST + WORD + MOST_COLUMNS + 2;
const LINES: usize = MOST + WORD;

/// What a word of text leaves to the next.
#[derive(Clone, Copy)]
struct Carry {
    /// All bits where it ends between quotes.
    inside: u64,
    /// One where its last byte ends a cell.
    end: u64,
    /// One where it closes quotes.
    close: u64,
}

impl Rows {
    pub(super) fn new(syntax: Syntax, count: usize) -> Rows {
        Rows {
            finder: Finder::new(syntax.delimiter, syntax.quote),
            quote: syntax.quote,
            count,
            ends: Box::new([u16::MAX; ENDS]),
            found: 0,
            lines: Box::new([0; LINES]),
            rows: 0,
            doubled: Box::new([0; MOST / WORD + 1]),
            has_doubled: false,
            has_returns: false,
            is_ascii: true,
        }
    }

    /// Looks at a text of at most [`MOST`] bytes that begins with a row. Whether all of it is plain, as far as cells end.
    #[inline(never)]
    pub(super) fn look(&mut self, text: &[u8]) -> bool {
        (self.is_ascii, self.has_doubled, self.has_returns) = (true, false, false);
        (self.found, self.rows) = (1, 0);
        let mut carry = Carry {
            inside: 0,
            end: 1,
            close: 0,
        };
        // Its second half may come.
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        let (whole, rest) = text.as_chunks::<WORD>();
        for (at, word) in whole.iter().enumerate() {
            let marks = self.finder.find(word);
            let next = text.get((at + 1) * WORD);
            if !self.add(at, WORD, marks, next, &mut carry) {
                return false;
            }
        }
        let marks = self.finder.find_in_rest(rest);
        self.add(whole.len(), rest.len(), marks, None, &mut carry)
    }

    /// Adds a word's ends; false where something is not plain, of which only what stands before it is added.
    #[inline(always)] // once a word
    fn add(
        &mut self,
        at: usize,
        length: usize,
        marks: Marks,
        next: Option<&u8>,
        carry: &mut Carry,
    ) -> bool {
        let Marks {
            delimiters,
            quotes,
            returns,
            feeds,
            nuls,
            beyond_ascii,
        } = marks;
        self.is_ascii &= !beyond_ascii;
        // From each quote that opens up to the one that closes.
        let mut inside = quotes;
        for shift in [1, 2, 4, 8, 16, 32] {
            inside ^= inside << shift;
        }
        inside ^= carry.inside;
        let (opening, closing) = (quotes & inside, quotes & !inside);
        let mut breaks = feeds;
        if returns != 0 {
            self.has_returns = true;
            // The first half of a break is part of the cell, for now; the last byte may be one.
            let followed = feeds >> 1 | u64::from(next == Some(&b'\n')) << 63;
            breaks |= returns & !followed;
        }
        let mut ends = (delimiters | breaks) & !inside;
        let after_end = ends << 1 | carry.end;
        let after_close = closing << 1 | carry.close;
        let doubled = opening & after_close;
        // Quotes amid text, text behind quotes, and cells of several lines.
        let bad = opening & !(after_end | after_close)
            | after_close & !(delimiters | feeds | returns | quotes)
            | (feeds | returns) & inside
            | nuls;
        // What follows the text is not known.
        let bad = bad & !u64::MAX.checked_shl(length as u32).unwrap_or(0);
        *carry = Carry {
            inside: ((inside as i64) >> 63) as u64,
            end: ends >> 63,
            close: closing >> 63,
        };
        let mut lines = breaks & !inside;
        if bad != 0 {
            let before = (1 << bad.trailing_zeros()) - 1;
            (ends, lines) = (ends & before, lines & before);
        }
        if let Some(place) = self.doubled.get_mut(at) {
            *place = doubled;
        }
        self.has_doubled |= doubled != 0;
        let base = (at * WORD) as u16;
        self.found = put::<8>(&mut self.ends[..], self.found, base, ends);
        self.rows = put::<2>(&mut self.lines[..], self.rows, base, lines);
        bad == 0
    }

    /// Where the cells of a row end, and the row with its line break; None where there is none, or not all before it are.
    #[inline(always)] // once a row
    pub(super) fn row(&self, row: usize) -> Option<(&Ends, usize)> {
        let line = *self.lines.get(row).filter(|_| row < self.rows)?;
        let at = row * self.count;
        // What stands behind those that were found is of another text.
        if at + self.count >= self.found {
            return None;
        }
        let ends: &Ends = self.ends.get(at..)?.first_chunk()?;
        let end = *ends.get(self.count)?;
        (end == line).then_some((ends, usize::from(line) + 1))
    }

    /// Where the last row that was found may end.
    pub(super) fn end(&self) -> usize {
        let last = self
            .rows
            .checked_sub(1)
            .and_then(|last| self.lines.get(last));
        last.map_or(0, |end| usize::from(*end))
    }

    /// Where a row stands.
    #[inline(always)] // once a row
    pub(super) fn place(&self, ends: &Ends) -> Range<usize> {
        let end = ends.get(self.count).copied().unwrap_or(0);
        usize::from(ends[0].wrapping_add(1))..usize::from(end)
    }

    /// A cell as it stands, with its quotes.
    #[inline(always)] // once a cell
    pub(super) fn cell<'a>(&self, text: &'a [u8], ends: &Ends, column: u8) -> Option<Cell<'a>> {
        let (before, end) = place(ends, column);
        let start = usize::from(before.wrapping_add(1));
        let mut end = usize::from(end);
        if self.has_returns && usize::from(column) + 1 == self.count {
            let cell = text.get(start..end).unwrap_or_default();
            end -= usize::from(cell.last() == Some(&b'\r'));
        }
        Cell::at(text, start, end)
    }

    /// The same without its quotes; None where quotes stand doubled in it.
    #[inline(always)] // once a cell
    pub(super) fn inner<'a>(&self, text: &'a [u8], ends: &Ends, column: u8) -> Option<Cell<'a>> {
        let cell = self.cell(text, ends, column)?;
        if cell.head[0] == self.quote && cell.length > 0 {
            return self.unquoted(text, cell);
        }
        Some(cell)
    }

    #[inline(never)]
    fn unquoted<'a>(&self, text: &'a [u8], cell: Cell<'a>) -> Option<Cell<'a>> {
        let (start, end) = (cell.start + 1, cell.start + cell.length - 1);
        let is = |at: usize| {
            self.doubled
                .get(at / WORD)
                .is_some_and(|word| word >> (at % WORD) & 1 == 1)
        };
        if self.has_doubled && (start..end).any(is) {
            return None;
        }
        Cell::at(text, start, end)
    }
}

/// Puts the places of bits into a list with room for all: how many there are. So many at once as mostly suffice.
#[inline(always)] // once a word
fn put<const USUAL: usize>(list: &mut [u16], count: usize, base: u16, mut bits: u64) -> usize {
    let all = bits.count_ones() as usize;
    let Some(places) = list
        .get_mut(count..)
        .and_then(<[u16]>::first_chunk_mut::<WORD>)
    else {
        return count;
    };
    let mut next = || {
        let place = base + bits.trailing_zeros() as u16;
        bits &= bits.wrapping_sub(1);
        place
    };
    let (usual, others) = places.split_at_mut(USUAL);
    usual.iter_mut().for_each(|place| *place = next());
    if all > USUAL {
        others
            .iter_mut()
            .take(all - USUAL)
            .for_each(|place| *place = next());
    }
    count + all
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test ends where it cannot go on

    use super::*;
    use proptest::prelude::*;

    /// Texts that are rows for the most part, of cells of all sorts.
    fn texts() -> impl Strategy<Value = Vec<u8>> {
        const CELLS: [&str; 14] = [
            "a",
            "",
            "bc",
            "고객",
            "\"q\"",
            "\"x,y\"",
            "\"d\"\"d\"",
            "\"\"",
            "\"\"\"\"",
            "\"",
            "a\"b",
            "\"two\nlines\"",
            "\"q\"x",
            "n\0l",
        ];
        const ENDS: [&str; 5] = ["\n", "\n", "\r\n", "\r", "\n\n"];
        let cell = prop_oneof![
            12 => proptest::sample::select(&CELLS[..9]),
            1 => proptest::sample::select(&CELLS[..]),
        ];
        let row = proptest::collection::vec(cell, 3);
        let ends = prop_oneof![
            Just(&ENDS[..1]),
            Just(&ENDS[2..3]),
            Just(&ENDS[3..4]),
            Just(&ENDS[..]),
        ];
        (
            proptest::collection::vec(row, 1..60),
            ends,
            any::<prop::sample::Index>(),
        )
            .prop_map(|(rows, ends, cut)| {
                let rows = rows.iter().enumerate();
                let text: String = rows
                    .map(|(n, row)| row.join(",") + ends[n % ends.len()])
                    .collect();
                let mut text = text.into_bytes();
                text.truncate(MOST.min(cut.index(text.len() * 3)));
                text
            })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// What is found is what the `csv` crate finds; and all of it is, up to the first row with something unusual.
        #[test]
        fn rows_are_those_of_the_csv_crate(text in texts()) {
            let mut rows = Rows::new(Syntax::plain(b','), 3);
            rows.look(&text);
            // A cell is read with what follows it.
            let padded = [&text[..], &[b'x'; HEAD]].concat();
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(&text[..]);
            let mut records = reader.byte_records();
            let mut at = 0;
            for nth in 0.. {
                let Some((ends, end)) = rows.row(nth) else { break };
                let record = records.next().unwrap().unwrap();
                prop_assert_eq!(rows.place(ends).start, at);
                prop_assert_eq!(record.len(), 3);
                for column in 0..3u8 {
                    let raw = rows.cell(&padded, ends, column).unwrap().of(&padded);
                    let want = &record[usize::from(column)];
                    match rows.inner(&padded, ends, column) {
                        Some(cell) => prop_assert_eq!(cell.of(&padded), want),
                        // Quotes stand doubled in it.
                        None => prop_assert!(raw.len() > want.len() + 2),
                    }
                }
                at = end;
            }
            let usual = |byte: &u8| !matches!(byte, b'\"' | b'\0' | b'\r');
            let rest = &text[at..];
            if rest.iter().all(usual) && rest.first() != Some(&b'\n') {
                prop_assert!(!rest.contains(&b'\n'));
            }
        }
    }

    #[test]
    fn what_was_found_before_is_no_part_of_a_row() {
        let mut rows = Rows::new(Syntax::plain(b','), 3);
        rows.look(b"a,b,c\na,b,c\na,b,c\nd,e,f\n");
        rows.look(b"a,b,c\na,b,c\na,b,c\nd,eef\n");
        assert!(rows.row(2).is_some() && rows.row(3).is_none());
    }

    #[test]
    fn quotes_and_both_line_breaks_are_plain() {
        let text = "a,\"b,c\",d\r\n\"e\",\"f\"\"g\",h\r\n\"\",,\"i\"\r\n".repeat(50);
        let mut rows = Rows::new(Syntax::plain(b','), 3);
        for text in [
            &text,
            &text.replace("\r\n", "\n"),
            &text.replace("\r\n", "\r"),
        ] {
            let whole = rows.look(text.as_bytes());
            let count = (0..).take_while(|row| rows.row(*row).is_some()).count();
            // What may follow the last carriage return is not known.
            let cut = usize::from(text.ends_with('\r'));
            assert_eq!((whole, count), (true, 150 - cut));
        }
    }
}
