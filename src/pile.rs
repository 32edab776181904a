//! Rows of bytes, close together, and rows of texts among them. A list that grows by moving needs up to three times its
//! room, and a text of its own more than most texts; here a row is as long as its bytes and one or two more.

#[cfg(any(not(target_arch = "wasm32"), feature = "scan"))]
mod blocks;

use crate::LARGE;
use crate::wire::{self, Reader};

/// Adds to a list. A long one grows by an eighth: to double its room would waste a third of it.
pub fn add<T>(list: &mut Vec<T>, item: T) {
    const LONG: usize = 1 << 16;
    if LARGE && list.len() == list.capacity() && list.len() >= LONG {
        list.reserve_exact(list.len() / 8);
    }
    list.push(item);
}

/// A list that grows without moving. In the small pack any list.
#[cfg(not(any(not(target_arch = "wasm32"), feature = "scan")))]
pub type Blocks<T> = Vec<T>;
#[cfg(any(not(target_arch = "wasm32"), feature = "scan"))]
pub use blocks::Blocks;

/// Bytes in a block; a row that needs more has one of its own.
const BLOCK: usize = 1 << 16;

/// Rows in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pile {
    blocks: Vec<Vec<u8>>,
    count: usize,
}

impl Pile {
    /// Adds a row; its place.
    pub fn push(&mut self, row: &[u8]) -> usize {
        // Eight bytes and more for the length.
        let room = row.len() + 10;
        if (self.blocks.last()).is_none_or(|block| block.len() + room > BLOCK) {
            // The first block grows as it fills: most piles are small.
            let room = if self.count == 0 { 0 } else { room.max(BLOCK) };
            self.blocks.push(Vec::with_capacity(room));
        }
        self.count += 1;
        let last = self.blocks.len().saturating_sub(1);
        let Some(block) = self.blocks.last_mut() else {
            return 0;
        };
        let place = last * BLOCK + block.len();
        wire::small(block, row.len() as u64);
        block.extend_from_slice(row);
        place
    }

    /// The row of a place.
    pub fn at(&self, place: usize) -> &[u8] {
        let block = self.blocks.get(place / BLOCK);
        let rest = block.and_then(|block| block.get(place % BLOCK..));
        next(&mut Reader::new(rest.unwrap_or_default())).unwrap_or_default()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// All of them, with their places.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &[u8])> {
        self.blocks.iter().enumerate().flat_map(|(at, block)| {
            let start = at * BLOCK;
            let mut rest = Reader::new(block);
            std::iter::from_fn(move || {
                let place = start + block.len() - rest.left();
                Some((place, next(&mut rest)?))
            })
        })
    }
}

fn next<'a>(rest: &mut Reader<'a>) -> Option<&'a [u8]> {
    let length = rest.small()?;
    rest.take(usize::try_from(length).ok()?)
}

/// Adds texts to the end of a row, and behind them where they end: nothing else follows.
pub fn put_texts(row: &mut Vec<u8>, texts: &mut dyn Iterator<Item = &str>) {
    let start = row.len();
    let mut ends = Vec::new();
    for text in texts {
        row.extend_from_slice(text.as_bytes());
        ends.push(row.len() - start);
    }
    // Each in as many bytes as the greatest needs.
    let most = ends.last().copied().unwrap_or(0).max(ends.len());
    let width = match most {
        0..0x100 => 1,
        0x100..0x1_0000 => 2,
        0x1_0000..0x100_0000 => 3,
        _ => 4,
    };
    let count = ends.len();
    for n in ends.into_iter().chain([count]) {
        row.extend(n.to_le_bytes().iter().take(width));
    }
    row.push(width as u8);
}

/// The texts at the end of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Texts<'a> {
    text: &'a [u8],
    ends: &'a [u8],
    width: usize,
}

