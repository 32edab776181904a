//! From byte to byte: where a field, a record or a quote ends.

use super::{MAX_RECORD, Records, Span};
use crate::LARGE;

#[derive(Clone, Copy, PartialEq)]
pub(super) enum State {
    /// Before a field, or in the blanks before its quote.
    Start,
    /// In a field without quotes, or after its quotes.
    Plain,
    /// Between quotes.
    Quoted,
    /// After a quote that may have closed the field.
    Closed,
    /// After an escape between quotes.
    Escaped,
}

/// What a byte is to the scanner.
pub(super) const DELIMITER: u8 = 1;
pub(super) const BREAK: u8 = 2;
pub(super) const NUL: u8 = 4;
pub(super) const QUOTE: u8 = 8;
pub(super) const ESCAPE: u8 = 16;

/// Where a scan ended.
pub(super) enum Event {
    /// The piece has no more bytes.
    PieceEnds,
    /// A record begins behind the limit.
    LimitReached,
    /// A record ends before this byte of the piece, a line break.
    RecordEnds(usize),
    /// The quote that is open was never meant to be closed.
    NeverClosed,
}

impl Records {
    /// Goes on from `at` until something has to be done. `from` is where the record begins in the piece.
    pub(super) fn scan(&mut self, piece: &[u8], from: usize, at: &mut usize) -> Event {
        let base = self.carried;
        let place = |at: usize| base + (at - from);
        while let Some(&byte) = piece.get(*at) {
            let class = self.class(byte);
            match self.state {
                State::Start => {
                    if class & BREAK != 0 && place(*at) == 0 {
                        // A blank line, or the second half of a break.
                        return Event::RecordEnds(*at);
                    }
                    if place(*at) == 0 {
                        if LARGE && self.offset + *at as u64 > self.limit {
                            self.end.get_or_insert(self.offset + *at as u64);
                            return Event::LimitReached;
                        }
                        self.record_line = self.line;
                    }
                    if class & QUOTE != 0 {
                        self.fields.quotes = Some(Span {
                            start: place(*at),
                            end: 0,
                        });
                        self.break_inside = None;
                        self.state = State::Quoted;
                        *at += 1;
                    } else if self.syntax.spaced && byte == b' ' {
                        *at += 1;
                    } else {
                        self.state = State::Plain;
                    }
                }
                State::Plain => {
                    let rest = piece.get(*at..).unwrap_or_default();
                    let stop = DELIMITER | BREAK | NUL;
                    let plain = rest.iter().position(|&b| self.class(b) & stop != 0);
                    let Some(plain) = plain else {
                        *at = piece.len();
                        break;
                    };
                    *at += plain;
                    let class = piece.get(*at).map_or(0, |&b| self.class(b));
                    if let Some(event) = self.stop(class, place(*at), at) {
                        return event;
                    }
                }
                State::Quoted => {
                    let rest = piece.get(*at..).unwrap_or_default();
                    let stop = QUOTE | ESCAPE | BREAK | NUL;
                    let text = rest.iter().position(|&b| self.class(b) & stop != 0);
                    let Some(text) = text else {
                        *at = piece.len();
                        break;
                    };
                    *at += text;
                    let byte = piece.get(*at).copied().unwrap_or_default();
                    let class = self.class(byte);
                    if class & BREAK != 0 {
                        let before = if *at > 0 {
                            piece.get(*at - 1).copied()
                        } else {
                            Some(self.last)
                        };
                        if byte == b'\r' || before != Some(b'\r') {
                            self.line += 1;
                        }
                        self.break_inside = self.break_inside.or(Some((place(*at), self.line)));
                    }
                    if self.is_too_far(place(*at)) {
                        return Event::NeverClosed;
                    }
                    if class & ESCAPE != 0 {
                        (self.state, self.fields.dirty) = (State::Escaped, true);
                    } else if class & QUOTE != 0 {
                        if let Some(quotes) = &mut self.fields.quotes {
                            quotes.end = place(*at);
                        }
                        self.state = State::Closed;
                    } else if class & NUL != 0 {
                        (self.fields.dirty, self.fields.had_nul) = (true, true);
                    }
                    *at += 1;
                }
                State::Closed => {
                    if class & QUOTE != 0 {
                        (self.state, self.fields.dirty) = (State::Quoted, true);
                        *at += 1;
                    } else if class & (DELIMITER | BREAK | NUL) != 0 {
                        if let Some(event) = self.stop(class, place(*at), at) {
                            return event;
                        }
                    } else if self.syntax.spaced && byte == b' ' {
                        *at += 1;
                    } else if self.break_inside.is_some() {
                        return Event::NeverClosed;
                    } else {
                        self.strays += 1;
                        (self.state, self.fields.dirty) = (State::Plain, true);
                    }
                }
                State::Escaped => {
                    self.state = State::Quoted;
                    if class & (BREAK | NUL) == 0 {
                        *at += 1;
                    }
                }
            }
        }
        if self.state == State::Quoted && self.is_too_far(place(piece.len())) {
            return Event::NeverClosed;
        }
        Event::PieceEnds
    }

    /// At a delimiter, a line break or a NUL outside of quotes.
    fn stop(&mut self, class: u8, place: usize, at: &mut usize) -> Option<Event> {
        if class & NUL != 0 {
            (self.fields.dirty, self.fields.had_nul) = (true, true);
            *at += 1;
            return None;
        }
        self.fields.end(place);
        self.state = State::Start;
        if class & BREAK != 0 {
            return Some(Event::RecordEnds(*at));
        }
        *at += 1;
        None
    }

    fn class(&self, byte: u8) -> u8 {
        self.classes.get(usize::from(byte)).copied().unwrap_or(0)
    }

    fn is_too_far(&self, place: usize) -> bool {
        place > MAX_RECORD && self.break_inside.is_some()
    }
}
