//! How a table is written out: encoding, dialect, and what stands around it.

use encoding_rs::{EUC_KR, GB18030, SHIFT_JIS, WINDOWS_1252};

/// An encoding, with or without its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf8Marked,
    Utf16Le,
    Utf16LeMarked,
    Utf16Be,
    Utf16BeMarked,
    Cp949,
    Windows1252,
    ShiftJis,
    Gb18030,
}

pub(super) const ENCODINGS: [(Encoding, &str); 10] = [
    (Encoding::Utf8, "UTF-8"),
    (Encoding::Utf8Marked, "UTF-8 with a mark"),
    (Encoding::Utf16Le, "UTF-16 LE without a mark"),
    (Encoding::Utf16LeMarked, "UTF-16 LE with a mark"),
    (Encoding::Utf16Be, "UTF-16 BE without a mark"),
    (Encoding::Utf16BeMarked, "UTF-16 BE with a mark"),
    (Encoding::Cp949, "CP949"),
    (Encoding::Windows1252, "Windows-1252"),
    (Encoding::ShiftJis, "Shift_JIS"),
    (Encoding::Gb18030, "GB18030"),
];

impl Encoding {
    /// The bytes; none where the encoding lacks a character.
    pub(super) fn bytes(self, text: &str) -> Option<Vec<u8>> {
        let by = |encoding: &'static encoding_rs::Encoding| {
            let (bytes, _, lacks) = encoding.encode(text);
            // The backslash's place is the yen's too: such a character would come back as another.
            let back = encoding.decode_without_bom_handling(&bytes).0;
            (!lacks && back == text).then(|| bytes.into_owned())
        };
        let marked = |mark: &str| format!("{mark}{text}");
        let le = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        match self {
            Encoding::Utf8 => Some(text.into()),
            Encoding::Utf8Marked => Some(marked("\u{feff}").into()),
            Encoding::Utf16Le => Some(le(text)),
            Encoding::Utf16LeMarked => Some(le(&marked("\u{feff}"))),
            Encoding::Utf16Be => Some(be(text)),
            Encoding::Utf16BeMarked => Some(be(&marked("\u{feff}"))),
            Encoding::Cp949 => by(EUC_KR),
            Encoding::Windows1252 => by(WINDOWS_1252),
            Encoding::ShiftJis => by(SHIFT_JIS),
            Encoding::Gb18030 => by(GB18030),
        }
    }
}

pub(super) const DELIMITERS: [(&str, &str); 5] = [
    (",", "comma"),
    (";", "semicolon"),
    ("\t", "tab"),
    ("|", "pipe"),
    (", ", "comma and blank"),
];

/// The sign, what it is doubled or escaped to inside, whether every cell is quoted.
pub(super) const QUOTES: [(&str, &str, bool, &str); 6] = [
    ("\"", "\"\"", false, "quotes where needed"),
    ("\"", "\"\"", true, "every cell quoted"),
    ("\"", "\\\"", false, "quotes escaped by a backslash"),
    ("'", "''", false, "apostrophes as quotes"),
    ("'", "''", true, "every cell in apostrophes"),
    ("'", "\\'", true, "apostrophes escaped by a backslash"),
];

pub(super) const ENDS: [(&[&str], &str); 4] = [
    (&["\n"], "LF"),
    (&["\r\n"], "CRLF"),
    (&["\r"], "CR"),
    (&["\r\n", "\n", "\n"], "CRLF and LF mixed"),
];

/// What stands before the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    Nothing,
    Sep,
    Title,
    Comments,
    Blank,
    All,
}

pub(super) const BEFORES: [(Before, &str); 6] = [
    (Before::Nothing, "nothing before the header"),
    (Before::Sep, "a line sep= before the header"),
    (Before::Title, "title lines before the header"),
    (Before::Comments, "# comments before the header"),
    (Before::Blank, "blank lines before the header"),
    (
        Before::All,
        "comments, a title and a blank line before the header",
    ),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Header {
    One,
    Two,
    Three,
    Repeated,
    None,
}

pub(super) const HEADERS: [(Header, &str); 5] = [
    (Header::One, "a header of one line"),
    (Header::Two, "a header of two lines"),
    (Header::Three, "a header of three lines"),
    (Header::Repeated, "a header that is repeated further down"),
    (Header::None, "no header"),
];

/// What stands after the last row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    Nothing,
    Total,
    Copyright,
    Blank,
    All,
}

