//! Rows that are kept, close together: a file may be one of nothing but short rows. Of each row its id and its line,
//! what its kind read of it, and perhaps all its cells.

use super::wire::{self, Reader};

/// Bytes in a block; a row that needs more has one of its own.
const BLOCK: usize = 1 << 16;

/// Rows in the order in which they came.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pile {
    blocks: Vec<Vec<u8>>,
    count: usize,
    open: Writer,
}

impl Pile {
    /// Adds a row; `write` says what is kept of it.
    pub(crate) fn push(&mut self, id: &str, line: u64, write: &mut dyn FnMut(&mut Writer)) {
        self.open.bytes.clear();
        self.open.ends.clear();
        self.open.text(id);
        self.open.number(line);
        write(&mut self.open);
        self.open.close();
        let row = self.open.bytes.as_slice();
        // Eight bytes and more for the length.
        let room = row.len() + 10;
        if (self.blocks.last()).is_none_or(|block| block.len() + room > BLOCK) {
            // The first block grows as it fills: most files are small.
            let room = if self.count == 0 { 0 } else { room.max(BLOCK) };
            self.blocks.push(Vec::with_capacity(room));
        }
        if let Some(block) = self.blocks.last_mut() {
            wire::small(block, row.len() as u64);
            block.extend_from_slice(row);
            self.count += 1;
        }
        if self.open.bytes.capacity() > BLOCK {
            self.open = Writer::default();
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Record<'_>> {
        self.blocks.iter().flat_map(|block| {
            let mut rest = Reader::new(block);
            std::iter::from_fn(move || {
                let length = rest.small()?;
                Some(Record(rest.take(usize::try_from(length).ok()?)?))
            })
        })
    }
}

/// Writes what is kept of a row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
    /// Where each cell ends.
    ends: Vec<u32>,
}

impl Writer {
    pub(crate) fn number(&mut self, number: u64) {
        wire::small(&mut self.bytes, number);
    }

    /// A number of either sign, but the least of all.
    pub(crate) fn signed(&mut self, number: Option<i64>) {
        let folded = |n: i64| ((n << 1) ^ (n >> 63)) as u64;
        self.number(number.map_or(0, |n| folded(n).saturating_add(1)));
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// The cells of the row; nothing else stands behind them.
    pub(crate) fn cells(&mut self, cells: &mut dyn Iterator<Item = &str>) {
        let start = self.bytes.len();
        for cell in cells {
            self.bytes.extend_from_slice(cell.as_bytes());
            let end = self.bytes.len() - start;
            self.ends.push(u32::try_from(end).unwrap_or(u32::MAX));
        }
    }

    /// Where the cells end, how many there are, and in how many bytes each of that is said.
    fn close(&mut self) {
        let count = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        let most = self.ends.last().copied().unwrap_or(0).max(count);
        let width = if most < 1 << 8 {
            1
        } else if most < 1 << 16 {
            2
        } else {
            4
        };
        for n in self.ends.iter().chain([&count]) {
            let bytes = n.to_le_bytes();
            self.bytes
                .extend_from_slice(bytes.get(..width).unwrap_or_default());
        }
        self.bytes.push(width as u8);
    }
}

/// A row that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Record<'a>(&'a [u8]);

impl<'a> Record<'a> {
    /// The customer's id.
    pub(crate) fn id(self) -> &'a str {
        Fields(Reader::new(self.0)).text()
    }

    /// Its line.
    pub(crate) fn line(self) -> u64 {
        let mut fields = Fields(Reader::new(self.0));
        fields.text();
        fields.number()
    }

