//! Rows that were set aside, close together: a file may be one of nothing else, and every one can be listed.

use crate::issue::Code;
use crate::order;
use crate::report::{Column, Source};
use crate::wire::{self, Reader};
use serde::Serialize;
use std::sync::Arc;

/// Bytes that may be kept of one file's rows set aside, about a million rows; all are counted.
pub const ASIDE_BYTES: usize = 16 << 20;
const TEXT: usize = 80;

/// One row that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Aside {
    /// The line on which the row begins.
    pub line: u64,
    /// The column's header.
    pub column: Option<String>,
    /// What stands there, cut to a readable length.
    pub text: String,
    /// Why.
    pub code: Code,
}

/// Rows set aside, in the order in which that was found: of each how far its line is from the one before, its column
/// and its code, its text. What no longer fits is left out, and all after it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asides {
    bytes: Vec<u8>,
    line: u64,
    full: bool,
}

/// Line, column, code and text of a row.
type Raw<'a> = (u64, Option<usize>, Code, &'a str);

impl Asides {
    pub(crate) fn push(&mut self, line: u64, column: Option<usize>, code: Code, text: &str) {
        let end = text
            .char_indices()
            .nth(TEXT)
            .map_or(text.len(), |(at, _)| at);
        let text = text.get(..end).unwrap_or_default();
        // Eight bytes for a line and its direction, three for a column and a code, two for a length.
        self.full |= self.bytes.len() + text.len() + 16 > ASIDE_BYTES;
        if self.full {
            return;
        }
        let (far, back) = (line.abs_diff(self.line), line < self.line);
        self.line = line;
        let column = column.map_or(0, |column| column + 1);
        for number in [
            far << 1 | u64::from(back),
            column as u64,
            code as u64,
            text.len() as u64,
        ] {
            wire::small(&mut self.bytes, number);
        }
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Adds the rows that follow.
    pub(crate) fn append(&mut self, next: &Asides, line: &dyn Fn(u64) -> u64) {
        next.raw(&mut |(at, column, code, text)| self.push(line(at), column, code, text));
        self.full |= next.full;
    }

    /// Writes them, to be posted.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        wire::bytes(out, &self.bytes);
        wire::number(out, u64::from(self.full));
    }

    /// What [`Asides::write`] wrote.
    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Asides> {
        Some(Asides {
            bytes: from.bytes()?.to_vec(),
            line: 0, // nothing is pushed behind these
            full: from.number()? == 1,
        })
    }

    /// The rows again, given the file's columns.
    fn each(&self, columns: &[Column], take: &mut dyn FnMut(Aside)) {
        self.raw(&mut |(line, column, code, text)| {
            take(Aside {
                line,
                column: column
                    .and_then(|column| columns.get(column))
                    .map(|column| column.header.clone()),
                text: text.to_owned(),
                code,
            });
        });
    }

    fn raw(&self, take: &mut dyn FnMut(Raw<'_>)) {
        let (mut rest, mut line) = (Reader::new(&self.bytes), 0u64);
        while let Some(far) = rest.small() {
            let mut number = || rest.small().unwrap_or(0) as usize;
            line = if far & 1 == 0 {
                line.wrapping_add(far >> 1)
            } else {
                line.wrapping_sub(far >> 1)
            };
            let column = number().checked_sub(1);
            let (code, length) = (number(), number());
            let text = rest.take(length).unwrap_or_default();
            let text = std::str::from_utf8(text).unwrap_or_default();
            let code = Code::ALL.get(code).copied().unwrap_or(Code::FileEmpty);
            take((line, column, code, text));
        }
    }
}

/// The rows of one file that were set aside while it was read, and those once files were put together.
#[derive(Clone, Debug, Default)]
pub struct AsideRows {
    pub(crate) read: Arc<Asides>,
    pub(crate) later: Asides,
}

impl AsideRows {
    /// The rows by line.
    pub fn each(&self, source: &Source, take: &mut dyn FnMut(Aside)) {
        let mut later = Vec::new();
        self.later.each(&source.columns, &mut |row| later.push(row));
        order::by_key(&mut later, |row: &Aside| row.line);
        later.reverse();
        self.read.each(&source.columns, &mut |row| {
            while let Some(before) = later.pop_if(|later| later.line < row.line) {
                take(before);
            }
            take(row);
        });
        while let Some(row) = later.pop() {
            take(row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(header: &str) -> Column {
        Column {
            header: header.to_owned(),
            role: None,
            certain: true,
        }
    }

    #[test]
    fn rows_come_back_as_they_were_whatever_their_lines() {
        let columns: Vec<Column> = (0..200).map(|i| column(&format!("c{i}"))).collect();
        let mut asides = Asides::default();
        let mut want = Vec::new();
        for (i, line) in [2, 3, 3, 1 << 40, 1, u64::MAX >> 2, 7]
            .into_iter()
            .enumerate()
        {
            let code = Code::ALL[i * 5 % Code::ALL.len()];
            let at = (i % 3 > 0).then_some(i * 30);
            let text = "누리".repeat(i * 9);
            asides.push(line, at, code, &text);
            want.push(Aside {
                line,
                column: at.map(|at| format!("c{at}")),
                text: text.chars().take(80).collect(),
                code,
            });
        }
        let mut rows = Vec::new();
        asides.each(&columns, &mut |row| rows.push(row));
        assert_eq!(rows, want);
    }

    #[test]
    fn what_no_longer_fits_is_left_out_and_all_after_it() {
        let mut asides = Asides::default();
        for line in 0..2_000_000 {
            let text = if line % 2 == 0 { "a longer text" } else { "" };
            asides.push(line, None, Code::IdMissing, text);
        }
        assert!(asides.bytes.len() <= ASIDE_BYTES);
        let mut rows = Vec::new();
        asides.each(&[], &mut |row| rows.push(row.line));
        assert!(rows.len() > 1_000_000, "{}", rows.len());
        assert!(rows.iter().copied().eq(0..rows.len() as u64));
    }
}