pub(super) const AFTERS: [(After, &str); 5] = [
    (After::Nothing, "nothing after the rows"),
    (After::Total, "a line of totals after the rows"),
    (After::Copyright, "copyright lines after the rows"),
    (After::Blank, "blank lines after the rows"),
    (
        After::All,
        "a total, a blank line and copyright lines after the rows",
    ),
];

/// What is odd about the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Odd {
    No,
    Trailing,
    Short,
    Long,
    Surplus,
    Unclosed,
    MidQuote,
    Nul,
    Tables,
    Unended,
}

pub(super) const ODDS: [(Odd, &str); 10] = [
    (Odd::No, "even rows"),
    (Odd::Trailing, "a delimiter at the end of every line"),
    (Odd::Short, "rows without their last blank cells"),
    (Odd::Long, "rows with blank cells too many"),
    (Odd::Surplus, "a row with cells too many"),
    (Odd::Unclosed, "a quote that is never closed"),
    (Odd::MidQuote, "a quote in the middle of an unquoted cell"),
    (Odd::Nul, "NUL bytes"),
    (Odd::Tables, "a second, smaller table below"),
    (Odd::Unended, "a last line without an end"),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) encoding: usize,
    pub(super) delimiter: usize,
    pub(super) quote: usize,
    pub(super) end: usize,
    pub(super) before: usize,
    pub(super) header: usize,
    pub(super) after: usize,
    pub(super) odd: usize,
}

impl Shape {
    pub(super) const PLAIN: Shape = Shape {
        encoding: 0,
        delimiter: 0,
        quote: 0,
        end: 0,
        before: 0,
        header: 0,
        after: 0,
        odd: 0,
    };
}

