//! Bytes that mean harm, and what must hold of them. The fuzz targets of `fuzz/` and `tests/corpus.rs` ask the same.
#![allow(dead_code, clippy::panic, clippy::expect_used)] // each test uses its part, and ends where it cannot go on

use crate::support;
use ebb::settings::Settings;
use serde_json::Value;
use std::io::{Cursor, Read, Seek, SeekFrom};
use std::path::PathBuf;

/// `ebb table` of a file that comes in pieces of the sizes that its first byte chooses.
pub(crate) fn table(input: &[u8]) {
    let Some((&first, bytes)) = input.split_first() else {
        return;
    };
    let whole = printed(bytes, usize::MAX);
    assert_eq!(printed(bytes, usize::from(first) + 1), whole, "in pieces");
    // What was printed is a plain table: printed again it is itself.
    if let Ok(text) = whole {
        let again = csv_rows(&text);
        assert!(again.is_ok(), "{:?}", String::from_utf8_lossy(&text));
    }
}

/// The whole intake of a file (of two where the second byte says so), up to the report and the rows set aside.
pub(crate) fn intake(input: &[u8]) {
    let Some((&[piece, cut], bytes)) = input.split_first_chunk() else {
        return;
    };
    let at = if cut.is_multiple_of(4) {
        bytes.len() * usize::from(cut) / 256
    } else {
        bytes.len()
    };
    let (one, other) = bytes.split_at(at);
    let mut files = vec![("one.csv".to_owned(), one.to_vec())];
    if !other.is_empty() {
        files.push(("other.csv".to_owned(), other.to_vec()));
    }
    let settings = Settings::default();
    let pieces = support::read(&files, &settings, usize::from(piece) + 1).report(&settings);
    let mut session = support::read(&files, &settings, usize::MAX);
    let whole = session.report(&settings);
    assert_eq!(pieces, whole, "in pieces of {}", usize::from(piece) + 1);
    let (sources, issues) = session.inspect(&settings);
    for source in &sources {
        assert_eq!(source.rows, source.read + source.set_aside, "{source:?}");
    }
    let sources: Vec<Value> = sources.iter().map(support::json).collect();
    let issues: Vec<Value> = issues.iter().map(support::json).collect();
    let faults = support::aside_faults(&session, &settings, &sources, &issues);
    assert!(faults.is_empty(), "{faults:?}");
}

/// What `ebb table` prints.
pub(crate) fn printed(bytes: &[u8], piece: usize) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let mut file = Pieces {
        bytes: Cursor::new(bytes),
        piece,
    };
    ebb::intake::table(&mut file, &mut out).map_err(|error| error.to_string())?;
    Ok(out)
}

fn csv_rows(text: &[u8]) -> Result<usize, csv::Error> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text);
    reader.records().try_fold(0, |n, row| row.map(|_| n + 1))
}

/// What a fuzz target found worth keeping, by name.
pub(crate) fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus")
        .join(target);
    let files = std::fs::read_dir(&folder).expect("a folder").map(|file| {
        let path = file.expect("a file").path();
        let bytes = std::fs::read(&path).expect("bytes");
        (path.display().to_string(), bytes)
    });
    files.collect()
}

/// A file that is handed over in pieces of so many bytes.
pub(crate) struct Pieces<'a> {
    pub(crate) bytes: Cursor<&'a [u8]>,
    pub(crate) piece: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let room = into.len().min(self.piece);
        self.bytes.read(&mut into[..room])
    }
}

impl Seek for Pieces<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.bytes.seek(to)
    }
}

