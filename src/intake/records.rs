//! Bytes in pieces of any size → records. The machine is `csv-core`'s; what is added are the physical lines,
//! a bound on memory and a word on quotes that are never closed.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// The longest cell that is read, in bytes: what a spreadsheet can hold (32,767 characters).
pub const MAX_CELL: usize = 128 * 1024;
/// The longest record that is kept, in bytes; what is over it is measured and forgotten.
const MAX_RECORD: usize = 1024 * 1024;

/// One record, before any decoding.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record<'a> {
    /// The fields without delimiters and quotes, one after the other.
    pub(crate) bytes: &'a [u8],
    /// Where each field ends in `bytes`. May hold fewer than `fields`, and ends beyond `bytes`, where `too_long`.
    pub(crate) ends: &'a [usize],
    /// How many fields there are.
    pub(crate) fields: usize,
    /// The physical line on which the record begins, from 1.
    pub(crate) line: u64,
    /// A field that is longer than any that is read: its index and length.
    pub(crate) too_long: Option<(usize, usize)>,
    /// The file ends inside a quoted field of this record.
    pub(crate) open_quote: bool,
}

impl Record<'_> {
    /// Whether it is a line of blanks: no row.
    fn is_blank(&self) -> bool {
        self.fields == 1
            && self.too_long.is_none()
            && self.bytes.iter().all(u8::is_ascii_whitespace)
    }
}

/// Reads records from pieces of bytes.
pub(crate) struct Records {
    core: Box<Reader>,
    bytes: Vec<u8>,
    filled: usize,
    ends: Vec<usize>,
    ended: usize,
    /// Fields beyond what `ends` may hold, and bytes beyond what `bytes` may hold, are counted and dropped.
    dropped_fields: usize,
    last_end: usize,
    longest: (usize, usize),
    max_fields: usize,
    in_record: bool,
    line: u64,
    /// Line breaks that this reader skipped itself, without showing them to the core.
    skipped: u64,
    after_cr: bool,
}

impl Records {
    /// A reader for this delimiter, at line 1.
    pub(crate) fn new(delimiter: u8) -> Records {
        let mut core = Box::new(ReaderBuilder::new().delimiter(delimiter).build());
        // The core takes a byte-order mark off its first piece, but only where the piece holds all of it. We take
        // marks off ourselves; a first blank line keeps it from trying.
        core.read_record(b"\n", &mut [0; 1], &mut [0; 1]);
        core.set_line(1);
        Records {
            core,
            bytes: vec![0; 1024],
            filled: 0,
            ends: vec![0; 64],
            ended: 0,
            dropped_fields: 0,
            last_end: 0,
            longest: (0, 0),
            max_fields: 4096,
            in_record: false,
            line: 1,
            skipped: 0,
            after_cr: false,
        }
    }

