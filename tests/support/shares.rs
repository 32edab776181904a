//! A file read in ranges by several sessions, as the page's pool does it.
#![allow(dead_code)] // each test uses its part

use crate::support::{File, json};
use ebb::session::{BLOCK, HEAD, Session};
use ebb::settings::Settings;
use proptest::prelude::*;

/// Blocks of the file's head.
pub(crate) const FIRST: u32 = (HEAD as u64 / BLOCK) as u32;

pub(crate) fn at(block: u32) -> usize {
    block as usize * BLOCK as usize
}

/// How a file is shared out: cut points (in blocks behind the head), who reads which range, and sizes of pieces.
#[derive(Clone, Debug)]
pub(crate) struct Shares {
    pub(crate) cuts: Vec<u32>,
    pub(crate) readers: Vec<usize>,
    pub(crate) workers: usize,
    pub(crate) piece: usize,
}

pub(crate) fn shares() -> impl Strategy<Value = Shares> {
    (
        proptest::collection::vec(0u32..12, 1..9),
        proptest::collection::vec(0usize..8, 8),
        1usize..9,
        prop_oneof![Just(usize::MAX), Just(65_537), 3_000usize..200_000],
    )
        .prop_map(|(cuts, readers, workers, piece)| Shares {
            cuts,
            readers,
            workers,
            piece,
        })
}

pub(crate) fn opened(file: &File, settings: &Settings) -> Session {
    let mut session = Session::new(ebb::intake::native);
    session.open(&file.0, &file.1[..file.1.len().min(HEAD)]);
    session.begin(settings);
    session
}

pub(crate) fn push(session: &mut Session, bytes: &[u8], piece: usize) -> bool {
    let size = piece.clamp(1, bytes.len().max(1));
    bytes.chunks(size).any(|piece| session.read(0, piece))
}

/// Reads the file in ranges; the flag tells that they met.
pub(crate) fn in_ranges(file: &File, settings: &Settings, shares: &Shares) -> (Session, bool) {
    let bytes = &file.1;
    let mut main = opened(file, settings);
    // Where a range tells of another table, the end finds a gap.
    let mut refused = false;
    let end = (bytes.len() as u64).div_ceil(BLOCK) as u32;
    let blocks = shares.cuts.iter().map(|cut| FIRST + cut);
    let mut cuts: Vec<u32> = blocks.filter(|cut| *cut < end).collect();
    cuts.sort_unstable();
    cuts.dedup();
    if main.splits(0) && !cuts.is_empty() {
        let mut workers: Vec<Session> = (0..shares.workers)
            .map(|_| opened(file, settings))
            .collect();
        // From the back, as the page's pool does.
        for (i, &from) in cuts.iter().enumerate().rev() {
            let to = cuts.get(i + 1).copied().unwrap_or(end);
            let worker = &mut workers[shares.readers[i] % shares.workers];
            worker.range(0, from, to);
            if !push(worker, &bytes[at(from)..], shares.piece) {
                worker.end(0);
            }
        }
        main.limit(0, cuts[0]);
        push(&mut main, bytes, shares.piece);
        for mut worker in workers {
            refused |= !main.absorb(0, &worker.ranges(0));
        }
    } else {
        push(&mut main, bytes, shares.piece);
    }
    let met = !main.finish(0);
    assert!(!(met && refused), "what was refused is missed");
    if !met {
        assert!(!main.splits(0), "it is read in one piece then");
        loop {
            push(&mut main, bytes, shares.piece);
            if !main.finish(0) {
                break;
            }
        }
    }
    (main, met)
}

pub(crate) fn told(session: &mut Session, settings: &Settings) -> (String, Vec<String>) {
    let report = session.report(settings);
    let aside = session.set_aside(settings, 0, usize::MAX);
    let aside = aside.iter().map(|row| format!("{row:?}")).collect();
    match report {
        Ok(report) => (json(&report).to_string(), aside),
        Err(problem) => (format!("{problem:?}"), aside),
    }
}