/// A table as text, cell by cell.
pub(super) struct Written {
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
    /// What a line of totals says: its word, and the sum and its column.
    pub(super) total: (&'static str, Option<(usize, String)>),
    /// What the columns hold, for the third line of a header.
    pub(super) units: Vec<&'static str>,
    /// Words of titles, of comments and of a second table.
    pub(super) title: [&'static str; 2],
    /// What the first line of a header says over several columns.
    pub(super) groups: [&'static str; 2],
}

/// The file's text; none where the oddity cannot be told in this dialect.
pub(super) fn text(shape: Shape, table: &Written) -> Option<String> {
    let (delimiter, _) = DELIMITERS[shape.delimiter];
    let odd = ODDS[shape.odd].0;
    let line = |cells: &[String]| -> String {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(shape, cell)).collect();
        cells.join(delimiter)
    };
    let mut before: Vec<String> = match BEFORES[shape.before].0 {
        Before::Nothing => Vec::new(),
        // The sign is the delimiter; Excel knows signs of one character only.
        Before::Sep if delimiter.len() > 1 => return None,
        Before::Sep => vec![format!("sep={delimiter}")],
        Before::Title => vec![table.title[0].into(), table.title[1].into()],
        Before::Comments => vec![
            "# ----------------".into(),
            format!("# {}", table.title[0]),
            "# Start date: 20230101".into(),
        ],
        Before::Blank => vec![String::new(), String::new()],
        Before::All => vec![
            format!("# {}", table.title[0]),
            table.title[1].into(),
            String::new(),
        ],
    };
    let width = table.header.len();
    let header = line(&table.header);
    match HEADERS[shape.header].0 {
        Header::None => {}
        Header::One | Header::Repeated => before.push(header.clone()),
        Header::Two | Header::Three => {
            let mut groups = vec![String::new(); width];
            groups[0] = table.groups[0].into();
            groups[width / 2] = table.groups[1].into();
            before.push(line(&groups));
            before.push(header.clone());
            if HEADERS[shape.header].0 == Header::Three {
                let units: Vec<String> = table.units.iter().map(|&unit| unit.into()).collect();
                before.push(line(&units));
            }
        }
    }
    if odd == Odd::Short
        && table
            .rows
            .iter()
            .all(|row| row.last().is_none_or(|c| !c.is_empty()))
    {
        return None;
    }
    let mut lines: Vec<String> = Vec::new();
    for (i, row) in table.rows.iter().enumerate() {
        lines.push(match (odd, i) {
            (Odd::Short, _) => {
                let kept = row.iter().rposition(|cell| !cell.is_empty());
                line(&row[..kept.map_or(1, |last| last + 1)])
            }
            (Odd::Long, 2 | 7 | 12) => line(row) + delimiter + delimiter,
            (Odd::MidQuote, 4) => bare(shape, row)?,
            (Odd::Nul, 6 | 8 | 11) => line(row) + "\0",
            _ => line(row),
        });
        if HEADERS[shape.header].0 == Header::Repeated && matches!(i, 9 | 15) {
            lines.push(header.clone());
        }
    }
    match odd {
        Odd::Surplus => {
            let mut row = table.rows[6].clone();
            row[0] = "9901".into();
            row.extend(["x".into(), "y".into()]);
            lines.insert(14, line(&row));
        }
        Odd::Unclosed => {
            let (sign, ..) = QUOTES[shape.quote];
            if QUOTES[shape.quote].2 || lines[14..].iter().any(|line| line.contains(sign)) {
                return None;
            }
            let mut row = table.rows[6].clone();
            row[0] = "9902".into();
            let cells: Vec<String> = row.iter().map(|cell| quoted(shape, cell)).collect();
            let text = cells.join(delimiter);
            let (id, rest) = text.split_once(delimiter)?;
            lines.insert(14, format!("{id}{delimiter}{sign}{rest}"));
        }
        _ => {}
    }
    let after = AFTERS[shape.after].0;
    if matches!(after, After::Total | After::All) {
        let mut row = vec![String::new(); width];
        row[0] = table.total.0.into();
        if let Some((column, sum)) = &table.total.1 {
            row[*column].clone_from(sum);
        }
        lines.push(line(&row));
    }
    if matches!(after, After::Blank | After::All) {
        lines.push(String::new());
        lines.push(String::new());
    }
    if matches!(after, After::Copyright | After::All) {
        lines.push(line(&[
            "Confidential Information - Do Not Distribute".into()
        ]));
        lines.push(line(&[
            "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.".into(),
        ]));
    }
    if odd == Odd::Tables {
        lines.push(String::new());
        lines.push(line(&[table.title[0].into(), "count".into()]));
        lines.push(line(&["A".into(), "1".into()]));
        lines.push(line(&["B".into(), "2".into()]));
    }
    let mut all = String::new();
    let marks = ENDS[shape.end].0;
    let last = before.len() + lines.len() - 1;
    for (i, line) in before.iter().chain(&lines).enumerate() {
        all += line;
        if odd == Odd::Trailing && !line.is_empty() && !line.starts_with("sep=") {
            all += delimiter;
        }
        if odd != Odd::Unended || i < last {
            all += marks[i % marks.len()];
        }
    }
    Some(all)
}

fn quoted(shape: Shape, cell: &str) -> String {
    let (sign, inside, always, _) = QUOTES[shape.quote];
    let delimiter = DELIMITERS[shape.delimiter].0.trim_end_matches(' ');
    let needed = cell.contains([';', ',', '\n', '\r', '\t', '|'])
        && (cell.contains(delimiter) || cell.contains(['\n', '\r']))
        || cell.contains(sign) && !cell.starts_with('=');
    if !(always && !cell.is_empty() || needed) {
        return cell.to_owned();
    }
    format!("{sign}{}{sign}", cell.replace(sign, inside))
}

/// The row with its quotes as they stand; none where a cell needs more than that.
fn bare(shape: Shape, row: &[String]) -> Option<String> {
    let (sign, ..) = QUOTES[shape.quote];
    let delimiter = DELIMITERS[shape.delimiter].0.trim_end_matches(' ');
    let plain = |cell: &String| {
        !cell.contains(delimiter) && !cell.contains('\n') && !cell.starts_with(sign)
    };
    (sign == "\"" && row.iter().all(plain) && row.iter().any(|cell| cell.contains(sign)))
        .then(|| row.join(DELIMITERS[shape.delimiter].0))
}
