//! One file read in ranges by several readers, each in its own memory, and put together again as if one had read it.
//!
//! A range from `a` to `b` holds the records that begin behind `a` and not behind `b`. Whether `a` lies between quotes
//! can only be guessed there; that each range's first record is where the records of the range before end shows that all
//! guesses were right. Where it is not so the file is read in one piece.

use super::dialect::Syntax;
use super::ids::Hash;
use super::notes::Notes;
use super::readings::Watched;
use super::records::Records;
use super::sample::{has_value, texts};
use super::sieve::Told;
use crate::LARGE;
use crate::wire;

/// Bytes of a block: ranges begin and end with one, as the hash of a file is made of theirs.
pub const BLOCK: u64 = 64 * 1024;
/// Bytes from which the first record of a range is told.
pub(super) const ENTRY: usize = 256 * 1024;
/// Records that are looked at to tell it.
const LOOKED_AT: usize = 64;

/// A line's bits within a range. Above them stands the block with which the range begins, so that a row that stands
/// further up in the file has the smaller number.
const LINE_BITS: u32 = 40;

/// The first line of a range that begins at a place.
pub(super) fn first_line(from: u64) -> u64 {
    ((from / BLOCK) << LINE_BITS) | 1
}

/// Where the range of a line begins, and the line within.
pub(super) fn split_line(line: u64) -> (u64, u64) {
    ((line >> LINE_BITS) * BLOCK, line & ((1 << LINE_BITS) - 1))
}

/// Where the first record begins in bytes that may begin amid one, of a table so many columns wide. None where that
/// cannot be told, or where the record is of words only: it may begin another table.
pub(super) fn first_record(bytes: &[u8], syntax: Syntax, width: usize) -> Option<usize> {
    let entry = |quoted: bool| {
        let mut records = Records::amid(syntax, quoted);
        let mut at = records.one(bytes, &mut |_| {});
        let after = bytes.get(at..).unwrap_or_default();
        at += after.iter().take_while(|b| is_break(**b)).count();
        let (mut seen, mut like, mut first) = (0, 0, false);
        let mut rest = bytes.get(at..).unwrap_or_default();
        let mut records = Records::new(syntax);
        while seen < LOOKED_AT && !rest.is_empty() {
            let mut fits = None;
            let used = records.one(rest, &mut |record| {
                let begins = seen == 0 && !has_value(&texts(&record));
                fits = Some(record.fields == width && record.open_quote.is_none() && !begins);
            });
            rest = rest.get(used..).unwrap_or_default();
            let Some(fits) = fits else { continue };
            first |= fits && seen == 0;
            (seen, like) = (seen + 1, like + usize::from(fits));
        }
        first.then_some((like * 1000 / seen.max(1), at))
    };
    let (outside, inside) = (entry(false), entry(true));
    match (outside, inside) {
        (Some(outside), Some(inside)) if inside.0 > outside.0 => Some(inside.1),
        (Some(outside), _) => Some(outside.1),
        (None, inside) => inside.map(|inside| inside.1),
    }
}

/// Whether a record ends at the byte.
pub(super) fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// A hash of a file that is made of its blocks in any order.
#[derive(Clone, Default)]
pub(super) struct BlockHash {
    at: u64,
    until: Option<u64>,
    block: Hash,
    /// Bytes of the block so far.
    filled: u64,
    sum: u64,
}

impl BlockHash {
    /// Of the bytes from `from` on.
    pub(super) fn from(from: u64) -> BlockHash {
        BlockHash {
            at: from,
            ..BlockHash::default()
        }
    }

    /// Bytes from `to` on do not count.
    pub(super) fn stop(&mut self, to: u64) {
        self.until = Some(to);
    }

    /// Adds the hash of another part of the file, of whole blocks.
    pub(super) fn add(&mut self, other: u64) {
        self.sum = self.value().wrapping_add(other);
        self.filled = 0;
    }

