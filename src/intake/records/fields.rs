//! The fields of the record that is being read.

use super::Span;

/// The most fields of a record that are kept, as many as a sheet of Excel has columns; what is over them is counted.
const MAX_FIELDS: usize = 16_384;

/// The fields of the record being read. Places are counted from the record's first byte.
#[derive(Default)]
pub(super) struct Fields {
    /// As they stand, with quotes where `mend` says so.
    pub(super) spans: Vec<Span>,
    /// Indexes of fields whose text is not a span of the bytes.
    pub(super) mend: Vec<usize>,
    pub(super) count: usize,
    pub(super) longest: (usize, usize),
    /// The field being read: where it begins, where its quotes open and close, whether it must be mended.
    start: usize,
    pub(super) quotes: Option<Span>,
    pub(super) dirty: bool,
    pub(super) had_nul: bool,
}

impl Fields {
    pub(super) fn end(&mut self, at: usize) {
        let raw = Span {
            start: self.start,
            end: at,
        };
        let span = match self.quotes {
            Some(quotes) if !self.dirty => Span {
                start: quotes.start + 1,
                end: quotes.end,
            },
            _ => raw,
        };
        let length = span.end.saturating_sub(span.start);
        if length > self.longest.1 {
            self.longest = (self.count, length);
        }
        if self.spans.len() < MAX_FIELDS {
            if self.dirty {
                self.mend.push(self.spans.len());
            }
            self.spans.push(span);
        }
        self.count += 1;
        (self.start, self.quotes, self.dirty) = (at + 1, None, false);
    }

    pub(super) fn clear(&mut self) {
        self.spans.clear();
        self.mend.clear();
        (self.count, self.longest, self.start) = (0, (0, 0), 0);
        (self.quotes, self.dirty, self.had_nul) = (None, false, false);
    }
}