    /// What its kind wrote, from the first on.
    pub(crate) fn fields(self) -> Fields<'a> {
        let mut fields = Fields(Reader::new(self.0));
        fields.text();
        fields.number();
        fields
    }

    /// All its cells.
    pub(crate) fn cells(self) -> Cells<'a> {
        let (width, rest) = self.0.split_last().unwrap_or((&1, &[]));
        let width = usize::from(*width);
        let (rest, count) = rest.split_at(rest.len().saturating_sub(width));
        let ends = rest.len().saturating_sub(little(count) * width);
        let (text, ends) = rest.split_at(ends);
        let length = little(
            ends.get(ends.len().saturating_sub(width)..)
                .unwrap_or_default(),
        );
        Cells {
            text: text
                .get(text.len().saturating_sub(length)..)
                .unwrap_or_default(),
            ends,
            width,
        }
    }
}

/// A number of few bytes.
fn little(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .rev()
        .fold(0, |n, &byte| n << 8 | usize::from(byte))
}

/// What was written of a row, in the same order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields<'a>(Reader<'a>);

impl<'a> Fields<'a> {
    pub(crate) fn number(&mut self) -> u64 {
        self.0.small().unwrap_or(0)
    }

    pub(crate) fn signed(&mut self) -> Option<i64> {
        let folded = self.number().checked_sub(1)?;
        Some((folded >> 1) as i64 ^ -((folded & 1) as i64))
    }

    pub(crate) fn text(&mut self) -> &'a str {
        let length = usize::try_from(self.number()).unwrap_or(usize::MAX);
        text(self.0.take(length).unwrap_or_default())
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// The trimmed cells of a row that is kept.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cells<'a> {
    text: &'a [u8],
    ends: &'a [u8],
    width: usize,
}

impl<'a> Cells<'a> {
    /// One cell; "" where the row is short.
    pub(crate) fn get(self, column: usize) -> &'a str {
        let end = |column: usize| {
            let at = column * self.width;
            self.ends.get(at..at + self.width).map(little)
        };
        let start = column.checked_sub(1).and_then(end).unwrap_or(0);
        let end = end(column).unwrap_or(0);
        text(self.text.get(start..end).unwrap_or_default())
    }

    /// How many cells there are.
    pub(crate) fn len(self) -> usize {
        self.ends.len().checked_div(self.width).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_out_as_they_were_put() {
        let mut pile = Pile::default();
        assert_eq!(pile.iter().next(), None);
        let texts = [
            "".to_owned(),
            "고객".to_owned(),
            "x".repeat(300),
            "y".repeat(70_000),
        ];
        let numbers = [None, Some(0), Some(-1), Some(i64::MAX), Some(-i64::MAX)];
        let cells = |n: usize| {
            let count = if n.is_multiple_of(700) { 300 } else { n % 5 };
            (0..count).map(move |i| &texts_of(n)[(n + i) % 3])
        };
        fn texts_of(n: usize) -> &'static [&'static str; 3] {
            [["", "a", "누리"], ["b", "", "c"]]
                .get(n % 2)
                .unwrap_or(&[""; 3])
        }
        for n in 0..5000 {
            let id = &texts[if n % 1000 == 3 { 3 } else { n % 3 }];
            pile.push(id, n as u64 * 77, &mut |out| {
                out.signed(numbers[n % 5]);
                out.text(&texts[n % 2]);
                out.cells(&mut cells(n).copied());
            });
        }
        assert_eq!(pile.len(), 5000);
        let mut count = 0;
        for (n, row) in pile.iter().enumerate() {
            assert_eq!(row.id(), texts[if n % 1000 == 3 { 3 } else { n % 3 }]);
            assert_eq!(row.line(), n as u64 * 77);
            let mut fields = row.fields();
            assert_eq!(fields.signed(), numbers[n % 5]);
            assert_eq!(fields.text(), texts[n % 2]);
            let own = row.cells();
            assert_eq!(own.len(), cells(n).count());
            assert!(
                (0..own.len()).map(|i| own.get(i)).eq(cells(n).copied()),
                "{n}"
            );
            assert_eq!(own.get(own.len()), "");
            count += 1;
        }
        assert_eq!(count, 5000);
        assert!(
            pile.blocks
                .iter()
                .all(|block| block.capacity() < 2 * 70_100 + BLOCK)
        );
    }
}
