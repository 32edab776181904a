//! What is allocated at once, against the bound that holds for every file: three times its size and 64 MB. All threads
//! of a process are counted, so that nothing else runs beside it.

use crate::{hostile, support};
use ebb::settings::Settings;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

pub(crate) const MEGABYTE: usize = 1024 * 1024;

/// The most that was allocated at once, beyond what was before.
pub(crate) fn peak(ask: impl FnOnce()) -> usize {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    ask();
    MEMORY.peak_usage() - before
}

/// What the terminal's table and the report of a file take, where it is beyond the bound; what they take is printed.
pub(crate) fn excess(name: &str, bytes: Vec<u8>) -> Vec<String> {
    let bound = 3 * bytes.len() + 64 * MEGABYTE;
    let settings = Settings::default();
    let table = peak(|| {
        let mut file = hostile::Pieces {
            bytes: std::io::Cursor::new(&bytes),
            piece: 1 << 16,
        };
        drop(ebb::intake::table(&mut file, &mut std::io::sink()));
    });
    let files = [(name.to_owned(), bytes)];
    let report = peak(|| {
        let mut session = support::read(&files, &settings, 1 << 16);
        drop(session.inspect(&settings));
        drop(session.report(&settings));
    });
    let asks = [("table", table), ("report", report)].map(|(verb, most)| {
        let line = format!(
            "{verb:>6} {:>5} MB of {:>3}  {name}",
            most / MEGABYTE,
            bound / MEGABYTE
        );
        println!("{line}");
        (line, most)
    });
    let large = asks.into_iter().filter(|(_, most)| *most > bound);
    large.map(|(line, _)| line).collect()
}
