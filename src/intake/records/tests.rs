use super::*;
use proptest::prelude::*;

fn read(bytes: &[u8], piece: usize) -> Vec<(u64, Vec<Vec<u8>>, bool)> {
    let mut out = Vec::new();
    let mut each = |r: Record<'_>| {
        let cells = (0..r.spans.len()).map(|i| r.field(i).to_vec()).collect();
        out.push((r.line, cells, r.open_quote.is_some()));
    };
    let mut records = Records::new(Syntax::plain(b','));
    for piece in bytes.chunks(piece) {
        records.push(piece, &mut each);
    }
    records.finish(&mut each);
    out
}

#[test]
fn lines_are_physical_whatever_ends_them() {
    let lines = |text: &str| {
        read(text.as_bytes(), 1)
            .iter()
            .map(|r| r.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(lines("a\nb\nc"), [1, 2, 3]);
    assert_eq!(lines("a\r\nb\r\nc\r\n"), [1, 2, 3]);
    assert_eq!(lines("a\rb\rc\r"), [1, 2, 3]);
    assert_eq!(lines("\n\na\n\n\nb\r\n\r\nc\r\rd"), [3, 6, 8, 10]);
    assert_eq!(lines("a,\"x\ny\"\n  \nb\n"), [1, 4]);
}

#[test]
fn a_quote_that_is_never_closed_is_told() {
    let open = |text: &str| read(text.as_bytes(), 7).last().map(|r| r.2);
    assert_eq!(open("a,b\n1,\"2\n3,4\n"), Some(false));
    assert_eq!(open("a,b\n1,\"2\"\n"), Some(false));
    assert_eq!(open("a,b\n1,\"2\""), Some(false));
    assert_eq!(open("a,b\n1,2"), Some(false));
}

#[test]
fn a_quote_that_is_never_closed_swallows_nothing() {
    let rows = |text: &str, piece: usize| {
        let told = |(line, cells, open): (u64, Vec<Vec<u8>>, bool)| {
            let cells: Vec<String> = cells
                .iter()
                .map(|c| String::from_utf8_lossy(c).into_owned())
                .collect();
            format!("{line}{} {}", if open { "!" } else { "" }, cells.join("|"))
        };
        let read = read(text.as_bytes(), piece);
        read.into_iter().map(told).collect::<Vec<_>>()
    };
    for piece in [1, 2, 3, 7, 100] {
        // To the end of the file.
        let want = ["1 a|b", "2! 1|\"2", "3 3|4", "4 5|6"];
        assert_eq!(rows("a,b\n1,\"2\n3,4\n5,6\n", piece), want);
        assert_eq!(rows("a,b\r\n1,\"2\r\n3,4\r\n5,6", piece), want);
        // To a quote that opens another field.
        let want = ["1 a|b", "2! 1|\"2", "3 x|y", "4 5|6"];
        assert_eq!(rows("a,b\n1,\"2\n\"x\",y\n5,6\n", piece), want);
        // A line break between quotes that are closed is none of it.
        assert_eq!(rows("a\n\"x\ny\"\n", piece), ["1 a", "2 x\ny"]);
        assert_eq!(rows("a,\"\n", piece), ["1! a|\""]);
        assert_eq!(rows("\"", piece), ["1! \""]);
    }
    // Further than any cell reaches.
    let mut long = String::from("a,b\n1,\"2\n");
    (0..200_000).for_each(|i| long.push_str(&format!("{i},xyz\n")));
    long.push_str("9,\"z\"\n");
    for piece in [4093, 1 << 16, long.len()] {
        let rows = rows(&long, piece);
        assert_eq!(rows.len(), 200_003);
        assert_eq!(rows.iter().filter(|r| r.contains('!')).count(), 1);
    }
}

#[test]
fn quotes_and_escapes_of_other_dialects() {
    let read = |text: &str, syntax: Syntax| {
        let mut out = Vec::new();
        let mut each = |r: Record<'_>| {
            for i in 0..r.fields {
                out.push(String::from_utf8_lossy(r.field(i)).into_owned());
            }
        };
        let mut records = Records::new(syntax);
        for piece in text.as_bytes().chunks(3) {
            records.push(piece, &mut each);
        }
        records.finish(&mut each);
        out
    };
    let plain = Syntax::plain(b',');
    let single = Syntax {
        quote: b'\'',
        ..plain
    };
    assert_eq!(read("'a,b','it''s','\"'", single), ["a,b", "it's", "\""]);
    let escape = Some(b'\\');
    let escaped = Syntax { escape, ..plain };
    assert_eq!(
        read("\"a\\\"b\",\"\\\\\",\\N,\"x\\ny\"", escaped),
        ["a\"b", "\\", "\\N", "x\\ny"]
    );
    let spaced = Syntax {
        spaced: true,
        ..plain
    };
    assert_eq!(read("a, \"b, c\" , d", spaced), ["a", "b, c", " d"]);
    assert_eq!(read("5\" pipe,\"a\"b", plain), ["5\" pipe", "ab"]);
    assert_eq!(read("a\0b,\"c\0\"\0,d", plain), ["ab", "c", "d"]);
}

#[test]
fn memory_is_bounded_and_what_was_too_long_is_measured() {
    let mut text = b"id,note\n1,".to_vec();
    text.extend(std::iter::repeat_n(b'x', 5_000_000));
    text.extend(b"\n2,short\n3");
    text.extend(std::iter::repeat_n(b',', 100_000));
    text.extend(b"\n4,end\n");
    for piece in [999, 1 << 20, text.len()] {
        let mut seen = Vec::new();
        let mut records = Records::new(Syntax::plain(b','));
        let mut each = |r: Record<'_>| seen.push((r.line, r.fields, r.too_long));
        for piece in text.chunks(piece) {
            records.push(piece, &mut each);
        }
        records.finish(&mut each);
        assert!(records.carry.capacity() <= 2 * MAX_RECORD);
        let want = [
            (1, 2, None),
            (2, 2, Some((1, 5_000_000))),
            (3, 2, None),
            (4, 100_001, Some((0, 1))),
            (5, 2, None),
        ];
        assert_eq!(seen, want);
    }
}

fn oracle(bytes: &[u8]) -> Vec<Vec<Vec<u8>>> {
    let mut all = Vec::new();
    let mut input = b"\n".to_vec(); // keeps the crate from taking off a mark, as above
    input.extend(bytes);
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(&*input);
    for record in reader.into_byte_records() {
        let cells: Vec<Vec<u8>> = record
            .unwrap_or_default()
            .iter()
            .map(<[u8]>::to_vec)
            .collect();
        if !(cells.len() == 1 && is_blank(&cells[0])) {
            all.push(cells);
        }
    }
    all
}

proptest! {
    #[test]
    fn pieces_read_as_the_csv_crate_reads_the_whole(
        bytes in proptest::collection::vec(prop_oneof![
            Just(b','), Just(b'"'), Just(b'\n'), Just(b'\r'), Just(b'a'), Just(b' '), Just(0xEF), any::<u8>()
        ], 0..200),
        piece in 1usize..20,
    ) {
        let whole = read(&bytes, 1000);
        prop_assert_eq!(&read(&bytes, piece), &whole);
        // The crate lets a quote that is never closed swallow what follows, and keeps NULs.
        if whole.iter().all(|r| !r.2) && !bytes.contains(&0) {
            let cells: Vec<_> = whole.into_iter().map(|r| r.1).collect();
            prop_assert_eq!(cells, oracle(&bytes));
        }
    }
}