impl<'a> Texts<'a> {
    /// What [`put_texts`] added last.
    pub fn of(row: &'a [u8]) -> Texts<'a> {
        let (&width, rest) = row.split_last().unwrap_or((&1, &[]));
        let width = usize::from(width);
        let (rest, count) = rest.split_at(rest.len().saturating_sub(width));
        let ends = rest.len().saturating_sub(little(count) * width);
        let (text, ends) = rest.split_at(ends);
        let length = little(
            ends.get(ends.len().saturating_sub(width)..)
                .unwrap_or_default(),
        );
        let text = text.get(text.len().saturating_sub(length)..);
        Texts {
            text: text.unwrap_or_default(),
            ends,
            width,
        }
    }

    /// One text; "" where the row is short.
    pub fn get(self, column: usize) -> &'a str {
        let end = |column: usize| {
            let at = column * self.width;
            self.ends.get(at..at + self.width).map(little)
        };
        let start = column.checked_sub(1).and_then(end).unwrap_or(0);
        let end = end(column).unwrap_or(0);
        let text = self.text.get(start..end).unwrap_or_default();
        std::str::from_utf8(text).unwrap_or_default()
    }

    /// How many texts there are.
    pub fn len(self) -> usize {
        self.ends.len().checked_div(self.width).unwrap_or(0)
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.ends.is_empty()
    }
}

/// A number of few bytes.
fn little(bytes: &[u8]) -> usize {
    let next = |n, &byte: &u8| n << 8 | usize::from(byte);
    bytes.iter().rev().fold(0, next)
}

/// Rows of texts, found by their number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    rows: Pile,
    places: Vec<usize>,
}

impl Table {
    /// An empty table with room for so many rows.
    pub fn with_capacity(rows: usize) -> Table {
        Table {
            rows: Pile::default(),
            places: Vec::with_capacity(rows),
        }
    }

    /// Adds a row.
    pub fn push(&mut self, texts: &mut dyn Iterator<Item = &str>) {
        let mut row = Vec::new();
        put_texts(&mut row, texts);
        self.places.push(self.rows.push(&row));
    }

    /// A row; an empty one where there is none.
    pub fn row(&self, row: usize) -> Texts<'_> {
        let place = self.places.get(row);
        place.map_or(Texts::default(), |&place| Texts::of(self.rows.at(place)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_out_as_they_were_put() {
        let mut pile = Pile::default();
        assert_eq!(pile.iter().next(), None);
        let rows: Vec<Vec<u8>> = (0..3000usize)
            .map(|n| {
                vec![
                    n as u8;
                    if n.is_multiple_of(700) {
                        70_000
                    } else {
                        n % 300
                    }
                ]
            })
            .collect();
        let places: Vec<usize> = rows.iter().map(|row| pile.push(row)).collect();
        let want = places.iter().copied().zip(rows.iter().map(Vec::as_slice));
        assert!(pile.iter().eq(want.clone()));
        assert!(want.into_iter().all(|(place, row)| pile.at(place) == row));
        assert_eq!((pile.len(), pile.at(usize::MAX)), (3000, &[][..]));
        let room: usize = pile.blocks.iter().map(Vec::capacity).sum();
        let bytes: usize = rows.iter().map(Vec::len).sum();
        assert!(room < bytes + bytes / 5, "{room} for {bytes}");
    }

    #[test]
    fn texts_come_out_as_they_were_put() {
        let long = "x".repeat(300);
        let longer = "누리".repeat(20_000);
        let mut table = Table::with_capacity(0);
        let rows: Vec<Vec<&str>> = vec![
            vec![],
            vec!["", "고객", ""],
            vec!["a", &long, "b"],
            vec![&longer, "c", &long],
            vec!["d"; 300],
            vec![""; 70_000],
        ];
        for row in &rows {
            table.push(&mut row.iter().copied());
        }
        for (n, row) in rows.iter().enumerate() {
            let texts = table.row(n);
            assert_eq!((texts.len(), texts.is_empty()), (row.len(), row.is_empty()));
            assert!((0..row.len()).map(|i| texts.get(i)).eq(row.iter().copied()));
            assert_eq!(texts.get(row.len()), "");
        }
        assert_eq!(table.row(rows.len()).len(), 0);
    }
}
