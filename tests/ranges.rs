//! A file read in ranges by several sessions is the file read by one: report, issues, rows set aside, to the byte.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

#[path = "support/shares.rs"]
mod shares;
mod support;

use ebb::session::HEAD;
use ebb::settings::Settings;
use proptest::prelude::*;
use shares::{FIRST, Shares, at, in_ranges, opened, push, shares, told};
use support::File;

/// Kinds of rows that are not plain, and those among them that begin no other table.
const KINDS: u64 = 18;
const ROWS: u64 = 15;

/// Rows of a usage file: mostly plain ones, `odd` of a thousand are not.
fn file(seed: u64, rows: usize, odd: u64, crlf: bool) -> File {
    file_of(seed, rows, odd, KINDS, crlf)
}

fn file_of(seed: u64, rows: usize, odd: u64, kinds: u64, crlf: bool) -> File {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = move |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) % below
    };
    let mut bytes = b"customer,user,at,event,value,note\n".to_vec();
    let events = ["login", "\"report\"", "보고서", "export csv", "", "\"a,b\""];
    for row in 0..rows {
        let (customer, user) = (next(400), next(3));
        let day = row * 360 / rows;
        let (month, date) = (day / 30 + 1, day % 28 + 1);
        let stamp = match next(4) {
            0 => format!("2024-{month:02}-{date:02}"),
            1 => format!("2024-{month:02}-{date:02}T{:02}:00:00Z", next(24)),
            _ => format!(
                "2024-{month:02}-{date:02} {:02}:{:02}:{:02}",
                next(24),
                next(60),
                next(60)
            ),
        };
        let event = events[next(6) as usize];
        let value = match next(4) {
            0 => String::new(),
            1 => format!("{}.{:02}", next(90), next(100)),
            _ => next(5000).to_string(),
        };
        let plain = format!("C{customer},u{user},{stamp},{event},{value},");
        let line = if next(1000) >= odd {
            plain
        } else {
            match next(kinds) {
                0 => format!(
                    "C{customer},u{user},{stamp},x,1,\"a note\nof two lines, with \"\"quotes\"\"\""
                ),
                1 => format!("C{customer},u{user},2024-13-01,x,1,"),
                2 => format!(",u{user},{stamp},x,1,"),
                3 => format!("C{customer},u{user},{stamp},x,many,"),
                4 => String::new(),
                5 => ",,,,,".to_owned(),
                6 => format!("C{customer},u{user},{stamp},x"),
                7 => format!("C{customer},u{user},{stamp},x,1,,extra"),
                8 => format!(" C{customer} ,\"u{user}\",  {stamp},n/a,1,note \u{fffd}"),
                9 => format!("C{customer},u\0{user},{stamp},x,1,"),
                10 => "total,,,,99,".to_owned(),
                11 => "customer,user,at,event,value,note".to_owned(),
                12 => format!("C{customer},u{user},{stamp},bad \"quote,1,"),
                13 => format!("1.23E+05,u{user},{},x,-1,", 1_704_067_200 + next(9_000_000)),
                14 => "\u{feff}customer,\"user\",at,event,value,note".to_owned(),
                // Only these begin another table.
                15 => "\ncustomer_id,user_id,timestamp,event,amount,why".to_owned(),
                16 => "\nwho,when,what".to_owned(),
                _ => "Copyright (c)\nwho,whom,when,what,many,why".to_owned(),
            }
        };
        bytes.extend_from_slice(line.as_bytes());
        if next(1000) < odd && next(4) == 0 {
            bytes.push(0xE9);
        }
        bytes.extend_from_slice(if crlf || next(50) == 0 && odd > 0 {
            b"\r\n"
        } else {
            b"\n"
        });
    }
    ("usage.csv".to_owned(), bytes)
}