    /// Takes the next bytes; how many of them count.
    pub(super) fn write(&mut self, bytes: &[u8]) -> u64 {
        let room = match self.until {
            Some(until) if LARGE => until.saturating_sub(self.at),
            _ => u64::MAX,
        };
        let counts = bytes.len().min(usize::try_from(room).unwrap_or(usize::MAX));
        let mut rest = bytes.get(..counts).unwrap_or_default();
        while !rest.is_empty() {
            let left = (BLOCK - self.filled) as usize;
            let (now, after) = rest.split_at_checked(left).unwrap_or((rest, &[]));
            self.block.write(now);
            self.at += now.len() as u64;
            self.filled += now.len() as u64;
            if self.filled == BLOCK {
                (self.sum, self.filled) = (self.value(), 0);
                self.block = Hash::default();
            }
            rest = after;
        }
        counts as u64
    }

    /// Of the bytes so far.
    pub(super) fn value(&self) -> u64 {
        if self.filled == 0 {
            return self.sum;
        }
        let mut own = Hash::default();
        own.write(&(self.at - self.filled).to_le_bytes());
        own.write(&self.block.value().to_le_bytes());
        self.sum.wrapping_add(own.value())
    }
}

/// What one range gave, but for its rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Stretch {
    /// Where the range begins.
    pub(super) from: u64,
    /// Where its first record begins, and the first one of the next range; None at the file's end.
    pub(super) first: u64,
    pub(super) next: Option<u64>,
    /// Whether what follows needs to know nothing of it.
    pub(super) settled: bool,
    pub(super) lines: u64,
    pub(super) rows: u64,
    pub(super) set_aside: u64,
    pub(super) hash: u64,
    pub(super) length: u64,
    /// The first bytes beyond ASCII, where they are looked for.
    pub(super) telling: Option<Vec<u8>>,
    pub(super) sieve: Told,
    pub(super) watched: Vec<Watched>,
    pub(super) notes: Notes,
}

impl Stretch {
    /// Writes it, to be posted.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        for number in [self.from, self.first, u64::from(self.settled)] {
            wire::number(out, number);
        }
        wire::option(out, self.next);
        for number in [
            self.lines,
            self.rows,
            self.set_aside,
            self.hash,
            self.length,
        ] {
            wire::number(out, number);
        }
        wire::option(out, self.telling.as_ref().map(|_| 1));
        wire::bytes(out, self.telling.as_deref().unwrap_or_default());
        self.sieve.write(out);
        for watched in &self.watched {
            watched.write(out);
        }
        self.notes.write(out);
    }

    /// What [`Stretch::write`] wrote of a file with these columns to watch.
    pub(super) fn read(from: &mut wire::Reader<'_>, watched: &[Watched]) -> Option<Stretch> {
        Some(Stretch {
            from: from.number()?,
            first: from.number()?,
            settled: from.number()? == 1,
            next: from.option()?,
            lines: from.number()?,
            rows: from.number()?,
            set_aside: from.number()?,
            hash: from.number()?,
            length: from.number()?,
            telling: match (from.option()?, from.bytes()?) {
                (Some(_), bytes) => Some(bytes.to_vec()),
                (None, _) => None,
            },
            sieve: Told::read(from)?,
            watched: (watched.iter())
                .map(|watched| watched.read(from))
                .collect::<Option<Vec<_>>>()?,
            notes: Notes::read(from)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_blanks_before_the_first_record_does_not_hide_it() {
        let first = |text: &str| first_record(text.as_bytes(), Syntax::plain(b','), 3);
        assert_eq!(first("x,y\n1,2,3\n4,5,6\n"), Some(4));
        assert_eq!(first("x,y\n\n\r\n1,2,3\n4,5,6\n"), Some(7));
        assert_eq!(first("x,y\n  \n\n \t\n1,2,3\n4,5,6\n"), Some(4));
        assert_eq!(first("x\",y\n  \n1,\"2\n2\",3\n4,5,6\n"), Some(5));
        // A record that is none of the table's rows, or nothing but blanks.
        assert_eq!(first("x,y\n  \n1,2\n4,5,6\n"), None);
        assert_eq!(first("x,y\n  \n\n"), None);
        // What stands above it tells whether it is the header of another table.
        assert_eq!(first("x,y\na,b,c\n4,5,6\n"), None);
    }
}
