//! Bytes of one file → the rows of its table: decoded, cut into records, and sieved.

use super::encoding::{self, Decode};
use super::guess::{Guess, Head, Hindsight};
use super::records::{Record, Records};
use super::sieve::{Kept, Sieve};
use crate::encoding::Encoding;

/// The rows of one file. The same rows come wherever its pieces end.
pub(super) struct Feed {
    text: Text,
    /// None where the file is no text.
    records: Option<Records>,
    pub(super) sieve: Sieve,
    hindsight: Hindsight,
    /// The first bytes beyond ASCII, where the guess saw none.
    telling: Option<Vec<u8>>,
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

type Each<'a> = &'a mut dyn FnMut(Kept<'_>);

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
        }
    }

    /// Reads the next piece of the file's bytes.
    pub(super) fn push(&mut self, piece: &[u8], each: Each<'_>) {
        self.look(piece);
        match &mut self.text {
            Text::Utf8(None) => self.split(piece, each),
            Text::Utf8(_) => {
                let text = self.skip_mark(piece, each);
                self.split(text, each);
            }
            Text::Decoded(..) => self.decode(piece, false, each),
        }
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
        if let Some(mut records) = self.records.take() {
            records.finish(&mut |record| self.sieve.take(record, each));
            self.sieve.finish(each);
        }
        let telling = self.telling.as_deref().filter(|bytes| !bytes.is_empty());
        let found = telling.map(encoding::of_text);
        let hindsight = Hindsight {
            encoding: found
                .filter(|found| found.encoding() != Encoding::Utf8)
                .or_else(|| self.hindsight.encoding.clone()),
            table: self.sieve.larger().or(self.hindsight.table),
            readings: self.hindsight.readings.clone(),
        };
        (hindsight != self.hindsight).then_some(hindsight)
    }

    /// What was known of the whole file before.
    pub(super) fn known(&self) -> &Hindsight {
        &self.hindsight
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

    fn split(&mut self, text: &[u8], each: Each<'_>) {
        if let Some(records) = &mut self.records {
            let sieve = &mut self.sieve;
            records.push(text, &mut |record: Record<'_>| sieve.take(record, each));
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
