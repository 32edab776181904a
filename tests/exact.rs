//! Reading is exact: a usage file of whatever bytes says the same when its plain rows are taken at once, when it comes
//! byte by byte, so that none is, when it is read in ranges by up to eight readers, and when the `csv` crate has cut it
//! into cells before.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

#[path = "support/shares.rs"]
mod shares;
mod support;

use ebb::session::HEAD;
use ebb::settings::Settings;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use shares::{Shares, in_ranges, told};
use std::fmt::Debug;
use support::File;

const NAME: &str = "use.csv";
const HEADER: &[u8] = b"customer,user,at,event,value,note\n";

/// One byte or a few, which may stand anywhere: quotes, separators, line breaks, NULs, text and what is none.
fn scrap(nul: bool) -> impl Strategy<Value = Vec<u8>> {
    const SCRAPS: [&[u8]; 14] = [
        b"\"",
        b"\"\"",
        b"\"",
        b",",
        b"\n",
        b"\r\n",
        b"\r",
        b" ",
        b"a",
        b"7",
        "고객".as_bytes(),
        b"\xEA\xB3",
        b"\xFF",
        b";",
    ];
    let some = select(&SCRAPS[..]).prop_map(<[u8]>::to_vec);
    match nul {
        true => prop_oneof![9 => some, 1 => Just(vec![0])].boxed(),
        false => some.boxed(),
    }
}

/// A cell that is as it should be, or quoted, or made of scraps between quotes that are closed.
fn cell() -> impl Strategy<Value = Vec<u8>> {
    let inside = vec(scrap(false), 0..6).prop_map(|scraps| {
        let text = scraps.concat();
        let doubled = text.iter().flat_map(|b| match b {
            b'"' => vec![b'"'; 2],
            b => vec![*b],
        });
        [b"\"".to_vec(), doubled.collect(), b"\"".to_vec()].concat()
    });
    let bare = select(
        &[
            "", "C1", "u1", "login", "a\"b", "5\" pipe", " C1 ", "-3", "1.5", "\u{feff}", "\"C1\"",
            "\"a\"b",
        ][..],
    );
    const DAMAGED: [&[u8]; 3] = [b"\xE9t\xE9", b"\xC3", b"x\x01y"];
    prop_oneof![
        4 => inside,
        4 => bare.prop_map(|text| text.as_bytes().to_vec()),
        1 => select(&DAMAGED[..]).prop_map(<[u8]>::to_vec),
    ]
}

/// A line that is unlike most, with its end. `wild` ones are nothing but scraps: their quotes may stay open.
fn odd(wild: bool) -> impl Strategy<Value = Vec<u8>> {
    let days = select(
        &[
            "2024-03-05",
            "\"2024-03-06 10:00:00\"",
            "2024-02-30",
            "",
            "5 March 2024",
        ][..],
    );
    let row = (
        vec(cell(), 8),
        days,
        prop_oneof![9 => Just(6usize), 1 => 1usize..9],
    );
    let row = row.prop_map(|(mut cells, day, count)| {
        cells[2] = day.as_bytes().to_vec();
        cells.truncate(count);
        cells.join(&b","[..])
    });
    let line = match wild {
        true => {
            prop_oneof![1 => row, 1 => vec(scrap(true), 0..30).prop_map(|scraps| scraps.concat())]
                .boxed()
        }
        false => prop_oneof![12 => row, 1 => Just(Vec::new()), 1 => Just(b"  ".to_vec())].boxed(),
    };
    const ENDS: [&[u8]; 3] = [b"\n", b"\r\n", b"\r"];
    (line, select(&ENDS[..])).prop_map(|(line, end)| [&line, end].concat())
}

/// So many rows as most files have them.
fn plain(from: usize, rows: usize, out: &mut Vec<u8>) {
    for row in from..from + rows {
        let event = ["login", "\"report\"", "보고서", "\"a, b\""][row % 4];
        let end = if row.is_multiple_of(97) { "\r\n" } else { "\n" };
        let (month, day, hour) = (row % 12 + 1, row % 28 + 1, row % 24);
        let line = format!(
            "C{},u{},2024-{month:02}-{day:02} {hour:02}:30:00,{event},{}.5,{end}",
            row * 7 % 41,
            row % 3,
            row % 9
        );
        out.extend_from_slice(line.as_bytes());
    }
}

/// A file of odd lines among plain ones, of which so many stand at its beginning; its last line may have no end.
fn file(first: usize, odd: &[(usize, Vec<u8>)], ended: bool) -> File {
    let mut bytes = HEADER.to_vec();
    plain(0, first, &mut bytes);
    for (at, (gap, line)) in odd.iter().enumerate() {
        bytes.extend_from_slice(line);
        plain(at * 1009, *gap, &mut bytes);
    }
    if !ended {
        bytes.extend_from_slice(b"C1,u1,2024-03-05,login,1,the last");
    }
    (NAME.to_owned(), bytes)
}

/// UTF-8, whatever its bytes look like.
fn settings() -> Settings {
    support::settings(json!({ "encodings": { NAME: "utf-8" } }))
}

fn read(file: &File, piece: usize) -> (String, Vec<String>) {
    let settings = settings();
    told(
        &mut support::read(std::slice::from_ref(file), &settings, piece),
        &settings,
    )
}

