//! Bytes of one file → the rows of its table: decoded, cut into records, and sieved. Of the whole file, or of a range.

use super::encoding::{self, Decode};
use super::guess::{Guess, Head, Hindsight};
use super::ranges;
use super::records::{Record, Records};
use super::sieve::{Kept, Sieve, Sink};
use crate::LARGE;
use crate::encoding::Encoding;

/// The rows of one file. The same rows come wherever its pieces end.
pub(super) struct Feed {
    text: Text,
    /// None where the file is no text, or the range has not begun.
    records: Option<Records>,
    pub(super) sieve: Sieve,
    hindsight: Hindsight,
    /// The first bytes beyond ASCII, where the guess saw none.
    telling: Option<Vec<u8>>,
    /// Records until the sink is asked again whether it takes rows at once, and how many next time.
    wait: u32,
    patience: u32,
    range: Option<Range>,
}

/// A part of the file that is read alone.
struct Range {
    from: u64,
    to: u64,
    /// Its first bytes, until they tell where its first record begins.
    head: Vec<u8>,
    /// Where that is.
    first: Option<u64>,
    /// It cannot be told.
    lost: bool,
}

/// How bytes become UTF-8.
enum Text {
    /// They are. Bytes of a byte-order mark that were seen; None once the text has begun.
    Utf8(Option<usize>),
    /// By a door's decoder.
    Decoded(Box<dyn Decode>, String),
}

/// How many bytes are looked at to tell the encoding of a file that begins with plain ASCII.
const TELLING: usize = 64 * 1024;

type Each<'a> = &'a mut dyn Sink;

impl Feed {
    pub(super) fn new(guess: &Guess, head: &Head<'_>) -> Feed {
        Feed {
            text: match guess.encoding {
                Encoding::Utf8 => Text::Utf8(Some(0)),
                other => Text::Decoded((head.decoders)(other), String::new()),
            },
            records: guess.no_text.is_none().then(|| Records::new(guess.syntax)),
            sieve: Sieve::new(guess.place.clone()),
            hindsight: head.hindsight.clone(),
            telling: guess.ascii.then(Vec::new),
            wait: 0,
            patience: 0,
            range: None,
        }
    }

    /// Whether ranges of the file can be read alone.
    pub(super) fn splits(&self) -> bool {
        matches!(self.text, Text::Utf8(_)) && self.hindsight == Hindsight::default()
    }

