//! Where the table is in a file: after titles, comments and blank lines, under a header of one line, of several or
//! of none, and beside other tables. Found in the file's first records.

use super::dialect::Syntax;
use super::encoding;
use super::records::{Record, Records};
use super::{cells, columns};
use crate::order;

/// Rows whose values are looked at.
pub(super) const ROWS: usize = 1000;
/// Lines of a header at most.
const HEADER_LINES: usize = 3;
/// What stands, between blanks, between the lines of a header of several.
pub(crate) const HEADER_JOIN: char = '›';

/// The place of a table in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// The line of its first record, of the header or without one of the data.
    pub(crate) line: u64,
    /// Records that are its header: 0 to 3.
    pub(crate) header: usize,
    /// How many columns it has.
    pub(crate) width: usize,
}

/// A table as its first records show it.
#[derive(Clone, Debug, Default)]
pub(super) struct Sample {
    pub(super) place: Place,
    /// One for each column; "1", "2", … where there is no header.
    pub(super) headers: Vec<String>,
    /// The first rows, trimmed.
    pub(super) rows: Vec<Vec<String>>,
}

struct Sampled {
    line: u64,
    after_blank: bool,
    cells: Vec<String>,
}

/// The largest table in the text, or the one that begins on a line that is known; none where there is no record.
/// A record that the text cuts in two is left out unless the text is `whole`.
#[cfg_attr(feature = "scan", inline(never))]
pub(super) fn find(text: &[u8], whole: bool, syntax: Syntax, known: Option<u64>) -> Option<Sample> {
    let mut records: Vec<Sampled> = Vec::new();
    first(text, whole, syntax, &mut |record| {
        if record.too_long.is_none() || records.is_empty() {
            records.push(Sampled {
                line: record.line,
                after_blank: record.after_blank,
                cells: texts(&record),
            });
        }
        records.len() <= ROWS
    });
    let tables = tables(&records);
    let chosen = match known {
        Some(line) => tables
            .iter()
            .position(|&(start, _)| records.get(start).is_some_and(|r| r.line == line)),
        // The first of the largest.
        None => (0..tables.len())
            .min_by_key(|&i| std::cmp::Reverse(tables.get(i).map(|&(start, end)| end - start))),
    };
    let (start, end) = match chosen.and_then(|i| tables.get(i)) {
        Some(&table) => table,
        None if records.is_empty() => return None,
        None => (0, records.len()),
    };
    records.get(start..end).map(sample)
}

