//! Whatever bytes are dropped: no panic, no hang, the same in all pieces, and work that grows as the file does.
//! `tests/corpus/` is what the fuzz targets of `fuzz/` found worth keeping, a folder a target.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

#[path = "support/hostile.rs"]
mod hostile;
mod support;

use ebb::settings::Settings;
use proptest::prelude::*;
use std::time::{Duration, Instant};

#[test]
fn what_fuzzing_found_is_read() {
    for (target, ask) in [
        ("table", hostile::table as fn(&[u8])),
        ("intake", hostile::intake),
    ] {
        let inputs = hostile::corpus(target);
        assert!(inputs.len() > 20, "{target}: {} inputs", inputs.len());
        for (name, input) in inputs {
            let held = std::panic::catch_unwind(|| ask(&input));
            assert!(held.is_ok(), "{name}");
        }
    }
}

#[test]
fn traps_are_read_the_same_in_all_pieces() {
    for (name, bytes) in hostile::traps(3_000) {
        for (piece, cut) in [(0, 1), (1, 4), (6, 128)] {
            let held = std::panic::catch_unwind(|| {
                hostile::table(&[&[piece], &bytes[..]].concat());
                hostile::intake(&[&[piece, cut], &bytes[..]].concat());
            });
            assert!(held.is_ok(), "{name}");
        }
    }
}

/// Time on the processor, where the system tells it of one thread; else time.
fn clock() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let told = told.and_then(|text| text.split(' ').next()?.parse().ok());
    told.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);

/// Sixteen small files need as long as one of their size together. A reader whose work grows with the square of the
/// file needs sixteen times as long for the one; half-way (on a scale of factors) lies 4. What is beyond it three
/// times over is a fault: both sides take as long, so that a busy machine slows them alike.
#[test]
fn work_grows_as_the_file_does() {
    const SMALL: usize = 48 * 1024;
    let table = |bytes: &[u8]| drop(hostile::printed(bytes, 1 << 16));
    let intake = |bytes: &[u8]| {
        let settings = Settings::default();
        let files = [("file.csv".to_owned(), bytes.to_vec())];
        drop(support::read(&files, &settings, 1 << 16).report(&settings));
    };
    let work = |times: usize, bytes: &[u8], ask: &dyn Fn(&[u8])| {
        let before = clock();
        (0..times).for_each(|_| ask(bytes));
        clock()
            .saturating_sub(before)
            .max(Duration::from_millis(1))
            .as_secs_f64()
            / (times * bytes.len()) as f64
    };
    let mut slow = Vec::new();
    type Ask<'a> = (&'a str, &'a dyn Fn(&[u8]));
    let asks: [Ask<'_>; 2] = [("table", &table), ("intake", &intake)];
    for ((name, small), (_, large)) in hostile::traps(SMALL)
        .into_iter()
        .zip(hostile::traps(SMALL * 16))
    {
        for (verb, ask) in asks {
            let grows = || work(1, &large, ask) / work(16, &small, ask);
            let beyond: Vec<f64> = (0..3)
                .map(|_| grows())
                .take_while(|times| *times > 4.0)
                .collect();
            if beyond.len() == 3 {
                slow.push(format!(
                    "{verb} of {name}: {beyond:.1?} times what is linear"
                ));
            }
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// Bytes that make tables, and what breaks them.
fn hostile_bytes() -> impl Strategy<Value = Vec<u8>> {
    let traps: Vec<Vec<u8>> = hostile::traps(300)
        .into_iter()
        .map(|(_, bytes)| bytes)
        .collect();
    let scraps: &[&[u8]] = &[
        b"\"",
        b"'",
        b"\\",
        b",",
        b";",
        b"\t",
        b"|",
        b"\n",
        b"\r",
        b"\0",
        b"\"\"",
        b"\\\"",
        b", ",
        b"=\"007\"",
        b"sep=;\n",
        b"# x\n",
        b"\xEF\xBB\xBF",
        b"\xFF\xFE",
        b"\xFE\xFF",
        b"\xB0\xA1",
        b"\x83\x5C",
        b"\x81\x30\x89\x38",
        b"\xC0\x80",
        b"\xED\xA0\x80",
        b"customer_id",
        b"signup_date",
        b"\xB0\xED\xB0\xB4\xB9\xF8\xC8\xA3",
        b"2024-03-05",
        b"3/5/2024",
        b"1.234,50",
        b"(12.00)",
        b"9e99",
        b"Total",
        b"customer_id,at,value\n",
        b"\n\n",
        b"\0\0\0",
    ];
    let scraps: Vec<Vec<u8>> = scraps.iter().map(|scrap| scrap.to_vec()).collect();
    let piece = prop_oneof![
        6 => proptest::sample::select(scraps).prop_map(|scrap| scrap),
        1 => proptest::collection::vec(any::<u8>(), 1..6),
        1 => (proptest::sample::select(traps), 0..300usize, 1..200usize)
            .prop_map(|(trap, from, length)| trap.into_iter().skip(from).take(length).collect()),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

#[test]
fn hostile_bytes_are_read_the_same_in_all_pieces() {
    support::hold(
        (hostile_bytes(), any::<[u8; 2]>()),
        |(bytes, [piece, cut])| {
            // As UTF-16 too: every other byte a zero.
            let wide: Vec<u8> = bytes.iter().flat_map(|&byte| [byte, 0]).collect();
            for bytes in [bytes, wide] {
                hostile::table(&[&[piece], &bytes[..]].concat());
                hostile::intake(&[&[piece, cut], &bytes[..]].concat());
            }
            Ok(())
        },
    );
}
