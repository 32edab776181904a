//! Fields whose text is not a span of the bytes: without quotes, escapes and NULs, in bytes of their own.

use super::{Fields, Span};
use crate::intake::dialect::Syntax;

/// A record with mended fields.
#[derive(Default)]
pub(super) struct Scratch {
    pub(super) bytes: Vec<u8>,
    pub(super) spans: Vec<Span>,
}

impl Scratch {
    /// The record's fields without quotes, escapes and NULs, one after the other.
    pub(super) fn mend(&mut self, fields: &Fields, bytes: &[u8], syntax: Syntax) {
        self.bytes.clear();
        self.spans.clear();
        let mut mend = fields.mend.iter().copied().peekable();
        for (i, span) in fields.spans.iter().enumerate() {
            let start = self.bytes.len();
            let raw = bytes.get(span.start..span.end).unwrap_or_default();
            if mend.next_if_eq(&i).is_some() {
                unquote(raw, syntax, &mut self.bytes);
            } else {
                self.bytes.extend_from_slice(raw);
            }
            self.spans.push(Span {
                start,
                end: self.bytes.len(),
            });
        }
    }
}

/// A field as it was meant: without its quotes, doubled quotes and escapes undone, and without NULs.
pub(in crate::intake) fn unquote(raw: &[u8], syntax: Syntax, out: &mut Vec<u8>) {
    let blanks = raw
        .iter()
        .take_while(|&&b| syntax.spaced && b == b' ')
        .count();
    let mut rest = raw;
    if let Some(quoted) = raw
        .get(blanks..)
        .and_then(|r| r.strip_prefix(&[syntax.quote]))
    {
        rest = quoted;
        while let Some((&byte, after)) = rest.split_first() {
            let next = after.first().copied();
            let escapes = syntax.escape == Some(byte)
                && (next == Some(syntax.quote) || next == syntax.escape);
            rest = after;
            if escapes || (byte == syntax.quote && next == Some(syntax.quote)) {
                out.extend(next.filter(|&b| b != 0));
                rest = after.get(1..).unwrap_or_default();
            } else if byte == syntax.quote {
                break;
            } else if byte != 0 {
                out.push(byte);
            }
        }
        if syntax.spaced && rest.iter().all(|&b| b == b' ') {
            rest = &[];
        }
    }
    out.extend(rest.iter().filter(|&&b| b != 0));
}
