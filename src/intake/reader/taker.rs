//! What happens to a record: it becomes a row, or is set aside with a reason.

use crate::LARGE;
use crate::intake::encoding;
use crate::intake::kinds::{Plan, Row, Rows, SetAside, Spec};
use crate::intake::notes::Notes;
use crate::intake::readings::Watched;
use crate::intake::records::{Record, Span};
use crate::intake::sample::texts;
use crate::intake::scan::Scan;
use crate::intake::sieve::{Kept, Sink};
use crate::issue::{Arg, Args, Code, listed};
use crate::roles::Role;

/// What happens to a record.
pub(super) struct Taker {
    pub(super) plan: Plan,
    pub(super) spec: Option<&'static Spec>,
    /// Why no row is read where there is no `spec`.
    pub(super) why: Code,
    pub(super) notes: Notes,
    pub(super) is_text: bool,
    /// The text was decoded, and U+FFFD stands for what was none.
    pub(super) decoded: bool,
    pub(super) watched: Vec<Watched>,
    /// What takes plain rows at once.
    pub(super) scan: Option<Scan>,
    pub(super) seen_header: bool,
    pub(super) rows: u64,
    pub(super) set_aside: u64,
}

/// What happens to a record, and where its row goes.
pub(super) struct Rowed<'a> {
    pub(super) taker: &'a mut Taker,
    pub(super) rows: &'a mut Rows,
}

impl Sink for Rowed<'_> {
    fn take(&mut self, kept: Kept<'_>) {
        self.taker.take(kept, self.rows);
    }

    fn swift(&mut self, text: &[u8], limit: usize, line: u64) -> (usize, u64) {
        let (true, Some(scan), Rows::Usage(state)) = (LARGE, &mut self.taker.scan, &mut *self.rows)
        else {
            return (0, 0);
        };
        let watched = &mut self.taker.watched;
        let (bytes, rows) = scan.take(text, limit, line, state, watched);
        self.taker.rows += rows;
        (bytes, rows)
    }
}

impl Taker {
    fn take(&mut self, kept: Kept<'_>, rows: &mut Rows) {
        let Kept::Row(record) = kept else {
            self.seen_header = true;
            return;
        };
        self.rows += 1;
        if record.had_nul {
            self.notes
                .note(Code::NulDropped, record.line, None, Args::new);
        }
        let Some(spec) = self.spec else {
            self.set_aside += 1;
            let text = texts(&record).into_iter().next().unwrap_or_default();
            self.notes
                .list(record.line, &SetAside::new(self.why, None, &text));
            return;
        };
        if let Err((aside, args)) = self.read(spec, record, rows) {
            self.set_aside += 1;
            self.notes.set_aside(record.line, aside, args);
        }
    }

    fn read(
        &mut self,
        spec: &Spec,
        record: Record<'_>,
        rows: &mut Rows,
    ) -> Result<(), (SetAside, Option<Args>)> {
        if let Some((column, length)) = record.too_long {
            let args = Args::from([(
                "length",
                Arg::Number(i64::try_from(length).unwrap_or(i64::MAX)),
            )]);
            return Err((
                SetAside::new(Code::CellTooLong, Some(column), ""),
                Some(args),
            ));
        }
        if let Some(column) = record.open_quote {
            let text = texts(&record).pop().unwrap_or_default();
            return Err((
                SetAside::new(Code::QuoteUnclosed, Some(column), &text),
                None,
            ));
        }
        let expected = self.plan.headers.len();
        if record.fields != expected {
            let args = || fields(record.fields, expected);
            if record.fields < expected {
                self.notes.note(Code::RowShort, record.line, None, args);
            } else if !rest_is_blank(&record, expected) {
                let cells = texts(&record);
                let text = listed(&mut cells.iter().skip(expected).map(String::as_str));
                return Err((SetAside::new(Code::RowRagged, None, &text), Some(args())));
            }
        }
        let currency = self.plan.column(Role::Currency);
        let mut read = |text: &str, spans: &[Span], notes: &mut Notes| {
            let row = Row {
                text,
                spans,
                line: record.line,
            };
            for watched in &mut self.watched {
                watched.row(&row, currency);
            }
            row.is_live(&self.plan)
                .and_then(|()| (spec.read)(rows, &row, &self.plan, notes))
                .map_err(|aside| (aside, None))
        };
        // Delimiters are ASCII: where the whole is text, each of its fields is.
        match std::str::from_utf8(record.bytes) {
            Ok(text) if !(self.decoded && has_replacement(text)) => {
                read(text, record.spans, &mut self.notes)
            }
            _ => {
                let (text, spans) = mended(&record, &mut self.notes);
                read(&text, &spans, &mut self.notes)
            }
        }
    }
}

fn fields(fields: usize, expected: usize) -> Args {
    let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    Args::from([("fields", number(fields)), ("expected", number(expected))])
}

/// Whether the fields beyond the header are empty: a delimiter too many at the line's end.
fn rest_is_blank(record: &Record<'_>, expected: usize) -> bool {
    (expected..record.fields).all(|i| record.field(i).iter().all(u8::is_ascii_whitespace))
}

/// Whether U+FFFD stands in it, for bytes that were none.
fn has_replacement(text: &str) -> bool {
    text.bytes()
        .zip(text.bytes().skip(1))
        .any(|pair| pair == (0xEF, 0xBF))
        && text.chars().any(|c| c == '\u{fffd}')
}

/// The row with its damaged bytes replaced, each damaged cell noted.
fn mended(record: &Record<'_>, notes: &mut Notes) -> (String, Vec<Span>) {
    let (mut text, mut spans) = (String::new(), Vec::with_capacity(record.spans.len()));
    for column in 0..record.spans.len() {
        let (cell, damaged) = encoding::text(record.field(column));
        if damaged || has_replacement(&cell) {
            notes.value(Code::TextDamaged, record.line, Some(column), &cell);
        }
        let start = text.len();
        text.push_str(&cell);
        spans.push(Span {
            start,
            end: text.len(),
        });
    }
    (text, spans)
}