/// Hands over the first records of a text, as long as more are wanted; how many of them show that the syntax is
/// another one. The last one of a text that is cut is no record.
pub(super) fn first(
    text: &[u8],
    whole: bool,
    syntax: Syntax,
    each: &mut dyn FnMut(Record<'_>) -> bool,
) -> u64 {
    let (mut records, mut more, mut at) = (Records::new(syntax), true, 0);
    while let (true, Some(rest)) = (more && at < text.len(), text.get(at..)) {
        at += records.one(rest, &mut |record| more = each(record));
    }
    if whole && more {
        records.finish(&mut |record| more = more && each(record));
    }
    records.strays
}

/// The records of each table, from its header on.
#[cfg_attr(feature = "scan", inline(never))]
fn tables(records: &[Sampled]) -> Vec<(usize, usize)> {
    let lists: Vec<&[String]> = records.iter().map(|r| r.cells.as_slice()).collect();
    let width = width(&lists).unwrap_or(1);
    let mut found: Vec<(usize, usize)> = Vec::new();
    // The last record of words only: a header, where rows follow it whose width is another.
    let (mut words, mut title) = (None, None);
    for (i, record) in records
        .iter()
        .enumerate()
        .skip(above(records, &lists, width))
    {
        let rest = lists.get(i..).unwrap_or_default();
        // A title may stand between a blank line and a header.
        let is_title = (filled(&record.cells) < 2).then_some(record.after_blank);
        let titled = std::mem::replace(&mut title, is_title);
        let apart =
            record.after_blank || titled.is_some_and(|apart| apart || is_named(&record.cells));
        match found.last_mut() {
            None if begins(rest, width) && !is_astray(rest) => {
                let start = words.filter(|_| has_value(&record.cells)).unwrap_or(i);
                found.push((start, i + 1));
            }
            None if is_words(&record.cells) => words = Some(i),
            None => {}
            Some((start, _))
                if apart && begins_another(rest, lists.get(*start).copied(), titled.is_some()) =>
            {
                found.push((i, i + 1));
            }
            Some((_, end)) => *end = i + 1,
        }
    }
    found
}

/// How many records stand above the table: those that are hardly a line of it, where a header follows them that the
/// last one is no part of.
fn above(records: &[Sampled], lists: &[&[String]], width: usize) -> usize {
    let header = lists.iter().position(|record| !is_thin(record, width));
    let header = header.unwrap_or(0);
    let from = |at: usize| lists.get(at..).unwrap_or_default();
    if !begins_another(from(header), None, false) {
        return 0;
    }
    let apart = records.get(header).is_some_and(|r| r.after_blank);
    let joined = |at: &usize| {
        !apart && from(*at).first().is_some_and(|r| is_words(r)) && header_lines(from(*at)) > 1
    };
    header.checked_sub(1).filter(joined).unwrap_or(header)
}

/// Whether it is hardly a line of a table of so many columns: a comment, too short, or blank for the most part.
fn is_thin(record: &[String], width: usize) -> bool {
    record.len() < width
        || record.first().is_some_and(|cell| cell.starts_with('#'))
        || record.last().is_some_and(String::is_empty)
            && (filled(record) * 2 <= record.len() + 1 || has_value(record))
}

/// Whether a number or a date stands in it.
pub(super) fn has_value(record: &[String]) -> bool {
    record.iter().any(|cell| cells::looks_like_value(cell))
}

/// Whether the first of these records can be the first of a table.
fn begins(records: &[&[String]], width: usize) -> bool {
    let Some((first, rest)) = records.split_first() else {
        return false;
    };
    if filled(first) < 2 || first.first().is_some_and(|cell| cell.starts_with("sep=")) {
        return false;
    }
    let comment = first.first().is_some_and(|cell| cell.starts_with('#')) && first.len() != width;
    let goes_on = |next: &&[String]| {
        next.len() == first.len() || is_wide(first, width) && is_wide(next, width)
    };
    !comment && rest.first().is_none_or(goes_on)
}

/// Whether the first of these records is a row that has come to stand above its header.
fn is_astray(records: &[&[String]]) -> bool {
    let (Some(first), Some(next)) = (records.first(), records.get(1)) else {
        return false;
    };
    let is_header = next.len() == first.len() && is_words(next) && is_named(next);
    is_header && filled(first) == first.len() && has_value(first) && !is_named(first)
}

/// Whether it could be a header: at least two cells, and no number or date.
fn is_words(record: &[String]) -> bool {
    filled(record) >= 2
        && !record
            .first()
            .is_some_and(|cell| cell.starts_with(['#', '=']))
        && !has_value(record)
}

/// Whether a record after a blank line or a title begins a table of its own: a header, of other columns than the first
/// one's, with rows that are as wide. Where no title stands between, words of rows as wide as the first table are known
/// to be a header only by their sense.
pub(super) fn begins_another(
    records: &[&[String]],
    header: Option<&[String]>,
    titled: bool,
) -> bool {
    let (Some(first), Some(next)) = (records.first(), records.get(1)) else {
        return false;
    };
    filled(first) >= 2
        && !is_thin(first, 0)
        && next.len() == first.len()
        && !has_value(first)
        && has_value(next)
        && header.is_none_or(|header| {
            header.len() != first.len()
                || header != *first && filled(first) == first.len() && (titled || is_named(first))
        })
}

fn sample(records: &[Sampled]) -> Sample {
    let lists: Vec<&[String]> = records.iter().map(|r| r.cells.as_slice()).collect();
    let header = header_lines(&lists);
    let (top, rows) = lists.split_at(header.min(lists.len()));
    let mut width = top.iter().map(|r| r.len()).max().unwrap_or(0);
    if header == 0 {
        width = self::width(rows).unwrap_or(1);
    }
    let mut headers: Vec<String> = (0..width).map(|column| name(top, column)).collect();
    // A delimiter at the end of every line makes no column.
    while headers.last().is_some_and(String::is_empty)
        && rows
            .iter()
            .all(|row| row.get(headers.len() - 1).is_none_or(String::is_empty))
    {
        headers.pop();
    }
    Sample {
        place: Place {
            line: records.first().map_or(1, |r| r.line),
            header,
            width: headers.len(),
        },
        headers,
        // A header that stands again is no row, and what a column holds is asked of every row.
        rows: rows
            .iter()
            .filter(|row| !top.contains(row))
            .map(|row| row.to_vec())
            .collect(),
    }
}

/// A column's name: its cells in the header's lines, each once.
fn name(header: &[&[String]], column: usize) -> String {
    if header.is_empty() {
        return (column + 1).to_string();
    }
    let mut name = String::new();
    for line in header {
        let part = line.get(column).map_or("", String::as_str);
        if !part.is_empty() && !name.split([HEADER_JOIN]).any(|p| p.trim() == part) {
            if !name.is_empty() {
                name.push_str(" › ");
            }
            name.push_str(part);
        }
    }
    name
}

/// How many records of a table are its header.
fn header_lines(records: &[&[String]]) -> usize {
    let Some((first, rest)) = records.split_first() else {
        return 1;
    };
    let values = first
        .iter()
        .filter(|cell| cells::looks_like_value(cell))
        .count();
    // Numbers and dates in the first record, where the next has them too: it is a row. `q12` above 4 is a name.
    let lettered = |cell: &str| cell.bytes().any(|b| b.is_ascii_alphabetic());
    let alike = |(a, b): (&String, &String)| {
        cells::looks_like_value(a) && cells::looks_like_value(b) && lettered(a) == lettered(b)
    };
    let as_below = |next: &&[String]| first.iter().zip(next.iter()).any(alike);
    let is_row = values > 0 && values * 3 >= filled(first) && rest.first().is_none_or(as_below);
    if is_row && !is_named(first) {
        return 0;
    }
    let mut lines = 1;
    while lines < HEADER_LINES {
        let Some((next, rows)) = rest.get(lines - 1..).and_then(<[_]>::split_first) else {
            break;
        };
        if !continues_header(first, next, rows) {
            break;
        }
        lines += 1;
    }
    lines
}

/// Whether a record goes on with the header: words only, and at least one of them above a column of numbers or dates.
fn continues_header(first: &[String], next: &[String], rows: &[&[String]]) -> bool {
    if next.len() != first.len()
        || filled(next) < 2
        || rows.is_empty()
        || is_complete(first, next, rows) && !is_named(next)
        || next
            .iter()
            .any(|cell| cells::looks_like_value(cell) || cells::is_blank(cell) && !cell.is_empty())
    {
        return false;
    }
    let holds_values = |column: usize| {
        let told = || {
            rows.iter()
                .take(50)
                .filter_map(|row| row.get(column))
                .filter(|cell| !cells::is_blank(cell))
        };
        let values = told().filter(|cell| cells::looks_like_value(cell)).count();
        values > 0 && values * 5 >= told().count() * 4
    };
    let mut above = (0..next.len())
        .filter(|&column| holds_values(column))
        .peekable();
    above.peek().is_some()
        && above.all(|column| next.get(column).is_some_and(|cell| !cell.is_empty()))
}

/// Whether half of its cells are known words for columns.
fn is_named(header: &[String]) -> bool {
    let named = header.iter().filter(|cell| columns::is_word(cell, None));
    named.count() * 2 >= filled(header)
}

/// Whether each column has a name, of its own or a known one: nothing is left to say of them. A delimiter at the end of
/// every line makes no column.
fn is_complete(header: &[String], next: &[String], rows: &[&[String]]) -> bool {
    let ends = |record: &[String]| record.last().is_none_or(String::is_empty);
    let all_end = ends(header) && ends(next) && rows.iter().all(|row| ends(row));
    let columns = header.len() - usize::from(all_end && !header.is_empty());
    let distinct = || order::distinct(header.iter()).len() == header.len();
    filled(header) == columns && (distinct() || is_named(header))
}

/// The number of fields, at least two, that most records have; of equals the greater.
pub(super) fn width<T: AsRef<[String]>>(records: &[T]) -> Option<usize> {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for record in records.iter().map(AsRef::as_ref).filter(|r| r.len() > 1) {
        match counts.iter_mut().find(|(width, _)| *width == record.len()) {
            Some((_, count)) => *count += 1,
            None => counts.push((record.len(), 1)),
        }
    }
    counts
        .iter()
        .max_by_key(|(width, count)| (*count, *width))
        .map(|(width, _)| *width)
}

/// Whether a record is as wide as the table, but for a delimiter at its end.
pub(super) fn is_wide(record: &[String], width: usize) -> bool {
    record.len() == width
        || record.len() == width + 1 && record.last().is_some_and(String::is_empty)
}

/// Whether nothing stands in it.
#[cfg(not(target_arch = "wasm32"))] // the browser prints no table
pub(super) fn is_blank(cell: &str) -> bool {
    cell.bytes().all(|b| b.is_ascii_whitespace())
}

fn filled(record: &[String]) -> usize {
    record.iter().filter(|cell| !cell.is_empty()).count()
}

/// The record's cells as they stand.
#[cfg(not(target_arch = "wasm32"))] // the browser prints no table
pub(super) fn texts_as_written(record: &Record<'_>) -> Vec<String> {
    let text = |i| encoding::text(record.field(i)).0.into_owned();
    (0..record.spans.len()).map(text).collect()
}

/// The record's cells, trimmed.
pub(super) fn texts(record: &Record<'_>) -> Vec<String> {
    let text = |i| cells::plain(&encoding::text(record.field(i)).0).to_owned();
    (0..record.spans.len()).map(text).collect()
}
