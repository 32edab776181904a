//! How a file separates its cells: the syntax under which its first records agree best.

use super::cells;
use super::sample::{self, texts};

/// What separates records and fields. Records end at LF, CRLF or CR, mixed as they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Syntax {
    /// Between two fields.
    pub(crate) delimiter: u8,
    /// Around a field that holds delimiters or line breaks; doubled it stands for itself.
    pub(crate) quote: u8,
    /// Before a quote between quotes that stands for itself.
    pub(crate) escape: Option<u8>,
    /// Blanks may stand between a delimiter and a quote.
    pub(crate) spaced: bool,
}

impl Syntax {
    /// RFC 4180 with this delimiter.
    pub(crate) const fn plain(delimiter: u8) -> Syntax {
        Syntax {
            delimiter,
            quote: b'"',
            escape: None,
            spaced: false,
        }
    }
}

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Bytes that are looked at.
const HEAD: usize = 64 * 1024;
/// Records that are judged.
const SAMPLE: usize = 200;

/// The syntax of a file by its first bytes: of all that could be meant the one under which most records have the same
/// number of fields and their cells look like whole cells.
#[cfg_attr(feature = "scan", inline(never))]
pub(crate) fn detect(head: &[u8]) -> Syntax {
    let head = head.get(..HEAD).unwrap_or(head);
    let named = named(head);
    let mut best = (0, Syntax::plain(named.unwrap_or(b',')));
    for delimiter in DELIMITERS {
        if named.is_some_and(|named| named != delimiter) || !head.contains(&delimiter) {
            continue;
        }
        for syntax in candidates(head, delimiter) {
            let score = score(head, syntax);
            if score > best.0 {
                best = (score, syntax);
            }
        }
    }
    best.1
}

/// The delimiter of a first line `sep=;`, which spreadsheets write and read.
fn named(head: &[u8]) -> Option<u8> {
    let line = head.split(|b| matches!(b, b'\n' | b'\r')).next()?;
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let (word, rest) = line.split_at_checked(4)?;
    let named = rest.first().copied()?;
    (word.eq_ignore_ascii_case(b"sep=") && rest.len() <= 3 && DELIMITERS.contains(&named))
        .then_some(named)
}

/// What could be meant with this delimiter, the plain one first.
#[cfg_attr(feature = "scan", inline(never))] // a browser compiles what is hot again: not all of it
fn candidates(head: &[u8], delimiter: u8) -> Vec<Syntax> {
    let mut all = Vec::new();
    for quote in [b'"', b'\''] {
        let (mut opens, mut spaced, mut escaped) = (quote == b'"', false, false);
        let mut before = [delimiter; 2];
        let there = if head.contains(&quote) { head } else { &[] };
        for &byte in there {
            if byte == quote {
                spaced |= before == [delimiter, b' '];
                opens |= before[1] == delimiter || before[1] == b'\n';
                escaped |= before[1] == b'\\';
            }
            before = [before[1], byte];
        }
        if !(opens || spaced) {
            continue;
        }
        for escape in [None, Some(b'\\')] {
            for blanks in [false, true] {
                if (escaped || escape.is_none()) && (spaced || !blanks) {
                    all.push(Syntax {
                        delimiter,
                        quote,
                        escape,
                        spaced: blanks,
                    });
                }
            }
        }
    }
    all
}