    /// A feed of the records that begin behind `from` and not behind `to`, of a file that begins so.
    pub(super) fn range(guess: &Guess, head: &Head<'_>, from: u64, to: u64) -> Feed {
        let mut feed = Feed::new(guess, head);
        let mut records = Records::new(guess.syntax);
        let mut rest = head
            .bytes
            .strip_prefix(encoding::MARK)
            .unwrap_or(head.bytes);
        while !feed.sieve.is_past_header() && !rest.is_empty() {
            let read = records.one(rest, &mut |record| {
                feed.sieve.take(record, &mut |_: Kept<'_>| {})
            });
            rest = rest.get(read..).unwrap_or_default();
        }
        feed.sieve = feed.sieve.amid();
        feed.text = Text::Utf8(None);
        feed.range = Some(Range {
            from,
            to,
            head: Vec::new(),
            first: None,
            lost: false,
        });
        feed
    }

    /// No record that begins behind this place is to be read.
    pub(super) fn limit(&mut self, to: u64) {
        if let Some(records) = &mut self.records {
            records.limit = to;
        }
    }

    /// Whether no more bytes are wanted.
    pub(super) fn is_done(&self) -> bool {
        let ended = |records: &Records| records.end.is_some();
        self.range.as_ref().is_some_and(|range| range.lost)
            || self.records.as_ref().is_some_and(ended)
    }

    /// Reads the next piece of the file's bytes.
    pub(super) fn push(&mut self, piece: &[u8], each: Each<'_>) {
        self.look(piece);
        match &mut self.text {
            Text::Utf8(None) if LARGE && self.range.is_some() => self.push_range(piece, each),
            Text::Utf8(None) => self.split(piece, each),
            Text::Utf8(_) => {
                let text = self.skip_mark(piece, each);
                self.split(text, each);
            }
            Text::Decoded(..) => self.decode(piece, false, each),
        }
    }

    fn push_range(&mut self, piece: &[u8], each: Each<'_>) {
        match &mut self.range {
            Some(range) if range.first.is_none() => {
                range.head.extend_from_slice(piece);
                if range.head.len() >= ranges::ENTRY {
                    self.enter(each);
                }
            }
            _ => self.split(piece, each),
        }
    }

    /// Begins with the range's first record.
    fn enter(&mut self, each: Each<'_>) {
        let (Some(range), Some(records)) = (&mut self.range, &self.records) else {
            return;
        };
        let syntax = records.syntax;
        let head = std::mem::take(&mut range.head);
        let Some(at) = ranges::first_record(&head, syntax, self.sieve.width()) else {
            range.lost = true;
            return;
        };
        let first = range.from + at as u64;
        range.first = Some(first);
        let line = ranges::first_line(range.from);
        self.records = Some(Records::at(syntax, first, line, range.to));
        self.split(head.get(at..).unwrap_or_default(), each);
    }

    /// Tells that there are no more bytes. What comes back is what the whole file showed and its first bytes did not:
    /// then the file is to be read again, by a feed that knows it.
    pub(super) fn finish(&mut self, each: Each<'_>) -> Option<Hindsight> {
        match self.text {
            Text::Utf8(Some(seen @ 1..)) => {
                self.split(encoding::MARK.get(..seen).unwrap_or_default(), each);
            }
            Text::Utf8(_) => {}
            Text::Decoded(..) => self.decode(&[], true, each),
        }
        self.finish_records(each);
        let telling = self.telling.as_deref().filter(|bytes| !bytes.is_empty());
        let found = telling.map(encoding::of_text);
        let hindsight = Hindsight {
            encoding: found
                .filter(|found| found.encoding() != Encoding::Utf8)
                .or_else(|| self.hindsight.encoding.clone()),
            table: self.sieve.larger().or(self.hindsight.table),
            ..self.hindsight.clone()
        };
        (hindsight != self.hindsight).then_some(hindsight)
    }

    fn finish_records(&mut self, each: Each<'_>) {
        if let Some(records) = &mut self.records
            && records.end.is_none()
        {
            let sieve = &mut self.sieve;
            records.finish(&mut |record| sieve.take(record, each));
            sieve.finish(each);
        }
    }

    /// What was known of the whole file before.
    pub(super) fn known(&self) -> &Hindsight {
        &self.hindsight
    }

    /// Ends a range, at the file's end or where its last record ends.
    pub(super) fn leave(&mut self, at_end: bool, each: Each<'_>) -> ranges::Stretch {
        if self
            .range
            .as_ref()
            .is_some_and(|range| range.first.is_none())
        {
            self.enter(each);
        }
        if at_end {
            self.finish_records(each);
        }
        ranges::Stretch {
            telling: self.telling.take(),
            ..self.stretch(at_end)
        }
    }

    /// Where the records are that were read, and what the sieve left out of them.
    pub(super) fn stretch(&self, at_end: bool) -> ranges::Stretch {
        let next = self.records.as_ref().and_then(|records| records.end);
        let told = |bytes: &Vec<u8>| bytes.is_empty() || bytes.len() == TELLING || at_end;
        let lost = self.range.as_ref().is_some_and(|range| range.lost);
        let line = self.records.as_ref().map_or(1, |records| records.line);
        ranges::Stretch {
            from: self.range.as_ref().map_or(0, |range| range.from),
            first: self
                .range
                .as_ref()
                .and_then(|range| range.first)
                .unwrap_or(0),
            next,
            settled: !lost
                && next.map_or(at_end, |_| self.sieve.is_settled(line))
                && self.telling.as_ref().is_none_or(told),
            lines: ranges::split_line(line).1 - 1,
            sieve: self.sieve.told().clone(),
            ..ranges::Stretch::default()
        }
    }

    /// Adds the rows of the next range, whose lines are so many further down.
    pub(super) fn append(&mut self, next: ranges::Stretch, line: &dyn Fn(u64) -> u64) -> bool {
        if self.telling.as_ref().is_some_and(Vec::is_empty) {
            self.telling = next.telling;
        }
        self.sieve.append(next.sieve, line)
    }

    /// Keeps the first bytes beyond ASCII.
    fn look(&mut self, piece: &[u8]) {
        let Some(telling) = &mut self.telling else {
            return;
        };
        let from = match telling.is_empty() {
            true if piece.is_ascii() => return,
            true => piece.iter().position(|b| !b.is_ascii()).unwrap_or(0),
            false => 0,
        };
        let room = TELLING.saturating_sub(telling.len());
        telling.extend(piece.iter().skip(from).take(room));
    }

    fn decode(&mut self, piece: &[u8], last: bool, each: Each<'_>) {
        let Text::Decoded(decoder, text) = &mut self.text else {
            return;
        };
        let mut text = std::mem::take(text);
        text.clear();
        decoder.decode(piece, last, &mut text);
        self.split(text.as_bytes(), each);
        if let Text::Decoded(_, kept) = &mut self.text {
            *kept = text;
        }
    }

    fn split(&mut self, mut text: &[u8], each: Each<'_>) {
        let (Some(records), sieve) = (&mut self.records, &mut self.sieve) else {
            return;
        };
        while LARGE && !text.is_empty() {
            if self.wait == 0 && records.is_between() && sieve.is_settled(records.line) {
                let (bytes, rows) = each.swift(text, records.room(), records.line);
                let (read, rest) = text.split_at_checked(bytes).unwrap_or((text, &[]));
                records.skip(read, rows);
                sieve.skip(rows);
                // Where it takes nothing it is asked seldom.
                self.patience = match rows {
                    0 => (self.patience * 2 + 1).min(255),
                    _ => 0,
                };
                (self.wait, text) = (self.patience, rest);
            }
            self.wait = self.wait.saturating_sub(1);
            let read = records.one(text, &mut |record: Record<'_>| {
                sieve.take(record, each);
            });
            text = text.get(read..).unwrap_or_default();
        }
        if !LARGE {
            records.push(text, &mut |record: Record<'_>| {
                sieve.take(record, each);
            });
        }
    }

    /// Steps over a byte-order mark at the start, wherever the pieces end.
    fn skip_mark<'a>(&mut self, piece: &'a [u8], each: Each<'_>) -> &'a [u8] {
        let mut rest = piece;
        while let Text::Utf8(Some(seen)) = self.text {
            match (rest.split_first(), encoding::MARK.get(seen)) {
                (_, None) => self.text = Text::Utf8(None),
                (None, _) => return rest,
                (Some((byte, after)), Some(want)) if byte == want => {
                    (self.text, rest) = (Text::Utf8(Some(seen + 1)), after);
                }
                _ => {
                    self.text = Text::Utf8(None);
                    self.split(encoding::MARK.get(..seen).unwrap_or_default(), each);
                }
            }
        }
        rest
    }
}