fn worlds(default: u32) -> u32 {
    std::env::var("EBB_WORLDS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(default)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::with_cases(worlds(40)) })]

    #[test]
    fn ranges_tell_what_the_whole_tells(
        seed in any::<u64>(),
        odd in prop_oneof![Just(0u64), Just(1), Just(30), Just(400)],
        kinds in prop_oneof![Just(ROWS), Just(KINDS)],
        crlf in any::<bool>(),
        rows in 8_000usize..30_000,
        shares in shares(),
    ) {
        let (file, settings) = (file_of(seed, rows, odd, kinds, crlf), Settings::default());
        let (mut whole, mut parts) = (opened(&file, &settings), in_ranges(&file, &settings, &shares));
        while { push(&mut whole, &file.1, usize::MAX); whole.finish(0) } {}
        prop_assert!(odd > 0 || parts.1, "ranges of plain rows meet");
        prop_assert_eq!(told(&mut parts.0, &settings), told(&mut whole, &settings));
    }
}

#[test]
fn a_quote_that_is_never_closed_and_ranges_that_do_not_meet_are_read_in_one_piece() {
    let settings = Settings::default();
    let (name, mut bytes) = file(7, 30_000, 0, false);
    // All of the second half looks like rows between quotes.
    let at = at(FIRST + 3);
    let cut = at + bytes[at..].iter().position(|b| *b == b'\n').unwrap() + 1;
    bytes.splice(cut..cut, b"C1,u1,2024-05-01,\"x\n".iter().copied());
    let file = (name, bytes);
    let shares = Shares {
        cuts: vec![2, 5],
        readers: vec![0, 1, 0, 1, 0, 1],
        workers: 2,
        piece: 100_000,
    };
    let (mut parts, _) = in_ranges(&file, &settings, &shares);
    let mut whole = opened(&file, &settings);
    while {
        push(&mut whole, &file.1, 4093);
        whole.finish(0)
    } {}
    assert_eq!(told(&mut parts, &settings), told(&mut whole, &settings));
}

#[test]
fn what_is_pushed_behind_the_end_of_a_range_or_a_limit_is_not_read() {
    let (mut file, settings) = (file(5, 30_000, 0, false), Settings::default());
    let (first, second) = (at(FIRST), at(FIRST + 4));
    // Blank lines stand on both sides of the ends.
    for end in [first, second] {
        file.1[end - 9..end + 9].fill(b'\n');
    }
    let ranges = |on: bool| {
        let mut worker = opened(&file, &settings);
        worker.range(0, FIRST, FIRST + 4);
        // The last piece goes on behind the end; others follow.
        assert!(push(&mut worker, &file.1[first..], usize::MAX));
        for piece in file.1[second..].chunks(50_000).filter(|_| on) {
            assert!(worker.read(0, piece));
        }
        worker.ranges(0)
    };
    assert!(ranges(true) == ranges(false), "a range");
    let rows = |on: bool| {
        let mut main = opened(&file, &settings);
        main.limit(0, FIRST);
        assert!(push(&mut main, &file.1, 50_000));
        for piece in file.1[first..].chunks(50_000).filter(|_| on) {
            assert!(main.read(0, piece));
        }
        main.progress().rows
    };
    assert_eq!(rows(true), rows(false), "a limit");
}

#[test]
fn bytes_that_are_no_ranges_are_refused() {
    let (file, settings) = (file_of(3, 30_000, 5, ROWS, false), Settings::default());
    let mut worker = opened(&file, &settings);
    worker.range(0, FIRST, FIRST + 4);
    assert!(
        push(&mut worker, &file.1[HEAD..], usize::MAX),
        "the range is read to its end"
    );
    let ranges = worker.ranges(0);
    let mut main = opened(&file, &settings);
    for end in (0..ranges.len()).step_by(ranges.len() / 50) {
        assert!(!main.absorb(0, &ranges[..end]), "{end} of {}", ranges.len());
    }
    assert!(main.absorb(0, &ranges));
}

#[test]
fn a_row_held_back_at_a_seam_is_told_where_the_file_ends_soon_behind_it() {
    let (mut file, settings) = (file(11, 30_000, 0, false), Settings::default());
    // So little follows the seam that the file's end is what tells where the range's first record begins.
    let seam = at(FIRST + 2);
    file.1.truncate(seam + 30_000);
    let row_before = |at: usize| file.1[..at - 1].iter().rposition(|b| *b == b'\n').unwrap() + 1;
    // A blank row, and behind it the last row that begins before the seam.
    let last = row_before(seam);
    let blank = row_before(last);
    file.1[blank..last - 1].fill(b' ');
    file.1[blank..blank + 5].fill(b',');
    let shares = |piece| Shares {
        cuts: vec![1, 2],
        readers: vec![0; 6],
        workers: 1,
        piece,
    };
    let mut whole = opened(&file, &settings);
    push(&mut whole, &file.1, usize::MAX);
    whole.finish(0);
    let whole = told(&mut whole, &settings);
    assert!(whole.1.iter().any(|row| row.contains("IdMissing")));
    for piece in [usize::MAX, 65_537] {
        let (mut parts, _) = in_ranges(&file, &settings, &shares(piece));
        assert_eq!(told(&mut parts, &settings), whole);
    }
}
