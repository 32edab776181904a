//! Reading a file needs at most three times its size and 64 MB. One test in a process of its own, which counts what
//! is allocated.
//!
//! Of use nothing is kept but days, so that a file of it may be of any size. Customers and terms are kept row by row,
//! and a row of twenty bytes needs some hundreds: what means harm is tried as large as a fuzzer makes it. The figures are not
//! counted: their size hangs on the days between the first and the last, and a report of too many cells is refused.
#![allow(clippy::panic, clippy::expect_used, clippy::unwrap_used)] // a test ends where it cannot go on

#[path = "support/hostile.rs"]
mod hostile;
mod support;

use ebb::settings::Settings;
use peak_alloc::PeakAlloc;
use std::fmt::Write as _;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MEGABYTE: usize = 1024 * 1024;

/// The most that was allocated at once, beyond what was before.
fn peak(ask: impl FnOnce()) -> usize {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    ask();
    MEMORY.peak_usage() - before
}

/// Two thousand customers, each of whose days of use has some rows.
fn use_of(size: usize) -> Vec<u8> {
    let mut text = String::from("customer_id,user_id,timestamp,event,value\n");
    let mut n = 0;
    while text.len() < size {
        let (customer, day) = (n % 2000, n / 2000 / 6 % 90);
        let (month, day) = (day / 28 + 1, day % 28 + 1);
        let _ = writeln!(
            text,
            "C{customer:04},U{customer:04},2024-{month:02}-{day:02} 10:00:00,open,1.50"
        );
        n += 1;
    }
    text.into_bytes()
}

#[test]
fn memory_is_bounded_by_the_file() {
    let mut large = Vec::new();
    let mut files = hostile::traps(MEGABYTE);
    files.push(("a long file of use", use_of(24 * MEGABYTE)));
    for (name, bytes) in files {
        let bound = 3 * bytes.len() + 64 * MEGABYTE;
        let files = [(name.to_owned(), bytes)];
        let settings = Settings::default();
        let table = peak(|| {
            let mut file = hostile::Pieces {
                bytes: std::io::Cursor::new(&files[0].1),
                piece: 1 << 16,
            };
            drop(ebb::intake::table(&mut file, &mut std::io::sink()));
        });
        let intake = peak(|| drop(support::read(&files, &settings, 1 << 16).inspect(&settings)));
        for (verb, most) in [("table", table), ("intake", intake)] {
            println!("{verb:>6} {:>5} MB  {name}", most / MEGABYTE);
            if most > bound {
                large.push(format!("{verb} of {name}: {} MB", most / MEGABYTE));
            }
        }
    }
    assert!(large.is_empty(), "{}", large.join("\n"));
}
