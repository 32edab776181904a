//! Bytes in pieces of any size → records. Fields are spans of the bytes as they stand; only a field with doubled
//! quotes, escapes or NULs is copied. Read as the `csv` crate reads, but for a quote that is never closed: it does
//! not swallow the rows after its own.

mod fields;
mod machine;
mod mend;
mod record;

use super::dialect::Syntax;
use crate::LARGE;
use fields::Fields;
use machine::{BREAK, DELIMITER, ESCAPE, Event, NUL, QUOTE, State};
use mend::Scratch;
pub(super) use mend::unquote;
pub(crate) use record::{Record, Span, is_blank};

/// The longest cell that is read, in bytes: what a spreadsheet can hold (32,767 characters).
pub const MAX_CELL: usize = 128 * 1024;
/// The longest record that is kept, in bytes; what is over it is measured and forgotten. A quote that is open for
/// longer, over a line break, is one that is never closed.
const MAX_RECORD: usize = 1024 * 1024;

/// Reads records from pieces of bytes.
pub(crate) struct Records {
    pub(crate) syntax: Syntax,
    classes: [u8; 256],
    state: State,
    /// The bytes of the record being read that came in earlier pieces, unless there are too many.
    carry: Vec<u8>,
    /// How many came, kept or not.
    carried: usize,
    /// The byte before the next one.
    last: u8,
    /// The place in the file of the piece's first byte.
    offset: u64,
    /// No record that begins behind this place is read; and where the first of them begins.
    pub(crate) limit: u64,
    pub(crate) end: Option<u64>,
    /// The line of the next byte.
    pub(crate) line: u64,
    fields: Fields,
    record_line: u64,
    after_blank: bool,
    /// The first line break between the quotes that are open: its place in the record, and the line after it.
    break_inside: Option<(usize, u64)>,
    /// Quotes with something between them and the delimiter: signs of another dialect.
    pub(crate) strays: u64,
    scratch: Scratch,
}

impl Records {
    /// A reader for this syntax, at line 1.
    pub(crate) fn new(syntax: Syntax) -> Records {
        let mut classes = [0; 256];
        let mut is = |byte: u8, class: u8| {
            if let Some(slot) = classes.get_mut(usize::from(byte)) {
                *slot |= class;
            }
        };
        is(syntax.delimiter, DELIMITER);
        is(b'\n', BREAK);
        is(b'\r', BREAK);
        is(0, NUL);
        is(syntax.quote, QUOTE);
        if let Some(escape) = syntax.escape {
            is(escape, ESCAPE);
        }
        Records {
            syntax,
            classes,
            state: State::Start,
            carry: Vec::new(),
            carried: 0,
            last: 0,
            offset: 0,
            limit: u64::MAX,
            end: None,
            line: 1,
            fields: Fields::default(),
            record_line: 1,
            after_blank: false,
            break_inside: None,
            strays: 0,
            scratch: Scratch::default(),
        }
    }

    /// A reader that begins amid a record: between quotes, or not.
    pub(crate) fn amid(syntax: Syntax, quoted: bool) -> Records {
        Records {
            state: if quoted { State::Quoted } else { State::Plain },
            ..Records::new(syntax)
        }
    }

    /// A reader that begins with the record at `offset`, which is told to stand on this line. None that begins behind
    /// `limit` is read.
    pub(crate) fn at(syntax: Syntax, offset: u64, line: u64, limit: u64) -> Records {
        Records {
            offset,
            line,
            limit,
            ..Records::new(syntax)
        }
    }

