//! Which records are rows of the table: what stands before it, repeats its header, sums it up or follows it is not,
//! and is told. A table beside it is counted, so that the largest can be read.

mod told;

use super::cells::Number;
use super::encoding;
use super::records::{Record, Span, is_blank};
use super::sample::{Place, begins_another, texts};
use super::{cells, columns, words};
use crate::issue::listed;
use told::Other;
pub(super) use told::Told;

/// Records that may be the end of a file; where more of them follow each other they are rows.
const TAIL: usize = 32;

/// What a record is.
pub(super) enum Kept<'a> {
    /// A record of the header.
    #[cfg_attr(target_arch = "wasm32", allow(dead_code))] // only the terminal prints tables
    Header(Record<'a>),
    /// A row.
    Row(Record<'a>),
}

/// What takes the records of a table.
pub(super) trait Sink {
    /// Takes a record.
    fn take(&mut self, kept: Kept<'_>);

    /// Takes whole rows from the text's beginning, each on a line of its own, that are rows beyond doubt and begin
    /// before `limit`; how many bytes and rows.
    fn swift(&mut self, _text: &[u8], _limit: usize, _line: u64) -> (usize, u64) {
        (0, 0)
    }
}

impl<F: FnMut(Kept<'_>)> Sink for F {
    fn take(&mut self, kept: Kept<'_>) {
        self(kept);
    }
}

/// A record that was kept back.
struct Held {
    bytes: Vec<u8>,
    spans: Vec<Span>,
    fields: usize,
    line: u64,
    after_blank: bool,
    open_quote: Option<usize>,
    had_nul: bool,
}

impl Held {
    fn of(record: &Record<'_>) -> Held {
        Held {
            bytes: record.bytes.to_vec(),
            spans: record.spans.to_vec(),
            fields: record.fields,
            line: record.line,
            after_blank: record.after_blank,
            open_quote: record.open_quote,
            had_nul: record.had_nul,
        }
    }

    fn record(&self) -> Record<'_> {
        Record {
            bytes: &self.bytes,
            spans: &self.spans,
            fields: self.fields,
            line: self.line,
            after_blank: self.after_blank,
            too_long: None,
            open_quote: self.open_quote,
            had_nul: self.had_nul,
        }
    }
}

/// Keeps the rows of one table.
pub(super) struct Sieve {
    place: Place,
    /// Records of the header that are still to come.
    header_left: usize,
    /// The header's records, to know them where they are repeated.
    header: Vec<Vec<String>>,
    /// Records that are rows only if rows follow.
    tail: Vec<Held>,
    in_other: bool,
    /// What may begin another table, until the next record shows whether it does.
    doubt: Option<Held>,
    told: Told,
}

impl Sieve {
    pub(super) fn new(place: Place) -> Sieve {
        Sieve {
            header_left: place.header,
            place,
            header: Vec::new(),
            tail: Vec::new(),
            in_other: false,
            doubt: None,
            told: Told::default(),
        }
    }

    /// Whether the next record, on this line, is a row if it looks like one, whatever came before.
    pub(super) fn is_settled(&self, line: u64) -> bool {
        self.header_left == 0
            && line >= self.place.line
            && self.tail.is_empty()
            && self.doubt.is_none()
            && !self.in_other
    }

    /// Whether the header was read.
    pub(super) fn is_past_header(&self) -> bool {
        self.header_left == 0
    }

    /// How many columns the table has.
    pub(super) fn width(&self) -> usize {
        self.place.width
    }

    /// Goes on from some row of the table, with the header as it was read and nothing told.
    pub(super) fn amid(self) -> Sieve {
        Sieve {
            header: self.header,
            header_left: 0,
            ..Sieve::new(Place {
                line: 0,
                ..self.place
            })
        }
    }

    /// What was kept and left out so far.
    pub(super) fn told(&self) -> &Told {
        &self.told
    }

    /// Adds what was kept and left out of the rows that follow.
    pub(super) fn append(&mut self, next: Told, line: &dyn Fn(u64) -> u64) -> bool {
        self.told.append(next, line)
    }

    /// Rows that were read elsewhere and are nothing else.
    pub(super) fn skip(&mut self, rows: u64) {
        self.told.rows += rows;
    }

    /// Takes the next record, and hands on those that are known to be the table's.
    pub(super) fn take(&mut self, record: Record<'_>, each: &mut dyn Sink) {
        if record.line < self.place.line {
            self.above(record);
            return;
        }
        if record.line == self.place.line {
            self.in_other = false;
            if let Some(doubt) = self.doubt.take() {
                self.told.outside.tell(&doubt.record());
            }
        }
        if self.header_left > 0 {
            self.header_left -= 1;
            self.header.push(texts(&record));
            each.take(Kept::Header(record));
            return;
        }
        if let Some(doubt) = self.doubt.take() {
            self.decide(&doubt, &record, each);
        }
        if self.is_header(&record) {
            self.in_other = false;
            self.told.repeated.tell(&record);
        } else if (record.after_blank || !self.tail.is_empty())
            && record.too_long.is_none()
            && filled(&record) > 1
        {
            self.doubt = Some(Held::of(&record));
        } else {
            self.row(record, each);
        }
    }

    /// Whether it says what a record of the header says.
    fn is_header(&self, record: &Record<'_>) -> bool {
        let first = encoding::text(record.field(0)).0;
        let first = cells::plain(&first);
        // Almost every row is known by its first cell.
        let is = |line: &Vec<String>| {
            line.first().is_some_and(|cell| cell == first) && *line == texts(record)
        };
        self.header.iter().any(is)
    }

    /// What stands before the table: a table of at least three columns, or lines.
    fn above(&mut self, record: Record<'_>) {
        if let Some(doubt) = self.doubt.take() {
            let (first, next) = (texts(&doubt.record()), texts(&record));
            self.in_other = begins_another(&[&first, &next], None, false);
            if self.in_other {
                self.other(&doubt, &first);
            } else {
                self.told.outside.tell(&doubt.record());
            }
        }
        self.in_other &= !record.after_blank;
        if let (true, Some(other)) = (self.in_other, self.told.others.last_mut()) {
            other.rows += 1;
        } else if record.too_long.is_none() && record.fields > 2 && filled(&record) > 1 {
            self.doubt = Some(Held::of(&record));
        } else if !record.field(0).starts_with(b"sep=") {
            // `sep=;` is an instruction, and was followed.
            self.told.outside.tell(&record);
        }
    }

    fn other(&mut self, first: &Held, header: &[String]) {
        self.told.others.push(Other {
            line: first.line,
            rows: 0,
            header: listed(&mut header.iter().map(String::as_str)),
        });
    }

    /// Tells that no record follows.
    pub(super) fn finish(&mut self, each: &mut dyn Sink) {
        if let Some(doubt) = self.doubt.take() {
            self.row(doubt.record(), each);
        }
        // What is not followed by a row is no row.
        for held in std::mem::take(&mut self.tail) {
            self.told.outside.tell(&held.record());
        }
    }

    fn decide(&mut self, doubt: &Held, next: &Record<'_>, each: &mut dyn Sink) {
        let (first, next) = (texts(&doubt.record()), texts(next));
        let header = self.header.last().map(Vec::as_slice);
        if begins_another(&[&first, &next], header, !self.tail.is_empty()) {
            for held in std::mem::take(&mut self.tail) {
                self.told.outside.tell(&held.record());
            }
            self.in_other = true;
            self.other(doubt, &first);
        } else {
            self.row(doubt.record(), each);
        }
    }

    fn row(&mut self, record: Record<'_>, each: &mut dyn Sink) {
        if self.in_other {
            if let Some(other) = self.told.others.last_mut() {
                other.rows += 1;
            }
        } else if is_total(&record) {
            self.told.outside.tell(&record);
        } else if self.is_odd(&record) && self.tail.len() < TAIL {
            self.tail.push(Held::of(&record));
        } else {
            for held in std::mem::take(&mut self.tail) {
                self.told.rows += 1;
                each.take(Kept::Row(held.record()));
            }
            self.told.rows += 1;
            each.take(Kept::Row(record));
        }
    }

    /// Whether it is hardly a row: all blank, or a sentence where there are several columns. An id alone is a row.
    fn is_odd(&self, record: &Record<'_>) -> bool {
        if self.place.width < 2 || record.too_long.is_some() || record.open_quote.is_some() {
            return false;
        }
        let filled = filled(record);
        if filled == 0 {
            return true;
        }
        let alone = filled == 1 && record.fields == 1 && self.place.width > 2;
        if filled > 1 && record.fields >= self.place.width {
            return false;
        }
        let mut cells = (0..record.fields).map(|i| record.field(i));
        let first = cells.find(|cell| !is_blank(cell)).unwrap_or_default();
        let blanks = first
            .trim_ascii()
            .iter()
            .filter(|b| b.is_ascii_whitespace());
        match blanks.count() {
            0 => alone && (record.after_blank || !self.tail.is_empty()),
            1 => alone,
            _ => true,
        }
    }

    /// The line of another table that has more rows than this one: it should have been read.
    pub(super) fn larger(&self) -> Option<u64> {
        let largest = self
            .told
            .others
            .iter()
            .filter(|other| other.line > self.place.line) // what stands above was seen when this was chosen
            .max_by_key(|other| (other.rows, std::cmp::Reverse(other.line)))?;
        (largest.rows > self.told.rows).then_some(largest.line)
    }
}

/// How many cells are not blank, as far as two.
fn filled(record: &Record<'_>) -> usize {
    let told = |i: &usize| !is_blank(record.field(*i));
    (0..record.fields).filter(told).take(2).count()
}

/// Whether it sums up the rows: a word for a total, and beside it nothing but numbers.
fn is_total(record: &Record<'_>) -> bool {
    let mut cells = (0..record.fields)
        .map(|i| record.field(i))
        .filter(|cell| !is_blank(cell));
    let Some(first) = cells.next() else {
        return false;
    };
    // Almost every row is known by its first byte.
    if !matches!(
        first.first(),
        Some(b't' | b'T' | b'g' | b'G' | b's' | b'S' | b' ' | b'*' | 0xEA..=0xED)
    ) {
        return false;
    }
    let is_number = |cell: &[u8]| {
        let text = encoding::text(cell).0;
        cells::number(cells::trim(&text), None) != Number::Unreadable
    };
    let text = encoding::text(first).0;
    let word = text.split(['(', ':']).next().unwrap_or_default();
    // Ids in Korean begin like the words, and most of them have digits.
    !word.bytes().any(|b| b.is_ascii_digit())
        && words::is_among(&columns::fold(word), words::list("total"))
        && cells.all(is_number)
}