/// The cells that the `csv` crate finds, written again: each between quotes, and blank lines where some stood.
fn written_again(bytes: &[u8]) -> Vec<u8> {
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    let records: Vec<csv::ByteRecord> = reader.into_byte_records().map(Result::unwrap).collect();
    let begins = |record: &csv::ByteRecord| record.position().unwrap().byte() as usize;
    let mut out = Vec::new();
    for record in &records {
        // The second half of a line break is no blank line.
        let begin = begins(record);
        let rest = match bytes[..begin].last() {
            Some(b'\r') => bytes[begin..]
                .strip_prefix(b"\n")
                .unwrap_or(&bytes[begin..]),
            _ => &bytes[begin..],
        };
        if matches!(rest, [b'\n' | b'\r', ..]) {
            out.push(b'\n');
        }
        let cells = record.iter().map(|cell| {
            let doubled = cell
                .iter()
                .flat_map(|b| std::iter::repeat_n(*b, if *b == b'"' { 2 } else { 1 }));
            [b"\"".to_vec(), doubled.collect(), b"\"".to_vec()].concat()
        });
        out.extend(cells.collect::<Vec<_>>().join(&b","[..]));
        out.push(b'\n');
    }
    out
}

/// What was told, but for the lines on which it stands.
fn without_lines((report, aside): (String, Vec<String>)) -> (Value, Vec<String>) {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(map) => {
                map.remove("line");
                map.values_mut().for_each(strip);
            }
            Value::Array(list) => list.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut report = serde_json::from_str(&report).expect("a report");
    strip(&mut report);
    let aside = aside.iter().map(|row| {
        let (before, after) = row.split_once(" line: ").expect("a line");
        format!(
            "{before}{}",
            after.trim_start_matches(|c: char| c.is_ascii_digit())
        )
    });
    (report, aside.collect())
}

/// Outside of this the rules differ: the crate lets a quote that is never closed swallow what follows, and keeps NULs.
fn is_common_ground(file: &File, told: &(String, Vec<String>)) -> bool {
    !file.1.contains(&0) && !told.0.contains("quote-unclosed")
}

/// Whether both are the same; what fails shows where they part.
fn same<T: PartialEq + Debug>(one: &T, other: &T, how: &dyn Debug) -> Result<(), TestCaseError> {
    if one == other {
        return Ok(());
    }
    let [one, other] = [one, other].map(|told| format!("{told:?}").into_bytes());
    let at = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let there = |text: &[u8]| {
        let part = text[at.saturating_sub(80)..].iter().take(240);
        String::from_utf8_lossy(&part.copied().collect::<Vec<_>>()).into_owned()
    };
    let (one, other) = (there(&one), there(&other));
    Err(TestCaseError::fail(format!("{how:?}:\n{one}\n{other}")))
}

/// As the `csv` crate has it.
fn by_the_crate(file: &File) -> (Value, Vec<String>) {
    without_lines(read(&(NAME.to_owned(), written_again(&file.1)), 1))
}

#[test]
fn rows_taken_at_once_are_those_found_byte_by_byte_and_by_the_csv_crate_in_chunks_of_every_size() {
    let worlds =
        any::<bool>().prop_flat_map(|wild| (vec((0usize..4, odd(wild)), 0..12), any::<bool>()));
    support::hold_on(60, worlds, |(odd, ended)| {
        let file = file(20, &odd, ended);
        let byte_by_byte = read(&file, 1);
        for piece in (2..64).chain([4093, usize::MAX]) {
            same(&read(&file, piece), &byte_by_byte, &piece)?;
        }
        if is_common_ground(&file, &byte_by_byte) {
            same(&without_lines(byte_by_byte), &by_the_crate(&file), &"csv")?;
        }
        Ok(())
    });
}

#[test]
fn one_to_eight_readers_find_what_is_found_byte_by_byte_and_by_the_csv_crate() {
    let huge = prop_oneof![6 => Just(0usize), 1 => 60_000usize..300_000];
    let odd = |wild| {
        let line = (odd(wild), huge.clone()).prop_map(|(line, huge)| match huge {
            0 => line,
            _ => [
                b"C1,u1,2024-03-05,login,1,\"".to_vec(),
                b"x, \n".repeat(huge / 4),
                b"\"\n".to_vec(),
            ]
            .concat(),
        });
        vec((0usize..900, line), 4..24)
    };
    let shares = (
        vec(0u32..12, 1..9),
        vec(0usize..8, 8),
        prop_oneof![1usize..100, 1usize..200_000],
    );
    let worlds =
        any::<bool>().prop_flat_map(move |wild| (odd(wild), any::<bool>(), vec(shares.clone(), 8)));
    support::hold_on(8, worlds, |(odd, ended, shares)| {
        let file = file(7_000, &odd, ended);
        assert!(file.1.len() > HEAD);
        let byte_by_byte = read(&file, 1);
        same(&read(&file, usize::MAX), &byte_by_byte, &"whole")?;
        for (workers, (cuts, readers, piece)) in (1..).zip(shares) {
            let shares = Shares {
                cuts,
                readers,
                workers,
                piece,
            };
            let (mut session, _) = in_ranges(&file, &settings(), &shares);
            same(&told(&mut session, &settings()), &byte_by_byte, &shares)?;
        }
        if is_common_ground(&file, &byte_by_byte) {
            same(&without_lines(byte_by_byte), &by_the_crate(&file), &"csv")?;
        }
        Ok(())
    });
}