    /// Reads the next piece and hands over each record that ends in it.
    pub(crate) fn push(&mut self, mut piece: &[u8], each: &mut dyn FnMut(Record<'_>)) {
        while !piece.is_empty() {
            if !self.in_record {
                piece = self.skip_breaks(piece);
                if piece.is_empty() {
                    return;
                }
                self.line = self.core.line() + self.skipped;
                self.in_record = true;
            }
            piece = self.step(piece, each);
        }
    }

    /// Tells that there is no more, and hands over the last record.
    pub(crate) fn finish(&mut self, each: &mut dyn FnMut(Record<'_>)) {
        // Outside of quotes a line break ends the record; inside of them it is one more byte, which is taken off again.
        let mut rest: &[u8] = b"\n";
        while self.in_record && !rest.is_empty() {
            rest = self.step(rest, each);
        }
        while self.in_record {
            let ends = self.ends.get_mut(self.ended..).unwrap_or_default();
            let (result, _, wrote, ends) = self.core.read_record(&[], &mut [], ends);
            self.take(wrote, ends);
            match result {
                ReadRecordResult::Record => {
                    self.filled = self.filled.saturating_sub(1);
                    self.last_end = self.last_end.saturating_sub(1);
                    if let Some(end) = self
                        .ended
                        .checked_sub(1)
                        .and_then(|last| self.ends.get_mut(last))
                    {
                        *end = self.last_end;
                    }
                    self.hand_over(true, each);
                }
                ReadRecordResult::OutputEndsFull => self.room_for_ends(),
                _ => self.in_record = false,
            }
        }
    }

    /// Blank lines are no records; they are skipped here so that the line of the next record is known.
    fn skip_breaks<'a>(&mut self, piece: &'a [u8]) -> &'a [u8] {
        for (i, &byte) in piece.iter().enumerate() {
            match byte {
                // The core counted the `\n` that ended a record, not a `\r`; a `\r\n` is one break.
                b'\n' => self.skipped += 1,
                b'\r' if self.after_cr => self.skipped += 1,
                b'\r' => {}
                _ => {
                    self.skipped += u64::from(self.after_cr);
                    self.after_cr = false;
                    return piece.get(i..).unwrap_or_default();
                }
            }
            self.after_cr = byte == b'\r';
        }
        &[]
    }