/// Files of about so many bytes that make a careless reader slow or large, by name.
pub(crate) fn traps(size: usize) -> Vec<(&'static str, Vec<u8>)> {
    const HEADER: &str = "customer_id,name,signup_date,cancelled_at,mrr\n";
    const ROW: &str = "C1,Ada,2024-01-15,,12.50\n";
    let of = |start: &str, unit: &[u8]| {
        let mut bytes = start.as_bytes().to_vec();
        while bytes.len() < size {
            bytes.extend_from_slice(unit);
        }
        bytes
    };
    let numbered = |start: &str, row: &dyn Fn(usize) -> String| {
        let mut text = start.to_owned();
        let mut n = 0;
        while text.len() < size {
            text += &row(n);
            n += 1;
        }
        text.into_bytes()
    };
    let wide = size.min(400_000) / 4;
    let columns: Vec<String> = (0..wide).map(|n| format!("{n:x}")).collect();
    let columns = columns.join(",") + "\n";
    vec![
        ("quotes and nothing else", of("", b"\"")),
        (
            "a quote opened on every line",
            of(HEADER, b"C1,\"Ada,2024-01-15,,12.50\n"),
        ),
        (
            "a quote opened once",
            of(&format!("{HEADER}C0,\"Ada,2024-01-15,,1\n"), ROW.as_bytes()),
        ),
        (
            "quotes within quotes",
            of(HEADER, b"C1,\"\"\"\"a\"\"b\"\"\"\"\"\",\"\"x\"y\"\n"),
        ),
        (
            "quotes and backslashes",
            of(HEADER, b"C1,\"\\\"a\\\\\\\"b\",\\\"\n"),
        ),
        (
            "apostrophes",
            of(HEADER, b"'C1','it''s \\' x,2024-01-15,','\n"),
        ),
        ("one huge cell", of(&format!("{HEADER}C1,"), b"x")),
        (
            "one huge quoted cell",
            of(&format!("{HEADER}C1,\""), b"x,\n"),
        ),
        ("many columns", of(&columns, columns.as_bytes())),
        ("delimiters of all sorts", of("", b",;\t|")),
        ("delimiters by line", of("", b"a,b\na;b\na\tb\na|b\n")),
        ("NUL bytes", of(HEADER, b"\0")),
        (
            "NUL bytes between",
            of(HEADER, b"C1\0,\0Ada,2024-01-15\0,,12.50\n"),
        ),
        ("line ends", of(HEADER, b"\n\r\r\n")),
        (
            "no text in any encoding",
            of(HEADER, b"C1,\xFF\xFE\x80\xC3,2024-01-15,,1\n"),
        ),
        ("first bytes of two", of(HEADER, b"\xB0")),
        ("titles and no table", of("", b"a title\n\n# a comment\n")),
        ("a table after a table", of("", b"id,mrr\n1,2\n3,4\n\n")),
        ("a header again and again", of(HEADER, HEADER.as_bytes())),
        (
            "totals and copyrights",
            of(HEADER, b"Total,,,,5\n\nCopyright (c) 2024 x\n"),
        ),
        (
            "rows of all widths",
            of(HEADER, b"C1\nC1,a,2024-01-15,,1,x\n,,,\nC1,a\n"),
        ),
        (
            "many customers",
            numbered(HEADER, &|n| format!("C{n},N{n},2024-01-15,,12.50\n")),
        ),
        (
            "many terms",
            numbered("customer,start,end,mrr\n", &|n| {
                format!("C{},2024-01-15,,5\n", n % 9)
            }),
        ),
        (
            "many users",
            numbered("customer,user,at,event\n", &|n| {
                format!("C1,u{n},2024-01-15,e{n}\n")
            }),
        ),
        (
            "many days",
            numbered("customer,at\n", &|n| {
                format!("C{},{}-03-05\n", n / 90, 1990 + n % 90)
            }),
        ),
        (
            "ids that are alike",
            numbered(HEADER, &|n| {
                format!(
                    "c{},N,2024-01-15,,1\n{}C{},N,2024-01-15,,1\n",
                    n,
                    " ".repeat(n % 3),
                    n
                )
            }),
        ),
        (
            "different rows of one id",
            numbered(HEADER, &|n| format!("C1,N{n},2024-01-15,,1\n")),
        ),
        (
            "unreadable cells",
            numbered(HEADER, &|n| format!("C{n},N,2024-99-{n},x{n},y{n}\n")),
        ),
        (
            "days of all orders",
            numbered(HEADER, &|n| {
                format!("C{n},N,{}/{}/{},,1\n", n % 31, n % 29, n % 99)
            }),
        ),
    ]
}