/// How well the records agree under a syntax, from 0 to a thousand.
#[cfg_attr(feature = "scan", inline(never))]
fn score(head: &[u8], syntax: Syntax) -> usize {
    let mut sample: Vec<Vec<String>> = Vec::new();
    let mut open = 0;
    let strays = sample::first(head, head.len() < HEAD, syntax, &mut |record| {
        open += usize::from(record.open_quote.is_some());
        sample.push(texts(&record));
        sample.len() < SAMPLE
    });
    let all = sample.len();
    let strays = usize::try_from(strays).unwrap_or(all) + open;
    let Some(width) = sample::width(&sample) else {
        return 0;
    };
    let rows = sample.iter().filter(|r| sample::is_wide(r, width)).count();
    // A cell that opens a quote and does not close it was cut in two, or its record is told as open already.
    let quote = char::from(syntax.quote);
    let cut = |cell: &&String| cell.starts_with(quote) && !cell.ends_with(quote);
    let strays = strays.max(sample.iter().flatten().filter(cut).count());
    let (mut cells, mut clean) = (0, 0);
    for record in sample.iter().filter(|record| record.len() > 1) {
        cells += record.len();
        let opens = record.iter().position(|cell| cell.starts_with('\''));
        let closes = record.iter().rposition(|cell| cell.ends_with('\''));
        let quoted = opens.zip(closes).map(|(first, last)| first..=last);
        let whole = |(at, cell): &(usize, &String)| {
            is_whole(cell, quoted.as_ref().is_some_and(|some| some.contains(at)))
        };
        clean += record.iter().enumerate().filter(whole).count();
    }
    let agree = rows * 1000 / sample.len().max(1);
    let whole = clean * 1000 / cells.max(1);
    let straight = 1000usize.saturating_sub(strays * 1000 / all.max(1));
    agree * whole / 1000 * straight / 1000 * (width - 1) / width.max(1)
}

/// Whether it looks like one cell: no quotes at its ends, and no delimiter in it unless it is a number or a date. An
/// apostrophe is a quote only between the first cell of the record that one opens and the last that one closes.
fn is_whole(cell: &str, quoted: bool) -> bool {
    let is_quote = |c: char| c == '"' || quoted && c == '\'';
    if cell.starts_with(is_quote) || cell.ends_with(is_quote) {
        return false;
    }
    let bytes = cell.as_bytes();
    let tight_comma = || {
        bytes
            .windows(2)
            .any(|w| w.first() == Some(&b',') && w.last() != Some(&b' '))
    };
    let splits = bytes.iter().any(|b| matches!(b, b';' | b'\t' | b'|')) || tight_comma();
    // A value has no line breaks: rows may stand there that an apostrophe swallowed.
    !splits || !bytes.contains(&b'\n') && cells::looks_like_value(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delimiter(head: &[u8]) -> u8 {
        detect(head).delimiter
    }

    #[test]
    fn the_delimiter_is_the_one_on_which_the_lines_agree() {
        assert_eq!(delimiter(b"a,b,c\n1,2,3\n"), b',');
        assert_eq!(delimiter(b"a;b;c\n1,5;2;3\n1;2;3\n"), b';');
        assert_eq!(delimiter(b"a;b\n1;1,5\n2;2,5\n3;1,5\n"), b';');
        assert_eq!(delimiter(b"a\tb\n1,5\t2\n"), b'\t');
        assert_eq!(delimiter(b"a|b|c\n1|2|3\n"), b'|');
        assert_eq!(delimiter(b"id,note\n1,\"a;b;c\"\n2,x;y\n"), b',');
        assert_eq!(delimiter(b"id\n1\n"), b',');
        assert_eq!(delimiter(b""), b',');
        assert_eq!(delimiter(b"sep=;\na,b;c\n1,5;2\n"), b';');
        assert_eq!(
            delimiter(b"A report, made today\nby us\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\n"),
            b';'
        );
    }

    #[test]
    fn quotes_and_escapes_are_those_that_leave_whole_cells() {
        let syntax = detect(b"a,b\n'x, y',1\n'it''s',2\n");
        assert_eq!((syntax.quote, syntax.escape), (b'\'', None));
        let syntax = detect(b"a,b\n\"x \\\"y\\\", z\",1\n\"w\",2\n");
        assert_eq!((syntax.quote, syntax.escape), (b'"', Some(b'\\')));
        let syntax = detect(b"a, b\n1, \"x, y\"\n2, \"z\"\n");
        assert!(syntax.spaced);
        for apart in [
            &b"a,b\nO'Brien,1\n'tis,2\nx,3\n"[..],
            b"id,name,signup,mrr\n1,Acme,2024-01-01,10\n2,'24 Seven,2024-01-02,20\n3,Smiths',2024-01-03,30\n4,B,2024-01-04,40\n",
            b"id;note\n1;'24\n2;6'\n3;5'10\n",
        ] {
            assert_eq!(detect(apart).quote, b'"');
        }
    }
}