    fn step<'a>(&mut self, piece: &'a [u8], each: &mut dyn FnMut(Record<'_>)) -> &'a [u8] {
        let (result, read, wrote, ends) = self.core.read_record(
            piece,
            self.bytes.get_mut(self.filled..).unwrap_or_default(),
            self.ends.get_mut(self.ended..).unwrap_or_default(),
        );
        self.take(wrote, ends);
        match result {
            ReadRecordResult::Record => {
                let last = read.checked_sub(1).and_then(|i| piece.get(i));
                self.after_cr = last == Some(&b'\r');
                self.hand_over(false, each);
            }
            ReadRecordResult::OutputFull => self.room_for_bytes(),
            ReadRecordResult::OutputEndsFull => self.room_for_ends(),
            ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
        }
        piece.get(read..).unwrap_or_default()
    }

    fn take(&mut self, wrote: usize, ends: usize) {
        self.filled += wrote;
        for i in self.ended..self.ended + ends {
            let end = self.ends.get(i).copied().unwrap_or(self.last_end);
            let length = end.saturating_sub(self.last_end);
            if length > self.longest.1 {
                self.longest = (i + self.dropped_fields, length);
            }
            self.last_end = end;
        }
        self.ended += ends;
    }

    fn room_for_bytes(&mut self) {
        if self.bytes.len() < MAX_RECORD {
            self.bytes.resize(self.bytes.len() * 2, 0);
        } else {
            self.filled = 0; // overwritten: the record is too long to be read
        }
    }

    fn room_for_ends(&mut self) {
        if self.ends.len() < self.max_fields {
            self.ends.resize(self.ends.len() * 2, 0);
        } else {
            self.dropped_fields += self.ended;
            self.ended = 0;
        }
    }

    fn hand_over(&mut self, open_quote: bool, each: &mut dyn FnMut(Record<'_>)) {
        let over =
            self.longest.1 > MAX_CELL || self.last_end > self.filled || self.dropped_fields > 0;
        let record = Record {
            bytes: self.bytes.get(..self.filled).unwrap_or_default(),
            ends: self.ends.get(..self.ended).unwrap_or_default(),
            fields: self.ended + self.dropped_fields,
            line: self.line,
            too_long: over.then_some(self.longest),
            open_quote,
        };
        if !record.is_blank() {
            each(record);
        }
        (
            self.filled,
            self.ended,
            self.dropped_fields,
            self.last_end,
            self.longest,
        ) = (0, 0, 0, 0, (0, 0));
        self.in_record = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(bytes: &[u8], piece: usize) -> Vec<(u64, Vec<Vec<u8>>, bool)> {
        let mut out = Vec::new();
        let mut each = |r: Record<'_>| {
            let mut from = 0;
            let cells = r.ends.iter().map(|&end| {
                let cell = r.bytes.get(from..end).unwrap_or_default().to_vec();
                from = end;
                cell
            });
            out.push((r.line, cells.collect(), r.open_quote));
        };
        let mut records = Records::new(b',');
        for piece in bytes.chunks(piece) {
            records.push(piece, &mut each);
        }
        records.finish(&mut each);
        out
    }

    #[test]
    fn lines_are_physical_whatever_ends_them() {
        let lines = |text: &str| {
            read(text.as_bytes(), 1)
                .iter()
                .map(|r| r.0)
                .collect::<Vec<_>>()
        };
        assert_eq!(lines("a\nb\nc"), [1, 2, 3]);
        assert_eq!(lines("a\r\nb\r\nc\r\n"), [1, 2, 3]);
        assert_eq!(lines("a\rb\rc\r"), [1, 2, 3]);
        assert_eq!(lines("\n\na\n\n\nb\r\n\r\nc\r\rd"), [3, 6, 8, 10]);
        assert_eq!(lines("a,\"x\ny\"\n  \nb\n"), [1, 4]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told() {
        let open = |text: &str| read(text.as_bytes(), 7).last().map(|r| r.2);
        assert_eq!(open("a,b\n1,\"2\n3,4\n"), Some(true));
        assert_eq!(open("a,b\n1,\"2\"\n"), Some(false));
        assert_eq!(open("a,b\n1,\"2\""), Some(false));
        assert_eq!(open("a,b\n1,2"), Some(false));
    }

    #[test]
    fn memory_is_bounded_and_what_was_too_long_is_measured() {
        let mut text = b"id,note\n1,".to_vec();
        text.extend(std::iter::repeat_n(b'x', 5_000_000));
        text.extend(b"\n2,short\n3");
        text.extend(std::iter::repeat_n(b',', 100_000));
        text.extend(b"\n4,end\n");
        for piece in [999, 1 << 20, text.len()] {
            let mut seen = Vec::new();
            let mut records = Records::new(b',');
            let mut each = |r: Record<'_>| seen.push((r.line, r.fields, r.too_long));
            for piece in text.chunks(piece) {
                records.push(piece, &mut each);
            }
            records.finish(&mut each);
            assert!(records.bytes.len() <= MAX_RECORD && records.ends.len() <= 4096);
            let want = [
                (1, 2, None),
                (2, 2, Some((1, 5_000_000))),
                (3, 2, None),
                (4, 100_001, Some((0, 1))),
                (5, 2, None),
            ];
            assert_eq!(seen, want);
        }
    }

    fn oracle(bytes: &[u8]) -> Vec<Vec<Vec<u8>>> {
        let mut all = Vec::new();
        let mut input = b"\n".to_vec(); // keeps the crate from taking off a mark, as above
        input.extend(bytes);
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(&*input);
        for record in reader.into_byte_records() {
            let cells: Vec<Vec<u8>> = record
                .unwrap_or_default()
                .iter()
                .map(<[u8]>::to_vec)
                .collect();
            if !(cells.len() == 1 && cells[0].iter().all(u8::is_ascii_whitespace)) {
                all.push(cells);
            }
        }
        all
    }

    proptest! {
        #[test]
        fn pieces_read_as_the_csv_crate_reads_the_whole(
            bytes in proptest::collection::vec(prop_oneof![
                Just(b','), Just(b'"'), Just(b'\n'), Just(b'\r'), Just(b'a'), Just(b' '), Just(0xEF), any::<u8>()
            ], 0..200),
            piece in 1usize..20,
        ) {
            let whole = read(&bytes, 1000);
            prop_assert_eq!(&read(&bytes, piece), &whole);
            let cells: Vec<_> = whole.into_iter().map(|r| r.1).collect();
            prop_assert_eq!(cells, oracle(&bytes));
        }
    }
}