    /// Reads the next piece and hands over each record that ends in it.
    pub(crate) fn push(&mut self, piece: &[u8], each: &mut dyn FnMut(Record<'_>)) {
        self.advance(piece, false, each);
    }

    /// Reads on to the end of a record, or of the piece; how many bytes were read.
    pub(crate) fn one(&mut self, piece: &[u8], each: &mut dyn FnMut(Record<'_>)) -> usize {
        self.advance(piece, true, each)
    }

    fn advance(&mut self, piece: &[u8], once: bool, each: &mut dyn FnMut(Record<'_>)) -> usize {
        if LARGE && self.end.is_some() {
            return piece.len();
        }
        // Where the record being read begins in the piece, or goes on from earlier ones; and the next byte.
        let (mut from, mut at) = (0, 0);
        loop {
            match self.scan(piece, from, &mut at) {
                Event::PieceEnds => break,
                Event::LimitReached => return piece.len(),
                Event::RecordEnds(end) => {
                    let blank = self.fields.count == 0;
                    if !blank {
                        self.hand_over(piece.get(from..end).unwrap_or_default(), None, each);
                    }
                    let new_line = self.count_break(piece, end);
                    self.after_blank |= blank && new_line;
                    (from, at) = (end + 1, end + 1);
                    if once && !blank {
                        // With the other half of its line break, if that is here.
                        at += usize::from(piece.get(end..end + 2) == Some(b"\r\n"));
                        self.passed(piece.get(..at).unwrap_or_default());
                        return at;
                    }
                }
                Event::NeverClosed => {
                    (from, at) = self.give_up_quote(piece, from, each);
                }
            }
        }
        let rest = piece.get(from..).unwrap_or_default();
        self.carried += rest.len();
        if self.carried <= MAX_RECORD {
            self.carry.extend_from_slice(rest);
        } else {
            self.carry = Vec::new(); // too long to be read: only measured from here on
        }
        self.passed(piece);
        piece.len()
    }

    fn passed(&mut self, bytes: &[u8]) {
        self.offset += bytes.len() as u64;
        self.last = bytes.last().copied().unwrap_or(self.last);
    }

    /// Whether a record may begin with the next byte.
    pub(crate) fn is_between(&self) -> bool {
        self.end.is_none()
            && self.state == State::Start
            && self.carried == 0
            && self.fields.count == 0
    }

    /// Bytes of the next piece in which a record may begin.
    pub(crate) fn room(&self) -> usize {
        let room = self.limit.saturating_add(1).saturating_sub(self.offset);
        usize::try_from(room).unwrap_or(usize::MAX)
    }

    /// Steps over whole records, each on a line of its own, that were read elsewhere.
    pub(crate) fn skip(&mut self, bytes: &[u8], lines: u64) {
        self.passed(bytes);
        self.line += lines;
        self.after_blank &= lines == 0;
    }

    /// Tells that there is no more, and hands over the last record.
    pub(crate) fn finish(&mut self, each: &mut dyn FnMut(Record<'_>)) {
        loop {
            let open = matches!(self.state, State::Quoted | State::Escaped);
            if open && self.break_inside.is_some() {
                self.give_up_quote(&[], 0, each); // what follows its line is read again
                continue;
            }
            if self.carried > 0 {
                let field = open.then_some(self.fields.count);
                if open {
                    (self.fields.quotes, self.fields.dirty) = (None, false);
                }
                self.fields.end(self.carried);
                self.hand_over(&[], field, each);
            }
            return;
        }
    }

    /// Counts the line break at `at`, unless it is the second half of one.
    fn count_break(&mut self, piece: &[u8], at: usize) -> bool {
        let before = match at.checked_sub(1) {
            Some(before) => piece.get(before).copied(),
            None => Some(self.last),
        };
        let counts = piece.get(at) == Some(&b'\r') || before != Some(b'\r');
        self.line += u64::from(counts);
        counts
    }

    /// Hands over the record that ends with this part of a piece.
    fn hand_over(
        &mut self,
        part: &[u8],
        open_quote: Option<usize>,
        each: &mut dyn FnMut(Record<'_>),
    ) {
        let length = self.carried + part.len();
        if self.carried == 0 {
            self.emit(part, length, open_quote, each);
        } else {
            let mut carry = std::mem::take(&mut self.carry);
            if length <= MAX_RECORD {
                carry.extend_from_slice(part);
            }
            self.emit(&carry, length, open_quote, each);
            carry.clear();
            self.carry = carry;
        }
        self.carried = 0;
    }

    fn emit(
        &mut self,
        bytes: &[u8],
        length: usize,
        open_quote: Option<usize>,
        each: &mut dyn FnMut(Record<'_>),
    ) {
        let fields = &self.fields;
        let too_long =
            fields.longest.1 > MAX_CELL || length > MAX_RECORD || fields.count > fields.spans.len();
        let bytes = if length > MAX_RECORD { &[] } else { bytes };
        let (bytes, spans) = if fields.mend.is_empty() || bytes.is_empty() {
            (bytes, fields.spans.as_slice())
        } else {
            self.scratch.mend(fields, bytes, self.syntax);
            (self.scratch.bytes.as_slice(), self.scratch.spans.as_slice())
        };
        let record = Record {
            bytes,
            spans,
            fields: fields.count,
            line: self.record_line,
            after_blank: self.after_blank,
            too_long: too_long.then_some(fields.longest),
            open_quote,
            had_nul: fields.had_nul,
        };
        // A line of blanks is no row.
        self.after_blank = record.fields == 1 && record.is_blank();
        if !self.after_blank {
            each(record);
        }
        self.fields.clear();
        (self.state, self.break_inside) = (State::Start, None);
    }

    /// Ends the record at the first line break between the quotes that are open, and reads on after it. Where the
    /// next record begins in the piece, and the next byte.
    fn give_up_quote(
        &mut self,
        piece: &[u8],
        from: usize,
        each: &mut dyn FnMut(Record<'_>),
    ) -> (usize, usize) {
        let Some((at, line)) = self.break_inside else {
            return (from, piece.len());
        };
        let field = Some(self.fields.count);
        (self.fields.quotes, self.fields.dirty) = (None, false);
        self.fields.end(at);
        let in_piece = at.checked_sub(self.carried).map(|after| from + after);
        if let Some(end) = in_piece {
            self.hand_over(piece.get(from..end).unwrap_or_default(), field, each);
            self.line = line;
            return (end + 1, end + 1);
        }
        let carry = std::mem::take(&mut self.carry);
        let (own, rest) = carry.split_at_checked(at).unwrap_or((&carry, &[]));
        self.emit(own, at, field, each);
        (self.carried, self.line) = (0, line);
        if let Some((&end, rest)) = rest.split_first() {
            self.last = end;
            let after = self.offset;
            self.offset -= rest.len() as u64;
            self.push(rest, each);
            self.offset = after;
        }
        (0, 0)
    }
}

#[cfg(test)]
mod tests;
