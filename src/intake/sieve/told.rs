//! What was kept of a table's file and what was left out, to be told.

use crate::intake::records::Record;
use crate::intake::sample::texts;
use crate::issue::{Arg, Args, Code, listed};
use crate::wire;

/// What was kept and what was left out.
#[derive(Clone, Debug, Default)]
pub(in crate::intake) struct Told {
    pub(super) others: Vec<Other>,
    pub(super) outside: Outside,
    pub(super) repeated: Outside,
    pub(super) rows: u64,
}

/// Another table of the file.
#[derive(Clone, Debug)]
pub(super) struct Other {
    pub(super) line: u64,
    pub(super) rows: u64,
    pub(super) header: String,
}

/// Lines that are no rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Outside {
    pub(super) line: u64,
    pub(super) count: u64,
    pub(super) text: String,
}

impl Told {
    /// What was left out, to be told: code, line, how many, what the sentence needs.
    pub(in crate::intake) fn list(&self) -> Vec<(Code, u64, u64, Args)> {
        let mut told = Vec::new();
        for (code, lines) in [
            (Code::LinesOutside, &self.outside),
            (Code::HeaderRepeated, &self.repeated),
        ] {
            if lines.count > 0 {
                let args = Args::from([("text", Arg::from(lines.text.as_str()))]);
                told.push((code, lines.line, lines.count, args));
            }
        }
        for other in &self.others {
            let rows = i64::try_from(other.rows).unwrap_or(i64::MAX);
            let args = Args::from([
                ("columns", Arg::from(other.header.as_str())),
                ("rows", Arg::Number(rows)),
            ]);
            told.push((Code::TableOther, other.line, 1, args));
        }
        told
    }

    /// Adds what was told of the lines that follow. False where another table stands among them: it may go on here.
    pub(in crate::intake) fn append(&mut self, next: Told, line: &dyn Fn(u64) -> u64) -> bool {
        self.outside.append(next.outside, line);
        self.repeated.append(next.repeated, line);
        self.rows += next.rows;
        next.others.is_empty()
    }

    pub(in crate::intake) fn write(&self, out: &mut Vec<u8>) {
        for lines in [&self.outside, &self.repeated] {
            wire::number(out, lines.line);
            wire::number(out, lines.count);
            wire::bytes(out, lines.text.as_bytes());
        }
        wire::number(out, self.rows);
        wire::number(out, self.others.len() as u64);
    }

    /// None where another table was told, or these are no such bytes.
    pub(in crate::intake) fn read(from: &mut wire::Reader<'_>) -> Option<Told> {
        let mut lines = || {
            Some(Outside {
                line: from.number()?,
                count: from.number()?,
                text: from.text()?.to_owned(),
            })
        };
        let (outside, repeated) = (lines()?, lines()?);
        let rows = from.number()?;
        (from.number()? == 0).then_some(Told {
            others: Vec::new(),
            outside,
            repeated,
            rows,
        })
    }
}

impl Outside {
    fn append(&mut self, next: Outside, line: &dyn Fn(u64) -> u64) {
        if self.count == 0 && next.count > 0 {
            self.line = line(next.line);
        }
        self.count += next.count;
        if self.text.is_empty() {
            self.text = next.text;
        }
    }

    pub(super) fn tell(&mut self, record: &Record<'_>) {
        if self.count == 0 {
            self.line = record.line;
        }
        self.count += 1;
        if self.text.is_empty() {
            let cells = texts(record);
            let mut told = cells.iter().map(String::as_str).filter(|c| !c.is_empty());
            self.text = listed(&mut told);
        }
    }
}
